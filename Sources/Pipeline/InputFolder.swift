import Crypto
import Dispatch
import Foundation
import Synchronization

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
  /// The files that say what headers mean; no submissions.
  let mappings: [InputFile]

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
    guard !paths.allSatisfy(MappingFile.isMapping) else {
      throw RunFailure.nothingUsable(input: root, reason: .noFiles)
    }
    let all = zip(paths, Self.digests(of: paths.map { root + "/" + $0 })).map { path, digest in
      InputFile(
        path: path, folder: path.firstIndex(of: "/").map { String(path[..<$0]) }, digest: digest)
    }
    files = all.filter { !MappingFile.isMapping($0.path) }
    mappings = all.filter { MappingFile.isMapping($0.path) }
  }

  /// The places of files whose very bytes a unit handed in before, with the place of the first.
  ///
  /// Only within one folder: the same file from two units is for people to look at.
  var repeatedFiles: [Int: Int] {
    var first: [String: Int] = [:]
    var repeats: [Int: Int] = [:]
    for (place, file) in files.enumerated() where !file.digest.isEmpty {
      let key = "\(file.folder ?? "")/\(file.digest)"
      if let known = first[key] { repeats[place] = known } else { first[key] = place }
    }
    return repeats
  }

  /// The submissions' paths in no order; a folder that cannot be opened has none.
  ///
  /// Read by the system's own calls: Foundation's enumerator makes a URL of each name and asks for
  /// its attributes, which took longer than reading the small files themselves.
  private static func paths(below root: String, in folder: String = "") -> [String] {
    guard let listing = opendir(root + "/" + folder) else { return [] }
    defer { closedir(listing) }
    var paths: [String] = []
    while let entry = readdir(listing) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard isSubmission(name) else { continue }
      let path = folder.isEmpty ? name : folder + "/" + name
      if isOwnFolder(entry.pointee.d_type, root + "/" + path) {
        paths += self.paths(below: root, in: path)
      } else {
        paths.append(path)
      }
    }
    return paths
  }

  /// Whether an entry is a folder itself; a link to one is not followed.
  private static func isOwnFolder(_ type: UInt8, _ path: String) -> Bool {
    guard Int(type) == DT_UNKNOWN else { return Int(type) == DT_DIR }
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func isSubmission(_ name: String) -> Bool {
    let ignored = ["thumbs.db", "desktop.ini", CaseIdentifiers.keyFileName]
    return !name.hasPrefix(".") && !name.hasPrefix("~$") && !ignored.contains(name.lowercased())
      && !name.lowercased().hasSuffix(".md")
  }

  /// The digests of files in their order, several at a time: nothing else can be done before.
  private static func digests(of paths: [String]) -> [String] {
    let batches = paths.inBatches(of: 64)
    let digests = Mutex([[String]](repeating: [], count: batches.count))
    DispatchQueue.concurrentPerform(iterations: batches.count) { place in
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      let own = batches[place].map { digest(of: $0, through: &buffer) }
      digests.withLock { $0[place] = own }
    }
    return digests.withLock { $0.flatMap(\.self) }
  }

  /// The digest of one file; empty where it cannot be read.
  static func digest(of path: String) -> String {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    return digest(of: path, through: &buffer)
  }

  /// Reads in pieces, so that a large file needs no memory of its size.
  private static func digest(of path: String, through buffer: inout [UInt8]) -> String {
    guard isPlainFile(path) else { return "" }
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return "" }
    defer { close(file) }
    var hash = SHA256()
    while true {
      let count = read(file, &buffer, buffer.count)
      if count < 0 { return "" }
      if count == 0 { return hex(hash.finalize()) }
      hash.update(data: buffer[..<count])
    }
  }
}
