/// Everything a finished round knows: what reports and statistics are written from.
public struct RoundResult: Sendable {
  /// The round, such as `2015`.
  public let round: String
  /// The day the round is screened as of.
  public let asOf: CalendarDate
  /// The policy's title and edition, for headings.
  public let policyTitle: String
  /// The identifier of the run.
  public let runID: String
  /// The names of files and sheets.
  public let catalog: SourceCatalog
  /// The units of the roster, and unknown ones that handed something in.
  public let units: [UnitReport]
  /// Files outside the units' folders that were set aside whole or in part.
  public let quarantinedFiles: [String]
  /// Every case, by case identifier.
  public let cases: [ScreeningResult]
  /// Every pair, by pair identifier and kind.
  public let duplicates: [DuplicateLink]
  /// Every record that is part of a cluster of duplicates.
  public let clusters: [ClusteredRecord]
  /// Every finding of the round, of cases, sheets, files and units, in order of place.
  public let findings: [Finding]
  /// What became of every input row.
  public let balance: RowBalance
  /// How the policy's budget would be shared out; nil where it states none.
  public var allocation: BudgetAllocation?

  /// What the headers of each sheet were taken for, in order of place.
  public var sheets: [SheetHeaders] = []

  /// Makes the result of a round.
  public init(
    round: String, asOf: CalendarDate, policyTitle: String, runID: String, catalog: SourceCatalog,
    units: [UnitReport], quarantinedFiles: [String] = [], cases: [ScreeningResult],
    duplicates: [DuplicateLink], clusters: [ClusteredRecord], findings: [Finding],
    balance: RowBalance
  ) {
    self.round = round
    self.asOf = asOf
    self.policyTitle = policyTitle
    self.runID = runID
    self.catalog = catalog
    self.units = units
    self.quarantinedFiles = quarantinedFiles
    self.cases = cases
    self.duplicates = duplicates
    self.clusters = clusters
    self.findings = findings
    self.balance = balance
  }
}

/// A record's place in a cluster of duplicates.
public struct ClusteredRecord: Hashable, Codable, Sendable {
  /// The cluster.
  public let clusterID: String
  /// What kind of duplicates it holds.
  public let kind: DuplicateKind
  /// The record: the case and the person's role in it, such as `2015-U03-KQWZTR/applicant`.
  public let recordID: String
  /// The case the record belongs to.
  public let caseID: String
  /// The unit of the case.
  public let unit: String
  /// The round of the case.
  public let round: String

  /// Makes a record's place.
  public init(
    clusterID: String, kind: DuplicateKind, recordID: String, caseID: String, unit: String,
    round: String
  ) {
    self.clusterID = clusterID
    self.kind = kind
    self.recordID = recordID
    self.caseID = caseID
    self.unit = unit
    self.round = round
  }
}

/// Whether a unit handed something in, and what became of it.
public enum UnitStatus: String, Codable, Sendable, CaseIterable {
  /// Its submission was read.
  case received
  /// Something of its submission was set aside; see the problems.
  case quarantined
  /// It is in the roster and handed in nothing.
  case silent
}

/// One unit of the round.
public struct UnitReport: Sendable {
  /// The unit; for one that is not in the roster the code is empty and the name is as stated.
  public let unit: SubmittingUnit
  /// What became of its submission.
  public let status: UnitStatus
  /// Its files, relative to the round's folder.
  public let files: [String]
  /// The number of its applications.
  public let applicationCount: Int

  /// Makes a unit's report.
  public init(unit: SubmittingUnit, status: UnitStatus, files: [String], applicationCount: Int) {
    self.unit = unit
    self.status = status
    self.files = files
    self.applicationCount = applicationCount
  }
}

/// What a row of a sheet is (contract §4, row balance).
public enum RowClass: String, Codable, Sendable, CaseIterable {
  case data, header, title, unitLine, total, blank, note, rejected
}

/// How many rows were read and what became of them; the classes sum to the rows read.
public struct RowBalance: Hashable, Codable, Sendable {
  /// Rows read from all sheets.
  public private(set) var rowsRead: Int
  /// Rows of each class.
  public private(set) var rows: [RowClass: Int]

  /// Makes an empty balance.
  public init() {
    rowsRead = 0
    rows = [:]
  }

  /// Notes rows that a sheet held, before any of them is classified.
  public mutating func read(_ count: Int) { rowsRead += count }

  /// Notes that a row was put into a class.
  public mutating func classify(_ row: RowClass, count: Int = 1) { rows[row, default: 0] += count }

  /// Whether every row read is in exactly one class.
  public var isBalanced: Bool { rows.values.reduce(0, +) == rowsRead }

  /// Both balances together; the order does not matter.
  public func merged(with other: RowBalance) -> RowBalance {
    var sum = self
    sum.rowsRead += other.rowsRead
    sum.rows.merge(other.rows, uniquingKeysWith: +)
    return sum
  }
}
