import Casework

/// What a bare number is counted in, where its cell does not say: from header, sheet and field.
struct AmountScale: Sendable, Equatable {
  /// The power of ten of one unit in yuan: 0 for 元, 4 for 万元.
  var yuanPower: Int?
  /// The span of time one figure is for.
  var period: Period?

  static let unsaid = AmountScale()

  /// This scale, completed by what another says where this one does not.
  func completed(by other: AmountScale) -> AmountScale {
    AmountScale(yuanPower: yuanPower ?? other.yuanPower, period: period ?? other.period)
  }
}

/// Reads amounts as offices write them: `4,512.50`, `0.38万元`, `3860元/月`, `约3000`, `壹万贰仟元整`
/// (domain.md 4.4).
///
/// Exact: every digit is kept, and a part of a fen makes an interval of one fen.
enum MoneyText {
  /// The largest amount taken for meant: ten thousand million yuan.
  private static let largest = Int64(1_000_000_000_000)

  /// The amount, or nil where the text is none.
  static func amount(_ text: String, scale: AmountScale) -> StatedAmount? {
    if let plain = plainAmount(text, scale: scale) { return plain }
    var words = Array(TextFolding.figures(text).unicodeScalars)
    if isWrittenNothing(words) { return StatedAmount(.zero, per: scale.period) }
    // Digits alone have no words around them to be taken off.
    let hasWords = !words.allSatisfy { $0.isDigit || $0 == "." || $0 == "," }
    if hasWords { joinThousands(in: &words) }
    var statedPeriod = hasWords ? takePeriod(from: &words) : nil
    var precision = hasWords && takeApproximation(from: &words) ? Precision.about : .exact
    let limit = hasWords ? takeLimit(from: &words) : nil
    if hasWords, statedPeriod == nil { statedPeriod = takePeriod(from: &words) }
    let period = statedPeriod ?? scale.period
    guard let bounds = bounds(of: words, scale: scale) else { return nil }
    if let limit {
      guard bounds.precision == .exact, bounds.amount.low >= .zero else { return nil }
      let open =
        limit == .atLeast
        ? MoneyInterval(bounds.amount.low, StatedAmount.openBound)
        : MoneyInterval(.zero, bounds.amount.high)
      return StatedAmount(open, per: period, precision: limit)
    }
    if precision == .exact { precision = bounds.precision }
    guard abs(bounds.amount.low.fen) <= largest * 100, abs(bounds.amount.high.fen) <= largest * 100
    else { return nil }
    return StatedAmount(bounds.amount, per: period, precision: precision)
  }

  /// The commonest form, digits with at most two decimals, without further ado.
  private static func plainAmount(_ text: String, scale: AmountScale) -> StatedAmount? {
    guard scale.yuanPower ?? 0 == 0, let money = Money(decimalYuan: text), money.fen >= 0,
      money.fen <= largest * 100
    else { return nil }
    return StatedAmount(MoneyInterval(exactly: money), per: scale.period)
  }

  /// A written 0, “—”, “/” or 无 is zero (contract §2).
  private static func isWrittenNothing(_ words: [Unicode.Scalar]) -> Bool {
    guard (1...3).contains(words.count) else { return false }
    if words.allSatisfy("-—–―─−".unicodeScalars.contains) { return true }
    return ["/", "//", "无", "零", "没有", "零元", "零元整"].contains(String(words))
  }

  private static func takePeriod(from words: inout [Unicode.Scalar]) -> Period? {
    let endings: [(String, Period)] = [
      ("/月", .month), ("每月", .month), ("/年", .year), ("每年", .year), ("/季度", .quarter),
      ("/季", .quarter), ("每季", .quarter), ("/每月", .month), ("一个月", .month), ("(月)", .month),
      ("(年)", .year), ("(每月)", .month), ("(每年)", .year), ("一年", .year), ("/个月", .month),
    ]
    for (ending, period) in endings where words.ends(with: ending) {
      words.removeLast(ending.unicodeScalars.count)
      return period
    }
    let beginnings: [(String, Period)] = [
      ("每月", .month), ("月均", .month), ("月收入", .month), ("月入", .month), ("月", .month),
      ("每年", .year), ("全年", .year), ("年收入", .year), ("年入", .year), ("年均", .year),
      ("年", .year), ("每季", .quarter),
    ]
    for (beginning, period) in beginnings
    where words.starts(with: Array(beginning.unicodeScalars)) {
      words.removeFirst(beginning.unicodeScalars.count)
      return period
    }
    return nil
  }

  /// 1'234'567: an apostrophe between digits groups thousands like a comma.
  private static func joinThousands(in words: inout [Unicode.Scalar]) {
    for place in words.indices.dropFirst().dropLast()
    where "'’‘`".unicodeScalars.contains(words[place]) && words[place - 1].isDigit
      && words[place + 1].isDigit
    {
      words[place] = ","
    }
  }

  /// Takes 以上, 不足 and the like, which leave one side open.
  private static func takeLimit(from words: inout [Unicode.Scalar]) -> Precision? {
    let endings: [(String, Precision)] = [
      ("及以上", .atLeast), ("以上", .atLeast), ("及以下", .atMost), ("以下", .atMost), ("以内", .atMost),
      ("之内", .atMost),
    ]
    for (ending, limit) in endings where words.ends(with: ending) {
      words.removeLast(ending.unicodeScalars.count)
      return limit
    }
    let beginnings: [(String, Precision)] = [
      ("不低于", .atLeast), ("不少于", .atLeast), ("至少", .atLeast), ("超过", .atLeast), ("高于", .atLeast),
      ("大于", .atLeast), ("≥", .atLeast), (">=", .atLeast), (">", .atLeast), ("不超过", .atMost),
      ("不高于", .atMost), ("不足", .atMost), ("不到", .atMost), ("低于", .atMost), ("少于", .atMost),
      ("小于", .atMost), ("至多", .atMost), ("最多", .atMost), ("≤", .atMost), ("<=", .atMost),
      ("<", .atMost),
    ]
    for (beginning, limit) in beginnings
    where words.starts(with: Array(beginning.unicodeScalars)) {
      words.removeFirst(beginning.unicodeScalars.count)
      return limit
    }
    return nil
  }

  private static func takeApproximation(from words: inout [Unicode.Scalar]) -> Bool {
    for beginning in ["大约", "大概", "约", "近"]
    where words.starts(with: Array(beginning.unicodeScalars)) {
      words.removeFirst(beginning.unicodeScalars.count)
      return true
    }
    for ending in ["左右", "上下"] where words.ends(with: ending) {
      words.removeLast(ending.unicodeScalars.count)
      return true
    }
    return false
  }

  private static func bounds(
    of words: [Unicode.Scalar], scale: AmountScale
  ) -> (amount: MoneyInterval, precision: Precision)? {
    if let range = range(of: words, scale: scale) { return (range, .range) }
    guard let figure = Figure(words, defaultPower: scale.yuanPower ?? 0) else { return nil }
    return (figure.amount, figure.isLowerBound ? .atLeast : .exact)
  }

  /// Two bounds such as `3000-3500元`; the lower one takes the unit of the upper one.
  private static func range(
    of words: [Unicode.Scalar], scale: AmountScale
  ) -> MoneyInterval? {
    guard let cut = words.firstIndex(where: "-~—至到–".unicodeScalars.contains), cut > 0,
      cut + 1 < words.count,
      let high = Figure(Array(words[(cut + 1)...]), defaultPower: scale.yuanPower ?? 0),
      let low = Figure(Array(words[..<cut]), defaultPower: high.power), !high.isLowerBound,
      !low.isLowerBound, Int64(0) <= low.amount.low.fen, low.amount.low <= high.amount.high
    else { return nil }
    return MoneyInterval(low.amount.low, high.amount.high)
  }
}

extension [Unicode.Scalar] {
  fileprivate func ends(with text: String) -> Bool {
    let ending = Array(text.unicodeScalars)
    return count > ending.count && self[(count - ending.count)...].elementsEqual(ending)
  }
}

extension String {
  fileprivate init(_ scalars: [Unicode.Scalar]) {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.init(view)
  }
}

/// One written figure of money: digits or numerals with their units.
private struct Figure {
  /// The amount: one value, or the fen on both sides of a finer one, or what 余 leaves open.
  private(set) var amount: MoneyInterval
  /// The power of ten in yuan of the last unit.
  private(set) var power: Int
  /// Whether 余 or 多 says that the true amount is higher.
  private(set) var isLowerBound = false

  init?(_ words: [Unicode.Scalar], defaultPower: Int) {
    var rest = words[...]
    // A currency sign names yuan, whatever the header counts in.
    let namesYuan = rest.drop(anyOf: ["人民币", "rmb", "cny", "¥", "￥"])
    let defaultPower = namesYuan ? 0 : defaultPower
    let isNegative = rest.takeNegativeSign()
    guard let first = Part(readingFrom: &rest, unsaidPower: defaultPower) else { return nil }
    var last = first
    (power, isLowerBound) = (first.power, first.openStep != nil)
    var (low, high) = (first.low, first.high + (first.openStep ?? 0))
    while !rest.isEmpty, let part = Part(readingFrom: &rest, unsaidPower: nil) {
      guard part.completes(last) else { return nil }
      low += part.low
      high += part.high + (part.openStep ?? 0)
      (power, isLowerBound, last) = (part.power, part.openStep != nil, part)
    }
    rest.drop(anyOf: ["整", "正"])
    guard rest.isEmpty else { return nil }
    let bounds = MoneyInterval(Money(fen: low), Money(fen: high))
    amount = isNegative ? -bounds : bounds
  }
}

/// One number with its unit, such as the 3元 and the 8角 of 3元8角.
private struct Part {
  let low: Int64
  let high: Int64
  let power: Int
  /// How much more 余 or 多 can mean.
  private(set) var openStep: Int64?
  private let isWhole: Bool

  /// Reads a number and its unit off the front.
  ///
  /// `unsaidPower` is what a number without a unit is counted in; nil: it needs one.
  init?(readingFrom rest: inout ArraySlice<Unicode.Scalar>, unsaidPower: Int?) {
    guard let number = DecimalNumber(readingFrom: &rest) else { return nil }
    let opensBefore = rest.takeMore()
    let unit = rest.takeUnit()
    let opensAfter = rest.takeMore()
    let isCurrency = rest.takeCurrency()
    let unsaid = isCurrency ? 0 : number.power(unsaid: unsaidPower)
    guard let power = unit ?? unsaid, let fen = number.fen(yuanPower: power) else { return nil }
    (low, high, self.power, isWhole) = (fen.low, fen.high, power, number.decimals == 0)
    if opensBefore { openStep = number.openStep(yuanPower: power) }
    if opensAfter { openStep = DecimalNumber.one.fen(yuanPower: power)?.low }
  }

  /// Whether this part fills up a larger one: 8角 fills up 3元, but neither 3.5元 nor 15角 fit.
  func completes(_ larger: Part) -> Bool {
    guard power < larger.power, larger.isWhole, larger.openStep == nil else { return false }
    return DecimalNumber.one.fen(yuanPower: larger.power).map { high < $0.low } ?? false
  }
}

extension DecimalNumber {
  /// The power of ten in yuan of a number without a unit, in a column that counts in 10^`unsaid`.
  ///
  /// 三万 in a column of 万元 names its places itself; 三千 there can mean 三千元 or 三千万, so it is
  /// not read.
  fileprivate func power(unsaid: Int?) -> Int? {
    guard let unsaid, unsaid != 0, largestPlace >= 100 else { return unsaid }
    return largestPlace >= 10_000 ? 0 : nil
  }
}

extension ArraySlice<Unicode.Scalar> {
  @discardableResult
  fileprivate mutating func drop(anyOf words: [String]) -> Bool {
    for word in words where starts(with: word.unicodeScalars) {
      removeFirst(word.unicodeScalars.count)
      return true
    }
    return false
  }

  fileprivate mutating func takeNegativeSign() -> Bool {
    if let first, "-−负–".unicodeScalars.contains(first) {
      removeFirst()
      drop(anyOf: ["¥", "￥"])
      return true
    }
    if first == "(", last == ")" {
      removeFirst()
      removeLast()
      return true
    }
    return false
  }

  /// Takes 余 or 多, which say that the true amount is higher.
  fileprivate mutating func takeMore() -> Bool {
    guard let first, "余多".unicodeScalars.contains(first) else { return false }
    removeFirst()
    return true
  }

  fileprivate mutating func takeCurrency() -> Bool {
    guard let first, "元圆块".unicodeScalars.contains(first) else { return false }
    removeFirst()
    return true
  }

  /// Takes a unit of money; its power of ten in yuan.
  fileprivate mutating func takeUnit() -> Int? {
    let units: [(String, Int)] = [
      ("百万", 6), ("千万", 7), ("十万", 5), ("万", 4), ("w", 4), ("千", 3), ("仟", 3), ("k", 3),
      ("亿", 8), ("百", 2), ("佰", 2), ("角", -1), ("毛", -1), ("分", -2), ("元", 0), ("圆", 0),
      ("块", 0),
    ]
    for (unit, power) in units where starts(with: unit.unicodeScalars) {
      removeFirst(unit.unicodeScalars.count)
      return power
    }
    return nil
  }
}
