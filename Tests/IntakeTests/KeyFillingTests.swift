import Casework
import Testing

@testable import Intake

@Suite("A household key that only the first row of a block states")
struct KeyFillingTests {
  private let header = "申请人,姓名,与申请人关系,就业状况,工资性收入"

  private func keys(_ submission: Submission) -> [String?] {
    submission.records.map { $0.name(.applicantName).value?.original }
  }

  @Test("is filled down, with a note at the blank cell")
  func filled() throws {
    let read = try reading(
      header, "余一,余一,本人,在职,20000", ",刁二,配偶,务农,", ",余小,子女,在校学生,", "各三,各三,本人,退休,1")
    #expect(keys(read) == ["余一", "余一", "余一", "各三"])
    #expect(read.findings(.keyFilledDown).map { $0.location?.cell } == ["A3", "A4"])
    #expect(read.findings(.keyFilledDown).allSatisfy { $0.severity == .note })
  }

  @Test(
    "is not filled down to another household's first row, or below a total or a blank row",
    arguments: [",刁二,本人,在职,1", "合计,,,,20000|,刁二,配偶,务农,", "|,刁二,配偶,务农,"])
  func notFilled(rows: String) throws {
    let lines = rows.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    let read = try reading([header, "余一,余一,本人,在职,20000"] + lines)
    #expect(keys(read) == ["余一", nil])
    #expect(read.findings(.keyFilledDown) == [])
  }

  @Test("holds for items too, with the unit's column beside it")
  func items() throws {
    let read = try reading("申报单位,申请人,支出项目,发生金额", "州水务局,余一,医疗,900", ",,护理,800", "州气象台,刁二,医疗,1")
    #expect(keys(read) == ["余一", "余一", "刁二"])
    #expect(read.records.map { $0.text(.submittingUnit).value } == ["州水务局", "州水务局", "州气象台"])
  }

  @Test("a key that could not be read is not filled down")
  func damaged() throws {
    let read = try reading("申请人,姓名,与申请人关系", "123,余一,本人", ",刁二,配偶")
    #expect(read.records[1].name(.applicantName).isBlank)
  }
}
