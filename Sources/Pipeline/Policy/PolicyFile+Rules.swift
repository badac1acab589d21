import Casework
import Registry
import Screening

// MARK: What the rules read

extension PolicyFile {
  static func edition(_ top: YAMLMapping) throws(RunFailure) -> PolicyEdition {
    let threshold = try top.mapping(
      "threshold", keys: ["base", "factor", "comparator", "rateDay", "oldestApplicationMonths"])
    let procedure = try top.mapping(
      "procedure",
      keys: [
        "noticeMinimumDays", "sealRequired", "verifiedBeforeNotice", "approvedAfterNotice",
      ])
    let frequency = try top.mapping("frequency", keys: ["months"])
    let survivors = try top.mapping(
      "survivors", keys: ["majorityAge", "conductApplies"])
    let rules = try ruleSettings(top)
    // A list that is left out is empty elsewhere; without causes every case would be refused.
    _ = try top.value("causes")
    let base =
      threshold.has("base")
      ? try threshold.choice("base", as: PolicyEdition.LineBase.self) : .minimumWage
    var edition = PolicyEdition(
      id: try top.string("policy"), title: try top.string("title"),
      wageYears: try rateYears(base.rawValue, in: top), factorThousandths: try factor(threshold),
      includesEquality: try comparator(threshold) == "<=",
      rateDay: try threshold.choice("rateDay", as: PolicyEdition.RateDay.self),
      oldestApplicationMonths: try threshold.positive("oldestApplicationMonths"),
      noticeMinimumDays: try procedure.positive("noticeMinimumDays"),
      frequencyMonths: try frequency.positive("months"),
      majorityAge: try survivors.positive("majorityAge"),
      acceptedCauses: try causes(top, key: "causes"),
      conductAppliesToSurvivors: try survivors.flag("conductApplies", default: false),
      evidence: try evidence(top), modes: rules.modes, citations: rules.citations)
    edition.lineBase = base
    edition.followUp = try followUp(top)
    edition.conductCategories = rules.conduct
    edition.procedure.asksForSeal = try procedure.flag("sealRequired", default: true)
    edition.procedure.verifiesBeforeNotice = try procedure.flag(
      "verifiedBeforeNotice", default: true)
    edition.procedure.approvesAfterNotice = try procedure.flag("approvedAfterNotice", default: true)
    return edition
  }

  private static func followUp(_ top: YAMLMapping) throws(RunFailure) -> FollowUpRules? {
    guard top.has("followUp") else { return nil }
    let rules = try top.mapping(
      "followUp",
      keys: ["visitEveryMonths", "contactWithinDays", "closeAfterMonths"])
    return FollowUpRules(
      visitEveryMonths: try rules.positive("visitEveryMonths"),
      contactWithinDays: try rules.positive("contactWithinDays"),
      closeAfterMonths: try rules.positive("closeAfterMonths"))
  }

  /// How long each kind of data is kept; a kind that is not listed is kept for good.
  static func retention(_ top: YAMLMapping) throws(RunFailure) -> RetentionRules {
    guard top.has("retention") else { return RetentionRules() }
    let kinds = try top.mapping("retention", keys: ["filings", "notes", "runs"])
    func months(_ kind: String) throws(RunFailure) -> Int? {
      kinds.has(kind) ? try kinds.mapping(kind, keys: ["months"]).positive("months") : nil
    }
    return RetentionRules(
      filingMonths: try months("filings"), noteMonths: try months("notes"),
      runMonths: try months("runs"))
  }

  private static func comparator(_ threshold: YAMLMapping) throws(RunFailure) -> String {
    let comparator = try threshold.string("comparator")
    guard ["<", "<="].contains(comparator) else {
      throw threshold.wrong("comparator", expected: .comparator)
    }
    return comparator
  }

  /// The factor in thousandths: up to three decimals, so that the line stays exact.
  private static func factor(_ threshold: YAMLMapping) throws(RunFailure) -> Int64 {
    let text = try threshold.string("factor")
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let decimals = parts.count == 2 ? String(parts[1]) : ""
    guard parts.count <= 2, let whole = Int64(parts[0]), decimals.count <= 3, whole >= 0,
      let thousandths = Int64((decimals + "000").prefix(3))
    else { throw threshold.wrong("factor", expected: .factor) }
    return whole * 1000 + thousandths
  }

  private static func evidence(_ top: YAMLMapping) throws(RunFailure) -> [EvidenceRequirement] {
    var requirements: [EvidenceRequirement] = []
    for entry in try top.mappings("evidence", keys: ["name", "words", "causes"]) {
      requirements.append(
        EvidenceRequirement(
          name: try entry.string("name"), words: try entry.strings("words"),
          causes: try causes(entry, key: "causes")))
    }
    return requirements
  }

  static func causes(
    _ mapping: YAMLMapping, key: String
  ) throws(RunFailure) -> Set<HardshipCause> {
    var causes: Set<HardshipCause> = []
    for name in try mapping.strings(key) {
      causes.insert(
        try mapping.choice(name, as: HardshipCause.self, at: key))
    }
    return causes
  }

  /// What the section on rules says.
  private struct RuleSettings {
    var modes: [RuleCode: RuleMode] = [:]
    var citations: [RuleCode: String] = [:]
    /// The categories that grounds of exclusion speak of.
    var conduct: [ConductGround: Set<ApplicantCategory>] = [:]
  }

  private static func ruleSettings(_ top: YAMLMapping) throws(RunFailure) -> RuleSettings {
    var found = RuleSettings()
    let rules = try top.mapping("rules", keys: RuleCode.allCases.map(\.rawValue))
    for name in rules.keys {
      let code = try rules.choice(name, as: RuleCode.self, at: name)
      let ground = ConductGround.allCases.first { $0.rule == code }
      // Only grounds of exclusion speak of some categories and not of others.
      let keys = ["mode", "citation"] + (ground == nil ? [] : ["categories"])
      let settings = try rules.mapping(name, keys: keys)
      // YAML reads a bare on or off as a truth value; both spellings mean the mode.
      let mode = try settings.string("mode", default: "on")
      found.modes[code] = try settings.choice(
        ["true": "on", "false": "off"][mode] ?? mode, as: RuleMode.self, at: "mode")
      found.citations[code] = try settings.string("citation", default: "")
      if let ground, settings.has("categories") {
        found.conduct[ground] = try categories(settings)
      }
    }
    return found
  }

  private static func categories(
    _ settings: YAMLMapping
  ) throws(RunFailure) -> Set<ApplicantCategory> {
    var categories: Set<ApplicantCategory> = []
    for name in try settings.strings("categories") {
      categories.insert(
        try settings.choice(name, as: ApplicantCategory.self, at: "categories"))
    }
    return categories
  }
}
