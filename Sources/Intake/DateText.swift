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
  }

  /// Reads a text; nil where it is empty or says “nothing”.
  static func reading(_ text: String) -> Reading {
    let words = TextFolding.word(text)
    let figures = Figures(datePart(of: words))
    switch figures.numbers.count {
    case 1: return single(figures)
    case 2: return yearAndMonth(figures)
    case 3: return full(figures)
    default: return .unreadable
    }
  }

  /// The text before a time of day, as in `1988-02-29T00:00:00.000`.
  private static func datePart(of words: String) -> Substring {
    let upToTime = words.prefix { $0 != "t" }
    guard let colon = upToTime.firstIndex(of: ":"), upToTime.count > 10 else { return upToTime }
    // `2015-03-05 00:00:00` lost its blank in folding: the date is what precedes the hour.
    return upToTime[..<colon].dropLast(2)
  }

  private static func single(_ figures: Figures) -> Reading {
    let number = figures.numbers[0]
    guard figures.marks.isEmpty || figures.marks == ["年"] else { return .unreadable }
    switch figures.lengths[0] {
    case 8: return checked(number / 10_000, number / 100 % 100, number % 100)
    case 6: return checkedMonth(number / 100, number % 100)
    case 5 where figures.marks.isEmpty:
      // Day 60 of the 1900 system is the 29 February that never was; later days count from here.
      guard (10_000...60_000).contains(number), let base = CalendarDate(iso: "1899-12-30") else {
        return .unreadable
      }
      return .conventional(StatedDate(base.adding(days: number)), .serialNumber)
    case 4:
      return StatedDate(year: number).map { isPlausible(number) ? .date($0) : .impossible }
        ?? .impossible
    default: return .unreadable
    }
  }

  private static func yearAndMonth(_ figures: Figures) -> Reading {
    guard figures.lengths[1] <= 2 else { return .unreadable }
    switch figures.lengths[0] {
    case 4: return checkedMonth(figures.numbers[0], figures.numbers[1])
    case 2:
      let year = fullYear(figures.numbers[0])
      return StatedDate(year: year, month: figures.numbers[1])
        .map { .conventional($0, .shortYear) } ?? .impossible
    default: return .unreadable
    }
  }

  private static func full(_ figures: Figures) -> Reading {
    let (first, second, third) = (figures.numbers[0], figures.numbers[1], figures.numbers[2])
    switch (figures.lengths[0], figures.lengths[1], figures.lengths[2]) {
    case (4, 1...2, 1...2): return checked(first, second, third)
    case (1...2, 1...2, 4): return yearLast(first, second, year: third)
    case (2, 1...2, 1...2):
      guard let day = CalendarDate(year: fullYear(first), month: second, day: third) else {
        return .impossible
      }
      return .conventional(StatedDate(day), .shortYear)
    default: return .unreadable
    }
  }

  private static func yearLast(_ first: Int, _ second: Int, year: Int) -> Reading {
    let monthFirst = CalendarDate(year: year, month: first, day: second)
    let dayFirst = CalendarDate(year: year, month: second, day: first)
    switch (monthFirst, dayFirst) {
    case (nil, nil): return .impossible
    case (let day?, nil): return .conventional(StatedDate(day), .monthFirst)
    case (nil, let day?): return .conventional(StatedDate(day), .dayFirst)
    case (let day?, let other?):
      return day == other ? .conventional(StatedDate(day), .monthFirst) : .ambiguous
    }
  }

  private static func checked(_ year: Int, _ month: Int, _ day: Int) -> Reading {
    guard isPlausible(year), let date = CalendarDate(year: year, month: month, day: day) else {
      return .impossible
    }
    return .date(StatedDate(date))
  }

  private static func checkedMonth(_ year: Int, _ month: Int) -> Reading {
    guard isPlausible(year), let date = StatedDate(year: year, month: month) else {
      return .impossible
    }
    return .date(date)
  }

  /// Years that a living programme can meet; others are slips of the pen.
  private static func isPlausible(_ year: Int) -> Bool { (1850...2150).contains(year) }

  private static func fullYear(_ short: Int) -> Int { short < 30 ? 2000 + short : 1900 + short }

  /// The numbers of a date in order, digits or Chinese numerals, and the signs between them.
  private struct Figures {
    private(set) var numbers: [Int] = []
    private(set) var lengths: [Int] = []
    private(set) var marks: [Character] = []

    /// Leaves no numbers where something other than numbers and date signs stands in the text.
    init(_ text: Substring) {
      var run: [Int] = []
      for character in text {
        if let digit = Self.digits[character] {
          run.append(digit)
        } else if Self.signs.contains(character) {
          append(&run)
          marks.append(character)
        } else {
          numbers = []
          return
        }
      }
      append(&run)
    }

    /// Ends a run of digits; ten (written 十 or 拾) multiplies what precedes it.
    private mutating func append(_ run: inout [Int]) {
      defer { run = [] }
      guard !run.isEmpty, run.count <= 9 else { return }
      let significant = run.contains(10) ? Array(run.drop { $0 == 0 }) : run
      if let ten = significant.firstIndex(of: 10) {
        let tens = ten == 0 ? 1 : significant[ten - 1]
        let ones = significant.dropFirst(ten + 1).first ?? 0
        numbers.append(tens * 10 + ones)
        lengths.append(2)
      } else {
        numbers.append(run.reduce(0) { $0 * 10 + $1 })
        lengths.append(run.count)
      }
    }

    private static let signs: Set<Character> = ["年", "月", "日", "号", ".", "/", "-", "—", "、", "\\"]

    private static let digits: [Character: Int] = {
      var table: [Character: Int] = ["○": 0, "o": 0, "〇": 0, "十": 10, "拾": 10]
      for (value, forms) in ["0零", "1一壹", "2二贰", "3三叁", "4四肆", "5五伍", "6六陆", "7七柒", "8八捌", "9九玖"]
        .enumerated()
      {
        for form in forms { table[form] = value }
      }
      return table
    }()
  }
}
