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

  /// The name of each unit of the roster by its code; the others have none to be known by.
  var unitNames: [String: String] {
    Dictionary(
      result.units.filter { !$0.unit.code.isEmpty }.map { ($0.unit.code, $0.unit.name) },
      uniquingKeysWith: { first, _ in first })
  }
}
