/// What the number in a cell of a workbook stands for, as its number format tells.
enum NumberFormat: Equatable {
  /// A number.
  case number
  /// A day, perhaps with a time.
  case date
  /// A time of day, or a stretch of hours.
  case time

  /// The meaning of a format that the program knows by its number; 27 to 36 and 50 to 58 are those
  /// of East Asian editions, such as `yyyy"年"m"月"`.
  init(builtIn number: Int) {
    switch number {
    case 14...17, 22, 27...31, 36, 50...54, 57, 58: self = .date
    case 18...21, 32...35, 45...47, 55, 56: self = .time
    default: self = .number
    }
  }

  /// The meaning of a format code such as `yyyy"年"m"月"d"日"`: letters of dates and times outside of
  /// quotes, escapes and brackets.
  init(code: String) {
    var hasDay = false
    var hasTime = false
    var letters = Array(code.lowercased().utf8)
    if let end = Self.endOfSection(letters) { letters.removeSubrange(end...) }
    let text = String(decoding: letters, as: UTF8.self)
    guard !text.contains("general"), !text.contains("standard") else {
      self = .number
      return
    }
    var index = 0
    while index < letters.count {
      switch letters[index] {
      case UInt8(ascii: "\""):
        index = letters[(index + 1)...].firstIndex(of: UInt8(ascii: "\"")) ?? letters.count
      case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"): index += 1
      case UInt8(ascii: "["):
        let end = letters[index...].firstIndex(of: UInt8(ascii: "]")) ?? letters.count
        let inner = Set(letters[(index + 1)..<max(end, index + 1)])
        // [h], [mm] and [ss] count beyond a day; other brackets are colours and languages.
        if inner.count == 1, !inner.isDisjoint(with: "hms".utf8) { hasTime = true }
        index = end
      case UInt8(ascii: "y"), UInt8(ascii: "d"): hasDay = true
      case UInt8(ascii: "h"), UInt8(ascii: "s"): hasTime = true
      // Months, and minutes, which stand beside hours or seconds.
      case UInt8(ascii: "m"): hasDay = hasDay || !Self.isMinute(letters, at: index)
      default: break
      }
      index += 1
    }
    self = hasDay ? .date : hasTime ? .time : .number
  }

  /// Where the part for positive numbers ends, if others follow it.
  private static func endOfSection(_ letters: [UInt8]) -> Int? {
    var isQuoted = false
    for (index, letter) in letters.enumerated() {
      if letter == UInt8(ascii: "\"") { isQuoted.toggle() }
      if letter == UInt8(ascii: ";"), !isQuoted { return index }
    }
    return nil
  }

  /// Whether an `m` counts minutes: the nearest letter before it is an hour, or after it a second.
  private static func isMinute(_ letters: [UInt8], at place: Int) -> Bool {
    let units = Set("ymdhs".utf8)
    let before = letters[..<place].last { units.contains($0) && $0 != UInt8(ascii: "m") }
    let after = letters[place...].first { units.contains($0) && $0 != UInt8(ascii: "m") }
    return before == UInt8(ascii: "h") || after == UInt8(ascii: "s")
  }
}
