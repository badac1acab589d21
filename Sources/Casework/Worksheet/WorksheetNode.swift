/// One figure of a household's worksheet with everything it was made from.
///
/// A computed figure is made by its operation from the figures below it and never entered by hand,
/// so that a reader can follow each one down to its cells.
public struct WorksheetNode: Hashable, Sendable {
  /// What the figure stands for.
  public let item: WorksheetItem
  /// The figure.
  public let quantity: WorksheetQuantity
  /// How it follows from the figures below it, or where it comes from.
  public let operation: WorksheetOperation
  /// The figures below it.
  public let parts: [WorksheetNode]
  /// The cells it was read from.
  public private(set) var sources: [SourceLocation] = []
  /// Why it is as it is.
  public private(set) var notes: [FindingCode] = []
  /// The policy's value that made it.
  public private(set) var parameter: WorksheetParameter?
  /// Whether it enters the figure above it, or only stands beside.
  public private(set) var counts = true

  /// Makes a figure that is not computed.
  public init(
    _ item: WorksheetItem, _ quantity: WorksheetQuantity, _ operation: WorksheetOperation = .stated,
    at sources: [SourceLocation] = []
  ) {
    self.item = item
    self.quantity = quantity
    self.operation = operation
    parts = []
    self.sources = sources
  }

  /// Makes a figure from the figures below it.
  ///
  /// - Precondition: The operation is one that computes, and has the figures it needs.
  public init(
    _ item: WorksheetItem, _ operation: WorksheetOperation, of parts: [WorksheetNode],
    in unit: WorksheetUnit = .window
  ) {
    guard let quantity = Self.result(of: operation, on: parts, in: unit) else {
      preconditionFailure("\(operation) has the figures it needs")
    }
    self.item = item
    self.operation = operation
    self.parts = parts
    self.quantity = quantity
  }

  private static func result(
    of operation: WorksheetOperation, on parts: [WorksheetNode], in unit: WorksheetUnit
  ) -> WorksheetQuantity? {
    // Most figures of a worksheet are sums or the first of several.
    switch operation {
    case .sum:
      var amount = MoneyInterval.zero
      for part in parts where part.counts { amount = amount + part.amount }
      return WorksheetQuantity(amount, unit)
    case .chosen:
      return parts.first(where: \.counts).map { WorksheetQuantity($0.amount, unit) }
    default:
      return operation.result(of: parts.filter(\.counts).map(\.quantity), unit: unit)
    }
  }

  /// The amount of the figure.
  public var amount: MoneyInterval { quantity.amount }

  /// The same figure, shown beside what counts.
  public var aside: WorksheetNode {
    var node = self
    node.counts = false
    return node
  }

  /// The same figure with the cells it was read from.
  public func at(_ cells: [SourceLocation]) -> WorksheetNode {
    var node = self
    node.sources = cells
    return node
  }

  /// The same figure with more reasons.
  public func noting(_ codes: [FindingCode]) -> WorksheetNode {
    var node = self
    for code in codes where !node.notes.contains(code) { node.notes.append(code) }
    return node
  }

  /// The same figure with the policy's value that made it.
  public func by(_ parameter: WorksheetParameter?) -> WorksheetNode {
    var node = self
    node.parameter = parameter
    return node
  }

  /// The figure as the rules use it: itself, or, where the policy does something that is not shown
  /// part by part, their figure with this one beside it.
  public func adjusted(to amount: MoneyInterval) -> WorksheetNode {
    guard self.amount != amount else { return self }
    return WorksheetNode(item, WorksheetQuantity(amount, quantity.unit), beside: self)
  }

  private init(_ item: WorksheetItem, _ quantity: WorksheetQuantity, beside own: WorksheetNode) {
    self.item = item
    self.quantity = quantity
    operation = .policy
    parts = [own.aside]
    counts = own.counts
  }

  /// The figure and all below it, a figure before its parts.
  public var all: [WorksheetNode] { [self] + parts.flatMap(\.all) }

  /// Whether the figure is what its operation makes of its parts, or is not computed.
  public var isComputedRightly: Bool {
    let counted = parts.filter(\.counts).map(\.quantity)
    guard let computed = operation.result(of: counted, unit: quantity.unit) else {
      return parts.allSatisfy { !$0.counts }
    }
    return computed == quantity
  }
}

/// A value of the policy that a figure of the worksheet rests on.
public enum WorksheetParameter: Hashable, Sendable {
  /// The months of the income window.
  case windowMonths
  /// The bounds of an unknown component.
  case unknownComponent(IncomeComponent)
  /// The bound of an unknown bill or benefit.
  case unknownAmount
  /// How a type of income item counts.
  case incomeType(String)
  /// Employment statuses whose blank components count as zero.
  case statusesWithoutIncome
  /// How far a figure marked 约 can be off.
  case aboutPercent
  /// How a type of expenditure is deducted.
  case deduction(String)
  /// Types of expenditure for which a blank reimbursement is zero.
  case notReimbursable
  /// The largest household where the size is not known.
  case largestHousehold
  /// The line.
  case threshold
  /// What limits the deduction of a type of expenditure.
  case deductionPart(DeductionPart, String)
  /// What of a type of income is not counted.
  case disregard(DisregardPart, String)
  /// What a person is taken to earn who could work and states no wage.
  case imputation

  /// What can limit the deduction of one type of expenditure beside the household's cap.
  public enum DeductionPart: UInt8, Hashable, Sendable {
    case capPerPerson, capPerItem, share, evidence
  }

  /// How much of one type of income is not counted.
  public enum DisregardPart: UInt8, Hashable, Sendable {
    case whole, perMonth, perWindow, firstMonths
  }
}
