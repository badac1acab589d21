import Casework

/// How a figure of the worksheet was made, in signs and figures.
struct WorksheetFormula {
  let node: WorksheetNode
  let figures: ShownFigures

  private var language: Language { figures.language }

  /// The figures that count, as terms.
  private var terms: [String] { node.parts.filter(\.counts).map { term($0) } }

  /// The formula; empty where the figure is simply read or is the sum of what stands below it.
  var text: String {
    let terms = terms
    switch node.operation {
    case .stated, .elsewhere, .sum: return ""
    case .times: return terms.joined(separator: " × ")
    case .quarters: return terms.joined(separator: " × ") + " ÷ 3"
    case .negated: return language.text("从收入中减去", "subtracted from income")
    case .widened:
      return language.text("约数 \(terms[0]) ± \(terms[1])", "about \(terms[0]) ± \(terms[1])")
    case .capped:
      return language.text("实际 \(terms[0])，上限 \(terms[1])", "\(terms[0]), at most \(terms[1])")
    case .borne: return borne(terms)
    case .remainder: return "\(terms[0]) + \(terms[1]) − \(terms[2])"
    case .difference: return "\(terms[0]) − \(terms[1])"
    case .product: return terms.joined(separator: " × ")
    case .perCapita: return terms.joined(separator: " ÷ ")
    case .beyond, .perhapsBeyond:
      return language.text(
        "\(terms[0]) 中超出同一笔 \(terms[1]) 的部分", "of \(terms[0]) what exceeds \(terms[1])")
    case .without:
      return "\(terms[0]) − \(terms[1])" + language.text("（不低于 0）", " (at least 0)")
    case .share: return terms.joined(separator: " × ")
    case .monthsShare: return "\(terms[0]) × \(terms[1]) ÷ \(terms[2])"
    default: return words
    }
  }

  /// Operations that are said in words.
  private var words: String {
    switch node.operation {
    case .assumedZero: language.text("空白，按 0 计", "blank, taken for 0")
    case .bounded: language.text("不明，取政策给的上下限", "not known; the policy’s bounds")
    case .parameter: language.text("政策规定", "set by the policy")
    case .policy: language.text("按政策调整后的数", "as adjusted by the policy")
    case .chosen: chosen
    case .hull:
      node.item == .household
        ? language.text("各种读法的最低到最高", "from the least to the most of all readings")
        : language.text("来源不一致，取最低到最高", "sources disagree: from the least to the most")
    case .opened: language.text("不一定计入，从 0 起", "may not count: from 0")
    case .least: language.text("取下限", "at the least")
    case .most: language.text("取上限", "at the most")
    case .eitherSign: language.text("不知应加应减", "may add or subtract")
    default: ""
    }
  }

  /// Which figure is taken, where others stand beside it.
  private var chosen: String {
    guard node.parts.contains(where: { !$0.counts }),
      let own = node.parts.first(where: \.counts)
    else { return "" }
    switch own.item {
    case .perCapitaActual, .member: return ""
    default:
      let title = own.item.title(in: language)
      return language.text("以“\(title)”为准", "“\(title)” counts")
    }
  }

  private func borne(_ terms: [String]) -> String {
    let rest = "\(terms[0]) − \(terms[1])"
    guard terms.count > 2 else { return rest }
    return rest
      + language.text(
        "（其中 \(terms[2]) 已计入收入，不再抵减）", " (\(terms[2]) of it is income already)")
  }

  private func term(_ part: WorksheetNode) -> String {
    switch part.quantity.unit {
    case .persons: figures.term(part.quantity.count)
    case .months:
      // Months stand in per-capita formulas as a bare number.
      node.operation == .times || node.operation == .quarters
        ? figures.term(part.quantity.count) + language.text(" 个月", " months")
        : figures.term(part.quantity.count)
    case .percent: "\(part.quantity.high)%"
    case .factor: figures.term(part.quantity.count)
    case .month, .quarter, .year, .once:
      figures.term(part.amount)
        + (node.operation == .times || node.operation == .quarters
          ? " " + figures.unit(part.quantity.unit) : "")
    case .window, .money: figures.term(part.amount)
    }
  }
}

extension ShownFigures {
  /// What a figure is counted in.
  func unit(_ unit: WorksheetUnit) -> String {
    switch unit {
    case .window, .money: language.text("元", "yuan")
    case .month: language.text("元/月", "yuan/month")
    case .quarter: language.text("元/季", "yuan/quarter")
    case .year: language.text("元/年", "yuan/year")
    case .once: language.text("元 一次性", "yuan once")
    case .persons: language.text("人", "persons")
    case .months: language.text("个月", "months")
    case .percent: "%"
    case .factor: language.text("倍", "times")
    }
  }

  /// A figure of the worksheet with its unit.
  func quantity(_ quantity: WorksheetQuantity) -> String {
    let figure = quantity.unit.isMoney ? yuan(quantity.amount) : count(quantity.count)
    return figure + " " + unit(quantity.unit)
  }
}
