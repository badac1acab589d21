public import Casework
internal import GRDB

extension RegistryFile {
  /// Records what an intake run found about its round, in one transaction.
  ///
  /// The same enrolment twice changes nothing. A case that its unit no longer files goes unless the
  /// office has recorded something about it.
  ///
  /// - Throws: `RegistryError`; nothing is recorded then.
  public func enrol(_ enrolment: Enrolment) throws(RegistryError) {
    try write { database in
      var writer = try EnrolmentWriter(database, enrolment: enrolment)
      try writer.write()
    }
  }

  /// Records the office's files, in one transaction: rows in order of their days, whatever the order
  /// of files and rows; rows that the programme does not allow are refused one by one.
  ///
  /// - Parameters:
  ///   - files: The files as they were read.
  ///   - day: The day of the import.
  ///   - policy: The policy that verified figures are screened under.
  ///   - rules: What it says about steps.
  ///   - screening: Screens a filing again with the figures that the office verified.
  /// - Returns: What became of the rows, file by file.
  /// - Throws: `RegistryError`; nothing is recorded then.
  public func importing(
    _ files: [OfficeFile], on day: CalendarDate, under policy: PolicyRecord, rules: CaseRules,
    screening: (CaseContext, _ asOf: CalendarDate) throws -> VerifiedScreening
  ) throws(RegistryError) -> [ImportReport] {
    try write { database in
      var office = try OfficeImport(database, files: files, rules: rules)
      try office.record(files, on: day)
      try office.screenVerified(under: policy, screening)
      return office.reports
    }
  }

  /// Whether a run is the newest one of a round: what the registry holds of the round is its.
  public func isNewestRun(_ runID: String) throws(RegistryError) -> Bool {
    try read { database in
      try Row.fetchOne(
        database, sql: "SELECT 1 FROM round d JOIN run r ON r.id = d.run WHERE r.runID = ?",
        arguments: [runID]) != nil
    }
  }

  /// Whether a run is recorded.
  public func hasRun(_ runID: String) throws(RegistryError) -> Bool {
    try read { database in
      try Row.fetchOne(database, sql: "SELECT 1 FROM run WHERE runID = ?", arguments: [runID])
        != nil
    }
  }
}

/// A case screened with the figures that the office verified, beside the declared ones.
public struct VerifiedScreening: Sendable {
  /// With the declared figures.
  public let declared: ScreeningFigures
  /// With the verified ones in their place.
  public let verified: ScreeningFigures

  /// Makes the pair.
  public init(declared: ScreeningFigures, verified: ScreeningFigures) {
    self.declared = declared
    self.verified = verified
  }
}
