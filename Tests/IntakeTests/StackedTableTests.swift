import Casework
import Testing

@testable import Intake

@Suite("Several tables in one sheet, one below the other")
struct StackedTableTests {
  private let applications = "申报编号,姓名,身份证号码,申报类别,致困原因,已享受普惠政策,已接受各类捐助"
  private let yu = "1,余一,513299196503151234,在职,疾病,是,是"
  private let diao = "2,刁二,51329919790610101X,退休,灾害,是,是"

  @Test("each header of a form begins a table with its own title, lines and totals")
  func several() throws {
    let read = try tables(
      "一、申报表", "填报单位：州水务局,,单位：元", applications, yu, diao, "", "二、家庭成员表",
      "序号,申请人姓名,姓名,与申请人关系,工资性收入", "1,余一,余一,本人,20000", "2,刁二,刁二,本人,30000", "合计,,,,50000",
      "三、支出明细（单位：万元）", "申请人姓名,支出项目,发生金额,报销金额", "余一,医疗,1.2,0.3", "", "填表人：,,审核人：")
    #expect(read.map(\.form) == [.applications, .members, .expenditure])
    #expect(read.map(\.records.count) == [2, 2, 1])
    #expect(read.map(\.unitLine) == ["州水务局", "州水务局", "州水务局"])
    #expect(read.flatMap { $0.findings(.totalWrong) } == [])
    #expect(read[1].records[0].money(.wageIncome).value?.amount.description == "20000.00")
    #expect(read[2].records[0].money(.billedAmount).value?.amount.description == "12000.00")
    #expect(read.map(\.location.row) == [3, 8, 13])
    #expect(read.map(\.balance.isBalanced) == [true, true, true])
    #expect(read.map(\.balance.rowsRead).reduce(0, +) == 16)
  }

  @Test("tables without a title or a blank row between them")
  func adjacent() throws {
    let read = try tables(
      applications, yu, "申报编号,资助类别,金额,资助日期", "1,工会,500,2015-03-01",
      "申报编号,支出项目,发生金额,报销金额", "1,医疗,900,100")
    #expect(read.map(\.form) == [.applications, .support, .expenditure])
    #expect(read.map(\.records.count) == [1, 1, 1])
  }

  @Test("a header over two rows begins a table too")
  func twoRows() throws {
    let read = try tables(
      applications, yu, "二、成员", "申请人姓名,姓名,与申请人关系,年收入,,,", ",,,工资性收入,经营净收入,财产净收入,转移净收入",
      "余一,余一,本人,20000,0,0,0")
    #expect(read.map(\.form) == [.applications, .members])
    #expect(read[1].records.count == 1)
    #expect(read[1].records[0].money(.wageIncome).value?.amount.description == "20000.00")
  }

  @Test("a header that is repeated on the next page begins no table")
  func repeated() throws {
    let read = try tables(applications, yu, "第2页", applications, diao)
    #expect(read.map(\.records.count) == [2])
  }

  @Test("the same header below another unit's line is that unit's table")
  func secondUnit() throws {
    let read = try tables(
      "填报单位：州水务局", applications, yu, "填报单位：州气象台", applications, diao)
    #expect(read.map(\.unitLine) == ["州水务局", "州气象台"])
    #expect(read.map(\.records.count) == [1, 1])
  }

  @Test("a small table above a larger one keeps its rows")
  func smallFirst() throws {
    let read = try tables(
      "申报编号,资助类别,金额", "1,工会,500", "", applications, yu)
    #expect(read.map(\.form) == [.support, .applications])
    #expect(read.map(\.records.count) == [1, 1])
  }

  @Test("rows of words are rows, not headers")
  func words() throws {
    let read = try tables(
      "申请人姓名,姓名,与申请人关系,就业状况,备注", "余一,余一,本人,在职,姓名", "余一,余小,子女,在校学生,身份证号码", "余一,余大,父母,退休,")
    #expect(read.map(\.records.count) == [3])
  }
}
