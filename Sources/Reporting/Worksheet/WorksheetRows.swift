import Casework

/// One figure of the worksheet as it is shown, the same in the dossier and in `explain`.
struct WorksheetRow {
  /// What the figure is.
  let title: String
  /// How it was made, in signs and figures.
  let formula: String
  /// The figure with its unit.
  let figure: String
  /// The cells it was read from.
  let sources: [SourceLocation]
  /// Why it is as it is, and the policy's value that made it.
  let remarks: [String]
  /// Whether it enters the figure above it.
  let counts: Bool
  /// What a figure is to the one above that it does not enter: shown only, or the same.
  let standing: String
  /// Whether sources disagree, or something is not known, here or below.
  let isOpen: Bool
  /// Whether it is one of the figures that everything else leads to.
  let isMain: Bool
  /// The figures it was made from that its formula does not show.
  let rows: [WorksheetRow]
}

/// Turns a worksheet's tree into the rows that are shown.
struct WorksheetRows {
  let figures: ShownFigures
  /// The filing, for the members' names.
  let application: Application
  /// The line whose first day and document stand beside it; nil: they stand elsewhere.
  let line: Threshold?

  private var language: Language { figures.language }

  /// The rows of the whole tree.
  func row(of worksheet: Worksheet) -> WorksheetRow {
    var shown: Set<WorksheetNode> = []
    let isOnly = worksheet.readings.count == 1
    return row(worksheet.root, shown: &shown, isOnlyReading: isOnly)
  }

  private func row(
    _ node: WorksheetNode, shown: inout Set<WorksheetNode>, isOnlyReading: Bool
  ) -> WorksheetRow {
    // The one reading of a household needs no row of its own above its figures.
    if isOnlyReading, case .reading = node.item, let first = node.parts.first {
      let rows = node.parts.dropFirst().map { row($0, shown: &shown, isOnlyReading: true) }
      let own = row(first, shown: &shown, isOnlyReading: true)
      return WorksheetRow(
        title: own.title, formula: own.formula, figure: own.figure, sources: own.sources,
        remarks: own.remarks, counts: true, standing: "", isOpen: own.isOpen, isMain: true,
        rows: own.rows + rows)
    }
    if let alone = onlyPart(of: node) {
      return joined(node, row(alone, shown: &shown, isOnlyReading: isOnlyReading))
    }
    if let blank = blank(node) { return blank }
    let isRepeated = !isOnlyReading && node.parts.count > 1 && !shown.insert(node).inserted
    let hidden = isRepeated ? [] : node.parts.filter(isInFormula(of: node))
    let own = isRepeated ? [] : node.parts.filter { !isInFormula(of: node)($0) }
    let rows = own.map { part in
      row(part, shown: &shown, isOnlyReading: isOnlyReading).beside(standing(of: part, in: node))
    }
    return WorksheetRow(
      title: title(of: node), formula: formula(of: node, isRepeated: isRepeated),
      figure: figures.quantity(node.quantity),
      sources: unique(node.sources + hidden.flatMap(\.sources)), remarks: remarks(node, hidden),
      counts: node.counts, standing: "", isOpen: isOpen(node) || rows.contains(where: \.isOpen),
      isMain: isMain(node.item), rows: rows)
  }

  private func formula(of node: WorksheetNode, isRepeated: Bool) -> String {
    isRepeated
      ? language.text("同前一种读法", "as in the reading before")
      : WorksheetFormula(node: node, figures: figures).text
  }

  /// The one part of a figure that is simply that part.
  private func onlyPart(of node: WorksheetNode) -> WorksheetNode? {
    guard node.parts.count == 1, node.operation == .sum || node.operation == .chosen,
      let part = node.parts.first, part.counts, part.amount == node.amount,
      !isMain(node.item)
    else { return nil }
    return part
  }

  /// A sum of nothing but blank cells in one row.
  private func blank(_ node: WorksheetNode) -> WorksheetRow? {
    guard node.operation == .sum, node.parts.count > 1, !isMain(node.item),
      let first = node.parts.first,
      node.parts.allSatisfy({ $0.operation == .assumedZero && $0.parts.isEmpty })
    else { return nil }
    return WorksheetRow(
      title: title(of: node), formula: WorksheetFormula(node: first, figures: figures).text,
      figure: figures.quantity(node.quantity), sources: unique(node.parts.flatMap(\.sources)),
      remarks: [], counts: node.counts, standing: "", isOpen: false, isMain: false, rows: [])
  }

  /// What a figure is to the one above that it does not enter.
  private func standing(of part: WorksheetNode, in node: WorksheetNode) -> String {
    guard !part.counts else { return "" }
    switch part.item {
    case .perCapitaDisposable, .distance, .margin: return ""
    default:
      return part.amount == node.amount
        ? language.text("一致", "the same") : PageWord.notCounted.text(in: language)
    }
  }

  /// A figure and its only part in one row.
  private func joined(_ node: WorksheetNode, _ part: WorksheetRow) -> WorksheetRow {
    WorksheetRow(
      title: title(of: node) == part.title
        ? part.title : "\(title(of: node)) · \(part.title)",
      formula: part.formula,
      figure: figures.quantity(node.quantity), sources: unique(part.sources + node.sources),
      remarks: remarks(node, []) + part.remarks, counts: node.counts, standing: "",
      isOpen: part.isOpen || isOpen(node), isMain: isMain(node.item),
      rows: part.rows)
  }

  /// Whether a part is a plain figure that the formula shows already.
  private func isInFormula(of node: WorksheetNode) -> (WorksheetNode) -> Bool {
    switch node.operation {
    case .times, .quarters, .borne, .widened, .perCapita, .difference, .product, .beyond,
      .perhapsBeyond, .capped, .without, .share, .monthsShare:
      {
        $0.parts.isEmpty && $0.counts && $0.operation != .bounded
          && ($0.item != .size || $0.operation == .elsewhere)
      }
    default: { _ in false }
    }
  }

  private func isOpen(_ node: WorksheetNode) -> Bool {
    switch node.operation {
    case .hull, .bounded, .opened, .eitherSign, .perhapsBeyond, .policy: true
    default: false
    }
  }

  private func isMain(_ item: WorksheetItem) -> Bool {
    switch item {
    case .household, .reading, .perCapitaActual, .actual, .disposable, .support, .expenditure,
      .distance:
      true
    default: false
    }
  }

  private func title(of node: WorksheetNode) -> String {
    guard case .member(let location) = node.item else { return node.item.title(in: language) }
    return memberTitle(location)
  }

  /// A member's name and relationship.
  private func memberTitle(_ location: SourceLocation?) -> String {
    let applicant = application.applicantName?.original ?? "—"
    guard let record = application.members.first(where: { $0.location == location }) else {
      return language.text("\(applicant)（申请人）", "\(applicant) (applicant)")
    }
    let name = record.name(.memberName).value?.original ?? "—"
    let relationship = record.choice(.relationship, as: Relationship.self).value
    guard let relationship else { return name }
    let word = Reporting.title(of: relationship, in: language)
    return language.text("\(name)（\(word)）", "\(name) (\(word))")
  }

  /// Whether the formula says already what a code does.
  private func isSaid(_ code: FindingCode, by node: WorksheetNode) -> Bool {
    switch code {
    case .incomeAssumedZero: node.operation == .assumedZero
    case .incomeUnknown: node.operation == .bounded
    case .incomeSourcesConflict, .incomeTotalConflict, .sizeConflict: node.operation == .hull
    default: false
    }
  }

  private func remarks(_ node: WorksheetNode, _ hidden: [WorksheetNode]) -> [String] {
    var remarks: [String] = []
    for code in node.notes + hidden.flatMap(\.notes) where !isSaid(code, by: node) {
      let message = words(for: Finding(code, at: nil), in: language).message
      if !remarks.contains(message) { remarks.append(message) }
    }
    let parameters = ([node] + hidden).compactMap(\.parameter)
    guard let line, parameters.contains(.threshold) else { return remarks }
    let origin = [inForce(since: line.effectiveFrom, in: language), line.source]
      .filter { !$0.isEmpty }.joined(separator: " · ")
    return remarks + [language.text("认定标准", "The line") + language.text("：", ": ") + origin]
  }
}

extension WorksheetRow {
  /// The same row with what it is to the figure above.
  fileprivate func beside(_ standing: String) -> WorksheetRow {
    WorksheetRow(
      title: title, formula: formula, figure: figure, sources: sources, remarks: remarks,
      counts: counts, standing: standing, isOpen: isOpen, isMain: isMain, rows: rows)
  }
}

/// Each cell once, in order.
private func unique(_ cells: [SourceLocation]) -> [SourceLocation] {
  var seen: Set<SourceLocation> = []
  return cells.filter { seen.insert($0).inserted }
}
