import Casework
import Testing

@testable import Reporting

@Suite("The CSV files")
struct TableTests {
  @Test("have the contract's columns in the contract's order")
  func columns() {
    let context = ReportContext(round([]))
    #expect(
      text(rosterCSV(context)) == [
        "case_id,unit_code,unit,source_file,source_sheet,source_row,applicant_name,"
          + "applicant_id_masked,category,household_size,disposable_income_yuan,"
          + "support_received_yuan,rigid_expenditure_yuan,per_capita_disposable_yuan_month,"
          + "per_capita_actual_yuan_month,per_capita_actual_low,per_capita_actual_high,"
          + "threshold_yuan_month,shortfall_yuan_month,hardship_type,hardship_cause,outcome,"
          + "failed_rules,unknown_rules,duplicate_cluster,recommended_measure,"
          + "recommended_amount_yuan,problem_count,worksheet_digest"
      ])
    #expect(
      text(problemsCSV(context)) == [
        "severity,code,unit,source_file,source_sheet,cell,field,value,message,hint"
      ])
    #expect(
      text(pairsCSV(context)) == [
        "pair_id,kind,case_id_a,case_id_b,person_a,person_b,match_weight,probability,reasons,"
          + "verdict"
      ])
    #expect(text(clustersCSV(context)) == ["cluster_id,kind,record_id,case_id,unit,round"])
  }

  @Test("the roster leaves an uncertain figure empty and gives its bounds")
  func rosterFigures() {
    let exact = smallCase("2015-U01-BBBBBB", annual: yuan(12_000))
    let open = smallCase(
      "2015-U01-AAAAAA",
      values: [(.applicantName, name("=何小满")), (.applicantId, identity("513299196503150020"))],
      annual: MoneyInterval(Money(yuan: -1200), Money(yuan: 2400)), size: 1...2,
      outcome: .undetermined)
    let rows = text(rosterCSV(ReportContext(round([exact, open]))))
    #expect(
      rows[1]
        == "2015-U01-AAAAAA,U01,州水务局,州水务局/申报表.xml,申报表,4,'=何小满,513299**********20,,,,"
        + "0.00,0.00,,,-100.00,200.00,1380.00,,,,undetermined,,,,,,0,")
    #expect(
      rows[2]
        == "2015-U01-BBBBBB,U01,州水务局,州水务局/申报表.xml,申报表,4,,,,1,12000.00,0.00,0.00,1000.00,"
        + "1000.00,1000.00,1000.00,1380.00,380.00,,,eligible,,,,,,0,")
  }

  @Test("problems stand by file, sheet, row, column and code, whatever order they come in")
  func problemOrder() {
    let findings = [
      Finding(.cellRequired, at: cell(9, 1), field: .hardshipCause),
      Finding(.identityCheck, at: cell(9, 0), field: .applicantId, value: "513299196503150027"),
      Finding(.cellRequired, at: cell(2, 5, file: 1), field: .amount),
      Finding(.unitMissing, at: nil),
      Finding(.fileEmpty, at: cell(0, 0)),
    ]
    let rows = text(problemsCSV(ReportContext(round([], findings: findings))))
    let codes = rows.dropFirst().map { $0.split(separator: ",")[1] }
    #expect(
      codes == [
        "unit.not-stated", "file.empty", "identity.wrong-check-character", "cell.required",
        "cell.required",
      ])
    #expect(rows[2].hasPrefix("error,file.empty,,州水务局/申报表.xml,申报表,,,,"))
    #expect(rows[3].contains(",A9,applicantId,513299************,"))
    let reversed = problemsCSV(ReportContext(round([], findings: findings.reversed())))
    #expect(text(reversed) == rows)
  }

  @Test("pairs and clusters list their kinds and reasons")
  func pairs() {
    let record = ClusteredRecord(
      clusterID: "C-1", kind: .sharedHousehold, recordID: "2015-U01-KQWZTR/member-2",
      caseID: "2015-U01-KQWZTR", unit: "州水务局", round: "2015")
    let context = ReportContext(
      round([], duplicates: [FullCase.duplicate], clusters: [record]))
    #expect(
      text(pairsCSV(context))[1]
        == "P-4QK7ZT,sharedHousehold,2015-U01-KQWZTR,2015-U02-MBXHLD,member-2,applicant,,,"
        + "sameIdentityNumber,")
    #expect(
      text(clustersCSV(context))[1]
        == "C-1,sharedHousehold,2015-U01-KQWZTR/member-2,2015-U01-KQWZTR,州水务局,2015")
  }

  /// The lines of a CSV text without its byte order mark.
  private func text(_ bytes: [UInt8]) -> [String] {
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    return String(decoding: bytes.dropFirst(3), as: UTF8.self).split(separator: "\n")
      .map(String.init)
  }

  @Test("control characters never reach a table or a page")
  func controlCharacters() {
    let text = "a\u{0}\u{1}\u{B}\u{1B}[2Jb\tc\nd"
    let shown = "a\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}[2Jb\tc\nd"
    let table = String(decoding: csvText(header: [text], rows: []).dropFirst(3), as: UTF8.self)
    #expect(table == "\"\(shown)\"\n")
    #expect(escaped(text) == shown)
  }
}
