import Casework
import TestSupport
import Testing

@Suite("The window and the day of application")
struct ApplicationDateTests {
  @Test("the window is the twelve months that end with the month before the application")
  func window() {
    let household = Filing(rows: [earner]).worksheet()
    #expect(household.window.start == day("2014-06-01"))
    #expect(household.window.end == day("2015-05-31"))
    #expect(household.referenceDate == day("2015-06-15"))
    #expect(!household.referenceDateIsAssumed)
  }

  @Test("a month of application is enough for the window")
  func monthOnly() {
    let household = Filing(appliedOn: "2015-06", rows: [earner]).worksheet()
    #expect(household.window.start == day("2014-06-01"))
    #expect(!household.referenceDateIsAssumed)
  }

  @Test(
    "where no day is stated, or one after the round, the round's day stands in, with a warning",
    arguments: ["", "?", "2015", "2016-01-01"])
  func assumed(appliedOn: String) {
    let household = Filing(appliedOn: appliedOn, rows: [earner]).worksheet()
    #expect(household.referenceDate == day("2015-12-31"))
    #expect(household.referenceDateIsAssumed)
    #expect(household.codes.contains(.applicationDateMissing))
  }

  @Test("a year of application before the round's own is not moved into it")
  func earlierYear() {
    let household = Filing(appliedOn: "2014", rows: [earner]).worksheet()
    #expect(household.referenceDate == day("2014-12-31"))
    #expect(household.referenceDateIsAssumed)
  }

  /// Applied for on an unknown day of 2015, the window may begin from 2014-01-01 to 2014-12-01.
  @Test(
    "without a day of application a bill counts for certain only in every possible window",
    arguments: [
      ("2013-12-31", yuan(0)), ("2014-08-01", yuan(0, 900)), ("2014-12-01", yuan(900)),
      ("2014-12-31", yuan(900)), ("2015-01-01", yuan(0, 900)), ("2015-11-30", yuan(0, 900)),
      ("2015-12-01", yuan(0)),
    ])
  func possibleWindows(paidOn: String, expected: MoneyInterval) {
    let rows = [earner, bill("教育", 900, on: paidOn), aid("工会", 900, on: paidOn)]
    let household = Filing(appliedOn: "", rows: rows).worksheet()
    #expect(household.expenditure == expected)
    #expect(household.support == expected)
  }
}

@Suite("Shown values")
struct ShownValueTests {
  private func household(_ annual: Int64, size: ClosedRange<Int>) -> NormalizedHousehold {
    let date = day("2015-06-15")
    return NormalizedHousehold(
      application: Filing().assembled, referenceDate: date, referenceDateIsAssumed: false,
      window: IncomeWindow(before: date), members: [], householdLines: [], supportLines: [],
      expenditureLines: [],
      readings: [
        HouseholdReading(
          disposable: fen(annual), support: .zero, expenditure: .zero, size: size)
      ], unknowns: [], findings: [])
  }

  @Test(
    "a per-capita figure rounds half up, below zero away from zero",
    arguments: [
      (30_000_00, 2, 1_250_00), (17, 1, 1), (18, 1, 2), (-17, 1, -1), (-18, 1, -2), (-6, 1, -1),
      (100_000_00, 7, 1_190_48),
    ])
  func rounding(annual: Int64, size: Int, expected: Int64) {
    #expect(household(annual, size: size...size).perCapitaActual == fen(expected))
  }

  @Test("an unknown size shows both ends, and a figure below zero shrinks among more people")
  func bothEnds() {
    let above = household(36_000_00, size: 2...3).perCapitaActual
    #expect(above == yuan(1_000, 1_500))
    let below = household(-36_000_00, size: 2...3).perCapitaActual
    #expect(below == yuan(-1_500, -1_000))
  }
}
