/// The place of a filing's slip in a sheet.
struct SlipCell: Sendable {
  let filing: Int
  let slip: Slip
  let position: Position

  init(_ filing: Int, _ slip: Slip, _ position: Position) {
    self.filing = filing
    self.slip = slip
    self.position = position
  }
}

/// Lays out one sheet of a unit and notes where applications and slips have come to stand.
struct SheetBuilder {
  private let sheet: SheetLayout
  private let layout: UnitLayout
  private let unit: SampleUnit
  private let isMembersBlock: Bool
  private var painter: CellPainter
  private var dice: Dice
  private var totals: [Int?]
  private var serial = 0
  private(set) var grid: Grid
  /// Rows of the applications, counted from 1, in the order of the filings.
  private(set) var applicationRows: [Int] = []
  private(set) var slipCells: [SlipCell] = []

  init(_ sheet: SheetLayout, of layout: UnitLayout, unit: SampleUnit, dice: Dice) {
    self.sheet = sheet
    self.layout = layout
    self.unit = unit
    var own = dice
    painter = CellPainter(style: layout.style, dice: Dice(seed: own.next()))
    self.dice = own
    isMembersBlock = sheet.form == .applications && layout.membersInBlock
    grid = Grid(name: sheet.form.rawValue, width: sheet.columns.count)
    grid.omitsIndexUnderMerges = layout.omitsIndexUnderMerges
    totals = sheet.columns.map { column in
      column.field.kind == .amount || column.field.kind == .annualAmount ? 0 : nil
    }
  }

  /// The whole sheet: lines above, headers, the rows of every filing, lines below.
  mutating func build(_ filings: [Filing]) {
    appendHead()
    for (index, filing) in filings.enumerated() {
      let rows = CaseRows(filing, unit: unit, layout: layout)
      if sheet.form == .applications { applicationRows.append(grid.rows.count + 1) }
      if isMembersBlock {
        appendBlock(rows, filing: index)
      } else {
        for row in 0..<rows.count(in: sheet.form) { appendRow(row, of: rows, filing: index) }
      }
    }
    appendFoot()
  }

  private mutating func appendRow(_ row: Int, of rows: CaseRows, filing: Int) {
    let values = rows.values(sheet.form, row: row, in: sheet.columns, &dice)
    let slip = rows.filing.slip.flatMap { slip in
      slip.form == sheet.form && slip.row == row ? slip : nil
    }
    guard let slip, slip.repeatsRow else {
      grid.append(painted(values, slip, filing: filing))
      return
    }
    grid.append(painted(values, nil, filing: filing))
    let first = grid.rows[grid.rows.count - 1]
    var copy = painted(values, nil, filing: filing)
    // Both rows read alike; only the running number may differ.
    for column in copy.indices where sheet.columns[column].field.key != "serial" {
      copy[column] = first[column]
    }
    slipCells.append(SlipCell(filing, slip, Position(row: grid.rows.count, column: 0)))
    grid.append(copy)
  }

  /// The applicant's row with the first member, then one row per further member.
  private mutating func appendBlock(_ rows: CaseRows, filing: Int) {
    let first = grid.rows.count
    let ofApplicant = rows.values(.applications, row: 0, in: sheet.columns, &dice)
    for member in 0..<rows.count(in: .members) {
      let ofMember = rows.values(.members, row: member, in: sheet.columns, &dice)
      let values = sheet.columns.indices.map { column in
        if isMemberColumn(column) { return ofMember[column] }
        return member == 0 ? ofApplicant[column] : .blank
      }
      let slip = rows.filing.slip.flatMap { slip in
        let isHere = slip.form == .members ? slip.row == member : member == 0
        return isHere && (slip.form == .members || slip.form == .applications) ? slip : nil
      }
      grid.append(painted(values, slip, filing: filing, isContinuation: member > 0))
    }
    let further = grid.rows.count - first - 1
    guard layout.mergesApplicantCells, further > 0 else { return }
    for column in sheet.columns.indices where !isMemberColumn(column) {
      grid.spans[Position(row: first, column: column)] = Span(down: further)
    }
  }

  private func isMemberColumn(_ column: Int) -> Bool {
    sheet.columns[column].field.group == "家庭成员"
  }

  private mutating func painted(
    _ values: [CellValue], _ slip: Slip?, filing: Int, isContinuation: Bool = false
  ) -> [Cell] {
    var cells: [Cell] = []
    cells.reserveCapacity(values.count)
    for (index, column) in sheet.columns.enumerated() {
      if column.field.key == "serial" {
        serial += isContinuation ? 0 : 1
        cells.append(Cell(text: isContinuation ? "" : "\(serial)"))
        continue
      }
      let painted = painter.paint(values[index], in: column)
      guard let slip, slip.field == column.field.key else {
        addToTotal(painted.plain, index)
        cells.append(painted.cell)
        continue
      }
      slipCells.append(SlipCell(filing, slip, Position(row: grid.rows.count, column: index)))
      if totals[index] != nil { totals[index] = nil }
      cells.append(painter.edited(painted.cell, values[index], slip.edit, in: column))
    }
    return cells
  }

  private mutating func addToTotal(_ plain: Int?, _ column: Int) {
    guard let sum = totals[column] else { return }
    totals[column] = plain.map { sum + $0 }
  }
}

extension SheetBuilder {
  private mutating func appendHead() {
    let width = sheet.columns.count
    if let title = sheet.title {
      grid.spans[Position(row: grid.rows.count, column: 0)] = Span(across: width - 1)
      grid.append([Cell(text: title)])
    }
    if sheet.unitLine == .above { appendUnitLine() }
    appendHeaders()
    guard let numberLine = sheet.numberLine else { return }
    grid.append((0..<width).map { Cell(text: $0 == 0 ? numberLine : "\($0)") })
  }

  private mutating func appendUnitLine() {
    let name = unit.ordinal % 2 == 0 ? unit.alias : unit.name
    let label = dice.chance(300) ? "填报单位(盖章):" : "填报单位:"
    var cells = [Cell(text: label + name)]
    if case .line(let unit) = sheet.scale {
      cells += Array(repeating: .blank, count: max(0, min(3, sheet.columns.count - 2)))
      cells.append(Cell(text: "单位:" + unit))
    }
    grid.append(cells)
  }

  private mutating func appendHeaders() {
    let top = grid.rows.count
    guard sheet.hasTwoHeaderRows else {
      grid.append(sheet.columns.map { Cell(text: $0.header) })
      return
    }
    var upper: [Cell] = []
    var lower: [Cell] = []
    for (index, column) in sheet.columns.enumerated() {
      guard let group = column.upper else {
        upper.append(Cell(text: column.header))
        lower.append(.blank)
        grid.spans[Position(row: top, column: index)] = Span(down: 1)
        continue
      }
      let continues = index > 0 && sheet.columns[index - 1].upper == group
      if !continues {
        let length = sheet.columns[index...].prefix { $0.upper == group }.count
        if length > 1 {
          grid.spans[Position(row: top, column: index)] = Span(across: length - 1)
        }
      }
      upper.append(continues ? .blank : Cell(text: group))
      lower.append(Cell(text: column.header))
    }
    grid.append(upper)
    grid.append(lower)
  }

  private mutating func appendFoot() {
    for _ in 0..<sheet.spareRows {
      serial += 1
      let hasSerial = sheet.columns[0].field.key == "serial"
      grid.append(hasSerial ? [Cell(text: "\(serial)")] : [])
    }
    appendTotals()
    if sheet.unitLine == .below { appendUnitLine() }
    for note in sheet.notes { grid.append([Cell(text: note)]) }
  }

  /// The sums as the unit would have typed them, for columns whose cells are all plain numbers.
  private mutating func appendTotals() {
    guard sheet.hasTotals, !isMembersBlock, totals[0] == nil,
      totals.contains(where: { $0 != nil })
    else { return }
    var cells: [Cell] = []
    for (index, column) in sheet.columns.enumerated() {
      guard let total = totals[index], column.field.key != "declaredPerCapitaIncome" else {
        cells.append(.blank)
        continue
      }
      cells.append(Cell(text: decimalText(total, scale: column.inTenThousands ? 6 : 2)))
    }
    cells[0] = Cell(text: "合计")
    grid.append(cells)
  }
}

extension CellPainter {
  /// The cell as the slip leaves it.
  mutating func edited(
    _ cell: Cell, _ value: CellValue, _ edit: CellEdit, in column: Column
  ) -> Cell {
    switch edit {
    case .keep: return cell
    case .blank: return .blank
    case .text(let text): return Cell(text: text)
    case .value(let other): return paint(other, in: column).cell
    case .letterO: return Cell(text: withLetterO(cell.text))
    case .otherScale: return Cell(text: otherScale(value, column))
    case .otherPeriod: return Cell(text: otherPeriod(value, column))
    }
  }

  private func withLetterO(_ text: String) -> String {
    guard let zero = text.lastIndex(where: { $0 == "0" || $0 == "０" }) else { return text + ".OO" }
    return String(text[..<zero]) + "O" + String(text[text.index(after: zero)...])
  }

  private func otherScale(_ value: CellValue, _ column: Column) -> String {
    guard let fen = value.fen else { return "" }
    let figure = column.isMonthly ? fen / 12 : fen
    return decimalText(figure, scale: column.inTenThousands ? 2 : 6)
  }

  private func otherPeriod(_ value: CellValue, _ column: Column) -> String {
    guard let fen = value.fen else { return "" }
    return decimalText(column.isMonthly ? fen : fen / 12, scale: column.inTenThousands ? 6 : 2)
  }
}

extension CellValue {
  var fen: Int? {
    switch self {
    case .amount(let fen), .annual(let fen): fen
    default: nil
    }
  }
}
