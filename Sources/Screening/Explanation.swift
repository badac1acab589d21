public import Casework

/// A case's decisions with their sentences' fillings, cells, parameters and sources.
///
/// Made where a case is shown; the decisions themselves hold only plain figures.
///
/// - Parameters:
///   - result: The case.
///   - policy: The parameters it was screened under.
/// - Returns: One explanation per decision, in their order.
public func explainedDecisions(
  of result: ScreeningResult, under policy: PolicyEdition
) -> [ExplainedDecision] {
  let explanation = Explanation(result: result, policy: policy)
  return result.decisions.map { decision in
    ExplainedDecision(
      decision, explanation.arguments(of: decision), values: explanation.values(of: decision),
      parameters: explanation.parameters(of: decision),
      citation: policy.citations[decision.rule] ?? "")
  }
}

/// Looks up what a decision only points at.
private struct Explanation {
  let result: ScreeningResult
  let policy: PolicyEdition

  private var household: NormalizedHousehold { result.household }
  private var record: FormRecord { result.application.record }

  // MARK: What fills the sentence

  func arguments(of decision: Decision) -> [String] {
    switch decision.compared {
    case .affiliation(let category, _): category.map { [$0.rawValue] } ?? []
    case .kin(let kinship, let ages): arguments(decision.reason, kinship, ages)
    case .aid(let benefits, let donations):
      decision.outcome == .unknown
        ? [(Field.universalBenefitsUsed, benefits), (.otherAidExhausted, donations)]
          .filter { $0.1 == nil }.map(\.0.rawValue) : []
    case .income: incomeArguments(decision)
    case .day(let day): [day.description]
    case .cause(let cause): cause.map { [$0.rawValue] } ?? []
    case .steps(let open): arguments(open)
    case .documents:
      policy.places(ofDocumentsMissingIn: result.application).map { policy.evidence[$0].name }
    case .help, .nothing: helpArguments(decision)
    case .pairs: pairArguments(decision)
    case .conduct: []
    }
  }

  private func arguments(
    _ reason: DecisionReason, _ kinship: SurvivorRelationship?, _ ages: AgeRange?
  ) -> [String] {
    switch reason {
    case .kinMinor: ages.map { ["\($0.oldest)"] } ?? []
    case .childOfAge: ages.map { ["\($0.youngest)"] } ?? []
    default: kinship.map { [$0.rawValue] } ?? []
    }
  }

  private func incomeArguments(_ decision: Decision) -> [String] {
    guard let line = result.assessment.threshold else { return [] }
    let income = household.perCapitaActual
    guard decision.reason != .lineUndecided else {
      let isDayOpen =
        household.referenceDateIsAssumed
        && result.assessment.findings.contains { $0.code == .twoRatesDecide }
      let field = isDayOpen ? Field.applicationDate : household.unknowns.first?.field
      return [
        income.low.description, income.high.description, line.monthly.description,
        field?.rawValue ?? "",
      ]
    }
    let near = decision.outcome == .pass ? income.high : income.low
    return [
      income.description, line.comparator, line.monthly.description,
      Money(fen: abs(line.monthly.fen - near.fen)).description,
    ]
  }

  private func arguments(_ open: OpenSteps) -> [String] {
    var phrases = open.missingSteps.map(\.rawValue)
    if open.isNoticeShort, let days = open.noticeDays {
      phrases.append("\(Field.noticeTo.rawValue) \(days) < \(open.neededDays)")
    }
    if open.verifiedTooLate { phrases.append("\(Field.verifiedOn) > \(Field.noticeFrom)") }
    if open.approvedTooEarly { phrases.append("\(Field.noticeTo) > \(Field.unitApprovedOn)") }
    return phrases
  }

  private func helpArguments(_ decision: Decision) -> [String] {
    let months = "\(policy.frequencyMonths)"
    switch decision.reason {
    case .helpedByRegistry, .helpUnconfirmed:
      guard let help = result.decidingHelp else { return ["", months] }
      return [help.helpedOn.description, months, help.caseID]
    case .notHelpedWithinInterval, .helpedWithinInterval, .helpDateUnknown:
      return [record.date(.previouslyHelpedOn).value?.description ?? "", months]
    default: return []
    }
  }

  private func pairArguments(_ decision: Decision) -> [String] {
    let blocking = result.duplicates.filter { $0.kind.blocksApproval }
    switch decision.reason {
    case .primaryOfDuplicate:
      return blocking.filter { $0.verdict == .same }
        .map { $0.caseA == result.caseID ? $0.caseB : $0.caseA }
    case .mergedDuplicate: return result.primary.map { [$0] } ?? []
    case .unconfirmedDuplicate: return blocking.filter { $0.verdict == nil }.map(\.pairID)
    case .duplicatesRejected: return blocking.map(\.pairID)
    default: return []
    }
  }

  // MARK: The cells

  func values(of decision: Decision) -> [ComparedValue] {
    switch decision.compared {
    case .affiliation(let category, _):
      switch category {
      case nil: [record.compared(.applicantCategory)]
      case .survivor?: [.applicantCategory, .deceasedAffiliated].map(record.compared)
      default: [.applicantCategory, .affiliated].map(record.compared)
      }
    case .kin(let kinship, _):
      kinship == .minorChild
        ? [.relationshipToDeceased, .birthDate].map(record.compared)
        : [record.compared(.relationshipToDeceased)]
    case .aid: [.universalBenefitsUsed, .otherAidExhausted].map(record.compared)
    case .income: incomeValues
    case .conduct: ConductGround(of: decision.rule).map { [record.compared($0.field)] } ?? []
    case .cause: [record.compared(.hardshipCause)]
    case .steps: OpenSteps.steps.map(record.compared)
    case .documents: [ComparedValue("", field: .evidence, at: record.cell(of: .evidence))]
    case .help, .nothing, .day, .pairs: otherValues(decision)
    }
  }

  private func otherValues(_ decision: Decision) -> [ComparedValue] {
    switch decision.reason {
    case .notHelpedWithinInterval, .helpedWithinInterval, .helpDateUnknown:
      [record.compared(.previouslyHelpedOn)]
    case .identityUnknown:
      [ComparedValue("", field: .applicantId, at: record.cell(of: .applicantId))]
    default: []
    }
  }

  private var incomeValues: [ComparedValue] {
    let size = household.size
    return [
      ComparedValue("D = \(household.disposable)"), ComparedValue("S = \(household.support)"),
      ComparedValue("R = \(household.expenditure)"),
      ComparedValue(
        size.lowerBound == size.upperBound
          ? "n = \(size.lowerBound)" : "n = \(size.lowerBound)–\(size.upperBound)"),
    ]
  }

  // MARK: The parameters

  func parameters(of decision: Decision) -> [ParameterReading] {
    switch decision.rule {
    case .incomeTest:
      result.assessment.threshold.map { line in
        [
          ParameterReading(
            "threshold", "\(line.comparator) \(line.monthly) 元/月",
            effectiveFrom: line.effectiveFrom, source: line.source)
        ]
      } ?? []
    case .procedure:
      [ParameterReading("noticeMinimumDays", "\(policy.noticeMinimumDays) 天")]
    case .frequency: [ParameterReading("frequencyMonths", "\(policy.frequencyMonths) 个月")]
    default: []
    }
  }
}

extension ConductGround {
  /// The ground of a rule; nil where the rule is about something else.
  init?(of rule: RuleCode) {
    guard let ground = Self.allCases.first(where: { $0.rule == rule }) else { return nil }
    self = ground
  }
}

extension FormRecord {
  /// A field as a compared value: its words and its cell.
  func compared(_ field: Field) -> ComparedValue {
    let shown =
      switch self[field] {
      case .blank, .damaged: ""
      case .stated(.flag(let flag)): flag ? "是" : "否"
      case .stated(.choice(let choice)): choice
      case .stated(.date(let date)): date.description
      case .stated(.count(let count)): "\(count)"
      default: ""
      }
    return ComparedValue(shown, field: field, at: cell(of: field))
  }
}
