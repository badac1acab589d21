public import Casework
import Foundation
internal import GRDB

/// A stored screening with the names of the files its cells lie in.
public struct ExplainableScreening: Sendable {
  /// The screening with everything it rested on.
  public let screening: PastScreening
  /// The files and sheets of the round.
  public let catalog: SourceCatalog
  /// The round the case was filed in.
  public let round: String
}

/// What the registry has of a case that is to be explained.
public enum ExplainableCase: Sendable {
  /// The case with its screening.
  case found(ExplainableScreening)
  /// The case is recorded, but its filing is pruned.
  case pruned
  /// The case was not there yet when the run was made, or is of another round.
  case notInRun(round: String)
  /// No such case; with those whose identifiers are nearest.
  case unknown(near: [String])
}

extension RegistryFile {
  /// The screening of a case that counted in a run, or its newest one.
  ///
  /// - Parameters:
  ///   - caseID: The case.
  ///   - runID: The run; nil: the newest screening of all.
  /// - Returns: What the registry has of it.
  /// - Throws: `RegistryError.unknown` where the run is not recorded.
  public func explainable(
    _ caseID: String, in runID: String?
  ) throws(RegistryError) -> ExplainableCase {
    try read { database in
      let stored = try Row.fetchOne(
        database,
        sql: """
          SELECT c.id, c.round, r.catalog FROM assistanceCase c JOIN round r ON r.name = c.round
          WHERE c.caseID = ?
          """, arguments: [caseID])
      guard let stored else {
        return .unknown(near: try Self.nearCases(to: caseID, in: database))
      }
      let run = try runID.map { try Self.run($0, in: database, path: path) }
      let (id, round, catalog): (Int64, String, String) = (stored[0], stored[1], stored[2])
      if let of = run?.round, of != round { return .notInRun(round: round) }
      let newest = try Int64.fetchOne(
        database,
        sql: """
          SELECT max(id) FROM screening
          WHERE assistanceCase = ? AND runsThrough <= ? AND factsThrough <= ?
          """,
        arguments: [id, run?.known.runs ?? Int64.max, run?.known.facts ?? Int64.max])
      guard let newest else { return .notInRun(round: round) }
      var reader = PastScreeningReader(database)
      guard let screening = try reader.screening(newest) else { return .pruned }
      let names = try JSONDecoder().decode(SourceCatalog.self, from: Data(catalog.utf8))
      return .found(ExplainableScreening(screening: screening, catalog: names, round: round))
    }
  }

  /// The cases whose identifiers differ in the fewest letters, at most five of them.
  private static func nearCases(to caseID: String, in database: Database) throws -> [String] {
    let wanted = Array(caseID.uppercased().utf8)
    var near: [(distance: Int, caseID: String)] = []
    let identifiers = try String.fetchCursor(database, sql: "SELECT caseID FROM assistanceCase")
    while let identifier = try identifiers.next() {
      let distance = differences(wanted, Array(identifier.uppercased().utf8))
      if distance <= 3 { near.append((distance, identifier)) }
    }
    return near.sorted { ($0.distance, $0.caseID) < ($1.distance, $1.caseID) }.prefix(5)
      .map(\.caseID)
  }
}

/// In how many letters two texts differ: written otherwise, left out or too many.
private func differences(_ one: [UInt8], _ other: [UInt8]) -> Int {
  guard abs(one.count - other.count) <= 3 else { return Int.max }
  var row = Array(0...other.count)
  for (place, letter) in one.enumerated() {
    var diagonal = row[0]
    row[0] = place + 1
    for column in other.indices {
      let substituted = diagonal + (letter == other[column] ? 0 : 1)
      diagonal = row[column + 1]
      row[column + 1] = min(substituted, diagonal + 1, row[column] + 1)
    }
  }
  return row[other.count]
}
