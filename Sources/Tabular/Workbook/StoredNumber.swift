/// Writes the numbers that workbooks store in binary floating point: as decimals, as days, as times.
enum StoredNumber {
  private static let millisecondsOfDay = 86_400_000
  /// Days from the first of January 1970 back to 30 December 1899, which a workbook counts as 0.
  private static let dayZero = -25_569
  private static let daysBetweenSystems = 1_462
  /// The last day of 9999, and the most days a stretch of hours may have.
  private static let lastDay = 2_958_465

  /// The text of a stored number without the noise of floating point: `0.1` for the
  /// `0.10000000000000001` that programs write, to be sure to read the same number again.
  ///
  /// Whole numbers and short ones are right as they stand. nil: nothing to change.
  static func shortened(_ text: Span<UInt8>) -> String? {
    var digits = 0
    var isWhole = true
    for index in text.indices {
      switch text[index] {
      case 0x30 where digits == 0: break
      case 0x30...0x39: digits += 1
      case UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"): isWhole = false
      case UInt8(ascii: "+"), UInt8(ascii: "-"): break
      default: return nil
      }
    }
    guard digits > 15, !isWhole, let number = value(text), number.isFinite else { return nil }
    return decimal(number)
  }

  /// The number that a text states.
  static func value(_ text: Span<UInt8>) -> Double? {
    Double(text.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) })
  }

  /// The shortest text that stands for a number, with an exponent only for very large and very
  /// small ones.
  static func decimal(_ number: Double) -> String {
    if let whole = Int(exactly: number), whole.magnitude < 1_000_000_000_000_000 {
      return "\(whole)"
    }
    return "\(number)".uppercased()
  }

  /// The day, time or stretch of hours that a number stands for, in ISO 8601; nil if it is none.
  static func moment(_ number: Double, as format: NumberFormat, from1904: Bool) -> String? {
    guard number >= 0, number < Double(lastDay + 1) else { return nil }
    var day = Int(number)
    var milliseconds = Int(((number - Double(day)) * Double(millisecondsOfDay)).rounded())
    if milliseconds == millisecondsOfDay {
      day += 1
      milliseconds = 0
    }
    if format == .time { return clock(milliseconds + day * millisecondsOfDay) }
    if day == 0, !from1904 { return milliseconds > 0 ? clock(milliseconds) : nil }
    guard let date = date(day, from1904: from1904) else { return nil }
    return milliseconds == 0 ? date : date + "T" + clock(milliseconds)
  }

  /// Workbooks count a 29 February 1900, which never was, so days before it are one off.
  private static func date(_ day: Int, from1904: Bool) -> String? {
    if from1904 { return isoDate(daysSince1970: day + daysBetweenSystems + dayZero) }
    guard day != 60 else { return nil }
    return isoDate(daysSince1970: day + dayZero + (day < 60 ? 1 : 0))
  }

  /// The proleptic Gregorian date, by the algorithm of Howard Hinnant's `civil_from_days`.
  private static func isoDate(daysSince1970 days: Int) -> String {
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2)
  }

  /// `HH:MM:SS`, with thousandths where there are some; hours may exceed a day.
  static func clock(_ milliseconds: Int) -> String {
    let seconds = milliseconds / 1_000
    let text =
      padded(seconds / 3_600, 2) + ":" + padded(seconds / 60 % 60, 2) + ":"
      + padded(seconds % 60, 2)
    let rest = milliseconds % 1_000
    return rest == 0 ? text : text + "." + padded(rest, 3)
  }

  /// The same for an ISO duration of hours, minutes and seconds, such as `PT10H30M15.25S`.
  static func clock(ofDuration text: Span<UInt8>) -> String? {
    guard text.count > 2, text.count < 64, text[0] == UInt8(ascii: "P"),
      text[1] == UInt8(ascii: "T")
    else { return nil }
    var milliseconds = 0
    var value = 0
    var scale: Int?
    for index in 2..<text.count {
      switch text[index] {
      case 0x30...0x39:
        let digit = Int(text[index] - 0x30)
        value = scale.map { value + digit * $0 } ?? min(value * 10 + digit * 1_000, 1 << 40)
        scale = scale.map { $0 / 10 }
      case UInt8(ascii: "."), UInt8(ascii: ","): scale = 100
      case UInt8(ascii: "H"): (milliseconds, value) = (milliseconds + value * 3_600, 0)
      case UInt8(ascii: "M"): (milliseconds, value) = (milliseconds + value * 60, 0)
      case UInt8(ascii: "S"): (milliseconds, value) = (milliseconds + value, 0)
      default: return nil
      }
    }
    return value == 0 ? clock(milliseconds) : nil
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = "\(number)"
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
