public import Casework

/// Reads a row of the office's forms as the fact it states.
///
/// A row stage: nothing but the row and the names of units is looked at.
///
/// - Parameters:
///   - record: The row, bound to a form of the office.
///   - unitCode: The code of the unit that goes by a name; nil where the roster has none.
/// - Returns: The fact; none where a required value is missing or cannot be used, with the findings.
public func officeFact(
  of record: FormRecord, unitCode: (String) -> String?
) -> Checked<OfficeFact> {
  var row = RowValues(record)
  let fact: OfficeFact? =
    switch record.form {
    case .verifications: row.verification().map(OfficeFact.verification)
    case .proposals: row.proposal().map(OfficeFact.proposal)
    case .notices: row.notice().map(OfficeFact.notice)
    case .objections: row.objection().map(OfficeFact.objection)
    case .events: row.circumstance().map(OfficeFact.circumstance)
    case .decisions: row.decision().map(OfficeFact.decision)
    case .disbursements: row.disbursement().map(OfficeFact.disbursement)
    case .visits: row.visit().map(OfficeFact.visit)
    case .donations: row.donation(unitCode: unitCode).map(OfficeFact.donation)
    case .allocations: row.allocation().map(OfficeFact.allocation)
    case .adjudications: row.adjudication().map(OfficeFact.adjudication)
    case .feedback: row.feedback().map(OfficeFact.feedback)
    case .applications, .members, .income, .expenditure, .support, .units: nil
    }
  return Checked(row.findings.isEmpty ? fact : nil, findings: row.findings)
}

/// The values of one row, and what keeps it from being recorded.
private struct RowValues {
  private let record: FormRecord
  private(set) var findings: [Finding] = []

  init(_ record: FormRecord) { self.record = record }

  private mutating func refuse(_ code: FindingCode, _ field: Field, _ arguments: [String] = []) {
    findings.append(
      Finding(
        code, at: record.cell(of: field), field: field, value: record.text(field).value ?? "",
        arguments))
  }

  /// The value of a field that must be there.
  private mutating func required<Value>(_ field: Field, _ entry: Entry<Value>) -> Value? {
    if let value = entry.value { return value }
    refuse(.registryValueMissing, field, [field.rawValue])
    return nil
  }

  /// A value that may be blank; one that could not be read keeps the row out.
  private mutating func optional<Value>(_ field: Field, _ entry: Entry<Value>) -> Value? {
    if case .damaged = entry { refuse(.registryValueMissing, field, [field.rawValue]) }
    return entry.value
  }

  private func words(_ field: Field) -> String { record.text(field).value ?? "" }

  private mutating func text(_ field: Field) -> String? { required(field, record.text(field)) }

  /// A whole day; a month or a year alone is not one.
  private mutating func day(_ field: Field) -> CalendarDate? {
    guard let stated = required(field, record.date(field)) else { return nil }
    guard let day = stated.day else {
      refuse(.registryValueMissing, field, [field.rawValue])
      return nil
    }
    return day
  }

  private mutating func dayIfStated(_ field: Field) -> CalendarDate? {
    record[field].isBlank ? nil : day(field)
  }

  /// An exact amount; money that moves is above zero, a verified figure may be zero or a loss.
  private mutating func amount(_ field: Field, aboveZero: Bool = true) -> Money? {
    guard let stated = required(field, record.money(field)) else { return nil }
    guard stated.precision == .exact, let amount = stated.amount.exact,
      !aboveZero || amount > .zero
    else {
      findings.append(
        Finding(
          .registryAmountWrong, at: record.cell(of: field), field: field,
          value: stated.amount.description))
      return nil
    }
    return amount
  }

  private mutating func amountIfStated(_ field: Field, aboveZero: Bool = true) -> Money? {
    record[field].isBlank ? nil : amount(field, aboveZero: aboveZero)
  }

  private mutating func choice<Choice: RawRepresentable<String> & Sendable>(
    _ field: Field, as type: Choice.Type
  ) -> Choice? {
    required(field, record.choice(field, as: type))
  }

  private mutating func choiceIfStated<Choice: RawRepresentable<String> & Sendable>(
    _ field: Field, as type: Choice.Type
  ) -> Choice? {
    optional(field, record.choice(field, as: type))
  }

  private mutating func count(_ field: Field) -> Int? { optional(field, record.count(field)) }
}

extension RowValues {
  mutating func verification() -> Verification? {
    guard let caseID = text(.caseId), let day = day(.verifiedOn),
      let conclusion = choice(.conclusion, as: VerificationConclusion.self)
    else { return nil }
    return Verification(
      caseID: caseID, verifiedOn: day, place: words(.place), participants: words(.participants),
      annualIncome: annualIncome(),
      expenditure: amountIfStated(.verifiedExpenditure, aboveZero: false),
      finding: words(.finding), conclusion: conclusion)
  }

  /// A figure per month is the year's twelfth.
  private mutating func annualIncome() -> Money? {
    guard let amount = amountIfStated(.verifiedAnnualIncome, aboveZero: false) else { return nil }
    switch record.money(.verifiedAnnualIncome).value?.period {
    case .month?: return amount * 12
    case .quarter?: return amount * 4
    default: return amount
    }
  }

  mutating func proposal() -> Proposal? {
    guard let caseID = text(.caseId), let measure = choice(.measure, as: AssistanceMeasure.self),
      let amount = amount(.amount), let day = day(.proposedOn)
    else { return nil }
    return Proposal(
      caseID: caseID, measure: measure, amount: amount, months: count(.months), proposedOn: day)
  }

  mutating func notice() -> PublicNotice? {
    guard let stage = choice(.stage, as: NoticeStage.self),
      let channel = choice(.channel, as: NoticeChannel.self), let from = day(.from),
      let to = day(.to)
    else { return nil }
    let cases = words(.caseIds).split { "、，,;； \n".contains($0) }.map(String.init)
    if stage == .proposal, cases.isEmpty {
      refuse(.registryValueMissing, .caseIds, [Field.caseIds.rawValue])
    }
    return PublicNotice(stage: stage, channel: channel, from: from, to: to, caseIDs: cases)
  }

  mutating func objection() -> Objection? {
    guard let caseID = text(.caseId), let day = day(.receivedOn), let content = text(.content)
    else { return nil }
    return Objection(
      caseID: caseID, receivedOn: day, content: content, handling: words(.handling),
      handledOn: dayIfStated(.handledOn))
  }

  mutating func circumstance() -> Circumstance? {
    guard let caseID = text(.caseId), let kind = choice(.event, as: CircumstanceKind.self),
      let day = day(.happenedOn)
    else { return nil }
    return Circumstance(
      caseID: caseID, kind: kind, happenedOn: day, followUpContact: words(.followUpContact),
      reason: words(.reason))
  }

  mutating func decision() -> CommitteeDecision? {
    guard let caseID = text(.caseId), let verdict = choice(.decision, as: CommitteeVerdict.self),
      let day = day(.decidedOn)
    else { return nil }
    let approves = verdict == .approved
    return CommitteeDecision(
      caseID: caseID, verdict: verdict,
      measure: choiceIfStated(.measure, as: AssistanceMeasure.self),
      amount: amountIfStated(.amount, aboveZero: approves), startOn: dayIfStated(.startOn),
      months: count(.months), decidedOn: day, documentNumber: words(.documentNumber),
      reason: words(.reason))
  }

  mutating func disbursement() -> Disbursement? {
    guard let caseID = text(.caseId), let amount = amount(.amount), let day = day(.paidOn),
      let voucher = text(.voucher)
    else { return nil }
    return Disbursement(caseID: caseID, amount: amount, paidOn: day, voucher: voucher)
  }

  mutating func visit() -> FollowUpVisit? {
    guard let caseID = text(.caseId), let day = day(.visitedOn),
      let recommendation = choice(.recommendation, as: VisitRecommendation.self)
    else { return nil }
    return FollowUpVisit(
      caseID: caseID, visitedOn: day, means: choiceIfStated(.means, as: VisitMeans.self),
      relief: choiceIfStated(.relief, as: ReliefDegree.self), conduct: words(.conduct),
      newDifficulty: words(.newDifficulty), recommendation: recommendation,
      visitor: words(.visitor))
  }

  mutating func donation(unitCode: (String) -> String?) -> Donation? {
    guard let name = text(.submittingUnit), let amount = amount(.amount) else { return nil }
    guard case .stated(.year(let year)) = record[.year] else {
      refuse(.registryValueMissing, .year, [Field.year.rawValue])
      return nil
    }
    guard let code = unitCode(name) else {
      findings.append(
        Finding(
          .unitUnknown, at: record.cell(of: .submittingUnit), field: .submittingUnit, value: name))
      return nil
    }
    return Donation(
      unitCode: code, year: year, donors: count(.donors), amount: amount,
      receivedOn: dayIfStated(.receivedOn), voucher: words(.voucher))
  }

  mutating func allocation() -> Allocation? {
    guard let source = choice(.source, as: FundSource.self), let amount = amount(.amount),
      let day = day(.receivedOn)
    else { return nil }
    guard source.isLawful else {
      refuse(.registryPublicMoney, .source)
      return nil
    }
    return Allocation(
      source: source, amount: amount, receivedOn: day, voucher: words(.voucher))
  }

  mutating func adjudication() -> PairAdjudication? {
    guard let pairID = text(.pairId), let verdict = choice(.verdict, as: DuplicateVerdict.self)
    else { return nil }
    return PairAdjudication(
      pairID: pairID, verdict: verdict, decidedOn: dayIfStated(.decidedOn),
      decidedBy: words(.decidedBy), reason: words(.reason))
  }

  mutating func feedback() -> ForumFeedback? {
    guard let day = day(.heldOn), let content = text(.content) else { return nil }
    return ForumFeedback(
      heldOn: day, source: words(.source), content: content, response: words(.response))
  }
}
