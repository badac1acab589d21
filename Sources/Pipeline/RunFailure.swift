public import Casework
import Reporting
public import Registry
public import Screening
public import Statistics

/// What stops a run: the world is not as it must be.
///
/// Bad data never does.
public indirect enum RunFailure: Error, Sendable, Equatable {
  /// A YAML file is not as it must be.
  case yaml(file: String, line: Int, problem: YAMLProblem)
  /// The policy file is not as it must be.
  case policyFile(RunFailure)
  /// A file the definition names cannot be read.
  case unreadable(file: String, reason: SystemReason)
  /// A file or value the definition names is of no use.
  case unusable(file: String, problem: UnusableProblem)
  /// Nothing in the input is usable; with what was found in it.
  case nothingUsable(input: String, reason: NothingReason, found: [ToldFinding] = [])
  /// The policy has no confirmed line for a date.
  case policy(file: String, gap: PolicyGap)
  /// The output folder cannot be written.
  case unwritable(path: String, reason: SystemReason)
  /// The registry cannot be used.
  case registry(RegistryError)
  /// So many more applications have errors than in the last round that somebody should look first.
  case problemsRose(ProblemRise)
  /// So many open cases would turn at once that somebody should look first.
  case outcomesShifted(OutcomeShift)
  /// Rows were lost; a fault of the program, reported rather than published.
  case rowsUnbalanced(read: Int, classified: Int)
  /// What was recorded about the fund and its books differ, or the books break an equation.
  case books(AnnualReportError)
  /// A case cannot be explained.
  case explanation(ExplanationGap)

  /// What is wrong in a YAML file.
  public enum YAMLProblem: Sendable, Equatable {
    case syntax(String)
    case notMapping
    case duplicateKey(String)
    case unknownKey(String, nearest: String)
    case missingKey(String)
    case wrongValue(String, expected: ExpectedValue)
    /// A policy's value without a day from which it is in force.
    case undated(String)
    /// A value with two entries that are in force on one day.
    case overlappingDates(String, CalendarDate)
    /// Files that extend one another in a circle, by name.
    case circularExtends([String])
    /// The file that this one extends cannot be read.
    case missingBase(String, reason: SystemReason)
    /// A word that means the same as another one of the list.
    case listedTwice(String, as: String)
  }

  /// What a YAML value must be.
  public enum ExpectedValue: Sendable, Equatable {
    case text, wholeNumber, positiveNumber, percentage, flag, list, listOfTexts
    /// A length that divides a year.
    case window
    case comparator, factor, amount, wage, date, roundName, datedValues
    /// A day that is not before another one.
    case dayAfter(CalendarDate)
    /// A calendar year that is listed once.
    case yearOnce
    /// The rate in force on 1 January and later ones of the same year, each day once.
    case ratesOfYear(Int)
    /// The same wage that another year lists for the day.
    case sameWage(String)
  }

  /// Why a file or value is of no use.
  public enum UnusableProblem: Sendable, Equatable {
    case notUTF8, shortKey, noDate, manifest, emptyRound
    case formDefinedTwice(String)
    case templateFormat
    case noSuchForm(nearest: String)
    case template(String)
    case found(ToldFinding)
  }

  /// Why nothing is usable.
  public enum NothingReason: Sendable, Equatable {
    case noFolder, noFiles, noRoster, noApplications
  }

  /// The exit code of the contract, section 5.
  public var exitCode: Int32 {
    switch self {
    case .unusable(_, .template): 70
    case .yaml, .unreadable, .unusable: 2
    case .policyFile: 4
    case .nothingUsable: 3
    case .policy: 4
    case .books: 5
    case .explanation(let gap): gap.exitCode
    case .unwritable: 6
    case .registry(let error):
      switch error.code {
      case .unwritable: 6
      case .unknown: 2
      case .busy, .damaged, .newerVersion, .unreadable, .clockSetBack: 5
      }
    case .rowsUnbalanced: 70
    case .problemsRose, .outcomesShifted: 7
    }
  }
}

/// The first errors and warnings, for a run that stops before it writes problems.csv.
func told(_ findings: [Finding], _ catalog: SourceCatalog?) -> [ToldFinding] {
  findings.filter { $0.severity != .note }.prefix(10).map { ToldFinding($0, in: catalog) }
}

/// A finding in both languages with its place, for a run that stops before it writes problems.csv.
public struct ToldFinding: Sendable, Equatable {
  let place: String
  let chinese: FindingWords
  let english: FindingWords

  init(_ finding: Finding, in catalog: SourceCatalog? = nil) {
    let location = finding.location
    place = location.flatMap { location in catalog?.words(for: location) } ?? ""
    chinese = Reporting.words(for: finding, in: .simplifiedChinese)
    english = Reporting.words(for: finding, in: .english)
  }

  func line(in language: Language) -> String {
    let words = language == .simplifiedChinese ? chinese : english
    return [place, words.message, words.hint].filter { !$0.isEmpty }.joined(separator: " ")
  }
}
