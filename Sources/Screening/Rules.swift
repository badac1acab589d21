import Casework

/// AFFILIATION: category and Party affiliation; for survivors the deceased member's former one.
struct AffiliationRule: CaseRule {
  let code = RuleCode.affiliation

  func verdict(on household: NormalizedHousehold, under policy: PolicyEdition) -> Verdict {
    let application = household.application
    let record = application.record
    guard let category = application.category else {
      return Verdict(.unknown, .categoryUnknown, values: [record.compared(.applicantCategory)])
    }
    let categoryValue = record.compared(.applicantCategory)
    if category == .survivor {
      let values = [categoryValue, record.compared(.deceasedAffiliated)]
      return switch record.flag(.deceasedAffiliated).value {
      case true?: Verdict(.pass, .deceasedAffiliated, values: values)
      case false?: Verdict(.fail, .deceasedNotAffiliated, values: values)
      case nil: Verdict(.unknown, .deceasedAffiliationUnknown, values: values)
      }
    }
    let values = [categoryValue, record.compared(.affiliated)]
    // A blank cell leaves it to the roster's flag; an unreadable one does not.
    let stated = record.flag(.affiliated)
    let affiliated = stated.isBlank ? application.unit.isAffiliated : stated.value
    return switch affiliated {
    case true?: Verdict(.pass, .affiliated, [category.rawValue], values: values)
    case false?: Verdict(.fail, .notAffiliated, values: values)
    case nil: Verdict(.unknown, .affiliationUnknown, values: values)
    }
  }
}

/// SURVIVOR_KIN: a survivor is parent, spouse, or child under 18 of a deceased member.
struct SurvivorKinRule: CaseRule {
  let code = RuleCode.survivorKin

  func verdict(on household: NormalizedHousehold, under policy: PolicyEdition) -> Verdict {
    let application = household.application
    let record = application.record
    guard let category = application.category else { return Verdict(.unknown, .categoryUnknown) }
    guard category == .survivor else { return Verdict(.notApplicable, .notSurvivor) }
    let values = [record.compared(.relationshipToDeceased)]
    switch record.choice(.relationshipToDeceased, as: SurvivorRelationship.self).value {
    case .parent?: return Verdict(.pass, .kin, ["父母"], values: values)
    case .spouse?: return Verdict(.pass, .kin, ["配偶"], values: values)
    case .other?: return Verdict(.fail, .notKin, ["其他"], values: values)
    case nil: return Verdict(.unknown, .kinUnknown, values: values)
    case .minorChild?:
      return minor(household, majority: policy.majorityAge, values: values)
    }
  }

  /// Where the number and the entered date disagree, or the day of application is not stated, every
  /// reading must say the same.
  private func minor(
    _ household: NormalizedHousehold, majority: Int, values: [ComparedValue]
  ) -> Verdict {
    let record = household.application.record
    let number = household.application.applicantNumber
    let births = [record.date(.birthDate).value, number.map { StatedDate($0.birthDate) }]
      .compactMap(\.self)
    let days = household.possibleReferenceDates
    let ages = births.flatMap {
      [$0.latest.age(on: days.lowerBound), $0.earliest.age(on: days.upperBound)]
    }
    let values = values + [record.compared(.birthDate)]
    guard let youngest = ages.min(), let oldest = ages.max() else {
      return Verdict(.unknown, .childAgeUnknown, values: values)
    }
    if oldest < majority { return Verdict(.pass, .kinMinor, ["\(oldest)"], values: values) }
    if youngest >= majority { return Verdict(.fail, .childOfAge, ["\(youngest)"], values: values) }
    return Verdict(.unknown, .childAgeUnknown, values: values)
  }
}

/// EXHAUSTION: universal benefits and donations are used already (programme article 16).
struct ExhaustionRule: CaseRule {
  let code = RuleCode.exhaustion

  func verdict(on household: NormalizedHousehold, under policy: PolicyEdition) -> Verdict {
    let record = household.application.record
    let benefits = record.flag(.universalBenefitsUsed).value
    let donations = record.flag(.otherAidExhausted).value
    let values = [record.compared(.universalBenefitsUsed), record.compared(.otherAidExhausted)]
    if benefits == false { return Verdict(.fail, .universalBenefitsUnused, values: values) }
    if donations == false { return Verdict(.fail, .otherAidUnused, values: values) }
    if benefits == true, donations == true {
      return Verdict(.pass, .aidExhausted, values: values)
    }
    let missing = [(Field.universalBenefitsUsed, benefits), (.otherAidExhausted, donations)]
      .filter { $0.1 == nil }.map(\.0.rawValue)
    return Verdict(.unknown, .exhaustionUnknown, missing, values: values)
  }
}

/// CONDUCT_…: a ground of exclusion, only ever by the unit's own attestation.
struct ConductRule: CaseRule {
  let code: RuleCode
  let field: Field

  func verdict(on household: NormalizedHousehold, under policy: PolicyEdition) -> Verdict {
    let application = household.application
    if application.category == .survivor, !policy.conductAppliesToSurvivors {
      return Verdict(.notApplicable, .conductNotForSurvivors)
    }
    let values = [application.record.compared(field)]
    let mayBeExempt = application.category == nil && !policy.conductAppliesToSurvivors
    return switch application.record.flag(field).value {
    case true? where mayBeExempt: Verdict(.unknown, .categoryUnknown, values: values)
    case true?: Verdict(.fail, .conductGround, values: values)
    case false?: Verdict(.pass, .noConductGround, values: values)
    case nil: Verdict(.unknown, .conductUnknown, values: values)
    }
  }
}

/// CAUSE: the hardship has a cause that the programme is for.
struct CauseRule: CaseRule {
  let code = RuleCode.cause

  func verdict(on household: NormalizedHousehold, under policy: PolicyEdition) -> Verdict {
    let values = [household.application.record.compared(.hardshipCause)]
    guard let cause = household.application.cause else {
      return Verdict(.unknown, .causeUnknown, values: values)
    }
    return policy.acceptedCauses.contains(cause)
      ? Verdict(.pass, .causeStated, [cause.rawValue], values: values)
      : Verdict(.fail, .causeNotAccepted, [cause.rawValue], values: values)
  }
}

/// PROCEDURE: verified, publicised long enough, certified and sealed, in this order.
///
/// The unit's omission never refuses a family: the rule passes or stays unknown (contract §3).
struct ProcedureRule: CaseRule {
  let code = RuleCode.procedure

  func verdict(on household: NormalizedHousehold, under policy: PolicyEdition) -> Verdict {
    let record = household.application.record
    let steps: [Field] = [.verifiedOn, .noticeFrom, .noticeTo, .unitApprovedOn, .sealed]
    let values = steps.map(record.compared)
    let parameters = [ParameterReading("noticeMinimumDays", "\(policy.noticeMinimumDays) 天")]
    let open = missingSteps(record) + shortNotice(record, policy) + disorder(record)
    return open.isEmpty
      ? Verdict(.pass, .procedureComplete, values: values, parameters: parameters)
      : Verdict(.unknown, .procedureIncomplete, open, values: values, parameters: parameters)
  }

  private func missingSteps(_ record: FormRecord) -> [String] {
    let dates: [Field] = [.verifiedOn, .noticeFrom, .noticeTo, .unitApprovedOn]
    let undated = dates.filter { record.date($0).value == nil }
    return undated.map(\.rawValue)
      + (record.flag(.sealed).value == true ? [] : [Field.sealed.rawValue])
  }

  /// Dates stated only by month or year count for the fewest days they can mean.
  private func shortNotice(_ record: FormRecord, _ policy: PolicyEdition) -> [String] {
    guard let from = record.date(.noticeFrom).value, let to = record.date(.noticeTo).value
    else { return [] }
    let days = to.earliest.dayNumber - from.latest.dayNumber + 1
    return days >= policy.noticeMinimumDays
      ? [] : ["\(Field.noticeTo.rawValue) \(days) < \(policy.noticeMinimumDays)"]
  }

  /// Verification before the notice begins, certification not before it ends.
  private func disorder(_ record: FormRecord) -> [String] {
    let pairs: [(Field, Field)] = [(.verifiedOn, .noticeFrom), (.noticeTo, .unitApprovedOn)]
    return pairs.compactMap { before, after in
      guard let first = record.date(before).value, let second = record.date(after).value,
        first.earliest > second.latest
      else { return nil }
      return "\(before.rawValue) > \(after.rawValue)"
    }
  }
}

/// EVIDENCE: the documents the policy asks for are named.
struct EvidenceRule: CaseRule {
  let code = RuleCode.evidence

  func verdict(on household: NormalizedHousehold, under policy: PolicyEdition) -> Verdict {
    let record = household.application.record
    let named = household.application.rows.compactMap { $0.text(.evidence).value }.joined(
      separator: ";")
    let cause = household.application.cause
    let missing = policy.evidence.filter { requirement in
      let applies = requirement.causes.isEmpty || cause.map(requirement.causes.contains) ?? false
      return applies && !requirement.words.contains(where: named.holds)
    }
    let values = [ComparedValue("", field: .evidence, at: record.cell(of: .evidence))]
    return missing.isEmpty
      ? Verdict(.pass, .evidenceComplete, values: values)
      : Verdict(.unknown, .evidenceMissing, missing.map(\.name), values: values)
  }
}
