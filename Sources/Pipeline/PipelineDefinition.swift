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
  /// A folder with one earlier round per folder in it, instead of the file's earlier rounds.
  public var earlierRounds: String?
  /// How many files and units are worked on at once.
  public var jobs: Int
  /// Whether dossiers are written.
  public var writesDossiers: Bool
  /// The language of messages and pages; nil: the pipeline file's.
  public var language: Language?
  /// Whether the round is published though its problems jumped against the last one.
  public var accepts = false
  /// How many seconds to wait for another run to release the registry.
  public var waitSeconds = 0
  /// The current day, `yyyy-mm-dd`, for pipelines that name none; the caller asks the clock.
  public var today: String?

  /// Makes a request.
  public init(
    pipeline: String, input: String? = nil, output: String? = nil, registry: String? = nil,
    asOf: String? = nil, earlierRounds: String? = nil, jobs: Int = 2,
    writesDossiers: Bool = true, language: Language? = nil
  ) {
    self.pipeline = pipeline
    self.input = input
    self.output = output
    self.registry = registry
    self.asOf = asOf
    self.earlierRounds = earlierRounds
    self.jobs = jobs
    self.writesDossiers = writesDossiers
    self.language = language
  }
}

/// A run as defined: the pipeline file with the forms and the policy it names, read and checked.
struct PipelineDefinition {
  let name: String
  let kind: PipelineKind
  /// The year an annual report is about; 0 for other kinds.
  let year: Int
  let round: String
  let asOf: CalendarDate
  let input: String
  let output: String
  /// The registry's file; the case-id key lies beside it.
  let registry: String
  let caseKey: String
  let roster: String?
  let earlierRounds: [EarlierRound]
  /// The forms that units hand in.
  let library: FormLibrary
  /// The forms with which the office records what people decided.
  let officeLibrary: FormLibrary
  let policy: PolicyFile
  let policyPath: String
  let language: Language
  let writesDossiers: Bool
  let jobs: Int
  /// When a file or the round is held back.
  let brakes: Brakes
  /// The digest of every definition file by the name it goes by in run.json.
  let files: [DefinitionFile]

  /// An earlier round, read for duplicates only.
  struct EarlierRound {
    let round: String
    let input: String

    /// Its files; without them duplicates would go unseen, so the definition is at fault.
    var folder: InputFolder {
      get throws(RunFailure) {
        do throws(RunFailure) {
          return try InputFolder(input)
        } catch {
          guard isFolder(input) else {
            throw RunFailure.unreadable(file: input, reason: SystemReason(code: ENOENT))
          }
          throw RunFailure.unusable(file: input, problem: .emptyRound)
        }
      }
    }
  }
}

/// What a pipeline file describes.
public enum PipelineKind: String, Sendable, CaseIterable {
  /// A round of submissions to screened cases and dossiers.
  case intake
  /// The registry's open cases screened again.
  case rescreen
  /// The fund's year.
  case annualReport
}

/// A file the definition consists of.
struct DefinitionFile {
  let name: String
  let digest: String
}

extension PipelineDefinition {
  static let keys = [
    "pipeline", "kind", "year", "title", "round", "asOf", "input", "output", "registry", "roster",
    "forms",
    "policy", "earlierRounds", "language", "dossiers", "brakes",
  ]

  /// Reads a pipeline file and everything it names; paths are relative to the file.
  init(_ request: RunRequest) throws(RunFailure) {
    let text = try readText(request.pipeline)
    let top = try YAMLMapping(text: text, file: request.pipeline, keys: Self.keys)
    name = try top.string("pipeline")
    kind = top.has("kind") ? try top.choice("kind", as: PipelineKind.self) : .intake
    let isIntake = kind == .intake
    year = kind == .annualReport ? try top.positive("year") : 0
    round = isIntake ? try Self.roundName(in: top) : ""
    asOf = try Self.day(request.asOf ?? (top.has("asOf") ? nil : request.today), in: top)
    input = isIntake ? try top.path("input", instead: request.input) : ""
    output = try top.path("output", instead: request.output)
    registry = try top.path("registry", instead: request.registry)
    let beside = (registry as NSString).deletingLastPathComponent
    caseKey = (beside as NSString).appendingPathComponent(CaseIdentifiers.keyFileName)
    roster = top.has("roster") ? try top.path("roster") : nil
    let ownLanguage =
      top.has("language") ? try top.choice("language", as: Language.self) : .simplifiedChinese
    language = request.language ?? ownLanguage
    let wantsDossiers = try top.flag("dossiers", default: true)
    writesDossiers = request.writesDossiers && wantsDossiers
    jobs = max(1, request.jobs)
    brakes = try Brakes(in: top, on: asOf)
    earlierRounds = try Self.earlierRounds(in: top, instead: request.earlierRounds)
    let forms = try Self.forms(in: try top.path("forms"))
    library = FormLibrary(forms.map(\.form).filter(\.kind.isOfRound))
    officeLibrary = FormLibrary(forms.map(\.form).filter(\.kind.isOfOffice))
    policyPath = try top.path("policy")
    policy = try Self.policy(at: policyPath, forms: forms.map(\.form))
    let own = DefinitionFile(
      name: (request.pipeline as NSString).lastPathComponent,
      digest: hexDigest(of: Array(text.utf8)))
    files = [own] + forms.map(\.file) + policy.sources.definitionFiles
  }

  /// The round's name; it is part of folder names, so it must not lead out of the output folder.
  private static func roundName(in top: YAMLMapping) throws(RunFailure) -> String {
    let name = try top.string("round")
    guard !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isNumber || "-_".contains($0) })
    else { throw top.wrong("round", expected: .roundName) }
    return name
  }

  private static func earlierRounds(
    in top: YAMLMapping, instead folder: String?
  ) throws(RunFailure) -> [EarlierRound] {
    if let folder {
      return try fileNames(in: folder).filter { isFolder(folder + "/" + $0) }
        .map { EarlierRound(round: $0, input: folder + "/" + $0) }
    }
    var rounds: [EarlierRound] = []
    for entry in try top.mappings("earlierRounds", keys: ["round", "input"]) {
      rounds.append(
        EarlierRound(round: try roundName(in: entry), input: try entry.path("input")))
    }
    return rounds
  }

  /// Whatever is wrong with the policy makes it unusable, which has its own exit code.
  private static func policy(
    at path: String, forms: [FormDefinition]
  ) throws(RunFailure) -> PolicyFile {
    do throws(RunFailure) {
      return try PolicyFile(try PolicySources(path: path), forms: forms)
    } catch {
      throw RunFailure.policyFile(error)
    }
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

  static func forms(
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

/// What a pipeline file describes, before anything else of it is read.
public func pipelineKind(of path: String) throws(RunFailure) -> PipelineKind {
  let top = try YAMLMapping(text: try readText(path), file: path, keys: PipelineDefinition.keys)
  return top.has("kind") ? try top.choice("kind", as: PipelineKind.self) : .intake
}
