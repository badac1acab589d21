import Foundation
import Testing

/// A folder for one test that goes when the test ends.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "bangfu-test-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { remove() }

  func remove() {
    guard FileManager.default.fileExists(atPath: path) else { return }
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      print("a temporary folder stays behind: \(error)")
    }
  }

  /// Writes a file below the folder, with the folders it lies in; returns its path.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    try write(Array(text.utf8), to: name)
  }

  @discardableResult
  func write(_ bytes: [UInt8], to name: String) throws -> String {
    let file = URL(fileURLWithPath: path + "/" + name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    return file.path
  }

  /// Copies the files of a folder one by one, in the opposite of their names' order.
  func copyBackwards(_ source: String, to name: String) throws -> String {
    for file in try files(below: source).sorted(by: >) {
      try write(bytes(of: source + "/" + file), to: name + "/" + file)
    }
    return path + "/" + name
  }
}

/// The files below a folder, by their paths relative to it, in order.
func files(below folder: String) throws -> [String] {
  try FileManager.default.subpathsOfDirectory(atPath: folder).filter { name in
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(
      atPath: folder + "/" + name, isDirectory: &isFolder)
    return !exists || !isFolder.boolValue
  }.sorted()
}

func bytes(of path: String) throws -> [UInt8] {
  Array(try Data(contentsOf: URL(fileURLWithPath: path)))
}

func text(of path: String) throws -> String {
  try #require(String(validating: bytes(of: path), as: UTF8.self), "\(path) is no UTF-8")
}

/// The top folder of the repository.
let repository = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
