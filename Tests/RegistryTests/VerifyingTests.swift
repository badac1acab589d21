import Casework
import TestSupport
import Testing

@testable import Registry

/// A change nobody should make, and the kind of fault it is found as.
private struct Tampering: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let sql: String
  let kind: RegistryFault.Kind

  init(_ name: String, _ sql: String, _ kind: RegistryFault.Kind) {
    testDescription = name
    self.sql = sql
    self.kind = kind
  }
}

private let tamperings: [Tampering] = [
  Tampering(
    "a filing's bytes", "UPDATE filing SET content = CAST(content || x'00' AS BLOB) WHERE id = 1",
    .filing),
  Tampering("a filing's digest", "UPDATE filing SET digest = zeroblob(32) WHERE id = 1", .filing),
  Tampering(
    "what a fact says",
    "UPDATE officeFact SET content = replace(content, '300000', '900000') WHERE form = 'decisions'",
    .fact),
  Tampering(
    "a fact's words that no step shows",
    "UPDATE officeFact SET content = replace(content, '请增加走访', '很好') WHERE form = 'feedback'",
    .fact),
  Tampering("a fact's key", "UPDATE officeFact SET key = x'01' WHERE form = 'visits'", .fact),
  Tampering(
    "a fact's day", "UPDATE officeFact SET day = '2016-02-02' WHERE form = 'visits'", .fact),
  Tampering(
    "a fact's form", "UPDATE officeFact SET form = 'visits' WHERE form = 'feedback'", .fact),
  Tampering(
    "which case a fact is about",
    "DELETE FROM factCase WHERE fact = (SELECT id FROM officeFact WHERE form = 'verifications')",
    .fact),
  Tampering(
    "a step's day", "UPDATE caseStep SET happenedOn = '2016-02-09' WHERE toState = 'approved'",
    .history),
  Tampering("a step that is gone", "DELETE FROM caseStep WHERE toState = 'verified'", .history),
  Tampering(
    "a step's state", "UPDATE caseStep SET toState = 'exited' WHERE toState = 'followedUp'",
    .history
  ),
  Tampering(
    "a case's state", "UPDATE assistanceCase SET state = 'exited' WHERE caseID = 'A'", .history),
  Tampering(
    "a payment's amount", "UPDATE bookEntry SET amount = 99 WHERE kind = 'payment'", .history),
  Tampering(
    "a payment's day", "UPDATE bookEntry SET bookedOn = '2016-02-09' WHERE kind = 'payment'",
    .history),
  Tampering("an income that is gone", "DELETE FROM bookEntry WHERE kind = 'income'", .books),
  Tampering(
    "an income's amount", "UPDATE bookEntry SET amount = amount + 1 WHERE kind = 'income'", .books),
  Tampering(
    "an income's account",
    "UPDATE bookEntry SET credit = 'income/利息/2015' WHERE kind = 'income'", .books),
  Tampering(
    "a stored outcome", "UPDATE screening SET outcome = 'ineligible' WHERE assistanceCase = 2",
    .screening),
  Tampering(
    "a stored figure", "UPDATE screening SET disposableLow = 1, disposableHigh = 1", .screening),
  Tampering(
    "bounds that are exchanged", "UPDATE screening SET disposableLow = disposableHigh + 1",
    .screening),
  Tampering("a stored line", "UPDATE screening SET threshold = 125000", .screening),
  Tampering("how rules ended", "UPDATE screening SET decisions = 'CAUSE=fail'", .screening),
  Tampering("a policy's text", "UPDATE policy SET content = 'other'", .screening),
  Tampering(
    "a person's identity number", "UPDATE person SET identity = '513221196503151233'", .filing),
  Tampering("a person who is gone", "DELETE FROM person WHERE assistanceCase = 2", .filing),
  Tampering(
    "a case's day of application", "UPDATE assistanceCase SET appliedOn = '2015-06-16'", .filing),
  Tampering("a case's unit", "UPDATE assistanceCase SET unitCode = 'U02'", .filing),
]

@Suite("The registry's own check")
struct VerifyingTests {
  @Test("it finds what was changed by other means", arguments: tamperings)
  fileprivate func finds(_ tampering: Tampering) throws {
    let programme = try Programme([Filing("A"), Filing("B")])
    try programme.record(
      OfficeEntry.approved("A") + [
        .pay("A", on: "2016-02-01"), .visit("A", on: "2016-06-01"),
        .say("请增加走访", on: "2016-03-01"), .allocate("党费划拨", on: "2015-02-01", yuan: 50_000),
      ])
    #expect(try programme.faults() == [])
    try programme.tamper(tampering.sql)
    #expect(try programme.faults().map(\.kind).contains(tampering.kind))
  }

  @Test("it says how much it looked at")
  func counts() throws {
    let programme = try Programme([Filing("A"), Filing("B")])
    try programme.record(OfficeEntry.approved("A"))
    let verification = try programme.registry.verify { context, _, _ in
      Programme.enrolled(context)
    }
    #expect(verification.cases == 2 && verification.facts == 4 && verification.entries == 1)
    #expect(verification.pruned == 0 && verification.faults.isEmpty)
  }

  @Test("content that no program wrote is said to be damaged, not taken for something else")
  func unreadableContent() throws {
    for sql in [
      "UPDATE officeFact SET content = '{}', digest = zeroblob(32)",
      "UPDATE assistanceCase SET appliedOn = '15.6.2015'",
      "UPDATE bookEntry SET credit = 'till'",
      "UPDATE caseStep SET happenedOn = 'yesterday'",
      "UPDATE duplicatePair SET content = '{}'",
    ] {
      let programme = try Programme([Filing("A"), Filing("B")], pairs: [pair("A", "B")])
      try programme.record([
        .verify("A", on: "2016-01-05"), .judge("A+B", "不同", on: "2016-01-05"),
        .allocate("党费划拨", on: "2015-02-01", yuan: 50_000),
      ])
      try programme.tamper(sql)
      do throws(RegistryError) {
        let found = try programme.registry.verify { context, _, _ in
          Programme.enrolled(context)
        }
        #expect(!found.faults.isEmpty, "\(sql)")
      } catch {
        #expect(error.code == .damaged, "\(sql)")
        #expect(!error.detail.contains("甲"), "a name in \(error.detail)")
      }
    }
  }
}
