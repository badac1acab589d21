/// A place in decoded text where something was replaced or left out.
struct TextMark {
  /// Bytes of decoded text before the place.
  let offset: Int
  let code: TableDamage.Code
  let detail: String
}

/// A file's text as UTF-8 without control characters, in pieces that never split a character.
final class TextStream {
  /// What becomes of control characters.
  enum Controls {
    /// They become U+FFFD.
    case replaced
    /// They become a ``MaskedControl``, so that they can pass through the XML parser.
    case masked
  }

  let plan: TextPlan
  /// The places with damage so far, in order; those beyond a limit are only counted.
  private(set) var marks: [TextMark] = []
  /// Characters replaced because their bytes were none.
  private(set) var replacements = 0
  /// Bytes of decoded text so far.
  private(set) var offset = 0

  private let source: ByteSource
  private let limits: TableLimits
  private let controls: Controls
  private let converter: IconvDecoder?
  private var raw = ByteBuffer()
  private var isAtEnd = false

  init(
    _ source: ByteSource, plan: TextPlan, limits: TableLimits, controls: Controls = .replaced
  ) throws(TabularError) {
    self.source = source
    self.controls = controls
    self.plan = plan
    self.limits = limits
    switch plan.decoding {
    case .none, .utf8: converter = nil
    case .iconv(let name, _): converter = try IconvDecoder(from: name)
    case .byLine: converter = try IconvDecoder(from: "GB18030")
    }
    source.rewind()
    while raw.count < plan.skipped { guard try source.read(into: &raw) else { break } }
    raw.consume(min(plan.skipped, raw.count))
  }

  /// Adds decoded text to `output`; false at the end.
  func read(into output: inout ByteBuffer, atLeast: Int = 0) throws(TabularError) -> Bool {
    let before = output.count
    while output.count == before, !isAtEnd {
      if plan.decoding == .none, raw.count == 0 {
        isAtEnd = try !source.read(into: &output, atLeast: atLeast)
        offset += output.count - before
        continue
      }
      isAtEnd = try !source.read(into: &raw, atLeast: atLeast)
      // Taken out of the object, so that the bytes can be read while the object changes.
      var pending = ByteBuffer()
      swap(&pending, &raw)
      pending.consume(decode(pending.storage.span.extracting(pending.live), into: &output))
      swap(&pending, &raw)
    }
    if isAtEnd { try refuseIfMostlyReplaced() }
    return output.count > before
  }

  /// Decodes what of the bytes is complete and returns how many bytes that was.
  private func decode(_ bytes: Span<UInt8>, into output: inout ByteBuffer) -> Int {
    switch plan.decoding {
    case .none:
      emit(bytes, into: &output)
      return bytes.count
    case .utf8: return clean(bytes, isFinal: isAtEnd, into: &output)
    case .iconv(_, let unit):
      return convert(bytes, isFinal: isAtEnd, unit: unit, into: &output)
    case .byLine: return decodeLines(bytes, into: &output)
    }
  }

  private func refuseIfMostlyReplaced() throws(TabularError) {
    guard replacements > max(16, offset / 200) else { return }
    throw TabularError(.invalidEncoding, .tooManyBadCharacters, replacements)
  }

  private func emit(_ bytes: Span<UInt8>, into output: inout ByteBuffer) {
    output.append(bytes)
    offset += bytes.count
  }

  private func mark(_ code: TableDamage.Code, _ detail: String) {
    guard marks.count <= limits.maximumDamage else { return }
    marks.append(TextMark(offset: offset, code: code, detail: detail))
  }

  private func replace(
    _ code: TableDamage.Code, _ detail: String,
    by bytes: [UInt8] = MaskedControl.replacement, into output: inout ByteBuffer
  ) {
    mark(code, detail)
    if code == .invalidBytes { replacements += 1 }
    emit(bytes.span, into: &output)
  }
}

extension TextStream {
  /// Copies UTF-8, replacing what is damaged, and returns how many bytes it took.
  private func clean(
    _ bytes: Span<UInt8>, isFinal: Bool, into output: inout ByteBuffer
  ) -> Int {
    var index = 0
    var copied = 0
    while index < bytes.count {
      index = WordScan.endOfPlainASCII(in: bytes, from: index)
      guard index < bytes.count else { break }
      let byte = bytes[index]
      if byte < 0x80, !isForbiddenControl(byte) {
        index += 1
        continue
      }
      if byte > 0xE0, byte < 0xED, index + 2 < bytes.count, bytes[index + 1] & 0xC0 == 0x80,
        bytes[index + 2] & 0xC0 == 0x80
      {
        // Nearly all characters of a Chinese table pass here.
        index += 3
        continue
      }
      var length = 1
      switch UTF8Sequence(bytes, at: index) {
      case .valid(let found):
        length = found
        guard byte < 0x20 || byte == 0xEF && isSpecial(bytes, at: index) else {
          index += length
          continue
        }
      case .invalid(let found): length = found
      case .cut:
        guard isFinal else {
          emit(bytes.extracting(copied..<index), into: &output)
          return index
        }
        length = bytes.count - index
      }
      emit(bytes.extracting(copied..<index), into: &output)
      replaceSpecial(bytes.extracting(index..<index + length), into: &output)
      index += length
      copied = index
    }
    emit(bytes.extracting(copied..<index), into: &output)
    return index
  }

  private func isSpecial(_ bytes: Span<UInt8>, at index: Int) -> Bool {
    isByteOrderMark(bytes, at: index) || isNoncharacter(bytes, at: index)
  }

  private func replaceSpecial(_ bytes: Span<UInt8>, into output: inout ByteBuffer) {
    let byte = bytes[0]
    if byte == 0 {
      replace(.nulByte, "NUL", into: &output)
    } else if byte < 0x20 {
      let detail = "U+00" + hexadecimal(byte)
      switch controls {
      case .replaced: replace(.controlCharacter, detail, into: &output)
      case .masked:
        let mask = MaskedControl.bytes(for: UInt32(byte))
        replace(.controlCharacter, detail, by: mask, into: &output)
      }
    } else if bytes.count == 3, isByteOrderMark(bytes, at: 0) {
      mark(.strayByteOrderMark, "U+FEFF")
    } else if bytes.count == 3, isNoncharacter(bytes, at: 0) {
      replace(.controlCharacter, "noncharacter", into: &output)
    } else {
      let shown = bytes.indices.map { hexadecimal(bytes[$0]) }.joined(separator: " ")
      replace(.invalidBytes, shown, into: &output)
    }
  }

  private func hexadecimal(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }

  /// Converts by iconv, replacing what it refuses, and returns how many bytes it took.
  private func convert(
    _ bytes: Span<UInt8>, isFinal: Bool, unit: Int, into output: inout ByteBuffer
  ) -> Int {
    guard let converter else { return bytes.count }
    var index = 0
    while true {
      let (taken, stop) = convertUntilDamage(
        bytes.extracting(index..<bytes.count), by: converter, into: &output)
      index += taken
      switch stop {
      case .full: continue
      case .exhausted where !isFinal || index == bytes.count: return index
      case .exhausted:
        replaceSpecialBytes(bytes.extracting(index..<bytes.count), into: &output)
        return bytes.count
      case .invalid:
        let end = min(index + unit, bytes.count)
        replaceSpecialBytes(bytes.extracting(index..<end), into: &output)
        index = end
      }
    }
  }

  private func convertUntilDamage(
    _ bytes: Span<UInt8>, by converter: IconvDecoder, into output: inout ByteBuffer
  ) -> (taken: Int, stop: IconvDecoder.Stop) {
    guard plan.needsCleaning else {
      let before = output.count
      let result = converter.convert(bytes, into: &output)
      offset += output.count - before
      return result
    }
    var converted = ByteBuffer()
    let result = converter.convert(bytes, into: &converted)
    _ = clean(
      converted.storage.span.extracting(converted.live), isFinal: true, into: &output)
    return result
  }

  private func replaceSpecialBytes(_ bytes: Span<UInt8>, into output: inout ByteBuffer) {
    let shown = bytes.indices.map { hexadecimal(bytes[$0]) }.joined(separator: " ")
    replace(.invalidBytes, shown, into: &output)
  }

  /// Decodes whole lines, each by the encoding it is in, and returns how many bytes it took.
  private func decodeLines(_ bytes: Span<UInt8>, into output: inout ByteBuffer) -> Int {
    var start = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      guard byte == 0x0A || byte == 0x0D || index - start >= limits.maximumCellBytes else {
        continue
      }
      decodeLine(bytes.extracting(start..<index), into: &output)
      start = index
    }
    guard isAtEnd else { return start }
    decodeLine(bytes.extracting(start..<index), into: &output)
    return index
  }

  private func decodeLine(_ line: Span<UInt8>, into output: inout ByteBuffer) {
    var good = 0
    var bad = 0
    var index = 0
    while index < line.count {
      switch UTF8Sequence(line, at: index) {
      case .valid(let length):
        if length > 2 { good += 1 }
        index += length
      case .invalid(let length):
        bad += 1
        index += length
      case .cut:
        bad += 1
        index = line.count
      }
    }
    let isChinese = good < bad && GB18030Survey(line).bad < bad
    if isChinese != (plan.encoding == .gb18030), isChinese || good > 0 {
      mark(.mixedEncodings, "a line in \(isChinese ? "GB18030" : "UTF-8")")
    }
    if isChinese {
      _ = convert(line, isFinal: true, unit: 1, into: &output)
    } else {
      _ = clean(line, isFinal: true, into: &output)
    }
  }
}
