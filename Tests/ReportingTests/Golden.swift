import Foundation
import Testing

/// Compares with a file of the folder `Golden`; `RECORD=1` writes it.
func expectGolden(_ text: String, named name: String) throws {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  try expectGolden(text, in: folder.appendingPathComponent("Golden/\(name)"))
}

/// Compares with a file kept in the repository; `RECORD=1` writes it.
func expectGolden(_ text: String, in file: URL) throws {
  if ProcessInfo.processInfo.environment["RECORD"] == "1" {
    try Data(text.utf8).write(to: file)
  }
  let golden = try String(decoding: Data(contentsOf: file), as: UTF8.self)
  let lines = zip(text.split(separator: "\n"), golden.split(separator: "\n"))
  let difference = lines.first { $0 != $1 }.map { "now:    \($0)\nbefore: \($1)" }
  #expect(text == golden, "\(file.lastPathComponent): \(difference ?? "another length")")
}
