/// Reads delimited text into a receiver, one record after the other.
struct CSVReader {
  private static let sampleSize = 1 << 17

  private let stream: TextStream
  private let limits: TableLimits
  private let damage: DamageLog
  private var buffer = ByteBuffer()
  private var scanner: RecordScanner
  private var isAtEnd = false
  /// Bytes of decoded text before the buffer.
  private var offset = 0
  private var number = 0
  private var marksSeen = 0

  /// The delimiter and quote that were found.
  var dialect: TextDialect { scanner.dialect }

  init(_ stream: TextStream, limits: TableLimits, damage: DamageLog) throws(TabularError) {
    self.stream = stream
    self.limits = limits
    self.damage = damage
    var sample = ByteBuffer()
    var isWhole = false
    while !isWhole, sample.count < Self.sampleSize {
      isWhole = try !stream.read(into: &sample)
    }
    let choice = DialectChoice(
      sample.storage.span.extracting(sample.live), isWhole: isWhole, limits: limits)
    scanner = RecordScanner(choice.dialect, limits: limits)
    sample.consume(choice.skipped)
    offset = choice.skipped
    buffer = sample
    isAtEnd = isWhole
  }

  /// Reads everything.
  mutating func read(into receiver: any TableReceiver) throws(TabularError) {
    damage.sheet = 0
    try receiver.beginSheet(name: "")
    while true {
      try readRecords(into: receiver)
      if isAtEnd { break }
      guard buffer.count <= limits.maximumRowBytes else {
        throw TabularError(.tooLarge, .rowTooLong, limits.maximumRowBytes)
      }
      // A long record is scanned anew with each piece; doubling keeps that linear in all.
      isAtEnd = try !stream.read(into: &buffer, atLeast: buffer.count)
    }
    noteMarks(before: Int.max)
    try receiver.endSheet(SheetVisibility())
  }

  /// Reads the records that are complete in the buffer.
  private mutating func readRecords(into receiver: any TableReceiver) throws(TabularError) {
    // Held outside the reader meanwhile, so that it can change while they are borrowed.
    var text = ByteBuffer()
    swap(&text, &buffer)
    defer { swap(&text, &buffer) }
    var cells: [RawCell] = []
    while text.count > 0 {
      let next = scanner.scan(
        text.storage.span.extracting(text.live), from: 0, isFinal: isAtEnd)
      guard let next else { return }
      number += 1
      guard number <= limits.maximumRows else {
        throw TabularError(.tooLarge, .tooManyRows, limits.maximumRows)
      }
      noteTroubles(before: offset + next)
      scanner.unquote(&text)
      gatherCells(of: text.storage.span.extracting(text.live), into: &cells)
      try receiver.row(
        number: number, width: scanner.fields.count, cells: cells.span,
        bytes: text.storage.span.extracting(text.live))
      offset += next
      text.consume(next)
    }
  }

  private mutating func noteTroubles(before end: Int) {
    if marksSeen < stream.marks.count { noteMarks(before: end) }
    for trouble in scanner.troubles {
      damage.add(trouble.code, row: number, column: trouble.column, "a quote")
    }
    if scanner.surplus > 0 {
      damage.add(.capReached, row: number, "\(scanner.surplus) cells too many left out")
    }
  }

  /// Gives the damage of the decoder the places that only the reader knows.
  private mutating func noteMarks(before end: Int) {
    while marksSeen < stream.marks.count, stream.marks[marksSeen].offset < end {
      let mark = stream.marks[marksSeen]
      marksSeen += 1
      let place = mark.offset - offset
      let column = scanner.fields.lastIndex { $0.start <= place }
      damage.add(mark.code, row: max(number, 1), column: column ?? 0, mark.detail)
    }
  }

  private func gatherCells(of bytes: Span<UInt8>, into cells: inout [RawCell]) {
    cells.removeAll(keepingCapacity: true)
    for column in scanner.fields.indices {
      let field = scanner.fields[column]
      var range = field.start..<field.end
      if range.count > limits.maximumCellBytes {
        range = range.lowerBound..<characterStart(bytes, before: limits.maximumCellBytes, in: range)
        damage.add(.capReached, row: number, column: column, "a cell cut at its byte limit")
      }
      guard !isBlank(bytes, in: range) else { continue }
      cells.append(RawCell(column: column, kind: .text, range: range))
    }
  }
}

/// The last place in `range` at or before `length` bytes where a character starts.
func characterStart(_ bytes: Span<UInt8>, before length: Int, in range: Range<Int>) -> Int {
  var index = range.lowerBound + length
  while index > range.lowerBound, bytes[index] & 0xC0 == 0x80 { index -= 1 }
  return index
}

/// Whether a piece of UTF-8 is empty or only white space: ASCII's, U+00A0 or U+3000.
@inline(__always)
func isBlank(_ bytes: Span<UInt8>, in range: Range<Int>) -> Bool {
  var index = range.lowerBound
  while index < range.upperBound {
    switch bytes[index] {
    case 0x20, 0x09, 0x0A, 0x0D: index += 1
    case 0xC2 where index + 1 < range.upperBound && bytes[index + 1] == 0xA0: index += 2
    case 0xE3
    where index + 2 < range.upperBound && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x80:
      index += 3
    default: return false
    }
  }
  return true
}
