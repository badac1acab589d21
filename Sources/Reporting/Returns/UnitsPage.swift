import Casework

/// `units.html`: which units handed in, which were set aside and why, which are silent, and what each
/// gets back; no names of persons and no outcomes.
///
/// `returns` are the names of the return sheets by the code of their units, and the paths of their
/// files relative to the page; `rows` how many rows each handed in.
public func unitsPage(
  _ context: ReportContext, returns: [String: [String]], rows: [String: Int]
) throws -> String {
  let template = try PageTemplate(unitsPageTemplate, in: context.language)
  let page = UnitsPageView(context: context, returns: returns, rows: rows)
  return template.rendered(with: page.view)
}

/// Everything the page of the units shows.
private struct UnitsPageView {
  let context: ReportContext
  let returns: [String: [String]]
  let rows: [String: Int]
  private let findings: [String: [Finding]]

  private var result: RoundResult { context.result }
  private var language: Language { context.language }

  init(context: ReportContext, returns: [String: [String]], rows: [String: Int]) {
    self.context = context
    self.returns = returns
    self.rows = rows
    findings = Dictionary(grouping: context.result.findings, by: \.unitCode)
  }

  var view: View {
    let groups = UnitStatus.allCases.map { status in
      (status, result.units.filter { $0.status == status }.sorted(by: inOrder))
    }
    var slots: [String: View.Slot] = [
      "round": .text(result.round), "asOf": .text(result.asOf.description),
      "policy": .text(result.policyTitle), "runID": .text(result.runID),
      "looseFiles": .list(result.quarantinedFiles.map { View(["file": .text($0)]) }),
      "hasLooseFiles": .flag(!result.quarantinedFiles.isEmpty),
      "hasOffice": .flag(returns[""] != nil), "officeName": .text(officeReturnName),
      "officeFiles": .list((returns[""] ?? []).map(returnFile)),
    ]
    for (status, units) in groups {
      slots["\(status.rawValue)Count"] = "\(units.count)"
      slots["has_\(status.rawValue)"] = .flag(!units.isEmpty)
      slots["\(status.rawValue)Units"] = .list(units.map(unit))
    }
    return View(slots)
  }

  private func inOrder(_ left: UnitReport, _ right: UnitReport) -> Bool {
    (left.unit.code, left.unit.name) < (right.unit.code, right.unit.name)
  }

  private func unit(_ report: UnitReport) -> View {
    // What is the office's own matter, such as duplicates, asks nothing of the unit.
    let own = (report.unit.code.isEmpty ? unknownUnit(report) : findings[report.unit.code] ?? [])
      .filter(\.code.isForUnit)
    let files = returns[report.unit.code] ?? []
    return View([
      "unitCode": .text(report.unit.code), "unitName": .text(report.unit.name),
      "cases": "\(report.applicationCount)", "rowCount": "\(rows[report.unit.code] ?? 0)",
      "fileCount": "\(report.files.count)",
      "files": .list(report.files.map { View(["file": .text($0)]) }),
      "errors": "\(own.count { $0.severity == .error })",
      "warnings": "\(own.count { $0.severity == .warning })",
      "reasons": .list(own.filter(isReason).prefix(5).map(reason)),
      "returnFiles": .list(files.map(returnFile)), "hasReturn": .flag(!files.isEmpty),
    ])
  }

  /// What was found about a unit that is not in the roster: the findings name its files.
  private func unknownUnit(_ report: UnitReport) -> [Finding] {
    let files = Set(report.files)
    return (findings[""] ?? []).filter { finding in
      finding.location.map { files.contains(result.catalog.file(of: $0)) } ?? false
    }
  }

  /// Whether a finding tells why something was set aside.
  private func isReason(_ finding: Finding) -> Bool {
    guard finding.severity == .error else { return false }
    let area = finding.code.rawValue.prefix { $0 != "." }
    return area == "file" || area == "sheet" || finding.code == .unitUnknown
      || finding.code == .unitMissing
  }

  private func reason(_ finding: Finding) -> View {
    let told = words(for: finding, in: language)
    return View([
      "place": .text(finding.location.map(result.catalog.words) ?? ""),
      "message": .text(told.message), "hint": .text(told.hint),
    ])
  }

  private func returnFile(_ path: String) -> View {
    let parts = path.split(separator: "/").map { addressComponent(String($0)) }
    return View([
      "address": .text(parts.joined(separator: "/")),
      "kind": .text(path.hasSuffix(".xlsx") ? "XLSX" : "CSV"),
    ])
  }
}
