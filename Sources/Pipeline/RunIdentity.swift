import Casework
import Registry
import Reporting

/// What makes a run the same run; the same identity gives the same bytes.
///
/// It is made of the inputs, the definition, the tool version and the flags that show in the output.
struct RunIdentity {
  let digest: String
  let runID: String

  init(
    _ definition: PipelineDefinition, folder: InputFolder, identifiers: CaseIdentifiers,
    registry: EarlierRounds
  ) {
    var parts = [
      "contract 1", "tool \(toolVersion)", "round \(definition.round)",
      "as of \(definition.asOf)", "language \(definition.language.rawValue)",
      "dossiers \(definition.writesDossiers)", "key \(identifiers.digest)",
      "registry \(registry.digest)",
    ]
    parts += definition.files.map { "definition \($0.name) \($0.digest)" }
    parts += folder.mappings.map { "mapping \($0.path) \($0.digest)" }
    parts += folder.files.map { "input \($0.path) \($0.digest)" }
    for earlier in definition.earlierRounds {
      parts.append("earlier \(earlier.round) \(Self.digest(ofFolder: earlier.input))")
    }
    if let roster = definition.roster { parts.append("roster \(Self.digest(ofFile: roster))") }
    self.init(parts, named: "\(definition.round)-\(definition.asOf)")
  }

  /// A re-screening: no inputs of its own, but everything the registry has on record.
  init(rescreening definition: PipelineDefinition, knowing knowledge: RegistryKnowledge) {
    var parts = [
      "contract 1", "tool \(toolVersion)", "rescreen", "as of \(definition.asOf)",
      "language \(definition.language.rawValue)", "registry \(knowledge.digest)",
    ]
    parts += definition.files.map { "definition \($0.name) \($0.digest)" }
    self.init(parts, named: "rescreen-\(definition.asOf)")
  }

  /// A year's report: everything the registry has on record.
  init(annualReport definition: PipelineDefinition, knowing knowledge: RegistryKnowledge) {
    var parts = [
      "contract 1", "tool \(toolVersion)", "annual report \(definition.year)",
      "as of \(definition.asOf)", "language \(definition.language.rawValue)",
      "registry \(knowledge.digest)",
    ]
    parts += definition.files.map { "definition \($0.name) \($0.digest)" }
    self.init(parts, named: "annual-report-\(definition.year)")
  }

  /// A run that is told apart by these parts.
  init(_ parts: [String], named name: String) {
    digest = hexDigest(of: Array(parts.joined(separator: "\n").utf8))
    runID = "\(name)-\(digest.prefix(8))"
  }

  /// A folder that cannot be read is reported when the run reads it; here it has its own mark.
  private static func digest(ofFolder path: String) -> String {
    do throws(RunFailure) {
      let folder = try InputFolder(path)
      return hexDigest(
        of: Array(folder.files.map { "\($0.path) \($0.digest)" }.joined(separator: "\n").utf8))
    } catch {
      return "unreadable"
    }
  }

  private static func digest(ofFile path: String) -> String {
    do throws(RunFailure) {
      return hexDigest(of: try readBytes(path))
    } catch {
      return "unreadable"
    }
  }
}
