public import Casework

/// A row that holds something and is nobody's, for neither a name nor a number stands in it.
///
/// Its unit is still looked for, since somebody must be told of it.
public struct StrayRow: Hashable, Sendable {
  /// The row at its sheet's first column.
  public let location: SourceLocation
  /// The unit that the row itself states, as written.
  public let unitName: String?
  /// The mark of a return sheet that it bears.
  public let mark: ReturnMark?
  /// The applicant's row above it, where members stand below the applicants.
  public let parent: SourceLocation?

  /// Makes a row out of what it states.
  init(_ record: FormRecord, at location: SourceLocation, below parent: SourceLocation?) {
    self.init(
      at: location, unitName: record.text(.submittingUnit).value, mark: record.returnMark,
      below: parent)
  }

  /// Makes a row of which the unit and the mark are known, if any.
  init(
    at location: SourceLocation, unitName: String? = nil, mark: ReturnMark? = nil,
    below parent: SourceLocation? = nil
  ) {
    self.location = location.at(column: 0)
    self.unitName = unitName
    self.mark = mark
    self.parent = parent
  }
}

extension FormRecord {
  /// The mark of a return sheet that the row bears, where it is whole.
  var returnMark: ReturnMark? { text(.returnMark).value.flatMap(ReturnMark.init) }

  /// Whether a return sheet asks to leave the row out.
  var isWithdrawn: Bool {
    if case .stated(.choice("删除")) = self[.returnAction] { true } else { false }
  }

  /// Whether the row is there only to have the row left out that its mark names; it needs neither a
  /// name nor a number for that.
  var withdrawsAnother: Bool { form.isOfRound && isWithdrawn && returnMark != nil }
}

extension Field {
  /// Whether a cell of the field says who applies.
  var namesApplicant: Bool { self == .applicantName || self == .applicantId }
}
