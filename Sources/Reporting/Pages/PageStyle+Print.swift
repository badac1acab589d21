/// The style of small screens and of A4 paper.
let pageStyleForScreens = """
  @media screen and (max-width:50rem){
  main{padding:1.2rem 1rem}.facts,.entries,.figures dl,.boxes{grid-template-columns:1fr 1fr}
  .pair{grid-template-columns:1fr}
  .figures dl>div{border-right:0}.figures dl>div:last-child:nth-child(odd){grid-column:1/-1}
  table{display:block;overflow-x:auto}}
  @page{size:A4;margin:14mm 14mm 16mm;\
  @bottom-right{content:counter(page) " / " counter(pages);font:8pt sans-serif;color:#505863}}
  @media print{
  .screen-only{display:none}
  html{font-size:12.4px}
  body{background:#fff;font-size:1rem;line-height:1.5}
  main{max-width:none;margin:0;padding:0;border-top:0;box-shadow:none}
  h2{margin-top:1.6rem}
  h2,h3,.lead,summary{break-after:avoid}
  thead{display:table-header-group}
  tr,.leaf,summary,.box,.figures,.boxes,.opinions,.inequality,.computation,.entries>div,.chart{\
  break-inside:avoid}
  .household{font-size:.82rem}
  .box{min-height:46mm}
  a{color:inherit;text-decoration:none}}

  """
