/// One reading of a workbook that is an archive: XLSX or ODS, told apart by what it holds.
struct WorkbookReading {
  private let source: ByteSource
  private let limits: TableLimits
  private let damage: DamageLog

  init(_ source: ByteSource, limits: TableLimits, damage: DamageLog) {
    self.source = source
    self.limits = limits
    self.damage = damage
  }

  /// Hands the tables of the workbook to `receiver`.
  func read(into receiver: any TableReceiver) throws(TabularError) -> (FileFormat, TextEncoding) {
    let archive = try Archive(source, limits: limits)
    if archive.contains("content.xml") {
      return (.ods, try readOpenDocument(archive, into: receiver))
    }
    let parts = WorkbookParts(archive, limits: limits, damage: damage)
    guard let path = try parts.workbookPath(), archive.contains(path) else {
      throw TabularError(.workbookArchive, .otherKind, Self.kind(of: archive))
    }
    let encoding = try parts.readWorkbook(at: path, into: receiver)
    return (.xlsx, encoding)
  }

  private func readOpenDocument(
    _ archive: Archive, into receiver: any TableReceiver
  ) throws(TabularError) -> TextEncoding {
    let parts = WorkbookParts(archive, limits: limits, damage: damage)
    let manifest = EncryptionSearch()
    try parts.read("META-INF/manifest.xml", by: manifest, into: receiver)
    if manifest.isEncrypted { throw TabularError(.encrypted, .passwordNeeded) }
    let outlet = SheetOutlet(receiver: receiver, limits: limits, damage: damage)
    return try parts.read("content.xml", by: GrammarRun(FlatODSGrammar(outlet)), outlet) ?? .utf8
  }

  /// What else an archive may be, for the message.
  private static func kind(of archive: Archive) -> String {
    if archive.contains("xl/workbook.bin") { return "XLSB" }
    if archive.containsPrefix("word/") { return "DOCX" }
    if archive.containsPrefix("ppt/") { return "PPTX" }
    if archive.containsPrefix("ofd.xml") { return "OFD" }
    return "ZIP"
  }
}

/// Looks in the manifest of an OpenDocument file for encrypted entries.
final class EncryptionSearch: XMLEvents {
  private(set) var isEncrypted = false

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name.spelled.local == "encryption-data" { isEncrypted = true }
  }

  func text(_ bytes: Span<UInt8>) {}
  func end() {}
  func finish() {}
}
