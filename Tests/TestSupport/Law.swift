import Foundation

/// What became of a law on drawn cases.
package struct LawReport: CustomStringConvertible {
  /// How many cases the law says something about.
  package private(set) var applied = 0
  /// How many were drawn.
  package let drawn: Int
  /// The seed that broke it, and the smallest case found that breaks it.
  package private(set) var breach: (seed: UInt64, smallest: String)?

  /// Whether no case broke the law and it was no empty one: it applied to one case in fifty.
  package var isKept: Bool { breach == nil && applied * 50 >= drawn }

  package var description: String {
    guard let breach else { return "kept; applied to \(applied) of \(drawn) cases" }
    return "broken by seed \(breach.seed); smallest case: \(breach.smallest)"
  }

  /// Draws cases from seeds 1, 2, … and looks whether the law holds for each.
  ///
  /// `drawing` makes a case from a generator, `smaller` gives cases that are a little smaller than
  /// one, for finding what breaks the law, and `holds` says whether the law holds for a case: nil
  /// where it says nothing about it. What it draws itself it draws alike for smaller cases.
  package init<Subject>(
    drawing draw: (inout SeededGenerator) -> Subject,
    smaller: (Subject) -> [Subject] = { _ in [] },
    holds: (Subject, inout SeededGenerator) throws -> Bool?
  ) rethrows {
    drawn = Self.caseCount
    for seed in 1...UInt64(drawn) {
      func verdict(_ subject: Subject) throws -> Bool? {
        var generator = SeededGenerator(seed: seed &+ 1 << 32)
        return try holds(subject, &generator)
      }
      var generator = SeededGenerator(seed: seed)
      var subject = draw(&generator)
      guard let isHeld = try verdict(subject) else { continue }
      applied += 1
      guard !isHeld else { continue }
      while let next = try smaller(subject).first(where: { try verdict($0) == false }) {
        subject = next
      }
      breach = (seed, "\(subject)")
      return
    }
  }

  /// The cases each law is tried on: `BANGFU_LAW_CASES`, else 200; `make test` asks for 1,000.
  private static var caseCount: Int {
    ProcessInfo.processInfo.environment["BANGFU_LAW_CASES"].flatMap { Int($0) } ?? 200
  }
}

extension SeededGenerator {
  /// One of some values.
  package mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: values.indices, using: &self)]
  }

  /// Yes once in so many times.
  package mutating func once(in times: Int) -> Bool { Int.random(in: 0..<times, using: &self) == 0 }
}
