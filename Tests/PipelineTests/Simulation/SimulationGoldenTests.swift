import Foundation
import Testing

@testable import Pipeline

@Suite("The simulation of the sample round under a higher line")
struct SimulationGoldenTests {
  @Test("is published as it was looked at last")
  func tables() async throws {
    let folder = try TemporaryFolder()
    let request = RunRequest(
      pipeline: SampleRun.pipeline, input: SampleRun.input, output: folder.path + "/output",
      registry: folder.path + "/registry/r.sqlite", asOf: "2015-12-31")
    let reform = repository + "/pipelines/policies/reforms/higher-line.yaml"
    let summary = try await simulate(request, reform: reform)
    for name in ["variants.csv", "groups.csv", "moves.csv"] {
      try expectGolden(text(of: summary.path + "/" + name), named: "simulation/" + name)
    }
  }
}
