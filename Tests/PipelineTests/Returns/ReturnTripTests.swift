import Casework
import Foundation
import Tabular
import Testing

@testable import Pipeline

private let first = "513299196503151234"
/// With the letter O.
private let wrong = "51329919650315123O"
private let spouse = "513299196807061246"
private let child = "513299200506010217"
private let second = "513299194802031153"
private let wife = "513299195109082264"

/// An 审批表 of one household; the number and the spouse's income can be what is wrong.
private func form(
  _ name: String, _ number: String, size: String, members: [[String]], note: String = "本人患病"
) -> MergedGrid {
  var grid = MergedGrid()
  grid.add("州直机关困难党员帮扶审批表", across: [0: 5])
  grid.add("申报类别", "在职", "填报日期", "2015-09-10", "致困原因", "疾病")
  grid.add("姓名", name, "身份证号码", number, "", "", across: [3: 2])
  grid.add("家庭人口", size, "已享受普惠政策", "☑是 □否", "已接受各类捐助", "是（√）否（ ）")
  grid.add("困难情况", note, across: [1: 4])
  grid.add("家庭成员情况", "姓名", "与申请人关系", "身份证号码", "年收入（元）", down: [0: members.count])
  for member in members { grid.add("", member[0], member[1], member[2], member[3]) }
  grid.add("支部意见", "情况属实。", across: [1: 4])
  return grid
}

private let firstMembers = [
  ["余一", "本人", first, "30000"], ["余二", "配偶", spouse, "6OOO"], ["余三", "子女", child, "0"],
]
private let secondMembers = [["扎西", "本人", second, "36000"], ["卓玛", "配偶", wife, "12000"]]

@Suite("A return sheet on its way: run, corrected, handed in again")
struct ReturnTripTests {
  @Test("an approval form with a sheet per household comes back whole", arguments: Saving.allCases)
  func formPerSheet(saving: Saving) async throws {
    let trip = try ReturnTrip()
    let book = try MergedGrid.workbook([
      form("余一", wrong, size: "3", members: firstMembers),
      form("扎西", second, size: "2", members: secondMembers),
    ])
    try trip.put(book, at: ReturnTrip.unit + "/审批表.xlsx")
    let before = try await trip.run()
    #expect(before.count(.moneyUnreadable) == 1 && before.result.cases.count == 2)
    let after = try await trip.handedIn(
      before, as: saving, correcting: ["6OOO": "6000", wrong: first])
    #expect(after.cases == ["余一 3 36000", "扎西 2 48000"])
    #expect(after.left == [])
    #expect(after.superseded == 1 && after.count(.filingSuperseded) == 1)
    #expect(after.result.balance.isBalanced)
  }

  @Test("of several forms in a sheet only the faulty one comes back, with the sheet's scale")
  func formsInOneSheet() async throws {
    let trip = try ReturnTrip()
    var grid = MergedGrid()
    grid.add("填报单位：州样例处", "", "", "单位：元")
    grid.append(form("扎西", second, size: "2", members: secondMembers))
    grid.append(form("余一", wrong, size: "3", members: firstMembers, note: "车祸"))
    try trip.put(try MergedGrid.workbook([grid]), at: ReturnTrip.unit + "/审批表.xlsx")
    let before = try await trip.run()
    #expect(before.result.cases.count == 2)
    let sheet = try readTables(at: before.path + "/returns/州样例处.xlsx").sheets[1]
    let texts = (0..<sheet.rowCount).flatMap { sheet.texts(ofRow: $0) }
    #expect(texts.contains("余一") && texts.contains("单位：元") && !texts.contains("扎西"))
    #expect(!sheet.merges.isEmpty, "the form looks as it was handed in")
    for saving in Saving.allCases {
      let after = try await trip.handedIn(
        before, as: saving, correcting: ["6OOO": "6000", wrong: first])
      #expect(after.cases == ["余一 3 36000", "扎西 2 48000"])
      #expect(after.left == [])
      #expect(after.superseded == 1 && after.result.balance.isBalanced)
    }
  }

  @Test("a form that is withdrawn goes, and one that is returned twice keeps its first mark")
  func formAgain() async throws {
    let trip = try ReturnTrip()
    var grid = form("余一", wrong, size: "3", members: firstMembers)
    grid.append(form("扎西", second, size: "1", members: [["扎西", "本人", second, "36OO0"]]))
    try trip.put(try MergedGrid.workbook([grid]), at: ReturnTrip.unit + "/审批表.xlsx")
    let before = try await trip.run()
    let once = try await trip.handedIn(before, as: .workbook, correcting: ["6OOO": "6OO0"])
    #expect(once.result.cases.count == 2 && once.count(.moneyUnreadable) == 2)
    let sheet = try readTables(at: once.path + "/returns/州样例处.xlsx").sheets[1]
    let texts = (0..<sheet.rowCount).flatMap { sheet.texts(ofRow: $0) }
    #expect(texts.count { $0.hasPrefix("TG-") && $0.hasSuffix("-2") } == 2, "\(texts)")
    #expect(texts.count { $0.hasPrefix("TG-") } == 2 && texts.count { $0 == "退改问题" } == 2)
    let twice = try await trip.handedIn(
      once, as: .plainTwin,
      correcting: ["6OO0": "6000", "36OO0": "36000", wrong: first], named: "二次")
    #expect(twice.cases == ["余一 3 36000", "扎西 1 36000"])
    #expect(twice.left == [])
    #expect(twice.superseded == 2)
    try trip.put(
      ["姓名,身份证号码,申报类别,致困原因,已享受普惠政策,已接受各类捐助", "卓玛,\(wife),退休,疾病,是,是"],
      at: ReturnTrip.unit + "/四.csv")
    var gone = try text(of: once.path + "/" + (try once.returns(".csv")[0]))
    gone.replace("退改处理,改正", with: "退改处理,删除")
    try trip.put(Array(gone.utf8), at: ReturnTrip.unit + "/三次.csv")
    try trip.remove(ReturnTrip.unit + "/二次退改-州样例处.csv")
    let none = try await trip.run()
    #expect(none.cases.map { $0.prefix(2) } == ["卓玛"])
  }

  @Test("a stacked table keeps the scale that stands far right above the first one")
  func stacked() async throws {
    let trip = try ReturnTrip()
    try trip.put([
      "困难党员申报汇总表", "填报单位：州样例处,,,,,,,,单位：万元",
      "申报编号,姓名,身份证号码,申报类别,家庭人口,致困原因,已享受普惠政策,已接受各类捐助,申报日期",
      "A-1,余一,\(first),在职,3,疾病,是,是,2015-09-10", ",,,,,,,,", "家庭成员表,,,,,,,,",
      "申报编号,姓名,与申请人关系,年收入", "A-1,余一,本人,3", "A-1,余二,配偶,O.6", "A-1,余三,子女,0",
      ",,,,,,,,", "支出明细,,,,,,,,", "申报编号,支出项目,发生金额,报销金额", "A-1,医疗,2,O.8",
    ])
    let before = try await trip.run()
    #expect(before.count(.moneyUnreadable) == 2)
    for saving in Saving.allCases {
      let after = try await trip.handedIn(before, as: saving, correcting: ["O.": "0."])
      #expect(after.cases == ["余一 3 36000"])
      #expect(after.result.cases.first?.household.expenditure.exact?.fen == 1_200_000)
      #expect(after.left == [])
      #expect(after.count(.returnRowCorrected) == 2)
      #expect(after.result.balance.isBalanced)
    }
  }

  @Test("members side by side come back in their row and double nobody", arguments: Saving.allCases)
  func groups(saving: Saving) async throws {
    let trip = try ReturnTrip()
    let groups = (1...3).map { "成员\($0)姓名,成员\($0)身份证号码,成员\($0)关系,成员\($0)年收入" }
      .joined(separator: ",")
    let head = "申报编号,姓名,身份证号码,申报类别,家庭人口,致困原因,已享受普惠政策,已接受各类捐助,申报日期"
    try trip.put([
      "\(head),\(groups)",
      "A-1,余一,\(first),在职,3,疾病,是,是,2015-09-10,余一,\(first),本人,30000,余二,\(spouse),配偶,6OOO,"
        + "余三,\(child),子女,0",
    ])
    try trip.put(
      ["\(head)", "A-2,扎西,\(second),退休,2,疾病,是,是,2015-09-10"], at: ReturnTrip.unit + "/二.csv")
    try trip.put(
      [
        "申报编号,申请人姓名,\(groups)",
        "A-2,扎西,扎西,\(second),本人,36000,卓玛,\(wife),配偶,12OOO,,,,",
      ], at: ReturnTrip.unit + "/三.csv")
    let before = try await trip.run()
    #expect(before.count(.moneyUnreadable) == 2)
    let after = try await trip.handedIn(before, as: saving, correcting: ["OOO": "000"])
    #expect(after.cases == ["余一 3 36000", "扎西 2 48000"])
    #expect(after.left == [])
    #expect(after.superseded == 1 && after.result.balance.isBalanced)
  }

  @Test("a member's row that is nobody's comes back with its whole household")
  func memberRow() async throws {
    let trip = try ReturnTrip()
    let head = "申报编号,姓名,身份证号码,申报类别,致困原因,已享受普惠政策,已接受各类捐助,申报日期"
    try trip.put([
      "\(head),成员姓名,成员身份证号码,与申请人关系,年收入",
      "A-1,余一,\(first),在职,疾病,是,是,2015-09-10,余一,\(first),本人,30000",
      ",,,,,,,,余二,\(spouse),配偶,6000", "A-2,扎西,\(second),退休,疾病,是,是,2015-09-10,扎西,\(second),本人,36000",
      ",,,,,,,,,,配偶,12000",
    ])
    let before = try await trip.run()
    #expect(before.count(.rowRejected) == 1)
    let twin = try text(of: before.path + "/returns/州样例处.csv")
    for saving in [Saving.plainTwin] {
      let after = try await trip.handedIn(
        before, as: saving, correcting: [",,配偶,12000": "卓玛,\(wife),配偶,12000"])
      #expect(after.cases == ["余一 2 36000", "扎西 2 48000"], "\(twin)")
      #expect(after.left == [])
      #expect(after.superseded == 1)
    }
  }

  @Test("a row without name and number can be deleted, or named, in a return sheet")
  func nobody() async throws {
    let trip = try ReturnTrip()
    let head = "申报编号,姓名,身份证号码,申报类别,致困原因,已享受普惠政策,已接受各类捐助,申报日期,家庭人口,家庭年收入"
    let row = ",在职,疾病,是,是,2015-09-10,3,36000"
    try trip.put([
      head, "A-1,余一,\(first)\(row)", "A-2,,\(row)", "A-3,,\(row)", "A-4,卓玛,\(wife)\(row)",
    ])
    let before = try await trip.run()
    #expect(before.count(.rowRejected) == 2 && before.result.cases.count == 2)
    var twin = try text(of: before.path + "/returns/州样例处.csv")
    twin.replace("A-2,,,", with: "A-2,扎西,\(second),")
    let last = try #require(twin.range(of: "改正", options: .backwards))
    twin.replaceSubrange(last, with: "删除")
    try trip.put(Array(twin.utf8), at: ReturnTrip.unit + "/退改.csv")
    let after = try await trip.run()
    #expect(after.result.cases.count == 3)
    #expect(after.left == [])
    #expect(after.count(.returnRowWithdrawn) == 1 && after.result.balance.isBalanced)
  }

  @Test("a second correction takes the place of the first, beside it and instead of it")
  func secondCorrection() async throws {
    let trip = try ReturnTrip()
    let head = "申报编号,姓名,身份证号码,申报类别,致困原因,已享受普惠政策,已接受各类捐助,申报日期,家庭人口,家庭年收入"
    try trip.put([
      head, "A-1,余一,\(wrong),在职,疾病,是,是,2015-09-10,3,36000",
      "A-2,扎西,\(second),退休,疾病,是,是,2015-09-10,2,48000",
    ])
    try trip.put(["申报编号,收入项目,金额,周期", "A-1,工资,36OOO,年"], at: ReturnTrip.unit + "/收入.csv")
    let before = try await trip.run()
    let once = try await trip.handedIn(
      before, as: .workbook, correcting: [wrong: first, "36OOO": "36OO0"])
    #expect(once.result.cases.count == 2 && once.count(.moneyUnreadable) == 1)
    let twice = try await trip.handedIn(
      once, as: .workbook, correcting: ["36OO0": "36000"], named: "二次")
    #expect(twice.cases.contains("余一 3 36000") && twice.result.cases.count == 2)
    #expect(twice.left == [])
    #expect(twice.superseded == 1)
    // Instead of the first return sheet its unchanged rows are missing: the number is wrong again.
    try trip.remove(ReturnTrip.unit + "/退改.xlsx")
    let instead = try await trip.run()
    #expect(instead.cases.contains("余一 3 36000"))
    #expect(instead.count(.moneyUnreadable) == 0)
  }

  @Test("a return sheet instead of the first file says that the other rows are missing")
  func instead() async throws {
    let trip = try ReturnTrip()
    let head = "申报编号,姓名,身份证号码,申报类别,致困原因,已享受普惠政策,已接受各类捐助,申报日期,家庭人口,家庭年收入"
    try trip.put([
      head, "A-1,余一,\(wrong),在职,疾病,是,是,2015-09-10,3,36000",
      "A-2,扎西,\(second),退休,疾病,是,是,2015-09-10,3,36000",
    ])
    let before = try await trip.run()
    try trip.remove(ReturnTrip.unit + "/表.csv")
    let after = try await trip.handedIn(
      before, as: .workbook, correcting: [wrong: first])
    #expect(after.cases.map { $0.prefix(2) } == ["余一"], "\(before.left) \(after.left)")
    #expect(after.count(.returnOriginalMissing) == 1)
  }
}
