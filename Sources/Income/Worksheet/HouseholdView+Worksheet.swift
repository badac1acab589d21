import Casework

extension HouseholdView {
  /// The trees of each of the household's compositions, in the order of its readings.
  func worksheetReadings(of size: HouseholdSize) -> [WorksheetReading] {
    let support = support.node
    let record = disposable.application.record
    return compositions.map { composition, income in
      let most = persons.hasList ? composition.sizes : largestSize.range(for: composition)
      let tree = IncomeTree(view: self, composition: composition, size: most.upperBound)
      return WorksheetReading(
        disposable: tree.disposable(as: income), support: support,
        expenditure: expenditures.node(for: composition),
        size: size.node(for: composition, of: persons, in: record))
    }
  }

  /// The size the household can have where no members are listed.
  private var largestSize: HouseholdSize {
    HouseholdSize(disposable.application, compositions: [], rules: disposable.rules)
  }
}
