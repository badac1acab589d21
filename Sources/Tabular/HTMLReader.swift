import CLibXML2

/// Reads the tables of HTML, which many systems send as `.xls`, with libxml2's forgiving HTML parser.
///
/// It gets UTF-8 in pieces, loads nothing and builds no tree.
final class HTMLReader {
  private static let options =
    Int32(HTML_PARSE_NONET.rawValue) | Int32(HTML_PARSE_RECOVER.rawValue)
    | Int32(HTML_PARSE_IGNORE_ENC.rawValue) | Int32(HTML_PARSE_COMPACT.rawValue)

  private let stream: TextStream
  private let limits: TableLimits
  private var tables: HTMLTables
  private var failure: TabularError?
  private var depth = 0
  private var context: htmlParserCtxtPtr?

  init(_ stream: TextStream, outlet: SheetOutlet) {
    self.stream = stream
    limits = outlet.limits
    tables = HTMLTables(outlet)
  }

  /// Reads everything; refuses HTML in which no table holds a cell.
  func read() throws(TabularError) {
    xmlInitParser()
    var handler = Self.handler()
    let own = Unmanaged.passUnretained(self).toOpaque()
    guard
      let context = htmlCreatePushParserCtxt(&handler, own, nil, 0, nil, XML_CHAR_ENCODING_UTF8)
    else { throw TabularError(.tooLarge, .parserLimit) }
    self.context = context
    defer {
      self.context = nil
      htmlFreeParserCtxt(context)
    }
    htmlCtxtUseOptions(context, Self.options)
    var buffer = ByteBuffer()
    while failure == nil, try stream.read(into: &buffer) {
      push(buffer.storage.span.extracting(buffer.live), to: context)
      buffer.removeAll()
    }
    if failure == nil { htmlParseChunk(context, nil, 0, 1) }
    if let failure { throw failure }
    try tables.finish()
  }

  private func push(_ bytes: Span<UInt8>, to context: htmlParserCtxtPtr) {
    var start = 0
    while start < bytes.count, failure == nil {
      let end = min(start + (1 << 15), bytes.count)
      bytes.extracting(start..<end).withUnsafeBytes { piece in
        _ = htmlParseChunk(
          context, piece.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(piece.count), 0)
      }
      start = end
    }
  }

  private static func handler() -> htmlSAXHandler {
    var handler = htmlSAXHandler()
    handler.startElement = { own, name, attributes in
      guard let name else { return }
      HTMLReader.of(own)?._withUnsafeGuaranteedRef { $0.start(name, attributes) }
    }
    handler.endElement = { own, name in
      guard let name else { return }
      HTMLReader.of(own)?._withUnsafeGuaranteedRef { $0.end(name) }
    }
    handler.characters = { own, text, count in
      let bytes = UnsafeBufferPointer(start: text, count: Int(count))
      HTMLReader.of(own)?._withUnsafeGuaranteedRef { $0.tables.text(bytes.span) }
    }
    handler.ignorableWhitespace = handler.characters
    return handler
  }

  private static func of(_ own: UnsafeMutableRawPointer?) -> Unmanaged<HTMLReader>? {
    own.map { Unmanaged<HTMLReader>.fromOpaque($0) }
  }

  private func start(
    _ name: UnsafePointer<xmlChar>,
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    guard failure == nil else { return }
    depth += 1
    do throws(TabularError) {
      guard depth <= limits.maximumDepth * 4 else {
        throw TabularError(.tooLarge, .tooDeep, limits.maximumDepth * 4)
      }
      try tables.start(String(cString: name), HTMLAttributes(attributes))
    } catch {
      fail(error)
    }
  }

  private func end(_ name: UnsafePointer<xmlChar>) {
    guard failure == nil else { return }
    depth -= 1
    do throws(TabularError) {
      try tables.end(String(cString: name))
    } catch {
      fail(error)
    }
  }

  private func fail(_ error: TabularError) {
    failure = error
    if let context { xmlStopParser(context) }
  }
}

/// The attributes of one HTML element, valid while it is being started.
struct HTMLAttributes {
  private let pointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?

  init(_ pointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) {
    self.pointers = pointers
  }

  /// The value of the attribute of this name; empty where it has none.
  subscript(name: String) -> String? {
    guard let pointers else { return nil }
    var index = 0
    while let letters = pointers[index] {
      if String(cString: letters) == name {
        return pointers[index + 1].map { String(String(cString: $0).prefix(4_096)) } ?? ""
      }
      index += 2
    }
    return nil
  }
}
