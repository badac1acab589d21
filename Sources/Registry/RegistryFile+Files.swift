internal import Foundation
internal import GRDB

/// The registry's files on disk: made for their owner only, moved whole, and lasting once moved.
extension RegistryFile {
  /// What SQLite lays beside a database.
  static let companions = ["-wal", "-shm", "-journal"]

  static func fileExists(at path: String) -> Bool {
    FileManager.default.fileExists(atPath: path)
  }

  /// Makes a file that only its owner can read, before anything is written to it; one that is there
  /// keeps its content.
  static func makeFile(_ path: String) throws {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw RegistryError(lastFailureAt: path) }
    fchmod(descriptor, 0o600)
    close(descriptor)
  }

  /// Removes a database with its log, such as one that a stopped copy left behind: a log of another
  /// database would be played back into the next one of the name.
  static func removeDatabase(_ path: String) throws {
    for ending in [""] + companions where unlink(path + ending) != 0 && errno != ENOENT {
      throw RegistryError(lastFailureAt: path + ending)
    }
  }

  /// Renames a closed database to its place, so that it survives a power cut there.
  static func move(_ path: String, to place: String) throws {
    guard rename(path, place) == 0 else { throw RegistryError(lastFailureAt: place) }
    let folder = (place as NSString).deletingLastPathComponent
    let descriptor = open(folder.isEmpty ? "." : folder, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw RegistryError(lastFailureAt: place) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw RegistryError(lastFailureAt: place) }
  }

  /// Copies a database whole and checks the copy; whatever stands in its place goes.
  static func copy(_ source: DatabaseQueue, to path: String) throws {
    try removeDatabase(path)
    try makeFile(path)
    let copy = try DatabaseQueue(path: path)
    try source.backup(to: copy)
    let answer = try copy.read { try String.fetchOne($0, sql: "PRAGMA integrity_check") }
    try copy.close()
    guard answer == "ok" else { throw RegistryError(.damaged, path: path, detail: answer ?? "") }
  }

  /// Moves a database with its log out of the way, to the first free name.
  ///
  /// The log goes first: a database without its log is an older state of itself, a log without its
  /// database would be played back into another one.
  static func setAside(_ path: String) throws -> String? {
    guard ([""] + companions).contains(where: { fileExists(at: path + $0) }) else { return nil }
    var number = 1
    while fileExists(at: "\(path).replaced-\(number)") { number += 1 }
    let kept = "\(path).replaced-\(number)"
    for ending in companions + [""] where fileExists(at: path + ending) {
      try move(path + ending, to: kept + ending)
    }
    return kept
  }
}

extension RegistryError {
  /// The last system call that failed, at a path.
  init(lastFailureAt path: String) {
    self.init(.unwritable, path: path, detail: String(cString: strerror(errno)))
  }
}
