import Casework

extension FindingCode {
  /// The wording in English of what is said about layouts, mappings and checks between cells.
  ///
  /// `CatalogueTests` holds the table to every code; a code without words would show its own name.
  var layoutEnglishText: FindingText {
    switch self {
    case .mappingInvalid:
      FindingText(
        "The mapping file is wrong and was not used[: {0}][; nearest is “{1}”]",
        "Correct this line; docs/forms.md lists the fields.")
    case .mappingContested:
      FindingText(
        "The mapping file gives two columns to[ “{field}”]; neither is used[: “{0}”]",
        "Keep one of them in the mapping file.")
    case .ageConflict:
      FindingText(
        "The age does not agree with the date of birth[, which makes it {0}]",
        "Check age, date of birth and identity number.")
    case .relationshipSexConflict:
      FindingText(
        "The relationship[ “{value}”] does not agree with the sex",
        "Check relationship, sex and identity number.")
    case .relationshipAgeConflict:
      FindingText(
        "By the dates of birth this person cannot be the applicant’s[ {0}]",
        "Check the relationship and both dates of birth and identity numbers.")
    case .categoryAgeUnlikely:
      FindingText(
        "The category[ “{value}”] is unusual at this age[ ({0})]",
        "Check category and date of birth; nothing to do where they are right.")
    case .cellUnplaced:
      FindingText(
        "Nothing says what this cell is about; it was not read",
        "Write the label of the form left of it or above, or delete it.")
    case .cellAnotherApplicant:
      FindingText(
        "This looks like another applicant: the label has a second value, which was not read",
        "Fill in a form for each person, or a list with a row for each.")
    default: FindingText(rawValue, rawValue)
    }
  }
}
