import Casework

// Changes of answers, choices and dates of the applicant's own row.
extension TurningPointSearch {
  private func probe(
    _ field: Field, _ value: FieldValue, _ change: VerifiableChange, decisiveness: Int = 500
  ) -> Probe {
    let cell = record.cell(of: field)
    return Probe(
      field: field, location: cell, change: change,
      filing: filing.stating(value, for: field, at: cell), decisiveness: decisiveness)
  }

  /// Both answers of each field that is not answered so yet.
  func flagProbes(_ fields: [Field]) -> [Probe] {
    fields.flatMap { field in
      [true, false].filter { record.flag(field).value != $0 }
        .map { probe(field, .flag($0), .flag($0)) }
    }
  }

  /// The choices that lead to one end together, for each end.
  func choiceProbes(_ field: Field, _ choices: [String]) -> [Probe] {
    let stated = record.text(field).value
    var groups: [(outcome: CaseOutcome, failed: [RuleCode], choices: [String])] = []
    for choice in choices where choice != stated {
      let cell = record.cell(of: field)
      guard let changed = trial.screened(filing.stating(.choice(choice), for: field, at: cell))
      else { continue }
      let same = groups.firstIndex {
        $0.outcome == changed.outcome && $0.failed == changed.failedRules
      }
      if let same {
        groups[same].choices.append(choice)
      } else {
        groups.append((changed.outcome, changed.failedRules, [choice]))
      }
    }
    return groups.map { probe(field, .choice($0.choices[0]), .choice($0.choices)) }
  }

  func personProbes(_ decision: Decision) -> [Probe] {
    switch decision.reason {
    case .categoryUnknown:
      choiceProbes(.applicantCategory, ApplicantCategory.allCases.map(\.rawValue))
    case .deceasedNotAffiliated, .deceasedAffiliationUnknown: flagProbes([.deceasedAffiliated])
    case .notKin, .kinUnknown:
      choiceProbes(.relationshipToDeceased, SurvivorRelationship.allCases.map(\.rawValue))
    case .childOfAge, .childAgeUnknown: birthProbes
    default: flagProbes([.affiliated])
    }
  }

  private var birthProbes: [Probe] {
    let days = result.household.possibleReferenceDates
    let months = 12 * policy.majorityAge
    let minor = days.upperBound.adding(months: -months).adding(days: 1)
    let adult = days.lowerBound.adding(months: -months)
    return [
      probe(.birthDate, .date(StatedDate(minor)), .onOrAfter(minor)),
      probe(.birthDate, .date(StatedDate(adult)), .onOrBefore(adult)),
    ]
  }

  /// An attested ground stays attested; one the unit says nothing about it must attest or deny.
  func conductProbes(_ decision: Decision) -> [Probe] {
    guard decision.outcome == .unknown, let ground = ConductGround(of: decision.rule) else {
      return []
    }
    return decision.reason == .categoryUnknown
      ? choiceProbes(.applicantCategory, ApplicantCategory.allCases.map(\.rawValue))
      : flagProbes([ground.field])
  }

  /// The last step that is open; two open steps are two changes.
  var stepProbes: [Probe] {
    let from = record.date(.noticeFrom).value
    let to = record.date(.noticeTo).value
    let days = policy.noticeMinimumDays - 1
    var probes: [Probe] =
      record.flag(.sealed).value == true
      ? [] : [probe(.sealed, .flag(true), .flag(true))]
    if let from {
      probes.append(probe(.verifiedOn, .date(StatedDate(from.latest)), .onOrBefore(from.latest)))
      let end = from.latest.adding(days: days)
      probes.append(probe(.noticeTo, .date(StatedDate(end)), .onOrAfter(end)))
    }
    if let to {
      let start = to.earliest.adding(days: -days)
      probes.append(probe(.noticeFrom, .date(StatedDate(start)), .onOrBefore(start)))
      probes.append(
        probe(.unitApprovedOn, .date(StatedDate(to.earliest)), .onOrAfter(to.earliest)))
    }
    return probes
  }

  /// The one document that is missing; two missing ones are two changes.
  var documentProbes: [Probe] {
    let missing = policy.places(ofDocumentsMissingIn: filing)
    guard missing.count == 1, let word = policy.evidence[missing[0]].words.first else { return [] }
    let named = record.text(.evidence).value.map { $0 + "、" } ?? ""
    return [
      probe(.evidence, .text(named + word), .document(policy.evidence[missing[0]].name))
    ]
  }

  /// The last day of help that leaves the interval behind, and the first one inside it.
  var helpProbes: [Probe] {
    let days = result.household.possibleReferenceDates
    let months = policy.frequencyMonths
    func lastDay(before day: CalendarDate) -> CalendarDate {
      var last = day.adding(months: -months)
      while last.adding(days: 1).adding(months: months) <= day { last = last.adding(days: 1) }
      while last.adding(months: months) > day { last = last.adding(days: -1) }
      return last
    }
    let outside = lastDay(before: days.lowerBound)
    let inside = lastDay(before: days.upperBound).adding(days: 1)
    return [
      probe(.previouslyHelpedOn, .date(StatedDate(outside)), .onOrBefore(outside)),
      probe(.previouslyHelpedOn, .date(StatedDate(inside)), .onOrAfter(inside)),
    ]
  }

  /// A valid number, made up for the trial only: in an area that no card bears.
  var numberProbes: [Probe] {
    let birth = record.date(.birthDate).value?.earliest ?? CalendarDate(firstOfMonth: 1, year: 1970)
    guard let number = ResidentIdentityNumber(madeUpFor: birth, order: 2) else { return [] }
    return [probe(.applicantId, .identity(IdentityStatement(number)), .validNumber)]
  }
}
