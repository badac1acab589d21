/// One reading of a binary workbook (`.xls`, [MS-XLS]): of Excel 5 to 2003, WPS and LibreOffice, in
/// a container or, as scripts write them, as bare records.
struct BinaryWorkbookReading {
  private let source: ByteSource
  private let limits: TableLimits
  private let damage: DamageLog

  init(_ source: ByteSource, limits: TableLimits, damage: DamageLog) {
    self.source = source
    self.limits = limits
    self.damage = damage
  }

  /// Whether a file begins like bare records: the first one is a beginning of a known length.
  static func isBareRecords(_ head: [UInt8]) -> Bool {
    [
      [0x09, 0x08, 0x08, 0x00], [0x09, 0x08, 0x10, 0x00], [0x09, 0x00, 0x04, 0x00],
      [0x09, 0x02, 0x06, 0x00], [0x09, 0x04, 0x06, 0x00],
    ]
    .contains { head.starts(with: $0) }
  }

  /// Hands the sheets of the workbook to `receiver`.
  func read(into receiver: any TableReceiver) throws(TabularError) -> (FileFormat, TextEncoding) {
    var records = BinaryRecords(try stream())
    var book = BinaryGlobals(limits: limits, byteCount: source.byteCount, damage: damage)
    records.seek(to: 0)
    try book.read(&records)
    var bytesOfSheets = 0
    for (number, sheet) in book.sheets.enumerated() {
      let outlet = SheetOutlet(
        receiver: receiver, limits: limits, damage: damage, sheetsBefore: number)
      try outlet.beginSheet(name: sheet.name)
      outlet.visibility.isHidden = sheet.isHidden
      records.seek(to: sheet.place)
      let scan = try BinarySheetScan(&records)
      // Sheets that lie one over another would cost their writer nothing.
      bytesOfSheets += scan.end - sheet.place
      guard bytesOfSheets <= records.byteCount else {
        throw TabularError(.brokenArchive, .overlappingSheets)
      }
      records.seek(to: sheet.place)
      var reader = BinarySheetReader(outlet, book, scan)
      try reader.read(&records)
      try outlet.endSheet()
    }
    return (.xls, book.encoding)
  }

  /// The stream of the workbook; files with both editions hold the newer one under the first name.
  private func stream() throws(TabularError) -> CompoundStream {
    let head = try Bytes(of: source, at: 0, count: CompoundFile.firstBytes.count)
    guard head.all == CompoundFile.firstBytes else { return CompoundStream(source) }
    let file: CompoundFile
    do throws(TabularError) {
      file = try CompoundFile(source, limits: limits)
    } catch {
      throw try ContainerKind.refusal(of: source) ?? error
    }
    for (name, error) in ContainerKind.foreign where file.directory.stream(named: name) != nil {
      throw error
    }
    for name in ["Workbook", "Book"] {
      if let entry = file.directory.stream(named: name) { return try file.stream(entry) }
    }
    throw TabularError(.legacyWorkbook, .otherKind, "OLE")
  }
}
