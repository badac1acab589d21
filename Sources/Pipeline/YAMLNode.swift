import Screening
internal import Yams

/// A part of a YAML file that remembers its file and line, whatever other files it is merged with.
struct YAMLNode: Sendable, Equatable {
  /// What stands there.
  enum Content: Sendable, Equatable {
    /// No value: `~`, or nothing after the colon.
    case none
    case scalar(String)
    case sequence([YAMLNode])
    case mapping([Entry])
    /// A value that is not in force, or that nobody confirmed.
    case pending(PolicyGap)
  }

  /// A key with its value.
  struct Entry: Sendable, Equatable {
    let key: String
    let line: Int
    var value: YAMLNode
  }

  var content: Content
  let file: String
  let line: Int

  init(_ content: Content, file: String, line: Int) {
    self.content = content
    self.file = file
    self.line = line
  }

  /// Reads a file's text.
  ///
  /// - Throws: `RunFailure.yaml` where the text is no YAML or has a key twice.
  init(text: String, file: String) throws(RunFailure) {
    let node: Node?
    do {
      node = try Yams.compose(yaml: text)
    } catch let error as YamlError {
      throw RunFailure.yaml(file: file, line: error.line, problem: error.asProblem)
    } catch {
      throw RunFailure.yaml(file: file, line: 1, problem: .syntax("\(error)"))
    }
    guard let node else { throw RunFailure.yaml(file: file, line: 1, problem: .notMapping) }
    self.init(node, file: file, line: 1)
  }

  private init(_ node: Node, file: String, line: Int) {
    self.file = file
    let line = node.mark?.line ?? line
    self.line = line
    content =
      switch node {
      case .scalar(let scalar): node.null == nil ? .scalar(scalar.string) : .none
      case .sequence(let sequence):
        .sequence(sequence.map { YAMLNode($0, file: file, line: line) })
      case .mapping(let mapping):
        .mapping(
          mapping.map { key, value in
            let own = key.mark?.line ?? line
            return Entry(
              key: key.string ?? "", line: own, value: YAMLNode(value, file: file, line: own))
          })
      case .alias: .none
      }
  }

  /// The entries of a mapping; nil for anything else.
  var entries: [Entry]? { if case .mapping(let entries) = content { entries } else { nil } }

  /// The text of a scalar; nil for anything else.
  var text: String? { if case .scalar(let text) = content { text } else { nil } }

  /// The value of a key; nil where there is no such key or this is no mapping.
  subscript(key: String) -> YAMLNode? { entries?.first { $0.key == key }?.value }

  /// The node in one line, for people.
  var shown: String {
    switch content {
    case .none, .pending: ""
    case .scalar(let text): text
    case .sequence(let nodes): nodes.map(\.shown).joined(separator: "、")
    case .mapping(let entries):
      "{" + entries.map { "\($0.key): \($0.value.shown)" }.joined(separator: ", ") + "}"
    }
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
