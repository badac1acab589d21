import Casework
import Foundation
import Reporting
import Testing

@testable import Pipeline
@testable import Tabular

/// What is said in Chinese about files that are hostile, damaged or of another kind.
@Suite("Messages about files")
struct FileMessageTests {
  /// Names of formats and programs, which are the same in every language.
  private static let names: Set<String> = [
    "XLSX", "XLS", "XLSB", "ODS", "CSV", "XML", "UTF", "GB", "utf", "gb", "big", "Excel", "WPS",
    "DOCTYPE", "PDF", "PNG", "JPEG", "OLE", "ZIP", "GZIP", "RAR", "DOC", "DOCX", "HTML", "windows",
    "LE", "BE",
  ]

  private static let fixtures = repository + "/Tests/TabularTests/Fixtures/"

  /// Files as they are, cut, and with a byte changed, and beginnings of other kinds of files.
  private static func contents() throws -> [[UInt8]] {
    var all = try files(below: fixtures).filter { !$0.contains("expected/") }
      .map { try bytes(of: fixtures + $0) }
    all += try files(below: repository + "/samples/hostile").filter { !$0.hasSuffix(".md") }
      .map { try bytes(of: repository + "/samples/hostile/" + $0) }
    for content in all where content.count > 40 {
      all.append(Array(content.prefix(content.count / 3)))
      all.append(Array(content.dropLast(12)))
      var changed = content
      for place in stride(from: content.count / 5, to: content.count, by: content.count / 5) {
        changed[place] ^= 0x55
      }
      all.append(changed)
    }
    let starts: [String] = [
      "%PDF-1.7", "Rar!", "\u{FEFF}", "<a x='1' x='2'/>", "<a>&b;</a>", "<a>", "<x><y>1</x>",
      "<a>甲<b>1</b></a>", "<html><p>甲</p></html>", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
    ]
    return all + starts.map { Array($0.utf8) } + [[], [0x1F, 0x8B, 8], [9, 2, 6, 0, 0, 0, 16, 0]]
  }

  @Test("hold no English word but names of formats and programs")
  func chinese() throws {
    let folder = try TemporaryFolder()
    let definition = try PipelineDefinition(RunRequest(pipeline: SampleRun.pipeline))
    var codes: Set<FindingCode> = []
    for (number, content) in try Self.contents().enumerated() {
      let path = try folder.write(content, to: "\(number)")
      let read = readFile(
        InputFile(path: path, folder: nil, digest: ""), at: 0, in: "",
        library: definition.library, asOf: definition.asOf)
      for finding in read.findings where finding.code.rawValue.hasPrefix("file.") {
        codes.insert(finding.code)
        expectChinese(words(for: finding, in: .simplifiedChinese).message)
      }
    }
    #expect(
      codes.isSuperset(of: [
        .fileArchiveBroken, .fileBinary, .fileEmpty, .fileMalformedXML, .fileTruncatedXML,
        .fileUnknownXML, .fileWorkbookUnsupported,
      ]))
  }

  @Test("every reason and every kind of damage has words of its own in both languages")
  func everyReason() {
    let reasons = TabularReason.Kind.allCases.map { ($0.rawValue, $0 == .otherKind) }
    for (name, standsForItself) in reasons + TableDamage.Code.allCases.map({ ($0.rawValue, false) })
    {
      let argument = name == TabularReason.Kind.systemError.rawValue ? "\(name) 2" : name
      let finding = Finding(.fileArchiveBroken, at: nil, [argument])
      let chinese = words(for: finding, in: .simplifiedChinese).message
      expectChinese(chinese)
      #expect(standsForItself || chinese.contains("（"), "\(name): \(chinese)")
      #expect(!words(for: finding, in: .english).message.contains(name + ")"), "\(name)")
    }
  }

  @Test("say what a limit counts, and the limit")
  func limits() {
    let error = TabularError(.tooLarge, .tooManyRows, 1_048_576)
    let finding = error.finding(at: nil)
    #expect(
      words(for: finding, in: .simplifiedChinese).message == "文件过大：一张表的行数，上限为1048576")
    #expect(
      words(for: finding, in: .english).message
        == "The file is too large: rows of a sheet (maximumRows); the limit is 1048576")
  }

  private func expectChinese(_ message: String) {
    let found = message.split { !$0.isASCII || !$0.isLetter }.filter { $0.count > 1 }
    #expect(found.allSatisfy { Self.names.contains(String($0)) }, "\(message)")
  }
}
