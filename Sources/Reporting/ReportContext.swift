public import Casework

/// What every report is made from: a finished round, and the language to write it in.
public struct ReportContext: Sendable {
  /// The language of titles, sentences and messages; values stay as the unit wrote them.
  public let language: Language
  /// The finished round.
  public let result: RoundResult

  /// Makes the context of a round's reports.
  public init(_ result: RoundResult, language: Language = .simplifiedChinese) {
    self.result = result
    self.language = language
  }

  /// The name of each unit by its code; units that are not in the roster have none.
  var unitNames: [String: String] {
    let units = result.units.map(\.unit).filter { !$0.code.isEmpty }
    return Dictionary(units.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
  }
}
