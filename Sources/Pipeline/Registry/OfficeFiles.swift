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
  /// Files of which nothing could be used.
  let unusable: Int

  /// Reads files of the office's forms, by the same intake as a round's submissions.
  init(
    _ paths: [String], definition: PipelineDefinition, units: [SubmittingUnit]
  ) throws(RunFailure) {
    let roster = UnitRoster(units)
    var catalog = SourceCatalog(files: paths)
    var files: [OfficeFile] = []
    var findings: [Finding] = []
    var unusable = 0
    for (place, path) in paths.enumerated() {
      let bytes = try readBytes(path)
      let file = InputFile(path: path, folder: nil, digest: hexDigest(of: bytes))
      let read = readFile(
        file, at: place, in: "", library: definition.officeLibrary, asOf: definition.asOf)
      catalog.nameSheets(read.sheetNames, ofFile: place)
      findings += read.findings + read.submissions.flatMap(\.findings).filter { !Self.isOwn($0) }
      let records = read.submissions.flatMap(\.records)
      if read.isUnreadable || read.submissions.contains(where: \.isQuarantined) { unusable += 1 }
      files.append(
        OfficeFile(
          name: path, digest: file.digest,
          rows: records.map { Self.row($0, roster: roster, catalog: catalog) }))
    }
    self.files = files
    self.catalog = catalog
    self.findings = findings
    self.unusable = unusable
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
