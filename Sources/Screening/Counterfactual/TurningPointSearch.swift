public import Casework

/// A case's decisions in full, with what would decide the open ones and what would turn the case.
///
/// For the panel's dossier and `explain` only. Every change is verified by screening the changed
/// filing again, and is the smallest of its kind: one fen, day or person less does not turn it.
/// Grounds of exclusion that a unit attested are never proposed as something to change.
///
/// - Parameters:
///   - result: The case.
///   - policy: The parameters it was screened under.
///   - trial: How a changed filing is screened.
/// - Returns: The explanation.
public func caseExplanation(
  of result: ScreeningResult, under policy: PolicyEdition, trying trial: TrialScreening
) -> CaseExplanation {
  let search = TurningPointSearch(result: result, policy: policy, trial: trial)
  let turned = search.turned
  var explained = explainedDecisions(of: result, under: policy)
  for place in explained.indices where explained[place].outcome == .unknown {
    explained[place].deciding = search.deciding(explained[place].rule, among: turned)
  }
  return CaseExplanation(
    decisions: explained,
    turning: result.outcome == .merged ? nil : search.turningPoints(among: turned))
}

/// Looks for single changes that turn a case.
struct TurningPointSearch {
  let result: ScreeningResult
  let policy: PolicyEdition
  let trial: TrialScreening

  var filing: Application { result.application }
  var record: FormRecord { result.application.record }

  /// The decisions that keep the case from being eligible.
  private var open: [Decision] {
    result.decisions.filter { $0.mode == .on && ($0.outcome == .fail || $0.outcome == .unknown) }
  }

  /// Every change that turns an open rule, the rules in the order of the contract.
  var turned: [TurnedRule] {
    guard result.outcome != .merged else { return [] }
    return open.flatMap { decision in
      probes(for: decision).compactMap { turned(decision, by: $0) }
    }
  }

  private func turned(_ decision: Decision, by probe: Probe) -> TurnedRule? {
    guard let changed = trial.screened(probe.filing),
      let outcome = changed.decisions.first(where: { $0.rule == decision.rule })?.outcome,
      outcome != decision.outcome, outcome != .unknown
    else { return nil }
    return TurnedRule(
      probe: probe, rule: decision.rule, outcome: outcome, caseOutcome: changed.outcome)
  }

  private func probes(for decision: Decision) -> [Probe] {
    switch decision.rule {
    case .affiliation, .survivorKin: personProbes(decision)
    case .exhaustion:
      flagProbes([.universalBenefitsUsed, .otherAidExhausted])
    case .incomeTest: decision.outcome == .fail ? failedIncomeProbes : openIncomeProbes
    case .conductMeetings, .conductDues, .conductAssignments, .conductBehaviour, .conductDuties,
      .conductUninsured:
      conductProbes(decision)
    case .cause: choiceProbes(.hardshipCause, HardshipCause.allCases.map(\.rawValue))
    case .procedure: stepProbes
    case .evidence: documentProbes
    case .frequency: helpProbes
    case .unique: numberProbes
    }
  }

  // MARK: What the reader is told

  /// The items that would decide an open rule by themselves, the most decisive first.
  func deciding(_ rule: RuleCode, among turned: [TurnedRule]) -> [DecidingItem] {
    var items: [(item: DecidingItem, weight: Int)] = []
    for one in turned where one.rule == rule {
      guard let field = one.probe.field else { continue }
      let passes = one.outcome.isPassed ? one.probe.change : nil
      let fails = one.outcome == .fail ? one.probe.change : nil
      let known = items.firstIndex {
        $0.item.field == field && $0.item.location == one.probe.location
      }
      if let known {
        let before = items[known]
        items[known].item = DecidingItem(
          field: field, item: one.probe.item, at: one.probe.location,
          passes: before.item.passes ?? passes, fails: before.item.fails ?? fails)
        items[known].weight += one.probe.decisiveness
      } else {
        let item = DecidingItem(
          field: field, item: one.probe.item, at: one.probe.location, passes: passes, fails: fails)
        items.append((item, one.probe.decisiveness))
      }
    }
    return items.enumerated().sorted {
      ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset)
    }.map(\.element.item)
  }

  /// The changes that turn the case, those that make it eligible first.
  func turningPoints(among turned: [TurnedRule]) -> TurningPoints {
    let barred = result.outcome == .ineligible && isBarredByConduct
    let turning = barred ? [] : turned.filter { turns($0.caseOutcome) }
    let points =
      turning.filter { $0.caseOutcome == .eligible }
      + turning.filter { $0.caseOutcome != .eligible }
    let isReachable = points.contains { $0.caseOutcome != .ineligible }
    let standing: [RuleCode] =
      switch result.outcome {
      case .ineligible: isReachable ? [] : result.failedRules
      case .undetermined: isReachable ? [] : result.unknownRules
      case .eligible, .merged: []
      }
    return TurningPoints(
      distance: result.lineDistance,
      points: points.map { one in
        TurningPoint(
          one.rule, field: one.probe.field, item: one.probe.item, at: one.probe.location,
          one.probe.change, becomes: one.caseOutcome)
      }, standing: standing)
  }

  private func turns(_ outcome: CaseOutcome) -> Bool {
    outcome != result.outcome && outcome != .merged
  }

  /// What a unit attested is for people to weigh, not for a figure to be turned around it.
  private var isBarredByConduct: Bool {
    result.failedRules.contains { ConductGround(of: $0) != nil }
  }
}

extension ScreeningResult {
  /// How far the household lies from the line, over all its readings; nil without a line.
  public var lineDistance: LineDistance? {
    guard let line = assessment.threshold else { return nil }
    let months = Int64(HouseholdReading.months)
    var excesses: [Money] = []
    var shares: [Money] = []
    var persons: [Int] = []
    for reading in household.readings {
      for size in [reading.size.lowerBound, reading.size.upperBound] {
        persons.append(size)
        for amount in [reading.actual.low, reading.actual.high] {
          let excess = amount - line.monthly * (months * Int64(size))
          excesses.append(excess)
          shares.append(excess.shownShare(of: months * Int64(size)))
        }
      }
    }
    guard let least = excesses.min(), let most = excesses.max(), let near = shares.min(),
      let far = shares.max(), let fewest = persons.min(), let all = persons.max()
    else { return nil }
    return LineDistance(
      excess: MoneyInterval(least, most),
      personMonths: (Int(months) * fewest)...(Int(months) * all),
      perPersonMonth: MoneyInterval(near, far))
  }

  /// What the registry knew of earlier help, as far as it decided; nil where there was none to ask.
  public var knownHelp: [EarlierHelp]? {
    if let decidingHelp { return [decidingHelp] }
    return decisions.contains { $0.reason == .noEarlierHelpRecorded } ? [] : nil
  }
}
