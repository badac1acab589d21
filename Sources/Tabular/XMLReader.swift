import CLibXML2

/// Reads XML with libxml2's push parser, in constant memory.
///
/// The parser gets UTF-8 only and never sees a document type, loads nothing, and is stopped at the
/// first trouble.
final class XMLReader {
  private static let options =
    Int32(XML_PARSE_NONET.rawValue) | Int32(XML_PARSE_IGNORE_ENC.rawValue)
    | Int32(XML_PARSE_COMPACT.rawValue)

  private let stream: TextStream
  private let outlet: SheetOutlet
  private var grammar: (any XMLEvents)?
  private var failure: TabularError?
  private var hasFailed = false
  private var depth = 0
  private var hasEnded = false
  private var isTerminating = false
  private var xmlGuard: XMLGuard
  private var marksTaken = 0
  /// Bytes of white space left out at the start.
  private var skipped = 0
  /// Bytes given to the parser.
  private var pushed = 0
  /// How many bytes longer the parser's text is than the decoder's.
  private var shift = 0

  /// Makes a reader; without a grammar the root element decides which one reads.
  init(_ stream: TextStream, outlet: SheetOutlet, grammar: (any XMLEvents)? = nil) {
    self.stream = stream
    self.outlet = outlet
    self.grammar = grammar
    xmlGuard = XMLGuard(maximumAttributes: outlet.limits.maximumAttributes)
  }

  /// Reads everything and returns which kind of table file it was.
  func read() throws(TabularError) -> FileFormat {
    xmlInitParser()
    var handler = Self.handler()
    let own = Unmanaged.passUnretained(self).toOpaque()
    guard let context = xmlCreatePushParserCtxt(&handler, own, nil, 0, nil) else {
      throw TabularError(.tooLarge, .parserLimit)
    }
    outlet.context = context
    defer {
      outlet.context = nil
      xmlFreeParserCtxt(context)
    }
    xmlCtxtUseOptions(context, Self.options)
    try feed(context)
    isTerminating = true
    if !hasFailed { xmlParseChunk(context, nil, 0, 1) }
    if let failure { throw failure }
    guard hasEnded else { throw TabularError(.truncatedXML, .rootNeverEnds) }
    return outlet.format
  }

  private func feed(_ context: xmlParserCtxtPtr) throws(TabularError) {
    var buffer = ByteBuffer()
    var isFinal = try skipWhitespace(&buffer)
    repeat {
      let taken = parse(
        buffer.storage.span.extracting(buffer.live), isFinal: isFinal, by: context)
      buffer.consume(taken)
      if hasFailed || isFinal { return }
      isFinal = try !stream.read(into: &buffer)
    } while true
  }

  /// Skips white space, which may not stand before an XML declaration; true at the end.
  private func skipWhitespace(_ buffer: inout ByteBuffer) throws(TabularError) -> Bool {
    while true {
      guard try stream.read(into: &buffer) else { return true }
      while buffer.count > 0, buffer[0] <= 0x20 {
        buffer.consume(1)
        skipped += 1
      }
      if buffer.count > 0 { return false }
    }
  }

  /// Moves the decoder's marks in the next `count` bytes to where the parser will see them.
  private func takeMarks(_ count: Int) {
    let end = pushed - shift + skipped + count
    while marksTaken < stream.marks.count, stream.marks[marksTaken].offset < end {
      let mark = stream.marks[marksTaken]
      marksTaken += 1
      outlet.add(
        TextMark(offset: mark.offset + shift - skipped, code: mark.code, detail: mark.detail))
    }
  }

  /// Gives the parser what is complete of `bytes` and returns how many bytes that was.
  private func parse(
    _ bytes: Span<UInt8>, isFinal: Bool, by context: xmlParserCtxtPtr
  ) -> Int {
    let text = bytes.extracting(0..<(isFinal ? bytes.count : completeCharacters(bytes)))
    var start = 0
    while start < text.count, !hasFailed {
      switch xmlGuard.scan(text, from: start, isFinal: isFinal) {
      case .safe(let end):
        push(text.extracting(start..<end), to: context)
        if end == start || end < text.count { return end }
        start = end
      case .forbiddenReference(let range, let character):
        push(text.extracting(start..<range.lowerBound), to: context)
        outlet.add(
          TextMark(offset: pushed, code: .controlCharacter, detail: "a character reference"))
        let mask = MaskedControl.bytes(for: character)
        push(mask.span, to: context)
        shift += mask.count - range.count
        start = range.upperBound
      case .tooManyAttributes:
        let limit = outlet.limits.maximumAttributes
        fail(TabularError(.tooLarge, .tooManyAttributes, limit))
      }
    }
    return start
  }

  /// Hands bytes over in pieces that keep the parser's own buffer small.
  private func push(_ bytes: Span<UInt8>, to context: xmlParserCtxtPtr) {
    takeMarks(bytes.count)
    var start = 0
    while start < bytes.count, !hasFailed {
      let end = min(start + (1 << 15), bytes.count)
      bytes.extracting(start..<end).withUnsafeBytes { piece in
        _ = xmlParseChunk(
          context, piece.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(piece.count),
          0)
      }
      start = end
    }
    pushed += bytes.count
  }

  /// How many of the bytes are whole characters; a piece may end inside one.
  private func completeCharacters(_ bytes: Span<UInt8>) -> Int {
    for back in 1...3 where back <= bytes.count {
      let byte = bytes[bytes.count - back]
      if byte < 0x80 { break }
      guard byte >= 0xC0 else { continue }
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
      return length > back ? bytes.count - back : bytes.count
    }
    return bytes.count
  }

  fileprivate func fail(_ error: TabularError) {
    if failure == nil { failure = error }
    hasFailed = true
    if let context = outlet.context { xmlStopParser(context) }
  }
}

extension XMLReader {
  private static func handler() -> xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = bangfu_sax2_magic
    handler.startElementNs = { own, local, _, namespace, _, _, count, _, attributes in
      guard let local else { return }
      XMLReader.of(own)?._withUnsafeGuaranteedRef {
        $0.start(local, in: namespace, Int(count), attributes)
      }
    }
    handler.endElementNs = { own, _, _, _ in
      XMLReader.of(own)?._withUnsafeGuaranteedRef { $0.end() }
    }
    handler.characters = { own, text, count in
      let bytes = UnsafeBufferPointer(start: text, count: Int(count))
      XMLReader.of(own)?._withUnsafeGuaranteedRef { $0.grammar?.text(bytes.span) }
    }
    handler.ignorableWhitespace = handler.characters
    handler.internalSubset = { own, _, _, _ in
      XMLReader.of(own)?._withUnsafeGuaranteedRef {
        $0.fail(TabularError(.documentType, .documentType))
      }
    }
    handler.serror = { own, error in
      guard let error else { return }
      XMLReader.of(own)?._withUnsafeGuaranteedRef { $0.note(error.pointee) }
    }
    return handler
  }

  /// The reader behind libxml2's pointer, which outlives the parser that calls.
  private static func of(_ own: UnsafeMutableRawPointer?) -> Unmanaged<XMLReader>? {
    own.map { Unmanaged<XMLReader>.fromOpaque($0) }
  }

  private func start(
    _ local: UnsafePointer<xmlChar>, in namespace: UnsafePointer<xmlChar>?, _ count: Int,
    _ pointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    guard !hasFailed else { return }
    let name = XMLName(local: local, namespace: namespace)
    let attributes = XMLAttributes(count: count, pointers: pointers)
    depth += 1
    do throws(TabularError) {
      guard depth <= outlet.limits.maximumDepth else {
        throw TabularError(.tooLarge, .tooDeep, outlet.limits.maximumDepth)
      }
      if grammar == nil { grammar = try chooseGrammar(name.spelled) }
      try grammar?.start(name, attributes)
    } catch {
      fail(error)
    }
  }

  private func end() {
    guard !hasFailed else { return }
    depth -= 1
    do throws(TabularError) {
      try grammar?.end()
      guard depth == 0 else { return }
      hasEnded = true
      try grammar?.finish()
    } catch {
      fail(error)
    }
  }

  /// Decides by the root element what kind of file this is, whatever its name.
  private func chooseGrammar(
    _ root: SpelledName
  ) throws(TabularError) -> any XMLEvents {
    if root == SpreadsheetMLGrammar.root {
      outlet.format = .spreadsheetML
      return GrammarRun(SpreadsheetMLGrammar(outlet))
    }
    if root == FlatODSGrammar.root {
      outlet.format = .flatODS
      return GrammarRun(FlatODSGrammar(outlet))
    }
    guard RecordGrammar.mayRead(root) else {
      throw TabularError(.unknownXML, .rootElement, root.local)
    }
    outlet.format = .recordXML
    return GrammarRun(RecordGrammar(outlet))
  }

  private func note(_ error: xmlError) {
    guard !hasFailed, error.level == XML_ERR_FATAL else { return }
    let line = Int(error.line)
    switch error.code {
    case Int32(XML_ERR_INTERNAL_ERROR.rawValue), Int32(XML_ERR_NO_MEMORY.rawValue),
      Int32(XML_ERR_NAME_TOO_LONG.rawValue):
      fail(TabularError(.tooLarge, line: line, .parserLimit))
    case _ where isTerminating && !hasEnded:
      fail(TabularError(.truncatedXML, line: line, .rootNeverEnds))
    default:
      let kind = Self.kind(of: error.code)
      fail(
        TabularError(
          .malformedXML, line: line, kind, kind == .otherXMLError ? "\(error.code)" : ""))
    }
  }

  /// What the parser's number of an error says, as far as a person can do something about it.
  private static func kind(of number: Int32) -> TabularReason.Kind {
    switch xmlParserErrors(UInt32(number)) {
    case XML_ERR_TAG_NAME_MISMATCH, XML_ERR_TAG_NOT_FINISHED, XML_ERR_LTSLASH_REQUIRED,
      XML_ERR_GT_REQUIRED, XML_ERR_DOCUMENT_END, XML_ERR_NAME_REQUIRED, XML_ERR_DOCUMENT_EMPTY,
      XML_ERR_LT_REQUIRED:
      .badTags
    case XML_ERR_ATTRIBUTE_NOT_STARTED, XML_ERR_ATTRIBUTE_NOT_FINISHED,
      XML_ERR_ATTRIBUTE_WITHOUT_VALUE, XML_ERR_ATTRIBUTE_REDEFINED, XML_ERR_LT_IN_ATTRIBUTE,
      XML_ERR_SPACE_REQUIRED:
      .badAttribute
    case XML_ERR_INVALID_CHARREF, XML_ERR_UNDECLARED_ENTITY, XML_ERR_ENTITYREF_SEMICOL_MISSING,
      XML_ERR_ENTITYREF_NO_NAME, XML_ERR_INVALID_HEX_CHARREF, XML_ERR_INVALID_DEC_CHARREF,
      XML_WAR_UNDECLARED_ENTITY:
      .badReference
    case XML_ERR_INVALID_CHAR, XML_ERR_INVALID_ENCODING: .badCharacter
    default: .otherXMLError
    }
  }
}
