public import Casework

extension NormalizedHousehold {
  /// The household as it would be read if no rigid expenditure were deducted: R is zero in every
  /// reading, all else as it is.
  public var withoutDeductions: NormalizedHousehold {
    NormalizedHousehold(
      application: application, referenceDate: referenceDate,
      referenceDateIsAssumed: referenceDateIsAssumed, window: window, members: [],
      householdLines: [], supportLines: [], expenditureLines: [],
      readings: readings.map {
        HouseholdReading(
          disposable: $0.disposable, support: $0.support, expenditure: .zero, size: $0.size)
      }, unknowns: unknowns, findings: [])
  }
}
