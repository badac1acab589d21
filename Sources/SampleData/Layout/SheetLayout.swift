/// One sheet of one unit: its columns and the lines around the table.
struct SheetLayout: Sendable {
  enum Line: Sendable { case above, below }

  let form: Form
  let columns: [Column]
  let scale: AmountScale
  let title: String?
  let unitLine: Line?
  let hasTwoHeaderRows: Bool
  let numberLine: String?
  let hasTotals: Bool
  let spareRows: Int
  let notes: [String]

  /// Position of a field among the columns.
  func position(of key: String) -> Int? { columns.firstIndex { $0.field.key == key } }

  func has(_ key: String) -> Bool { position(of: key) != nil }
}

/// What a sheet does to its headers beyond naming them.
private struct HeaderDecoration {
  /// Stands before the headers of required fields.
  let marker: String
  /// Whether two-character headers have a space inside.
  let spacesShort: Bool
  let showsGroups: Bool
}

/// Draws the layout of one sheet.
struct SheetArtist {
  let form: Form
  let isPlain: Bool
  private var dice: Dice

  /// An artist for a form; `isPlain` leaves out all but names and values, as record XML must.
  init(_ form: Form, isPlain: Bool, dice: Dice) {
    self.form = form
    self.isPlain = isPlain
    self.dice = dice
  }

  mutating func layout(of fields: [Field], keepingTogether block: [Field] = []) -> SheetLayout {
    let unitLine: SheetLayout.Line? = isPlain || dice.chance(300) ? nil : drawLine()
    let scale = drawScale(hasLineAbove: unitLine == .above)
    let hasGroups = (fields + block).contains { $0.group != nil }
    let isTwoRowed = !isPlain && hasGroups && dice.chance(450)
    let decoration = HeaderDecoration(
      marker: isPlain ? "" : dice.pick(["", "", "", "*", "﹡", "★"]),
      spacesShort: !isPlain && dice.chance(150), showsGroups: isTwoRowed)
    var columns = arranged(fields, block).map { field in
      column(field, scale, decoration)
    }
    if !isPlain, dice.chance(600) { columns.insert(.serial, at: 0) }
    return SheetLayout(
      form: form, columns: columns, scale: scale,
      title: isPlain || dice.chance(400) ? nil : "2015年度州直机关党内经济帮扶\(form.rawValue)",
      unitLine: unitLine, hasTwoHeaderRows: isTwoRowed,
      numberLine: isPlain ? nil : dice.pick([nil, nil, nil, "甲", "栏次"]),
      hasTotals: !isPlain && dice.chance(350),
      spareRows: isPlain || dice.chance(600) ? 0 : dice.within(1...4), notes: notes())
  }

  private mutating func drawLine() -> SheetLayout.Line { dice.chance(750) ? .above : .below }

  private mutating func drawScale(hasLineAbove: Bool) -> AmountScale {
    guard !isPlain else { return .unstated }
    let monthly = form == .members && dice.chance(300)
    switch dice.below(100) {
    case 0..<25 where hasLineAbove: return .line(monthly ? "元/月" : "元")
    case 25..<40 where hasLineAbove: return .line("万元")
    case 40..<55: return .header(monthly ? "元/月" : "万元")
    case 55..<62: return .header("元")
    default: return .unstated
    }
  }

  /// Fields in shuffled order, those of one group side by side, a block of members at the end.
  private mutating func arranged(_ fields: [Field], _ block: [Field]) -> [Field] {
    var bundles: [[Field]] = []
    for field in fields where dice.chance(field.presence) {
      if let group = field.group,
        let last = bundles.indices.last(where: { index in
          bundles[index].first?.group == group
        })
      {
        bundles[last].append(field)
      } else {
        bundles.append([field])
      }
    }
    if dice.chance(600) {
      let first = bundles.prefix(4)
      var rest = Array(bundles.dropFirst(4))
      dice.shuffle(&rest)
      bundles = first + rest
    } else {
      dice.shuffle(&bundles)
    }
    return bundles.flatMap { $0 } + block
  }

  private mutating func column(
    _ field: Field, _ scale: AmountScale, _ decoration: HeaderDecoration
  ) -> Column {
    let isAmount = field.kind == .amount || field.kind == .annualAmount
    var header = dice.chance(700) ? field.headers[0] : dice.pick(field.headers)
    if decoration.spacesShort, header.count == 2 {
      header = header.prefix(1) + " " + header.suffix(1)
    }
    if !isPlain, header.count > 4, dice.chance(60) {
      header = header.prefix(3) + "\n" + header.dropFirst(3)
    }
    if field.isRequired { header = decoration.marker + header }
    // A bracket of 元/月 belongs on annual figures only; 人均月收入 names its own period.
    if case .header(let unit) = scale, isAmount {
      header += field.kind == .amount && scale.isMonthly ? "(元)" : "(\(unit))"
    }
    return Column(
      field: field, header: header, upper: decoration.showsGroups ? field.group : nil,
      inTenThousands: isAmount && scale.isTenThousand,
      isMonthly: field.kind == .annualAmount && scale.isMonthly)
  }

  private mutating func notes() -> [String] {
    guard !isPlain else { return [] }
    var lines: [String] = []
    if dice.chance(300) { lines.append("注:1.金额按申报前12个月计算。2.标*的为必填项。") }
    if dice.chance(400) { lines.append("填表人:        审核人:        单位负责人:        日期:") }
    return lines
  }
}
