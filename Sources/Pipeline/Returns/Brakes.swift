import Casework
import Intake

/// When a unit's file, a whole round or a re-screening is held back because too much of it is wrong.
///
/// A limit that the pipeline file does not state is off.
struct Brakes: Sendable {
  /// The percentage of a file's rows above which it counts as unreadable.
  var unreadablePercent: Int?
  /// By how many percentage points the share of applications with errors may exceed that of the
  /// last round.
  var problemRisePoints: Int?
  /// The percentage of open cases above which a re-screening may not turn them ineligible or
  /// undetermined by itself.
  var outcomeShiftPercent: Int?

  /// Nothing is held back.
  static let none = Brakes()

  /// Fewer rows than this say nothing about a file.
  private static let fewestRows = 3

  /// What is wrong with a file of which most rows cannot be read; nil where that is not so.
  func finding(for file: ReadFile, at place: Int) -> Finding? {
    guard let limit = unreadablePercent, !file.isUnreadable else { return nil }
    let (bad, all) = (file.unreadableRowCount, file.rowCount)
    guard all >= Self.fewestRows, bad * 100 > limit * all else { return nil }
    return Finding(
      .fileMostlyUnreadable, at: SourceLocation(file: place, sheet: 0, row: 1, column: 0),
      ["\(bad)", "\(all)", "\(limit)"])
  }
}

extension ReadFile {
  /// The rows of its forms, those that are nobody's included; a sheet that is no form is none of
  /// the submission and does not count.
  fileprivate var rowCount: Int {
    forms.map { ($0.balance.rows[.data] ?? 0) + ($0.balance.rows[.rejected] ?? 0) }
      .reduce(0, +)
  }

  /// The rows that are nobody's, and those of which more than half of the cells cannot be read.
  fileprivate var unreadableRowCount: Int {
    forms.map { submission in
      (submission.balance.rows[.rejected] ?? 0)
        + submission.records.count { $0.isMostlyDamaged }
    }.reduce(0, +)
  }

  private var forms: [Submission] { submissions.filter { $0.form != nil && !$0.isQuarantined } }
}

extension FormRecord {
  fileprivate var isMostlyDamaged: Bool {
    let stated = stated
    return stated.count { $0.value == nil } * 2 > stated.count
  }
}
