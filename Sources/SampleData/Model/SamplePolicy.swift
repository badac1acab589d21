/// The round's parameters, as `truth/manifest.json` repeats them.

/// The minimum wage in fen per month in force on a day of the round.
func minimumWage(on day: SampleDate) -> Int {
  day < SampleDate(2015, 7, 1) ? 125_000 : 138_000
}

/// The twelve months that end with the month before the application date.
func incomeWindow(before applied: SampleDate) -> ClosedRange<SampleDate> {
  applied.firstOfMonth(back: 12)...(applied.firstOfMonth(back: 0) + -1)
}

/// Days of public notice the sample's policy asks for, both ends counted.
let noticeMinimumDays = 5
