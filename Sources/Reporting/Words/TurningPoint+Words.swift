public import Casework

// What the panel can verify, in sentences: never advice to an applicant, never a name or a number.

/// A change to verify, such as `不超过 12,000.00 元/年`.
func words(for change: VerifiableChange, in language: Language) -> String {
  let figures = ShownFigures(language: language)
  func amount(_ money: Money, _ period: Period?) -> String {
    let unit = language.text(" 元", " yuan")
    switch period {
    case .month: return figures.yuan(money) + unit + language.text("/月", " a month")
    case .quarter: return figures.yuan(money) + unit + language.text("/季", " a quarter")
    case .year: return figures.yuan(money) + unit + language.text("/年", " a year")
    case .once, nil: return figures.yuan(money) + unit
    }
  }
  switch change {
  case .cost(let type, let money):
    return language.text(
      "另有尚未举证、由家庭实际负担的\(type)支出，计算期内不少于 \(amount(money, nil))",
      "further cost (\(type)) borne by the household in the window and not yet proven, of at least "
        + amount(money, nil))
  case .atMost(let money, let period):
    return language.text("不超过 ", "at most ") + amount(money, period)
  case .atLeast(let money, let period):
    return language.text("不少于 ", "at least ") + amount(money, period)
  case .moreMembers(let count):
    return language.text(
      "共同生活成员另有 \(count) 人（本人无收入）",
      count == 1
        ? "one more member without income lives in the household"
        : "\(count) more members without income live in the household")
  case .countAtLeast(let count): return language.text("不少于 \(count)", "at least \(count)")
  case .countAtMost(let count): return language.text("不多于 \(count)", "at most \(count)")
  case .document(let name): return language.text("补交“\(name)”", "“\(name)” is handed in")
  case .flag(let answer):
    return answer ? language.text("为“是”", "is “yes”") : language.text("为“否”", "is “no”")
  case .choice(let choices):
    return language.text(
      "为" + choices.map { "“\($0)”" }.joined(separator: "或"),
      "is " + choices.map { "“\($0)”" }.joined(separator: " or "))
  case .onOrBefore(let day): return language.text("不晚于 \(day)", "no later than \(day)")
  case .onOrAfter(let day): return language.text("不早于 \(day)", "no earlier than \(day)")
  case .ofMember(true):
    return language.text(
      "属于共同生活的成员", "belongs to a member who lives in the household")
  case .ofMember(false):
    return language.text(
      "不属于任何共同生活的成员", "belongs to nobody who lives in the household")
  case .samePerson(true):
    return language.text("与同名的另一行为同一人", "is the person of the other row of that name")
  case .samePerson(false):
    return language.text(
      "与同名的另一行不是同一人", "is not the person of the other row of that name")
  case .validNumber: return language.text("补正为有效号码", "is corrected to a valid one")
  }
}

/// The sentence of a turning point: what to verify, and how the case ends then.
///
/// - Parameters:
///   - point: The turning point.
///   - cell: The words for its cell; empty where it has none.
///   - language: The reader's language.
/// - Returns: The sentence.
public func sentence(
  for point: TurningPoint, cell: String, in language: Language
) -> String {
  let change = words(for: point.change, in: language)
  let end = title(of: point.becomes, in: language)
  let subject = subject(point.field, point.item, cell, of: point.change, in: language)
  return language.text(
    "请核实：\(subject)\(change)。核实属实的，本件为“\(end)”。",
    "To verify: \(subject)\(change). If so, the case is “\(end)”.")
}

/// The sentence of an item that would decide an open rule, to each side.
public func sentence(
  for item: DecidingItem, cell: String, in language: Language
) -> String {
  let subject = subject(item.field, item.item, cell, of: item.passes ?? item.fails, in: language)
  let passes = item.passes.map {
    words(for: $0, in: language) + language.text("则通过", ": the rule passes")
  }
  let fails = item.fails.map {
    words(for: $0, in: language) + language.text("则不通过", ": the rule fails")
  }
  let sides = [passes, fails].compactMap(\.self).joined(separator: language.text("；", "; "))
  return subject + sides + language.text("。", ".")
}

private func subject(
  _ field: Field?, _ item: String, _ cell: String, of change: VerifiableChange?,
  in language: Language
) -> String {
  switch change {
  case .cost?, .moreMembers?, .document?: return ""
  default: break
  }
  guard let field else { return "" }
  let details = [item, cell].filter { !$0.isEmpty }
    .joined(separator: language.text("，", ", "))
  let name = name(of: field, in: language)
  return details.isEmpty
    ? language.text("「\(name)」", "“\(name)” ")
    : language.text("「\(name)」（\(details)）", "“\(name)” (\(details)) ")
}

/// The sentences of a case's turning points: its distance to the line, what would turn it, or which
/// rules stand in the way of every single change.
public func sentences(
  for turning: TurningPoints, of outcome: CaseOutcome, in language: Language,
  cell: (SourceLocation) -> String
) -> [String] {
  let distance = turning.distance.map { [words(for: $0, in: language)] } ?? []
  let points = turning.points.map { point in
    sentence(for: point, cell: point.location.map(cell) ?? "", in: language)
  }
  guard !turning.standing.isEmpty else { return distance + points }
  let rules = turning.standing.map { "“\(title(of: $0, in: language))”" }
    .joined(separator: language.listSeparator)
  let standing = language.text(
    "没有任何单项变化足以使本件符合条件；尚有 \(rules) 未满足。",
    "No single change alone would make the case eligible; these rules stand in the way: \(rules).")
  return distance + points + [standing]
}

/// The distance to the line, exactly: in fen of the window, and per person and month.
func words(for distance: LineDistance, in language: Language) -> String {
  let figures = ShownFigures(language: language)
  let months =
    distance.personMonths.lowerBound == distance.personMonths.upperBound
    ? "\(distance.personMonths.lowerBound)"
    : "\(distance.personMonths.lowerBound)–\(distance.personMonths.upperBound)"
  let exact = "(\(fen(distance.excess, figures))) ÷ \(months)"
  let share = figures.yuan(distance.perPersonMonth)
  return language.text(
    "与认定标准的距离：人均每月 \(share) 元（正数为高出，负数为低于）；精确值 \(exact) 分/人·月。",
    "Distance to the line: \(share) yuan per person and month (above it where positive); exactly "
      + "\(exact) fen per person-month.")
}

private func fen(_ interval: MoneyInterval, _ figures: ShownFigures) -> String {
  interval.exact.map(figures.fen)
    ?? "\(figures.fen(interval.low)) – \(figures.fen(interval.high))"
}
