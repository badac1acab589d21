public import Casework

/// The forms of a round with their vocabularies, made once and shared by all sheets.
public struct FormLibrary: Sendable {
  /// The forms in the order they were given.
  public let forms: [FormDefinition]
  let vocabularies: [FormVocabulary]
  /// Every folded header of every form, with and without 是否.
  private let headers: Set<String>
  /// The folded headers of amounts, which may stand behind a period or before a unit.
  private let moneyHeaders: Set<String>
  /// Whether some header is written in ASCII alone, as hardly any is.
  private let hasASCIIHeaders: Bool
  /// The forms that join a household, as a library of its own; an array, for a value cannot hold
  /// one of its own kind.
  private let inner: [FormLibrary]

  /// Makes a library of forms.
  public init(_ forms: [FormDefinition]) {
    self.init(forms.map { FormVocabulary($0) })
  }

  init(_ vocabularies: [FormVocabulary]) {
    self.vocabularies = vocabularies
    forms = vocabularies.map(\.form)
    let ofItems = vocabularies.filter { $0.form.kind.joinsHousehold }
    inner = ofItems.count == vocabularies.count ? [] : [FormLibrary(ofItems)]
    let keys = vocabularies.flatMap { $0.headers.map(\.key) }
    headers = Set(
      keys + keys.map { "是否" + $0 } + keys.map { $0.hasPrefix("是否") ? String($0.dropFirst(2)) : $0 }
    )
    moneyHeaders = Set(vocabularies.flatMap(\.moneyHeaders))
    hasASCIIHeaders = headers.contains { $0.utf8.allSatisfy { $0 < 0x80 } }
  }

  /// Whether a text is a header of some form.
  func knows(_ text: String) -> Bool {
    // Most texts asked for are values: amounts, days and numbers.
    if !hasASCIIHeaders, text.utf8.allSatisfy({ $0 < 0x80 }) { return false }
    let key = TextFolding.header(text)
    if headers.contains(key) { return true }
    return FormVocabulary.withoutPeriodOrUnit(key).contains(where: moneyHeaders.contains)
  }

  /// The forms that join a household: members, income, expenditure and support.
  var items: FormLibrary { inner.first ?? self }

  /// The form of a kind, where the library has it.
  public func form(_ kind: FormKind) -> FormDefinition? { forms.first { $0.kind == kind } }

  func vocabulary(of kind: FormKind) -> FormVocabulary? {
    vocabularies.first { $0.form.kind == kind }
  }
}

/// The headers of one form, folded, with the fields each can mean.
///
/// A class, since every sheet is compared with all forms and a copy would count each dictionary.
final class FormVocabulary: Sendable {
  let form: FormDefinition
  let definitions: [Field: FieldDefinition]
  /// The accepted spellings of each field's choices.
  let spellings: [Field: ChoiceSpellings]
  private let fields: [String: [Field]]
  private let canonical: [String: Field]
  /// Every folded header, for finding the nearest one.
  let headers: [(key: String, field: Field)]
  /// The fields of headers that a mapping file names, by their folded text.
  private let mapped: [String: Field]
  /// Headers that a mapping file says are no form's.
  private let ignored: Set<String>
  private let reasons = Memory<BoundHeader, HeaderReason>()
  private let meanings = Memory<HeaderWords, HeaderMeaning>()
  private let near = Memory<HeaderWords, NearHeader?>()
  private let suggestions = Memory<HeaderWords, String?>()
  private let fits = Memory<[HeaderLabel], HeaderFit>()

  /// What one header means in a form.
  private struct HeaderMeaning: Sendable {
    /// Whether the header is the form's by its leaf.
    let isListed: Bool
    let candidates: [Field]
  }

  /// A header with the field it was bound to.
  private struct BoundHeader: Hashable, Sendable {
    let words: HeaderWords
    let field: Field
  }

  init(_ form: FormDefinition, mapped: [String: Field] = [:], ignored: Set<String> = []) {
    self.form = form
    self.mapped = mapped
    self.ignored = ignored
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
    for (key, field) in mapped { fields[key] = [field] }
    self.fields = fields
    headers =
      form.fields.flatMap { definition in
        ([definition.header] + definition.aliases).map {
          (TextFolding.header($0), definition.field)
        }
      } + mapped.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    spellings = definitions.compactMapValues { definition in
      definition.choices.isEmpty ? nil : ChoiceSpellings(definition.choices)
    }
    canonical = Dictionary(form.fields.map { (TextFolding.header($0.header), $0.field) }) { $1 }
  }

  /// The listed header that an unlisted one is nearest to; see ``HeaderLikeness``.
  func nearest(to words: HeaderWords) -> NearHeader? {
    near.value(for: words) { HeaderLikeness.nearest(to: $0, in: self) }
  }

  /// The listed header to name beside an unknown one; see ``HeaderLikeness``.
  func suggestion(for words: HeaderWords) -> String? {
    suggestions.value(for: words) { HeaderLikeness.suggestion(for: $0, in: self) }
  }

  /// How a row of headers fits the form: units fill in the same forms, and a round of many small files
  /// holds the same few rows of headers in each of them.
  ///
  /// `members` is the form of members that belongs to this one's library, always the same.
  func fit(of labels: [HeaderLabel], members: FormVocabulary?) -> HeaderFit {
    fits.value(for: labels) { HeaderFit($0, vocabulary: self, members: members) }
  }

  /// Whether two of the labels are headers of the form by their leaf: fewer make no form.
  func knowsTwo(of labels: [HeaderLabel]) -> Bool {
    var count = 0
    for label in labels where meaning(of: label.words).isListed {
      count += 1
      if count == 2 { return true }
    }
    return false
  }

  /// The fields a header can mean, the form's order first: by the whole header, by its last two
  /// rows (公示时间/起), by the leaf, or by a leaf that names a period before a listed header (月工资性收入).
  ///
  /// Under a group that names a person, such as 担保人情况, a leaf such as 姓名 means that person's.
  func candidates(for label: HeaderLabel) -> [Field] { meaning(of: label.words).candidates }

  private func meaning(of words: HeaderWords) -> HeaderMeaning {
    meanings.value(for: words) { words in
      HeaderMeaning(
        isListed: fields[words.leafKey] != nil || fields[words.joinedKey] != nil
          || fields[words.lastTwoKey] != nil,
        candidates: candidates(for: words))
    }
  }

  private func candidates(for words: HeaderWords) -> [Field] {
    if let field = mappedField(words) { return [field] }
    if ignores(words) { return [] }
    if let found = fields[words.joinedKey] ?? fields[words.lastTwoKey] { return found }
    if let total = totalField(for: words) { return [total] }
    let leaf = words.leafKey
    let found = fields[leaf] ?? fields[withoutQuestion(leaf)] ?? withoutPeriodOrUnit(leaf)
    guard let role = words.role, found.contains(where: \.describesPerson) else { return found }
    return candidates(leaf, of: role, among: found)
  }

  private func candidates(
    _ leaf: String, of role: PersonRole, among found: [Field]
  ) -> [Field] {
    if role == .applicant, form.householdKey.isEmpty { return found }
    let isName = found.contains { definitions[$0]?.type == .name }
    let isNumber = found.contains { definitions[$0]?.type == .residentId }
    guard isName || isNumber else {
      let isOwn = role == (form.kind == .applications ? .applicant : .member)
      return isOwn ? found : []
    }
    let field = isName ? role.name : role.number
    return field.map { definitions[$0] == nil ? [] : [$0] } ?? []
  }

  /// The field that a mapping file names for a header.
  func mappedField(_ words: HeaderWords) -> Field? {
    guard !mapped.isEmpty else { return nil }
    return mapped[words.joinedKey] ?? mapped[words.lastTwoKey] ?? mapped[words.leafKey]
  }

  /// Whether a mapping file says that a header is no form's.
  func ignores(_ words: HeaderWords) -> Bool {
    !ignored.isEmpty && (ignored.contains(words.joinedKey) || ignored.contains(words.leafKey))
  }

  /// Why a header is bound to a field.
  func reason(_ label: HeaderLabel, for field: Field) -> HeaderReason {
    reasons.value(for: BoundHeader(words: label.words, field: field)) { bound in
      if mappedField(bound.words) == field { return .mapping }
      guard let definition = definitions[field] else { return .folded }
      let texts = [bound.words.joined, bound.words.parts.last ?? ""]
      if texts.contains(definition.header) { return .exact }
      return texts.contains(where: definition.aliases.contains) ? .alias : .folded
    }
  }

  /// Whether the label is the field's own header in the contract, not an alias of it.
  func isCanonical(_ label: HeaderLabel, for field: Field) -> Bool {
    canonical[label.joinedKey] == field || canonical[label.leafKey] == field
  }

  /// 合计 or 小计 below a group header means the group's total.
  private func totalField(for words: HeaderWords) -> Field? {
    guard ["合计", "小计", "总计", "计"].contains(words.leafKey) else { return nil }
    return form.fields.first { definition in
      definition.groups.contains { words.groupKeys.contains(TextFolding.header($0)) }
    }?.field
  }

  /// 是否签章 and 签章 ask the same; 是否不… keeps its negation.
  private func withoutQuestion(_ key: String) -> String {
    key.hasPrefix("是否") ? String(key.dropFirst(2)) : "是否" + key
  }

  /// The money field whose header stands behind a period or before a unit, each left out in turn.
  private func withoutPeriodOrUnit(_ leaf: String) -> [Field] {
    Self.withoutPeriodOrUnit(leaf).lazy.map(moneyFields).first { !$0.isEmpty } ?? []
  }

  /// What is left of a header without its unit, and without its period too; the header's own period is
  /// not another one than that of the words left out.
  fileprivate static func withoutPeriodOrUnit(_ leaf: String) -> [String] {
    guard mayNamePeriodOrUnit(leaf) else { return [] }
    var key = leaf[...]
    for unit in ["万元", "千元", "元"] where key.hasSuffix(unit) && key.count > unit.count {
      key = key.dropLast(unit.count)
      break
    }
    let bare = key == leaf[...] ? [] : [String(key)]
    for period in ["每月", "每年", "月均", "年均", "全年", "年度", "月", "年"]
    where key.hasPrefix(period) && key.count > period.count + 1 {
      let named = String(key.dropFirst(period.count))
      return UnitPhrase.period(in: named) == nil ? bare + [named] : bare
    }
    return bare
  }

  /// Whether a header begins or ends like one with a period or a unit; nearly none does.
  private static func mayNamePeriodOrUnit(_ leaf: String) -> Bool {
    guard let first = leaf.unicodeScalars.first, let last = leaf.unicodeScalars.last else {
      return false
    }
    return last == "元" || "每月年全".unicodeScalars.contains(first)
  }

  private func moneyFields(_ key: String) -> [Field] {
    (fields[key] ?? []).filter { definitions[$0]?.type == .money }
  }

  /// The folded headers of amounts.
  fileprivate var moneyHeaders: [String] {
    headers.filter { definitions[$0.field]?.type == .money }.map(\.key)
  }
}
