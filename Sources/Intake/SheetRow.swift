import Tabular

/// One row of a sheet with its texts, outer white space removed, read once.
struct SheetRow {
  /// The row's number as a spreadsheet shows it.
  let number: Int
  /// The cells that are not blank, in column order.
  let cells: [TextCell]
  /// Their texts.
  let texts: [String]

  /// One cell that is not blank.
  struct TextCell {
    let column: Int
    let kind: CellKind
    let text: String
  }

  init(_ index: Int, of sheet: Sheet) {
    let row = sheet[index]
    number = row.number
    var cells: [TextCell] = []
    cells.reserveCapacity(row.cells.count)
    for cell in row.cells {
      let text = TextFolding.trimmed(sheet.text(of: cell))
      if !text.isEmpty {
        cells.append(TextCell(column: cell.column, kind: cell.kind, text: text))
      }
    }
    self.cells = cells
    texts = cells.map(\.text)
  }

  /// The cell of a column; nil where it is blank.
  func cell(at column: Int) -> TextCell? { cells.first { $0.column == column } }
}

/// Texts of cells that are merged with rows below, found by the rows they cover.
///
/// Only the first cell of a merged block bears the text; it holds for every row of the block.
struct MergedTexts {
  private struct Block {
    let rows: ClosedRange<Int>
    let cell: SheetRow.TextCell
  }

  private var blocks: [Int: [Block]] = [:]

  /// Notes the blocks that cover some of the columns and more than one row.
  init(of sheet: Sheet, in columns: Set<Int>) {
    let merges = sheet.merges.filter { merge in
      merge.firstRow < merge.lastRow && columns.contains { merge.columns.contains($0) }
    }
    guard !merges.isEmpty else { return }
    let firstRows = Set(merges.map(\.firstRow))
    var rows: [Int: SheetRow] = [:]
    for index in 0..<sheet.rowCount where firstRows.contains(sheet[index].number) {
      rows[sheet[index].number] = SheetRow(index, of: sheet)
    }
    for merge in merges.sorted(by: { $0.firstRow < $1.firstRow }) {
      guard let cell = rows[merge.firstRow]?.cell(at: merge.firstColumn) else { continue }
      for column in columns where merge.columns.contains(column) {
        blocks[column, default: []].append(
          Block(rows: merge.firstRow...merge.lastRow, cell: cell))
      }
    }
  }

  /// The cell of the block that covers a position from a row above it.
  ///
  /// - Complexity: O(log blocks of the column).
  func cell(row: Int, column: Int) -> SheetRow.TextCell? {
    guard let blocks = blocks[column] else { return nil }
    var (low, high) = (0, blocks.count)
    while low < high {
      let middle = (low + high) / 2
      if blocks[middle].rows.lowerBound < row { low = middle + 1 } else { high = middle }
    }
    guard low > 0, blocks[low - 1].rows.contains(row) else { return nil }
    return blocks[low - 1].cell
  }
}

extension MergedRange {
  fileprivate var columns: ClosedRange<Int> { firstColumn...max(firstColumn, lastColumn) }
}
