import Casework

/// Writes a filing as bytes that hold everything its worksheet and its rules read.
///
/// Names of forms and fields are written out, so a stored filing outlives changes of the program's
/// lists; the columns of a sheet stand once in a filing however many of its rows there are.
struct FilingWriter {
  /// The version of the layout, the first byte of every filing.
  static let version: UInt8 = 1
  /// Stands before the form of a record whose fields have cells of their own.
  static let ownCells = "cells:"
  private var rows = ByteWriter()
  private var bindings: [Binding] = []

  /// A sheet's form, its fields and their columns, as rows refer to it.
  private struct Binding: Equatable {
    let form: FormKind
    let columns: SheetColumns
    var fields: [Field]
  }

  static func bytes(of application: Application) -> [UInt8] {
    var writer = FilingWriter()
    writer.add(application)
    var whole = ByteWriter()
    whole.append(version)
    whole.append(application.round)
    whole.append(application.caseID)
    Self.append(application.unit, to: &whole)
    whole.append(count: writer.bindings.count)
    for binding in writer.bindings { Self.append(binding, to: &whole) }
    whole.append(bytes: writer.rows.bytes)
    return whole.bytes
  }

  private mutating func add(_ application: Application) {
    let groups = [
      [application.record], application.members, application.incomeItems,
      application.expenditureItems, application.supportItems, application.superseded,
    ]
    for group in groups {
      rows.append(count: group.count)
      for record in group { add(record) }
    }
    add(application.findings)
  }

  private mutating func add(_ record: FormRecord) {
    let binding = place(of: record)
    rows.append(count: binding)
    add(record.location)
    rows.append(record.parent == nil ? 0 : 1)
    if let parent = record.parent { add(parent) }
    let stated = record.stated
    rows.append(count: stated.count)
    for (field, value) in stated {
      rows.append(count: fieldPlace(of: field, in: binding))
      FieldValueCoding.append(value, to: &rows)
    }
    add(record.findings)
  }

  private mutating func place(of record: FormRecord) -> Int {
    let known = bindings.firstIndex { $0.form == record.form && $0.columns == record.columns }
    if let known { return known }
    let fields = record.columns.fieldsByName
    bindings.append(Binding(form: record.form, columns: record.columns, fields: fields))
    return bindings.count - 1
  }

  /// A field that was entered without a column of its own is listed behind the others.
  private mutating func fieldPlace(of field: Field, in binding: Int) -> Int {
    if let place = bindings[binding].fields.firstIndex(of: field) { return place }
    bindings[binding].fields.append(field)
    return bindings[binding].fields.count - 1
  }

  private mutating func add(_ location: SourceLocation) {
    rows.append(unsigned: UInt64(location.file))
    rows.append(unsigned: UInt64(location.sheet))
    rows.append(unsigned: UInt64(location.row))
    rows.append(unsigned: UInt64(location.column))
  }

  private mutating func add(_ findings: [Finding]) {
    rows.append(count: findings.count)
    for finding in findings {
      rows.append(finding.code.rawValue)
      rows.append(finding.location == nil ? 0 : 1)
      if let location = finding.location { add(location) }
      rows.append(finding.field?.rawValue ?? "")
      rows.append(finding.value)
      rows.append(count: finding.arguments.count)
      for argument in finding.arguments { rows.append(argument) }
      rows.append(finding.unitCode)
    }
  }

  private static func append(_ unit: SubmittingUnit, to whole: inout ByteWriter) {
    whole.append(unit.code)
    whole.append(unit.name)
    whole.append(unit.type?.rawValue ?? "")
    whole.append(unit.isAffiliated.map { $0 ? 2 : 1 } ?? 0)
  }

  /// The binding is one stretch of bytes, so that a reader knows one it has read before.
  ///
  /// A record whose fields have cells of their own is marked, and each field's row stands behind its
  /// column; a program that does not know the mark refuses the filing.
  private static func append(_ binding: Binding, to whole: inout ByteWriter) {
    var stretch = ByteWriter()
    let hasRows = binding.fields.contains { binding.columns.row(of: $0) != nil }
    stretch.append((hasRows ? ownCells : "") + binding.form.rawValue)
    stretch.append(count: binding.fields.count)
    for field in binding.fields {
      stretch.append(field.rawValue)
      stretch.append(count: binding.columns[field].map { $0 + 1 } ?? 0)
      if hasRows { stretch.append(count: binding.columns.row(of: field) ?? 0) }
    }
    whole.append(count: stretch.bytes.count)
    whole.append(bytes: stretch.bytes)
  }
}
