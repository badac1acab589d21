/// The accepted spellings of a field's choices, folded.
struct ChoiceSpellings: Sendable {
  private let names: [String: String]

  init(_ choices: [FieldDefinition.Choice]) {
    var names: [String: String] = [:]
    for choice in choices {
      for spelling in [choice.name] + choice.aliases {
        names[TextFolding.word(spelling)] = choice.name
      }
    }
    self.names = names
  }

  /// The choice that a text names: as written, without blanks, or without marks and brackets.
  func name(of text: String) -> String? {
    names[text] ?? names[TextFolding.word(text)] ?? names[TextFolding.header(text)]
  }
}
