import Foundation
import Reporting
import Tabular

/// Why the system refuses to read or write.
public struct SystemReason: Sendable, Equatable {
  /// The system's error number; 0 where it gave none.
  public let code: Int32
  /// What was said without a number, in both languages.
  let english: String
  let chinese: String

  /// The reason behind an error number.
  public init(code: Int32) {
    self.code = code
    english = systemErrorWords(code, in: .english)
    chinese = systemErrorWords(code, in: .simplifiedChinese)
  }

  /// A reason in the words of whoever met it.
  init(text: String) {
    self.init(english: text, chinese: text)
  }

  private init(english: String, chinese: String) {
    code = 0
    self.english = english
    self.chinese = chinese
  }

  /// Why a file could not be read or written as a table.
  init(_ reason: TabularReason) {
    if reason.kind == .systemError, let number = Int32(reason.value) {
      self.init(code: number)
    } else {
      self.init(
        english: words(for: reason, in: .english),
        chinese: words(for: reason, in: .simplifiedChinese))
    }
  }

  /// The reason of the last system call that failed.
  static var last: SystemReason { SystemReason(code: errno) }
}
