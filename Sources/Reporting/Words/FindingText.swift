public import Casework

/// The wording of one finding code in one language, with gaps.
struct FindingText {
  /// What was found and what was expected.
  let message: MessageTemplate
  /// What to do about it.
  let hint: MessageTemplate

  /// Makes the wording of a code.
  init(_ message: String, _ hint: String) {
    self.message = MessageTemplate(message)
    self.hint = MessageTemplate(hint)
  }
}

extension FindingCode {
  /// The wording of this code.
  func text(in language: Language) -> FindingText {
    switch language {
    case .simplifiedChinese: chineseText
    case .english: englishText
    }
  }
}

/// A finding in the reader's words.
public struct FindingWords: Hashable, Sendable {
  /// What was found and what was expected; never a person's name or number.
  public let message: String
  /// What to do about it.
  public let hint: String
  /// What stands in the cell, masked where it is personal.
  public let maskedValue: String
}

/// A finding in the words of `language`; see docs/findings.md for what fills each message.
public func words(for finding: Finding, in language: Language) -> FindingWords {
  let value = maskedValue(of: finding)
  var fillings = numbered(finding.arguments.map { Masking.numberRuns(in: $0) }, in: language)
  fillings["value"] = value
  fillings["field"] = finding.field.map { name(of: $0, in: language) }
  let text = finding.code.text(in: language)
  return FindingWords(
    message: capitalized(text.message.filled(with: fillings)),
    hint: text.hint.filled(with: fillings),
    maskedValue: value)
}

/// A message that lost its first words begins with a capital all the same.
private func capitalized(_ message: String) -> String {
  message.prefix(1).uppercased() + message.dropFirst()
}

/// The sentence that tells why a rule ended as it did, in the words of `language`.
public func sentence(for decision: ExplainedDecision, in language: Language) -> String {
  var fillings = numbered(decision.arguments, in: language)
  fillings["rule"] = title(of: decision.rule, in: language)
  return decision.reason.template(in: language).filled(with: fillings)
}

/// The arguments by number, and all of them as a list; terms of the contract in the reader's words.
private func numbered(_ arguments: [String], in language: Language) -> [String: String] {
  let shown = arguments.map { argumentWords($0, in: language) }
  var fillings = ["*": shown.filter { !$0.isEmpty }.joined(separator: language.listSeparator)]
  for (number, argument) in shown.enumerated() { fillings[String(number)] = argument }
  return fillings
}
