public import Casework

/// `datapackage.json`: the tables as a Frictionless Data Package with one Table Schema per CSV.
///
/// The text is the same for the same tables: no date, keys in a fixed order.
public func dataPackage(
  for tables: [StatisticsTable], round: String, asOf: CalendarDate
) -> String {
  package(
    for: tables, name: "bangfu-statistics", title: "Bangfu statistics of round \(round)",
    description: "Screened as of \(asOf). \(officeOnly)")
}

/// `datapackage.json` of an annual report's tables.
public func annualDataPackage(for tables: [StatisticsTable], year: Int) -> String {
  package(
    for: tables, name: "bangfu-annual-report", title: "Bangfu annual report of \(year)",
    description: "What happened by the end of \(year). \(officeOnly)")
}

private let officeOnly =
  "For the office only: small cells are shown. Counts of different units are never to be added."

private func package(
  for tables: [StatisticsTable], name: String, title: String, description: String
) -> String {
  let package: JSONText = .object([
    ("profile", .string("tabular-data-package")), ("name", .string(name)),
    ("title", .string(title)), ("description", .string(description)),
    ("resources", .array(tables.map(resource))),
  ])
  return package.lines() + "\n"
}

private func resource(_ table: StatisticsTable) -> JSONText {
  .object([
    ("profile", .string("tabular-data-resource")), ("name", .string(table.name)),
    ("path", .string(table.name + ".csv")), ("description", .string(table.description)),
    ("format", .string("csv")), ("mediatype", .string("text/csv")), ("encoding", .string("utf-8")),
    (
      "schema",
      .object([
        ("fields", .array(table.columns.map(field))),
        ("missingValues", .array([.string("")])),
        ("primaryKey", .array(table.columns.filter(\.isKey).map { .string($0.name) })),
      ])
    ),
  ])
}

private func field(_ column: StatisticsColumn) -> JSONText {
  var members: [(String, JSONText)] = [
    ("name", .string(column.name)), ("type", .string(column.type.rawValue)),
    ("description", .string(column.description)),
  ]
  if !column.unit.isEmpty { members.append(("unit", .string(column.unit))) }
  return .object(members)
}

/// A JSON text whose members keep their order.
private enum JSONText {
  case string(String)
  case array([JSONText])
  case object([(String, JSONText)])

  /// The text, indented by two spaces a level.
  func lines(indent: String = "") -> String {
    let inner = indent + "  "
    switch self {
    case .string(let text): return quoted(text)
    case .array(let items):
      guard !items.isEmpty else { return "[]" }
      let lines = items.map { inner + $0.lines(indent: inner) }
      return "[\n" + lines.joined(separator: ",\n") + "\n\(indent)]"
    case .object(let members):
      let lines = members.map { "\(inner)\(quoted($0)): \($1.lines(indent: inner))" }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}"
    }
  }

  private func quoted(_ text: String) -> String {
    var shown = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": shown += "\\\""
      case "\\": shown += "\\\\"
      case "\n": shown += "\\n"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        shown += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: shown.unicodeScalars.append(scalar)
      }
    }
    return shown + "\""
  }
}
