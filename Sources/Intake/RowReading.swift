import Casework
import Tabular

/// Tells what a row is by its words alone (contract §1 and §4, row balance).
enum RowReading {
  private static let totals: Set<String> = [
    "合计", "小计", "总计", "共计", "累计", "本页合计", "本页小计", "合計", "小計", "總計",
  ]
  private static let footers = [
    "填表人", "制表人", "审核人", "单位负责人", "负责人", "经办人", "填报人", "填报日期", "填表日期", "联系人", "复核",
    "制表", "审核", "填表", "日期", "单位领导", "分管领导", "盖章", "签字", "监督电话", "联系电话",
  ]
  private static let notes = ["注:", "注：", "备注:", "备注：", "说明:", "说明：", "填表说明", "填报说明", "注1", "注意"]
  private static let stems: Set<Character> = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"]

  /// Whether the row sums others: its first words are 合计, 小计 or 总计.
  static func isTotal(_ texts: [String]) -> Bool {
    texts.prefix(2).contains { text in
      text.utf8.count <= 60 && text.unicodeScalars.contains { "计計".unicodeScalars.contains($0) }
        && totals.contains(TextFolding.header(text))
    }
  }

  /// Whether the row is a note or a footer of signatures, word for word.
  static func isNote(_ texts: [String]) -> Bool {
    // Nearly every row ends here: notes and footers start with few words or hold a colon.
    guard let start = texts.first, let scalar = start.unicodeScalars.first,
      "注备填说".unicodeScalars.contains(scalar) || texts.contains(where: holdsColon)
    else { return false }
    let first = TextFolding.narrow(start)
    if notes.contains(where: { first.hasPrefix(TextFolding.narrow($0)) }) { return true }
    if first == "注" || first == "备注" { return texts.count <= 2 }
    let labels = texts.filter { text in
      guard holdsColon(text) else { return false }
      let words = TextFolding.word(text)
      return footers.contains { words.hasPrefix($0) }
    }
    return !labels.isEmpty && labels.count * 2 >= texts.count
  }

  private static func holdsColon(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0 == ":" || $0 == "：" }
  }

  /// Whether the row numbers its columns: 甲 1 2 3, or 栏次.
  static func isColumnNumbers(_ texts: [String]) -> Bool {
    guard texts.count >= 3 else { return false }
    let words = texts.map(TextFolding.word)
    if words[0] == "栏次" { return true }
    let areMarks = words.allSatisfy { word in
      Int(word) != nil || (word.count == 1 && word.first.map(stems.contains) ?? false)
    }
    let numbers = words.compactMap { Int($0) }
    return areMarks && numbers.count >= 2
      && zip(numbers, numbers.dropFirst()).allSatisfy { $1 == $0 + 1 }
  }

  /// Whether the row states the unit or the scale: 填报单位:… 单位:元.
  static func isUnitLine(_ texts: [String]) -> Bool {
    guard texts.count <= 8 else { return false }
    return texts.contains { text in
      guard text.unicodeScalars.contains("单") else { return false }
      let narrow = TextFolding.narrow(text)
      return narrow.contains("单位") && (narrow.contains(":") || unitName(in: [text]) != nil)
        && !isNoteLabel(narrow)
    }
  }

  private static func isNoteLabel(_ narrow: String) -> Bool {
    narrow.hasPrefix("单位负责人") || narrow.hasPrefix("单位领导")
  }

  /// The unit that a line names after 填报单位, 申报单位 or 单位名称; the name may stand in the next
  /// cell, and ends before the line's next statement.
  static func unitName(in texts: [String]) -> String? {
    for (index, text) in texts.enumerated() {
      let narrow = TextFolding.narrow(text)
      for label in ["填报单位", "申报单位", "单位名称", "填表单位", "报送单位", "上报单位"] {
        guard let range = narrow.firstRange(of: label) else { continue }
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
    for stop in ["  ", "\t", "单位:", "单位：", "金额单位", "填报日期", "填表日期", "日期", "联系", "填表人", "填报人", "年度"] {
      if let range = text.firstRange(of: stop), range.lowerBound < end { end = range.lowerBound }
    }
    return TextFolding.trimmed(String(text[..<end].drop { $0 == "_" }))
  }
}
