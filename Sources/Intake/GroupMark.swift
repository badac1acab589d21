import Casework

/// Whose group of columns a header belongs to where a row holds several members side by side:
/// 成员1姓名, 家庭成员(二)/关系, 年收入3, 配偶姓名.
struct GroupMark: Hashable, Sendable {
  /// Who the group is of.
  enum Person: Hashable, Sendable {
    /// A member by number.
    case numbered(Int)
    /// A member by what the person is to the applicant, as the header words it; by number too where
    /// there can be several.
    case relative(String, Int)
  }

  let person: Person
  /// The header without the mark, under 家庭成员 as its group.
  let words: HeaderWords
  /// Whether nothing but a number behind the header says that it is a group's.
  let isBareNumber: Bool

  private static let memory = Memory<HeaderWords, GroupMark?>()

  /// The mark of a header; nil where it bears none.
  static func of(_ words: HeaderWords) -> GroupMark? {
    memory.value(for: words) { GroupMark(readFrom: $0) }
  }

  private init?(readFrom words: HeaderWords) {
    let parts = words.parts.map { TextFolding.word($0) }
    guard let leaf = parts.last, !leaf.isEmpty else { return nil }
    for (place, group) in parts.enumerated().dropLast().reversed() {
      guard let (person, rest) = Self.prefix(of: group), rest.isEmpty || Self.fillers.contains(rest)
      else { continue }
      self.init(person, Array(words.parts[(place + 1)...]), isBareNumber: false)
      return
    }
    if let (person, rest) = Self.prefix(of: leaf), !rest.isEmpty {
      self.init(person, [rest], isBareNumber: false)
    } else if let (number, rest) = Self.numberBehind(leaf) {
      self.init(.numbered(number), [rest], isBareNumber: true)
    } else {
      return nil
    }
  }

  private init(_ person: Person, _ rest: [String], isBareNumber: Bool) {
    self.person = person
    words = HeaderWords.of(["家庭成员"] + rest)
    self.isBareNumber = isBareNumber
  }

  private static let fillers: Set<String> = ["情况", "信息", "基本情况", "基本信息"]
  private static let members = ["家庭成员", "成员", "家属", "亲属"]
  /// What headers call members; 本人 is the applicant among them.
  private static let relatives = [
    "申请人本人", "申请人", "本人", "配偶", "父亲", "母亲", "岳父", "岳母", "公公", "婆婆", "长子", "次子", "长女", "次女",
    "儿子", "女儿", "子女", "孩子",
  ]

  /// A member's number or kinship at the beginning of a text, and what follows it.
  private static func prefix(of text: String) -> (Person, rest: String)? {
    for word in members where text.hasPrefix(word) {
      if let (number, rest) = numberBefore(text.dropFirst(word.count)) {
        return (.numbered(number), rest)
      }
    }
    if text.hasPrefix("第"), let (number, rest) = numberBefore(text.dropFirst()),
      let word = ["位家庭成员", "名家庭成员", "个家庭成员", "位成员", "名成员", "个成员", "成员", "人"].first(
        where: rest.hasPrefix)
    {
      return (.numbered(number), trimmed(rest.dropFirst(word.count)))
    }
    guard let word = relatives.first(where: text.hasPrefix) else { return nil }
    let behind = text.dropFirst(word.count)
    if let (number, rest) = numberBefore(behind) { return (.relative(word, number), rest) }
    return (.relative(word, 0), trimmed(behind))
  }

  /// A number in front of a text, in brackets or not, and the rest without the sign between them.
  private static func numberBefore(_ text: Substring) -> (number: Int, rest: String)? {
    var rest = text.drop { "(（[【#-_".contains($0) }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    if !digits.isEmpty {
      guard digits.count <= 2, let number = Int(digits) else { return nil }
      rest = rest.dropFirst(digits.count)
      return (number, trimmed(rest))
    }
    guard let first = rest.first, let number = numeral(first) else { return nil }
    rest = rest.dropFirst()
    guard number == 10, let unit = rest.first.flatMap(numeral), unit < 10 else {
      return (number, trimmed(rest))
    }
    return (10 + unit, trimmed(rest.dropFirst()))
  }

  /// A number at the end of a text, in brackets or not: 姓名1, 年收入(元)2, 关系（三）.
  private static func numberBehind(_ text: String) -> (number: Int, rest: String)? {
    var rest = text[...]
    let isBracketed = rest.last == ")"
    if isBracketed { rest = rest.dropLast() }
    let digits = String(rest.reversed().prefix { $0.isASCII && $0.isNumber }.reversed())
    var number = digits.count <= 2 ? Int(digits) : nil
    if digits.isEmpty { number = rest.last.flatMap(numeral) }
    guard let number else { return nil }
    rest = rest.dropLast(max(1, digits.count))
    if isBracketed {
      guard rest.last == "(" else { return nil }
      rest = rest.dropLast()
    }
    let base = rest.reversed().drop { "-_#.".contains($0) }.reversed()
    return base.isEmpty ? nil : (number, String(base))
  }

  private static func numeral(_ character: Character) -> Int? {
    if let place = Array("一二三四五六七八九十").firstIndex(of: character) { return place + 1 }
    guard let value = character.unicodeScalars.first?.value else { return nil }
    return (0x2460...0x2473).contains(value) ? Int(value) - 0x245F : nil
  }

  private static func trimmed(_ text: Substring) -> String {
    String(text.drop { ")）]】·・.、:_-/之的".contains($0) })
  }
}
