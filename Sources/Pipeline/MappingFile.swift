import Casework
import Intake

/// Reads a file that says what headers of the sheets beside it mean (docs/forms.md, mapping files).
enum MappingFile {
  /// The names such a file goes by.
  static let names: Set<String> = ["mapping.yaml", "mapping.yml", "表头对照.yaml", "表头对照.yml"]
  private static let ignoreKey = "ignore"

  /// Whether a path names a mapping file and no submission.
  static func isMapping(_ path: String) -> Bool {
    names.contains(String(path.split(separator: "/").last ?? "").lowercased())
  }

  /// The mapping that a file's text states.
  static func mapping(
    from text: String, file: String, library: FormLibrary
  ) throws(RunFailure) -> HeaderMapping {
    let kinds = library.forms.map(\.kind.rawValue)
    let top = try YAMLMapping(text: text, file: file, keys: kinds + [ignoreKey])
    var mapping = HeaderMapping(ignored: Set(try top.strings(ignoreKey)))
    for form in library.forms where top.has(form.kind.rawValue) {
      let listed = try top.mapping(form.kind.rawValue, keys: nil)
      var fields: [String: Field] = [:]
      for header in listed.keys { fields[header] = try field(of: header, in: listed, form) }
      mapping.fields[form.kind] = fields
    }
    return mapping
  }

  /// The field by its name or by its header in the form.
  private static func field(
    of header: String, in listed: YAMLMapping, _ form: FormDefinition
  ) throws(RunFailure) -> Field {
    let name = try listed.string(header)
    let found = form.fields.first { $0.field.rawValue == name || $0.header == name }
    guard let found else {
      let known = form.fields.flatMap { [$0.field.rawValue, $0.header] }
      throw RunFailure.yaml(
        file: file(listed), line: listed.line(of: header),
        problem: .unknownKey(name, nearest: nearest(to: name, in: known)))
    }
    return found.field
  }

  private static func file(_ mapping: YAMLMapping) -> String { mapping.file }
}

/// The forms as each file of a round is read with: its unit's mapping goes before the round's.
struct MappedLibraries {
  private let plain: FormLibrary
  private var round: HeaderMapping?
  private var units: [String: HeaderMapping] = [:]
  private var libraries: [String: FormLibrary] = [:]
  /// What was found in each mapping file, in their order; a wrong one is not used.
  private(set) var findings: [[Finding]] = []

  /// Reads the mapping files of a folder; `place` is the first one's place in the catalogue.
  init(_ files: [InputFile], in root: String, library: FormLibrary, firstPlace place: Int) {
    plain = library
    for (offset, file) in files.enumerated() {
      let path = root.isEmpty ? file.path : root + "/" + file.path
      do throws(RunFailure) {
        let mapping = try MappingFile.mapping(
          from: try readText(path), file: path, library: library)
        add(mapping, for: file.folder)
        findings.append([])
      } catch {
        findings.append([error.mappingFinding(file: place + offset)])
      }
    }
    let base = round ?? HeaderMapping()
    libraries = units.mapValues { library.applying($0.completed(by: base)) }
    if let round { libraries[""] = library.applying(round) }
  }

  private mutating func add(_ mapping: HeaderMapping, for folder: String?) {
    guard let folder else {
      round = round.map { $0.completed(by: mapping) } ?? mapping
      return
    }
    units[folder] = units[folder].map { $0.completed(by: mapping) } ?? mapping
  }

  /// The forms for a file in a unit's folder, or in the round's own.
  func library(of folder: String?) -> FormLibrary {
    libraries[folder ?? ""] ?? libraries[""] ?? plain
  }
}

extension RunFailure {
  /// What is wrong in a mapping file, at its line.
  fileprivate func mappingFinding(file: Int) -> Finding {
    guard case .yaml(_, let line, let problem) = self else {
      return Finding(
        .mappingInvalid, at: SourceLocation(file: file, sheet: 0, row: 1, column: 0), ["", ""])
    }
    let arguments: [String] =
      switch problem {
      case .unknownKey(let key, let nearest): [key, nearest]
      case .syntax(let reason): [reason, ""]
      case .duplicateKey(let key), .missingKey(let key), .wrongValue(let key, _): [key, ""]
      default: ["", ""]
      }
    return Finding(
      .mappingInvalid, at: SourceLocation(file: file, sheet: 0, row: max(1, line), column: 0),
      arguments)
  }
}
