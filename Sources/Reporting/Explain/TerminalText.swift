/// Lays text out in columns of a terminal, where a Chinese character takes two.
enum TerminalText {
  /// How many columns a text takes.
  static func width(_ text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + width($1) }
  }

  /// The text broken into lines of at most so many columns: between words, or between wide
  /// characters, never before a closing sign.
  static func wrapped(_ text: String, to columns: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var taken = 0
    let words = words(of: text)
    for (place, word) in words.enumerated() {
      let needed = width(word)
      // A closing sign stays with what it closes.
      let closed = words[(place + 1)...].prefix { closing.contains($0.first ?? " ") }
      let whole = needed + closed.reduce(0) { $0 + width($1) }
      if taken + whole > columns, !line.isEmpty, !closing.contains(word.first ?? " ") {
        lines.append(trimmed(line))
        (line, taken) = ("", 0)
      }
      if line.isEmpty, word.allSatisfy(\.isWhitespace) { continue }
      line += word
      taken += needed
    }
    let last = trimmed(line)
    return last.isEmpty ? lines : lines + [last]
  }

  /// The text filled up with blanks on the right to so many columns.
  static func padded(_ text: String, to columns: Int) -> String {
    text + String(repeating: " ", count: max(0, columns - width(text)))
  }

  /// Two texts, the first at the left edge and the second at the right one.
  static func spread(_ left: String, _ right: String, over columns: Int) -> String {
    let gap = max(1, columns - width(left) - width(right))
    return left + String(repeating: " ", count: gap) + right
  }

  private static let closing: Set<Character> = [
    "，", "。", "；", "：", "、", "）", "”", "」", "》", "！", "？", "〕",
  ]

  /// Pieces that are not broken: a run of narrow characters, one wide character, a blank.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var word = ""
    for character in text {
      let isWide = width(String(character)) > 1
      if isWide || character.isWhitespace {
        if !word.isEmpty { words.append(word) }
        words.append(String(character))
        word = ""
      } else {
        word.append(character)
      }
    }
    return word.isEmpty ? words : words + [word]
  }

  private static func trimmed(_ line: String) -> String {
    var line = Substring(line)
    while line.last?.isWhitespace == true { line.removeLast() }
    return String(line)
  }

  private static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x0300...0x036F, 0x200B...0x200F, 0xFE00...0xFE0F: 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE4F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      2
    default: 1
    }
  }
}
