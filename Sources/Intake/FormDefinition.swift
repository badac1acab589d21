public import Casework

/// A form as `pipelines/forms/*.yaml` describes it: its fields, their headers and their types.
public struct FormDefinition: Sendable {
  /// Which form it is.
  public let kind: FormKind
  /// The form's title, such as 申报表.
  public let title: String
  /// The fields whose presence makes a row a record; a row without any of them is rejected.
  public let identifiedBy: [Field]
  /// The fields that join a row to an application; empty for forms that join nothing.
  public let householdKey: [Field]
  /// The fields in the order of the contract.
  public let fields: [FieldDefinition]

  /// Makes a form.
  public init(
    kind: FormKind, title: String, identifiedBy: [Field], householdKey: [Field],
    fields: [FieldDefinition]
  ) {
    self.kind = kind
    self.title = title
    self.identifiedBy = identifiedBy
    self.householdKey = householdKey
    self.fields = fields
  }
}

/// One field of a form.
public struct FieldDefinition: Sendable {
  /// The field.
  public let field: Field
  /// Its header in the contract.
  public let header: String
  /// Other headers it goes by.
  public let aliases: [String]
  /// What its cells hold.
  public let type: FieldType
  /// Whether a missing column or cell is an error for the unit to correct.
  public let isRequired: Bool
  /// What a bare amount is for where cell, header and sheet do not say.
  public let period: Period?
  /// The choices with the spellings accepted for each, the listed one first.
  public let choices: [Choice]
  /// Group headers under which a leaf header 合计 or 小计 means this field.
  public let groups: [String]

  /// One choice of a field.
  public struct Choice: Sendable {
    /// The choice as the contract lists it.
    public let name: String
    /// Other accepted spellings.
    public let aliases: [String]

    /// Makes a choice.
    public init(name: String, aliases: [String]) {
      self.name = name
      self.aliases = aliases
    }
  }

  /// Makes a field.
  public init(
    field: Field, header: String, aliases: [String] = [], type: FieldType,
    isRequired: Bool = false, period: Period? = nil, choices: [Choice] = [], groups: [String] = []
  ) {
    self.field = field
    self.header = header
    self.aliases = aliases
    self.type = type
    self.isRequired = isRequired
    self.period = period
    self.choices = choices
    self.groups = groups
  }
}

/// What the cells of a field hold (contract §1, types).
public enum FieldType: String, Codable, Sendable, CaseIterable {
  case text, name, residentId, date, year, money, count, rate, flag, choice

  /// Whether an unlisted header may bind to the field because it is nearly alike.
  ///
  /// A flag, money or identity field never binds by likeness: 按时交纳党费 and 不按时交纳党费 are
  /// nearly alike.
  var mayBindByLikeness: Bool {
    switch self {
    case .text, .name, .date, .count, .choice: true
    case .residentId, .year, .money, .rate, .flag: false
    }
  }
}
