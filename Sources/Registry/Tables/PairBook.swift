import Casework
internal import GRDB

/// The pairs of possible duplicates of each round's newest run, with what people decided.
struct PairBook {
  private struct Pair {
    let cases: [String]
    /// The cases of the pair that belong to the round in which it was found.
    let blocked: [String]
    let isOfOneRound: Bool
    /// Whether a pair of this kind blocks approval until people decide about it.
    var isBlocking: Bool
    var verdict: DuplicateVerdict?
  }

  private var pairs: [String: Pair] = [:]
  private var pairsOfCase: [String: [String]] = [:]
  private var appliedOn: [String: String] = [:]

  /// Reads the pairs and the verdicts on them, up to a last fact; nil: all.
  init(_ database: Database, through facts: Int64? = nil) throws {
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT p.pairID, p.caseA, p.caseB, a.round, b.round, r.name, a.appliedOn, b.appliedOn, p.kind
        FROM duplicatePair p JOIN round r ON r.run = p.run
          LEFT JOIN assistanceCase a ON a.caseID = p.caseA
          LEFT JOIN assistanceCase b ON b.caseID = p.caseB
        """)
    while let row = try rows.next() { add(row) }
    let verdicts = try Row.fetchCursor(
      database,
      sql: "SELECT pairID, verdict FROM verdict WHERE fact <= ? ORDER BY decidedOn, fact",
      arguments: [facts ?? Int64.max])
    while let row = try verdicts.next() {
      guard let pairID = row[0] as String?, let verdict = row[1] as String? else {
        throw StoredValueDamage(table: "officeFact", column: "content")
      }
      pairs[pairID]?.verdict = DuplicateVerdict(rawValue: verdict)
    }
  }

  private mutating func add(_ row: Row) {
    let (pairID, caseA, caseB): (String, String, String) = (row[0], row[1], row[2])
    let rounds: [String?] = [row[3], row[4]]
    let round: String = row[5]
    let kind: String = row[8]
    let isBlocking = DuplicateKind(rawValue: kind)?.blocksApproval ?? false
    // A pair of several kinds has a row for each.
    if pairs[pairID] != nil {
      if isBlocking { pairs[pairID]?.isBlocking = true }
      return
    }
    let blocked = zip([caseA, caseB], rounds).filter { $0.1 == round }.map(\.0)
    pairs[pairID] = Pair(
      cases: [caseA, caseB], blocked: blocked, isOfOneRound: blocked.count == 2,
      isBlocking: isBlocking, verdict: nil)
    for caseID in [caseA, caseB] { pairsOfCase[caseID, default: []].append(pairID) }
    appliedOn[caseA] = row[6] ?? ""
    appliedOn[caseB] = row[7] ?? ""
  }

  func knows(_ pairID: String) -> Bool { pairs[pairID] != nil }

  func cases(of pairID: String) -> [String] { pairs[pairID]?.cases ?? [] }

  mutating func decide(_ pairID: String, _ verdict: DuplicateVerdict) {
    pairs[pairID]?.verdict = verdict
  }

  /// The pairs of a case that nobody decided about and that block its approval.
  func openPairs(of caseID: String) -> [String] {
    (pairsOfCase[caseID] ?? []).filter {
      guard let pair = pairs[$0] else { return false }
      return pair.isBlocking && pair.verdict == nil && pair.blocked.contains(caseID)
    }.sorted()
  }

  /// The case that a confirmed duplicate is handled with: of all cases confirmed as one, the one
  /// applied for first; nil where the case is that one or stands alone.
  func primary(of caseID: String) -> String? {
    guard pairsOfCase[caseID] != nil else { return nil }
    let first = confirmed(with: caseID).min {
      (appliedOn[$0] ?? "", $0) < (appliedOn[$1] ?? "", $1)
    }
    return first == caseID ? nil : first
  }

  /// Every case that is confirmed to be the same as a case, over chains of pairs; with the case.
  func confirmed(with caseID: String) -> Set<String> {
    var reached: Set<String> = [caseID]
    var open = [caseID]
    while let next = open.popLast() {
      for pairID in pairsOfCase[next] ?? [] {
        guard let pair = pairs[pairID], pair.isOfOneRound, pair.isBlocking, pair.verdict == .same
        else { continue }
        for other in pair.cases where reached.insert(other).inserted { open.append(other) }
      }
    }
    return reached
  }
}
