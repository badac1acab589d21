import Casework
import Registry
import Reporting

/// How much more is wrong in a round than in the last one.
public struct ProblemRise: Sendable, Equatable {
  let round: String
  let last: RoundQuality
  let this: RoundQuality
  let limit: Int
  /// The most frequent errors, with how often each occurs.
  let frequentErrors: [String]
  /// The units with the most errors, with how many each has.
  let units: [String]

  var chinese: String {
    "本期 \(round) 有错误的申报占 \(this.percentText)（\(this.faulty)/\(this.applications)），上期 "
      + "\(last.round) 为 \(last.percentText)（\(last.faulty)/\(last.applications)），上升超过 \(limit) "
      + "个百分点；没有发布任何结果。最多的错误：\(frequentErrors.joined(separator: "，"))。错误最多的单位："
      + "\(units.joined(separator: "，"))。请先核对这些文件（可用 bangfu check 查看）；确认无误后加 --accept 再运行。"
  }

  var english: String {
    "In this round (\(round)) \(this.percentText) of the applications have errors "
      + "(\(this.faulty) of \(this.applications)); in the last one (\(last.round)) it was "
      + "\(last.percentText) (\(last.faulty) of \(last.applications)): a rise of more than \(limit) "
      + "points; nothing was published. Most frequent errors: "
      + "\(frequentErrors.joined(separator: ", ")). Units with the most: "
      + "\(units.joined(separator: ", ")). Look at their files first (bangfu check); where all is as "
      + "it should be, run again with --accept."
  }
}

extension RoundQuality {
  /// The quality of a finished round: an application is faulty where its unit must correct something.
  init(of result: RoundResult) {
    let faulty = result.cases.count { screened in
      screened.allFindings.contains { $0.severity == .error && $0.code.isForUnit }
    }
    self.init(round: result.round, applications: result.cases.count, faulty: faulty)
  }

  /// The share in percent with one decimal.
  fileprivate var percentText: String { Pipeline.percentText(faulty, of: applications) }
}

extension Brakes {
  /// Stops a round before anything of it is published where its problems rose by more than the limit
  /// since the last round that the registry knows, unless somebody accepts it.
  ///
  /// - Throws: `RunFailure.problemsRose`.
  func hold(
    _ result: RoundResult, against registry: RegistryFile, unless isAccepted: Bool
  ) throws(RunFailure) {
    guard let limit = problemRisePoints, !isAccepted, !result.cases.isEmpty else { return }
    let last = try registered { () throws(RegistryError) in
      try registry.quality(ofLastRoundBeside: result.round)
    }
    let this = RoundQuality(of: result)
    guard let last, this.rose(since: last, byMoreThan: limit) else { return }
    throw RunFailure.problemsRose(
      ProblemRise(
        round: result.round, last: last, this: this, limit: limit,
        frequentErrors: RunSummary(of: result).frequentErrors, units: Self.worstUnits(of: result)))
  }

  private static func worstUnits(of result: RoundResult) -> [String] {
    let errors = result.findings.filter { $0.severity == .error && !$0.unitCode.isEmpty }
    let counts = Dictionary(grouping: errors, by: \.unitCode).mapValues(\.count)
    let names = Dictionary(
      result.units.map { ($0.unit.code, $0.unit.name) }, uniquingKeysWith: { first, _ in first })
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(5)
      .map { "\(names[$0.key] ?? $0.key) ×\($0.value)" }
  }
}

extension RoundQuality {
  /// Whether the share of faulty applications is above another by more than some percentage points.
  fileprivate func rose(since last: RoundQuality, byMoreThan points: Int) -> Bool {
    guard last.applications > 0 else { return false }
    return faulty * last.applications * 100 - last.faulty * applications * 100
      > points * applications * last.applications
  }
}
