import Casework

/// Values of the policy that come from one document, with the words and the day they share.
struct PolicySource {
  /// What the values are, a text for each thing they say something about.
  let items: [String]
  /// The first day they are in force; nil for a policy that gives none.
  let effectiveFrom: CalendarDate?
  /// The document.
  let source: String
  /// The words of the regulation.
  let citation: String
  /// Whether they are assumed, confirmed by somebody, or simply stated.
  let standing: String
  /// Whether nobody confirmed them yet.
  let isAssumed: Bool

  /// Groups values by where they come from, in their order.
  static func sources(of values: [PolicyValue], in language: Language) -> [PolicySource] {
    var origins: [Origin] = []
    var groups: [Origin: [PolicyValue]] = [:]
    for value in values {
      let origin = Origin(value)
      if groups[origin] == nil { origins.append(origin) }
      groups[origin, default: []].append(value)
    }
    return origins.map { origin in
      PolicySource(origin, policyItems(of: groups[origin] ?? [], in: language), language)
    }
  }

  private struct Origin: Hashable {
    let effectiveFrom: CalendarDate?
    let source: String
    let citation: String
    let isAssumed: Bool
    let isConfirmed: Bool

    init(_ value: PolicyValue) {
      effectiveFrom = value.effectiveFrom
      source = value.source
      // A rule's own words stand beside its decision, and would tear the rules apart here.
      citation =
        value.name.hasPrefix("rules.") || value.citation == value.source ? "" : value.citation
      isAssumed = value.isAssumed
      isConfirmed = value.isConfirmed
    }
  }

  private init(_ origin: Origin, _ items: [String], _ language: Language) {
    self.items = items
    effectiveFrom = origin.effectiveFrom
    source = origin.source
    citation = origin.citation
    isAssumed = origin.isAssumed
    standing =
      origin.isAssumed
      ? language.text("假定，待确认", "assumed, to be confirmed")
      : origin.isConfirmed
        ? language.text("已确认", "confirmed") : language.text("按所列文件", "as the document says")
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
func policyValuesMarkup(_ values: [PolicyValue], in language: Language) -> String {
  guard !values.isEmpty else { return "" }
  let heads = [
    language.text("参数", "Values"), language.text("起始日", "In force from"),
    language.text("来源和依据", "Source and citation"), language.text("确认情况", "Standing"),
  ]
  var markup = "<details class=\"policy-values\"><summary>"
  markup += escaped(policyValuesTitle(values, in: language))
  markup += "</summary><table class=\"compact\"><thead><tr>"
  for head in heads { markup += "<th scope=\"col\">\(head)</th>" }
  markup += "</tr></thead><tbody>"
  for source in PolicySource.sources(of: values, in: language) {
    markup += "<tr><td>"
    for item in source.items { markup += "<p>\(escaped(item))</p>" }
    let since = source.effectiveFrom?.description ?? "—"
    markup += "</td><td class=\"number\">\(since)</td><td>\(escaped(source.source))"
    if !source.citation.isEmpty {
      markup += "<br><span class=\"soft\">\(escaped(source.citation))</span>"
    }
    markup += "</td><td\(source.isAssumed ? " class=\"assumed\"" : "")>"
    markup += "\(escaped(source.standing))</td></tr>"
  }
  return markup + "</tbody></table></details>"
}
