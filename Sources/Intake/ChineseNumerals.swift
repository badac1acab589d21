/// A whole number in Chinese numerals, such as 三千八百六十 or 壹拾万零伍佰 (支付结算办法, 附件一).
///
/// A digit at the end without its place (三千八, 一万五) is not read: people say it for 3800 and 15000,
/// and it is written for 3008 and 10005.
struct ChineseNumerals: Equatable {
  /// The number.
  private(set) var value = Int64(0)
  /// The largest place named, such as 10 000 for 万; 1 where only digits stand.
  private(set) var largestPlace = Int64(1)

  private var section = Int64(0)
  private var digit: Int64?
  private var lastPlace = Int64(10_000)
  private var lastSize = Int64.max
  private var followsZero = false

  /// Reads numerals off the front; nil where there are none or where they contradict themselves.
  init?(readingFrom words: inout ArraySlice<Unicode.Scalar>) {
    var taken = 0
    for scalar in words.prefix(30) {
      if let value = Self.values[scalar] {
        guard take(digit: value) else { return nil }
      } else if let place = Self.places[scalar] {
        guard take(place: place) else { return nil }
      } else if let size = Self.sizes[scalar], taken > 0 {
        guard take(size: size) else { return nil }
      } else {
        break
      }
      taken += 1
    }
    guard taken > 0, endsClearly else { return nil }
    value += section + (digit ?? 0)
    words = words.dropFirst(taken)
  }

  private mutating func take(digit next: Int64) -> Bool {
    guard digit == nil else { return false }
    if next == 0 { followsZero = true } else { digit = next }
    return true
  }

  /// 十 may stand without a digit before it at the beginning; 百 and 千 never do.
  private mutating func take(place: Int64) -> Bool {
    guard place < lastPlace, digit != nil || (place == 10 && section == 0) else { return false }
    section += (digit ?? 1) * place
    digit = nil
    lastPlace = place
    largestPlace = max(largestPlace, place)
    followsZero = false
    return true
  }

  private mutating func take(size: Int64) -> Bool {
    let counted = section + (digit ?? 0)
    guard size < lastSize, counted > 0, endsClearly else { return false }
    value += counted * size
    section = 0
    digit = nil
    lastPlace = 10_000
    lastSize = size
    largestPlace = max(largestPlace, size)
    followsZero = false
    return true
  }

  /// Whether a last digit has its place: it stands alone, behind a zero or behind ten.
  private var endsClearly: Bool {
    guard digit != nil else { return true }
    return followsZero || lastPlace == 10 || (section == 0 && value == 0)
  }

  private static let values: [Unicode.Scalar: Int64] = [
    "零": 0, "〇": 0, "○": 0, "一": 1, "壹": 1, "二": 2, "贰": 2, "两": 2, "三": 3, "叁": 3,
    "四": 4, "肆": 4, "五": 5, "伍": 5, "六": 6, "陆": 6, "七": 7, "柒": 7, "八": 8, "捌": 8,
    "九": 9, "玖": 9,
  ]
  private static let places: [Unicode.Scalar: Int64] = [
    "十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000,
  ]
  private static let sizes: [Unicode.Scalar: Int64] = ["万": 10_000, "亿": 100_000_000]
}
