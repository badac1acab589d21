public import Casework

/// A row with the unit that handed it in.
public struct AssignedRecord: Sendable {
  /// The unit, from the roster.
  public let unit: SubmittingUnit
  /// The row.
  public let record: FormRecord
}

/// What the units of one sheet's rows are.
public struct UnitAssignment: Sendable {
  /// The rows whose unit is in the roster.
  public let records: [AssignedRecord]
  /// Names of units that are not in the roster, with how many rows each was set aside.
  public let unknownUnits: [String: Int]
  /// What was found.
  public let findings: [Finding]
}

/// Finds the unit of each row: its own column, else the sheet's line, else the folder (contract §1).
///
/// Statements that disagree are warned of and the first counts; rows of a unit that is not in the
/// roster are set aside with an error.
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
    records: sorting.records, unknownUnits: sorting.unknown, findings: sorting.findings)
}

/// Sorts the rows of one sheet by unit, and says each thing it finds once.
private struct UnitSorting {
  let submission: Submission
  let folder: String?
  let roster: UnitRoster
  private(set) var records: [AssignedRecord] = []
  private(set) var unknown: [String: Int] = [:]
  private(set) var findings: [Finding] = []
  private var reported: Set<String> = []
  private var statedAt: [SourceLocation: String] = [:]

  init(submission: Submission, folder: String?, roster: UnitRoster) {
    self.submission = submission
    self.folder = folder
    self.roster = roster
  }

  mutating func assign(_ record: FormRecord) {
    let own = record.text(.submittingUnit).value
    // A member's row has the unit of its applicant's row, unless it states one itself.
    let column = own ?? record.parent.flatMap { statedAt[$0] }
    statedAt[record.location] = column
    let stated = [column, submission.unitLine, folder].compactMap(\.self).filter { !$0.isEmpty }
    let cell = own == nil ? submission.location : record.cell(of: .submittingUnit)
    guard let first = stated.first else {
      setAside("", Finding(.unitMissing, at: submission.location))
      return
    }
    guard let unit = roster.unit(named: first) else {
      setAside(first, Finding(.unitUnknown, at: cell, field: .submittingUnit, value: first))
      return
    }
    for other in stated.dropFirst() where roster.unit(named: other)?.code != unit.code {
      let finding = Finding(
        .unitDisagreement, at: cell, field: .submittingUnit, value: first, [other])
      if reported.insert("\(first)≠\(other)").inserted { findings.append(finding) }
    }
    records.append(AssignedRecord(unit: unit, record: record))
  }

  private mutating func setAside(_ name: String, _ finding: Finding) {
    unknown[name, default: 0] += 1
    if reported.insert(name).inserted { findings.append(finding) }
  }
}
