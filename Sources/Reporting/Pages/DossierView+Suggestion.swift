import Casework

/// The dossier's section on what the rules of measures suggest.
///
/// Its titles are gaps of the view, so that a page without the section needs no words for it.
let dossierSuggestion = #"""
  {{#hasSuggestion}}
  <section class="suggestion">
  <h2>{{suggestionTitle}}</h2>
  <p class="legend">{{suggestionLead}}</p>
  {{#suggestionCondition}}<p class="because"><b>{{suggestionCondition}}</b></p>{{/suggestionCondition}}
  {{#suggestionSteps}}<p>{{suggestionSentence}}{{#suggestionSource}} <span class="note">{{suggestionSource}}</span>{{/suggestionSource}}</p>
  {{/suggestionSteps}}
  {{#suggestionOptions}}
  <h3>{{helpTitle}}{{#helpAmount}} <b class="number">{{helpAmount}}</b>{{/helpAmount}}</h3>
  {{#helpSteps}}<p class="evidence">{{suggestionSentence}}{{#suggestionSource}} <span class="note">{{suggestionSource}}</span>{{/suggestionSource}}</p>
  {{/helpSteps}}
  {{#helpSchedule}}<p class="evidence">{{helpSchedule}}</p>{{/helpSchedule}}
  {{/suggestionOptions}}
  {{#hasConditions}}
  <h3>{{conditionsTitle}}</h3>
  <table class="rules compact">
  <tbody>
  {{#startUpConditions}}<tr class="{{conditionClass}}"><th scope="row">{{conditionTitle}}</th><td class="verdict"><span class="sign" aria-hidden="true">{{conditionSign}}</span> {{conditionHolds}}</td><td>{{#conditionValues}}<p class="evidence">{{valueName}}{{#valueShown}} <b>{{valueShown}}</b>{{/valueShown}} <span class="cell">{{valueCell}}</span></p>{{/conditionValues}}</td></tr>
  {{/startUpConditions}}
  </tbody>
  </table>
  {{/hasConditions}}
  </section>
  {{/hasSuggestion}}
  """#

/// What the rules of measures suggest for a case, as the dossier shows it.
struct SuggestionView {
  let recommendation: Recommendation?
  let catalog: SourceCatalog
  let language: Language

  private var figures: ShownFigures { ShownFigures(language: language) }

  /// The slots of ``dossierSuggestion``.
  var view: View {
    guard let recommendation else { return View(["hasSuggestion": .flag(false)]) }
    return View([
      "hasSuggestion": .flag(true),
      "suggestionTitle": .text(language.text("建议（供研究）", "Suggestion (for discussion)")),
      "suggestionLead": .text(
        language.text(
          "由程序按政策推算，仅供研究；帮扶方式和金额由领导小组研究审批。",
          "Worked out from the policy, for discussion only; the steering group decides.")),
      "suggestionCondition": .text(recommendation.isConditional ? condition : ""),
      "suggestionSteps": .list(recommendation.steps.map(step)),
      "suggestionOptions": .list(recommendation.options.map(option)),
      "hasConditions": .flag(!recommendation.conditions.isEmpty),
      "conditionsTitle": .text(
        language.text("创业帮扶的五个条件", "The five conditions of start-up help")),
      "startUpConditions": .list(recommendation.conditions.map(condition)),
    ])
  }

  private var condition: String {
    language.text(
      "本件尚待认定：以下仅在补齐后符合条件时适用，金额为可能的范围。",
      "Not decided yet: this applies only if the case turns out eligible; amounts are ranges.")
  }

  private func step(_ step: MeasureStep) -> View {
    View([
      "suggestionSentence": .text(sentence(for: step, in: language)),
      "suggestionSource": .text(step.citation),
    ])
  }

  private func option(_ option: HelpOption) -> View {
    View([
      "helpTitle": .text(title(ofHelp: option.measure, in: language)),
      "helpAmount": .text(
        option.amount.map { figures.yuan($0) + language.text(" 元", " yuan") } ?? ""),
      "helpSteps": .list(option.steps.map(step)), "helpSchedule": .text(schedule(option)),
    ])
  }

  private func schedule(_ option: HelpOption) -> String {
    guard let yearly = option.interest?.yearly else { return "" }
    return zip(1..., yearly).map { year, amount in
      language.text(
        "第 \(year) 年 \(figures.yuan(amount)) 元", "Year \(year): \(figures.yuan(amount))")
    }.joined(separator: language.text("；", "; "))
  }

  private func condition(_ condition: StartUpCondition) -> View {
    let outcome: RuleOutcome =
      switch condition.holds {
      case true?: .pass
      case false?: .fail
      case nil: .unknown
      }
    return View([
      "conditionTitle": .text(title(of: condition.kind, in: language)),
      "conditionClass": .text(outcome.rawValue), "conditionSign": .text(sign(outcome)),
      "conditionHolds": .text(holds(condition.holds)),
      "conditionValues": .list(condition.values.map(value)),
    ])
  }

  private func holds(_ holds: Bool?) -> String {
    switch holds {
    case true?: language.text("具备", "holds")
    case false?: language.text("不具备", "does not hold")
    case nil: language.text("不明", "not known")
    }
  }

  private func value(_ value: ComparedValue) -> View {
    View([
      "valueName": .text(value.field.map { name(of: $0, in: language) } ?? ""),
      "valueShown": .text(value.shown),
      "valueCell": .text(value.location.map(catalog.words) ?? ""),
    ])
  }
}
