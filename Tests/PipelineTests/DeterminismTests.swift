import Foundation
import Testing

@testable import Pipeline

extension SampleRound {
  /// The same input and definition give the same bytes.
  @Suite("The same round gives the same files")
  struct DeterminismTests {
    let run: SampleRun
    let folder: TemporaryFolder

    init() throws {
      run = try #require(SampleRun.current)
      folder = try TemporaryFolder()
    }

    @Test("whatever the number of jobs", arguments: [1, 4])
    func jobs(_ jobs: Int) async throws {
      let summary = try await Pipeline.run(
        SampleRun.request(output: folder.path + "/output", jobs: jobs))
      try expectSameFiles(summary)
    }

    @Test("wherever the files lie and in whatever order they came there")
    func otherFolder() async throws {
      let input = try folder.copyBackwards(SampleRun.input, to: "elsewhere/批次")
      let summary = try await Pipeline.run(
        SampleRun.request(input: input, output: folder.path + "/output"))
      try expectSameFiles(summary)
    }

    @Test("a second run into the same folder is unchanged and rewrites nothing")
    func unchanged() async throws {
      let output = folder.path + "/output"
      let first = try await Pipeline.run(SampleRun.request(output: output))
      let before = try stamps(first.path)
      let second = try await Pipeline.run(SampleRun.request(output: output))
      #expect(!first.isUnchanged && second.isUnchanged)
      #expect(second.runID == first.runID && second.path == first.path)
      #expect(second.outcomes == first.outcomes && second.problems == first.problems)
      #expect(second.exitCode(isStrict: false) == first.exitCode(isStrict: false))
      #expect(try stamps(first.path) == before)
      #expect(try FileManager.default.contentsOfDirectory(atPath: output).count == 2)
    }

    @Test("one changed byte makes another run beside the first, and latest follows")
    func changedInput() async throws {
      let input = try folder.copyBackwards(SampleRun.input, to: "round")
      let output = folder.path + "/output"
      let first = try await Pipeline.run(SampleRun.request(input: input, output: output))
      let late = try text(of: input + "/补报汇总.csv")
      try folder.write(late.replacing("30000", with: "30001"), to: "round/补报汇总.csv")
      let second = try await Pipeline.run(SampleRun.request(input: input, output: output))
      #expect(second.runID != first.runID)
      let latest = try FileManager.default.destinationOfSymbolicLink(atPath: output + "/latest")
      #expect(latest == second.runID)
      #expect(FileManager.default.fileExists(atPath: first.path + "/run.json"))
    }

    /// Every file is the same to the byte, apart from the time in run.json.
    private func expectSameFiles(_ summary: RunSummary) throws {
      #expect(summary.runID == run.summary.runID)
      let names = try files(below: run.path)
      #expect(try files(below: summary.path) == names)
      for name in names where name != "run.json" {
        let isSame = try bytes(of: summary.path + "/" + name) == bytes(of: run.path + "/" + name)
        #expect(isSame, "\(name)")
      }
      #expect(try manifest(summary.path) == manifest(run.path))
    }

    private func manifest(_ path: String) throws -> [Substring] {
      let lines = try text(of: path + "/run.json").split(separator: "\n")
      let untimed = lines.filter { !$0.contains("\"written_at\"") }
      #expect(untimed.count == lines.count - 1)
      return untimed
    }

    /// Place and time of change of every file.
    private func stamps(_ path: String) throws -> [String] {
      try files(below: path).map { name in
        let attributes = try FileManager.default.attributesOfItem(atPath: path + "/" + name)
        let changed = attributes[.modificationDate] as? Date
        return "\(name) \(attributes[.systemFileNumber] ?? "") \(changed?.description ?? "")"
      }
    }
  }
}
