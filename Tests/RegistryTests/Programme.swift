import Casework
import Foundation
import GRDB
import TestSupport
import Testing

@testable import Registry

/// A registry in a folder of its own, as tests fill it and look at it.
final class Programme {
  let folder: String
  let registry: RegistryFile

  var path: String { folder + "/registry.sqlite" }

  /// Makes a registry that has enrolled the filings as the round 2015.
  init(_ filings: [Filing] = [], pairs: [DuplicateLink] = []) throws {
    folder = NSTemporaryDirectory() + "bangfu-registry-" + UUID().uuidString
    registry = try RegistryFile(folder + "/registry.sqlite")
    if !filings.isEmpty { try enrol(filings, pairs: pairs) }
  }

  deinit {
    do {
      try FileManager.default.removeItem(atPath: folder)
    } catch {
      print("a temporary folder stays behind: \(error)")
    }
  }

  static let policy = PolicyRecord(
    digest: PolicyRecord.digest(of: "sample"), name: "sample", text: "sample")

  /// Enrols filings as the round's newest run; the identifier tells one run from another.
  func enrol(
    _ filings: [Filing], pairs: [DuplicateLink] = [], verdicts: [PairAdjudication] = [],
    as runID: String = "run-1", round: String = "2015", on asOf: String = "2015-12-31"
  ) throws {
    let run = RunRecord(
      runID: runID, kind: .intake, asOf: day(asOf), policy: Self.policy, toolVersion: "test")
    let context = { @Sendable (filing: Filing) in
      CaseContext(
        of: filing.application,
        links: pairs.filter { [$0.caseA, $0.caseB].contains(filing.caseID) },
        primary: filing.primary, help: nil)
    }
    try registry.enrol(
      Enrolment(
        run: run, round: round, catalog: SourceCatalog(files: ["申报表.csv"]), units: Filing.units,
        cases: EnrolledCases(count: filings.count) { place in
          EnrolledCase(result(of: context(filings[place])), persons: [filings[place].person])
        }, pairs: pairs, clusters: [],
        verdicts: verdicts.map { Enrolment.PlacedVerdict($0, place: "重复认定.csv 第2行") }))
  }

  /// Imports one file of entries.
  @discardableResult
  func record(
    _ entries: [OfficeEntry], file name: String = "office.csv", on asOf: String = "2016-12-31"
  ) throws -> ImportReport {
    try #require(try record(files: [(name, entries)], on: asOf).first)
  }

  /// Imports several files in one call.
  @discardableResult
  func record(
    files: [(name: String, entries: [OfficeEntry])], on asOf: String = "2016-12-31"
  ) throws -> [ImportReport] {
    try registry.importing(
      files.map { OfficeFile(named: $0.name, $0.entries) }, on: day(asOf), under: Self.policy,
      rules: CaseRules(noticeMinimumDays: 5)
    ) { context, _ in
      var declared = context
      declared.verification = nil
      return VerifiedScreening(
        declared: ScreeningFigures(of: result(of: declared)),
        verified: ScreeningFigures(of: result(of: context)))
    }
  }

  /// What the registry's own check finds.
  func faults() throws -> [RegistryFault] {
    try registry.verify { context, _, _ in Self.enrolled(context) }.faults
  }

  /// The case as it would be enrolled now.
  static func enrolled(_ context: CaseContext) -> EnrolledCase {
    EnrolledCase(result(of: context), persons: [Filing(context.caseID).person])
  }

  /// The exported rows by table.
  func tables() throws -> [String: [[String]]] {
    Dictionary(uniqueKeysWithValues: try registry.exportedTables().map { ($0.name, $0.rows) })
  }

  /// The state of a case.
  func state(of caseID: String) throws -> CaseState? {
    try registry.database.read { database in
      try String.fetchOne(
        database, sql: "SELECT state FROM assistanceCase WHERE caseID = ?", arguments: [caseID]
      ).flatMap(CaseState.init)
    }
  }

  /// Changes the file as nobody should.
  func tamper(_ sql: String) throws {
    try registry.database.write { try $0.execute(sql: sql) }
  }

  func count(_ table: String) throws -> Int {
    try registry.database.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)") ?? 0 }
  }
}

/// A filing as these tests need it: who, when, how much, and how its screening ends.
struct Filing: Sendable {
  var caseID: String
  var outcome = CaseOutcome.eligible
  var wage: Int64 = 12_000
  var appliedOn = "2015-06-15"
  var unit = "U01"
  var round = "2015"
  /// The case it is counted with, where people confirmed a pair before the run.
  var primary: String?

  init(_ caseID: String, outcome: CaseOutcome = .eligible) {
    self.caseID = caseID
    self.outcome = outcome
  }

  static let units = ["U01", "U02"].map {
    SubmittingUnit(
      code: $0, name: "单位" + $0, aliases: ["别名" + $0], type: .institution, servingMembers: 20,
      retiredMembers: 5, isAffiliated: true)
  }

  var application: Application {
    Application(
      round: round,
      unit: Filing.units.first { $0.code == unit } ?? SubmittingUnit(code: unit, name: unit),
      record: row(
        .applications,
        [
          (.applicantName, name("甲" + caseID)), (.hardshipStatement, .text(outcome.rawValue)),
          (.wageIncome, money(wage)), (.applicationDate, date(appliedOn)),
        ]), caseID: caseID)
  }

  var person: EnrolledPerson {
    EnrolledPerson(
      role: "applicant", identity: nil, survivingDigits: nil, damage: nil, foldedName: "甲" + caseID,
      births: [stated("1965-03")], phone: nil, account: nil, deceasedIdentity: nil,
      deceasedName: nil)
  }
}

/// A screening that needs no policy: the outcome stands in the filing; a verified income of 20,000
/// yuan or more is above the line; a confirmed duplicate is merged.
func result(of context: CaseContext) -> ScreeningResult {
  let record = context.application.record
  let declared = record.money(.wageIncome).value?.amount ?? .zero
  let income = context.verification?.annualIncome.map(MoneyInterval.init(exactly:)) ?? declared
  let spent = context.verification?.expenditure.map(MoneyInterval.init(exactly:)) ?? .zero
  let date = context.application.applicationDate ?? day("2015-06-15")
  let household = NormalizedHousehold(
    application: context.application, referenceDate: date, referenceDateIsAssumed: false,
    window: IncomeWindow(before: date), members: [], householdLines: [], supportLines: [],
    expenditureLines: [], readings: [reading(income, spent)], unknowns: [], findings: [])
  let isMerged = context.primary.map { $0 != context.caseID } ?? false
  let stated = CaseOutcome(rawValue: record.text(.hardshipStatement).value ?? "") ?? .eligible
  return ScreeningResult(
    assessment: Assessment(
      household: household, decisions: [], threshold: nil, hardshipType: nil, findings: []),
    decisions: [], duplicates: context.links, clusterID: "",
    outcome: isMerged ? .merged : income.low >= Money(yuan: 20_000) ? .ineligible : stated,
    findings: [])
}

private func reading(_ income: MoneyInterval, _ spent: MoneyInterval) -> HouseholdReading {
  HouseholdReading(disposable: income, support: .zero, expenditure: spent, size: 1...1)
}

/// A pair of cases of one round that may be the same application.
func pair(
  _ caseA: String, _ caseB: String, _ kind: DuplicateKind = .sameApplication,
  roundA: String = "2015",
  roundB: String = "2015"
) -> DuplicateLink {
  DuplicateLink(
    pairID: "\(caseA)+\(caseB)", kind: kind, caseA: caseA, caseB: caseB, roundA: roundA,
    roundB: roundB, unitA: "单位U01", unitB: "单位U01", personA: "applicant", personB: "applicant",
    reasons: [.sameNameAndBirthDate])
}
