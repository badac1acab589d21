import Casework

extension Application {
  /// The filing with a value in the cell of a field, in whichever of its rows that cell stands.
  func stating(_ value: FieldValue, for field: Field, at cell: SourceLocation) -> Application {
    func changed(_ row: FormRecord) -> FormRecord {
      guard row.cell(of: field) == cell else { return row }
      var row = row
      row.replace(value, for: field)
      return row
    }
    return with(
      record: changed(record), members: members.map(changed), income: incomeItems.map(changed),
      expenditure: expenditureItems.map(changed), support: supportItems.map(changed))
  }

  /// The filing with one more cost, borne by the household and proven.
  func bearing(_ cost: Money, ofType type: String, on day: CalendarDate) -> Application {
    var row = FormRecord(
      form: .expenditure, location: record.location, columns: SheetColumns([:]))
    row.enter(.choice(type), for: .expenditureType)
    row.enter(.money(StatedAmount(MoneyInterval(exactly: cost))), for: .billedAmount)
    row.enter(.money(StatedAmount(.zero)), for: .reimbursed)
    row.enter(.date(StatedDate(day)), for: .paidOn)
    row.enter(.text("诊断书、病历、发票、票据、收据、证明"), for: .evidence)
    return with(expenditure: expenditureItems + [row])
  }

  /// The filing with more members who have no income of their own.
  func housing(_ more: Int) -> Application {
    var record = record
    if let size = record.count(.householdSize).value {
      record.replace(.count(size + more), for: .householdSize)
    }
    guard !members.isEmpty else { return with(record: record) }
    let added = (1...more).map { number in
      var row = FormRecord(
        form: .members, location: record.location, columns: SheetColumns([:]))
      let name = "新增成员\(number)"
      row.enter(.name(PersonName(original: name, folded: name)), for: .memberName)
      row.enter(.choice(Relationship.other.rawValue), for: .relationship)
      row.enter(.flag(true), for: .livesTogether)
      for component in IncomeComponent.allCases {
        row.enter(.money(StatedAmount(.zero, per: .year)), for: component.field)
      }
      return row
    }
    return with(record: record, members: members + added)
  }

  private func with(
    record: FormRecord? = nil, members: [FormRecord]? = nil, income: [FormRecord]? = nil,
    expenditure: [FormRecord]? = nil, support: [FormRecord]? = nil
  ) -> Application {
    Application(
      round: round, unit: unit, record: record ?? self.record, members: members ?? self.members,
      incomeItems: income ?? incomeItems, expenditureItems: expenditure ?? expenditureItems,
      supportItems: support ?? supportItems, superseded: superseded, caseID: caseID,
      findings: findings)
  }
}
