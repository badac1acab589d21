import Casework

extension SupportReceived {
  /// The tree of S: what each benefit adds to what is counted elsewhere.
  var node: WorksheetNode {
    let sum = WorksheetNode(
      rules.windowsPerYear == 1 ? .support : .inWindow, .sum, of: readings.map { $0.node(rules) })
    return rules.perYear(sum, as: .support).adjusted(to: total)
  }
}

extension SupportReading {
  fileprivate func node(_ rules: IncomeRules) -> WorksheetNode {
    let cell = record.cell(of: .amount)
    let kind = WorksheetItem.supportItem(record.text(.supportKind).value ?? "")
    let written =
      record.money(.amount).value.map {
        rules.statedNode($0, as: steps.isEmpty ? kind : .stated, at: cell, in: .money)
      } ?? rules.unknownAmountNode(as: steps.isEmpty ? kind : .stated, at: cell)
    var node = written
    for step in steps {
      switch step {
      case .opened: node = WorksheetNode(kind, .opened, of: [node])
      case .outside: node = WorksheetNode(kind, .chosen, of: [node]).aside
      case .sameBenefit(let entry, let other, let isCertain):
        let same = WorksheetNode(
          .sameBenefit, WorksheetQuantity(entry, .money), .elsewhere, at: [other])
        node = WorksheetNode(kind, isCertain ? .beyond : .perhapsBeyond, of: [node, same])
      }
    }
    let noted = node.at([cell]).noting(notes)
    return noted.counts ? noted.adjusted(to: amount) : noted
  }
}
