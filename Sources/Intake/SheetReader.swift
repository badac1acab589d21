import Casework
import Tabular

/// Reads the rows of one table whose header is known; see `submissions(of:file:library:asOf:)`.
struct SheetReader {
  private let sheet: Sheet
  private let header: Range<Int>
  private let table: BoundTable
  private let binding: TableBinding
  private let reader: RecordReader
  private let unitLine: String?
  private var balance = RowBalance()
  private var records: [FormRecord] = []
  private var findings: [Finding] = []
  private var strays: [StrayRow] = []
  private var totals: ColumnTotals
  private var memberTotals: [(form: BoundForm, sums: ColumnTotals)]
  /// The applicant whose members the rows below can be; nil below a row that is nobody's.
  private var applicant: SourceLocation?
  private var filledColumns = ColumnMarks()
  private var hasData = false
  private var totalsAbove: [SheetRow] = []
  private var keys: KeyFilling

  init(
    sheet: Sheet, file: Int, block: HeaderBlock, vocabulary: FormVocabulary,
    embedded: FormVocabulary?, asOf: CalendarDate, around: SheetStatement
  ) {
    self.sheet = sheet
    header = block.rows
    let own = SheetStatement(lines: sheet.linesAroundTable(header: block.rows))
    unitLine = own.unitName ?? around.unitName
    let scale = own.scale.completed(by: around.scale)
    binding = TableBinding(
      sheet, file: file, block: block, vocabulary: vocabulary, embedded: embedded)
    let orders = sheet.dateOrders(ofColumns: binding.dateColumns, below: block.rows)
    let members = binding.members.flatMap { members in
      embedded.map {
        BoundForm(members, vocabulary: $0, sheetScale: scale, dateOrders: orders)
      }
    }
    table = BoundTable(
      applicant: BoundForm(
        binding.binding, vocabulary: vocabulary, sheetScale: scale, dateOrders: orders),
      members: members,
      groups: binding.groups.map { group in
        BoundForm(
          group.binding, vocabulary: embedded ?? vocabulary, sheetScale: scale, dateOrders: orders,
          group: group.group)
      })
    totals = ColumnTotals(of: table.applicant)
    memberTotals = ([table.members].compactMap(\.self) + table.groups).map { form in
      (form, ColumnTotals(of: form))
    }
    keys = KeyFilling(vocabulary.form)
    reader = RecordReader(
      file: file, sheet: sheet.position,
      firstColumn: block.rows.compactMap { sheet[$0].cells.first?.column }.min() ?? 0, asOf: asOf,
      merged: MergedTexts(of: sheet, in: table.sharedColumns))
  }

  /// The whole sheet: header findings first, then row by row.
  mutating func submission(notedBefore: [Finding]) -> Submission {
    balance.read(sheet.rowCount)
    for index in 0..<header.lowerBound { readAbove(SheetRow(index, of: sheet)) }
    balance.classify(.header, count: header.count)
    readRows()
    let unread = binding.unreadColumns(filled: filledColumns.columns)
    var submission = Submission(
      form: table.applicant.form.kind, location: place(row: sheet[header.lowerBound].number),
      unitLine: unitLine, records: records,
      findings: notedBefore + binding.findings + unread + findings, balance: balance,
      frame: sheet.frame(of: table, header: header), layout: binding.layout)
    submission.strays = strays
    return submission
  }

  /// A row above the header is a title, a line or a note; one that looks like data is reported, for
  /// it may be somebody's.
  private mutating func readAbove(_ row: SheetRow) {
    let kind = RowClassifier.classAbove(row.texts)
    let figures = row.texts.count { TextFolding.narrow($0).first?.isNumber ?? false }
    guard kind == .note, row.texts.count >= 3, figures >= 2, !RowReading.isColumnNumbers(row.texts)
    else { return balance.classify(kind) }
    balance.classify(.rejected)
    strays.append(StrayRow(at: place(row: row.number)))
    findings.append(
      Finding(.sheetRowsAbove, at: place(row: row.number, column: row.cells[0].column)))
  }

  private mutating func readRows() {
    var classifier = RowClassifier(
      sheet, header: header, serialColumn: table.applicant.map.columns[.serialNumber],
      firstColumn: reader.firstColumn)
    for index in header.upperBound..<sheet.rowCount {
      let row = SheetRow(index, of: sheet)
      let kind = classifier.classify(row) {
        index + 1 < sheet.rowCount ? sheet.texts(ofRow: index + 1) : []
      }
      if kind != .data { keys.end() }
      switch kind {
      case .data:
        hasData = true
        balance.classify(readData(row) ? .data : .rejected)
      case .total:
        // A total above the rows it sums, as statistical tables have it, waits for them.
        if hasData { checkTotals(row) } else { totalsAbove.append(row) }
        balance.classify(.total)
      default: balance.classify(kind)
      }
    }
    for row in totalsAbove { checkTotals(row) }
  }

  /// Reads a row as an application, an item or a member of the applicant above; false where it
  /// tells nobody's.
  private mutating func readData(_ row: SheetRow) -> Bool {
    for cell in row.cells { filledColumns.mark(cell.column) }
    let main = keys.filled(reader.record(of: row, form: table.applicant))
    totals.add(main)
    if table.applicant.form.kind == .members, !table.groups.isEmpty {
      let namesSomeone = readGroups(row, of: main)
      if !namesSomeone, main.withdrawsAnother {
        records.append(main)
        return true
      }
      if !namesSomeone { reject(row, stating: main) }
      return namesSomeone
    }
    let isMain = table.applicant.identifies(main) || main.withdrawsAnother
    if isMain {
      records.append(main)
      applicant = main.location
    } else if table.applicant.begins(main) {
      // The row of an applicant without name and number: the members below are not the last one's.
      applicant = nil
    }
    let isMember = readMember(row)
    if isMain { _ = readGroups(row, of: main) }
    if !isMain, !isMember { reject(row, stating: main) }
    return isMain || isMember
  }

  /// A row that is nobody's is reported, and kept in mind with the unit it states.
  private mutating func reject(_ row: SheetRow, stating main: FormRecord) {
    let parent = table.members == nil ? nil : applicant
    strays.append(StrayRow(main, at: place(row: row.number), below: parent))
    reject(row)
  }

  /// Reads the members side by side in a row; false where it names none.
  private mutating func readGroups(_ row: SheetRow, of main: FormRecord) -> Bool {
    var count = 0
    for (place, form) in table.groups.enumerated() {
      let member = reader.member(of: row, in: form, beside: main)
      memberTotals[place].sums.add(member)
      if form.identifies(member) {
        records.append(member)
        count += 1
      } else if member.statesMoreThanZero(beside: main) {
        reject(row, at: member.location.column, of: form)
      }
    }
    return count > 0
  }

  private mutating func readMember(_ row: SheetRow) -> Bool {
    guard let members = table.members else { return false }
    let member = reader.record(of: row, form: members, parent: applicant)
    memberTotals[0].sums.add(member)
    guard applicant != nil, members.identifies(member) else { return false }
    records.append(member)
    return true
  }

  private mutating func reject(
    _ row: SheetRow, at column: UInt16? = nil, of bound: BoundForm? = nil
  ) {
    let form = (bound ?? table.applicant).form
    let headers = form.identifiedBy.compactMap { field in
      form.fields.first { $0.field == field }?.header
    }
    findings.append(
      Finding(
        .rowRejected,
        at: place(row: row.number, column: column.map(Int.init) ?? row.cells.first?.column ?? 0),
        [headers.joined(separator: "、")]))
  }

  private mutating func checkTotals(_ row: SheetRow) {
    findings += totals.findings(for: reader.record(of: row, form: table.applicant))
    for place in memberTotals.indices {
      let stated = reader.record(of: row, form: memberTotals[place].form)
      findings += memberTotals[place].sums.findings(for: stated)
    }
  }

  private func place(row: Int, column: Int = 0) -> SourceLocation {
    SourceLocation(file: reader.file, sheet: sheet.position, row: row, column: column)
  }
}

/// What the lines above and below a table say about all its rows.
struct SheetStatement {
  /// The unit they name, as written.
  var unitName: String?
  /// What they say that amounts are counted in.
  var scale = AmountScale.unsaid

  init() {}

  init(lines: [[String]]) {
    unitName = lines.lazy.compactMap(RowReading.unitName(in:)).first
    scale = lines.map(UnitPhrase.scale(ofUnitLine:))
      .reduce(AmountScale.unsaid) { $0.completed(by: $1) }
  }
}

/// Columns in which something was seen, one flag each: it is noted for every cell.
private struct ColumnMarks {
  private var isMarked: [Bool] = []

  /// The columns marked so far.
  var columns: Set<Int> { Set(isMarked.indices.filter { isMarked[$0] }) }

  mutating func mark(_ column: Int) {
    if column >= isMarked.count {
      isMarked += repeatElement(false, count: column + 1 - isMarked.count)
    }
    isMarked[column] = true
  }
}

extension Sheet {
  /// The texts of a row's cells that are not blank, trimmed, in column order.
  func texts(ofRow index: Int) -> [String] { SheetRow(index, of: self).texts }

  /// The rows that may state the unit and the scale: above the header, and the last fifteen.
  func linesAroundTable(header: Range<Int>) -> [[String]] {
    indicesOfLinesAroundTable(header: header).map(texts(ofRow:))
  }

  /// The same rows by their indices.
  func indicesOfLinesAroundTable(header: Range<Int>) -> [Int] {
    let above = (0..<header.lowerBound).filter { RowReading.isUnitLine(texts(ofRow: $0)) }
    let below = (max(header.upperBound, rowCount - 15)..<max(header.upperBound, rowCount))
      .filter { RowReading.isUnitLineBelow(texts(ofRow: $0)) }
    return above + below
  }
}
