import Testing

@testable import Tabular

struct HostileCase: Sendable, CustomTestStringConvertible {
  let name: String
  let text: String
  let code: TabularError.Code
  var testDescription: String { name }
}

@Suite("Hostile XML")
struct HostileFileTests {
  static let body = String(
    decoding: workbook("<Row>\(cell("&l9;"))</Row>", declaration: ""), as: UTF8.self)
  static let cases = [
    HostileCase(
      name: "entities that multiply",
      text: "<!DOCTYPE Workbook [<!ENTITY l0 \"lol\"><!ENTITY l9 \"&l0;&l0;\">]>" + body,
      code: .documentType),
    HostileCase(
      name: "an external entity",
      text: "<!DOCTYPE Workbook [<!ENTITY l9 SYSTEM \"file:///etc/hostname\">]>" + body,
      code: .documentType),
    HostileCase(
      name: "an external document type",
      text: "<!DOCTYPE Workbook SYSTEM \"file:///evil.dtd\">" + body,
      code: .documentType),
    HostileCase(name: "an entity nobody declared", text: body, code: .malformedXML),
    HostileCase(
      name: "deep nesting", text: String(repeating: "<a>", count: 5_000), code: .tooLarge),
    HostileCase(
      name: "too many attributes",
      text: "<a " + (0..<5_000).map { "a\($0)=\"\"" }.joined(separator: " ") + "/>", code: .tooLarge
    ),
    HostileCase(
      name: "too many namespaces",
      text: "<a " + (0..<5_000).map { "xmlns:a\($0)=\"u\"" }.joined(separator: " ") + "/>",
      code: .tooLarge),
    HostileCase(
      name: "a very long name", text: "<" + String(repeating: "n", count: 100_000) + "/>",
      code: .tooLarge),
    HostileCase(name: "an attribute twice", text: "<a x=\"1\" x=\"2\"/>", code: .malformedXML),
    HostileCase(
      name: "two roots", text: String(repeating: body.replacing("&l9;", with: "a"), count: 2),
      code: .malformedXML),
    HostileCase(
      name: "a comment without end", text: "<a><!-- " + String(repeating: "x", count: 9_000),
      code: .truncatedXML),
    HostileCase(
      name: "character data without end", text: body.prefix(while: { $0 != "&" }) + "<![CDATA[abc",
      code: .truncatedXML),
  ]

  @Test("is refused by name, at once", arguments: cases)
  func refused(_ example: HostileCase) {
    #expect(errorCode(Array(example.text.utf8)) == example.code)
  }

  @Test("an inclusion is never followed")
  func inclusion() throws {
    let include =
      "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" parse=\"text\" "
      + "href=\"file:///etc/hostname\"/>"
    let sheet = try readTables(from: workbook("<Row>\(cell(include))</Row>")).sheets[0]
    #expect(grid(of: sheet) == [[]])
  }

  @Test("a row without end and a line of delimiters stay within their limits")
  func longRows() throws {
    var limits = TableLimits()
    limits.maximumRowBytes = 200_000
    let line = Array(String(repeating: "a,", count: 200_000).utf8)
    #expect(throws: TabularError.self) { try readTables(from: line, limits: limits) }
    let file = try readTables(from: line)
    #expect(file.sheets[0][0].cells.count == TableLimits.standard.maximumColumns)
    #expect(file.damage.map(\.code) == [.capReached])
  }

  @Test("a formula's text is only text")
  func formula() throws {
    let table =
      "<Row><Cell ss:Formula=\"=HYPERLINK(&quot;http://x&quot;)\">"
      + "<Data ss:Type=\"String\">=1+1</Data></Cell></Row>"
    #expect(grid(of: try readTables(from: workbook(table)).sheets[0]) == [["=1+1"]])
  }
}
