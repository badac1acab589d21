import Casework
import Tabular

/// Parses the cells of one column: the text of a cell in, a typed value and findings out.
///
/// A class, so that going through the columns of a row counts one reference and not those of every
/// text in the field's definition.
final class FieldParser: Sendable {
  /// The field the column holds.
  let definition: FieldDefinition
  /// What a bare amount in the column is counted in.
  let scale: AmountScale
  private let choices: ChoiceSpellings
  private let isPercent: Bool
  private let dateOrder: DateText.Convention?

  /// Makes the parser of a column.
  ///
  /// - Parameters:
  ///   - definition: The field the column holds.
  ///   - scale: What the header and the sheet say that bare amounts are counted in.
  ///   - isPercent: Whether the header says that bare rates are percentages.
  ///   - choices: The spellings of the field's choices, where they were worked out before.
  ///   - dateOrder: The order of month and day that the column proves.
  init(
    _ definition: FieldDefinition, scale: AmountScale, isPercent: Bool = false,
    choices: ChoiceSpellings? = nil, dateOrder: DateText.Convention? = nil
  ) {
    self.definition = definition
    self.isPercent = isPercent
    self.dateOrder = dateOrder
    self.scale = scale.completed(by: AmountScale(yuanPower: nil, period: definition.period))
    self.choices = choices ?? ChoiceSpellings(definition.choices)
  }

  /// What a cell says.
  ///
  /// A nil value with findings is a cell that could not be read; a nil value
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
    case .text: return plainText(text)
    case .name: return name(text)
    case .residentId: return identity(text, isNumeric: kind == .number)
    case .date: return date(text)
    case .year: return year(text)
    case .money: return money(text)
    case .count: return count(text)
    case .rate: return rate(text)
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

  /// A dash or 无 in the place of a text states nothing, such as no number and no document.
  private func plainText(_ text: String) -> Reading {
    isNothing(text) ? .nothing : Reading(value: .text(TextFolding.trimmed(text)))
  }

  private func isNothing(_ text: String) -> Bool {
    guard text.utf8.count <= 9 else { return false }
    let word = TextFolding.word(text)
    guard let first = word.unicodeScalars.first, "无-—/―".unicodeScalars.contains(first) else {
      return false
    }
    return ["无", "-", "—", "/", "——", "--", "――"].contains(word)
  }

  private func count(_ text: String) -> Reading {
    if isNothing(text) { return .nothing }
    let count = WordText.count(text, countedIn: definition.field.countingWords)
    return count.map { Reading(value: .count($0)) } ?? .damaged(.countUnreadable)
  }

  private func rate(_ text: String) -> Reading {
    if isNothing(text) { return .nothing }
    return WordText.rate(text, isPercent: isPercent).map { Reading(value: .rate(millionths: $0)) }
      ?? .damaged(.rateUnreadable)
  }

  private func name(_ text: String) -> Reading {
    let name = PersonName(written: text)
    if isNothing(text) || name.folded.isEmpty { return .nothing }
    if name.folded.unicodeScalars.allSatisfy(\.isDigit) { return .damaged(.nameUnreadable) }
    let isDamaged = name.original.unicodeScalars.contains {
      $0 == "?" || $0 == "\u{FFFD}" || (0xE000...0xF8FF).contains($0.value)
    }
    // A character that an old export lost leaves a name that still tells people apart.
    return Reading(value: .name(name), findings: isDamaged ? [(.nameUnreadable, [])] : [])
  }

  private func identity(_ text: String, isNumeric: Bool) -> Reading {
    guard let reading = IdentityText.reading(text, isNumeric: isNumeric) else { return .nothing }
    var findings: [(code: FindingCode, arguments: [String])] = []
    if let damage = reading.statement.damage {
      findings.append((damage.findingCode, [reading.damageDetail].compactMap(\.self)))
    } else {
      if reading.wasCleaned { findings.append((.identityCleaned, [])) }
      if reading.hadFifteenDigits { findings.append((.identityFifteen, [])) }
    }
    return Reading(value: .identity(reading.statement), findings: findings)
  }

  private func date(_ text: String) -> Reading {
    if isNothing(text) { return .nothing }
    switch DateText.reading(text, order: dateOrder) {
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
      findings.append(
        (
          .moneyApproximate,
          [amount.isOpenAbove ? "≥\(amount.amount.low)" : amount.amount.description]
        ))
    }
    if amount.amount.low < .zero, definition.field != .netBusinessIncome,
      definition.field != .netTransferIncome, definition.field != .declaredPerCapitaIncome
    {
      findings.append((.moneyNegative, [amount.amount.description]))
    }
    return Reading(value: .money(amount), findings: findings)
  }

  private func choice(_ text: String) -> Reading {
    if let name = choices.name(of: text) { return Reading(value: .choice(name)) }
    if ["-", "—", "/", "——"].contains(TextFolding.header(text)) { return .nothing }
    if let boxes = TickedChoices(text) {
      let ticked = boxes.ticked.map { choices.name(of: $0) }
      if ticked.isEmpty { return .nothing }
      if ticked.count == 1, let only = ticked[0] { return Reading(value: .choice(only)) }
    }
    return .damaged(.choiceUnknown, [definition.choices.map(\.name).joined(separator: "、")])
  }
}

extension Field {
  /// The words that may stand behind a number of the field; 1年 in a column of months is refused.
  fileprivate var countingWords: [String] {
    switch self {
    case .months: ["个月", "月"]
    case .loanYears: ["年"]
    case .age: ["周岁", "岁"]
    default: ["口人", "个人", "人", "口", "个", "名", "位", "户"]
    }
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
