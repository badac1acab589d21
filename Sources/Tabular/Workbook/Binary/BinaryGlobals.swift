/// What the first part of a binary workbook says about all its sheets.
struct BinaryGlobals {
  /// A listed sheet.
  struct SheetEntry {
    let name: String
    /// Where in the stream its records begin.
    let place: Int
    let isHidden: Bool
  }

  /// The editions of the format that are read.
  private static let excel5 = 0x0500
  private static let excel97 = 0x0600
  private static let scripts = 0x0000
  /// The name Excel gives to the first sheet, for files that hold a sheet only.
  private static let onlySheetName = "Sheet1"

  private(set) var sheets: [SheetEntry] = []
  private(set) var texts: SharedTexts
  /// What a cell's number means, by the number of its style.
  private(set) var styles: [NumberFormat] = []
  /// Whether day 0 is the first of January 1904.
  private(set) var countsFrom1904 = false
  private(set) var form = BinaryTextForm.units
  private(set) var encoding = TextEncoding.utf16LE

  private let limits: TableLimits
  private let damage: DamageLog
  private var formats: [Int: NumberFormat] = [:]
  private var formatOfStyle: [Int] = []
  private var codePage: Int?

  init(limits: TableLimits, byteCount: Int, damage: DamageLog) {
    self.limits = limits
    self.damage = damage
    texts = SharedTexts(
      allowance: limits.repetition(inWorkbookOf: byteCount), factor: limits.maximumRepetition)
  }

  /// Reads up to the end of the first part; a file of scripts may hold one sheet and nothing else.
  mutating func read(_ records: inout BinaryRecords) throws(TabularError) {
    guard try records.next() else { throw TabularError(.empty, .noBytes) }
    let isSheet = try readBeginning(records)
    if isSheet {
      sheets = [SheetEntry(name: Self.onlySheetName, place: 0, isHidden: false)]
      return
    }
    while true {
      guard try records.next() else { throw TabularError(.brokenArchive, .cutShort) }
      if records.kind == BinaryRecords.Kind.end { break }
      try readRecord(&records)
    }
    styles = formatOfStyle.map { formats[$0] ?? NumberFormat(builtIn: $0) }
    guard !sheets.isEmpty else { throw TabularError(.workbookArchive, .noSheets) }
  }

  /// Reads which edition wrote the file, and returns whether a sheet begins at once.
  private mutating func readBeginning(_ records: BinaryRecords) throws(TabularError) -> Bool {
    guard records.kind == BinaryRecords.Kind.beginning else {
      guard BinaryRecords.Kind.oldBeginnings.contains(records.kind) else { throw records.damaged }
      throw TabularError(.legacyWorkbook, .otherKind, "Excel-4-XLS")
    }
    switch try records.short(at: 0) {
    case Self.excel97: form = .units
    case Self.excel5, Self.scripts: try setCodePage(nil)
    default: throw TabularError(.legacyWorkbook, .otherKind, "XLS")
    }
    return try records.short(at: 2) == 0x10
  }

  private mutating func setCodePage(_ number: Int?) throws(TabularError) {
    let decoder = try CodePageDecoder(codePage: number)
    form = .codePage(decoder)
    encoding = decoder.encoding
  }

  private mutating func readRecord(_ records: inout BinaryRecords) throws(TabularError) {
    switch records.kind {
    case BinaryRecords.Kind.filePassword: throw TabularError(.encrypted, .passwordNeeded)
    case BinaryRecords.Kind.codePage:
      if case .codePage = form { try setCodePage(try records.short(at: 0)) }
    case BinaryRecords.Kind.dateSystem: countsFrom1904 = try records.short(at: 0) == 1
    case BinaryRecords.Kind.format: try addFormat(&records)
    case BinaryRecords.Kind.style:
      try check(formatOfStyle.count)
      formatOfStyle.append(try records.short(at: 2))
    case BinaryRecords.Kind.boundSheet: try addSheet(&records)
    case BinaryRecords.Kind.sharedTexts: try readTexts(&records)
    default: break
    }
  }

  /// A style passed over would turn the days of its cells into numbers.
  private func check(_ count: Int) throws(TabularError) {
    guard count < limits.maximumStyles else {
      throw TabularError(.tooLarge, .tooManyStyles, limits.maximumStyles)
    }
  }

  private mutating func addFormat(_ records: inout BinaryRecords) throws(TabularError) {
    try check(formats.count)
    let number = try records.short(at: 0)
    records.taken = 2
    if case .codePage = form {
      try records.takeText(form, hasShortCount: true)
    } else {
      try records.takeText(form)
    }
    formats[number] = NumberFormat(code: String(decoding: records.text.bytes, as: UTF8.self))
  }

  /// Lists a sheet; charts, macros and modules are listed like sheets and hold no cells.
  private mutating func addSheet(_ records: inout BinaryRecords) throws(TabularError) {
    let place = Int(try records.long(at: 0))
    let isHidden = try records.byte(at: 4) & 3 != 0
    guard try records.byte(at: 5) == 0 else { return }
    guard sheets.count < limits.maximumSheets else {
      throw TabularError(.tooLarge, .tooManySheets, limits.maximumSheets)
    }
    records.taken = 6
    try records.takeText(form, hasShortCount: true)
    let name = String(decoding: records.text.bytes, as: UTF8.self)
    sheets.append(SheetEntry(name: name, place: place, isHidden: isHidden))
  }

  /// Reads the texts that cells share; the stated number of them may be a lie.
  private mutating func readTexts(_ records: inout BinaryRecords) throws(TabularError) {
    let count = try records.long(at: 4)
    records.taken = 8
    for _ in 0..<count {
      if records.taken == records.length, try !records.nextContinuation() { return }
      try records.takeText(form)
      records.text.flag(in: damage)
      try texts.add(records.text.bytes.span)
    }
  }
}

extension BinaryText {
  /// Lists what was replaced in the text.
  func flag(in log: DamageLog, row: Int? = nil, column: Int? = nil) {
    guard !damage.isEmpty else { return }
    for code in damage.sorted(by: { $0.rawValue < $1.rawValue }) {
      log.add(code, row: row, column: column, "a text of the workbook")
    }
  }
}
