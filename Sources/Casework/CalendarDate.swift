/// A day of the Gregorian calendar, without a time zone, in 8 bytes: a round holds millions.
public struct CalendarDate: Hashable, Comparable, Codable, Sendable {
  private let storedYear: Int32
  private let storedMonth: UInt8
  private let storedDay: UInt8

  private enum CodingKeys: String, CodingKey {
    case storedYear = "year"
    case storedMonth = "month"
    case storedDay = "day"
  }

  /// The year, such as 2015.
  public var year: Int { Int(storedYear) }

  /// The month, 1 to 12.
  public var month: Int { Int(storedMonth) }

  /// The day of the month, 1 to 31.
  public var day: Int { Int(storedDay) }

  /// Makes a date; nil where the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      day >= 1, day <= CalendarDate.dayCount(ofMonth: month, year: year)
    else { return nil }
    self.init(uncheckedYear: year, month: month, day: day)
  }

  private init(uncheckedYear year: Int, month: Int, day: Int) {
    storedYear = Int32(year)
    storedMonth = UInt8(month)
    storedDay = UInt8(day)
  }

  /// The first day of a month; months outside 1 to 12 carry into the years.
  public init(firstOfMonth month: Int, year: Int) {
    let index = year * 12 + month - 1
    self.init(
      uncheckedYear: index.flooredDivision(by: 12), month: index.flooredRemainder(by: 12) + 1,
      day: 1)
  }

  /// The number of days of a month.
  public static func dayCount(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Whether one day is before another.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  /// Days since 0000-03-01 of the proleptic calendar, for differences between dates.
  public var dayNumber: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let shiftedMonth = (month + 9) % 12
    return shiftedYear * 365 + shiftedYear / 4 - shiftedYear / 100 + shiftedYear / 400
      + (shiftedMonth * 153 + 2) / 5 + day - 1
  }

  /// The date `days` later; the inverse of differences of `dayNumber`.
  public func adding(days: Int) -> CalendarDate {
    CalendarDate(dayNumber: dayNumber + days)
  }

  private init(dayNumber: Int) {
    let era = dayNumber.flooredDivision(by: 146_097)
    let dayOfEra = dayNumber - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    self.init(
      uncheckedYear: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// The same day `months` later, or the month's last day where there is none.
  public func adding(months: Int) -> CalendarDate {
    let first = CalendarDate(firstOfMonth: month + months, year: year)
    let last = CalendarDate.dayCount(ofMonth: first.month, year: first.year)
    return CalendarDate(uncheckedYear: first.year, month: first.month, day: min(day, last))
  }

  /// Completed years from a birth on this day to `date`.
  public func age(on date: CalendarDate) -> Int {
    date.year - year - ((date.month, date.day) < (month, day) ? 1 : 0)
  }
}

extension CalendarDate: CustomStringConvertible {
  /// The ISO 8601 form, such as `2015-03-05`.
  public var description: String {
    "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }

  /// Reads exactly the ISO 8601 form `yyyy-mm-dd`.
  public init?(iso text: String) {
    let bytes = text.utf8Span.span
    let dash = UInt8(ascii: "-")
    guard bytes.count == 10, bytes[4] == dash, bytes[7] == dash,
      let year = decimal(bytes.extracting(0..<4)), let month = decimal(bytes.extracting(5..<7)),
      let day = decimal(bytes.extracting(8..<10))
    else { return nil }
    self.init(year: Int(year), month: Int(month), day: Int(day))
  }
}

extension Int {
  fileprivate func flooredDivision(by divisor: Int) -> Int {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }

  fileprivate func flooredRemainder(by divisor: Int) -> Int {
    self - flooredDivision(by: divisor) * divisor
  }
}

/// A date as stated: a whole day, or only a month or a year.
public struct StatedDate: Hashable, Codable, Sendable {
  /// The first day that the statement can mean.
  public let earliest: CalendarDate
  /// The last day that the statement can mean.
  public let latest: CalendarDate

  /// Makes the statement of one day.
  public init(_ day: CalendarDate) {
    earliest = day
    latest = day
  }

  /// Makes the statement of a month (`1979.6`); nil where there is no such month.
  public init?(year: Int, month: Int) {
    guard let first = CalendarDate(year: year, month: month, day: 1) else { return nil }
    earliest = first
    latest = first.adding(days: CalendarDate.dayCount(ofMonth: month, year: year) - 1)
  }

  /// Makes the statement of a year; nil outside years 1 to 9999.
  public init?(year: Int) {
    guard let first = CalendarDate(year: year, month: 1, day: 1),
      let last = CalendarDate(year: year, month: 12, day: 31)
    else { return nil }
    earliest = first
    latest = last
  }

  /// The day, where a whole day was stated.
  public var day: CalendarDate? { earliest == latest ? earliest : nil }

  /// Whether `date` can be the stated date.
  public func admits(_ date: CalendarDate) -> Bool { earliest <= date && date <= latest }

  /// Whether both statements can mean one day.
  public func agrees(with other: StatedDate) -> Bool {
    earliest <= other.latest && other.earliest <= latest
  }
}

extension StatedDate: CustomStringConvertible {
  /// `2015-03-05`, `2015-03` or `2015`, as exactly as it was stated.
  public var description: String {
    if let day { return day.description }
    let month = earliest.description.dropLast(3)
    return earliest.month == latest.month ? String(month) : String(month.dropLast(3))
  }
}
