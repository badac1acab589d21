import Casework

/// Fills the household key down a block of rows of which only the first states it.
///
/// A merged cell that is saved as CSV leaves its text in the first row and blanks below. Without its
/// key a member or an item would join nobody, and a household would count fewer persons or less
/// expenditure than it has.
struct KeyFilling {
  private let fields: [Field]
  private var last: [(field: Field, value: FieldValue)] = []

  init(_ form: FormDefinition) {
    fields = form.householdKey.isEmpty ? [] : form.householdKey + [.submittingUnit]
  }

  /// The row with the key of the rows above where all its own key cells are blank; nobody fills down
  /// to a row that begins a household of its own (本人).
  mutating func filled(_ record: FormRecord) -> FormRecord {
    guard !fields.isEmpty else { return record }
    let stated = record.stated.filter { fields.contains($0.field) }
    // A lone figure is nobody's: it may be a sum, or have slipped from another row.
    let aside = Field.ofReturns.union([.serialNumber, .remarks])
    let own = record.stated.count { !aside.contains($0.field) }
    guard stated.isEmpty, !last.isEmpty, own >= 2,
      record.choice(.relationship, as: Relationship.self).value != .applicant
    else {
      // A key that could not be read is somebody's, but nobody knows whose.
      let isDamaged = stated.contains { $0.value == nil }
      last = isDamaged ? [] : stated.compactMap { entry in entry.value.map { (entry.field, $0) } }
      return record
    }
    var filled = record
    for (field, value) in last { filled.enter(value, for: field) }
    let key = last[0].field
    filled.findings.append(Finding(.keyFilledDown, at: record.cell(of: key), field: key))
    return filled
  }

  /// Ends the block: below a total or a blank row nothing is filled down.
  mutating func end() { last = [] }
}
