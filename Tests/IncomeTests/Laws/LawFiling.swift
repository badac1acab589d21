import Casework
import Income
import Screening
import TestSupport

extension Filing {
  /// A complete filing whose every rule can be decided; most rules pass.
  static func complete(_ generator: inout SeededGenerator) -> Filing {
    var random = RandomFiling(seed: generator.next())
    var filing = random.complete()
    filing.application = anyApplication(&generator)
    return filing
  }

  /// A filing with cells taken out, and the complete one it was made from.
  static func opened(_ generator: inout SeededGenerator) -> OpenedFiling {
    let complete = complete(&generator)
    var random = RandomFiling(seed: generator.next())
    var opened = random.opening(complete)
    opened.application = complete.application.filter { cell in
      !openable.contains(cell.field) || !generator.once(in: 12)
    }
    return OpenedFiling(complete: complete, opened: opened)
  }

  /// Cells of the application whose absence leaves a rule open.
  private static let openable: Set<Field> = [
    .affiliated, .applicantCategory, .hardshipCause, .universalBenefitsUsed, .otherAidExhausted,
    .exclusionDues, .exclusionMeetings, .verifiedOn, .noticeFrom, .noticeTo, .unitApprovedOn,
    .sealed, .applicantId,
  ]

  private static func anyApplication(_ generator: inout SeededGenerator) -> Cells {
    func flag(_ usual: Bool) -> FieldValue { .flag(generator.once(in: 12) ? !usual : usual) }
    let grounds: [Field] = [
      .exclusionMeetings, .exclusionDues, .exclusionAssignments, .exclusionConduct,
      .exclusionDuties, .exclusionUninsured,
    ]
    var cells: Cells = [
      (.applicantId, identity("513299197503060118")),
      (.applicantCategory, .choice(generator.pick(["在职", "在职", "退休"]))),
      (.hardshipCause, .choice(generator.pick(["疾病", "灾害", "就业人员少", "其他"]))),
      (.affiliated, flag(true)), (.universalBenefitsUsed, flag(true)),
      (.otherAidExhausted, flag(true)), (.sealed, flag(true)),
      (.verifiedOn, date("2015-01-02")), (.noticeFrom, date("2015-01-05")),
      (.noticeTo, date(generator.pick(["2015-01-09", "2015-01-08"]))),
      (.unitApprovedOn, date("2015-01-12")), (.evidence, .text("收入证明、诊断")),
    ]
    cells += grounds.map { ($0, flag(false)) }
    if generator.once(in: 4) {
      cells.append((.previouslyHelpedOn, date(generator.pick(["2013-05-02", "2014-09-30"]))))
    }
    return cells
  }

  /// The case screened on its own.
  func screened(
    under policy: PolicyEdition = .sample, rules: IncomeRules = .sample,
    asOf: String = "2015-12-31"
  ) throws -> ScreeningResult {
    let assessment = try assessment(
      of: worksheet(under: rules, asOf: asOf), under: policy, asOf: day(asOf))
    return screeningResult(
      concluding: assessment, duplicates: [], clusterID: "", primary: nil, under: policy)
  }
}

/// A filing with cells taken out beside the one in which they are filled in.
struct OpenedFiling {
  let complete: Filing
  let opened: Filing
}

// MARK: Smaller cases

extension Filing {
  /// The filing without one of its rows, the applicant's own left in.
  var smaller: [Filing] {
    rows.indices.dropFirst().map { place in
      var smaller = self
      smaller.rows.remove(at: place)
      return smaller
    }
  }

  /// The filing with further rows.
  func adding(_ more: WrittenRow...) -> Filing {
    var filing = self
    filing.rows += more
    return filing
  }

  /// The filing with every row of a form written otherwise.
  func rewriting(_ form: FormKind, _ rewrite: (WrittenRow) -> [WrittenRow]) -> Filing {
    var filing = self
    filing.rows = rows.flatMap { $0.form == form ? rewrite($0) : [$0] }
    return filing
  }
}

extension OpenedFiling {
  /// Both without one of their rows, by place.
  var smaller: [OpenedFiling] {
    zip(complete.smaller, opened.smaller).map { OpenedFiling(complete: $0, opened: $1) }
  }
}

extension Filing: CustomStringConvertible {
  var description: String {
    let written = rows.map { row in
      " | \(row.form) "
        + row.cells.map { "\($0.field)=\($0.value.map { "\($0)" } ?? "?")" }.joined(separator: " ")
    }
    return "applied on “\(appliedOn)”, "
      + application.map { "\($0.field)" }.joined(separator: " ") + written.joined()
  }
}

extension OpenedFiling: CustomStringConvertible {
  var description: String { "opened \(opened) ‖ complete \(complete)" }
}

// MARK: What two filings have alike

/// Every figure that a decision can depend on.
struct Figures: Equatable {
  let disposable: MoneyInterval
  let support: MoneyInterval
  let expenditure: MoneyInterval
  let size: ClosedRange<Int>
  let readings: Set<HouseholdReading>

  init(_ household: NormalizedHousehold) {
    disposable = household.disposable
    support = household.support
    expenditure = household.expenditure
    size = household.size
    readings = Set(household.readings)
  }
}

extension Filing {
  var figures: Figures { Figures(worksheet()) }
}

extension ScreeningResult {
  /// How every rule ends, in order.
  var ends: [String] { decisions.map { "\($0.rule.rawValue) \($0.outcome.rawValue)" } }

  func end(of rule: RuleCode) -> RuleOutcome? { decisions.first { $0.rule == rule }?.outcome }
}

/// An odd amount of fen that no other cell of a drawn filing has.
func oddAmount(_ generator: inout SeededGenerator) -> FieldValue {
  .money(StatedAmount(fen(Int64.random(in: 1...900_000, using: &generator) * 2 + 1)))
}

extension FieldValue {
  /// The bounds of an amount; nothing for other values.
  var amount: MoneyInterval {
    if case .money(let stated) = self { stated.amount } else { .zero }
  }
}
