import Casework

/// Reads dates as offices write them (domain.md 4.4): a day, a month or a year.
enum DateText {
  /// What a text says, or why it says nothing.
  enum Reading: Equatable {
    /// A date in an unmistakable form.
    case date(StatedDate)
    /// A date in a form that left something to a convention, named for the finding.
    case conventional(StatedDate, Convention)
    /// A form of a date that no calendar has, such as 2015-02-30.
    case impossible
    /// Two readings are possible, such as 3/5/2015.
    case ambiguous
    /// No date at all.
    case unreadable
    /// The pattern of a blank form, `年 月 日`, with nothing entered.
    case blank
  }

  /// The convention that a date was read by.
  enum Convention: String {
    /// 15-3-5: the century follows from the pivot year 1930.
    case shortYear = "两位年份"
    /// 02/29/1988: month first.
    case monthFirst = "月/日/年"
    /// 29/02/1988: day first.
    case dayFirst = "日/月/年"
    /// 32202: days since 1899-12-30.
    case serialNumber = "表格序列号"
    /// 1979.1: January, though a spreadsheet shows October, 1979.10, in the same way.
    case lostZero = "也可能是10月"
  }

  /// Reads a text that is not empty.
  ///
  /// - Parameters:
  ///   - text: The cell's text.
  ///   - order: The order of month and day that the cell's column proves, for 03/05/2015.
  /// - Returns: The date, or why there is none.
  static func reading(_ text: String, order: Convention? = nil) -> Reading {
    if text.utf8.count == 10, let day = CalendarDate(iso: text), isPlausible(day.year) {
      return .date(StatedDate(day))
    }
    let words = TextFolding.figures(text)
    guard words.contains(where: { !"年月日".contains($0) }) else { return .blank }
    guard let figures = DateFigures(withoutTime(words)), figures.areInOrder else {
      return .unreadable
    }
    switch figures.numbers.count {
    case 1: return single(figures)
    case 2: return yearAndMonth(figures)
    case 3: return full(figures, order: order)
    default: return .unreadable
    }
  }

  /// The text before a time of day: `1988-02-29T00:00:00.000`, `2015/3/5 0:00`, `2015年3月5日 8:30`.
  ///
  /// In ``TextFolding/figures(_:)`` the blank before the hour is a comma.
  private static func withoutTime(_ words: String) -> Substring {
    guard let colon = words.firstIndex(of: ":") else { return words[...] }
    let hour = words[..<colon].reversed().prefix { $0.isNumber }.count
    let date = words[..<colon].dropLast(hour)
    guard (1...2).contains(hour), let sign = date.last, "t,日号".contains(sign) else {
      return words[...]
    }
    return sign == "t" || sign == "," ? date.dropLast() : date
  }

  private static func single(_ figures: DateFigures) -> Reading {
    let number = figures.numbers[0]
    switch (figures.lengths[0], figures.signs.isEmpty) {
    case (8, true): return checked(number / 10_000, number / 100 % 100, number % 100)
    case (6, true): return checkedMonth(number / 100, number % 100)
    case (5, true): return serial(number)
    case (4, _):
      guard isPlausible(number), let year = StatedDate(year: number) else { return .unreadable }
      return .date(year)
    default: return .unreadable
    }
  }

  /// A day of the 1900 system, whose day 60 is the 29 February that never was.
  private static func serial(_ number: Int) -> Reading {
    guard (10_000...60_000).contains(number), let base = CalendarDate(iso: "1899-12-30") else {
      return .unreadable
    }
    // 20153 is a day of 1955 or the month 2015.3 without its point.
    if (1900...2099).contains(number / 10), number % 10 != 0 { return .ambiguous }
    return .conventional(StatedDate(base.adding(days: number)), .serialNumber)
  }

  private static func yearAndMonth(_ figures: DateFigures) -> Reading {
    let (year, month) = (figures.numbers[0], figures.numbers[1])
    guard figures.lengths[1] <= 2 else { return .unreadable }
    switch figures.lengths[0] {
    case 4:
      guard case .date(let date) = checkedMonth(year, month), figures.signs == ["."],
        month == 1, figures.lengths[1] == 1
      else { return checkedMonth(year, month) }
      return .conventional(date, .lostZero)
    case 2:
      return StatedDate(year: fullYear(year), month: month)
        .map { .conventional($0, .shortYear) } ?? .impossible
    default: return .unreadable
    }
  }

  private static func full(_ figures: DateFigures, order: Convention?) -> Reading {
    let (first, second, third) = (figures.numbers[0], figures.numbers[1], figures.numbers[2])
    switch (figures.lengths[0], figures.lengths[1], figures.lengths[2]) {
    case (4, 1...2, 1...2): return checked(first, second, third)
    case (1...2, 1...2, 4) where !figures.isInWords:
      return yearLast(first, second, year: third, order: order)
    case (2, 1...2, 1...2):
      // An English spreadsheet writes 3 May 2015 and 5 March 2015 both as 03/05/15 or 3/5/15.
      if figures.signs.first == "/", figures.lengths[2] == 2, (1...12).contains(first) {
        return .ambiguous
      }
      guard let day = CalendarDate(year: fullYear(first), month: second, day: third) else {
        return .impossible
      }
      return .conventional(StatedDate(day), .shortYear)
    default: return .unreadable
    }
  }

  private static func yearLast(
    _ first: Int, _ second: Int, year: Int, order: Convention?
  ) -> Reading {
    let monthFirst = CalendarDate(year: year, month: first, day: second)
    let dayFirst = CalendarDate(year: year, month: second, day: first)
    switch (monthFirst, dayFirst) {
    case (nil, nil): return .impossible
    case (let day?, nil): return .conventional(StatedDate(day), .monthFirst)
    case (nil, let day?): return .conventional(StatedDate(day), .dayFirst)
    case (let day?, let other?):
      if day == other { return .conventional(StatedDate(day), .monthFirst) }
      guard let order else { return .ambiguous }
      return .conventional(StatedDate(order == .dayFirst ? other : day), order)
    }
  }

  private static func checked(_ year: Int, _ month: Int, _ day: Int) -> Reading {
    guard isPlausible(year) else { return .unreadable }
    return CalendarDate(year: year, month: month, day: day).map { .date(StatedDate($0)) }
      ?? .impossible
  }

  private static func checkedMonth(_ year: Int, _ month: Int) -> Reading {
    guard isPlausible(year) else { return .unreadable }
    return StatedDate(year: year, month: month).map { .date($0) } ?? .impossible
  }

  /// Years that a living programme can meet; others are slips of the pen.
  private static func isPlausible(_ year: Int) -> Bool { (1850...2150).contains(year) }

  private static func fullYear(_ short: Int) -> Int { short < 30 ? 2000 + short : 1900 + short }
}
