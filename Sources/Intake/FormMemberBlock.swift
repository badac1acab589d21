import Casework
import Tabular

extension FormSheet {
  /// Whether a row begins a block of labels that is one member's: beside a name such as 家庭成员信息1
  /// stand labels, 姓名 and 关系 among them, each before its value.
  func beginsMemberBlock(_ index: Int) -> Bool {
    let cells = rows[index]
    guard let first = cells.first, cells.count >= 4, cells[1].isLabel, !first.isLabel,
      ["家庭成员", "成员", "家属"].contains(where: TextFolding.header(first.text).hasPrefix),
      let members = library.vocabulary(of: .members)
    else { return false }
    let fields = cells.dropFirst().filter(\.isLabel).flatMap { cell in
      members.candidates(for: HeaderLabel(column: cell.columns.lowerBound, parts: [cell.text]))
    }
    // In the header of a table no value stands between the labels.
    return fields.contains(.relationship) && fields.contains(.memberName)
      && zip(cells.dropFirst(), cells.dropFirst(2)).contains { $0.isLabel && !$1.isLabel }
  }

  /// The rows of a member's block: those below it that leave the column of its name free.
  func rowsOfMemberBlock(_ index: Int, end: Int) -> Range<Int> {
    guard let name = rows[index].first else { return index..<index + 1 }
    var next = index + 1
    while next < end, let first = rows[next].first,
      first.columns.lowerBound > name.columns.upperBound,
      !name.isMergedDown || first.row <= name.lastRow
    {
      next += 1
    }
    return index..<next
  }

  /// The sheet with the labels of another form in the place of those of applications.
  func reading(as vocabulary: FormVocabulary) -> FormSheet {
    FormSheet(
      sheet: sheet, rows: rows, library: library, applications: vocabulary, items: items)
  }
}

extension FormSheetReader {
  /// Reads a member's block of labels as a row of the members; the number of rows taken, nil where a
  /// row begins none.
  mutating func readMemberBlock(at index: Int, end: Int) -> Int? {
    guard let parent = location, let members, form.beginsMemberBlock(index) else { return nil }
    let rows = form.rowsOfMemberBlock(index, end: end)
    let own = form.reading(as: members)
    let name = form.rows[index].first?.text
    let key = Set(members.form.householdKey + [.submittingUnit])
    var cells: [Field: FormBlock.Placed] = [:]
    for place in rows {
      let row = own.row(place, under: name)
      for pair in row.pairs {
        let field = members.candidates(for: pair.label).first {
          !key.contains($0) && cells[$0] == nil
        }
        guard let field else { continue }
        cells[field] = FormBlock.Placed(
          label: pair.label, value: pair.value,
          at: self.place(row: pair.row, column: pair.column))
      }
      reportUnread(row)
      balance.classify(.data)
    }
    let start = self.place(
      row: form.sheet[index].number, column: form.rows[index].first?.columns.lowerBound ?? 0)
    add(record(of: cells, as: members, at: start, parent: parent))
    return rows.count
  }

  private mutating func reportUnread(_ row: FormRow) {
    for (label, _) in row.unknown {
      let at = place(row: label.row, column: label.columns.lowerBound)
      findings.append(Finding(.headerUnknown, at: at, value: label.text, [label.text, ""]))
    }
    for cell in row.stray where !cell.isLabel && !RowReading.isDecoration(cell.text) {
      findings.append(
        Finding(.cellUnplaced, at: place(row: cell.row, column: cell.columns.lowerBound)))
    }
  }
}
