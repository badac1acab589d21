/// Tells what an OLE container holds that is no workbook to be read.
enum ContainerKind {
  /// The streams by which other containers are known, and the errors that refuse them.
  static let foreign: [(stream: String, error: TabularError)] = [
    ("EncryptedPackage", TabularError(.encrypted, .passwordNeeded)),
    ("WordDocument", TabularError(.legacyWorkbook, .otherKind, "DOC")),
    ("PowerPoint Document", TabularError(.legacyWorkbook, .otherKind, "PPT")),
  ]

  /// The error that refuses a container whose directory cannot be read, found by searching all of it
  /// for the names of streams, which stand there in UTF-16; nil where there are none.
  static func refusal(of source: ByteSource) throws(TabularError) -> TabularError? {
    let marks = foreign.map { kind in
      kind.stream.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }
    let longest = marks.map(\.count).max() ?? 0
    var buffer = ByteBuffer()
    source.rewind()
    defer { source.rewind() }
    while try source.read(into: &buffer) {
      for (kind, mark) in zip(foreign, marks)
      where contains(mark, in: buffer.storage.span.extracting(buffer.live)) {
        return kind.error
      }
      buffer.consume(max(0, buffer.count - longest))
    }
    return nil
  }

  private static func contains(_ mark: [UInt8], in bytes: Span<UInt8>) -> Bool {
    var index = 0
    while index + mark.count <= bytes.count {
      index = WordScan.index(of: mark[0], or: mark[0], in: bytes, from: index)
      guard index + mark.count <= bytes.count else { return false }
      var length = 1
      while length < mark.count, bytes[index + length] == mark[length] { length += 1 }
      if length == mark.count { return true }
      index += 1
    }
    return false
  }
}
