/// The page of a re-screening.
///
/// `[[word]]` is a `PageWord`, `{{gap}}` a slot of `RescreeningView`; charts are markup of our own.
let rescreeningTemplate = #"""
  \#(pageHead(title: "[[rescreeningTitle]] · {{asOf}}"))
  <body>
  <main>
  <header class="mast">
  <p class="kicker">[[programme]]</p>
  <h1>[[rescreeningTitle]]</h1>
  <p class="lead">[[asOf]] {{asOf}} · {{policy}} · [[rescreeningLead]]</p>
  </header>
  <section class="figures" aria-label="[[atAGlance]]">
  <dl class="four">
  <div><dt>[[casesFigure]]</dt><dd>{{caseCount}}</dd></div>
  <div><dt>[[changesFigure]]</dt><dd>{{changeCount}}</dd></div>
  <div><dt>[[proposalsFigure]]</dt><dd>{{exitCount}} · {{followOnCount}}</dd></div>
  <div><dt>[[overdueFigure]]</dt><dd>{{overdueCount}} · {{contactCount}}</dd></div>
  </dl>
  </section>
  <div class="pair">
  <section><h2>[[causesChart]]</h2>{{{causesChart}}}</section>
  <section><h2>[[proposalsChart]]</h2>{{{proposalsChart}}}</section>
  </div>
  <section>
  <h2>[[changesTitle]]</h2>
  {{#hasChanges}}
  <table class="compact">
  <thead><tr><th scope="col">[[caseTitle]]</th><th scope="col">[[before]]</th><th scope="col">[[after]]</th><th scope="col">[[changeCause]]</th><th scope="col">[[detail]]</th></tr></thead>
  <tbody>
  {{#changes}}<tr><th scope="row">{{caseID}}</th><td>{{from}}</td><td>{{to}}</td><td>{{changeCause}}</td><td>{{detail}}</td></tr>
  {{/changes}}
  </tbody>
  </table>
  {{/hasChanges}}
  {{^hasChanges}}<p class="none">[[none]]</p>{{/hasChanges}}
  </section>
  <section>
  <h2>[[proposalsTitle]]</h2>
  <p class="legend">[[proposalsLead]]</p>
  {{#hasProposals}}
  <table class="compact">
  <thead><tr><th scope="col">[[caseTitle]]</th><th scope="col">[[proposalKind]]</th><th scope="col">[[ground]]</th><th scope="col">[[day]]</th><th scope="col">[[detail]]</th></tr></thead>
  <tbody>
  {{#proposals}}<tr><th scope="row">{{caseID}}</th><td>{{kind}}</td><td>{{ground}}</td><td>{{day}}</td><td>{{detail}}</td></tr>
  {{/proposals}}
  </tbody>
  </table>
  {{/hasProposals}}
  {{^hasProposals}}<p class="none">[[none]]</p>{{/hasProposals}}
  </section>
  {{#hasVerified}}
  <section>
  <h2>[[verifiedTitle]]</h2>
  <table class="compact">
  <thead><tr><th scope="col">[[caseTitle]]</th><th scope="col" class="figure">[[declaredIncome]]</th><th scope="col" class="figure">[[perCapitaActual]]</th><th scope="col">[[outcomeTitle]]</th><th scope="col" class="figure">[[verifiedIncome]]</th><th scope="col" class="figure">[[perCapitaActual]]</th><th scope="col">[[outcomeTitle]]</th></tr></thead>
  <tbody>
  {{#verified}}<tr><th scope="row">{{caseID}}</th><td class="figure">{{declaredIncome}}</td><td class="figure">{{declaredPerCapita}}</td><td>{{declaredOutcome}}</td><td class="figure">{{verifiedIncome}}</td><td class="figure">{{verifiedPerCapita}}</td><td>{{verifiedOutcome}}</td></tr>
  {{/verified}}
  </tbody>
  </table>
  </section>
  {{/hasVerified}}
  {{#isShortened}}<p class="legend">[[shortenedTable]] {{mostRows}}</p>{{/isShortened}}
  <footer>
  <p>[[run]] <code>{{runID}}</code> · {{policy}} · [[asOf]] {{asOf}}</p>
  </footer>
  </main>
  </body>
  </html>
  """#
