import Casework
import Foundation
import Testing

@testable import Reporting

@Suite("The catalogue of messages")
struct CatalogueTests {
  @Test("has words for every finding, with arguments and without", arguments: Language.allCases)
  func findings(language: Language) {
    for code in FindingCode.allCases {
      let arguments = code.argumentMeanings.map { _ in "7" }
      let full = Finding(code, at: nil, field: .amount, value: "12.5OO", arguments)
      for finding in [Finding(code, at: nil), full] {
        let words = words(for: finding, in: language)
        expectReadable(words.message, of: code.rawValue)
        expectReadable(words.hint, of: code.rawValue)
        #expect(words.message.lowercased() != code.rawValue, "no words for \(code.rawValue)")
      }
    }
  }

  @Test("has a sentence for every reason, with arguments and without", arguments: Language.allCases)
  func reasons(language: Language) {
    for reason in DecisionReason.allCases {
      let full = reason.argumentMeanings.map { _ in "7" }
      for arguments in [[], full] {
        let decision = ExplainedDecision(
          Decision(.incomeTest, .unknown, because: reason), arguments)
        expectReadable(sentence(for: decision, in: language), of: reason.rawValue)
      }
    }
  }

  @Test("has a sentence for every step to a suggestion", arguments: Language.allCases)
  func steps(language: Language) {
    for reason in MeasureReason.allCases {
      for arguments in [[], reason.argumentMeanings.map { _ in "7" }] {
        let sentence = sentence(for: MeasureStep(reason, arguments), in: language)
        expectReadable(sentence, of: reason.rawValue)
      }
      let known = Set(reason.argumentMeanings.indices.map(String.init)).union(["*"])
      let gaps = Set(reason.template(in: language).gaps)
      #expect(gaps.isSubset(of: known), "\(reason.rawValue): \(gaps)")
    }
  }

  @Test("uses no gap that the stages do not fill")
  func gaps() {
    for code in FindingCode.allCases {
      let known = Set(code.argumentMeanings.indices.map(String.init)).union(["value", "field"])
      for language in Language.allCases {
        let text = code.text(in: language)
        let gaps = Set(text.message.gaps + text.hint.gaps)
        #expect(gaps.isSubset(of: known), "\(code.rawValue): \(gaps)")
      }
    }
  }

  @Test("has a word for every field and line", arguments: Language.allCases)
  func terms(language: Language) {
    for field in Field.allCases { #expect(!name(of: field, in: language).isEmpty) }
    for word in PageWord.allCases { #expect(!word.text(in: language).isEmpty) }
    for component in IncomeComponent.allCases {
      for kind in [
        WorksheetLineKind.component(component), .householdComponent(component),
        .statedComponent(component), .declaredTotal, .nonIncomeReceipt, .support(""),
        .expenditure(""),
      ] {
        #expect(!title(of: kind, in: language).isEmpty)
      }
    }
  }

  @Test(
    "names identifiers of the contract in the reader's words",
    arguments: [
      ("sealed", "是否签章"), ("members", "家庭成员表"), ("tooSoon", "帮扶间隔内再次申报"),
      ("noticeTo 4 < 7", "公示 4 天，不足 7 天"), ("verifiedOn > noticeFrom", "核实日期晚于公示开始日期"),
      ("phone;address", "联系电话、家庭住址"), ("<=", "≤"), ("诊断书", "诊断书"),
    ])
  func arguments(argument: String, shown: String) {
    #expect(argumentWords(argument, in: .simplifiedChinese) == shown)
  }

  @Test("leaves a stretch out when its gap has no filling")
  func stretches() {
    let template = MessageTemplate("合计不符[：填写 {0}][，实际 {1}]。")
    #expect(template.filled(with: ["0": "5", "1": "6"]) == "合计不符：填写 5，实际 6。")
    #expect(template.filled(with: ["1": "6"]) == "合计不符，实际 6。")
    #expect(template.filled(with: [:]) == "合计不符。")
  }

  private func expectReadable(_ text: String, of entry: String) {
    #expect(!text.isEmpty, "\(entry)")
    for left in ["{", "}", "[", "]", "「」", "“”", "  ", "（）", "()", "，，", "：，", "，。", " ."] {
      #expect(!text.contains(left), "\(entry): \(text)")
    }
  }
}
