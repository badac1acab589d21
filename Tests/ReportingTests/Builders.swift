import Casework

/// A row of a form whose columns stand in the order of its values, from column A.
func row(
  _ form: FormKind, file: Int = 0, at row: Int = 4, _ values: [(Field, FieldValue?)]
) -> FormRecord {
  let columns = Dictionary(
    values.enumerated().map { ($1.0, $0) }, uniquingKeysWith: { first, _ in first })
  var record = FormRecord(
    form: form, location: SourceLocation(file: file, sheet: 0, row: row, column: 0),
    columns: SheetColumns(columns))
  for (field, value) in values { record.enter(value, for: field) }
  return record
}

func name(_ text: String) -> FieldValue { .name(PersonName(original: text, folded: text)) }

func identity(_ digits: String) -> FieldValue {
  .identity(
    ResidentIdentityNumber(digits).map(IdentityStatement.init)
      ?? IdentityStatement(damage: .wrongCheckCharacter, survivingDigits: digits))
}

func date(_ text: String) -> FieldValue? { day(text).map { .date(StatedDate($0)) } }

func day(_ text: String) -> CalendarDate? { CalendarDate(iso: text) }

func yuan(_ amount: Int64) -> MoneyInterval { MoneyInterval(exactly: Money(yuan: amount)) }

func money(_ amount: Int64, per period: Period? = .year) -> FieldValue {
  .money(StatedAmount(yuan(amount), per: period))
}

func cell(_ row: Int, _ column: Int, file: Int = 0) -> SourceLocation {
  SourceLocation(file: file, sheet: 0, row: row, column: column)
}

/// A day of the calendar for fixtures; the first of the year one where the text is no day.
func fixtureDay(_ text: String) -> CalendarDate {
  day(text) ?? CalendarDate(firstOfMonth: 1, year: 1)
}

/// The line of the fixtures: 1,380 yuan a month, equality included.
let fixtureLine = Threshold(
  monthly: Money(yuan: 1380), includesEquality: true, effectiveFrom: fixtureDay("2015-07-01"),
  source: "川办发〔2015〕示例号")

/// A case with one reading of round figures, for tables and counts.
func smallCase(
  _ caseID: String, unit: SubmittingUnit = SubmittingUnit(code: "U01", name: "州水务局"),
  values: [(Field, FieldValue?)] = [], annual: MoneyInterval = yuan(12_000),
  size: ClosedRange<Int> = 1...1, outcome: CaseOutcome = .eligible, findings: [Finding] = [],
  decisions: [Decision] = [], explained: [ExplainedDecision]? = nil,
  hardshipType: HardshipType? = nil
) -> ScreeningResult {
  let application = Application(
    round: "2015", unit: unit, record: row(.applications, values), caseID: caseID)
  let date = fixtureDay("2015-09-10")
  let household = NormalizedHousehold(
    application: application, referenceDate: date, referenceDateIsAssumed: false,
    window: IncomeWindow(before: date), members: [], householdLines: [], supportLines: [],
    expenditureLines: [],
    readings: [
      HouseholdReading(disposable: annual, support: .zero, expenditure: .zero, size: size)
    ], unknowns: [], findings: [])
  let assessment = Assessment(
    household: household, decisions: decisions, threshold: fixtureLine,
    hardshipType: hardshipType, findings: findings)
  return ScreeningResult(
    assessment: assessment, decisions: decisions, duplicates: [], clusterID: "",
    outcome: outcome, findings: [],
    explanation: explained.map { CaseExplanation(decisions: $0) })
}

/// A round of the given cases.
func round(
  _ cases: [ScreeningResult], findings: [Finding] = [], duplicates: [DuplicateLink] = [],
  clusters: [ClusteredRecord] = []
) -> RoundResult {
  var catalog = SourceCatalog(files: ["州水务局/申报表.xml", "州水务局/明细.csv"])
  catalog.nameSheets(["申报表"], ofFile: 0)
  catalog.nameSheets([""], ofFile: 1)
  var balance = RowBalance()
  balance.read(12)
  balance.classify(.data, count: 9)
  balance.classify(.header, count: 2)
  balance.classify(.title)
  return RoundResult(
    round: "2015", asOf: fixtureDay("2015-10-01"), policyTitle: "帮扶办法（试行）2015 版",
    runID: "2015-20151001-0badcafe", catalog: catalog,
    units: [
      UnitReport(
        unit: SubmittingUnit(code: "U01", name: "州水务局", type: .organ), status: .received,
        files: ["州水务局/申报表.xml", "州水务局/明细.csv"], applicationCount: cases.count),
      UnitReport(
        unit: SubmittingUnit(code: "U02", name: "州林业局", type: .organ), status: .silent,
        files: [], applicationCount: 0),
    ], cases: cases, duplicates: duplicates, clusters: clusters, findings: findings,
    balance: balance)
}
