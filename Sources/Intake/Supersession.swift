import Casework

/// A filing with the earlier ones it corrects, oldest first.
struct Filing {
  var record: FormRecord
  var superseded: [FormRecord]
}

/// Lets a filing that says 更正 or bears a later date replace the one it corrects (contract §4).
///
/// Both must bear the same application number or the same valid identity number, in one unit; a row
/// of a return sheet names the row it corrects itself, for the number may be what was wrong.
func superseding(
  _ records: [FormRecord], corrected: [SourceLocation: SourceLocation] = [:]
) -> [Filing] {
  let ordered = records.enumerated().sorted { left, right in
    (filingDay(left.element), left.offset) < (filingDay(right.element), right.offset)
  }.map(\.element)
  // Corrections come after what they correct, whatever day they bear.
  func corrects(_ record: FormRecord) -> Bool {
    record.flag(.correction).value == true || corrected[record.location] != nil
  }
  let originals = ordered.filter { !corrects($0) }
  let corrections = ordered.filter(corrects)
  var filings: [Filing] = []
  var known = FilingPlaces()
  for record in originals + corrections {
    let named = corrected[record.location].flatMap(known.place(ofRow:))
      .flatMap { record.isOfAnother(than: filings[$0].record) ? nil : $0 }
    let index =
      named ?? known.places(sharingKeyOf: record).last { record.supersedes(filings[$0].record) }
    known.note(record, at: index ?? filings.count)
    if let index {
      let earlier = filings[index]
      var record = record
      record.findings.append(supersessionNote(record, over: earlier.record))
      filings[index] = Filing(record: record, superseded: earlier.superseded + [earlier.record])
    } else {
      filings.append(Filing(record: record, superseded: []))
    }
  }
  filings.sort { $0.record.location < $1.record.location }
  reportRepeatedNumbers(&filings)
  return filings
}

/// Where the filings of a unit stand by the keys they bore, so that each new one is compared with
/// those of its own key and not with all.
private struct FilingPlaces {
  private var byNumber: [String: Set<Int>] = [:]
  private var byIdentity: [ResidentIdentityNumber: Set<Int>] = [:]
  private var byRow: [SourceLocation: Int] = [:]

  /// The filing that a row began or corrected.
  func place(ofRow location: SourceLocation) -> Int? { byRow[location] }

  mutating func note(_ record: FormRecord, at place: Int) {
    byRow[record.location] = place
    if let number = record.numberKey { byNumber[number, default: []].insert(place) }
    if let identity = record.applicantNumber {
      byIdentity[identity, default: []].insert(place)
    }
  }

  /// The places of filings that bear or bore the number or the identity of a record, in order.
  func places(sharingKeyOf record: FormRecord) -> [Int] {
    let same = record.numberKey.flatMap { byNumber[$0] } ?? []
    return same.union(record.applicantNumber.flatMap { byIdentity[$0] } ?? []).sorted()
  }
}

/// Says of a number that several filings bear, none of which supersedes another, where it stands.
private func reportRepeatedNumbers(_ filings: inout [Filing]) {
  var first: [String: Int] = [:]
  for index in filings.indices {
    let record = filings[index].record
    guard let number = record.text(.applicationNumber).value else { continue }
    if let row = first[TextFolding.word(number)] {
      filings[index].record.findings.append(
        Finding(
          .filingRepeated, at: record.cell(of: .applicationNumber), field: .applicationNumber,
          value: number, ["\(row)"]))
    } else {
      first[TextFolding.word(number)] = Int(record.location.row)
    }
  }
}

private func filingDay(_ record: FormRecord) -> CalendarDate {
  record.date(.applicationDate).value?.earliest ?? CalendarDate(firstOfMonth: 1, year: 1)
}

private func supersessionNote(_ record: FormRecord, over earlier: FormRecord) -> Finding {
  let changed = record.fieldsChanged(from: earlier).subtracting([.correction])
  return Finding(
    .filingSuperseded, at: record.location,
    [
      earlier.location.cell,
      changed.map(\.rawValue).sorted().joined(separator: ";"),
    ])
}

extension FormRecord {
  fileprivate var numberKey: String? { text(.applicationNumber).value.map(TextFolding.word) }

  fileprivate var applicantNumber: ResidentIdentityNumber? {
    identity(.applicantId).value?.number
  }

  fileprivate func supersedes(_ earlier: FormRecord) -> Bool {
    let sameNumber = matching(numberKey, earlier.numberKey)
    let samePerson = matching(applicantNumber, earlier.applicantNumber)
    guard sameNumber || samePerson, !isOfAnother(than: earlier) else { return false }
    if flag(.correction).value == true { return true }
    guard let day = date(.applicationDate).value, let before = earlier.date(.applicationDate).value
    else { return false }
    return before.latest < day.earliest
  }

  /// Whether name and identity number both say that two filings under one number are two people's:
  /// replacing one with the other would lose a family.
  fileprivate func isOfAnother(than earlier: FormRecord) -> Bool {
    guard let one = identity(.applicantId).value?.number, let name = name(.applicantName).value,
      let other = earlier.identity(.applicantId).value?.number,
      let otherName = earlier.name(.applicantName).value
    else { return false }
    return one != other && name.folded != otherName.folded
  }

  private func matching<Key: Equatable>(_ one: Key?, _ other: Key?) -> Bool {
    one != nil && one == other
  }
}
