/// One thing the office recorded that people did or decided: one accepted row of its forms.
public enum OfficeFact: Hashable, Codable, Sendable {
  case verification(Verification)
  case proposal(Proposal)
  case notice(PublicNotice)
  case objection(Objection)
  case circumstance(Circumstance)
  case decision(CommitteeDecision)
  case disbursement(Disbursement)
  case visit(FollowUpVisit)
  case donation(Donation)
  case allocation(Allocation)
  case adjudication(PairAdjudication)
  case feedback(ForumFeedback)

  /// The form it stands in.
  public var form: FormKind {
    switch self {
    case .verification: .verifications
    case .proposal: .proposals
    case .notice: .notices
    case .objection: .objections
    case .circumstance: .events
    case .decision: .decisions
    case .disbursement: .disbursements
    case .visit: .visits
    case .donation: .donations
    case .allocation: .allocations
    case .adjudication: .adjudications
    case .feedback: .feedback
    }
  }

  /// The day it happened on; nil where the form leaves it blank.
  public var day: CalendarDate? {
    switch self {
    case .verification(let fact): fact.verifiedOn
    case .proposal(let fact): fact.proposedOn
    case .notice(let fact): fact.from
    case .objection(let fact): fact.receivedOn
    case .circumstance(let fact): fact.happenedOn
    case .decision(let fact): fact.decidedOn
    case .disbursement(let fact): fact.paidOn
    case .visit(let fact): fact.visitedOn
    case .donation(let fact): fact.receivedOn
    case .allocation(let fact): fact.receivedOn
    case .adjudication(let fact): fact.decidedOn
    case .feedback(let fact): fact.heldOn
    }
  }

  /// The cases it is about.
  public var caseIDs: [String] {
    switch self {
    case .verification(let fact): [fact.caseID]
    case .proposal(let fact): [fact.caseID]
    case .notice(let fact): fact.caseIDs
    case .objection(let fact): [fact.caseID]
    case .circumstance(let fact): [fact.caseID]
    case .decision(let fact): [fact.caseID]
    case .disbursement(let fact): [fact.caseID]
    case .visit(let fact): [fact.caseID]
    case .donation, .allocation, .adjudication, .feedback: []
    }
  }
}

/// 再次核实: the office verified a case at the Party organisation or at home.
public struct Verification: Hashable, Codable, Sendable {
  /// The case.
  public var caseID: String
  /// The day of the verification.
  public var verifiedOn: CalendarDate
  /// Where it was made, as stated.
  public var place: String
  /// Who took part; personal.
  public var participants: String
  /// Yuan a year of the household, where the office found a figure; takes the place of D.
  public var annualIncome: Money?
  /// Rigid expenditure borne in the window, where the office found a figure; takes the place of R.
  public var expenditure: Money?
  /// What was found, in words; personal.
  public var finding: String
  /// What it came to.
  public var conclusion: VerificationConclusion

  /// Makes the entry from what its row states.
  public init(
    caseID: String, verifiedOn: CalendarDate, place: String = "", participants: String = "",
    annualIncome: Money? = nil, expenditure: Money? = nil, finding: String = "",
    conclusion: VerificationConclusion
  ) {
    self.caseID = caseID
    self.verifiedOn = verifiedOn
    self.place = place
    self.participants = participants
    self.annualIncome = annualIncome
    self.expenditure = expenditure
    self.finding = finding
    self.conclusion = conclusion
  }
}

/// 拟帮扶名单: what is proposed for a case.
public struct Proposal: Hashable, Codable, Sendable {
  /// The case.
  public var caseID: String
  /// The measure.
  public var measure: AssistanceMeasure
  /// The amount in fen, above zero.
  public var amount: Money
  /// Over how many months; nil: not stated.
  public var months: Int?
  /// The day it was proposed.
  public var proposedOn: CalendarDate

  /// Makes the entry from what its row states.
  public init(
    caseID: String, measure: AssistanceMeasure, amount: Money, months: Int? = nil,
    proposedOn: CalendarDate
  ) {
    self.caseID = caseID
    self.measure = measure
    self.amount = amount
    self.months = months
    self.proposedOn = proposedOn
  }
}

/// 公示记录: a public notice with its first and last day.
public struct PublicNotice: Hashable, Codable, Sendable {
  /// What the notice is about.
  public var stage: NoticeStage
  /// Where it is made.
  public var channel: NoticeChannel
  /// Its first day.
  public var from: CalendarDate
  /// Its last day.
  public var to: CalendarDate
  /// The cases it names, for notices of proposals.
  public var caseIDs: [String]

  /// Makes the entry from what its row states.
  public init(
    stage: NoticeStage, channel: NoticeChannel, from: CalendarDate, to: CalendarDate,
    caseIDs: [String] = []
  ) {
    self.stage = stage
    self.channel = channel
    self.from = from
    self.to = to
    self.caseIDs = caseIDs
  }
}

/// 公示异议: an objection to a notice; open until the day it was handled is stated.
public struct Objection: Hashable, Codable, Sendable {
  /// The case.
  public var caseID: String
  /// The day it was received.
  public var receivedOn: CalendarDate
  /// What it says; personal.
  public var content: String
  /// How it was handled; personal.
  public var handling: String
  /// The day it was handled; nil while it is open.
  public var handledOn: CalendarDate?

  /// Makes the entry from what its row states.
  public init(
    caseID: String, receivedOn: CalendarDate, content: String, handling: String = "",
    handledOn: CalendarDate? = nil
  ) {
    self.caseID = caseID
    self.receivedOn = receivedOn
    self.content = content
    self.handling = handling
    self.handledOn = handledOn
  }
}

/// 情况变更: a change of circumstances, a named contact, an exit.
public struct Circumstance: Hashable, Codable, Sendable {
  /// The case.
  public var caseID: String
  /// What changed.
  public var kind: CircumstanceKind
  /// The day it happened.
  public var happenedOn: CalendarDate
  /// The contact that is named; personal.
  public var followUpContact: String
  /// Why, as stated.
  public var reason: String

  /// Makes the entry from what its row states.
  public init(
    caseID: String, kind: CircumstanceKind, happenedOn: CalendarDate, followUpContact: String = "",
    reason: String = ""
  ) {
    self.caseID = caseID
    self.kind = kind
    self.happenedOn = happenedOn
    self.followUpContact = followUpContact
    self.reason = reason
  }
}

/// 审批结果: what the steering group decided about a case.
public struct CommitteeDecision: Hashable, Codable, Sendable {
  /// The case.
  public var caseID: String
  /// What was decided.
  public var verdict: CommitteeVerdict
  /// The measure.
  public var measure: AssistanceMeasure?
  /// The whole amount approved, over all months.
  public var amount: Money?
  /// The day help begins; nil: with the decision.
  public var startOn: CalendarDate?
  /// Over how many months; nil: not stated.
  public var months: Int?
  /// The day of the decision.
  public var decidedOn: CalendarDate
  /// The number of the document.
  public var documentNumber: String
  /// Why, as stated.
  public var reason: String

  /// Makes the entry from what its row states.
  public init(
    caseID: String, verdict: CommitteeVerdict, measure: AssistanceMeasure? = nil,
    amount: Money? = nil, startOn: CalendarDate? = nil, months: Int? = nil,
    decidedOn: CalendarDate, documentNumber: String = "", reason: String = ""
  ) {
    self.caseID = caseID
    self.verdict = verdict
    self.measure = measure
    self.amount = amount
    self.startOn = startOn
    self.months = months
    self.decidedOn = decidedOn
    self.documentNumber = documentNumber
    self.reason = reason
  }
}

/// 资金拨付: a payment to a recipient with its voucher.
public struct Disbursement: Hashable, Codable, Sendable {
  /// The case.
  public var caseID: String
  /// The amount in fen, above zero.
  public var amount: Money
  /// The day of the payment.
  public var paidOn: CalendarDate
  /// The voucher; empty where none is stated.
  public var voucher: String

  /// Makes the entry from what its row states.
  public init(caseID: String, amount: Money, paidOn: CalendarDate, voucher: String) {
    self.caseID = caseID
    self.amount = amount
    self.paidOn = paidOn
    self.voucher = voucher
  }
}

/// 回访记录: a visit or call after help began.
public struct FollowUpVisit: Hashable, Codable, Sendable {
  /// The case.
  public var caseID: String
  /// The day of the visit.
  public var visitedOn: CalendarDate
  /// How it was made.
  public var means: VisitMeans?
  /// How far the difficulty is relieved.
  public var relief: ReliefDegree?
  /// How the recipient does, in words; personal.
  public var conduct: String
  /// A new difficulty, in words; personal.
  public var newDifficulty: String
  /// What the visitor recommends.
  public var recommendation: VisitRecommendation
  /// Who visited; personal.
  public var visitor: String

  /// Makes the entry from what its row states.
  public init(
    caseID: String, visitedOn: CalendarDate, means: VisitMeans? = nil, relief: ReliefDegree? = nil,
    conduct: String = "", newDifficulty: String = "", recommendation: VisitRecommendation,
    visitor: String = ""
  ) {
    self.caseID = caseID
    self.visitedOn = visitedOn
    self.means = means
    self.relief = relief
    self.conduct = conduct
    self.newDifficulty = newDifficulty
    self.recommendation = recommendation
    self.visitor = visitor
  }
}

/// 一日捐: what a unit's members gave in a year.
public struct Donation: Hashable, Codable, Sendable {
  /// The unit that gave, by its code.
  public var unitCode: String
  /// The year of the donation.
  public var year: Int
  /// How many members gave; nil: not stated.
  public var donors: Int?
  /// The amount in fen, above zero.
  public var amount: Money
  /// The day it was received.
  public var receivedOn: CalendarDate?
  /// The voucher; empty where none is stated.
  public var voucher: String

  /// Makes the entry from what its row states.
  public init(
    unitCode: String, year: Int, donors: Int? = nil, amount: Money,
    receivedOn: CalendarDate? = nil, voucher: String = ""
  ) {
    self.unitCode = unitCode
    self.year = year
    self.donors = donors
    self.amount = amount
    self.receivedOn = receivedOn
    self.voucher = voucher
  }
}

/// 党费划拨及其他: other money the fund received.
public struct Allocation: Hashable, Codable, Sendable {
  /// Who said it, or where the money comes from.
  public var source: FundSource
  /// The amount in fen, above zero.
  public var amount: Money
  /// The day it was received.
  public var receivedOn: CalendarDate
  /// The voucher; empty where none is stated.
  public var voucher: String

  /// Makes the entry from what its row states.
  public init(source: FundSource, amount: Money, receivedOn: CalendarDate, voucher: String = "") {
    self.source = source
    self.amount = amount
    self.receivedOn = receivedOn
    self.voucher = voucher
  }
}

/// 重复认定: what people decided about a pair.
public struct PairAdjudication: Hashable, Codable, Sendable {
  /// The pair.
  public var pairID: String
  /// What was decided.
  public var verdict: DuplicateVerdict
  /// The day of the decision.
  public var decidedOn: CalendarDate?
  /// Who decided; personal.
  public var decidedBy: String
  /// Why, as stated.
  public var reason: String

  /// Makes the entry from what its row states.
  public init(
    pairID: String, verdict: DuplicateVerdict, decidedOn: CalendarDate? = nil,
    decidedBy: String = "", reason: String = ""
  ) {
    self.pairID = pairID
    self.verdict = verdict
    self.decidedOn = decidedOn
    self.decidedBy = decidedBy
    self.reason = reason
  }
}

/// 意见建议 of the yearly forum.
public struct ForumFeedback: Hashable, Codable, Sendable {
  /// The day of the forum.
  public var heldOn: CalendarDate
  /// Who said it, or where the money comes from.
  public var source: String
  /// What it says; personal.
  public var content: String
  /// The answer.
  public var response: String

  /// Makes the entry from what its row states.
  public init(heldOn: CalendarDate, source: String = "", content: String, response: String = "") {
    self.heldOn = heldOn
    self.source = source
    self.content = content
    self.response = response
  }
}
