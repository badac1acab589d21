import Casework
import Tabular

/// The header of one column: its texts from the group down to the leaf.
struct HeaderLabel: Sendable, Equatable {
  /// The column, counted from 0.
  let column: Int
  /// The texts from the top row to the leaf, blank ones left out.
  let parts: [String]
  /// The folded whole header.
  let joinedKey: String
  /// The folded last part.
  let leafKey: String
  /// The folded first part of a header with more than one row; empty otherwise.
  let groupKey: String

  init(column: Int, parts: [String]) {
    self.column = column
    self.parts = parts
    let keys = parts.map(TextFolding.header)
    joinedKey = keys.joined(separator: "/")
    leafKey = keys.last ?? ""
    groupKey = keys.count > 1 ? keys[0] : ""
  }

  /// The whole header as people say it, such as `家庭收入/工资性收入`.
  var joined: String { parts.joined(separator: "/") }

  /// What the header says its amounts are counted in: the leaf first, then the group.
  var scale: AmountScale {
    parts.reversed().reduce(.unsaid) { $0.completed(by: UnitPhrase.scale(ofHeader: $1)) }
  }
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
    let words = TextFolding.word(phrase)
    var scale = AmountScale(yuanPower: power(in: words))
    if scale.yuanPower != nil
      || ["月", "年", "季", "/月", "/年", "每月", "每年", "月度", "年度", "季度"].contains(words)
    {
      scale.period = period(in: words)
    }
    return scale
  }

  private static func power(in words: String) -> Int? {
    let units = [
      ("百万元", 6), ("十万元", 5), ("万元", 4), ("千元", 3), ("百元", 2), ("元", 0), ("角", -1), ("分", -2),
    ]
    let stripped = words.replacing("人民币", with: "").replacing("金额", with: "").replacing(
      "单位:", with: ""
    )
    .replacing("单位", with: "").replacing("均为", with: "").replacing("以", with: "").replacing(
      "计", with: "")
    return units.first {
      stripped == $0.0 || stripped.hasPrefix($0.0 + "/") || stripped.hasPrefix($0.0 + "每")
    }?.1
  }

  /// The only period that a text names; 年月 and 月度年度 name none.
  static func period(in text: String) -> Period? {
    let named = [("月", Period.month), ("季", .quarter), ("年", .year)].filter {
      text.contains($0.0)
    }
    return named.count == 1 ? named[0].1 : nil
  }

  /// The scale of a unit line such as `填报单位:州水务局  单位:元/月  填报日期:2015年10月`.
  static func scale(ofUnitLine text: String) -> AmountScale {
    let words = TextFolding.narrow(text)
    var rest = words[...]
    while let label = rest.firstRange(of: "单位") {
      let behind = rest[label.upperBound...].drop { $0 == ":" || $0 == "为" || $0.isWhitespace }
      let phrase = behind.prefix { !$0.isWhitespace && !"填,，;；)）".contains($0) }
      let scale = scale(of: String(phrase))
      if scale != .unsaid { return scale }
      rest = rest[label.upperBound...]
    }
    return .unsaid
  }
}
