public import Casework

/// Values of the policy that come from one document, from one day on.
struct PolicySource {
  /// The values by the words of the regulation that they share.
  private(set) var groups: [Group]
  /// The first day they are in force; nil for a policy that gives none.
  let effectiveFrom: CalendarDate?
  /// The document.
  let source: String
  /// Whether nobody confirmed them yet.
  let isAssumed: Bool
  private let isConfirmed: Bool

  /// Values with the same words of the regulation, a text for each thing they say something about.
  struct Group {
    let citation: String
    fileprivate(set) var items: [Item]

    /// What is said about one thing.
    struct Item {
      let subject: String
      fileprivate(set) var text: String
    }
  }

  /// Groups values by where they come from, in their order.
  static func sources(
    of values: [PolicyValue], in language: Language,
    saying words: (PolicyValue) -> PolicyValueWords
  ) -> [PolicySource] {
    var sources: [PolicySource] = []
    for value in values {
      let words = words(value)
      if let place = sources.firstIndex(where: { $0.isSource(of: value) }) {
        sources[place].add(words, language)
      } else {
        sources.append(PolicySource(value, words))
      }
    }
    return sources
  }

  private init(_ value: PolicyValue, _ words: PolicyValueWords) {
    effectiveFrom = value.effectiveFrom
    source = value.source
    isAssumed = value.isAssumed
    isConfirmed = value.isConfirmed
    groups = [Group(citation: words.citation, items: words.item.map { [$0] } ?? [])]
  }

  private func isSource(of value: PolicyValue) -> Bool {
    effectiveFrom == value.effectiveFrom && isAssumed == value.isAssumed
      && isConfirmed == value.isConfirmed && source == value.source
  }

  private mutating func add(_ words: PolicyValueWords, _ language: Language) {
    guard let place = groups.firstIndex(where: { $0.citation == words.citation }) else {
      groups.append(Group(citation: words.citation, items: words.item.map { [$0] } ?? []))
      return
    }
    groups[place].add(words, language)
  }

  /// Whether the values are assumed, confirmed by somebody, or simply stated.
  func standing(in language: Language) -> String {
    if isAssumed { return language.text("假定，待确认", "assumed, to be confirmed") }
    if isConfirmed { return language.text("已确认", "confirmed") }
    return source.isEmpty
      ? language.text("未注明来源", "no document named")
      : language.text("按所列文件", "as the document says")
  }
}

extension PolicySource.Group {
  fileprivate mutating func add(_ words: PolicyValueWords, _ language: Language) {
    guard let item = words.item else { return }
    if let place = items.firstIndex(where: { $0.subject == item.subject }) {
      items[place].text += language.text("，", ", ") + words.said
    } else {
      items.append(item)
    }
  }
}

/// The words of an edition's values as markup, made once for all the cases that are shown.
public struct PolicyWording: Sendable {
  private let words: [String: PolicyValueWords]

  /// Puts the values into words.
  public init(_ values: PolicyValues, in language: Language) {
    words = Dictionary(
      values.all.map { ($0.name, PolicyValueWords($0, in: language).escapedWords) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The words of a value; nil for one of another edition.
  subscript(value: PolicyValue) -> PolicyValueWords? {
    guard let own = words[value.name], own.value == value else { return nil }
    return own
  }
}

/// The title of the section, with how many values there are and how many are assumed.
func policyValuesTitle(_ values: [PolicyValue], in language: Language) -> String {
  let assumed = values.count(where: \.isAssumed)
  return language.text(
    "核算所用的政策参数（\(values.count) 项，其中假定待确认 \(assumed) 项）",
    "Policy values used (\(values.count), of which \(assumed) are assumed)")
}

/// The dossier's section on the policy's values, folded; without a template, since most of it is the
/// same for many cases and a template would render each gap anew.
func policyValuesMarkup(
  _ values: [PolicyValue], in language: Language, saying wording: PolicyWording? = nil
) -> String {
  guard !values.isEmpty else { return "" }
  let heads = [
    language.text("参数", "Values"), language.text("起始日", "In force from"),
    language.text("来源", "Source"), language.text("确认情况", "Standing"),
  ]
  var markup = "<details class=\"policy-values\"><summary>"
  markup += escaped(policyValuesTitle(values, in: language))
  markup += "</summary><table class=\"compact\"><thead><tr>"
  for head in heads { markup += "<th scope=\"col\">\(head)</th>" }
  markup += "</tr></thead><tbody>"
  let sources = PolicySource.sources(of: values, in: language) { value in
    wording?[value] ?? PolicyValueWords(value, in: language).escapedWords
  }
  for source in sources {
    markup += "<tr><td>"
    for group in source.groups {
      for item in group.items { markup += "<p>\(item.text)</p>" }
      if !group.citation.isEmpty { markup += "<p class=\"soft\">\(group.citation)</p>" }
    }
    let since = source.effectiveFrom?.description ?? "—"
    markup += "</td><td class=\"number\">\(since)</td><td>\(escaped(source.source))</td>"
    markup += source.isAssumed || source.source.isEmpty ? "<td class=\"assumed\">" : "<td>"
    markup += source.standing(in: language) + "</td></tr>"
  }
  return markup + "</tbody></table></details>"
}
