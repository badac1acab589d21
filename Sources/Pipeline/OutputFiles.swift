/// The files of a staged folder as they are written, with their digests for its manifest.
struct OutputFiles {
  let folder: RunFolder
  private(set) var digests: [String: String] = [:]

  init(in folder: RunFolder) { self.folder = folder }

  mutating func write(_ bytes: [UInt8], to name: String) throws(RunFailure) {
    try folder.write(bytes, to: name)
    digests[name] = hexDigest(of: bytes)
  }

  mutating func writePage(_ name: String, _ render: () throws -> String) throws(RunFailure) {
    try write(Array(try rendered(render).utf8), to: name)
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
