import Casework

/// The columns of a returned table: the unit's own, then those that a return sheet adds.
///
/// The added ones stand behind the unit's own, so that these keep their places, and nothing that is
/// said about a row can be taken for its first words.
struct ReturnColumns {
  /// How many columns the unit's table has.
  let ownCount: Int
  let missingHeaders: [String]
  /// Whether 更正 is added, which makes the row supersede the one it corrects.
  let addsCorrection: Bool
  /// Where the unit's own 更正 stands.
  let ownCorrection: Int?

  init(of table: ReturnTable) {
    let rows = table.header + table.rows.map(\.cells)
    ownCount = max(table.ownCount, rows.map(\.count).max() ?? 0)
    missingHeaders = table.missingHeaders
    addsCorrection = table.form == .applications && table.correctionColumn == nil
    ownCorrection = table.correctionColumn
  }

  /// The headers behind the unit's own.
  var addedHeaders: [String] {
    missingHeaders + (addsCorrection ? [header(.correction)] : [])
      + [.returnAction, .returnProblem, .returnAdvice, .returnMark].map(header)
  }

  /// The column of what to do with the row.
  var actionColumn: Int { count - 4 }
  var problemColumn: Int { count - 3 }
  var markColumn: Int { count - 1 }
  /// The column of the added 更正, where there is one.
  var correctionColumn: Int? { addsCorrection ? actionColumn - 1 : nil }

  /// How many columns there are in all.
  var count: Int { ownCount + addedHeaders.count }

  private func header(_ field: Field) -> String { name(of: field, in: .simplifiedChinese) }

  /// A row of the header; the added headers stand in its first row.
  func header(_ cells: [String], isFirst: Bool) -> [String] {
    padded(cells) + (isFirst ? addedHeaders : [])
  }

  /// The cells of a row in all columns.
  func cells(of row: ReturnRow, in language: Language) -> [String] {
    var own = padded(row.cells)
    // A member below the applicant's row comes back with it and bears no mark of its own.
    let isOwn = !row.mark.isEmpty
    if let ownCorrection, isOwn { own[ownCorrection] = "是" }
    let told = row.problems.map { words(for: $0.finding, in: language) }
    let added: [String] =
      missingHeaders.map { _ in "" } + (addsCorrection ? [isOwn ? "是" : ""] : [])
      + [isOwn ? "改正" : "", joined(told.map(\.message)), joined(told.map(\.hint)), row.mark]
    return own + added
  }

  private func joined(_ texts: [String]) -> String {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }.joined(separator: "；").replacing(
      "。；", with: "；")
  }

  private func padded(_ cells: [String]) -> [String] {
    cells + Array(repeating: "", count: max(0, ownCount - cells.count))
  }
}

extension ReturnSheet {
  /// The line that tells whose the table is, wherever the file lies when it comes back; none where
  /// the table states its unit itself.
  func unitLine(of table: ReturnTable) -> [[String]] {
    let labels = ["填报单位", "申报单位", "单位名称", "填表单位", "报送单位", "上报单位"]
    let states = table.lines.joined().contains { text in labels.contains { text.contains($0) } }
    // What is the office's own names no unit: that is what is missing.
    return states || table.isForm || unit.code.isEmpty ? [] : [["填报单位：\(unit.name)"]]
  }

  /// The rows above the first row of data.
  func head(of table: ReturnTable, _ columns: ReturnColumns) -> [[String]] {
    unitLine(of: table) + table.lines
      + table.header.enumerated().map { columns.header($1, isFirst: $0 == 0) }
  }
}
