/// The style of all pages: dark ink on white, one dark red, signs beside every colour, A4 in print.
let pageStyle = """
  :root{--ink:#17191d;--soft:#505863;--hair:#d3d7dd;--wash:#f4f5f7;--red:#8f1d1d;--green:#1d5c38;\
  --amber:#7a4a00;--blue:#234a7d}
  *{box-sizing:border-box}
  html{-webkit-text-size-adjust:100%}
  body{margin:0;background:#e9ebee;color:var(--ink);font:15px/1.6 "Noto Sans CJK SC",\
  "Source Han Sans SC","PingFang SC","Microsoft YaHei","Segoe UI",system-ui,sans-serif;\
  print-color-adjust:exact;-webkit-print-color-adjust:exact}
  main{max-width:62rem;margin:1rem auto 3rem;padding:2.5rem 3rem 2rem;background:#fff;\
  border-top:.3rem solid var(--red);box-shadow:0 1px 3px rgba(0,0,0,.15)}
  nav{max-width:62rem;margin:1rem auto 0;padding:0 .25rem}
  a{color:var(--blue);text-underline-offset:.15em}
  a:focus-visible{outline:2px solid var(--blue);outline-offset:2px}
  .kicker{margin:0;color:var(--red);font-weight:600;letter-spacing:.04em}
  .mast-row{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:center;gap:.5rem 2rem}
  h1{margin:.1rem 0;font-size:1.9rem;line-height:1.25;letter-spacing:.01em}
  h2{margin:2.2rem 0 .7rem;padding-bottom:.3rem;border-bottom:2px solid var(--ink);font-size:1.18rem;\
  line-height:1.3}
  h3{margin:1.1rem 0 .4rem;font-size:1rem}
  dl{margin:0}dt{color:var(--soft);font-size:.82rem}dd{margin:0;overflow-wrap:anywhere}
  .facts{display:grid;grid-template-columns:2fr .7fr 1fr 2fr;gap:.6rem 1.5rem;margin-top:.8rem}
  .facts .wide{grid-column:1/-1}
  .stamp{margin:0;padding:.25rem .9rem;border:2px solid;border-radius:.2rem;font-size:1.15rem;\
  font-weight:700;white-space:nowrap}
  .sign{display:inline-block;min-width:1.1em;margin-right:.2em;font-weight:700;text-align:center}
  .stamp.eligible,.pass .sign,.inequality.pass b{color:var(--green)}
  .stamp.ineligible,.fail .sign,.inequality.fail b,.is-error>th{color:var(--red)}
  .stamp.undetermined,.unknown .sign,.inequality.unknown,.is-warning>th{color:var(--amber)}
  .stamp.merged,.notApplicable .sign,.is-note>th{color:var(--soft)}
  .figures{margin-top:1.4rem;border:1px solid var(--hair);background:var(--wash)}
  .figures dl{display:grid;grid-template-columns:repeat(3,1fr)}
  .figures dl>div{padding:.6rem 1rem;border-right:1px solid var(--hair);\
  border-bottom:1px solid var(--hair)}
  .figures dl>div:nth-child(3n){border-right:0}
  .figures dd{font-size:1.2rem;font-weight:600;font-variant-numeric:tabular-nums;line-height:1.4}
  .figures small{margin-left:.35em;color:var(--soft);font-size:.75rem;font-weight:400}
  .main-figure dd{color:var(--red)}
  .because{margin:0;padding:.5rem 1rem}
  .number{font-variant-numeric:tabular-nums;letter-spacing:.02em;white-space:nowrap}
  .entries{display:grid;grid-auto-flow:dense;grid-template-columns:repeat(3,1fr);gap:.45rem 1.5rem}
  .entries .wide{grid-column:1/-1}
  .cell{color:var(--soft);font-size:.78em;font-family:"Noto Sans Mono CJK SC",ui-monospace,Consolas,\
  monospace;overflow-wrap:anywhere}
  .file{color:var(--soft);font-size:.82em;overflow-wrap:anywhere}
  .soft,.none,.legend{color:var(--soft)}.legend{margin:.4rem 0 0;font-size:.85rem}
  .lead{margin:.2rem 0 .6rem}
  code{font:.82em "Noto Sans Mono CJK SC",ui-monospace,Consolas,monospace;color:var(--soft);\
  overflow-wrap:anywhere}
  .note{display:block;font-weight:400;color:var(--soft);font-size:.84em;line-height:1.45}
  table{width:100%;border-collapse:collapse;font-size:.92rem;line-height:1.45}
  th,td{padding:.42rem .6rem;border-bottom:1px solid var(--hair);text-align:left;vertical-align:top;\
  unicode-bidi:isolate}
  thead th{border-bottom:1.5px solid var(--ink);background:var(--wash);font-size:.85rem;\
  vertical-align:bottom}
  tbody th{font-weight:600}
  .figure{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
  .compact th,.compact td{padding:.32rem .45rem}
  .household{font-size:.86rem}
  i{font-family:"Times New Roman","Noto Serif",serif;font-size:1.05em}
  .computation{margin-top:1.2rem;padding:.8rem 1rem 1rem;border:1px solid var(--ink)}
  .computation td,.computation th{border-bottom:1px dotted var(--hair)}
  .computation .strong{font-size:1.05em;font-weight:700}
  .formula{color:var(--soft)}p.formula{margin:.2rem 0}
  .inequality{margin:.3rem 0;font-size:1.02rem}.inequality b{margin-left:1rem;white-space:nowrap}
  .bound{display:inline-block;min-width:6em;color:var(--soft)}
  .rules th:first-child{width:24%}.verdict{width:7.5rem;font-weight:600}
  .rules p{margin:0 0 .2rem}.rules p.evidence{color:var(--soft);font-size:.86em;line-height:1.45}
  .rules p.evidence b{color:var(--ink);font-weight:600}
  .mark{display:inline-block;margin-right:.5em;padding:0 .35em;border:1px solid var(--hair);\
  border-radius:.15rem;font-size:.85em}
  .rules tr.fail,.rules tr.unknown{background:#fdf7f2}
  .problems th:first-child{width:4.5rem}.problems td.source{width:28%}
  .superseded th:first-child{width:24%}.superseded th+th{width:38%}
  .procedure td p{margin:0 0 .5rem}.procedure td p:last-child{margin:0}
  .procedure th:first-child{width:24%}.procedure td.source{width:12%}
  .boxes{display:grid;grid-template-columns:1fr 1fr;border:1px solid var(--ink)}
  .box{display:flex;flex-direction:column;justify-content:space-between;min-height:11rem;\
  padding:.6rem 1rem;border:.5px solid var(--ink)}
  .box h3{margin:0}.box p{margin:0;text-align:right;line-height:2}
  .four{grid-template-columns:repeat(4,1fr)!important}.four>div{border-bottom:0!important}
  .figures .four>div:nth-child(3n){border-right:1px solid var(--hair)}
  .figures .four>div:last-child{border-right:0}
  .pair{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:0 2.5rem}
  .chart{display:block;width:100%;height:auto;font:14px inherit}
  .chart .label{fill:var(--soft);font-size:14px}.chart .value{fill:var(--ink);font-size:14px;\
  font-weight:600}
  .chart .end{text-anchor:end}.chart .middle{text-anchor:middle}
  .chart .eligible,.chart .below{fill:#2f6f4c}.chart .ineligible{fill:#9b2c2c}
  .chart .undetermined{fill:#c08a2b}.chart .merged,.chart .above{fill:#a9b0ba}
  .chart .axis{stroke:var(--ink)}.chart .rule{stroke:var(--red);stroke-width:2;stroke-dasharray:5 3}
  .chart .rule-label{fill:var(--red)}
  .silent,.quarantined{font-weight:600}.quarantined{color:var(--red)}.silent{color:var(--amber)}
  .files{margin:0;padding-left:1.2rem;font-size:.92rem;overflow-wrap:anywhere}
  .cases .result{white-space:nowrap}
  tr.eligible .sign{color:var(--green)}tr.ineligible .sign{color:var(--red)}
  tr.undetermined .sign{color:var(--amber)}
  .sum th,.sum td{border-top:1.5px solid var(--ink);font-weight:700}
  footer{margin-top:2rem;padding-top:.6rem;border-top:1px solid var(--hair);color:var(--soft);\
  font-size:.82rem}
  footer p{margin:.1rem 0}

  """ + pageStyleForScreens
