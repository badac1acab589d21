import Casework
import Foundation
import Registry
public import Reporting
import Screening

/// The cases that ended otherwise in one run than in another, each with its one cause.
public struct RunComparison: Sendable {
  /// The changes, by case.
  let changes: [CaseChange]

  /// The table as `changes.csv` has it.
  public var csv: [UInt8] { changesCSV(changes) }

  /// A line per change, then how many there are.
  public func lines(in language: Language) -> [String] {
    changes.map { change in
      let outcomes = [change.from, change.to].map { outcome in
        outcome.map { title(of: $0, in: language) } ?? "–"
      }
      return "\(change.caseID) \(outcomes[0]) → \(outcomes[1]) "
        + "[\(title(of: change.cause, in: language))] \(change.detail)"
    } + [language.text("结论不同 \(changes.count) 件", "\(changes.count) cases differ")]
  }
}

/// Compares two runs that the registry remembers: why each case ended otherwise (contract §5).
///
/// - Parameters:
///   - first: A run folder, or a run's identifier.
///   - second: Another one.
///   - request: The pipeline file and the registry.
/// - Returns: The cases that ended otherwise.
/// - Throws: `RunFailure` where a run is not recorded or a policy can no longer be read.
public func compareRuns(
  _ first: String, _ second: String, as request: RunRequest
) throws(RunFailure) -> RunComparison {
  let definition = try PipelineDefinition(request)
  let registry = try existingRegistry(definition, waitSeconds: request.waitSeconds)
  let runs = [try runID(first), try runID(second)]
  let compared = try registered { () throws(RegistryError) in
    try registry.compared(runs[0], runs[1])
  }
  var policies = StoredPolicies(definition)
  var changes: [CaseChange] = []
  for one in compared {
    changes.append(try change(of: one, &policies, definition))
  }
  return RunComparison(changes: changes)
}

/// A run folder names its run in run.json; anything else is taken for the identifier itself.
func runID(_ text: String) throws(RunFailure) -> String {
  let manifest = text + "/run.json"
  guard FileManager.default.fileExists(atPath: manifest) else { return text }
  struct Manifest: Decodable {
    let run_id: String
  }
  do {
    return try JSONDecoder().decode(Manifest.self, from: Data(try readBytes(manifest))).run_id
  } catch {
    throw RunFailure.unusable(file: manifest, problem: .manifest)
  }
}

private func change(
  of compared: ComparedCase, _ policies: inout StoredPolicies, _ definition: PipelineDefinition
) throws(RunFailure) -> CaseChange {
  guard let before = compared.before, let after = compared.after else {
    return CaseChange(
      caseID: compared.caseID, from: compared.before?.figures.outcome,
      to: compared.after?.figures.outcome, cause: .input, detail: "filing")
  }
  let first = RepeatableScreening(
    context: before.context, policy: try policies.policy(before.policy), asOf: before.asOf)
  let second = RepeatableScreening(
    context: after.context, policy: try policies.policy(after.policy), asOf: after.asOf)
  do throws(PolicyGap) {
    return try change(
      of: compared.caseID, stored: before.figures.outcome, from: first, to: second)
  } catch {
    throw RunFailure.policy(file: definition.policyPath, gap: error)
  }
}
