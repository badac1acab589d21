import Casework
import Tabular

extension Sheet {
  /// The sheet in form layout, where it is in one; looked at only where the search for the header of
  /// a list leaves a doubt.
  func formLayout(beside search: HeaderSearch, in library: FormLibrary) -> FormSheet? {
    guard mayBeForm(beside: search, in: library),
      FormSheet(self, library: library, rows: 60)?.isForm == true
    else { return nil }
    return FormSheet(self, library: library)
  }

  private func mayBeForm(beside search: HeaderSearch, in library: FormLibrary) -> Bool {
    guard case .found(let block) = search else { return rowCount > 1 }
    if block.binding.unknown.count * 2 >= block.labels.count { return true }
    if (0..<block.rows.lowerBound).contains(where: { beginsWithPair($0, in: library) }) {
      return true
    }
    // Labels over one row of values, and labels again.
    let next = block.rows.upperBound + 1
    return block.binding.form.kind == .applications && next < rowCount
      && self[next].cells.count >= 2
      && (self[next].cells.prefix(2).allSatisfy { library.knows(text(of: $0)) }
        || isBandOfLabels(next, in: library))
  }

  /// Whether a row is words only, among them labels, as the bands of an archive table are.
  private func isBandOfLabels(_ index: Int, in library: FormLibrary) -> Bool {
    let texts = texts(ofRow: index)
    return texts.count >= 4 && texts.allSatisfy { !$0.contains(where: \.isNumber) }
      && texts.count { $0.utf8.count <= 120 && library.knows($0) } >= 2
  }

  /// Whether a label stands before its value in one of a row's first cells, or within one.
  private func beginsWithPair(_ index: Int, in library: FormLibrary) -> Bool {
    let cells = self[index].cells.prefix(4)
    if cells.prefix(2).contains(where: { library.knowsStatement(text(of: $0)) }) { return true }
    let known = cells.map { library.knows(text(of: $0)) }
    return zip(known, known.dropFirst()).contains { $0 && !$1 }
  }
}

extension FormLibrary {
  /// Whether a text begins with a label of applications and its value, such as `姓名：余一`; the unit
  /// and the date stand above lists too.
  fileprivate func knowsStatement(_ text: String) -> Bool {
    guard let cut = text.firstIndex(where: { $0 == ":" || $0 == "：" }),
      text[..<cut].utf8.count <= 120, knows(String(text[..<cut]))
    else { return false }
    let label = HeaderLabel(column: 0, parts: [String(text[..<cut])])
    let fields = vocabulary(of: .applications)?.candidates(for: label) ?? []
    return fields.contains { $0 != .submittingUnit && $0 != .applicationDate }
  }
}

extension FormSheet {
  /// Whether the sheet is in form layout: labels with values beside or below them, of one applicant
  /// or several.
  ///
  /// A quick look, since sheets that are lists get it too where their first rows could be either.
  var isForm: Bool {
    var fields: Set<Field> = []
    var lines = 0
    var isAfterHeader = false
    for index in rows.indices where table(at: index) == nil && !beginsMemberBlock(index) {
      let isAbove = hasValuesBelow(index) && !isList(index)
      let row = isAbove ? rowWithValuesBelow(index, under: nil) : row(index, under: nil)
      let own = row.pairs.filter { $0.value != nil }
        .flatMap { applications.candidates(for: $0.label).prefix(1) }
      // A line with unit and date stands above lists too.
      guard own.contains(where: { $0 != .submittingUnit && $0 != .applicationDate }) else {
        continue
      }
      // The same header over one row of values and over another one is a list on two pages.
      if isAbove, isAfterHeader, own.contains(where: fields.contains) { return false }
      isAfterHeader = isAfterHeader || isAbove
      lines += 1
      fields.formUnion(own)
      if lines >= 2, fields.count >= 4,
        fields.contains(.applicantName) || fields.contains(.applicantId)
      {
        return true
      }
    }
    return false
  }

  /// Whether a row of labels has more than one row of values: the header of a list.
  func isList(_ index: Int) -> Bool {
    guard index + 2 < rows.count else { return false }
    let below = rows[index + 2]
    return !below.isEmpty && !below.contains(where: \.isLabel)
  }

  /// Where the applications of the sheet begin, in order: each with its first line and with the line
  /// of the applicant's name.
  var blockStarts: [BlockStart] {
    let read = rows.indices.map { index in
      beginsMemberBlock(index) || table(at: index) != nil ? FormRow() : anyRow(index)
    }
    var starts: [BlockStart] = []
    var known: (name: String, number: String?)?
    for index in rows.indices {
      guard let name = text(of: .applicantName, in: read[index]) else { continue }
      let number = read[index..<min(index + 6, rows.count)].lazy.compactMap {
        text(of: .applicantId, in: $0)
      }.first
      if let known, known.name == name, number == nil || number == known.number { continue }
      let lead = Set(starts.first.map { read[$0.first..<$0.name].flatMap(fields) } ?? [])
      let first = begin(of: index, in: read) {
        starts.isEmpty || fields($0).allSatisfy(lead.contains)
      }
      starts.append(BlockStart(first: max(first, (starts.last?.name ?? -1) + 1), name: index))
      known = (name, number)
    }
    if starts.isEmpty, let first = read.firstIndex(where: \.hasPairs) {
      return [BlockStart(first: first, name: first)]
    }
    return starts
  }

  /// Where an application begins.
  struct BlockStart {
    let first: Int
    let name: Int
  }

  private func anyRow(_ index: Int) -> FormRow {
    hasValuesBelow(index) ? rowWithValuesBelow(index, under: nil) : row(index, under: nil)
  }

  /// The first of the lines above a name that belong to its application.
  private func begin(
    of index: Int, in read: [FormRow], where isLead: (FormRow) -> Bool
  ) -> Int {
    var start = index
    while start > 0, read[start - 1].hasPairs, isLead(read[start - 1]) { start -= 1 }
    return start
  }

  private func fields(_ row: FormRow) -> [Field] {
    row.pairs.flatMap { applications.candidates(for: $0.label) }
  }

  private func text(of field: Field, in row: FormRow) -> String? {
    row.pairs.first {
      applications.candidates(for: $0.label).first == field && $0.label.role == nil
    }?
    .value.map { TextFolding.word($0.text) }
  }

  /// A label alone in its row with the text of the row below.
  func textBelow(_ label: FormCell, _ value: FormCell, under group: String?) -> FormRow {
    var row = FormRow()
    guard let own = self.label(label, under: group) ?? self.label(label, under: nil) else {
      return row
    }
    row.pairs = [
      FormRow.Pair(
        label: own, value: value, row: value.row, column: value.columns.lowerBound)
    ]
    return row
  }
}

extension RowReading {
  /// Whether words name a step that others than the applicant fill in: 支部意见, 审批, 签字.
  static func isProcedure(_ text: String) -> Bool {
    let word = TextFolding.header(text)
    return ["意见", "签字", "签名", "签章", "盖章", "审批", "承诺", "声明", "填表说明", "经办", "审核", "复核"]
      .contains(where: word.holds)
  }

  /// Whether words are the form's own and state nothing: the place of a photograph.
  static func isDecoration(_ text: String) -> Bool {
    let word = TextFolding.header(text)
    return ["照片", "相片", "贴照片处", "一寸照片", "第页", "共页"].contains(word) || isProcedure(text)
      || TextFolding.word(text).wholeMatch(of: /第[0-9一二三]+页(共[0-9一二三]+页)?|年月日/) != nil
  }

  /// Whether a single text is a form's title.
  static func isTitle(_ text: String) -> Bool {
    let word = TextFolding.header(text)
    return word.count <= 40 && (word.hasSuffix("表") || word.hasSuffix("登记卡"))
  }
}
