public import Casework

/// The day an application counts from: the day of application, or the one that stands in for it.
///
/// - Parameters:
///   - application: The filing.
///   - asOf: The day of the round; stands in for a day that is not stated.
/// - Returns: The day whose line and rules count.
public func referenceDay(of application: Application, asOf: CalendarDate) -> CalendarDate {
  ReferenceDay(of: application, asOf: asOf).day
}

/// The day a worksheet counts from, and the days it may truly be.
struct ReferenceDay {
  /// The day of application; the last possible one where it is not stated.
  let day: CalendarDate
  /// The first day the application can be of.
  let earliest: CalendarDate
  /// Whether the day was not stated, so that the last possible one stands in.
  let isAssumed: Bool

  /// Reads the day of application; a stated month is enough for the window and the rate.
  ///
  /// A year alone, or nothing, leaves open every day of that year, or of the round's own, up to
  /// the day of the round. A day after the round is no day of application.
  init(of application: Application, asOf: CalendarDate) {
    let stated = application.record.date(.applicationDate).value
    guard let stated, stated.earliest <= asOf else {
      day = asOf
      earliest = CalendarDate(firstOfMonth: 1, year: asOf.year)
      isAssumed = true
      return
    }
    let isOneMonth =
      (stated.earliest.year, stated.earliest.month) == (stated.latest.year, stated.latest.month)
    day = isOneMonth ? stated.earliest : min(stated.latest, asOf)
    earliest = stated.earliest
    isAssumed = !isOneMonth
  }
}

/// The windows that the possible days of application allow.
struct PossibleWindows {
  /// The window of the day the worksheet counts from.
  let window: IncomeWindow
  private let earliest: IncomeWindow
  /// The day the worksheet counts from.
  let day: CalendarDate

  init(_ reference: ReferenceDay, months: Int) {
    day = reference.day
    window = IncomeWindow(months: months, before: reference.day)
    earliest = IncomeWindow(months: months, before: reference.earliest)
  }

  /// Whether a date lies in the window.
  enum Place: Equatable {
    case inside, outside
    /// It may or may not; the field that would settle it.
    case open(Field)
  }

  /// Where a stated date lies, whichever of the possible windows is the true one.
  func place(of date: StatedDate, in field: Field) -> Place {
    if window.admits(date) == true, earliest.admits(date) == true { return .inside }
    if date.latest < earliest.start || window.end < date.earliest { return .outside }
    return .open(window.admits(date) == nil ? field : .applicationDate)
  }
}
