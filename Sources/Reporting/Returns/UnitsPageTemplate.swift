/// The page of the units.
///
/// `[[word]]` is a `PageWord`, `{{gap}}` a slot of the view.
let unitsPageTemplate = #"""
  \#(pageHead(title: "[[unitsPageTitle]] · {{round}}"))
  <body>
  <nav><a href="index.html">← [[runTitle]]</a></nav>
  <main>
  <header class="mast">
  <p class="kicker">[[programme]] · [[round]] {{round}}</p>
  <h1>[[unitsPageTitle]]</h1>
  <p class="lead">[[asOf]] {{asOf}} · {{policy}}</p>
  </header>
  <section class="figures" aria-label="[[atAGlance]]">
  <dl>
  <div><dt>[[unitsReceived]]</dt><dd>{{receivedCount}}</dd></div>
  <div><dt>[[unitsQuarantined]]</dt><dd>{{quarantinedCount}}</dd></div>
  <div><dt>[[unitsSilent]]</dt><dd>{{silentCount}}</dd></div>
  </dl>
  </section>
  <section>
  <h2>[[unitsQuarantined]]</h2>
  {{#has_quarantined}}
  <table class="procedure">
  <thead><tr><th scope="col">[[unit]]</th><th scope="col">[[whyAside]]</th><th scope="col">[[returnSheet]]</th></tr></thead>
  <tbody>
  {{#quarantinedUnits}}<tr class="is-error"><th scope="row">{{unitName}} <span class="soft">{{unitCode}}</span></th><td>{{#reasons}}<p><span class="cell">{{place}}</span><br>{{message}}<span class="note">{{hint}}</span></p>{{/reasons}}{{^reasons}}{{#files}}<span class="file">{{file}}</span><br>{{/files}}{{/reasons}}</td><td>{{#returnFiles}}<a href="{{address}}">{{kind}}</a> {{/returnFiles}}</td></tr>
  {{/quarantinedUnits}}
  </tbody>
  </table>
  {{/has_quarantined}}
  {{^has_quarantined}}<p class="none">[[none]]</p>{{/has_quarantined}}
  {{#hasLooseFiles}}<h3>[[looseFiles]]</h3><ul class="files">{{#looseFiles}}<li>{{file}}</li>{{/looseFiles}}</ul>{{/hasLooseFiles}}
  </section>
  {{#hasOffice}}<section>
  <h2>[[officeRows]]</h2>
  <p>{{officeName}}：{{#officeFiles}}<a href="{{address}}">{{kind}}</a> {{/officeFiles}}</p>
  <p class="legend">[[officeLegend]]</p>
  </section>{{/hasOffice}}
  <section>
  <h2>[[unitsSilent]]</h2>
  {{#has_silent}}<p>{{#silentUnits}}<span class="mark">{{unitName}} <span class="soft">{{unitCode}}</span></span> {{/silentUnits}}</p>{{/has_silent}}
  {{^has_silent}}<p class="none">[[none]]</p>{{/has_silent}}
  </section>
  <section>
  <h2>[[unitsReceived]]</h2>
  <table class="compact">
  <thead><tr><th scope="col">[[unit]]</th><th scope="col" class="figure">[[unitFiles]]</th><th scope="col" class="figure">[[rows]]</th><th scope="col" class="figure">[[applications]]</th><th scope="col" class="figure">[[errorsToCorrect]]</th><th scope="col" class="figure">[[warningsToCheck]]</th><th scope="col">[[returnSheet]]</th></tr></thead>
  <tbody>
  {{#receivedUnits}}<tr><th scope="row">{{unitName}} <span class="soft">{{unitCode}}</span></th><td class="figure">{{fileCount}}</td><td class="figure">{{rowCount}}</td><td class="figure">{{cases}}</td><td class="figure">{{errors}}</td><td class="figure">{{warnings}}</td><td>{{#returnFiles}}<a href="{{address}}">{{kind}}</a> {{/returnFiles}}{{^hasReturn}}<span class="soft">[[nothingToReturn]]</span>{{/hasReturn}}</td></tr>
  {{/receivedUnits}}
  </tbody>
  </table>
  <p class="legend">[[returnsLegend]]</p>
  </section>
  <footer>
  <p>[[run]] <code>{{runID}}</code> · {{policy}} · [[asOf]] {{asOf}}</p>
  </footer>
  </main>
  </body>
  </html>
  """#
