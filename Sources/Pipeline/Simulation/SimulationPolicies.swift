import Casework
import Income
import Intake
import Screening

/// The policies that a simulation screens under: the base, the reform, and the base with one thing
/// moved.
struct SimulationPolicies: Sendable {
  let base: PolicyFile
  let reform: PolicyFile
  /// The file that changes the base.
  let reformPath: String
  /// The base with one thing moved, which only the rule `INCOME_TEST` reads.
  let moved: [Moved]
  /// The days of application on which a filing has the same readings under base and reform.
  private let sameReadings: [ClosedRange<CalendarDate>]

  /// The base with one thing moved.
  struct Moved: Sendable {
    let variant: SimulationVariant
    let policy: PolicyFile
    /// How the household is read.
    let reading: Reading
  }

  /// How a household is read under a policy of which one thing is moved.
  enum Reading: Sendable {
    /// As under the base.
    case same
    /// As under the base, with nothing deducted.
    case withoutDeductions
    /// From the filing, under the policy's own rules of income.
    case anew
  }

  /// Every variant in the order of a case's figures.
  var variants: [SimulationVariant] {
    [SimulationVariant(.base), SimulationVariant(.reform)] + moved.map(\.variant)
  }

  /// Reads the reform and makes the variants.
  ///
  /// - Throws: `RunFailure` where the reform is no policy.
  init(_ definition: PipelineDefinition, reform path: String) throws(RunFailure) {
    base = definition.policy
    reformPath = path
    do throws(RunFailure) {
      reform = try PolicyFile(PolicySources(path: path), forms: definition.library.forms)
    } catch {
      throw RunFailure.policyFile(error)
    }
    sameReadings = reform.daysOfSameReadings(as: base)
    moved = Self.moved(base, try definition.editionOfRound)
  }

  /// Whether a filing of a day has the same readings under the reform as under the base.
  func readSame(on day: CalendarDate) -> Bool { sameReadings.contains { $0.contains(day) } }

  /// The percentages by which the line is moved.
  static let linePercents = [-5, -4, -3, -2, -1, 1, 2, 3, 4, 5]
  /// The lengths of the reference window that are tried, but for the policy's own.
  static let windowMonths = [3, 6, 12]

  private static func moved(_ base: PolicyFile, _ today: EditionInForce) -> [Moved] {
    let lines = linePercents.map { percent in
      Moved(
        variant: SimulationVariant(.line(percent: percent)),
        policy: base.changing { edition, _ in edition.lineShiftPercent = percent },
        reading: .same)
    }
    let includesEquality = !today.edition.includesEquality
    let comparator = Moved(
      variant: SimulationVariant(.comparator(includesEquality: includesEquality)),
      policy: base.changing { edition, _ in edition.includesEquality = includesEquality },
      reading: .same)
    let deductions = Moved(
      variant: SimulationVariant(.withoutDeductions), policy: base, reading: .withoutDeductions)
    return lines + [comparator, deductions] + windows(base, today)
  }

  /// The base with another reference window; what a window holds is brought to a year, so that the
  /// same line is held against it.
  private static func windows(_ base: PolicyFile, _ today: EditionInForce) -> [Moved] {
    windowMonths.filter { $0 != today.income.windowMonths }.map { months in
      Moved(
        variant: SimulationVariant(.window(months: months)),
        policy: base.changing { _, income in income.windowMonths = months }, reading: .anew)
    }
  }
}
