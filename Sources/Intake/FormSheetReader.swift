import Casework
import Tabular

/// Reads a sheet in form layout: one application per block of labels and values, with the tables of
/// its members and items inside.
struct FormSheetReader {
  let form: FormSheet
  let file: Int
  let asOf: CalendarDate
  let scale: AmountScale
  let members: FormVocabulary?
  var balance = RowBalance()
  var records: [FormRecord] = []
  var findings: [Finding] = []
  private var strays: [StrayRow] = []
  /// The applications read so far with their rows.
  private var frames: [FormFrame.Block] = []
  private let unitLine: String?
  /// What became of the labels of all applications and of the headers of the tables inside.
  private var matches: [HeaderMatch] = []
  /// The application being read.
  private var block: FormBlock?
  /// The name over the rows that are being read.
  private var group: Group?

  private struct Group {
    let text: String
    let column: Int
    /// The last row it holds for, where the file says it.
    let lastRow: Int?

    init(_ cell: FormCell) {
      text = cell.text
      column = cell.columns.lowerBound
      lastRow = cell.isMergedDown ? cell.lastRow : nil
    }
  }

  init(_ form: FormSheet, file: Int, asOf: CalendarDate) {
    self.form = form
    self.file = file
    self.asOf = asOf
    members = form.library.vocabulary(of: .members)
    let statement = SheetStatement(
      lines: form.rows.indices.filter(form.statesUnit).map { form.rows[$0].map(\.text) })
    scale = statement.scale
    unitLine = statement.unitName
  }

  /// The whole sheet, block by block.
  mutating func submission(notedBefore: [Finding]) -> Submission {
    balance.read(form.rows.count)
    var starts = form.blockStarts[...]
    var index = 0
    while index < form.rows.count {
      if let next = starts.first, next.first == index {
        beginBlock(at: next.name)
        starts = starts.dropFirst()
        frames.append(frame(from: index, to: starts.first?.first ?? form.rows.count))
      }
      index += readRows(from: index, end: starts.first?.first ?? form.rows.count)
    }
    endBlock()
    let first = form.rows.firstIndex { !$0.isEmpty } ?? 0
    var submission = Submission(
      form: .applications, location: place(row: form.sheet[first].number, column: 0),
      unitLine: unitLine, records: records, findings: notedBefore + findings, balance: balance,
      layout: HeaderLayout(matches.sorted { ($0.row, $0.column) < ($1.row, $1.column) }))
    submission.strays = strays
    submission.formFrame = FormFrame(
      blocks: frames,
      statementRows: form.rows.indices.filter(form.statesUnit).map { form.sheet[$0].number })
    return submission
  }

  /// The rows of an application; the title above the next one is that one's.
  private func frame(from start: Int, to next: Int) -> FormFrame.Block {
    func isAbove(_ index: Int) -> Bool {
      form.rows[index].isEmpty
        || form.rows[index].count == 1 && RowReading.isTitle(form.rows[index][0].text)
    }
    var (first, end) = (start, next)
    while first > (frames.isEmpty ? 0 : 1), isAbove(first - 1) { first -= 1 }
    while next < form.rows.count, end > start + 1, isAbove(end - 1) { end -= 1 }
    return FormFrame.Block(
      record: block?.location ?? place(row: form.sheet[start].number, column: 0),
      rows: form.sheet[first].number...form.sheet[end - 1].number)
  }

  // MARK: Blocks

  private mutating func beginBlock(at index: Int) {
    endBlock()
    let cells = form.rows[index]
    block = FormBlock(
      location: place(
        row: form.sheet[index].number, column: cells.first?.columns.lowerBound ?? 0))
    group = nil
  }

  private mutating func endBlock() {
    guard let block else { return }
    matches += self.matches(of: block)
    self.block = nil
    let application = record(of: block)
    if let last = frames.indices.last, frames[last].record == block.location {
      frames[last].statesCorrection = block.cells[.correction] != nil
    }
    guard
      form.applications.form.identifiedBy.contains(where: { !application[$0].isBlank })
        || application.withdrawsAnother
    else {
      findings += application.findings
      strays.append(StrayRow(application, at: block.location, below: nil))
      findings.append(
        Finding(.rowRejected, at: block.location, [headers(of: form.applications.form)]))
      return
    }
    records.append(application)
    if let own = ownRecord(of: block, beside: application) { records.append(own) }
    records += block.items
  }

  /// Where the application that is being read begins; nil above the first.
  var location: SourceLocation? { block?.location }

  /// Adds a member's row to the application that is being read.
  mutating func add(_ member: FormRecord) { block?.items.append(member) }

  // MARK: Rows

  /// Reads what begins with a row; the number of rows taken.
  private mutating func readRows(from index: Int, end: Int) -> Int {
    let cells = form.rows[index]
    guard let first = cells.first else {
      balance.classify(.blank)
      return 1
    }
    let texts = cells.map(\.text)
    noteGroup(above: first)
    if let taken = readMemberBlock(at: index, end: end) { return taken }
    if block != nil, let table = form.table(at: index) {
      return readTable(table, at: index, end: end)
    }
    if form.hasValuesBelow(index), index + 1 < end {
      enter(form.rowWithValuesBelow(index, under: group?.text))
      balance.classify(.header)
      balance.classify(.data)
      return 2
    }
    if cells.count == 1, form.label(first, under: group?.text) != nil, index + 1 < end,
      let value = form.rows[index + 1].first, form.rows[index + 1].count == 1, !value.isLabel,
      form.inlinePairs(of: value, under: nil).isEmpty
    {
      enter(form.textBelow(first, value, under: group?.text))
      balance.classify(.header)
      balance.classify(.data)
      return 2
    }
    balance.classify(classified(index, texts: texts))
    return 1
  }

  private mutating func classified(_ index: Int, texts: [String]) -> RowClass {
    let row = form.row(index, under: group?.text)
    if let named = row.group { group = Group(named) }
    if form.statesUnit(index), !row.pairs.contains(where: \.isOfTwoCells) {
      enterPairs(row.pairs)
      return .unitLine
    }
    if row.pairs.isEmpty {
      if texts.count == 1 { return block == nil || RowReading.isTitle(texts[0]) ? .title : .note }
      if RowReading.isTotal(texts) { return .total }
      if RowReading.isNote(texts) || texts.contains(where: RowReading.isProcedure) { return .note }
      report(row)
      return row.unknown.isEmpty ? .note : .data
    }
    enter(row)
    return row.hasPairs ? .data : .header
  }

  /// A name over a block ends where its merged cell does, or where its column is filled again.
  private mutating func noteGroup(above first: FormCell) {
    guard let group else { return }
    let isOver =
      group.lastRow.map { first.row > $0 } ?? (first.columns.lowerBound <= group.column)
    if isOver { self.group = nil }
  }

  // MARK: Values

  private mutating func enter(_ row: FormRow) {
    enterPairs(row.pairs)
    report(row)
  }

  private mutating func enterPairs(_ pairs: [FormRow.Pair]) {
    guard block != nil else { return }
    for pair in pairs {
      let fields = form.applications.candidates(for: pair.label)
      let placed = block?.cells ?? [:]
      guard let field = fields.first(where: { placed[$0]?.value == nil }) else {
        report(repeated: pair, of: fields)
        continue
      }
      let cell = FormBlock.Placed(
        label: pair.label, value: pair.value, at: place(row: pair.row, column: pair.column))
      block?.cells[field] = cell
    }
  }

  /// A second value of a field counts where it is the same; another one is reported.
  private mutating func report(repeated pair: FormRow.Pair, of fields: [Field]) {
    let placed = block?.cells ?? [:]
    guard let value = pair.value,
      !fields.contains(where: { field in
        (placed[field]?.value?.text).map(TextFolding.word) == TextFolding.word(value.text)
      })
    else { return }
    let at = place(row: pair.row, column: pair.column)
    guard !fields.contains(.applicantId) else {
      return findings.append(Finding(.cellAnotherApplicant, at: at))
    }
    findings.append(
      Finding(.headerRepeated, at: at, value: pair.label.joined, [pair.label.joined, ""]))
  }

  private mutating func report(_ row: FormRow) {
    for (label, value) in row.unknown {
      let isTitle = RowReading.isTitle(label.text) && RowReading.isTitle(value.text)
      if enterOwn(label, value) || RowReading.isProcedure(label.text) || isTitle { continue }
      let at = place(row: label.row, column: label.columns.lowerBound)
      guard !label.text.contains(where: \.isNumber) else {
        findings.append(Finding(.cellUnplaced, at: at))
        continue
      }
      let suggestion = form.applications.suggestion(for: HeaderWords.of([label.text])) ?? ""
      findings.append(
        Finding(.headerUnknown, at: at, value: label.text, [label.text, suggestion]))
      matches.append(
        HeaderMatch(
          row: label.row, column: label.columns.lowerBound, text: label.text,
          form: .applications, field: nil, reason: .unmapped))
    }
    let namesApplicant = row.pairs.contains { pair in
      pair.value != nil
        && form.applications.candidates(for: pair.label).contains { $0.namesApplicant }
    }
    for cell in row.stray where !cell.isLabel && !RowReading.isDecoration(cell.text) {
      // A second value behind 姓名 or 身份证号码 is a family that nobody would screen.
      findings.append(
        Finding(
          namesApplicant ? .cellAnotherApplicant : .cellUnplaced,
          at: place(row: cell.row, column: cell.columns.lowerBound)))
    }
  }

  /// What the form says of the applicant as a member: 健康状况, 就业状况, 本人月收入.
  private mutating func enterOwn(_ label: FormCell, _ value: FormCell) -> Bool {
    guard block != nil, let members else { return false }
    let plain = HeaderLabel(column: label.columns.lowerBound, parts: [label.text])
    let marked = GroupMark.of(plain.words).flatMap { mark -> HeaderLabel? in
      guard case .relative(let word, _) = mark.person, GroupMark.applicantWords.contains(word)
      else { return nil }
      return HeaderLabel(column: plain.column, words: mark.words)
    }
    let own = marked ?? plain
    let fields = members.candidates(for: own).filter { field in
      marked != nil || [.health, .employment, .livesTogether].contains(field)
    }
    guard let field = fields.first, !(block?.own.keys.contains(field) ?? true) else { return false }
    let cell = FormBlock.Placed(
      label: own, value: value, at: place(row: value.row, column: value.columns.lowerBound))
    block?.own[field] = cell
    return true
  }

  func place(row: Int, column: Int) -> SourceLocation {
    SourceLocation(file: file, sheet: form.sheet.position, row: row, column: column)
  }

  func headers(of form: FormDefinition) -> String {
    form.identifiedBy.compactMap { field in form.fields.first { $0.field == field }?.header }
      .joined(separator: "、")
  }

  /// Reads the table of a form from its header row on; the number of rows taken.
  private mutating func readTable(_ table: HeaderBlock, at index: Int, end: Int) -> Int {
    guard let vocabulary = form.library.vocabulary(of: table.binding.form.kind),
      let parent = block?.location
    else {
      balance.classify(.rejected)
      return 1
    }
    let named = form.rows[index].first.flatMap { $0.isLabel && !$0.isMergedDown ? nil : $0 }
    var reader = FormTableReader(
      self, table: table, vocabulary: vocabulary, parent: parent,
      lastRow: named.flatMap { $0.isMergedDown && $0.lastRow > $0.row + 1 ? $0.lastRow : nil })
    let taken = reader.read(from: table.rows.upperBound, end: end)
    balance.classify(.header, count: table.rows.upperBound - index)
    balance = balance.merged(with: reader.balance)
    matches += reader.matches
    block?.items += reader.records
    findings += reader.findings
    strays += reader.strays
    return table.rows.upperBound - index + taken
  }
}
