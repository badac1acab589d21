/// The languages reports are written in.
public enum Language: String, Codable, Sendable, CaseIterable {
  case simplifiedChinese = "zh-Hans"
  case english = "en"

  /// The wording for this language; both are given together so that neither can be forgotten.
  public func text(_ chinese: String, _ english: String) -> String {
    switch self {
    case .simplifiedChinese: chinese
    case .english: english
    }
  }

  /// What stands between the items of a list inside a sentence.
  var listSeparator: String { text("、", ", ") }
}
