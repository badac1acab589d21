import Casework

/// Reads resident identity numbers, and recognises what spreadsheets did to them (domain.md 4.1).
///
/// A number is never parsed as a floating-point value and never repaired.
enum IdentityText {
  /// A number as stated, and whether protection signs or separators were removed around it.
  struct Reading: Equatable {
    let statement: IdentityStatement
    let wasCleaned: Bool
    let hadFifteenDigits: Bool
    /// What tells a damaged number apart: how long it is, or which letters and signs stand in it.
    var damageDetail: String?
  }

  /// What the text states; nil where it states nothing (a dash or 无).
  ///
  /// - Parameters:
  ///   - text: The cell's text.
  ///   - isNumeric: Whether the cell holds a number, of which binary floating point keeps fifteen
  ///     digits; one in eleven of the numbers it rounds passes the check all the same.
  /// - Returns: The number, valid or damaged.
  static func reading(_ text: String, isNumeric: Bool = false) -> Reading? {
    // Nearly every number is valid as it stands.
    if !isNumeric, text.utf8.count == 18, let number = ResidentIdentityNumber(text) {
      return Reading(
        statement: IdentityStatement(number), wasCleaned: false, hadFifteenDigits: false)
    }
    let narrow = TextFolding.narrow(text)
    let digits = significant(narrow)
    guard !digits.isEmpty, !["无", "-", "—", "/", "――", "——"].contains(digits) else { return nil }
    let wasCleaned = digits.uppercased() != narrow.uppercased()
    if let number = ResidentIdentityNumber(digits), !(isNumeric && looksRounded(digits)) {
      return Reading(
        statement: IdentityStatement(number), wasCleaned: wasCleaned,
        hadFifteenDigits: digits.utf8.count == 15)
    }
    let statement = damaged(digits)
    return Reading(
      statement: statement, wasCleaned: wasCleaned, hadFifteenDigits: false,
      damageDetail: detail(of: statement.damage, in: digits))
  }

  /// The length of a number, or the letters and signs in it that are neither digits nor a last X; nil
  /// where other words stand there, which may be a person's.
  private static func detail(of damage: IdentityDamage?, in digits: String) -> String? {
    switch damage {
    case .wrongLength: return "\(digits.unicodeScalars.count)"
    case .wrongCharacter:
      guard digits.utf8.contains(where: isASCIIDigit), digits.utf8.allSatisfy({ $0 < 0x80 })
      else { return nil }
      let body = digits.utf8.last.map(isLastCharacter) == true ? digits.dropLast() : digits[...]
      var seen: Set<Character> = []
      let strange = body.filter { !$0.isNumber && seen.insert($0).inserted }
      return strange.isEmpty || strange.count > 3
        ? nil : strange.map(String.init).joined(separator: " ")
    default: return nil
    }
  }

  /// The text without `="…"`, apostrophes, blanks and separators between digits.
  private static func significant(_ narrow: String) -> String {
    var kept = narrow.unicodeScalars.filter {
      !TextFolding.isBlank($0) && !"'’‘`\"=".unicodeScalars.contains($0)
    }
    let holdsExponent = kept.contains("e") || kept.contains("E")
    if !holdsExponent { kept = kept.filter { $0 != "-" && $0 != "—" && $0 != "·" } }
    return String(kept)
  }

  private static func damaged(_ digits: String) -> IdentityStatement {
    if let surviving = scientificDigits(digits) {
      return IdentityStatement(damage: .scientificNotation, survivingDigits: surviving)
    }
    let bytes = Array(digits.utf8)
    let numeric = bytes.prefix { isASCIIDigit($0) }
    guard numeric.count >= bytes.count - 1, bytes.last.map(isLastCharacter) ?? false,
      bytes.count != 15 || numeric.count == 15
    else {
      return IdentityStatement(damage: .wrongCharacter, survivingDigits: text(numeric))
    }
    guard bytes.count == 18 || bytes.count == 15 else {
      return IdentityStatement(damage: .wrongLength, survivingDigits: "")
    }
    if bytes.count == 15 || !hasExistingDate(bytes) {
      return IdentityStatement(damage: .impossibleBirthDate, survivingDigits: "")
    }
    if looksRounded(digits) {
      return IdentityStatement(damage: .lostDigits, survivingDigits: text(bytes.prefix(15)))
    }
    return IdentityStatement(damage: .wrongCheckCharacter, survivingDigits: text(bytes.prefix(17)))
  }

  /// The digits that survive in `5.13221E+17`: the area, and what follows it.
  ///
  /// LibreOffice drops a trailing zero of the mantissa, so that fourteen digits stand for fifteen.
  /// The last digit of a shorter mantissa is rounded, save that of the area: the century behind it
  /// begins with 1 or 2. Of a fifteen-digit number nothing can be trusted.
  private static func scientificDigits(_ text: String) -> String? {
    let parts = text.uppercased().split(separator: "E", omittingEmptySubsequences: false)
    guard parts.count == 2, let power = Int(parts[1].filter { $0 != "+" }),
      (14...17).contains(power)
    else { return nil }
    let mantissa = parts[0].filter { $0 != "." }
    guard !mantissa.isEmpty, mantissa.utf8.allSatisfy(isASCIIDigit) else { return nil }
    guard power == 17 else { return "" }
    switch mantissa.count {
    case ...6: return mantissa
    case 7...13: return String(mantissa.dropLast())
    default: return String((mantissa + "0").prefix(15))
    }
  }

  private static func hasExistingDate(_ bytes: [UInt8]) -> Bool {
    let digits = bytes[6..<14].map { Int($0) - 0x30 }
    let date = digits.reduce(0) { $0 * 10 + $1 }
    return CalendarDate(year: date / 10_000, month: date / 100 % 100, day: date % 100) != nil
  }

  /// Whether eighteen digits look like a number that a spreadsheet rounded: zeros behind fifteen
  /// significant digits, or the nearest value that binary floating point can hold.
  private static func looksRounded(_ digits: String) -> Bool {
    if digits.hasSuffix("000") { return true }
    guard let number = UInt64(digits) else { return false }
    // Of its 64 bits a number in binary floating point has 53.
    let spacing = UInt64(1) << UInt64(max(0, 11 - number.leadingZeroBitCount))
    return number % spacing == 0
  }

  private static func isLastCharacter(_ byte: UInt8) -> Bool {
    isASCIIDigit(byte) || byte == UInt8(ascii: "X") || byte == UInt8(ascii: "x")
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }
}
