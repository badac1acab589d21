public import Casework

/// `notice/fund-media.html` and `notice/fund-party.html`: sums of the fund, about no person.
///
/// For the media what was raised, by source and unit; within the Party also what it was used for.
/// What could point to a person is “…”, and the notice says so.
public func fundNoticePage(
  _ notice: FundNotice, for channel: NoticeChannel, compiledOn day: CalendarDate,
  language: Language
) throws -> String {
  let isPublic = channel == .media
  let title = yearTitle(isPublic ? .fundraisingTitle : .fundUseTitle, notice.year, language)
  let tables = FundNoticeTables(notice: notice, channel: channel, language: language)
  let page = ReportPage(
    title: title, scope: Reporting.title(of: channel, in: language),
    lead: ReportWord.annualLead.text(in: language),
    warning: isPublic ? "" : ReportWord.inPartyOnly.text(in: language),
    sections: tables.sections, closingLines: tables.legend,
    foot: ReportWord.compiledOn.text(in: language) + " \(day)")
  return try page.html(in: language)
}

/// `notice/fund-media.csv` and `notice/fund-party.csv`: the same figures; `…` where one is left out.
public func fundNoticeCSV(_ notice: FundNotice, for channel: NoticeChannel) -> [UInt8] {
  var rows: [[String]] = []
  func add(_ part: String, _ item: String, _ amount: String, _ counts: [String] = ["", "", ""]) {
    rows.append([part, item] + counts + [amount])
  }
  for line in notice.income { add("income", line.source.rawValue, line.amount.description) }
  add("income", "total", notice.movement.income.description)
  for line in notice.units { add("unit", line.unit.name, line.amount.text(\.description)) }
  if channel != .media {
    for line in notice.spending {
      let counts = [\Beneficiaries.households, \.persons, \.instances].map { count in
        line.reached.text { String($0[keyPath: count]) }
      }
      add("payments", line.measure?.rawValue ?? "total", line.amount.text(\.description), counts)
    }
    add("balance", "opening", notice.movement.opening.description)
    add("balance", "closing", notice.movement.closing.description)
  }
  return csvText(
    header: ["part", "item", "households", "persons", "instances", "amount_yuan"], rows: rows)
}

extension DisclosedFigure {
  /// The figure in words, or the sign for one that is left out.
  func text(_ words: (Value) -> String) -> String {
    switch self {
    case .shown(let value): words(value)
    case .suppressed: "…"
    }
  }

  fileprivate func cell(_ cell: (Value) -> ReportCell) -> ReportCell {
    switch self {
    case .shown(let value): cell(value)
    case .suppressed: .suppressed
    }
  }
}

/// The tables of a notice about the fund.
private struct FundNoticeTables {
  let notice: FundNotice
  let channel: NoticeChannel
  let language: Language

  private func word(_ word: ReportWord) -> String { word.text(in: language) }

  private func section(_ title: ReportWord, _ table: ReportTable) -> ReportSection {
    ReportSection(title: word(title), tables: [table])
  }

  var sections: [ReportSection] {
    let raised = [section(.incomeBySource, income), section(.incomeByUnit, units)]
    guard channel != .media else { return raised }
    return [section(.accountSection, account)] + raised + [section(.spendingByMeasure, spending)]
  }

  /// The legend, where something is left out of what this notice shows.
  var legend: [String] {
    let tables = sections.flatMap(\.tables)
    let isSuppressed = tables.contains { table in
      table.rows.contains { $0.cells.contains(.suppressed) }
    }
    return isSuppressed ? [word(.suppressedNote)] : []
  }

  private var account: ReportTable {
    let movement = notice.movement
    let lines: [(ReportWord, Money)] = [
      (.opening, movement.opening), (.incomeTotal, movement.income),
      (.paymentsTotal, movement.payments), (.closing, movement.closing),
    ]
    return ReportTable(
      title: word(.accountSection), columns: [word(.entry), word(.amountYuan)],
      rows: lines.map { name, amount in
        ReportRow(cells: [.text(word(name)), .amount(amount)], isSum: name == .closing)
      })
  }

  private var income: ReportTable {
    let rows = notice.income.map { line in
      ReportRow(cells: [.text(title(of: line.source, in: language)), .amount(line.amount)])
    }
    let total = ReportRow(
      cells: [.text(word(.total)), .amount(notice.movement.income)], isSum: true)
    return ReportTable(
      title: word(.incomeBySource), columns: [word(.source), word(.amountYuan)],
      rows: rows + [total])
  }

  private var units: ReportTable {
    ReportTable(
      title: word(.incomeByUnit), columns: [word(.unit), word(.amountYuan)],
      rows: notice.units.map { line in
        ReportRow(cells: [
          .text(line.unit.name), line.amount.cell(ReportCell.amount),
        ])
      })
  }

  private var spending: ReportTable {
    let columns: [ReportWord] = [.measure, .households, .persons, .instances, .amountYuan]
    let rows = notice.spending.map { line in
      let counts = [\Beneficiaries.households, \.persons, \.instances].map { count in
        line.reached.cell { .count($0[keyPath: count]) }
      }
      let name = line.measure.map { title(of: $0, in: language) } ?? word(.total)
      return ReportRow(
        cells: [.text(name)] + counts + [line.amount.cell(ReportCell.amount)],
        isSum: line.measure == nil)
    }
    return ReportTable(
      title: word(.spendingByMeasure), columns: columns.map(word), rows: rows,
      note: word(.spendingNote))
  }
}
