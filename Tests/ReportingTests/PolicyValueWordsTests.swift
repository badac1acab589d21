import Casework
import Testing

@testable import Reporting

@Suite("The policy's values in words")
struct PolicyValueWordsTests {
  private func sources(_ values: [PolicyValue], _ language: Language) -> [PolicySource] {
    PolicySource.sources(of: values, in: language) { PolicyValueWords($0, in: language) }
  }

  private func value(
    _ name: String, _ shown: String, source: String = "办法", isAssumed: Bool = false
  ) -> PolicyValue {
    PolicyValue(
      name: name, shown: shown, effectiveFrom: day("2013-01-01"), source: source, citation: "",
      isAssumed: isAssumed, place: PolicyPlace(line: 1))
  }

  @Test(
    "say what the value does, in both languages",
    arguments: [
      ("income.windowMonths", "12", "计算期：12 个月", "Income window: 12 months"),
      ("income.windowMonths", "12 个月", "计算期：12 个月", "Income window: 12 个月"),
      ("income.aboutPercent", "10", "约数的浮动：±10%", "Spread of approximate figures: ±10%"),
      ("income.itemTypes.工资.component", "wage", "工资：计入工资性收入", "工资: counted as wage income"),
      ("income.itemTypes.救助金.disregard.whole", "true", "救助金：全部不计入", "救助金: not counted at all"),
      (
        "income.unknownComponents.business.lowYuan", "-200000", "不明时的上下限：经营净收入：最低 -200000 元",
        "Bounds where unknown: net business income: at least -200000 yuan"
      ),
      (
        "expenditure.deducted.教育", "{}", "可扣除的支出：教育：按实际负担扣除",
        "Deducted expenditure: 教育: deducted as borne"
      ),
      (
        "expenditure.deducted.医疗.sharePercent", "80", "可扣除的支出：医疗：扣除 80%",
        "Deducted expenditure: 医疗: 80% deducted"
      ),
      ("threshold.comparator", "<=", "认定标准：≤", "The line: ≤"),
      ("frequency.months", "24", "帮扶间隔：24 个月", "Interval between two helps: 24 months"),
      ("procedure.sealRequired", "false", "须签章：否", "A seal is asked for: no"),
      ("rules.EVIDENCE.mode", "warn", "仅作提示的规则：证明材料", "Rules that only warn: Documents"),
      ("something.new", "7", "something.new：7", "something.new: 7"),
    ])
  func words(name: String, shown: String, chinese: String, english: String) {
    let own = value(name, shown)
    #expect(PolicyValueWords(own, in: .simplifiedChinese).item?.text == chinese)
    #expect(
      PolicyValueWords(own, in: .english).item?.text.lowercased() == english.lowercased())
  }

  @Test("say together what is said of one thing, and list rules that are switched alike")
  func together() {
    let sources = sources(
      [
        value("income.itemTypes.工资.component", "wage"), value("income.windowMonths", "12"),
        value("income.itemTypes.工资.regular", "true"), value("rules.CAUSE.mode", "on"),
        value("rules.UNIQUE.mode", "on"),
      ], .simplifiedChinese)
    let items = sources.flatMap(\.groups).flatMap(\.items).map(\.text)
    #expect(sources.count == 1 && items.count == 3)
    #expect(items[0] == "工资：计入工资性收入，空白月数按整个计算期")
    #expect(items[2].hasPrefix("起决定作用的规则：") && items[2].contains("，"))
  }

  @Test("stand together where they come from one document, and say whether anybody confirmed them")
  func sources() {
    let values = [
      value("income.windowMonths", "12", isAssumed: true), value("frequency.months", "12"),
      value("income.aboutPercent", "10", isAssumed: true),
      value("procedure.noticeMinimumDays", "5", source: "另一办法"),
    ]
    let sources = self.sources(values, .english)
    #expect(sources.map { $0.groups.flatMap(\.items).count } == [2, 1, 1])
    #expect(sources.map(\.isAssumed) == [true, false, false])
    #expect(sources.map(\.source) == ["办法", "办法", "另一办法"])
    #expect(sources.allSatisfy { $0.effectiveFrom == day("2013-01-01") })
    #expect(
      sources.map { $0.standing(in: .english) } == [
        "assumed, to be confirmed", "as the document says", "as the document says",
      ])
    let unsaid = self.sources([value("causes", "疾病", source: "")], .english)
    #expect(unsaid.map { $0.standing(in: .english) } == ["no document named"])
    #expect(
      policyValuesTitle(values, in: .english) == "Policy values used (4, of which 2 are assumed)")
  }

  @Test("are escaped, whatever a policy file says", arguments: [true, false])
  func escaping(wordsAreMade: Bool) {
    let hostile = "<script>&\""
    let values = [
      PolicyValue(
        name: "income.itemTypes.\(hostile).component", shown: "wage", effectiveFrom: nil,
        source: hostile, citation: hostile, isAssumed: true, place: PolicyPlace(line: 1)),
      PolicyValue(
        name: "causes", shown: hostile, effectiveFrom: nil, source: "", citation: hostile,
        isAssumed: true, place: PolicyPlace(line: 1)),
    ]
    let wording = wordsAreMade ? PolicyWording(PolicyValues(values), in: .english) : nil
    let markup = policyValuesMarkup(values, in: .english, saying: wording)
    #expect(!markup.contains("<script") && markup.contains("&lt;script&gt;&amp;&quot;"))
    #expect(!markup.contains("&amp;lt;"))
  }

  @Test("are the same from words that were made for many cases", arguments: Language.allCases)
  func wording(language: Language) {
    let values = FullCase.policyValues
    let wording = PolicyWording(PolicyValues(values), in: language)
    #expect(
      policyValuesMarkup(values, in: language, saying: wording)
        == policyValuesMarkup(values, in: language))
    // A value of another edition has words of its own.
    let other = PolicyWording(
      PolicyValues([value("income.windowMonths", "3")]), in: language)
    #expect(
      policyValuesMarkup(values, in: language, saying: other)
        == policyValuesMarkup(values, in: language))
  }
}
