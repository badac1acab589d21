import Casework
import Tabular

/// Reads the rows of one sheet whose header is known; see `submission(of:file:library:asOf:)`.
struct SheetReader {
  let sheet: Sheet
  let file: Int
  let block: HeaderBlock
  let asOf: CalendarDate
  private let vocabulary: FormVocabulary
  private let membersVocabulary: FormVocabulary?
  private let sheetScale: AmountScale
  private let unitLine: String?
  private var findings: [Finding] = []
  private var balance = RowBalance()

  init(
    sheet: Sheet, file: Int, block: HeaderBlock, vocabulary: FormVocabulary,
    embedded: FormVocabulary?, asOf: CalendarDate
  ) {
    self.sheet = sheet
    self.file = file
    self.block = block
    self.vocabulary = vocabulary
    membersVocabulary = embedded
    self.asOf = asOf
    let lines = sheet.linesAroundTable(header: block.rows)
    unitLine = lines.lazy.compactMap(RowReading.unitName(in:)).first
    sheetScale = lines.flatMap(\.self).map(UnitPhrase.scale(ofUnitLine:))
      .reduce(.unsaid) { $0.completed(by: $1) }
  }

  /// The whole sheet: header findings first, then row by row.
  mutating func submission(notedBefore: [Finding]) -> Submission {
    findings = notedBefore
    balance.read(sheet.rowCount)
    classifyRowsAboveHeader()
    let table = boundTable()
    let records = records(of: table)
    return Submission(
      form: vocabulary.form.kind, location: place(row: sheet[block.rows.lowerBound].number),
      unitLine: unitLine, records: records, findings: findings, balance: balance)
  }

  private mutating func classifyRowsAboveHeader() {
    for index in 0..<block.rows.lowerBound {
      let texts = sheet.texts(ofRow: index)
      let kind: RowClass =
        texts.isEmpty
        ? .blank : RowReading.isUnitLine(texts) ? .unitLine : texts.count == 1 ? .title : .note
      balance.classify(kind)
    }
    balance.classify(.header, count: block.rows.count)
  }

  private func place(row: Int, column: Int = 0) -> SourceLocation {
    SourceLocation(file: file, sheet: sheet.position, row: row, column: column)
  }

  // MARK: Binding

  /// Binds columns, by likeness too where the values fit, and reports what is missing or unknown.
  private mutating func boundTable() -> BoundTable {
    var binding = block.binding
    var members: FormBinding?
    if let membersVocabulary {
      members = embeddedMembers(in: &binding, vocabulary: membersVocabulary)
    }
    bindByLikeness(&binding)
    reportMissingColumns(of: binding)
    reportLeftOver(of: binding)
    return BoundTable(
      applicant: parsers(for: binding, vocabulary: vocabulary),
      members: members.flatMap { members in
        membersVocabulary.map { parsers(for: members, vocabulary: $0) }
      })
  }

  /// The members block inside an applications sheet; the applicant's columns are bound anew
  /// without it.
  private func embeddedMembers(
    in binding: inout FormBinding, vocabulary members: FormVocabulary
  ) -> FormBinding? {
    let labels = sheet.headerLabels(rows: block.rows)
    let found = MemberBlock(in: labels, applications: vocabulary, members: members)
    guard !found.labels.isEmpty else { return nil }
    binding = FormBinding(found.others, to: vocabulary)
    var own = FormBinding(
      found.labels, to: members, leavingOut: Set(members.form.householdKey))
    // Components of income beside a members block are each member's own.
    for field in IncomeComponent.allCases.map(\.field) + [.totalIncome]
    where own.columns[field] == nil {
      own.columns[field] = binding.columns.removeValue(forKey: field)
    }
    binding.unknown += own.unknown
    binding.repeated += own.repeated
    return own
  }

  private mutating func bindByLikeness(_ binding: inout FormBinding) {
    for label in binding.unknown {
      let bound = Set(binding.columns.keys)
      guard
        let near = HeaderLikeness.nearest(
          to: label, in: vocabulary,
          free: {
            !bound.contains($0) && vocabulary.definitions[$0]?.type.mayBindByLikeness == true
          }),
        let definition = vocabulary.definitions[near.field],
        valuesFit(FieldParser(definition, scale: label.scale), column: label.column)
      else { continue }
      binding.columns[near.field] = label
      binding.unknown.removeAll { $0 == label }
      findings.append(
        Finding(
          .headerNear, at: place(row: headerRow, column: label.column), field: near.field,
          value: label.joined, [definition.header]))
    }
  }

  /// The table's first column: where a finding about a whole row stands.
  private var firstColumn: Int {
    block.rows.compactMap { sheet[$0].cells.first?.column }.min() ?? 0
  }

  private var headerRow: Int { sheet[block.rows.upperBound - 1].number }

  private func valuesFit(_ parser: FieldParser, column: Int) -> Bool {
    var seen = 0
    for index in block.rows.upperBound..<sheet.rowCount {
      let texts = sheet.texts(ofRow: index)
      if texts.isEmpty || RowReading.isTotal(texts) || RowReading.isNote(texts) { continue }
      guard let cell = sheet[index].cells.first(where: { $0.column == column }) else { continue }
      let reading = parser.reading(sheet.text(of: cell), kind: cell.kind)
      if reading.value == nil { return false }
      seen += 1
      if seen >= 50 { break }
    }
    return seen > 0
  }

  private mutating func reportMissingColumns(of binding: FormBinding) {
    let corner = place(
      row: sheet[block.rows.lowerBound].number,
      column: sheet[block.rows.lowerBound].cells.first?.column ?? 0)
    for definition in vocabulary.form.fields
    where definition.isRequired && binding.columns[definition.field] == nil {
      findings.append(
        Finding(.headerMissingColumn, at: corner, field: definition.field, [definition.header]))
    }
    if !vocabulary.form.householdKey.isEmpty,
      !vocabulary.form.householdKey.contains(where: { binding.columns[$0] != nil })
    {
      let headers = vocabulary.form.householdKey.compactMap { vocabulary.definitions[$0]?.header }
      findings.append(
        Finding(
          .headerMissingColumn, at: corner, field: .applicationNumber,
          [headers.joined(separator: "、")]))
    }
  }

  private mutating func reportLeftOver(of binding: FormBinding) {
    for (label, code) in binding.unknown.map({ ($0, FindingCode.headerUnknown) })
      + binding.repeated.map({ ($0, .headerRepeated) }) where holdsValues(label.column)
    {
      let suggestion = HeaderLikeness.suggestion(for: label, in: vocabulary) ?? ""
      findings.append(
        Finding(
          code, at: place(row: headerRow, column: label.column), value: label.joined,
          [label.joined, suggestion]))
    }
  }

  private func holdsValues(_ column: Int) -> Bool {
    (block.rows.upperBound..<sheet.rowCount).contains { index in
      sheet[index].cells.contains {
        $0.column == column && !TextFolding.trimmed(sheet.text(of: $0)).isEmpty
      } && !RowReading.isNote(sheet.texts(ofRow: index))
    }
  }

  private func parsers(for binding: FormBinding, vocabulary: FormVocabulary) -> BoundForm {
    let columns = binding.columns.compactMap { field, label -> (Int, FieldParser)? in
      guard let definition = vocabulary.definitions[field] else { return nil }
      guard definition.type == .money else {
        return (label.column, FieldParser(definition, scale: .unsaid))
      }
      var scale = label.scale.completed(by: sheetScale)
      // An item's own 周期 says more than a header or a line for the whole sheet.
      if binding.columns[.period] != nil, definition.field == .amount { scale.period = nil }
      return (label.column, FieldParser(definition, scale: scale))
    }
    return BoundForm(
      form: vocabulary.form, columns: columns.sorted { $0.0 < $1.0 },
      map: SheetColumns(binding.columns.mapValues(\.column)))
  }

  // MARK: Rows

  private mutating func records(of table: BoundTable) -> [FormRecord] {
    var records: [FormRecord] = []
    var totals = ColumnTotals()
    var applicant: SourceLocation?
    for index in block.rows.upperBound..<sheet.rowCount {
      let row = sheet[index]
      let kind = classify(index, table: table)
      guard kind == .data else {
        if kind == .total { checkTotals(of: row, against: &totals, table: table.applicant) }
        balance.classify(kind)
        continue
      }
      let main = record(of: row, form: table.applicant, parent: nil)
      var isData = false
      if table.applicant.identifies(main) {
        records.append(main)
        totals.add(main)
        applicant = main.location
        isData = true
      }
      if let members = table.members {
        let member = record(of: row, form: members, parent: applicant)
        if members.identifies(member), applicant != nil {
          records.append(member)
          isData = true
        }
      }
      if !isData { reject(row, form: table.applicant) }
      balance.classify(isData ? .data : .rejected)
    }
    return records
  }

  private func classify(_ index: Int, table: BoundTable) -> RowClass {
    let texts = sheet.texts(ofRow: index)
    if texts.isEmpty { return .blank }
    let serial = table.applicant.map.columns[.serialNumber] ?? sheet[index].cells.first?.column
    if texts.count == 1, sheet[index].cells.first?.column == serial, Int(texts[0]) != nil {
      return .blank
    }
    if index < block.rows.upperBound + 2, RowReading.isColumnNumbers(texts) { return .header }
    if RowReading.isTotal(texts) { return .total }
    if isHeaderAgain(texts) { return .header }
    if texts.count <= 4, RowReading.isUnitLine(texts), !isRecord(index, table: table) {
      return .unitLine
    }
    if RowReading.isNote(texts) { return .note }
    return .data
  }

  /// Whether the row has something in an identifying column that is not the start of a unit line.
  private func isRecord(_ index: Int, table: BoundTable) -> Bool {
    table.applicant.form.kind == .units
      || record(of: sheet[index], form: table.applicant, parent: nil)
        .identity(.applicantId).value?.number != nil
  }

  /// A header repeated on a later printed page.
  private func isHeaderAgain(_ texts: [String]) -> Bool {
    block.rows.contains { sheet.texts(ofRow: $0) == texts }
  }

  private func record(of row: RawRow, form: BoundForm, parent: SourceLocation?) -> FormRecord {
    let start = place(row: row.number, column: firstColumn)
    var record = FormRecord(
      form: form.form.kind, location: start, columns: form.map, parent: parent)
    var cells = row.cells[...]
    for (column, parser) in form.columns {
      while let cell = cells.first, cell.column < column { cells = cells.dropFirst() }
      var text = ""
      var kind = CellKind.text
      if let cell = cells.first, cell.column == column {
        text = TextFolding.trimmed(sheet.text(of: cell))
        kind = cell.kind
      } else if form.form.householdKey.contains(parser.definition.field)
        || parser.definition.field == .submittingUnit
      {
        (text, kind) = sheet.mergedText(row: row.number, column: column)
      }
      enter(text, kind: kind, by: parser, at: start.at(column: column), into: &record)
    }
    record.findings += crossChecked(record)
    return record
  }

  private func enter(
    _ text: String, kind: CellKind, by parser: FieldParser, at cell: SourceLocation,
    into record: inout FormRecord
  ) {
    let definition = parser.definition
    let reading = text.isEmpty ? .nothing : parser.reading(text, kind: kind)
    if let value = reading.value {
      record.enter(value, for: definition.field)
    } else if !reading.findings.isEmpty {
      record.enter(nil, for: definition.field)
    } else if definition.isRequired {
      record.findings.append(
        Finding(.cellRequired, at: cell, field: definition.field, [definition.header]))
    }
    for finding in reading.findings {
      record.findings.append(
        Finding(finding.code, at: cell, field: definition.field, value: text, finding.arguments))
    }
    if case .date(let date) = reading.value, date.earliest > asOf {
      record.findings.append(
        Finding(
          .dateImplausible, at: cell, field: definition.field, value: text, [asOf.description]))
    }
  }

  /// An identity number says a date of birth and a sex; the columns beside it should agree.
  private func crossChecked(_ record: FormRecord) -> [Finding] {
    let field: Field = record.form == .members ? .memberId : .applicantId
    guard record.form == .members || record.form == .applications,
      let number = record.identity(field).value?.number
    else { return [] }
    var findings: [Finding] = []
    if let birth = record.date(.birthDate).value, !birth.admits(number.birthDate) {
      findings.append(
        Finding(
          .identityBirthDateConflict, at: record.cell(of: .birthDate), field: .birthDate,
          value: birth.description))
    }
    if let sex = record.choice(.sex, as: Sex.self).value, sex != number.sex {
      findings.append(
        Finding(.identitySexConflict, at: record.cell(of: .sex), field: .sex, value: sex.rawValue))
    }
    return findings
  }

  private mutating func reject(_ row: RawRow, form: BoundForm) {
    let first = row.cells.first { !TextFolding.trimmed(sheet.text(of: $0)).isEmpty }
    let headers = form.form.identifiedBy.compactMap { field in
      form.form.fields.first { $0.field == field }?.header
    }
    findings.append(
      Finding(
        .rowRejected, at: place(row: row.number, column: first?.column ?? 0),
        [headers.joined(separator: "、")]))
  }

  private mutating func checkTotals(
    of row: RawRow, against totals: inout ColumnTotals, table: BoundForm
  ) {
    let stated = record(of: row, form: table, parent: nil)
    for (field, value) in stated.stated {
      guard case .money(let amount) = value, let total = amount.amount.exact,
        let sums = totals.sums(of: field), !sums.contains(total)
      else { continue }
      findings.append(
        Finding(
          .totalWrong, at: stated.cell(of: field), field: field, value: total.description,
          [total.description, sums.last?.description ?? ""]))
    }
    totals.endGroup()
  }
}

/// The parsers of one form's columns in one sheet.
struct BoundForm {
  let form: FormDefinition
  let columns: [(column: Int, parser: FieldParser)]
  let map: SheetColumns

  init(form: FormDefinition, columns: [(Int, FieldParser)], map: SheetColumns) {
    self.form = form
    self.columns = columns.map { (column: $0.0, parser: $0.1) }
    self.map = map
  }

  /// Whether the row holds anything that tells whose it is.
  func identifies(_ record: FormRecord) -> Bool {
    form.identifiedBy.contains { !record[$0].isBlank }
  }
}

/// The forms bound in one sheet: its own, and a members block inside it.
struct BoundTable {
  let applicant: BoundForm
  let members: BoundForm?
}

/// Running sums of the money columns, for checking the totals a sheet states.
struct ColumnTotals {
  private var all: [Field: Money] = [:]
  private var sinceTotal: [Field: Money] = [:]
  private var uncertain: Set<Field> = []

  mutating func add(_ record: FormRecord) {
    for (field, value) in record.stated {
      guard case .money(let amount)? = value else {
        if value == nil { uncertain.insert(field) }
        continue
      }
      guard let exact = amount.amount.exact else {
        uncertain.insert(field)
        continue
      }
      all[field, default: .zero] = all[field, default: .zero] + exact
      sinceTotal[field, default: .zero] = sinceTotal[field, default: .zero] + exact
    }
  }

  /// The sums a total may state: of the rows since the last total, and of all rows.
  func sums(of field: Field) -> [Money]? {
    uncertain.contains(field)
      ? nil : [sinceTotal[field, default: .zero], all[field, default: .zero]]
  }

  mutating func endGroup() { sinceTotal = [:] }
}

extension Sheet {
  /// The texts of a row's cells that are not blank, trimmed, in column order.
  func texts(ofRow index: Int) -> [String] {
    self[index].cells.map { TextFolding.trimmed(text(of: $0)) }.filter { !$0.isEmpty }
  }

  /// The rows that may state the unit and the scale: above the header, and the last fifteen.
  func linesAroundTable(header: Range<Int>) -> [[String]] {
    let below = max(header.upperBound, rowCount - 15)..<max(header.upperBound, rowCount)
    return (Array(0..<header.lowerBound) + Array(below)).map(texts(ofRow:))
      .filter { RowReading.isUnitLine($0) }
  }

  /// The text of a merged cell that covers a position from a row above it.
  func mergedText(row: Int, column: Int) -> (String, CellKind) {
    guard
      let merge = merges.first(where: {
        $0.firstRow < row && row <= $0.lastRow && $0.firstColumn <= column
          && column <= $0.lastColumn
      }), let index = (0..<rowCount).first(where: { self[$0].number == merge.firstRow }),
      let cell = self[index].cells.first(where: { $0.column == merge.firstColumn })
    else { return ("", .text) }
    return (TextFolding.trimmed(text(of: cell)), cell.kind)
  }
}
