import Casework

extension DecisionReason {
  /// The sentence of this reason: a table in the form of a switch, so that it is complete.
  ///
  /// `{rule}` is the rule's title, `{*}` the list of all arguments; see docs/findings.md.
  func template(in language: Language) -> MessageTemplate {
    MessageTemplate(language.text(chinese, english))
  }

  private var chinese: String {
    switch self {
    case .affiliated: "申报类别[为“{0}”]，党组织关系在州直机关工委，符合。"
    case .notAffiliated: "党组织关系不在州直机关工委，不符合。"
    case .affiliationUnknown: "党组织关系是否在州直机关工委没有写明，请单位补填。"
    case .categoryUnknown: "申报类别没有写明，请单位补填（在职、退休或遗属）。"
    case .deceasedAffiliated: "离世党员原党组织关系在州直机关工委，符合。"
    case .deceasedNotAffiliated: "离世党员原党组织关系不在州直机关工委，不符合。"
    case .deceasedAffiliationUnknown: "离世党员原党组织关系是否在州直机关工委没有写明，请单位补填。"
    case .notSurvivor: "申请人不是遗属，本条不适用。"
    case .kin: "申请人是离世党员的[{0}]，属于可申报的遗属。"
    case .kinMinor: "申请人是离世党员的子女[，申报时{0}周岁]，未满18周岁，属于可申报的遗属。"
    case .notKin: "申请人与离世党员的关系[为“{0}”，]不在父母、配偶、未成年子女之列。"
    case .childOfAge: "申请人是离世党员的子女[，申报时已{0}周岁]，不属于未成年子女。"
    case .kinUnknown: "申请人与离世党员的关系没有写明，请单位补填。"
    case .childAgeUnknown: "申请人的出生日期不明，无法确定申报时是否未满18周岁，请单位补填。"
    case .aidExhausted: "已享受国家相关普惠政策并已接受各类捐助，仍有困难，符合。"
    case .universalBenefitsUnused: "尚未享受国家相关普惠政策，应先落实普惠政策。"
    case .otherAidUnused: "尚未接受各类捐助，应先通过其他渠道解决。"
    case .exhaustionUnknown: "是否已先用其他帮扶渠道没有写明[：{*}]，请单位补填。"
    case .belowLine:
      "家庭人均实际可支配收入[每月 {0} 元，][{1} ][认定标准 {2} 元，]符合收入标准[，差额 {3} 元]。"
    case .aboveLine:
      "家庭人均实际可支配收入[每月 {0} 元，不满足“{1} ][{2} 元”，]不符合收入标准[，高出 {3} 元]。"
    case .lineUndecided:
      "家庭人均实际可支配收入[在每月 {0} 元][至 {1} 元之间]，跨过认定标准[ {2} 元]，暂不能认定[；"
        + "补齐「{3}」后可以确定]。"
    case .dateOutsidePolicy: "申报日期[（{0}）]没有对应的、已确认的认定标准，暂不能认定。"
    case .noConductGround: "单位证明没有“{rule}”的情形。"
    case .conductGround: "单位证明有“{rule}”的情形，不列入帮扶范围。"
    case .conductUnknown: "单位没有说明是否有“{rule}”的情形，请单位补填。"
    case .conductNotForSurvivors: "申请人是遗属，“{rule}”一条不适用。"
    case .conductNotForCategory: "按政策，“{rule}”一条不适用于申请人的类别。"
    case .causeStated: "致困原因[为“{0}”，]属于帮扶范围。"
    case .causeNotAccepted: "致困原因[为“{0}”，]不在政策列明的原因之内。"
    case .causeUnknown: "致困原因没有写明，请单位补填。"
    case .procedureComplete: "单位已完成信息核实、公示、审定和签章。"
    case .procedureCompleteUnsealed: "单位已完成信息核实、公示和审定；政策不要求签章。"
    case .procedureIncomplete: "单位程序尚未完备[：{*}]，请单位补办；不影响家庭的申报资格。"
    case .evidenceComplete: "政策要求的证明材料齐全。"
    case .evidenceMissing: "证明材料尚缺[：{*}]，请单位补交；不影响家庭的申报资格。"
    case .notHelpedWithinInterval: "[上次受助为 {0}，]已超过帮扶间隔[（{1} 个月）]。"
    case .helpedWithinInterval: "[上次受助为 {0}，]仍在帮扶间隔[（{1} 个月）]之内，本期不再安排。"
    case .helpDateUnknown: "[上次受助写为 {0}，]无法确定是否已超过帮扶间隔[（{1} 个月）]。"
    case .noEarlierHelpStated: "没有以往受助的记载，本条不适用。"
    case .noDuplicate: "没有发现与其他申报重复。"
    case .unconfirmedDuplicate: "可能与其他申报重复[（{*}）]，须由人工认定；认定之前不能审批。"
    case .primaryOfDuplicate: "已认定与其他申报为同一户，以本件为准[（并入：{*}）]。"
    case .mergedDuplicate: "已认定与其他申报为同一户，并入[ {0}]，本件不再单独计算。"
    case .identityUnknown: "申请人身份证号码缺失或有误，无法核对是否重复，请单位补正。"
    case .duplicatesRejected: "疑似重复的申报[（{*}）]已由人工认定为不同的人。"
    case .helpedByRegistry: "登记库记载上次受助[（{0}，个案 {2}）]在[ {1} 个月]间隔之内。"
    case .helpUnconfirmed: "往期个案[ {2} ]曾受助[（{0}）]，是否同一户尚待认定，[ {1} 个月]间隔无法核定。"
    case .noEarlierHelpRecorded: "登记库中没有往期受助记录。"
    }
  }

  private var english: String {
    switch self {
    case .affiliated: "The Party affiliation[ (category {0})] belongs to the working committee."
    case .notAffiliated: "The Party affiliation does not belong to the working committee."
    case .affiliationUnknown: "Whether the affiliation belongs to the committee is not stated."
    case .categoryUnknown: "The category of the applicant is not stated."
    case .deceasedAffiliated: "The deceased member was affiliated with the committee."
    case .deceasedNotAffiliated: "The deceased member was not affiliated with the committee."
    case .deceasedAffiliationUnknown: "The deceased member’s affiliation is not stated."
    case .notSurvivor: "The applicant is no survivor; the rule does not apply."
    case .kin: "The applicant is a survivor who may apply[ ({0})]."
    case .kinMinor: "The applicant is the deceased member’s child[, aged {0},] under 18."
    case .notKin: "The relationship[ “{0}”] is not parent, spouse or child under 18."
    case .childOfAge: "The applicant is the deceased member’s child[, aged {0},] and not under 18."
    case .kinUnknown: "The relationship to the deceased member is not stated."
    case .childAgeUnknown: "The date of birth is unknown; whether the child is under 18 is open."
    case .aidExhausted: "Universal benefits and donations are used, and hardship remains."
    case .universalBenefitsUnused: "Universal benefits are not used yet; they come first."
    case .otherAidUnused: "Other donations are not used yet; they come first."
    case .exhaustionUnknown: "Whether other aid is used is not stated[: {*}]."
    case .belowLine:
      "The per-capita actual disposable income[ of {0} yuan a month][ {1}][ {2} yuan] meets the "
        + "test[; it lies {3} yuan below the line]."
    case .aboveLine:
      "The per-capita actual disposable income[ of {0} yuan a month, required {1}][ {2} yuan,] "
        + "does not meet the test[; it lies {3} yuan above the line]."
    case .lineUndecided:
      "The per-capita actual disposable income lies[ between {0}][ and {1} yuan a month,] on both "
        + "sides of the line[ of {2} yuan][; “{3}” would decide it]."
    case .dateOutsidePolicy: "No confirmed line is in force on the application date[ ({0})]."
    case .noConductGround: "The unit attests that this does not apply: {rule}."
    case .conductGround: "The unit attests a ground of exclusion: {rule}."
    case .conductUnknown: "The unit does not say whether this applies: {rule}."
    case .conductNotForSurvivors: "The rule does not apply to survivors: {rule}."
    case .conductNotForCategory: "Under the policy this does not apply to the category: {rule}."
    case .causeStated: "The cause of hardship[, {0},] is one the policy lists."
    case .causeNotAccepted: "The cause of hardship[, {0},] is not one the policy lists."
    case .causeUnknown: "The cause of hardship is not stated."
    case .procedureComplete: "The unit has verified, publicised, certified and sealed."
    case .procedureCompleteUnsealed:
      "The unit has verified, publicised and certified; the policy asks for no seal."
    case .procedureIncomplete: "The unit’s steps are incomplete[: {*}]; the family keeps its claim."
    case .evidenceComplete: "The documents the policy asks for are named."
    case .evidenceMissing: "Documents are missing[: {*}]; the family keeps its claim."
    case .notHelpedWithinInterval: "Earlier help[ ({0})] lies outside the interval[ of {1} months]."
    case .helpedWithinInterval: "Earlier help[ ({0})] lies inside the interval[ of {1} months]."
    case .helpDateUnknown: "Whether earlier help[ ({0})] lies inside the interval is not known."
    case .noEarlierHelpStated: "No earlier help is stated; the rule does not apply."
    case .noDuplicate: "No other filing looks like this one."
    case .unconfirmedDuplicate: "Possible duplicates[ ({*})] block approval until people decide."
    case .primaryOfDuplicate: "Confirmed duplicates are counted with this case[ ({*})]."
    case .mergedDuplicate: "A confirmed duplicate, counted with its primary[ {0}]."
    case .identityUnknown: "Without a valid identity number duplicates cannot be ruled out."
    case .duplicatesRejected: "People decided that the look-alikes[ ({*})] are different persons."
    case .helpedByRegistry:
      "The registry records earlier help[ ({0}, case {2})] inside the interval[ of {1} months]."
    case .helpUnconfirmed:
      "An earlier case[ {2}] was helped[ ({0})]; whether it is the same household is not decided, "
        + "so the interval[ of {1} months] is open."
    case .noEarlierHelpRecorded: "The registry records no earlier help."
    }
  }

  /// What a rule puts into the sentence's gaps, in order; the convention of docs/findings.md.
  var argumentMeanings: [String] {
    switch self {
    case .affiliated: ["category"]
    case .kin, .notKin: ["relationship"]
    case .kinMinor, .childOfAge: ["completed years of age"]
    case .exhaustionUnknown: ["every field that is not stated"]
    case .belowLine:
      ["per-capita actual, yuan", "comparator", "line, yuan", "distance below the line, yuan"]
    case .aboveLine:
      ["per-capita actual, yuan", "comparator", "line, yuan", "distance above the line, yuan"]
    case .lineUndecided: ["lowest, yuan", "highest, yuan", "line, yuan", "field that would decide"]
    case .dateOutsidePolicy: ["application date"]
    case .causeStated, .causeNotAccepted: ["cause"]
    case .procedureIncomplete: ["every open step, such as sealed or noticeTo 4 < 7"]
    case .evidenceMissing: ["every missing document"]
    case .notHelpedWithinInterval, .helpedWithinInterval, .helpDateUnknown:
      ["date of the last help", "months of the interval"]
    case .helpedByRegistry, .helpUnconfirmed:
      ["date of the last help", "months of the interval", "case that was helped"]
    case .unconfirmedDuplicate, .duplicatesRejected: ["every pair"]
    case .primaryOfDuplicate: ["every case that is merged into this one"]
    case .mergedDuplicate: ["primary case"]
    default: []
    }
  }
}
