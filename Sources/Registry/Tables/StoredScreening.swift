import Casework
internal import GRDB

/// A row of `screening`: what a case came to, on which filing, in which run.
struct StoredScreening {
  /// The run; nil for a screening that an import of a verification made.
  let run: Int64?
  let filing: Int64
  let basis: ScreeningBasis
  let screenedOn: CalendarDate
  let factsThrough: Int64
  let figures: ScreeningFigures

  /// Inserts a screening that differs from the case's newest one of the same basis.
  static func insertIfChanged(
    _ screening: StoredScreening, of id: Int64, into database: Database
  ) throws -> Bool {
    let newest = try database.cachedStatement(
      sql: """
        SELECT \(columns) FROM screening WHERE assistanceCase = ? AND basis = ?
        ORDER BY id DESC LIMIT 1
        """)
    let before = try Row.fetchOne(newest, arguments: [id, screening.basis.rawValue])
    if let before, before["filing"] == screening.filing,
      try Self.figures(in: before) == screening.figures
    {
      return false
    }
    try insert(screening, of: id, into: database)
    return true
  }

  static func insert(
    _ screening: StoredScreening, of id: Int64, into database: Database
  ) throws {
    let figures = screening.figures
    let statement = try database.cachedStatement(
      sql: """
        INSERT INTO screening (assistanceCase, run, basis, screenedOn, factsThrough, \(columns))
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(arguments: [
      id, screening.run, screening.basis.rawValue, screening.screenedOn.description,
      screening.factsThrough, screening.filing, figures.outcome.rawValue, figures.decisions,
      figures.disposable.low.fen, figures.disposable.high.fen, figures.support.low.fen,
      figures.support.high.fen, figures.expenditure.low.fen, figures.expenditure.high.fen,
      figures.size.lowerBound, figures.size.upperBound, figures.perCapita.low.fen,
      figures.perCapita.high.fen, figures.threshold?.fen, figures.hardshipType?.rawValue,
    ])
  }

  /// The columns of what was found, in the order they are written.
  static let columns = """
    filing, outcome, decisions, disposableLow, disposableHigh, supportLow, supportHigh,
    expenditureLow, expenditureHigh, sizeLow, sizeHigh, perCapitaLow, perCapitaHigh, threshold,
    hardshipType
    """

  /// The figures in a row that holds `columns`.
  static func figures(in row: Row) throws -> ScreeningFigures {
    guard let outcome = CaseOutcome(rawValue: row["outcome"]) else {
      throw StoredValueDamage(table: "screening", column: "outcome")
    }
    let (low, high): (Int, Int) = (row["sizeLow"], row["sizeHigh"])
    guard low <= high else { throw StoredValueDamage(table: "screening", column: "sizeLow") }
    let threshold: Int64? = row["threshold"]
    let type: String? = row["hardshipType"]
    return ScreeningFigures(
      outcome: outcome, decisions: row["decisions"],
      disposable: interval(row, "disposable"), support: interval(row, "support"),
      expenditure: interval(row, "expenditure"), size: low...high,
      perCapita: interval(row, "perCapita"), threshold: threshold.map(Money.init(fen:)),
      hardshipType: type.flatMap(HardshipType.init))
  }

  private static func interval(_ row: Row, _ name: String) -> MoneyInterval {
    MoneyInterval(Money(fen: row[name + "Low"]), Money(fen: row[name + "High"]))
  }
}
