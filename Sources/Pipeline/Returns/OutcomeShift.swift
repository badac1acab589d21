import Casework
import Reporting

/// How many open cases a re-screening would turn against their families at once.
public struct OutcomeShift: Sendable, Equatable {
  let cases: Int
  /// Cases that end ineligible or undetermined now and did not before.
  let turned: Int
  let ineligible: Int
  let limit: Int
  /// What the changes come from, with how many each.
  let causes: [Cause]

  /// One cause with the number of cases it changes.
  struct Cause: Sendable, Equatable {
    let cause: ChangeCause
    let count: Int
  }

  private func causes(in language: Language) -> String {
    causes.map { "\(title(of: $0.cause, in: language)) ×\($0.count)" }
      .joined(separator: language.text("，", ", "))
  }

  private var percent: String { percentText(turned, of: cases) }

  var chinese: String {
    "复查的 \(cases) 件中有 \(turned) 件（\(percent)）将由别的结论变为不符合或待补正（其中不符合 \(ineligible) 件），"
      + "超过上限 \(limit)%；没有登记也没有发布任何结果。变化的原因：\(causes(in: .simplifiedChinese))。"
      + "请先核对政策文件最近的改动、当年的最低工资标准和登记簿中的核实数据（加 --dry-run 可以先看结果，bangfu explain "
      + "可以看单件）；确认无误后加 --accept 再运行。"
  }

  var english: String {
    "Of \(cases) cases screened again \(turned) (\(percent)) would become ineligible or undetermined "
      + "(\(ineligible) of them ineligible), more than the limit of \(limit)%; nothing was recorded or "
      + "published. What changed: \(causes(in: .english)). Look first at the latest edits of the "
      + "policy file, this year’s minimum wage and the verified figures in the registry (--dry-run "
      + "shows the result, bangfu explain a single case); where all is as it should be, run again "
      + "with --accept."
  }
}

/// A share in percent with one decimal.
func percentText(_ part: Int, of whole: Int) -> String {
  let tenths = whole == 0 ? 0 : (part * 1000 + whole / 2) / whole
  return "\(tenths / 10).\(tenths % 10)%"
}

extension Brakes {
  /// Fewer cases than this are no shift, whatever their share: they can be looked at one by one.
  private static let fewestTurned = 3

  /// Holds a re-screening before anything of it is recorded where too large a share of the open cases
  /// would end ineligible or undetermined, unless somebody accepts it.
  ///
  /// - Throws: `RunFailure.outcomesShifted`.
  func hold(_ review: CaseReview, unless isAccepted: Bool) throws(RunFailure) {
    guard let limit = outcomeShiftPercent, !isAccepted else { return }
    let turned = review.changes.filter { $0.to == .ineligible || $0.to == .undetermined }
    guard turned.count >= Self.fewestTurned, turned.count * 100 > limit * review.caseCount else {
      return
    }
    let causes = ChangeCause.allCases.compactMap { cause -> OutcomeShift.Cause? in
      let count = turned.count { $0.cause == cause }
      return count == 0 ? nil : OutcomeShift.Cause(cause: cause, count: count)
    }
    throw RunFailure.outcomesShifted(
      OutcomeShift(
        cases: review.caseCount, turned: turned.count,
        ineligible: turned.count { $0.to == .ineligible }, limit: limit, causes: causes))
  }
}
