import Synchronization

/// Results of a pure function by its argument, worked out once and shared by all jobs.
///
/// Whether a result is remembered changes nothing but the time it takes. Beyond `limit` arguments
/// nothing more is kept, so that a hostile round cannot fill the memory with headers.
final class Memory<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private let limit: Int
  private let values = Mutex<[Key: Value]>([:])

  init(limit: Int = 10_000) {
    self.limit = limit
  }

  /// The remembered value of a key, or the one that `make` works out.
  func value(for key: Key, _ make: (Key) -> Value) -> Value {
    if let known = values.withLock({ $0[key] }) { return known }
    let made = make(key)
    // Of two jobs that worked out the same value the first counts: there is one value per key.
    return values.withLock { values in
      if let known = values[key] { return known }
      if values.count < limit { values[key] = made }
      return made
    }
  }
}
