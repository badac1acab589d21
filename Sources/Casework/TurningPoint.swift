/// A single thing that people can verify, and the value from which on it matters.
///
/// Worded as what the panel should verify, never as advice to an applicant.
public enum VerifiableChange: Hashable, Codable, Sendable {
  /// Cost of a deductible type, borne in the window and not yet proven, of at least the amount in
  /// fen.
  case cost(type: String, atLeast: Money)
  /// The amount in a cell is at most this, in fen of the period it is stated for.
  case atMost(Money, Period?)
  /// The amount in a cell is at least this.
  case atLeast(Money, Period?)
  /// So many more persons live in the household, without income of their own.
  case moreMembers(Int)
  /// The count in a cell is at least this.
  case countAtLeast(Int)
  /// The count in a cell is at most this.
  case countAtMost(Int)
  /// A document is handed in.
  case document(String)
  /// A yes or no is attested.
  case flag(Bool)
  /// One of these choices is found to be true.
  case choice([String])
  /// A date is no later than this.
  case onOrBefore(CalendarDate)
  /// A date is no earlier than this.
  case onOrAfter(CalendarDate)
  /// A valid identity number is stated.
  case validNumber
  /// An entry that names nobody who is listed belongs to somebody who lives in the household, or to
  /// nobody who does.
  case ofMember(Bool)
  /// Two rows of one name are about one person, or about two.
  case samePerson(Bool)
}

/// A cell and a value in it that turns one rule or the whole case.
public struct TurningPoint: Hashable, Codable, Sendable {
  /// The rule that stands in the way.
  public let rule: RuleCode
  /// The field the value belongs to; nil where it is about something new, such as a cost.
  public let field: Field?
  /// What stands in that field now, or the item it belongs to, in the form's words.
  public let item: String
  /// The cell to verify; nil where there is none.
  public let location: SourceLocation?
  /// From which value on it turns.
  public let change: VerifiableChange
  /// How the case ends then, found by screening the changed case again.
  public let becomes: CaseOutcome

  /// Makes a turning point.
  public init(
    _ rule: RuleCode, field: Field?, item: String = "", at location: SourceLocation?,
    _ change: VerifiableChange, becomes: CaseOutcome
  ) {
    self.rule = rule
    self.field = field
    self.item = item
    self.location = location
    self.change = change
    self.becomes = becomes
  }
}

/// An item that would decide an undecided rule by itself, and from which value on, to each side.
public struct DecidingItem: Hashable, Codable, Sendable {
  /// The field of the item.
  public let field: Field
  /// The item it belongs to, in the form's words; empty where the field says enough.
  public let item: String
  /// The cell to fill in or correct.
  public let location: SourceLocation?
  /// The value from which on the rule passes; nil: no value of it alone makes it pass.
  public let passes: VerifiableChange?
  /// The value from which on the rule fails; nil: no value of it alone makes it fail.
  public let fails: VerifiableChange?

  /// Makes a deciding item.
  public init(
    field: Field, item: String = "", at location: SourceLocation?,
    passes: VerifiableChange? = nil, fails: VerifiableChange? = nil
  ) {
    self.field = field
    self.item = item
    self.location = location
    self.passes = passes
    self.fails = fails
  }
}

/// How far a household lies from the line, exactly.
public struct LineDistance: Hashable, Codable, Sendable {
  /// How much D + S − R lies above line × 12 × n, in fen of a year; negative below it.
  public let excess: MoneyInterval
  /// The person-months the excess is shared among, at each end.
  public let personMonths: ClosedRange<Int>
  /// The distance in fen per person and month, rounded half away from zero for display.
  public let perPersonMonth: MoneyInterval

  /// Makes a distance.
  public init(
    excess: MoneyInterval, personMonths: ClosedRange<Int>, perPersonMonth: MoneyInterval
  ) {
    self.excess = excess
    self.personMonths = personMonths
    self.perPersonMonth = perPersonMonth
  }
}

/// What would turn a case: for the panel's dossier and `explain` only.
public struct TurningPoints: Hashable, Codable, Sendable {
  /// How far the household lies from the line; nil where no line could be read.
  public let distance: LineDistance?
  /// The single changes that turn the case, by rule, the smallest first.
  public let points: [TurningPoint]
  /// The rules that stand in the way, where no single change turns the case.
  public let standing: [RuleCode]

  /// Makes the turning points of a case.
  public init(distance: LineDistance?, points: [TurningPoint], standing: [RuleCode]) {
    self.distance = distance
    self.points = points
    self.standing = standing
  }
}

/// A case's decisions in full and what would turn it, made where the case is shown.
public struct CaseExplanation: Hashable, Codable, Sendable {
  /// Every decision with its sentence's fillings, cells and parameters.
  public let decisions: [ExplainedDecision]
  /// What would turn the case; nil where nobody asked for it.
  public let turning: TurningPoints?
  /// The policy's values that figures and decisions rest on, in the order of the policy file.
  public var policyValues: [PolicyValue]

  /// Makes an explanation.
  public init(
    decisions: [ExplainedDecision], turning: TurningPoints? = nil, policyValues: [PolicyValue] = []
  ) {
    self.decisions = decisions
    self.turning = turning
    self.policyValues = policyValues
  }
}
