public import Casework

/// Groups the cases that pairs of one kind connect.
///
/// - Parameter links: The pairs; those that people found to be different persons connect nothing.
/// - Returns: The records of every cluster, by cluster and record.
public func clusters(of links: [DuplicateLink]) -> [ClusteredRecord] {
  DuplicateKind.allCases.flatMap { kind in
    clusters(of: links.filter { $0.kind == kind && $0.verdict != .different }, kind: kind)
  }.sorted { ($0.clusterID, $0.recordID) < ($1.clusterID, $1.recordID) }
}

private func clusters(of links: [DuplicateLink], kind: DuplicateKind) -> [ClusteredRecord] {
  var components = Components()
  for link in links { components.join(link.caseA, link.caseB) }
  var records: Set<ClusteredRecord> = []
  for link in links {
    let clusterID = "\(kind.rawValue):\(components.smallest(of: link.caseA))"
    for (caseID, person, unit, round) in [
      (link.caseA, link.personA, link.unitA, link.roundA),
      (link.caseB, link.personB, link.unitB, link.roundB),
    ] {
      records.insert(
        ClusteredRecord(
          clusterID: clusterID, kind: kind, recordID: "\(caseID)/\(person)", caseID: caseID,
          unit: unit, round: round))
    }
  }
  return Array(records)
}

/// Connected components whose name is their smallest member.
public struct Components: Sendable {
  private var parent: [String: String] = [:]

  /// Makes components of single members.
  public init() {}

  /// The smallest member of the component that holds `member`.
  public mutating func smallest(of member: String) -> String {
    var root = member
    while let next = parent[root], next != root { root = next }
    parent[member] = root
    return root
  }

  /// Makes one component of the two that hold the members.
  public mutating func join(_ one: String, _ other: String) {
    let first = smallest(of: one)
    let second = smallest(of: other)
    parent[max(first, second)] = min(first, second)
  }
}
