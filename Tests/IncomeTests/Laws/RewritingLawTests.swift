import Casework
import Income
import TestSupport
import Testing

@Suite("Laws of the same figures written otherwise")
struct RewritingLawTests {
  private func law(_ holds: (Filing, inout SeededGenerator) throws -> Bool?) rethrows -> LawReport {
    try LawReport(drawing: Filing.complete, smaller: \.smaller, holds: holds)
  }

  @Test("an item of income in two equal parts is the same income")
  func splitItems() {
    let report = law { filing, _ in
      let split = filing.rewriting(.income) { row in
        // A part of 救助金 proves a benefit no more than the whole does another.
        guard row.text(.incomeType) != "救助金" else { return [row] }
        return row.halves(of: [.amount])
      }
      return filing.worksheet().disposable == split.worksheet().disposable
    }
    #expect(report.isKept, "\(report)")
  }

  @Test("a bill in two equal parts is the same expenditure")
  func splitBills() {
    let report = law { drawn, _ in
      // A reimbursement that equals an item of 救助金 is income already; its halves equal none.
      let filing = drawn.rewriting(.income) { $0.text(.incomeType) == "救助金" ? [] : [$0] }
      let split = filing.rewriting(.expenditure) { $0.halves(of: [.billedAmount, .reimbursed]) }
      return filing.worksheet().expenditure == split.worksheet().expenditure
    }
    #expect(report.isKept, "\(report)")
  }

  @Test("support in two equal parts is the same support, where nothing is reimbursed")
  func splitSupport() {
    let report = law { filing, _ in
      let bare = filing.rewriting(.expenditure) { _ in [] }.rewriting(.income) { _ in [] }
      let split = bare.rewriting(.support) { $0.halves(of: [.amount]) }
      return bare.worksheet().support == split.worksheet().support
    }
    #expect(report.isKept, "\(report)")
  }

  @Test("so many times all amounts are so many times D, S and R")
  func scaling() {
    let report = law { filing, generator in
      let times = generator.pick([2, 3, 7])
      var scaled = filing
      scaled.rows = filing.rows.map { row in
        var row = row
        row.cells = row.cells.map { ($0.field, $0.value?.scaled(by: Int64(times))) }
        return row
      }
      let (one, two) = (filing.worksheet(), scaled.worksheet())
      return two.disposable == one.disposable * Int64(times)
        && two.support == one.support * Int64(times)
        && two.expenditure == one.expenditure * Int64(times) && two.size == one.size
    }
    #expect(report.isKept, "\(report)")
  }

  @Test("a wage per month is a twelfth of the wage per year")
  func monthlyColumn() {
    let report = law { filing, generator in
      let monthly = Int64.random(in: 100...6_000, using: &generator)
      func wage(_ value: FieldValue) -> Filing {
        filing.rewriting(.members) { [$0.rewriting(.wageIncome, value)] }
      }
      return wage(money(monthly, .month)).figures == wage(money(monthly * 12, .year)).figures
    }
    #expect(report.isKept, "\(report)")
  }

  @Test("an item of twelve months, of four quarters and of the year are one")
  func periods() {
    let report = law { filing, generator in
      let amount = Int64.random(in: 1...3_000, using: &generator)
      func figures(_ amount: Int64, _ period: Period, months: Int?) -> Figures {
        filing.adding(item("租金", bare(amount), period, months: months, of: "甲")).figures
      }
      let yearly = figures(amount * 12, .year, months: nil)
      return yearly == figures(amount, .month, months: 12)
        && yearly == figures(amount * 3, .quarter, months: 12)
        // Rent is regular: blank months are the window.
        && yearly == figures(amount, .month, months: nil)
        && yearly == figures(amount * 12, .once, months: nil)
    }
    #expect(report.isKept, "\(report)")
  }

  @Test("an item of so many months is an item of one month so many times")
  func months() {
    let report = law { filing, generator in
      let amount = Int64.random(in: 1...3_000, using: &generator)
      let count = Int.random(in: 1...12, using: &generator)
      let joined = filing.adding(item("奖金", bare(amount), .month, months: count, of: "甲"))
      var apart = filing
      for place in 0..<count {
        apart.rows.append(
          item("奖金", bare(amount), .month, months: 1, of: "甲", [(.evidence, .text("单\(place)"))]))
      }
      return joined.worksheet().disposable == apart.worksheet().disposable
    }
    #expect(report.isKept, "\(report)")
  }

  @Test("a declared total equal to the sum changes no figure")
  func declaredTotal() {
    let report = law { filing, _ in
      guard let sum = filing.worksheet().disposable.exact, sum > .zero else { return nil }
      var declared = filing
      declared.application.append(
        (.declaredAnnualIncome, .money(StatedAmount(MoneyInterval(exactly: sum), per: .year))))
      return declared.figures == filing.figures
    }
    #expect(report.isKept, "\(report)")
  }

  @Test("a declared total that differs spans both sources and nothing else")
  func conflictingTotal() {
    let report = law { filing, generator in
      guard let sum = filing.worksheet().disposable.exact, sum > .zero else { return nil }
      let other = Money(fen: sum.fen + Int64.random(in: 2_000...90_000, using: &generator) * 100)
      var declared = filing
      declared.application.append(
        (.declaredAnnualIncome, .money(StatedAmount(MoneyInterval(exactly: other), per: .year))))
      return declared.worksheet().disposable == MoneyInterval(sum, other)
    }
    #expect(report.isKept, "\(report)")
  }

  @Test("a household that verification confirms to the fen keeps its readings")
  func verified() {
    let report = law { filing, _ in
      let household = filing.worksheet()
      guard let income = household.disposable.exact, let rigid = household.expenditure.exact
      else { return nil }
      let verified = household.verified(annualIncome: income, expenditure: rigid)
      return Set(verified.readings) == Set(household.readings)
    }
    #expect(report.isKept, "\(report)")
  }
}

extension WrittenRow {
  fileprivate func text(_ field: Field) -> String? {
    guard case .choice(let text)?? = cells.first(where: { $0.field == field })?.value else {
      return nil
    }
    return text
  }

  /// Two rows with half of each of the amounts, told apart by their documents.
  fileprivate func halves(of fields: Set<Field>) -> [WrittenRow] {
    ["一", "二"].map { part in
      var half = self
      half.cells = cells.map { cell in
        guard fields.contains(cell.field), case .money(let stated)? = cell.value,
          let amount = stated.amount.exact
        else { return cell }
        let first = amount.fen / 2
        let fen = part == "一" ? first : amount.fen - first
        return (
          cell.field,
          .money(StatedAmount(MoneyInterval(exactly: Money(fen: fen)), per: stated.period))
        )
      }
      half.cells.append((.evidence, .text("第\(part)联")))
      return half
    }
  }
}

extension FieldValue {
  fileprivate func scaled(by times: Int64) -> FieldValue {
    guard case .money(var stated) = self else { return self }
    stated.amount = stated.amount * times
    return .money(stated)
  }
}
