import Casework

/// A value of the policy in words, such as `工资：计入工资性收入`.
struct PolicyValueWords: Sendable {
  let value: PolicyValue
  /// The words of the regulation, where they say more than the document's name.
  let citation: String
  /// What is said of the value's thing; nil where the value says nothing.
  let item: PolicySource.Group.Item?
  /// What the value says, without what it is about.
  let said: String

  init(_ value: PolicyValue, in language: Language) {
    let subject = PolicySubject(of: value)
    let words = subject.words(in: language)
    // A rule's own words stand beside its decision, and would tear the rules apart here.
    let isSaidElsewhere = value.name.hasPrefix("rules.") || value.citation == value.source
    self.init(
      value, citation: isSaidElsewhere ? "" : value.citation,
      item: words.map {
        PolicySource.Group.Item(
          subject: subject.path,
          text: subject.title(in: language) + language.text("：", ": ") + $0)
      }, said: words ?? "")
  }

  private init(
    _ value: PolicyValue, citation: String, item: PolicySource.Group.Item?, said: String
  ) {
    self.value = value
    self.citation = citation
    self.item = item
    self.said = said
  }

  /// The same words as markup.
  var escapedWords: PolicyValueWords {
    PolicyValueWords(
      value, citation: escaped(citation),
      item: item.map { PolicySource.Group.Item(subject: $0.subject, text: escaped($0.text)) },
      said: escaped(said))
  }
}

/// What a value is about, and which of its sides the value states.
private struct PolicySubject {
  /// The name without its last part, where several values are about one thing.
  let path: String
  /// The last part of the name; empty where the name is one thing.
  let side: String
  let shown: String
  private let parts: [Substring]

  init(of value: PolicyValue) {
    parts = value.name.split(separator: ".")
    let mode = ["true": "on", "false": "off"]
    shown =
      value.name.hasPrefix("rules.") ? mode[value.shown] ?? value.shown : value.shown
    let section = parts.prefix(2).map(String.init)
    let own: Int =
      switch section.first {
      case "threshold": 1
      case "rules": 1
      case "income" where section.last == "imputation": 2
      case "income" where parts.count > 3: 3
      case "income" where section.last == "unknownComponents": 3
      case "expenditure" where parts.count > 3: 3
      default: parts.count
      }
    side = parts.count > own ? String(parts[parts.count - 1]) : ""
    // Rules that are switched alike are listed together.
    path =
      section.first == "rules"
      ? side == "mode" ? "rules.mode." + shown : value.name
      : parts.prefix(own).joined(separator: ".")
  }

  private var last: String { parts.last.map(String.init) ?? "" }

  // MARK: What it is about

  func title(in language: Language) -> String {
    switch parts.first {
    case "minimumWage": language.text("最低工资标准", "Minimum wage")
    case "dibaoStandard": language.text("最低生活保障标准", "Low-income guarantee standard")
    case "threshold": language.text("认定标准", "The line")
    case "rules": titleOfRules(language)
    case "income": titleOfIncome(language)
    default: titleOfOthers(language)
    }
  }

  private func titleOfRules(_ language: Language) -> String {
    guard side == "mode" else {
      return (rule.map { Reporting.title(of: $0, in: language) } ?? last)
        + language.text("（适用类别）", " (categories)")
    }
    switch shown {
    case "warn": return language.text("仅作提示的规则", "Rules that only warn")
    case "off": return language.text("已停用的规则", "Rules switched off")
    default: return language.text("起决定作用的规则", "Rules that decide")
    }
  }

  private func titleOfIncome(_ language: Language) -> String {
    switch parts.count > 1 ? parts[1] : "" {
    case "windowMonths": language.text("计算期", "Income window")
    case "aboutPercent": language.text("约数的浮动", "Spread of approximate figures")
    case "itemTypes": String(parts[2])
    case "imputation": language.text("推定工资", "Imputed wage")
    case "unknownComponents":
      language.text("不明时的上下限：", "Bounds where unknown: ")
        + (component(parts.count > 2 ? String(parts[2]) : "", language) ?? last)
    default: last
    }
  }

  private func titleOfOthers(_ language: Language) -> String {
    switch path {
    case "household.largest": language.text("最大家庭人口", "Largest household")
    case "household.statusesWithoutIncome":
      language.text("没有收入的就业状况", "Employment without income")
    case "household.members": language.text("家庭成员的认定", "Who counts as a member")
    case "expenditure.notReimbursable":
      language.text("不报销的支出类别", "Expenditure that nobody reimburses")
    case "expenditure.unknownAmountYuan":
      language.text("不明金额的上限", "Bound of an unknown amount")
    case "support.reliefIncomeTypes":
      language.text("可能与已受资助为同一笔的收入", "Income that may be a benefit listed as support")
    case "procedure.noticeMinimumDays": language.text("最短公示天数", "Shortest public notice")
    case "procedure.sealRequired": language.text("须签章", "A seal is asked for")
    case "procedure.verifiedBeforeNotice":
      language.text("先核实后公示", "Verified before the notice")
    case "procedure.approvedAfterNotice":
      language.text("公示期满后审定", "Certified after the notice")
    case "frequency.months": language.text("帮扶间隔", "Interval between two helps")
    case "survivors.majorityAge": language.text("成年年龄", "Age of majority")
    case "survivors.conductApplies":
      language.text("日常表现规则适用于遗属", "Conduct rules apply to survivors")
    case "causes": language.text("属于帮扶范围的致困原因", "Causes the programme is for")
    case "evidence": language.text("证明材料清单", "Documents asked for")
    default: titleOfDeduction(language)
    }
  }

  private func titleOfDeduction(_ language: Language) -> String {
    guard parts.count > 2 else { return path }
    switch parts[1] {
    case "deducted": return language.text("可扣除的支出：", "Deducted expenditure: ") + parts[2]
    case "reimbursing":
      return language.text("可能与报销为同一笔的资助：", "Support that may be a reimbursement: ")
        + parts[2]
    default: return path
    }
  }

  // MARK: What it says

  /// What the value says; nil where it says no more than a value that is not there.
  func words(in language: Language) -> String? {
    if parts.first == "rules", side == "mode" {
      return rule.map { Reporting.title(of: $0, in: language) } ?? last
    }
    return ofSide(language) ?? ofWhole(language)
  }

  private var rule: RuleCode? { parts.count > 1 ? RuleCode(rawValue: String(parts[1])) : nil }

  private func component(_ name: String, _ language: Language) -> String? {
    let component: IncomeComponent? =
      switch name {
      case "wage": .wage
      case "business": .business
      case "property": .property
      case "transfer": .transfer
      default: nil
      }
    return component.map { Reporting.title(of: $0, in: language) }
  }

  /// A figure with its unit, unless the file gives one.
  private func counted(_ chinese: String, _ english: String, _ language: Language) -> String {
    let isBare = shown.unicodeScalars.last.map { ("0"..."9").contains($0) } ?? false
    return isBare ? shown + language.text(chinese, english) : shown
  }

  private func yuan(_ language: Language) -> String { counted(" 元", " yuan", language) }

  private var isTrue: Bool { shown == "true" }

  /// One side of a thing that has several; nil where it has none of these.
  private func ofSide(_ language: Language) -> String? {
    switch side {
    case "factor": "× " + shown
    case "comparator": shown == "<=" ? "≤" : shown
    case "base", "rateDay", "oldestApplicationMonths": ofLine(language)
    case "component":
      component(shown, language).map {
        language.text("计入\($0)", "counted as \($0.lowercased())")
      }
        ?? language.text("不计为收入", "no income")
    case "subtracted":
      isTrue ? language.text("从中减去", "subtracted") : language.text("相加", "added")
    case "regular":
      isTrue
        ? language.text("空白月数按整个计算期", "blank months mean the whole window")
        : language.text("空白月数不明", "blank months are unknown")
    case "lowYuan": language.text("最低 ", "at least ") + yuan(language)
    case "highYuan": language.text("最高 ", "at most ") + yuan(language)
    default: ofDisregard(language) ?? ofDeduction(language) ?? ofImputation(language)
    }
  }

  private func ofLine(_ language: Language) -> String? {
    switch (side, shown) {
    case ("base", "dibaoStandard"):
      language.text("按最低生活保障标准", "of the low-income standard")
    case ("base", _): language.text("按最低工资标准", "of the minimum wage")
    case ("rateDay", "applicationDate"):
      language.text("按申报日的标准", "rate of the day of application")
    case ("rateDay", "endOfYear"): language.text("按年末的标准", "rate of the end of the year")
    case ("rateDay", _): language.text("按当年最高的标准", "highest rate of the year")
    default:
      language.text("申报日不早于基准日前 ", "applications up to ")
        + counted(" 个月", " months old", language)
    }
  }

  private func ofDisregard(_ language: Language) -> String? {
    switch side {
    case "whole":
      isTrue
        ? language.text("全部不计入", "not counted at all")
        : language.text("不全部免计", "not wholly disregarded")
    case "perMonthYuan":
      language.text("每月不计入的限额 ", "not counted each month up to ") + yuan(language)
    case "perWindowYuan":
      language.text("每人每个计算期不计入的限额 ", "not counted per person and window up to ")
        + yuan(language)
    case "firstMonths":
      language.text("只限前 ", "only in the first ") + counted(" 个月", " months", language)
    default: nil
    }
  }

  private func ofDeduction(_ language: Language) -> String? {
    switch side {
    case "capPerItemYuan": language.text("每笔至多 ", "per bill at most ") + yuan(language)
    case "capPerPersonYuan":
      language.text("每人至多 ", "per person at most ") + yuan(language)
    case "capYuan": language.text("每户至多 ", "per household at most ") + yuan(language)
    case "sharePercent":
      language.text("扣除 \(shown)%", "\(shown)% deducted")
    case "evidence":
      switch shown {
      case "required": language.text("须有证明材料", "evidence required")
      case "noted": language.text("无证明材料的注明", "noted where there is no evidence")
      default: language.text("不要求证明材料", "no evidence asked for")
      }
    default: nil
    }
  }

  private func ofImputation(_ language: Language) -> String? {
    switch side {
    case "employment": shown
    case "excusedHealth": language.text("因健康状况除外：", "excused by health: ") + shown
    case "ageFrom": language.text("\(shown) 岁起", "from age \(shown)")
    case "ageBelow": language.text("未满 \(shown) 岁", "below age \(shown)")
    case "percentOfMinimumWage":
      language.text("最低工资的 \(shown)%", "\(shown)% of the minimum wage")
    default: nil
    }
  }

  /// The names of a list of things that have one: the words that meet each would be too many.
  private var names: [Substring] {
    let named = shown.split(separator: "{name: ").map { $0.prefix { $0 != "," && $0 != "}" } }
    return named.isEmpty ? [shown[...]] : named
  }

  /// A value that is one thing by itself.
  private func ofWhole(_ language: Language) -> String {
    switch path {
    case "minimumWage.rates", "dibaoStandard.rates":
      counted(" 元/月", " yuan/month", language)
    case "income.windowMonths", "frequency.months":
      counted(" 个月", " months", language)
    case "income.aboutPercent": "±\(shown)%"
    case "household.largest": counted(" 人", " persons", language)
    case "expenditure.unknownAmountYuan": yuan(language)
    case "procedure.noticeMinimumDays": counted(" 天", " days", language)
    case "survivors.majorityAge": counted(" 周岁", " years", language)
    case "evidence": names.joined(separator: language.listSeparator)
    case _ where path.hasPrefix("expenditure.deducted."):
      language.text("按实际负担扣除", "deducted as borne")
    case _ where shown == "true": language.text("是", "yes")
    case _ where shown == "false": language.text("否", "no")
    default: shown
    }
  }
}
