import Casework

/// Reads the short words of flags, counts and rates.
enum WordText {
  private static let yes: Set<String> = [
    "是", "有", "√", "✓", "✔", "☑", "■", "●", "1", "y", "yes", "true", "对", "是的", "已", "r",
  ]
  private static let no: Set<String> = [
    "否", "无", "没有", "×", "✗", "✘", "x", "☒", "□", "☐", "0", "n", "no", "false", "-", "—", "/", "――",
    "——", "–", "不是", "未", "非", "○",
  ]

  /// Yes, no, or nil where the word is neither (contract §1: “—” and “/” mean no).
  static func flag(_ text: String) -> Bool? {
    let word = TextFolding.word(text)
    if yes.contains(word) { return true }
    if no.contains(word) { return false }
    return boxes(word)
  }

  /// Two boxes with one of them ticked, as in `☑是□否`.
  private static func boxes(_ word: String) -> Bool? {
    let ticks: Set<Character> = ["☑", "√", "■", "✓", "✔"]
    var ticked: [Character] = []
    var isTicked = false
    for character in word {
      if ticks.contains(character) {
        isTicked = true
      } else if character == "□" || character == "☐" {
        isTicked = false
      } else if isTicked {
        ticked.append(character)
        isTicked = false
      }
    }
    guard ticked.count == 1 else { return nil }
    return ticked == ["是"] || ticked == ["有"]
      ? true : ticked == ["否"] || ticked == ["无"] ? false : nil
  }

  /// A whole number such as `3`, `3人` or `三口`; nil for anything else.
  static func count(_ text: String) -> Int? {
    var words = Array(TextFolding.figures(text).unicodeScalars)[...]
    if let last = words.last, "人口个名年月次户".unicodeScalars.contains(last) { words.removeLast() }
    guard let number = DecimalNumber(readingFrom: &words), words.isEmpty, number.decimals == 0,
      number.mantissa <= 1_000_000
    else { return nil }
    return Int(number.mantissa)
  }

  /// A percentage in millionths: `4.35%` and `0.0435` are both 43 500.
  static func rate(_ text: String) -> Int? {
    var words = Array(TextFolding.figures(text).unicodeScalars)[...]
    let isPercent = words.last == "%"
    if isPercent { words.removeLast() }
    guard let number = DecimalNumber(readingFrom: &words), words.isEmpty else { return nil }
    // One hundredth of a yuan is one fen: the exact scaling to millionths is that of money.
    let millionths = number.fen(yuanPower: isPercent ? 2 : 4)
    guard let millionths, millionths.low == millionths.high, millionths.low <= 10_000_000 else {
      return nil
    }
    return Int(millionths.low)
  }
}
