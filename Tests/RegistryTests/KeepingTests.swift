import Casework
import Foundation
import GRDB
import TestSupport
import Testing

@testable import Registry

@Suite("Looking after the registry")
struct KeepingTests {
  @Test("a backup holds the same, verifies, and can be put back")
  func backupAndRestore() throws {
    let programme = try Programme([Filing("A"), Filing("B")])
    try programme.record(OfficeEntry.approved("A"))
    let before = try programme.tables()
    let backup = programme.folder + "/backup.sqlite"
    try programme.registry.backUp(to: backup)
    try programme.record([.pay("A", on: "2016-02-01")], file: "later.csv")
    let restored = programme.folder + "/elsewhere/registry.sqlite"
    try FileManager.default.createDirectory(
      atPath: programme.folder + "/elsewhere", withIntermediateDirectories: true)
    #expect(try RegistryFile.restore(backup, to: restored) == nil)
    let copy = try RegistryFile(restored)
    #expect(try tables(of: copy) == before)
    // A second backup replaces the first one, whatever was left of it.
    try programme.registry.backUp(to: backup)
    #expect(try Set(names(in: programme.folder)).isDisjoint(with: ["backup.sqlite.staging"]))
  }

  @Test("what a restored backup replaces is kept beside it, log and all")
  func replacedIsKept() throws {
    let programme = try Programme([Filing("A")])
    let backup = programme.folder + "/backup.sqlite"
    try programme.registry.backUp(to: backup)
    let place = try Self.copied(programme)
    let kept = try #require(try RegistryFile.restore(backup, to: place))
    #expect(kept == place + ".replaced-1")
    #expect(try tables(of: try RegistryFile(kept)) == programme.tables())
    let second = try RegistryFile.restore(backup, to: place)
    #expect(second == place + ".replaced-2")
  }

  @Test("a restore that was stopped when the old registry had been moved away is finished")
  func stoppedRestore() throws {
    let programme = try Programme([Filing("A")])
    let place = try Self.copied(programme)
    try programme.registry.backUp(to: place + ".restored")
    try FileManager.default.moveItem(atPath: place, toPath: place + ".replaced-1")
    #expect(try tables(of: try RegistryFile(place)) == programme.tables())
    #expect(!RegistryFile.exists(at: place + ".restored"))
  }

  @Test("a damaged backup is refused, and the registry stays")
  func damagedBackup() throws {
    let programme = try Programme([Filing("A")])
    let place = try Self.copied(programme)
    let backup = programme.folder + "/backup.sqlite"
    try programme.registry.backUp(to: backup)
    try Self.change(backup) { $0.removeLast(5_000) }
    #expect(code { try RegistryFile.restore(backup, to: place) } == .damaged)
    #expect(code { try RegistryFile.restore(place + ".absent", to: place) } == .unreadable)
    #expect(try tables(of: try RegistryFile(place)) == programme.tables())
  }

  @Test("a second opening is refused while the first lasts, and waits when asked to")
  func busy() throws {
    let programme = try Programme([Filing("A")])
    #expect(code { try RegistryFile(programme.path) } == .busy)
    #expect(code { try RegistryFile(programme.path, waitSeconds: 1) } == .busy)
    #expect(code { try RegistryFile.restore(programme.path, to: programme.path) } == .busy)
  }

  @Test("a registry of a newer version is left as it is")
  func newerVersion() throws {
    let programme = try Programme([Filing("A")])
    let place = try Self.copied(programme)
    do {
      let later = try DatabaseQueue(path: place)
      try later.write {
        try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99 what comes later')")
      }
      try later.close()
    }
    let before = try Data(contentsOf: URL(fileURLWithPath: place))
    #expect(code { try RegistryFile(place) } == .newerVersion)
    #expect(code { try RegistryFile.restore(place, to: programme.folder + "/r") } == .newerVersion)
    #expect(try Data(contentsOf: URL(fileURLWithPath: place)) == before)
  }

  @Test("a file that is no database is damaged, and stays as it is")
  func noDatabase() throws {
    let programme = try Programme()
    let place = programme.folder + "/other"
    for text in ["这不是数据库\n", String(repeating: "x", count: 9_000)] {
      try Data(text.utf8).write(to: URL(fileURLWithPath: place))
      #expect(code { try RegistryFile(place) } == .damaged)
      #expect(try Data(contentsOf: URL(fileURLWithPath: place)) == Data(text.utf8))
    }
  }

  @Test(
    "a registry that is cut off is damaged", arguments: [0, 1, 99, 4_095, 4_096, 8_192, 40_000])
  func truncated(length: Int) throws {
    let programme = try Programme([Filing("A")])
    let place = try Self.copied(programme)
    try Self.change(place) { $0 = $0.prefix(length) }
    #expect(code { try RegistryFile(place) } == .damaged)
  }

  @Test("a registry is made whole or not at all")
  func halfMade() throws {
    let programme = try Programme()
    let place = programme.folder + "/new/registry.sqlite"
    try FileManager.default.createDirectory(
      atPath: programme.folder + "/new", withIntermediateDirectories: true)
    try Data("half a registry".utf8).write(to: URL(fileURLWithPath: place + ".new"))
    try Data("and its log".utf8).write(to: URL(fileURLWithPath: place + ".new-wal"))
    let registry = try RegistryFile(place)
    #expect(try registry.units().isEmpty)
    #expect(try !names(in: programme.folder + "/new").contains { $0.contains(".new") })
  }

  @Test("only the owner can read the registry, its log and its copies")
  func rights() throws {
    let programme = try Programme([Filing("A")])
    try programme.registry.backUp(to: programme.folder + "/backup.sqlite")
    #expect(try Self.rights(of: programme.folder) == 0o700)
    let names = try names(in: programme.folder)
    #expect(names.contains("registry.sqlite-wal") && names.contains("backup.sqlite"))
    for name in names {
      #expect(try Self.rights(of: programme.folder + "/" + name) == 0o600, "\(name)")
    }
  }

  private static func rights(of path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  private func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder)
  }

  /// A copy of the registry under another name, which nobody has open.
  private static func copied(_ programme: Programme) throws -> String {
    let place = programme.folder + "/copy.sqlite"
    try programme.registry.backUp(to: place)
    return place
  }

  private static func change(_ path: String, _ body: (inout Data) -> Void) throws {
    let file = URL(fileURLWithPath: path)
    var bytes = try Data(contentsOf: file)
    body(&bytes)
    try bytes.write(to: file)
  }

  private func tables(of registry: RegistryFile) throws -> [String: [[String]]] {
    Dictionary(uniqueKeysWithValues: try registry.exportedTables().map { ($0.name, $0.rows) })
  }

  /// The code a body fails with; nil where it does not.
  private func code<Value>(_ body: () throws -> Value) -> RegistryError.Code? {
    do {
      _ = try body()
      return nil
    } catch {
      return (error as? RegistryError)?.code
    }
  }
}
