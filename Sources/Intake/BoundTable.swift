import Casework

/// The parsers of one form's columns in one sheet.
struct BoundForm {
  let form: FormDefinition
  let columns: [BoundColumn]
  let map: SheetColumns
  /// The group of columns that holds one member of several in a row; nil for a row of its own.
  let group: RepeatedGroups.Group?

  /// One bound column.
  struct BoundColumn {
    let column: Int
    let parser: FieldParser
    /// Whether a block of merged cells in it holds for all its rows.
    let isSharedByMerging: Bool
    /// The columns of ticks, each with the choice it stands for; empty for a column of values.
    let ticks: [(column: Int, choice: String)]
  }

  init(
    _ binding: FormBinding, vocabulary: FormVocabulary, sheetScale: AmountScale,
    dateOrders: [Int: DateText.Convention], group: RepeatedGroups.Group? = nil
  ) {
    form = vocabulary.form
    self.group = group
    map = SheetColumns(binding.columns.mapValues(\.column))
    let hasOwnPeriod = binding.columns[.period] != nil
    columns = binding.columns.compactMap { field, label -> BoundColumn? in
      // What a return sheet said about a row is for its reader only.
      guard field != .returnProblem, field != .returnAdvice,
        let definition = vocabulary.definitions[field]
      else { return nil }
      var scale = definition.type == .money ? label.scale.completed(by: sheetScale) : .unsaid
      // An item's own 周期 says more than a header or a line for the whole sheet.
      if hasOwnPeriod, field == .amount { scale.period = nil }
      return BoundColumn(
        column: label.column,
        parser: FieldParser(
          definition, scale: scale, isPercent: label.words.isPercent,
          choices: vocabulary.spellings[field], dateOrder: dateOrders[label.column]),
        isSharedByMerging: vocabulary.form.sharesByMerging(field),
        ticks: (binding.ticks[field] ?? []).map { ($0.column, $0.words.parts.last ?? "") })
    }.sorted { $0.column < $1.column }
  }

  /// Whether the row holds anything that tells whose it is.
  func identifies(_ record: FormRecord) -> Bool {
    form.identifiedBy.contains { !record[$0].isBlank }
  }

  /// Whether the row begins a record of its own, whoever it is of: it states what each one must.
  func begins(_ record: FormRecord) -> Bool {
    !record[.applicationNumber].isBlank
      || form.fields.contains { $0.isRequired && !record[$0.field].isBlank }
  }
}

extension FormDefinition {
  /// Whether a cell of the field that is merged over several rows is stated for each of them: whose
  /// the row is, but never an amount.
  fileprivate func sharesByMerging(_ field: Field) -> Bool {
    if field == .submittingUnit || householdKey.contains(field) { return true }
    let isItem = kind == .income || kind == .expenditure || kind == .support
    return isItem && (field == .memberName || field == .memberId)
  }
}

/// The forms bound in one sheet: its own, and a members block inside it.
struct BoundTable {
  let applicant: BoundForm
  let members: BoundForm?
  /// The members side by side in one row.
  let groups: [BoundForm]

  /// The columns whose merged cells hold for all their rows.
  var sharedColumns: Set<Int> {
    Set(columns.filter(\.isSharedByMerging).map(\.column))
  }

  /// All bound columns.
  var columns: [BoundForm.BoundColumn] {
    applicant.columns + (members?.columns ?? []) + groups.flatMap(\.columns)
  }
}
