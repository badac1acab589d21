/// Bytes between a producer that adds at the end and a consumer that takes from the front.
struct ByteBuffer {
  private(set) var storage: [UInt8]
  private(set) var start = 0
  private(set) var end = 0

  init(capacity: Int = 0) {
    storage = [UInt8](repeating: 0, count: capacity)
  }

  var count: Int { end - start }

  /// Where in ``storage`` the bytes not yet taken lie.
  var live: Range<Int> { start..<end }

  /// Takes `count` bytes from the front.
  mutating func consume(_ count: Int) {
    start += count
    precondition(start <= end, "more bytes taken than there are")
    if start == end { (start, end) = (0, 0) }
  }

  /// Adds up to `count` bytes that `fill` writes; it returns how many it wrote.
  mutating func append(upTo count: Int, _ fill: (UnsafeMutableRawBufferPointer) -> Int) {
    makeRoom(for: count)
    let free = end..<end + count
    let written = storage.withUnsafeMutableBytes { all in
      fill(UnsafeMutableRawBufferPointer(rebasing: all[free]))
    }
    end += written
  }

  mutating func append(_ byte: UInt8) {
    makeRoom(for: 1)
    storage[end] = byte
    end += 1
  }

  mutating func append(_ bytes: Span<UInt8>) {
    append(upTo: bytes.count) { target in
      bytes.withUnsafeBytes { target.copyMemory(from: $0) }
      return bytes.count
    }
  }

  mutating func removeAll() {
    (start, end) = (0, 0)
  }

  /// A byte not yet taken, `index` counted from the first of them.
  subscript(index: Int) -> UInt8 {
    get { storage[start + index] }
    set { storage[start + index] = newValue }
  }

  private mutating func makeRoom(for count: Int) {
    if storage.count - end >= count { return }
    if start > 0, storage.count - (end - start) >= count {
      storage.withUnsafeMutableBytes { all in
        UnsafeMutableRawBufferPointer(rebasing: all[0..<end - start])
          .copyMemory(from: UnsafeRawBufferPointer(rebasing: all[start..<end]))
      }
      (start, end) = (0, end - start)
      return
    }
    let missing = max(count - (storage.count - end), storage.count)
    storage.append(contentsOf: repeatElement(0, count: missing))
  }
}
