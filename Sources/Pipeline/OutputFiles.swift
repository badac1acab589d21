/// The files of a staged folder as they are written, with their digests for its manifest.
struct OutputFiles {
  let folder: RunFolder
  private(set) var digests: [String: String] = [:]

  init(in folder: RunFolder) { self.folder = folder }

  mutating func write(_ bytes: [UInt8], to name: String) throws(RunFailure) {
    add([try folder.put(bytes, as: name)])
  }

  /// Notes files that were written several at a time.
  mutating func add(_ files: [WrittenFile]) {
    for file in files { digests[file.name] = file.digest }
  }

  mutating func writePage(_ name: String, _ render: () throws -> String) throws(RunFailure) {
    try write(Array(try rendered(render).utf8), to: name)
  }
}

/// A file that lies in a staged folder, with the digest of its bytes.
struct WrittenFile: Sendable {
  let name: String
  let digest: String
}

extension RunFolder {
  /// Writes a file, and says what was written.
  func put(_ bytes: [UInt8], as name: String) throws(RunFailure) -> WrittenFile {
    try write(bytes, to: name)
    return WrittenFile(name: name, digest: hexDigest(of: bytes))
  }
}

/// What a template makes; one that does not compile is a fault of the program.
func rendered<Value>(_ render: () throws -> Value) throws(RunFailure) -> Value {
  do {
    return try render()
  } catch let failure as RunFailure {
    throw failure
  } catch {
    throw RunFailure.unusable(file: "template", problem: .template("\(error)"))
  }
}
