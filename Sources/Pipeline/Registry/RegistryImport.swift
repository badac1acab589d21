import Casework
import Registry
import Screening
public import Reporting

/// What an import of the office's forms came to.
public struct ImportSummary: Sendable {
  let reports: [ImportReport]
  let catalog: SourceCatalog
  let findings: [Finding]
  /// Rows, sheets and files that could not even be read as rows of a form.
  let unread: Int
  /// The return sheets that were written, one for each file with refused rows.
  public let returnSheets: [String]

  /// How many rows were refused over all files.
  public var rejected: Int { reports.map(\.rejected.count).reduce(0, +) }

  /// The exit code of the contract: 1 where a row was refused or something could not be read.
  public var exitCode: Int32 { rejected > 0 || unread > 0 ? 1 : 0 }
}

/// Records what people decided: reads the office's forms and hands them to the registry in one
/// transaction; refused rows come back in return sheets.
///
/// - Parameters:
///   - paths: Files in any format the intake reads.
///   - request: The pipeline file with forms and policy, the registry and the day.
///   - returns: The folder of the return sheets; nil: `returns` beside the registry.
/// - Returns: What became of every row.
/// - Throws: `RunFailure`; nothing is recorded then.
public func importOfficeFiles(
  _ paths: [String], as request: RunRequest, returns: String? = nil
) throws(RunFailure) -> ImportSummary {
  let definition = try PipelineDefinition(request)
  let registry = try existingRegistry(definition, waitSeconds: request.waitSeconds)
  let units = try registered { () throws(RegistryError) in try registry.units() }
  let read = try OfficeFiles(paths, definition: definition, units: units)
  let reports = try record(read.files, in: registry, under: definition)
  let folder = returns ?? folder(of: definition.registry) + "/returns"
  let sheets = try writeReturnSheets(
    reports, catalog: read.catalog, definition: definition, to: folder)
  return ImportSummary(
    reports: reports, catalog: read.catalog, findings: read.findings,
    unread: read.unread, returnSheets: sheets)
}

/// Hands the files to the registry; a case that cannot be screened for want of a confirmed line
/// stops the import.
private func record(
  _ files: [OfficeFile], in registry: RegistryFile, under definition: PipelineDefinition
) throws(RunFailure) -> [ImportReport] {
  var gap: PolicyGap?
  func figures(
    _ context: CaseContext, asOf: CalendarDate
  ) throws(PolicyGap) -> ScreeningFigures {
    do throws(PolicyGap) {
      return ScreeningFigures(of: try screened(context, under: definition.policy, asOf: asOf))
    } catch {
      gap = error
      throw error
    }
  }
  let rules = try definition.editionOfRound.edition.caseRules
  do throws(RegistryError) {
    return try registry.importing(
      files, on: definition.asOf, under: definition.policyRecord, rules: rules
    ) { context, asOf in
      var declared = context
      declared.verification = nil
      return VerifiedScreening(
        declared: try figures(declared, asOf: asOf), verified: try figures(context, asOf: asOf))
    }
  } catch {
    if let gap { throw RunFailure.policy(file: definition.policyPath, gap: gap) }
    throw RunFailure.registry(error)
  }
}

extension ImportSummary {
  /// A line per file, then every refused row and remark with its cell.
  public func lines(in language: Language) -> [String] {
    reports.map { summary(of: $0, in: language) } + told(in: language)
      + returnSheets.map { language.text("退回表：\($0)", "Return sheet: \($0)") }
  }

  private func summary(of report: ImportReport, in language: Language) -> String {
    guard !report.isUnchanged else {
      return language.text(
        "\(report.name)：以前已全部登记，没有变化。", "\(report.name): recorded before, unchanged.")
    }
    return language.text(
      "\(report.name)：登记 \(report.accepted) 行，已登记过 \(report.known) 行，退回 \(report.rejected.count) 行。",
      "\(report.name): \(report.accepted) rows recorded, \(report.known) known, "
        + "\(report.rejected.count) refused.")
  }

  private func told(in language: Language) -> [String] {
    let found =
      findings + reports.flatMap { $0.rejected.flatMap(\.findings) + $0.remarks }
    return found.filter { $0.severity != .note || $0.code == .registryVerifiedDiffers }.map {
      let place = $0.location.map(catalog.words(for:)) ?? ""
      let words = words(for: $0, in: language)
      return "\(title(of: $0.severity, in: language)) \(place) \(words.message) \(words.hint)"
    }
  }
}
