import Casework
package import Screening

extension MeasureRules {
  /// Rules of measures as the programme's own policy has them, without limits and in whole fen.
  package static let sample = MeasureRules(
    startUp: StartUpRules(
      withoutJob: ["无固定职业", "失业"], ownShareAbovePercent: 50, mostYears: 3,
      interestSharePercent: 100, citation: "五个条件"),
    choice: GrantChoiceRules(
      lastingTypes: ["护理", "残疾康复"], lastingHealth: ["慢性病", "残疾"], lastingMonths: 6,
      burdenPercent: 50, table: sampleTable, citation: "输血"),
    grants: [
      .oneOffGrant: GrantRules(months: 12),
      .temporaryGrant: GrantRules(months: 6, atOncePercent: 0),
      .recurrentGrant: GrantRules(months: 12, atOncePercent: 0),
      .combinedGrant: GrantRules(months: 12, atOncePercent: 50),
    ], atTheLine: .service, aboutPercent: 10)

  private static let sampleTable = [
    GrantChoice(causes: [.disaster, .suddenEvent], isLasting: true, measure: .combinedGrant),
    GrantChoice(isLasting: true, hasBurden: true, measure: .combinedGrant),
    GrantChoice(isLasting: true, measure: .recurrentGrant),
    GrantChoice(hasBurden: true, measure: .temporaryGrant),
    GrantChoice(measure: .oneOffGrant),
  ]
}
