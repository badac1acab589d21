import Casework
import Income
import Registry
import Screening

/// The row stage of a simulation: a case in, what it comes to under every variant out.
///
/// The base is screened in full, the reform too; what only `INCOME_TEST` reads otherwise is decided
/// by that rule alone, on the readings of the base where they are the same.
struct SimulationStage: Sendable {
  let policies: SimulationPolicies
  let asOf: CalendarDate

  /// Screens a case under every variant.
  ///
  /// - Parameters:
  ///   - context: The filing with what is known about it.
  ///   - basePath: The policy file that a gap of the base is told of.
  /// - Returns: The case with its figures in the order of the variants.
  /// - Throws: `RunFailure.policy` where a policy has no confirmed value for the case's day.
  func simulated(
    _ context: CaseContext, basePath: String
  ) throws(RunFailure) -> SimulatedCase {
    do throws(PolicyGap) {
      let base = try screened(context, under: policies.base, asOf: asOf)
      let measures = try policies.base.rules(for: context, asOf: asOf).edition.measures
        .map { PossibleMeasures(base.household, under: $0) }
      var figures = [SimulatedFigures(of: base, possible: measures)]
      figures.append(try reformed(context, base))
      for moved in policies.moved {
        figures.append(try self.moved(moved, context, base, measures))
      }
      let unit = context.application.unit
      return SimulatedCase(
        caseID: context.caseID, unitCode: unit.code, unit: unit.name,
        category: context.application.category, figures: figures)
    } catch {
      throw RunFailure.policy(file: basePath, gap: error)
    }
  }

  private func reformed(
    _ context: CaseContext, _ base: ScreeningResult
  ) throws(PolicyGap) -> SimulatedFigures {
    let day = referenceDay(of: context.application, asOf: asOf)
    let result =
      policies.readSame(on: day)
      ? try concluded(base.household, context, under: policies.reform, asOf: asOf)
      : try screened(context.readAnew, under: policies.reform, asOf: asOf)
    let measures = try policies.reform.rules(for: context, asOf: asOf).edition.measures
      .map { PossibleMeasures(result.household, under: $0) }
    return SimulatedFigures(of: result, possible: measures)
  }

  private func moved(
    _ moved: SimulationPolicies.Moved, _ context: CaseContext, _ base: ScreeningResult,
    _ measures: PossibleMeasures?
  ) throws(PolicyGap) -> SimulatedFigures {
    let rules = try moved.policy.rules(for: context, asOf: asOf).edition
    let read: NormalizedHousehold
    var possible = measures
    switch moved.reading {
    case .same: read = base.household
    case .withoutDeductions: read = base.household.withoutDeductions
    case .anew:
      read = try household(of: context.readAnew, under: moved.policy, asOf: asOf)
      // Whether expenditure lasts is read from the window.
      possible = rules.measures.map { PossibleMeasures(read, under: $0) }
    }
    let test = try lineReading(of: read, under: rules, asOf: asOf, lineDay: context.lineDay)
    return SimulatedFigures(of: base, with: test, household: read, possible: possible)
  }
}

extension CaseContext {
  /// The context without a reading that is known from other rules of income.
  fileprivate var readAnew: CaseContext {
    var context = self
    context.reading = nil
    return context
  }
}
