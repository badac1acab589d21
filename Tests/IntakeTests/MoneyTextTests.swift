import Casework
import Tabular
import Testing

@testable import Intake

@Suite("Amounts are read exactly or not at all")
struct MoneyTextTests {
  private static let yuan = AmountScale.unsaid
  private static let tenThousand = AmountScale(yuanPower: 4)

  @Test(
    "one exact amount in fen",
    arguments: [
      ("3860", 386_000), ("0", 0), ("3860.5", 386_050), ("12500.50", 1_250_050), (".5", 50),
      ("3860.", 386_000), ("0003860", 386_000), ("4,512.50", 451_250), ("4，512.50", 451_250),
      ("1,234,567.89", 123_456_789), ("1'234'567.89", 123_456_789), ("1’234", 123_400),
      ("￥3 860.00", 386_000), ("¥3860", 386_000),
      ("人民币3860元", 386_000), ("RMB 3860", 386_000), ("3860元整", 386_000), ("3860圆", 386_000),
      ("３８６０．５０", 386_050), ("３，８６０元", 386_000), (" 3860 元 ", 386_000),
      ("0.38万元", 380_000), ("0.38万", 380_000), ("1.2W", 1_200_000), ("1.2w", 1_200_000),
      ("3千元", 300_000), ("3k", 300_000), ("68万元", 68_000_000), ("1.5亿元", 15_000_000_000),
      ("3元8角", 380), ("3元8角5分", 385), ("1409元5角", 140_950), ("5角", 50), ("1万2千元", 1_200_000),
      ("3.86E3", 386_000), ("3.86E+03", 386_000), ("1.2e4", 1_200_000),
      ("3860.1999999999998", 386_020), ("4512.4999999999991", 451_250),
      ("120.50000000000001", 12_050),
      ("38600.000000000007", 3_860_000), ("999.99999999999989", 100_000),
    ])
  func exact(_ text: String, _ fen: Int64) throws {
    let amount = try #require(MoneyText.amount(text, scale: Self.yuan))
    #expect(amount.amount.exact == Money(fen: fen))
    #expect(amount.precision == .exact)
    #expect(amount.period == nil)
  }

  @Test("a binary tail in a column of 万元 is dropped too")
  func tailInTenThousands() {
    let amount = MoneyText.amount("0.38600000000000001", scale: Self.tenThousand)
    #expect(amount?.amount.exact == Money(yuan: 3860))
  }

  @Test(
    "capital and common numerals (支付结算办法, 附件一), both spellings of the zero",
    arguments: [
      ("人民币壹仟肆佰零玖元伍角", 140_950), ("人民币壹万陆仟肆佰零玖元零贰分", 1_640_902),
      ("人民币叁佰贰拾伍元零肆分", 32_504), ("人民币陆仟零柒元壹角肆分", 600_714),
      ("人民币壹仟陆佰捌拾元零叁角贰分", 168_032), ("人民币壹仟陆佰捌拾元叁角贰分", 168_032),
      ("人民币壹拾万柒仟元零伍角叁分", 10_700_053), ("人民币壹拾万零柒仟元伍角叁分", 10_700_053),
      ("人民币陆拾捌万元整", 68_000_000), ("陆拾捌万圆正", 68_000_000), ("伍角整", 50),
      ("壹萬貳仟元整", 1_200_000), ("三千八百六十元", 386_000), ("三千八百六十", 386_000),
      ("三千零五元", 300_500), ("三千零五十", 305_000), ("一万零五百", 1_050_000), ("十元", 1_000),
      ("十五万", 15_000_000), ("二十元", 2_000), ("一百一十", 11_000), ("两千元", 200_000),
      ("一亿三千万元", 13_000_000_000), ("零元", 0), ("零元整", 0),
    ])
  func numerals(_ text: String, _ fen: Int64) {
    #expect(MoneyText.amount(text, scale: Self.yuan)?.amount.exact == Money(fen: fen))
  }

  @Test(
    "a written nothing is zero (contract 2)",
    arguments: ["0", "0.00", "—", "——", "-", "－", "/", "／", "无", " 无 ", "没有"])
  func nothing(_ text: String) {
    #expect(MoneyText.amount(text, scale: Self.tenThousand)?.amount == .zero)
  }

  @Test(
    "the period is taken from the cell",
    arguments: [
      ("3860元/月", 386_000, Period.month), ("3860/月", 386_000, .month),
      ("3860元／月", 386_000, .month), ("每月3860元", 386_000, .month),
      ("3860元每月", 386_000, .month), ("月3860元", 386_000, .month), ("4.6万元/年", 4_600_000, .year),
      ("年4.6万元", 4_600_000, .year), ("全年46000", 4_600_000, .year), ("9000元/季", 900_000, .quarter),
      ("9000元/季度", 900_000, .quarter), ("3860元（月）", 386_000, .month), ("月收入3860元", 386_000, .month),
      ("约3000元/月", 300_000, .month),
    ])
  func period(_ text: String, _ fen: Int64, _ period: Period) {
    let amount = MoneyText.amount(text, scale: AmountScale(period: .once))
    #expect(amount?.amount.low == Money(fen: fen))
    #expect(amount?.period == period)
  }

  @Test(
    "the cell's own unit goes before the column's 万元",
    arguments: [
      ("0.38", 380_000), ("3860元", 386_000), ("0.38万元", 380_000), ("3千", 300_000),
      ("三万", 3_000_000), ("叁万捌仟陆佰元", 3_860_000), ("十五", 15_000_000), ("3-5", nil),
    ])
  func unitOfCell(_ text: String, _ fen: Int64?) {
    let amount = MoneyText.amount(text, scale: Self.tenThousand)
    #expect(amount?.amount.exact?.fen == fen)
  }

  @Test("a bare 三千 in a column of 万元 can be 三千元 or 三千万, so it is not read")
  func numeralsWithoutUnit() {
    #expect(MoneyText.amount("三千", scale: Self.tenThousand) == nil)
    #expect(MoneyText.amount("三千", scale: Self.yuan)?.amount.exact == Money(yuan: 3000))
  }

  @Test(
    "inexact words make bounds or a mark, never a silent figure",
    arguments: [
      ("约3000", 300_000, 300_000, Precision.about), ("大约3000元", 300_000, 300_000, .about),
      ("3000元左右", 300_000, 300_000, .about), ("68万余元", 68_000_000, 69_000_000, .atLeast),
      ("170余万元", 170_000_000, 180_000_000, .atLeast), ("3000多元", 300_000, 400_000, .atLeast),
      ("3000-3500元", 300_000, 350_000, .range), ("3000~3500", 300_000, 350_000, .range),
      ("3000至3500元", 300_000, 350_000, .range), ("3—5万元", 3_000_000, 5_000_000, .range),
      ("约3000-3500元", 300_000, 350_000, .about),
      ("3000元以上", 300_000, 100_000_000_000_000, .atLeast),
      ("不低于3000元", 300_000, 100_000_000_000_000, .atLeast),
      ("3000元以下", 0, 300_000, .atMost), ("不足0.3万元", 0, 300_000, .atMost),
      ("≤3000", 0, 300_000, .atMost), ("3000元以内/月", 0, 300_000, .atMost),
      ("约每月3000", 300_000, 300_000, .about),
    ])
  func inexact(_ text: String, _ low: Int64, _ high: Int64, _ precision: Precision) {
    let amount = MoneyText.amount(text, scale: Self.yuan)
    #expect(amount?.amount == MoneyInterval(Money(fen: low), Money(fen: high)))
    #expect(amount?.precision == precision)
  }

  @Test(
    "a part of a fen lies between the fen on both sides",
    arguments: [
      ("0.005", 0, 1), ("12.345", 1234, 1235), ("0.0000386万元", 38, 39),
      ("1E-30", 0, 1), ("123456789012345678E-35", 0, 1),
    ])
  func partOfFen(_ text: String, _ low: Int64, _ high: Int64) {
    let amount = MoneyText.amount(text, scale: Self.yuan)?.amount
    #expect(amount == MoneyInterval(Money(fen: low), Money(fen: high)))
  }

  @Test(
    "negatives",
    arguments: [
      ("-300", -30_000), ("−300.5", -30_050), ("负300元", -30_000),
      ("(300)", -30_000), ("（1,300.00）", -130_000), ("-¥300", -30_000), ("-0.03万元", -30_000),
    ])
  func negative(_ text: String, _ fen: Int64) {
    #expect(MoneyText.amount(text, scale: Self.yuan)?.amount.exact == Money(fen: fen))
  }

  @Test(
    "what is no amount, or two, is not read",
    arguments: [
      "12.5OO", "l2500", "1O00", "125oo", "几万元", "十几万", "两三千元", "数千", "不详", "见附件", "待核实",
      "1,2,3", "12,34", "1,2345", ",123", "1,,234", "1.234,56", "1.2.3", "3860..5", "12:50",
      "3860 4000", "3860\n120.5", "38 60", "1 2 3", "$3000", "US$3000", "3000美元", "3860元5000元",
      "3000-", "5000-3000", "2015-3-5", "2015年3月", "3860/12", "3860*12", "3860+120", "=3860*12",
      "1.5万5千", "1万12000元", "3元15角", "三千八", "一万五", "三百五千", "五零", "千元", "万元", "元", "十十",
      "___", "\\", "1e400", "99999999999999999999", "12月", "第3", "3860元/人/天", "100%",
    ])
  func unreadable(_ text: String) {
    #expect(MoneyText.amount(text, scale: Self.yuan) == nil)
  }

  @Test("a truth value or a date of a spreadsheet is no amount")
  func foreignKinds() throws {
    #expect(try cell("1", of: .debt, kind: .boolean).codes == [.moneyUnreadable])
    let date = try cell("1988-02-29T00:00:00.000", of: .debt, kind: .date)
    #expect(date.codes == [.moneyUnreadable])
  }

  @Test("an approximate amount and a negative one are warned of, a loss in business is not")
  func warnings() throws {
    #expect(try cell("约3000", of: .declaredAnnualIncome).codes == [.moneyApproximate])
    #expect(try cell("12.345", of: .debt).codes == [])
    #expect(try cell("-300", of: .wageIncome).codes == [.moneyNegative])
    #expect(try cell("-300", of: .netBusinessIncome).codes == [])
  }

  @Test("a bare amount takes the period of its field")
  func fieldPeriod() throws {
    guard case .money(let year) = try cell("46000", of: .declaredAnnualIncome).value,
      case .money(let month) = try cell("3860", of: .declaredPerCapitaIncome).value
    else {
      Issue.record("no amount")
      return
    }
    #expect(year.period == .year)
    #expect(month.period == .month)
  }
}
