import Foundation
import Tabular

/// Writes a return sheet of 20 columns: `returns-benchmark ROWS EVERY`, a comment on one cell of every
/// EVERY-th row (0: none). Prints rows per second of processor time and of the clock.
let rows = CommandLine.arguments.count > 1 ? Int(CommandLine.arguments[1]) ?? 100_000 : 100_000
let every = CommandLine.arguments.count > 2 ? Int(CommandLine.arguments[2]) ?? 20 : 20
let comment = "【错误】号码位数不对，应为 18 位\n请对照身份证改正。\nidentity.wrong-length"
func returnSheet() throws -> [UInt8] {
  var writer = try XLSXWriter(title: "退改表", dated: XLSXDay(daysSince1970: 16_800))
  var layout = XLSXSheetLayout(
    name: "1 申报表", widths: Array(repeating: 14, count: 20), frozenRows: 1)
  layout.textColumns = 0..<20
  try writer.beginSheet(layout)
  try writer.appendRow((0..<20).map { .written("栏目\($0)") }, style: .header)
  for row in 0..<rows {
    var cells = (0..<20).map { XLSXCell.written("513201\(row)\($0)") }
    if every > 0, row % every == 0 {
      cells[3] = .marked("513201\(row)", XLSXMark(.error, comment: comment))
    }
    try writer.appendRow(cells)
  }
  return try writer.finished()
}

let started = Date()
let startedUsing = clock()
let bytes = try returnSheet()
let used = Double(clock() - startedUsing) / Double(CLOCKS_PER_SEC)
let elapsed = Date().timeIntervalSince(started)
print(
  "\(rows) rows, \(bytes.count) bytes: \(Int(Double(rows) / used)) rows/s of processor time, "
    + "\(Int(Double(rows) / elapsed)) rows/s on the clock")
