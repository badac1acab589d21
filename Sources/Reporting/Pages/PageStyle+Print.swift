/// The style of small screens and of A4 paper.
let pageStyleForScreens = """
  @media (max-width:50rem){
  main{padding:1.2rem 1rem}.facts,.entries,.figures dl,.boxes{grid-template-columns:1fr 1fr}
  .figures dl>div{border-right:0}table{display:block;overflow-x:auto}}
  @page{size:A4;margin:15mm 14mm 16mm;\
  @bottom-right{content:counter(page) " / " counter(pages);font:8pt sans-serif;color:#505863}}
  @media print{
  .screen-only{display:none}
  body{background:#fff;font-size:9pt;line-height:1.45}
  main{max-width:none;margin:0;padding:0;border-top:0;box-shadow:none}
  h1{font-size:17pt}h2{margin-top:14pt;font-size:11.5pt}
  h2,h3,.lead{break-after:avoid}
  thead{display:table-header-group}
  tr,.box,.computation,.figures,.boxes,.inequality{break-inside:avoid}
  .worksheet .block{break-after:avoid}
  .household{font-size:8pt}
  table{font-size:8.6pt}
  .box{min-height:42mm}
  a{color:inherit;text-decoration:none}}

  """
