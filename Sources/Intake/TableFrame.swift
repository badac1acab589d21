public import Casework
import Tabular

/// What stands around the rows of a list, for writing some of its rows again as they were handed in.
public struct TableFrame: Hashable, Sendable {
  /// The header's rows, by number.
  public let headerRows: ClosedRange<Int>
  /// The numbers of the rows above and below that state a unit or a scale for all rows.
  public let statementRows: [Int]
  /// The columns of the form's own fields.
  public let columns: SheetColumns
  /// The columns of a members block inside an applications sheet; nil where there is none.
  public let memberColumns: SheetColumns?
}

extension Sheet {
  /// The frame of a table, with the statements of the whole sheet where it is one of several.
  func frame(of table: BoundTable, header: Range<Int>) -> TableFrame {
    let stated = indicesOfLinesAroundTable(header: header)
    return TableFrame(
      headerRows: self[header.lowerBound].number...self[header.upperBound - 1].number,
      statementRows: stated.map { self[$0].number }, columns: table.applicant.map,
      memberColumns: table.members?.map)
  }
}
