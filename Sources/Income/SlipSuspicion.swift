import Casework

/// Recognises amounts that look like slips between 元 and 万元 or between month and year: from the
/// wage level, and from other figures that the filing states.
///
/// Only ever a hint: no amount is changed (contract §1 and domain.md 2.6).
final class SlipSuspicion {
  let application: Application
  let view: HouseholdView
  let rules: IncomeRules
  /// A year's minimum wage on the day of application; nil where the policy has none.
  let wage: Money?
  /// The persons who may live in the household, or its items where nobody is listed.
  private let persons: [Earner]
  /// The lines that make up D: those of persons who may live here, else the household's own.
  private let figures: [ComponentFigure]
  /// The household's own components.
  private let statedComponents: [ComponentFigure]
  /// The cells of items that do not come regularly, such as interest or a bonus.
  private let occasional: Set<SourceLocation>

  private var limits: SlipLimits { rules.slips }

  init(
    of application: Application, in view: HouseholdView, on day: CalendarDate, rules: IncomeRules
  ) {
    self.application = application
    self.view = view
    self.rules = rules
    wage = rules.slips.yearlyWage(on: day)
    persons = Earner.all(in: view)
    statedComponents = view.income.lines.filter {
      if case .statedComponent = $0.kind { true } else { false }
    }.map { ComponentFigure(amount: $0.amount, isStated: true, lines: [$0]) }
    let own = persons.flatMap(\.figures).filter { !$0.lines.isEmpty }
    figures = own.isEmpty ? statedComponents : own
    occasional = Set(
      view.items.items.filter { $0.type?.isRegular != true }.flatMap(\.line.sources))
  }

  /// The hints, one per cell, in the order of what proves more.
  var findings: [Finding] {
    var hints: [Finding] = []
    let all =
      figures.flatMap(unlikelyLines) + unlikelyPersons + unlikelyTotals + contradicted
      + unlikelyHousehold + unlikelyEntries
    for hint in all where !hints.contains(where: { $0.location == hint.location }) {
      hints.append(hint)
    }
    return hints
  }

  /// A person who may live in the household, with the four components.
  private struct Earner {
    let person: Person?
    let figures: [ComponentFigure]

    static func all(in view: HouseholdView) -> [Earner] {
      guard view.persons.hasList else {
        return view.figures.map { Earner(person: nil, figures: $0) }
      }
      return zip(view.persons.persons, view.figures).filter { $0.0.living != .apart }
        .map { Earner(person: $0.0, figures: $0.1) }
    }
  }

  private func hint(
    _ reading: SlipReading, for line: WorksheetLine, amount: Money
  ) -> Finding? {
    line.sources.first.map { hint(reading, at: $0, amount: amount) }
  }

  private func hint(_ reading: SlipReading, at cell: SourceLocation, amount: Money) -> Finding {
    Finding(
      reading.code, at: cell, value: amount.description,
      [amount.description, reading.amount.description])
  }
}

// MARK: From the wage level

extension SlipSuspicion {
  /// Single amounts that no income of a person is: next to nothing, or above every limit.
  private func unlikelyLines(of figure: ComponentFigure) -> [Finding] {
    figure.lines.compactMap { line in
      guard line.counts, let component = line.kind.component, line.amount.high > .zero else {
        return nil
      }
      // A part of a fen, as 0.780333 leaves it, is an interval; its upper end is as good.
      let amount = line.amount.high
      let isOccasional = line.sources.contains(where: occasional.contains)
      let canBeLittle = component == .property || isOccasional
      if amount < (canBeLittle ? limits.smallestProperty : limits.smallest) {
        return hint(SlipReading.larger(than: amount)[1], for: line, amount: amount)
      }
      let most = (wage ?? .zero) * limits.mostTimesWage
      guard line.amount.low > max(rules.bounds(of: component).high, most) else { return nil }
      return hint(smaller(amount), for: line, amount: amount)
    }
  }

  /// Persons in work or retired whose year's wage or pension is out of all proportion.
  private var unlikelyPersons: [Finding] {
    persons.compactMap { earner in
      guard let person = earner.person, earns(person) else { return nil }
      return unlikely(earner.figures, times: 1)
    }
  }

  private func earns(_ person: Person) -> Bool {
    let stated = person.rows.compactMap { $0.text(.employment).value }
    if !stated.isEmpty { return stated.contains(where: limits.earningStatuses.contains) }
    return person.rows.contains { $0.isApplicant(of: application) } && applicantEarns
  }

  private var applicantEarns: Bool {
    let category = application.record.text(.applicantCategory).value
    return category.map(limits.earningStatuses.contains) ?? false
  }

  /// The household's own totals, where they are the source: of wage and pension, else of all.
  private var unlikelyTotals: [Finding] {
    guard applicantEarns, !view.persons.hasList else { return [] }
    let stated = statedComponents.filter { $0.lines.contains { !$0.sources.isEmpty } }
    if stated.contains(where: { $0.amount != .zero }) {
      return [unlikely(stated, times: Int64(largestSize))].compactMap(\.self)
    }
    guard figures.allSatisfy({ $0.amount == .zero }),
      let declared = view.income.lines.first(where: { $0.kind == .declaredTotal })
    else { return [] }
    let total = ComponentFigure(amount: declared.amount, isStated: true, lines: [declared])
    return [unlikely([total], times: Int64(largestSize))].compactMap(\.self)
  }

  private var largestSize: Int {
    let stated = application.record.count(.householdSize).value
    return max(1, stated ?? rules.largestHousehold)
  }

  /// The larger of wage and transfer income against the wage level: the hint at its largest line.
  private func unlikely(_ figures: [ComponentFigure], times: Int64) -> Finding? {
    guard let wage else { return nil }
    let regular = figures.filter { figure in
      figure.lines.contains { $0.kind.isRegular }
    }.compactMap { figure in
      figure.lines.filter { $0.counts && ($0.amount.exact ?? .zero) > .zero }
    }
    func sum(_ lines: [WorksheetLine]) -> Money {
      lines.compactMap(\.amount.exact).reduce(.zero, +)
    }
    guard let lines = regular.max(by: { sum($0) < sum($1) }),
      let line = lines.max(by: { $0.amount.low < $1.amount.low }), let amount = line.amount.exact
    else { return nil }
    let least = Money(fen: wage.fen * limits.leastPercentOfWage / 100)
    let most = wage * limits.mostTimesWage * times
    if sum(lines) < least {
      let rest = sum(lines) - amount
      let readings = SlipReading.larger(than: amount)
      let fitting = readings.first { least <= rest + $0.amount && rest + $0.amount <= most }
      return hint(
        fitting ?? readings[amount < limits.smallest ? 1 : 0], for: line, amount: amount)
    }
    return sum(lines) > most ? hint(smaller(amount), for: line, amount: amount) : nil
  }

  /// A household above several minimum wages per head would not apply: its largest figure is doubted.
  private var unlikelyHousehold: [Finding] {
    guard let wage, let reading = view.readings(of: size).first else { return [] }
    // Benefits are doubted on their own.
    let least = reading.disposable.low - reading.expenditure.high
    let heads = Int64(reading.size.upperBound)
    guard least > wage * limits.mostTimesPerHead * heads else { return [] }
    let declared = view.income.lines.filter { $0.kind == .declaredTotal }
    let lines = figures.flatMap(\.lines).filter(\.counts)
    let largest = (lines.isEmpty ? declared : lines).max { $0.amount.low < $1.amount.low }
    guard let largest, let amount = largest.amount.exact else { return [] }
    return [hint(smaller(amount), for: largest, amount: amount)].compactMap(\.self)
  }

  private var size: HouseholdSize {
    HouseholdSize(
      application,
      compositions: view.persons.hasList ? view.compositions.map(\.persons.sizes) : [],
      rules: rules)
  }

  /// For a year where that is a likely income, else in yuan.
  private func smaller(_ amount: Money) -> SlipReading {
    let readings = SlipReading.smaller(than: amount)
    let most = (wage ?? .zero) * limits.mostTimesWage
    return readings.first { $0.amount <= most } ?? readings[1]
  }

  /// Bills and benefits that are too small or too large to be meant.
  private var unlikelyEntries: [Finding] {
    let entries =
      application.expenditureItems.map { ($0, Field.billedAmount) }
      + application.supportItems.map { ($0, Field.amount) }
    return entries.compactMap { record, field in
      guard let amount = record.money(field).value?.amount, amount.high > .zero else { return nil }
      let reading =
        amount.high < limits.smallest
        ? SlipReading.larger(than: amount.high)[1]
        : amount.low > rules.unknownAmount ? SlipReading.smaller(than: amount.high)[1] : nil
      return reading.map { hint($0, at: record.cell(of: field), amount: amount.high) }
    }
  }
}

// MARK: From other figures of the filing

extension SlipSuspicion {
  /// Lines whose other unit or period would make a stated total, or another source, right.
  private var contradicted: [Finding] {
    againstDeclaredTotal + againstPerCapita + persons.flatMap(againstOwnTotal)
      + figures.flatMap(againstColumn)
  }

  private var againstDeclaredTotal: [Finding] {
    let declared = view.income.lines.first { $0.kind == .declaredTotal }?.amount.exact
    return explaining(declared, sum: figures, tolerance: 12)
  }

  /// The declared income per head is rounded, so that only a large difference is explained by it.
  private var againstPerCapita: [Finding] {
    guard let stated = application.record.money(.declaredPerCapitaIncome).value,
      stated.precision == .exact, let amount = stated.amount.exact,
      let reading = view.readings(of: size).first, reading.size.count == 1
    else { return [] }
    let months = Int64(reading.size.lowerBound) * (stated.period == .year ? 1 : 12)
    return explaining(amount * months, sum: figures, tolerance: months * 100)
  }

  private func againstOwnTotal(_ earner: Earner) -> [Finding] {
    guard let stated = earner.person?.record?.money(.totalIncome).value else { return [] }
    let total = AnnualAmount(column: stated, rules: rules).amount.exact
    return explaining(total, sum: earner.figures, tolerance: 12)
  }

  /// The items of a component against the column that states it too.
  private func againstColumn(_ figure: ComponentFigure) -> [Finding] {
    figure.lines.filter { !$0.counts }.flatMap { column -> [Finding] in
      let ofItems = explaining(column.amount.exact, sum: [figure], tolerance: 12)
      guard ofItems.isEmpty, let sum = figure.lines.countedSum, let amount = column.amount.exact,
        sum != amount
      else { return ofItems }
      return explaining(amount, becoming: sum, tolerance: 12).compactMap {
        hint($0, for: column, amount: amount)
      }
    }
  }

  private func explaining(
    _ total: Money?, sum figures: [ComponentFigure], tolerance: Int64
  ) -> [Finding] {
    let lines = figures.flatMap(\.lines).filter(\.counts)
    guard let total, let sum = lines.countedSum, abs((total - sum).fen) > tolerance else {
      return []
    }
    return lines.compactMap { line in
      guard let amount = line.amount.exact else { return nil }
      return explaining(amount, becoming: amount + total - sum, tolerance: tolerance).first
        .flatMap { hint($0, for: line, amount: amount) }
    }
  }

  /// The reading that turns one amount into another; a monthly figure rounded to fen is off by up
  /// to twelve fen in the year.
  private func explaining(
    _ amount: Money, becoming other: Money, tolerance: Int64
  ) -> [SlipReading] {
    guard amount != .zero else { return [] }
    let readings = SlipReading.larger(than: amount) + SlipReading.smaller(than: amount)
    return readings.filter { abs(($0.amount - other).fen) <= tolerance }
  }
}

extension [WorksheetLine] {
  /// The sum of the lines that count, where all of them are known.
  fileprivate var countedSum: Money? {
    var sum = Money.zero
    for line in self where line.counts {
      guard let amount = line.amount.exact else { return nil }
      sum = sum + amount
    }
    return sum
  }
}

extension WorksheetLineKind {
  /// The component of income the line states, for a member or the household.
  fileprivate var component: IncomeComponent? {
    switch self {
    case .component(let component), .statedComponent(let component): component
    default: nil
    }
  }

  /// Whether the line is of what a person in work or retired receives regularly.
  fileprivate var isRegular: Bool {
    component == .wage || component == .transfer || self == .declaredTotal || self == .memberTotal
  }
}
