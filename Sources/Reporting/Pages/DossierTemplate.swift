/// The page of a case.
///
/// `[[word]]` is a `PageWord`, `{{gap}}` a slot of `DossierView`.
let dossierTemplate = #"""
  \#(pageHead(title: "{{caseID}} · {{unit}} · [[dossier]]", style: "[[&style]][[&treeStyle]]"))
  <body class="dossier">
  <nav class="screen-only"><a href="index.html">← [[everyCase]]</a></nav>
  <main>
  <header class="mast">
  <p class="kicker">[[programme]] · [[dossier]]</p>
  <div class="mast-row">
  <h1>{{caseID}}</h1>
  <p class="stamp {{outcomeClass}}"><span class="sign" aria-hidden="true">{{outcomeSign}}</span>{{outcome}}</p>
  </div>
  <dl class="facts">
  <div><dt>[[unit]]</dt><dd>{{unit}}{{#unitCode}}（{{unitCode}}）{{/unitCode}}</dd></div>
  <div><dt>[[round]]</dt><dd>{{round}}</dd></div>
  <div><dt>[[asOf]]</dt><dd>{{asOf}}</dd></div>
  <div><dt>[[policy]]</dt><dd>{{policy}}</dd></div>
  <div class="wide"><dt>[[source]]</dt><dd>{{source}} {{sourceRow}}</dd></div>
  </dl>
  </header>

  <section class="figures" aria-label="[[atAGlance]]">
  <dl>
  <div><dt>[[applicant]]</dt><dd>{{applicantName}}</dd></div>
  <div><dt>[[perCapitaDisposable]]</dt><dd>{{perCapitaDisposable}}<small>[[yuanMonth]]</small></dd></div>
  <div class="main-figure"><dt>[[perCapitaActual]]</dt><dd>{{perCapitaActual}}<small>[[yuanMonth]]</small></dd></div>
  <div><dt>[[line]]</dt><dd>{{comparator}} {{threshold}}<small>[[yuanMonth]]</small></dd></div>
  <div><dt>[[shortfall]]</dt><dd>{{#shortfall}}{{shortfall}}<small>[[yuanMonth]]</small>{{/shortfall}}{{^shortfall}}—{{/shortfall}}</dd></div>
  <div><dt>[[hardshipType]]</dt><dd>{{hardshipType}}</dd></div>
  </dl>
  {{#failedRules}}<p class="because"><b>[[failedRules]]</b> {{failedRules}}</p>{{/failedRules}}
  {{#unknownRules}}<p class="because"><b>[[unknownRules]]</b> {{unknownRules}}</p>{{/unknownRules}}
  {{#primaryCase}}<p class="because"><b>[[mergedInto]]</b> {{primaryCase}}</p>{{/primaryCase}}
  </section>

  <section>
  <h2>[[applicantSection]]</h2>
  {{#groups}}
  <h3>{{groupTitle}}</h3>
  <dl class="entries">
  {{#entries}}
  <div{{#isLong}} class="wide"{{/isLong}}><dt>{{fieldName}}</dt><dd>{{fieldValue}} <span class="cell">{{fieldCell}}</span></dd></div>
  {{/entries}}
  </dl>
  {{/groups}}
  </section>

  <section>
  <h2>[[householdSection]]</h2>
  <p class="lead">[[householdSize]] n = <b>{{size}}</b></p>
  <table class="compact household">
  <thead><tr><th scope="col">#</th><th scope="col">[[name]]<br>[[relationship]]</th><th scope="col">[[identityNumber]]<br>[[birthDate]]</th><th scope="col">[[livesTogether]]</th><th scope="col">[[employment]]<br>[[health]]</th><th scope="col" class="figure">[[wage]]</th><th scope="col" class="figure">[[business]]</th><th scope="col" class="figure">[[property]]</th><th scope="col" class="figure">[[transfer]]</th></tr></thead>
  <tbody>
  {{#members}}
  <tr><td>{{memberNumber}}</td><th scope="row">{{memberName}}<br><span class="soft">{{relationship}}</span></th><td class="number">{{memberID}}<br><span class="soft">{{birthDate}}{{#age}} · {{age}} [[yearsOld]]{{/age}}</span></td><td>{{living}}</td><td>{{employment}}<br><span class="soft">{{health}}</span></td><td class="figure">{{wage}}</td><td class="figure">{{business}}</td><td class="figure">{{property}}</td><td class="figure">{{transfer}}</td></tr>
  {{/members}}
  </tbody>
  </table>
  <p class="legend">[[householdLegend]]</p>
  </section>

  <section>
  <h2>[[worksheetSection]]</h2>
  <p class="lead">[[window]] <b>{{windowStart}}</b> – <b>{{windowEnd}}</b>[[windowBefore]] {{referenceDate}}{{#referenceDateIsAssumed}}<span class="note">[[dateAssumed]]</span>{{/referenceDateIsAssumed}}</p>
  {{{worksheetTree}}}
  {{#hasReadings}}
  <h3>[[readingsTitle]]</h3>
  <table class="compact">
  <thead><tr><th scope="col">[[reading]]</th><th scope="col" class="figure"><i>D</i></th><th scope="col" class="figure"><i>S</i></th><th scope="col" class="figure"><i>R</i></th><th scope="col" class="figure"><i>n</i></th><th scope="col" class="figure"><i>D</i> + <i>S</i> − <i>R</i></th></tr></thead>
  <tbody>
  {{#readings}}<tr><th scope="row">{{readingNumber}}</th><td class="figure">{{readingDisposable}}</td><td class="figure">{{readingSupport}}</td><td class="figure">{{readingExpenditure}}</td><td class="figure">{{readingSize}}</td><td class="figure">{{readingActual}}</td></tr>{{/readings}}
  </tbody>
  </table>
  {{/hasReadings}}
  <div class="computation">
  <table>
  <tbody>
  <tr><th scope="row">[[perCapitaDisposable]]</th><td class="formula"><i>D</i> ÷ 12 ÷ <i>n</i> = {{disposableTerm}} ÷ 12 ÷ {{sizeTerm}}</td><td class="figure">{{perCapitaDisposable}} [[yuanMonth]]</td></tr>
  <tr><th scope="row">[[actualSum]]</th><td class="formula"><i>D</i> + <i>S</i> − <i>R</i> = {{disposableTerm}} + {{supportTerm}} − {{expenditureTerm}}</td><td class="figure">{{actual}} [[yuan]]</td></tr>
  <tr class="strong"><th scope="row">[[perCapitaActual]]</th><td class="formula">(<i>D</i> + <i>S</i> − <i>R</i>) ÷ 12 ÷ <i>n</i> = {{actualTerm}} ÷ 12 ÷ {{sizeTerm}}</td><td class="figure">{{perCapitaActual}} [[yuanMonth]]</td></tr>
  {{#hasThreshold}}<tr><th scope="row">[[line]]</th><td class="formula">{{thresholdSource}} · {{thresholdFrom}}</td><td class="figure">{{comparator}} {{threshold}} [[yuanMonth]]</td></tr>{{/hasThreshold}}
  </tbody>
  </table>
  <h3>[[exactTest]]</h3>
  <p class="formula soft"><i>D</i> + <i>S</i> − <i>R</i> {{comparator}} [[line]] × 12 × <i>n</i></p>
  {{#inequalities}}
  <p class="inequality {{#holds}}pass{{/holds}}{{^holds}}fail{{/holds}}">{{#bound}}<span class="bound">{{bound}}</span>{{/bound}}<span class="number">{{sumFen}} {{sign}} {{lineFen}} × 12 × {{persons}} = {{limitFen}}</span> <b>{{#holds}}√ [[holds]]{{/holds}}{{^holds}}× [[holdsNot]]{{/holds}}</b></p>
  {{/inequalities}}
  {{^inequalities}}<p class="inequality unknown">？ [[noLine]]</p>{{/inequalities}}
  </div>
  {{{policyValues}}}
  </section>
  \#(dossierReview)\#(dossierSuggestion)\#(dossierApproval)
  </main>
  </body>
  </html>
  """#
