/// What the cases of a unit allow its layout.
struct LayoutLimits: Sendable {
  let namesAreDistinct: Bool
  let identityNumbersAreDistinct: Bool
}

/// How one unit hands in: format, forms, keys and styles.
struct UnitLayout: Sendable {
  let format: SampleFormat
  let incomeSource: IncomeSource
  let membersInBlock: Bool
  let mergesApplicantCells: Bool
  let omitsIndexUnderMerges: Bool
  let key: HouseholdKey
  let style: CellStyle
  let sheets: [SheetLayout]
  let fileStem: String

  init(format: SampleFormat, limits: LayoutLimits, dice source: Dice) {
    var dice = source
    let incomeSource: IncomeSource = dice.pick(weighted: [
      (.columns, 40), (.items, 18), (.both, 22), (.totals, 20),
    ])
    let membersInBlock =
      format != .recordXML && incomeSource.hasColumns && dice.chance(300)
    let key = Self.key(within: limits, with: &dice)
    self.format = format
    self.incomeSource = incomeSource
    self.membersInBlock = membersInBlock
    self.key = key
    mergesApplicantCells = membersInBlock && dice.chance(500)
    omitsIndexUnderMerges = format == .spreadsheetML && dice.chance(300)
    style = CellStyle.drawn(for: format, with: &dice)
    fileStem = dice.pick(["", "", "2015年", "帮扶"])
    var sheets: [SheetLayout] = []
    for form in Form.allCases {
      var fields = Self.fields(of: form, key, incomeSource, inBlock: membersInBlock)
      guard !fields.isEmpty else { continue }
      let own = Dice(seed: dice.next(), Purpose.layout)
      var artist = SheetArtist(form, isPlain: format == .recordXML, dice: own)
      let block = form == .applications && membersInBlock ? Self.blockFields : []
      if format == .recordXML || incomeSource == .totals { fields = fields.map(Self.keptWhole) }
      sheets.append(artist.layout(of: fields, keepingTogether: block))
    }
    self.sheets = sheets
  }

  func sheet(_ form: Form) -> SheetLayout? { sheets.first { $0.form == form } }

  private static func key(within limits: LayoutLimits, with dice: inout Dice) -> HouseholdKey {
    switch dice.below(100) {
    case 0..<20 where limits.identityNumbersAreDistinct: .identity
    case 20..<40 where limits.namesAreDistinct: .name
    default: .number
    }
  }

  /// The block inside 申报表 leaves out what 申报表 says of the applicant under the same header.
  private static let blockFields: [Field] = {
    let named = ["memberName", "relationship", "livesTogether", "employment", "health"]
    var fields = memberFields.filter { named.contains($0.key) } + componentFields
    for index in fields.indices { fields[index].group = "家庭成员" }
    fields[0] = Field("memberName", .name, ["成员姓名"], group: "家庭成员", required: true)
    return fields
  }()

  private static func fields(
    of form: Form, _ key: HouseholdKey, _ source: IncomeSource, inBlock: Bool
  ) -> [Field] {
    switch form {
    case .applications:
      return applicationFields + (source == .totals ? componentFields : [])
    case .members:
      guard source != .totals, !inBlock else { return [] }
      return [key.field] + memberFields + (source.hasColumns ? componentFields : [])
    case .income: return source.hasItems ? [key.field] + itemFields(of: form) : []
    case .expenditure where source == .totals:
      return [key.field] + itemFields(of: form).filter { $0.key != "memberName" }
    case .expenditure, .support: return [key.field] + itemFields(of: form)
    }
  }

  /// 家庭人口 stays where there is no list to count.
  private static func keptWhole(_ field: Field) -> Field {
    guard field.key == "householdSize" else { return field }
    return Field(field.key, field.kind, field.headers)
  }
}
