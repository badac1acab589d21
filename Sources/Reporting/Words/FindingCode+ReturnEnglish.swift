import Casework

extension FindingCode {
  /// The wording in English of what is said about return sheets that come back; nil for other codes.
  var returnEnglishText: FindingText? {
    switch self {
    case .returnRowCorrected:
      FindingText(
        "this row of a return sheet replaces an earlier row[ ({0})][; changed: {1}]",
        "Nothing to do; the changes are listed for review.")
    case .returnRowWithdrawn:
      FindingText(
        "a row[ ({0})] no longer counts, as the return sheet asks",
        "Where that was a mistake, set 退改处理 back to 改正 and submit again.")
    case .returnCorrectedTwice:
      FindingText(
        "two different corrections of one row[, the other at {0}]; the later one counts",
        "Keep one return sheet, the right one.")
    case .returnOriginalMissing:
      FindingText(
        "this is a return sheet, but the file it corrects is not among the submissions; a return "
          + "sheet holds only rows with problems",
        "Submit the first file too, or a whole corrected file.")
    case .returnMarkRepeated:
      FindingText(
        "this row bears the return mark of another row[ ({0})] and is read as a new row",
        "Empty its 退改标记 where the row was added by copying; delete it where it is a repeat.")
    case .fileRepeated:
      FindingText(
        "the same file[ as {0}], byte for byte; it is read once", "Nothing to do; delete one.")
    case .fileMostlyUnreadable:
      FindingText(
        "most of the file cannot be read[: {0} of {1} rows][ (limit {2} %)]; the unit is set aside",
        "Check encoding, delimiter and header, export the file anew and submit it whole.")
    default: nil
    }
  }
}
