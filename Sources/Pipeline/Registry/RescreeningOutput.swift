import Casework
import Foundation
import Registry
import Reporting
import Screening

/// Writes what a re-screening found into the run's staging folder.
func write(
  _ review: CaseReview, of definition: PipelineDefinition, identity: RunIdentity,
  to output: RunFolder
) throws(RunFailure) {
  let report = RescreeningReport(
    runID: identity.runID, asOf: definition.asOf, policyTitle: definition.policy.title,
    caseCount: review.caseCount, changes: review.changes.sorted { $0.caseID < $1.caseID },
    proposals: review.proposals.sorted(by: inOrderOfKind), verified: review.verified.map(\.row),
    language: definition.language)
  var files = OutputFiles(in: output)
  try files.write(changesCSV(report), to: "changes.csv")
  try files.write(followUpCSV(report), to: "follow-up.csv")
  try files.write(verifiedCSV(report), to: "verified.csv")
  try files.writePage("index.html") { try rescreeningPage(report) }
  let manifest = RescreeningManifest(
    runID: identity.runID, digest: identity.digest, definition: definition, outputs: files.digests,
    report: report)
  try output.write(try manifest.json, to: "run.json")
}

private func inOrderOfKind(_ left: FollowUpProposal, _ right: FollowUpProposal) -> Bool {
  let kinds = FollowUpProposal.Kind.allCases
  let places = [left, right].map { kinds.firstIndex(of: $0.kind) ?? 0 }
  return (places[0], left.caseID, left.ground.rawValue)
    < (places[1], right.caseID, right.ground.rawValue)
}

extension VerifiedCase {
  fileprivate var row: RescreeningReport.Verified {
    RescreeningReport.Verified(
      caseID: caseID, declaredIncome: declared.disposable,
      declaredExpenditure: declared.expenditure, declaredPerCapita: declared.perCapita,
      declaredOutcome: declared.outcome, verifiedIncome: verified.disposable,
      verifiedExpenditure: verified.expenditure, verifiedPerCapita: verified.perCapita,
      verifiedOutcome: verified.outcome)
  }
}

/// What run.json records of a re-screening.
private struct RescreeningManifest: Encodable {
  let contractVersion = 1
  let toolVersion = Pipeline.toolVersion
  let runID: String
  let digest: String
  let pipeline: String
  let asOf: String
  let writtenAt = Date().formatted(.iso8601)
  let definition: [String: String]
  let outputs: [String: String]
  let stages: [String: Int]

  private enum CodingKeys: String, CodingKey {
    case contractVersion = "contract_version"
    case toolVersion = "tool_version"
    case runID = "run_id"
    case asOf = "as_of"
    case writtenAt = "written_at"
    case digest, pipeline, definition, outputs, stages
  }

  init(
    runID: String, digest: String, definition: PipelineDefinition, outputs: [String: String],
    report: RescreeningReport
  ) {
    self.runID = runID
    self.digest = digest
    pipeline = definition.name
    asOf = definition.asOf.description
    self.definition = Dictionary(definition.files.map { ($0.name, $0.digest) }) { first, _ in
      first
    }
    self.outputs = outputs
    stages = [
      "cases": report.caseCount, "changes": report.changes.count,
      "proposals": report.proposals.count,
    ]
  }

  var json: [UInt8] { get throws(RunFailure) { try manifestJSON(self) } }
}
