import Casework
import Linkage
import TestSupport

/// Valid numbers of three persons, and the first of them in 15 digits.
let first = "513221196503151234"
let second = "513223197906101044"
let third = "513201198802290027"
let firstInFifteen = "513221650315123"

/// A person of a case; the case is of this round unless its identifier begins with another year.
func person(
  _ caseID: String, _ role: String = LinkageRecord.applicantRole, unit: String = "U01",
  number: IdentityStatement? = nil, name: String? = "甲", born: String? = nil,
  on applicationDay: String = "2015-06-15", phone: String? = nil, account: String? = nil,
  deceased: LinkageRecord.DeceasedMember? = nil
) -> LinkageRecord {
  LinkageRecord(
    caseID: caseID, round: String(caseID.prefix(4)), unitCode: unit, unitName: "单位" + unit,
    role: role, applicationDay: day(applicationDay), identity: number, foldedName: name,
    births: [born.map(stated), number?.number.map { StatedDate($0.birthDate) }].compactMap(\.self),
    phone: phone, account: account, deceased: deceased)
}

/// The pairs of a round 2015 with an interval of twelve months.
func pairs(_ records: [LinkageRecord]) -> [DuplicateLink] {
  duplicateLinks(among: records, round: "2015", intervalMonths: 12)
}

/// The kinds of pairs, for cases that need no more.
func kinds(_ records: [LinkageRecord]) -> [DuplicateKind] { pairs(records).map(\.kind) }
