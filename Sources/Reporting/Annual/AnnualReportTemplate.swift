/// The page of the annual report, and of the notices, which are its shorter sisters.
///
/// `[[word]]` is a `PageWord`, `{{gap}}` a slot of the view; charts are markup of our own.
let reportTemplate = #"""
  \#(pageHead(title: "{{title}}", style: "[[&style]]{{{reportStyle}}}"))
  <body>
  <main class="report">
  <header class="mast">
  <p class="kicker">[[programme]]{{#scope}} · {{scope}}{{/scope}}</p>
  <h1>{{title}}</h1>
  {{#lead}}<p class="lead">{{lead}}</p>
  {{/lead}}
  {{#warning}}<p class="confidential">{{warning}}</p>
  {{/warning}}
  </header>
  {{#hasFigures}}
  <section class="figures" aria-label="[[atAGlance]]">
  <dl class="four">
  {{#figures}}<div><dt>{{figureName}}</dt><dd>{{figure}}<small>{{figureUnit}}</small></dd></div>
  {{/figures}}
  </dl>
  </section>
  {{/hasFigures}}
  {{#summary}}<p class="summary">{{summary}}</p>
  {{/summary}}
  {{#sections}}
  <section>
  <h2>{{sectionTitle}}</h2>
  {{#hasChart}}
  <div class="{{chartClass}}">
  <figure>{{{chart}}}<figcaption>{{chartCaption}}</figcaption></figure>
  {{/hasChart}}
  {{#firstTable}}{{> table}}{{/firstTable}}
  {{#hasChart}}
  </div>
  {{/hasChart}}
  <div class="{{restClass}}">
  {{#tables}}{{> table}}{{/tables}}
  </div>
  </section>
  {{/sections}}
  {{#closingLines}}<p class="closing-line">{{line}}</p>
  {{/closingLines}}
  <footer>
  <p>{{foot}}</p>
  </footer>
  </main>
  </body>
  </html>
  """#

/// One table of a report; its caption is left out where it repeats the section's heading.
let reportTableTemplate = #"""
  <div class="report-table">
  {{#caption}}<h3>{{caption}}</h3>{{/caption}}
  <table class="compact" aria-label="{{tableTitle}}">
  <thead><tr>{{#columns}}<th scope="col"{{#isFigure}} class="figure"{{/isFigure}}>{{column}}</th>{{/columns}}</tr></thead>
  <tbody>
  {{#rows}}<tr{{#isSum}} class="sum"{{/isSum}}><th scope="row"{{#isFigure}} class="figure"{{/isFigure}}>{{name}}</th>{{#cells}}<td{{#isFigure}} class="figure"{{/isFigure}}>{{cell}}</td>{{/cells}}</tr>
  {{/rows}}
  </tbody>
  </table>
  {{#note}}<p class="legend">{{note}}</p>{{/note}}
  </div>
  """#

/// What reports add to the style of all pages.
let reportStyle = """
  .report figure{margin:0}
  .report figcaption{margin:.2rem 0 0;color:var(--soft);font-size:.82rem}
  .report .beside{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1.15fr);\
  gap:.5rem 2rem;align-items:start}
  .report .above,.report .narrow{display:grid;gap:.8rem}
  .report .narrow figure{max-width:27rem}
  .report .side{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:0 2rem}
  .report h3{margin:1rem 0 .3rem}
  .report tbody th{font-weight:400}.report .sum th{font-weight:700}
  .report thead th.figure{white-space:normal}
  .report .summary{margin:1rem 0 0}
  .report .confidential{margin:.3rem 0 0;color:var(--red);font-weight:600}
  .report .closing-line{margin:1.2rem 0 0}
  @media screen and (max-width:50rem){
  .report .beside,.report .side{grid-template-columns:1fr}
  .report .figures .four{grid-template-columns:1fr 1fr!important}
  .report .above figure{overflow-x:auto}.report .above .chart{min-width:40rem}}
  @media print{.report h2{margin-top:1.3rem}.report section{break-inside:auto}
  .report .beside,.report figure{break-inside:avoid}
  .report .report-table h3{break-after:avoid}}

  """
