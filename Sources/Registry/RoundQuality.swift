internal import GRDB

/// How many applications of a round had errors, which tells whether a later one is out of the usual.
public struct RoundQuality: Hashable, Sendable {
  /// The round.
  public let round: String
  /// How many applications it had.
  public let applications: Int
  /// How many of them their units had to correct.
  public let faulty: Int

  /// Makes a round's quality.
  public init(round: String, applications: Int, faulty: Int) {
    self.round = round
    self.applications = applications
    self.faulty = faulty
  }
}

extension RegistryFile {
  /// The quality of the round that was enrolled last beside one; nil where none is known.
  public func quality(ofLastRoundBeside round: String) throws(RegistryError) -> RoundQuality? {
    try read { database in
      try Row.fetchOne(
        database,
        sql: """
          SELECT q.round, q.applications, q.faulty FROM roundQuality q
            JOIN round d ON d.name = q.round
            WHERE q.round <> ? ORDER BY d.run DESC LIMIT 1
          """, arguments: [round]
      ).map { RoundQuality(round: $0[0], applications: $0[1], faulty: $0[2]) }
    }
  }
}

extension RoundQuality {
  static let table = """
    CREATE TABLE roundQuality (
      round TEXT PRIMARY KEY,
      applications INTEGER NOT NULL CHECK (applications >= 0),
      faulty INTEGER NOT NULL CHECK (faulty >= 0)) STRICT;
    """

  /// Keeps the quality of a round's newest run.
  func save(in database: Database) throws {
    try database.execute(
      sql: "INSERT OR REPLACE INTO roundQuality (round, applications, faulty) VALUES (?, ?, ?)",
      arguments: [round, applications, faulty])
  }
}
