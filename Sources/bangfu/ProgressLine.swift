import Foundation
import Pipeline
import Synchronization

/// One line on the terminal that tells how far a run has come; nothing where there is no terminal.
final class ProgressLine: Sendable {
  private let started = Date()
  private let language: LanguageArgument
  private let lastShown = Mutex(Date.distantPast)

  /// Makes a line; nil where standard error is no terminal.
  init?(language: LanguageArgument) {
    guard isatty(STDERR_FILENO) == 1 else { return nil }
    self.language = language
  }

  /// Shows a state, at most ten times a second.
  func show(_ progress: RunProgress) {
    let isDue = lastShown.withLock { last in
      let now = Date()
      guard progress.done == progress.total || now.timeIntervalSince(last) > 0.1 else {
        return false
      }
      last = now
      return true
    }
    if isDue { write("\r\u{1B}[K" + text(for: progress)) }
  }

  /// Removes the line.
  func clear() { write("\r\u{1B}[K") }

  private func text(for progress: RunProgress) -> String {
    let isChinese = language == .simplifiedChinese
    let stage =
      switch progress.stage {
      case .reading: isChinese ? "读取" : "reading"
      case .screening: isChinese ? "核算审查" : "screening"
      case .writing: isChinese ? "写出" : "writing"
      }
    let rows = isChinese ? "，\(progress.rows) 行" : ", \(progress.rows) rows"
    let shownRows = progress.rows > 0 ? rows : ""
    return "\(stage) \(progress.done)/\(progress.total)\(shownRows)\(timeLeft(progress, isChinese))"
  }

  private func timeLeft(_ progress: RunProgress, _ isChinese: Bool) -> String {
    let elapsed = Date().timeIntervalSince(started)
    guard progress.stage == .reading, progress.done > 0, elapsed > 1 else { return "" }
    let seconds = Int(elapsed / Double(progress.done) * Double(progress.total - progress.done)) + 1
    return isChinese ? "，约剩 \(seconds) 秒" : ", about \(seconds) s left"
  }

  private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
