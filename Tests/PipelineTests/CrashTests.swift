import Foundation
import Testing

/// The long trials are run by hand, with what they found in docs/benchmarks.md; a few kills here keep
/// the script true.
@Suite("Killed at random moments")
struct CrashTests {
  @Test("rounds, imports and re-screenings end as if nothing had happened")
  func fewKills() throws {
    let python = "/usr/bin/python3"
    guard FileManager.default.isExecutableFile(atPath: python) else { return }
    let folder = try TemporaryFolder()
    let said = try folder.write("", to: "said")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = [
      "-B", repository + "/Tests/Crash/kill-at-random-moments.py",
      Bundle.main.bundleURL.appendingPathComponent("bangfu").path, "8", "5", folder.path,
    ]
    let output = try #require(FileHandle(forWritingAtPath: said))
    process.standardOutput = output
    process.standardError = output
    try process.run()
    process.waitUntilExit()
    let words = try text(of: said)
    #expect(process.terminationStatus == 0, "\(words)")
  }
}
