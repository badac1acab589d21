public import Casework
internal import GRDB

extension RegistryFile {
  /// The units of the newest roster, by code.
  public func units() throws(RegistryError) -> [SubmittingUnit] {
    try read { database in try StoredUnit.all(from: database) }
  }
}

/// The rows of `unit`.
enum StoredUnit {
  static func all(from database: Database) throws -> [SubmittingUnit] {
    try Row.fetchAll(database, sql: "SELECT * FROM unit ORDER BY code").map { row in
      let aliases: String = row["aliases"]
      let type: String? = row["type"]
      return SubmittingUnit(
        code: row["code"], name: row["name"],
        aliases: aliases.split(separator: "、").map(String.init),
        type: type.flatMap(UnitType.init), servingMembers: row["servingMembers"],
        retiredMembers: row["retiredMembers"], isAffiliated: row["affiliated"])
    }
  }
}
