import Casework
import Income
import TestSupport
import Testing

@Suite("Laws of D, S, R and n")
struct WorksheetLawTests {
  private func law(_ holds: (Filing, inout SeededGenerator) throws -> Bool?) rethrows -> LawReport {
    try LawReport(drawing: Filing.complete, smaller: \.smaller, holds: holds)
  }

  @Test("the order of the rows of opened filings changes no figure")
  func rowOrder() {
    let report = LawReport(
      drawing: { Filing.opened(&$0).opened }, smaller: \.smaller,
      holds: { filing, generator in
        var shuffled = filing
        shuffled.rows.shuffle(using: &generator)
        return filing.figures == shuffled.figures
      })
    #expect(report.isKept, "\(report)")
  }

  @Test("the order of the columns changes no figure")
  func columnOrder() {
    let report = law { filing, generator in
      var other = filing
      for place in other.rows.indices { other.rows[place].cells.shuffle(using: &generator) }
      return filing.figures == other.figures
    }
    #expect(report.isKept, "\(report)")
  }

  @Test("other names for the same persons change no figure")
  func names() {
    let report = law { filing, _ in
      let other = ["乙": "钱", "丙": "孙", "丁": "李"]
      var renamed = filing
      for place in renamed.rows.indices {
        guard let cell = renamed.rows[place].cells.first(where: { $0.field == .memberName }),
          case .name(let written)? = cell.value, let new = other[written.folded]
        else { continue }
        renamed.rows[place] = renamed.rows[place].rewriting(.memberName, name(new))
      }
      return filing.figures == renamed.figures
    }
    #expect(report.isKept, "\(report)")
  }

  @Test("an item of income raises D by its amount, to the fen")
  func income() {
    let report = law { filing, generator in
      let amount = oddAmount(&generator)
      let who = generator.pick([nil, "甲"])
      let type = generator.pick(["其他转移", "利息", "经营收入"])
      let more = filing.adding(item(type, amount, .once, of: who))
      let (one, two) = (filing.worksheet(), more.worksheet())
      return two.disposable == one.disposable + amount.amount && two.support == one.support
        && two.expenditure == one.expenditure && two.size == one.size
    }
    #expect(report.isKept, "\(report)")
  }

  @Test("what is subtracted lowers D by its amount, to the fen")
  func subtracted() {
    let report = law { filing, generator in
      let amount = oddAmount(&generator)
      let type = generator.pick(["经营成本", "社保缴费", "个人所得税"])
      let more = filing.adding(item(type, amount, .once, of: "甲"))
      return more.worksheet().disposable == filing.worksheet().disposable - amount.amount
    }
    #expect(report.isKept, "\(report)")
  }

  @Test("a receipt that is no income changes no figure")
  func nonIncome() {
    let report = law { filing, generator in
      filing.adding(item("非收入所得", oddAmount(&generator), .once, of: "甲")).figures == filing.figures
    }
    #expect(report.isKept, "\(report)")
  }

  @Test("a bill of the window raises R by what was borne, to the fen")
  func bills() {
    let report = law { filing, generator in
      let billed = Int64.random(in: 1...5_000, using: &generator) * 7
      let reimbursed = Int64.random(in: 0...billed, using: &generator)
      let type = generator.pick(["医疗", "教育", "灾害损失", "残疾康复", "护理"])
      let row = bill(type, billed, reimbursed: reimbursed, on: "2014-11-20")
      let (one, two) = (filing.worksheet(), filing.adding(row).worksheet())
      return two.expenditure == one.expenditure + yuan(billed - reimbursed)
        && two.disposable == one.disposable && two.size == one.size
    }
    #expect(report.isKept, "\(report)")
  }

  @Test("a bill of a type that is not deducted, or of another time, changes no figure")
  func otherBills() {
    let report = law { filing, generator in
      let row =
        generator.pick([true, false])
        ? bill(generator.pick(["住房", "其他"]), 777, reimbursed: 0, on: "2014-11-20")
        : bill("医疗", 777, reimbursed: 0, on: generator.pick(["2013-02-28", "2015-10-01"]))
      return filing.adding(row).figures == filing.figures
    }
    #expect(report.isKept, "\(report)")
  }

  @Test("support that nothing else holds raises S by its amount, to the fen")
  func support() {
    let report = law { filing, generator in
      let amount = Int64.random(in: 1...3_000, using: &generator) * 7 + 20_000
      let row = aid(generator.pick(["工会", "低保", "社会捐助"]), amount, on: "2014-11-20")
      let (one, two) = (filing.worksheet(), filing.adding(row).worksheet())
      return two.support == one.support + yuan(amount) && two.disposable == one.disposable
        && two.expenditure == one.expenditure
    }
    #expect(report.isKept, "\(report)")
  }

  @Test("support of another time changes no figure")
  func otherSupport() {
    let report = law { filing, generator in
      let day = generator.pick(["2013-02-28", "2015-10-01"])
      return filing.adding(aid("工会", 777, on: day)).figures == filing.figures
    }
    #expect(report.isKept, "\(report)")
  }

  @Test("an amount of nothing changes no figure")
  func nothing() {
    let report = law { filing, generator in
      let row = generator.pick([
        item("其他转移", bare(0), .once, of: "甲"), bill("医疗", 0, reimbursed: 0, on: "2014-11-20"),
        aid("工会", 0, on: "2014-11-20"),
      ])
      return filing.adding(row).figures == filing.figures
    }
    #expect(report.isKept, "\(report)")
  }

  @Test("somebody who lives elsewhere changes no figure, whatever the income")
  func apart() {
    let report = law { filing, generator in
      let cells: Cells = [
        (.wageIncome, oddAmount(&generator)), (.livesTogether, .flag(false)),
      ]
      let more = filing.adding(
        person("戊", cells, .parent), item("其他转移", oddAmount(&generator), .once, of: "戊"),
        bill("医疗", 7_777, reimbursed: 0, on: "2014-11-20", of: "戊"))
      return more.figures == filing.figures
    }
    #expect(report.isKept, "\(report)")
  }

  @Test("a child without income adds a person and nothing else")
  func child() {
    let report = law { filing, _ in
      let cells: Cells = [
        (.employment, .choice("在校学生")), (.livesTogether, .flag(true)),
      ]
      let (one, two) = (filing.worksheet(), filing.adding(person("戊", cells)).worksheet())
      return two.size == one.size.lowerBound + 1...one.size.upperBound + 1
        && two.disposable == one.disposable
    }
    #expect(report.isKept, "\(report)")
  }
}
