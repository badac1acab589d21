import Casework
import Income
import Intake
import Registry
import Reporting
import Screening

/// What a re-screening found over all open cases.
struct CaseReview {
  private(set) var caseCount = 0
  private(set) var changes: [CaseChange] = []
  private(set) var proposals: [FollowUpProposal] = []
  /// Cases whose verified figures differ from the declared ones, with both.
  private(set) var verified: [VerifiedCase] = []
  private var changed: [(case: OpenCase, figures: ScreeningFigures)] = []

  /// Notes the findings of a batch.
  mutating func add(_ batch: [ReviewedCase]) {
    caseCount += batch.count
    for reviewed in batch {
      if let figures = reviewed.changedFigures { changed.append((reviewed.open, figures)) }
      if let change = reviewed.change { changes.append(change) }
      proposals += reviewed.proposals
      if let both = reviewed.verified { verified.append(both) }
    }
  }

  /// Notes what people closed since the last re-screening.
  mutating func note(exits: [FollowUpProposal]) { proposals += exits }

  /// What the registry records of it.
  func rescreening(_ run: RunRecord) -> Rescreening {
    Rescreening(run: run, changed: changed, review: digest)
  }

  /// Whether there is anything that the newest re-screening did not say.
  func hasNews(since newest: PastRescreening?) -> Bool {
    !changed.isEmpty || proposals.contains { $0.kind == .exited }
      || (newest.map { $0.review != digest } ?? true)
  }

  /// The standing proposals in one number, but for days that move with the calendar.
  private var digest: String {
    let standing = proposals.filter { $0.kind != .exited }
    let lines = standing.map { "\($0.caseID) \($0.kind.rawValue) \($0.ground.rawValue)" }.sorted()
    return hexDigest(of: Array(lines.joined(separator: "\n").utf8))
  }
}

/// One open case after its re-screening.
struct ReviewedCase: Sendable {
  let open: OpenCase
  /// What it came to, where its outcome or a decision changed.
  let changedFigures: ScreeningFigures?
  /// Why its outcome changed, where it did.
  let change: CaseChange?
  let proposals: [FollowUpProposal]
  let verified: VerifiedCase?
}

/// A case with its declared and its verified result side by side.
struct VerifiedCase: Sendable {
  let caseID: String
  let declared: ScreeningFigures
  let verified: ScreeningFigures
}

/// Screens every open case of the registry again, a batch at a time, so that memory does not grow
/// with the registry.
func reviewed(
  _ registry: RegistryFile, definition: PipelineDefinition, knowledge: RegistryKnowledge,
  progress: RunProgress.Listener?
) async throws(RunFailure) -> CaseReview {
  let stage = try ReviewStage(definition, knowledge: knowledge)
  var review = CaseReview()
  try await forEachPage(of: registry, knowing: knowledge) { page async throws(RunFailure) in
    let records = page.records
    let outcomes = await mapConcurrently(
      page.cases.inBatches(of: 512), jobs: definition.jobs
    ) { batch in
      Result { () throws(RunFailure) in
        try stage.reviewed(batch, records: records, in: definition.policyPath)
      }
    }
    for outcome in outcomes { review.add(try outcome.get()) }
    progress?(
      RunProgress(stage: .screening, done: review.caseCount, total: review.caseCount, rows: 0))
  }
  return review
}

/// The row stage of a re-screening: a stored case in, what is to be said about it out.
struct ReviewStage: Sendable {
  private let policy: PolicyFile
  private let asOf: CalendarDate
  private let knowledge: RegistryKnowledge
  private let known: KnownReadings
  private let followUp: FollowUpRules?

  init(_ definition: PipelineDefinition, knowledge: RegistryKnowledge) throws(RunFailure) {
    policy = definition.policy
    asOf = definition.asOf
    self.knowledge = knowledge
    known = try KnownReadings(definition, knowledge: knowledge)
    followUp = try definition.editionOfRound.edition.followUp
  }

  func reviewed(
    _ batch: ArraySlice<OpenCase>, records: [String: CaseRecord], in policyPath: String
  ) throws(RunFailure) -> [ReviewedCase] {
    let contexts = try registered { () throws(RegistryError) in
      try Registry.contexts(of: batch, knowing: knowledge, on: asOf)
    }
    var reviewed: [ReviewedCase] = []
    for (open, read) in zip(batch, contexts) {
      var context = read
      context.reading = known.reading(of: open, filed: context.application)
      do throws(PolicyGap) {
        reviewed.append(try self.reviewed(open, context, records[open.caseID]))
      } catch {
        throw RunFailure.policy(file: policyPath, gap: error)
      }
    }
    return reviewed
  }

  private func reviewed(
    _ open: OpenCase, _ context: CaseContext, _ record: CaseRecord?
  ) throws(PolicyGap) -> ReviewedCase {
    let result = try screened(context, under: policy, asOf: asOf)
    let figures = ScreeningFigures(of: result)
    let isChanged =
      figures.outcome != open.figures.outcome || figures.decisions != open.figures.decisions
    let proposals = record.map { record in
      followUpProposals(
        for: record, screened: result, later: later(open.caseID), under: followUp,
        asOf: asOf)
    }
    return ReviewedCase(
      open: open.withoutFiling, changedFigures: isChanged ? figures : nil,
      change: figures.outcome == open.figures.outcome ? nil : try change(open, context),
      proposals: proposals ?? [], verified: try verified(context, figures))
  }

  /// The cause, found by repeating the newest screening with one thing of today's in its place.
  private func change(
    _ open: OpenCase, _ context: CaseContext
  ) throws(PolicyGap) -> CaseChange {
    var past = knowledge.pastContext(of: open, context.application)
    past.reading = context.reading
    let before = RepeatableScreening(
      context: past, policy: known.policies[open.policyDigest] ?? policy, asOf: open.screenedOn)
    return try Pipeline.change(
      of: open.caseID, stored: open.figures.outcome, from: before,
      to: RepeatableScreening(context: context, policy: policy, asOf: asOf))
  }

  private func verified(
    _ context: CaseContext, _ figures: ScreeningFigures
  ) throws(PolicyGap) -> VerifiedCase? {
    guard context.verification != nil else { return nil }
    var declared = context
    declared.verification = nil
    let own = ScreeningFigures(of: try screened(declared, under: policy, asOf: asOf))
    return own == figures
      ? nil : VerifiedCase(caseID: context.caseID, declared: own, verified: figures)
  }

  private func later(_ caseID: String) -> [LaterFiling] {
    (knowledge.later[caseID] ?? []).compactMap { mention in
      let failed = ScreeningFigures.rules(in: mention.decisions, ending: .fail)
      let meaning: LaterFiling.Meaning? =
        mention.isDeceased
        ? .deceased
        : failed.contains { $0.rawValue.hasPrefix("CONDUCT_") }
          ? .conductAttested : mention.isOfOtherUnit ? .otherUnit : nil
      return meaning.map {
        LaterFiling(caseID: mention.caseID, day: mention.day, meaning: $0)
      }
    }
  }
}
