/// Takes the tables of a file row by row while it is read, in constant memory.
///
/// The order of calls is `beginSheet`, then `row` in ascending row numbers with `merge` before the
/// row that starts the block, or behind all rows where the file lists it there, then `endSheet`.
/// Spans are valid during the call only.
public protocol TableReceiver: AnyObject {
  /// A sheet starts.
  func beginSheet(name: String) throws(TabularError)

  /// A row is complete; blank rows that are present in the file come too.
  ///
  /// - Parameters:
  ///   - number: The row's number as a spreadsheet shows it.
  ///   - width: The columns the file gives the row, blank ones included.
  ///   - cells: The non-blank cells; their ranges lie in `bytes`.
  ///   - bytes: The UTF-8 text the cells point into.
  /// - Throws: a ``TabularError``, which ends the reading.
  func row(
    number: Int, width: Int, cells: Span<RawCell>, bytes: Span<UInt8>
  ) throws(TabularError)

  /// A merged block starts in the row that comes next.
  func merge(_ range: MergedRange) throws(TabularError)

  /// The sheet is complete; only now is it known what of it is hidden.
  func endSheet(_ visibility: SheetVisibility) throws(TabularError)
}

/// What of a sheet its file hides from people; it is read all the same.
public struct SheetVisibility: Sendable, Equatable {
  /// Whether the whole sheet is hidden.
  public var isHidden = false
  /// How many hidden rows have content.
  public var hiddenRows = 0
  /// How many hidden columns lie within the sheet's filled ones.
  public var hiddenColumns = 0

  /// A sheet of which everything shows.
  public init() {}
}
