import Casework
import Testing

@Suite("A row states what its cells do")
struct FormRecordTests {
  private func row(_ values: [(Field, FieldValue?)]) -> FormRecord {
    let place = SourceLocation(file: 0, sheet: 0, row: 2, column: 0)
    var row = FormRecord(
      form: .income, location: place, columns: SheetColumns([.amount: 4, .incomeType: 1]))
    for (field, value) in values { row.enter(value, for: field) }
    return row
  }

  @Test("a bound field stands in its column, any other at the row's first cell")
  func cells() {
    #expect(row([]).cell(of: .amount).cell == "E2")
    #expect(row([]).cell(of: .incomeType).cell == "B2")
    #expect(row([]).cell(of: .months).cell == "A2")
    #expect(row([]).hasColumn(.amount) && !row([]).hasColumn(.months))
  }

  @Test("two rows state the same whatever the order of their columns")
  func order() {
    let one = row([(.incomeType, .choice("工资")), (.months, .count(12)), (.amount, nil)])
    let other = row([(.amount, nil), (.months, .count(12)), (.incomeType, .choice("工资"))])
    #expect(one.statesSame(as: other))
    #expect(!one.statesSame(as: row([(.incomeType, .choice("工资")), (.months, .count(12))])))
    #expect(!row([(.months, .count(12))]).statesSame(as: row([(.months, .count(11))])))
  }

  @Test("fields that are left out may differ or be missing")
  func aside() {
    let one = row([(.incomeType, .choice("工资")), (.remarks, .text("补发"))])
    let other = row([(.serialNumber, .count(3)), (.incomeType, .choice("工资"))])
    #expect(one.statesSame(as: other, leavingOut: [.remarks, .serialNumber]))
    #expect(!one.statesSame(as: other, leavingOut: [.remarks]))
  }
}
