import Dispatch
import Synchronization

/// The cases of an enrolment, made batch by batch while they are written.
///
/// The filings of a large round in bytes take a quarter of what the round itself does; two batches
/// of them are enough: one is being written while the next is put into bytes on another core.
public struct EnrolledCases: Sendable {
  private static let batchSize = 512

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
    let batches = stride(from: 0, to: count, by: Self.batchSize)
      .map { $0..<min($0 + Self.batchSize, count) }
    var pending = batches.first.map { MadeBatch($0, make) }
    for place in batches.indices {
      let current = pending?.cases ?? []
      pending = place + 1 < batches.count ? MadeBatch(batches[place + 1], make) : nil
      for enrolled in current { try body(enrolled) }
    }
  }
}

/// A batch of cases that another thread makes.
private final class MadeBatch: Sendable {
  private let made = Mutex<[EnrolledCase]>([])
  private let isDone = DispatchSemaphore(value: 0)

  init(_ places: Range<Int>, _ make: @escaping @Sendable (Int) -> EnrolledCase) {
    DispatchQueue.global().async {
      let cases = places.map(make)
      self.made.withLock { $0 = cases }
      self.isDone.signal()
    }
  }

  /// The cases, once they are made; to be asked for once.
  var cases: [EnrolledCase] {
    isDone.wait()
    return made.withLock { $0 }
  }
}
