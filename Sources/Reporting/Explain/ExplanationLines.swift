import Casework

/// A case explained for a terminal: outcome, rules, the worksheet's tree, what is open, duplicates
/// and the suggestion; for the office's panel only.
///
/// - Parameters:
///   - explanation: The case.
///   - language: The reader's language.
///   - columns: How many columns a line may take.
/// - Returns: The lines.
public func lines(
  explaining explanation: CaseToExplain, in language: Language, columns: Int = 96
) -> [String] {
  ExplanationLines(explanation, language, columns: columns).lines
}

/// Lays out the sections of an explanation.
private struct ExplanationLines {
  let explanation: CaseToExplain
  let language: Language
  let columns: Int
  let figures: ShownFigures

  init(_ explanation: CaseToExplain, _ language: Language, columns: Int) {
    self.explanation = explanation
    self.language = language
    self.columns = columns
    figures = ShownFigures(language: language)
  }

  private var result: ScreeningResult { explanation.result }

  var lines: [String] {
    var tree = WorksheetText(
      catalog: explanation.catalog, language: language, columns: columns)
    let worksheet = worksheetLines(&tree)
    let sections = [
      heading, rules(&tree), turning(&tree), worksheet, unknowns(&tree), duplicates, suggestion,
      policyValues, files(tree),
    ]
    return Array(sections.filter { !$0.isEmpty }.joined(separator: [""]))
  }

  // MARK: Head and rules

  private var heading: [String] {
    let application = result.application
    let stamp = sign(result.outcome) + " " + title(of: result.outcome, in: language)
    let place = application.record.location
    let row = language.text(" 第 \(place.row) 行", " row \(place.row)")
    let unit = language.text(
      "\(application.unit.name)（\(application.unit.code)）",
      "\(application.unit.name) (\(application.unit.code))")
    let entries: [(PageWord, String)] = [
      (.unit, unit), (.applicant, applicant),
      (.source, explanation.catalog.rowWords(for: place) + row),
      (
        .policy,
        explanation.policyTitle + language.text("，审核基准日 ", ", as of ")
          + explanation.asOf.description
      ),
    ]
    let run = explanation.runID.isEmpty ? [] : entry(.run, explanation.runID)
    return [TerminalText.spread(result.caseID, stamp, over: columns), rule("═")]
      + entries.flatMap { entry($0, $1) } + run + checked
  }

  private var applicant: String {
    let application = result.application
    let parts = [
      application.applicantName?.original ?? "—",
      application.applicantIdentity.map(Masking.identity),
      application.category.map { title(of: $0, in: language) },
      application.cause.map { title(of: $0, in: language) },
    ]
    return parts.compactMap(\.self).joined(separator: language.text("，", ", "))
  }

  private func entry(_ word: PageWord, _ text: String) -> [String] {
    hanging(
      TerminalText.padded(word.text(in: language), to: language == .english ? 16 : 12), text)
  }

  private var checked: [String] {
    let label = TerminalText.padded(
      language.text("核对", "Checked"), to: language == .english ? 16 : 12)
    return hanging(label, checkWords + (explanation.isAsRecorded ? "" : differsFromRecord))
  }

  private var checkWords: String {
    switch explanation.check {
    case .same(let digest):
      language.text("与该次运行公布的核算一致（\(digest)）", "as the run published it (\(digest))")
    case .differs(let digest, let published):
      language.text(
        "与该次运行公布的核算不同（现 \(digest)，原 \(published)）：以运行结果为准，请用同一版本的程序重看，"
          + "或重新运行本期。",
        "differs from what the run published (now \(digest), then \(published)): the run stands; "
          + "use the same version of the program, or run the round again. ")
    case .unpublished:
      explanation.isAsRecorded
        ? language.text("结论和数额与登记库的记录一致", "outcome and figures as the registry recorded them")
        : ""
    }
  }

  private var differsFromRecord: String {
    language.text(
      "结论或数额与登记库的记录不同：以记录为准，请用同一版本的程序重看。",
      "Outcome or figures differ from the registry’s record, which stands; use the same version of "
        + "the program.")
  }

  private func section(_ word: PageWord) -> [String] {
    [word.text(in: language), rule("─")]
  }

  private func rule(_ character: Character) -> String {
    String(repeating: character, count: columns)
  }

  private func rules(_ tree: inout WorksheetText) -> [String] {
    var lines = section(.rulesSection)
    for decision in decisions {
      let mode =
        decision.decision.mode == .warn
        ? language.text("（", " (") + PageWord.warnsOnly.text(in: language)
          + language.text("）", ")") : ""
      let head =
        TerminalText.padded(sign(decision.outcome), to: 3)
        + TerminalText.padded(
          title(of: decision.outcome, in: language), to: language == .english ? 15 : 8)
      let rule = title(of: decision.rule, in: language) + mode
      let sentence = sentence(for: decision, in: language)
      let indent = TerminalText.width(head)
      if decision.outcome == .fail || decision.outcome == .unknown {
        lines += hanging(head, rule)
        lines += hanging(String(repeating: " ", count: indent), sentence)
      } else {
        lines += hanging(head, rule + language.text("：", ": ") + sentence)
      }
      for item in decision.deciding {
        let cell = item.location.map { tree.placed([$0]) } ?? ""
        lines += hanging(
          String(repeating: " ", count: indent) + "→ ",
          Reporting.sentence(for: item, cell: cell, in: language))
      }
      lines += evidence(decision, indent: indent, &tree)
    }
    return lines
  }

  /// What would turn the case, for the panel.
  private func turning(_ tree: inout WorksheetText) -> [String] {
    guard let turning = result.explanation?.turning else { return [] }
    var places = tree
    let texts = sentences(for: turning, of: result.outcome, in: language) { places.placed([$0]) }
    tree = places
    guard !texts.isEmpty else { return [] }
    let title = language.text("可以改变结论的单项核实（仅供审核小组）", "What would turn it (panel only)")
    return [title, rule("─")] + texts.flatMap { hanging("· ", $0) }
  }

  /// The decisions in full; without texts where nobody explained them.
  private var decisions: [ExplainedDecision] {
    result.explanation?.decisions ?? result.decisions.map { ExplainedDecision($0) }
  }

  private func evidence(
    _ decision: ExplainedDecision, indent: Int, _ tree: inout WorksheetText
  ) -> [String] {
    guard decision.outcome == .fail || decision.outcome == .unknown || decision.rule == .incomeTest
    else { return [] }
    let cells = decision.values.compactMap { value -> String? in
      guard let location = value.location else { return nil }
      let field = value.field.map { name(of: $0, in: language) } ?? ""
      return "\(field) \(value.shown)".trimmedBlanks + " " + tree.placed([location])
    }
    let parameters = decision.parameters.map { parameterWords($0, in: language) }
    let texts = cells + parameters + (decision.citation.isEmpty ? [] : [decision.citation])
    return texts.flatMap { hanging(String(repeating: " ", count: indent) + "· ", $0) }
  }

  /// A text behind a head, its further lines below the first.
  private func hanging(_ head: String, _ text: String) -> [String] {
    let indent = TerminalText.width(head)
    return TerminalText.wrapped(text, to: max(24, columns - indent)).enumerated().map {
      ($0.offset == 0 ? head : String(repeating: " ", count: indent)) + $0.element
    }
  }

  // MARK: The worksheet

  private func worksheetLines(_ tree: inout WorksheetText) -> [String] {
    guard let worksheet = result.household.worksheet else { return [] }
    let window = result.household.window
    let lead =
      language.text("计算期 ", "Window ") + "\(window.start) – \(window.end)"
      + PageWord.windowBefore.text(in: language) + " \(result.household.referenceDate)"
      + (result.household.referenceDateIsAssumed
        ? language.text("（", " (") + PageWord.dateAssumed.text(in: language)
          + language.text("）", ")") : "")
    let rows = WorksheetRows(
      figures: figures, application: result.application, line: nil)
    return section(.worksheetSection) + TerminalText.wrapped(lead, to: columns)
      + tree.lines(of: rows.row(of: worksheet.held(against: result.assessment.threshold)))
  }

  private func unknowns(_ tree: inout WorksheetText) -> [String] {
    guard !result.household.unknowns.isEmpty else { return [] }
    var lines = section(.unknownSection)
    for item in result.household.unknowns {
      let words = words(
        for: Finding(item.code, at: item.location, field: item.field), in: language)
      let bounds = item.bounds == .zero ? "" : " \(figures.yuan(item.bounds))"
      lines += hanging(
        "？ ", name(of: item.field, in: language) + bounds + " " + tree.placed([item.location]))
      lines += hanging("   ", words.message + language.text("；", "; ") + words.hint)
    }
    return lines
  }

  /// The policy's values with the documents they come from.
  private var policyValues: [String] {
    guard let values = result.explanation?.policyValues, !values.isEmpty else { return [] }
    let words = { PolicyValueWords($0, in: language) }
    let sources = PolicySource.sources(of: values, in: language, saying: words).flatMap { source in
      let since = source.effectiveFrom.map { inForce(since: $0, in: language) } ?? ""
      let origin = [source.source, since, source.standing(in: language)]
        .filter { !$0.isEmpty }.joined(separator: " · ")
      return hanging("· ", origin)
        + source.groups.flatMap { group in
          group.items.flatMap { hanging("    ", $0.text) }
            + (group.citation.isEmpty ? [] : hanging("      ", "〔\(group.citation)〕"))
        }
    }
    return [policyValuesTitle(values, in: language), rule("─")] + sources
  }

  private func files(_ tree: WorksheetText) -> [String] {
    guard !tree.places.files.isEmpty else { return [] }
    return section(.sourceCells)
      + tree.places.legend
  }

  // MARK: Duplicates and the suggestion

  private var duplicates: [String] {
    guard !result.duplicates.isEmpty else { return [] }
    var lines = section(.duplicatesSection)
    for link in result.duplicates {
      let isFirst = link.caseA == result.caseID
      let other = isFirst ? link.caseB : link.caseA
      let unit = isFirst ? link.unitB : link.unitA
      lines += hanging(
        "⇄ ",
        "\(link.pairID)  \(title(of: link.kind, in: language))  \(other)  \(unit)  "
          + title(of: link.verdict, in: language))
      lines += hanging(
        "   ",
        link.reasons.map { title(of: $0, in: language) }.joined(separator: language.listSeparator))
      if link.verdict == nil, link.kind.blocksApproval {
        lines += hanging("   ", PageWord.blocksApproval.text(in: language))
      }
    }
    return lines
  }

  private var suggestion: [String] {
    guard let recommendation = explanation.recommendation else { return [] }
    var lines = [language.text("建议（供研究）", "Suggestion (for discussion)"), rule("─")]
    if recommendation.isConditional {
      lines += hanging(
        "？ ",
        language.text(
          "本件尚待认定：以下仅在补齐后符合条件时适用，金额为可能的范围。",
          "Not decided yet: this applies only if the case turns out eligible; amounts are ranges."))
    }
    for step in recommendation.steps { lines += hanging("· ", sentence(for: step, in: language)) }
    for option in recommendation.options {
      let amount = option.amount.map { figures.yuan($0) + language.text(" 元", " yuan") } ?? ""
      lines.append(
        TerminalText.spread(
          "→ " + title(ofHelp: option.measure, in: language), amount, over: columns))
      for step in option.steps { lines += hanging("   · ", sentence(for: step, in: language)) }
    }
    return lines
  }
}

extension String {
  /// The text without blanks at its ends.
  fileprivate var trimmedBlanks: String {
    var text = Substring(self)
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
