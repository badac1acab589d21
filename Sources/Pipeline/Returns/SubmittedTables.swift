import Casework
import Intake

/// The lists of rows that units handed in: where each stands and whose its rows are.
struct SubmittedTables: Sendable {
  /// The tables in order of place.
  private(set) var tables: [SubmittedTable] = []
  /// The marks that rows of return sheets bore, by their places at the first column.
  private(set) var marks: [SourceLocation: ReturnMark] = [:]

  /// Notes a sheet, or a table of it, with the rows whose units are known.
  mutating func add(_ submission: Submission, assigned: [AssignedRecord]) {
    guard let form = submission.form else { return }
    var table = SubmittedTable(location: submission.location, form: form, frame: submission.frame)
    table.rejectedCount = submission.balance.rows[.rejected] ?? 0
    for one in assigned {
      table.note(one.record, of: one.unit.code)
    }
    tables.append(table)
  }

  /// Notes the marks of a unit's rows.
  mutating func note(_ marks: [SourceLocation: ReturnMark]) {
    self.marks.merge(marks) { first, _ in first }
  }

  /// The table that a row belongs to: the last one of its sheet that begins above it.
  func table(of place: SourceLocation) -> SubmittedTable? {
    let low = firstTable { $0.location.at(column: 0) > place.at(column: 0) }
    guard low > 0 else { return nil }
    let table = tables[low - 1]
    return table.location.file == place.file && table.location.sheet == place.sheet ? table : nil
  }

  /// The tables of a file, in order.
  ///
  /// - Complexity: O(log tables).
  func tables(ofFile file: UInt32) -> ArraySlice<SubmittedTable> {
    let first = firstTable { $0.location.file >= file }
    return tables[first..<firstTable { $0.location.file > file }]
  }

  /// How many rows each unit handed in.
  var rowCounts: [String: Int] {
    tables.reduce(into: [:]) { counts, table in
      for (unit, rows) in table.rowsByUnit { counts[unit, default: 0] += rows.count }
    }
  }

  /// The place of the first table of which something holds that holds of all after it.
  private func firstTable(where holds: (SubmittedTable) -> Bool) -> Int {
    var (low, high) = (0, tables.count)
    while low < high {
      let middle = (low + high) / 2
      if holds(tables[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The header rows of the tables of which a unit corrected every row, at the first column.
  func headersOfTables(
    replacedBy rows: Set<SourceLocation>, of unit: String
  ) -> Set<SourceLocation> {
    let replaced = Dictionary(grouping: rows.compactMap(table(of:)), by: \.location)
    return Set(
      replaced.filter { _, tables in
        tables.count >= tables[0].rowsByUnit[unit, default: []].count + tables[0].rejectedCount
      }.map { $0.key.at(column: 0) })
  }
}

/// One list of rows that was handed in.
struct SubmittedTable: Sendable {
  /// Where its header begins.
  let location: SourceLocation
  let form: FormKind
  /// What stands around its rows; nil where they are no list.
  let frame: TableFrame?
  /// The numbers of each unit's rows in it.
  private(set) var rowsByUnit: [String: [UInt32]] = [:]
  /// How many of its rows are nobody's.
  var rejectedCount = 0
  /// The applicant's row of each row below it, where members stand in the applications sheet.
  private(set) var applicantRows: [UInt32: UInt32] = [:]
  private var lastRow: UInt32 = 0

  init(location: SourceLocation, form: FormKind, frame: TableFrame?) {
    self.location = location
    self.form = form
    self.frame = frame
  }

  /// Notes a row; an applicant's row can hold a member too.
  fileprivate mutating func note(_ record: FormRecord, of unit: String) {
    if let parent = record.parent { applicantRows[record.location.row] = parent.row }
    guard record.location.row != lastRow else { return }
    lastRow = record.location.row
    rowsByUnit[unit, default: []].append(record.location.row)
  }
}
