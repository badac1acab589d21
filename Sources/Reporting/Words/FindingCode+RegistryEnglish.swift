import Casework

extension FindingCode {
  /// The wording in English of what is said about duplicates and the office's own forms.
  ///
  /// `CatalogueTests` holds the table to every code; a code without words would show its own name.
  var registryEnglishText: FindingText {
    switch self {
    case .duplicatePair:
      FindingText(
        "This may be a duplicate of another filing[: {0}][, pair {1}]; it blocks approval "
          + "until decided",
        "The office checks it and enters 同一 or 不同 in the adjudications form.")
    case .duplicateNoted:
      FindingText(
        "This is connected with another filing[: {0}][, pair {1}]; noted only",
        "Nothing to correct; bear it in mind when deciding.")
    case .verdictUnknownPair:
      FindingText(
        "The verdict’s pair[ “{value}”] is not of this round",
        "Check the pair's identifier.")
    case .registryUnknownCase:
      FindingText(
        "The registry has no such case[: “{value}”]",
        "Check the case identifier; run the intake of its round first.")
    case .registryIllegalStep:
      FindingText(
        "The case’s state does not allow this step[: {0}][, it is “{1}”]",
        "Check the order; record the missing earlier step first.")
    case .registryNotApproved:
      FindingText(
        "The case is not approved and cannot be paid[ (it is “{0}”)]",
        "Record the approval first; nothing is paid without one.")
    case .registryOverApproved:
      FindingText(
        "More is paid than is approved[: {0} yuan][, {1} yuan are left]",
        "Check the amount; an increase needs a new decision first.")
    case .registryNoticeMissing:
      FindingText(
        "There is no public notice of the proposal; it cannot be approved",
        "Record the notice with its first and last day first.")
    case .registryNoticeRunning:
      FindingText(
        "The public notice has not ended[: it runs to {0}][; a decision may be taken from {1}]",
        "Decide after the notice, or check its dates.")
    case .registryPublicMoney:
      FindingText(
        "Public money must not enter the fund",
        "Return it; the fund lives on donations, Party dues, other Party donations and interest.")
    case .registryCaseClosed:
      FindingText(
        "The case is closed[ ({0})]; nothing more is recorded for it",
        "Check the case identifier; record 跟进帮扶 first where there is a new difficulty.")
    case .registryObjectionOpen:
      FindingText(
        "An objection is open[ (received {0})]; it cannot be approved",
        "Record how and when the objection was handled first.")
    case .registryNotVerified:
      FindingText(
        "The second verification is not recorded; it cannot be proposed",
        "Record the verification with its day and conclusion first.")
    case .registryDuplicateOpen:
      FindingText(
        "A possible duplicate is not adjudicated[ ({0})]; it cannot be approved",
        "Record the adjudication first.")
    case .registryCaseMerged:
      FindingText(
        "The case is merged into another[ ({0})] and is not handled on its own",
        "Use the identifier of the primary case.")
    case .registryDateOrder:
      FindingText(
        "The days are out of order[: {0}][ is before the {1}][ ({2})]",
        "Check both days.")
    case .registryAmountWrong:
      FindingText(
        "The amount must be exact[: “{value}”]; income and payments are above zero",
        "Write the exact amount without 约, 余 or a range.")
    case .registryVoucherUsed:
      FindingText(
        "The voucher[ “{value}”] stands for another entry already[ ({0})]",
        "Check the voucher; one voucher cannot stand for two different entries.")
    case .registryContradicts:
      FindingText(
        "It contradicts what is recorded[ ({0})]",
        "What is recorded is never overwritten; check it, or record the change as a new step.")
    case .registryValueMissing:
      FindingText(
        "A required value is missing[: {0}]; the row was not recorded",
        "Fill it in and import the file again.")
    case .registryAgainstScreening:
      FindingText(
        "The approval differs from the screening[ (outcome: {0})]; it was recorded",
        "Confirm it and keep the reason on file.")
    case .registryFundOverdrawn:
      FindingText(
        "By what is recorded the fund does not suffice[: on {0}][ its balance is {1} yuan]",
        "Check whether income is still to be recorded.")
    case .registryVerifiedDiffers:
      FindingText(
        "The verified figure differs from the declared one[: declared {0}][, verified {1} yuan]; the case was screened again",
        "Both results are in verified.csv of the next re-screening.")
    case .registryKnown:
      FindingText(
        "The row is recorded already and was not recorded twice",
        "Nothing to do.")
    default: fileEnglishText
    }
  }
}
