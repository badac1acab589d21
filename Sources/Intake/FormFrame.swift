public import Casework

/// Where the applications of a sheet in form layout stand, for writing some of them again as they
/// were handed in.
public struct FormFrame: Hashable, Sendable {
  /// One application with its rows.
  public struct Block: Hashable, Sendable {
    /// The place of the application's record.
    public let record: SourceLocation
    /// The numbers of the first and last of its rows.
    public let rows: ClosedRange<Int>
    /// Whether the form has a cell of its own for 更正.
    public internal(set) var statesCorrection = false
  }

  /// The applications in order.
  public let blocks: [Block]
  /// The numbers of the rows that state a unit or a scale.
  public let statementRows: [Int]

  /// The application that a row belongs to; rows above the first one are its own.
  public func block(ofRow number: Int) -> Block? {
    blocks.last { $0.rows.lowerBound <= number } ?? blocks.first
  }
}

extension FormSheet {
  /// Whether a row states a unit or a scale; what a return sheet says about a form can speak of both
  /// and states neither.
  func statesUnit(_ index: Int) -> Bool {
    let texts = rows[index].map(\.text)
    guard RowReading.isUnitLine(texts), let first = texts.first else { return false }
    let fields = applications.candidates(for: HeaderLabel(column: 0, parts: [first]))
    return !fields.contains(where: Field.ofReturns.contains)
  }
}
