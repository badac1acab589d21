public import Casework

/// `allocation.csv`: what each case would get of the stated budget, in the order it was served, and
/// the cases for which nothing is set aside: their amount is open, or they may be another case.
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
  func waiting(_ cases: [String], because note: String) -> [[String]] {
    cases.map { [""] + place($0) + ["", "", "", "", note] }
  }
  let open = waiting(allocation.open, because: "amount open")
  let undecided = waiting(allocation.undecided, because: "duplicate undecided")
  return csvText(
    header: [
      "rank", "case_id", "unit_code", "unit", "measure", "shortfall_yuan_month", "suggested_yuan",
      "allocated_yuan", "unmet_yuan", "note",
    ], rows: served + open + undecided)
}
