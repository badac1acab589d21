import Casework

extension FullCase {
  /// A suggestion that is open between two measures, with every kind of entry a dossier can show.
  static let recommendation = Recommendation(
    isConditional: true,
    options: [
      HelpOption(
        .recurrentGrant, amount: MoneyInterval(Money(yuan: 9_000), Money(yuan: 10_000)),
        months: 12, atOnce: .zero,
        steps: [
          MeasureStep(
            .amountOfShortfall,
            ["28520.00–38120.00", "12", "4", "12", "100", "28520.00–38120.00"],
            citation: "按收入差额计"),
          MeasureStep(.amountLimited, ["28520.00–38120.00", "9000.00–10000.00"]),
        ]),
      HelpOption(
        .startUpSupport, amount: MoneyInterval(exactly: Money(fen: 522_001)), interest: terms,
        steps: [
          MeasureStep(.interestComputed, ["40000.00", "4.35", "3", "100", "5220.01"])
        ]),
    ],
    steps: [MeasureStep(.startUpOpen, ["guarantor"], citation: "家庭收入低的帮在“造血”上")],
    conditions: [
      StartUpCondition(
        .relativeWithoutJob, holds: true,
        values: [ComparedValue("无固定职业", field: .employment, at: cell(6, 4))]),
      StartUpCondition(.ownShare, holds: false),
      StartUpCondition(
        .guarantor, holds: nil,
        values: [ComparedValue("", field: .guarantor, at: cell(4, 9))]),
    ])

  private static let terms = InterestTerms(
    of: Money(fen: 4_000_005), annualRateMillionths: 43_500, years: 3)
}
