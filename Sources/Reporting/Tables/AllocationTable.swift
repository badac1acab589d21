public import Casework

/// `allocation.csv`: what each case would get of the stated budget, in the order it was served, and
/// the cases for which nothing is set aside because their amount is open.
public func allocationCSV(_ allocation: BudgetAllocation, _ context: ReportContext) -> [UInt8] {
  let cases = Dictionary(
    context.result.cases.map { ($0.caseID, $0) }, uniquingKeysWith: { first, _ in first })
  func place(_ caseID: String) -> [String] {
    let unit = cases[caseID]?.application.unit
    return [
      caseID, unit?.code ?? "", unit?.name ?? "",
      cases[caseID]?.suggestedHelp?.measure?.rawValue ?? "",
    ]
  }
  let served = zip(1..., allocation.shares).map { rank, share in
    ["\(rank)"] + place(share.caseID) + [
      share.shortfall.description, share.suggested.description, share.allocated.description,
      (share.suggested - share.allocated).description, "",
    ]
  }
  let open = allocation.open.map { caseID in
    [""] + place(caseID) + ["", "", "", "", "amount open"]
  }
  return csvText(
    header: [
      "rank", "case_id", "unit_code", "unit", "measure", "shortfall_yuan_month", "suggested_yuan",
      "allocated_yuan", "unmet_yuan", "note",
    ], rows: served + open)
}
