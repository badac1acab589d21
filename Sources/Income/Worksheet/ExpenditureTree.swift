import Casework

extension Expenditures {
  /// The tree of R: the bills of each type up to its cap, those that do not count beside them.
  func node(for composition: Composition) -> WorksheetNode {
    let counted = items.filter(\.counts)
    let types = Set(counted.map(\.type)).sorted().map { type in
      typeNode(type, counted.filter { $0.type == type }, for: composition)
    }
    let others = items.filter { !$0.counts }.map { itemNode($0).aside }
    let sum = WorksheetNode(
      rules.windowsPerYear == 1 ? .expenditure : .inWindow, .sum, of: types + others)
    return rules.perYear(sum, as: .expenditure).adjusted(to: total(of: composition))
  }

  private func typeNode(
    _ type: String, _ items: [ExpenditureItem], for composition: Composition
  ) -> WorksheetNode {
    let nodes =
      rules.deductions[type]?.capPerPerson.map { cap in
        owners(of: items).map { owner in
          personNode(owner, items.filter { $0.owner == owner }, upTo: cap, for: composition)
        }
      } ?? items.map { node(of: $0, for: composition) }
    let deducted = totals(of: composition).first { $0.type == type }?.borne ?? .zero
    guard let cap = rules.deductions[type]?.cap else {
      return WorksheetNode(.expenditureType(type), .sum, of: nodes).by(.deduction(type))
        .adjusted(to: deducted)
    }
    let borne = WorksheetNode(.borneOfType(type), .sum, of: nodes).adjusted(to: deducted)
    return WorksheetNode(
      .expenditureType(type), .capped, of: [borne, capNode(cap, by: .deduction(type))]
    ).noting(borne.amount.high > cap ? [.expenditureCapped] : [])
  }

  /// Whose the bills are, in the order of the bills.
  private func owners(of items: [ExpenditureItem]) -> [Owner] {
    var seen: Set<Owner> = []
    return items.map(\.owner).filter { seen.insert($0).inserted }
  }

  /// The bills of one person, up to the cap per person.
  private func personNode(
    _ owner: Owner, _ items: [ExpenditureItem], upTo cap: Money, for composition: Composition
  ) -> WorksheetNode {
    let type = items[0].type
    let item =
      owner.place.map { WorksheetItem.member(persons.persons[$0].record?.location) }
      ?? .borneOfType(type)
    let sum = WorksheetNode(item, .sum, of: items.map { node(of: $0, for: composition) })
    guard sum.amount.high > cap else { return sum }
    return WorksheetNode(
      item, .capped, of: [sum, capNode(cap, by: .deductionPart(.capPerPerson, type))])
  }

  private func capNode(_ cap: Money, by parameter: WorksheetParameter) -> WorksheetNode {
    WorksheetNode(.cap, WorksheetQuantity(MoneyInterval(exactly: cap)), .parameter).by(parameter)
  }

  /// A bill as far as its owner lives in the household.
  private func node(of item: ExpenditureItem, for composition: Composition) -> WorksheetNode {
    let own = itemNode(item)
    switch item.owner.place.map(composition.contains) ?? true {
    case true?: return own
    case false?: return own.aside
    case nil: return WorksheetNode(own.item, .opened, of: [own]).noting([.memberLivingUnknown])
    }
  }

  /// What is deducted of one bill.
  private func itemNode(_ item: ExpenditureItem) -> WorksheetNode {
    let borne = borneNode(item)
    guard item.counts, let deduction = item.deduction else { return borne }
    return deductedNode(borne, of: item, by: deduction)
  }

  /// What was borne of one bill.
  private func borneNode(_ item: ExpenditureItem) -> WorksheetNode {
    let kind = WorksheetItem.bill(item.type)
    var parts = [billed(item), reimbursed(item)]
    if item.inIncome != .zero {
      parts.append(
        WorksheetNode(
          .reimbursedIncome, WorksheetQuantity(item.inIncome, .money), .elsewhere))
    }
    let cell = [item.record.cell(of: .billedAmount)]
    let borne = WorksheetNode(kind, .borne, of: parts).at(cell).noting(item.notes)
    return item.mayNotCount
      ? WorksheetNode(kind, .opened, of: [borne]).at(cell).noting(item.notes)
        .adjusted(to: item.borne)
      : borne.adjusted(to: item.borne)
  }

  /// Up to the cap of a bill, the share that is deducted, and nothing at the least where evidence
  /// is wanting.
  private func deductedNode(
    _ borne: WorksheetNode, of item: ExpenditureItem, by deduction: IncomeRules.Deduction
  ) -> WorksheetNode {
    var node = borne
    let cell = borne.sources
    if let cap = deduction.capPerItem, node.amount.high > cap {
      node = WorksheetNode(
        borne.item, .capped,
        of: [node, capNode(cap, by: .deductionPart(.capPerItem, item.type))]
      ).at(cell)
    }
    if deduction.sharePercent != 100 {
      let percent = Int(deduction.sharePercent)
      let share = WorksheetNode(
        .sharePercent, WorksheetQuantity(percent...percent, .percent), .parameter
      ).by(.deductionPart(.share, item.type))
      node = WorksheetNode(borne.item, .share, of: [node, share]).at(cell)
    }
    if deduction.evidence == .required, !item.record.namesEvidence {
      node = WorksheetNode(borne.item, .opened, of: [node]).at(cell)
        .noting([.expenditureEvidenceMissing]).by(.deductionPart(.evidence, item.type))
    }
    return node.adjusted(to: item.deducted)
  }

  private func billed(_ item: ExpenditureItem) -> WorksheetNode {
    let cell = item.record.cell(of: .billedAmount)
    guard let stated = item.record.money(.billedAmount).value else {
      return rules.unknownAmountNode(as: .billed, at: cell)
    }
    return rules.statedNode(stated, as: .billed, at: cell, in: .money).adjusted(to: item.billed)
  }

  private func reimbursed(_ item: ExpenditureItem) -> WorksheetNode {
    let cell = item.record.cell(of: .reimbursed)
    if let stated = item.record.money(.reimbursed).value,
      rules.certain(stated) == item.reimbursed
    {
      return rules.statedNode(stated, as: .reimbursed, at: cell, in: .money)
    }
    let quantity = WorksheetQuantity(item.reimbursed, .money)
    guard item.record[.reimbursed].isBlank else {
      return WorksheetNode(.reimbursed, quantity, .bounded, at: [cell])
    }
    return item.reimbursed == .zero
      ? WorksheetNode(.reimbursed, quantity, .assumedZero, at: [cell]).by(.notReimbursable)
      : WorksheetNode(.reimbursed, quantity, .bounded, at: [cell])
        .noting([.expenditureReimbursementBlank])
  }
}
