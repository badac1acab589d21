import Foundation
internal import Yams

/// A mapping of a YAML file whose keys are all known: an unknown key is an error with its line.
///
/// Values are read by name and type; every trouble is a `RunFailure` with file, line and what was
/// expected.
struct YAMLMapping {
  let file: String
  let node: Node
  private let mapping: Node.Mapping

  /// Reads a file's text as one mapping.
  ///
  /// - Throws: `RunFailure.yaml` where the text is no YAML, no mapping, or has an unknown key.
  init(text: String, file: String, keys: [String]) throws(RunFailure) {
    let node: Node?
    do {
      node = try Yams.compose(yaml: text)
    } catch let error as YamlError {
      throw RunFailure.yaml(file: file, line: error.line, problem: error.asProblem)
    } catch {
      throw RunFailure.yaml(file: file, line: 1, problem: .syntax("\(error)"))
    }
    guard let node else { throw RunFailure.yaml(file: file, line: 1, problem: .notMapping) }
    try self.init(node, file: file, keys: keys)
  }

  /// Reads a node as a mapping with the given keys only.
  init(_ node: Node, file: String, keys: [String]?) throws(RunFailure) {
    guard let mapping = node.mapping else {
      throw RunFailure.yaml(file: file, line: node.mark?.line ?? 0, problem: .notMapping)
    }
    self.node = node
    self.mapping = mapping
    self.file = file
    guard let keys else { return }
    for (key, _) in mapping where !keys.contains(key.string ?? "") {
      let name = key.string ?? ""
      throw RunFailure.yaml(
        file: file, line: key.mark?.line ?? 0,
        problem: .unknownKey(name, nearest: nearest(to: name, in: keys)))
    }
  }

  /// The line the mapping begins on.
  var line: Int { node.mark?.line ?? 0 }

  /// The keys in the file's order.
  var keys: [String] { mapping.compactMap { $0.key.string } }

  /// Whether the key is there with a value.
  func has(_ key: String) -> Bool {
    guard let value = mapping[Node(key)] else { return false }
    return value.null == nil
  }

  /// The line of a key's value, or of the mapping.
  func line(of key: String) -> Int { mapping[Node(key)]?.mark?.line ?? line }

  /// The value of a key that must be there.
  func value(_ key: String) throws(RunFailure) -> Node {
    guard has(key), let value = mapping[Node(key)] else {
      throw RunFailure.yaml(file: file, line: line, problem: .missingKey(key))
    }
    return value
  }

  func string(_ key: String) throws(RunFailure) -> String {
    guard let text = try value(key).scalar?.string else {
      throw wrong(key, expected: .text)
    }
    return text
  }

  func string(_ key: String, default fallback: String) throws(RunFailure) -> String {
    has(key) ? try string(key) : fallback
  }

  /// A path relative to the folder of the file, or another one that the caller was given.
  func path(_ key: String, instead given: String? = nil) throws(RunFailure) -> String {
    if let given { return given }
    let relative = try string(key)
    let folder = (file as NSString).deletingLastPathComponent
    return relative.hasPrefix("/") || folder.isEmpty ? relative : folder + "/" + relative
  }

  func integer(_ key: String) throws(RunFailure) -> Int {
    guard let number = Int(try string(key)) else { throw wrong(key, expected: .wholeNumber) }
    return number
  }

  /// A whole number above zero.
  func positive(_ key: String) throws(RunFailure) -> Int {
    let number = try integer(key)
    guard number > 0 else { throw wrong(key, expected: .positiveNumber) }
    return number
  }

  /// A whole number from 0 to 100.
  func percentage(_ key: String) throws(RunFailure) -> Int {
    let number = try integer(key)
    guard (0...100).contains(number) else { throw wrong(key, expected: .percentage) }
    return number
  }

  func flag(_ key: String, default fallback: Bool) throws(RunFailure) -> Bool {
    guard has(key) else { return fallback }
    switch try string(key) {
    case "true": return true
    case "false": return false
    default: throw wrong(key, expected: .flag)
    }
  }

  /// Whether a key's value is a list.
  func isList(_ key: String) -> Bool { mapping[Node(key)]?.sequence != nil }

  func strings(_ key: String, default fallback: [String] = []) throws(RunFailure) -> [String] {
    guard has(key) else { return fallback }
    guard let items = try value(key).sequence?.map(\.scalar?.string) else {
      throw wrong(key, expected: .list)
    }
    let texts = items.compactMap(\.self)
    guard texts.count == items.count else { throw wrong(key, expected: .listOfTexts) }
    return texts
  }

  /// A list of names, each of them known where there is a list of known ones.
  func names(_ key: String, among known: [String]?) throws(RunFailure) -> Set<String> {
    let names = try strings(key)
    if let known, let stranger = names.first(where: { !known.contains($0) }) {
      throw RunFailure.yaml(
        file: file, line: line(of: key),
        problem: .unknownKey(stranger, nearest: nearest(to: stranger, in: known)))
    }
    return Set(names)
  }

  func mappings(_ key: String, keys: [String]?) throws(RunFailure) -> [YAMLMapping] {
    guard has(key) else { return [] }
    guard let items = try value(key).sequence else { throw wrong(key, expected: .list) }
    var mappings: [YAMLMapping] = []
    for item in items { mappings.append(try YAMLMapping(item, file: file, keys: keys)) }
    return mappings
  }

  /// A mapping below a key; with `keys` nil any key is allowed.
  func mapping(_ key: String, keys: [String]?) throws(RunFailure) -> YAMLMapping {
    try YAMLMapping(try value(key), file: file, keys: keys)
  }

  /// A text that must be one of an enumeration's raw values.
  func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ key: String, as type: Choice.Type
  ) throws(RunFailure) -> Choice {
    let text = try string(key)
    return try choice(text, as: type, line: line(of: key))
  }

  func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ text: String, as type: Choice.Type, line: Int
  ) throws(RunFailure) -> Choice {
    guard let choice = Choice(rawValue: text) else {
      let known = Choice.allCases.map(\.rawValue)
      throw RunFailure.yaml(
        file: file, line: line, problem: .unknownKey(text, nearest: nearest(to: text, in: known)))
    }
    return choice
  }

  func wrong(_ key: String, expected: RunFailure.ExpectedValue) -> RunFailure {
    RunFailure.yaml(
      file: file, line: line(of: key), problem: .wrongValue(key, expected: expected))
  }
}

extension YamlError {
  fileprivate var line: Int {
    switch self {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      mark.line
    case .duplicatedKeysInMapping(_, let context): context.mark.line
    default: 1
    }
  }

  /// What the reader of YAML found; never the text around it, which can be long.
  fileprivate var asProblem: RunFailure.YAMLProblem {
    switch self {
    case .scanner(_, let problem, _, _), .parser(_, let problem, _, _),
      .composer(_, let problem, _, _), .reader(let problem, _, _, _):
      .syntax(problem)
    case .duplicatedKeysInMapping(let keys, _): .duplicateKey(keys.first ?? "")
    default: .syntax("\(self)")
    }
  }
}

/// The known word with the fewest changed letters; one that only continues `word` comes first.
func nearest(to word: String, in known: [String]) -> String {
  func distance(_ other: String) -> Int {
    !word.isEmpty && other.hasPrefix(word) ? 0 : editDistance(word, other)
  }
  return known.min { (distance($0), $0) < (distance($1), $1) } ?? ""
}

private func editDistance(_ one: String, _ other: String) -> Int {
  let target = Array(other)
  var row = Array(0...target.count)
  for (index, character) in one.enumerated() {
    var diagonal = row[0]
    row[0] = index + 1
    for column in target.indices {
      let substituted = diagonal + (character == target[column] ? 0 : 1)
      diagonal = row[column + 1]
      row[column + 1] = min(substituted, diagonal + 1, row[column] + 1)
    }
  }
  return row[target.count]
}
