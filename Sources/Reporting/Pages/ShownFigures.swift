import Casework

/// Figures and values as pages show them.
struct ShownFigures: Sendable {
  /// The reader's language.
  let language: Language

  /// Yuan with two decimals and grouped thousands, such as `12,500.00`; a real minus sign.
  func yuan(_ amount: Money) -> String {
    let digits = String(amount.fen.magnitude / 100)
    let rest = amount.fen.magnitude % 100
    return (amount.fen < 0 ? "−" : "") + grouped(digits) + (rest < 10 ? ".0" : ".") + "\(rest)"
  }

  /// An amount, or both bounds of one that is not exactly known.
  func yuan(_ interval: MoneyInterval) -> String {
    interval.exact.map(yuan) ?? "\(yuan(interval.low)) – \(yuan(interval.high))"
  }

  /// An amount as a term of a formula: in brackets where it has two bounds or is negative.
  func term(_ interval: MoneyInterval) -> String {
    guard let amount = interval.exact, amount >= .zero else { return "(\(yuan(interval)))" }
    return yuan(amount)
  }

  /// A count as a term of a formula.
  func term(_ range: ClosedRange<Int>) -> String {
    range.lowerBound == range.upperBound ? count(range) : "(\(count(range)))"
  }

  /// Whole fen with grouped thousands.
  func fen(_ amount: Money) -> String {
    (amount.fen < 0 ? "−" : "") + grouped(String(amount.fen.magnitude))
  }

  /// A count with grouped thousands; a real minus sign.
  func grouped(_ count: Int) -> String {
    (count < 0 ? "−" : "") + grouped(String(count.magnitude))
  }

  /// An amount in ten thousand yuan with two decimals, rounded half away from zero: for charts.
  func tenThousandYuan(_ amount: Money) -> String {
    yuan(amount.shownShare(of: 10_000))
  }

  /// A count, or both bounds of one that is not exactly known.
  func count(_ range: ClosedRange<Int>) -> String {
    range.lowerBound == range.upperBound
      ? "\(range.lowerBound)" : "\(range.lowerBound) – \(range.upperBound)"
  }

  /// A parsed value in full, identity numbers included: for the dossier only.
  func value(_ value: FieldValue) -> String {
    switch value {
    case .text(let text), .choice(let text): text
    case .name(let name): name.original
    case .identity(let statement): identity(statement)
    case .date(let date): date.description
    case .year(let year): String(year)
    case .money(let amount): stated(amount)
    case .count(let count): String(count)
    case .rate(let millionths): rate(millionths)
    case .flag(let flag): flag ? language.text("是", "yes") : language.text("否", "no")
    }
  }

  private func identity(_ statement: IdentityStatement) -> String {
    statement.number?.digits
      ?? statement.survivingDigits + language.text("（号码有误）", " (damaged)")
  }

  private func stated(_ stated: StatedAmount) -> String {
    let unit = language.text(" 元", " yuan")
    let about = stated.precision == .about ? language.text("约 ", "about ") : ""
    let period =
      switch stated.period {
      case .month: language.text("/月", " a month")
      case .quarter: language.text("/季", " a quarter")
      case .year: language.text("/年", " a year")
      case .once, nil: ""
      }
    return about + amount(stated) + unit + period
  }

  /// What is open to one side by the bound that was written.
  private func amount(_ stated: StatedAmount) -> String {
    if stated.isOpenAbove {
      return language.text("不低于 ", "at least ") + yuan(stated.amount.low)
    }
    guard stated.precision == .atMost, stated.amount.low == .zero else {
      return yuan(stated.amount)
    }
    return language.text("不高于 ", "at most ") + yuan(stated.amount.high)
  }

  private func rate(_ millionths: Int) -> String {
    var decimals = String(millionths % 10_000 + 10_000).dropFirst()
    while decimals.hasSuffix("0") { decimals = decimals.dropLast() }
    return "\(millionths / 10_000)" + (decimals.isEmpty ? "" : ".\(decimals)") + "%"
  }

  private func grouped(_ digits: String) -> String {
    var shown = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { shown.append(",") }
      shown.append(digit)
    }
    return shown
  }
}
