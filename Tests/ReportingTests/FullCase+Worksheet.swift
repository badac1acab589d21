import Casework

extension FullCase {
  /// The tree of the case's figures, with a conflict, an unknown, a cap and figures shown beside.
  static let worksheet = Worksheet(
    readings: [
      WorksheetReading(
        disposable: disposableTree, support: supportTree, expenditure: expenditureTree,
        size: sizeTree)
    ], months: 12)

  private static func stated(
    _ item: WorksheetItem, _ amount: MoneyInterval, _ unit: WorksheetUnit, row: Int, column: Int
  ) -> WorksheetNode {
    WorksheetNode(item, WorksheetQuantity(amount, unit), at: [cell(row, column, file: 1)])
  }

  private static func months(_ count: ClosedRange<Int>) -> WorksheetNode {
    WorksheetNode(.months, WorksheetQuantity(count, .months))
  }

  private static func member(_ record: FormRecord, _ parts: [WorksheetNode]) -> WorksheetNode {
    WorksheetNode(.member(record.location), .sum, of: parts)
  }

  private static let disposableTree: WorksheetNode = {
    let wage = WorksheetNode(
      .column(.wage), .times,
      of: [stated(.stated, yuan(3_860), .month, row: 2, column: 6), months(12...12)])
    let nothing = WorksheetNode(
      .member(daughterRow.location), WorksheetQuantity(.zero), .assumedZero,
      at: [cell(4, 6, file: 1)]
    ).noting([.incomeAssumedZero]).by(.statusesWithoutIncome)
    let benefit = WorksheetNode(
      .incomeItem("遗属补贴"), .times,
      of: [stated(.stated, yuan(800), .month, row: 3, column: 9), months(0...12)]
    ).noting([.incomeMonthsUnknown])
    let pension = WorksheetNode(
      .incomeItem("养老金"), .times,
      of: [stated(.stated, yuan(620), .month, row: 5, column: 9), months(12...12)])
    let declared = WorksheetNode(
      .declaredIncome, WorksheetQuantity(yuan(68_000), .year), at: [cell(4, 12)])
    let receipt = stated(.receipt("非收入所得"), yuan(30_000), .once, row: 9, column: 3)
    return WorksheetNode(
      .disposable, .sum,
      of: [
        WorksheetNode(.component(.wage), .sum, of: [member(applicantRow, [wage]), nothing]),
        WorksheetNode(
          .component(.transfer), .sum,
          of: [member(husbandRow, [benefit]), member(motherRow, [pension])]),
        declared.aside, receipt.noting([.incomeNotIncome]).aside,
      ])
  }()

  private static let supportTree = WorksheetNode(
    .support, .sum,
    of: [stated(.supportItem("工会"), yuan(3_000), .money, row: 11, column: 4)])

  private static let expenditureTree: WorksheetNode = {
    let bill = WorksheetNode(
      .bill("医疗"), .borne,
      of: [
        stated(.billed, yuan(61_840), .money, row: 12, column: 4),
        stated(.reimbursed, yuan(33_200), .money, row: 12, column: 5),
      ])
    let cap = WorksheetNode(.cap, WorksheetQuantity(yuan(50_000)), .parameter)
      .by(.deduction("医疗"))
    let other = stated(.bill("其他"), yuan(1_200), .money, row: 13, column: 4)
    return WorksheetNode(
      .expenditure, .sum,
      of: [
        WorksheetNode(
          .expenditureType("医疗"), .capped,
          of: [WorksheetNode(.borneOfType("医疗"), .sum, of: [bill]), cap]),
        other.noting([.expenditureNotDeducted]).aside,
      ])
  }()

  private static let sizeTree: WorksheetNode = {
    let listed = WorksheetNode(
      .listedPersons, WorksheetQuantity(4...4, .persons), at: (2...5).map { cell($0, 1, file: 1) })
    let own = WorksheetNode(.statedSize, WorksheetQuantity(4...4, .persons), at: [cell(4, 11)])
    return WorksheetNode(.size, .chosen, of: [listed, own.aside], in: .persons)
  }()
}
