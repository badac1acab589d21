import Foundation
import SampleData
import Testing

/// A sample in a temporary folder that goes when the test ends.
final class SampleFolder {
  let path: String

  init(_ request: SampleRequest) throws {
    path = NSTemporaryDirectory() + "sample-" + UUID().uuidString
    try writeSample(request, to: path)
  }

  deinit {
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      print("a temporary sample stays behind: \(error)")
    }
  }

  /// Every file's bytes by its path below the folder.
  func files() throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: path) {
      if let content = FileManager.default.contents(atPath: path + "/" + name) {
        files[name] = content
      }
    }
    return files
  }

  /// The records of a file in one of the delimited formats.
  func table(_ name: String) throws -> [[String]] {
    let bytes = try Data(contentsOf: URL(filePath: path + "/" + name))
    let isWide = bytes.starts(with: [0xFF, 0xFE])
    let text = try #require(String(data: bytes, encoding: isWide ? .utf16 : .utf8))
    return records(of: text, separator: name.hasSuffix(".txt") ? "\t" : ",")
  }
}

/// A tiny reader of delimited text, apart from the product's own.
func records(of text: String, separator: Unicode.Scalar) -> [[String]] {
  var rows: [[String]] = [[""]]
  var isQuoted = false
  for scalar in text.unicodeScalars where scalar != "\u{FEFF}" {
    let last = (row: rows.count - 1, cell: rows[rows.count - 1].count - 1)
    switch scalar {
    case "\"": isQuoted.toggle()
    case separator where !isQuoted: rows[last.row].append("")
    case "\r" where !isQuoted: break
    case "\n" where !isQuoted: rows.append([""])
    default: rows[last.row][last.cell].unicodeScalars.append(scalar)
    }
  }
  if rows.last == [""] { rows.removeLast() }
  return rows
}

/// Row and column of an A1 cell, counted from zero.
func position(ofCell name: String) -> (row: Int, column: Int) {
  var column = 0
  var row = 0
  for byte in name.utf8 {
    if byte >= 65 {
      column = column * 26 + Int(byte) - 64
    } else {
      row = row * 10 + Int(byte) - 48
    }
  }
  return (row - 1, column - 1)
}
