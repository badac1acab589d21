import Casework
import Intake
import Registry
import Reporting

/// The office's files as they were read: what the registry takes, and what was found around the rows.
struct OfficeFiles {
  let files: [OfficeFile]
  let catalog: SourceCatalog
  /// Findings of files and sheets, and of cells that are worth a look.
  let findings: [Finding]
  /// Rows, sheets and files that could not even be read as rows of a form.
  let unread: Int

  /// Reads files of the office's forms, by the same intake as a round's submissions.
  init(
    _ paths: [String], definition: PipelineDefinition, units: [SubmittingUnit]
  ) throws(RunFailure) {
    let roster = UnitRoster(units)
    var catalog = SourceCatalog(files: paths)
    var files: [OfficeFile] = []
    var findings: [Finding] = []
    var unread = 0
    for (place, path) in paths.enumerated() {
      let bytes = try readBytes(path)
      let file = InputFile(path: path, folder: nil, digest: hexDigest(of: bytes))
      let read = readFile(
        file, at: place, in: "", library: definition.officeLibrary, asOf: definition.asOf)
      catalog.nameSheets(read.sheetNames, ofFile: place)
      findings += read.findings + read.submissions.flatMap(\.findings).filter { !Self.isOwn($0) }
      let records = read.submissions.flatMap(\.records)
      let lost = Self.unreadCount(of: read)
      unread += lost
      files.append(
        OfficeFile(
          name: path, digest: file.digest,
          rows: records.map { Self.row($0, roster: roster, catalog: catalog) },
          unreadCount: lost))
    }
    self.files = files
    self.catalog = catalog
    self.findings = findings
    self.unread = unread
  }

  /// An unreadable file and a sheet set aside count as one each, a row without its key as itself.
  private static func unreadCount(of file: ReadFile) -> Int {
    file.submissions.map { $0.isQuarantined ? 1 : $0.balance.rows[.rejected] ?? 0 }
      .reduce(file.isUnreadable ? 1 : 0, +)
  }

  /// A corrected return sheet still has the columns that tell what was wrong.
  private static func isOwn(_ finding: Finding) -> Bool {
    finding.code == .headerUnknown
      && returnSheetColumns.values.contains { $0.contains(finding.value) }
  }

  /// A row with an unreadable cell is refused with what the intake found about it.
  private static func row(
    _ record: FormRecord, roster: UnitRoster, catalog: SourceCatalog
  ) -> OfficeRow {
    let checked = officeFact(of: record) { roster.unit(named: $0)?.code }
    let isDamaged = record.findings.contains { $0.severity == .error }
    return OfficeRow(
      record: record, place: catalog.words(for: record.location),
      fact: isDamaged ? nil : checked.value, findings: record.findings + checked.findings)
  }
}
