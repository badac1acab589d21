import Casework

/// The list of all cases by unit, with masked identity numbers.
func dossierIndexView(of round: RoundResult, in language: Language) -> View {
  let figures = ShownFigures(language: language)
  let groups = Dictionary(grouping: round.cases) { $0.application.unit.code }
  let units = groups.sorted { $0.key < $1.key }.map { code, cases in
    View([
      "unitName": .text(cases.first?.application.unit.name ?? ""), "unitCode": .text(code),
      "unitCount": "\(cases.count)",
      "cases": .list(
        cases.sorted { $0.caseID < $1.caseID }
          .map { caseRow($0, figures: figures, in: language) }),
    ])
  }
  return View([
    "round": .text(round.round), "asOf": .text(round.asOf.description),
    "policy": .text(round.policyTitle), "runID": .text(round.runID), "units": .list(units),
    "caseCount": "\(round.cases.count)", "isEmpty": .flag(round.cases.isEmpty),
  ])
}

private func caseRow(
  _ result: ScreeningResult, figures: ShownFigures, in language: Language
) -> View {
  let application = result.application
  return View([
    "caseID": .text(result.caseID), "address": .text(addressComponent(result.caseID) + ".html"),
    "applicantName": .text(application.applicantName?.original ?? "—"),
    "maskedID": .text(application.applicantIdentity.map(Masking.identity) ?? "—"),
    "category": .text(application.category.map { title(of: $0, in: language) } ?? "—"),
    "cause": .text(application.cause.map { title(of: $0, in: language) } ?? "—"),
    "perCapitaActual": .text(figures.yuan(result.household.perCapitaActual)),
    "outcome": .text(title(of: result.outcome, in: language)),
    "outcomeClass": .text(result.outcome.rawValue), "outcomeSign": .text(sign(result.outcome)),
  ])
}

/// The page of all cases.
///
/// `[[word]]` is a `PageWord`, `{{gap}}` a slot of the view above.
let dossierIndexTemplate = #"""
  \#(pageHead(title: "[[casesTitle]] · {{round}}"))
  <body>
  <nav class="screen-only"><a href="../index.html">← [[runTitle]]</a></nav>
  <main>
  <header class="mast">
  <p class="kicker">[[programme]] · [[round]] {{round}}</p>
  <h1>[[casesTitle]]</h1>
  <p class="lead">[[casesLead]]</p>
  </header>
  {{#units}}
  <section>
  <h2>{{unitName}}{{#unitCode}}（{{unitCode}}）{{/unitCode}} <span class="soft">{{unitCount}}</span></h2>
  <table class="cases">
  <thead><tr><th scope="col">[[caseTitle]]</th><th scope="col">[[applicant]]</th><th scope="col">[[identityNumber]]</th><th scope="col">[[category]]</th><th scope="col">[[cause]]</th><th scope="col" class="figure">[[perCapitaActual]]<br>[[yuanMonth]]</th><th scope="col">[[outcomeTitle]]</th></tr></thead>
  <tbody>
  {{#cases}}<tr class="{{outcomeClass}}"><th scope="row"><a href="{{address}}">{{caseID}}</a></th><td>{{applicantName}}</td><td class="number">{{maskedID}}</td><td>{{category}}</td><td>{{cause}}</td><td class="figure">{{perCapitaActual}}</td><td class="result"><span class="sign" aria-hidden="true">{{outcomeSign}}</span>{{outcome}}</td></tr>
  {{/cases}}
  </tbody>
  </table>
  </section>
  {{/units}}
  {{#isEmpty}}<p class="none">[[noCases]]</p>{{/isEmpty}}
  <footer>
  <p>[[run]] <code>{{runID}}</code> · {{policy}} · [[asOf]] {{asOf}}</p>
  <p>[[confidential]]</p>
  </footer>
  </main>
  </body>
  </html>
  """#
