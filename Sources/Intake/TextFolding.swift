public import Casework

/// Ways to make texts that mean the same compare equal.
enum TextFolding {
  /// A header without blanks, marks, brackets and their text, in simplified half-width lower case.
  static func header(_ text: String) -> String {
    if text.unicodeScalars.allSatisfy({ isFolded($0) && !isBlank($0) && !isLeftOut($0) }) {
      return text
    }
    var key = String.UnicodeScalarView()
    var depth = 0
    for scalar in text.unicodeScalars.lazy.map(narrowed) {
      switch scalar {
      case "(", "[", "【", "〔", "{", "（": depth += 1
      case ")", "]", "】", "〕", "}", "）": depth = max(0, depth - 1)
      case _ where depth > 0 || isBlank(scalar) || isMark(scalar): continue
      default: key.append(folded(scalar))
      }
    }
    return String(key)
  }

  /// A folded header without the mark of a footnote behind it, such as 姓名①; nil where there is none.
  static func withoutFootnote(_ key: String) -> String? {
    let isMark = { (scalar: Unicode.Scalar) in
      (0x2460...0x2473).contains(scalar.value) || "¹²³⁴⁵⁶⁷⁸⁹".unicodeScalars.contains(scalar)
    }
    guard let last = key.unicodeScalars.last, isMark(last) else { return nil }
    let bare = String(String.UnicodeScalarView(key.unicodeScalars.dropLast()))
    return bare.isEmpty ? nil : bare
  }

  /// A name without blanks and dots, in simplified half-width lower case (domain.md 4.6).
  static func name(_ text: String) -> String {
    fold(text) { !isBlank($0) && !isNameDot($0) }
  }

  /// A word without blanks, in simplified half-width lower case.
  static func word(_ text: String) -> String { fold(text) { !isBlank($0) } }

  /// A word as ``word(_:)``, in which a blank between two digits stays visible as a comma and a line
  /// break as a semicolon, so that `3 860` groups thousands and `3860 4000` stays two numbers.
  static func figures(_ text: String) -> String {
    if text.unicodeScalars.allSatisfy({ isFolded($0) && !isBlank($0) }) { return text }
    var key = String.UnicodeScalarView()
    var gap: Unicode.Scalar?
    for scalar in text.unicodeScalars.lazy.map(narrowed) {
      if isBlank(scalar) {
        if breaksLine(scalar) { gap = ";" } else if !isInvisible(scalar) { gap = gap ?? "," }
        continue
      }
      if let gap, scalar.isDigit, key.last?.isDigit ?? false { key.append(gap) }
      gap = nil
      key.append(folded(scalar))
    }
    return String(key)
  }

  /// The text with full-width letters, digits and signs narrowed and outer white space removed.
  static func narrow(_ text: String) -> String {
    if text.unicodeScalars.allSatisfy({ narrowed($0) == $0 }) { return trimmed(text) }
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: text.unicodeScalars.lazy.map(narrowed))
    return trimmed(String(scalars))
  }

  /// The text without white space at its ends, ideographic blanks included.
  static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    if let first = scalars.first, let last = scalars.last, !isBlank(first), !isBlank(last) {
      return text
    }
    guard let start = scalars.firstIndex(where: { !isBlank($0) }),
      let end = scalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(scalars[start...end])
  }

  private static func fold(_ text: String, keeping: (Unicode.Scalar) -> Bool) -> String {
    if text.unicodeScalars.allSatisfy({ isFolded($0) && keeping($0) }) { return text }
    var key = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.lazy.map(narrowed) where keeping(scalar) {
      key.append(folded(scalar))
    }
    return String(key)
  }

  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar.isASCII {
      let isUpper = (0x41...0x5A).contains(scalar.value)
      return isUpper ? Unicode.Scalar(UInt8(scalar.value) + 0x20) : scalar
    }
    return TraditionalCharacters.simplified(scalar)
  }

  /// Whether folding leaves a character as it is; nearly every text is made of such characters only
  /// and is its own folded form.
  private static func isFolded(_ scalar: Unicode.Scalar) -> Bool {
    folded(narrowed(scalar)) == scalar
  }

  /// The half-width form of a full-width character (U+FF01 to U+FF5E).
  static func narrowed(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(UInt8(scalar.value - 0xFEE0))
    case 0xFFE5: "¥"
    default: scalar
    }
  }

  /// Whether a character is white space or has no width; both separate or hide nothing.
  static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x2064,
      0x3000, 0xFEFF:
      true
    default: false
    }
  }

  private static func breaksLine(_ scalar: Unicode.Scalar) -> Bool {
    (0x09...0x0D).contains(scalar.value) || [0x85, 0x2028, 0x2029].contains(scalar.value)
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    (0x200B...0x200F).contains(scalar.value) || (0x2060...0x2064).contains(scalar.value)
      || scalar.value == 0xFEFF
  }

  /// Whether a header loses the character: a bracket or a mark.
  private static func isLeftOut(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "(", "[", "【", "〔", "{", "（", ")", "]", "】", "〕", "}", "）": true
    default: isMark(scalar)
    }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "*", "﹡", "★", "☆", "※", ":", "：", "'", "\"", "“", "”", "、", ".", "。": true
    default: false
    }
  }

  /// The dots that stand between the parts of a name; U+00B7 is the official one.
  private static func isNameDot(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xB7, 0x2022, 0x30FB, 0x2027, 0x22C5, 0x2E, 0x3002, 0xFF65, 0x0387, 0x318D, 0x2024,
      0x25CF, 0xFE52:
      true
    default: false
    }
  }
}

extension PersonName {
  /// Makes a name as written, with its folded form.
  public init(written text: String) {
    self.init(original: TextFolding.trimmed(text), folded: TextFolding.name(text))
  }
}
