/// Everything one unit hands in, with its truth.
struct UnitSubmission {
  let unit: SampleUnit
  let layout: UnitLayout
  let filings: [Filing]
  let duplicates: [PlannedDuplicate]
  private let dice: Dice

  init(ordinal: Int, request: SampleRequest, plan: DuplicatePlan) {
    let unit = SampleUnit(ordinal: ordinal, seed: request.seed)
    let duplicates = plan.duplicates(in: ordinal)
    let cases = Self.cases(of: unit, duplicates, plan)
    var layoutDice = Dice(seed: request.seed, Purpose.layout, UInt64(ordinal))
    let layout = UnitLayout(
      format: layoutDice.pick(request.formats), limits: Self.limits(of: cases), dice: layoutDice)
    let reserved = plan.reservedSlots(of: ordinal, own: duplicates)
    var filings: [Filing] = []
    filings.reserveCapacity(cases.count)
    for (slot, content) in cases.enumerated() {
      let place = (UInt64(ordinal), UInt64(slot))
      var filing = Filing(
        content, layout: layout,
        dice: Dice(seed: request.seed, Purpose.filing, place.0, place.1))
      var dice = Dice(seed: request.seed, Purpose.slip, place.0, place.1)
      // One pair per person: neither a second case nor a slip hides whom an earlier round helped.
      if reserved.contains(slot) { filing.content.previouslyHelpedOn = nil }
      let isPaired = reserved.contains(slot) || filing.content.previouslyHelpedOn != nil
      if !isPaired, dice.chance(request.slipPerMille) {
        var maker = SlipMaker(filing, layout: layout, dice: dice)
        filings.append(maker.slipped())
      } else {
        filings.append(filing)
      }
    }
    self.unit = unit
    self.layout = layout
    self.filings = filings
    self.duplicates = duplicates
    dice = Dice(seed: request.seed, Purpose.rendering, UInt64(ordinal))
  }

  private static func cases(
    of unit: SampleUnit, _ duplicates: [PlannedDuplicate], _ plan: DuplicatePlan
  ) -> [Case] {
    let first = plan.slots.firstOrdinal(of: unit.ordinal)
    var cases = (0..<plan.slots.count(in: unit.ordinal)).map { slot in
      plan.factory.makeCase(
        ordinal: first + slot, number: unit.applicationNumber(slot: slot))
    }
    for planned in duplicates {
      let partner = plan.slots.firstOrdinal(of: planned.partnerUnit) + planned.partnerSlot
      cases[planned.slot] = plan.factory.makeDuplicate(
        planned, ordinal: first + planned.slot, partnerOrdinal: partner,
        number: unit.applicationNumber(slot: planned.slot))
    }
    return cases
  }

  private static func limits(of cases: [Case]) -> LayoutLimits {
    LayoutLimits(
      namesAreDistinct: Set(cases.map(\.applicant.name)).count == cases.count,
      identityNumbersAreDistinct: Set(cases.map(\.applicant.identityNumber)).count == cases.count)
  }

  /// The folder's name among the submissions.
  var folder: String { unit.alias }

  /// The unit's files and where applications and slips stand in them.
  func rendered() throws(SampleError) -> RenderedSubmission {
    var dice = dice
    var rendered = RenderedSubmission()
    var grids: [Grid] = []
    for sheet in layout.sheets {
      var builder = SheetBuilder(sheet, of: layout, unit: unit, dice: Dice(seed: dice.next()))
      builder.build(filings)
      let file = fileName(for: sheet.form)
      let sheetName = layout.format.isWorkbook ? builder.grid.name : ""
      if sheet.form == .applications {
        rendered.applicationFile = file
        rendered.applicationSheet = sheetName
        rendered.applicationRows = builder.applicationRows
      }
      for place in builder.slipCells {
        rendered.slips.append(
          PlacedSlip(
            kind: place.slip.kind, file: file, sheet: sheetName, cell: place.position.a1,
            field: place.slip.field,
            applicationNumber: filings[place.filing].content.number))
      }
      if layout.format.isWorkbook {
        grids.append(builder.grid)
      } else if layout.format != .recordXML || builder.grid.rows.count > 1 {
        rendered.files.append(
          RenderedFile(name: file, bytes: try fileBytes([builder.grid], as: layout.format)))
      }
    }
    if layout.format.isWorkbook {
      let bytes = try fileBytes(grids, as: layout.format)
      rendered.files.append(RenderedFile(name: fileName(for: .applications), bytes: bytes))
    }
    return rendered
  }

  private func fileName(for form: Form) -> String {
    let stem = layout.format.isWorkbook ? "申报材料" : form.rawValue
    return "\(folder)/\(layout.fileStem)\(stem).\(layout.format.fileExtension)"
  }
}

/// One file of a submission, its name relative to the submissions.
struct RenderedFile {
  let name: String
  let bytes: [UInt8]
}

/// The files of a unit and the places truth refers to.
struct RenderedSubmission {
  var files: [RenderedFile] = []
  var applicationFile = ""
  var applicationSheet = ""
  var applicationRows: [Int] = []
  var slips: [PlacedSlip] = []
}
