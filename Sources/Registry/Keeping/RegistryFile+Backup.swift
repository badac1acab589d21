internal import Foundation
internal import GRDB

extension RegistryFile {
  /// Copies the registry as it stands after its last commit, while nobody writes.
  ///
  /// - Parameter path: The copy's path; a file there is replaced once the copy is whole and sound.
  /// - Throws: `RegistryError` with the copy's path where it cannot be written.
  public func backUp(to path: String) throws(RegistryError) {
    do {
      try Self.copy(database, to: path + ".staging")
      try Self.move(path + ".staging", to: path)
    } catch {
      throw RegistryError(error, path: path)
    }
  }

  /// Puts a backup in the place of a registry; what stood there is kept beside it.
  ///
  /// A restore that is stopped midway has changed nothing, or is finished when the registry is
  /// opened next.
  ///
  /// - Parameters:
  ///   - backup: The backup's file; it is checked first and stays as it is.
  ///   - path: The registry's path.
  ///   - waitSeconds: How long to wait for another run to end.
  /// - Returns: Where the registry that stood there is kept now; nil where there was none.
  /// - Throws: `RegistryError` where the backup is damaged or another run holds the registry.
  public static func restore(
    _ backup: String, to path: String, waitSeconds: Int = 0
  ) throws(RegistryError) -> String? {
    let source = try readable(backup)
    let lock = try RegistryLock(beside: path, waitSeconds: waitSeconds)
    defer { lock.release() }
    do {
      try finishRestoring(path)
      try copy(source, to: path + ".restoring")
      // From here on the restore is bound to happen.
      try move(path + ".restoring", to: path + ".restored")
      return try finishRestoring(path)
    } catch {
      throw RegistryError(error, path: path)
    }
  }

  /// Puts a backup that is ready beside a registry into its place.
  ///
  /// - Returns: Where the registry that stood there is kept; nil where there was none.
  @discardableResult
  static func finishRestoring(_ path: String) throws -> String? {
    guard fileExists(at: path + ".restored") else { return nil }
    let kept = try setAside(path)
    try move(path + ".restored", to: path)
    return kept
  }

  /// A sound registry opened for reading only.
  private static func readable(_ path: String) throws(RegistryError) -> DatabaseQueue {
    do {
      guard fileExists(at: path) else {
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
      guard try queue.read(Schema.migrator.hasCompletedMigrations) else {
        throw RegistryError(.damaged, path: path, detail: "0 tables")
      }
      return queue
    } catch {
      throw RegistryError(error, path: path)
    }
  }
}
