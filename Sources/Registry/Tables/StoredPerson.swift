import Casework
internal import GRDB

/// The rows of `person`.
enum StoredPerson {
  static func insert(_ person: EnrolledPerson, of id: Int64, into database: Database) throws {
    let statement = try database.cachedStatement(
      sql: "INSERT INTO person VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    try statement.execute(arguments: [
      id, person.role, person.identity, person.survivingDigits, person.damage, person.foldedName,
      person.births.map(\.description).joined(separator: ";"), person.phone, person.account,
      person.deceasedIdentity, person.deceasedName,
    ])
  }

  static func person(in row: Row) throws -> EnrolledPerson {
    let births: String = row["births"]
    return EnrolledPerson(
      role: row["role"], identity: row["identity"], survivingDigits: row["survivingDigits"],
      damage: row["damage"], foldedName: row["foldedName"],
      births: try births.split(separator: ";").map { try statedDate(String($0)) },
      phone: row["phone"], account: row["account"], deceasedIdentity: row["deceasedIdentity"],
      deceasedName: row["deceasedName"])
  }

  private static func statedDate(_ text: String) throws -> StatedDate {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    let date: StatedDate? =
      switch parts.count {
      case 3: CalendarDate(iso: text).map { StatedDate($0) }
      case 2: StatedDate(year: parts[0], month: parts[1])
      case 1: StatedDate(year: parts[0])
      default: nil
      }
    guard let date else { throw StoredValueDamage(table: "person", column: "births") }
    return date
  }
}
