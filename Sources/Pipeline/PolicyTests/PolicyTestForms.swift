import Casework
import Intake

/// Reads the filings of a test file: cells by header, alias or field name of the forms.
struct PolicyTestForms {
  let library: FormLibrary

  /// The forms a household is written in, by their key in the file.
  private static let forms: [FormKind] = [
    .applications, .members, .income, .expenditure, .support,
  ]
  private static let keys = ["unit", "application", "members", "income", "expenditure", "support"]

  /// A filing that fills in, or takes the place of, what another one says: cells of the application
  /// one by one, the rows of the other forms as a whole.
  func filling(
    _ written: YAMLMapping, over base: PolicyTestFiling = PolicyTestFiling(),
    isEarlier: Bool = false
  ) throws(RunFailure) -> PolicyTestFiling {
    let keys = Self.keys + (isEarlier ? ["round", "helpedOn"] : ["verdict"])
    let written = try written.allowing(keys)
    var filing = base
    if written.has("unit") {
      let unit = try written.mapping("unit", keys: ["name", "affiliated"])
      filing.unit = try unit.string("name", default: base.unit)
      filing.affiliated =
        unit.keys.contains("affiliated")
        ? try unit.string("affiliated", default: "") : base.affiliated
    }
    if written.has("application") {
      let cells = try cells(of: try written.mapping("application", keys: nil), in: .applications)
      let rows = filing.rows(of: .applications)
      filing.replace([(rows.first ?? []).replacing(cells)], in: .applications)
    }
    for form in Self.forms.dropFirst() where written.keys.contains(form.rawValue) {
      var rows: [[PolicyTestCell]] = []
      for row in try written.mappings(form.rawValue, keys: nil) {
        rows.append(try cells(of: row, in: form))
      }
      filing.replace(rows, in: form)
    }
    if written.has("verdict") {
      filing.verdict = try written.choice("verdict", as: DuplicateVerdict.self)
    }
    guard isEarlier else { return filing }
    filing.round = try written.string("round")
    filing.helpedOn = written.has("helpedOn") ? try PolicyFile.date("helpedOn", in: written) : nil
    return filing
  }

  /// The cells of a row; a key without a value is a blank cell in a column that is there.
  private func cells(
    of row: YAMLMapping, in form: FormKind
  ) throws(RunFailure) -> [PolicyTestCell] {
    guard let definition = library.form(form) else { return [] }
    var cells: [PolicyTestCell] = []
    for key in row.keys {
      guard let field = Self.field(key, in: definition) else {
        let known = definition.fields.flatMap { [$0.header, $0.field.rawValue] }
        throw RunFailure.yaml(
          file: row.file, line: row.line(of: key),
          problem: .unknownKey(key, nearest: nearest(to: key, in: known)))
      }
      let header = key == field.field.rawValue ? field.header : key
      cells.append(
        PolicyTestCell(
          field: field.field, header: header, text: try row.string(key, default: "")))
    }
    return cells
  }

  /// The field a key names, with a unit or period in brackets left out: 工资性收入(月).
  private static func field(_ key: String, in form: FormDefinition) -> FieldDefinition? {
    let bare = key.prefix { $0 != "(" && $0 != "（" }
    return form.fields.first { field in
      field.header == bare || field.field.rawValue == bare || field.aliases.contains(String(bare))
    }
  }
}

extension PolicyTestFiling {
  func rows(of form: FormKind) -> [[PolicyTestCell]] {
    sheets.first { $0.form == form }?.rows ?? []
  }

  mutating func replace(_ rows: [[PolicyTestCell]], in form: FormKind) {
    sheets.removeAll { $0.form == form }
    if !rows.isEmpty { sheets.append(PolicyTestSheet(form: form, rows: rows)) }
  }
}

extension [PolicyTestCell] {
  /// The row with other cells in place of those of the same fields.
  fileprivate func replacing(_ cells: [PolicyTestCell]) -> [PolicyTestCell] {
    filter { old in !cells.contains { $0.field == old.field } } + cells
  }
}
