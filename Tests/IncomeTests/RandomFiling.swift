import Casework
import TestSupport

/// Filings drawn from a seed, complete or with cells taken out.
struct RandomFiling {
  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// A filing in which nothing is left open.
  mutating func complete() -> Filing {
    var rows = [worker("甲", .applicant)]
    let names = Array("乙丙丁".prefix(Int.random(in: 0...3, using: &generator))).map(String.init)
    rows += names.map { worker($0, .child) }
    for who in [nil, "甲"] + names where Bool.random(using: &generator) {
      rows.append(anyItem(of: who))
    }
    for _ in 0..<Int.random(in: 0...3, using: &generator) { rows.append(anyBill()) }
    for _ in 0..<Int.random(in: 0...2, using: &generator) { rows.append(anyAid()) }
    return Filing(appliedOn: pick(["2015-03-20", "2015-06-15", "2015-10-08"]), rows: rows)
  }

  /// The filing with some of its cells left blank or unreadable.
  mutating func opening(_ filing: Filing) -> Filing {
    var opened = filing
    opened.rows = filing.rows.map { row in
      Int.random(in: 0..<3, using: &generator) == 0 ? opening(row) : row
    }
    if Int.random(in: 0..<6, using: &generator) == 0 { opened.appliedOn = pick(["", "2015", "?"]) }
    return opened
  }

  /// The filing with its rows in another order.
  mutating func shuffling(_ filing: Filing) -> Filing {
    var shuffled = filing
    shuffled.rows.shuffle(using: &generator)
    return shuffled
  }

  /// The filing with an item of income more, or a higher wage.
  mutating func enriching(_ filing: Filing) -> Filing {
    var richer = filing
    let place = Int.random(in: 0..<filing.rows.count, using: &generator)
    if filing.rows[place].form == .members, Bool.random(using: &generator) {
      richer.rows[place] = filing.rows[place].rewriting(.wageIncome, money(90_000))
    } else {
      let type = pick(["工资", "奖金", "养老金", "租金", "救助金", "其他转移", "经营收入"])
      richer.rows.append(item(type, bare(anyAmount()), .once, of: pick([nil, "甲"])))
    }
    return richer
  }

  private mutating func opening(_ row: WrittenRow) -> WrittenRow {
    switch row.form {
    case .members:
      let isWorker = Bool.random(using: &generator)
      return isWorker ? row.rewriting(.wageIncome, nil) : row.leaving(.livesTogether)
    case .income:
      return pick([
        row.rewriting(.amount, nil), row.leaving(.amount), row.leaving(.months),
        row.rewriting(.memberName, name("戊")),
      ])
    case .expenditure:
      return pick([
        row.rewriting(.reimbursed, nil), row.leaving(.billedAmount), row.rewriting(.paidOn, nil),
        row.rewriting(.paidOn, date("2015")), row.rewriting(.expenditureType, nil),
      ])
    default: return pick([row.leaving(.amount), row.rewriting(.receivedOn, nil)])
    }
  }

  private mutating func worker(_ who: String, _ relationship: Relationship) -> WrittenRow {
    let lives = relationship == .applicant || Int.random(in: 0..<4, using: &generator) > 0
    return person(
      who, [(.wageIncome, money(anyAmount() * 6)), (.livesTogether, .flag(lives))], relationship)
  }

  private mutating func anyItem(of who: String?) -> WrittenRow {
    let type = pick(["奖金", "利息", "救助金", "其他转移", "经营收入", "经营成本", "社保缴费"])
    // Wages have a column, which an item would contradict.
    return type == "奖金"
      ? item("利息", bare(anyAmount() / 10), .month, months: 3, of: who)
      : item(type, bare(anyAmount()), pick([.year, .once]), of: who)
  }

  private mutating func anyBill() -> WrittenRow {
    bill(
      pick(["医疗", "教育", "住房"]), anyAmount() * 3, reimbursed: pick([0, 2_000, 3_000]),
      on: pick(["2014-11-20", "2015-01-10", "2013-02-03"]))
  }

  private mutating func anyAid() -> WrittenRow {
    aid(
      pick(["医疗救助", "工会", "低保"]), pick([1_500, 2_000, 3_000]),
      on: pick(["2014-11-20", "2015-01-10", "2013-02-03"]))
  }

  private mutating func anyAmount() -> Int64 { Int64.random(in: 1...8, using: &generator) * 1_000 }

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: values.indices, using: &generator)]
  }
}
