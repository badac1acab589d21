import Casework
import Foundation
import Tabular
import Testing

@testable import Pipeline

private let program = "/usr/bin/soffice"

/// A return sheet opened, corrected and saved in LibreOffice: its cells are changed in the flat ODS
/// that LibreOffice writes, from which it then makes the other formats.
@Suite(
  "A return sheet saved by LibreOffice",
  .enabled(if: FileManager.default.isExecutableFile(atPath: program)))
struct LibreOfficeReturnTests {
  @Test("comes back in every format: a form, stacked tables and members below, each once")
  func everyFormat() async throws {
    let trip = try ReturnTrip()
    try trip.put(try MergedGrid.workbook([Self.form]), at: ReturnTrip.unit + "/审批表.xlsx")
    try trip.put(Self.list, at: ReturnTrip.unit + "/汇总.csv")
    let before = try await trip.run()
    #expect(before.count(.moneyUnreadable) == 3)
    let flat = try convert("\(before.path)/returns/州样例处.xlsx", to: "fods", in: trip)
    var corrected = try text(of: flat)
    corrected.replace("6OOO", with: "6000")
    corrected.replace("12OOO", with: "12000")
    corrected.replace("O.8", with: "0.8")
    let fixed = try trip.folder.write(corrected, to: "fixed/退改.fods")
    for format in ["fods", "xlsx", "ods"] {
      let saved = format == "fods" ? fixed : try convert(fixed, to: format, in: trip)
      try trip.put(try bytes(of: saved), at: "\(ReturnTrip.unit)/退改.\(format)")
      let after = try await trip.run()
      #expect(after.cases == ["余一 3 36000", "扎西 2 48000"], "\(format)")
      #expect(after.left == [], "\(format)")
      #expect(after.superseded == 2 && after.result.balance.isBalanced, "\(format)")
      try trip.remove("\(ReturnTrip.unit)/退改.\(format)")
    }
  }

  private func convert(_ file: String, to format: String, in trip: ReturnTrip) throws -> String {
    let folder = trip.folder.path + "/saved-" + format
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = [
      "--headless", "-env:UserInstallation=file://\(trip.folder.path)/profile", "--convert-to",
      format, "--outdir", folder, file,
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let name = try #require(file.split(separator: "/").last?.split(separator: ".").first)
    return "\(folder)/\(name).\(format)"
  }

  private static var form: MergedGrid {
    var grid = MergedGrid()
    grid.add("州直机关困难党员帮扶审批表", across: [0: 4])
    grid.add("申报类别", "在职", "填报日期", "2015-09-10", "")
    grid.add("姓名", "余一", "身份证号码", "513299196503151234", "", across: [3: 1])
    grid.add("家庭人口", "3", "致困原因", "疾病", "")
    grid.add("已享受普惠政策", "☑是 □否", "已接受各类捐助", "是", "")
    grid.add("家庭成员情况", "姓名", "与申请人关系", "身份证号码", "年收入（元）", down: [0: 3])
    grid.add("", "余一", "本人", "513299196503151234", "30000")
    grid.add("", "余二", "配偶", "513299196807061246", "6OOO")
    grid.add("", "余三", "子女", "513299200506010217", "0")
    grid.add("支部意见", "情况属实。", across: [1: 3])
    return grid
  }

  private static let list = [
    "困难党员申报汇总表", "填报单位：州样例处,,,,,,,,,,,,单位：元",
    "申报编号,姓名,身份证号码,申报类别,致困原因,已享受普惠政策,已接受各类捐助,申报日期,成员姓名,成员身份证号码,与申请人关系,年收入",
    "B-1,扎西,513299194802031153,退休,疾病,是,是,2015-09-11,扎西,513299194802031153,本人,36000",
    ",,,,,,,,卓玛,513299195109082264,配偶,12OOO", ",,,,,,,,,,,", "支出明细,,,,,,,,,,,",
    "申报编号,支出项目,发生金额,报销金额", "B-1,医疗,2万元,O.8万元",
  ]
}
