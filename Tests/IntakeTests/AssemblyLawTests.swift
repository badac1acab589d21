import Casework
import Intake
import TestSupport
import Testing

@Suite("Laws of putting filings together")
struct AssemblyLawTests {
  /// Rows of a few filings with their items, some repeated, some corrected, some of nobody.
  private func records(_ generator: inout SeededGenerator) -> [FormRecord] {
    var records: [FormRecord] = []
    func add(_ form: FormKind, _ cells: Cells) {
      records.append(TestSupport.row(form, at: 2 + records.count, cells))
    }
    let keys = ["A1", "A2", "A3", "A4"]
    for key in keys where !generator.once(in: 5) {
      add(
        .applications,
        [
          (.applicationNumber, .text(key)), (.applicantName, TestSupport.name("户" + key)),
          (.applicationDate, TestSupport.date("2015-03-0\(generator.pick([1, 2, 3]))")),
        ])
    }
    for _ in 0..<Int.random(in: 0...6, using: &generator) {
      let key = generator.pick(keys + ["A9"])
      let amount = TestSupport.money(Int64(generator.pick([100, 200])), nil)
      add(
        .income,
        [(.applicationNumber, .text(key)), (.incomeType, .choice("奖金")), (.amount, amount)])
    }
    if generator.once(in: 2) {
      add(
        .applications,
        [
          (.applicationNumber, .text(generator.pick(keys))),
          (.applicantName, TestSupport.name("户")),
          (.correction, .flag(true)), (.applicationDate, TestSupport.date("2015-04-01")),
        ])
    }
    return records
  }

  private let unit = SubmittingUnit(code: "U01", name: "州水务局")

  private func filings(_ records: [FormRecord]) -> (
    applications: [Application], findings: [Finding]
  ) {
    assembleApplications(from: records, of: unit, round: "2015")
  }

  private func law(_ holds: ([FormRecord], inout SeededGenerator) -> Bool?) -> LawReport {
    LawReport(
      drawing: records,
      smaller: { records in
        records.indices.map { place in
          var rest = records
          rest.remove(at: place)
          return rest
        }
      }, holds: holds)
  }

  /// What the filings hold, without regard to the order of rows.
  private func contents(_ applications: [Application]) -> [String] {
    applications.map { application in
      let items = application.incomeItems.map { $0.money(.amount).value?.amount.description ?? "?" }
      return "\(application.applicationNumber ?? "") \(application.applicantName?.folded ?? "") "
        + "\(application.superseded.count) \(items.sorted())"
    }.sorted()
  }

  @Test("the order in which rows are read changes no filing")
  func order() {
    let report = law { records, generator in
      contents(filings(records).applications)
        == contents(filings(records.shuffled(using: &generator)).applications)
    }
    #expect(report.isKept, "\(report)")
  }

  @Test("an item row entered again changes no filing, and is said")
  func repeats() {
    let report = law { records, generator in
      let items = records.filter { $0.form == .income && $0.text(.applicationNumber).value != "A9" }
      guard let copied = items.randomElement(using: &generator) else { return nil }
      let again = TestSupport.row(
        .income, at: 200, copied.stated.map { (field: $0.field, value: $0.value) })
      let (before, after) = (filings(records), filings(records + [again]))
      let isJoined = before.applications.contains {
        $0.incomeItems.contains { $0.location == copied.location }
      }
      guard isJoined else { return nil }
      let said = after.applications.contains { $0.findings.contains { $0.code == .itemRepeated } }
      return contents(before.applications) == contents(after.applications) && said
    }
    #expect(report.isKept, "\(report)")
  }

  @Test("every item joins one filing, or is said to join none")
  func items() {
    let report = law { records, _ in
      let (applications, findings) = filings(records)
      let joined = applications.flatMap { application in
        application.incomeItems.map(\.location)
          + application.findings.filter { $0.code == .itemRepeated }.compactMap(\.location)
      }
      let orphans = findings.filter {
        [.keyUnmatched, .keyAmbiguous, .keyMissing].contains($0.code)
      }
      return joined.count == Set(joined).count
        && joined.count + orphans.count == records.count { $0.form == .income }
    }
    #expect(report.isKept, "\(report)")
  }

  @Test("a correction counts as if it had been filed alone, and keeps what it replaced")
  func corrections() {
    let report = law { records, _ in
      let corrections = records.filter { $0.flag(.correction).value == true }
      guard let correction = corrections.first,
        let number = correction.text(.applicationNumber).value
      else { return nil }
      let replaced = records.filter {
        $0.form == .applications && $0.text(.applicationNumber).value == number
          && $0.location != correction.location
      }
      let whole = filings(records).applications
      let alone = filings(
        records.filter { record in
          !replaced.contains { $0.location == record.location }
        }
      ).applications
      func names(_ applications: [Application]) -> [String] {
        applications.map { "\($0.applicantName?.folded ?? "") \($0.incomeItems.count)" }.sorted()
      }
      let kept = whole.first { $0.applicationNumber == number }?.superseded.count
      return names(whole) == names(alone) && kept == replaced.count
    }
    #expect(report.isKept, "\(report)")
  }
}
