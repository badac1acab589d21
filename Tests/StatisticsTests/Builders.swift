import Casework

let waterBureau = SubmittingUnit(code: "U01", name: "州水务局", type: .organ)
let forestBureau = SubmittingUnit(code: "U02", name: "州林业局", type: .organ)

/// A case with the given annual D + S − R and a line of 1,000 yuan a month.
func screened(
  _ number: Int, unit: SubmittingUnit = waterBureau, category: ApplicantCategory? = .serving,
  cause: HardshipCause? = .illness, annual: MoneyInterval, size: ClosedRange<Int> = 1...1,
  hasLine: Bool = true, outcome: CaseOutcome = .eligible, type: HardshipType? = nil,
  decisions: [Decision] = []
) -> ScreeningResult {
  let place = SourceLocation(file: 0, sheet: 0, row: number, column: 0)
  var record = FormRecord(form: .applications, location: place, columns: SheetColumns([:]))
  if let category { record.enter(.choice(category.rawValue), for: .applicantCategory) }
  if let cause { record.enter(.choice(cause.rawValue), for: .hardshipCause) }
  let date = CalendarDate(firstOfMonth: 9, year: 2015)
  let household = NormalizedHousehold(
    application: Application(
      round: "2015", unit: unit, record: record, caseID: "2015-\(unit.code)-\(number)"),
    referenceDate: date, referenceDateIsAssumed: false, window: IncomeWindow(before: date),
    members: [], householdLines: [], supportLines: [], expenditureLines: [],
    readings: [
      HouseholdReading(disposable: annual, support: .zero, expenditure: .zero, size: size)
    ], unknowns: [], findings: [])
  let line = Threshold(
    monthly: Money(yuan: 1000), includesEquality: true, effectiveFrom: date, source: "")
  return ScreeningResult(
    assessment: Assessment(
      household: household, decisions: decisions, threshold: hasLine ? line : nil,
      hardshipType: type, findings: []),
    decisions: decisions, duplicates: [], clusterID: "", outcome: outcome, findings: [])
}

/// Fen of twelve months for a per-capita income in fen a month, of one person.
func monthly(_ fen: Int64) -> MoneyInterval { MoneyInterval(exactly: Money(fen: fen * 12)) }

func round(_ cases: [ScreeningResult], findings: [Finding] = []) -> RoundResult {
  let units = [waterBureau, forestBureau].map { unit in
    UnitReport(
      unit: unit, status: unit == waterBureau ? .received : .silent, files: [],
      applicationCount: cases.count { $0.application.unit == unit })
  }
  return RoundResult(
    round: "2015", asOf: CalendarDate(firstOfMonth: 10, year: 2015), policyTitle: "帮扶办法“试行”",
    runID: "2015-20151001-0badcafe", catalog: SourceCatalog(files: []), units: units, cases: cases,
    duplicates: [], clusters: [], findings: findings, balance: RowBalance())
}
