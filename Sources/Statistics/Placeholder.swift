public import Casework
public struct StatisticsTable: Sendable { public struct Column: Sendable { public let name: String }; public struct Cell: Sendable { public let text: String }; public let name: String; public let columns: [Column]; public let rows: [[Cell]] }
public func statisticsTables(for result: RoundResult) -> [StatisticsTable] { [] }
public func dataPackage(for tables: [StatisticsTable], round: String, asOf: CalendarDate) -> String { "{}" }
