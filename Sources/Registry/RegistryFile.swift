internal import Foundation
internal import GRDB

/// The registry's file, open and held by this process alone.
///
/// The lock is the system's own on a file beside the registry, so it ends with the process however
/// that ends. The database is in WAL mode with full synchronous commits: a commit survives a power
/// cut, and a process killed at any moment leaves the last commit.
public final class RegistryFile: Sendable {
  /// The path of the database.
  public let path: String
  let database: DatabaseQueue
  private let lock: RegistryLock

  /// Opens a registry, made with its folder at first use.
  ///
  /// - Parameters:
  ///   - path: The database file; its folder gets mode 0700, the file 0600.
  ///   - waitSeconds: How long to wait for another run to end.
  /// - Throws: `RegistryError`: `busy` where another run holds it, `newerVersion`, `damaged`,
  ///   `unwritable` or `unreadable`.
  public init(_ path: String, waitSeconds: Int = 0) throws(RegistryError) {
    self.path = path
    try Self.makeFolder(of: path)
    lock = try RegistryLock(beside: path, waitSeconds: waitSeconds)
    do {
      try Self.finishRestoring(path)
      if !Self.fileExists(at: path) { try Self.make(path) }
      database = try Self.opened(path)
    } catch {
      throw RegistryError(error, path: path)
    }
  }

  /// Whether a registry stands at a path, or one that is about to be restored there.
  public static func exists(at path: String) -> Bool {
    [path, path + ".restored"].contains(where: fileExists)
  }

  private static func makeFolder(of path: String) throws(RegistryError) {
    let folder = (path as NSString).deletingLastPathComponent
    guard !folder.isEmpty, !FileManager.default.fileExists(atPath: folder) else { return }
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    } catch {
      throw RegistryError(.unwritable, path: path, detail: String(cString: strerror(errno)))
    }
  }

  /// Makes an empty registry beside its place and renames it there: a file at the place itself is
  /// never half made, so an empty one was damaged.
  private static func make(_ path: String) throws {
    // The log of a registry that is gone would be played back into the new one.
    for ending in companions where fileExists(at: path + ending) {
      throw RegistryError(.damaged, path: path, detail: "\(ending) without its database")
    }
    let staged = path + ".new"
    try removeDatabase(staged)
    try makeFile(staged)
    let queue = try DatabaseQueue(path: staged)
    try Schema.migrator.migrate(queue)
    try queue.close()
    try move(staged, to: path)
  }

  private static func opened(_ path: String) throws -> DatabaseQueue {
    try guardRights(of: path)
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA synchronous = FULL")
      try database.execute(sql: "PRAGMA wal_autocheckpoint = 4000")
      // A large enrolment is one transaction; a small cache would write its pages over and over.
      try database.execute(sql: "PRAGMA cache_size = -65536")
    }
    try checkSize(of: path)
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    let migrator = Schema.migrator
    let isNewer = try queue.read(migrator.hasBeenSuperseded)
    guard !isNewer else { throw RegistryError(.newerVersion, path: path) }
    try checkQuickly(queue, path: path)
    // Only now, since it changes the file: a registry of a newer version is left as it is.
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
    try migrator.migrate(queue)
    return queue
  }

  /// SQLite takes a file that is shorter than its smallest page for a new database, and fills up a
  /// last page that is cut off.
  private static func checkSize(of path: String) throws {
    let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
    // A log that was not played back yet may be about to write the rest.
    let isWhole = fileExists(at: path + "-wal") || size % 512 == 0
    guard size >= 512, isWhole else {
      throw RegistryError(.damaged, path: path, detail: "\(size) bytes")
    }
  }

  private static func guardRights(of path: String) throws {
    for file in [path, path + "-wal", path + "-shm"] where fileExists(at: file) {
      try makeFile(file)
    }
  }

  /// A registry of ordinary size is looked through at every opening; `verify` checks any size.
  private static func checkQuickly(_ queue: DatabaseQueue, path: String) throws {
    let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
    guard size < 64 << 20 else { return }
    let answer = try queue.read { try String.fetchOne($0, sql: "PRAGMA quick_check(1)") }
    guard answer == "ok" else {
      throw RegistryError(.damaged, path: path, detail: answer ?? "quick_check")
    }
  }

  func read<Value>(_ body: (Database) throws -> Value) throws(RegistryError) -> Value {
    do {
      return try database.read(body)
    } catch {
      throw RegistryError(error, path: path)
    }
  }

  /// Runs one transaction: all of it is recorded, or nothing.
  func write<Value>(_ body: (Database) throws -> Value) throws(RegistryError) -> Value {
    do {
      return try database.write(body)
    } catch {
      throw RegistryError(error, path: path)
    }
  }
}
