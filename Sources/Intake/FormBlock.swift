import Casework
import Tabular

/// One application of a sheet in form layout, as far as it has been read.
struct FormBlock {
  /// One field's cell.
  struct Placed {
    let label: HeaderLabel
    let value: FormCell?
    /// Where the value stands, or would.
    let at: SourceLocation
  }

  /// Where the block begins: the place of its record.
  let location: SourceLocation
  var cells: [Field: Placed] = [:]
  /// What the form says of the applicant as a member.
  var own: [Field: Placed] = [:]
  /// The rows of the tables inside.
  var items: [FormRecord] = []

  init(location: SourceLocation) { self.location = location }
}

extension FormSheetReader {
  /// The application that a block's labels and values state.
  func record(of block: FormBlock) -> FormRecord {
    var record = record(of: block.cells, as: form.applications, at: block.location, parent: nil)
    for definition in form.applications.form.fields
    where definition.isRequired && block.cells[definition.field] == nil {
      record.findings.append(
        Finding(
          .headerMissingColumn, at: block.location, field: definition.field, [definition.header]))
    }
    return record
  }

  /// What the labels of a block were taken for.
  func matches(of block: FormBlock) -> [HeaderMatch] {
    let placed =
      block.cells.map { ($0.key, $0.value, form.applications) }
      + (members.map { members in block.own.map { ($0.key, $0.value, members) } } ?? [])
    return placed.map { field, cell, vocabulary in
      HeaderMatch(
        row: Int(cell.at.row), column: cell.label.column, text: cell.label.joined,
        form: vocabulary.form.kind, field: field, reason: vocabulary.reason(cell.label, for: field),
        yuanPower: cell.label.scale.yuanPower, period: cell.label.scale.period)
    }
  }

  /// The applicant's own row among the members, where the form states something of it and its table
  /// of members leaves the applicant out.
  func ownRecord(of block: FormBlock, beside application: FormRecord) -> FormRecord? {
    let listed = block.items.filter { $0.form == .members }
    guard let members, !block.own.isEmpty, !listed.isEmpty,
      !listed.contains(where: { $0.isOfApplicant(application) }),
      let first = block.own.values.map(\.at).min()
    else { return nil }
    var own = record(of: block.own, as: members, at: first, parent: block.location)
    if let name = application.name(.applicantName).value {
      own.enter(.name(name), for: .memberName)
    }
    if let identity = application.identity(.applicantId).value {
      own.enter(.identity(identity), for: .memberId)
    }
    own.enter(.choice(Relationship.applicant.rawValue), for: .relationship)
    return own
  }

  func record(
    of cells: [Field: FormBlock.Placed], as vocabulary: FormVocabulary, at place: SourceLocation,
    parent: SourceLocation?
  ) -> FormRecord {
    let reader = RecordReader(
      file: file, sheet: form.sheet.position, firstColumn: Int(place.column), asOf: asOf,
      merged: MergedTexts(of: form.sheet, in: []))
    var record = FormRecord(
      form: vocabulary.form.kind, location: place,
      columns: SheetColumns(cells: cells.mapValues(\.at)), parent: parent,
      expecting: cells.count)
    // One cell can state two fields, whose order is then that of their names.
    let inOrder = cells.sorted {
      $0.value.at == $1.value.at
        ? $0.key.rawValue < $1.key.rawValue : $0.value.at < $1.value.at
    }
    for (field, placed) in inOrder {
      guard let definition = vocabulary.definitions[field] else { continue }
      let scale = definition.type == .money ? placed.label.scale.completed(by: scale) : .unsaid
      let parser = FieldParser(
        definition, scale: scale, isPercent: placed.label.words.isPercent,
        choices: vocabulary.spellings[field])
      let cell = placed.value.map {
        SheetRow.TextCell(column: $0.columns.lowerBound, kind: $0.kind, text: $0.text)
      }
      reader.enter(cell, by: parser, at: placed.at, into: &record)
    }
    record.findings += reader.crossChecked(record)
    return record
  }
}

extension FormRecord {
  /// Whether a member's row is the applicant's.
  fileprivate func isOfApplicant(_ application: FormRecord) -> Bool {
    if choice(.relationship, as: Relationship.self).value == .applicant { return true }
    if let one = identity(.memberId).value?.number,
      let other = application.identity(.applicantId).value?.number
    {
      return one == other
    }
    let names = [name(.memberName).value, application.name(.applicantName).value]
    return names[0] != nil && names[0]?.folded == names[1]?.folded
  }
}
