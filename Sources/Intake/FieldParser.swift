import Casework
import Tabular

/// Parses the cells of one column: the text of a cell in, a typed value and findings out.
struct FieldParser: Sendable {
  /// The field the column holds.
  let definition: FieldDefinition
  /// What a bare amount in the column is counted in.
  let scale: AmountScale
  private let choices: [String: String]

  init(_ definition: FieldDefinition, scale: AmountScale) {
    self.definition = definition
    self.scale = scale.completed(by: AmountScale(yuanPower: nil, period: definition.period))
    var spellings: [String: String] = [:]
    for choice in definition.choices {
      for spelling in [choice.name] + choice.aliases {
        spellings[TextFolding.word(spelling)] = choice.name
      }
    }
    choices = spellings
  }

  /// What a cell says. A nil value with findings is a cell that could not be read; a nil value
  /// without findings is a cell that says nothing.
  struct Reading {
    var value: FieldValue?
    var findings: [(code: FindingCode, arguments: [String])] = []

    static let nothing = Reading()

    static func damaged(_ code: FindingCode, _ arguments: [String] = []) -> Reading {
      Reading(findings: [(code, arguments)])
    }
  }

  /// Parses the text of a cell that is not blank.
  func reading(_ text: String, kind: CellKind) -> Reading {
    if kind == .error || isSpreadsheetError(text) { return .damaged(.cellError) }
    // A spreadsheet's truth value is stored as 1 or 0, which is no figure.
    if kind == .boolean, let code = definition.type.codeOfTruthValue { return .damaged(code) }
    switch definition.type {
    case .text: return Reading(value: .text(TextFolding.trimmed(text)))
    case .name: return name(text)
    case .residentId: return identity(text)
    case .date: return date(text)
    case .year: return year(text)
    case .money: return money(text)
    case .count: return number(WordText.count(text).map(FieldValue.count), or: .countUnreadable)
    case .rate:
      return number(WordText.rate(text).map(FieldValue.rate(millionths:)), or: .rateUnreadable)
    case .flag:
      return WordText.flag(text).map { Reading(value: .flag($0)) } ?? .damaged(.flagUnreadable)
    case .choice: return choice(text)
    }
  }

  /// `#REF!` and its like, and the `####` of a column that was too narrow when it was saved.
  private func isSpreadsheetError(_ text: String) -> Bool {
    guard text.hasPrefix("#") else { return false }
    return text.allSatisfy { $0 == "#" }
      || ["#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#N/A", "#NULL!", "#NUM!"].contains(text)
  }

  private func number(_ value: FieldValue?, or code: FindingCode) -> Reading {
    value.map { Reading(value: $0) } ?? .damaged(code)
  }

  private func name(_ text: String) -> Reading {
    let name = PersonName(written: text)
    let isNothing = ["无", "-", "—", "/", "——"].contains(name.original)
    if isNothing || name.folded.isEmpty { return .nothing }
    if name.folded.unicodeScalars.allSatisfy(\.isDigit) { return .damaged(.nameUnreadable) }
    let isDamaged = name.original.unicodeScalars.contains {
      $0 == "?" || $0 == "\u{FFFD}" || (0xE000...0xF8FF).contains($0.value)
    }
    // A character that an old export lost leaves a name that still tells people apart.
    return Reading(value: .name(name), findings: isDamaged ? [(.nameUnreadable, [])] : [])
  }

  private func identity(_ text: String) -> Reading {
    guard let reading = IdentityText.reading(text) else { return .nothing }
    var findings: [(code: FindingCode, arguments: [String])] = []
    if let damage = reading.statement.damage {
      findings.append((damage.findingCode, [String(reading.statement.survivingDigits.count)]))
    } else {
      if reading.wasCleaned { findings.append((.identityCleaned, [])) }
      if reading.hadFifteenDigits { findings.append((.identityFifteen, [])) }
    }
    return Reading(value: .identity(reading.statement), findings: findings)
  }

  private func date(_ text: String) -> Reading {
    if ["无", "-", "—", "/", "——"].contains(TextFolding.word(text)) { return .nothing }
    switch DateText.reading(text) {
    case .date(let date): return Reading(value: .date(date))
    case .conventional(let date, let convention):
      return Reading(
        value: .date(date),
        findings: [(.dateAmbiguous, [date.description, convention.rawValue])])
    case .blank: return .nothing
    case .impossible: return .damaged(.dateImpossible)
    case .ambiguous: return .damaged(.dateUnreadable, ["月日次序不明"])
    case .unreadable: return .damaged(.dateUnreadable)
    }
  }

  private func year(_ text: String) -> Reading {
    guard case .date(let date) = DateText.reading(text) else { return .damaged(.dateUnreadable) }
    return Reading(value: .year(date.earliest.year))
  }

  private func money(_ text: String) -> Reading {
    guard let amount = MoneyText.amount(text, scale: scale) else {
      return .damaged(.moneyUnreadable)
    }
    var findings: [(code: FindingCode, arguments: [String])] = []
    if amount.precision != .exact {
      findings.append((.moneyApproximate, [amount.amount.description]))
    }
    if amount.amount.low < .zero, definition.field != .netBusinessIncome,
      definition.field != .netTransferIncome, definition.field != .declaredPerCapitaIncome
    {
      findings.append((.moneyNegative, [amount.amount.description]))
    }
    return Reading(value: .money(amount), findings: findings)
  }

  private func choice(_ text: String) -> Reading {
    if let name = choices[text] ?? choices[TextFolding.word(text)] {
      return Reading(value: .choice(name))
    }
    let word = TextFolding.header(text)
    if let name = choices[word] { return Reading(value: .choice(name)) }
    if ["-", "—", "/", "——"].contains(word) { return .nothing }
    return .damaged(.choiceUnknown, [definition.choices.map(\.name).joined(separator: "、")])
  }
}

extension FieldType {
  /// The finding of a truth value where a figure belongs; nil where one may stand.
  fileprivate var codeOfTruthValue: FindingCode? {
    switch self {
    case .money: .moneyUnreadable
    case .count: .countUnreadable
    case .rate: .rateUnreadable
    case .date, .year: .dateUnreadable
    case .residentId: .identityCharacter
    case .name: .nameUnreadable
    case .text, .flag, .choice: nil
    }
  }
}

extension IdentityDamage {
  /// The finding that reports the damage.
  var findingCode: FindingCode {
    switch self {
    case .scientificNotation: .identityScientific
    case .lostDigits: .identityLostDigits
    case .wrongLength: .identityLength
    case .wrongCharacter: .identityCharacter
    case .wrongCheckCharacter: .identityCheck
    case .impossibleBirthDate: .identityDate
    }
  }
}
