public import Casework

/// Adds FREQUENCY and UNIQUE, which need the whole round, and combines all decisions.
///
/// A set stage's row part: everything the round knows about the case is passed in.
///
/// - Parameters:
///   - assessment: The case decided by its own rules.
///   - duplicates: The pairs the case is part of.
///   - clusterID: The cluster it belongs to; empty where it stands alone.
///   - primary: The case that a confirmed duplicate is counted with; nil where none is confirmed.
///   - findings: What the round found about the case.
///   - earlierHelp: What the registry knows of help in earlier rounds; nil where there is no registry
///     with an earlier round.
///   - policy: The parameters.
/// - Returns: The case with all its decisions and its outcome.
public func screeningResult(
  concluding assessment: Assessment, duplicates: [DuplicateLink], clusterID: String,
  primary: String?, findings: [Finding] = [], earlierHelp: [EarlierHelp]? = nil,
  under policy: PolicyEdition
) -> ScreeningResult {
  let caseID = assessment.household.application.caseID
  let frequency = policy.decision(
    .frequency,
    FrequencyRule.verdict(on: assessment.household, earlierHelp: earlierHelp, under: policy))
  let unique = policy.decision(
    .unique,
    UniqueRule.verdict(
      on: assessment.household.application, duplicates: duplicates, primary: primary))
  let decisions = assessment.decisions + [frequency, unique].compactMap(\.self)
  let isMerged = primary.map { $0 != caseID } ?? false
  let outcome = isMerged ? .merged : outcome(of: decisions)
  return ScreeningResult(
    assessment: assessment, decisions: decisions, duplicates: duplicates, clusterID: clusterID,
    outcome: outcome, findings: findings,
    suggestedHelp: policy.suggestedHelp(for: assessment, ending: outcome))
}

/// Eligible where all pass, ineligible where one fails for certain, else undetermined.
private func outcome(of decisions: [Decision]) -> CaseOutcome {
  let deciding = decisions.filter { $0.mode == .on }.map(\.outcome)
  if deciding.contains(.fail) { return .ineligible }
  return deciding.contains(.unknown) ? .undetermined : .eligible
}

/// FREQUENCY: not helped again inside the policy's interval, by the registry and by 上次受助时间.
enum FrequencyRule {
  /// The registry's certain knowledge decides first; what people have not confirmed leaves the rule
  /// unknown; else the unit's own statement counts.
  static func verdict(
    on household: NormalizedHousehold, earlierHelp: [EarlierHelp]?, under policy: PolicyEdition
  ) -> Verdict {
    let stated = statedVerdict(on: household, under: policy)
    guard let earlierHelp, stated.outcome != .fail else { return stated }
    let days = household.possibleReferenceDates
    let inside = earlierHelp.filter {
      $0.helpedOn.adding(months: policy.frequencyMonths) > days.lowerBound
        && $0.helpedOn <= days.upperBound
    }.sorted { ($1.helpedOn, $0.caseID) < ($0.helpedOn, $1.caseID) }
    let months = "\(policy.frequencyMonths)"
    let parameters = stated.parameters
    let certain = inside.first {
      $0.isCertain && $0.helpedOn.adding(months: policy.frequencyMonths) > days.upperBound
        && $0.helpedOn <= days.lowerBound
    }
    if let certain {
      return Verdict(
        .fail, .helpedByRegistry, [certain.helpedOn.description, months, certain.caseID],
        parameters: parameters)
    }
    if let open = inside.first {
      return Verdict(
        .unknown, .helpUnconfirmed, [open.helpedOn.description, months, open.caseID],
        parameters: parameters)
    }
    return stated.outcome == .notApplicable
      ? Verdict(.pass, .noEarlierHelpRecorded, values: stated.values, parameters: parameters)
      : stated
  }

  private static func statedVerdict(
    on household: NormalizedHousehold, under policy: PolicyEdition
  ) -> Verdict {
    let record = household.application.record
    let parameters = [ParameterReading("frequencyMonths", "\(policy.frequencyMonths) 个月")]
    let months = "\(policy.frequencyMonths)"
    let values = [record.compared(.previouslyHelpedOn)]
    switch record.date(.previouslyHelpedOn) {
    case .blank: return Verdict(.notApplicable, .noEarlierHelpStated, parameters: parameters)
    case .damaged:
      return Verdict(
        .unknown, .helpDateUnknown, ["", months], values: values, parameters: parameters)
    case .stated(let helped):
      let arguments = [helped.description, months]
      let days = household.possibleReferenceDates
      if helped.latest.adding(months: policy.frequencyMonths) <= days.lowerBound {
        return Verdict(
          .pass, .notHelpedWithinInterval, arguments, values: values, parameters: parameters)
      }
      if helped.earliest.adding(months: policy.frequencyMonths) > days.upperBound,
        helped.latest <= days.lowerBound
      {
        return Verdict(
          .fail, .helpedWithinInterval, arguments, values: values, parameters: parameters)
      }
      // A month or year is stated, a day after the application, or no day of application: it can
      // be either.
      return Verdict(
        .unknown, .helpDateUnknown, arguments, values: values, parameters: parameters)
    }
  }
}

/// UNIQUE: not part of a confirmed duplicate; fails nobody by itself (contract §3).
enum UniqueRule {
  static func verdict(
    on application: Application, duplicates: [DuplicateLink], primary: String?
  ) -> Verdict {
    let blocking = duplicates.filter { $0.kind.blocksApproval }
    if let primary {
      let merged = blocking.filter { $0.verdict == .same }
        .map { $0.caseA == application.caseID ? $0.caseB : $0.caseA }
      return primary == application.caseID
        ? Verdict(.pass, .primaryOfDuplicate, merged)
        : Verdict(.notApplicable, .mergedDuplicate, [primary])
    }
    if application.applicantNumber == nil {
      return Verdict(
        .unknown, .identityUnknown,
        values: [
          ComparedValue("", field: .applicantId, at: application.record.cell(of: .applicantId))
        ])
    }
    let open = blocking.filter { $0.verdict == nil }
    if !open.isEmpty { return Verdict(.pass, .unconfirmedDuplicate, open.map(\.pairID)) }
    return blocking.isEmpty
      ? Verdict(.pass, .noDuplicate) : Verdict(.pass, .duplicatesRejected, blocking.map(\.pairID))
  }
}
