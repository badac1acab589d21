public import Casework
public import Tabular

/// A form without entries, for units to fill in.
public struct BlankForm: Sendable {
  /// The form's title.
  public let title: String
  /// Its columns.
  public let columns: [Column]

  /// Makes a form.
  public init(title: String, columns: [Column]) {
    self.title = title
    self.columns = columns
  }

  /// One column.
  public struct Column: Sendable {
    /// The header.
    public let header: String
    /// Whether it must be filled in.
    public let isRequired: Bool
    /// What to enter, in words.
    public let explanation: String
    /// What an entry can look like.
    public let example: String
    /// The choices; empty where anything of the kind can stand.
    public let choices: [String]

    /// Makes a column.
    public init(
      header: String, isRequired: Bool, explanation: String, example: String, choices: [String]
    ) {
      self.header = header
      self.isRequired = isRequired
      self.explanation = explanation
      self.example = example
      self.choices = choices
    }
  }

  /// The headers, the required ones with a star.
  var headers: [String] { columns.map { ($0.isRequired ? "*" : "") + $0.header } }

  /// The example row; its first words make it a note for intake, so that it does no harm where it
  /// is left in the sheet.
  var exampleRow: [String] {
    [exampleMark] + columns.dropFirst().map(\.example)
  }
}

/// How the example row begins: rows that begin with 说明: are notes (contract §4, row balance).
private let exampleMark = "说明：本行为示例，从下一行起填写"

/// A workbook of blank forms: text columns, drop-down lists, an example row each, and explanations.
///
/// - Throws: `TabularError.Code.unwritable` where temporary files or memory ran out.
public func blankWorkbook(
  of forms: [BlankForm], dated day: CalendarDate
) throws(TabularError) -> [UInt8] {
  var writer = try XLSXWriter(title: forms.map(\.title).joined(separator: "、"), dated: XLSXDay(day))
  for form in forms { try writer.appendBlank(form) }
  try writer.appendExplanations(of: forms)
  return try writer.finished()
}

/// A blank form as CSV: its headers and the example row.
public func blankText(of form: BlankForm) -> [UInt8] {
  csvText(header: form.headers, rows: [form.exampleRow])
}

extension XLSXWriter {
  fileprivate mutating func appendBlank(_ form: BlankForm) throws(TabularError) {
    var layout = XLSXSheetLayout(
      name: form.title, widths: form.columns.map { max(12, min(24, $0.header.count * 2 + 4)) },
      frozenRows: 1)
    layout.textColumns = 0..<form.columns.count
    layout.choices = form.columns.enumerated().filter { !$1.choices.isEmpty }.map {
      XLSXChoices(
        column: $0, rows: 2...2001, values: $1.choices,
        advice: "可选：" + $1.choices.joined(separator: "、"))
    }
    try beginSheet(layout)
    let headers = zip(form.headers, form.columns).map { header, column -> XLSXCell in
      column.isRequired
        ? .marked(header, XLSXMark(.error, comment: "必填。\(column.explanation)"))
        : .written(header)
    }
    try appendRow(headers, style: .header)
    try appendRow(form.exampleRow.map { .marked($0, XLSXMark(.example)) })
  }

  fileprivate mutating func appendExplanations(of forms: [BlankForm]) throws(TabularError) {
    try beginSheet(named: "填表说明", widths: [14, 24, 8, 56, 44, 26], frozenRows: 2)
    try appendRow(
      [.text("\(programSheetMark)带 * 的必填；所有列已设为文本，身份证号码直接输入 18 位；示例行可以删除，也可以保留。")],
      style: .note)
    try appendRow(
      ["表", "栏目", "必填", "填什么", "可选项", "示例"].map(XLSXCell.text), style: .header)
    for form in forms {
      for column in form.columns {
        try appendRow([
          .text(form.title), .text(column.header), .text(column.isRequired ? "是" : ""),
          .text(column.explanation), .text(column.choices.joined(separator: "、")),
          .text(column.example),
        ])
      }
    }
  }
}
