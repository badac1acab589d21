public import Casework

/// The units that may hand in applications, found by code, name or alias.
public struct UnitRoster: Sendable {
  /// The units in the order of their codes.
  public let units: [SubmittingUnit]
  private let names: UnitNames
  /// Units by the names looked for: every row of a sheet states the same few.
  private let found = Memory<String, Int?>()

  /// Makes a roster from the rows of `units` sheets; incomplete and repeated rows are reported.
  public static func make(from submissions: [Submission]) -> Checked<UnitRoster> {
    var units: [SubmittingUnit] = []
    var findings: [Finding] = []
    var codes: Set<String> = []
    var claims = UnitNames()
    for record in submissions.lazy.filter({ $0.form == .units }).flatMap(\.records) {
      guard let code = record.text(.unitCode).value, let name = record.text(.unitName).value else {
        findings.append(Finding(.unitWithoutName, at: record.location))
        continue
      }
      guard codes.insert(code).inserted else {
        findings.append(
          Finding(.unitRepeated, at: record.cell(of: .unitCode), field: .unitCode, value: code))
        continue
      }
      let unit = unit(code: code, name: name, record: record)
      for (field, name) in claims.claim(unit, as: units.count) {
        findings.append(
          Finding(.unitRepeated, at: record.cell(of: field), field: field, value: name))
      }
      units.append(unit)
    }
    return Checked(UnitRoster(units), findings: findings)
  }

  private static func unit(code: String, name: String, record: FormRecord) -> SubmittingUnit {
    let aliases = (record.text(.unitAliases).value ?? "")
      .split { "、；;，,/".contains($0) }.map { TextFolding.trimmed(String($0)) }
    return SubmittingUnit(
      code: code, name: name, aliases: aliases.filter { !$0.isEmpty },
      type: record.choice(.unitType, as: UnitType.self).value,
      servingMembers: record.count(.servingMembers).value,
      retiredMembers: record.count(.retiredMembers).value,
      isAffiliated: record.flag(.affiliated).value)
  }

  /// Makes a roster of units.
  public init(_ units: [SubmittingUnit]) {
    self.units = units.sorted { $0.code < $1.code }
    var names = UnitNames()
    for (index, unit) in self.units.enumerated() { names.claim(unit, as: index) }
    self.names = names
  }

  /// The unit that goes by a name, or nil.
  ///
  /// Words that offices add are left out: `（盖章）`, `机关党委`, a number before a folder's name. Never
  /// by likeness.
  public func unit(named text: String) -> SubmittingUnit? {
    found.value(for: text, place(named:)).map { units[$0] }
  }

  private func place(named text: String) -> Int? {
    let key = Self.key(text)
    let candidates =
      [key, Self.withoutNumber(key)] + Self.withoutOrgan(Self.withoutNumber(key))
    return candidates.lazy.compactMap(names.unit).first
  }

  fileprivate static func key(_ text: String) -> String { TextFolding.header(text) }

  /// Without the digits and the sign that number a folder; a number in words is part of a name.
  private static func withoutNumber(_ key: String) -> String {
    let name = key.drop { $0.isASCII && $0.isNumber }
    return name.startIndex == key.startIndex
      ? key : String(name.drop { "-_—–·#号".contains($0) })
  }

  private static func withoutOrgan(_ key: String) -> [String] {
    ["机关党委", "机关党总支", "机关党支部", "党总支", "党支部", "党委", "党组", "机关"]
      .filter { key.hasSuffix($0) && key.count > $0.count + 1 }
      .map { String(key.dropLast($0.count)) }
  }
}

/// Who goes by which name; a name that two units claim is nobody's.
private struct UnitNames {
  private var owners: [String: Int] = [:]
  private var shared: Set<String> = []

  /// Notes the names of a unit; returns those that another unit has claimed before.
  @discardableResult
  mutating func claim(_ unit: SubmittingUnit, as index: Int) -> [(field: Field, name: String)] {
    let stated: [(Field, String)] =
      [(.unitCode, unit.code), (.unitName, unit.name)] + unit.aliases.map { (.unitAliases, $0) }
    return stated.filter { _, name in
      let key = UnitRoster.key(name)
      let owner = owners[key] ?? index
      owners[key] = owner
      if owner != index { shared.insert(key) }
      return owner != index
    }
  }

  /// The unit that alone goes by a folded name.
  func unit(_ key: String) -> Int? { shared.contains(key) ? nil : owners[key] }
}
