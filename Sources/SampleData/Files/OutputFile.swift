import Glibc

/// A file that is written once, front to back.
final class OutputFile {
  private let stream: UnsafeMutablePointer<FILE>
  private let path: String
  private var isOpen = true

  /// Opens the file for writing, replacing what was there.
  init(_ path: String) throws(SampleError) {
    guard let stream = fopen(path, "w") else {
      throw SampleError(
        code: "sample.not-writable", message: "cannot open the file: \(systemReason())",
        path: path)
    }
    self.stream = stream
    self.path = path
  }

  func write(_ bytes: [UInt8]) throws(SampleError) {
    // unsafe: fwrite takes a pointer; the array outlives the call.
    let written = bytes.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, stream) }
    guard written == bytes.count else {
      throw SampleError(
        code: "sample.not-writable", message: "cannot write the file: \(systemReason())",
        path: path)
    }
  }

  func write(_ text: String) throws(SampleError) { try write(Array(text.utf8)) }

  /// Closes the file; a write that failed late is reported here.
  func close() throws(SampleError) {
    isOpen = false
    guard fclose(stream) == 0 else {
      throw SampleError(
        code: "sample.not-writable", message: "cannot close the file: \(systemReason())",
        path: path)
    }
  }

  // A file left behind by an error; the error itself has been thrown already.
  deinit { if isOpen { fclose(stream) } }
}

/// Makes a folder and those above it; an existing folder is fine.
func makeFolder(_ path: String) throws(SampleError) {
  if let slash = path.lastIndex(of: "/"), slash != path.startIndex {
    let parent = String(path[..<slash])
    if access(parent, F_OK) != 0 { try makeFolder(parent) }
  }
  guard mkdir(path, 0o755) == 0 || errno == EEXIST else {
    throw SampleError(
      code: "sample.not-writable", message: "cannot make the folder: \(systemReason())",
      path: path)
  }
}

/// The system's words for the last error.
private func systemReason() -> String { String(cString: strerror(errno)) }
