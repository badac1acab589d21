import Casework

extension FindingCode {
  /// The wording in English of what a policy makes of figures and persons.
  ///
  /// `CatalogueTests` holds the table to every code; a code without words would show its own name.
  var policyEnglishText: FindingText {
    switch self {
    case .memberByPolicy:
      FindingText(
        "The policy says otherwise than the sheet whether this person is a member",
        "Check employment, relationship and living together.")
    case .incomeDisregarded:
      FindingText(
        "The policy does not count this income, or not all of it[: of {0}][, {1} yuan count]",
        "Nothing to do.")
    case .incomeImputed:
      FindingText(
        "No wage is stated; the policy takes one for granted[: {0} yuan a year]",
        "Where that is wrong, state the wage and attach evidence.")
    case .expenditureEvidenceMissing:
      FindingText(
        "The policy asks for evidence of this expenditure and none is named[: about {0} yuan]",
        "Name the documents.")
    default: FindingText(rawValue, rawValue)
    }
  }
}
