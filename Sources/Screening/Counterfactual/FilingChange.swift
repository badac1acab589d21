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

  /// The filing with a member who turns out to live elsewhere, and a stated size without them.
  func housingElsewhere(_ member: FormRecord) -> Application {
    var record = record
    if let size = record.count(.householdSize).value, size > 1 {
      record.replace(.count(size - 1), for: .householdSize)
    }
    let changed = members.map { row in
      guard row.location == member.location else { return row }
      var row = row.asking(.livesTogether)
      row.replace(.flag(false), for: .livesTogether)
      return row
    }
    return with(record: record, members: changed)
  }

  /// The filing with an item that names this person.
  func naming(_ name: PersonName, in item: FormRecord) -> Application {
    func changed(_ row: FormRecord) -> FormRecord {
      guard row.isRow(item) else { return row }
      var row = row
      row.remove([.memberId])
      row.replace(.name(name), for: .memberName)
      return row
    }
    return with(
      income: incomeItems.map(changed), expenditure: expenditureItems.map(changed))
  }

  /// The filing without an item.
  func without(_ item: FormRecord) -> Application {
    with(
      income: incomeItems.filter { !$0.isRow(item) },
      expenditure: expenditureItems.filter { !$0.isRow(item) })
  }

  /// The filing with identity numbers for some of its members, by the places of their rows.
  func numbering(_ numbers: [SourceLocation: ResidentIdentityNumber]) -> Application {
    with(
      members: members.map { row in
        guard let number = numbers[row.location] else { return row }
        var row = row
        row.replace(.identity(IdentityStatement(number)), for: .memberId)
        return row
      })
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

extension FormRecord {
  /// Whether this is the same row of the same form.
  fileprivate func isRow(_ other: FormRecord) -> Bool {
    form == other.form && location == other.location
  }

  /// The row of a sheet that asks for a field.
  fileprivate func asking(_ field: Field) -> FormRecord {
    guard !hasColumn(field) else { return self }
    var columns = columns.columns
    columns[field] = (columns.values.max() ?? 0) + 1
    var row = FormRecord(
      form: form, location: location, columns: SheetColumns(columns), parent: parent)
    for (field, value) in stated { row.enter(value, for: field) }
    return row
  }
}

extension ResidentIdentityNumber {
  /// A valid number, made up for a trial only: in an area that no card bears.
  init?(madeUpFor birth: CalendarDate, order: Int) {
    let digits = String(order)
    let body =
      "513299" + birth.description.filter { $0 != "-" }
      + String(repeating: "0", count: max(0, 3 - digits.count)) + digits
    guard
      let number = "0123456789X".lazy.compactMap({ ResidentIdentityNumber(body + String($0)) })
        .first
    else { return nil }
    self = number
  }
}
