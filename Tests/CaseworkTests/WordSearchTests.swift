import Casework
import Testing

@Suite("Words are found in texts byte by byte")
struct WordSearchTests {
  @Test(
    "a word stands where its characters do",
    arguments: [
      ("填报单位:州水务局", "单位", "填报"), ("单位", "单位", ""), ("家庭年收入", "年", "家庭"),
      ("单单位", "单位", "单"), ("a单b单位", "单位", "a单b"),
    ])
  func found(_ text: String, _ word: String, _ before: String) {
    let place = text.place(of: word)
    #expect(place.map { String(text[..<$0.lowerBound]) } == before)
    #expect(place.map { String(text[$0]) } == word)
    #expect(text.dropFirst(0).holds(word))
  }

  @Test(
    "a word that is not there, or longer than the text, is not found",
    arguments: [("单", "单位"), ("", "单位"), ("位单", "单位"), ("填报", "单位"), ("单位", "")])
  func missing(_ text: String, _ word: String) {
    #expect(text.place(of: word) == nil)
    #expect(!text.holds(word))
  }

  @Test("a place in the rest of a text is a place in the text")
  func rest() {
    let text = "单位:元 单位:万元"
    let rest = text[text.index(text.startIndex, offsetBy: 3)...]
    #expect(rest.place(of: "单位").map { text[$0.upperBound...] } == ":万元")
  }
}
