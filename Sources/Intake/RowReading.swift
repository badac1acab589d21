import Casework
import Tabular

/// Tells what a row is by its words alone (contract §1 and §4, row balance).
enum RowReading {
  private static let totals = ["合计", "小计", "总计", "共计", "累计", "本页合计", "本页小计"]
  private static let footers = [
    "填表人", "制表人", "审核人", "单位负责人", "负责人", "经办人", "填报人", "填报日期", "填表日期", "联系人", "复核",
    "制表", "审核", "填表", "日期", "单位领导", "分管领导", "盖章", "签字", "监督电话", "联系电话", "单位盖章", "公章",
  ]
  private static let notes = ["注:", "备注:", "说明:", "填表说明", "填报说明", "注1", "注意"]
  private static let stems: Set<Character> = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"]

  /// Whether the row sums others: one of its first two texts is 合计, 小计 or 总计, with no more than
  /// what is summed before it (医疗小计) or how many rows behind it (合计3人).
  static func isTotal(_ texts: [String]) -> Bool {
    texts.prefix(2).contains { text in
      guard text.utf8.count <= 36, text.unicodeScalars.contains(where: { $0 == "计" || $0 == "計" })
      else { return false }
      let key = TextFolding.header(text)
      return totals.contains { total in
        key.hasPrefix(total)
          ? key.dropFirst(total.count).allSatisfy { $0.isNumber || "人户元份笔".contains($0) }
          : key.hasSuffix(total) && key.count <= 8
      }
    }
  }

  /// Whether the row is a note or a footer of signatures, word for word.
  static func isNote(_ texts: [String]) -> Bool {
    // Nearly every row ends here: notes and footers start with few words or hold a colon.
    guard let start = texts.first, let scalar = start.unicodeScalars.first,
      "注备填说".unicodeScalars.contains(scalar) || texts.contains(where: holdsColon)
    else { return false }
    if beginsNote(texts) { return true }
    let labels = texts.map(isFooter)
    guard labels.count(where: { $0 }) * 2 >= texts.count else { return false }
    // A remark such as 联系电话:… behind a name does not make a row a footer.
    return labels[0] || zip(texts, labels).allSatisfy { $1 || isDate($0) }
  }

  /// Whether the row's first word is 注, 说明 or the like, or its only text counts the rows (共6人).
  static func beginsNote(_ texts: [String]) -> Bool {
    guard let start = texts.first, let scalar = start.unicodeScalars.first,
      "注备填说本共总以".unicodeScalars.contains(scalar)
    else { return false }
    let first = TextFolding.narrow(start)
    if notes.contains(where: { first.hasPrefix($0) }) { return true }
    if first == "注" || first == "备注" { return texts.count <= 2 }
    return texts.count == 1
      && TextFolding.word(first).wholeMatch(
        of: /(本表|本页|本单位|以上|总)?共(计)?([0-9]+[人户条份名][、,]?)+。?/) != nil
  }

  /// Whether a single long or numbered text goes on with the notes above it.
  static func continuesNote(_ texts: [String]) -> Bool {
    guard texts.count == 1, let text = texts.first.map(TextFolding.narrow) else { return false }
    return text.count > 12 || text.starts(with: /\(?[0-9一二三四五六七八九]+[.、)）]/)
  }

  /// Whether a single text is the title of a part of the list: 一、在职党员(2人), (二)退休党员.
  static func isPartTitle(_ texts: [String]) -> Bool {
    guard texts.count == 1, let text = texts.first.map(TextFolding.narrow), text.count <= 30 else {
      return false
    }
    return text.starts(with: /(第[一二三四五六七八九十]+部分|[一二三四五六七八九十]+[、.．]|\([一二三四五六七八九十]+\))/)
      && !text.contains(/[0-9]{6}/)
  }

  private static func isFooter(_ text: String) -> Bool {
    guard holdsColon(text) else { return false }
    let word = TextFolding.word(text)
    return footers.contains { word.hasPrefix($0) }
  }

  private static func isDate(_ text: String) -> Bool {
    if case .date = DateText.reading(text) { true } else { false }
  }

  private static func holdsColon(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0 == ":" || $0 == "：" }
  }

  /// Whether the row's first text is 栏次 or 甲, which no row of data is by itself.
  static func beginsColumnNumbers(_ texts: [String]) -> Bool {
    guard let first = texts.first, first.utf8.count <= 9 else { return false }
    let word = TextFolding.word(first)
    return word == "栏次" || word == "甲"
  }

  /// Whether the row numbers its columns: 甲 乙 1 2 3, 栏次, (1) (2), ① ②, with sums such as 5=3+4.
  static func isColumnNumbers(_ texts: [String]) -> Bool {
    guard texts.count >= 3 else { return false }
    if TextFolding.word(texts[0]) == "栏次" { return true }
    var numbers: [Int] = []
    for text in texts {
      guard let mark = columnMark(text) else { return false }
      if case .number(let number) = mark { numbers.append(number) }
    }
    return numbers.count >= 2 && zip(numbers, numbers.dropFirst()).allSatisfy { $1 == $0 + 1 }
  }

  private enum ColumnMark {
    case letter
    case number(Int)
  }

  private static func columnMark(_ text: String) -> ColumnMark? {
    guard text.utf8.count <= 24 else { return nil }
    let word = TextFolding.word(text).filter { !"()（）".contains($0) }
    if word.count == 1, let only = word.first {
      if stems.contains(only) { return .letter }
      if let circled = only.unicodeScalars.first?.value, (0x2460...0x2473).contains(circled) {
        return .number(Int(circled) - 0x245F)
      }
    }
    let parts = word.split(separator: "=", omittingEmptySubsequences: false)
    guard parts.count <= 2, let number = parts.first.flatMap({ Int($0) }), number >= 0,
      parts.dropFirst().allSatisfy({ $0.allSatisfy { $0.isNumber || "+-×*/".contains($0) } })
    else { return nil }
    return .number(number)
  }

  /// Whether a row above the table states the unit or the scale: 填报单位:… 单位:元.
  static func isUnitLine(_ texts: [String]) -> Bool {
    guard texts.count <= 8 else { return false }
    return texts.contains { text in
      guard text.unicodeScalars.contains("单") else { return false }
      let narrow = TextFolding.narrow(text)
      return unitWord(in: narrow) != nil && !isNoteLabel(narrow)
        && (narrow.contains(":") || unitName(in: [text]) != nil
          || UnitPhrase.scale(ofUnitLine: [text]) != .unsaid)
    }
  }

  /// Where 单位 first stands in a text, with or without blanks between its characters.
  static func unitWord(in narrow: String) -> Range<String.Index>? {
    var rest = narrow[...]
    while let first = rest.place(of: "单") {
      rest = rest[first.upperBound...]
      let behind = rest.drop(while: \.isWhitespace)
      if behind.first == "位" { return first.lowerBound..<behind.index(after: behind.startIndex) }
    }
    return nil
  }

  /// Whether a row among or below the data is a unit line.
  ///
  /// It begins as one, or every text of it is a word before a colon. A remark such as 工作单位:… in a row of data makes it none.
  static func isUnitLineBelow(_ texts: [String]) -> Bool {
    guard isUnitLine(texts), let first = texts.first else { return false }
    let word = TextFolding.word(first)
    let begins =
      unitLabels.contains { word.hasPrefix($0) } || beginsWithUnitOfMoney(word[...])
    return begins || texts.allSatisfy(holdsColon)
  }

  /// Whether a text begins as `单位:` or `(金额单位(元)` do.
  private static func beginsWithUnitOfMoney(_ word: Substring) -> Bool {
    var rest = word.hasPrefix("(") ? word.dropFirst() : word
    let kind = ["金额", "计量", "货币"].first { rest.hasPrefix($0) }
    rest = rest.dropFirst(kind?.count ?? 0)
    return rest.hasPrefix("单位:") || rest.hasPrefix("单位(")
  }

  private static let unitLabels = ["填报单位", "申报单位", "单位名称", "填表单位", "报送单位", "上报单位"]

  private static func isNoteLabel(_ narrow: String) -> Bool {
    narrow.hasPrefix("单位负责人") || narrow.hasPrefix("单位领导")
  }

  /// The unit that a line names after 填报单位, 申报单位 or 单位名称; the name may stand in the next
  /// cell, and ends before the line's next statement.
  static func unitName(in texts: [String]) -> String? {
    for (index, text) in texts.enumerated() {
      let narrow = TextFolding.narrow(text)
      for label in unitLabels {
        guard let range = narrow.place(of: label) else { continue }
        var rest = narrow[range.upperBound...].drop { $0.isWhitespace }
        if rest.first == "(" { rest = rest.drop { $0 != ")" }.dropFirst() }
        rest = rest.drop { $0 == ":" || $0.isWhitespace || $0 == "_" }
        let name = statement(rest)
        if !name.isEmpty { return name }
        if index + 1 < texts.count { return statement(TextFolding.narrow(texts[index + 1])[...]) }
      }
    }
    return nil
  }

  private static func statement(_ text: Substring) -> String {
    var end = text.endIndex
    let stops = [
      "  ", "\t", "单位:", "金额单位", "填报日期", "填表日期", "日期", "联系", "填表人", "填报人", "年度", "\u{3000}",
    ]
    for stop in stops {
      if let range = text.place(of: stop), range.lowerBound < end { end = range.lowerBound }
    }
    return TextFolding.trimmed(String(text[..<end].drop { $0 == "_" }))
  }
}
