import Casework

extension PolicyBranch {
  /// This branch with the values of a file that extends it.
  ///
  /// A value with days is added to the base's by day; one without replaces the base's for all days;
  /// nothing (`~`) takes the value away. A list is replaced whole, but the years of a table of
  /// rates, which are told apart by their year.
  func changed(
    by overlay: PolicyBranch, path: [String] = [], since first: CalendarDate
  ) throws(RunFailure) -> PolicyBranch {
    var merged = self
    for child in overlay.children {
      let path = path + [child.key]
      guard let own = self[child.key] else {
        let added = child.tree.dated(since: earliest ?? first)
        merged.children.append(Child(key: child.key, line: child.line, tree: added))
        continue
      }
      let changed = try own.changed(by: child.tree, path: path, since: earliest ?? first)
      merged[child.key] = changed
      if let place = merged.children.firstIndex(where: { $0.key == child.key }) {
        merged.children[place].line = child.line
      }
    }
    return merged
  }

  /// The first day from which any of the values is in force.
  var earliest: CalendarDate? { children.compactMap(\.tree.earliest).min() }

  /// The branch with values that have no day, in force since `day`.
  func dated(since day: CalendarDate) -> PolicyBranch {
    var branch = self
    for index in branch.children.indices {
      branch.children[index].tree = branch.children[index].tree.dated(since: day)
    }
    return branch
  }
}

extension PolicyTree {
  /// The first day from which any of the values is in force.
  var earliest: CalendarDate? {
    switch self {
    case .branch(let branch): branch.earliest
    case .dated(let value): value.entries.compactMap(\.from).min()
    case .plain: nil
    }
  }

  /// Values that a file adds without a day, in force since `day`.
  fileprivate func dated(since day: CalendarDate) -> PolicyTree {
    switch self {
    case .branch(let branch): return .branch(branch.dated(since: day))
    case .dated(var value):
      for index in value.entries.indices where value.entries[index].from == nil {
        value.entries[index].from = day
      }
      return .dated(value)
    case .plain: return self
    }
  }

  /// This with what a file that extends it says; nil where it takes the value away.
  fileprivate func changed(
    by overlay: PolicyTree, path: [String], since first: CalendarDate
  ) throws(RunFailure) -> PolicyTree? {
    switch (self, overlay) {
    case (.branch(let own), .branch(let other)):
      return .branch(try own.changed(by: other, path: path, since: first))
    case (.dated(let own), .dated(let other)):
      return try own.changed(by: other, path: path).map(PolicyTree.dated)
    case (.plain(let own), .plain(let other)):
      return .plain(try own.changed(byTable: other))
    case (_, .dated(let other)) where other.isRemoval: return nil
    // An entry that had no values gets some, or loses them: from the day it is listed.
    default: return overlay.dated(since: earliest ?? first)
    }
  }
}

extension DatedValue {
  fileprivate var isRemoval: Bool {
    entries.allSatisfy { $0.from == nil && $0.node.content == .none }
  }

  fileprivate func changed(
    by overlay: DatedValue, path: [String]
  ) throws(RunFailure) -> DatedValue? {
    guard !overlay.isRemoval else { return nil }
    let unit = overlay.unit.isEmpty ? unit : overlay.unit
    if let only = overlay.entries.first, only.from == nil {
      var entry = only
      entry.from = entries.compactMap(\.from).min() ?? .earliest
      return DatedValue(entries: [entry], unit: unit)
    }
    let days = Set(overlay.entries.map(\.from))
    let kept = entries.filter { !days.contains($0.from) }
    return try DatedValue(entries: kept + overlay.entries, unit: unit).checked(path)
  }
}

extension YAMLNode {
  /// A table, or one of its years, with what another file says: key by key, and the years by year.
  fileprivate func changed(byTable overlay: YAMLNode) throws(RunFailure) -> YAMLNode {
    guard var own = entries, let others = overlay.entries else { return overlay }
    for other in others {
      guard let place = own.firstIndex(where: { $0.key == other.key }) else {
        own.append(other)
        continue
      }
      own[place].value =
        other.key == "years"
        ? try own[place].value.changed(byYears: other.value) : other.value
    }
    return YAMLNode(.mapping(own), file: overlay.file, line: overlay.line)
  }

  private func changed(byYears overlay: YAMLNode) throws(RunFailure) -> YAMLNode {
    guard case .sequence(var years) = content, case .sequence(let others) = overlay.content else {
      return overlay
    }
    for other in others {
      let same = years.firstIndex { $0["year"]?.text == other["year"]?.text }
      if let same {
        years[same] = try years[same].changed(byTable: other)
      } else {
        years.append(other)
      }
    }
    return YAMLNode(.sequence(years), file: file, line: line)
  }
}
