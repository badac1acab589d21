import Casework

/// Reads stored filings back; one reader serves many and knows the sheets it has seen.
struct FilingReader {
  private var known: [Stretch: Binding] = [:]

  /// Bytes as a key that is hashed at once; a slice of bytes is hashed one by one.
  private struct Stretch: Hashable {
    let bytes: ArraySlice<UInt8>

    func hash(into hasher: inout Hasher) {
      bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    }
  }

  /// A sheet's form, its fields in the order rows refer to them, and their columns.
  private struct Binding {
    let form: FormKind
    let fields: [Field]
    let columns: SheetColumns
  }

  /// The filing in the bytes.
  ///
  /// - Throws: `ByteReader.Damage` where the bytes are no filing, or were written by a newer version.
  mutating func application(in content: [UInt8]) throws(ByteReader.Damage) -> Application {
    var reader = ByteReader(content)
    guard try reader.byte() == FilingWriter.version else { throw ByteReader.Damage() }
    let round = try reader.text()
    let caseID = try reader.text()
    let unit = try Self.unit(&reader)
    var bindings: [Binding] = []
    for _ in 0..<(try reader.count()) { bindings.append(try binding(in: reader.slice())) }
    var groups: [[FormRecord]] = []
    for _ in 0..<6 {
      var group: [FormRecord] = []
      for _ in 0..<(try reader.count()) { group.append(try Self.record(&reader, bindings)) }
      groups.append(group)
    }
    let findings = try Self.findings(&reader)
    guard let record = groups[0].first, reader.isAtEnd else { throw ByteReader.Damage() }
    return Application(
      round: round, unit: unit, record: record, members: groups[1], incomeItems: groups[2],
      expenditureItems: groups[3], supportItems: groups[4], superseded: groups[5], caseID: caseID,
      findings: findings)
  }

  private mutating func binding(
    in stretch: ArraySlice<UInt8>
  ) throws(ByteReader.Damage) -> Binding {
    if let binding = known[Stretch(bytes: stretch)] { return binding }
    var reader = ByteReader(Array(stretch))
    let mark = try reader.text()
    let hasRows = mark.hasPrefix(FilingWriter.ownCells)
    let name = hasRows ? String(mark.dropFirst(FilingWriter.ownCells.count)) : mark
    guard let form = FormKind(rawValue: name) else { throw ByteReader.Damage() }
    var fields: [Field] = []
    var columns: [Field: Int] = [:]
    var cells: [Field: SourceLocation] = [:]
    for _ in 0..<(try reader.count()) {
      guard let field = Field(rawValue: try reader.text()) else { throw ByteReader.Damage() }
      let column = try reader.integer()
      fields.append(field)
      let row = hasRows ? try reader.integer() : 0
      guard column > 0 else { continue }
      columns[field] = column - 1
      cells[field] = SourceLocation(file: 0, sheet: 0, row: row, column: column - 1)
    }
    let binding = Binding(
      form: form, fields: fields,
      columns: hasRows ? SheetColumns(cells: cells) : SheetColumns(columns))
    // The copy keeps only the stretch alive, not the filing around it.
    known[Stretch(bytes: ArraySlice(Array(stretch)))] = binding
    return binding
  }

  private static func record(
    _ reader: inout ByteReader, _ bindings: [Binding]
  ) throws(ByteReader.Damage) -> FormRecord {
    let place = try reader.integer()
    guard bindings.indices.contains(place) else { throw ByteReader.Damage() }
    let binding = bindings[place]
    let location = try Self.location(&reader)
    let parent = try reader.byte() == 1 ? try Self.location(&reader) : nil
    var record = FormRecord(
      form: binding.form, location: location, columns: binding.columns, parent: parent)
    for _ in 0..<(try reader.count()) {
      let field = try reader.integer()
      guard binding.fields.indices.contains(field) else { throw ByteReader.Damage() }
      record.enter(try FieldValueCoding.value(&reader), for: binding.fields[field])
    }
    record.findings = try findings(&reader)
    return record
  }

  private static func location(
    _ reader: inout ByteReader
  ) throws(ByteReader.Damage) -> SourceLocation {
    let file = try reader.integer()
    let sheet = try reader.integer()
    let row = try reader.integer()
    return SourceLocation(file: file, sheet: sheet, row: row, column: try reader.integer())
  }

  private static func findings(
    _ reader: inout ByteReader
  ) throws(ByteReader.Damage) -> [Finding] {
    var findings: [Finding] = []
    for _ in 0..<(try reader.count()) {
      guard let code = FindingCode(rawValue: try reader.text()) else { throw ByteReader.Damage() }
      let location = try reader.byte() == 1 ? try Self.location(&reader) : nil
      let field = Field(rawValue: try reader.text())
      let value = try reader.text()
      var arguments: [String] = []
      for _ in 0..<(try reader.count()) { arguments.append(try reader.text()) }
      var finding = Finding(code, at: location, field: field, value: value, arguments)
      finding.unitCode = try reader.text()
      findings.append(finding)
    }
    return findings
  }

  private static func unit(
    _ reader: inout ByteReader
  ) throws(ByteReader.Damage) -> SubmittingUnit {
    let code = try reader.text()
    let name = try reader.text()
    let type = UnitType(rawValue: try reader.text())
    let affiliated = try reader.byte()
    return SubmittingUnit(
      code: code, name: name, type: type, isAffiliated: affiliated == 0 ? nil : affiliated == 2)
  }
}
