import Casework
import Income
import Intake
import Linkage
import Reporting
import Screening
import Tabular

/// Tests policies: every case of the files is screened by the stages of a real round and what comes
/// out is held against what the file says.
///
/// - Parameters:
///   - files: The `*.test.yaml` files; none: all that lie beside the pipeline's policy.
///   - request: The pipeline file whose forms read the cases.
/// - Returns: What differed, for the closing summary and the exit code.
/// - Throws: `RunFailure` where a test file or the pipeline file cannot be used.
public func testPolicies(
  _ files: [String], as request: RunRequest
) async throws(RunFailure) -> PolicyTestReport {
  let (library, policyPath) = try policyTestSetting(request)
  let chosen = files.isEmpty ? try policyTestFiles(beside: policyPath) : files
  var testing = PolicyTesting(library: library)
  var report = PolicyTestReport(fileCount: chosen.count)
  for path in chosen {
    for test in try PolicyTestFile(path, library: library).cases {
      report.add(try await testing.failures(of: test))
    }
  }
  return report
}

private func policyTestFiles(beside policy: String) throws(RunFailure) -> [String] {
  let folder = folder(of: policy)
  let names = try fileNames(in: folder.isEmpty ? "." : folder).filter {
    $0.hasSuffix(".test.yaml")
  }
  return names.map { folder.isEmpty ? $0 : folder + "/" + $0 }
}

/// Screens test cases, reading each policy once.
struct PolicyTesting {
  private let library: FormLibrary
  private let identifiers = CaseIdentifiers(letters: "policy tests name no person of a round")
  private var policies: [PolicyKey: PolicyFile] = [:]

  private struct PolicyKey: Hashable {
    let path: String
    let overlays: [PolicyTestOverlay]
  }

  init(library: FormLibrary) { self.library = library }

  /// What differs from what a case expects.
  mutating func failures(of test: PolicyTestCase) async throws(RunFailure) -> [PolicyTestFailure] {
    let result: ScreeningResult
    do throws(RunFailure) {
      let screened = try await screened(test)
      guard let subject = screened else { return [test.failure(test.line, .notRead)] }
      result = subject
    } catch {
      guard error.exitCode == 4 else { throw error }
      if test.expectations.contains(where: { $0.value == .unusable }) { return [] }
      return [test.failure(test.line, .policyUnusable(error))]
    }
    return test.expectations.compactMap { expectation in
      expectation.value.difference(from: result).map { test.failure(expectation.line, $0) }
    }
  }

  /// The filing that is looked at, screened among the others of its round.
  private mutating func screened(_ test: PolicyTestCase) async throws(RunFailure)
    -> ScreeningResult?
  {
    let policy = try policy(of: test)
    let definition = PipelineDefinition(
      testing: policy, at: test.policy, library: library, asOf: test.asOf)
    try definition.confirmLine()
    let applications = try await applications(test.filings, of: definition, round: definition.round)
    guard let subject = applications.first(where: { $0.unit.name == test.filings[0].unit }) else {
      return nil
    }
    let assessments = try await assess(applications, under: definition, progress: nil)
    let past = try await pastRounds(test.earlier, of: definition)
    let duplicates = try roundDuplicates(
      assessments, test: test, subject: subject.caseID, earlier: past.records,
      definition: definition)
    let cases = try await concluded(
      assessments, with: duplicates, helped: past.help, under: definition)
    return cases.first { $0.caseID == subject.caseID }
  }

  private func applications(
    _ filings: [PolicyTestFiling], of definition: PipelineDefinition, round: String
  ) async throws(RunFailure) -> [Application] {
    let sheets = PolicyTestSheets(library: library, asOf: definition.asOf)
    let files: PolicyTestSheets.Files
    do throws(TabularError) {
      files = try sheets.files(of: filings)
    } catch {
      let found = ToldFinding(error.finding(at: nil))
      throw RunFailure.unusable(file: definition.policyPath, problem: .found(found))
    }
    var catalog = SourceCatalog(files: files.names)
    for (place, file) in files.read.enumerated() {
      catalog.nameSheets(file.sheetNames, ofFile: place)
    }
    var assembly = RoundAssembly(
      files: zip(files.names, files.folders).map { InputFile(path: $0, folder: $1, digest: "") },
      read: files.read, round: round, limits: .none)
    return identifiers.identify(await assembly.intake(catalog: catalog, jobs: 1).applications)
  }

  /// The persons of earlier rounds, and the days their cases were helped; nil where no earlier
  /// filing is listed, as in a run without a registry.
  private func pastRounds(
    _ filings: [PolicyTestFiling], of definition: PipelineDefinition
  ) async throws(RunFailure) -> (records: [LinkageRecord], help: [String: CalendarDate]?) {
    guard !filings.isEmpty else { return ([], nil) }
    var records: [LinkageRecord] = []
    var help: [String: CalendarDate] = [:]
    for filing in filings {
      for application in try await applications([filing], of: definition, round: filing.round) {
        let household = normalizedHousehold(
          of: application, under: try definition.edition(for: application).income,
          asOf: definition.asOf)
        records += LinkageRecord.records(of: application, on: household.referenceDate)
        help[application.caseID] = filing.helpedOn
      }
    }
    return (records, help)
  }

  /// The duplicates of the round with the verdicts of the case on the pairs of its first filing.
  private func roundDuplicates(
    _ assessments: [Assessment], test: PolicyTestCase, subject: String,
    earlier: [LinkageRecord], definition: PipelineDefinition
  ) throws(RunFailure) -> RoundDuplicates {
    let months = try definition.editionOfRound.edition.frequencyMonths
    func found(_ verdicts: [Adjudication]) -> RoundDuplicates {
      RoundDuplicates(
        assessments.map(\.household), earlier: earlier, round: definition.round,
        intervalMonths: months, verdicts: verdicts)
    }
    let verdicts = test.filings.dropFirst().compactMap { filing in
      filing.verdict.map { (unit: filing.unit, verdict: $0) }
    }
    guard !verdicts.isEmpty else { return found([]) }
    return found(
      found([]).links(of: subject).compactMap { link in
        let other = link.caseA == subject ? link.unitB : link.unitA
        return verdicts.first { $0.unit == other }.map {
          Adjudication(pairID: link.pairID, verdict: $0.verdict, location: nil)
        }
      })
  }

  private mutating func policy(of test: PolicyTestCase) throws(RunFailure) -> PolicyFile {
    let key = PolicyKey(path: test.policy, overlays: test.overlays)
    if let known = policies[key] { return known }
    let policy = try PolicyFile(of: test, forms: library.forms)
    policies[key] = policy
    return policy
  }
}
