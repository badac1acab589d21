public import Casework

/// A file of the office's forms as it was read.
public struct OfficeFile: Sendable {
  /// The file's name for messages and the return sheet.
  public let name: String
  /// The SHA-256 of its bytes in hexadecimal.
  public let digest: String
  /// Its rows in their order.
  public let rows: [OfficeRow]
  /// How many rows and sheets could not even be read as rows of a form; 1 for an unreadable file.
  ///
  /// A file with any is not recorded whole: it is looked at again when it comes again.
  public let unreadCount: Int

  /// Makes a file.
  public init(name: String, digest: String, rows: [OfficeRow], unreadCount: Int = 0) {
    self.name = name
    self.digest = digest
    self.rows = rows
    self.unreadCount = unreadCount
  }
}

/// One row of the office's forms.
public struct OfficeRow: Sendable {
  /// The row as it was bound to its form.
  public let record: FormRecord
  /// Where it stands, in words, for messages about later rows that contradict it.
  public let place: String
  /// The fact it states; nil where it cannot be used.
  public let fact: OfficeFact?
  /// What was found while it was read.
  public let findings: [Finding]

  /// Makes a row.
  public init(record: FormRecord, place: String, fact: OfficeFact?, findings: [Finding]) {
    self.record = record
    self.place = place
    self.fact = fact
    self.findings = findings
  }
}

/// What became of the rows of one file.
public struct ImportReport: Sendable {
  /// The file.
  public let name: String
  /// Rows that are recorded now.
  public internal(set) var accepted = 0
  /// Rows that were recorded before.
  public internal(set) var known = 0
  /// Rows that were refused, each with everything that was found about it.
  public internal(set) var rejected: [RejectedRow] = []
  /// What else is worth saying.
  public internal(set) var remarks: [Finding] = []
  /// Whether the very same file was recorded whole before, so that nothing was done.
  public internal(set) var isUnchanged = false

  /// Makes the report of a file of which no row is looked at yet.
  public init(name: String) { self.name = name }
}

/// A row that was not recorded.
public struct RejectedRow: Sendable {
  /// The row.
  public let record: FormRecord
  /// Why.
  public let findings: [Finding]
}
