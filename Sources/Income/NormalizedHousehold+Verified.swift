public import Casework

extension NormalizedHousehold {
  /// The household with the figures that the office verified in place of the declared ones.
  ///
  /// The verified annual income is D, the verified expenditure R, of every reading; what is not
  /// verified stays as it was declared.
  ///
  /// - Parameters:
  ///   - annualIncome: The household's income of the window, in fen; nil: not verified.
  ///   - expenditure: The rigid expenditure borne in the window, in fen; nil: not verified.
  /// - Returns: The worksheet with the same lines and other sums.
  public func verified(annualIncome: Money?, expenditure: Money?) -> NormalizedHousehold {
    let readings = readings.map { reading in
      HouseholdReading(
        disposable: annualIncome.map(MoneyInterval.init(exactly:)) ?? reading.disposable,
        support: reading.support,
        expenditure: expenditure.map(MoneyInterval.init(exactly:)) ?? reading.expenditure,
        size: reading.size)
    }
    let settled: Set<Field> =
      (annualIncome == nil ? [] : Self.incomeFields).union(
        expenditure == nil ? [] : Self.expenditureFields)
    return NormalizedHousehold(
      application: application, referenceDate: referenceDate,
      referenceDateIsAssumed: referenceDateIsAssumed, window: window, members: members,
      householdLines: householdLines, supportLines: supportLines,
      expenditureLines: expenditureLines, readings: readings,
      unknowns: unknowns.filter { !settled.contains($0.field) }, findings: findings,
      worksheet: worksheet?.verified(annualIncome: annualIncome, expenditure: expenditure))
  }

  private static let incomeFields: Set<Field> = [
    .wageIncome, .netBusinessIncome, .netPropertyIncome, .netTransferIncome, .totalIncome,
    .declaredAnnualIncome, .incomeType, .period, .months,
  ]

  private static let expenditureFields: Set<Field> = [
    .expenditureType, .billedAmount, .reimbursed, .paidOn,
  ]
}

extension NormalizedHousehold {
  /// The household as it would be judged on a later day: the line and ages are that day's, the
  /// figures and their window stay.
  public func counted(from day: CalendarDate) -> NormalizedHousehold {
    NormalizedHousehold(
      application: application, referenceDate: day, referenceDateIsAssumed: false, window: window,
      members: members, householdLines: householdLines, supportLines: supportLines,
      expenditureLines: expenditureLines, readings: readings, unknowns: unknowns,
      findings: findings, worksheet: worksheet)
  }
}

/// A household whose one reading is known already, without the lines that led to it.
///
/// - Parameters:
///   - application: The filing.
///   - reading: What `normalizedHousehold` finds as its only reading under the same rules.
///   - rules: What the policy says about income.
///   - asOf: The day of the screening.
/// - Returns: The household; nil where no day of application is stated, since its window then moves
///   with the day of the screening.
public func knownHousehold(
  of application: Application, reading: HouseholdReading, under rules: IncomeRules,
  asOf: CalendarDate
) -> NormalizedHousehold? {
  let reference = ReferenceDay(of: application, asOf: asOf)
  guard !reference.isAssumed else { return nil }
  return NormalizedHousehold(
    application: application, referenceDate: reference.day, referenceDateIsAssumed: false,
    window: IncomeWindow(months: rules.windowMonths, before: reference.day), members: [],
    householdLines: [], supportLines: [], expenditureLines: [], readings: [reading], unknowns: [],
    findings: [])
}
