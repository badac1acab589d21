internal import Foundation
internal import GRDB

extension RegistryFile {
  /// Copies the registry as it stands after its last commit, while nobody writes.
  ///
  /// - Parameter path: The copy's path; a file there is replaced once the copy is whole and sound.
  /// - Throws: `RegistryError` with the copy's path where it cannot be written.
  public func backUp(to path: String) throws(RegistryError) {
    let staged = path + ".staging"
    do {
      try Self.removeIfThere(staged)
      let copy = try DatabaseQueue(path: staged)
      try database.backup(to: copy)
      let answer = try copy.read { try String.fetchOne($0, sql: "PRAGMA integrity_check") }
      try copy.close()
      chmod(staged, 0o600)
      guard answer == "ok" else {
        throw RegistryError(.damaged, path: self.path, detail: answer ?? "")
      }
      guard rename(staged, path) == 0 else {
        throw RegistryError(.unwritable, path: path, detail: String(cString: strerror(errno)))
      }
    } catch {
      throw RegistryError(error, path: path)
    }
  }

  /// Puts a backup in the place of a registry; what stood there is kept beside it.
  ///
  /// - Parameters:
  ///   - backup: The backup's file; it is checked first and stays as it is.
  ///   - path: The registry's path.
  /// - Returns: Where the registry that stood there is kept now; nil where there was none.
  /// - Throws: `RegistryError` where the backup is damaged or another run holds the registry.
  public static func restore(
    _ backup: String, to path: String, waitSeconds: Int = 0
  ) throws(RegistryError) -> String? {
    let source = try readable(backup)
    let staged = path + ".restoring"
    do {
      let lock = try RegistryLock(beside: path, waitSeconds: waitSeconds)
      defer { lock.release() }
      try removeIfThere(staged)
      let copy = try DatabaseQueue(path: staged)
      try source.backup(to: copy)
      try copy.close()
      chmod(staged, 0o600)
      let kept = try setAside(path)
      guard rename(staged, path) == 0 else {
        throw RegistryError(.unwritable, path: path, detail: String(cString: strerror(errno)))
      }
      return kept
    } catch {
      throw RegistryError(error, path: path)
    }
  }

  /// A sound registry opened for reading only.
  private static func readable(_ path: String) throws(RegistryError) -> DatabaseQueue {
    do {
      guard exists(at: path) else {
        throw RegistryError(.unreadable, path: path, detail: String(cString: strerror(ENOENT)))
      }
      var configuration = Configuration()
      configuration.readonly = true
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      let answer = try queue.read { try String.fetchOne($0, sql: "PRAGMA integrity_check") }
      guard answer == "ok" else {
        throw RegistryError(.damaged, path: path, detail: answer ?? "")
      }
      guard try !queue.read(Schema.migrator.hasBeenSuperseded) else {
        throw RegistryError(.newerVersion, path: path)
      }
      return queue
    } catch {
      throw RegistryError(error, path: path)
    }
  }

  /// Moves a registry with its log out of the way, to the first free name.
  private static func setAside(_ path: String) throws -> String? {
    guard exists(at: path) else { return nil }
    var number = 1
    while exists(at: "\(path).replaced-\(number)") { number += 1 }
    let kept = "\(path).replaced-\(number)"
    for ending in ["-wal", "-shm", ""] where exists(at: path + ending) {
      try FileManager.default.moveItem(atPath: path + ending, toPath: kept + ending)
    }
    return kept
  }

  private static func removeIfThere(_ path: String) throws {
    if exists(at: path) { try FileManager.default.removeItem(atPath: path) }
  }
}
