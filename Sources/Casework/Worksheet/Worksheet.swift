/// A household's income worksheet: every figure from its cells to the distance to the line.
///
/// One value tree from which the dossier and `explain` are written, and of which the readings that
/// the rules use and the roster shows are the compact facts. It is large, so a round does not hold
/// it: it is made, digested and let go, and made again from the filing where it is shown.
public struct Worksheet: Hashable, Sendable {
  /// Every way the household can be read, one where all is known.
  public let readings: [WorksheetReading]
  /// The months of the income window.
  public let months: Int
  /// The line the household is held against; nil where none is in force.
  public private(set) var line: Threshold?

  /// Makes a worksheet.
  ///
  /// - Precondition: There is at least one reading.
  public init(readings: [WorksheetReading], months: Int, line: Threshold? = nil) {
    precondition(!readings.isEmpty, "a household can be read in at least one way")
    self.readings = readings
    self.months = months
    self.line = line
  }

  /// The same worksheet held against a line.
  public func held(against line: Threshold?) -> Worksheet {
    Worksheet(readings: readings, months: months, line: line)
  }

  /// What the rules read: the figures of each reading.
  public var householdReadings: [HouseholdReading] { readings.map(\.household) }

  /// The whole tree.
  public var root: WorksheetNode {
    let nodes = readings.enumerated().map { place, reading in
      reading.node(number: place + 1, months: months, line: line)
    }
    return nodes.count == 1 ? nodes[0] : WorksheetNode(.household, .hull, of: nodes, in: .month)
  }
}

/// One way to read a household: the trees of D, S, R and n.
public struct WorksheetReading: Hashable, Sendable {
  /// D: disposable income of the window.
  public let disposable: WorksheetNode
  /// S: support received in the window that is not already in D.
  public let support: WorksheetNode
  /// R: rigid expenditure actually borne in the window.
  public let expenditure: WorksheetNode
  /// n: how many live together.
  public let size: WorksheetNode

  /// Makes a reading.
  public init(
    disposable: WorksheetNode, support: WorksheetNode, expenditure: WorksheetNode,
    size: WorksheetNode
  ) {
    self.disposable = disposable
    self.support = support
    self.expenditure = expenditure
    self.size = size
  }

  /// What the rules read.
  public var household: HouseholdReading {
    HouseholdReading(
      disposable: disposable.amount, support: support.amount, expenditure: expenditure.amount,
      size: size.quantity.count)
  }

  /// The tree from the cells to the distance to the line.
  func node(number: Int, months: Int, line: Threshold?) -> WorksheetNode {
    let window = WorksheetNode(
      .windowMonths, WorksheetQuantity(months...months, .months), .parameter
    ).by(.windowMonths)
    let actual = WorksheetNode(.actual, .remainder, of: [disposable, support, expenditure])
    let perCapita = WorksheetNode(
      .perCapitaActual, .perCapita, of: [actual, window, size], in: .month)
    let own = WorksheetNode(
      .perCapitaDisposable, .perCapita,
      of: [disposable.shownElsewhere, window, size.shownElsewhere], in: .month)
    let toLine = line.map { distance(to: $0, from: (actual, perCapita), window) }
    return WorksheetNode(
      .reading(number), .chosen,
      of: [perCapita, own.aside] + (toLine.map { [$0.aside] } ?? []), in: .month)
  }

  /// What is left below the line: per head and month as shown, and for the whole window in fen,
  /// which decides.
  private func distance(
    to line: Threshold, from own: (actual: WorksheetNode, perCapita: WorksheetNode),
    _ window: WorksheetNode
  ) -> WorksheetNode {
    let monthly = WorksheetNode(
      .line, WorksheetQuantity(MoneyInterval(exactly: line.monthly), .month), .parameter
    ).by(.threshold)
    let limit = WorksheetNode(.limit, .product, of: [monthly, window, size.shownElsewhere])
    let margin = WorksheetNode(.margin, .difference, of: [limit, own.actual.shownElsewhere])
    return WorksheetNode(
      .distance, .difference, of: [monthly, own.perCapita.shownElsewhere, margin.aside],
      in: .month)
  }
}

extension WorksheetNode {
  /// The figure without what it was made from, which stands elsewhere in the tree.
  public var shownElsewhere: WorksheetNode { WorksheetNode(item, quantity, .elsewhere) }
}

extension Worksheet {
  /// The worksheet with the figures that the office verified in place of the declared ones, which
  /// stay beside them.
  public func verified(annualIncome: Money?, expenditure: Money?) -> Worksheet {
    func verified(_ node: WorksheetNode, _ amount: Money?) -> WorksheetNode {
      guard let amount else { return node }
      let own = WorksheetNode(.verified, WorksheetQuantity(MoneyInterval(exactly: amount)))
      return WorksheetNode(node.item, .chosen, of: [own, node.aside])
    }
    let readings = readings.map { reading in
      WorksheetReading(
        disposable: verified(reading.disposable, annualIncome), support: reading.support,
        expenditure: verified(reading.expenditure, expenditure), size: reading.size)
    }
    return Worksheet(readings: readings, months: months, line: line)
  }
}
