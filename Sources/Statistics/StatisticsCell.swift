public import Casework

/// One cell of a statistics table.
public enum StatisticsCell: Hashable, Sendable {
  /// A key or a label.
  case text(String)
  /// A count.
  case count(Int)
  /// An amount in yuan with two decimals.
  case amount(Money)
  /// No value: there is nothing to compute it from.
  case missing

  /// The cell as it stands in the CSV file; a missing value is empty.
  public var text: String {
    switch self {
    case .text(let text): text
    case .count(let count): String(count)
    case .amount(let amount): amount.description
    case .missing: ""
    }
  }
}
