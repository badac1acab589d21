import Casework
import Linkage

/// What the whole round says about its cases: pairs, clusters, and whom a case is counted with.
struct RoundDuplicates: Sendable {
  private(set) var links: [DuplicateLink]
  private(set) var clusters: [ClusteredRecord]
  /// The case that counts for each case of a confirmed duplicate.
  private(set) var primaries: [String: String] = [:]
  /// Verdicts about pairs that nobody knows.
  private(set) var findings: [Finding] = []
  private var linksOfCase: [String: [DuplicateLink]] = [:]
  private var clustersOfCase: [String: [String]] = [:]

  /// Finds the duplicates among this round's households and earlier ones.
  init(
    _ households: [NormalizedHousehold], earlier: [LinkageRecord], round: String,
    intervalMonths: Int, verdicts: [Adjudication]
  ) {
    let records = households.flatMap {
      LinkageRecord.records(of: $0.application, on: $0.referenceDate)
    }
    links = duplicateLinks(
      among: records + earlier, round: round, intervalMonths: intervalMonths)
    clusters = []
    apply(verdicts)
    clusters = Linkage.clusters(of: links)
    primaries = Self.primaries(links, households: households)
    for link in links {
      linksOfCase[link.caseA, default: []].append(link)
      linksOfCase[link.caseB, default: []].append(link)
    }
    for record in clusters where !(clustersOfCase[record.caseID] ?? []).contains(record.clusterID) {
      clustersOfCase[record.caseID, default: []].append(record.clusterID)
    }
  }

  /// The pairs a case is part of.
  func links(of caseID: String) -> [DuplicateLink] { linksOfCase[caseID] ?? [] }

  /// The clusters a case belongs to, separated by `;`.
  func clusterID(of caseID: String) -> String {
    (clustersOfCase[caseID] ?? []).joined(separator: ";")
  }

  private mutating func apply(_ verdicts: [Adjudication]) {
    for verdict in verdicts {
      let places = links.indices.filter { links[$0].pairID == verdict.pairID }
      // The registry keeps verdicts of all rounds; only a row of this one can be at fault.
      if places.isEmpty, verdict.location != nil {
        findings.append(
          Finding(
            .verdictUnknownPair, at: verdict.location, field: .pairId, value: verdict.pairID))
      }
      for place in places { links[place].verdict = verdict.verdict }
    }
  }

  /// Of the cases that people confirmed as the same, the earliest application counts.
  private static func primaries(
    _ links: [DuplicateLink], households: [NormalizedHousehold]
  ) -> [String: String] {
    let days = Dictionary(
      households.map { ($0.application.caseID, $0.referenceDate) },
      uniquingKeysWith: { first, _ in first })
    let confirmed = links.filter {
      $0.verdict == .same && $0.roundA == $0.roundB && $0.kind.blocksApproval
    }
    var components = Components()
    for link in confirmed { components.join(link.caseA, link.caseB) }
    var members: [String: [String]] = [:]
    for caseID in Set(confirmed.flatMap { [$0.caseA, $0.caseB] }) {
      members[components.smallest(of: caseID), default: []].append(caseID)
    }
    var primaries: [String: String] = [:]
    for cases in members.values {
      let first = cases.compactMap { id in days[id].map { ($0, id) } }.min { $0 < $1 }
      guard let first else { continue }
      for id in cases { primaries[id] = first.1 }
    }
    return primaries
  }
}

extension DuplicateLink {
  /// What the pair is worth saying about one of its cases.
  func finding(at location: SourceLocation) -> Finding {
    let code: FindingCode =
      kind.blocksApproval && verdict == nil ? .duplicatePair : .duplicateNoted
    return Finding(code, at: location, [kind.rawValue, pairID])
  }
}
