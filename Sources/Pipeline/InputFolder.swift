import Crypto
import Foundation

/// One file of the round.
struct InputFile: Sendable {
  /// The path relative to the round's folder, with `/` between its parts.
  let path: String
  /// The name of the unit's folder; nil for a file that lies in the round's folder itself.
  let folder: String?
  /// The file's SHA-256 in hexadecimal; empty where it cannot be read.
  let digest: String
}

/// The files of a round, sorted, whatever order the file system lists them in.
struct InputFolder: Sendable {
  let root: String
  let files: [InputFile]

  /// Lists a round's folder.
  ///
  /// Hidden files, office lock files, notes (`.md`) and the key are no submissions.
  ///
  /// - Throws: `RunFailure.nothingUsable` where there is no folder or no file in it.
  init(_ root: String) throws(RunFailure) {
    self.root = root
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: root, isDirectory: &isFolder), isFolder.boolValue
    else { throw RunFailure.nothingUsable(input: root, reason: .noFolder) }
    let paths = Self.paths(below: root).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    guard !paths.isEmpty else { throw RunFailure.nothingUsable(input: root, reason: .noFiles) }
    files = paths.map { path in
      let parts = path.split(separator: "/")
      return InputFile(
        path: path, folder: parts.count > 1 ? String(parts[0]) : nil,
        digest: Self.digest(of: root + "/" + path))
    }
  }

  private static func paths(below root: String) -> [String] {
    guard let walk = FileManager.default.enumerator(atPath: root) else { return [] }
    var paths: [String] = []
    while let path = walk.nextObject() as? String {
      guard walk.fileAttributes?[.type] as? FileAttributeType != .typeDirectory,
        path.split(separator: "/").allSatisfy({ isSubmission(String($0)) })
      else { continue }
      paths.append(path)
    }
    return paths
  }

  private static func isSubmission(_ name: String) -> Bool {
    let ignored = ["thumbs.db", "desktop.ini", CaseIdentifiers.keyFileName]
    return !name.hasPrefix(".") && !name.hasPrefix("~$") && !ignored.contains(name.lowercased())
      && !name.lowercased().hasSuffix(".md")
  }

  /// Reads in pieces, so that a large file needs no memory of its size.
  private static func digest(of path: String) -> String {
    guard isPlainFile(path), let stream = InputStream(fileAtPath: path) else { return "" }
    stream.open()
    defer { stream.close() }
    var hash = SHA256()
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = stream.read(&buffer, maxLength: buffer.count)
      if count < 0 { return "" }
      if count == 0 { return hex(hash.finalize()) }
      hash.update(data: buffer[..<count])
    }
  }
}
