public import Casework

/// Hides what identifies a person, for everything that is not the dossier (domain.md 6).
public enum Masking {
  /// A name as it may be shown: a surname with `××` where one can be told, else `某××`.
  ///
  /// Of two characters, the first would give half the name away; names of four and more or with a
  /// dot are mostly Tibetan and have no surname, so their first character belongs to the person.
  public static func name(_ name: String) -> String {
    let characters = name.filter { !$0.isWhitespace }
    guard !characters.isEmpty else { return "" }
    guard characters.count == 3, characters.allSatisfy(isHan), let surname = characters.first
    else { return "某××" }
    return "\(surname)××"
  }

  /// A stated identity number with the area code and, of a valid one, the last two characters.
  public static func identity(_ statement: IdentityStatement) -> String {
    statement.number?.masked ?? identity(text: statement.survivingDigits)
  }

  /// The text of an identity cell with all digits after the first six hidden, and all words.
  ///
  /// The exponent of scientific notation stays, because it shows what the spreadsheet did.
  public static func identity(text: String) -> String {
    var digitsShown = 0
    var inExponent = false
    return String(
      text.map { character in
        if digitsShown > 0, character == "E" || character == "e" { inExponent = true }
        if inExponent || ".+- '".contains(character) { return character }
        guard isDigit(character) || isCheckX(character) else { return "×" }
        digitsShown += 1
        return digitsShown <= 6 ? character : "*"
      })
  }

  /// A telephone number with its first three and last four digits; short ones wholly hidden.
  public static func phone(_ text: String) -> String { ends(of: text, first: 3, last: 4) }

  /// An account number with its last four digits.
  public static func account(_ text: String) -> String { ends(of: text, first: 0, last: 4) }

  /// An address down to the county or city.
  public static func address(_ text: String) -> String {
    guard !text.isEmpty else { return "" }
    for endings in [["县", "市"], ["州"], ["省"]] as [[Character]] {
      if let end = text.firstIndex(where: endings.contains) { return text[...end] + "××××" }
    }
    return "××××"
  }

  /// A date of birth with its year only, or nothing of it where no year leads the text.
  public static func birthDate(_ text: String) -> String {
    guard !text.isEmpty else { return "" }
    let year = text.prefix(4)
    let isYear = year.count == 4 && year.utf8.allSatisfy { (0x30...0x39).contains($0) }
    return isYear ? "\(year)-××-××" : "××"
  }

  /// Free words about a person, wholly hidden; not even their length remains.
  public static func statement(_ text: String) -> String { text.isEmpty ? "" : "××××" }

  /// A text with every run of eleven digits or more hidden after its sixth, wherever it stands.
  ///
  /// The last guard: an identity, telephone or account number in a column that should not hold one.
  public static func numberRuns(in text: String) -> String {
    var shown = ""
    var run = ""
    for character in text + "\n" {
      if isDigit(character) || (!run.isEmpty && isCheckX(character)) {
        run.append(character)
        continue
      }
      shown += run.count >= 11 ? identity(text: run) : run
      run = ""
      shown.append(character)
    }
    return String(shown.dropLast())
  }

  private static func ends(of text: String, first: Int, last: Int) -> String {
    let count = text.count
    guard count > 0 else { return "" }
    // What is not a number there may be anything, a name included.
    guard count >= first + last + 3, text.allSatisfy({ isDigit($0) || " -+()".contains($0) })
    else { return String(repeating: "*", count: count) }
    let hidden = String(repeating: "*", count: count - first - last)
    return text.prefix(first) + hidden + text.suffix(last)
  }

  private static func isDigit(_ character: Character) -> Bool {
    character.isWholeNumber && !isHan(character)
  }

  private static func isCheckX(_ character: Character) -> Bool {
    character == "X" || character == "x"
  }

  private static func isHan(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first?.value else { return false }
    return (0x3400...0x9FFF).contains(scalar) || (0x20000...0x3FFFF).contains(scalar)
  }
}

/// What stands in a finding's cell, masked by the kind of field it stands in.
func maskedValue(of finding: Finding) -> String {
  switch finding.code {
  case .headerMissingColumn, .headerUnknown, .headerNear, .headerRepeated:
    // What stands there is a header, not a person's.
    return Masking.numberRuns(in: finding.value)
  case .cellError where finding.value.hasPrefix("#"):
    // `#REF!` and its like are the program's, whoever's cell they stand in.
    return Masking.numberRuns(in: finding.value)
  default:
    guard let field = finding.field, field.isPersonal else {
      return maskedByCode(finding.value, finding.code)
    }
    return masked(finding.value, of: field)
  }
}

/// A value of a personal field, masked.
private func masked(_ value: String, of field: Field) -> String {
  switch field {
  case .applicantName, .deceasedMemberName, .memberName, .guarantor, .followUpContact, .decidedBy:
    Masking.name(value)
  case .applicantId, .deceasedMemberId, .memberId: Masking.identity(text: value)
  case .phone: Masking.phone(value)
  case .bankAccount: Masking.account(value)
  case .address: Masking.address(value)
  case .birthDate: Masking.birthDate(value)
  default: Masking.statement(value)
  }
}

/// A value whose field is not known or not personal: masked where the code tells what it is.
private func maskedByCode(_ value: String, _ code: FindingCode) -> String {
  switch code {
  case .identityScientific, .identityLostDigits, .identityLength, .identityCharacter,
    .identityCheck, .identityDate, .identityFifteen, .identityCleaned:
    Masking.identity(text: value)
  case .nameUnreadable, .nameMarked, .memberRepeated, .memberPossiblyRepeated,
    .memberApplicantMissing, .memberApplicantApart, .itemMemberUnknown:
    Masking.name(value)
  case .identityBirthDateConflict: Masking.birthDate(value)
  case .rowRejected: Masking.statement(value)
  default: Masking.numberRuns(in: value)
  }
}
