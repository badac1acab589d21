import Casework

extension Expenditures {
  /// The tree of R: the bills of each type up to its cap, those that do not count beside them.
  func node(for composition: Composition) -> WorksheetNode {
    let counted = items.filter(\.counts)
    let types = Set(counted.map(\.type)).sorted().map { type in
      typeNode(type, counted.filter { $0.type == type }, for: composition)
    }
    let others = items.filter { !$0.counts }.map { itemNode($0).aside }
    return WorksheetNode(.expenditure, .sum, of: types + others)
      .adjusted(to: total(of: composition))
  }

  private func typeNode(
    _ type: String, _ items: [ExpenditureItem], for composition: Composition
  ) -> WorksheetNode {
    let nodes = items.map { item -> WorksheetNode in
      let own = itemNode(item)
      switch item.owner.place.map(composition.contains) ?? true {
      case true?: return own
      case false?: return own.aside
      case nil: return WorksheetNode(own.item, .opened, of: [own]).noting([.memberLivingUnknown])
      }
    }
    let deducted = totals(of: composition).first { $0.type == type }?.borne ?? .zero
    guard let cap = rules.deductions[type]?.cap else {
      return WorksheetNode(.expenditureType(type), .sum, of: nodes).by(.deduction(type))
        .adjusted(to: deducted)
    }
    let borne = WorksheetNode(.borneOfType(type), .sum, of: nodes).adjusted(to: deducted)
    let most = WorksheetNode(
      .cap, WorksheetQuantity(MoneyInterval(exactly: cap)), .parameter
    ).by(.deduction(type))
    return WorksheetNode(.expenditureType(type), .capped, of: [borne, most])
      .noting(borne.amount.high > cap ? [.expenditureCapped] : [])
  }

  /// What was borne of one bill.
  private func itemNode(_ item: ExpenditureItem) -> WorksheetNode {
    let kind = WorksheetItem.bill(item.type)
    var parts = [billed(item), reimbursed(item)]
    if item.inIncome != .zero {
      parts.append(
        WorksheetNode(
          .reimbursedIncome, WorksheetQuantity(item.inIncome, .money), .elsewhere))
    }
    let cell = [item.record.cell(of: .billedAmount)]
    let borne = WorksheetNode(kind, .borne, of: parts).at(cell).noting(item.notes)
    let own = item.counts ? item.deducted : item.borne
    guard item.mayNotCount else {
      let whole = borne.adjusted(to: item.borne)
      return own == item.borne ? whole : whole.adjusted(to: own).by(.deduction(item.type))
    }
    return WorksheetNode(kind, .opened, of: [borne]).at(cell).noting(item.notes)
      .adjusted(to: item.borne).adjusted(to: own)
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
