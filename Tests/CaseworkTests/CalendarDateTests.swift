import Casework
import Testing

@Suite("CalendarDate")
struct CalendarDateTests {
  private func day(_ text: String) throws -> CalendarDate {
    try #require(CalendarDate(iso: text), "the test names a day that does not exist: \(text)")
  }

  @Test("every day from 1850 to 2150 has the next number, and its number leads back to it")
  func dayNumbers() throws {
    let first = try day("1850-01-01")
    var count = 0
    for year in 1850...2150 {
      for month in 1...12 {
        for number in 1...CalendarDate.dayCount(ofMonth: month, year: year) {
          let date = try #require(CalendarDate(year: year, month: month, day: number))
          guard date.dayNumber == first.dayNumber + count, first.adding(days: count) == date else {
            Issue.record("\(date) is not day \(count) after \(first)")
            return
          }
          count += 1
        }
      }
    }
    // 301 years, of which 73 are leap years (1900 and 2100 are none).
    #expect(count == 301 * 365 + 73)
  }

  @Test(
    "the calendar has leap days where Gregory put them",
    arguments: [(1900, 28), (2000, 29), (2015, 28), (2016, 29), (2100, 28), (2400, 29)])
  func leapDays(year: Int, days: Int) {
    #expect(CalendarDate.dayCount(ofMonth: 2, year: year) == days)
    #expect((CalendarDate(year: year, month: 2, day: 29) != nil) == (days == 29))
  }

  @Test(
    "a day that does not exist is refused",
    arguments: [(2015, 2, 30), (2015, 0, 1), (2015, 13, 1), (2015, 4, 31), (2015, 1, 0), (0, 1, 1)])
  func impossible(year: Int, month: Int, number: Int) {
    #expect(CalendarDate(year: year, month: month, day: number) == nil)
  }

  @Test(
    "months later is the same day, or the month's last",
    arguments: [
      ("2015-01-31", 1, "2015-02-28"), ("2016-01-31", 1, "2016-02-29"),
      ("2015-06-15", 12, "2016-06-15"), ("2016-02-29", 12, "2017-02-28"),
      ("2015-03-31", -1, "2015-02-28"), ("2015-01-15", -13, "2013-12-15"),
      ("2015-12-31", 0, "2015-12-31"),
    ])
  func months(start: String, months: Int, expected: String) throws {
    #expect(try day(start).adding(months: months) == day(expected))
  }

  @Test(
    "an age counts completed years",
    arguments: [
      ("1997-06-15", "2015-06-14", 17), ("1997-06-15", "2015-06-15", 18),
      ("2000-02-29", "2018-02-28", 17), ("2000-02-29", "2018-03-01", 18),
      ("2015-01-01", "2015-12-31", 0),
    ])
  func age(birth: String, on date: String, years: Int) throws {
    #expect(try day(birth).age(on: day(date)) == years)
  }

  @Test(
    "only yyyy-mm-dd is read as an ISO date",
    arguments: [
      "2015-3-5", "2015-03-05 ", "20150305", "2015/03/05", "2015-02-29", "", "１０15-03-05",
    ])
  func isoForm(text: String) {
    #expect(CalendarDate(iso: text) == nil)
  }

  @Test("a date is written as it is read")
  func roundTrip() throws {
    #expect(try day("2015-03-05").description == "2015-03-05")
  }
}

@Suite("StatedDate")
struct StatedDateTests {
  @Test("a month and a year mean every day in them, and no other")
  func admits() throws {
    let month = try #require(StatedDate(year: 2016, month: 2))
    #expect(month.latest == CalendarDate(iso: "2016-02-29"))
    #expect(month.day == nil)
    let year = try #require(StatedDate(year: 2015))
    #expect(try year.admits(#require(CalendarDate(iso: "2015-12-31"))))
    #expect(try !year.admits(#require(CalendarDate(iso: "2016-01-01"))))
  }

  @Test("two statements agree where one day can be meant by both")
  func agreement() throws {
    let day = try StatedDate(#require(CalendarDate(iso: "1979-06-30")))
    #expect(try day.agrees(with: #require(StatedDate(year: 1979, month: 6))))
    #expect(try day.agrees(with: #require(StatedDate(year: 1979))))
    #expect(try !day.agrees(with: #require(StatedDate(year: 1979, month: 7))))
  }

  @Test("a statement is written as exactly as it was made")
  func written() throws {
    #expect(try #require(StatedDate(year: 2015)).description == "2015")
    #expect(try #require(StatedDate(year: 2015, month: 3)).description == "2015-03")
    #expect(try StatedDate(#require(CalendarDate(iso: "2015-03-05"))).description == "2015-03-05")
  }

  @Test("there is no thirteenth month and no year 0")
  func impossible() {
    #expect(StatedDate(year: 2015, month: 13) == nil)
    #expect(StatedDate(year: 0) == nil)
  }
}
