/// Recognises columns whose texts were destroyed before the file was saved: opened or converted in a
/// wrong encoding, once or several times.
///
/// Each way of destroying Chinese leaves characters that are rare in sound text; a column counts as
/// destroyed where they are a fifth of what is not ASCII.
struct MisdecodedText {
  /// What shows that texts were destroyed.
  private enum Sign {
    case none
    /// A character that UTF-8 gives when it is read as GB18030, as 涓 in 涓枃 for 中文.
    case readAsChinese
    /// `锟斤拷` or U+FFFD, which stand for what was lost.
    case lost
    /// Latin letters that a byte of Chinese text gives, as in ä¸­ or ÖÐ.
    case readAsLatin
  }

  private struct Column {
    var characters = 0
    var signs = 0
    var latin = 0
    var cells = 0
    var questionMarks = 0
  }

  private static let fewestSigns = 2

  private var columns: [Column] = []
  /// The first signs that were met, for the message.
  private var sample: [UInt8] = []

  /// A few of the wrong characters, where a column of the sheet is destroyed; else nil.
  static func sample(in sheet: Sheet) -> String? {
    var search = MisdecodedText()
    for cell in sheet.cells {
      sheet.withUTF8(of: cell) { search.take($0, column: cell.column) }
    }
    guard search.columns.contains(where: isDestroyed) else { return nil }
    return search.sample.isEmpty ? "???" : String(decoding: search.sample, as: UTF8.self)
  }

  private static func isDestroyed(_ column: Column) -> Bool {
    column.signs >= fewestSigns && column.signs * 5 >= column.characters
      || column.latin > fewestSigns && column.latin * 5 >= column.characters * 2
      || column.questionMarks >= fewestSigns && column.questionMarks * 2 >= column.cells
  }

  private mutating func take(_ text: Span<UInt8>, column: Int) {
    while columns.count <= column { columns.append(Column()) }
    columns[column].cells += 1
    if isQuestionMarks(text) { columns[column].questionMarks += 1 }
    var index = 0
    var latinEnd = 0
    while index < text.count {
      index = WordScan.endOfPlainASCII(in: text, from: index)
      guard index < text.count else { return }
      let lead = text[index]
      guard lead >= 0xC2 else {
        index += 1
        continue
      }
      let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      guard index + length <= text.count else { return }
      columns[column].characters += 1
      switch sign(text, at: index, length: length) {
      case .none: break
      // Single letters stand in foreign names; what was Chinese gives several in a row.
      case .readAsLatin:
        if latinEnd == index, index > 0 {
          columns[column].latin += 1
          remember(text, from: index - 2)
        }
        latinEnd = index + 2
      case .readAsChinese, .lost:
        columns[column].signs += 1
        remember(text, from: index)
      }
      index += length
    }
  }

  @inline(__always)
  private func sign(_ text: Span<UInt8>, at index: Int, length: Int) -> Sign {
    guard length < 4 else { return .none }
    if length == 2 { return isWestern(text, at: index) ? .readAsLatin : .none }
    switch Self.scalar(text, at: index) {
    case 0xFFFD: return .lost
    // 锟斤拷 is what two U+FFFD give when they are read as GB18030.
    case 0x951F: return follows(text, at: index + 3, 0x65A4...0x65A4) ? .lost : .none
    case let scalar where Self.leads.contains(scalar):
      // Names hold some of these characters too, but hardly before one that can go on in UTF-8.
      guard index + 6 <= text.count, text[index + 3] >= 0xE0 else { return .none }
      let next = Self.scalar(text, at: index + 3)
      let isContinued = (0xE000..<0xF900).contains(next) || Self.continuations.contains(next)
      return isContinued ? .readAsChinese : .none
    default: return .none
    }
  }

  @inline(__always)
  private static func scalar(_ text: Span<UInt8>, at index: Int) -> UInt32 {
    UInt32(text[index] & 0x0F) << 12 | UInt32(text[index + 1] & 0x3F) << 6
      | UInt32(text[index + 2] & 0x3F)
  }

  private func follows(_ text: Span<UInt8>, at index: Int, _ range: ClosedRange<UInt32>) -> Bool {
    index + 3 <= text.count && text[index] >= 0xE0
      && range.contains(Self.scalar(text, at: index))
  }

  /// Whether one of U+0080 to U+00FF stands here, but for signs that Chinese tables have: · × ÷ ° ±.
  private func isWestern(_ text: Span<UInt8>, at index: Int) -> Bool {
    switch (text[index], text[index + 1]) {
    case (0xC2, 0xA0), (0xC2, 0xB0...0xB3), (0xC2, 0xB7), (0xC3, 0x97), (0xC3, 0xB7): false
    case (0xC2...0xC3, _): true
    default: false
    }
  }

  private mutating func remember(_ text: Span<UInt8>, from index: Int) {
    guard sample.isEmpty else { return }
    let end = min(index + 12, text.count)
    let whole =
      end < text.count ? characterStart(text, before: end - index, in: index..<text.count) : end
    sample = text.extracting(index..<whole).withUnsafeBufferPointer { Array($0) }
  }

  /// Whether a cell holds nothing but question marks, which programs write for what their encoding
  /// lacks.
  private func isQuestionMarks(_ text: Span<UInt8>) -> Bool {
    guard text.count > 1 else { return false }
    for index in text.indices where text[index] != UInt8(ascii: "?") { return false }
    return true
  }

  /// The characters that GB18030 has for the first two bytes of a Chinese character in UTF-8.
  private static let leads = CharacterSet(leads: 0xE4...0xE9, trails: [0x80...0xBF])
  /// The characters for the bytes that may follow: the rest of one and the beginning of the next.
  private static let continuations = CharacterSet(
    leads: 0x81...0xBF, trails: [0x80...0xBF, 0xE2...0xE9, 0xEF...0xEF])
}

/// A set of Chinese characters of the Basic Multilingual Plane, by their codes in GB18030.
private struct CharacterSet: Sendable {
  private static let first: UInt32 = 0x4E00
  private var words = [UInt64](repeating: 0, count: 0x5200 / 64)

  /// The characters of these bytes; none where iconv does not know the encoding, for then no file
  /// in it is read either.
  init(leads: ClosedRange<UInt8>, trails: [ClosedRange<UInt8>]) {
    var bytes: [UInt8] = []
    for lead in leads {
      for trail in trails.joined() { bytes += [lead, trail] }
    }
    var text = ByteBuffer()
    do throws(TabularError) {
      _ = try IconvDecoder(from: "GB18030").convert(bytes.span, into: &text)
    } catch {
      return
    }
    for scalar in String(decoding: text.storage[text.live], as: UTF8.self).unicodeScalars
    where (Self.first..<0xA000).contains(scalar.value) {
      let place = Int(scalar.value - Self.first)
      words[place / 64] |= 1 << UInt64(place % 64)
    }
  }

  @inline(__always)
  func contains(_ scalar: UInt32) -> Bool {
    guard (Self.first..<0xA000).contains(scalar) else { return false }
    let place = Int(scalar - Self.first)
    return words[place >> 6] & (1 << UInt64(place & 63)) != 0
  }
}

extension Sheet {
  /// A few of the characters that show that a column's texts were destroyed by a wrong encoding
  /// before the file was saved, such as `涓枃` or `锟斤拷`; nil for sound text.
  public var misdecodedSample: String? { MisdecodedText.sample(in: self) }
}
