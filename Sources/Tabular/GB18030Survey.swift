/// How well a file's bytes pair up as GB18030, and whether they look more like Big5.
///
/// Nearly all bytes of Big5 are valid in GB18030 too; but there they are rare characters, while in
/// their own encoding both have the common ones in one block.
struct GB18030Survey {
  private(set) var good = 0
  private(set) var bad = 0
  /// Pairs that are among the common characters of GB18030, symbols left out of all counts.
  private var common = 0
  private var counted = 0
  /// The same for Big5, read by its own pairs.
  private var commonInBig5 = 0
  private var countedInBig5 = 0
  private var badInBig5 = 0
  private var big5Lead: UInt8 = 0
  /// Whether characters of the range that holds the noncharacters were met.
  private(set) var mayHoldNoncharacters = false

  /// Surveys all of `source` and rewinds it.
  init(_ source: ByteSource) throws(TabularError) {
    var buffer = ByteBuffer(capacity: source.pieceSize + 4)
    var more = true
    while more {
      more = try source.read(into: &buffer)
      let taken = take(buffer.storage.span.extracting(buffer.live), isFinal: !more)
      buffer.consume(taken)
    }
    source.rewind()
  }

  /// Surveys one piece of text.
  init(_ bytes: Span<UInt8>) {
    _ = take(bytes, isFinal: true)
  }

  private mutating func take(_ bytes: Span<UInt8>, isFinal: Bool) -> Int {
    var index = 0
    while index < bytes.count {
      if bytes[index] < 0x80 {
        if big5Lead != 0 { takeBig5(bytes[index]) }
        index += 1
        continue
      }
      if !isFinal, bytes.count - index < 4 { return index }
      let length = length(bytes, at: index)
      if length > 0 { good += 1 } else { bad += 1 }
      if length == 2 { count(bytes[index], bytes[index + 1]) }
      let end = index + max(length, 1)
      while index < end {
        takeBig5(bytes[index])
        index += 1
      }
    }
    return index
  }

  /// Whether nearly all characters are common ones of Big5, and few are of GB18030.
  var isPlainlyBig5: Bool {
    mayBeBig5 && (share(commonInBig5, countedInBig5) - share(common, counted)) >= 30
  }

  /// Whether Big5 gives as common characters as GB18030.
  var mayBeBig5: Bool {
    countedInBig5 > 0 && badInBig5 == 0 && share(commonInBig5, countedInBig5) >= 85
      && share(common, counted) < 85
  }

  private func share(_ part: Int, _ whole: Int) -> Int { whole == 0 ? 0 : part * 100 / whole }

  @inline(__always)
  private mutating func count(_ lead: UInt8, _ trail: UInt8) {
    guard !(0xA1...0xA3).contains(lead) else { return }
    counted += 1
    if (0xB0...0xD7).contains(lead), trail >= 0xA1 { common += 1 }
  }

  /// Counts one byte of text as Big5, which has pairs of its own.
  @inline(__always)
  private mutating func takeBig5(_ byte: UInt8) {
    if big5Lead == 0 {
      if byte >= 0x80 { big5Lead = byte }
      return
    }
    let lead = big5Lead
    big5Lead = 0
    guard (0x40...0x7E).contains(byte) || (0xA1...0xFE).contains(byte),
      (0x81...0xFE).contains(lead)
    else {
      badInBig5 += 1
      return
    }
    guard lead > 0xA3 else { return }
    countedInBig5 += 1
    if (0xA4...0xC6).contains(lead) { commonInBig5 += 1 }
  }

  /// The length of the character at `index`, 0 where there is none.
  private mutating func length(_ bytes: Span<UInt8>, at index: Int) -> Int {
    guard (0x81...0xFE).contains(bytes[index]), index + 1 < bytes.count else { return 0 }
    switch bytes[index + 1] {
    case 0x40...0x7E, 0x80...0xFE: return 2
    case 0x30...0x39:
      guard index + 3 < bytes.count, (0x81...0xFE).contains(bytes[index + 2]),
        (0x30...0x39).contains(bytes[index + 3])
      else { return 0 }
      if bytes[index] == 0x84 { mayHoldNoncharacters = true }
      return 4
    default: return 0
    }
  }
}
