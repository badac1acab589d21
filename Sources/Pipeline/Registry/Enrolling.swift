import Casework
import Linkage
import Registry
import Reporting
import Screening

/// Opens the registry of a pipeline, waiting for another run as long as was asked.
func openRegistry(
  _ path: String, waitSeconds: Int
) throws(RunFailure) -> RegistryFile {
  try registered { () throws(RegistryError) in
    try RegistryFile(path, waitSeconds: waitSeconds)
  }
}

/// Runs what uses the registry; its error stops the run.
func registered<Value>(
  _ body: () throws(RegistryError) -> Value
) throws(RunFailure) -> Value {
  do throws(RegistryError) {
    return try body()
  } catch {
    throw RunFailure.registry(error)
  }
}

extension RegistryFile {
  /// Whether the registry holds what a run found about its round, and no other run since.
  func remembers(_ identity: RunIdentity) throws(RunFailure) -> Bool {
    try registered { () throws(RegistryError) in try isNewestRun(identity.runID) }
  }

  /// Enrols a finished round.
  func enrol(_ round: ScreenedRound, under definition: PipelineDefinition) throws(RunFailure) {
    var enrolment = enrolment(of: round.result, verdicts: round.verdicts, under: definition)
    enrolment.quality = RoundQuality(of: round.result)
    try registered { () throws(RegistryError) in try enrol(enrolment) }
  }
}

extension PipelineDefinition {
  /// The policy file as the registry keeps it.
  var policyRecord: PolicyRecord {
    PolicyRecord(digest: policy.digest, name: policy.id, text: policy.sources.text)
  }
}

extension PolicyEdition {
  /// What the policy says about the steps after screening.
  var caseRules: CaseRules { CaseRules(noticeMinimumDays: noticeMinimumDays) }
}

extension EarlierRounds {
  /// The verdicts that the registry keeps.
  var adjudications: [Adjudication] {
    verdicts.map {
      Adjudication(
        pairID: $0.pairID, verdict: $0.verdict, decidedOn: $0.decidedOn, decidedBy: $0.decidedBy,
        reason: $0.reason, location: nil)
    }
  }
}

/// A screened case as it is stored.
func enrolledCase(_ screened: ScreeningResult) -> EnrolledCase {
  EnrolledCase(
    screened,
    persons: LinkageRecord.records(
      of: screened.application, on: screened.household.referenceDate
    ).map(EnrolledPerson.init))
}

/// What a finished round hands to the registry.
func enrolment(
  of result: RoundResult, verdicts: [Adjudication], under definition: PipelineDefinition
) -> Enrolment {
  let cases = EnrolledCases(count: result.cases.count) { place in
    enrolledCase(result.cases[place])
  }
  return Enrolment(
    run: runRecord(result.runID, .intake, definition), round: result.round,
    catalog: result.catalog, units: result.units.map(\.unit), cases: cases,
    pairs: result.duplicates, clusters: result.clusters,
    verdicts: verdicts.compactMap { verdict in
      verdict.location.map {
        Enrolment.PlacedVerdict(
          verdict.pairAdjudication, place: result.catalog.words(for: $0))
      }
    })
}

/// The run as the registry remembers it.
func runRecord(
  _ runID: String, _ kind: RunRecord.Kind, _ definition: PipelineDefinition
) -> RunRecord {
  RunRecord(
    runID: runID, kind: kind, asOf: definition.asOf, policy: definition.policyRecord,
    toolVersion: toolVersion)
}

extension Adjudication {
  fileprivate var pairAdjudication: PairAdjudication {
    PairAdjudication(
      pairID: pairID, verdict: verdict, decidedOn: decidedOn, decidedBy: decidedBy, reason: reason)
  }
}

extension EnrolledPerson {
  fileprivate init(_ record: LinkageRecord) {
    self.init(
      role: record.role, identity: record.identity?.number?.digits,
      survivingDigits: record.identity?.damage == nil ? nil : record.identity?.survivingDigits,
      damage: record.identity?.damage?.rawValue, foldedName: record.foldedName,
      births: record.births, phone: record.phone, account: record.account,
      deceasedIdentity: record.deceased?.number?.digits, deceasedName: record.deceased?.foldedName)
  }
}

extension LinkageRecord {
  /// A person of an earlier round as the registry knows it.
  convenience init(_ earlier: EarlierRounds.EarlierPerson) {
    let person = earlier.person
    self.init(
      caseID: earlier.caseID, round: earlier.round, unitCode: earlier.unitCode,
      unitName: earlier.unitName, role: person.role, applicationDay: earlier.appliedOn,
      identity: person.identityStatement, foldedName: person.foldedName, births: person.births,
      phone: person.phone, account: person.account, deceased: person.deceased)
  }
}

extension EnrolledPerson {
  fileprivate var identityStatement: IdentityStatement? {
    if let number = identity.flatMap(ResidentIdentityNumber.init) {
      return IdentityStatement(number)
    }
    guard let survivingDigits, let damage = damage.flatMap(IdentityDamage.init) else { return nil }
    return IdentityStatement(damage: damage, survivingDigits: survivingDigits)
  }

  fileprivate var deceased: LinkageRecord.DeceasedMember? {
    guard deceasedIdentity != nil || deceasedName != nil else { return nil }
    return LinkageRecord.DeceasedMember(
      number: deceasedIdentity.flatMap(ResidentIdentityNumber.init), foldedName: deceasedName)
  }
}

/// The help in earlier rounds that a case's pairs point to; nil where no earlier round is known.
///
/// The same valid number of both applicants, or people's verdict, makes it certain; a person who
/// was only a member of the other household, or a likeness, must be confirmed first.
///
/// - Parameters:
///   - caseID: The case.
///   - links: The pairs it is part of.
///   - help: The last day each case of an earlier round was helped; nil where none is known.
/// - Returns: The help that concerns the case; nil where no earlier round is known.
func earlierHelp(
  of caseID: String, among links: [DuplicateLink], in help: [String: CalendarDate]?
) -> [EarlierHelp]? {
  guard let help else { return nil }
  return links.compactMap { link in
    guard link.roundA != link.roundB, link.kind != .sharedContact, link.verdict != .different
    else { return nil }
    let other = link.caseA == caseID ? link.caseB : link.caseA
    guard let day = help[other] else { return nil }
    let areApplicants = link.personA == LinkageRecord.applicantRole && link.personA == link.personB
    let isProven = areApplicants && link.reasons.contains(.sameIdentityNumber)
    return EarlierHelp(
      caseID: other, helpedOn: day, isCertain: isProven || link.verdict == .same)
  }
}
