import Casework

/// What the texts of one header say, from the group down to the leaf, whatever column they stand in.
///
/// Worked out once per distinct header and shared: units fill in the same forms, and a round of
/// many small files holds the same few hundred headers in each of them.
final class HeaderWords: Sendable {
  /// The texts from the top row to the leaf, blank ones left out.
  let parts: [String]
  /// The whole header as people say it, such as `家庭收入/工资性收入`.
  let joined: String
  /// The folded whole header.
  let joinedKey: String
  /// The folded last two parts, joined.
  let lastTwoKey: String
  /// The folded last part.
  let leafKey: String
  /// The folded first part of a header with more than one row; empty otherwise.
  let groupKey: String
  /// The folded parts above the leaf, from the top down.
  let groupKeys: [String]
  /// Whether the header says that its rates are percentages: 年利率(%).
  let isPercent: Bool
  /// What the header says its amounts are counted in: the leaf first, then the group.
  let scale: AmountScale
  /// The person the groups above the leaf name, the nearest group first.
  ///
  /// A leaf that names someone itself, such as 申请人姓名 under 家庭情况, needs no group.
  let role: PersonRole?

  private static let memory = Memory<[String], HeaderWords>()

  /// The words of a header by its texts.
  static func of(_ parts: [String]) -> HeaderWords { memory.value(for: parts, HeaderWords.init) }

  private init(_ parts: [String]) {
    self.parts = parts
    joined = parts.joined(separator: "/")
    let keys = parts.map(TextFolding.header)
    joinedKey = keys.joined(separator: "/")
    lastTwoKey = keys.suffix(2).joined(separator: "/")
    leafKey = keys.last ?? ""
    groupKey = keys.count > 1 ? keys[0] : ""
    groupKeys = keys.dropLast()
    isPercent = parts.contains { $0.contains("%") || $0.contains("％") }
    scale = parts.reversed().reduce(.unsaid) { $0.completed(by: UnitPhrase.scale(ofHeader: $1)) }
    role = Self.role(leaf: leafKey, groups: groupKeys)
  }

  private static func role(leaf: String, groups: [String]) -> PersonRole? {
    guard !groups.isEmpty, PersonRole(groupKey: leaf) == nil else { return nil }
    return groups.reversed().lazy.compactMap(PersonRole.init(groupKey:)).first
  }
}

extension HeaderWords: Hashable {
  /// Whether two headers share their words, as headers of equal texts do.
  static func == (one: HeaderWords, other: HeaderWords) -> Bool { one === other }

  func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
