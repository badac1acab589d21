/// How many applications each unit files, and the ordinal of each unit's first one.
struct SlotTable: Sendable {
  private let starts: [Int]

  init(_ request: SampleRequest) {
    var starts = [0]
    starts.reserveCapacity(request.units + 1)
    for unit in 0..<request.units {
      starts.append(starts[unit] + Self.size(of: unit, in: request))
    }
    self.starts = starts
  }

  private static func size(of unit: Int, in request: SampleRequest) -> Int {
    if let applications = request.applications {
      return applications / request.units + (unit < applications % request.units ? 1 : 0)
    }
    var dice = Dice(seed: request.seed, Purpose.roster, UInt64(unit), 1)
    return dice.within(8...40)
  }

  var units: Int { starts.count - 1 }
  var applications: Int { starts[units] }

  func count(in unit: Int) -> Int { starts[unit + 1] - starts[unit] }

  func firstOrdinal(of unit: Int) -> Int { starts[unit] }
}
