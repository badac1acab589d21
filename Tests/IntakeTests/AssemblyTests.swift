import Casework
import Testing

@testable import Intake

@Suite("Filings: household keys, supersession, repeated items (contract 1, 2 and 4)")
struct AssemblyTests {
  private let unit = SubmittingUnit(code: "U01", name: "州水务局")
  private let header = "申报编号,姓名,身份证号码,申报日期,更正,申报类别"
  private let first = "513299196503151234"
  private let second = "51322319790610101X"
  private let third = "513201198802290027"

  private func assembled(
    _ applications: [String], items: [String] = [],
    header items0: String = "申报编号,申请人身份证号码,户主,收入项目,金额"
  ) throws -> (applications: [Application], findings: [Finding]) {
    var records = try reading([header] + applications).records
    if !items.isEmpty { records += try reading([items0] + items, file: 1).records }
    return assembleApplications(from: records, of: unit, round: "2015")
  }

  private func joined(_ filings: [Application]) -> [String] {
    filings.map { filing in
      (filing.applicantName?.original ?? "?")
        + filing.incomeItems.map { "+" + ($0.money(.amount).value?.amount.description ?? "?") }
        .joined()
    }
  }

  @Test("a key is tried in order: number, valid identity number, exact name, folded name")
  func order() throws {
    let result = try assembled(
      ["A1,余一,\(first),,,在职", "A2,余二,\(second),,,在职", ",余·三,\(third),,,在职"],
      items: [
        "A1,,,工资,1", " a1 ,,,工资,2", ",\(second),,工资,3", ",,余二,工资,4", ",,余三,工资,5", ",,余•三,工资,6",
        "A9,\(first),,工资,7",
      ])
    #expect(joined(result.applications) == ["余一+1.00+2.00+7.00", "余二+3.00+4.00", "余·三+5.00+6.00"])
    #expect(result.findings == [])
  }

  @Test("a number before an identity number before a name, and the contradiction is warned of")
  func contradictions() throws {
    let result = try assembled(
      ["A1,余一,\(first),,,在职", "A2,余二,\(second),,,在职"],
      items: [
        "A1,\(second),,工资,1", "A1,,余二,工资,2", ",\(first),余二,工资,3", "A9,,余一,工资,4",
        "A1,\(first),余一,工资,5",
      ])
    #expect(joined(result.applications) == ["余一+1.00+2.00+3.00+4.00+5.00", "余二"])
    let warned = result.applications[0].incomeItems.map { $0.findings.map(\.code) }
    #expect(
      warned == [[.keyContradicts], [.keyContradicts], [.keyContradicts], [.keyContradicts], []])
    #expect(
      result.applications[0].incomeItems[0].findings.map(\.location?.cell) == ["A2"])
  }

  @Test("a key that fits nobody, or two, or is missing, joins no one")
  func nobody() throws {
    let result = try assembled(
      ["A1,余一,\(first),,,在职", "A2,余一,\(second),,,在职", "A3,余三,\(third),,,在职"],
      items: [
        ",,,工资,3", ",,余一,工资,1", ",,余四,工资,2", ",513201198802290000,,工资,4",
        ",513221196503151234,余三,工资,5", "A9,,,工资,6",
      ], header: "申报编号,申请人身份证号码,户主,收入项目,金额,成员姓名".replacing(",成员姓名", with: ""))
    #expect(joined(result.applications) == ["余一", "余一", "余三"])
    let found = result.findings.filter { $0.code.rawValue.hasPrefix("household-key") }
    #expect(
      found.map(\.code) == [
        .keyAmbiguous, .keyUnmatched, .keyUnmatched, .keyUnmatched, .keyUnmatched,
      ])
    #expect(found.map(\.location?.cell) == ["C3", "C4", "B5", "B6", "A7"])
    #expect(found.allSatisfy { $0.unitCode == "U01" })
  }

  @Test("an identity number keeps a shared name apart")
  func sharedName() throws {
    let result = try assembled(
      ["A1,余一,\(first),,,在职", "A2,余一,5.13221E+17,,,在职"],
      items: [",\(first),余一,工资,1", ",\(third),余一,工资,2"])
    #expect(joined(result.applications) == ["余一+1.00", "余一+2.00"])
  }

  @Test("a damaged number leaves the name to decide")
  func damagedNumber() throws {
    let result = try assembled(
      ["A1,余一,5.13221E+17,,,在职"], items: [",5.13221E+17,余一,工资,1", ",\(first),余一,工资,2"])
    #expect(joined(result.applications) == ["余一+1.00+2.00"])
  }

  @Test("更正 or a later date supersedes a filing with the same number")
  func supersession() throws {
    let later = try assembled(["A1,余一,\(first),2015-05-01,,在职", "A1,余一,\(first),2015-06-01,,退休"])
    #expect(later.applications.map { $0.category } == [.retired])
    #expect(later.applications[0].superseded.count == 1)
    let note = try #require(
      later.applications[0].record.findings.first { $0.code == .filingSuperseded })
    #expect(note.arguments[1] == "applicantCategory;applicationDate")
    let marked = try assembled(["A1,余一,\(first),2015-05-01,是,退休", "A1,余一,\(first),2015-05-01,,在职"])
    #expect(marked.applications.map { $0.category } == [.retired])
    let byNumber = try assembled([",余一,\(first),2015-05-01,,在职", "A9,余一,\(first),2015-06-01,,退休"])
    #expect(byNumber.applications.count == 1)
  }

  @Test(
    "anything else is a pair for people",
    arguments: [
      ["A1,余一,513299196503151234,2015-05-01,,在职", "A1,余一,513299196503151234,2015-05-01,,退休"],
      ["A1,余一,513299196503151234,2015-05-01,,在职", "A1,余一,513299196503151234,,,退休"],
      ["A1,余一,513299196503151234,2015-05,,在职", "A1,余一,513299196503151234,2015-05-20,,退休"],
      [",余一,5.13221E+17,2015-05-01,,在职", ",余一,5.13221E+17,2015-06-01,,退休"],
      ["—,余一,,2015-05-01,,在职", "—,余二,,2015-06-01,,退休"],
      ["无,余一,,2015-05-01,,在职", "无,余二,,2015-06-01,,退休"],
    ])
  func pairs(_ rows: [String]) throws {
    #expect(try assembled(rows).applications.count == 2)
  }

  @Test("two people under one application number are not one filing, and it is said")
  func twoPeopleOneNumber() throws {
    let result = try assembled(
      ["1,余一,\(first),2015-05-01,,在职", "1,余二,\(second),2015-06-01,,在职"],
      items: ["1,,,工资,1", "1,,余二,工资,2", "1,\(first),,工资,3"])
    #expect(joined(result.applications) == ["余一+3.00", "余二+2.00"])
    #expect(result.findings.filter { $0.code == .keyAmbiguous }.map(\.location?.row) == [2])
    let codes = result.applications.flatMap { $0.allFindings }.filter { $0.code == .filingRepeated }
    #expect(codes.map(\.location?.cell) == ["A3"])
    #expect(codes.map(\.arguments) == [["2"]])
  }

  @Test("a corrected number or name still supersedes, and items under the old number join")
  func correctedKeys() throws {
    let number = try assembled(
      ["A1,余一,\(first),2015-05-01,,在职", "A7,余一,\(first),2015-06-01,是,在职"],
      items: ["A1,,,工资,1", "A7,,,工资,2"])
    #expect(joined(number.applications) == ["余一+1.00+2.00"])
    let identity = try assembled(
      ["A1,余一,\(first),2015-05-01,,在职", "A1,余一,\(second),2015-06-01,是,在职"])
    #expect(identity.applications.count == 1)
  }

  @Test("the order of rows does not change who supersedes whom")
  func rowOrder() throws {
    let rows = [
      "A1,余一,\(first),2015-05-01,,在职", "A1,余一,\(first),2015-06-01,,退休",
      "A1,余一,\(first),2015-05-01,是,遗属",
    ]
    for order in [[0, 1, 2], [2, 1, 0], [1, 0, 2], [2, 0, 1]] {
      let result = try assembled(order.map { rows[$0] })
      #expect(result.applications.map { $0.category } == [.survivor])
      #expect(result.applications[0].superseded.count == 2)
    }
  }

  @Test("a correction with its own members replaces those of the filing it corrects")
  func membersOfCorrection() throws {
    let header = ["申报编号,姓名,身份证号码,申报类别,致困原因,更正,家庭成员情况,", ",,,,,,成员姓名,与申请人关系"]
    let old = ["A1,余一,\(first),在职,疾病,,余一,本人", ",,,,,,余二,配偶"]
    let new = ["A1,余一,\(first),在职,疾病,是,余一,本人"]
    let records = try reading(header + old + new).records
    let replaced = assembleApplications(from: records, of: unit, round: "2015").applications
    #expect(replaced.map { $0.members.count } == [1])
    let bare = try reading(header + old + ["A1,余一,\(first),在职,疾病,是,,"]).records
    let kept = assembleApplications(from: bare, of: unit, round: "2015").applications
    #expect(kept.map { $0.members.count } == [2])
  }

  @Test("the same item twice for one key counts once, at the later row; unread amounts are two")
  func repeatedItems() throws {
    let result = try assembled(
      ["A1,余一,\(first),,,在职", "A2,余二,\(second),,,在职"],
      items: [
        "A1,,,工资,1", "A1,,余一,工资,1", "A1,,,奖金,1", "A2,,,工资,1", "A2,,,工资,1O", "A2,,,工资,2O",
      ])
    #expect(result.applications.map(\.incomeItems.count) == [2, 3])
    let repeated = result.applications[0].findings.filter { $0.code == .itemRepeated }
    #expect(repeated.map(\.location?.cell) == ["A3"])
    #expect(repeated.map(\.arguments) == [["2"]])
    #expect(result.applications[1].findings.filter { $0.code == .itemRepeated } == [])
  }
}
