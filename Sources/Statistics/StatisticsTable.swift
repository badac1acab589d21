/// A tidy table: one row per combination of its keys, one column per quantity (contract §4).
public struct StatisticsTable: Hashable, Sendable {
  /// The table's name; its file is `statistics/<name>.csv`.
  public let name: String
  /// What the table counts, and of whom.
  public let description: String
  /// The columns, keys first.
  public let columns: [StatisticsColumn]
  /// The rows in their fixed order, with one cell per column.
  public let rows: [[StatisticsCell]]

  /// Makes a table whose rows have one cell per column.
  init(
    name: String, description: String, columns: [StatisticsColumn], rows: [[StatisticsCell]]
  ) {
    precondition(
      rows.allSatisfy { $0.count == columns.count }, "a row of \(name) has one cell per column")
    self.name = name
    self.description = description
    self.columns = columns
    self.rows = rows
  }
}

/// A column of a table: what it holds and in which unit.
public struct StatisticsColumn: Hashable, Sendable {
  /// The column's header.
  public let name: String
  /// How its cells are written.
  public let type: StatisticsColumnType
  /// What one stands for, such as `cases` or `yuan per month`; empty for a key.
  public let unit: String
  /// What it holds.
  public let description: String
  /// Whether the column is part of what tells one row from another.
  public let isKey: Bool

  private init(
    _ name: String, _ type: StatisticsColumnType, unit: String, _ description: String, isKey: Bool
  ) {
    self.name = name
    self.type = type
    self.unit = unit
    self.description = description
    self.isKey = isKey
  }

  /// A column that tells rows apart.
  static func key(_ name: String, _ description: String) -> StatisticsColumn {
    StatisticsColumn(name, .string, unit: "", description, isKey: true)
  }

  /// A column of years that tells rows apart.
  static func yearKey(_ name: String, _ description: String) -> StatisticsColumn {
    StatisticsColumn(name, .integer, unit: "", description, isKey: true)
  }

  /// A column of words about the key.
  static func label(_ name: String, _ description: String) -> StatisticsColumn {
    StatisticsColumn(name, .string, unit: "", description, isKey: false)
  }

  /// A column of counts of one unit; counts of different units are never added.
  static func count(_ name: String, of unit: String, _ description: String) -> StatisticsColumn {
    StatisticsColumn(name, .integer, unit: unit, description, isKey: false)
  }

  /// A column of sums of money in yuan.
  static func sum(_ name: String, _ description: String) -> StatisticsColumn {
    StatisticsColumn(name, .number, unit: "yuan", description, isKey: false)
  }

  /// A column of amounts in yuan per person and month.
  static func amount(_ name: String, _ description: String) -> StatisticsColumn {
    StatisticsColumn(name, .number, unit: "yuan per person and month", description, isKey: false)
  }
}

/// How a column's cells are written, in the words of Table Schema.
public enum StatisticsColumnType: String, Sendable, CaseIterable {
  case string, integer, number
}
