import Casework
import Income
import Intake
import Registry
import Screening

/// A policy: its values with their days, compiled into editions between which none changes.
///
/// Rules and worksheet read plain values; which edition they get is chosen here, by the day of
/// application.
struct PolicyFile: Sendable {
  /// The files it is made of.
  let sources: PolicySources
  /// The policy's name.
  let id: String
  /// The policy's title.
  let title: String
  /// What rules do in place of what the policy says, where a screening is repeated with the modes of
  /// another policy.
  var modes: [RuleCode: RuleMode]?
  private var spans: [Span]

  /// The digest of its text; of a chain of files, of all of them.
  let digest: String

  /// The days from `from` on, until the next span: an edition, or what is wanting for one.
  private struct Span: Sendable {
    let from: CalendarDate
    let edition: Result<EditionInForce, PolicyGap>
  }

  /// The top-level keys; a section is read by the function named after it.
  static let keys = [
    "policy", "title", "extends", "minimumWage", "dibaoStandard", "threshold", "income",
    "expenditure", "support",
    "household", "procedure", "frequency", "survivors", "causes", "evidence", "rules",
    "followUp", "retention", "measures", "budget",
  ]

  /// Compiles a policy; every key is documented in docs/policy.md.
  ///
  /// Names of income types, expenditure types, kinds of support and employments must be choices of
  /// the forms: a name that no form knows would silently never apply.
  ///
  /// - Throws: `RunFailure` with file and line where a file is not as it must be; a value that is not
  ///   in force or not confirmed is told only when its edition is asked for.
  init(_ sources: PolicySources, forms: [FormDefinition]) throws(RunFailure) {
    let tree = try Self.tree(of: sources)
    let top = try YAMLMapping(tree.resolved(on: .earliest).top, keys: Self.keys)
    self.sources = sources
    digest = sources.digest
    id = try top.string("policy")
    title = try top.string("title")
    let words = FormWords(forms)
    let days = tree.changeDays
    var spans: [Span] = []
    for (place, from) in (days.isEmpty ? [.earliest] : days).enumerated() {
      let until = place + 1 < days.count ? days[place + 1].adding(days: -1) : nil
      let resolved = tree.resolved(on: from)
      let edition = try Self.edition(resolved, from: from, until: until, words: words)
      spans.append(Span(from: from, edition: edition))
    }
    self.spans = spans
  }

  private static func tree(of sources: PolicySources) throws(RunFailure) -> PolicyBranch {
    var trees: [PolicyBranch] = []
    for (place, file) in sources.files.enumerated() {
      let extends = place + 1 < sources.files.count
      let reader = PolicyTreeReader(allowsUndated: extends || sources.isStored)
      trees.append(try reader.tree(of: try YAMLNode(text: file.text, file: file.path)))
    }
    // The last file extends none; each one before it changes what follows it.
    var merged = trees[trees.count - 1].dated(since: .earliest)
    for overlay in trees.dropLast().reversed() {
      merged = try merged.changed(by: overlay, since: merged.earliest ?? .earliest)
    }
    return merged
  }

  private static func edition(
    _ resolved: ResolvedPolicy, from: CalendarDate, until: CalendarDate?, words: FormWords
  ) throws(RunFailure) -> Result<EditionInForce, PolicyGap> {
    do throws(RunFailure) {
      let top = try YAMLMapping(resolved.top, keys: keys)
      var edition = try edition(top)
      edition.values = words.named(resolved.values)
      edition.budget = try budget(top, citing: resolved.values)
      let wages = top.has("minimumWage") ? try rateYears("minimumWage", in: top) : []
      var income = try incomeRules(top, words: words, wages: wages)
      income.values = edition.values
      edition.measures = try measures(
        top, words: words, aboutPercent: income.aboutPercent, citing: resolved.values)
      return .success(
        EditionInForce(
          from: from, until: until, edition: edition, income: income,
          retention: try retention(top), choices: words.choices))
    } catch {
      guard case .policy(_, let gap) = error else { throw error }
      return .failure(gap)
    }
  }
}

// MARK: What is in force

/// A policy between two days on which a value changes.
final class EditionInForce: Sendable {
  /// The first day.
  let from: CalendarDate
  /// The last day; nil: until further notice.
  let until: CalendarDate?
  /// What the rules read.
  let edition: PolicyEdition
  /// What the worksheet reads.
  let income: IncomeRules
  /// How long personal data is kept.
  let retention: RetentionRules
  /// The words of the forms' choices, for what could be found to be true.
  let choices: [Field: [String]]

  init(
    from: CalendarDate, until: CalendarDate?, edition: PolicyEdition, income: IncomeRules,
    retention: RetentionRules, choices: [Field: [String]]
  ) {
    self.from = from
    self.until = until
    self.edition = edition
    self.income = income
    self.retention = retention
    self.choices = choices
  }
}

extension PolicyFile {
  /// The edition in force on a day.
  ///
  /// - Throws: `PolicyGap` where a value that the policy must have is not in force on the day, or
  ///   nobody confirmed it; never zero.
  func edition(on day: CalendarDate) throws(PolicyGap) -> EditionInForce {
    guard let span = spans.last(where: { $0.from <= day }) else {
      throw PolicyGap.notInForce(
        id, on: day, from: spans[0].from, at: PolicyPlace(file: sources.files[0].path, line: 1))
    }
    let inForce = try span.edition.get()
    guard let modes else { return inForce }
    var edition = inForce.edition
    edition.modes = modes
    return EditionInForce(
      from: inForce.from, until: inForce.until, edition: edition, income: inForce.income,
      retention: inForce.retention, choices: inForce.choices)
  }

  /// The same policy with something changed in every edition, for what nobody ever decided by.
  func changing(
    _ change: (inout PolicyEdition, inout IncomeRules) -> Void
  ) -> PolicyFile {
    var changed = self
    changed.spans = spans.map { span in
      Span(
        from: span.from,
        edition: span.edition.map { inForce in
          var (edition, income) = (inForce.edition, inForce.income)
          change(&edition, &income)
          return EditionInForce(
            from: inForce.from, until: inForce.until, edition: edition, income: income,
            retention: inForce.retention, choices: inForce.choices)
        })
    }
    return changed
  }

  /// The edition that an application is judged by: that of its day of application.
  ///
  /// A day that is too old for the round, or after it, is doubted and not screened (`INCOME_TEST`
  /// says so), so that it needs no edition of its own.
  func edition(
    for application: Application, asOf: CalendarDate
  ) throws(PolicyGap) -> EditionInForce {
    let round = try edition(on: asOf)
    let day = referenceDay(of: application, asOf: asOf)
    guard day != asOf else { return round }
    do throws(PolicyGap) {
      return try edition(on: day)
    } catch {
      guard round.edition.doubts(day, asOf: asOf) else { throw error }
      return round
    }
  }

  /// The spans of days in which a filing has the same readings under both policies.
  func daysOfSameReadings(as other: PolicyFile) -> [ClosedRange<CalendarDate>] {
    let days = Set((spans + other.spans).map(\.from)).sorted()
    var same: [ClosedRange<CalendarDate>] = []
    for (place, from) in days.enumerated() {
      let until = place + 1 < days.count ? days[place + 1].adding(days: -1) : .latest
      if hasSameReadings(as: other, on: from) { same.append(from...until) }
    }
    return same
  }

  private func hasSameReadings(as other: PolicyFile, on day: CalendarDate) -> Bool {
    do throws(PolicyGap) {
      return try edition(on: day).income.givesSameReadings(as: other.edition(on: day).income)
    } catch {
      return false
    }
  }
}

extension CalendarDate {
  /// After every day a policy speaks of.
  fileprivate static let latest = CalendarDate(firstOfMonth: 12, year: 9999)
}

// MARK: Values that several sections read

extension PolicyFile {
  static func money(_ key: String, in mapping: YAMLMapping) throws(RunFailure) -> Money {
    guard let money = Money(decimalYuan: try mapping.string(key)) else {
      throw mapping.wrong(key, expected: .amount)
    }
    return money
  }

  static func date(
    _ key: String, in mapping: YAMLMapping
  ) throws(RunFailure) -> CalendarDate {
    guard let date = CalendarDate(iso: try mapping.string(key)) else {
      throw mapping.wrong(key, expected: .date)
    }
    return date
  }
}
