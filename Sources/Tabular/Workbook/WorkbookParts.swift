/// The XML parts of an XLSX workbook, found by their relationships.
struct WorkbookParts {
  private static let usualPath = "xl/workbook.xml"

  private let archive: Archive
  private let limits: TableLimits
  private let damage: DamageLog

  init(_ archive: Archive, limits: TableLimits, damage: DamageLog) {
    self.archive = archive
    self.limits = limits
    self.damage = damage
  }

  /// Where the workbook itself lies, as the archive's first relationships say.
  func workbookPath() throws(TabularError) -> String? {
    let links = try relationships(of: "")
    if let link = links.first(where: { $0.kind == "officeDocument" }) {
      let path = Self.resolved(link.target, from: "")
      return path.lowercased().hasSuffix(".xml") && !path.hasPrefix("word/") ? path : nil
    }
    return archive.contains(Self.usualPath) ? Self.usualPath : nil
  }

  /// Reads all sheets in the workbook's order.
  func readWorkbook(
    at path: String, into receiver: any TableReceiver
  ) throws(TabularError) -> TextEncoding {
    let book = WorkbookGrammar(limits: limits)
    let encoding = try read(path, by: book, into: receiver) ?? .utf8
    guard !book.sheets.isEmpty else {
      throw TabularError(.workbookArchive, .noSheets)
    }
    let links = try relationships(of: path)
    let folder = Self.folder(of: path)
    let styles = StylesGrammar(limits: limits)
    try read(
      Self.target(of: "styles", among: links, in: folder), by: styles, into: receiver)
    let texts = SharedTexts(allowance: archive.allowance, factor: limits.maximumExpansion)
    try readTexts(
      Self.target(of: "sharedStrings", among: links, in: folder), into: texts, receiver)
    let context = WorksheetContext(
      texts: texts, styles: styles.kinds, countsFrom1904: book.countsFrom1904)
    var sheetCount = 0
    for sheet in book.sheets {
      let link = links.first { $0.identifier == sheet.link }
      // Charts and dialogs are listed like sheets and hold no cells.
      if let link, link.kind != "worksheet" { continue }
      let target = link.map { Self.resolved($0.target, from: folder) }
      try readSheet(
        sheet, at: target ?? "\(folder)worksheets/sheet\(sheetCount + 1).xml", number: sheetCount,
        context, into: receiver)
      sheetCount += 1
    }
    return encoding
  }

  private func readSheet(
    _ sheet: WorkbookGrammar.Entry, at path: String, number: Int, _ context: WorksheetContext,
    into receiver: any TableReceiver
  ) throws(TabularError) {
    let outlet = SheetOutlet(
      receiver: receiver, limits: limits, damage: damage, sheetsBefore: number)
    try outlet.beginSheet(name: sheet.name)
    outlet.visibility.isHidden = sheet.isHidden
    let grammar = GrammarRun(WorksheetGrammar(outlet, context))
    if try read(path, by: grammar, outlet) == nil {
      damage.add(.missingSheet, row: 1, "a listed sheet that the workbook does not hold")
    }
    try outlet.endSheet()
  }

  private func readTexts(
    _ path: String, into texts: SharedTexts, _ receiver: any TableReceiver
  ) throws(TabularError) {
    let outlet = SheetOutlet(receiver: receiver, limits: limits, damage: damage)
    _ = try read(path, by: GrammarRun(SharedTextsGrammar(outlet, texts)), outlet)
  }

  /// Reads a part that gives no rows, if it is there.
  @discardableResult
  func read(
    _ path: String, by grammar: any XMLEvents, into receiver: any TableReceiver
  ) throws(TabularError) -> TextEncoding? {
    try read(
      path, by: grammar, SheetOutlet(receiver: receiver, limits: limits, damage: damage))
  }

  /// Reads one part; nil where the archive does not have it.
  func read(
    _ path: String, by grammar: any XMLEvents, _ outlet: SheetOutlet
  ) throws(TabularError) -> TextEncoding? {
    guard let entry = try archive.entry(path) else { return nil }
    let source = ByteSource(entry)
    var head = ByteBuffer()
    while head.count < 4 { guard try source.read(into: &head) else { break } }
    let plan = TextPlan(ofUnicode: Array(head.storage[head.live].prefix(4)))
    let stream = try TextStream(source, plan: plan, limits: limits, controls: .masked)
    _ = try XMLReader(stream, outlet: outlet, grammar: grammar).read()
    return plan.encoding
  }

  private func relationships(
    of path: String
  ) throws(TabularError) -> [RelationshipsGrammar.Link] {
    let folder = Self.folder(of: path)
    let name = path.dropFirst(folder.count)
    let grammar = RelationshipsGrammar()
    try read("\(folder)_rels/\(name).rels", by: grammar, into: NoTables())
    return grammar.links
  }

  /// The folder of a part, with its slash; empty at the top.
  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  private static func target(
    of kind: String, among links: [RelationshipsGrammar.Link], in folder: String
  ) -> String {
    if let link = links.first(where: { $0.kind == kind }) {
      return resolved(link.target, from: folder)
    }
    return "\(folder)\(kind).xml"
  }

  /// A target is named from the top of the archive, or from the folder of what refers to it.
  private static func resolved(_ target: String, from folder: String) -> String {
    let path = target.replacing("\\", with: "/")
    var parts: [Substring] = []
    for part in (path.hasPrefix("/") ? path : folder + path).split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }
}

/// Takes the rows of parts that have none.
private final class NoTables: TableReceiver {
  func beginSheet(name: String) {}
  func row(number: Int, width: Int, cells: Span<RawCell>, bytes: Span<UInt8>) {}
  func merge(_ range: MergedRange) {}
  func endSheet(_ visibility: SheetVisibility) {}
}
