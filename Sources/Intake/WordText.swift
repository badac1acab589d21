import Casework

/// Reads the short words of flags, counts and rates.
///
/// A sign that some use for yes and some for no, such as ○ or ☒, is neither.
enum WordText {
  private static let yes: Set<String> = [
    "是", "有", "√", "✓", "✔", "☑", "■", "1", "y", "yes", "true", "对", "是的", "已",
    "已签章", "已盖章", "已签字盖章", "已享受", "享受", "已接受",
  ]
  private static let no: Set<String> = [
    "否", "无", "没有", "×", "✗", "✘", "x", "□", "☐", "0", "n", "no", "false", "-", "—", "/", "――",
    "——", "–", "不是", "未", "非",
    "未签章", "未盖章", "未享受", "未接受", "不存在", "无此情况", "无此情形", "无此类情况",
  ]

  /// Yes, no, or nil where the word is neither (contract §1: “—” and “/” mean no).
  static func flag(_ text: String) -> Bool? {
    // Nearly every flag is one of these two; sets of Chinese texts take ten times as long.
    let first = text.unicodeScalars.first
    if text.utf8.count == 3, first == "是" || first == "否" { return first == "是" }
    let word = TextFolding.word(text)
    if yes.contains(word) { return true }
    if no.contains(word) { return false }
    return TickedBoxes(word)?.answer
  }

  /// A whole number such as `3`, `3人` or `三口`; nil for anything else.
  static func count(_ text: String, countedIn words: [String]) -> Int? {
    var figures = TextFolding.figures(text)
    if let ending = words.first(where: figures.hasSuffix) { figures.removeLast(ending.count) }
    var rest = Array(figures.unicodeScalars)[...]
    guard let number = DecimalNumber(readingFrom: &rest), rest.isEmpty, number.decimals == 0,
      number.mantissa <= 1_000_000
    else { return nil }
    return Int(number.mantissa)
  }

  /// A percentage in millionths: `4.35%` and `0.0435` are both 43 500.
  ///
  /// A bare `4.35` is not read unless the header says `(%)`: it can mean 4.35 % and 435 %.
  static func rate(_ text: String, isPercent headerSaysPercent: Bool) -> Int? {
    var words = Array(TextFolding.figures(text).unicodeScalars)[...]
    let isPercent = words.last == "%" || headerSaysPercent
    if words.last == "%" { words.removeLast() }
    guard let number = DecimalNumber(readingFrom: &words), words.isEmpty else { return nil }
    // One hundredth of a yuan is one fen: the exact scaling to millionths is that of money.
    let millionths = number.fen(yuanPower: isPercent ? 2 : 4)
    guard let millionths, millionths.low == millionths.high,
      millionths.low < (isPercent ? 10_000_000 : 1_000_000)
    else { return nil }
    return Int(millionths.low)
  }
}

/// The words 是 and 否 with boxes, one of them ticked, as in `☑是□否` or `是(√) 否( )`.
private struct TickedBoxes {
  private var labels: [Character] = []
  /// Whether the box of each label is ticked; nil for a label without a box.
  private var boxes: [Bool?] = []

  /// Nil where boxes and words do not alternate.
  init?(_ word: String) {
    let marks = word.replacing("(√)", with: "√").replacing("()", with: "□")
    guard let first = marks.first else { return nil }
    let boxFirst = Self.box(first) != nil
    var pending: Bool?
    for character in marks {
      if let box = Self.box(character) {
        guard pending == nil, boxFirst || boxes.last == .some(nil) else { return nil }
        if boxFirst { pending = box } else { boxes[boxes.count - 1] = box }
      } else {
        labels.append(character)
        boxes.append(pending)
        pending = nil
      }
    }
    guard pending == nil else { return nil }
  }

  /// What the one ticked box says; nil where none or both are ticked, or where one of two words has
  /// no box, so that the tick can belong to either.
  var answer: Bool? {
    guard boxes.allSatisfy({ $0 != nil }), Set(labels).count == labels.count else { return nil }
    let ticked = zip(labels, boxes).filter { $0.1 == true }.map(\.0)
    switch (ticked, labels.allSatisfy("是否有无".contains)) {
    case (["是"], true), (["有"], true): return true
    case (["否"], true), (["无"], true): return false
    default: return nil
    }
  }

  private static func box(_ character: Character) -> Bool? { tickBox(character) }
}

/// Whether a sign is a box that is ticked or one that is not; nil for no box.
private func tickBox(_ character: Character) -> Bool? {
  switch character {
  case "☑", "√", "■", "✓", "✔": true
  case "□", "☐", "×", "✗", "✘": false
  default: nil
  }
}

/// Words with a box before or behind each, as in `☑疾病 □灾害` or `疾病(√) 灾害( )`.
struct TickedChoices {
  /// The words whose boxes are ticked.
  private(set) var ticked: [String] = []

  /// Nil where there are no boxes, or not one for each word.
  init?(_ text: String) {
    let marks = TextFolding.narrow(text).replacing(/\(\s*√\s*\)/, with: "√")
      .replacing(/\(\s*\)/, with: "□")
    guard let first = marks.first, marks.contains(where: { tickBox($0) != nil }) else { return nil }
    let boxFirst = tickBox(first) != nil
    var words: [(word: String, box: Bool?)] = boxFirst ? [] : [("", nil)]
    for character in marks {
      guard let box = tickBox(character) else {
        if words.isEmpty { return nil }
        words[words.count - 1].word.append(character)
        continue
      }
      if boxFirst {
        words.append(("", box))
      } else {
        words[words.count - 1].box = box
        words.append(("", nil))
      }
    }
    let separators = { (word: String) in word.filter { !"、,，;；/ \u{3000}".contains($0) } }
    let named = words.map { (word: separators($0.word), box: $0.box) }
      .filter { !$0.word.isEmpty || $0.box == true }
    guard named.count >= 2, named.allSatisfy({ $0.box != nil && !$0.word.isEmpty }) else {
      return nil
    }
    ticked = named.filter { $0.box == true }.map(\.word)
  }
}
