import Dispatch
import Synchronization

/// The cases of an enrolment, made batch by batch while they are written.
///
/// The filings of a large round in bytes take a quarter of what the round itself does; a batch of
/// them is enough, put into bytes by all cores.
public struct EnrolledCases: Sendable {
  private static let batchSize = 512
  private static let shareSize = 64

  private let count: Int
  private let make: @Sendable (Int) -> EnrolledCase

  /// Makes the cases of an enrolment.
  ///
  /// - Parameters:
  ///   - count: How many there are.
  ///   - make: Makes the case at a place; pure, called once for each place by any thread.
  public init(count: Int, _ make: @escaping @Sendable (Int) -> EnrolledCase) {
    self.count = count
    self.make = make
  }

  /// Hands over every case in order.
  func forEach(_ body: (EnrolledCase) throws -> Void) rethrows {
    for start in stride(from: 0, to: count, by: Self.batchSize) {
      for enrolled in batch(start..<min(start + Self.batchSize, count)) { try body(enrolled) }
    }
  }

  private func batch(_ places: Range<Int>) -> [EnrolledCase] {
    let shares = stride(from: places.lowerBound, to: places.upperBound, by: Self.shareSize)
      .map { $0..<min($0 + Self.shareSize, places.upperBound) }
    let made = Mutex<[[EnrolledCase]]>(Array(repeating: [], count: shares.count))
    DispatchQueue.concurrentPerform(iterations: shares.count) { share in
      let cases = shares[share].map(make)
      made.withLock { $0[share] = cases }
    }
    return made.withLock { Array($0.joined()) }
  }
}
