/// Reads one sheet of a binary workbook.
///
/// Numbers count by what is stored, formulas by the value stored with them; the stated size of a
/// sheet is never read. Cells in any order are sorted.
struct BinarySheetReader {
  private let outlet: SheetOutlet
  private let book: BinaryGlobals
  private var form: BinaryTextForm
  private var cells: BinaryCells
  /// Whether a formula's cell is open until the record with its text comes.
  private var awaitsText = false

  init(_ outlet: SheetOutlet, _ book: BinaryGlobals, _ scan: BinarySheetScan) {
    self.outlet = outlet
    self.book = book
    form = book.form
    cells = BinaryCells(outlet, scan)
  }

  /// Reads all records from the sheet's beginning on.
  mutating func read(_ records: inout BinaryRecords) throws(TabularError) {
    try records.beginPart()
    while try records.nextOfPart() { try readRecord(&records) }
    try endFormula()
    try cells.finish()
  }

  private mutating func readRecord(_ records: inout BinaryRecords) throws(TabularError) {
    switch records.kind {
    case BinaryRecords.Kind.sharedLabel:
      try begin(records)
      try cells.append(try records.long(at: 6), of: book.texts)
      try cells.end()
    case BinaryRecords.Kind.shortNumber:
      try begin(records)
      try end(Self.number(packed: try records.long(at: 6)), style: try records.short(at: 4))
    case BinaryRecords.Kind.number:
      try begin(records)
      try end(try records.double(at: 6), style: try records.short(at: 4))
    case BinaryRecords.Kind.numbers: try readNumbers(records)
    case BinaryRecords.Kind.blank:
      try begin(records)
      try cells.end()
    case BinaryRecords.Kind.blanks: try readBlanks(records)
    case BinaryRecords.Kind.formula: try readFormula(records)
    case BinaryRecords.Kind.formulaText: try readFormulaText(&records)
    case BinaryRecords.Kind.label, BinaryRecords.Kind.richLabel: try readLabel(&records)
    case BinaryRecords.Kind.truthOrError:
      try begin(records)
      try end(truthOrError: try records.byte(at: 6), isError: try records.byte(at: 7) != 0)
    case BinaryRecords.Kind.merges: try readMerges(records)
    case BinaryRecords.Kind.columns:
      if records.length >= 10, try records.short(at: 8) & 1 != 0 {
        outlet.hiddenColumns.hide(try records.short(at: 0), through: try records.short(at: 2))
      }
    case BinaryRecords.Kind.codePage:
      if case .codePage = form {
        form = .codePage(try CodePageDecoder(codePage: try records.short(at: 0)))
      }
    case BinaryRecords.Kind.filePassword: throw TabularError(.encrypted, .passwordNeeded)
    default: break
    }
  }

  private mutating func begin(_ records: BinaryRecords) throws(TabularError) {
    try endFormula()
    try cells.begin(row: try records.short(at: 0), column: try records.short(at: 2))
  }

  /// Reads numbers of one row side by side, six bytes each.
  private mutating func readNumbers(_ records: BinaryRecords) throws(TabularError) {
    try endFormula()
    let row = try records.short(at: 0)
    let first = try records.short(at: 2)
    guard records.length >= 6, (records.length - 6) % 6 == 0 else { throw records.damaged }
    for index in 0..<(records.length - 6) / 6 {
      try cells.begin(row: row, column: first + index)
      let place = 4 + index * 6
      try end(
        Self.number(packed: try records.long(at: place + 2)), style: try records.short(at: place))
    }
  }

  /// Blank cells with a style widen their row, as in the other formats.
  private mutating func readBlanks(_ records: BinaryRecords) throws(TabularError) {
    try endFormula()
    let row = try records.short(at: 0)
    let first = try records.short(at: 2)
    for index in 0..<max(0, (records.length - 6) / 2) {
      try cells.begin(row: row, column: first + index)
      try cells.end()
    }
  }

  /// Reads the value stored with a formula; a text follows in a record of its own.
  private mutating func readFormula(_ records: BinaryRecords) throws(TabularError) {
    try begin(records)
    guard try records.short(at: 12) == 0xFFFF else {
      return try end(try records.double(at: 6), style: try records.short(at: 4))
    }
    let value = try records.byte(at: 8)
    switch try records.byte(at: 6) {
    case 0: awaitsText = true
    case 1: try end(truthOrError: value, isError: false)
    case 2: try end(truthOrError: value, isError: true)
    default: try cells.end()
    }
  }

  private mutating func readFormulaText(_ records: inout BinaryRecords) throws(TabularError) {
    guard awaitsText else { return }
    awaitsText = false
    try endText(&records)
  }

  /// Ends a formula's cell whose text never came.
  private mutating func endFormula() throws(TabularError) {
    guard awaitsText else { return }
    awaitsText = false
    outlet.damage.add(
      .missingSharedText, row: cells.place.row, column: cells.place.column,
      "a formula without its text")
    try cells.end()
  }

  private mutating func readLabel(_ records: inout BinaryRecords) throws(TabularError) {
    try begin(records)
    records.taken = 6
    try endText(&records)
  }

  private mutating func endText(_ records: inout BinaryRecords) throws(TabularError) {
    try records.takeText(form)
    records.text.flag(in: outlet.damage, row: cells.place.row, column: cells.place.column)
    cells.append(records.text.bytes.span)
    try cells.end()
  }

  private mutating func readMerges(_ records: BinaryRecords) throws(TabularError) {
    let count = try records.short(at: 0)
    for index in 0..<count {
      let place = 2 + index * 8
      try cells.merge(
        MergedRange(
          firstRow: try records.short(at: place) + 1, lastRow: try records.short(at: place + 2) + 1,
          firstColumn: try records.short(at: place + 4),
          lastColumn: try records.short(at: place + 6)))
    }
  }
}

extension BinarySheetReader {
  /// The number that 32 bits stand for: a whole one or the upper half of a floating point one, and
  /// perhaps a hundred times what is meant.
  private static func number(packed: UInt32) -> Double {
    let value =
      packed & 2 != 0
      ? Double(Int32(bitPattern: packed) >> 2)
      : Double(bitPattern: UInt64(packed & 0xFFFF_FFFC) << 32)
    return packed & 1 != 0 ? value / 100 : value
  }

  private mutating func end(_ number: Double, style: Int) throws(TabularError) {
    guard number.isFinite else {
      cells.append("#NUM!".utf8Span.span)
      return try cells.end(.error)
    }
    let format = style < book.styles.count ? book.styles[style] : .number
    if format != .number,
      let moment = StoredNumber.moment(number, as: format, from1904: book.countsFrom1904)
    {
      cells.append(moment.utf8Span.span)
      return try cells.end(.date)
    }
    cells.append(StoredNumber.decimal(number).utf8Span.span)
    try cells.end(.number)
  }

  private mutating func end(truthOrError value: UInt8, isError: Bool) throws(TabularError) {
    cells.append((isError ? Self.error(value) : value == 0 ? "0" : "1").utf8Span.span)
    try cells.end(isError ? .error : .boolean)
  }

  private static func error(_ number: UInt8) -> String {
    switch number {
    case 0x00: "#NULL!"
    case 0x07: "#DIV/0!"
    case 0x0F: "#VALUE!"
    case 0x17: "#REF!"
    case 0x1D: "#NAME?"
    case 0x24: "#NUM!"
    default: "#N/A"
    }
  }
}
