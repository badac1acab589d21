public import Casework

/// What is compared about one person of one case; a plain record, whatever it was made from.
///
/// A class without anything that changes: records are sorted and grouped by reference.
public final class LinkageRecord: Sendable {
  /// The case the person belongs to.
  public let caseID: String
  /// The case's round, such as `2015`.
  public let round: String
  /// The code of the case's unit.
  public let unitCode: String
  /// The name of the case's unit.
  public let unitName: String
  /// The person's role in the case: `applicant`, or `member-2` for the second listed member.
  public let role: String
  /// The day the case was applied for.
  public let applicationDay: CalendarDate
  /// The identity number as stated.
  public let identity: IdentityStatement?
  /// The folded name.
  public let foldedName: String?
  /// The stated dates of birth: as entered, and as a valid number says.
  public let births: [StatedDate]
  /// The telephone number, digits only.
  public let phone: String?
  /// The account number, digits only.
  public let account: String?
  /// The deceased member a survivor applies for.
  public let deceased: DeceasedMember?

  /// The deceased member as a survivor's filing states it.
  public struct DeceasedMember: Hashable, Sendable {
    /// The valid identity number.
    public let number: ResidentIdentityNumber?
    /// The folded name.
    public let foldedName: String?

    /// Makes a deceased member.
    public init(number: ResidentIdentityNumber?, foldedName: String?) {
      self.number = number
      self.foldedName = foldedName
    }
  }

  /// Makes a record.
  public init(
    caseID: String, round: String, unitCode: String, unitName: String, role: String,
    applicationDay: CalendarDate, identity: IdentityStatement?, foldedName: String?,
    births: [StatedDate], phone: String? = nil, account: String? = nil,
    deceased: DeceasedMember? = nil
  ) {
    self.caseID = caseID
    self.round = round
    self.unitCode = unitCode
    self.unitName = unitName
    self.role = role
    self.applicationDay = applicationDay
    self.identity = identity
    self.foldedName = foldedName
    self.births = births
    self.phone = phone
    self.account = account
    self.deceased = deceased
  }

  /// Whether this is the person who applies.
  public var isApplicant: Bool { role == LinkageRecord.applicantRole }

  /// The role of the person who applies.
  public static let applicantRole = "applicant"
}

extension LinkageRecord {
  /// Makes the records of a filing: the applicant, and every listed member but the applicant.
  ///
  /// - Parameters:
  ///   - application: The filing, with its case identifier.
  ///   - day: The day it counts from.
  /// - Returns: The applicant's record first, the members' in the order of the list.
  public static func records(of application: Application, on day: CalendarDate) -> [LinkageRecord] {
    let own = application.record
    let applicant = LinkageRecord(
      caseID: application.caseID, round: application.round, unitCode: application.unit.code,
      unitName: application.unit.name, role: applicantRole, applicationDay: day,
      identity: application.applicantIdentity, foldedName: application.applicantName?.folded,
      births: births(own.date(.birthDate).value, application.applicantIdentity),
      phone: digits(own.text(.phone).value, atLeast: 7),
      account: digits(own.text(.bankAccount).value, atLeast: 12),
      deceased: deceased(of: application))
    let listed = application.members.enumerated()
    let members = listed.filter { !isApplicant($0.element, of: application) }
      .map { index, row in
        let identity = row.identity(.memberId).value
        return LinkageRecord(
          caseID: application.caseID, round: application.round, unitCode: application.unit.code,
          unitName: application.unit.name, role: "member-\(index + 1)", applicationDay: day,
          identity: identity, foldedName: row.name(.memberName).value?.folded,
          births: births(row.date(.birthDate).value, identity))
      }
    return [applicant] + members
  }

  private static func isApplicant(_ row: FormRecord, of application: Application) -> Bool {
    if row.choice(.relationship, as: Relationship.self).value == .applicant { return true }
    if let number = row.identity(.memberId).value?.number, let own = application.applicantNumber {
      return number == own
    }
    guard let name = row.name(.memberName).value else { return false }
    return name.folded == application.applicantName?.folded
  }

  private static func births(
    _ entered: StatedDate?, _ identity: IdentityStatement?
  ) -> [StatedDate] {
    let written = identity?.number.map { StatedDate($0.birthDate) }
    return Array(Set([entered, written].compactMap(\.self))).sorted { $0.earliest < $1.earliest }
  }

  private static func digits(_ text: String?, atLeast count: Int) -> String? {
    let digits = (text ?? "").filter { $0.isASCII && $0.isNumber }
    return digits.count >= count ? digits : nil
  }

  private static func deceased(of application: Application) -> DeceasedMember? {
    guard application.category == .survivor else { return nil }
    let member = DeceasedMember(
      number: application.record.identity(.deceasedMemberId).value?.number,
      foldedName: application.record.name(.deceasedMemberName).value?.folded)
    return member.number == nil && member.foldedName == nil ? nil : member
  }
}
