public import Casework
public import Tabular

/// `annual-report.html`: the year's report for printing, without names or identity numbers.
///
/// `day` is the day it was compiled, for its last line.
public func annualReportPage(
  _ report: AnnualReport, compiledOn day: CalendarDate, language: Language
) throws -> String {
  func word(_ word: ReportWord) -> String { word.text(in: language) }
  let page = ReportPage(
    title: yearTitle(.annualTitle, report.year, language), lead: word(.annualLead),
    warning: word(.officeOnly), figures: glance(report, language),
    summary: summary(of: report, in: language),
    sections: AnnualSections(report: report, language: language).all,
    closingLines: [
      word(.compiledBy) + signatureGap + word(.reviewedBy) + signatureGap
    ], foot: word(.compiledOn) + " \(day)")
  return try page.html(in: language)
}

/// `annual-report.xlsx`: the same tables, a sheet for each section.
///
/// - Throws: `TabularError` where memory or the temporary files of the library run out.
public func annualReportWorkbook(
  _ report: AnnualReport, compiledOn day: CalendarDate, language: Language
) throws(TabularError) -> [UInt8] {
  try workbook(
    titled: yearTitle(.annualTitle, report.year, language),
    of: AnnualSections(report: report, language: language).all, dated: day)
}

/// A title with its year, in the language's own order.
func yearTitle(_ word: ReportWord, _ year: Int, _ language: Language) -> String {
  let title = word.text(in: language)
  return language.text("\(year)\(title)", "\(title), \(year)")
}

/// Room for a signature.
let signatureGap = "　　　　　　　　　　"

private func glance(_ report: AnnualReport, _ language: Language) -> [ReportPage.Figure] {
  let figures = ShownFigures(language: language)
  let movement = report.movement
  let yuan = PageWord.yuan.text(in: language)
  let amounts: [(ReportWord, Money)] = [
    (.opening, movement.opening), (.incomeTotal, movement.income),
    (.paymentsTotal, movement.payments), (.closing, movement.closing),
  ]
  return amounts.map { name, amount in
    ReportPage.Figure(name: name.text(in: language), figure: figures.yuan(amount), unit: yuan)
  }
}

/// The year in three sentences.
private func summary(of report: AnnualReport, in language: Language) -> String {
  let figures = ShownFigures(language: language)
  let reached = report.current.reached
  let all = report.cumulative
  let (households, persons, instances) = (reached.households, reached.persons, reached.instances)
  let open = figures.yuan(report.openCommitments)
  let free = figures.yuan(report.unpromised)
  let income = figures.yuan(all.movement.income)
  let paid = figures.yuan(all.movement.payments)
  return language.text(
    "本年帮扶对象 \(households) 户，惠及人口 \(persons) 人，拨付 \(instances) 人次。"
      + "年末结存中已批准、尚未拨付 \(open) 元，可用资金 \(free) 元。"
      + "自启动以来累计收入 \(income) 元，累计支出 \(paid) 元，累计帮扶 \(all.reached.households) 户。",
    "In the year \(households) households with \(persons) persons were helped by \(instances) "
      + "payments. Of the closing balance \(open) yuan are approved and not yet paid, and \(free) "
      + "yuan are promised to nobody. Since the start \(income) yuan came in and \(paid) yuan were "
      + "paid to \(all.reached.households) households.")
}
