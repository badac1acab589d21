/// What one pass over all bytes of a file says about their encoding.
///
/// Looking at a sample is not enough: Chinese may start after megabytes of ASCII.
struct TextSurvey {
  private(set) var head: [UInt8] = []
  private(set) var byteCount = 0
  private(set) var nulsAtEven = 0
  private(set) var nulsAtOdd = 0
  private(set) var controls = 0
  /// Well-formed UTF-8 sequences of two or more bytes.
  private(set) var goodUTF8 = 0
  private(set) var badUTF8 = 0
  private(set) var strayMarks = 0
  private(set) var noncharacters = 0
  /// Lines that are UTF-8 with at least two characters of three bytes, as GB18030 hardly ever is.
  private(set) var linesInUTF8 = 0
  /// Lines that are not UTF-8.
  private(set) var otherLines = 0
  private var lineGood = 0
  private var lineBad = 0

  /// Surveys all of `source` and rewinds it.
  init(_ source: ByteSource) throws(TabularError) {
    var buffer = ByteBuffer(capacity: source.pieceSize + 4)
    var more = true
    while more {
      more = try source.read(into: &buffer)
      let taken = take(buffer.storage.span.extracting(buffer.live), isFinal: !more)
      byteCount += taken
      buffer.consume(taken)
    }
    endLine()
    source.rewind()
  }

  private mutating func take(_ bytes: Span<UInt8>, isFinal: Bool) -> Int {
    var index = 0
    let count = bytes.count
    while head.count < 64, head.count - byteCount < count, head.count >= byteCount {
      head.append(bytes[head.count - byteCount])
    }
    while index < count {
      index = WordScan.endOfPlainASCII(in: bytes, from: index)
      guard index < count else { break }
      let byte = bytes[index]
      if byte < 0x80 {
        if byte < 0x20 { note(byte, at: byteCount + index) }
        index += 1
      } else if byte > 0xE0, byte < 0xED, index + 2 < count, bytes[index + 1] & 0xC0 == 0x80,
        bytes[index + 2] & 0xC0 == 0x80
      {
        // Nearly all characters of a Chinese table pass here.
        lineGood += 1
        index += 3
      } else {
        let length = takeSequence(bytes, at: index, isFinal: isFinal)
        guard length > 0 else { return index }
        index += length
      }
    }
    return index
  }

  /// Counts the sequence at `index` and returns its length, 0 where more bytes are needed.
  private mutating func takeSequence(_ bytes: Span<UInt8>, at index: Int, isFinal: Bool) -> Int {
    switch UTF8Sequence(bytes, at: index) {
    case .valid(let length):
      if length > 2 { lineGood += 1 } else { goodUTF8 += 1 }
      if bytes[index] == 0xEF { noteSpecial(bytes, at: index) }
      return length
    case .invalid(let length):
      lineBad += 1
      return length
    case .cut:
      guard isFinal else { return 0 }
      lineBad += 1
      return bytes.count - index
    }
  }

  private mutating func note(_ control: UInt8, at offset: Int) {
    switch control {
    case 0x0A, 0x0D: endLine()
    case 0x09: break
    case 0 where offset.isMultiple(of: 2): nulsAtEven += 1
    case 0: nulsAtOdd += 1
    default: controls += 1
    }
  }

  private mutating func noteSpecial(_ bytes: Span<UInt8>, at index: Int) {
    if isByteOrderMark(bytes, at: index), byteCount + index > 0 { strayMarks += 1 }
    if isNoncharacter(bytes, at: index) { noncharacters += 1 }
  }

  private mutating func endLine() {
    if lineBad > 0 { otherLines += 1 } else if lineGood > 1 { linesInUTF8 += 1 }
    goodUTF8 += lineGood
    badUTF8 += lineBad
    (lineGood, lineBad) = (0, 0)
  }
}
