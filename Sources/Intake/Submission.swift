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

  init(
    form: FormKind?, location: SourceLocation, unitLine: String? = nil,
    records: [FormRecord] = [], findings: [Finding], balance: RowBalance,
    isQuarantined: Bool = false
  ) {
    self.form = form
    self.location = location
    self.unitLine = unitLine
    self.records = records
    self.findings = findings
    self.balance = balance
    self.isQuarantined = isQuarantined
  }
}

/// Reads one sheet as the form that its headers name.
///
/// A row stage: nothing outside the sheet is looked at, so sheets can be read in any order.
///
/// - Parameters:
///   - sheet: The sheet as the readers saw it.
///   - file: The file's place in the round's catalogue.
///   - library: The forms a sheet can be.
///   - asOf: The day of the round, for dates that lie in the future.
/// - Returns: The submission; a sheet that is no form has no records and says why.
/// - Complexity: O(cells of the sheet).
public func submission(
  of sheet: Sheet, file: Int, library: FormLibrary, asOf: CalendarDate
) -> Submission {
  let origin = SourceLocation(
    file: file, sheet: sheet.position, row: sheet.rowCount > 0 ? sheet[0].number : 1, column: 0)
  let hidden = sheet.isHidden ? [Finding(.sheetHidden, at: origin)] : []
  switch sheet.searchHeader(in: library) {
  case .found(let block):
    guard let vocabulary = library.vocabulary(of: block.binding.form.kind) else { break }
    var reader = SheetReader(
      sheet: sheet, file: file, block: block, vocabulary: vocabulary,
      embedded: block.binding.form.kind == .applications
        ? library.vocabulary(of: .members) : nil, asOf: asOf)
    return reader.submission(notedBefore: hidden)
  case .ambiguous(let one, let other):
    let names = [one, other].map { library.form($0)?.title ?? $0.rawValue }
    return sheet.withoutForm(hidden + [Finding(.sheetAmbiguousForm, at: origin, names)], at: origin)
  case .unknown(let nearest):
    return sheet.withoutForm(
      hidden + sheet.reasonWithoutForm(nearest, in: library, at: origin), at: origin)
  }
  return sheet.withoutForm(hidden, at: origin)
}

extension Sheet {
  fileprivate func reasonWithoutForm(
    _ nearest: FormKind?, in library: FormLibrary, at origin: SourceLocation
  ) -> [Finding] {
    let widest = (0..<rowCount).map { self[$0].cells.count }.max() ?? 0
    if widest == 0 { return [Finding(.sheetEmpty, at: origin)] }
    if widest <= 2, nearest == nil { return [Finding(.sheetNoHeader, at: origin)] }
    let title = nearest.flatMap { library.form($0)?.title } ?? ""
    return [Finding(.sheetUnknownForm, at: origin, [title])]
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
