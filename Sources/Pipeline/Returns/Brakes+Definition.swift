import Casework

extension Brakes {
  /// Reads the section `brakes` of a pipeline file: each limit with its values by the day they hold
  /// from, where they come from, and whether they are assumed.
  init(in top: YAMLMapping, on day: CalendarDate) throws(RunFailure) {
    guard top.has("brakes") else { return }
    let section = try top.mapping(
      "brakes", keys: ["unreadableRows", "problemRise", "outcomeShift"])
    unreadablePercent = try Self.limit("unreadableRows", in: section, on: day)
    problemRisePoints = try Self.limit("problemRise", in: section, on: day)
    outcomeShiftPercent = try Self.limit("outcomeShift", in: section, on: day)
  }

  /// The value in force on a day; a day before the first value is an error, never zero.
  private static func limit(
    _ key: String, in section: YAMLMapping, on day: CalendarDate
  ) throws(RunFailure) -> Int? {
    guard section.has(key) else { return nil }
    let limit = try section.mapping(
      key, keys: ["description", "unit", "source", "assumed", "values"])
    _ = try limit.string("source")
    _ = try limit.flag("assumed", default: false)
    let values = try limit.mapping("values", keys: nil)
    var inForce: (from: CalendarDate, percent: Int)?
    for name in values.keys {
      guard let from = CalendarDate(iso: name) else { throw values.wrong(name, expected: .date) }
      let percent = try values.percentage(name)
      if from <= day, inForce.map({ $0.from < from }) ?? true { inForce = (from, percent) }
    }
    guard let inForce else { throw limit.wrong("values", expected: .date) }
    return inForce.percent
  }
}
