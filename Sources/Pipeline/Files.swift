import Casework
import Crypto
import Foundation

/// The text of a definition file in UTF-8.
func readText(_ path: String) throws(RunFailure) -> String {
  let bytes = try readBytes(path)
  guard let text = String(validating: bytes, as: UTF8.self) else {
    throw RunFailure.unusable(file: path, problem: .notUTF8)
  }
  return text
}

/// The bytes of a file, read in pieces.
func readBytes(_ path: String) throws(RunFailure) -> [UInt8] {
  let file = open(path, O_RDONLY | O_CLOEXEC)
  guard file >= 0 else { throw RunFailure.unreadable(file: path, reason: .last) }
  defer { close(file) }
  var bytes: [UInt8] = []
  var piece = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = read(file, &piece, piece.count)
    guard count >= 0 else { throw RunFailure.unreadable(file: path, reason: .last) }
    if count == 0 { return bytes }
    bytes += piece[..<count]
  }
}

/// Writes a new file that only its owner can read.
func writeBytes(_ bytes: [UInt8], to path: String) throws(RunFailure) {
  let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
  guard file >= 0 else { throw RunFailure.unwritable(path: path, reason: .last) }
  defer { close(file) }
  var offset = 0
  while offset < bytes.count {
    let written = bytes[offset...].withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    guard written > 0 else { throw RunFailure.unwritable(path: path, reason: .last) }
    offset += written
  }
}

/// Makes a folder that only its owner can enter, with the folders above it.
func makeFolder(_ path: String) throws(RunFailure) {
  if path.isEmpty || isFolder(path) { return }
  let parent = (path as NSString).deletingLastPathComponent
  if !parent.isEmpty, parent != path { try makeFolder(parent) }
  guard mkdir(path, 0o700) == 0 || errno == EEXIST && isFolder(path) else {
    throw RunFailure.unwritable(path: path, reason: .last)
  }
}

/// The names in a folder, in order.
func fileNames(in folder: String) throws(RunFailure) -> [String] {
  guard let listing = opendir(folder) else {
    throw RunFailure.unreadable(file: folder, reason: .last)
  }
  closedir(listing)
  do {
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  } catch {
    throw RunFailure.unreadable(file: folder, reason: SystemReason(text: "\(error)"))
  }
}

func isFolder(_ path: String) -> Bool { kind(of: path) == S_IFDIR }

/// Whether a path leads to a plain file, over links too; reading from anything else may never end.
func isPlainFile(_ path: String) -> Bool { kind(of: path) == S_IFREG }

/// Whether two paths lead to one file.
func isSameFile(_ path: String, _ other: String) -> Bool {
  var (first, second) = (stat(), stat())
  return stat(path, &first) == 0 && stat(other, &second) == 0
    && (first.st_dev, first.st_ino) == (second.st_dev, second.st_ino)
}

private func kind(of path: String) -> mode_t? {
  var status = stat()
  return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
}

/// A path as a message shows it: without the detours `a/..` that relative names leave.
func readablePath(_ path: String) -> String {
  var parts: [Substring] = []
  for part in path.split(separator: "/") where part != "." {
    if part == "..", let last = parts.last, last != ".." {
      parts.removeLast()
    } else {
      parts.append(part)
    }
  }
  return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
}

/// The SHA-256 of bytes in hexadecimal.
func hexDigest(of bytes: [UInt8]) -> String { hex(SHA256.hash(data: bytes)) }

extension WorksheetDigest {
  /// The digest of a worksheet.
  init(of worksheet: Worksheet) { self.init(SHA256.hash(data: worksheet.bytes)) }
}

/// Bytes in hexadecimal.
func hex(_ bytes: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  return String(
    decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}

/// The folder a file lies in; `.` for a name alone.
func folder(of path: String) -> String {
  let folder = (path as NSString).deletingLastPathComponent
  return folder.isEmpty ? "." : folder
}

/// Writes a file beside its place and renames it there, so that nobody reads half of it, also after
/// a power cut.
func replaceFile(_ bytes: [UInt8], at path: String) throws(RunFailure) {
  let staged = folder(of: path) + "/.staging-" + (path as NSString).lastPathComponent
  try writeBytes(bytes, to: staged)
  try synchronize(staged)
  guard rename(staged, path) == 0 else { throw RunFailure.unwritable(path: path, reason: .last) }
  try synchronize(folder(of: path))
}

/// Writes a file that nobody has made yet, whole or not at all; where somebody has, theirs stays.
func makeFileOnce(_ bytes: [UInt8], at path: String) throws(RunFailure) {
  let staged = "\(path).staging-\(getpid())"
  try writeBytes(bytes, to: staged)
  defer { unlink(staged) }
  try synchronize(staged)
  guard link(staged, path) == 0 || errno == EEXIST else {
    throw RunFailure.unwritable(path: path, reason: .last)
  }
  try synchronize(folder(of: path))
}

/// Waits until a file, or the names in a folder, are on the disk.
func synchronize(_ path: String) throws(RunFailure) {
  let file = open(path, O_RDONLY | O_CLOEXEC)
  guard file >= 0 else { throw RunFailure.unwritable(path: path, reason: .last) }
  defer { close(file) }
  guard fsync(file) == 0 else { throw RunFailure.unwritable(path: path, reason: .last) }
}

/// Writes a file whole or not at all, readable by its owner only.
public func writeFile(_ bytes: [UInt8], to path: String) throws(RunFailure) {
  try replaceFile(bytes, at: path)
}
