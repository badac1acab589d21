import Casework

/// A policy's values by their keys, each with its days, as one file or a chain of files gives them.
///
/// What a section says of all its values (`from`, `source`, `citation`, `assumed`, `confirmedBy`)
/// is handed down to each value when a file is read, so that a value that another file changes keeps
/// where it came from.
indirect enum PolicyTree: Sendable {
  /// A section, or a list of named entries.
  case branch(PolicyBranch)
  /// A value with the days from which it is in force.
  case dated(DatedValue)
  /// What has no days of its own: the policy's name, and tables by year.
  case plain(YAMLNode)
}

/// A section's values by key, in the file's order.
struct PolicyBranch: Sendable {
  /// A key with what stands below it.
  struct Child: Sendable {
    let key: String
    var line: Int
    var tree: PolicyTree
  }

  var children: [Child]
  let place: PolicyPlace

  subscript(key: String) -> PolicyTree? {
    get { children.first { $0.key == key }?.tree }
    set {
      guard let place = children.firstIndex(where: { $0.key == key }) else { return }
      if let newValue { children[place].tree = newValue } else { children.remove(at: place) }
    }
  }
}

/// A value with the days from which it is in force.
struct DatedValue: Sendable {
  /// What the value is from a day on.
  struct Entry: Sendable {
    /// The first day; nil: a file that extends another replaces the value for all days.
    var from: CalendarDate?
    /// The last day; nil: until the next entry.
    let until: CalendarDate?
    let node: YAMLNode
    let provenance: PolicyProvenance
    let line: Int
  }

  /// In the order of their days.
  var entries: [Entry]
  let unit: String
}

/// What a section says of all its values, or a value of itself.
struct PolicyProvenance: Sendable {
  var from: CalendarDate?
  var source = ""
  var citation = ""
  var isAssumed = false
  /// Who confirmed it; nil: the file does not ask; empty: nobody yet.
  var confirmedBy: String?
  var unit = ""

  /// The keys that say so; no value may have one of these names.
  static let keys = [
    "description", "unit", "period", "from", "source", "citation", "assumed", "confirmedBy",
  ]

  /// This with what a section says of itself.
  func refined(by section: YAMLMapping) throws(RunFailure) -> PolicyProvenance {
    var refined = self
    if section.has("from") { refined.from = try PolicyFile.date("from", in: section) }
    refined.source = try section.string("source", default: source)
    refined.citation = try section.string("citation", default: citation)
    refined.isAssumed = try section.flag("assumed", default: isAssumed)
    if section.keys.contains("confirmedBy") {
      refined.confirmedBy = try section.string("confirmedBy", default: "")
    }
    refined.unit = try section.string("unit", default: unit)
    return refined
  }
}

// MARK: One file

/// Reads one file of a policy.
struct PolicyTreeReader {
  /// The top-level keys that have no days of their own.
  static let plainKeys = ["policy", "title", "extends", "minimumWage", "dibaoStandard"]

  /// Whether a value may go without a day: in a file that extends another, which then changes it for
  /// all days, and in the stored text of an earlier version.
  let allowsUndated: Bool

  func tree(of top: YAMLNode) throws(RunFailure) -> PolicyBranch {
    try branch(top, path: [], under: PolicyProvenance())
  }

  private func branch(
    _ node: YAMLNode, path: [String], under outer: PolicyProvenance
  ) throws(RunFailure) -> PolicyBranch {
    let section = try YAMLMapping(node, keys: nil)
    let own = try outer.refined(by: section)
    var children: [PolicyBranch.Child] = []
    for entry in section.entries where !isOfSection(entry.key, at: path) {
      let tree = try tree(entry.value, path: path + [entry.key], under: own)
      children.append(PolicyBranch.Child(key: entry.key, line: entry.line, tree: tree))
    }
    return PolicyBranch(
      children: children, place: PolicyPlace(file: node.file, line: node.line))
  }

  /// A rule's citation is shown beside every decision, so it is a value too.
  private func isOfSection(_ key: String, at path: [String]) -> Bool {
    PolicyProvenance.keys.contains(key) && !(key == "citation" && path.first == "rules")
  }

  private func tree(
    _ node: YAMLNode, path: [String], under outer: PolicyProvenance
  ) throws(RunFailure) -> PolicyTree {
    if path.count == 1, Self.plainKeys.contains(path[0]) { return .plain(node) }
    guard let entries = node.entries, !entries.isEmpty else {
      return .dated(try undated(node, path: path, under: outer))
    }
    return entries.contains { $0.key == "values" }
      ? .dated(try dated(node, path: path, under: outer))
      : .branch(try branch(node, path: path, under: outer))
  }

  private func undated(
    _ node: YAMLNode, path: [String], under outer: PolicyProvenance
  ) throws(RunFailure) -> DatedValue {
    guard outer.from != nil || allowsUndated else {
      throw RunFailure.yaml(
        file: node.file, line: node.line, problem: .undated(path.joined(separator: ".")))
    }
    let entry = DatedValue.Entry(
      from: outer.from, until: nil, node: node, provenance: outer, line: node.line)
    return DatedValue(entries: [entry], unit: outer.unit)
  }

  private func dated(
    _ node: YAMLNode, path: [String], under outer: PolicyProvenance
  ) throws(RunFailure) -> DatedValue {
    let mapping = try YAMLMapping(node, keys: PolicyProvenance.keys + ["values"])
    let own = try outer.refined(by: mapping)
    let values = try mapping.mapping("values", keys: nil)
    guard !values.entries.isEmpty else { throw mapping.wrong("values", expected: .datedValues) }
    var entries: [DatedValue.Entry] = []
    for listed in values.entries {
      guard let from = CalendarDate(iso: listed.key) else {
        throw RunFailure.yaml(
          file: node.file, line: listed.line, problem: .wrongValue(listed.key, expected: .date))
      }
      entries.append(try entry(listed.value, from: from, line: listed.line, under: own))
    }
    return try DatedValue(entries: entries, unit: own.unit).checked(path)
  }

  private func entry(
    _ node: YAMLNode, from: CalendarDate, line: Int, under outer: PolicyProvenance
  ) throws(RunFailure) -> DatedValue.Entry {
    guard let value = node["value"] else {
      return DatedValue.Entry(
        from: from, until: nil, node: node, provenance: outer, line: line)
    }
    let keys = ["value", "until", "source", "citation", "assumed", "confirmedBy", "description"]
    let mapping = try YAMLMapping(node, keys: keys)
    let until = mapping.has("until") ? try PolicyFile.date("until", in: mapping) : nil
    guard until.map({ $0 >= from }) ?? true else {
      throw mapping.wrong("until", expected: .dayAfter(from))
    }
    return DatedValue.Entry(
      from: from, until: until, node: value, provenance: try outer.refined(by: mapping), line: line)
  }
}

extension DatedValue {
  /// The value with its entries in order, after it was seen that no two are in force at once.
  func checked(_ path: [String]) throws(RunFailure) -> DatedValue {
    let sorted = entries.sorted { ($0.from ?? .earliest) < ($1.from ?? .earliest) }
    for (one, next) in zip(sorted, sorted.dropFirst()) {
      let overlaps =
        one.from == next.from || one.until.map { $0 >= next.from ?? .earliest } ?? false
      guard !overlaps else {
        let later = one.line > next.line && one.from == next.from ? one : next
        throw RunFailure.yaml(
          file: later.node.file, line: later.line,
          problem: .overlappingDates(path.joined(separator: "."), later.from ?? .earliest))
      }
    }
    return DatedValue(entries: sorted, unit: unit)
  }
}

extension CalendarDate {
  /// Before every day a policy speaks of.
  static let earliest = CalendarDate(firstOfMonth: 1, year: 1)
}
