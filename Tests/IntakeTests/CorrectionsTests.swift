import Casework
import Testing

@testable import Intake

@Suite("Return sheets that come back take the place of the rows they name")
struct CorrectionsTests {
  private let unit = SubmittingUnit(code: "U01", name: "州水务局")
  private let number = "513299196503151234"
  private let digest = "0123456789abcdef"
  private let returned = ",退改处理,退改问题,退改办法,退改标记"

  /// The unit's filings from its first file (0), its items (1) and what came back (2, 3 …).
  private func assembled(
    _ applications: [String], items: [String] = [], returns: [[String]], knowsFirst: Bool = true
  ) throws -> (applications: [Application], findings: [Finding]) {
    var records = try reading(["申报编号,姓名,身份证号码,申报日期,申报类别"] + applications).records
    if !items.isEmpty {
      records += try reading(["申报编号,收入项目,金额"] + items, file: 1).records
    }
    for (place, lines) in returns.enumerated() {
      records += try reading(lines, file: 2 + place).records
    }
    let files = knowsFirst ? ["0123456789ab": 0, "111111111111": 1] : [:]
    let corrections = Corrections(records) { files }
    return assembleApplications(
      from: records, of: unit, round: "2015", correcting: corrections)
  }

  private func mark(_ row: Int, of file: String = "0123456789ab", again: Int = 1) -> String {
    "TG-\(file)-0-\(row)-\(again)"
  }

  @Test("a mark is read back, and a damaged one is none")
  func marks() {
    let mark = ReturnMark(
      digest: digest, row: SourceLocation(file: 7, sheet: 1, row: 14, column: 3))
    #expect(mark.text == "TG-0123456789ab-1-14-1")
    #expect(ReturnMark(mark.text) == mark)
    #expect(ReturnMark(" tg-0123456789AB-1-14-1 ") == mark)
    #expect(ReturnMark(mark.again.text)?.generation == 2)
    for damaged in ["", "TG-0123-1-14-1", "TG-0123456789ab-1-0-1", "TG-0123456789xy-1-14-1"] {
      #expect(ReturnMark(damaged) == nil, "\(damaged)")
    }
  }

  @Test("a corrected application supersedes its row though the number was what was wrong")
  func application() throws {
    let result = try assembled(
      [",余一,51329919650315123,2015-09-01,在职"],
      returns: [
        [
          "申报编号,姓名,身份证号码,申报日期,申报类别,更正" + returned,
          ",余一,\(number),2015-09-01,在职,是,改正,号码不对,照身份证改,\(mark(2))",
        ]
      ])
    let filing = try #require(result.applications.first)
    #expect(result.applications.count == 1)
    #expect(filing.applicantNumber != nil)
    #expect(filing.superseded.count == 1)
    let note = try #require(filing.record.findings.first { $0.code == .filingSuperseded })
    #expect(note.arguments == ["A2", "applicantId"])
    #expect(filing.record[.returnMark].isBlank)
    #expect(result.findings.isEmpty)
  }

  @Test("a row that names another person's row replaces nobody")
  func anotherPerson() throws {
    let result = try assembled(
      [",余一,\(number),2015-09-01,在职"],
      returns: [
        [
          "申报编号,姓名,身份证号码,申报日期,申报类别,更正" + returned,
          ",钱二,51322319790610101X,2015-09-01,在职,是,改正,,,\(mark(2))",
        ]
      ])
    #expect(result.applications.count == 2)
  }

  @Test("a corrected item replaces its row and never doubles it")
  func item() throws {
    let result = try assembled(
      ["A1,余一,\(number),,在职"], items: ["A1,工资,12OOO", "A1,租金,500"],
      returns: [["申报编号,收入项目,金额" + returned, "A1,工资,12000,改正,,,\(mark(2, of: "111111111111"))"]])
    let items = try #require(result.applications.first).incomeItems
    #expect(items.map { $0.money(.amount).value?.amount.description } == ["500.00", "12000.00"])
    let note = try #require(items.last?.findings.first { $0.code == .returnRowCorrected })
    #expect(note.arguments == ["A2", "amount"])
    #expect(!items.contains { $0.findings.contains { $0.code == .moneyUnreadable } })
  }

  @Test("a row set to be deleted goes, with a note")
  func withdrawn() throws {
    let result = try assembled(
      ["A1,余一,\(number),,在职"], items: ["A1,工资,12000", "A1,工资,12000"],
      returns: [["申报编号,收入项目,金额" + returned, "A1,工资,12000,删除,,,\(mark(3, of: "111111111111"))"]])
    let filing = try #require(result.applications.first)
    #expect(filing.incomeItems.count == 1)
    #expect(!filing.findings.contains { $0.code == .itemRepeated })
    #expect(result.findings.map(\.code) == [.returnRowWithdrawn])
  }

  @Test("the same return sheet handed in twice changes nothing")
  func twice() throws {
    let sheet = ["申报编号,收入项目,金额" + returned, "A1,工资,12000,改正,,,\(mark(2, of: "111111111111"))"]
    let result = try assembled(
      ["A1,余一,\(number),,在职"], items: ["A1,工资,12OOO"], returns: [sheet, sheet])
    #expect(result.applications.first?.incomeItems.count == 1)
    #expect(result.findings.isEmpty)
  }

  @Test("of two corrections of a row the one returned last counts; of one return the later, told")
  func chosen() throws {
    func sheet(_ amount: String, again: Int) -> [String] {
      [
        "申报编号,收入项目,金额" + returned,
        "A1,工资,\(amount),改正,,,\(mark(2, of: "111111111111", again: again))",
      ]
    }
    let later = try assembled(
      ["A1,余一,\(number),,在职"], items: ["A1,工资,1"],
      returns: [sheet("3", again: 2), sheet("2", again: 1)])
    #expect(
      later.applications.first?.incomeItems.first?.money(.amount).value?.amount.description
        == "3.00")
    #expect(later.findings.isEmpty)
    let same = try assembled(
      ["A1,余一,\(number),,在职"], items: ["A1,工资,1"],
      returns: [sheet("2", again: 1), sheet("3", again: 1)])
    #expect(
      same.applications.first?.incomeItems.first?.money(.amount).value?.amount.description == "3.00"
    )
    #expect(same.findings.map(\.code) == [.returnCorrectedTwice])
  }

  @Test("a copied mark makes a new row, and a mark of a file that is not there is told once")
  func strays() throws {
    let mark = mark(2, of: "111111111111")
    let copied = try assembled(
      ["A1,余一,\(number),,在职"], items: ["A1,工资,1"],
      returns: [["申报编号,收入项目,金额" + returned, "A1,工资,2,改正,,,\(mark)", "A1,租金,3,改正,,,\(mark)"]])
    #expect(copied.applications.first?.incomeItems.count == 2)
    #expect(copied.findings.map(\.code) == [.returnMarkRepeated])
    let alone = try assembled(
      ["A1,余一,\(number),,在职"],
      returns: [
        [
          "申报编号,收入项目,金额" + returned, "A1,工资,2,改正,,,\(mark)",
          "A1,租金,3,改正,,,\(self.mark(3, of: "111111111111"))",
        ]
      ],
      knowsFirst: false)
    #expect(alone.applications.first?.incomeItems.count == 2)
    #expect(alone.findings.map(\.code) == [.returnOriginalMissing])
  }

  @Test("a whole corrected file replaces the rows of the file it corrects")
  func wholeFile() throws {
    let records =
      try reading(["申报编号,姓名,身份证号码,申报类别", "A1,余一,\(number),在职"]).records
      + reading(["申报编号,收入项目,金额", "A1,工资,100"], file: 0).records
      + reading(["申报编号,姓名,身份证号码,申报类别,更正", "A1,余一,\(number),在职,是"], file: 1).records
      + reading(["申报编号,收入项目,金额", "A1,工资,1000"], file: 1).records
    let filings = assembleApplications(from: records, of: unit, round: "2015").applications
    #expect(
      filings.map { $0.incomeItems.map { $0.money(.amount).value?.amount.description } } == [
        ["1000.00"]
      ])
  }
}
