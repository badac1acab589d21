import Casework

/// What a parameter of the policy is called; its own name where the catalogue has none.
func title(ofParameter name: String, in language: Language) -> String {
  switch name {
  case "threshold": language.text("认定标准", "The line")
  case "frequencyMonths": language.text("帮扶间隔", "Interval between two helps")
  case "noticeMinimumDays": language.text("最短公示天数", "Shortest public notice")
  default: name
  }
}

/// A parameter that a rule read, with its value, its first day and its source.
func parameterWords(_ reading: ParameterReading, in language: Language) -> String {
  let parts = [
    title(ofParameter: reading.name, in: language) + " "
      + parameterValue(reading.value, in: language),
    reading.effectiveFrom.map { inForce(since: $0, in: language) } ?? "", reading.source,
  ]
  return parts.filter { !$0.isEmpty }.joined(separator: " · ")
}

/// A parameter's value in signs and units of the reader's language.
func parameterValue(_ value: String, in language: Language) -> String {
  let shown = value.hasPrefix("<= ") ? "≤ " + value.dropFirst(3) : value
  guard language == .english else { return shown }
  for (unit, word) in [("元/月", "yuan/month"), ("个月", "months"), ("天", "days")]
  where shown.hasSuffix(unit) {
    return shown.dropLast(unit.count) + word
  }
  return shown
}

/// The words for the first day a value is in force.
func inForce(since day: CalendarDate, in language: Language) -> String {
  language.text("自 \(day) 起施行", "in force from \(day)")
}
