import Casework
import Income
import Intake
import Linkage
import Registry
import Reporting
import Screening
import Statistics

/// The version of the program; part of every run's identity.
public let toolVersion = "0.1.0"

/// Runs a round from its folder of submissions to a published run directory.
///
/// The path of a record: files are read into sheets, sheets into submissions, submissions put
/// together into applications; each application becomes a household's worksheet, then an
/// assessment; once all are known duplicates are linked, cases concluded, reports written to a
/// staging folder, the round enrolled in the registry and the folder renamed into place. What a run
/// had staged when it was stopped between the last two is published by the next run.
///
/// - Parameters:
///   - request: The pipeline file and the flags of the command.
///   - progress: Whoever wants to know how far the run has come.
/// - Returns: What the run came to, for the closing summary and the exit code.
/// - Throws: `RunFailure` where the definition, the policy, the input or the output do not allow a
///   run; nothing is published then.
public func run(
  _ request: RunRequest, progress: RunProgress.Listener? = nil
) async throws(RunFailure) -> RunSummary {
  let definition = try PipelineDefinition(request)
  try definition.confirmLine()
  let folder = try InputFolder(definition.input)
  let registry = try openRegistry(definition.registry, waitSeconds: request.waitSeconds)
  let identifiers = try CaseIdentifiers(
    input: definition.input, registryKey: definition.caseKey)
  let earlier = try registered { () throws(RegistryError) in
    try registry.earlierRounds(beside: definition.round)
  }
  let identity = RunIdentity(
    definition, folder: folder, identifiers: identifiers, registry: earlier)
  let output = try RunFolder(identity, in: definition.output, of: registry)
  if let published = try output.publishedSummary, try registry.remembers(identity) {
    return published
  }
  let summary: RunSummary
  do throws(RunFailure) {
    let round = try await screenedRound(
      folder, under: definition, identifiers: identifiers, identity: identity, beside: earlier,
      progress: progress)
    try definition.brakes.hold(round.result, against: registry, unless: request.accepts)
    summary = try await write(
      round, of: definition, folder: folder, to: output, progress: progress)
    try output.seal()
    try registry.enrol(round, under: definition)
  } catch {
    output.discard()
    throw error
  }
  // What is recorded now stays staged until it can be published.
  try output.publish()
  return summary
}

/// A round with its cases concluded, and the verdicts that lay among its submissions.
struct ScreenedRound {
  let result: RoundResult
  let verdicts: [Adjudication]
  /// The lists of rows that were handed in, for returning some of them.
  let tables: SubmittedTables
}

/// Reads, screens and links a round: everything before the first file is written.
func screenedRound(
  _ folder: InputFolder, under definition: PipelineDefinition, identifiers: CaseIdentifiers,
  identity: RunIdentity, beside earlier: EarlierRounds = .none,
  progress: RunProgress.Listener? = nil
) async throws(RunFailure) -> ScreenedRound {
  let linked = try await linkedRound(
    folder, under: definition, identifiers: identifiers, beside: earlier, progress: progress)
  let cases = try await concluded(
    linked.assessments, with: linked.duplicates,
    helped: earlier.rounds.isEmpty ? nil : earlier.help, under: definition)
  let result = try roundResult(of: cases, in: linked, identity: identity, definition: definition)
  return ScreenedRound(
    result: result, verdicts: linked.intake.verdicts, tables: linked.intake.tables)
}

/// A round of which every application is known, and what connects them.
struct LinkedRound {
  let intake: RoundIntake
  let assessments: [Assessment]
  let duplicates: RoundDuplicates
}

/// Reads and assesses a round's applications and finds the duplicates among them.
func linkedRound(
  _ folder: InputFolder, under definition: PipelineDefinition, identifiers: CaseIdentifiers,
  beside earlier: EarlierRounds, progress: RunProgress.Listener?
) async throws(RunFailure) -> LinkedRound {
  let intake = try await readRound(
    folder, round: definition.round, definition: definition, progress: progress)
  let applications = try identifiers.identify(intake.usableApplications(definition))
  let assessments = try await assess(applications, under: definition, progress: progress)
  let persons = try await earlierRecords(definition, identifiers: identifiers, beside: earlier)
  // Barrier: from here on every application of the round is known.
  let duplicates = RoundDuplicates(
    assessments.map(\.household), earlier: persons, round: definition.round,
    intervalMonths: try definition.editionOfRound.edition.frequencyMonths,
    verdicts: (earlier.adjudications + intake.verdicts).inOrderOfDecision)
  return LinkedRound(intake: intake, assessments: assessments, duplicates: duplicates)
}

/// Normalises and assesses every application, in parallel and in order.
func assess(
  _ applications: [Application], under definition: PipelineDefinition,
  progress: RunProgress.Listener?
) async throws(RunFailure) -> [Assessment] {
  let batches = applications.inBatches(of: 256)
  let outcomes = await mapConcurrently(
    batches, jobs: definition.jobs,
    finished: { done, _ in
      progress?(RunProgress(stage: .screening, done: done, total: batches.count, rows: 0))
    }
  ) { batch in
    batch.map { application in
      Result<Assessment, PolicyGap> { () throws(PolicyGap) in
        try assessed(application, under: definition.policy, asOf: definition.asOf)
      }
    }
  }
  var assessments: [Assessment] = []
  for outcome in outcomes.joined() {
    switch outcome {
    case .success(let assessment): assessments.append(assessment)
    case .failure(let gap): throw RunFailure.policy(file: definition.policyPath, gap: gap)
    }
  }
  return assessments
}

/// One application's way to its assessment, under the edition of its day.
private func assessed(
  _ application: Application, under policy: PolicyFile, asOf: CalendarDate
) throws(PolicyGap) -> Assessment {
  let inForce = try policy.edition(for: application, asOf: asOf)
  let explained = explainedHousehold(of: application, under: inForce.income, asOf: asOf)
  let household = explained.withoutLines(keeping: explained.worksheet.map(WorksheetDigest.init))
  return try assessment(of: household, under: inForce.edition, asOf: asOf)
}

/// The persons of earlier rounds, for duplicates only: those the registry knows, and those of
/// earlier rounds that only their folders hold.
private func earlierRecords(
  _ definition: PipelineDefinition, identifiers: CaseIdentifiers, beside known: EarlierRounds
) async throws(RunFailure) -> [LinkageRecord] {
  var records = known.persons.map(LinkageRecord.init)
  for earlier in definition.earlierRounds where !known.rounds.contains(earlier.round) {
    let folder = try earlier.folder
    let intake = try await readRound(folder, round: earlier.round, definition: definition)
    for application in identifiers.identify(intake.applications) {
      let household = normalizedHousehold(
        of: application, under: try definition.edition(for: application).income,
        asOf: definition.asOf)
      records += LinkageRecord.records(of: application, on: household.referenceDate)
    }
  }
  return records
}

/// Adds what the round knows about each case and combines its decisions, in parallel and in order.
///
/// `help` has the day each case of an earlier round was helped; nil where no earlier round is known.
func concluded(
  _ assessments: [Assessment], with duplicates: RoundDuplicates,
  helped help: [String: CalendarDate]?, under definition: PipelineDefinition
) async throws(RunFailure) -> [ScreeningResult] {
  let batches = await mapConcurrently(
    assessments.inBatches(of: 256), jobs: definition.jobs
  ) { batch in
    batch.map { assessment in
      Result<ScreeningResult, RunFailure> { () throws(RunFailure) in
        try concluded(assessment, with: duplicates, helped: help, under: definition)
      }
    }
  }
  var results: [ScreeningResult] = []
  for result in batches.joined() { results.append(try result.get()) }
  return results.sorted { $0.caseID < $1.caseID }
}

private func concluded(
  _ assessment: Assessment, with duplicates: RoundDuplicates,
  helped help: [String: CalendarDate]?, under definition: PipelineDefinition
) throws(RunFailure) -> ScreeningResult {
  let application = assessment.household.application
  let policy = try definition.edition(for: application).edition
  let links = duplicates.links(of: application.caseID)
  return screeningResult(
    concluding: assessment, duplicates: links,
    clusterID: duplicates.clusterID(of: application.caseID),
    primary: duplicates.primaries[application.caseID],
    findings: links.map { $0.finding(at: application.record.location) },
    earlierHelp: earlierHelp(of: application.caseID, among: links, in: help),
    under: policy)
}

/// Everything the finished round knows, after the row balance held.
private func roundResult(
  of cases: [ScreeningResult], in linked: LinkedRound, identity: RunIdentity,
  definition: PipelineDefinition
) throws(RunFailure) -> RoundResult {
  let (intake, duplicates) = (linked.intake, linked.duplicates)
  let balance = intake.balance
  guard balance.isBalanced else {
    throw RunFailure.rowsUnbalanced(
      read: balance.rowsRead, classified: balance.rows.values.reduce(0, +))
  }
  let ofCases = cases.flatMap { result in
    result.allFindings.map { $0.concerning(result.application.unit) }
  }
  let ofRound = intake.findings + duplicates.findings + withoutRegistry(cases)
  var result = RoundResult(
    round: definition.round, asOf: definition.asOf, policyTitle: definition.policy.title,
    runID: identity.runID, catalog: intake.catalog, units: intake.units,
    quarantinedFiles: intake.quarantinedFiles, cases: cases,
    duplicates: duplicates.links, clusters: duplicates.clusters,
    findings: (ofCases + ofRound).sorted(by: inOrderOfPlace), balance: balance)
  result.allocation = try definition.editionOfRound.edition.budget.map {
    allocation(of: $0, among: cases)
  }
  result.sheets = intake.sheets
  return result
}

/// Without a registry nobody knows who was helped before, but by 上次受助时间 (contract §3).
private func withoutRegistry(_ cases: [ScreeningResult]) -> [Finding] {
  let unknown = cases.filter { result in
    result.decisions.contains { $0.reason == .noEarlierHelpStated }
  }
  return unknown.isEmpty
    ? [] : [Finding(.previousHelpUnknown, at: nil, ["\(unknown.count)"])]
}

func inOrderOfPlace(_ left: Finding, _ right: Finding) -> Bool {
  switch (left.location, right.location) {
  case (nil, nil): left.code.rawValue < right.code.rawValue
  case (nil, _?): true
  case (_?, nil): false
  case (let one?, let other?):
    one != other
      ? one < other
      : (left.code.rawValue, left.arguments.joined()) < (
        right.code.rawValue, right.arguments.joined()
      )
  }
}

extension PipelineDefinition {
  /// Stops before anything is read where the round's own year has no confirmed line.
  func confirmLine() throws(RunFailure) {
    do throws(PolicyGap) {
      _ = try policy.edition(on: asOf).edition.threshold(on: asOf)
    } catch {
      throw RunFailure.policy(file: policyPath, gap: error)
    }
  }

  /// The edition in force on the day of the round.
  var editionOfRound: EditionInForce {
    get throws(RunFailure) {
      do throws(PolicyGap) {
        return try policy.edition(on: asOf)
      } catch {
        throw RunFailure.policy(file: policyPath, gap: error)
      }
    }
  }

  /// The edition that an application is judged by.
  func edition(for application: Application) throws(RunFailure) -> EditionInForce {
    do throws(PolicyGap) {
      return try policy.edition(for: application, asOf: asOf)
    } catch {
      throw RunFailure.policy(file: policyPath, gap: error)
    }
  }
}

extension RoundIntake {
  /// The applications, where the round has a roster and at least one of them.
  fileprivate func usableApplications(
    _ definition: PipelineDefinition
  ) throws(RunFailure) -> [Application] {
    guard hasRoster, !applications.isEmpty else {
      throw RunFailure.nothingUsable(
        input: definition.input, reason: hasRoster ? .noApplications : .noRoster,
        found: told(findings.sorted(by: inOrderOfPlace), catalog))
    }
    return applications
  }
}
