/// What a figure of the worksheet stands for; the words are in the catalogue of `Reporting`.
public enum WorksheetItem: Hashable, Sendable {
  // the household
  /// (D + S − R) ÷ months ÷ n over every way to read the household.
  case household
  /// The same of one way to read it; counted from 1.
  case reading(Int)
  /// (D + S − R) ÷ months ÷ n.
  case perCapitaActual
  /// D ÷ months ÷ n.
  case perCapitaDisposable
  /// D + S − R.
  case actual
  /// D, S, R and n.
  case disposable, support, expenditure, size
  /// The months of the window.
  case windowMonths
  // income
  /// What the four components come to.
  case components
  /// One component of the household's income.
  case component(IncomeComponent)
  /// What the members' own rows say about a component.
  case ofMembers(IncomeComponent)
  /// One member, by the row that lists it; nil: an applicant whom no list holds.
  case member(SourceLocation?)
  /// The household's items where no members are listed.
  case wholeHousehold
  /// A component as the members' rows, or the applications form, state it in a column.
  case column(IncomeComponent)
  /// An item of the income form, by its type in the form's words; empty: not readable.
  case incomeItem(String)
  /// A receipt that is not income, by its type.
  case receipt(String)
  /// What the items of the income form come to, of one member and component.
  case items(IncomeComponent)
  /// The incomes of members who state them as a whole, without components.
  case ownTotals
  /// A member's own total as it stands in its column.
  case ownTotal
  /// What the household's own four components come to.
  case householdColumns
  /// The income that the household declared.
  case declaredIncome
  /// An amount as it stands in its cell.
  case stated
  /// How many months an item was received.
  case months
  /// How far a figure marked 约 can be off.
  case aboutPercent
  // support and expenditure
  /// A benefit or donation, by its kind.
  case supportItem(String)
  /// The entry that holds the same benefit already.
  case sameBenefit
  /// A type of rigid expenditure.
  case expenditureType(String)
  /// What was borne of a type, before its cap.
  case borneOfType(String)
  /// One bill, by its type.
  case bill(String)
  case billed, reimbursed
  /// What of a reimbursement is among the income already.
  case reimbursedIncome
  /// The most that is deducted of a type.
  case cap
  // size
  /// The listed persons who live together, and the size that the applications form states.
  case listedPersons, statedSize
  // steps of the policy
  /// What the entries of the window come to, before it is brought to a year.
  case inWindow
  /// How many windows a year has.
  case windowsPerYear
  /// How much of a bill is deducted.
  case sharePercent
  /// Up to how much of an income is not counted; what of that other items took already.
  case allowance, allowanceUsed
  /// For how many months an income is not counted.
  case freeMonths
  /// What of an income is not counted.
  case disregarded
  /// What of an income counts.
  case countedPart
  /// The wage that the policy takes a person to earn.
  case imputedWage
  // the line
  /// The line in fen a month; the same for the whole household and window; what is left below it.
  case line, limit, margin
  /// The distance to the line per head and month; negative above it.
  case distance
  // what changes a figure beside its parts
  /// A step of the policy that is not shown part by part.
  case adjustment
  /// A figure that the office verified.
  case verified
}

extension WorksheetItem {
  /// The words a unit wrote that are part of the item; empty for other items.
  public var writtenWords: String {
    switch self {
    case .incomeItem(let words), .receipt(let words), .supportItem(let words),
      .expenditureType(let words), .borneOfType(let words), .bill(let words):
      words
    default: ""
    }
  }
}
