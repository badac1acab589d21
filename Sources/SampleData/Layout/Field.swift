/// The forms a unit hands in.
enum Form: String, CaseIterable, Sendable {
  case applications = "申报表"
  case members = "家庭成员表"
  case income = "收入明细"
  case expenditure = "支出明细"
  case support = "已受资助"

  static let items: [Form] = [.income, .expenditure, .support]
}

/// What kind of cell a field needs.
enum FieldKind: Sendable {
  case text, name, identity, choice, count, date, flag
  /// An amount; a periodic one may be stated per month.
  case amount
  case annualAmount
}

/// A field of the contract with its headers, commonest first.
struct Field: Sendable {
  let key: String
  let headers: [String]
  let kind: FieldKind
  /// How many layouts in a thousand carry the column.
  let presence: Int
  /// The upper header of a two-row header; fields of one group stay adjacent.
  var group: String?
  var isRequired = false

  init(
    _ key: String, _ kind: FieldKind, _ headers: [String], presence: Int = 1000,
    group: String? = nil, required: Bool = false
  ) {
    self.key = key
    self.kind = kind
    self.headers = headers
    self.presence = presence
    self.group = group
    isRequired = required
  }
}

/// The field by which a unit's sheets refer to their application.
enum HouseholdKey: Sendable {
  case number, identity, name

  var field: Field {
    switch self {
    case .number: Field("applicationNumber", .text, ["申报编号", "编号", "受理编号"])
    case .identity: Field("applicantId", .identity, ["申请人身份证号码"])
    case .name: Field("applicantName", .name, ["申请人姓名", "申请人", "户主"])
    }
  }
}
