import Casework
import Foundation
import Testing

@testable import Pipeline

@Suite("An amount that is open above (3000元以上)")
struct OpenAmountTests {
  @Test("is shown by its lower bound, and no published figure swamps the household")
  func shown() async throws {
    let trip = try ReturnTrip()
    try trip.put([
      "申报编号,姓名,身份证号码,申报类别,致困原因,已享受普惠政策,已接受各类捐助,申报日期,家庭人口,工资性收入(元/月),家庭债务",
      "A-1,余一,513299196503151234,在职,疾病,是,是,2015-09-10,3,3000以上,不低于50000",
    ])
    try trip.put(
      ["申报编号,支出项目,发生金额,报销金额", "A-1,医疗,2万元以上,1000"], at: ReturnTrip.unit + "/支出.csv")
    let request = SampleRun.request(
      input: trip.folder.path + "/round", output: trip.folder.path + "/output")
    let path = try await run(request).path
    let household = try #require(try await screened(request).cases.first).household
    #expect(household.disposable.low == Money(yuan: 36_000))
    #expect(household.disposable.high <= Money(yuan: 500_000))
    #expect(household.expenditure == MoneyInterval(Money(yuan: 19_000), Money(yuan: 499_000)))
    var shown = ""
    for name in try files(below: path) where !name.hasSuffix(".xlsx") {
      let content = try text(of: path + "/" + name)
      for noise in ["000000000000", "000,000,000,000"] {
        #expect(!content.contains(noise), "\(name)")
      }
      if name.hasPrefix("dossiers/") { shown += content }
    }
    #expect(shown.contains("不低于 50,000.00 元"))
  }
}
