import Casework
import Screening

/// What is in force on one day: the values as a plain mapping, and where each comes from.
struct ResolvedPolicy {
  /// The policy as a file without days would state it; what is not in force is pending.
  let top: YAMLNode
  /// Every value by its name.
  let values: [String: PolicyValue]
}

extension PolicyBranch {
  /// The days on which a value begins or ends, in order.
  var changeDays: [CalendarDate] {
    Array(Set(children.flatMap(\.tree.changeDays))).sorted()
  }

  /// The values in force on a day.
  func resolved(on day: CalendarDate) -> ResolvedPolicy {
    var values: [String: PolicyValue] = [:]
    let top = node(on: day, path: [], noting: &values)
    return ResolvedPolicy(top: top, values: values)
  }

  fileprivate func node(
    on day: CalendarDate, path: [String], noting values: inout [String: PolicyValue]
  ) -> YAMLNode {
    var entries: [YAMLNode.Entry] = []
    for child in children {
      let value = child.tree.node(on: day, path: path + [child.key], noting: &values)
      entries.append(YAMLNode.Entry(key: child.key, line: child.line, value: value))
    }
    // A section of which nothing is in force yet is not there.
    let isPending = !entries.isEmpty && entries.allSatisfy { $0.value.isPending }
    let content = isPending ? entries[0].value.content : .mapping(entries)
    return YAMLNode(content, file: place.file, line: place.line)
  }
}

extension PolicyTree {
  fileprivate var changeDays: [CalendarDate] {
    switch self {
    case .branch(let branch): branch.changeDays
    case .dated(let value):
      value.entries.flatMap { [$0.from, $0.until?.adding(days: 1)].compactMap(\.self) }
    case .plain: []
    }
  }

  fileprivate func node(
    on day: CalendarDate, path: [String], noting values: inout [String: PolicyValue]
  ) -> YAMLNode {
    switch self {
    case .branch(let branch): return branch.node(on: day, path: path, noting: &values)
    case .plain(let node): return node
    case .dated(let value):
      let name = path.joined(separator: ".")
      guard let entry = value.entry(on: day) else { return value.pending(name, on: day) }
      guard entry.isConfirmed else { return entry.pending(name) }
      values[name] = entry.value(name, unit: value.unit)
      return entry.node
    }
  }
}

extension DatedValue {
  fileprivate func entry(on day: CalendarDate) -> Entry? {
    entries.last { $0.from ?? .earliest <= day }.flatMap { entry in
      entry.until.map { day <= $0 } ?? true ? entry : nil
    }
  }

  fileprivate func pending(_ name: String, on day: CalendarDate) -> YAMLNode {
    let next = entries.first { $0.from ?? .earliest > day }
    let shown = next ?? entries[entries.count - 1]
    let place = PolicyPlace(file: shown.node.file, line: shown.line)
    return YAMLNode(
      .pending(.notInForce(name, on: day, from: next?.from, at: place)), file: place.file,
      line: place.line)
  }
}

extension DatedValue.Entry {
  /// Whether there is a value, and somebody confirmed it where the file asks who did.
  fileprivate var isConfirmed: Bool {
    node.content != .none && provenance.confirmedBy.map { !$0.isEmpty } ?? true
  }

  fileprivate func pending(_ name: String) -> YAMLNode {
    let place = PolicyPlace(file: node.file, line: line)
    return YAMLNode(.pending(.unconfirmed(name, at: place)), file: node.file, line: line)
  }

  fileprivate func value(_ name: String, unit: String) -> PolicyValue {
    PolicyValue(
      name: name, shown: unit.isEmpty ? node.shown : "\(node.shown) \(unit)",
      effectiveFrom: from, source: provenance.source, citation: provenance.citation,
      isAssumed: provenance.isAssumed,
      isConfirmed: provenance.confirmedBy.map { !$0.isEmpty } ?? false,
      place: PolicyPlace(file: node.file, line: line))
  }
}
