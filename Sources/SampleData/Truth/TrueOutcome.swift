/// How a rule ends for a case.
enum Verdict: String, Sendable { case pass, fail, unknown, notApplicable }

/// The decisions of contract section 3 over the model of a case.
struct TrueOutcome: Sendable {
  let outcome: String
  let failed: [String]
  let unknown: [String]

  init(_ filing: Case, figures: TrueFigures, unitAffiliated: Bool) {
    let verdicts = Self.verdicts(of: filing, figures: figures, unitAffiliated: unitAffiliated)
    failed = verdicts.filter { $0.verdict == .fail }.map(\.rule)
    unknown = verdicts.filter { $0.verdict == .unknown }.map(\.rule)
    outcome = !failed.isEmpty ? "ineligible" : unknown.isEmpty ? "eligible" : "undetermined"
  }

  private static let conductRules = [
    "CONDUCT_MEETINGS", "CONDUCT_DUES", "CONDUCT_ASSIGNMENTS", "CONDUCT_BEHAVIOUR",
    "CONDUCT_DUTIES", "CONDUCT_UNINSURED",
  ]

  private static func verdicts(
    of filing: Case, figures: TrueFigures, unitAffiliated: Bool
  ) -> [(rule: String, verdict: Verdict)] {
    var verdicts: [(rule: String, verdict: Verdict)] = [
      ("AFFILIATION", affiliation(of: filing, unitAffiliated: unitAffiliated)),
      ("SURVIVOR_KIN", survivorKin(of: filing)),
      ("EXHAUSTION", exhaustion(of: filing)),
      ("INCOME_TEST", passing(figures.meetsTest)),
    ]
    for (rule, excluded) in zip(conductRules, filing.exclusions) {
      let attested = passing(excluded.map { !$0 })
      verdicts.append((rule, filing.category == .survivor ? .notApplicable : attested))
    }
    verdicts.append(("CAUSE", filing.cause == nil ? .unknown : .pass))
    verdicts.append(("PROCEDURE", filing.procedure.isComplete ? .pass : .unknown))
    verdicts.append(("FREQUENCY", frequency(of: filing)))
    verdicts.append(("UNIQUE", filing.identityNumberUsable ? .pass : .unknown))
    return verdicts
  }

  private static func passing(_ met: Bool?) -> Verdict {
    guard let met else { return .unknown }
    return met ? .pass : .fail
  }

  private static func affiliation(of filing: Case, unitAffiliated: Bool) -> Verdict {
    guard filing.category == .survivor else { return passing(filing.affiliated ?? unitAffiliated) }
    return passing(filing.deceased?.affiliated)
  }

  private static func survivorKin(of filing: Case) -> Verdict {
    guard filing.category == .survivor else { return .notApplicable }
    switch filing.deceased?.relationship {
    case "父母", "配偶": return .pass
    case "未成年子女": return passing(filing.applicant.birthDate.age(on: filing.applicationDate) < 18)
    case .some: return .fail
    case nil: return .unknown
    }
  }

  private static func exhaustion(of filing: Case) -> Verdict {
    let attested = [filing.universalBenefitsUsed, filing.otherAidExhausted]
    if attested.contains(false) { return .fail }
    return attested.contains(nil) ? .unknown : .pass
  }

  private static func frequency(of filing: Case) -> Verdict {
    guard let helped = filing.previouslyHelpedOn else { return .notApplicable }
    return passing(filing.applicationDate >= helped.adding(years: 1))
  }
}

extension UnitProcedure {
  /// Whether every step is there, long enough and in order.
  var isComplete: Bool {
    guard let verifiedOn, let noticeFrom, let noticeTo, let approvedOn, sealed == true else {
      return false
    }
    return noticeTo - noticeFrom + 1 >= noticeMinimumDays && verifiedOn <= noticeFrom
      && noticeTo <= approvedOn
  }
}
