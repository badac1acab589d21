import Casework

extension IncomeItem {
  private var typeName: String { record.text(.incomeType).value ?? "" }

  /// What the item adds to its component, from its cell.
  func node(_ rules: IncomeRules) -> WorksheetNode {
    let isReceipt = type != nil && component == nil
    let item: WorksheetItem = isReceipt ? .receipt(typeName) : .incomeItem(typeName)
    let positive = positiveNode(rules, as: item)
    let signed =
      type?.isSubtracted == true ? WorksheetNode(item, .negated, of: [positive]) : positive
    let cell = [record.cell(of: .amount)]
    let received = signed.at(cell).noting(line.notes.filter { $0 != .incomeDisregarded })
      .by(type == nil ? nil : .incomeType(typeName))
    guard !isReceipt else { return received.aside }
    let own = disregards.reduce(received) { counted($0, by: $1, rules) }
    return disregards.isEmpty
      ? own.adjusted(to: signedAmount)
      : own.at(cell).noting([.incomeDisregarded]).adjusted(to: signedAmount)
  }

  private func positiveNode(_ rules: IncomeRules, as item: WorksheetItem) -> WorksheetNode {
    let cell = record.cell(of: .amount)
    guard let annual, let stated = record.money(.amount).value else {
      return rules.unreadableItemNode(component ?? .wage, as: item).at([cell])
    }
    return rules.annualNode(annual, of: stated, as: item, at: cell)
  }

  /// What the item can come to where it is not certain that it counts, or which way.
  func doubtfulNode(_ rules: IncomeRules) -> WorksheetNode {
    let own = node(rules)
    return WorksheetNode(own.item, type == nil ? .eitherSign : .opened, of: [own])
      .at(own.sources).noting(owner == .stranger ? [.itemMemberUnknown] : [.incomeUnknown])
      .adjusted(to: doubtfulAmount)
  }
}
