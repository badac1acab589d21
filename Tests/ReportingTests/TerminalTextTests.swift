import Testing

@testable import Reporting

@Suite("Text for a terminal")
struct TerminalTextTests {
  @Test(
    "a Chinese character takes two columns, a combining sign none",
    arguments: [("abc", 3), ("工资", 4), ("工资 12", 7), ("（元）", 6), ("e\u{301}", 1), ("√×─", 3)])
  func width(text: String, columns: Int) {
    #expect(TerminalText.width(text) == columns)
  }

  @Test("lines break between words and between wide characters, never before a closing sign")
  func wrapping() {
    #expect(TerminalText.wrapped("one two three", to: 8) == ["one two", "three"])
    #expect(TerminalText.wrapped("家庭人均收入", to: 4) == ["家庭", "人均", "收入"])
    #expect(TerminalText.wrapped("家庭收入，符合。", to: 8) == ["家庭收", "入，符", "合。"])
    #expect(TerminalText.wrapped("", to: 8) == [])
  }

  @Test("two texts stand at both edges, with a blank between them at least")
  func spreading() {
    #expect(TerminalText.spread("工资", "1.00", over: 12) == "工资    1.00")
    #expect(TerminalText.spread("工资工资", "1.00", over: 6) == "工资工资 1.00")
  }
}
