import Casework
import Intake
public import Reporting
import Screening

/// The values of a policy that are in force on one day, for people.
public struct ShownPolicy: Sendable {
  let title: String
  let files: [String]
  let day: CalendarDate
  let from: CalendarDate
  let until: CalendarDate?
  /// The line; nil where the year's rate is missing or not confirmed.
  let line: Threshold?
  /// Why there is no line, in both languages.
  let gap: RunFailure?
  /// The values in the order of the file.
  let values: [PolicyValue]

  /// Whether the policy can be used on the day: 0, else the contract's 4.
  public var exitCode: Int32 { gap?.exitCode ?? 0 }
}

/// Reads what a policy says on a day.
///
/// - Parameters:
///   - day: The day as `yyyy-mm-dd`.
///   - policy: The policy file; nil: the pipeline file's own.
///   - request: The pipeline file, whose forms the policy's words are held against.
/// - Returns: Every value in force with its first day, document and words.
/// - Throws: `RunFailure` where a file is not as it must be, or a value is not in force or not
///   confirmed.
public func shownPolicy(
  on day: String, policy: String?, as request: RunRequest
) throws(RunFailure) -> ShownPolicy {
  guard let date = CalendarDate(iso: day) else {
    throw RunFailure.unusable(file: "--on \(day)", problem: .noDate)
  }
  let setting = try policyTestSetting(request)
  let path = policy ?? setting.policyPath
  do throws(RunFailure) {
    let file = try PolicyFile(PolicySources(path: path), forms: setting.library.forms)
    return try file.shown(on: date, at: path)
  } catch {
    throw RunFailure.policyFile(error)
  }
}

extension PolicyFile {
  fileprivate func shown(on day: CalendarDate, at path: String) throws(RunFailure) -> ShownPolicy {
    let inForce: EditionInForce
    do throws(PolicyGap) {
      inForce = try edition(on: day)
    } catch {
      throw RunFailure.policy(file: path, gap: error)
    }
    var line: Threshold?
    var gap: RunFailure?
    do throws(PolicyGap) {
      line = try inForce.edition.threshold(on: day)
    } catch {
      gap = .policy(file: path, gap: error)
    }
    return ShownPolicy(
      title: title, files: sources.files.map(\.path), day: day, from: inForce.from,
      until: inForce.until, line: line, gap: gap,
      values: inForce.edition.values.all.sorted(by: inOrderOfFile))
  }

  /// By section as the keys are listed, then by name.
  private func inOrderOfFile(_ left: PolicyValue, _ right: PolicyValue) -> Bool {
    func place(_ value: PolicyValue) -> Int {
      Self.keys.firstIndex(of: String(value.section)) ?? Self.keys.count
    }
    return (place(left), left.name) < (place(right), right.name)
  }
}

extension PolicyValue {
  /// The section it stands in.
  fileprivate var section: Substring { name.prefix { $0 != "." } }
}

// MARK: For a terminal

extension ShownPolicy {
  /// The policy in lines for a terminal: a heading, the line, then every value by section.
  public func lines(in language: Language) -> [String] {
    heading(language) + lineInForce(language)
      + sections.flatMap { section in
        ["", "[\(section.key)]"] + section.values.flatMap { lines(of: $0, language) }
      }
  }

  private func heading(_ language: Language) -> [String] {
    let last = until.map(\.description) ?? language.text("未定", "further notice")
    let assumed = values.count(where: \.isAssumed)
    return [
      language.text("\(title)，\(day) 执行", "\(title), in force on \(day)"),
      language.text(
        "本版自 \(from) 起，至 \(last) 止；共 \(values.count) 项，其中假定（待确认）\(assumed) 项",
        "This edition: \(from) to \(last); \(values.count) values, of which \(assumed) are assumed"),
      language.text("文件：", "Files: ") + files.map(readablePath).joined(separator: " ← "),
    ]
  }

  private func lineInForce(_ language: Language) -> [String] {
    if let gap { return ["", gap.words(in: language)] }
    guard let line else { return [] }
    return [
      "",
      language.text("认定标准", "Line") + ": \(line.comparator) \(line.monthly) "
        + language.text("元/人·月", "yuan per person and month"),
      language.text(
        "  标准自 \(line.effectiveFrom) 起执行；来源：\(line.source)",
        "  rate in force since \(line.effectiveFrom); source: \(line.source)"),
    ]
  }

  private var sections: [(key: String, values: [PolicyValue])] {
    var sections: [(key: String, values: [PolicyValue])] = []
    for value in values {
      if sections.last?.key == String(value.section) {
        sections[sections.count - 1].values.append(value)
      } else {
        sections.append((String(value.section), [value]))
      }
    }
    return sections
  }

  private func lines(of value: PolicyValue, _ language: Language) -> [String] {
    let mark =
      value.isAssumed ? language.text("【假定，待确认】", " (assumed, to be confirmed)") : ""
    let since = value.effectiveFrom.map { language.text("自 \($0) 起", "since \($0)") } ?? ""
    let source = value.source.isEmpty ? "" : language.text("来源：", "source: ") + value.source
    let citation =
      value.citation.isEmpty ? "" : language.text("依据：", "citation: ") + value.citation
    let place = "\(readablePath(value.place.file)):\(value.place.line)"
    let origin = [since, source, citation, place].filter { !$0.isEmpty }
    return [
      "  \(value.name) = \(value.shown)\(mark)",
      "      " + origin.joined(separator: language.text("；", "; ")),
    ]
  }
}
