import Casework
internal import GRDB

/// The rows of `bookEntry`.
enum StoredEntry {
  static func insert(_ entry: BookEntry, of id: Int64?, into database: Database) throws {
    let statement = try database.cachedStatement(
      sql: """
        INSERT INTO bookEntry
          (kind, bookedOn, credit, debit, amount, voucher, assistanceCase, unitCode)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(arguments: [
      entry.kind.rawValue, entry.bookedOn.description, entry.credit.storedName,
      entry.debit.storedName, entry.amount.fen, entry.voucher, id, entry.unitCode,
    ])
  }

  /// The books, or what one case did to them, in the order of days and of recording.
  static func all(of id: Int64? = nil, from database: Database) throws -> [BookEntry] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT e.kind, e.bookedOn, e.credit, e.debit, e.amount, e.voucher, c.caseID, e.unitCode
        FROM bookEntry e LEFT JOIN assistanceCase c ON c.id = e.assistanceCase
        \(id == nil ? "ORDER BY e.bookedOn, e.id" : "WHERE e.assistanceCase = ? ORDER BY e.id")
        """, arguments: id.map { [$0] } ?? [])
    return try rows.map(entry)
  }

  private static func entry(_ row: Row) throws -> BookEntry {
    let amount: Int64 = row[4]
    guard let kind = BookEntry.Kind(rawValue: row[0]), let day = CalendarDate(iso: row[1]),
      let credit = FundAccount(storedName: row[2]), let debit = FundAccount(storedName: row[3]),
      amount > 0
    else { throw StoredValueDamage(table: "bookEntry", column: "credit") }
    let caseID: String? = row[6]
    return BookEntry(
      kind, on: day, from: credit, to: debit, amount: Money(fen: amount), voucher: row[5],
      caseID: caseID ?? "", unitCode: row[7])
  }
}

extension FundAccount {
  /// The account as one text, such as `income/一日捐/2015`.
  var storedName: String {
    switch self {
    case .cash: "cash"
    case .available: "available"
    case .committed: "committed"
    case .income(let source, let year): "income/\(source.rawValue)/\(year)"
    case .spending(let measure): "spending/\(measure.rawValue)"
    }
  }

  init?(storedName name: String) {
    let parts = name.split(separator: "/").map(String.init)
    switch (parts.first, parts.count) {
    case ("cash", 1): self = .cash
    case ("available", 1): self = .available
    case ("committed", 1): self = .committed
    case ("income", 3):
      guard let source = FundSource(rawValue: parts[1]), let year = Int(parts[2]) else {
        return nil
      }
      self = .income(source, year: year)
    case ("spending", 2):
      guard let measure = AssistanceMeasure(rawValue: parts[1]) else { return nil }
      self = .spending(measure)
    default: return nil
    }
  }
}
