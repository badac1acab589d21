/// Why a header became a field, or did not (contract §1, header matching).
public enum HeaderReason: String, Codable, Sendable, CaseIterable {
  /// It is the field's header in the contract.
  case exact
  /// It is one of the field's other names.
  case alias
  /// It is one of both without blanks, marks, brackets, group, period or unit.
  case folded
  /// It is nearly alike, and the column's values fit.
  case near
  /// A mapping file beside the submissions says so.
  case mapping
  /// A mapping file says that the column is none of the form's.
  case ignored
  /// The form knows no such header.
  case unmapped
  /// Another column holds the field already.
  case ambiguous
}

/// What one header of a sheet was taken for, and why.
public struct HeaderMatch: Hashable, Sendable {
  /// The header's row, as a spreadsheet shows it.
  public let row: Int
  /// The header's column, counted from 0.
  public let column: Int
  /// The header as written, its rows joined by `/`.
  public let text: String
  /// The form whose field it is; members inside an applications sheet have their own.
  public let form: FormKind
  /// The field; nil where there is none.
  public let field: Field?
  /// Why.
  public let reason: HeaderReason
  /// The power of ten in yuan that the header says its amounts are counted in.
  public let yuanPower: Int?
  /// The period that the header says its amounts are for.
  public let period: Period?

  /// Makes a match.
  public init(
    row: Int, column: Int, text: String, form: FormKind, field: Field?, reason: HeaderReason,
    yuanPower: Int? = nil, period: Period? = nil
  ) {
    self.row = row
    self.column = column
    self.text = text
    self.form = form
    self.field = field
    self.reason = reason
    self.yuanPower = yuanPower
    self.period = period
  }
}

/// The headers of one sheet; sheets with the same headers share theirs.
public final class HeaderLayout: Sendable {
  /// The headers in the order of their columns.
  public let matches: [HeaderMatch]

  /// Makes a layout.
  public init(_ matches: [HeaderMatch]) { self.matches = matches }
}

/// Which headers a sheet has.
public struct SheetHeaders: Sendable {
  /// The sheet's place.
  public let location: SourceLocation
  /// Its headers.
  public let layout: HeaderLayout

  /// Makes a sheet's entry.
  public init(location: SourceLocation, layout: HeaderLayout) {
    self.location = location
    self.layout = layout
  }
}
