/// The texts that the cells of a workbook share, all in one array.
final class SharedTexts {
  @exclusivity(unchecked) fileprivate(set) var bytes: [UInt8] = []
  @exclusivity(unchecked) private var ends: [UInt32] = []
  /// The bytes that cells have taken; a text of a megabyte in each of a million cells costs its
  /// writer nothing.
  @exclusivity(unchecked) private var taken = 0
  private let allowance: Int
  private let factor: Int

  /// Prepares for texts of which all cells may take so many bytes, as `factor` times the file allows.
  init(allowance: Int, factor: Int) {
    self.allowance = allowance
    self.factor = factor
  }

  var count: Int { ends.count }

  /// Calls `body` with a text; nil where there is no text of this number.
  @inline(__always)
  func withText<Result>(_ number: Int, _ body: (Span<UInt8>) -> Result) -> Result? {
    guard number >= 0, number < ends.count else { return nil }
    let start = number == 0 ? 0 : Int(ends[number - 1])
    let end = Int(ends[number])
    taken += end - start
    let bytes = bytes
    return body(bytes.span.extracting(start..<end))
  }

  /// Refuses the file once its cells have taken more than one of its size may show.
  @inline(__always)
  func check() throws(TabularError) {
    guard taken <= allowance else {
      throw TabularError(.tooLarge, .repeatsTextsTooOften, factor)
    }
  }

  /// Takes a whole text as the next one.
  func add(_ text: Span<UInt8>) throws(TabularError) {
    text.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    try endText()
  }

  fileprivate func endText() throws(TabularError) {
    guard bytes.count <= Int(UInt32.max) else {
      throw TabularError(.tooLarge, .sharedTextTooLong, Int(UInt32.max))
    }
    ends.append(UInt32(bytes.count))
  }

  /// Where the text that is being read begins.
  fileprivate var openStart: Int { ends.last.map(Int.init) ?? 0 }
}

/// Reads the texts that cells share: plain ones, and the runs of those with several fonts.
struct SharedTextsGrammar: XMLGrammar {
  private enum Element { case table, item, run, text, other }
  private enum Place { case file, table, item, run, text }

  private let outlet: SheetOutlet
  private let texts: SharedTexts
  private var elements = XMLRoles<Element>()
  private var place = Place.file
  private var isInRun = false
  private var textStart = 0
  /// Open elements inside one that is passed over, such as the reading aid of a Japanese text.
  private var inner = 0

  init(_ outlet: SheetOutlet, _ texts: SharedTexts) {
    self.outlet = outlet
    self.texts = texts
  }

  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) throws(TabularError) {
    if inner > 0 {
      inner += 1
      return
    }
    switch (place, elements.role(of: name, Self.element)) {
    case (.file, .table): place = .table
    case (.table, .item): place = .item
    case (.item, .run):
      place = .run
      isInRun = true
    case (.item, .text), (.run, .text):
      place = .text
      textStart = texts.bytes.count
    default: inner = 1
    }
  }

  mutating func text(_ text: Span<UInt8>) {
    guard place == .text, inner == 0 else { return }
    let room = outlet.limits.maximumCellBytes - (texts.bytes.count - texts.openStart)
    guard text.count <= room else {
      outlet.damage.add(.capReached, "a shared text cut at a cell's byte limit")
      let end = characterStart(text, before: max(room, 0), in: 0..<text.count)
      text.extracting(0..<end).withUnsafeBufferPointer { texts.bytes.append(contentsOf: $0) }
      return
    }
    text.withUnsafeBufferPointer { texts.bytes.append(contentsOf: $0) }
  }

  mutating func end() throws(TabularError) {
    if inner > 0 {
      inner -= 1
      return
    }
    switch place {
    case .text:
      place = isInRun ? .run : .item
      decodeWorkbookEscapes(&texts.bytes, from: textStart)
    case .run:
      place = .item
      isInRun = false
    case .item:
      place = .table
      if outlet.receiver.isNeeded { unmaskControls() }
      try texts.endText()
    case .table, .file: place = .file
    }
  }

  mutating func finish() {
    outlet.place(row: nil, column: nil)
  }

  /// Gives the text its control characters back, for no row of this part passes by where that is
  /// done for rows.
  private func unmaskControls() {
    let start = texts.openStart
    let masked = Array(texts.bytes[start...])
    texts.bytes.removeSubrange(start...)
    var index = 0
    while index < masked.count {
      if let control = MaskedControl.control(masked.span, at: index) {
        texts.bytes.append(control)
        index += 3
      } else {
        texts.bytes.append(masked[index])
        index += 1
      }
    }
  }

  private static func element(_ name: SpelledName) -> Element {
    switch name.local {
    case "sst": .table
    case "si": .item
    case "r": .run
    case "t": .text
    default: .other
    }
  }
}
