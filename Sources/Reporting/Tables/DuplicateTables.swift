import Casework

/// `duplicates/pairs.csv`: one row per pair and kind, by pair identifier (contract §4).
///
/// Weight and probability stay empty for pairs that an exact key found.
public func pairsCSV(_ context: ReportContext) -> [UInt8] {
  let pairs = context.result.duplicates.sorted { left, right in
    [left.pairID, left.kind.rawValue, left.personA, left.personB].lexicographicallyPrecedes(
      [right.pairID, right.kind.rawValue, right.personA, right.personB])
  }
  return csvText(header: pairColumns, rows: pairs.map(pairRow))
}

/// The columns of the pairs in their order.
let pairColumns = [
  "pair_id", "kind", "case_id_a", "case_id_b", "person_a", "person_b", "match_weight",
  "probability", "reasons", "verdict",
]

private func pairRow(_ pair: DuplicateLink) -> [String] {
  [
    pair.pairID, pair.kind.rawValue, pair.caseA, pair.caseB, pair.personA, pair.personB, "", "",
    pair.reasons.map(\.rawValue).joined(separator: ";"), pair.verdict?.rawValue ?? "",
  ]
}

/// `duplicates/clusters.csv`: one row per record of a cluster, by cluster and record (contract §4).
public func clustersCSV(_ context: ReportContext) -> [UInt8] {
  let records = context.result.clusters.sorted { left, right in
    [left.clusterID, left.recordID, left.kind.rawValue].lexicographicallyPrecedes(
      [right.clusterID, right.recordID, right.kind.rawValue])
  }
  return csvText(header: clusterColumns, rows: records.map(clusterRow))
}

/// The columns of the clusters in their order.
let clusterColumns = ["cluster_id", "kind", "record_id", "case_id", "unit", "round"]

private func clusterRow(_ record: ClusteredRecord) -> [String] {
  [
    record.clusterID, record.kind.rawValue, record.recordID, record.caseID, record.unit,
    record.round,
  ]
}
