import Casework
import Foundation
import Intake
public import Reporting

/// What the caller asks for beside the pipeline file: the flags of `bangfu run`.
public struct RunRequest: Sendable {
  /// The pipeline file.
  public var pipeline: String
  /// Instead of the file's input folder.
  public var input: String?
  /// Instead of the file's output folder.
  public var output: String?
  /// Instead of the file's registry; the case-id key lies beside it.
  public var registry: String?
  /// Instead of the file's day, as `yyyy-mm-dd`.
  public var asOf: String?
  /// How many files and units are worked on at once.
  public var jobs: Int
  /// Whether dossiers are written.
  public var writesDossiers: Bool
  /// The language of messages and pages; nil: the pipeline file's.
  public var language: Language?

  /// Makes a request.
  public init(
    pipeline: String, input: String? = nil, output: String? = nil, registry: String? = nil,
    asOf: String? = nil, jobs: Int = 2, writesDossiers: Bool = true, language: Language? = nil
  ) {
    self.pipeline = pipeline
    self.input = input
    self.output = output
    self.registry = registry
    self.asOf = asOf
    self.jobs = jobs
    self.writesDossiers = writesDossiers
    self.language = language
  }
}

/// A run as defined: the pipeline file with the forms and the policy it names, read and checked.
struct PipelineDefinition {
  let name: String
  let round: String
  let asOf: CalendarDate
  let input: String
  let output: String
  let caseKey: String
  let roster: String?
  let earlierRounds: [EarlierRound]
  let library: FormLibrary
  let policy: PolicyFile
  let policyPath: String
  let language: Language
  let writesDossiers: Bool
  let jobs: Int
  /// The digest of every definition file by the name it goes by in run.json.
  let files: [DefinitionFile]

  /// An earlier round, read for duplicates only.
  struct EarlierRound {
    let round: String
    let input: String
  }
}

/// A file the definition consists of.
struct DefinitionFile {
  let name: String
  let digest: String
}

extension PipelineDefinition {
  private static let keys = [
    "pipeline", "title", "round", "asOf", "input", "output", "registry", "caseKey", "roster",
    "forms", "policy", "earlierRounds", "language", "dossiers",
  ]

  /// Reads a pipeline file and everything it names; paths are relative to the file.
  init(_ request: RunRequest) throws(RunFailure) {
    let folder = (request.pipeline as NSString).deletingLastPathComponent
    func path(_ relative: String) -> String {
      relative.hasPrefix("/") || folder.isEmpty ? relative : folder + "/" + relative
    }
    let text = try readText(request.pipeline)
    let name = (request.pipeline as NSString).lastPathComponent
    let top = try YAMLMapping(text: text, file: request.pipeline, keys: Self.keys)
    self.name = try top.string("pipeline")
    round = try top.string("round")
    asOf = try Self.day(request.asOf, in: top)
    input = request.input == nil ? path(try top.string("input")) : request.input ?? ""
    output = request.output == nil ? path(try top.string("output")) : request.output ?? ""
    let registry =
      request.registry == nil ? path(try top.string("registry")) : request.registry ?? ""
    caseKey = (registry as NSString).deletingLastPathComponent + "/case-id.key"
    roster = top.has("roster") ? path(try top.string("roster")) : nil
    let ownLanguage =
      top.has("language") ? try top.choice("language", as: Language.self) : .simplifiedChinese
    language = request.language ?? ownLanguage
    let wantsDossiers = try top.flag("dossiers", default: true)
    writesDossiers = request.writesDossiers && wantsDossiers
    jobs = max(1, request.jobs)
    var earlier: [EarlierRound] = []
    for entry in try top.mappings("earlierRounds", keys: ["round", "input"]) {
      earlier.append(
        EarlierRound(round: try entry.string("round"), input: path(try entry.string("input"))))
    }
    earlierRounds = earlier
    let forms = try Self.forms(in: path(try top.string("forms")))
    library = FormLibrary(forms.map(\.form))
    policyPath = path(try top.string("policy"))
    let policyText = try readText(policyPath)
    do throws(RunFailure) {
      policy = try PolicyFile(
        text: policyText, file: policyPath, forms: forms.map(\.form))
    } catch {
      throw RunFailure.policyFile(error)
    }
    files =
      [DefinitionFile(name: name, digest: hexDigest(of: Array(text.utf8)))]
      + forms.map(\.file)
      + [
        DefinitionFile(
          name: "policy/" + (policyPath as NSString).lastPathComponent,
          digest: hexDigest(of: Array(policyText.utf8)))
      ]
  }

  private static func day(
    _ asked: String?, in top: YAMLMapping
  ) throws(RunFailure) -> CalendarDate {
    if let asked {
      guard let day = CalendarDate(iso: asked) else {
        throw RunFailure.unusable(file: "--as-of \(asked)", problem: .noDate)
      }
      return day
    }
    guard let day = CalendarDate(iso: try top.string("asOf")) else {
      throw top.wrong("asOf", expected: .date)
    }
    return day
  }

  private static func forms(
    in folder: String
  ) throws(RunFailure) -> [(form: FormDefinition, file: DefinitionFile)] {
    var forms: [(form: FormDefinition, file: DefinitionFile)] = []
    for name in try fileNames(in: folder) where name.hasSuffix(".yaml") {
      let text = try readText(folder + "/" + name)
      let form = try FormFile.form(from: text, file: folder + "/" + name)
      guard !forms.contains(where: { $0.form.kind == form.kind }) else {
        throw RunFailure.unusable(
          file: folder + "/" + name, problem: .formDefinedTwice(form.kind.rawValue))
      }
      forms.append(
        (form, DefinitionFile(name: "forms/" + name, digest: hexDigest(of: Array(text.utf8)))))
    }
    return forms
  }
}
