import Testing

@testable import Tabular

/// A sheet as rows of texts; blank cells before a filled one are empty strings.
func grid(of sheet: Sheet) -> [[String]] {
  (0..<sheet.rowCount).map { index in
    var texts: [String] = []
    for cell in sheet[index].cells {
      while texts.count < cell.column { texts.append("") }
      texts.append(sheet.text(of: cell))
    }
    return texts
  }
}

/// The pieces in which every reader is fed; none may change the result.
let pieceSizes = [1, 2, 7, 4_096]

/// Reads `bytes` in pieces of `size`.
func read(
  _ bytes: [UInt8], inPiecesOf size: Int, limits: TableLimits = .standard
) throws(TabularError) -> TableFile {
  try readTables(ByteSource(bytes: bytes, chunkSize: size), limits: limits)
}

/// Reads `bytes` in pieces of each size and returns the one result.
func readInAllPieces(
  _ bytes: [UInt8], limits: TableLimits = .standard,
  sourceLocation: SourceLocation = #_sourceLocation
) throws -> TableFile {
  let whole = try readTables(from: bytes, limits: limits)
  for size in pieceSizes {
    let file = try read(bytes, inPiecesOf: size, limits: limits)
    #expect(
      file.sheets.map(grid) == whole.sheets.map(grid), "in pieces of \(size)",
      sourceLocation: sourceLocation)
    #expect(file.damage == whole.damage, "in pieces of \(size)", sourceLocation: sourceLocation)
    #expect(file.encoding == whole.encoding, sourceLocation: sourceLocation)
  }
  return whole
}

/// The code of the error that stops the reading of `bytes`, the same for every piece size.
func errorCode(
  _ bytes: [UInt8], limits: TableLimits = .standard,
  sourceLocation: SourceLocation = #_sourceLocation
) -> TabularError.Code? {
  var codes: [TabularError.Code?] = []
  for size in pieceSizes + [1 << 18] {
    do throws(TabularError) {
      _ = try read(bytes, inPiecesOf: size, limits: limits)
      codes.append(nil)
    } catch {
      codes.append(error.code)
    }
  }
  #expect(Set(codes).count == 1, "\(codes)", sourceLocation: sourceLocation)
  return codes.last ?? nil
}
