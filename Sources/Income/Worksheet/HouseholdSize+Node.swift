import Casework

extension HouseholdSize {
  /// The tree of n: the listed persons who live together, held against the stated size.
  func node(
    for composition: Composition, of persons: HouseholdPersons, in record: FormRecord
  ) -> WorksheetNode {
    let cell = [record.cell(of: .householdSize)]
    let range = range(for: composition)
    guard hasList else {
      let quantity = WorksheetQuantity(range, .persons)
      return stated == nil
        ? WorksheetNode(.size, quantity, .bounded, at: cell).noting([.sizeUnknown])
          .by(.largestHousehold)
        : WorksheetNode(.size, quantity, at: cell)
    }
    let listed = WorksheetNode(
      .listedPersons, WorksheetQuantity(composition.sizes, .persons),
      at: composition.places.compactMap { persons.persons[$0].record?.cell(of: .memberName) })
    guard let stated else {
      return WorksheetNode(.size, .chosen, of: [listed], in: .persons)
    }
    let own = WorksheetNode(
      .statedSize, WorksheetQuantity(stated...stated, .persons), at: cell)
    return conflicts
      ? WorksheetNode(.size, .hull, of: [listed, own], in: .persons).noting([.sizeConflict])
      : WorksheetNode(.size, .chosen, of: [listed, own.aside], in: .persons)
  }
}
