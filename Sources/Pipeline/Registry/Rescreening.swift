import Casework
import Foundation
import Registry
public import Reporting
import Screening

/// What a re-screening came to, for the closing line and the exit code.
public struct RescreeningSummary: Sendable {
  /// What became of a run.
  public enum Status: String, Sendable {
    /// It had something new to say, and was published.
    case published
    /// It had been recorded when it was stopped, and was published only now, as it was then.
    case finished
    /// It had nothing new to say, or was published before.
    case unchanged
    /// It was only tried.
    case dryRun = "dry-run"
  }

  let runID: String
  let asOf: CalendarDate
  let cases: Int
  let changes: [CaseChange]
  let proposals: [FollowUpProposal]
  let path: String
  /// What became of the run.
  public let status: Status
}

/// Screens every open case again under the policy of the day.
///
/// It says what changed, why, and what people should decide (contract §4, changes.csv); nothing is
/// closed by it.
///
/// A set stage: reads the registry in batches, screens them in parallel, records what changed in
/// one transaction and publishes the run folder, or does nothing where nothing is new.
///
/// - Parameters:
///   - request: The pipeline file and the flags of the command.
///   - isDryRun: Whether to record and publish nothing.
///   - progress: Whoever wants to know how far the run has come.
/// - Returns: What it came to, and what became of the run.
/// - Throws: `RunFailure`; nothing is recorded or published then.
public func rescreen(
  _ request: RunRequest, isDryRun: Bool = false, progress: RunProgress.Listener? = nil
) async throws(RunFailure) -> RescreeningSummary {
  let definition = try PipelineDefinition(request)
  try definition.confirmLine()
  let registry = try existingRegistry(definition, waitSeconds: request.waitSeconds)
  let newest = try registry.newestRescreening(notAfter: definition.asOf)
  let knowledge = try registered { () throws(RegistryError) in try registry.knowledge() }
  let identity = RunIdentity(rescreening: definition, knowing: knowledge)
  var review = try await reviewed(
    registry, definition: definition, knowledge: knowledge, progress: progress)
  let exits = try registered { () throws(RegistryError) in
    try registry.exits(after: newest)
  }
  review.note(exits: exits)
  if !isDryRun { try definition.brakes.hold(review, unless: request.accepts) }
  let status: RescreeningSummary.Status =
    isDryRun
    ? .dryRun
    : try concluded(review, since: newest, knowing: knowledge, in: registry, definition)
  return RescreeningSummary(
    runID: identity.runID, asOf: definition.asOf, cases: review.caseCount,
    changes: review.changes, proposals: review.proposals,
    path: definition.output + "/" + identity.runID, status: status)
}

/// Records and publishes a re-screening that has something new to say.
private func concluded(
  _ review: CaseReview, since newest: PastRescreening?,
  knowing knowledge: RegistryKnowledge, in registry: RegistryFile,
  _ definition: PipelineDefinition
) throws(RunFailure) -> RescreeningSummary.Status {
  let identity = RunIdentity(rescreening: definition, knowing: knowledge)
  let output = try RunFolder(identity, in: definition.output, of: registry)
  let wasPublished = output.isPublished
  guard review.hasNews(since: newest) else {
    output.discard()
    if wasPublished { try output.pointLatest() }
    return output.isFinishedLate ? .finished : .unchanged
  }
  do throws(RunFailure) {
    if !wasPublished { try write(review, of: definition, identity: identity, to: output) }
    try output.seal()
    try registered { () throws(RegistryError) in
      try registry.record(
        review.rescreening(runRecord(identity.runID, .rescreen, definition)), knowing: knowledge)
    }
  } catch {
    output.discard()
    throw error
  }
  // What is recorded now stays staged until it can be published.
  try output.publish()
  return wasPublished ? .unchanged : .published
}

extension RegistryFile {
  /// The newest re-screening; a day before it means that the clock was set back.
  fileprivate func newestRescreening(
    notAfter day: CalendarDate
  ) throws(RunFailure) -> PastRescreening? {
    let newest = try registered { () throws(RegistryError) in try newestRescreening() }
    guard let newest, newest.day > day else { return newest }
    throw RunFailure.registry(
      RegistryError(.clockSetBack, path: path, detail: "\(day) < \(newest.day)"))
  }
}

extension RescreeningSummary {
  /// The exit code of the contract: always 0; a re-screening sets nothing aside.
  public var exitCode: Int32 { 0 }

  /// One line for a machine: names and numbers, the same words in every language.
  public var machineLine: String {
    func count(_ kind: FollowUpProposal.Kind) -> Int { proposals.count { $0.kind == kind } }
    return "rescreen status=\(status.rawValue) as_of=\(asOf) run=\(runID) cases=\(cases) "
      + "changed=\(changes.count) exit_proposals=\(count(.exit)) "
      + "follow_on_proposals=\(count(.followOn)) visits_overdue=\(count(.visitOverdue)) "
      + "without_contact=\(count(.contactMissing))"
  }

  /// A few lines for people; none where nothing is new.
  public func lines(in language: Language) -> [String] {
    guard status != .unchanged else { return [] }
    guard status != .finished else {
      return [
        language.text(
          "补发布了上次中断的复查：\(path)", "Published what a stopped re-screening had recorded: \(path)")
      ]
    }
    let causes = ChangeCause.allCases.compactMap { cause -> String? in
      let count = changes.count { $0.cause == cause }
      return count == 0 ? nil : "\(title(of: cause, in: language)) \(count)"
    }
    let kinds = FollowUpProposal.Kind.allCases.map { kind in
      "\(title(of: kind, in: language)) \(proposals.count { $0.kind == kind })"
    }
    let changed = language.text(
      "复查 \(cases) 件，结论变化 \(changes.count) 件", "\(cases) cases, \(changes.count) changed")
    return [
      changed + (causes.isEmpty ? "" : "：" + causes.joined(separator: "，")),
      kinds.joined(separator: "，"),
    ] + (status == .published ? [language.text("结果目录：\(path)", "Output: \(path)")] : [])
  }
}
