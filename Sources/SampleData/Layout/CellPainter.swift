/// Turns values into cells in one unit's style.
struct CellPainter {
  let style: CellStyle
  var dice: Dice

  init(style: CellStyle, dice: Dice) {
    self.style = style
    self.dice = dice
  }

  /// A painted cell, and its plain number in the column's own scale where it has one.
  struct Painted {
    var cell: Cell
    /// In fen, per month where the column is monthly; nil for a cell with a unit of its own.
    var plain: Int?
  }

  mutating func paint(_ value: CellValue, in column: Column) -> Painted {
    switch value {
    case .blank: Painted(cell: .blank, plain: 0)
    case .text(let text): Painted(cell: Cell(text: text))
    case .name(let name): Painted(cell: Cell(text: nameText(name)))
    case .identity(let number): Painted(cell: Cell(text: identityText(number)))
    case .count(let count): Painted(cell: number("\(count)", shown: "\(count)"))
    case .flag(let flag): Painted(cell: Cell(text: style.flag.text(flag)))
    case .date(let date): Painted(cell: dateCell(date, style.date))
    case .looseDate(let date): Painted(cell: looseDateCell(date))
    case .amount(let fen): amount(fen, in: column, isAnnual: false)
    case .annual(let fen): amount(fen, in: column, isAnnual: true)
    }
  }

  private func nameText(_ name: String) -> String {
    guard style.spacesNames, name.count == 2 else { return name }
    return name.prefix(1) + " " + name.suffix(1)
  }

  /// Seldom the 15-digit form of a person born in the last century, which is valid too.
  private mutating func identityText(_ number: String) -> String {
    guard dice.chance(4), number.dropFirst(6).hasPrefix("19") else { return number }
    return String(number.prefix(6) + number.dropFirst(8).dropLast())
  }

  private mutating func amount(_ fen: Int, in column: Column, isAnnual: Bool) -> Painted {
    if fen == 0 { return zero() }
    if column.isMonthly, fen % 12 != 0 {
      return Painted(cell: Cell(text: decimalText(fen, scale: 2) + "元/年"))
    }
    if dice.chance(25), !column.isMonthly {
      return Painted(cell: Cell(text: suffixed(fen, isAnnual: isAnnual)))
    }
    let figure = column.isMonthly ? fen / 12 : fen
    let canonical = decimalText(figure, scale: column.inTenThousands ? 6 : 2)
    var shown = canonical
    if !column.inTenThousands {
      if style.alwaysTwoDecimals { shown = yuanText(figure) }
      if style.groupsThousands { shown = grouped(shown) }
    }
    if dice.chance(8) { return Painted(cell: Cell(text: fullWidth(shown)), plain: figure) }
    return Painted(cell: number(canonical, shown: shown), plain: figure)
  }

  private mutating func zero() -> Painted {
    let text: String = dice.pick(weighted: [("0", 80), ("—", 8), ("/", 6), ("无", 6)])
    return Painted(cell: text == "0" ? number("0", shown: "0") : Cell(text: text), plain: 0)
  }

  private mutating func suffixed(_ fen: Int, isAnnual: Bool) -> String {
    switch dice.below(9) {
    case 0 where fen > 0: return capitalText(fen)
    case 1, 2: return decimalText(fen, scale: 6) + "万元"
    case 3 where isAnnual && fen % 12 == 0:
      return decimalText(fen / 12, scale: 2) + "元/月"
    case 5: return "￥" + decimalText(fen, scale: 2)
    default: return decimalText(fen, scale: 2) + "元"
    }
  }

  private func number(_ canonical: String, shown: String) -> Cell {
    Cell(text: shown, kind: style.typesNumbers ? .number(canonical) : .text)
  }

  private mutating func looseDateCell(_ date: SampleDate) -> Cell {
    let (year, month, day) = (date.year, date.month, date.day)
    switch dice.below(1000) {
    case 0..<60: return Cell(text: "\(year).\(twoDigits(month))")
    case 60..<70: return Cell(text: "\(twoDigits(year % 100))-\(month)-\(day)")
    // A serial day of the 1900 system, and an English locale's order where it cannot mislead.
    case 70..<80: return Cell(text: String(date - SampleDate(1899, 12, 30)))
    case 80..<86 where day > 12:
      return Cell(text: "\(twoDigits(month))/\(twoDigits(day))/\(year)")
    default: return dateCell(date, style.date)
    }
  }

  private func dateCell(_ date: SampleDate, _ style: DateStyle) -> Cell {
    let (year, month, day) = (date.year, date.month, date.day)
    switch style {
    case .chinese: return Cell(text: "\(year)年\(month)月\(day)日")
    case .dotted: return Cell(text: "\(year).\(month).\(day)")
    case .dashed: return Cell(text: "\(year)-\(month)-\(day)")
    case .iso: return Cell(text: date.isoText)
    case .compact: return Cell(text: "\(year)\(twoDigits(month))\(twoDigits(day))")
    case .slashed: return Cell(text: "\(year)/\(month)/\(day)")
    case .numerals, .numeralsWithLetter:
      return Cell(text: numeralDate(date, zero: style == .numerals ? "〇" : "O"))
    case .typed: return Cell(text: "\(year)/\(month)/\(day)", kind: .date(date.isoText))
    }
  }
}

/// A number with a comma after every third digit before the point.
func grouped(_ number: String) -> String {
  let isNegative = number.hasPrefix("-")
  let unsigned = isNegative ? number.dropFirst() : Substring(number)
  let parts = unsigned.split(separator: ".", maxSplits: 1)
  var result = ""
  for (position, digit) in parts[0].enumerated() {
    if position > 0, (parts[0].count - position) % 3 == 0 { result.append(",") }
    result.append(digit)
  }
  return (isNegative ? "-" : "") + result + (parts.count > 1 ? "." + parts[1] : "")
}

/// The text with ASCII digits and points in their full-width forms.
func fullWidth(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    let isWidened = ("0"..."9").contains(scalar) || scalar == "." || scalar == ","
    if isWidened, let wide = UnicodeScalar(scalar.value + 0xFEE0) {
      result.unicodeScalars.append(wide)
    } else {
      result.unicodeScalars.append(scalar)
    }
  }
  return result
}

/// A date in Chinese numerals, such as 二〇一五年三月二十一日.
func numeralDate(_ date: SampleDate, zero: String) -> String {
  let numerals = [zero, "一", "二", "三", "四", "五", "六", "七", "八", "九"]
  func small(_ number: Int) -> String {
    let tens = number / 10
    let head = tens == 0 ? "" : tens == 1 ? "十" : numerals[tens] + "十"
    return head + (number % 10 == 0 ? "" : numerals[number % 10])
  }
  let (year, month, day) = (date.year, date.month, date.day)
  let digits = String(year).utf8.map { numerals[Int($0 - 48)] }.joined()
  return "\(digits)年\(small(month))月\(small(day))日"
}
