/// One filing of one household, put together from all sheets of its unit by household key.
public struct Application: Sendable {
  /// The round it was filed in, such as `2015`.
  public let round: String
  /// The unit that handed it in.
  public let unit: SubmittingUnit
  /// The row of the applications form.
  public let record: FormRecord
  /// The rows of the members form that live in or belong to the household, the applicant included.
  public let members: [FormRecord]
  /// The rows of the income form.
  public let incomeItems: [FormRecord]
  /// The rows of the expenditure form.
  public let expenditureItems: [FormRecord]
  /// The rows of the support form.
  public let supportItems: [FormRecord]
  /// Earlier filings that this one corrects, oldest first.
  public let superseded: [FormRecord]
  /// The case's stable identifier; no personal number can be read from it.
  public var caseID: String
  /// What was found while the filing was put together, beside the findings of its rows.
  public var findings: [Finding]

  /// Makes a filing from its rows.
  public init(
    round: String, unit: SubmittingUnit, record: FormRecord, members: [FormRecord] = [],
    incomeItems: [FormRecord] = [], expenditureItems: [FormRecord] = [],
    supportItems: [FormRecord] = [], superseded: [FormRecord] = [], caseID: String = "",
    findings: [Finding] = []
  ) {
    self.round = round
    self.unit = unit
    self.record = record
    self.members = members
    self.incomeItems = incomeItems
    self.expenditureItems = expenditureItems
    self.supportItems = supportItems
    self.superseded = superseded
    self.caseID = caseID
    self.findings = findings
  }
}

extension Application {
  /// The applicant's name.
  public var applicantName: PersonName? { record.name(.applicantName).value }

  /// The applicant's identity number as stated, valid or damaged.
  public var applicantIdentity: IdentityStatement? { record.identity(.applicantId).value }

  /// The applicant's identity number, where it is valid.
  public var applicantNumber: ResidentIdentityNumber? { applicantIdentity?.number }

  /// The number the unit gave the application.
  public var applicationNumber: String? { record.text(.applicationNumber).value }

  /// The category of the applicant.
  public var category: ApplicantCategory? {
    record.choice(.applicantCategory, as: ApplicantCategory.self).value
  }

  /// The stated cause of the hardship.
  public var cause: HardshipCause? {
    record.choice(.hardshipCause, as: HardshipCause.self).value
  }

  /// The applicant's date of birth: as entered, else from a valid identity number.
  public var birthDate: StatedDate? {
    record.date(.birthDate).value ?? applicantNumber.map { StatedDate($0.birthDate) }
  }

  /// The day of application, where a whole day is stated.
  public var applicationDate: CalendarDate? { record.date(.applicationDate).value?.day }

  /// Every row the filing stands on, the applicant's row first.
  public var rows: [FormRecord] {
    [record] + members + incomeItems + expenditureItems + supportItems
  }

  /// How many rows the filing stands on.
  public var rowCount: Int {
    1 + members.count + incomeItems.count + expenditureItems.count + supportItems.count
  }

  /// Everything found about this filing, in its rows and while it was put together.
  public var allFindings: [Finding] { rows.flatMap(\.findings) + findings }
}
