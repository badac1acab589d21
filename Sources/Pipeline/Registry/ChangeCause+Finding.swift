import Casework
import Income
import Registry
import Screening

/// A screening as it can be repeated: what it read, under which policy, as of which day.
struct RepeatableScreening {
  var context: CaseContext
  var policy: PolicyFile
  var asOf: CalendarDate

  /// What it comes to.
  func result() throws(PolicyGap) -> ScreeningResult {
    try screened(context, under: policy, asOf: asOf)
  }

  /// What it comes to; nil where its policy has no line for its day, as a mixture of two may.
  var outcome: CaseOutcome? {
    do throws(PolicyGap) {
      return try result().outcome
    } catch {
      return nil
    }
  }

  /// What its policy's rules do, on the day whose rules count; nil where it has no edition then.
  private var modes: [RuleCode: RuleMode]? {
    do throws(PolicyGap) {
      let day = context.lineDay ?? referenceDay(of: context.application, asOf: asOf)
      return try policy.edition(on: day).edition.modes
    } catch {
      return nil
    }
  }

  /// Whether the two are not the same in one thing.
  func differs(from other: RepeatableScreening, in cause: ChangeCause) -> Bool {
    switch cause {
    case .input:
      context.verification != other.context.verification
        || context.application.record.location != other.context.application.record.location
        || !context.application.statesSame(as: other.context.application)
    case .parameter:
      policy.digest != other.policy.digest || context.lineDay != other.context.lineDay
    case .rule: modes != other.modes
    case .verdict:
      context.links != other.context.links || context.primary != other.context.primary
        || context.help != other.context.help
    case .time: asOf != other.asOf || context.referenceDay != other.context.referenceDay
    }
  }

  /// This screening with one thing of another in its place.
  func substituting(_ cause: ChangeCause, of other: RepeatableScreening) -> RepeatableScreening {
    var trial = self
    switch cause {
    case .input:
      trial.context.application = other.context.application
      trial.context.verification = other.context.verification
    case .parameter:
      trial.policy = other.policy
      trial.policy.modes = modes
      trial.context.lineDay = other.context.lineDay
    case .rule: trial.policy.modes = other.modes
    case .verdict:
      trial.context.links = other.context.links
      trial.context.primary = other.context.primary
      trial.context.help = other.context.help
    case .time:
      trial.asOf = other.asOf
      trial.context.referenceDay = other.context.referenceDay
    }
    return trial
  }
}

/// Why a case ends otherwise than before: the first single substitution that leads to the new
/// outcome, in the order input, parameter, rule, verdict, time; where no single one does, the one
/// that completes the change when they are put in one after the other.
///
/// - Parameters:
///   - caseID: The case.
///   - stored: The outcome that is stored of the first screening; where repeating it gives another
///     one, the program itself has changed.
///   - before: The first screening.
///   - after: The second screening.
/// - Returns: The change with its one cause.
/// - Throws: `PolicyGap` where a policy has no line for one of the days.
func change(
  of caseID: String, stored: CaseOutcome, from before: RepeatableScreening,
  to after: RepeatableScreening
) throws(PolicyGap) -> CaseChange {
  let (old, new) = (try before.result(), try after.result())
  func made(_ cause: ChangeCause, with others: [ChangeCause] = []) -> CaseChange {
    CaseChange(
      caseID: caseID, from: stored, to: new.outcome, cause: cause,
      detail: detail(of: cause, with: others, from: before, old, to: after, new))
  }
  guard old.outcome == stored else { return made(.rule) }
  // What is the same on both sides cannot be the cause; most screenings differ in one thing only.
  for cause in ChangeCause.allCases where before.differs(from: after, in: cause) {
    let outcome = before.substituting(cause, of: after).outcome
    if outcome == new.outcome, outcome != old.outcome { return made(cause) }
  }
  var trial = before
  var needed: [ChangeCause] = []
  for cause in ChangeCause.allCases {
    trial = trial.substituting(cause, of: after)
    guard before.differs(from: after, in: cause) else { continue }
    if trial.outcome == new.outcome { return made(cause, with: needed) }
    needed.append(cause)
  }
  // All five together are the new screening.
  return made(.input)
}

private func detail(
  of cause: ChangeCause, with others: [ChangeCause], from before: RepeatableScreening,
  _ old: ScreeningResult, to after: RepeatableScreening, _ new: ScreeningResult
) -> String {
  let rules = zip(old.decisions, new.decisions).filter { $0.outcome != $1.outcome }
    .map { "\($0.rule.rawValue) \($0.outcome.rawValue) → \($1.outcome.rawValue)" }
  let specific: String? =
    switch cause {
    case .input: "per_capita \(shown(old)) → \(shown(new))"
    case .parameter: "threshold \(line(old)) → \(line(new))"
    case .rule: "tool \(toolVersion)"
    case .verdict:
      after.context.links.filter { link in !before.context.links.contains(link) }
        .map { "\($0.pairID) \($0.verdict?.rawValue ?? "–")" }.joined(separator: ", ")
    case .time: "\(before.asOf) → \(after.asOf)"
    }
  let together = others.isEmpty ? [] : ["with " + others.map(\.rawValue).joined(separator: "+")]
  return (rules + [specific ?? ""].filter { !$0.isEmpty } + together).joined(separator: "; ")
}

private func shown(_ result: ScreeningResult) -> String {
  result.household.perCapitaActual.description
}

private func line(_ result: ScreeningResult) -> String {
  result.assessment.threshold?.monthly.description ?? "–"
}

extension Application {
  /// Whether two filings have the same rows that state the same.
  fileprivate func statesSame(as other: Application) -> Bool {
    rows.count == other.rows.count && zip(rows, other.rows).allSatisfy { $0.statesSame(as: $1) }
  }
}
