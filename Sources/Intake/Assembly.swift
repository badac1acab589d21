public import Casework

/// Puts the filings of one unit together from all its sheets, by household key.
///
/// A unit stage: needs every row of the unit, and nothing else.
///
/// - Parameters:
///   - records: The unit's rows of all forms, in order of place.
///   - unit: The unit.
///   - round: The round, such as `2015`.
///   - corrections: The rows after those of return sheets took their places; nil where the unit
///     has none.
/// - Returns: The filings in order of place, and what joined nobody.
/// - Complexity: O(rows) on average.
public func assembleApplications(
  from records: [FormRecord], of unit: SubmittingUnit, round: String,
  correcting corrections: Corrections? = nil
) -> (applications: [Application], findings: [Finding]) {
  let corrected = corrections?.corrected ?? [:]
  let records = corrections?.records ?? records
  let filings = superseding(
    records.filter { $0.form == .applications }, corrected: corrected)
  let items = records.filter { [.members, .income, .expenditure, .support].contains($0.form) }
  let keys = HouseholdKeys(filings, items: items)
  var joined = Array(repeating: [FormRecord](), count: filings.count)
  var findings: [Finding] = []
  for item in items {
    switch keys.match(item) {
    case .filing(let index):
      var item = item
      if keys.contradicts(item, index) {
        item.findings.append(Finding(.keyContradicts, at: item.keyCell, field: .applicantName))
      }
      joined[index].append(item)
    case .missing: findings += item.withoutHousehold(.keyMissing)
    case .nobody: findings += item.withoutHousehold(.keyUnmatched)
    case .several: findings += item.withoutHousehold(.keyAmbiguous)
    }
  }
  let applications = zip(filings, joined).map { filing, items in
    application(
      filing, items: corrected[filing.record.location] == nil ? filing.standing(items) : items,
      unit: unit, round: round)
  }
  return (
    applications, (findings + (corrections?.findings ?? [])).map { $0.concerning(unit) }
  )
}

extension Filing {
  /// The rows of other forms without those that a correction replaces: where the file with the
  /// newest version lists rows of a form, those in the files of older versions no longer count.
  ///
  /// A return sheet holds only some rows and names each one it replaces, so this is not for it.
  fileprivate func standing(_ items: [FormRecord]) -> [FormRecord] {
    let newest = record.location.file
    let older = Set(superseded.map(\.location.file)).subtracting([newest])
    guard !older.isEmpty else { return items }
    let replaced = Set(
      items.filter { $0.parent == nil && $0.location.file == newest }.map(\.form))
    return items.filter {
      $0.parent != nil || !replaced.contains($0.form) || !older.contains($0.location.file)
    }
  }
}

private func application(
  _ filing: Filing, items: [FormRecord], unit: SubmittingUnit, round: String
) -> Application {
  var findings: [Finding] = []
  func counted(_ form: FormKind) -> [FormRecord] {
    withoutRepeats(rows(of: form, in: filing, among: items), findings: &findings)
  }
  let income = counted(.income)
  let expenditure = counted(.expenditure)
  let support = counted(.support)
  var application = Application(
    round: round, unit: unit, record: filing.record,
    members: rows(of: .members, in: filing, among: items),
    incomeItems: income, expenditureItems: expenditure, supportItems: support,
    superseded: filing.superseded, findings: findings)
  application.findings += application.kinshipFindings
  return application
}

/// The members or items of a filing: those of sheets of their own, and those below its newest
/// version that has any, for a correction with members of its own replaces the ones it corrects.
private func rows(
  of form: FormKind, in filing: Filing, among items: [FormRecord]
) -> [FormRecord] {
  let rows = items.filter { $0.form == form }
  let parents = Set(rows.compactMap(\.parent))
  guard !parents.isEmpty else { return rows }
  let newest = ([filing.record] + filing.superseded.reversed()).map(\.location)
    .first(where: parents.contains)
  return rows.filter { $0.parent == nil || $0.parent == newest }
}

/// The same item row twice for one key counts once, with a problem (contract §2).
private func withoutRepeats(
  _ records: [FormRecord], findings: inout [Finding]
) -> [FormRecord] {
  var kept: [FormRecord] = []
  for record in records {
    if let first = kept.first(where: { $0.statesSameItem(as: record) }) {
      findings.append(Finding(.itemRepeated, at: record.location, ["\(first.location.row)"]))
      findings += record.findings
    } else {
      kept.append(record)
    }
  }
  return kept
}

extension FormRecord {
  /// The first filled cell of the row's household key; the row's first cell where all are blank.
  var keyCell: SourceLocation {
    let keys: [Field] = [.applicationNumber, .applicantId, .applicantName]
    let filled = keys.filter { !self[$0].isBlank }.map(cell(of:))
    return filled.min() ?? location
  }

  /// The finding of a row that joins no one, beside what was found in the row itself.
  fileprivate func withoutHousehold(_ code: FindingCode) -> [Finding] {
    findings + [Finding(code, at: keyCell, field: .applicationNumber)]
  }

  /// Whether two rows state the same item; the serial number and remarks do not tell items apart,
  /// and of cells that could not be read nobody knows whether they are the same.
  fileprivate func statesSameItem(as other: FormRecord) -> Bool {
    guard !stated.contains(where: { !Self.besideItem.contains($0.field) && $0.value == nil })
    else { return false }
    return statesSame(as: other, leavingOut: Self.besideItem)
  }

  private static let besideItem: Set<Field> = [
    .returnMark, .returnAction, .serialNumber, .remarks, .applicationNumber, .applicantId,
    .applicantName, .submittingUnit,
  ]
}

extension Finding {
  /// The finding with the unit it concerns.
  public func concerning(_ unit: SubmittingUnit) -> Finding {
    var finding = self
    finding.unitCode = unit.code
    return finding
  }
}
