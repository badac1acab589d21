/// The run's page.
///
/// `[[word]]` is a `PageWord`, `{{gap}}` a slot of `RunPageView`; charts are markup of our own.
let runPageTemplate = #"""
  \#(pageHead(title: "[[runTitle]] · {{round}}"))
  <body>
  <main>
  <header class="mast">
  <p class="kicker">[[programme]] · [[round]] {{round}}</p>
  <h1>[[runTitle]]</h1>
  <p class="lead">[[asOf]] {{asOf}} · {{policy}} · [[runLead]]</p>
  </header>
  <section class="figures" aria-label="[[atAGlance]]">
  <dl class="four">
  <div><dt>[[casesFigure]]</dt><dd>{{caseCount}}</dd></div>
  <div><dt>[[unitsFigure]]</dt><dd>{{receivedCount}} · {{quarantinedCount}} · {{silentCount}}</dd></div>
  <div><dt>[[problemsFigure]]</dt><dd>{{errorCount}} · {{warningCount}} · {{noteCount}}</dd></div>
  <div><dt>[[rowsFigure]]</dt><dd>{{rowCount}}</dd></div>
  </dl>
  </section>
  <div class="pair">
  <section><h2>[[outcomesChart]]</h2>{{{outcomesChart}}}</section>
  <section><h2>[[typesChart]]</h2>{{{typesChart}}}</section>
  </div>
  <section>
  <h2>[[distributionChart]]</h2>
  {{{distributionChart}}}
  <p class="legend">[[distributionLegend]]</p>
  </section>
  \#(runSuggestions)
  <section>
  <h2>[[frequentProblems]]</h2>
  {{#hasProblems}}
  <table class="problems">
  <thead><tr><th scope="col">[[severity]]</th><th scope="col">[[meaning]]</th><th scope="col">[[code]]</th><th scope="col" class="figure">[[count]]</th></tr></thead>
  <tbody>
  {{#problems}}<tr class="is-{{severityClass}}"><th scope="row">{{severity}}</th><td>{{problemMessage}}</td><td><code>{{problemCode}}</code></td><td class="figure">{{problemCount}}</td></tr>
  {{/problems}}
  </tbody>
  </table>
  {{/hasProblems}}
  {{^hasProblems}}<p class="none">[[noProblems]]</p>{{/hasProblems}}
  </section>
  <section>
  <h2>[[unitsTitle]]</h2>
  <p class="lead"><a href="units.html">[[unitsPageTitle]]</a></p>
  <table class="compact">
  <thead><tr><th scope="col">[[unit]]</th><th scope="col">[[unitStatus]]</th><th scope="col" class="figure">[[unitFiles]]</th><th scope="col" class="figure">[[applications]]</th></tr></thead>
  <tbody>
  {{#units}}<tr><th scope="row">{{unitName}} <span class="soft">{{unitCode}}</span></th><td class="{{unitStatusClass}}">{{unitStatus}}</td><td class="figure">{{unitFiles}}</td><td class="figure">{{unitCases}}</td></tr>
  {{/units}}
  </tbody>
  </table>
  </section>
  <div class="pair">
  <section>
  <h2>[[pairsTitle]]</h2>
  {{#hasPairs}}
  <table class="compact">
  <thead><tr><th scope="col">[[pairKind]]</th><th scope="col" class="figure">[[pairsOpen]]</th><th scope="col" class="figure">[[pairsSame]]</th><th scope="col" class="figure">[[pairsDifferent]]</th></tr></thead>
  <tbody>
  {{#pairKinds}}<tr><th scope="row">{{pairKind}}</th><td class="figure">{{openCount}}</td><td class="figure">{{sameCount}}</td><td class="figure">{{differentCount}}</td></tr>
  {{/pairKinds}}
  </tbody>
  </table>
  {{/hasPairs}}
  {{^hasPairs}}<p class="none">[[none]]</p>{{/hasPairs}}
  <h2>[[filesTitle]]</h2>
  <ul class="files">
  {{#files}}<li><a href="{{fileAddress}}">{{file}}</a></li>
  {{/files}}
  </ul>
  </section>
  <section>
  <h2>[[balanceTitle]]</h2>
  <table class="compact">
  <thead><tr><th scope="col">[[rowClass]]</th><th scope="col" class="figure">[[rows]]</th></tr></thead>
  <tbody>
  {{#rowClasses}}<tr><th scope="row">{{rowClass}}</th><td class="figure">{{classCount}}</td></tr>
  {{/rowClasses}}
  <tr class="sum"><th scope="row">[[total]]</th><td class="figure">{{rowCount}} {{#isBalanced}}√{{/isBalanced}}{{^isBalanced}}×{{/isBalanced}}</td></tr>
  </tbody>
  </table>
  <p class="legend">[[balanceLead]]</p>
  </section>
  </div>
  <footer>
  <p>[[run]] <code>{{runID}}</code> · {{policy}} · [[asOf]] {{asOf}}</p>
  </footer>
  </main>
  </body>
  </html>
  """#
