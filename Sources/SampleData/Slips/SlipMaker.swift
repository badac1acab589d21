/// Finds a slip that a filing's forms have room for, and adjusts the model where truth changes.
struct SlipMaker {
  let layout: UnitLayout
  private(set) var filing: Filing
  private var dice: Dice
  let figures: TrueFigures
  /// An amount, in fen, whose slip is worth finding.
  private static let noticeable = 50_000

  init(_ filing: Filing, layout: UnitLayout, dice: Dice) {
    self.filing = filing
    self.layout = layout
    self.dice = dice
    figures = TrueFigures(filing.content)
  }

  /// The filing with one slip, or as it was where no kind fits.
  mutating func slipped() -> Filing {
    var kinds = SlipKind.allCases
    dice.shuffle(&kinds)
    for kind in kinds {
      if let slip = make(kind) {
        filing.slip = slip
        return filing
      }
    }
    return filing
  }

  private mutating func make(_ kind: SlipKind) -> Slip? {
    switch kind {
    case .idCheckDigit, .idScientific, .idLibreOffice, .idTrailingZeros, .idSeventeenDigits,
      .idImpossibleBirth:
      identity(kind)
    case .impossibleDate: impossibleDate()
    case .letterInAmount: letterInAmount()
    case .totalDiffers: totalDiffers()
    case .householdSizeDiffers: householdSizeDiffers()
    case .itemsDifferFromColumn: itemsDifferFromColumn()
    case .wrongScale: visible(amountSlip(.wrongScale, .otherScale))
    case .wrongPeriod: visible(wrongPeriod())
    case .missingRequired: missingRequired()
    case .keyFitsNobody: keyFitsNobody()
    case .repeatedItem: repeatedItem()
    case .reimbursementAboveBill: reimbursementAboveBill()
    case .benefitTwice: benefitTwice()
    case .birthDateContradictsID: birthDateContradictsID()
    case .unreadableChoice: unreadableChoice()
    case .unreadableFlag: unreadableFlag()
    }
  }

  var content: Case { filing.content }

  func has(_ form: Form, _ key: String) -> Bool { layout.sheet(form)?.has(key) == true }

  /// Whether the applicant's age decides and only number and birth date tell it.
  private var isMinorSurvivor: Bool { content.deceased?.relationship == "未成年子女" }

  var membersSheet: SheetLayout? {
    layout.membersInBlock ? layout.sheet(.applications) : layout.sheet(.members)
  }

  private mutating func identity(_ kind: SlipKind) -> Slip? {
    let ofMember = has(.members, "memberId") && content.members.count > 1 && dice.chance(500)
    let row = ofMember ? dice.within(1...(content.members.count - 1)) : 0
    let number = content.members[row].person.identityNumber
    guard let damaged = damagedIdentityNumber(number, kind) else { return nil }
    if ofMember { return Slip(kind, .members, row: row, "memberId", .text(damaged)) }
    // A unit that keys its items by this number would lose the items with it.
    guard layout.key != .identity, !isMinorSurvivor else { return nil }
    filing.content.identityNumberUsable = false
    return Slip(kind, .applications, "applicantId", .text(damaged))
  }

  private mutating func impossibleDate() -> Slip? {
    let text = dice.pick(["2015年2月30日", "2015-13-05", "2015.6.31", "20150431"])
    switch dice.below(7) {
    case 4:
      return Slip(.impossibleDate, .applications, "applicationDate", .text(text), damages: true)
    case 5:
      guard has(.applications, "birthDate"), !isMinorSurvivor else { return nil }
      return Slip(.impossibleDate, .applications, "birthDate", .text("1971年2月30日"))
    case 6:
      let window = incomeWindow(before: content.applicationDate)
      let row = content.expenditures.firstIndex { $0.paidOn.map(window.contains) ?? false }
      return row.map {
        Slip(.impossibleDate, .expenditure, row: $0, "paidOn", .text(text), damages: true)
      }
    default: return impossibleStep(text)
    }
  }

  /// An impossible date in one of the unit's own steps, which leaves that step unknown.
  private mutating func impossibleStep(_ text: String) -> Slip {
    let steps: [(field: String, date: WritableKeyPath<UnitProcedure, SampleDate?>)] = [
      ("verifiedOn", \.verifiedOn), ("noticeFrom", \.noticeFrom), ("noticeTo", \.noticeTo),
      ("unitApprovedOn", \.approvedOn),
    ]
    let step = dice.pick(steps)
    filing.content.procedure[keyPath: step.date] = nil
    return Slip(.impossibleDate, .applications, step.field, .text(text))
  }

  private mutating func letterInAmount() -> Slip? {
    if dice.chance(300), has(.applications, "requestedAmount") {
      return Slip(.letterInAmount, .applications, "requestedAmount", .letterO)
    }
    return amountSlip(.letterInAmount, .letterO)
  }

  /// A slip in an amount that counts: an income column, an income item or a bill.
  private mutating func amountSlip(_ kind: SlipKind, _ edit: CellEdit) -> Slip? {
    if dice.chance(400), let slip = componentSlip(kind, edit) { return slip }
    return itemAmountSlip(kind, edit)
  }

  private mutating func itemAmountSlip(_ kind: SlipKind, _ edit: CellEdit) -> Slip? {
    switch dice.below(2) {
    case 0:
      let counted = content.expenditures.firstIndex { spent in
        spent.billed >= Self.noticeable && spent.type.isDeducted
          && (spent.member.map { content.members[$0].livesTogether } ?? true)
      }
      return counted.map {
        Slip(kind, .expenditure, row: $0, "billedAmount", edit, damages: true)
      }
    default:
      guard filing.listsItems, let item = content.members[0].items.first,
        item.amount >= Self.noticeable
      else { return nil }
      return Slip(kind, .income, row: 0, "amount", edit, damages: true)
    }
  }

  /// A slip in a filled income column of the applicant or, without a list, of the household.
  private func componentSlip(_ kind: SlipKind, _ edit: CellEdit) -> Slip? {
    guard layout.incomeSource != .items else { return nil }
    let isTotals = layout.incomeSource == .totals
    let members = isTotals ? content.members : Array(content.members.prefix(1))
    for (component, field) in zip(Component.allCases, componentFields) {
      let annual = members.reduce(0) { $0 + ($1.livesTogether ? $1.annual(component) : 0) }
      guard annual >= Self.noticeable, !content.members[0].incomesLeftBlank else { continue }
      return Slip(kind, isTotals ? .applications : .members, field.key, edit, damages: true)
    }
    return nil
  }

  private func wrongPeriod() -> Slip? { componentSlip(.wrongPeriod, .otherPeriod) }

  private mutating func totalDiffers() -> Slip? {
    guard has(.applications, "declaredAnnualIncome"), let sum = figures.disposable?.exact else {
      return nil
    }
    let stated = sum + dice.within(1...9) * 100_000
    return Slip(
      .totalDiffers, .applications, "declaredAnnualIncome", .value(.amount(stated)),
      damages: true)
  }

  private mutating func householdSizeDiffers() -> Slip? {
    guard layout.incomeSource != .totals, has(.applications, "householdSize") else { return nil }
    let stated = content.householdSize + (content.householdSize == 1 || dice.chance(500) ? 1 : -1)
    return Slip(
      .householdSizeDiffers, .applications, "householdSize", .value(.count(stated)),
      damages: true)
  }

  private mutating func itemsDifferFromColumn() -> Slip? {
    guard layout.incomeSource == .both, filing.listsItems else { return nil }
    let stated = content.members[0].annual(.wage)
    guard stated > 0 else { return nil }
    let wrong = stated + dice.within(1...20) * 120_000
    return Slip(
      .itemsDifferFromColumn, .members, "wageIncome", .value(.annual(wrong)), damages: true)
  }
}

extension SlipMaker {
  private mutating func missingRequired() -> Slip? {
    switch dice.below(7) {
    case 0:
      filing.content.cause = nil
      return Slip(.missingRequired, .applications, "hardshipCause", .blank)
    case 1:
      filing.content.universalBenefitsUsed = nil
      return Slip(.missingRequired, .applications, "universalBenefitsUsed", .blank)
    case 2:
      filing.content.otherAidExhausted = nil
      return Slip(.missingRequired, .applications, "otherAidExhausted", .blank)
    case 3:
      guard layout.key != .identity, !isMinorSurvivor else { return nil }
      filing.content.identityNumberUsable = false
      return Slip(.missingRequired, .applications, "applicantId", .blank)
    case 4:
      return Slip(.missingRequired, .applications, "applicantCategory", .blank, damages: true)
    case 5:
      guard membersSheet?.has("relationship") == true, content.members.count > 1 else {
        return nil
      }
      return Slip(.missingRequired, .members, row: 1, "relationship", .blank)
    default: return itemAmountSlip(.missingRequired, .blank)
    }
  }

  private mutating func keyFitsNobody() -> Slip? {
    guard let (form, row) = itemRow() else { return nil }
    let key: String
    switch layout.key {
    case .number: key = content.number + "9"
    case .name: key = "查无" + content.applicant.name
    case .identity:
      key = identityNumber(birthDate: SampleDate(1901, 1, 1) + dice.below(3650), sequence: 5)
    }
    return Slip(
      .keyFitsNobody, form, row: row, layout.key.field.key, .text(key), damages: true)
  }

  private mutating func repeatedItem() -> Slip? {
    guard let (form, row) = itemRow() else { return nil }
    return Slip(.repeatedItem, form, row: row, "", .keep)
  }

  private mutating func itemRow() -> (form: Form, row: Int)? {
    var forms: [Form] = []
    if filing.listsItems, !content.members[0].items.isEmpty { forms.append(.income) }
    if !content.expenditures.isEmpty { forms.append(.expenditure) }
    if !content.supports.isEmpty { forms.append(.support) }
    guard !forms.isEmpty else { return nil }
    return (dice.pick(forms), 0)
  }

  private var receivesMedicalAid: Bool { content.supports.contains { $0.kind == "医疗救助" } }

  private mutating func reimbursementAboveBill() -> Slip? {
    let row = content.expenditures.firstIndex {
      $0.type.isReimbursable && ($0.reimbursed ?? 0) > 0
    }
    guard let row, !receivesMedicalAid else { return nil }
    let stated = content.expenditures[row].billed + dice.within(1...50) * 10_000
    filing.content.expenditures[row].reimbursed = nil
    return Slip(
      .reimbursementAboveBill, .expenditure, row: row, "reimbursed", .value(.amount(stated)))
  }

  private mutating func benefitTwice() -> Slip? {
    let row = content.expenditures.firstIndex { spent in
      spent.type == .medical && (spent.reimbursed ?? 0) > 0
        && (spent.member.map { content.members[$0].livesTogether } ?? true)
    }
    guard let row, let amount = content.expenditures[row].reimbursed else { return nil }
    let window = incomeWindow(before: content.applicationDate)
    let paidOn = content.expenditures[row].paidOn
    guard paidOn.map(window.contains) ?? true else { return nil }
    filing.content.supports.append(Support(kind: "医疗救助", amount: amount, receivedOn: paidOn))
    return Slip(
      .benefitTwice, .support, row: content.supports.count - 1, "amount", .keep)
  }

  private mutating func birthDateContradictsID() -> Slip? {
    let days = dice.pick([1, -1, 10, -31, 365, -730])
    if has(.applications, "birthDate"), !isMinorSurvivor {
      let wrong = content.applicant.birthDate + days
      return Slip(
        .birthDateContradictsID, .applications, "birthDate", .value(.date(wrong)))
    }
    guard has(.members, "memberBirthDate"), has(.members, "memberId"), content.members.count > 1
    else { return nil }
    let wrong = content.members[1].person.birthDate + days
    return Slip(
      .birthDateContradictsID, .members, row: 1, "memberBirthDate", .value(.date(wrong)))
  }

  private mutating func unreadableChoice() -> Slip? {
    if dice.chance(400), has(.applications, "requestedMeasure") {
      return Slip(.unreadableChoice, .applications, "requestedMeasure", .text("详见报告"))
    }
    filing.content.cause = nil
    return Slip(.unreadableChoice, .applications, "hardshipCause", .text("见附件"))
  }

  private mutating func unreadableFlag() -> Slip? {
    let text = dice.pick(["待核", "?", "另附说明"])
    switch dice.below(4) {
    case 0:
      filing.content.procedure.sealed = nil
      return Slip(.unreadableFlag, .applications, "sealed", .text(text))
    case 1:
      filing.content.universalBenefitsUsed = nil
      return Slip(.unreadableFlag, .applications, "universalBenefitsUsed", .text(text))
    default:
      let index = dice.below(exclusionKeys.count)
      filing.content.exclusions[index] = nil
      return Slip(.unreadableFlag, .applications, exclusionKeys[index], .text(text))
    }
  }
}

/// The number as a spreadsheet program or a careless hand leaves it; nil where it stays valid.
func damagedIdentityNumber(_ number: String, _ kind: SlipKind) -> String? {
  let body = String(number.prefix(17))
  let check = identityCheckDigit(of: body)
  switch kind {
  case .idCheckDigit: return body + (check == "7" ? "3" : "7")
  case .idScientific: return "5.13299E+17"
  case .idLibreOffice:
    var mantissa = String(body.dropFirst().prefix(14))
    while mantissa.last == "0" { mantissa.removeLast() }
    return "5." + mantissa + "E+017"
  case .idTrailingZeros:
    let rounded = body.prefix(15) + "00"
    return identityCheckDigit(of: String(rounded)) == "0" ? nil : rounded + "0"
  case .idSeventeenDigits: return body
  case .idImpossibleBirth:
    let wrong = body.prefix(10) + "1332" + body.suffix(3)
    return wrong + String(identityCheckDigit(of: String(wrong)))
  default: return nil
  }
}
