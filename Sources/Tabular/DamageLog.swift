/// Collects a file's damage, with the place reached, up to a limit.
final class DamageLog {
  /// The sheet being read, counted from 0.
  var sheet: Int?
  private var entries: [TableDamage] = []
  private var unlisted = 0
  private let limit: Int

  init(limit: Int) {
    self.limit = limit
  }

  func add(_ code: TableDamage.Code, row: Int? = nil, column: Int? = nil, _ detail: String) {
    guard entries.count < limit else {
      unlisted += 1
      return
    }
    entries.append(
      TableDamage(code: code, sheet: sheet, row: row, column: column, detail: detail))
  }

  /// All entries, the last of which counts those beyond the limit.
  var all: [TableDamage] {
    guard unlisted > 0 else { return entries }
    let rest = TableDamage(
      code: .more, sheet: nil, row: nil, column: nil, detail: "\(unlisted) further places")
    return entries + [rest]
  }
}
