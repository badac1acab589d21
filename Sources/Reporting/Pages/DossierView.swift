import Casework

/// Everything one dossier shows, section by section.
struct DossierView {
  /// The case.
  let result: ScreeningResult
  /// The round it belongs to.
  let round: RoundResult
  /// The reader's language.
  let language: Language
  /// What the rules of measures suggest; nil where they suggest nothing.
  let recommendation: Recommendation?
  /// Figures and values in that language.
  let figures: ShownFigures
  /// The words of the policy's values, where they were made for many cases.
  let wording: PolicyWording?

  /// Makes the view of a case.
  init(
    _ result: ScreeningResult, suggesting recommendation: Recommendation? = nil,
    in round: RoundResult, language: Language, wording: PolicyWording? = nil
  ) {
    self.result = result
    self.recommendation = recommendation
    self.round = round
    self.language = language
    figures = ShownFigures(language: language)
    self.wording = wording
  }

  /// The whole dossier.
  var view: View {
    var view = heading
    view.add(summary)
    view.add(applicant)
    view.add(household)
    view.add(worksheet)
    view.add(computation)
    view.add(rules)
    view.add(turning)
    view.add(findings)
    view.add(connections)
    view.add(
      SuggestionView(
        recommendation: recommendation, catalog: round.catalog, language: language
      ).view)
    view.add(procedure)
    return view
  }

  private var heading: View {
    View([
      "caseID": .text(result.caseID), "unit": .text(result.application.unit.name),
      "unitCode": .text(result.application.unit.code), "round": .text(result.application.round),
      "asOf": .text(round.asOf.description), "policy": .text(round.policyTitle),
      "runID": .text(round.runID), "outcome": .text(title(of: result.outcome, in: language)),
      "outcomeClass": .text(result.outcome.rawValue), "outcomeSign": .text(sign(result.outcome)),
      "source": .text(round.catalog.rowWords(for: result.application.record.location)),
      "sourceRow": .text(rowWords),
    ])
  }

  private var rowWords: String {
    let row = result.application.record.location.row
    return language.text("第 \(row) 行", "row \(row)")
  }

  private var summary: View {
    let household = result.household
    let threshold = result.assessment.threshold
    return View([
      "perCapitaDisposable": .text(figures.yuan(household.perCapitaDisposable)),
      "perCapitaActual": .text(figures.yuan(household.perCapitaActual)),
      "threshold": .text(threshold.map { figures.yuan($0.monthly) } ?? "—"),
      "comparator": .text(threshold.map { comparator($0) } ?? ""),
      "shortfall": .text(result.shortfall.map { figures.yuan($0) } ?? ""),
      "hardshipType": .text(
        result.assessment.hardshipType.map { title(of: $0, in: language) } ?? "—"),
      "failedRules": .text(titles(of: result.failedRules)),
      "unknownRules": .text(titles(of: result.unknownRules)),
      "primaryCase": .text(primaryCase),
    ])
  }

  /// The case this one is merged into.
  private var primaryCase: String {
    result.outcome == .merged ? result.primary ?? "" : ""
  }

  private func titles(of rules: [RuleCode]) -> String {
    rules.map { title(of: $0, in: language) }.joined(separator: language.text("；", "; "))
  }
}

/// The comparator of a line as a sign.
func comparator(_ threshold: Threshold) -> String { threshold.includesEquality ? "≤" : "<" }

/// A sign that tells an outcome without colour.
func sign(_ outcome: CaseOutcome) -> String {
  switch outcome {
  case .eligible: "√"
  case .ineligible: "×"
  case .undetermined: "？"
  case .merged: "→"
  }
}

/// A sign that tells how a rule ended without colour.
func sign(_ outcome: RuleOutcome) -> String {
  switch outcome {
  case .pass: "√"
  case .fail: "×"
  case .unknown: "？"
  case .notApplicable: "－"
  }
}

extension SourceCatalog {
  /// The file and sheet of a row, such as `州水务局/申报表.xml [申报表]`.
  func rowWords(for location: SourceLocation) -> String {
    let sheet = sheet(of: location)
    return file(of: location) + (sheet.isEmpty ? "" : " [\(sheet)]")
  }
}
