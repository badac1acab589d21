import Casework
import Intake

/// A `*.test.yaml` file: named cases for a policy, documented in docs/policy-tests.md.
struct PolicyTestFile {
  let path: String
  let cases: [PolicyTestCase]

  private static let keys = ["policy", "overlay", "asOf", "defaults", "cases"]
  private static let caseKeys = [
    "name", "policy", "overlay", "asOf", "household", "sameRound", "earlierRounds", "expect",
  ]

  /// Reads a file; every trouble names file, line and what was expected.
  init(_ path: String, library: FormLibrary) throws(RunFailure) {
    self.path = path
    let top = try YAMLMapping(text: try readText(path), file: path, keys: Self.keys)
    let forms = PolicyTestForms(library: library)
    let defaults =
      top.has("defaults") ? try forms.filling(try top.mapping("defaults", keys: nil)) : nil
    let base = defaults ?? PolicyTestFiling()
    var cases: [PolicyTestCase] = []
    for entry in try top.mappings("cases", keys: Self.caseKeys) {
      let read = try Self.testCase(entry, of: top, base: base, forms: forms)
      guard !cases.contains(where: { $0.name == read.name }) else {
        throw RunFailure.yaml(
          file: path, line: entry.line(of: "name"), problem: .duplicateKey(read.name))
      }
      cases.append(read)
    }
    guard !cases.isEmpty else {
      throw RunFailure.yaml(file: path, line: top.line, problem: .missingKey("cases"))
    }
    self.cases = cases
  }

  private static func testCase(
    _ entry: YAMLMapping, of top: YAMLMapping, base: PolicyTestFiling, forms: PolicyTestForms
  ) throws(RunFailure) -> PolicyTestCase {
    var filings = [base]
    if entry.has("household") {
      filings = [try forms.filling(try entry.mapping("household", keys: nil), over: base)]
    }
    for other in try entry.mappings("sameRound", keys: nil) {
      filings.append(try forms.filling(other, over: base))
    }
    var earlier: [PolicyTestFiling] = []
    for other in try entry.mappings("earlierRounds", keys: nil) {
      earlier.append(try forms.filling(other, over: base, isEarlier: true))
    }
    return PolicyTestCase(
      file: entry.file, line: entry.line, name: try entry.string("name"),
      asOf: try PolicyFile.date("asOf", in: entry.has("asOf") ? entry : top),
      policy: try (entry.has("policy") ? entry : top).path("policy"),
      overlays: [try overlay(top), try overlay(entry)].compactMap(\.self), filings: filings,
      earlier: earlier,
      expectations: try expectations(try entry.mapping("expect", keys: nil)))
  }

  private static func overlay(_ entry: YAMLMapping) throws(RunFailure) -> PolicyTestOverlay? {
    guard entry.has("overlay") else { return nil }
    // A block scalar begins on the line after its key.
    return PolicyTestOverlay(text: try entry.string("overlay"), line: entry.line(of: "overlay") + 1)
  }
}

// MARK: What must come out

extension PolicyTestFile {
  private static let expectedKeys =
    PolicyTestExpectation.Figure.allCases.map(\.rawValue)
    + ["n", "hardshipType", "outcome", "rules", "findings", "unusable"]

  private static func expectations(
    _ expect: YAMLMapping
  ) throws(RunFailure) -> [PolicyTestExpectation] {
    var expectations: [PolicyTestExpectation] = []
    for key in expect.keys {
      let line = expect.line(of: key)
      for value in try values(key, in: expect) {
        expectations.append(PolicyTestExpectation(line: value.line ?? line, value: value.value))
      }
    }
    guard !expectations.isEmpty else {
      throw RunFailure.yaml(file: expect.file, line: expect.line, problem: .missingKey("outcome"))
    }
    return expectations
  }

  private struct Read {
    let value: PolicyTestExpectation.Value
    var line: Int?
  }

  private static func values(_ key: String, in expect: YAMLMapping) throws(RunFailure) -> [Read] {
    if let figure = PolicyTestExpectation.Figure(rawValue: key) {
      return [Read(value: .amount(figure, try amount(key, in: expect)))]
    }
    switch key {
    case "n": return [Read(value: .size(try size(key, in: expect)))]
    case "hardshipType":
      let isNone = try expect.string(key) == none
      return [
        Read(value: .hardshipType(isNone ? nil : try expect.choice(key, as: HardshipType.self)))
      ]
    case "outcome": return [Read(value: .outcome(try expect.choice(key, as: CaseOutcome.self)))]
    case "unusable":
      return try expect.flag(key, default: false) ? [Read(value: .unusable)] : []
    case "findings":
      var codes: [Read] = []
      for name in try expect.strings(key) {
        let code = try expect.choice(name, as: FindingCode.self, at: key)
        codes.append(Read(value: .finding(code)))
      }
      return codes
    case "rules": return try rules(try expect.mapping(key, keys: RuleCode.allCases.map(\.rawValue)))
    default:
      throw RunFailure.yaml(
        file: expect.file, line: expect.line(of: key),
        problem: .unknownKey(key, nearest: nearest(to: key, in: expectedKeys)))
    }
  }

  private static func rules(_ rules: YAMLMapping) throws(RunFailure) -> [Read] {
    var read: [Read] = []
    for name in rules.keys {
      let line = rules.line(of: name)
      let code = try rules.choice(name, as: RuleCode.self, at: name)
      // YAML reads a bare off as a truth value.
      let isOff = try ["off", "false"].contains(rules.string(name))
      let outcome = isOff ? nil : try rules.choice(name, as: RuleOutcome.self)
      read.append(Read(value: .rule(code, outcome), line: line))
    }
    return read
  }

  private static let none = "none"

  /// One amount, or a list of the lower and the upper bound.
  private static func amount(
    _ key: String, in expect: YAMLMapping
  ) throws(RunFailure) -> MoneyInterval? {
    let texts = try bounds(key, in: expect)
    if texts == [none] { return nil }
    let amounts = texts.compactMap(Money.init(decimalYuan:))
    guard amounts.count == texts.count, let low = amounts.first, let high = amounts.last else {
      throw expect.wrong(key, expected: .amount)
    }
    return MoneyInterval(low, high)
  }

  private static func size(
    _ key: String, in expect: YAMLMapping
  ) throws(RunFailure) -> ClosedRange<Int> {
    let numbers = try bounds(key, in: expect).compactMap { Int($0) }
    guard let low = numbers.first, let high = numbers.last, low <= high else {
      throw expect.wrong(key, expected: .wholeNumber)
    }
    return low...high
  }

  private static func bounds(_ key: String, in expect: YAMLMapping) throws(RunFailure) -> [String] {
    let texts = expect.isList(key) ? try expect.strings(key) : [try expect.string(key)]
    guard texts.count == 1 || texts.count == 2 else { throw expect.wrong(key, expected: .list) }
    return texts
  }
}
