import CLibZip
import Glibc

/// The bytes of a file, an array or an entry of an archive, read in order as often as needed.
final class ByteSource {
  private enum Origin {
    case descriptor(Int32)
    case array([UInt8])
    case entry(ArchiveEntry)
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
      throw TabularError(.unreadable, .notRegularFile)
    }
    origin = .descriptor(descriptor)
    size = Int(status.st_size)
    self.chunkSize = chunkSize
  }

  /// Reads an entry of an archive, inflated on the way.
  init(_ entry: ArchiveEntry, chunkSize: Int = 1 << 18) {
    origin = .entry(entry)
    size = entry.size
    self.chunkSize = chunkSize
  }

  deinit {
    if case .descriptor(let descriptor) = origin { close(descriptor) }
  }

  /// How many times what was read so far the whole is, at least 1.
  var timesLeft: Double {
    position == 0 ? 1 : max(1, Double(size) / Double(position))
  }

  /// How many bytes there are; for an entry of an archive, what its directory says.
  var byteCount: Int { size }

  /// How many bytes one read gives at most: a piece of a small file is the whole of it.
  var pieceSize: Int { min(chunkSize, max(1 << 12, size + 1)) }

  func rewind() {
    position = 0
    if case .entry(let entry) = origin { entry.rewind() }
  }

  /// Adds the next bytes to `buffer`; false at the end.
  func read(into buffer: inout ByteBuffer, atLeast: Int = 0) throws(TabularError) -> Bool {
    // Room for a whole chunk costs more than a small file itself; a file that grows is read on.
    let size = min(max(chunkSize, atLeast), max(1 << 12, self.size - position + 1))
    let before = buffer.count
    if case .entry(let entry) = origin {
      try entry.read(into: &buffer, atMost: size)
    } else {
      try read(at: position, upTo: size, into: &buffer)
    }
    position += buffer.count - before
    return buffer.count > before
  }

  /// Adds up to `count` bytes that stand at `offset`, fewer at the end; an entry of an archive is
  /// read in order only and gives none.
  func read(at offset: Int, upTo count: Int, into buffer: inout ByteBuffer) throws(TabularError) {
    switch origin {
    case .array(let bytes):
      let start = min(offset, bytes.count)
      buffer.append(bytes.span.extracting(start..<min(start + count, bytes.count)))
    case .descriptor(let descriptor):
      var failure: Int32 = 0
      repeat {
        failure = 0
        buffer.append(upTo: count) { target in
          let taken = pread(descriptor, target.baseAddress, count, off_t(offset))
          if taken < 0 { failure = errno }
          return max(taken, 0)
        }
      } while failure == EINTR
      guard failure == 0 else { throw Self.unreadable(failure) }
    case .entry: break
    }
  }

  /// The last bytes of the file, at most `count` of them.
  func tail(_ count: Int) -> [UInt8] {
    let length = min(count, size)
    switch origin {
    case .array(let bytes): return Array(bytes.suffix(length))
    case .descriptor(let descriptor):
      return [UInt8](unsafeUninitializedCapacity: length) { target, used in
        used = max(0, pread(descriptor, target.baseAddress, length, off_t(size - length)))
      }
    case .entry: return []
    }
  }

  /// Opens the bytes as a ZIP archive; the handle is freed with `zip_discard`.
  func openArchive() throws(TabularError) -> OpaquePointer {
    var number: Int32 = 0
    var handle: OpaquePointer?
    switch origin {
    case .descriptor(let descriptor):
      let copy = dup(descriptor)
      guard copy >= 0 else { throw Self.unreadable(errno) }
      handle = zip_fdopen(copy, 0, &number)
      if handle == nil { close(copy) }
    case .array(let bytes):
      var error = zip_error_t()
      zip_error_init(&error)
      handle = Self.archive(of: bytes, &error)
      number = error.zip_err
      zip_error_fini(&error)
    case .entry: break
    }
    guard let handle else { throw archiveError(number) }
    return handle
  }

  /// Opens a copy of the bytes, which the library frees with the archive.
  private static func archive(
    of bytes: [UInt8], _ error: inout zip_error_t
  ) -> OpaquePointer? {
    guard let copy = malloc(max(bytes.count, 1)) else { return nil }
    bytes.withUnsafeBytes { whole in
      if let start = whole.baseAddress { copy.copyMemory(from: start, byteCount: whole.count) }
    }
    guard let source = zip_source_buffer_create(copy, UInt64(bytes.count), 1, &error) else {
      free(copy)
      return nil
    }
    guard let handle = zip_open_from_source(source, ZIP_RDONLY, &error) else {
      zip_source_free(source)
      return nil
    }
    return handle
  }

  private static func unreadable(_ number: Int32) -> TabularError {
    TabularError(.unreadable, .systemError, Int(number))
  }
}
