import Tabular
import Testing

/// A published table read back by the product's own reader.
struct Table {
  let header: [String]
  /// The cells of each row by their columns' names.
  let rows: [[String: String]]

  init(_ path: String) throws {
    let sheet = try #require(try readTables(at: path).sheets.first)
    let records = (0..<sheet.rowCount).map { sheet.texts(ofRow: $0) }
    let header = try #require(records.first)
    self.header = header
    rows = records.dropFirst().map { cells in
      Dictionary(zip(header, cells + Array(repeating: "", count: header.count))) { first, _ in
        first
      }
    }
  }
}

extension Sheet {
  /// The texts of a row's cells, blank ones included, up to the last that is filled.
  func texts(ofRow index: Int) -> [String] {
    let cells = self[index].cells
    var texts = Array(repeating: "", count: (cells.last?.column ?? -1) + 1)
    for cell in cells { texts[cell.column] = text(of: cell) }
    return texts
  }
}
