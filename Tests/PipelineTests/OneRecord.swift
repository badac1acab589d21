import Casework
import Income
import Intake
import Linkage
import Reporting
import Screening
import Tabular
import Testing

@testable import Pipeline

/// One hand-written application and each stage of its way, called one by one.
///
/// `run` calls the same functions for a whole round; here every step can be looked at.
struct OneRecord {
  /// The sheets as the unit hands them in, in the order of the files' names.
  static let files = [
    "1单位名册.csv": """
    单位代码,单位名称,别名,组织关系在工委
    T01,州样例处,样例处,是
    """,
    "2申报表.csv": """
    2015年度困难党员申报表
    填报单位：样例处,单位：元
    申报编号,姓名,身份证号码,申报类别,家庭人口,致困原因,已享受普惠政策,已接受各类捐助,\
    无故不参加组织生活,不按时交纳党费,不做党所分配的工作,言行不符合党员要求,不认真履行岗位职责,\
    未购买相关保险致困,核实日期,公示开始日期,公示结束日期,党组审定日期,是否签章,证明材料,申报日期
    T-001,何 志远,513299197503060118,在职,3,疾病,是,√,否,否,×,无,0,N,\
    2015-09-12,2015.9.14,2015年9月18日,2015-09-21,是,收入证明、诊断证明,2015-09-10
    制表人：,,审核人：
    """,
    "3家庭成员.csv": """
    申报编号,姓名,身份证号码,与申请人关系,是否共同生活,就业状况,经营净收入
    T-001,何志远,513299750306011,本人,是,在职,
    T-001,蒋兰,513299197708120129,配偶,是,无固定职业,0.6万元
    T-001,何小满,513299200506010217,子女,是,在校学生,
    """,
    "4收入明细.csv": """
    申报编号,姓名,收入项目,金额,周期,月数
    T-001,何志远,工资,"3,500",月,12
    T-001,何志远,奖金,4800,年,
    T-001,何志远,社保缴费,300,月,
    """,
    "5支出明细.csv": """
    申报编号,姓名,支出项目,发生金额,报销金额,支出日期
    T-001,何志远,医疗,30000,12000,2015-02-03
    T-001,何小满,教育,2400,,2014-09-01
    T-001,,住房,10000,,2015-03-01
    合计,,,42400,12000,
    """,
    "6已受资助.csv": """
    申报编号,资助类别,金额,资助日期
    T-001,工会,3000,2015-01-20
    T-001,医疗救助,12000,2015-04-15
    T-001,社会捐助,500,2014-08-31
    """,
  ]

  let definition: PipelineDefinition
  let catalog = SourceCatalog(files: files.keys.sorted())
  let sheets: [Sheet]
  let submissions: [Submission]
  let unit: SubmittingUnit
  let application: Application
  let household: NormalizedHousehold
  let assessment: Assessment
  let result: ScreeningResult
  let round: RoundResult

  init() throws {
    let folder = try TemporaryFolder()
    definition = try PipelineDefinition(SampleRun.request(output: folder.path))
    let (library, asOf) = (definition.library, definition.asOf)

    sheets = try Self.files.sorted { $0.key < $1.key }.map { _, text in
      try #require(try readTables(from: Array(text.utf8)).sheets.first)
    }
    submissions = sheets.enumerated().flatMap { place, sheet in
      Intake.submissions(of: sheet, file: place, library: library, asOf: asOf)
    }
    let roster = try #require(UnitRoster.make(from: submissions).value)
    let records = submissions.flatMap { submission in
      assignUnits(in: submission, folder: "州样例处", roster: roster).records.map(\.record)
    }
    unit = roster.units[0]
    let assembled = assembleApplications(from: records, of: unit, round: "2015")
    let key = try folder.write(String(repeating: "0123456789abcdef", count: 2), to: "case-id.key")
    let identifiers = try CaseIdentifiers(input: folder.path, registryKey: key)
    application = try #require(identifiers.identify(assembled.applications).first)

    let inForce = try definition.policy.edition(for: application, asOf: asOf)
    household = explainedHousehold(of: application, under: inForce.income, asOf: asOf)
    assessment = try Screening.assessment(of: household, under: inForce.edition, asOf: asOf)
    let concluded = screeningResult(
      concluding: assessment, duplicates: [], clusterID: "", primary: nil,
      under: inForce.edition)
    result = concluded.showing(
      household,
      explained: CaseExplanation(
        decisions: explainedDecisions(of: concluded, under: inForce.edition)))
    round = RoundResult(
      round: "2015", asOf: asOf, policyTitle: definition.policy.title,
      runID: "2015-2015-12-31-00000000", catalog: catalog,
      units: [UnitReport(unit: unit, status: .received, files: catalog.files, applicationCount: 1)],
      cases: [result], duplicates: [], clusters: [], findings: result.allFindings,
      balance: submissions.map(\.balance).reduce(RowBalance()) { $0.merged(with: $1) })
  }
}
