import Casework
import Tabular

/// An argument of a finding or a decision in the reader's words.
///
/// Stages name a field, a form, a kind of duplicate, a rule, a state, an action or an outcome by its
/// identifier; a list joins them
/// by `;`. The reason why a file is not read, and the damage of one, are identifiers too. Two steps in the wrong order are `verifiedOn > noticeFrom`, too short a notice is
/// `noticeTo 4 < 7` in days. Anything else stays as it is.
func argumentWords(_ argument: String, in language: Language) -> String {
  argument.split(separator: ";", omittingEmptySubsequences: false)
    .map { phrase(String($0), in: language) }
    .joined(separator: argument.contains(";") ? language.listSeparator : "")
}

private func phrase(_ text: String, in language: Language) -> String {
  let parts = text.split(separator: " ").map(String.init)
  if parts.first == TabularReason.Kind.systemError.rawValue, parts.count == 2,
    let number = Int32(parts[1])
  {
    return systemErrorWords(number, in: language)
  }
  guard let first = parts.first, let word = word(for: first, in: language) else { return text }
  if parts.count == 4, first == Field.noticeTo.rawValue, parts[2] == "<" {
    return language.text(
      "公示 \(parts[1]) 天，不足 \(parts[3]) 天",
      "public notice for \(parts[1]) days, \(parts[3]) needed")
  }
  if parts.count == 3, parts[1] == ">", let later = Reporting.word(for: parts[2], in: language) {
    return language.text("\(word)晚于\(later)", "\(word) is after \(later)")
  }
  return ([word] + parts.dropFirst()).filter { !$0.isEmpty }.joined(separator: " ")
}

private func word(for identifier: String, in language: Language) -> String? {
  if let field = Field(rawValue: identifier) { return name(of: field, in: language) }
  if let form = FormKind(rawValue: identifier) { return title(of: form, in: language) }
  if let kind = DuplicateKind(rawValue: identifier) { return title(of: kind, in: language) }
  if let rule = RuleCode(rawValue: identifier) { return title(of: rule, in: language) }
  if let state = CaseState(rawValue: identifier) { return title(of: state, in: language) }
  if let action = CaseAction(rawValue: identifier) { return title(of: action, in: language) }
  if let outcome = CaseOutcome(rawValue: identifier) { return title(of: outcome, in: language) }
  if let reason = TabularReason.Kind(rawValue: identifier) { return reason.words(in: language) }
  if let damage = TableDamage.Code(rawValue: identifier) { return damage.words(in: language) }
  return identifier == "<=" ? "≤" : nil
}
