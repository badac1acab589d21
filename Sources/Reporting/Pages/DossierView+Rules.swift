import Casework

extension DossierView {
  /// Each rule with its sentence, what it compared, and which parameters it read.
  var rules: View { View(["rules": .list(explained.map(rule))]) }

  /// The decisions in full; without texts where nobody explained them.
  private var explained: [ExplainedDecision] {
    result.explanation?.decisions ?? result.decisions.map { ExplainedDecision($0) }
  }

  private func rule(_ decision: ExplainedDecision) -> View {
    View([
      "ruleTitle": .text(title(of: decision.rule, in: language)),
      "ruleCode": .text(decision.rule.rawValue), "ruleSign": .text(sign(decision.outcome)),
      "ruleOutcome": .text(title(of: decision.outcome, in: language)),
      "ruleClass": .text(decision.outcome.rawValue),
      "ruleWarns": .flag(decision.decision.mode == .warn),
      "ruleOff": .flag(decision.decision.mode == .off),
      "sentence": .text(sentence(for: decision, in: language)),
      "deciding": .list(
        decision.deciding.map { item in
          View([
            "decidingItem": .text(
              sentence(
                for: item, cell: item.location.map(round.catalog.words) ?? "", in: language))
          ])
        }),
      "citation": .text(decision.citation),
      "compared": .list(decision.values.map(compared)),
      "parameters": .list(decision.parameters.map(parameter)),
    ])
  }

  /// What would turn the case, for the panel.
  var turning: View {
    let sentences =
      result.explanation?.turning.map {
        Reporting.sentences(
          for: $0, of: result.outcome, in: language, cell: round.catalog.words)
      } ?? []
    return View([
      "turningTitle": .text(
        language.text("可以改变结论的单项核实（仅供审核小组）", "What would turn it (panel only)")),
      "hasTurning": .flag(!sentences.isEmpty),
      "turning": .list(sentences.map { View(["turningSentence": .text($0)]) }),
    ])
  }

  private func compared(_ value: ComparedValue) -> View {
    View([
      "comparedName": .text(value.field.map { name(of: $0, in: language) } ?? ""),
      "comparedValue": .text(value.shown),
      "comparedCell": .text(value.location.map(round.catalog.words) ?? ""),
    ])
  }

  private func parameter(_ reading: ParameterReading) -> View {
    View([
      "parameterName": .text(title(ofParameter: reading.name, in: language)),
      "parameterValue": .text(parameterValue(reading.value, in: language)),
      "parameterFrom": .text(reading.effectiveFrom.map { inForce(since: $0, in: language) } ?? ""),
      "parameterSource": .text(reading.source),
    ])
  }

  /// What is not known and which cell would settle it, and everything found about the case.
  var findings: View {
    let found = result.allFindings.sorted(by: precedes)
    return View([
      "unknowns": .list(result.household.unknowns.map(unknown)),
      "hasUnknowns": .flag(!result.household.unknowns.isEmpty),
      "problems": .list(found.map(problem)), "hasProblems": .flag(!found.isEmpty),
    ])
  }

  private func unknown(_ item: UnknownItem) -> View {
    let words = words(for: Finding(item.code, at: item.location, field: item.field), in: language)
    return View([
      "unknownField": .text(name(of: item.field, in: language)),
      "unknownCell": .text(round.catalog.words(for: item.location)),
      "unknownReason": .text(words.message), "unknownHint": .text(words.hint),
      "unknownBounds": .text(item.bounds == .zero ? "" : figures.yuan(item.bounds)),
    ])
  }

  private func problem(_ finding: Finding) -> View {
    let words = words(for: finding, in: language)
    return View([
      "severity": .text(title(of: finding.severity, in: language)),
      "severityClass": .text(finding.severity.rawValue),
      "problemCode": .text(finding.code.rawValue),
      "problemCell": .text(finding.location.map(round.catalog.words) ?? ""),
      "problemMessage": .text(words.message), "problemHint": .text(words.hint),
    ])
  }
}
