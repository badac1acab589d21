extension Donation {
  /// The day the donation counts on: the day it was received, or the last day of its year where
  /// none is stated, so that it is in the books of its year and in no balance before its end.
  public var bookedOn: CalendarDate {
    receivedOn ?? CalendarDate(firstOfMonth: 1, year: year + 1).adding(days: -1)
  }
}

extension CalendarDate {
  /// The first and the last day of a year.
  public static func days(ofYear year: Int) -> ClosedRange<CalendarDate> {
    let first = CalendarDate(firstOfMonth: 1, year: year)
    return first...CalendarDate(firstOfMonth: 1, year: year + 1).adding(days: -1)
  }
}
