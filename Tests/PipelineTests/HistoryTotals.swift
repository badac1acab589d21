import Pipeline
import Testing

/// Totals of the worked history by quantity, year and key; amounts in fen.
struct HistoryTotals {
  /// What a total is of; `all` for the three years or for every key.
  struct Name: Hashable, CustomStringConvertible {
    let quantity: String
    let year: String
    let key: String

    var description: String { "\(quantity) \(year) \(key)" }
  }

  private(set) var values: [Name: Int] = [:]
  private var counted: Set<String> = []

  /// The totals that `expected.csv` states.
  static func expected() throws -> HistoryTotals {
    var totals = HistoryTotals()
    for row in try Table(WorkedHistory.source + "/expected.csv").rows {
      let name = Name(
        quantity: row["quantity"] ?? "", year: row["year"] ?? "", key: row["key"] ?? "")
      totals.values[name] = Int(row["value"] ?? "")
    }
    return totals
  }

  /// The totals of the registry's tables.
  static func found(in history: WorkedHistory) throws -> HistoryTotals {
    var totals = HistoryTotals()
    for entry in try history.exported("book_entries").rows { totals.count(entry: entry) }
    for decision in try history.exported("decisions").rows { totals.count(decision: decision) }
    for step in try history.exported("steps").rows { totals.count(step: step) }
    for (year, summary) in history.intakes {
      totals.values[Name(quantity: "applications", year: year, key: "all")] = summary.applications
      for (outcome, count) in summary.outcomes where count > 0 {
        totals.values[Name(quantity: "outcome", year: year, key: outcome)] = count
      }
    }
    totals.balance()
    return totals
  }

  private mutating func count(entry: [String: String]) {
    let amount = Int(entry["amount_fen"] ?? "") ?? 0
    let year = String((entry["booked_on"] ?? "").prefix(4))
    switch entry["kind"] {
    case "income":
      let account = (entry["credit"] ?? "").split(separator: "/").map(String.init)
      add("raised_fen", account[2], account[1], amount)
      if let unit = entry["unit_code"], !unit.isEmpty {
        values[Name(quantity: "donated_fen", year: account[2], key: unit), default: 0] += amount
      }
    case "payment":
      let measure = String((entry["debit"] ?? "").split(separator: "/")[1])
      add("used_fen", year, measure, amount)
      add("payments", year, measure, 1)
      help(entry["case_id"] ?? "", year, measure)
    case "commitment": values[openPromises(year), default: 0] += amount
    default: values[openPromises(year), default: 0] -= amount
    }
  }

  private func openPromises(_ year: String) -> Name {
    Name(quantity: "open_promises_fen", year: year, key: "all")
  }

  private mutating func count(decision: [String: String]) {
    let year = String((decision["decided_on"] ?? "").prefix(4))
    add("decisions", year, decision["verdict"] ?? "", 1)
    guard let measure = decision["measure"], !measure.isEmpty else { return }
    add("approved_fen", year, measure, Int(decision["amount_fen"] ?? "") ?? 0)
  }

  private mutating func count(step: [String: String]) {
    let year = String((step["happened_on"] ?? "").prefix(4))
    let quantity = ["exited": "exits", "withdrawn": "withdrawals"][step["to_state"] ?? ""]
    guard let quantity else { return }
    for when in [year, "all"] {
      values[Name(quantity: quantity, year: when, key: "all"), default: 0] += 1
    }
  }

  /// A household counts once for each year and measure; it is one case here.
  private mutating func help(_ caseID: String, _ year: String, _ measure: String) {
    for when in [year, "all"] {
      for what in [measure, "all"] where counted.insert("\(caseID) \(when) \(what)").inserted {
        values[Name(quantity: "households_helped", year: when, key: what), default: 0] += 1
      }
    }
    if counted.insert(caseID).inserted {
      values[Name(quantity: "households_first_helped", year: year, key: "all"), default: 0] += 1
    }
  }

  private mutating func add(_ quantity: String, _ year: String, _ key: String, _ value: Int) {
    for when in [year, "all"] {
      for what in [key, "all"] {
        values[Name(quantity: quantity, year: when, key: what), default: 0] += value
      }
    }
  }

  /// Each year opens with what the year before closed with.
  private mutating func balance() {
    var (cash, promised) = (0, 0)
    for year in WorkedHistory.years {
      func total(_ quantity: String) -> Int {
        values[Name(quantity: quantity, year: year, key: "all")] ?? 0
      }
      cash += total("raised_fen") - total("used_fen")
      promised += total("open_promises_fen")
      values[Name(quantity: "closing_balance_fen", year: year, key: "all")] = cash
      values[openPromises(year)] = promised
    }
  }
}
