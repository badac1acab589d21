/// A case as one unit files it: adapted to the unit's forms, with what it left open and its slip.
struct Filing: Sendable {
  var content: Case
  /// Whether the case's incomes are listed as items, in a unit that has the form.
  let listsItems: Bool
  var slip: Slip?

  init(_ content: Case, layout: UnitLayout, dice source: Dice) {
    var dice = source
    self.content = content
    listsItems = layout.incomeSource == .items || layout.incomeSource == .both && dice.chance(600)
    adapt(to: layout, with: &dice)
    leaveOpen(in: layout, with: &dice)
  }

  /// Drops what the unit's forms have no place for, so that truth speaks of what can be written.
  private mutating func adapt(to layout: UnitLayout, with dice: inout Dice) {
    let list = layout.membersInBlock ? layout.sheet(.applications) : layout.sheet(.members)
    if list?.has("livesTogether") != true { removeApartMembers() }
    if layout.sheet(.expenditure)?.has("memberName") != true {
      content.expenditures.removeAll { spent in
        spent.member.map { !content.members[$0].livesTogether } ?? false
      }
      for index in content.expenditures.indices { content.expenditures[index].member = nil }
    }
    let hasFlag = layout.sheet(.applications)?.has("affiliated") == true
    if !hasFlag || content.category == .survivor || dice.chance(80) { content.affiliated = nil }
  }

  private mutating func removeApartMembers() {
    var positions: [Int: Int] = [:]
    var kept: [Member] = []
    for (index, member) in content.members.enumerated() where member.livesTogether {
      positions[index] = kept.count
      kept.append(member)
    }
    content.expenditures.removeAll { $0.member.map { positions[$0] == nil } ?? false }
    for index in content.expenditures.indices {
      content.expenditures[index].member = content.expenditures[index].member.flatMap {
        positions[$0]
      }
    }
    content.members = kept
  }

  /// One thing in about five cases that is refused, left blank or out of order.
  private mutating func leaveOpen(in layout: UnitLayout, with dice: inout Dice) {
    switch dice.below(1000) {
    case 0..<30: content.exclusions[dice.below(6)] = true
    case 30..<50: content.exclusions[dice.below(6)] = nil
    case 50..<65: content.universalBenefitsUsed = false
    case 65..<80: content.otherAidExhausted = false
    case 80..<120: disturbProcedure(with: &dice)
    case 120..<140: content.previouslyHelpedOn = content.applicationDate + -dice.within(20...364)
    case 140..<175: content.previouslyHelpedOn = longAgo(with: &dice)
    case 175..<190: leaveReimbursementOpen()
    case 190..<205 where layout.incomeSource == .items: addOpenMonths(with: &dice)
    case 205..<220 where layout.incomeSource == .columns: leaveIncomesBlank()
    case 220..<228: content.deceased?.affiliated = nil
    case 228..<260: content.deceased?.relationship = "其他"
    default: break
    }
  }

  private func longAgo(with dice: inout Dice) -> SampleDate {
    let yearAgo = content.applicationDate.adding(years: -1)
    return dice.chance(300) ? yearAgo : yearAgo + -dice.within(1...700)
  }

  private mutating func disturbProcedure(with dice: inout Dice) {
    switch dice.below(7) {
    case 0: content.procedure.verifiedOn = nil
    case 1: content.procedure.noticeTo = content.procedure.noticeFrom.map { $0 + 3 }
    case 2: content.procedure.approvedOn = content.procedure.noticeTo.map { $0 + -1 }
    case 3: content.procedure.verifiedOn = content.procedure.noticeFrom.map { $0 + 1 }
    case 4: content.procedure.noticeTo = nil
    case 5: content.procedure.sealed = false
    default: content.procedure.sealed = nil
    }
  }

  private mutating func leaveReimbursementOpen() {
    let hasMedicalAid = content.supports.contains { $0.kind == "医疗救助" }
    guard !hasMedicalAid else { return }
    if let index = content.expenditures.firstIndex(where: \.type.isReimbursable) {
      content.expenditures[index].reimbursed = nil
    }
  }

  private mutating func addOpenMonths(with dice: inout Dice) {
    content.members[0].items.append(
      IncomeItem(.bonus, dice.within(10...60) * 1000, .month))
  }

  private mutating func leaveIncomesBlank() {
    let figures = TrueFigures(content)
    guard let numerator = figures.numerator else { return }
    let candidate = content.members.indices.dropFirst().first { index in
      let member = content.members[index]
      let own = Component.allCases.reduce(0) { $0 + member.annual($1) }
      return member.livesTogether && !member.employment.blankCountsAsZero
        && numerator.high - own <= figures.line / 10 * 8
    }
    if let candidate { content.members[candidate].incomesLeftBlank = true }
  }
}
