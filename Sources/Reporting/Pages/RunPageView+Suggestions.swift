import Casework

/// The run page's section on suggested help, and on the stated budget where there is one.
///
/// Its titles are gaps of the view, so that a page without the section needs no words for it.
let runSuggestions = #"""
  {{#hasSuggestions}}
  <section>
  <h2>{{suggestionsTitle}}</h2>
  <p class="legend">{{suggestionsLead}}</p>
  <table class="compact">
  <thead><tr><th scope="col">{{measureColumn}}</th><th scope="col" class="figure">{{casesColumn}}</th><th scope="col" class="figure">{{amountColumn}}</th></tr></thead>
  <tbody>
  {{#suggestions}}<tr{{#isSum}} class="sum"{{/isSum}}><th scope="row">{{suggestedMeasure}}</th><td class="figure">{{suggestedCases}}</td><td class="figure">{{suggestedAmount}}</td></tr>
  {{/suggestions}}
  </tbody>
  </table>
  {{#hasAllocation}}
  <h3>{{allocationTitle}}</h3>
  <p>{{allocationMethod}}</p>
  <table class="compact">
  <tbody>
  {{#allocationFigures}}<tr><th scope="row">{{figureName}}</th><td class="figure">{{figure}}</td></tr>
  {{/allocationFigures}}
  </tbody>
  </table>
  <p class="legend">{{allocationNote}}</p>
  {{/hasAllocation}}
  </section>
  {{/hasSuggestions}}
  """#

extension RunPageView {
  /// The slots of ``runSuggestions``.
  var suggestions: View {
    let helped = context.result.cases.compactMap(\.suggestedHelp)
    guard !helped.isEmpty || context.result.allocation != nil else {
      return View(["hasSuggestions": .flag(false)])
    }
    var view = View([
      "hasSuggestions": .flag(true),
      "suggestionsTitle": .text(words("建议帮扶（供研究）", "Suggested help (for discussion)")),
      "suggestionsLead": .text(
        words(
          "由程序按政策推算，只含符合条件的个案；帮扶方式和金额由领导小组研究审批。",
          "Worked out from the policy for eligible cases only; the steering group decides.")),
      "measureColumn": .text(words("帮扶方式", "Measure")),
      "casesColumn": .text(words("件", "Cases")),
      "amountColumn": .text(words("建议金额（元）", "Suggested amount (yuan)")),
      "suggestions": .list(rows(of: helped)),
      "hasAllocation": .flag(context.result.allocation != nil),
    ])
    if let allocation = context.result.allocation { view.add(slots(of: allocation)) }
    return view
  }

  private var figures: ShownFigures { ShownFigures(language: context.language) }

  private func words(_ chinese: String, _ english: String) -> String {
    context.language.text(chinese, english)
  }

  private func rows(of helped: [SuggestedHelp]) -> [View] {
    func row(_ name: String, _ group: [SuggestedHelp], isSum: Bool = false) -> View {
      let sum = group.compactMap(\.certainAmount).reduce(.zero, +)
      return View([
        "suggestedMeasure": .text(name), "suggestedCases": .text("\(group.count)"),
        "suggestedAmount": .text(sum == .zero ? "—" : figures.yuan(sum)), "isSum": .flag(isSum),
      ])
    }
    let measures = AssistanceMeasure.allCases.compactMap { measure -> View? in
      let group = helped.filter { $0.certainAmount != nil && $0.measure == measure }
      return group.isEmpty ? nil : row(title(of: measure, in: context.language), group)
    }
    let service = helped.filter(\.isService)
    let open = helped.filter { !$0.isService && $0.certainAmount == nil }
    let others = [
      (title(ofHelp: nil, in: context.language), service),
      (words("方式或金额待定", "Measure or amount open"), open),
    ].filter { !$0.1.isEmpty }.map { row($0.0, $0.1) }
    return measures + others + [row(PageWord.total.text(in: context.language), helped, isSum: true)]
  }

  private func slots(of allocation: BudgetAllocation) -> View {
    let yuan = words(" 元", " yuan")
    let amounts = [
      (words("预算总额", "Budget"), allocation.budget),
      (words("建议金额合计（金额确定的个案）", "Suggested (amounts that are certain)"), allocation.suggested),
      (words("拟分配合计", "Allocated"), allocation.allocated),
      (words("未分配，退回", "Left unallocated"), allocation.unallocated),
    ].map { ($0.0, figures.yuan($0.1) + yuan) }
    let short = allocation.shares.count { $0.allocated < $0.suggested }
    let counts = [
      (words("参加分配（件）", "Cases that take part"), allocation.shares.count),
      (words("其中未足额（件）", "Of them not in full"), short),
      (words("金额待定、未留款（件）", "Amount open, nothing set aside"), allocation.open.count),
      (
        words("疑似重复待认定、未留款（件）", "Possible duplicates, nothing set aside"),
        allocation.undecided.count
      ),
    ].map { ($0.0, "\($0.1)") }
    return View([
      "allocationTitle": .text(words("预算分配（试算）", "Allocation of the budget (trial)")),
      "allocationMethod": .text(method(of: allocation)),
      "allocationNote": .text(
        words(
          "分到每一分：尾数按最大余数，并列的按个案编号末段字母的先后（与个人和单位无关）；"
            + "任何一件不超过建议金额。逐件见 allocation.csv。",
          "Every fen is accounted for: parts of a fen by largest remainder, ties by the letters at the "
            + "end of the case identifier, which say nothing about person or unit; nobody gets more "
            + "than is suggested. Case by case in allocation.csv.")),
      "allocationFigures": .list(
        (amounts + counts).map { View(texts: ["figureName": $0.0, "figure": $0.1]) }),
    ])
  }

  private func method(of allocation: BudgetAllocation) -> String {
    let minimum = allocation.minimum.map { figures.yuan($0) } ?? ""
    let text =
      switch allocation.method {
      case "largestShortfallFirst":
        words("按人均差额从大到小足额安排，用完为止。", "In full by the largest shortfall per person.")
      case "proportional": words("按建议金额的比例分配。", "In proportion to the suggested amounts.")
      default:
        allocation.isMinimumKept
          ? words(
            "每件先保 \(minimum) 元（不超过建议金额），其余按比例分配。",
            "\(minimum) yuan to each (up to what is suggested), the rest in proportion.")
          : words(
            "预算不足以每件先保 \(minimum) 元，按保底额的比例分配。",
            "The budget does not last for \(minimum) yuan each; shared in proportion to the minimum."
          )
      }
    return text
      + (allocation.citation.isEmpty
        ? "" : words("（\(allocation.citation)）", " (\(allocation.citation))"))
  }
}
