import Casework
import Screening
import TestSupport
import Testing

/// What the registry knows and the unit states, and how FREQUENCY must end; the case applied on
/// 2015-06-15 under an interval of 12 months.
private struct HelpCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let help: [EarlierHelp]?
  let stated: String?
  let expected: RuleOutcome
  let reason: DecisionReason

  init(
    _ name: String, _ help: [EarlierHelp]?, stated: String? = nil, ends expected: RuleOutcome,
    _ reason: DecisionReason
  ) {
    testDescription = name
    self.help = help
    self.stated = stated
    self.expected = expected
    self.reason = reason
  }
}

private func certain(_ text: String, _ caseID: String = "2014-U01-A") -> EarlierHelp {
  EarlierHelp(caseID: caseID, helpedOn: day(text), isCertain: true)
}

private func likely(_ text: String) -> EarlierHelp {
  EarlierHelp(caseID: "2014-U01-B", helpedOn: day(text), isCertain: false)
}

private let cases: [HelpCase] = [
  HelpCase("no registry, nothing stated", nil, ends: .notApplicable, .noEarlierHelpStated),
  HelpCase("a registry that knows of no help", [], ends: .pass, .noEarlierHelpRecorded),
  HelpCase(
    "certain help inside the interval", [certain("2014-12-01")], ends: .fail, .helpedByRegistry),
  HelpCase(
    "certain help on the interval's first day", [certain("2014-06-16")], ends: .fail,
    .helpedByRegistry),
  HelpCase(
    "certain help the day before", [certain("2014-06-15")], ends: .pass, .noEarlierHelpRecorded),
  HelpCase("help long ago", [certain("2010-01-01")], ends: .pass, .noEarlierHelpRecorded),
  HelpCase(
    "help after the application", [certain("2015-06-16")], ends: .pass, .noEarlierHelpRecorded),
  HelpCase(
    "help on the day of application", [certain("2015-06-15")], ends: .fail, .helpedByRegistry),
  HelpCase(
    "a likeness inside the interval", [likely("2014-12-01")], ends: .unknown, .helpUnconfirmed),
  HelpCase("a likeness outside it", [likely("2014-06-15")], ends: .pass, .noEarlierHelpRecorded),
  HelpCase(
    "certain help decides beside a likeness", [likely("2015-05-01"), certain("2014-12-01")],
    ends: .fail, .helpedByRegistry),
  HelpCase(
    "certain help outside leaves a likeness inside", [certain("2013-01-01"), likely("2014-12-01")],
    ends: .unknown, .helpUnconfirmed),
  HelpCase(
    "the unit's own statement refuses where the registry knows nothing", [], stated: "2014-12-01",
    ends: .fail, .helpedWithinInterval),
  HelpCase(
    "the registry refuses where the unit states help of long ago", [certain("2014-12-01")],
    stated: "2010-01-01", ends: .fail, .helpedByRegistry),
  HelpCase(
    "the unit's statement of long ago passes", [], stated: "2010-01-01", ends: .pass,
    .notHelpedWithinInterval),
  HelpCase(
    "an unclear statement stays unclear", [], stated: "2014-06", ends: .unknown, .helpDateUnknown),
]

@Suite("FREQUENCY by the registry")
struct RegistryHelpTests {
  @Test("what the registry knows decides first, then what the unit states", arguments: cases)
  fileprivate func decides(_ example: HelpCase) throws {
    let changes: Cells = example.stated.map { [(.previouslyHelpedOn, date($0))] } ?? []
    let decision = try Self.decision(on: Case(changes: changes), example.help)
    #expect(decision.outcome == example.expected)
    #expect(decision.reason == example.reason)
  }

  @Test("of several certain ones the latest is named")
  func latest() throws {
    let help = [certain("2014-08-01", "2014-U01-A"), certain("2015-01-01", "2014-U01-C")]
    let result = try Self.result(of: Case(), help)
    let decision = try #require(
      explainedDecisions(of: result, under: .sample).first { $0.rule == .frequency })
    #expect(decision.arguments == ["2015-01-01", "12", "2014-U01-C"])
  }

  @Test("an unstated day of application leaves help near the interval's end open")
  func unknownDay() throws {
    let example = Case(
      blank: [.applicationDate], referenceDate: "2015-12-31", isDateAssumed: true)
    #expect(try Self.decision(on: example, [certain("2014-06-15")]).outcome == .unknown)
    #expect(try Self.decision(on: example, [certain("2013-12-31")]).outcome == .pass)
    #expect(try Self.decision(on: example, [certain("2015-01-01")]).outcome == .fail)
  }

  private static func decision(on example: Case, _ help: [EarlierHelp]?) throws -> Decision {
    try #require(result(of: example, help).decisions.first { $0.rule == .frequency })
  }

  private static func result(of example: Case, _ help: [EarlierHelp]?) throws -> ScreeningResult {
    screeningResult(
      concluding: try example.assessed(), duplicates: [], clusterID: "", primary: nil,
      earlierHelp: help, under: .sample)
  }
}
