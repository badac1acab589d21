public import Casework
public import Tabular

/// One sheet read as a form: its rows bound to fields, and what was found on the way.
public struct Submission: Sendable {
  /// The form; nil where the sheet is none.
  public let form: FormKind?
  /// The sheet's place: file and sheet, at its header row.
  public let location: SourceLocation
  /// The unit that a line above or below the table names, as written.
  public let unitLine: String?
  /// The data rows.
  public let records: [FormRecord]
  /// What was found in the sheet, beside what its rows carry.
  public let findings: [Finding]
  /// What became of every row.
  public let balance: RowBalance
  /// Whether the sheet is set aside and its rows are not used.
  public let isQuarantined: Bool
  /// Where the table's header and its lines stand; nil where its rows are no list below a header.
  public let frame: TableFrame?
  /// What became of the sheet's headers; nil where it is no form.
  public let layout: HeaderLayout?
  /// The rows that hold something and are nobody's.
  public internal(set) var strays: [StrayRow] = []
  /// The applications of a sheet in form layout, each with its rows; nil where the sheet is a list.
  public internal(set) var formFrame: FormFrame?

  init(
    form: FormKind?, location: SourceLocation, unitLine: String? = nil,
    records: [FormRecord] = [], findings: [Finding], balance: RowBalance,
    isQuarantined: Bool = false, frame: TableFrame? = nil, layout: HeaderLayout? = nil
  ) {
    self.layout = layout
    self.form = form
    self.location = location
    self.unitLine = unitLine
    self.records = records
    self.findings = findings
    self.balance = balance
    self.isQuarantined = isQuarantined
    self.frame = frame
  }
}

/// Reads one sheet as the forms that its headers name, one below the other where it has several.
///
/// A row stage: nothing outside the sheet is looked at, so sheets can be read in any order.
///
/// - Parameters:
///   - sheet: The sheet as the readers saw it.
///   - file: The file's place in the round's catalogue.
///   - library: The forms a sheet can be.
///   - asOf: The day of the round, for dates that lie in the future.
/// - Returns: One submission per table, together with every row of the sheet; a sheet that is no
///   form has one without records that says why.
/// - Complexity: O(cells of the sheet).
public func submissions(
  of sheet: Sheet, file: Int, library: FormLibrary, asOf: CalendarDate
) -> [Submission] {
  let reading = TableSource(file: file, library: library, asOf: asOf)
  let origin = SourceLocation(
    file: file, sheet: sheet.position, row: sheet.rowCount > 0 ? sheet[0].number : 1, column: 0)
  if sheet.isWrittenForReaders { return [sheet.asNotes(at: origin)] }
  let hidden = hiddenFindings(of: sheet, at: origin)
  let search = sheet.searchHeader(in: library)
  if let form = sheet.formLayout(beside: search, in: library) {
    var reader = FormSheetReader(form, file: file, asOf: asOf)
    return [reader.submission(notedBefore: hidden)]
  }
  let parts = StackedTables(sheet, library: library).parts(from: search)
  guard parts.count > 1 else {
    return [reading.submission(of: sheet, headed: search, notedBefore: hidden)]
  }
  // A line above the first table, such as 单位:万元, is the sheet's; one above a later table its own.
  let above = parts[0].searchHeader(in: library).linesAbove(in: parts[0])
  return parts.enumerated().map { place, part in
    reading.submission(
      of: part, headed: part.searchHeader(in: library), notedBefore: place == 0 ? hidden : [],
      around: SheetStatement(lines: above))
  }
}

/// What is noted of a sheet that is hidden, or of which rows and columns are.
private func hiddenFindings(of sheet: Sheet, at origin: SourceLocation) -> [Finding] {
  let visibility = sheet.visibility
  if visibility.isHidden { return [Finding(.sheetHidden, at: origin)] }
  let (rows, columns) = (visibility.hiddenRows, visibility.hiddenColumns)
  guard rows + columns > 0 else { return [] }
  // The one column that a return sheet hides, that of its marks, is the program's own.
  if rows == 0, columns == 1, sheet.bearsReturnMark { return [] }
  return [Finding(.sheetPartsHidden, at: origin, ["\(rows)", "\(columns)"])]
}

/// What a table is read with.
private struct TableSource {
  let file: Int
  let library: FormLibrary
  let asOf: CalendarDate

  func submission(
    of sheet: Sheet, headed search: HeaderSearch, notedBefore: [Finding],
    around: SheetStatement = SheetStatement()
  ) -> Submission {
    let origin = SourceLocation(
      file: file, sheet: sheet.position, row: sheet.rowCount > 0 ? sheet[0].number : 1, column: 0)
    switch search {
    case .found(let block):
      guard let vocabulary = library.vocabulary(of: block.binding.form.kind) else { break }
      var reader = SheetReader(
        sheet: sheet, file: file, block: block, vocabulary: vocabulary,
        embedded: block.binding.form.kind == .applications
          ? library.vocabulary(of: .members) : nil, asOf: asOf, around: around)
      return reader.submission(notedBefore: notedBefore)
    case .ambiguous(_, let one, let other):
      let names = [one, other].map { library.form($0)?.title ?? $0.rawValue }
      return sheet.withoutForm(
        notedBefore + [Finding(.sheetAmbiguousForm, at: origin, names)], at: origin)
    case .unknown(let nearest):
      return sheet.withoutForm(
        notedBefore + sheet.reasonWithoutForm(nearest, in: library, at: origin), at: origin)
    }
    return sheet.withoutForm(notedBefore, at: origin)
  }
}

extension HeaderSearch {
  /// The lines above the header that may state a unit or a scale.
  fileprivate func linesAbove(in sheet: Sheet) -> [[String]] {
    (0..<(rows?.lowerBound ?? 0)).map(sheet.texts(ofRow:)).filter(RowReading.isUnitLine)
  }
}

extension Sheet {
  /// Whether rows of the sheet came back with the mark of a return sheet, which no unit writes.
  fileprivate var bearsReturnMark: Bool {
    (0..<rowCount).contains { index in
      let last = self[index].cells.last { !text(of: $0).isEmpty }
      return last.map { ReturnMark(text(of: $0)) != nil } ?? false
    }
  }

  fileprivate func reasonWithoutForm(
    _ nearest: FormKind?, in library: FormLibrary, at origin: SourceLocation
  ) -> [Finding] {
    let widest = (0..<rowCount).map { self[$0].cells.count }.max() ?? 0
    if widest == 0 { return [Finding(.sheetEmpty, at: origin)] }
    if widest == 1, holdsWordsOnly { return [Finding(.sheetWordsOnly, at: origin)] }
    if widest == 2, nearest == nil, listsCodes { return [Finding(.sheetWordsOnly, at: origin)] }
    if widest <= 2, nearest == nil { return [Finding(.sheetNoHeader, at: origin)] }
    let title = nearest.flatMap { library.form($0)?.title } ?? ""
    return [Finding(.sheetUnknownForm, at: origin, [title])]
  }

  /// Whether a sheet of one cell per row is a cover or an explanation: nothing in it is a figure of
  /// six digits, as an identity number in a file with an unknown delimiter would be.
  private var holdsWordsOnly: Bool {
    (0..<rowCount).allSatisfy { index in
      texts(ofRow: index).allSatisfy { text in
        !TextFolding.narrow(text).contains(/[0-9]{6}/)
      }
    }
  }

  /// Whether a sheet of two columns explains codes: a few rows of words, and no figure of three digits,
  /// as an amount or a number would be.
  private var listsCodes: Bool {
    rowCount <= 60
      && (0..<rowCount).allSatisfy { index in
        texts(ofRow: index).allSatisfy { !TextFolding.narrow($0).contains(/[0-9]{3}/) }
      }
  }

  /// Whether the program itself wrote the sheet, as the receipt of a return or as explanation.
  fileprivate var isWrittenForReaders: Bool {
    guard rowCount > 0, let first = self[0].cells.first else { return false }
    return TextFolding.trimmed(text(of: first)).hasPrefix(programSheetMark)
  }

  /// A sheet of which every row is a note.
  fileprivate func asNotes(at origin: SourceLocation) -> Submission {
    var balance = RowBalance()
    balance.read(rowCount)
    balance.classify(.note, count: rowCount)
    return Submission(form: nil, location: origin, findings: [], balance: balance)
  }

  /// A sheet that is no form: words only are notes, anything more is rejected row by row.
  fileprivate func withoutForm(_ findings: [Finding], at origin: SourceLocation) -> Submission {
    let isQuarantined = findings.contains { $0.severity == .error }
    var balance = RowBalance()
    balance.read(rowCount)
    for index in 0..<rowCount {
      let isBlank = self[index].cells.allSatisfy { TextFolding.trimmed(text(of: $0)).isEmpty }
      balance.classify(isBlank ? .blank : isQuarantined ? .rejected : .note)
    }
    return Submission(
      form: nil, location: origin, findings: findings, balance: balance,
      isQuarantined: isQuarantined)
  }
}
