/// The dossier's sections on rules, open questions, problems and connections with other cases.
let dossierReview = #"""

  <section>
  <h2>[[rulesSection]]</h2>
  <table class="rules">
  <thead><tr><th scope="col">[[rule]]</th><th scope="col">[[ruleResult]]</th><th scope="col">[[ruleReason]]</th></tr></thead>
  <tbody>
  {{#rules}}
  <tr class="{{ruleClass}}"><th scope="row">{{ruleTitle}}<br><code>{{ruleCode}}</code></th><td class="verdict"><span class="sign" aria-hidden="true">{{ruleSign}}</span> {{ruleOutcome}}{{#ruleWarns}}<span class="note">[[warnsOnly]]</span>{{/ruleWarns}}{{#ruleOff}}<span class="note">[[switchedOff]]</span>{{/ruleOff}}</td><td>
  <p>{{sentence}}</p>
  {{#deciding}}<p class="evidence deciding">{{decidingItem}}</p>{{/deciding}}
  {{#compared}}<p class="evidence"><span class="mark">[[compared]]</span>{{#comparedName}}{{comparedName}}{{/comparedName}} <b>{{comparedValue}}</b>{{#comparedCell}} <span class="cell">{{comparedCell}}</span>{{/comparedCell}}</p>{{/compared}}
  {{#parameters}}<p class="evidence"><span class="mark">[[parameter]]</span>{{parameterName}} <b>{{parameterValue}}</b>{{#parameterFrom}} · {{parameterFrom}}{{/parameterFrom}}{{#parameterSource}} · {{parameterSource}}{{/parameterSource}}</p>{{/parameters}}
  {{#citation}}<p class="evidence"><span class="mark">[[citation]]</span>{{citation}}</p>{{/citation}}
  </td></tr>
  {{/rules}}
  </tbody>
  </table>
  </section>

  {{#hasTurning}}<section class="turning">
  <h2>{{turningTitle}}</h2>
  <ul>
  {{#turning}}<li>{{turningSentence}}</li>{{/turning}}
  </ul>
  </section>{{/hasTurning}}

  <section>
  <h2>[[unknownSection]]</h2>
  {{#hasUnknowns}}
  <table>
  <thead><tr><th scope="col">[[toFillIn]]</th><th scope="col">[[sourceCells]]</th><th scope="col">[[why]]</th><th scope="col" class="figure">[[range]]</th></tr></thead>
  <tbody>
  {{#unknowns}}<tr><th scope="row">{{unknownField}}</th><td class="source"><span class="cell">{{unknownCell}}</span></td><td>{{unknownReason}}<span class="note">{{unknownHint}}</span></td><td class="figure">{{unknownBounds}}</td></tr>{{/unknowns}}
  </tbody>
  </table>
  {{/hasUnknowns}}
  {{^hasUnknowns}}<p class="none">[[nothingUnknown]]</p>{{/hasUnknowns}}
  </section>

  <section>
  <h2>[[problemsSection]]</h2>
  {{#hasProblems}}
  <table class="problems">
  <thead><tr><th scope="col">[[severity]]</th><th scope="col">[[sourceCells]]</th><th scope="col">[[foundAndToDo]]</th></tr></thead>
  <tbody>
  {{#problems}}<tr class="is-{{severityClass}}"><th scope="row">{{severity}}</th><td class="source"><span class="cell">{{problemCell}}</span></td><td>{{problemMessage}} <code>{{problemCode}}</code><span class="note">{{problemHint}}</span></td></tr>{{/problems}}
  </tbody>
  </table>
  {{/hasProblems}}
  {{^hasProblems}}<p class="none">[[noProblems]]</p>{{/hasProblems}}
  </section>

  <section>
  <h2>[[duplicatesSection]]</h2>
  {{#hasDuplicates}}
  <table>
  <thead><tr><th scope="col">[[pair]]</th><th scope="col">[[otherCase]]</th><th scope="col">[[kindAndReasons]]</th><th scope="col">[[verdict]]</th></tr></thead>
  <tbody>
  {{#duplicates}}<tr><th scope="row"><code>{{pairID}}</code></th><td>{{#otherAddress}}<a href="{{otherAddress}}">{{otherCase}}</a>{{/otherAddress}}{{^otherAddress}}{{otherCase}}{{/otherAddress}}<br><span class="soft">{{otherUnit}} · {{otherRound}}</span></td><td><b>{{pairKind}}</b><br>{{pairPersons}}<span class="note">{{pairReasons}}</span></td><td>{{verdict}}{{#blocks}}<span class="note">[[blocksApproval]]</span>{{/blocks}}</td></tr>{{/duplicates}}
  </tbody>
  </table>
  {{/hasDuplicates}}
  {{^hasDuplicates}}<p class="none">[[noDuplicates]]</p>{{/hasDuplicates}}
  {{#superseded}}
  <h3>[[supersededTitle]] <span class="cell">{{earlierPlace}}</span></h3>
  <table class="compact superseded">
  <thead><tr><th scope="col">[[item]]</th><th scope="col">[[earlierValue]]</th><th scope="col">[[currentValue]]</th></tr></thead>
  <tbody>
  {{#differences}}<tr><th scope="row">{{differingField}}</th><td>{{earlierValue}}</td><td>{{currentValue}}</td></tr>{{/differences}}
  {{^differences}}<tr><td colspan="3" class="soft">[[noDifference]]</td></tr>{{/differences}}
  </tbody>
  </table>
  {{/superseded}}
  </section>
  """#

/// The dossier's section on the unit's steps, the boxes for opinions, and its footer.
let dossierApproval = #"""

  <section>
  <h2>[[procedureSection]]</h2>
  <table class="compact procedure">
  <thead><tr><th scope="col">[[step]]</th><th scope="col">[[stated]]</th><th scope="col">[[cell]]</th></tr></thead>
  <tbody>
  {{#steps}}<tr><th scope="row">{{stepName}}</th><td>{{#stepValue}}{{stepValue}}{{/stepValue}}{{^stepValue}}<span class="soft">[[notStated]]</span>{{/stepValue}}</td><td class="source"><span class="cell">{{stepCell}}</span></td></tr>{{/steps}}
  </tbody>
  </table>
  </section>

  <section class="opinions">
  <h2>[[opinionsSection]]</h2>
  <div class="boxes">
  <div class="box"><h3>[[branchOpinion]]</h3><p>[[signature]]</p></div>
  <div class="box"><h3>[[unitOpinion]]</h3><p>[[seal]]</p></div>
  <div class="box"><h3>[[committeeOpinion]]</h3><p>[[seal]]</p></div>
  <div class="box"><h3>[[groupOpinion]]</h3><p>[[seal]]</p></div>
  </div>
  </section>

  <footer>
  <p>[[run]] <code>{{runID}}</code> · {{policy}} · [[asOf]] {{asOf}}</p>
  <p>[[confidential]]</p>
  </footer>
  """#
