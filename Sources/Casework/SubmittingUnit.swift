/// A unit of the roster: who may hand in applications.
public struct SubmittingUnit: Hashable, Codable, Sendable {
  /// The unit's code in the roster, such as `U03`.
  public let code: String
  /// The unit's name.
  public let name: String
  /// Other names the unit goes by.
  public let aliases: [String]
  /// What kind of unit it is.
  public let type: UnitType?
  /// Serving and retired Party members, for rates of participation.
  public let servingMembers: Int?
  /// Retired Party members.
  public let retiredMembers: Int?
  /// Whether the unit's Party organisation belongs to the working committee; nil: not stated.
  public let isAffiliated: Bool?

  /// Makes a unit.
  public init(
    code: String, name: String, aliases: [String] = [], type: UnitType? = nil,
    servingMembers: Int? = nil, retiredMembers: Int? = nil, isAffiliated: Bool? = nil
  ) {
    self.code = code
    self.name = name
    self.aliases = aliases
    self.type = type
    self.servingMembers = servingMembers
    self.retiredMembers = retiredMembers
    self.isAffiliated = isAffiliated
  }
}
