/// A valid resident identity number (GB 11643-1999) in its 18-digit form.
///
/// A 15-digit number equals the 18-digit number it was renewed as: `19` inserted, check character
/// appended.
public struct ResidentIdentityNumber: Hashable, Codable, Sendable {
  /// The first 17 digits as one number; the check character follows from them.
  private let body: UInt64

  /// Reads 18 characters with a right check character, or 15 digits; nil for anything else.
  ///
  /// The date inside must exist. The area code is not looked up: cards bear codes that no list has.
  public init?(_ digits: String) {
    let bytes = digits.utf8Span.span
    switch bytes.count {
    case 18: self.init(eighteen: bytes)
    case 15: self.init(fifteen: bytes)
    default: return nil
    }
  }

  private init?(eighteen bytes: Span<UInt8>) {
    guard let body = decimal(bytes.extracting(0..<17)) else { return nil }
    self.body = UInt64(body)
    let last = bytes[17] == UInt8(ascii: "x") ? UInt8(ascii: "X") : bytes[17]
    guard last == checkCharacter, hasExistingBirthDate else { return nil }
  }

  private init?(fifteen bytes: Span<UInt8>) {
    guard let area = decimal(bytes.extracting(0..<6)), let rest = decimal(bytes.extracting(6..<15))
    else { return nil }
    // Sequence numbers 996 to 999 of the old form belong to people born before 1900.
    let century: Int64 = rest % 1000 >= 996 ? 18 : 19
    body = UInt64((area * 100 + century) * 1_000_000_000 + rest)
    guard hasExistingBirthDate else { return nil }
  }

  /// The check character for the first 17 digits: ISO 7064 MOD 11-2, `X` for ten.
  public var checkCharacter: UInt8 {
    var rest = body
    var sum: UInt64 = 0
    // The weights, from the last digit to the first, are the powers of two modulo eleven.
    var weight: UInt64 = 2
    for _ in 0..<17 {
      sum += rest % 10 * weight
      rest /= 10
      weight = weight * 2 % 11
    }
    let value = (12 - sum % 11) % 11
    return value == 10 ? UInt8(ascii: "X") : UInt8(ascii: "0") + UInt8(value)
  }

  private var hasExistingBirthDate: Bool { possibleBirthDate != nil }

  private var possibleBirthDate: CalendarDate? {
    let date = Int(body / 1000 % 100_000_000)
    return CalendarDate(year: date / 10_000, month: date / 100 % 100, day: date % 100)
  }

  /// The date of birth written in the number.
  public var birthDate: CalendarDate {
    // Every initializer refuses a number whose date does not exist.
    possibleBirthDate ?? CalendarDate(firstOfMonth: 1, year: 1)
  }

  /// The sex written in the number: an odd sequence is male.
  public var sex: Sex { body % 2 == 1 ? .male : .female }

  /// The number as 18 characters; personal, never in a message.
  public var digits: String {
    let text = String(body)
    let padding = String(repeating: "0", count: max(0, 17 - text.count))
    return padding + text + String(UnicodeScalar(checkCharacter))
  }

  /// The number with all but area and last two characters hidden, for lists inside the office.
  public var masked: String { "\(digits.prefix(6))**********\(digits.suffix(2))" }
}

extension ResidentIdentityNumber: CustomStringConvertible {
  /// The masked form, so that a number never leaks through interpolation.
  public var description: String { masked }
}

/// What is wrong with a stated identity number.
public enum IdentityDamage: String, Codable, Sendable, CaseIterable {
  /// A spreadsheet showed it in scientific notation (`5.13221E+17`).
  case scientificNotation
  /// A spreadsheet kept 15 significant digits and wrote zeros (`513221196503151000`).
  case lostDigits
  /// A wrong number of digits.
  case wrongLength
  /// Letters or signs where digits belong.
  case wrongCharacter
  /// The check character does not follow from the digits.
  case wrongCheckCharacter
  /// The date of birth inside does not exist.
  case impossibleBirthDate
}

/// An identity number as stated: valid, or damaged with the digits that survive.
public struct IdentityStatement: Hashable, Codable, Sendable {
  /// The number, where it is valid.
  public let number: ResidentIdentityNumber?
  /// What is wrong, where it is not.
  public let damage: IdentityDamage?
  /// The leading digits that can be trusted of a number that is not valid.
  private let damagedDigits: String

  /// The leading digits that can be trusted; all 18 characters of a valid number.
  public var survivingDigits: String { number?.digits ?? damagedDigits }

  /// Makes the statement of a valid number.
  public init(_ number: ResidentIdentityNumber) {
    self.number = number
    damage = nil
    damagedDigits = ""
  }

  /// Makes the statement of a damaged number.
  public init(damage: IdentityDamage, survivingDigits: String) {
    number = nil
    self.damage = damage
    damagedDigits = survivingDigits
  }
}
