import Casework
import Tabular

/// The header of one column: its texts from the group down to the leaf.
struct HeaderLabel: Sendable, Hashable {
  /// The column, counted from 0.
  let column: Int
  /// What the header says.
  let words: HeaderWords

  init(column: Int, parts: [String]) {
    self.column = column
    words = HeaderWords.of(parts)
  }

  init(column: Int, words: HeaderWords) {
    self.column = column
    self.words = words
  }

  /// The folded whole header.
  var joinedKey: String { words.joinedKey }

  /// The folded last part.
  var leafKey: String { words.leafKey }

  /// The folded parts above the leaf, from the top down.
  var groupKeys: [String] { words.groupKeys }

  /// The person the groups above the leaf name.
  var role: PersonRole? { words.role }

  /// What the header says its amounts are counted in.
  var scale: AmountScale { words.scale }

  /// The whole header as people say it, such as `家庭收入/工资性收入`.
  var joined: String { words.joined }
}

/// Reads units of money and periods out of headers and unit lines: `(万元)`, `单位:元/月`.
enum UnitPhrase {
  /// The scale a header states: first what stands in brackets, then the words around them.
  static func scale(ofHeader text: String) -> AmountScale {
    let narrow = TextFolding.narrow(text)
    let bracketed = narrow.split { "(（[【".contains($0) }.dropFirst()
      .compactMap { $0.split(omittingEmptySubsequences: false) { ")）]】".contains($0) }.first }
    let inside = bracketed.map { scale(of: String($0)) }
      .reduce(AmountScale.unsaid) { $0.completed(by: $1) }
    let key = TextFolding.header(text)
    let ending: AmountScale =
      key.hasSuffix("万元")
      ? AmountScale(yuanPower: 4)
      : key.hasSuffix("千元")
        ? AmountScale(yuanPower: 3) : .unsaid
    return inside.completed(by: ending).completed(by: AmountScale(period: period(in: key)))
  }

  /// The scale that a phrase such as `单位:万元/年` states; nothing where it names no money.
  static func scale(of phrase: String) -> AmountScale {
    var words = TextFolding.word(phrase)
    for filler in ["人民币", "金额", "单位:", "单位", "均为", "以"] where words.holds(filler) {
      words = words.replacing(filler, with: "")
    }
    var scale = AmountScale(yuanPower: power(in: words))
    // A short phrase such as 按月 or 月均 is a period; a longer one, such as 不含当月, is a remark.
    if scale.yuanPower != nil || words.count <= 3 { scale.period = period(in: words) }
    return scale
  }

  /// The power of ten of the money that a list such as `万元、人` or `万元/年` counts in.
  private static func power(in words: String) -> Int? {
    let units = [
      ("百万元", 6), ("十万元", 5), ("万元", 4), ("千元", 3), ("百元", 2), ("元", 0), ("角", -1), ("分", -2),
      ("万", 4),
    ]
    for part in words.split(whereSeparator: { "、,，;；".contains($0) }) {
      guard let unit = units.first(where: { part.hasPrefix($0.0) }) else { continue }
      let behind = part.dropFirst(unit.0.count).first
      if behind.map({ "/每为计人整)）.。".contains($0) }) ?? true { return unit.1 }
    }
    return nil
  }

  /// The only period that a text names; 年月 and 月/年 name none.
  ///
  /// A number of months (近12个月) is no period, nor is a dated year where a month stands beside it
  /// (2015年家庭月收入, 上年度月均收入).
  static func period(in text: String) -> Period? {
    let all = periods(in: text)
    // Nearly every header names one period or none, and neither months nor years by number.
    guard all.count > 1 || text.holds("个月") else { return all.first }
    let undated = text.replacing(/[0-9一二三四五六七八九十]+个月/, with: "")
    let named = periods(in: undated)
    if named.count == 1 { return named[0] }
    let again = periods(in: undated.replacing(/[0-9]{2,4}年度?|年度|[上本去当]年/, with: ""))
    return again.count == 1 ? again[0] : nil
  }

  private static func periods(in text: String) -> [Period] {
    [("月", Period.month), ("季", .quarter), ("年", .year)].filter { text.holds($0.0) }.map(\.1)
  }

  /// The scale of a unit line such as `填报单位:州水务局  单位:元/月  填报日期:2015年10月`.
  ///
  /// The texts of a line are read on from cell to cell: `单位:` and `万元` can stand in two.
  static func scale(ofUnitLine texts: [String]) -> AmountScale {
    guard texts.contains(where: { ($0.holds("单") || $0.holds("單")) && $0.holds("位") }) else {
      return .unsaid
    }
    let words = texts.map { text in
      joiningUnit(TextFolding.narrow(text))
        .split { $0.unicodeScalars.allSatisfy(TextFolding.isBlank) }.map {
          TextFolding.word(String($0))
        }
        .joined(separator: ";")
    }.joined(separator: ";")
    var rest = words[...]
    while let label = rest.place(of: "单位") {
      let isName = rest[..<label.lowerBound].last.map { "报表属在送".contains($0) } ?? false
      let behind = rest[label.upperBound...].drop { ":;为(（".contains($0) }
      rest = rest[label.upperBound...]
      if isName { continue }
      let phrase = behind.prefix { !"填;)）".contains($0) }
      let scale = scale(of: String(phrase))
      if scale != .unsaid { return scale }
    }
    return .unsaid
  }

  /// 单　位, spread for looks, as the one word it is.
  private static func joiningUnit(_ narrow: String) -> String {
    let behind = narrow.split(separator: "单", omittingEmptySubsequences: false).dropFirst()
    let isSpread = behind.contains { $0.first?.isWhitespace ?? false }
    return isSpread ? narrow.replacing(/单\s+位/, with: "单位") : narrow
  }
}
