import Casework
import Tabular

/// One cell of a sheet in form layout: its text, its extent, and the label it is, if any.
struct FormCell {
  /// The row's place among the rows present.
  let index: Int
  /// The row's number as a spreadsheet shows it.
  let row: Int
  let columns: ClosedRange<Int>
  /// The last row the cell covers.
  let lastRow: Int
  let kind: CellKind
  let text: String
  /// Whether the text is a label of some form.
  let isLabel: Bool

  /// Whether the cell covers rows below its own.
  var isMergedDown: Bool { lastRow > row }
}

/// A sheet in form layout: labels with their values beside or below them, as in a 审批表.
///
/// A value of its own for each sheet that is looked at as a form; lists never need it.
struct FormSheet {
  let sheet: Sheet
  let rows: [[FormCell]]
  let library: FormLibrary
  let applications: FormVocabulary
  /// The forms of the tables inside: members, income, expenditure, support.
  let items: FormLibrary

  /// A sheet whose cells are known, to be read with some labels.
  init(
    sheet: Sheet, rows: [[FormCell]], library: FormLibrary, applications: FormVocabulary,
    items: FormLibrary
  ) {
    self.sheet = sheet
    self.rows = rows
    self.library = library
    self.applications = applications
    self.items = items
  }

  init?(_ sheet: Sheet, library: FormLibrary, rows limit: Int = .max) {
    guard let applications = library.vocabulary(of: .applications) else { return nil }
    self.sheet = sheet
    self.library = library
    self.applications = applications
    items = library.items
    rows = (0..<min(limit, sheet.rowCount)).map { Self.cells(of: $0, in: sheet, library) }
  }

  private static func cells(of index: Int, in sheet: Sheet, _ library: FormLibrary) -> [FormCell] {
    let row = sheet[index]
    return row.cells.compactMap { cell in
      let text = TextFolding.trimmed(sheet.text(of: cell))
      guard !text.isEmpty else { return nil }
      return FormCell(
        index: index, row: row.number, columns: cell.column...cell.column + cell.mergeAcross,
        lastRow: row.number + cell.mergeDown, kind: cell.kind, text: text,
        isLabel: text.utf8.count <= 120 && library.knows(text))
    }
  }

  /// The label a cell is under a group, such as 离世党员情况; nil where applications have none such.
  func label(_ cell: FormCell, under group: String?) -> HeaderLabel? {
    guard cell.isLabel else { return nil }
    return label(cell.text, column: cell.columns.lowerBound, under: group)
  }

  func label(_ text: String, column: Int, under group: String?) -> HeaderLabel? {
    let label = HeaderLabel(column: column, parts: [group, text].compactMap(\.self))
    return applications.candidates(for: label).isEmpty ? nil : label
  }

  /// The table that begins with a row: a header of members, income, expenditure or support.
  func table(at index: Int) -> HeaderBlock? {
    let known = rows[index].count { $0.text.utf8.count <= 120 && items.knows($0.text) }
    guard known >= 3 || known >= 2 && rows[index].count <= 4, sheet.canContinueHeader(at: index),
      case .found(let block) = sheet.searchHeader(
        in: items, startingAt: index..<index + 1, beside: nameColumn(at: index)),
      isTable(block, at: index)
    else { return nil }
    return block
  }

  /// The column of a cell that names the table beside it: it covers more rows than any header.
  private func nameColumn(at index: Int) -> Int? {
    guard let first = rows[index].first, first.isMergedDown,
      rows[index].dropFirst().allSatisfy({ $0.lastRow < first.lastRow })
    else { return nil }
    return first.columns.lowerBound
  }

  /// Whether a header is a table's and not the applicant's own labels: 姓名 and 身份证号码 are both.
  private func isTable(_ block: HeaderBlock, at index: Int) -> Bool {
    let binding = block.binding
    let own = binding.columns.filter { !binding.form.householdKey.contains($0.key) }
    guard binding.form.kind == .members else { return own.count >= 2 }
    return own[.relationship] != nil
      || isList(index) && own.values.contains { applications.candidates(for: $0).isEmpty }
  }
}

/// What a row in form layout says, cell by cell.
struct FormRow {
  /// A label with its value; no value where the cell beside it is blank.
  struct Pair {
    let label: HeaderLabel
    let value: FormCell?
    /// Where the value stands, or would.
    let row: Int
    let column: Int

    /// Whether label and value stand in cells of their own.
    var isOfTwoCells: Bool { label.column != column }
  }

  var pairs: [Pair] = []
  /// Words in the place of a label that no form knows, each with its value.
  var unknown: [(label: FormCell, value: FormCell)] = []
  /// Words that are neither label nor value.
  var stray: [FormCell] = []
  /// The name over the rows of a block, such as 离世党员情况.
  var group: FormCell?

  /// Whether a label stands before its value here.
  var hasPairs: Bool { pairs.contains { $0.value != nil } }
}

extension FormSheet {
  /// Reads a row from left to right: label, value, label, value.
  func row(_ index: Int, under group: String?) -> FormRow {
    var row = FormRow()
    var group = group
    let cells = rows[index]
    var place = 0
    if let first = cells.first, cells.count > 1, cells[1].isLabel, isGroup(first, before: cells[1])
    {
      row.group = first
      group = first.text
      place = 1
    }
    while place < cells.count {
      place += read(cells[place...], under: group, into: &row)
    }
    return row
  }

  /// A first cell that names the block beside it: merged down, or no label itself.
  private func isGroup(_ first: FormCell, before next: FormCell) -> Bool {
    if first.isMergedDown { return true }
    return !first.isLabel && inlinePairs(of: first, under: nil).isEmpty
      && !first.text.contains(where: \.isNumber) && first.text.count <= 20
  }

  /// Reads what begins with the first cell; the number of cells taken.
  private func read(
    _ cells: ArraySlice<FormCell>, under group: String?, into row: inout FormRow
  ) -> Int {
    let cell = cells[cells.startIndex]
    let next = cells.dropFirst().first
    guard let label = label(cell, under: group) ?? label(cell, under: nil) else {
      let inline = inlinePairs(of: cell, under: group)
      guard inline.isEmpty else {
        row.pairs += inline
        return 1
      }
      guard let next, !next.isLabel, inlinePairs(of: next, under: group).isEmpty else {
        row.stray.append(cell)
        return 1
      }
      row.unknown.append((cell, next))
      return 2
    }
    guard let next, !next.isLabel, !isLabelOfAnother(next, after: cell, in: cells) else {
      row.pairs.append(
        FormRow.Pair(
          label: label, value: nil, row: cell.row, column: cell.columns.upperBound + 1))
      return 1
    }
    let taken = boxes(cells.dropFirst(), of: label)
    row.pairs.append(
      FormRow.Pair(
        label: label, value: taken.cell, row: cell.row, column: next.columns.lowerBound))
    return 1 + taken.count
  }

  /// Whether a blank value lies between, and the next words have a value of their own: 职务, 科长.
  private func isLabelOfAnother(
    _ next: FormCell, after cell: FormCell, in cells: ArraySlice<FormCell>
  ) -> Bool {
    guard next.columns.lowerBound > cell.columns.upperBound + 1,
      let following = cells.dropFirst(2).first
    else { return false }
    return !following.isLabel && following.columns.lowerBound == next.columns.upperBound + 1
      && !next.text.contains(where: \.isNumber)
  }

  /// The value behind a label: one cell, or an identity number with one character in each box.
  private func boxes(
    _ cells: ArraySlice<FormCell>, of label: HeaderLabel
  ) -> (cell: FormCell, count: Int) {
    let first = cells[cells.startIndex]
    let single = cells.prefix { !$0.isLabel && $0.text.count == 1 }
    guard single.count >= 15, let last = single.last,
      applications.candidates(for: label).contains(where: {
        applications.definitions[$0]?.type == .residentId
      })
    else { return withUnits(first, cells.dropFirst()) }
    let joined = FormCell(
      index: first.index, row: first.row,
      columns: first.columns.lowerBound...last.columns.upperBound, lastRow: first.lastRow,
      kind: .text, text: single.map(\.text).joined(), isLabel: false)
    return (joined, single.count)
  }

  /// A value with what is printed behind its cell: 3.6 | 万元, 3 | 人, 2015 | 年 | 9 | 月 | 10 | 日.
  private func withUnits(
    _ first: FormCell, _ rest: ArraySlice<FormCell>
  ) -> (cell: FormCell, count: Int) {
    var (text, last, count) = (first.text, first, 1)
    guard first.text.contains(where: \.isNumber) else { return (first, 1) }
    for cell in rest {
      guard cell.columns.lowerBound == last.columns.upperBound + 1, !cell.isLabel else { break }
      let word = TextFolding.word(cell.text)
      let isUnit = text.last?.isNumber == true && Self.unitWords.contains(word)
      let isPartOfDate =
        text.last.map("年月".contains) == true && word.count <= 2 && word.allSatisfy(\.isNumber)
      guard isUnit || isPartOfDate else { break }
      (text, last, count) = (text + word, cell, count + 1)
    }
    guard count > 1 else { return (first, 1) }
    let joined = FormCell(
      index: first.index, row: first.row,
      columns: first.columns.lowerBound...last.columns.upperBound, lastRow: first.lastRow,
      kind: .text, text: text, isLabel: false)
    return (joined, count)
  }

  private static let unitWords: Set<String> = [
    "元", "万元", "千元", "元/月", "元/年", "万元/年", "元/季", "人", "口", "口人", "个", "名", "岁", "周岁", "个月", "年",
    "月",
    "日", "%",
  ]

  /// The labels and values of a text such as `姓名：余一　性别：男`.
  func inlinePairs(of cell: FormCell, under group: String?) -> [FormRow.Pair] {
    guard cell.text.unicodeScalars.contains(where: { $0 == ":" || $0 == "：" }) else { return [] }
    var pairs: [(label: HeaderLabel, value: String)] = []
    // A statement ends at white space, unless what follows it has no label: 2015年 3月 5日.
    for chunk in cell.text.split(whereSeparator: \.isWhitespace) {
      let cut = chunk.firstIndex { $0 == ":" || $0 == "：" }
      if let cut,
        let label = label(
          String(chunk[..<cut]), column: cell.columns.lowerBound, under: group),
        library.knows(String(chunk[..<cut]))
      {
        pairs.append((label, String(chunk[chunk.index(after: cut)...])))
      } else if pairs.isEmpty {
        return []
      } else {
        pairs[pairs.count - 1].value += pairs[pairs.count - 1].value.isEmpty ? chunk : " " + chunk
      }
    }
    return pairs.map { label, text in
      let value = FormCell(
        index: cell.index, row: cell.row, columns: cell.columns, lastRow: cell.lastRow,
        kind: .text, text: text, isLabel: false)
      return FormRow.Pair(
        label: label, value: text.isEmpty ? nil : value, row: cell.row,
        column: cell.columns.lowerBound)
    }
  }

  /// Whether a row holds labels only and the next one their values.
  func hasValuesBelow(_ index: Int) -> Bool {
    let labels = labels(ofRow: index).labels
    guard index + 1 < rows.count, labels.count >= 2, let start = labels.first?.columns.lowerBound
    else { return false }
    let below = rows[index + 1].filter { $0.columns.lowerBound >= start }
    guard !below.isEmpty, !below.contains(where: \.isLabel),
      below.allSatisfy({ value in labels.contains { $0.columns.overlaps(value.columns) } })
    else { return false }
    return labels.allSatisfy(\.isLabel) || isBand(labels, above: below)
  }

  /// Whether words are the labels of a band of which a form knows some: all without figures, and
  /// nearly each with a value below it.
  private func isBand(_ labels: ArraySlice<FormCell>, above values: [FormCell]) -> Bool {
    labels.count >= 4 && labels.count(where: \.isLabel) >= 2
      && labels.allSatisfy { !$0.text.contains(where: \.isNumber) && !$0.isMergedDown }
      && values.count * 5 >= labels.count * 3
      && !labels.contains { RowReading.isProcedure($0.text) }
  }

  /// The labels of a row without the name of the block at its left, and that name.
  private func labels(ofRow index: Int) -> (group: FormCell?, labels: ArraySlice<FormCell>) {
    let cells = rows[index][...]
    guard let first = cells.first else { return (nil, cells) }
    let hasValue =
      index + 1 < rows.count && rows[index + 1].contains { $0.columns.overlaps(first.columns) }
    let isGroup = first.isMergedDown || !first.isLabel && !hasValue
    return isGroup ? (first, cells.dropFirst()) : (nil, cells)
  }

  /// A row of labels with the values of the row below.
  func rowWithValuesBelow(_ index: Int, under group: String?) -> FormRow {
    var row = FormRow()
    let named = labels(ofRow: index)
    let labels = named.labels
    row.group = named.group
    let group = named.group?.text ?? group
    var values = rows[index + 1]
    for cell in labels {
      let value = values.first { cell.columns.overlaps($0.columns) }
      values.removeAll { cell.columns.overlaps($0.columns) }
      guard let label = label(cell, under: group) ?? label(cell, under: nil) else {
        if let value { row.unknown.append((cell, value)) }
        continue
      }
      row.pairs.append(
        FormRow.Pair(
          label: label, value: value, row: rows[index + 1].first?.row ?? cell.row + 1,
          column: value?.columns.lowerBound ?? cell.columns.lowerBound))
    }
    row.stray = values
    return row
  }
}
