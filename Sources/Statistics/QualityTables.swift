import Casework

/// How complete and correct each unit's submission is.
func dataQualityByUnit(_ round: RoundResult) -> StatisticsTable {
  let findings = Dictionary(grouping: round.findings, by: \.unitCode)
  let cases = Dictionary(grouping: round.cases) { $0.application.unit.code }
  let names = unitNames(of: round)
  let codes = Set(names.keys).union(findings.keys).sorted()
  return StatisticsTable(
    name: "data_quality_by_unit",
    description: "What was found in each unit's submission, and in how many rows.",
    columns: [
      .key("unit_code", "The unit's code; none for what concerns no unit of the roster."),
      .label("unit", "The unit's name."),
      .count("data_rows", of: "rows", "Rows of all forms that are part of one of its cases."),
      .count("errors", of: "problems", "Problems the unit must correct."),
      .count("warnings", of: "problems", "Problems someone should look at."),
      .count("notes", of: "problems", "Problems said for the record."),
      .count("required_cells_missing", of: "cells", "Required cells that are blank."),
      .count(
        "damaged_identity_numbers", of: "cells", "Cells with an identity number that is invalid."),
    ],
    rows: codes.map { code in
      let found = findings[code] ?? []
      let rows = (cases[code] ?? []).reduce(0) { $0 + $1.application.rowCount }
      return [unitKey(code), .text(names[code] ?? ""), .count(rows)]
        + [Severity.error, .warning, .note].map { severity in
          .count(found.count { $0.severity == severity })
        }
        + [
          .count(found.count { $0.code == .cellRequired }),
          .count(found.count { $0.code.isDamagedIdentity }),
        ]
    })
}

/// The problems of each unit by code, codes without a problem left out.
func problemsByCode(_ round: RoundResult) -> StatisticsTable {
  let names = unitNames(of: round)
  let groups = Dictionary(grouping: round.findings, by: \.unitCode).mapValues { findings in
    Dictionary(grouping: findings, by: \.code).mapValues(\.count)
  }
  return StatisticsTable(
    name: "problems_by_code", description: "Problems by unit and finding code.",
    columns: [
      .key("unit_code", "The unit's code; none for what concerns no unit of the roster."),
      .key("code", "The finding code; see docs/findings.md."),
      .label("unit", "The unit's name."),
      .label("severity", "error, warning or note."),
      .count("problems", of: "problems", "Problems of this code."),
    ],
    rows: groups.sorted { $0.key < $1.key }.flatMap { unit, codes in
      codes.sorted { $0.key.rawValue < $1.key.rawValue }.map { code, count in
        [
          unitKey(unit), .text(code.rawValue), .text(names[unit] ?? ""),
          .text(code.severity.rawValue), .count(count),
        ]
      }
    })
}

private func unitNames(of round: RoundResult) -> [String: String] {
  let units = unitReports(of: round).map(\.unit).filter { !$0.code.isEmpty }
  return Dictionary(units.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
}

extension FindingCode {
  /// Whether the finding says that an identity number cannot be read in full.
  fileprivate var isDamagedIdentity: Bool {
    switch self {
    case .identityScientific, .identityLostDigits, .identityLength, .identityCharacter,
      .identityCheck, .identityDate:
      true
    default: false
    }
  }
}
