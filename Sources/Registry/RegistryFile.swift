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
      database = try Self.opened(path)
    } catch {
      throw RegistryError(error, path: path)
    }
  }

  /// Whether a registry stands at a path.
  public static func exists(at path: String) -> Bool {
    FileManager.default.fileExists(atPath: path)
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

  private static func opened(_ path: String) throws -> DatabaseQueue {
    try guardRights(of: path)
    var configuration = Configuration()
    configuration.journalMode = .wal
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA synchronous = FULL")
      try database.execute(sql: "PRAGMA wal_autocheckpoint = 4000")
    }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    let migrator = Schema.migrator
    let isNewer = try queue.read(migrator.hasBeenSuperseded)
    guard !isNewer else { throw RegistryError(.newerVersion, path: path) }
    try checkQuickly(queue, path: path)
    try migrator.migrate(queue)
    return queue
  }

  /// The file is made with its rights before anything is written to it.
  private static func guardRights(of path: String) throws {
    for file in [path, path + "-wal", path + "-shm"] where file == path || exists(at: file) {
      let descriptor = open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else {
        throw RegistryError(.unwritable, path: path, detail: String(cString: strerror(errno)))
      }
      fchmod(descriptor, 0o600)
      close(descriptor)
    }
  }

  /// A registry of ordinary size is looked through at every opening; `verify` checks any size.
  private static func checkQuickly(_ queue: DatabaseQueue, path: String) throws {
    let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
    guard size > 0, size < 64 << 20 else { return }
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
