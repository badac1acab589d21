public import Casework

/// What one unit gets back: its own rows that need correction, and a receipt for what it handed in.
///
/// Outcomes, distances to the line and counterfactuals are the panel's, and other units' rows are
/// theirs: neither is here (contract §3).
public struct ReturnSheet: Sendable {
  /// The unit.
  public let unit: SubmittingUnit
  /// The round.
  public let round: String
  /// The day the round is screened as of.
  public let asOf: CalendarDate
  /// The run that found the problems.
  public let runID: String
  /// The unit's files.
  public let files: [ReturnedFile]
  /// What was found in files and sheets as a whole.
  public let problems: [Finding]
  /// The rows to correct, a table for each table they stood in.
  public let tables: [ReturnTable]
  /// The names of files and sheets.
  public let catalog: SourceCatalog

  /// Makes a return sheet.
  public init(
    unit: SubmittingUnit, result: RoundResult, files: [ReturnedFile], problems: [Finding],
    tables: [ReturnTable]
  ) {
    self.unit = unit
    round = result.round
    asOf = result.asOf
    runID = result.runID
    catalog = result.catalog
    self.files = files
    self.problems = problems
    self.tables = tables
  }
}

/// The name of the return sheet with what belongs to no unit; it names nobody.
public let officeReturnName = "未归属单位的行"

/// A file that a unit handed in, for the receipt.
public struct ReturnedFile: Sendable {
  /// Its path in the round's folder.
  public let path: String
  /// Its SHA-256 in hexadecimal.
  public let digest: String
  /// How many of its rows are the unit's.
  public let rowCount: Int
  /// How many of them must be corrected.
  public let errorCount: Int
  /// How many more should be looked at.
  public let warningCount: Int

  /// Makes a file's line of the receipt.
  public init(path: String, digest: String, rowCount: Int, errorCount: Int, warningCount: Int) {
    self.path = path
    self.digest = digest
    self.rowCount = rowCount
    self.errorCount = errorCount
    self.warningCount = warningCount
  }

  /// The rows in which nothing was found.
  var acceptedCount: Int { max(0, rowCount - errorCount - warningCount) }
}

/// Rows of one table, in their own columns and order, with what was found in them.
public struct ReturnTable: Sendable {
  /// The form.
  public let form: FormKind
  /// The table's place: file and sheet, at its header.
  public let location: SourceLocation
  /// The lines above and below the table that state a unit or a scale, cell by cell.
  public var lines: [[String]]
  /// The header's rows, cell by cell.
  public var header: [[String]]
  /// The headers of required columns that the table lacks.
  public var missingHeaders: [String] = []
  /// Whether the table states 更正 in a column of its own, and where.
  public var correctionColumn: Int?
  /// The choices of the columns that have any.
  public var choices: [Int: [String]] = [:]
  /// The rows.
  public var rows: [ReturnRow]
  /// How many columns of the unit's own the table has.
  public var ownCount = 0
  /// Whether the rows are applications in form layout, to be written as they stand.
  public let isForm: Bool
  /// The blocks of merged cells of a form: rows and columns, counted from 0.
  public var merges: [(rows: ClosedRange<Int>, columns: ClosedRange<Int>)] = []

  /// Makes a table without rows.
  public init(form: FormKind, location: SourceLocation, isForm: Bool = false) {
    self.form = form
    self.location = location
    self.isForm = isForm
    lines = []
    header = []
    rows = []
  }
}

/// One row as it was handed in.
public struct ReturnRow: Sendable {
  /// Its cells by column.
  public var cells: [String]
  /// The row's number in the file.
  public let number: Int
  /// What was found in it, each with the column of the return sheet it stands in.
  public var problems: [(finding: Finding, column: Int)]
  /// What the row bears so that it is known when it comes back.
  public let mark: String
  /// The case it belongs to; empty where it joined none.
  public let caseID: String

  /// Makes a row.
  public init(
    cells: [String], number: Int, problems: [(finding: Finding, column: Int)], mark: String,
    caseID: String
  ) {
    self.cells = cells
    self.number = number
    self.problems = problems
    self.mark = mark
    self.caseID = caseID
  }
}

extension FindingCode {
  /// Whether a unit can do something about it in its own files: an error or a warning that is not
  /// the office's own matter and tells nothing about other units.
  public var isForUnit: Bool {
    switch self {
    case .duplicatePair, .duplicateNoted, .verdictUnknownPair, .previousHelpUnknown,
      .unitRepeated, .unitWithoutName:
      false
    default: severity != .note && !rawValue.hasPrefix("registry.")
    }
  }
}
