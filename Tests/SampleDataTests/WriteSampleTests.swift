import Foundation
import SampleData
import Testing

@Suite("a written sample")
struct WriteSampleTests {
  @Test("the same request gives the same bytes, another seed gives others")
  func determinism() throws {
    let request = SampleRequest(units: 9, seed: 42)
    let first = try SampleFolder(request).files()
    let again = try SampleFolder(request).files()
    #expect(first == again)
    #expect(first.count > 20)
    let other = try SampleFolder(SampleRequest(units: 9, seed: 43)).files()
    #expect(first["truth/applications.csv"] != other["truth/applications.csv"])
  }

  @Test("a unit's cases do not depend on how many units follow it")
  func unitsAreIndependent() throws {
    let small = try SampleFolder(SampleRequest(units: 2, seed: 5)).table("truth/applications.csv")
    let large = try SampleFolder(SampleRequest(units: 6, seed: 5)).table("truth/applications.csv")
    let ofFirstUnit = { (rows: [[String]]) in rows.filter { $0[0] == "D0001" } }
    #expect(ofFirstUnit(small) == ofFirstUnit(large))
  }

  @Test("every format is written, and two thousand applications are in truth")
  func twoThousand() throws {
    let sample = try SampleFolder(SampleRequest(applications: 2000, seed: 3))
    let names = try sample.files().keys
    for ending in [".csv", ".txt", ".xml", ".fods"] {
      #expect(names.contains { $0.hasPrefix("submissions/") && $0.hasSuffix(ending) })
    }
    let applications = try sample.table("truth/applications.csv")
    #expect(applications.count == 2001)
    #expect(Set(applications.dropFirst().map { $0[1] }).count == 2000)
    let outcomes = Set(applications.dropFirst().map { $0[16] })
    #expect(outcomes == ["eligible", "ineligible", "undetermined"])
    let slips = try sample.table("truth/slips.csv").count - 1
    #expect((140...260).contains(slips))
  }

  @Test("every generated identity number is valid and in the unassigned area")
  func identityNumbers() throws {
    let sample = try SampleFolder(SampleRequest(applications: 500, seed: 8))
    let model = try String(contentsOfFile: sample.path + "/truth/model.jsonl", encoding: .utf8)
    let numbers = model.split(separator: "\"").filter { $0.utf8.count == 18 && $0.hasPrefix("5") }
    #expect(numbers.count > 1500)
    for number in numbers {
      #expect(number.hasPrefix("513299"))
      #expect(isValid(String(number)))
    }
  }

  private func isValid(_ number: String) -> Bool {
    var remainder = 0
    // ISO 7064 MOD 11-2, read as one polynomial: an X counts ten.
    for digit in number.utf8 {
      remainder = (remainder * 2 + (digit == 88 ? 10 : Int(digit) - 48)) % 11
    }
    return remainder == 1
  }

  @Test("no two families share an identity number but where truth says so")
  func identityNumbersAreUnique() throws {
    let sample = try SampleFolder(SampleRequest(applications: 3000, seed: 2))
    let pairs = try sample.table("truth/duplicates.csv").dropFirst()
    let repeated = Set(pairs.map { $0[2] })
    let model = try String(contentsOfFile: sample.path + "/truth/model.jsonl", encoding: .utf8)
    var owners: [Substring: Int] = [:]
    for (index, line) in model.split(separator: "\n").enumerated() {
      let strings = line.split(separator: "\"")
      let application = try #require(strings.first { $0.hasPrefix("2015D") })
      guard !repeated.contains(String(application)) else { continue }
      for number in strings where number.utf8.count == 18 && number.hasPrefix("513299") {
        #expect(owners[number, default: index] == index)
        owners[number] = index
      }
    }
  }

  @Test("a folder that holds a sample is left alone")
  func refusesToOverwrite() throws {
    let sample = try SampleFolder(SampleRequest(units: 1))
    #expect(throws: SampleError.self) { try writeSample(SampleRequest(units: 1), to: sample.path) }
  }

  @Test(
    "a request that cannot be met is refused",
    arguments: [
      SampleRequest(units: 0), SampleRequest(units: 1, formats: []),
      SampleRequest(units: 1, applications: -1), SampleRequest(units: 1, slipPerMille: 1001),
      SampleRequest(applications: 2_000_000),
    ])
  func badRequests(_ request: SampleRequest) {
    #expect(throws: SampleError.self) {
      try writeSample(request, to: NSTemporaryDirectory() + "never-written")
    }
  }

  @Test(
    "Python readings of the model and of the submissions find the same figures and outcomes",
    arguments: ["recompute-truth.py", "read-back.py"])
  func recomputed(_ script: String) throws {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let pythons = folders.map { String($0) + "/python3" }
    guard let python = pythons.first(where: { access($0, X_OK) == 0 }) else {
      return
    }
    let sample = try SampleFolder(SampleRequest(applications: 2000, seed: 11))
    let process = Process()
    process.executableURL = URL(filePath: python)
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    process.arguments = [folder.appending(path: script).path, sample.path]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }
}
