/// A column as one unit lays it out.
struct Column: Sendable {
  let field: Field
  /// The header as printed, with decoration and bracketed unit.
  let header: String
  /// The upper header where the sheet has two header rows.
  let upper: String?
  /// Whether plain numbers of the column mean 万元.
  let inTenThousands: Bool
  /// Whether plain numbers of the column are monthly figures of an annual field.
  let isMonthly: Bool

  /// The column of running numbers that carries no data.
  static let serial = Column(
    field: Field("serial", .text, ["序号"]), header: "序号", upper: nil, inTenThousands: false,
    isMonthly: false)
}

/// How the amounts of a sheet are scaled, and where it says so.
enum AmountScale: Sendable {
  case unstated
  case line(String)
  case header(String)

  var isTenThousand: Bool {
    switch self {
    case .unstated: false
    case .line(let unit), .header(let unit): unit.contains("万")
    }
  }

  var isMonthly: Bool {
    switch self {
    case .unstated: false
    case .line(let unit), .header(let unit): unit.hasSuffix("月")
    }
  }
}

/// Where a household's incomes stand.
enum IncomeSource: Sendable {
  /// In the columns of the members sheet or block.
  case columns
  /// Only as items.
  case items
  /// In both, agreeing.
  case both
  /// As household totals in 申报表, without any list of members.
  case totals

  var hasItems: Bool { self == .items || self == .both }
  var hasColumns: Bool { self == .columns || self == .both }
}

enum DateStyle: Sendable {
  case chinese, dotted, dashed, iso, compact, slashed, numerals, numeralsWithLetter, typed
}

enum FlagStyle: String, CaseIterable, Sendable {
  case words = "是否"
  case having = "有无"
  case ticks = "√×"
  case boxes = "☑□"
  case digits = "10"
  case letters = "YN"
  case dashes = "是—"

  func text(_ flag: Bool) -> String { String(flag ? rawValue.prefix(1) : rawValue.suffix(1)) }
}

/// How a unit writes its cells.
struct CellStyle: Sendable {
  var date: DateStyle
  var flag: FlagStyle
  var groupsThousands: Bool
  var alwaysTwoDecimals: Bool
  /// Whether two-character names are written with a space inside.
  var spacesNames: Bool
  /// Whether numbers are typed cells, in the formats that have types.
  var typesNumbers: Bool

  static func drawn(for format: SampleFormat, with dice: inout Dice) -> CellStyle {
    var dates: [(element: DateStyle, weight: Int)] = [
      (.chinese, 24), (.dotted, 20), (.dashed, 14), (.iso, 14), (.compact, 8), (.slashed, 10),
      (.numerals, 4), (.numeralsWithLetter, 2),
    ]
    if format.hasTypedCells { dates.append((.typed, 40)) }
    return CellStyle(
      date: dice.pick(weighted: dates), flag: dice.pick(FlagStyle.allCases),
      groupsThousands: dice.chance(250), alwaysTwoDecimals: dice.chance(250),
      spacesNames: dice.chance(120), typesNumbers: format.hasTypedCells && dice.chance(700))
  }
}
