/// The style of the worksheet's tree: folded on the screen, all of it open on paper.
let pageStyleOfTrees = """
  .tree{border:1px solid var(--hair);font-size:.92rem;line-height:1.45}
  .tree .node{border-top:1px solid var(--hair)}
  .tree>.node{border-top:0}
  .tree .node .node{margin-left:1.15rem;border-left:1px solid var(--hair)}
  .tree summary,.tree .leaf{padding:.3rem .7rem .3rem 1.5rem}
  .tree summary{position:relative;cursor:pointer;list-style:none}
  .tree summary::-webkit-details-marker{display:none}
  .tree summary::before{content:"+";position:absolute;left:.35rem;top:.42rem;width:.85rem;\
  height:.85rem;border:1px solid var(--soft);border-radius:.15rem;color:var(--soft);\
  font:700 .75rem/.75rem monospace;text-align:center}
  .tree details[open]>summary::before{content:"−"}
  .tree summary:hover{background:var(--wash)}
  .tree summary:focus-visible{outline:2px solid var(--blue);outline-offset:-2px}
  .tree .line{display:grid;grid-template-columns:minmax(8rem,1.2fr) minmax(0,1.3fr) minmax(9.5rem,auto);\
  gap:0 1rem;align-items:baseline}
  .tree .how{color:var(--soft);font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
  .tree .figure{justify-self:end}
  .places{margin:.4rem 0 0;padding:0;list-style:none;color:var(--soft);font-size:.82rem;\
  overflow-wrap:anywhere}
  .tree small{display:block;color:var(--soft);font-size:.8em;font-weight:400}
  .tree p.note{margin:0 .7rem .3rem 1.5rem}
  .tree .leaf p.note{margin:0}
  .tree .main>summary>.line>.what,.tree .main>summary>.line>.figure,\
  .tree .main.leaf>.line>.what,.tree .main.leaf>.line>.figure{font-weight:700}
  .tree .aside>summary>.line,.tree .aside.leaf>.line{color:var(--soft)}
  .tree .open-figure>.line>.figure,.tree .open-figure>.line>.how{color:var(--amber)}
  @media screen and (max-width:50rem){.tree .line{grid-template-columns:1fr auto}\
  .tree .how{grid-column:1/-1;grid-row:2}.tree .node .node{margin-left:.5rem}}
  .policy-values{margin-top:1rem}
  .policy-values>summary{cursor:pointer;font-weight:600}
  .policy-values td{vertical-align:top}
  .policy-values td:first-child{width:58%}
  .policy-values td:last-child{white-space:nowrap}
  .policy-values td p{margin:0}
  .policy-values td p.soft{margin-bottom:.35rem}
  .policy-values .assumed{color:var(--amber)}
  @media print{.policy-values::details-content{display:block;content-visibility:visible;\
  block-size:auto}.tree summary::before{content:""!important;border:0}\
  .tree details::details-content{display:block;content-visibility:visible;block-size:auto}\
  .tree summary,.tree .leaf{padding-top:.15rem;padding-bottom:.15rem}}

  """
