/// Chooses the delimiter of a text by how evenly each candidate cuts its beginning into rows, and its
/// quote by which one encloses cells.
struct DialectChoice {
  /// The candidates, the likeliest first.
  static let candidates = [",", "\t", ";", "|"].flatMap { Array($0.utf8) }
  private static let recordsLookedAt = 1_000
  /// How evenly full-width commas must cut, which stand in most sentences too.
  private static let leastWideEvenness = 0.8

  /// The delimiter and the quote.
  let dialect: TextDialect
  /// The length of a leading `sep=;` line, which belongs to Excel and not to the table.
  let skipped: Int

  /// Chooses by the beginning of a text; `isWhole` says that nothing follows it.
  init(_ sample: Span<UInt8>, isWhole: Bool, limits: TableLimits) {
    let stated = Self.separatorLine(sample)
    skipped = stated?.length ?? 0
    let candidates =
      stated.map { [TextDialect(delimiter: $0.delimiter)] }
      ?? Self.candidates.map { TextDialect(delimiter: $0) } + [.wide]
    var best = candidates[0]
    var bestScore = 0.0
    var mostColumns = 0
    let hasApostrophes = Self.stands(UInt8(ascii: "'"), in: sample)
    for var candidate in candidates where Self.stands(candidate.delimiter, in: sample) {
      if hasApostrophes, QuoteSearch(sample, candidate).findsApostrophes {
        candidate.quote = UInt8(ascii: "'")
      }
      let cut = Self.cut(by: candidate, sample, isWhole: isWhole, limits: limits)
      // Sentences above a table, each with one full-width comma, can outnumber its rows.
      if candidate.isWide, cut.columns < mostColumns { continue }
      mostColumns = max(mostColumns, cut.columns)
      if cut.score > bestScore { (best, bestScore) = (candidate, cut.score) }
    }
    dialect = best
  }

  /// Whether a byte stands in a text at all: one that does not cuts no row.
  private static func stands(_ candidate: UInt8, in sample: Span<UInt8>) -> Bool {
    for index in sample.indices where sample[index] == candidate { return true }
    return false
  }

  /// Recognises `sep=;`, also quoted, at the start of the text.
  private static func separatorLine(
    _ bytes: Span<UInt8>
  ) -> (delimiter: UInt8, length: Int)? {
    var index = 0
    let isQuoted = !bytes.isEmpty && bytes[0] == RecordScanner.quote
    if isQuoted { index = 1 }
    for expected in "sep=".utf8 {
      guard index < bytes.count, bytes[index] | 0x20 == expected | 0x20 else { return nil }
      index += 1
    }
    guard index < bytes.count else { return nil }
    let delimiter = bytes[index]
    index += 1
    if isQuoted {
      guard index < bytes.count, bytes[index] == RecordScanner.quote else { return nil }
      index += 1
    }
    guard index < bytes.count, bytes[index] == 0x0A || bytes[index] == 0x0D else { return nil }
    if bytes[index] == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
    return delimiter < 0x80 ? (delimiter, index + 1) : nil
  }

  /// Evenness times cleanness: the share of records that have the commonest width, weighed by
  /// that width, times the share of cells in which no other candidate stands; and that width.
  private static func cut(
    by candidate: TextDialect, _ sample: Span<UInt8>, isWhole: Bool, limits: TableLimits
  ) -> (score: Double, columns: Int) {
    var scanner = RecordScanner(candidate, limits: limits)
    var widths: [Int: Int] = [:]
    var records = 0
    var cells = 0
    var cleanCells = 0
    var index = 0
    while index < sample.count, records < recordsLookedAt {
      guard
        let next = scanner.scan(sample, from: index, isFinal: isWhole || records == 0)
      else { break }
      index = next
      let isBlank = scanner.fields.allSatisfy { $0.start == $0.end }
      if isBlank { continue }
      records += 1
      widths[scanner.fields.count, default: 0] += 1
      for field in scanner.fields where field.start < field.end {
        cells += 1
        if isClean(sample.extracting(field.start..<field.end), candidate.delimiter) {
          cleanCells += 1
        }
      }
    }
    let usual =
      widths.filter { $0.key > 1 }
      .max { ($0.value, $0.key) < ($1.value, $1.key) }
    guard let usual, cells > 0 else { return (0, 0) }
    let evenness = Double(usual.value) / Double(records)
    guard !candidate.isWide || evenness >= leastWideEvenness && records > 1 else { return (0, 0) }
    let weight = 1 + Double(Int.bitWidth - usual.key.leadingZeroBitCount)
    let score = evenness * weight * Double(cleanCells) / Double(cells)
    return (score, usual.value > 1 ? usual.key : 0)
  }

  private static func isClean(_ cell: Span<UInt8>, _ delimiter: UInt8) -> Bool {
    var hasOther = false
    var isNumber = true
    for index in cell.indices {
      let byte = cell[index]
      switch byte {
      case UInt8(ascii: ","):
        if byte != delimiter { hasOther = true }
      case UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: "|"):
        if byte != delimiter { hasOther = true }
        isNumber = false
      case 0x30...0x39, 0x2B...0x2E: break
      default: isNumber = false
      }
    }
    return !hasOther || isNumber
  }
}
