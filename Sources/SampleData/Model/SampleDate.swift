/// A day of the Gregorian calendar.
struct SampleDate: Comparable, Sendable {
  let year: Int
  let month: Int
  let day: Int
  /// Days since 1970-01-01.
  let dayNumber: Int

  // Both directions after Howard Hinnant: years begin in March so that leap days come last.

  init(dayNumber: Int) {
    let shifted = dayNumber + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    year = yearOfEra + era * 400 + (marchMonth < 10 ? 0 : 1)
    self.dayNumber = dayNumber
  }

  /// The day with these parts; a day beyond the month's end runs into the next month.
  init(_ year: Int, _ month: Int, _ day: Int) {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.init(dayNumber: era * 146_097 + dayOfEra - 719_468)
  }

  static func < (left: SampleDate, right: SampleDate) -> Bool { left.dayNumber < right.dayNumber }

  static func + (date: SampleDate, days: Int) -> SampleDate {
    SampleDate(dayNumber: date.dayNumber + days)
  }

  static func - (left: SampleDate, right: SampleDate) -> Int { left.dayNumber - right.dayNumber }

  var isoText: String {
    "\(year)-\(twoDigits(month))-\(twoDigits(day))"
  }

  /// The first day of the month `months` before this date's month.
  func firstOfMonth(back months: Int) -> SampleDate {
    let count = year * 12 + month - 1 - months
    return SampleDate(count / 12, count % 12 + 1, 1)
  }

  /// The same day `years` later; 29 February moves to 1 March where the year has none.
  func adding(years: Int) -> SampleDate {
    SampleDate(year + years, month, day)
  }

  /// Completed years of age on another day.
  func age(on day: SampleDate) -> Int {
    let hadBirthday = (day.month, day.day) >= (month, self.day)
    return day.year - year - (hadBirthday ? 0 : 1)
  }
}

func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
