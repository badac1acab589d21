public import Casework

/// The sentence of one step to a suggestion, in the words of `language`.
public func sentence(for step: MeasureStep, in language: Language) -> String {
  let shown = step.arguments.map { measureWords($0, in: language) }
  var fillings = ["*": shown.filter { !$0.isEmpty }.joined(separator: language.listSeparator)]
  for (number, argument) in shown.enumerated() { fillings[String(number)] = argument }
  return step.reason.template(in: language).filled(with: fillings)
}

/// The title of a condition of start-up support.
public func title(of condition: StartUpCondition.Kind, in language: Language) -> String {
  switch condition {
  case .relativeWithoutJob:
    language.text("配偶或子女无固定职业", "A spouse or child without a fixed job")
  case .wish: language.text("有创业意愿", "A wish to start a business")
  case .project: language.text("已选定有前景的创业项目", "A project chosen, with prospects")
  case .ownShare:
    language.text("能够承担大部分投资但投资不足", "Most of the investment is own, some is missing")
  case .guarantor: language.text("自行寻找担保", "A guarantor found by the family")
  }
}

/// The title of a way to help; nil: visits and services only.
public func title(ofHelp measure: AssistanceMeasure?, in language: Language) -> String {
  measure.map { title(of: $0, in: language) } ?? language.text("服务帮扶", "Services only")
}

/// An argument of a step: a measure, a cause, a condition or a sign by its identifier, or any that
/// findings have too.
private func measureWords(_ argument: String, in language: Language) -> String {
  if let measure = AssistanceMeasure(rawValue: argument) { return title(of: measure, in: language) }
  if let cause = HardshipCause(rawValue: argument) { return title(of: cause, in: language) }
  if let condition = StartUpCondition.Kind(rawValue: argument) {
    return title(of: condition, in: language)
  }
  return switch argument {
  case "lasting": language.text("支出持续发生", "the expenditure goes on")
  case "no-lasting": language.text("支出已经发生、没有持续的迹象", "no sign that the expenditure goes on")
  case "burden": language.text("仍有较重债务", "a burden of debt remains")
  case "no-burden": language.text("没有较重债务", "no burden of debt remains")
  default: argumentWords(argument, in: language)
  }
}

extension MeasureReason {
  /// The sentence of this reason; gaps as in ``DecisionReason``.
  func template(in language: Language) -> MessageTemplate {
    MessageTemplate(language.text(chinese, english))
  }

  private var chinese: String {
    switch self {
    case .startUpChosen: "收入型困难，创业帮扶的五个条件全部具备，建议创业帮扶（贷款贴息）。"
    case .startUpOpen:
      "收入型困难，创业帮扶的条件尚不明确[：{*}]；补齐之前，在创业帮扶与长期性资助之间不作推断。"
    case .recurrentChosen: "收入型困难，创业帮扶的条件不具备[：{*}]，建议长期性资助。"
    case .expenditureChosen: "支出型困难[，致困原因为{0}][，{1}][，{2}]，建议[{3}]。"
    case .expenditureOpen: "支出型困难，选择帮扶方式的依据尚不明确[：{*}]；补齐之前不作推断。"
    case .typeOpen: "困难类型（收入型或支出型）尚不能确定，两种情形的帮扶方式都列出。"
    case .noMeasureListed: "政策的帮扶方式表没有列明这种情形，由领导小组研究。"
    case .amountOfShortfall:
      "[计算期 {1} 个月的家庭收入差额 {0} 元][（共同生活 {2} 人）][，按 {3} 个月][、{4}% 计][，为 {5} 元]。"
    case .amountRounded: "取整[：{0} 元][调整为 {1} 元]。"
    case .amountRaised: "低于最低资助额[：{0} 元][提高到 {1} 元]。"
    case .amountLimited: "超过最高资助额[：{0} 元][降低到 {1} 元]。"
    case .atOncePart: "[其中一次性发放 {0} 元，][其余分 {1} 个月发放]。"
    case .noShortfall: "收入正好等于认定标准，没有差额可补，不建议按差额发放资助；建议走访、跟踪等服务帮扶，另有困难由领导小组研究。"
    case .leastAtLine: "收入正好等于认定标准，没有差额，按政策的最低资助额[ {0} 元]建议。"
    case .gapUnknown: "没有可用的认定标准或资助规则，金额不能推算。"
    case .interestComputed: "贴息[：贷款 {0} 元][ × 年利率 {1}%][ × {2} 年][ × 贴息比例 {3}%][ = {4} 元]。"
    case .interestLimited: "超过贴息总额上限[：{0} 元][降低到 {1} 元]。"
    case .interestYearsLimited: "贷款年限[ {0} 年]超过最长贴息年限[，按 {1} 年计]。"
    case .interestRateLimited: "贷款利率[ {0}%]高于可贴息利率[，按 {1}% 计]。"
    case .interestPrincipalLimited: "贷款金额[ {0} 元]超过可贴息金额[，按 {1} 元计]。"
    case .interestOpen: "贷款情况不全，贴息金额不能计算[，请补填：{*}]。"
    }
  }

  private var english: String {
    switch self {
    case .startUpChosen:
      "Income type, and all five conditions of start-up help hold: interest on the loan is suggested."
    case .startUpOpen:
      "Income type; conditions of start-up help are open[: {*}]. Until they are filled in, nothing "
        + "decides between start-up help and a recurrent grant."
    case .recurrentChosen:
      "Income type; conditions of start-up help do not hold[: {*}], so a recurrent grant is "
        + "suggested."
    case .expenditureChosen: "Expenditure type[; cause: {0}][; {1}][; {2}]. Suggested[: {3}]."
    case .expenditureOpen:
      "Expenditure type; what the choice rests on is open[: {*}]. Until it is filled in, nothing is "
        + "decided."
    case .typeOpen: "The hardship type cannot be told yet; the measures of both types are listed."
    case .noMeasureListed: "The policy’s table lists no measure for this; the group decides."
    case .amountOfShortfall:
      "[Household shortfall of the window of {1} months: {0} yuan][ ({2} persons)]"
        + "[, counted for {3} months][ at {4}%][: {5} yuan]."
    case .amountRounded: "Rounded[ from {0}][ to {1} yuan]."
    case .amountRaised: "Raised to the least grant[, from {0}][ to {1} yuan]."
    case .amountLimited: "Limited to the largest grant[, from {0}][ to {1} yuan]."
    case .atOncePart: "[{0} yuan at once, ][the rest over {1} months]."
    case .noShortfall:
      "The income equals the line: there is no shortfall to make up, and no grant is suggested. "
        + "Visits and services are; the group decides about any other hardship."
    case .leastAtLine:
      "The income equals the line; the policy’s least grant[ of {0} yuan] is suggested."
    case .gapUnknown: "There is no line or no rule for the amount, so none can be worked out."
    case .interestComputed:
      "Interest[: loan of {0} yuan][ × {1}% a year][ × {2} years][ × a part of {3}%][ = {4} yuan]."
    case .interestLimited: "Limited to the most interest[, from {0}][ to {1} yuan]."
    case .interestYearsLimited:
      "The loan runs longer[ ({0} years)] than interest is paid[: {1} years]."
    case .interestRateLimited: "The loan’s rate[ of {0}%] is above the one that is paid[: {1}%]."
    case .interestPrincipalLimited:
      "The loan[ of {0} yuan] is above the one that counts[: {1} yuan]."
    case .interestOpen: "The loan is not fully stated, so the interest is open[; missing: {*}]."
    }
  }

  /// What a step puts into the sentence's gaps, in order; the convention of docs/findings.md.
  var argumentMeanings: [String] {
    switch self {
    case .startUpOpen, .recurrentChosen: ["every condition"]
    case .expenditureChosen:
      ["cause", "whether expenditure goes on", "whether a burden remains", "measure"]
    case .expenditureOpen, .interestOpen: ["every field that would settle it"]
    case .amountOfShortfall:
      [
        "shortfall of the window, yuan", "months of the window", "persons", "months counted",
        "percent counted", "amount, yuan",
      ]
    case .amountRounded, .amountRaised, .amountLimited, .interestLimited,
      .interestPrincipalLimited:
      ["before, yuan", "after, yuan"]
    case .atOncePart: ["amount at once, yuan", "months"]
    case .leastAtLine: ["amount, yuan"]
    case .interestComputed: ["loan, yuan", "rate, percent", "years", "part, percent", "sum, yuan"]
    case .interestYearsLimited: ["years of the loan", "years counted"]
    case .interestRateLimited: ["rate of the loan, percent", "rate counted, percent"]
    default: []
    }
  }
}
