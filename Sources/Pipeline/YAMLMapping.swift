import Foundation
import Intake

/// A mapping of a YAML file whose keys are all known: an unknown key is an error with its line.
///
/// Values are read by name and type; every trouble is a `RunFailure` with file, line and what was
/// expected.
struct YAMLMapping {
  let file: String
  /// The line the mapping begins on.
  let line: Int
  /// The keys with their values, in the file's order.
  let entries: [YAMLNode.Entry]

  /// Reads a file's text as one mapping.
  ///
  /// - Throws: `RunFailure.yaml` where the text is no YAML, no mapping, or has an unknown key.
  init(text: String, file: String, keys: [String]) throws(RunFailure) {
    try self.init(try YAMLNode(text: text, file: file), keys: keys)
  }

  /// The same mapping, in which only the given keys may stand.
  func allowing(_ keys: [String]) throws(RunFailure) -> YAMLMapping {
    try YAMLMapping(YAMLNode(.mapping(entries), file: file, line: line), keys: keys)
  }

  /// Reads a node as a mapping with the given keys only; nil: any keys.
  init(_ node: YAMLNode, keys: [String]?) throws(RunFailure) {
    guard let entries = node.entries else {
      throw RunFailure.yaml(file: node.file, line: node.line, problem: .notMapping)
    }
    self.entries = entries
    file = node.file
    line = node.line
    guard let keys else { return }
    for entry in entries where !keys.contains(entry.key) {
      throw RunFailure.yaml(
        file: entry.value.file, line: entry.line,
        problem: .unknownKey(entry.key, nearest: nearest(to: entry.key, in: keys)))
    }
  }

  /// The keys in the file's order, but for those whose value is not in force.
  var keys: [String] { entries.filter { !$0.value.isPending }.map(\.key) }

  /// Whether the key is there with a value.
  func has(_ key: String) -> Bool {
    guard let value = node(key) else { return false }
    return value.content != .none && !value.isPending
  }

  /// The line of a key's value, or of the mapping.
  func line(of key: String) -> Int { node(key)?.line ?? line }

  private func node(_ key: String) -> YAMLNode? { entries.first { $0.key == key }?.value }

  /// The file of a key's value, which is another one where files are merged.
  private func file(of key: String) -> String { node(key)?.file ?? file }

  /// The value of a key that must be there.
  func value(_ key: String) throws(RunFailure) -> YAMLNode {
    let value = node(key)
    if let value, case .pending(let gap) = value.content {
      throw RunFailure.policy(file: value.file, gap: gap)
    }
    guard let value, value.content != .none else {
      throw RunFailure.yaml(file: file, line: line, problem: .missingKey(key))
    }
    return value
  }

  func string(_ key: String) throws(RunFailure) -> String {
    guard let text = try value(key).text else {
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
  func isList(_ key: String) -> Bool {
    if case .sequence = node(key)?.content { true } else { false }
  }

  func strings(_ key: String, default fallback: [String] = []) throws(RunFailure) -> [String] {
    guard has(key) else { return fallback }
    guard case .sequence(let items) = try value(key).content else {
      throw wrong(key, expected: .list)
    }
    let texts = items.compactMap(\.text)
    guard texts.count == items.count else { throw wrong(key, expected: .listOfTexts) }
    return texts
  }

  /// A list of words, each of them known and listed once, by their names.
  func names(_ key: String, among known: KnownWords) throws(RunFailure) -> Set<String> {
    var names: [String: String] = [:]
    for word in try strings(key) { try note(word, at: key, among: known, in: &names) }
    return Set(names.keys)
  }

  /// The keys by the name of the word that each is, each known and listed once.
  func keys(among known: KnownWords) throws(RunFailure) -> [(name: String, key: String)] {
    var names: [String: String] = [:]
    for key in keys { try note(key, at: key, among: known, in: &names) }
    return names.map { (name: $0.key, key: $0.value) }.sorted { $0.name < $1.name }
  }

  private func note(
    _ word: String, at key: String, among known: KnownWords, in names: inout [String: String]
  ) throws(RunFailure) {
    func failure(_ problem: RunFailure.YAMLProblem) -> RunFailure {
      .yaml(file: file(of: key), line: entryLine(of: key), problem: problem)
    }
    guard let name = known.name(of: word) else {
      throw failure(.unknownKey(word, nearest: nearest(to: word, in: known.words)))
    }
    if let other = names[name] { throw failure(.listedTwice(word, as: other)) }
    names[name] = word
  }

  /// The line of a key itself.
  private func entryLine(of key: String) -> Int { entries.first { $0.key == key }?.line ?? line }

  func mappings(_ key: String, keys: [String]?) throws(RunFailure) -> [YAMLMapping] {
    guard has(key) else { return [] }
    guard case .sequence(let items) = try value(key).content else {
      throw wrong(key, expected: .list)
    }
    var mappings: [YAMLMapping] = []
    for item in items { mappings.append(try YAMLMapping(item, keys: keys)) }
    return mappings
  }

  /// A mapping below a key; with `keys` nil any key is allowed.
  func mapping(_ key: String, keys: [String]?) throws(RunFailure) -> YAMLMapping {
    try YAMLMapping(try value(key), keys: keys)
  }

  /// A text that must be one of an enumeration's raw values.
  func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ key: String, as type: Choice.Type
  ) throws(RunFailure) -> Choice {
    let text = try string(key)
    return try choice(text, as: type, at: key)
  }

  /// A text that must be one of an enumeration's raw values; `key` says where it stands.
  func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ text: String, as type: Choice.Type, at key: String
  ) throws(RunFailure) -> Choice {
    guard let choice = Choice(rawValue: text) else {
      let known = Choice.allCases.map(\.rawValue)
      throw RunFailure.yaml(
        file: file(of: key), line: line(of: key),
        problem: .unknownKey(text, nearest: nearest(to: text, in: known)))
    }
    return choice
  }

  func wrong(_ key: String, expected: RunFailure.ExpectedValue) -> RunFailure {
    RunFailure.yaml(
      file: file(of: key), line: line(of: key), problem: .wrongValue(key, expected: expected))
  }
}

extension YAMLNode {
  /// Whether the value is not in force, or not confirmed.
  var isPending: Bool { if case .pending = content { true } else { false } }
}

/// Words that a file may use for something, several of which can mean the same.
struct KnownWords: Sendable {
  /// Every word, the names first.
  let words: [String]
  private let names: [String: String]

  /// The choices of a form's field with their aliases; nil: any word is known, as itself.
  init(_ choices: [FieldDefinition.Choice]?) {
    words = (choices ?? []).map(\.name) + (choices ?? []).flatMap(\.aliases)
    let own = (choices ?? []).map { ($0.name, $0.name) }
    let others = (choices ?? []).flatMap { choice in choice.aliases.map { ($0, choice.name) } }
    names = Dictionary(own + others) { first, _ in first }
    isOpen = choices == nil
  }

  private let isOpen: Bool

  /// The names, without the other words for them.
  var choices: [String] { words.filter { names[$0] == $0 } }

  /// The name of what a word means; nil where nobody knows it.
  func name(of word: String) -> String? { names[word] ?? (isOpen ? word : nil) }
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
