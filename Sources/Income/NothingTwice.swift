import Casework

/// Tells which reimbursements stand among the income items too (contract §2, "Nothing twice").
///
/// Reimbursed cost is transfer income by the statistical definition (domain.md 2.1). Where a unit
/// enters it there and as a reimbursement, only one of the two may count against the family.
struct NothingTwice {
  /// The reimbursements that are income, by the place of their bill, with what the income holds.
  private(set) var reimbursedIncome: [Int: MoneyInterval] = [:]
  /// The income items that are no reimbursement and are, or may be, the household's.
  var otherIncome: [IncomeItem] { free.map { income[$0] } }

  private let income: [IncomeItem]
  private var free: [Int]

  init(
    bills: [ExpenditureItem], income: [IncomeItem], persons: HouseholdPersons, rules: IncomeRules
  ) {
    self.income = income
    free = income.indices.filter {
      persons.counts(income[$0].owner) != false && income[$0].type?.disregard?.isWhole != true
    }
    // The order follows from what the rows state, not from where they stand.
    let open = bills.indices.filter { bills[$0].counts && bills[$0].reimbursed.low > .zero }
      .sorted { bills[$0].rank < bills[$1].rank }
    free.sort { income[$0].rank(persons) < income[$1].rank(persons) }
    // An equal amount proves more than a document that several rows may name.
    for place in open {
      take(place, persons) { item in
        rules.isRelief(item.record) && item.received.exact != nil
          && item.received == bills[place].reimbursed
      }
    }
    for place in open where reimbursedIncome[place] == nil {
      take(place, persons) { item in
        rules.isIrregularTransfer(item)
          && !item.record.documents.isDisjoint(with: bills[place].record.documents)
      }
    }
  }

  private mutating func take(
    _ place: Int, _ persons: HouseholdPersons, where isSame: (IncomeItem) -> Bool
  ) {
    guard let match = free.firstIndex(where: { isSame(income[$0]) }) else { return }
    let item = income[free.remove(at: match)]
    let isCertain = persons.counts(item.owner) == true
    reimbursedIncome[place] = isCertain ? item.received : item.received.hull(with: .zero)
  }
}

/// By what rows are told apart when it matters which is looked at first.
struct Rank: Comparable {
  let isDoubtful: Bool
  let amount: MoneyInterval
  let words: String

  static func < (left: Rank, right: Rank) -> Bool {
    if left.isDoubtful != right.isDoubtful { return right.isDoubtful }
    if left.amount.low != right.amount.low { return left.amount.low < right.amount.low }
    if left.amount.high != right.amount.high { return left.amount.high < right.amount.high }
    return left.words < right.words
  }
}

extension ExpenditureItem {
  /// The row's rank among the bills.
  var rank: Rank { Rank(isDoubtful: mayNotCount, amount: reimbursed, words: "\(type) \(billed)") }
}

extension IncomeItem {
  fileprivate func rank(_ persons: HouseholdPersons) -> Rank {
    Rank(
      isDoubtful: persons.counts(owner) != true, amount: signedAmount,
      words: record.text(.incomeType).value ?? "")
  }
}

extension IncomeRules {
  /// Whether an income item can be the same benefit as an entry of the support form.
  func isRelief(_ record: FormRecord) -> Bool {
    record.text(.incomeType).value.map(reliefIncomeTypes.contains) ?? false
  }

  fileprivate func isIrregularTransfer(_ item: IncomeItem) -> Bool {
    guard let type = item.type else { return false }
    return type.component == .transfer && !type.isSubtracted && !type.isRegular
  }
}
