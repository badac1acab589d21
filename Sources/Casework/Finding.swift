/// How much a finding matters.
public enum Severity: String, Codable, Sendable, CaseIterable, Comparable {
  /// The unit must correct it; the value is unknown until then.
  case error
  /// Someone should look; the run goes on with what is written.
  case warning
  /// Said for the record.
  case note

  /// Whether one severity matters more than another: errors come first.
  public static func < (left: Severity, right: Severity) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .error: 0
    case .warning: 1
    case .note: 2
    }
  }
}

/// Something noticed about the input, as a value: what, where, and the words that fill its message.
///
/// The wording comes from the catalogue of messages in `Reporting`, in the reader's language.
public struct Finding: Hashable, Codable, Sendable {
  /// What was found.
  public let code: FindingCode
  /// The cell it was found in; nil where it is about a whole file or the round.
  public let location: SourceLocation?
  /// The field it is about.
  public let field: Field?
  /// What stands in the cell; masked on output where the field is personal.
  public let value: String
  /// What fills the gaps of the message, in order; never a person's name or number.
  public let arguments: [String]
  /// The unit it concerns, once that is known.
  public var unitCode: String

  /// Makes a finding.
  public init(
    _ code: FindingCode, at location: SourceLocation?, field: Field? = nil, value: String = "",
    _ arguments: [String] = []
  ) {
    self.code = code
    self.location = location
    self.field = field
    self.value = value
    self.arguments = arguments
    unitCode = ""
  }

  /// How much it matters.
  public var severity: Severity { code.severity }
}

/// What a row stage returns: a value that may be missing, and what was found on the way.
public struct Checked<Value: Sendable>: Sendable {
  /// The value; nil where the record cannot go on.
  public let value: Value?
  /// What was found.
  public let findings: [Finding]

  /// Makes a checked value.
  public init(_ value: Value?, findings: [Finding] = []) {
    self.value = value
    self.findings = findings
  }

  /// Goes on with the value, where there is one, and keeps the findings of both.
  public func then<Next>(_ stage: (Value) -> Checked<Next>) -> Checked<Next> {
    guard let value else { return Checked<Next>(nil, findings: findings) }
    let next = stage(value)
    return Checked<Next>(next.value, findings: findings + next.findings)
  }
}
