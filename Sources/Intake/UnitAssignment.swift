public import Casework

/// A row with the unit that handed it in.
public struct AssignedRecord: Sendable {
  /// The unit, from the roster.
  public let unit: SubmittingUnit
  /// The row.
  public let record: FormRecord
}

/// A row that is set aside because nobody knows which unit of the round it is of.
public struct UnplacedRow: Hashable, Sendable {
  /// The row at its sheet's first column.
  public let location: SourceLocation
  /// The unit it states, as written; empty where it states none.
  public let unitName: String
  /// What is wrong, at the cell that states the unit or at the row.
  public private(set) var finding: Finding
  /// Where the same is told once for all such rows of the sheet.
  public let toldAt: SourceLocation
  /// The mark of a return sheet that it bears.
  public let mark: ReturnMark?
  /// Whether it is there only to have the row left out that its mark names.
  public let withdrawsAnother: Bool

  /// The row with what is wrong told to a unit: the one in whose file it stands.
  public func concerning(_ unit: SubmittingUnit) -> UnplacedRow {
    var row = self
    row.finding = finding.concerning(unit)
    return row
  }
}

/// What the units of one sheet's rows are.
public struct UnitAssignment: Sendable {
  /// The rows whose unit is in the roster.
  public let records: [AssignedRecord]
  /// The rows that are set aside, in order of place.
  public let unplaced: [UnplacedRow]
  /// The rows that are nobody's, each with its unit where that is known.
  public let strays: [(row: StrayRow, unit: SubmittingUnit?)]
  /// What was found of rows whose unit is known.
  public let disagreements: [Finding]

  /// Names of units that are not in the roster, with how many rows each was set aside.
  public var unknownUnits: [String: Int] {
    Dictionary(unplaced.map { ($0.unitName, 1) }, uniquingKeysWith: +)
  }

  /// What was found, each thing once.
  public var findings: [Finding] { disagreements + unplaced.toldOnce }
}

extension [UnplacedRow] {
  /// What is wrong with the units of rows, once for each name that a sheet's rows state.
  public var toldOnce: [Finding] {
    var told: Set<String> = []
    return filter { row in
      told.insert("\(row.toldAt.file)/\(row.toldAt.sheet)/\(row.unitName)").inserted
    }.map { row in
      var finding = Finding(
        row.finding.code, at: row.toldAt, field: row.finding.field, value: row.finding.value,
        row.finding.arguments)
      finding.unitCode = row.finding.unitCode
      return finding
    }
  }
}

/// Finds the unit of each row: its own column, else the sheet's line, else the folder (contract §1).
///
/// Statements that disagree are warned of and the first counts; rows of a unit that is not in the
/// roster are set aside with an error. A row that is nobody's has a unit all the same, so that it can
/// be given back.
///
/// - Parameters:
///   - submission: The sheet.
///   - folder: The name of the unit's folder; nil for a file that lies in the round's folder.
///   - roster: The units of the round.
/// - Returns: The rows with their units, and what was set aside.
public func assignUnits(
  in submission: Submission, folder: String?, roster: UnitRoster
) -> UnitAssignment {
  var sorting = UnitSorting(submission: submission, folder: folder, roster: roster)
  for record in submission.records { sorting.assign(record) }
  return UnitAssignment(
    records: sorting.records, unplaced: sorting.unplaced,
    strays: submission.strays.map { ($0, sorting.unit(of: $0)) },
    disagreements: sorting.findings)
}

/// Sorts the rows of one sheet by unit, and says each thing it finds once.
private struct UnitSorting {
  let submission: Submission
  let folder: String?
  let roster: UnitRoster
  private(set) var records: [AssignedRecord] = []
  private(set) var unplaced: [UnplacedRow] = []
  private(set) var findings: [Finding] = []
  private var reported: Set<String> = []
  private var statedAt: [SourceLocation: String] = [:]

  init(submission: Submission, folder: String?, roster: UnitRoster) {
    self.submission = submission
    self.folder = folder
    self.roster = roster
  }

  /// What is said about the unit of a row, the nearest statement first.
  private func statements(_ own: String?, below parent: SourceLocation?) -> [String] {
    // A member's row has the unit of its applicant's row, unless it states one itself.
    let column = own ?? parent.flatMap { statedAt[$0] }
    return [column, submission.unitLine, folder].compactMap(\.self).filter { !$0.isEmpty }
  }

  /// The unit of a row that is nobody's; nil where nothing names one of the roster.
  func unit(of stray: StrayRow) -> SubmittingUnit? {
    statements(stray.unitName, below: stray.parent).first.flatMap(roster.unit(named:))
  }

  mutating func assign(_ record: FormRecord) {
    let own = record.text(.submittingUnit).value
    let stated = statements(own, below: record.parent)
    statedAt[record.location] = own ?? record.parent.flatMap { statedAt[$0] }
    let cell = own == nil ? submission.location : record.cell(of: .submittingUnit)
    guard let first = stated.first else {
      setAside(record, "", Finding(.unitMissing, at: record.location), toldAt: submission.location)
      return
    }
    guard let unit = roster.unit(named: first) else {
      let place = own == nil ? record.location : cell
      setAside(
        record, first, Finding(.unitUnknown, at: place, field: .submittingUnit, value: first),
        toldAt: cell)
      return
    }
    for other in stated.dropFirst() where roster.unit(named: other)?.code != unit.code {
      let finding = Finding(
        .unitDisagreement, at: cell, field: .submittingUnit, value: first, [other])
      if reported.insert("\(first)≠\(other)").inserted { findings.append(finding) }
    }
    records.append(AssignedRecord(unit: unit, record: record))
  }

  private mutating func setAside(
    _ record: FormRecord, _ name: String, _ finding: Finding, toldAt place: SourceLocation
  ) {
    unplaced.append(
      UnplacedRow(
        location: record.location.at(column: 0), unitName: name, finding: finding, toldAt: place,
        mark: record.returnMark, withdrawsAnother: record.withdrawsAnother))
  }
}
