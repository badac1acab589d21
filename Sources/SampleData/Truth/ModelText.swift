/// A filing as one line of `truth/model.jsonl`: what the unit meant, before any slip.
struct ModelText {
  private let filing: Filing
  private let layout: UnitLayout
  private let unit: SampleUnit

  init(_ filing: Filing, _ layout: UnitLayout, _ unit: SampleUnit) {
    self.filing = filing
    self.layout = layout
    self.unit = unit
  }

  var line: String {
    let content = filing.content
    let steps = content.procedure
    let fields: [(name: String, json: String)] = [
      ("application_number", quoted(content.number)), ("unit_code", quoted(unit.code)),
      ("unit_affiliated", json(unit.affiliated)), ("affiliated", json(content.affiliated)),
      ("category", quoted(content.category.rawValue)), ("deceased", deceased),
      ("application_date", json(content.applicationDate)),
      ("applicant_name", quoted(content.applicant.name)),
      ("applicant_id", quoted(content.applicant.identityNumber)),
      ("applicant_id_usable", json(content.identityNumberUsable)),
      ("applicant_birth_date", json(content.applicant.birthDate)),
      ("lists_members", json(layout.incomeSource != .totals)), ("household", household),
      ("household_totals", householdTotals), ("expenditure", expenditure), ("support", support),
      ("cause", content.cause.map(quoted) ?? "null"),
      ("universal_benefits_used", json(content.universalBenefitsUsed)),
      ("other_aid_exhausted", json(content.otherAidExhausted)),
      ("exclusions", list(content.exclusions.map(json))),
      ("verified_on", json(steps.verifiedOn)), ("notice_from", json(steps.noticeFrom)),
      ("notice_to", json(steps.noticeTo)), ("approved_on", json(steps.approvedOn)),
      ("sealed", json(steps.sealed)), ("previously_helped_on", json(content.previouslyHelpedOn)),
    ]
    return object(fields) + "\n"
  }

  private var deceased: String {
    guard let deceased = filing.content.deceased else { return "null" }
    return object([
      ("name", quoted(deceased.person.name)), ("id", quoted(deceased.person.identityNumber)),
      ("relationship", quoted(deceased.relationship)), ("affiliated", json(deceased.affiliated)),
    ])
  }

  private var household: String {
    list(
      filing.content.members.map { member in
        object([
          ("name", quoted(member.person.name)), ("id", quoted(member.person.identityNumber)),
          ("relationship", quoted(member.relationship)),
          ("lives_together", json(member.livesTogether)),
          ("employment", quoted(member.employment.rawValue)), ("columns", columns(of: member)),
          ("items", items(of: member)),
        ])
      })
  }

  /// The four annual figures of the members sheet, null where it has none or they are blank.
  private func columns(of member: Member) -> String {
    guard layout.incomeSource.hasColumns, !member.incomesLeftBlank else { return "null" }
    return list(Component.allCases.map { String(member.annual($0)) })
  }

  private func items(of member: Member) -> String {
    guard filing.listsItems else { return "[]" }
    return list(
      member.items.map { item in
        object([
          ("type", quoted(item.type.rawValue)), ("amount", String(item.amount)),
          ("period", quoted(item.period.rawValue)),
          ("months", item.months.map(String.init) ?? "null"),
        ])
      })
  }

  private var householdTotals: String {
    guard layout.incomeSource == .totals else { return "null" }
    let members = filing.content.members.filter(\.livesTogether)
    let sums = Component.allCases.map { component in
      String(members.reduce(0) { $0 + $1.annual(component) })
    }
    return object([("size", "\(members.count)"), ("columns", list(sums))])
  }

  private var expenditure: String {
    list(
      filing.content.expenditures.map { spent in
        object([
          ("member", spent.member.map(String.init) ?? "null"),
          ("type", quoted(spent.type.rawValue)), ("billed", String(spent.billed)),
          ("reimbursed", spent.reimbursed.map(String.init) ?? "null"),
          ("paid_on", json(spent.paidOn)),
        ])
      })
  }

  private var support: String {
    list(
      filing.content.supports.map { received in
        object([
          ("kind", quoted(received.kind)), ("amount", String(received.amount)),
          ("received_on", json(received.receivedOn)),
        ])
      })
  }

  // The sample's texts hold no quotes, backslashes or control characters.
  private func quoted(_ text: String) -> String { "\"\(text)\"" }

  private func json(_ flag: Bool?) -> String { flag.map { $0 ? "true" : "false" } ?? "null" }

  private func json(_ date: SampleDate?) -> String { date.map { quoted($0.isoText) } ?? "null" }

  private func list(_ elements: [String]) -> String { "[" + elements.joined(separator: ",") + "]" }

  private func object(_ fields: [(name: String, json: String)]) -> String {
    "{" + fields.map { "\"\($0.name)\":\($0.json)" }.joined(separator: ",") + "}"
  }
}
