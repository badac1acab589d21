/// The only source of chance: SplitMix64, seeded by a path so that units and cases are independent.
struct Dice {
  private var state: UInt64

  /// A generator for one place in the sample, such as (seed, purpose, unit, slot).
  init(seed: UInt64, _ path: UInt64...) {
    state = Self.mixed(seed &+ Self.step)
    for part in path {
      state = Self.mixed(state ^ Self.mixed(part &+ Self.step))
    }
  }

  mutating func next() -> UInt64 {
    state &+= Self.step
    return Self.mixed(state)
  }

  /// A number from 0 up to and not including `bound`.
  mutating func below(_ bound: Int) -> Int {
    precondition(bound > 0, "dice need at least one side")
    return Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  mutating func within(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.upperBound - range.lowerBound + 1)
  }

  mutating func chance(_ perMille: Int) -> Bool { below(1000) < perMille }

  mutating func pick<Element>(_ choices: [Element]) -> Element { choices[below(choices.count)] }

  /// A choice among weighted alternatives.
  mutating func pick<Element>(weighted choices: [(element: Element, weight: Int)]) -> Element {
    precondition(!choices.isEmpty, "a choice needs alternatives")
    var rest = below(choices.reduce(0) { $0 + $1.weight })
    for choice in choices {
      rest -= choice.weight
      if rest < 0 { return choice.element }
    }
    return choices[0].element
  }

  mutating func shuffle<Element>(_ elements: inout [Element]) {
    guard elements.count > 1 else { return }
    for last in stride(from: elements.count - 1, to: 0, by: -1) {
      elements.swapAt(last, below(last + 1))
    }
  }

  private static let step: UInt64 = 0x9E37_79B9_7F4A_7C15

  private static func mixed(_ value: UInt64) -> UInt64 {
    var bits = value
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}

/// What a generator is for, so that no two purposes share a stream.
enum Purpose {
  static let roster: UInt64 = 1
  static let layout: UInt64 = 2
  static let family: UInt64 = 3
  static let economy: UInt64 = 4
  static let filing: UInt64 = 5
  static let rendering: UInt64 = 6
  static let slip: UInt64 = 7
  static let duplicate: UInt64 = 8
}
