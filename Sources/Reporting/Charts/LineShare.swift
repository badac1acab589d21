import Casework

/// The bands of per-capita actual income as a share of the line, in whole percent.
enum LineShare {
  /// The upper ends of all bands but the last, which is open; a band holds its upper end.
  static let upperEnds = [0, 25, 50, 75, 100, 125, 150, 200]

  /// The band a monthly income falls in, compared exactly.
  static func band(of income: Money, line: Money) -> Int {
    upperEnds.firstIndex { income.fen * 100 <= line.fen * Int64($0) } ?? upperEnds.count
  }

  /// The words for each band.
  static var labels: [String] {
    ["≤ 0"] + zip(upperEnds, upperEnds.dropFirst()).map { "\($0)–\($1)%" } + ["> 200%"]
  }

  /// The first band that lies wholly above the line.
  static let firstAbove = 5

  /// How many cases with an exactly known income fall in each band.
  static func counts(of cases: [ScreeningResult]) -> [Int] {
    var counts = Array(repeating: 0, count: upperEnds.count + 1)
    for result in cases {
      guard let income = result.household.perCapitaActual.exact,
        let line = result.assessment.threshold?.monthly
      else { continue }
      counts[band(of: income, line: line)] += 1
    }
    return counts
  }
}
