import CLibXML2

/// Turns the elements of one kind of table file into rows.
protocol XMLGrammar {
  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) throws(TabularError)
  mutating func text(_ bytes: Span<UInt8>)
  mutating func end() throws(TabularError)
  /// The root element has ended.
  mutating func finish() throws(TabularError)
}

/// What the parser tells a grammar, whichever it is.
protocol XMLEvents: AnyObject {
  func start(_ name: XMLName, _ attributes: XMLAttributes) throws(TabularError)
  func text(_ bytes: Span<UInt8>)
  func end() throws(TabularError)
  func finish() throws(TabularError)
}

/// A grammar at work: one object around a value, so that an event is one access to it.
final class GrammarRun<Grammar: XMLGrammar>: XMLEvents {
  // Only the parser's callbacks come here, one after another; a check per event costs a tenth.
  @exclusivity(unchecked) private var grammar: Grammar

  init(_ grammar: Grammar) {
    self.grammar = grammar
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) throws(TabularError) {
    try grammar.start(name, attributes)
  }

  func text(_ bytes: Span<UInt8>) {
    grammar.text(bytes)
  }

  func end() throws(TabularError) {
    try grammar.end()
  }

  func finish() throws(TabularError) {
    try grammar.finish()
  }
}

/// Where a grammar's rows and findings go, and how far the parser has come.
final class SheetOutlet {
  let receiver: ControlRestoration
  let limits: TableLimits
  let damage: DamageLog
  var format = FileFormat.recordXML
  var context: xmlParserCtxtPtr?
  /// What of the open sheet is hidden.
  var visibility = SheetVisibility()
  var hiddenColumns = HiddenColumns()
  /// Bytes and cells that only repeats made in all sheets; bounded, for a repeat costs its writer
  /// nothing.
  var repeatedSize = 0
  /// The columns that the open sheet's rows have had so far.
  @exclusivity(unchecked) var columnCount = 0
  /// How many sheets were begun, in the parts of a workbook before this one too.
  private(set) var sheetCount: Int
  /// Damage of the text that has no row and column yet, by its place in what the parser reads.
  private var marks: [TextMark] = []
  private var marksSeen = 0
  @exclusivity(unchecked) private var hasMarks = false

  init(
    receiver: any TableReceiver, limits: TableLimits, damage: DamageLog, sheetsBefore: Int = 0
  ) {
    self.receiver = ControlRestoration(receiver)
    sheetCount = sheetsBefore
    self.limits = limits
    self.damage = damage
  }

  /// Starts a sheet.
  func beginSheet(name: String) throws(TabularError) {
    guard sheetCount < limits.maximumSheets else {
      throw TabularError(.tooLarge, .tooManySheets, limits.maximumSheets)
    }
    damage.sheet = sheetCount
    sheetCount += 1
    visibility = SheetVisibility()
    hiddenColumns = HiddenColumns()
    columnCount = 0
    try receiver.beginSheet(name: name)
  }

  /// Ends the sheet.
  func endSheet() throws(TabularError) {
    visibility.hiddenColumns = hiddenColumns.count(before: columnCount)
    try receiver.endSheet(visibility)
  }

  /// Remembers damage that the parser will come across.
  func add(_ mark: TextMark) {
    marks.append(mark)
    hasMarks = true
    if mark.code == .controlCharacter { receiver.isNeeded = true }
  }

  /// Flags the damage of the text between the last place and this one.
  func place(row: Int?, column: Int?) {
    guard hasMarks else { return }
    let reached = context.map { Int(bangfu_position($0)) } ?? Int.max
    while marksSeen < marks.count, marks[marksSeen].offset < reached {
      let mark = marks[marksSeen]
      marksSeen += 1
      damage.add(mark.code, row: row, column: column, mark.detail)
    }
    hasMarks = marksSeen < marks.count
  }
}

/// The columns that a sheet says it hides, before it is known which of them hold anything.
struct HiddenColumns {
  private static let mostRanges = 1_000

  private var ranges: [ClosedRange<Int>] = []
  private var next = 0

  /// Notes columns `first` to `last`, counted from 0.
  mutating func hide(_ first: Int, through last: Int) {
    guard first >= 0, first <= last, ranges.count < Self.mostRanges else { return }
    ranges.append(first...last)
  }

  /// Takes a description that follows the one before it; of so many columns, from a stated place.
  mutating func describe(at stated: Int?, count: Int, isHidden: Bool) {
    let first = stated ?? next
    let last = first + min(max(count, 1), 1 << 20) - 1
    if isHidden { hide(first, through: last) }
    next = min(last, 1 << 20) + 1
  }

  /// How many hidden columns lie before a column.
  func count(before end: Int) -> Int {
    ranges.reduce(0) { $0 + max(0, min($1.upperBound, end - 1) - $1.lowerBound + 1) }
  }
}
