/// The forms a round may hold, and those of the fund and of follow-up (contract §1).
public enum FormKind: String, Codable, Sendable, CaseIterable {
  case applications, members, income, expenditure, support, units, adjudications
  case verifications, proposals, notices, objections, events, decisions, disbursements, visits
  case donations, allocations, feedback

  /// Whether units hand the form in with a round; adjudications may lie in a round too.
  public var isOfRound: Bool {
    switch self {
    case .applications, .members, .income, .expenditure, .support, .units, .adjudications: true
    default: false
    }
  }

  /// Whether its rows belong to a household by a key or by their place.
  public var joinsHousehold: Bool {
    switch self {
    case .members, .income, .expenditure, .support: true
    default: false
    }
  }

  /// Whether the office records with it what people decided (contract §1, annual forms).
  public var isOfOffice: Bool { !isOfRound || self == .adjudications }
}

/// Every field of every form, by its name in the contract.
public enum Field: String, Codable, Sendable, CaseIterable {
  // applications, and the household keys of the other forms
  case applicationNumber, submittingUnit, applicantName, applicantId, sex, birthDate, ethnicGroup
  case age
  case applicantCategory, affiliated, deceasedMemberName, deceasedMemberId, deceasedAffiliated
  case relationshipToDeceased, partyOrganisation, joinedPartyOn, phone, address, householdSize
  case declaredAnnualIncome, declaredPerCapitaIncome, hardshipCause, hardshipStatement
  case requestedMeasure, requestedAmount, universalBenefitsUsed, otherAidExhausted
  case exclusionMeetings, exclusionDues, exclusionAssignments, exclusionConduct, exclusionDuties
  case exclusionUninsured, savings, debt, assetsSold, projectName, projectInvestment
  case ownInvestment, loanPrincipal, lender, loanRate, loanYears, startUpWish, projectProspect
  case guarantor, verifiedOn, noticeFrom, noticeTo, unitRecommendation, unitApprovedOn, sealed
  case followUpContact, applicationDate, correction, previouslyHelpedOn, evidence, bankAccount
  // components of income, of a household or of a member
  case wageIncome, netBusinessIncome, netPropertyIncome, netTransferIncome, totalIncome
  // members
  case memberName, memberId, relationship, livesTogether, employment, health
  // income, expenditure and support items
  case incomeType, amount, period, months, expenditureType, billedAmount, reimbursed, paidOn
  case supportKind, receivedOn
  // units
  case unitCode, unitName, unitAliases, unitType, servingMembers, retiredMembers
  // adjudications
  case pairId, verdict, decidedOn, decidedBy, reason
  // forms of the fund and of follow-up
  case caseId, caseIds, measure, proposedOn, stage, channel, from, to, event, happenedOn, donors
  case year, source, decision, startOn, documentNumber, voucher, place, participants
  case verifiedAnnualIncome, verifiedExpenditure, finding, conclusion, content, handling, handledOn
  case heldOn, response, visitedOn, means, relief, conduct, newDifficulty, recommendation, visitor
  // columns that carry no fact of their own
  case serialNumber, remarks
  // columns that only return sheets have
  case returnMark, returnAction, returnProblem, returnAdvice
}

extension Field {
  /// Whether values of this field are personal and masked outside the dossier.
  public var isPersonal: Bool {
    switch self {
    case .applicantName, .applicantId, .deceasedMemberName, .deceasedMemberId, .phone, .address,
      .memberName, .memberId, .guarantor, .followUpContact, .bankAccount, .birthDate, .age,
      .hardshipStatement, .remarks, .decidedBy, .participants, .visitor, .content, .handling,
      .finding, .conduct, .newDifficulty:
      true
    default: false
    }
  }
}

/// How the first cell of a sheet begins that the program wrote for people to read: intake leaves
/// such a sheet out.
public let programSheetMark = "【帮扶说明页】"

extension Field {
  /// The columns of a return sheet that tell about the row and are no part of it.
  public static let ofReturns: Set<Field> = [
    .returnMark, .returnAction, .returnProblem, .returnAdvice,
  ]
}

/// A parsed value of one cell.
public enum FieldValue: Hashable, Codable, Sendable {
  case text(String)
  case name(PersonName)
  case identity(IdentityStatement)
  case date(StatedDate)
  case year(Int)
  case money(StatedAmount)
  case count(Int)
  /// A percentage in millionths, so that 4.35 % is 43 500.
  case rate(millionths: Int)
  case flag(Bool)
  /// One of the field's listed choices, in its first listed spelling.
  case choice(String)
}

/// What one field of one row states.
public enum Entry<Value: Sendable>: Sendable {
  /// No such column, or an empty cell.
  case blank
  /// A value that was read.
  case stated(Value)
  /// Something stands there that could not be read.
  case damaged

  /// The value, where one was read.
  public var value: Value? {
    if case .stated(let value) = self { value } else { nil }
  }

  /// Whether the cell is empty or its column missing.
  public var isBlank: Bool {
    if case .blank = self { true } else { false }
  }
}
