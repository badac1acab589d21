/// How a file's bytes become UTF-8, decided from all of them.
struct TextPlan {
  /// The ways of decoding.
  enum Decoding: Equatable {
    /// The bytes are clean UTF-8 already.
    case none
    /// UTF-8 with damage to replace.
    case utf8
    /// Another encoding, by its iconv name, with the size of its smallest unit.
    case iconv(String, unit: Int)
    /// Lines in UTF-8 and lines in GB18030, decided for each.
    case byLine
  }

  var encoding: TextEncoding
  var decoding: Decoding
  /// The length of the byte order mark.
  var skipped = 0
  /// Another encoding that the bytes may be in as well.
  var other: TextEncoding?
  /// Whether control characters and the like must be replaced after decoding.
  var needsCleaning: Bool

  /// Decides in the order byte order mark, NUL pattern, whole file UTF-8, whole file GB18030; a
  /// file that is none of these passes only where few bytes are bad.
  init(_ survey: TextSurvey, _ source: ByteSource) throws(TabularError) {
    let nuls = survey.nulsAtEven + survey.nulsAtOdd
    needsCleaning =
      nuls + survey.controls + survey.strayMarks + survey.noncharacters > 0
    if let (encoding, length) = Self.byteOrderMark(survey.head) {
      self.encoding = encoding
      skipped = length
      needsCleaning = needsCleaning || length != 3  // the survey counts what UTF-8 holds
      decoding = Self.decoding(of: encoding, isClean: !needsCleaning && survey.badUTF8 == 0)
    } else if let encoding = Self.encodingByNULs(survey) {
      self.encoding = encoding
      needsCleaning = true  // the survey counts bytes, not units of 16 bits
      decoding = Self.decoding(of: encoding, isClean: false)
    } else if nuls + survey.controls >= max(16, survey.byteCount / 50) {
      throw TabularError(.binary, .controlCharacters, nuls + survey.controls)
    } else if survey.badUTF8 == 0 {
      encoding = .utf8
      decoding = needsCleaning ? .utf8 : .none
    } else {
      let chinese = try GB18030Survey(source)
      encoding = survey.linesInUTF8 >= survey.otherLines ? .utf8 : .gb18030
      needsCleaning = needsCleaning || chinese.mayHoldNoncharacters
      let isMixed =
        survey.linesInUTF8 > 0
        && (chinese.bad > 0 || survey.linesInUTF8 * 1_000 >= survey.otherLines)
      if isMixed {
        decoding = .byLine
      } else if chinese.bad <= max(8, chinese.good / 100) || chinese.isPlainlyBig5 {
        encoding = chinese.isPlainlyBig5 ? .big5 : .gb18030
        other = chinese.isPlainlyBig5 || !chinese.mayBeBig5 ? nil : .big5
        decoding = Self.decoding(of: encoding, isClean: false)
      } else if survey.badUTF8 <= survey.goodUTF8 / 2 {
        encoding = .utf8
        decoding = .utf8
      } else {
        throw TabularError(.invalidEncoding, .noKnownEncoding)
      }
    }
  }

  /// Decides by the first bytes of XML that can be nothing but Unicode, as in a workbook's parts.
  init(ofUnicode head: [UInt8]) {
    let (encoding, length) = Self.byteOrderMark(head) ?? (Self.encodingByFirstBytes(head), 0)
    self.encoding = encoding
    skipped = length
    needsCleaning = true
    decoding = Self.decoding(of: encoding, isClean: false)
  }

  private static func encodingByFirstBytes(_ head: [UInt8]) -> TextEncoding {
    if head.starts(with: [0x3C, 0x00]) { return .utf16LE }
    return head.starts(with: [0x00, 0x3C]) ? .utf16BE : .utf8
  }

  /// The iconv name of an encoding, or the way to read UTF-8.
  static func decoding(of encoding: TextEncoding, isClean: Bool) -> Decoding {
    switch encoding {
    case .utf8, .utf8BOM: isClean ? .none : .utf8
    case .gb18030: .iconv("GB18030", unit: 1)
    case .utf16LE: .iconv("UTF-16LE", unit: 2)
    case .utf16BE: .iconv("UTF-16BE", unit: 2)
    case .big5: .iconv("BIG5-HKSCS", unit: 1)
    case .windows1252: .iconv("WINDOWS-1252", unit: 1)
    }
  }

  private static func byteOrderMark(_ head: [UInt8]) -> (TextEncoding, Int)? {
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8BOM, 3) }
    if head.starts(with: [0xFF, 0xFE]) { return (.utf16LE, 2) }
    if head.starts(with: [0xFE, 0xFF]) { return (.utf16BE, 2) }
    if head.starts(with: [0x84, 0x31, 0x95, 0x33]) { return (.gb18030, 4) }
    return nil
  }

  /// UTF-16 shows in the NUL halves of its ASCII characters: nearly all on one side, and at least
  /// a tenth of all units, or one in two hundred where the bytes are no UTF-8.
  private static func encodingByNULs(_ survey: TextSurvey) -> TextEncoding? {
    // Where the bytes are no UTF-8, as Chinese in UTF-16 is none, a few are proof enough.
    let share = survey.badUTF8 > 0 ? 400 : 20
    let needed = max(2, survey.byteCount / share)
    let (even, odd) = (survey.nulsAtEven, survey.nulsAtOdd)
    // Characters such as 一, U+4E00, have their NUL on the other side.
    if odd >= needed, even * 8 <= odd { return .utf16LE }
    if even >= needed, odd * 8 <= even { return .utf16BE }
    return nil
  }
}
