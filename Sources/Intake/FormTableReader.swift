import Casework
import Tabular

/// Reads the rows of a table inside a form: the members, or items of the household.
struct FormTableReader {
  private let form: FormSheet
  private let table: BoundForm
  private let reader: RecordReader
  private let parent: SourceLocation
  /// The column in which the names of the form's blocks stand, left of the table.
  private let nameColumn: Int?
  /// The last row the table's name covers, where the file says it.
  private let lastRow: Int?
  private var sums: ColumnTotals
  private(set) var balance = RowBalance()
  private(set) var records: [FormRecord] = []
  private(set) var findings: [Finding] = []
  private(set) var strays: [StrayRow] = []
  /// What became of the table's headers.
  let matches: [HeaderMatch]

  init(
    _ sheet: FormSheetReader, table block: HeaderBlock, vocabulary: FormVocabulary,
    parent: SourceLocation, lastRow: Int?
  ) {
    form = sheet.form
    self.parent = parent
    self.lastRow = lastRow
    // The household's key stands in the form, not in its table: 姓名 is the member's here.
    var binding = FormBinding(
      block.labels, to: vocabulary, leavingOut: Set(vocabulary.form.householdKey))
    binding.columns = binding.columns.filter { $0.key != .submittingUnit }
    table = BoundForm(
      binding, vocabulary: vocabulary, sheetScale: sheet.scale, dateOrders: [:])
    let first = binding.columns.values.map(\.column).min() ?? 0
    nameColumn = form.rows[block.rows.lowerBound].first.flatMap { cell in
      cell.columns.lowerBound < first ? cell.columns.lowerBound : nil
    }
    reader = RecordReader(
      file: sheet.file, sheet: form.sheet.position, firstColumn: first, asOf: sheet.asOf,
      merged: MergedTexts(
        of: form.sheet, in: Set(table.columns.filter(\.isSharedByMerging).map(\.column))))
    sums = ColumnTotals(of: table)
    var trace = HeaderTrace(form.sheet, header: block.rows)
    var listed = binding
    listed.unknown.removeAll { [nameColumn] in $0.column == nameColumn }
    trace.add(listed, of: vocabulary)
    matches = trace.inOrder
    reportUnread(binding, vocabulary)
  }

  private var unread: [(label: HeaderLabel, code: FindingCode)] = []
  private var headerRow = 0
  private var vocabulary: FormVocabulary?

  private mutating func reportUnread(_ binding: FormBinding, _ vocabulary: FormVocabulary) {
    let labels = binding.unknown.filter { label in label.column != nameColumn }
    unread =
      labels.map { ($0, FindingCode.headerUnknown) }
      + binding.repeated.map { ($0, FindingCode.headerRepeated) }
    self.vocabulary = vocabulary
  }

  /// Reads rows until the table ends; the number of rows taken.
  mutating func read(from start: Int, end: Int) -> Int {
    headerRow = start > 0 ? form.sheet[start - 1].number : 1
    var index = start
    var filled: Set<Int> = []
    while index < end, !isBeyond(index) {
      let cells = form.rows[index]
      let texts = cells.map(\.text)
      if cells.isEmpty || isSpare(cells) {
        balance.classify(.blank)
      } else if RowReading.isTotal(texts) {
        let row = SheetRow(index, of: form.sheet)
        findings += sums.findings(for: reader.record(of: row, form: table))
        balance.classify(.total)
      } else {
        filled.formUnion(cells.flatMap { Array($0.columns) })
        read(SheetRow(index, of: form.sheet))
      }
      index += 1
    }
    report(filled)
    return index - start
  }

  private mutating func read(_ row: SheetRow) {
    let record = reader.record(of: row, form: table, parent: parent)
    sums.add(record)
    if identifies(record) {
      records.append(record)
      balance.classify(.data)
    } else {
      balance.classify(.rejected)
      strays.append(StrayRow(record, at: record.location, below: parent))
      let headers = table.form.identifiedBy.compactMap { field in
        table.form.fields.first { $0.field == field }?.header
      }
      findings.append(
        Finding(.rowRejected, at: record.location, [headers.joined(separator: "、")]))
    }
  }

  /// A row of items needs no key inside its household's form, but what every item states.
  private func identifies(_ record: FormRecord) -> Bool {
    guard table.form.kind != .members else { return table.identifies(record) }
    return table.form.fields.contains { $0.isRequired && !record[$0.field].isBlank }
  }

  private mutating func report(_ filled: Set<Int>) {
    for (label, code) in unread where filled.contains(label.column) {
      findings.append(
        Finding(
          code,
          at: SourceLocation(
            file: reader.file, sheet: reader.sheet, row: headerRow, column: label.column),
          value: label.joined, [label.joined, vocabulary?.suggestion(for: label.words) ?? ""]))
    }
  }

  /// Whether a row belongs to the form again: its name's cell ended, a new name stands left of the
  /// table, or its first words are a label, a step of the procedure or a note.
  private func isBeyond(_ index: Int) -> Bool {
    let cells = form.rows[index]
    guard let first = cells.first else { return false }
    if let lastRow, first.row > lastRow { return true }
    if let nameColumn, first.columns.lowerBound <= nameColumn { return true }
    let texts = cells.map(\.text)
    if RowReading.isTotal(texts) { return false }
    return first.isLabel || RowReading.isNote(texts) || RowReading.isProcedure(first.text)
      || !form.inlinePairs(of: first, under: nil).isEmpty || RowReading.isUnitLineBelow(texts)
      || cells.count == 1 && first.text.count > 12
  }

  /// A row with a number and nothing else.
  private func isSpare(_ cells: [FormCell]) -> Bool {
    cells.count == 1 && Int(TextFolding.word(cells[0].text)) != nil
  }
}
