import Casework
import Tabular

/// Binds the columns of one sheet to fields, by likeness too where the values fit.
struct TableBinding {
  private let sheet: Sheet
  private let header: Range<Int>
  private let labels: [HeaderLabel]
  private let vocabulary: FormVocabulary
  private(set) var binding: FormBinding
  private(set) var members: FormBinding?
  /// The members side by side in one row, each with the columns of its group.
  private(set) var groups: [GroupBinding] = []

  /// The columns of one member beside others.
  struct GroupBinding {
    let binding: FormBinding
    let group: RepeatedGroups.Group
  }
  private let file: Int
  /// The columns bound by likeness.
  private var near: Set<Int> = []
  private let embedded: FormVocabulary?
  /// What was found while binding.
  private(set) var findings: [Finding] = []

  init(
    _ sheet: Sheet, file: Int, block: HeaderBlock, vocabulary: FormVocabulary,
    embedded: FormVocabulary?
  ) {
    self.sheet = sheet
    self.file = file
    self.vocabulary = vocabulary
    self.embedded = embedded
    header = block.rows
    labels = block.labels
    binding = block.binding
    if let repeated = block.repeated {
      bindGroups(repeated, to: embedded ?? vocabulary)
    } else if let embedded {
      bindMembers(embedded)
    }
    bindByLikeness()
    reportMissingColumns()
    reportContested()
  }

  /// Binds a members block inside an applications sheet; the applicant's columns are bound anew
  /// without it.
  private mutating func bindMembers(_ vocabulary: FormVocabulary) {
    let found = MemberBlock(in: labels, applications: self.vocabulary, members: vocabulary)
    guard !found.labels.isEmpty else { return }
    binding = FormBinding(found.others, to: self.vocabulary)
    var own = FormBinding(
      found.labels, to: vocabulary, leavingOut: Set(vocabulary.form.householdKey))
    // Components of income beside a members block are each member's own.
    for field in IncomeComponent.allCases.map(\.field) + [.totalIncome]
    where own.columns[field] == nil {
      own.columns[field] = binding.columns.removeValue(forKey: field)
    }
    binding.unknown += own.unknown
    binding.repeated += own.repeated
    members = own
  }

  /// Binds groups of columns, one per member; on a list of members the household key stands beside
  /// them and holds for each.
  private mutating func bindGroups(_ repeated: RepeatedGroups, to members: FormVocabulary) {
    let isList = vocabulary.form.kind == .members
    let key = Set(members.form.householdKey)
    let shared = isList ? FormBinding(repeated.others, to: members) : nil
    let ownFields = Set(shared?.columns.keys.filter { !key.contains($0) } ?? [])
    for group in repeated.groups {
      var bound = FormBinding(group.labels, to: members, leavingOut: key.union(ownFields))
      binding.unknown += bound.unknown
      binding.repeated += bound.repeated
      bound.columns.merge(shared?.columns ?? [:]) { own, _ in own }
      groups.append(GroupBinding(binding: bound, group: group))
    }
    if isList {
      binding.unknown = binding.unknown.filter { label in
        !groups.contains { $0.binding.columns.values.contains { $0.column == label.column } }
      }
    }
  }

  /// The columns bound to fields of dates.
  var dateColumns: Set<Int> {
    let forms = [binding] + (members.map { [$0] } ?? []) + groups.map(\.binding)
    return Set(
      forms.flatMap { form in
        form.columns.filter { form.definition(of: $0.key)?.type == .date }.map(\.value.column)
      })
  }

  private mutating func bindByLikeness() {
    for label in binding.unknown {
      let bound = Set(binding.columns.keys)
      guard let near = vocabulary.nearest(to: label.words), !bound.contains(near.field),
        let definition = vocabulary.definitions[near.field], definition.type.mayBindByLikeness,
        valuesFit(FieldParser(definition, scale: label.scale), column: label.column)
      else { continue }
      binding.columns[near.field] = label
      self.near.insert(label.column)
      binding.unknown.removeAll { $0 == label }
      findings.append(
        Finding(
          .headerNear, at: place(row: headerRow, column: label.column), field: near.field,
          value: label.joined, [definition.header]))
    }
  }

  private func valuesFit(_ parser: FieldParser, column: Int) -> Bool {
    var seen = 0
    for index in header.upperBound..<sheet.rowCount {
      let row = SheetRow(index, of: sheet)
      guard let cell = row.cell(at: column), !RowReading.isTotal(row.texts),
        !RowReading.isNote(row.texts)
      else { continue }
      if parser.reading(cell.text, kind: cell.kind).value == nil { return false }
      seen += 1
      if seen >= 50 { break }
    }
    return seen > 0
  }

  /// What became of the headers.
  var layout: HeaderLayout {
    var trace = HeaderTrace(sheet, header: header)
    var own = binding
    // A wide list of members binds its first group here too.
    let grouped = Set(groups.flatMap { $0.group.labels.map(\.column) })
    own.columns = own.columns.filter { !grouped.contains($0.value.column) }
    trace.add(own, of: vocabulary, near: near)
    let inside = embedded ?? vocabulary
    if var members {
      // The applicant's binding holds what the members' could not bind already.
      members.unknown = []
      members.repeated = []
      trace.add(members, of: inside)
    }
    for group in groups {
      var own = group.binding
      let columns = Set(group.group.labels.map(\.column))
      own.columns = own.columns.filter { columns.contains($0.value.column) }
      own.unknown = []
      own.repeated = []
      trace.add(own, of: inside)
    }
    return trace.layout
  }

  /// Two headers of one sheet that a mapping file gives to one field, so that nobody knows which is meant.
  private mutating func reportContested() {
    for label in binding.contested + (members?.contested ?? []) {
      let field = vocabulary.mappedField(label.words) ?? embedded?.mappedField(label.words)
      findings.append(
        Finding(
          .mappingContested, at: place(row: headerRow, column: label.column), field: field,
          value: label.joined, [label.joined]))
    }
  }

  private mutating func reportMissingColumns() {
    let corner = place(
      row: sheet[header.lowerBound].number,
      column: sheet[header.lowerBound].cells.first?.column ?? 0)
    for definition in vocabulary.form.fields
    where definition.isRequired && binding.columns[definition.field] == nil {
      findings.append(
        Finding(.headerMissingColumn, at: corner, field: definition.field, [definition.header]))
    }
    let key = vocabulary.form.householdKey
    guard !key.isEmpty, !key.contains(where: { binding.columns[$0] != nil }) else { return }
    let headers = key.compactMap { vocabulary.definitions[$0]?.header }
    findings.append(
      Finding(
        .headerMissingColumn, at: corner, field: .applicationNumber,
        [headers.joined(separator: "、")]))
  }

  /// The columns that hold values and are not read: their header is unknown, repeated or missing.
  ///
  /// - Parameter filled: The columns in which rows of data hold something.
  /// - Returns: One finding per column.
  func unreadColumns(filled: Set<Int>) -> [Finding] {
    let unknown = binding.unknown.map { ($0, FindingCode.headerUnknown) }
    let repeated = binding.repeated.map { label in
      // A second column of applicants' numbers is families that nobody would screen.
      let isOfAnother =
        vocabulary.form.kind == .applications
        && vocabulary.candidates(for: label).contains(.applicantId)
      return (label, isOfAnother ? FindingCode.cellAnotherApplicant : .headerRepeated)
    }
    let reported = (unknown + repeated).filter { filled.contains($0.0.column) }
      .map { label, code in
        Finding(
          code, at: place(row: headerRow, column: label.column), value: label.joined,
          [label.joined, vocabulary.suggestion(for: label.words) ?? ""])
      }
    let labeled = Set(labels.map(\.column))
    let nameless = filled.subtracting(labeled).sorted().map {
      Finding(.headerUnknown, at: place(row: headerRow, column: $0), ["", ""])
    }
    return reported + nameless
  }

  private var headerRow: Int { sheet[header.upperBound - 1].number }

  private func place(row: Int, column: Int) -> SourceLocation {
    SourceLocation(file: file, sheet: sheet.position, row: row, column: column)
  }
}
