public import Casework

/// What the rules that need the whole round read, as plain values.
public struct RoundFacts: Sendable {
  /// What the registry knows of help in earlier rounds.
  public enum Help: Sendable {
    /// There is no registry with an earlier round.
    case noRegistry
    /// None inside the interval.
    case none
    /// Help inside the interval that is not certainly the same household's, or whose day may lie
    /// outside.
    case open(CalendarDate)
    /// Help inside the interval for certain.
    case certain(CalendarDate)
  }

  /// What people decided about the case's duplicates.
  public enum Duplicate: Sendable {
    /// No pair is confirmed.
    case none
    /// Others are counted with this case.
    case primary
    /// This case is counted with another.
    case merged
  }

  /// The registry's knowledge of earlier help.
  public var help = Help.noRegistry
  /// What people decided.
  public var duplicate = Duplicate.none
  /// Pairs that block approval and wait for people.
  public var openPairs: UInt16 = 0
  /// Pairs that people found to be different persons.
  public var differentPairs: UInt16 = 0

  /// Makes the facts of a case that stands alone, without a registry.
  public init() {}
}

extension CaseFacts {
  /// FREQUENCY: not helped again inside the policy's interval, by the registry and by 上次受助时间.
  ///
  /// The registry's certain knowledge decides first; what people have not confirmed leaves the rule
  /// unknown; else the unit's own statement counts.
  func frequency(in round: RoundFacts, under rules: RuleParameters) -> Ending {
    let stated = statedFrequency(under: rules)
    guard stated.outcome != .fail else { return stated }
    return switch round.help {
    case .certain(let day): Ending(.fail, .helpedByRegistry, .help(day, day))
    case .open(let day): Ending(.unknown, .helpUnconfirmed, .help(day, day))
    case .none where stated.outcome == .notApplicable: Ending(.pass, .noEarlierHelpRecorded)
    case .none, .noRegistry: stated
    }
  }

  /// A month or year is stated, a day after the application, or no day of application: then it can
  /// be either.
  private func statedFrequency(under rules: RuleParameters) -> Ending {
    switch statedHelp {
    case .none: return Ending(.notApplicable, .noEarlierHelpStated)
    case .unreadable: return Ending(.unknown, .helpDateUnknown)
    case .on(let day):
      let compared = ComparedFacts.help(day.earliest, day.latest)
      if day.latest.adding(months: rules.frequencyMonths) <= earliestDay {
        return Ending(.pass, .notHelpedWithinInterval, compared)
      }
      let isInside =
        day.earliest.adding(months: rules.frequencyMonths) > latestDay && day.latest <= earliestDay
      return isInside
        ? Ending(.fail, .helpedWithinInterval, compared)
        : Ending(.unknown, .helpDateUnknown, compared)
    }
  }

  /// UNIQUE: not part of a confirmed duplicate; fails nobody by itself (contract §3).
  func unique(in round: RoundFacts) -> Ending {
    let pairs = ComparedFacts.pairs(open: round.openPairs, different: round.differentPairs)
    switch round.duplicate {
    case .primary: return Ending(.pass, .primaryOfDuplicate, pairs)
    case .merged: return Ending(.notApplicable, .mergedDuplicate, pairs)
    case .none: break
    }
    guard hasValidNumber else { return Ending(.unknown, .identityUnknown, pairs) }
    if round.openPairs > 0 { return Ending(.pass, .unconfirmedDuplicate, pairs) }
    return round.differentPairs > 0
      ? Ending(.pass, .duplicatesRejected, pairs) : Ending(.pass, .noDuplicate, pairs)
  }
}

extension RoundFacts {
  /// Counts the pairs of a case.
  init(caseID: String, duplicates: [DuplicateLink], primary: String?) {
    for link in duplicates where link.kind.blocksApproval {
      if link.verdict == nil { openPairs = openPairs &+ 1 }
      if link.verdict == .different { differentPairs = differentPairs &+ 1 }
    }
    if let primary { duplicate = primary == caseID ? .primary : .merged }
  }
}

/// The earlier help that decides FREQUENCY, and whether it does for certain.
struct DecidingHelp {
  let help: EarlierHelp
  let isCertain: Bool

  /// Looks through the help inside the interval before the possible days of application; of several
  /// the latest counts, of one day the lowest case.
  init?(
    among earlierHelp: [EarlierHelp], before days: ClosedRange<CalendarDate>, months: Int
  ) {
    let inside = earlierHelp.filter {
      $0.helpedOn.adding(months: months) > days.lowerBound && $0.helpedOn <= days.upperBound
    }.sorted { ($1.helpedOn, $0.caseID) < ($0.helpedOn, $1.caseID) }
    let certain = inside.first {
      $0.isCertain && $0.helpedOn.adding(months: months) > days.upperBound
        && $0.helpedOn <= days.lowerBound
    }
    guard let help = certain ?? inside.first else { return nil }
    self.help = help
    isCertain = certain != nil
  }
}
