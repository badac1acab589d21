/// Which column of one sheet holds which field.
public struct SheetColumns: Hashable, Codable, Sendable {
  /// By column: a few dozen fields are found by going through them faster than by hashing.
  private let places: [Place]

  /// The bound fields in the order of their names, for what must not depend on the columns' order.
  public let fieldsByName: [Field]

  private struct Place: Hashable, Codable, Sendable {
    let field: Field
    let column: Int
    /// The row of a field that has a cell of its own; nil where a record is one row.
    let row: Int?
  }

  /// Makes the binding of a sheet.
  public init(_ columns: [Field: Int]) {
    places = columns.map { Place(field: $0.key, column: $0.value, row: nil) }.sorted {
      ($0.column, $0.field.rawValue) < ($1.column, $1.field.rawValue)
    }
    fieldsByName = columns.keys.sorted { $0.rawValue < $1.rawValue }
  }

  /// Makes the binding of one record whose fields stand in cells of several rows, as in a form that
  /// has a sheet of its own.
  public init(cells: [Field: SourceLocation]) {
    places = cells.map {
      Place(field: $0.key, column: Int($0.value.column), row: Int($0.value.row))
    }.sorted { ($0.column, $0.field.rawValue) < ($1.column, $1.field.rawValue) }
    fieldsByName = cells.keys.sorted { $0.rawValue < $1.rawValue }
  }

  /// The row of a field that has a cell of its own; nil where a record is one row.
  public func row(of field: Field) -> Int? { places.first { $0.field == field }?.row }

  /// The bound fields with their columns, counted from 0.
  public var columns: [Field: Int] {
    Dictionary(uniqueKeysWithValues: places.map { ($0.field, $0.column) })
  }

  /// The cell of a field in the record that stands at a place; nil where the field is not bound.
  public func cell(of field: Field, in record: SourceLocation) -> SourceLocation? {
    guard let place = places.first(where: { $0.field == field }) else { return nil }
    guard let row = place.row else { return record.at(column: place.column) }
    return SourceLocation(
      file: Int(record.file), sheet: Int(record.sheet), row: row, column: place.column)
  }

  /// The column of a field, where it is bound.
  public subscript(field: Field) -> Int? {
    places.first { $0.field == field }?.column
  }
}

/// One data row of a recognised form: its fields parsed, each with its cell, and what was found.
public struct FormRecord: Sendable {
  /// The form the row belongs to.
  public let form: FormKind
  /// The row's first cell.
  public let location: SourceLocation
  /// The sheet's binding, shared by all its rows; tells where a blank cell stands.
  public let columns: SheetColumns
  /// The applicant's row above, for a member row inside an applications sheet.
  public let parent: SourceLocation?
  /// What was found while the row was read.
  public var findings: [Finding]
  private var entries: [FieldEntry]

  private struct FieldEntry: Sendable {
    // In this order an entry takes 40 bytes, in the other 48.
    let value: FieldValue?
    let field: Field
  }

  /// Makes a row without values; `expecting` is how many it will have at most.
  public init(
    form: FormKind, location: SourceLocation, columns: SheetColumns,
    parent: SourceLocation? = nil, expecting count: Int = 0
  ) {
    self.form = form
    self.location = location
    self.columns = columns
    self.parent = parent
    findings = []
    entries = []
    entries.reserveCapacity(count)
  }

  /// Enters what a cell states; a nil value is a cell that could not be read.
  public mutating func enter(_ value: FieldValue?, for field: Field) {
    entries.append(FieldEntry(value: value, field: field))
  }

  /// Enters a value, replacing one that was entered before.
  public mutating func replace(_ value: FieldValue, for field: Field) {
    entries.removeAll { $0.field == field }
    entries.append(FieldEntry(value: value, field: field))
  }

  /// Forgets what was entered for some fields.
  public mutating func remove(_ fields: Set<Field>) {
    entries.removeAll { fields.contains($0.field) }
  }

  /// Whether the sheet has a column for the field.
  public func hasColumn(_ field: Field) -> Bool { columns[field] != nil }

  /// The cell of a field, blank or not; the row's first cell where there is no such column.
  public func cell(of field: Field) -> SourceLocation {
    columns.cell(of: field, in: location) ?? location
  }

  /// The fields with something in their cell, in field order, with the value where it was read.
  public var stated: [(field: Field, value: FieldValue?)] {
    entries.map { ($0.field, $0.value) }
  }

  /// What the field states, before its type is looked at.
  public subscript(field: Field) -> Entry<FieldValue> {
    guard let place = entries.indices.first(where: { entries[$0].field == field }) else {
      return .blank
    }
    return entries[place].value.map(Entry.stated) ?? .damaged
  }

  /// Whether two rows state the same, cell for cell; the order of the columns does not matter.
  ///
  /// Fields that are left out may differ.
  public func statesSame(as other: FormRecord, leavingOut aside: Set<Field> = []) -> Bool {
    let counted = entries.filter { !aside.contains($0.field) }
    let others = other.entries.filter { !aside.contains($0.field) }
    return counted.count == others.count
      && counted.allSatisfy { entry in
        others.contains { $0.field == entry.field && $0.value == entry.value }
      }
  }
}

extension FormRecord {
  private func entry<Value>(_ field: Field, _ read: (FieldValue) -> Value?) -> Entry<Value> {
    switch self[field] {
    case .blank: .blank
    case .damaged: .damaged
    case .stated(let value): read(value).map(Entry.stated) ?? .damaged
    }
  }

  /// The text of a field.
  public func text(_ field: Field) -> Entry<String> {
    entry(field) {
      switch $0 {
      case .text(let text), .choice(let text): text
      case .name(let name): name.original
      default: nil
      }
    }
  }

  /// The person named in a field.
  public func name(_ field: Field) -> Entry<PersonName> {
    entry(field) { if case .name(let name) = $0 { name } else { nil } }
  }

  /// The identity number of a field, valid or damaged.
  public func identity(_ field: Field) -> Entry<IdentityStatement> {
    entry(field) { if case .identity(let statement) = $0 { statement } else { nil } }
  }

  /// The date of a field.
  public func date(_ field: Field) -> Entry<StatedDate> {
    entry(field) { if case .date(let date) = $0 { date } else { nil } }
  }

  /// The amount of a field with its period.
  public func money(_ field: Field) -> Entry<StatedAmount> {
    entry(field) { if case .money(let amount) = $0 { amount } else { nil } }
  }

  /// The count of a field.
  public func count(_ field: Field) -> Entry<Int> {
    entry(field) { if case .count(let count) = $0 { count } else { nil } }
  }

  /// The yes or no of a field.
  public func flag(_ field: Field) -> Entry<Bool> {
    entry(field) { if case .flag(let flag) = $0 { flag } else { nil } }
  }

  /// The choice of a field as one of the domain's categories.
  public func choice<Category: RawRepresentable<String> & Sendable>(
    _ field: Field, as category: Category.Type
  ) -> Entry<Category> {
    entry(field) { if case .choice(let text) = $0 { Category(rawValue: text) } else { nil } }
  }
}
