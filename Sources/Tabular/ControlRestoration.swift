/// Gives the cells of a file their control characters back before its receiver sees them.
final class ControlRestoration: TableReceiver {
  /// Whether control characters were masked in the file; most have none, and nothing is done.
  var isNeeded = false
  private let receiver: any TableReceiver
  private var bytes: [UInt8] = []
  private var cells: [RawCell] = []

  init(_ receiver: any TableReceiver) {
    self.receiver = receiver
  }

  /// Starts a sheet; its name appears in addresses and names of files, so it gets U+FFFD instead.
  func beginSheet(name: String) throws(TabularError) {
    guard isNeeded else { return try receiver.beginSheet(name: name) }
    let scalars = name.unicodeScalars.map { scalar in
      (0xFDD1...0xFDEF).contains(scalar.value) ? "\u{FFFD}" : scalar
    }
    var shown = ""
    shown.unicodeScalars.append(contentsOf: scalars)
    try receiver.beginSheet(name: shown)
  }

  func row(
    number: Int, width: Int, cells rowCells: Span<RawCell>, bytes rowBytes: Span<UInt8>
  ) throws(TabularError) {
    guard isNeeded else {
      return try receiver.row(number: number, width: width, cells: rowCells, bytes: rowBytes)
    }
    restore(rowCells, rowBytes)
    let (cells, bytes) = (self.cells, self.bytes)
    try receiver.row(number: number, width: width, cells: cells.span, bytes: bytes.span)
  }

  private func restore(_ rowCells: Span<RawCell>, _ rowBytes: Span<UInt8>) {
    bytes.removeAll(keepingCapacity: true)
    cells.removeAll(keepingCapacity: true)
    var former = 0..<0
    for index in rowCells.indices {
      let cell = rowCells[index]
      // Repeated cells share their bytes and go on doing so.
      if cell.range == former, let last = cells.last {
        cells.append(cell.placed(at: last.range))
        continue
      }
      former = cell.range
      let start = bytes.count
      restore(rowBytes.extracting(cell.range))
      cells.append(cell.placed(at: start..<bytes.count))
    }
  }

  private func restore(_ text: Span<UInt8>) {
    var index = 0
    while index < text.count {
      if let control = MaskedControl.control(text, at: index) {
        bytes.append(control)
        index += 3
      } else {
        bytes.append(text[index])
        index += 1
      }
    }
  }

  func merge(_ range: MergedRange) throws(TabularError) {
    try receiver.merge(range)
  }

  func endSheet(_ visibility: SheetVisibility) throws(TabularError) {
    try receiver.endSheet(visibility)
  }
}
