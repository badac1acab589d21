import Casework
import Foundation
import Testing

@Suite("The documentation")
struct DocumentationTests {
  private static let readMes = ["README.md", "README.zh-Hans.md"]

  @Test("names every subcommand", arguments: readMes)
  func namesSubcommands(page: String) throws {
    let folder = repository.appendingPathComponent("Sources/bangfu")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let named = try files.filter { $0.hasSuffix("Command.swift") }.flatMap {
      try text(of: "Sources/bangfu/" + $0).matches(of: /commandName: "(\w+)"/).map { $0.1 }
    }
    #expect(named.count >= 4)
    let words = try text(of: page)
    for name in named { #expect(words.contains("bangfu \(name) "), "\(page): \(name)") }
  }

  @Test(
    "explains every key that a YAML file may hold",
    arguments: [
      ("Policy", "policy"), ("PipelineDefinition.swift", "pipeline"), ("FormFile.swift", "forms"),
    ])
  func explainsKeys(reader: String, page: String) throws {
    // The readers list the keys they accept as literals: keys: ["…"], fieldKeys = ["…"].
    let source = try texts(of: "Sources/Pipeline/\(reader)")
    let keys = source.matches(of: /[kK]eys(?:: | = )\[([^\]]*)\]/)
      .flatMap { $0.1.matches(of: /"(\w+)"/).map { $0.1 } }
    #expect(keys.count >= 10)
    let words = try text(of: "docs/\(page).md")
    for key in Set(keys).sorted() {
      #expect(words.contains(try Regex("[`.\\]]\(key)(\\[\\])?[`.]")), "\(page).md: \(key)")
    }
  }

  @Test("explains every rule of the policy")
  func explainsRules() throws {
    let words = try text(of: "docs/policy.md")
    for rule in RuleCode.allCases { #expect(words.contains("`\(rule.rawValue)`"), "\(rule)") }
  }

  @Test("says the same under the same headings in both languages")
  func sameHeadings() throws {
    let levels = try Self.readMes.map { page in
      try text(of: page).split(separator: "\n").compactMap { $0.prefixMatch(of: /[#]+\s/)?.0.count }
    }
    #expect(levels[0] == levels[1])
  }

  @Test("links to files that are there", arguments: readMes)
  func linksLead(page: String) throws {
    for link in try text(of: page).matches(of: /\]\(([^):]+)\)/) {
      let path = repository.appendingPathComponent(String(link.1)).path
      #expect(FileManager.default.fileExists(atPath: path), "\(page): \(link.1)")
    }
  }

  private var repository: URL {
    URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  }

  /// The text of a file, or of all files of a folder.
  private func texts(of path: String) throws -> String {
    guard !path.hasSuffix(".swift") else { return try text(of: path) }
    let folder = repository.appendingPathComponent(path).path
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      .map { try text(of: path + "/" + $0) }.joined()
  }

  private func text(of path: String) throws -> String {
    try String(contentsOf: repository.appendingPathComponent(path), encoding: .utf8)
  }
}
