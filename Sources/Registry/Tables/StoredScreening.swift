import Casework
internal import GRDB

/// A row of `screening`: what a case came to, with everything that is needed to find it again.
struct StoredScreening {
  let filing: Int64
  let basis: ScreeningBasis
  /// The digest of the policy.
  let policy: String
  /// The day the case was screened as of.
  let screenedOn: CalendarDate
  /// The day that stands in for the day of application, for a case that is being helped.
  var referenceDay: CalendarDate?
  /// The last run and the last fact that were known.
  let known: KnownThrough
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
        INSERT INTO screening
          (assistanceCase, basis, policy, screenedOn, referenceDay, runsThrough, factsThrough,
          \(columns))
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(arguments: [
      id, screening.basis.rawValue, screening.policy, screening.screenedOn.description,
      screening.referenceDay?.description, screening.known.runs, screening.known.facts,
      screening.filing, figures.outcome.rawValue, figures.decisions,
      figures.disposable.low.fen, figures.disposable.high.fen, figures.support.low.fen,
      figures.support.high.fen, figures.expenditure.low.fen, figures.expenditure.high.fen,
      figures.size.lowerBound, figures.size.upperBound, figures.perCapita.low.fen,
      figures.perCapita.high.fen, figures.threshold?.fen, figures.hardshipType?.rawValue,
      figures.readingCount,
    ])
  }

  /// The row of a screening.
  static func screening(in row: Row) throws -> StoredScreening {
    let (day, reference): (String, String?) = (row["screenedOn"], row["referenceDay"])
    guard let basis = ScreeningBasis(rawValue: row["basis"]),
      let screenedOn = CalendarDate(iso: day)
    else { throw StoredValueDamage(table: "screening", column: "basis") }
    return StoredScreening(
      filing: row["filing"], basis: basis, policy: row["policy"], screenedOn: screenedOn,
      referenceDay: reference.flatMap(CalendarDate.init(iso:)),
      known: KnownThrough(runs: row["runsThrough"], facts: row["factsThrough"]),
      figures: try figures(in: row))
  }

  /// The columns of what was found, in the order they are written.
  static let columns = """
    filing, outcome, decisions, disposableLow, disposableHigh, supportLow, supportHigh,
    expenditureLow, expenditureHigh, sizeLow, sizeHigh, perCapitaLow, perCapitaHigh, threshold,
    hardshipType, readings
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
      hardshipType: type.flatMap(HardshipType.init), readingCount: row["readings"])
  }

  private static func interval(_ row: Row, _ name: String) -> MoneyInterval {
    MoneyInterval(Money(fen: row[name + "Low"]), Money(fen: row[name + "High"]))
  }
}
