/// The numbers of a date in order, digits or Chinese numerals, and the signs that follow them.
struct DateFigures {
  private(set) var numbers: [Int] = []
  /// How many characters each number was written with.
  private(set) var lengths: [Int] = []
  private(set) var signs: [Unicode.Scalar] = []

  /// Nil where something other than numbers and date signs stands in the text, or where a number
  /// is missing before another one, as in `2015年 月5日`.
  init?(_ text: Substring) {
    var run: [Unicode.Scalar] = []
    var isMissingOne = false
    for scalar in text.unicodeScalars {
      if Self.signsOfDates.contains(scalar) {
        if run.isEmpty {
          isMissingOne = true
        } else {
          guard append(run) else { return nil }
          signs.append(scalar)
          run = []
        }
      } else if isMissingOne {
        return nil
      } else {
        run.append(scalar)
      }
    }
    if !run.isEmpty { guard append(run) else { return nil } }
  }

  /// Whether 年, 月 and 日 stand in the signs' place.
  var isInWords: Bool { signs.first == "年" }

  /// Whether the signs fit each other: 年, 月, 日 in this order, or one other sign throughout.
  var areInOrder: Bool {
    guard let first = signs.first else { return true }
    guard "年月日号".unicodeScalars.contains(first) else {
      return signs.allSatisfy { $0 == first } && numbers.count >= 2
    }
    let order: [Set<Unicode.Scalar>] = [["年"], ["月"], ["日", "号"]]
    return signs.count <= 3 && zip(signs, order).allSatisfy { $1.contains($0) }
  }

  private mutating func append(_ run: [Unicode.Scalar]) -> Bool {
    guard run.count <= 9, let number = Self.digits(run) ?? Self.numerals(run) else { return false }
    numbers.append(number)
    lengths.append(run.contains(where: Self.tens.contains) ? 2 : run.count)
    return true
  }

  private static func digits(_ run: [Unicode.Scalar]) -> Int? {
    guard run.allSatisfy(\.isDigit) else { return nil }
    return run.reduce(0) { $0 * 10 + Int($1.value - 0x30) }
  }

  /// 二〇一五 digit by digit, or 二十一 with its ten; O and 0 stand for 〇 among numerals only.
  private static func numerals(_ run: [Unicode.Scalar]) -> Int? {
    guard run.contains(where: { !zeros.contains($0) }) else { return nil }
    guard run.contains(where: tens.contains) else {
      return run.reduce(Int?(0)) { sum, scalar in
        zeros.contains(scalar) ? sum.map { $0 * 10 } : join(sum, values[scalar])
      }
    }
    let counted = run.drop { zeros.contains($0) }
    let parts = counted.split(omittingEmptySubsequences: false, whereSeparator: tens.contains)
    guard parts.count == 2, parts.allSatisfy({ $0.count <= 1 }) else { return nil }
    let (before, after) = (parts[0].first, parts[1].first)
    guard let tenfold = before.map({ values[$0] }) ?? 1, let ones = after.map({ values[$0] }) ?? 0
    else { return nil }
    return tenfold * 10 + ones
  }

  private static func join(_ sum: Int?, _ digit: Int?) -> Int? {
    guard let sum, let digit else { return nil }
    return sum * 10 + digit
  }

  private static let signsOfDates: Set<Unicode.Scalar> = [
    "年", "月", "日", "号", ".", "/", "-", "—", "、", "\\", ",",
  ]

  private static let tens: Set<Unicode.Scalar> = ["十", "拾"]
  private static let zeros: Set<Unicode.Scalar> = ["0", "o", "〇", "○", "零"]

  private static let values: [Unicode.Scalar: Int] = [
    "一": 1, "壹": 1, "二": 2, "贰": 2, "三": 3, "叁": 3, "四": 4, "肆": 4, "五": 5, "伍": 5, "六": 6,
    "陆": 6, "七": 7, "柒": 7, "八": 8, "捌": 8, "九": 9, "玖": 9,
  ]
}
