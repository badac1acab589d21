import Foundation
import Testing

/// The repository's pipeline file with its forms and policy, copied so that a test can change it.
struct DefinitionCopy {
  let folder: TemporaryFolder

  var pipeline: String { folder.path + "/pipelines/annual-intake.yaml" }
  var output: String { folder.path + "/output" }

  /// Copies `pipelines/`; the earlier rounds are found through their whole paths.
  init() throws {
    folder = try TemporaryFolder()
    for name in try files(below: repository + "/pipelines") {
      try folder.write(bytes(of: repository + "/pipelines/" + name), to: "pipelines/" + name)
    }
    try replace("input: ../samples", with: "input: \(repository)/samples", in: "annual-intake.yaml")
  }

  /// Replaces a text that must be there, everywhere in one file of the definition.
  func replace(_ old: String, with new: String, in name: String) throws {
    let text = try text(of: folder.path + "/pipelines/" + name)
    try #require(text.contains(old), "\(name) has no \(old)")
    try folder.write(text.replacing(old, with: new), to: "pipelines/" + name)
  }

  /// The 1-based line on which a text stands first.
  func line(of part: String, in name: String) throws -> Int {
    let text = try text(of: folder.path + "/pipelines/" + name)
    let before = try #require(text.range(of: part), "\(name) has no \(part)").lowerBound
    return text[..<before].count { $0.isNewline } + 1
  }
}
