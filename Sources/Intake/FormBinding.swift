import Casework

/// Which column of a header block holds which field of one form.
struct FormBinding: Sendable {
  let form: FormDefinition
  /// The bound columns.
  var columns: [Field: HeaderLabel]
  /// Labels of columns whose header the form knows, but another column holds the field already.
  var repeated: [HeaderLabel]
  /// Labels the form does not know.
  var unknown: [HeaderLabel]

  /// Labels that a mapping file gives to one field, several in one sheet: none of them is bound.
  private(set) var contested: [HeaderLabel] = []
  /// The columns of ticks below the name of a field, one for each choice: 申报类别 over 在职, 退休, 遗属.
  private(set) var ticks: [Field: [HeaderLabel]] = [:]
  /// Labels that a mapping file leaves out.
  private(set) var ignored: [HeaderLabel] = []

  /// How many columns hold ticks.
  var tickCount: Int { ticks.values.reduce(0) { $0 + $1.count } }

  /// How well the headers fit.
  var score: BindingScore {
    let required = form.fields.filter { $0.isRequired && columns[$0.field] != nil }.count
    let hasKey = form.householdKey.contains { columns[$0] != nil }
    return BindingScore(required: required + (hasKey ? 1 : 0), bound: columns.count)
  }

  /// Binds the labels of a header block to a form's fields.
  ///
  /// A label that can mean one field only goes first. One that can mean the household key or the
  /// member's own field, such as 姓名 in a list of items, means the member where another column
  /// holds a key, else the key.
  init(_ labels: [HeaderLabel], to vocabulary: FormVocabulary, leavingOut: Set<Field> = []) {
    form = vocabulary.form
    columns = [:]
    repeated = []
    unknown = []
    let candidates = labels.map { label in
      (label, vocabulary.candidates(for: label).filter { !leavingOut.contains($0) })
    }
    let mapped = bindMapped(labels, vocabulary, leavingOut: leavingOut)
    for (label, fields) in candidates where fields.count == 1 && !mapped.contains(label.column) {
      if let holder = columns[fields[0]], mapped.contains(holder.column) {
        repeated.append(label)
        continue
      }
      bind(label, to: fields[0], isCanonical: vocabulary.isCanonical(label, for: fields[0]))
    }
    let key = Set(form.householdKey)
    let hasKey = columns.keys.contains(where: key.contains)
    for (label, fields) in candidates where fields.count > 1 {
      let preferred = fields.filter { key.contains($0) != hasKey } + fields
      if let free = preferred.first(where: { columns[$0] == nil }) {
        columns[free] = label
      } else {
        repeated.append(label)
      }
    }
    let nobodys = candidates.filter { $0.1.isEmpty }.map { $0.0 }
    unknown = nobodys.filter { !vocabulary.ignores($0.words) }
    ignored = nobodys.filter { vocabulary.ignores($0.words) }
    repeated.sort { $0.column < $1.column }
    bindTicks(vocabulary, leavingOut: leavingOut)
  }

  /// Binds the columns whose headers are the choices of the field named above them.
  private mutating func bindTicks(_ vocabulary: FormVocabulary, leavingOut: Set<Field>) {
    let named = unknown.compactMap { label in
      vocabulary.choiceField(of: label.words).map { (field: $0, label: label) }
    }
    for (field, labels) in Dictionary(grouping: named, by: \.field)
    where labels.count >= 2 && columns[field] == nil && !leavingOut.contains(field) {
      let ticked = labels.map(\.label).sorted { $0.column < $1.column }
      ticks[field] = ticked
      columns[field] = ticked[0]
      unknown.removeAll(where: ticked.contains)
    }
  }

  /// Binds what a mapping file names; the columns that are settled thereby.
  private mutating func bindMapped(
    _ labels: [HeaderLabel], _ vocabulary: FormVocabulary, leavingOut: Set<Field>
  ) -> Set<Int> {
    var named: [Field: [HeaderLabel]] = [:]
    for label in labels {
      guard let field = vocabulary.mappedField(label.words), !leavingOut.contains(field) else {
        continue
      }
      named[field, default: []].append(label)
    }
    for (field, labels) in named {
      if labels.count == 1 { columns[field] = labels[0] } else { contested += labels }
    }
    contested.sort { $0.column < $1.column }
    return Set(named.values.joined().map(\.column))
  }

  private mutating func bind(_ label: HeaderLabel, to field: Field, isCanonical: Bool) {
    guard let holder = columns[field] else {
      columns[field] = label
      return
    }
    // The header of the contract wins over an alias, and 姓名 alone or under 申请人 over 姓名 under
    // another group, wherever it stands.
    let holderIsAlias = TextFolding.header(definition(of: field)?.header ?? "") != holder.leafKey
    let wins =
      label.isPlain == holder.isPlain ? isCanonical && holderIsAlias : label.isPlain
    if wins { columns[field] = label }
    repeated.append(wins ? holder : label)
  }

  func definition(of field: Field) -> FieldDefinition? {
    form.fields.first { $0.field == field }
  }
}

extension HeaderLabel {
  /// Whether the header stands alone, or under a group that names the person it is about.
  fileprivate var isPlain: Bool { groupKeys.isEmpty || role != nil }
}

/// How well headers fit a form: required fields found (a household key counts as one), then all.
struct BindingScore: Comparable {
  let required: Int
  let bound: Int

  static func < (left: BindingScore, right: BindingScore) -> Bool {
    (left.required, left.bound) < (right.required, right.bound)
  }
}
