import Casework

extension OfficeFact {
  /// What makes two entries the same entry: one that agrees here and differs elsewhere contradicts
  /// what is recorded.
  var key: String {
    let parts: [String] =
      switch self {
      case .verification(let fact): [fact.caseID, "\(fact.verifiedOn)"]
      case .proposal(let fact): [fact.caseID, "\(fact.proposedOn)"]
      case .notice(let fact):
        [fact.stage.rawValue, fact.channel.rawValue, "\(fact.from)", "\(fact.to)"]
          + fact.caseIDs.sorted()
      case .objection(let fact):
        [fact.caseID, "\(fact.receivedOn)", fact.content, fact.handledOn.map { "\($0)" } ?? ""]
      case .circumstance(let fact): [fact.caseID, fact.kind.rawValue, "\(fact.happenedOn)"]
      case .decision(let fact): [fact.caseID, "\(fact.decidedOn)"]
      case .disbursement(let fact): [fact.caseID, fact.voucher]
      case .visit(let fact): [fact.caseID, "\(fact.visitedOn)", fact.means?.rawValue ?? ""]
      case .donation(let fact):
        [fact.unitCode, "\(fact.year)", fact.receivedOn.map { "\($0)" } ?? "", fact.voucher]
          + (fact.voucher.isEmpty ? ["\(fact.amount)"] : [])
      case .allocation(let fact):
        [fact.source.rawValue, "\(fact.receivedOn)", fact.voucher]
          + (fact.voucher.isEmpty ? ["\(fact.amount)"] : [])
      case .adjudication(let fact):
        [fact.pairID, fact.decidedOn.map { "\($0)" } ?? "", fact.verdict.rawValue]
      case .feedback(let fact): ["\(fact.heldOn)", fact.source, fact.content]
      }
    return form.rawValue + "\u{1F}" + parts.joined(separator: "\u{1F}")
  }

  /// What comes first among the entries of one day: money before promises, promises before
  /// payments, closings last.
  var precedence: Int {
    switch self {
    case .donation, .allocation: 0
    case .adjudication: 1
    case .verification: 2
    case .proposal: 3
    case .notice: 4
    case .objection: 5
    case .decision: 6
    case .circumstance(let fact): fact.kind == .contactNamed || fact.kind == .resumption ? 7 : 10
    case .disbursement: 8
    case .visit: 9
    case .feedback: 11
    }
  }

  /// The place of the fact in a case's history; facts without a day come first.
  var order: FactOrder {
    FactOrder(dayNumber: day?.dayNumber ?? Int.min, precedence: precedence)
  }
}

/// Where a fact stands among others: by day, then by what comes first on one day.
struct FactOrder: Comparable {
  let dayNumber: Int
  let precedence: Int

  static func < (left: FactOrder, right: FactOrder) -> Bool {
    (left.dayNumber, left.precedence) < (right.dayNumber, right.precedence)
  }
}
