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
  var records: [AssignedRecord] = []
  var unknown: [String: Int] = [:]
  var findings: [Finding] = []
  var reported: Set<String> = []
  var statedAt: [SourceLocation: String] = [:]
  for record in submission.records {
    // A member's row has the unit of its applicant's row, unless it states one itself.
    let column =
      record.text(.submittingUnit).value ?? record.parent.flatMap { statedAt[$0] }
    statedAt[record.location] = column
    let stated = [column, submission.unitLine, folder].compactMap(\.self).filter { !$0.isEmpty }
    guard let first = stated.first else {
      if reported.insert("").inserted {
        findings.append(Finding(.unitMissing, at: submission.location))
      }
      unknown["", default: 0] += 1
      continue
    }
    let isOwn = record.text(.submittingUnit).value != nil
    let cell = isOwn ? record.cell(of: .submittingUnit) : submission.location
    guard let unit = roster.unit(named: first) else {
      if reported.insert(first).inserted {
        findings.append(Finding(.unitUnknown, at: cell, field: .submittingUnit, value: first))
      }
      unknown[first, default: 0] += 1
      continue
    }
    for other in stated.dropFirst() {
      guard roster.unit(named: other)?.code != unit.code,
        reported.insert("\(first)≠\(other)").inserted
      else { continue }
      findings.append(
        Finding(.unitDisagreement, at: cell, field: .submittingUnit, value: first, [other]))
    }
    records.append(AssignedRecord(unit: unit, record: record))
  }
  return UnitAssignment(records: records, unknownUnits: unknown, findings: findings)
}
