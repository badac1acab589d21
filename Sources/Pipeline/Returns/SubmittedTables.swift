import Casework
import Intake

/// The lists of rows that units handed in: where each stands and whose its rows are.
struct SubmittedTables: Sendable {
  /// The tables in order of place.
  private(set) var tables: [SubmittedTable] = []
  /// The marks that rows of return sheets bore, by their places at the first column.
  private(set) var marks: [SourceLocation: ReturnMark] = [:]

  /// The rows of which nobody knows whose they are, each with what is wrong.
  private(set) var unplaced: [UnplacedRow] = []

  /// Notes a sheet, or a table of it, with the units of its rows where they are known.
  mutating func add(_ submission: Submission, assigned: UnitAssignment) {
    guard let form = submission.form else { return }
    var table = SubmittedTable(location: submission.location, form: form, frame: submission.frame)
    table.formFrame = submission.formFrame
    table.rejectedCount = submission.balance.rows[.rejected] ?? 0
    for one in assigned.records {
      table.note(one.record.location, below: one.record.parent, of: one.unit.code)
    }
    for one in assigned.unplaced {
      table.note(one.location, below: nil, of: UnitFindings.office)
    }
    for one in assigned.strays { table.note(one.row) }
    tables.append(table)
  }

  /// Notes the rows of which nobody knew whose they are when all units were put together.
  mutating func note(unplaced rows: [UnplacedRow]) { unplaced += rows }

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
      for (unit, rows) in table.rowsByUnit where unit != UnitFindings.office {
        counts[unit, default: 0] += rows.count
      }
    }
  }

  /// Rows with all rows of the applications in form layout that they begin.
  func wholeForms(_ rows: Set<SourceLocation>) -> Set<SourceLocation> {
    rows.union(
      rows.flatMap { row in
        table(of: row)?.formFrame?.rows(ofRecord: row) ?? []
      })
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

  /// The header rows of the tables of which every row was corrected, at the first column.
  func headersOfTables(replacedBy rows: Set<SourceLocation>) -> Set<SourceLocation> {
    let replaced = Dictionary(grouping: rows.compactMap(table(of:)), by: \.location)
    return Set(
      replaced.filter { _, tables in
        tables.count
          >= tables[0].rowsByUnit.values.map(\.count).reduce(0, +) + tables[0].rejectedCount
      }.map { $0.key.at(column: 0) })
  }
}

extension FormFrame {
  /// The rows of the application whose record stands at a row, each at the first column.
  func rows(ofRecord row: SourceLocation) -> [SourceLocation] {
    guard let block = blocks.first(where: { $0.record.at(column: 0) == row.at(column: 0) }) else {
      return []
    }
    return block.rows.map { row.with(row: $0) }
  }
}

extension [Submission] {
  /// Rows with all rows of the applications in form layout that they begin.
  func formRows(replacedWith rows: Set<SourceLocation>) -> Set<SourceLocation> {
    let frames = compactMap(\.formFrame)
    guard !frames.isEmpty else { return rows }
    return rows.union(rows.flatMap { row in frames.flatMap { $0.rows(ofRecord: row) } })
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
  /// The applications in form layout; nil where the rows are a list.
  var formFrame: FormFrame?
  /// How many of its rows are nobody's.
  var rejectedCount = 0
  /// The applicant's row of each row below it, where members stand in the applications sheet.
  private(set) var applicantRows: [UInt32: UInt32] = [:]

  init(location: SourceLocation, form: FormKind, frame: TableFrame?) {
    self.location = location
    self.form = form
    self.frame = frame
  }

  /// Notes a row; an applicant's row can hold a member too.
  fileprivate mutating func note(
    _ row: SourceLocation, below parent: SourceLocation?, of unit: String
  ) {
    if let parent { applicantRows[row.row] = parent.row }
    guard rowsByUnit[unit]?.last != row.row else { return }
    rowsByUnit[unit, default: []].append(row.row)
  }

  /// Notes a row that is nobody's with the applicant's row above it.
  fileprivate mutating func note(_ stray: StrayRow) {
    if let parent = stray.parent { applicantRows[stray.location.row] = parent.row }
  }
}
