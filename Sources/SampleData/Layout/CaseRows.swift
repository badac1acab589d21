/// The rows a filing takes in a form, as values by field.
struct CaseRows {
  let filing: Filing
  let unit: SampleUnit
  let layout: UnitLayout
  private let figures: TrueFigures

  init(_ filing: Filing, unit: SampleUnit, layout: UnitLayout) {
    self.filing = filing
    self.unit = unit
    self.layout = layout
    figures = TrueFigures(filing.content)
  }

  private var content: Case { filing.content }

  /// Number of rows in a form before any slip repeats one.
  func count(in form: Form) -> Int {
    switch form {
    case .applications: 1
    case .members: content.members.count
    case .income: filing.listsItems ? content.members.reduce(0) { $0 + $1.items.count } : 0
    case .expenditure: content.expenditures.count
    case .support: content.supports.count
    }
  }

  /// The values of a row, aligned with the columns.
  func values(_ form: Form, row: Int, in columns: [Column], _ dice: inout Dice) -> [CellValue] {
    switch form {
    case .applications: return applicationValues(columns, &dice)
    case .members: return memberValues(row, columns, &dice)
    case .income: return incomeValues(row, columns)
    case .expenditure:
      return columns.map { expenditureValue($0.field.key, content.expenditures[row]) }
    case .support: return columns.map { supportValue($0.field.key, content.supports[row]) }
    }
  }

  /// Whether zero components of a row are left blank.
  private func blanksZeros(_ dice: inout Dice) -> Bool { dice.chance(450) }

  private func applicationValues(_ columns: [Column], _ dice: inout Dice) -> [CellValue] {
    let blanksZeros = blanksZeros(&dice)
    let contact = contactName(&dice)
    return columns.map { column in
      let key = column.field.key
      if let component = component(of: key) {
        let members = content.members.filter(\.livesTogether)
        let annual = members.reduce(0) { $0 + $1.annual(component) }
        return annual == 0 && blanksZeros ? .blank : .annual(annual)
      }
      if key == "followUpContact" { return .text(contact) }
      return applicantValue(key) ?? statementValue(key) ?? procedureValue(key) ?? .blank
    }
  }

  private func contactName(_ dice: inout Dice) -> String {
    dice.pick(hanSurnames.prefix(40).map(\.surname)) + dice.pick(femaleGivenNames)
  }

  private func component(of key: String) -> Component? {
    guard let index = componentFields.firstIndex(where: { $0.key == key }) else { return nil }
    return Component(rawValue: index)
  }

  private func memberValues(
    _ row: Int, _ columns: [Column], _ dice: inout Dice
  ) -> [CellValue] {
    let member = content.members[row]
    let annual = Component.allCases.map { member.annual($0) }
    let earns = annual.contains { $0 != 0 }
    let mayBlank = earns || member.employment.blankCountsAsZero
    let blanksZeros = blanksZeros(&dice) && mayBlank
    return columns.map { column in
      let key = column.field.key
      if let component = component(of: key) {
        if member.incomesLeftBlank { return .blank }
        let figure = annual[component.rawValue]
        return figure == 0 && blanksZeros ? .blank : .annual(figure)
      }
      return memberValue(key, member) ?? keyValue(key)
    }
  }

  private func memberValue(_ key: String, _ member: Member) -> CellValue? {
    switch key {
    case "memberName": .name(member.person.name)
    case "memberId": .identity(member.person.identityNumber)
    case "relationship": .text(member.relationship)
    case "memberBirthDate": .looseDate(member.person.birthDate)
    case "livesTogether": .flag(member.livesTogether)
    case "employment": .text(member.employment.rawValue)
    case "health": .text(member.health)
    default: nil
    }
  }

  /// The member and item of an income row.
  func incomeItem(_ row: Int) -> (member: Member, item: IncomeItem)? {
    var rest = row
    for member in content.members {
      if rest < member.items.count { return (member, member.items[rest]) }
      rest -= member.items.count
    }
    return nil
  }

  private func incomeValues(_ row: Int, _ columns: [Column]) -> [CellValue] {
    guard let (member, item) = incomeItem(row) else { return columns.map { _ in .blank } }
    return columns.map { column in
      switch column.field.key {
      case "incomeType": .text(item.type.rawValue)
      case "amount": .amount(item.amount)
      case "period": .text(item.period.rawValue)
      case "months": item.months.map(CellValue.count) ?? .blank
      case "evidence": .text("收入证明")
      case let key: memberValue(key, member) ?? keyValue(key)
      }
    }
  }

  private func expenditureValue(_ key: String, _ spent: Expenditure) -> CellValue {
    switch key {
    case "memberName": spent.member.map { .name(content.members[$0].person.name) } ?? .blank
    case "expenditureType": .text(spent.type.rawValue)
    case "billedAmount": .amount(spent.billed)
    case "reimbursed": spent.reimbursed.map(CellValue.amount) ?? .blank
    case "paidOn": spent.paidOn.map(CellValue.looseDate) ?? .blank
    case "evidence": .text("发票、清单")
    default: keyValue(key)
    }
  }

  private func supportValue(_ key: String, _ received: Support) -> CellValue {
    switch key {
    case "supportKind": .text(received.kind)
    case "amount": .amount(received.amount)
    case "receivedOn": received.receivedOn.map(CellValue.looseDate) ?? .blank
    default: keyValue(key)
    }
  }

  private func keyValue(_ key: String) -> CellValue {
    switch key {
    case "applicationNumber": .text(content.number)
    case "applicantId": .text(content.applicant.identityNumber)
    case "applicantName": .text(content.applicant.name)
    default: .blank
    }
  }
}

extension CaseRows {
  private func applicantValue(_ key: String) -> CellValue? {
    let applicant = content.applicant
    switch key {
    case "applicationNumber": return .text(content.number)
    case "submittingUnit": return .text(unit.ordinal % 3 == 0 ? unit.name : unit.alias)
    case "applicantName": return layout.key == .name ? .text(applicant.name) : .name(applicant.name)
    case "applicantId": return .identity(applicant.identityNumber)
    case "sex": return .text(applicant.sex.rawValue)
    case "birthDate": return .date(applicant.birthDate)
    case "ethnicGroup": return .text(applicant.ethnicGroup)
    case "applicantCategory": return .text(content.category.rawValue)
    case "affiliated": return flag(content.affiliated)
    case "deceasedMemberName": return content.deceased.map { .text($0.person.name) }
    case "deceasedMemberId": return content.deceased.map { .identity($0.person.identityNumber) }
    case "deceasedAffiliated": return content.deceased.map { flag($0.affiliated) }
    case "relationshipToDeceased": return content.deceased.map { .text($0.relationship) }
    case "partyOrganisation": return .text(unit.alias + "党支部")
    case "phone": return .text(content.phone)
    case "address": return .text(content.address)
    default: return nil
    }
  }

  private func statementValue(_ key: String) -> CellValue? {
    if let index = exclusionKeys.firstIndex(of: key) { return flag(content.exclusions[index]) }
    switch key {
    case "householdSize": return .count(content.householdSize)
    case "declaredAnnualIncome": return figures.disposable?.exact.map(CellValue.amount)
    case "declaredPerCapitaIncome": return perCapita
    case "hardshipCause": return content.cause.map(CellValue.text)
    case "hardshipStatement":
      return .text("家庭因\(content.cause ?? "多种原因")造成困难,支出较大,入不敷出。")
    case "requestedMeasure": return .text(content.requestedMeasure)
    case "requestedAmount": return .amount(content.requestedAmount)
    case "universalBenefitsUsed": return flag(content.universalBenefitsUsed)
    case "otherAidExhausted": return flag(content.otherAidExhausted)
    case "savings": return .amount(content.savings)
    case "debt": return .amount(content.debt)
    default: return nil
    }
  }

  private func procedureValue(_ key: String) -> CellValue? {
    let steps = content.procedure
    switch key {
    case "verifiedOn": return steps.verifiedOn.map(CellValue.date)
    case "noticeFrom": return steps.noticeFrom.map(CellValue.date)
    case "noticeTo": return steps.noticeTo.map(CellValue.date)
    case "unitRecommendation": return .text("建议给予\(content.requestedMeasure)")
    case "unitApprovedOn": return steps.approvedOn.map(CellValue.date)
    case "sealed": return flag(steps.sealed)
    case "applicationDate": return .date(content.applicationDate)
    case "previouslyHelpedOn": return content.previouslyHelpedOn.map(CellValue.date)
    case "evidence": return .text("申请书、收入证明、户口本复印件")
    default: return nil
    }
  }

  private func flag(_ flag: Bool?) -> CellValue { flag.map(CellValue.flag) ?? .blank }

  /// Rounded to the fen; left blank beside the line, where its rounding might count as a conflict.
  private var perCapita: CellValue? {
    guard let disposable = figures.disposable?.exact, let numerator = figures.numerator,
      abs(numerator.low - figures.line) > figures.householdSize * 1200
    else { return nil }
    return .amount(roundedQuotient(disposable, figures.householdSize * 12))
  }
}

/// The quotient rounded half away from zero.
func roundedQuotient(_ dividend: Int, _ divisor: Int) -> Int {
  let magnitude = (abs(dividend) * 2 + divisor) / (divisor * 2)
  return dividend < 0 ? -magnitude : magnitude
}
