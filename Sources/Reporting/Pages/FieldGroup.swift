import Casework

/// The groups the applicant's block is divided into.
enum FieldGroup: CaseIterable {
  case person, deceased, hardship, means, request

  /// The group of a field; nil where another section shows the field.
  init?(of field: Field) {
    switch field {
    case .applicationNumber, .applicantName, .applicantId, .sex, .birthDate, .ethnicGroup,
      .applicantCategory, .affiliated, .partyOrganisation, .joinedPartyOn, .phone, .address,
      .bankAccount, .applicationDate, .submittingUnit:
      self = .person
    case .deceasedMemberName, .deceasedMemberId, .deceasedAffiliated, .relationshipToDeceased:
      self = .deceased
    case .hardshipCause, .hardshipStatement, .universalBenefitsUsed, .otherAidExhausted,
      .previouslyHelpedOn, .exclusionMeetings, .exclusionDues, .exclusionAssignments,
      .exclusionConduct, .exclusionDuties, .exclusionUninsured:
      self = .hardship
    case .householdSize, .declaredAnnualIncome, .declaredPerCapitaIncome, .wageIncome,
      .netBusinessIncome, .netPropertyIncome, .netTransferIncome, .totalIncome, .savings, .debt,
      .assetsSold:
      self = .means
    case .requestedMeasure, .requestedAmount, .projectName, .projectInvestment, .ownInvestment,
      .loanPrincipal, .lender, .loanRate, .loanYears, .startUpWish, .projectProspect, .guarantor:
      self = .request
    default:
      return nil
    }
  }

  /// The group's heading.
  func title(in language: Language) -> String {
    switch self {
    case .person: language.text("基本情况", "Person")
    case .deceased: language.text("离世党员", "Deceased member")
    case .hardship: language.text("困难情况与单位证明", "Hardship and the unit’s attestation")
    case .means: language.text("申报的收入与财产", "Income and means as declared")
    case .request: language.text("帮扶需求", "Request")
    }
  }
}
