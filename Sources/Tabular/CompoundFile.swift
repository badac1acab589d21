/// Tells what an OLE container holds: an old workbook, a document, or a workbook with a password.
enum CompoundFile {
  static let firstBytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0]

  /// The names of streams, as the container's directory has them in UTF-16.
  private static let kinds: [(stream: String, error: TabularError)] = [
    ("EncryptedPackage", TabularError(.encrypted, "a workbook with a password")),
    ("WordDocument", TabularError(.legacyWorkbook, "DOC")),
    ("PowerPoint Document", TabularError(.legacyWorkbook, "PPT")),
  ]

  /// The error that refuses the file, found by searching all of it for the names of streams.
  static func refusal(of source: ByteSource) throws(TabularError) -> TabularError {
    let marks = kinds.map { kind in
      kind.stream.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }
    let longest = marks.map(\.count).max() ?? 0
    var buffer = ByteBuffer()
    defer { source.rewind() }
    while try source.read(into: &buffer) {
      for (kind, mark) in zip(kinds, marks)
      where contains(mark, in: buffer.storage.span.extracting(buffer.live)) {
        return kind.error
      }
      buffer.consume(max(0, buffer.count - longest))
    }
    return TabularError(.legacyWorkbook, "XLS")
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
