import Casework

/// How a rule ended and why, before the policy's mode is added.
struct Ending {
  let outcome: RuleOutcome
  let reason: DecisionReason
  let compared: ComparedFacts

  init(_ outcome: RuleOutcome, _ reason: DecisionReason, _ compared: ComparedFacts = .nothing) {
    self.outcome = outcome
    self.reason = reason
    self.compared = compared
  }
}

// One predicate per rule, in the order of the contract. The title and the sentences are in the
// catalogue, the citation in the policy.
extension CaseFacts {
  /// AFFILIATION: category and Party affiliation; for survivors the deceased member's former one.
  var affiliation: Ending {
    guard let category else {
      return Ending(.unknown, .categoryUnknown, .affiliation(nil, belongs: nil))
    }
    if category == .survivor {
      let compared = ComparedFacts.affiliation(category, belongs: wasDeceasedAffiliated)
      return switch wasDeceasedAffiliated {
      case true?: Ending(.pass, .deceasedAffiliated, compared)
      case false?: Ending(.fail, .deceasedNotAffiliated, compared)
      case nil: Ending(.unknown, .deceasedAffiliationUnknown, compared)
      }
    }
    let compared = ComparedFacts.affiliation(category, belongs: isAffiliated)
    return switch isAffiliated {
    case true?: Ending(.pass, .affiliated, compared)
    case false?: Ending(.fail, .notAffiliated, compared)
    case nil: Ending(.unknown, .affiliationUnknown, compared)
    }
  }

  /// SURVIVOR_KIN: a survivor is parent, spouse, or child under 18 of a deceased member.
  func survivorKin(under rules: RuleParameters) -> Ending {
    guard let category else { return Ending(.unknown, .categoryUnknown) }
    guard category == .survivor else { return Ending(.notApplicable, .notSurvivor) }
    let compared = ComparedFacts.kin(kinship, ages: ages)
    switch kinship {
    case .parent?, .spouse?: return Ending(.pass, .kin, compared)
    case .other?: return Ending(.fail, .notKin, compared)
    case nil: return Ending(.unknown, .kinUnknown, compared)
    case .minorChild?:
      guard let ages else { return Ending(.unknown, .childAgeUnknown, compared) }
      if ages.oldest < rules.majorityAge { return Ending(.pass, .kinMinor, compared) }
      if ages.youngest >= rules.majorityAge { return Ending(.fail, .childOfAge, compared) }
      return Ending(.unknown, .childAgeUnknown, compared)
    }
  }

  /// EXHAUSTION: universal benefits and donations are used already (programme article 16).
  var exhaustion: Ending {
    let compared = ComparedFacts.aid(benefits: benefitsUsed, donations: donationsUsed)
    if benefitsUsed == false { return Ending(.fail, .universalBenefitsUnused, compared) }
    if donationsUsed == false { return Ending(.fail, .otherAidUnused, compared) }
    return benefitsUsed == true && donationsUsed == true
      ? Ending(.pass, .aidExhausted, compared) : Ending(.unknown, .exhaustionUnknown, compared)
  }

  /// INCOME_TEST: per-capita actual disposable income against the line.
  var incomeTest: Ending {
    guard let income else { return Ending(.unknown, .dateOutsidePolicy, .day(latestDay)) }
    let compared = ComparedFacts.income(income.comparison)
    guard let isMet = income.isMet(isDayAssumed: isDayAssumed) else {
      return Ending(.unknown, .lineUndecided, compared)
    }
    return isMet ? Ending(.pass, .belowLine, compared) : Ending(.fail, .aboveLine, compared)
  }

  /// CONDUCT_…: a ground of exclusion, only ever by the unit's own attestation.
  func conduct(_ ground: ConductGround, under rules: RuleParameters) -> Ending {
    let applies = rules.applies(ground, to: category)
    if applies == false {
      return Ending(
        .notApplicable, category == .survivor ? .conductNotForSurvivors : .conductNotForCategory)
    }
    let attested = conduct[ground]
    return switch attested {
    case true? where applies == nil: Ending(.unknown, .categoryUnknown, .conduct(attested))
    case true?: Ending(.fail, .conductGround, .conduct(attested))
    case false?: Ending(.pass, .noConductGround, .conduct(attested))
    case nil: Ending(.unknown, .conductUnknown, .conduct(attested))
    }
  }

  /// CAUSE: the hardship has a cause that the programme is for.
  func cause(under rules: RuleParameters) -> Ending {
    guard let cause else { return Ending(.unknown, .causeUnknown, .cause(nil)) }
    return rules.accepts(cause)
      ? Ending(.pass, .causeStated, .cause(cause))
      : Ending(.fail, .causeNotAccepted, .cause(cause))
  }

  /// PROCEDURE: verified, publicised long enough, certified and sealed, in this order unless the
  /// policy does not ask for the seal or the order.
  ///
  /// The unit's omission never refuses a family: the rule passes or stays unknown (contract §3).
  func procedure(under rules: RuleParameters) -> Ending {
    let open = steps.open(noticeMinimumDays: rules.noticeMinimumDays, under: rules.procedure)
    guard open.isComplete else { return Ending(.unknown, .procedureIncomplete, .steps(open)) }
    let isSealed = rules.procedure.asksForSeal || steps.isSealed == true
    return Ending(
      .pass, isSealed ? .procedureComplete : .procedureCompleteUnsealed, .steps(open))
  }

  /// EVIDENCE: the documents the policy asks for are named.
  var evidence: Ending {
    missingDocuments == 0
      ? Ending(.pass, .evidenceComplete, .documents(missing: 0))
      : Ending(.unknown, .evidenceMissing, .documents(missing: missingDocuments))
  }
}

extension UnitSteps {
  /// What is open of the steps; dates stated only by month or year count for the fewest days they
  /// can mean.
  func open(noticeMinimumDays: Int32, under rules: ProcedureRules) -> OpenSteps {
    var days: Int32?
    if let noticeFrom, let noticeTo {
      days = Int32(
        clamping: noticeTo.earliest.dayNumber - noticeFrom.latest.dayNumber + 1)
    }
    var open = OpenSteps(noticeDays: days, neededDays: noticeMinimumDays)
    if verified == nil { open.missing |= 1 }
    if noticeFrom == nil { open.missing |= 2 }
    if noticeTo == nil { open.missing |= 4 }
    if approved == nil { open.missing |= 8 }
    if rules.asksForSeal, isSealed != true { open.missing |= 16 }
    if rules.verifiesBeforeNotice, let verified, let noticeFrom {
      open.verifiedTooLate = verified.isAfter(noticeFrom)
    }
    if rules.approvesAfterNotice, let noticeTo, let approved {
      open.approvedTooEarly = noticeTo.isAfter(approved)
    }
    return open
  }
}

extension StatedDate {
  /// Whether this day lies after the other for certain.
  fileprivate func isAfter(_ other: StatedDate) -> Bool { earliest > other.latest }
}
