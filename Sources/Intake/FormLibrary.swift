public import Casework

/// The forms of a round with their vocabularies, made once and shared by all sheets.
public struct FormLibrary: Sendable {
  /// The forms in the order they were given.
  public let forms: [FormDefinition]
  let vocabularies: [FormVocabulary]
  /// Every folded header of every form, with and without 是否.
  private let headers: Set<String>

  /// Makes a library of forms.
  public init(_ forms: [FormDefinition]) {
    self.forms = forms
    vocabularies = forms.map(FormVocabulary.init)
    let keys = vocabularies.flatMap { $0.headers.map(\.key) }
    headers = Set(
      keys + keys.map { "是否" + $0 } + keys.map { $0.hasPrefix("是否") ? String($0.dropFirst(2)) : $0 }
    )
  }

  /// Whether a text is a header of some form.
  func knows(_ text: String) -> Bool { headers.contains(TextFolding.header(text)) }

  /// The form of a kind, where the library has it.
  public func form(_ kind: FormKind) -> FormDefinition? { forms.first { $0.kind == kind } }

  func vocabulary(of kind: FormKind) -> FormVocabulary? {
    vocabularies.first { $0.form.kind == kind }
  }
}

/// The headers of one form, folded, with the fields each can mean.
struct FormVocabulary: Sendable {
  let form: FormDefinition
  let definitions: [Field: FieldDefinition]
  private let fields: [String: [Field]]
  private let canonical: [String: Field]

  init(_ form: FormDefinition) {
    self.form = form
    definitions = Dictionary(form.fields.map { ($0.field, $0) }) { first, _ in first }
    var fields: [String: [Field]] = [:]
    for definition in form.fields {
      for header in [definition.header] + definition.aliases {
        let key = header.split(separator: "/").map { TextFolding.header(String($0)) }
          .joined(separator: "/")
        if fields[key]?.contains(definition.field) != true {
          fields[key, default: []].append(definition.field)
        }
      }
    }
    self.fields = fields
    canonical = Dictionary(form.fields.map { (TextFolding.header($0.header), $0.field) }) { $1 }
  }

  /// Every folded header, for finding the nearest one.
  var headers: [(key: String, field: Field)] {
    form.fields.flatMap { definition in
      ([definition.header] + definition.aliases).map {
        (TextFolding.header($0), definition.field)
      }
    }
  }

  /// Whether two of the labels are headers of the form by their leaf: fewer make no form.
  func knowsTwo(of labels: [HeaderLabel]) -> Bool {
    var count = 0
    for label in labels where fields[label.leafKey] != nil || fields[label.joinedKey] != nil {
      count += 1
      if count == 2 { return true }
    }
    return false
  }

  /// The fields a header can mean, the form's order first: by the whole header, by the leaf, or
  /// by a leaf that names a period before a listed header (月工资性收入).
  func candidates(for label: HeaderLabel) -> [Field] {
    if let found = fields[label.joinedKey] { return found }
    if let total = totalField(for: label) { return [total] }
    let leaf = label.leafKey
    if let found = fields[leaf] ?? fields[withoutQuestion(leaf)] { return found }
    return withoutPeriodOrUnit(leaf)
  }

  /// Whether the label is the field's own header in the contract, not an alias of it.
  func isCanonical(_ label: HeaderLabel, for field: Field) -> Bool {
    canonical[label.joinedKey] == field || canonical[label.leafKey] == field
  }

  /// 合计 or 小计 below a group header means the group's total.
  private func totalField(for label: HeaderLabel) -> Field? {
    guard label.parts.count > 1, ["合计", "小计", "总计", "计"].contains(label.leafKey) else {
      return nil
    }
    return form.fields.first { $0.groups.map(TextFolding.header).contains(label.groupKey) }?.field
  }

  /// 是否签章 and 签章 ask the same; 是否不… keeps its negation.
  private func withoutQuestion(_ key: String) -> String {
    key.hasPrefix("是否") ? String(key.dropFirst(2)) : "是否" + key
  }

  private func withoutPeriodOrUnit(_ leaf: String) -> [Field] {
    // Nearly every header is left here: these scalars start or end the forms looked for.
    guard let first = leaf.unicodeScalars.first, let last = leaf.unicodeScalars.last,
      last == "元" || "每月年全".unicodeScalars.contains(first)
    else { return [] }
    var key = leaf[...]
    for unit in ["万元", "千元", "元"] where key.hasSuffix(unit) && key.count > unit.count {
      key = key.dropLast(unit.count)
      break
    }
    for period in ["每月", "每年", "月均", "年均", "全年", "年度", "月", "年"]
    where key.hasPrefix(period) && key.count > period.count + 1 {
      key = key.dropFirst(period.count)
      break
    }
    guard key != leaf[...], UnitPhrase.period(in: String(key)) == nil else { return [] }
    return (fields[String(key)] ?? []).filter { definitions[$0]?.type == .money }
  }
}
