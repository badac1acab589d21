import Casework
import Income
import Screening

extension PolicyFile {
  /// The limits beyond which a slip of unit or period is suspected, with the minimum wages.
  ///
  /// A policy without the section looks for no such slips. A year that nobody confirmed serves too:
  /// the limits lead to hints only.
  static func slipLimits(
    _ income: YAMLMapping, employments: KnownWords, wages: [WageYear]
  ) throws(RunFailure) -> SlipLimits {
    guard income.has("slips") else { return .off }
    let slips = try income.mapping(
      "slips",
      keys: [
        "earningStatuses", "leastPercentOfWage", "mostTimesWage", "mostTimesPerHead",
        "smallestYuan", "smallestPropertyYuan",
      ])
    return SlipLimits(
      earningStatuses: try slips.names("earningStatuses", among: employments),
      leastPercentOfWage: Int64(try slips.percentage("leastPercentOfWage")),
      mostTimesWage: Int64(try slips.positive("mostTimesWage")),
      mostTimesPerHead: Int64(try slips.positive("mostTimesPerHead")),
      smallest: try money("smallestYuan", in: slips),
      smallestProperty: try money("smallestPropertyYuan", in: slips),
      minimumWages: wages.flatMap(\.rates).map {
        SlipLimits.MinimumWage(from: $0.from, monthly: $0.monthly)
      })
  }
}
