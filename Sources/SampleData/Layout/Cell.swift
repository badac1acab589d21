/// What a cell means, before a unit's style turns it into text.
enum CellValue: Sendable {
  case blank
  case text(String)
  case name(String)
  case identity(String)
  case count(Int)
  case flag(Bool)
  case amount(Int)
  /// An annual figure in fen, which a column may state per month.
  case annual(Int)
  case date(SampleDate)
  /// A date of which only month and year matter.
  case looseDate(SampleDate)
}

/// A cell as it stands in a file.
struct Cell: Equatable, Sendable {
  enum Kind: Equatable, Sendable {
    case text
    /// A number in plain decimal notation.
    case number(String)
    /// An ISO date.
    case date(String)
  }

  var text: String
  var kind = Kind.text

  static let blank = Cell(text: "")
}

/// Cells merged into one, as further columns and rows.
struct Span: Sendable {
  var across = 0
  var down = 0
}

/// A cell position counted from zero.
struct Position: Hashable, Sendable {
  let row: Int
  let column: Int

  /// The position as a spreadsheet names it.
  var a1: String {
    var letters = ""
    var rest = column + 1
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters + String(row + 1)
  }
}

/// A finished sheet.
struct Grid: Sendable {
  let name: String
  let width: Int
  var rows: [[Cell]] = []
  var spans: [Position: Span] = [:]
  /// Whether cells beside a vertical merge carry no index, as LibreOffice exports them.
  var omitsIndexUnderMerges = false

  init(name: String, width: Int) {
    self.name = name
    self.width = width
  }

  mutating func append(_ cells: [Cell]) { rows.append(cells) }

  /// Every position under a merge but its origin.
  var coveredPositions: Set<Position> {
    var covered: Set<Position> = []
    for (origin, span) in spans {
      for row in origin.row...(origin.row + span.down) {
        for column in origin.column...(origin.column + span.across) {
          covered.insert(Position(row: row, column: column))
        }
      }
      covered.remove(origin)
    }
    return covered
  }
}

extension Grid {
  /// The positions that a merged cell of a row above covers.
  var positionsUnderMerges: Set<Position> {
    var covered: Set<Position> = []
    for (origin, span) in spans where span.down > 0 {
      for row in (origin.row + 1)...(origin.row + span.down) {
        for column in origin.column...(origin.column + span.across) {
          covered.insert(Position(row: row, column: column))
        }
      }
    }
    return covered
  }
}

/// `value ÷ 10^scale` in plain decimal notation without superfluous zeros.
func decimalText(_ value: Int, scale: Int) -> String {
  let digits = String(value.magnitude)
  let padded = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
  let whole = padded.dropLast(scale)
  var fraction = padded.suffix(scale)
  while fraction.last == "0" { fraction.removeLast() }
  return (value < 0 ? "-" : "") + whole + (fraction.isEmpty ? "" : "." + fraction)
}

/// The amount in yuan with exactly two decimals.
func yuanText(_ fen: Int) -> String {
  let rest = Int(fen.magnitude % 100)
  return (fen < 0 ? "-" : "") + String(fen.magnitude / 100) + "." + twoDigits(rest)
}
