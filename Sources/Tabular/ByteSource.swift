import Glibc

/// The bytes of a file or an array, read in order as often as needed.
final class ByteSource {
  private enum Origin {
    case descriptor(Int32)
    case array([UInt8])
  }

  /// How many bytes one read asks for; tests set it small.
  let chunkSize: Int
  private let origin: Origin
  private let size: Int
  private var position = 0

  init(bytes: [UInt8], chunkSize: Int = 1 << 18) {
    origin = .array(bytes)
    size = bytes.count
    self.chunkSize = chunkSize
  }

  /// Opens a regular file; pipes and devices cannot be read twice and are refused.
  init(path: String, chunkSize: Int = 1 << 18) throws(TabularError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw Self.unreadable(errno) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw TabularError(.unreadable, "not a regular file")
    }
    origin = .descriptor(descriptor)
    size = Int(status.st_size)
    self.chunkSize = chunkSize
  }

  deinit {
    if case .descriptor(let descriptor) = origin { close(descriptor) }
  }

  /// How many times what was read so far the whole is, at least 1.
  var timesLeft: Double {
    position == 0 ? 1 : max(1, Double(size) / Double(position))
  }

  /// How many bytes one read gives at most: a piece of a small file is the whole of it.
  var pieceSize: Int { min(chunkSize, max(1 << 12, size + 1)) }

  func rewind() {
    position = 0
  }

  /// Adds the next bytes to `buffer`; false at the end.
  func read(into buffer: inout ByteBuffer, atLeast: Int = 0) throws(TabularError) -> Bool {
    // Room for a whole chunk costs more than a small file itself; a file that grows is read on.
    let size = min(max(chunkSize, atLeast), max(1 << 12, self.size - position + 1))
    let before = buffer.count
    switch origin {
    case .array(let bytes):
      let end = min(position + size, bytes.count)
      buffer.append(bytes.span.extracting(position..<end))
    case .descriptor(let descriptor):
      var failure: Int32 = 0
      buffer.append(upTo: size) { target in
        let count = pread(descriptor, target.baseAddress, size, off_t(position))
        if count < 0 { failure = errno }
        return max(count, 0)
      }
      if failure == EINTR { return try read(into: &buffer, atLeast: atLeast) }
      guard failure == 0 else { throw Self.unreadable(failure) }
    }
    position += buffer.count - before
    return buffer.count > before
  }

  private static func unreadable(_ number: Int32) -> TabularError {
    TabularError(.unreadable, String(cString: strerror(number)))
  }
}
