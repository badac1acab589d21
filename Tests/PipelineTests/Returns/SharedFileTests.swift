import Casework
import Reporting
import Tabular
import Testing

@testable import Pipeline

private let first = "513299196503151234"
private let second = "513299194802031153"
private let third = "513299195109082264"
private let head = "申报编号,姓名,身份证号码,申报类别,致困原因,已享受普惠政策,已接受各类捐助,申报日期,家庭人口,家庭年收入"
private let rest = "在职,疾病,是,是,2015-09-10,1"
private let roster = ["T01,州样例处", "T02,州林业站"]

@Suite("Rows that nobody would get back")
struct SharedFileTests {
  private func texts(of unit: String, in stop: ReturnTrip.Stop) throws -> [String] {
    try readTables(at: "\(stop.path)/returns/\(unit).xlsx").sheets.dropFirst().flatMap { sheet in
      (0..<sheet.rowCount).flatMap { sheet.texts(ofRow: $0) }
    }
  }

  @Test("of a file of several units each gets its own rows, the office those of none")
  func shared() async throws {
    let trip = try ReturnTrip(roster: roster)
    try trip.put(
      [
        "申报单位,\(head)", "州样例处,A-1,余一,\(first),\(rest),36OOO", "州林业站,B-1,扎西,\(second),\(rest),48OOO",
        "州林业站,B-2,,,\(rest),20001", ",C-1,,,\(rest),20002", "州水电站,C-2,卓玛,\(third),\(rest),20003",
        ",C-3,卓玛,\(third),\(rest),20004",
      ], at: "各单位.csv")
    let before = try await trip.run()
    let own = try texts(of: "州样例处", in: before)
    #expect(own.contains("A-1"))
    for other in ["B-1", "B-2", "C-1", "C-2", "C-3"] { #expect(!own.contains(other)) }
    let station = try texts(of: "州林业站", in: before)
    #expect(station.contains("B-1") && station.contains("B-2") && !station.contains("A-1"))
    #expect(!station.contains("C-1"))
    let office = try texts(of: officeReturnName, in: before)
    for row in ["C-1", "C-2", "C-3"] { #expect(office.contains(row), "\(row)") }
    for row in ["A-1", "B-1", "B-2"] { #expect(!office.contains(row), "\(row)") }
    #expect(try text(of: before.path + "/units.html").contains(officeReturnName))
    let after = try await corrected(trip, before)
    #expect(after.result.cases.count == 4 && after.result.balance.isBalanced)
    #expect(after.left == [])
    #expect(try after.returns(".xlsx") == [])
  }

  /// Each unit corrects its own, and the office says whose the others are.
  private func corrected(
    _ trip: ReturnTrip, _ before: ReturnTrip.Stop
  ) async throws -> ReturnTrip.Stop {
    _ = try await trip.handedIn(before, as: .workbook, correcting: ["36OOO": "36000"])
    _ = try await trip.handedIn(
      before, as: .plainTwin,
      correcting: ["48OOO": "48000", "B-2,,,": "B-2,格桑,513299197402160283,"], below: "州林业站",
      of: "州林业站")
    return try await trip.handedIn(
      before, as: .plainTwin,
      correcting: [
        "C-1,,,在职,疾病,是,是,2015-09-10,1,20002,是,改正": "C-1,,,在职,疾病,是,是,2015-09-10,1,20002,是,删除",
        "州水电站,C-2": "州样例处,C-2",
        ",C-3,卓玛,\(third),\(rest),20004,是,改正": ",C-3,卓玛,\(third),\(rest),20004,是,删除",
      ], below: "", of: officeReturnName)
  }

  @Test("a row that is nobody's is told to the unit that the line above its table names")
  func unitLine() async throws {
    let trip = try ReturnTrip(roster: roster)
    try trip.put(
      [
        "填报单位：州样例处", head, "A-1,余一,\(first),\(rest),36000", "A-2,,,\(rest),1", "填报单位：州林业站", head,
        "B-1,扎西,\(second),\(rest),48000", "B-2,,,\(rest),1",
      ], at: "各单位.csv")
    let stop = try await trip.run()
    #expect(try texts(of: "州样例处", in: stop).contains("A-2"))
    #expect(try !texts(of: "州样例处", in: stop).contains("B-2"))
    #expect(try texts(of: "州林业站", in: stop).contains("B-2"))
    #expect(try stop.returns(".xlsx").count == 2)
  }

  @Test("a column that is missing in a file of several units is asked of each of them")
  func missingColumn() async throws {
    let trip = try ReturnTrip(roster: roster)
    try trip.put(
      [
        "申报单位,姓名,身份证号码,申报日期,申报类别,已享受普惠政策,已接受各类捐助,家庭人口,家庭年收入",
        "州样例处,余一,\(first),2015-09-10,在职,是,是,1,36000",
        "州林业站,扎西,\(second),2015-09-10,退休,是,是,1,48000",
      ], at: "各单位.csv")
    let before = try await trip.run()
    #expect(try texts(of: "州样例处", in: before).contains("致困原因"))
    #expect(try texts(of: "州林业站", in: before).contains("致困原因"))
    for unit in ["州样例处", "州林业站"] {
      for file in try before.corrected(unit, as: .plainTwin, [:]) {
        var lines = String(decoding: file.bytes, as: UTF8.self)
        lines.replace(",36000,,是", with: ",36000,疾病,是")
        lines.replace(",48000,,是", with: ",48000,疾病,是")
        try trip.put(Array(lines.utf8), at: "\(unit)/退改.csv")
      }
    }
    let after = try await trip.run()
    #expect(after.left == [])
    #expect(after.superseded == 2)
  }

  @Test("of a unit that is set aside for one file the rows of its other files are listed")
  func quarantined() async throws {
    let trip = try ReturnTrip(roster: roster)
    try trip.put([head, "B-1,扎西,\(second),\(rest),48000"], at: "州林业站/表.csv")
    try trip.put([head, "A-1,余一,\(first),\(rest),36OOO"])
    try trip.put(["申报编号,支出项目,发生金额,报销金额", "A-9,医疗,20O0,0"], at: "州样例处/支出.csv")
    try trip.put(Array("%PDF-1.4".utf8), at: "州样例处/附件.pdf")
    let stop = try await trip.run()
    #expect(stop.result.cases.count == 1)
    let own = stop.result.findings.filter { $0.unitCode == "T01" }.map(\.code)
    #expect(own.count { $0 == .moneyUnreadable } == 2)
    #expect(!own.contains(.keyUnmatched), "its application may stand in what could not be read")
    #expect(try texts(of: "州样例处", in: stop).contains("36OOO"))
    #expect(try texts(of: "州样例处", in: stop).contains("20O0"))
  }

  @Test("a form of no known unit comes back to the office, and counts once its unit is filled in")
  func formWithoutUnit() async throws {
    let trip = try ReturnTrip(roster: roster)
    try trip.put([head, "B-1,扎西,\(second),\(rest),48000"], at: "州林业站/表.csv")
    try trip.put(
      [
        "困难党员审批表,,,", "申报编号,A-1,申报类别,在职", "姓名,余一,身份证号码,\(first)", "致困原因,疾病,家庭人口,1",
        "已享受普惠政策,是,已接受各类捐助,是", "申报日期,2015-09-10,家庭年收入,36000",
      ], at: "审批表.csv")
    let before = try await trip.run()
    #expect(before.result.cases.count == 1)
    for saving in Saving.allCases {
      var files = try before.corrected(officeReturnName, as: saving, [:])
      if saving == .plainTwin {
        let filled = String(decoding: files[0].bytes, as: UTF8.self)
          .replacing("申报单位,", with: "申报单位,州样例处")
        files[0] = (files[0].name, Array(filled.utf8))
        try trip.put(files[0].bytes, at: files[0].name)
      } else {
        try trip.put(files[0].bytes, at: "州样例处/" + files[0].name)
      }
      let after = try await trip.run()
      #expect(after.cases == ["余一 1 36000", "扎西 1 48000"], "\(saving)")
      #expect(after.left == [], "\(saving)")
      try trip.remove((saving == .plainTwin ? "" : "州样例处/") + files[0].name)
    }
  }

  @Test("a folder that names no unit of the roster comes back to the office whole")
  func unknownFolder() async throws {
    let trip = try ReturnTrip(roster: roster)
    try trip.put([head, "B-1,扎西,\(second),\(rest),48000"], at: "州林业站/表.csv")
    try trip.put([head, "A-1,余一,\(first),\(rest),36000"], at: "州样列处/表.csv")
    let stop = try await trip.run()
    #expect(try texts(of: officeReturnName, in: stop).contains("A-1"))
    #expect(stop.count(.unitUnknown) == 1, "told once")
  }
}
