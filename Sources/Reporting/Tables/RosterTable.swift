import Casework

/// `roster.csv`: one row per application, by case identifier (contract §4).
///
/// A figure that is only known to lie between two bounds leaves its cell empty; the per-capita
/// income then stands in its `low` and `high` columns, which a known figure fills with itself.
public func rosterCSV(_ context: ReportContext) -> [UInt8] {
  let cases = context.result.cases.sorted { $0.caseID < $1.caseID }
  return csvText(
    header: rosterColumns, rows: cases.lazy.map { rosterRow($0, in: context.result.catalog) })
}

/// The columns of the roster in their order.
let rosterColumns = [
  "case_id", "unit_code", "unit", "source_file", "source_sheet", "source_row", "applicant_name",
  "applicant_id_masked", "category", "household_size", "disposable_income_yuan",
  "support_received_yuan", "rigid_expenditure_yuan", "per_capita_disposable_yuan_month",
  "per_capita_actual_yuan_month", "per_capita_actual_low", "per_capita_actual_high",
  "threshold_yuan_month", "shortfall_yuan_month", "hardship_type", "hardship_cause", "outcome",
  "failed_rules", "unknown_rules", "duplicate_cluster", "recommended_measure",
  "recommended_amount_yuan", "problem_count", "worksheet_digest",
]

func rosterRow(_ result: ScreeningResult, in catalog: SourceCatalog) -> [String] {
  filingCells(of: result, in: catalog) + figureCells(of: result) + conclusionCells(of: result)
}

private func filingCells(of result: ScreeningResult, in catalog: SourceCatalog) -> [String] {
  let application = result.application
  let location = application.record.location
  return [
    result.caseID, application.unit.code, application.unit.name, catalog.file(of: location),
    catalog.sheet(of: location), String(location.row), application.applicantName?.original ?? "",
    application.applicantIdentity.map(Masking.identity) ?? "",
    application.category?.rawValue ?? "",
  ]
}

private func figureCells(of result: ScreeningResult) -> [String] {
  let household = result.household
  let actual = household.perCapitaActual
  let size = household.size
  return [
    size.lowerBound == size.upperBound ? String(size.lowerBound) : "",
    yuan(household.disposable.exact), yuan(household.support.exact),
    yuan(household.expenditure.exact), yuan(household.perCapitaDisposable.exact),
    yuan(actual.exact), yuan(actual.low), yuan(actual.high),
    yuan(result.assessment.threshold?.monthly), yuan(result.shortfall),
  ]
}

private func conclusionCells(of result: ScreeningResult) -> [String] {
  [
    result.assessment.hardshipType?.rawValue ?? "", result.application.cause?.rawValue ?? "",
    result.outcome.rawValue, list(result.failedRules), list(result.unknownRules),
    result.clusterID, suggestedMeasure(of: result), yuan(result.suggestedHelp?.certainAmount),
    String(result.allFindings.count), result.household.worksheetDigest?.description ?? "",
  ]
}

/// The measure where one is decided, in the forms' words; 服务帮扶 where there is no shortfall.
private func suggestedMeasure(of result: ScreeningResult) -> String {
  guard let help = result.suggestedHelp else { return "" }
  return help.isService
    ? title(ofHelp: nil, in: .simplifiedChinese) : help.measure?.rawValue ?? ""
}

private func yuan(_ amount: Money?) -> String { amount?.description ?? "" }

private func list(_ rules: [RuleCode]) -> String {
  rules.map(\.rawValue).joined(separator: ";")
}
