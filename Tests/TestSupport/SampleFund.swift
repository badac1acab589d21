package import Casework

/// A small ledger of two years whose every figure can be computed by hand; all persons fictitious.
package enum SampleFund {
  package static let units = [
    SubmittingUnit(code: "U01", name: "州水务局", type: .organ, servingMembers: 20),
    SubmittingUnit(code: "U02", name: "州林业局", type: .organ, servingMembers: 8),
    SubmittingUnit(code: "U03", name: "州档案局", type: .organ),
  ]

  /// The ledger, with its books.
  package static var ledger: ProgrammeLedger {
    ProgrammeLedger(units: units, cases: cases, facts: income, entries: entries)
  }

  /// The day of an ISO text; the first of the year one where it is none.
  package static func day(_ text: String) -> CalendarDate {
    CalendarDate(iso: text) ?? CalendarDate(firstOfMonth: 1, year: 1)
  }

  private static func donation(
    _ unit: String, _ year: Int, _ donors: Int?, _ yuan: Int64, on day: String?
  ) -> OfficeFact {
    .donation(
      Donation(
        unitCode: unit, year: year, donors: donors, amount: Money(yuan: yuan),
        receivedOn: day.flatMap(CalendarDate.init(iso:))))
  }

  private static func allocation(_ source: FundSource, _ fen: Int64, on text: String) -> OfficeFact
  {
    .allocation(Allocation(source: source, amount: Money(fen: fen), receivedOn: day(text)))
  }

  private static let income = [
    allocation(.partyDues, 2_000_000, on: "2014-03-01"),
    donation("U01", 2014, 18, 3600, on: "2014-07-01"),
    donation("U02", 2014, 2, 300, on: nil),
    donation("U02", 2014, nil, 100, on: "2015-01-10"),
    allocation(.otherDonation, 100_000, on: "2015-05-05"),
    donation("U01", 2015, 19, 3800, on: "2015-07-02"),
    donation("U03", 2015, 5, 500, on: "2015-07-02"),
    allocation(.interest, 4567, on: "2015-12-21"),
  ]

  private static let cases = [
    SampleCase(
      "2014-U01-AAAAAA", "李小雪", .serving, .illness, .expenditure, size: 3, on: "2014-04-01"
    )
    .verified("2014-05-05").proposed(.recurrentGrant, 6000, on: "2014-05-10")
    .approved(.recurrentGrant, 6000, on: "2014-06-10")
    .paid(2000, on: "2014-07-01").paid(2000, on: "2015-01-05")
    .visited("2015-03-01", .telephone, .clearly, .goOn).paid(2000, on: "2015-07-01")
    .visited("2015-09-01", .inPerson, .resolved, .exit).left(.withdrawal, on: "2015-10-01")
    .record(.exited, .eligible),
    SampleCase("2014-U02-BBBBBB", "王芳", .survivor, .suddenEvent, nil, size: nil, on: "2014-05-01")
      .approved(.oneOffGrant, 3000, on: "2014-06-10").paid(3000, on: "2014-07-01")
      .record(.beingHelped, .eligible),
    SampleCase("2015-U01-CCCCCC", "余大山", .retired, .disaster, .income, size: 2, on: "2015-04-01")
      .verified("2015-05-05").proposed(.temporaryGrant, 5000, on: "2015-05-10")
      .approved(.temporaryGrant, 5000, on: "2015-06-20").paid(4000, on: "2015-07-01")
      .left(.death, on: "2015-11-01").record(.exited, .eligible),
    SampleCase("2015-U02-DDDDDD", "赵一鸣", .serving, .illness, nil, size: 4, on: "2015-04-11")
      .record(.screened, .ineligible, failed: [.incomeTest, .cause]),
    SampleCase("2015-U02-EEEEEE", "钱文", .serving, .fewEarners, .income, size: 4, on: "2015-05-01")
      .refused("已由民政部门救助，证件513229197812050021", on: "2015-06-20")
      .record(.rejected, .eligible),
    SampleCase("2015-U01-FFFFFF", "泽旺", .serving, .fewEarners, .income, size: 5, on: "2015-05-02")
      .verified("2015-05-06").proposed(.startUpSupport, 8000, on: "2015-05-10")
      .approved(.startUpSupport, 8000, on: "2015-06-20").paid(3000, on: "2015-08-01")
      .visited("2015-12-01", .inPerson, .not, .followOn, newDifficulty: "市场不好")
      .record(.followedUp, .eligible),
    SampleCase("2015-U01-GGGGGG", "扎西多吉", .serving, .illness, .income, size: 5, on: "2015-11-01")
      .verified("2015-12-01").proposed(.temporaryGrant, 2000, on: "2015-12-10")
      .record(.publicised, .eligible),
    SampleCase("2015-U02-HHHHHH", "孙丽", .serving, .illness, nil, size: 4, on: "2015-05-01")
      .record(.merged, .undetermined),
  ]

  /// The books, written down apart from the facts as a book-keeper would.
  package static var entries: [BookEntry] {
    incomeEntries
      + committed([
        ("2014-U01-AAAAAA", 6000, "2014-06-10"), ("2014-U02-BBBBBB", 3000, "2014-06-10"),
        ("2015-U01-CCCCCC", 5000, "2015-06-20"), ("2015-U01-FFFFFF", 8000, "2015-06-20"),
      ])
      + paid("2014-U01-AAAAAA", .recurrentGrant, 2000, "2014-07-01")
      + paid("2014-U01-AAAAAA", .recurrentGrant, 2000, "2015-01-05")
      + paid("2014-U01-AAAAAA", .recurrentGrant, 2000, "2015-07-01")
      + paid("2014-U02-BBBBBB", .oneOffGrant, 3000, "2014-07-01")
      + paid("2015-U01-CCCCCC", .temporaryGrant, 4000, "2015-07-01")
      + paid("2015-U01-FFFFFF", .startUpSupport, 3000, "2015-08-01")
      + [released("2015-U01-CCCCCC", Money(yuan: 1000), "2015-11-01")]
  }

  private static var incomeEntries: [BookEntry] {
    let lines: [(FundSource, Int, Int64, String, String)] = [
      (.partyDues, 2014, 2_000_000, "2014-03-01", ""),
      (.oneDayDonation, 2014, 360_000, "2014-07-01", "U01"),
      (.oneDayDonation, 2014, 30_000, "2014-12-31", "U02"),
      (.oneDayDonation, 2014, 10_000, "2015-01-10", "U02"),
      (.otherDonation, 2015, 100_000, "2015-05-05", ""),
      (.oneDayDonation, 2015, 380_000, "2015-07-02", "U01"),
      (.oneDayDonation, 2015, 50_000, "2015-07-02", "U03"),
      (.interest, 2015, 4567, "2015-12-21", ""),
    ]
    return lines.map { source, year, fen, text, unit in
      BookEntry(
        .income, on: day(text), from: .income(source, year: year), to: .cash,
        amount: Money(fen: fen), unitCode: unit)
    }
  }

  private static func committed(_ lines: [(String, Int64, String)]) -> [BookEntry] {
    lines.map { caseID, yuan, text in
      BookEntry(
        .commitment, on: day(text), from: .available, to: .committed, amount: Money(yuan: yuan),
        caseID: caseID)
    }
  }

  package static func paid(
    _ caseID: String, _ measure: AssistanceMeasure, _ yuan: Int64, _ text: String
  ) -> [BookEntry] {
    paid(caseID, measure, Money(yuan: yuan), text)
  }

  package static func paid(
    _ caseID: String, _ measure: AssistanceMeasure, _ amount: Money, _ text: String
  ) -> [BookEntry] {
    [
      BookEntry(
        .payment, on: day(text), from: .cash, to: .spending(measure), amount: amount,
        caseID: caseID), released(caseID, amount, text),
    ]
  }

  private static func released(_ caseID: String, _ amount: Money, _ text: String) -> BookEntry {
    BookEntry(
      .release, on: day(text), from: .committed, to: .available, amount: amount, caseID: caseID)
  }
}
