/// How a family is named.
struct NameStock: Sendable {
  enum Custom: Sendable { case han, qiang, hui, tibetan }

  let custom: Custom
  let surname: String

  static func drawn(with dice: inout Dice) -> NameStock {
    let custom: Custom = dice.pick(weighted: [
      (.tibetan, 45), (.han, 32), (.qiang, 18), (.hui, 5),
    ])
    let common: String = dice.pick(weighted: surnameChoices)
    let surname = custom == .hui && dice.chance(600) ? "马" : common
    return NameStock(custom: custom, surname: surname)
  }

  var ethnicGroup: String {
    switch custom {
    case .han: "汉族"
    case .qiang: "羌族"
    case .hui: "回族"
    case .tibetan: "藏族"
    }
  }

  /// A full name; Tibetan names bear the family's surname only in mixed forms.
  func name(for sex: Sex, inheriting: Bool, with dice: inout Dice) -> String {
    guard custom == .tibetan else {
      let family: String = inheriting ? surname : dice.pick(weighted: surnameChoices)
      return family + dice.pick(sex == .male ? maleGivenNames : femaleGivenNames)
    }
    return tibetanName(for: sex, with: &dice)
  }

  private func tibetanName(for sex: Sex, with dice: inout Dice) -> String {
    let first = tibetanElement(for: sex, with: &dice)
    let second = tibetanElement(for: sex, with: &dice)
    switch dice.below(100) {
    case 0..<62: return first == second ? first : first + second
    case 62..<74: return first
    case 74..<82: return String(first.prefix(1) + second.prefix(1))
    case 82..<93: return surname + first
    default: return surname + "·" + first + (first == second ? "" : second)
    }
  }

  private func tibetanElement(for sex: Sex, with dice: inout Dice) -> String {
    var element = dice.pick(tibetanElements)
    while element.bearer == (sex == .male ? .female : .male) {
      element = dice.pick(tibetanElements)
    }
    guard !element.variants.isEmpty, dice.chance(300) else { return element.spelling }
    return dice.pick(element.variants)
  }
}

private let surnameChoices: [(element: String, weight: Int)] = hanSurnames.map {
  (element: $0.surname, weight: $0.weight)
}
