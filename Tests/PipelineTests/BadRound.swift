import Foundation
import Reporting
import Testing

@testable import Pipeline

/// A run that ends badly, in its own folder; nothing of it may be published half.
struct BadRound {
  let folder: TemporaryFolder
  var input: String
  var pipeline = SampleRun.pipeline
  var output: String
  var asOf: String?

  /// A bad round of `samples/hostile`, else an empty folder to fill.
  init(_ story: String? = nil) throws {
    folder = try TemporaryFolder()
    output = folder.path + "/output"
    input = folder.path + "/round"
    try FileManager.default.createDirectory(atPath: input, withIntermediateDirectories: true)
    guard let story else { return }
    let source = repository + "/samples/hostile/" + story
    for name in try files(below: source) {
      try folder.write(bytes(of: source + "/" + name), to: "round/" + name)
    }
  }

  var request: RunRequest {
    RunRequest(
      pipeline: pipeline, input: input, output: output,
      registry: folder.path + "/registry/registry.sqlite", asOf: asOf)
  }

  /// The failure the run ends with, after it was seen that the output holds nothing new.
  func failure() async throws -> RunFailure {
    let before = entries(of: output)
    let failure = try await #require(throws: RunFailure.self) { _ = try await run(request) }
    #expect(entries(of: output) == before, "something was published")
    expectReadable(failure)
    return failure
  }

  /// The run's summary, after it was seen that the output holds the run and `latest` alone.
  func summary() async throws -> RunSummary {
    let summary = try await run(request)
    #expect(entries(of: output) == [summary.runID, "latest"])
    return summary
  }

  private func entries(of folder: String) -> [String] {
    guard isFolder(folder) else { return [] }
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    } catch {
      return ["\(error)"]
    }
  }

  /// A message has words in both languages, and neither shows what only programmers know.
  private func expectReadable(_ failure: RunFailure) {
    let (chinese, english) = (failure.inChinese, failure.inEnglish)
    for message in [chinese, english] {
      for noise in ["/../", "NSCocoa", "Domain", "Optional(", "Error.", "YamlError", ".staging"] {
        #expect(!message.contains(noise), "\(message)")
      }
    }
    #expect(chinese != english)
    #expect(chinese.hasSuffix("。"), "\(chinese)")
    #expect(english.hasSuffix("."), "\(english)")
  }
}

extension RunFailure {
  var inChinese: String { words(in: .simplifiedChinese) }
  var inEnglish: String { words(in: .english) }
}
