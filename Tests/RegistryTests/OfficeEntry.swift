import Casework
import TestSupport

@testable import Registry

/// One row of the office's forms, as a test writes it.
struct OfficeEntry: Sendable, Hashable {
  let form: FormKind
  let cells: [Cell]

  struct Cell: Sendable, Hashable {
    let field: Field
    let value: FieldValue?
  }

  init(_ form: FormKind, _ cells: Cells) {
    self.form = form
    self.cells = cells.map { Cell(field: $0.field, value: $0.value) }
  }

  /// The same row with one more or another value.
  func with(_ field: Field, _ value: FieldValue?) -> OfficeEntry {
    OfficeEntry(
      form, cells.filter { $0.field != field }.map { ($0.field, $0.value) } + [(field, value)])
  }

  /// The same row without a value.
  func without(_ field: Field) -> OfficeEntry {
    OfficeEntry(form, cells.filter { $0.field != field }.map { ($0.field, $0.value) })
  }
}

extension OfficeEntry {
  static func verify(
    _ caseID: String, on date: String, income: Int64? = nil, spent: Int64? = nil
  ) -> OfficeEntry {
    OfficeEntry(
      .verifications,
      [
        (.caseId, .text(caseID)), (.verifiedOn, TestSupport.date(date)),
        (.conclusion, .choice(income == nil ? "属实" : "有出入")),
      ] + (income.map { [(.verifiedAnnualIncome, money($0))] } ?? [])
        + (spent.map { [(.verifiedExpenditure, money($0, nil))] } ?? []))
  }

  static func propose(_ caseID: String, on date: String, yuan: Int64 = 3_000) -> OfficeEntry {
    OfficeEntry(
      .proposals,
      [
        (.caseId, .text(caseID)), (.measure, .choice("一次性资助")), (.amount, money(yuan, nil)),
        (.proposedOn, TestSupport.date(date)),
      ])
  }

  static func publicise(_ caseIDs: String, from: String, to: String) -> OfficeEntry {
    OfficeEntry(
      .notices,
      [
        (.stage, .choice("拟帮扶公示")), (.channel, .choice("党内")),
        (.from, TestSupport.date(from)), (.to, TestSupport.date(to)), (.caseIds, .text(caseIDs)),
      ])
  }

  static func object(
    _ caseID: String, on date: String, _ content: String = "收入不实", handledOn: String? = nil
  ) -> OfficeEntry {
    OfficeEntry(
      .objections,
      [
        (.caseId, .text(caseID)), (.receivedOn, TestSupport.date(date)), (.content, .text(content)),
      ] + (handledOn.map { [(.handledOn, TestSupport.date($0)), (.handling, .text("已核"))] } ?? []))
  }

  static func decide(
    _ caseID: String, on date: String, _ decision: String = "同意", yuan: Int64 = 3_000
  ) -> OfficeEntry {
    OfficeEntry(
      .decisions,
      [
        (.caseId, .text(caseID)), (.decision, .choice(decision)), (.measure, .choice("一次性资助")),
        (.amount, money(yuan, nil)), (.decidedOn, TestSupport.date(date)),
        (.documentNumber, .text("帮1号")),
      ])
  }

  static func pay(
    _ caseID: String, on date: String, yuan: Int64 = 1_000, voucher: String = "V-1"
  ) -> OfficeEntry {
    OfficeEntry(
      .disbursements,
      [
        (.caseId, .text(caseID)), (.amount, money(yuan, nil)), (.paidOn, TestSupport.date(date)),
        (.voucher, .text(voucher)),
      ])
  }

  static func visit(_ caseID: String, on date: String) -> OfficeEntry {
    OfficeEntry(
      .visits,
      [
        (.caseId, .text(caseID)), (.visitedOn, TestSupport.date(date)), (.means, .choice("走访")),
        (.relief, .choice("有所缓解")), (.recommendation, .choice("继续")),
      ])
  }

  static func event(
    _ caseID: String, on date: String, _ event: String, contact: String? = nil
  ) -> OfficeEntry {
    OfficeEntry(
      .events,
      [
        (.caseId, .text(caseID)), (.event, .choice(event)), (.happenedOn, TestSupport.date(date)),
      ] + (contact.map { [(.followUpContact, name($0))] } ?? []))
  }

  static func donate(_ unit: String, on date: String, yuan: Int64) -> OfficeEntry {
    OfficeEntry(
      .donations,
      [
        (.submittingUnit, .text(unit)), (.year, .year(2015)), (.donors, .count(18)),
        (.amount, money(yuan, nil)), (.receivedOn, TestSupport.date(date)),
      ])
  }

  static func allocate(
    _ source: String, on date: String, yuan: Int64, voucher: String = "S-1"
  ) -> OfficeEntry {
    OfficeEntry(
      .allocations,
      [
        (.source, .choice(source)), (.amount, money(yuan, nil)),
        (.receivedOn, TestSupport.date(date)), (.voucher, .text(voucher)),
      ])
  }

  static func judge(_ pairID: String, _ verdict: String, on date: String) -> OfficeEntry {
    OfficeEntry(
      .adjudications,
      [
        (.pairId, .text(pairID)), (.verdict, .choice(verdict)),
        (.decidedOn, TestSupport.date(date)),
      ])
  }

  static func say(_ content: String, on date: String) -> OfficeEntry {
    OfficeEntry(.feedback, [(.heldOn, TestSupport.date(date)), (.content, .text(content))])
  }

  /// A case from its second verification to its approval of 3,000 yuan on 2016-01-20.
  static func approved(_ caseID: String) -> [OfficeEntry] {
    [
      verify(caseID, on: "2016-01-05"), propose(caseID, on: "2016-01-08"),
      publicise(caseID, from: "2016-01-10", to: "2016-01-16"), decide(caseID, on: "2016-01-20"),
    ]
  }
}

extension OfficeFile {
  /// A file with these rows from its second line on.
  init(named name: String, _ entries: [OfficeEntry]) {
    let rows = entries.enumerated().map { place, entry in
      let record = row(entry.form, at: place + 2, entry.cells.map { ($0.field, $0.value) })
      let checked = officeFact(of: record) { name in
        name.hasPrefix("单位") ? String(name.dropFirst(2)) : nil
      }
      return OfficeRow(
        record: record, place: "\(name) 第\(place + 2)行", fact: checked.value,
        findings: checked.findings)
    }
    self.init(name: name, digest: "\(entries.map(\.cells))", rows: rows)
  }
}
