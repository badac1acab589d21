import Casework
public import Reporting

/// What testing the policies came to.
public struct PolicyTestReport: Sendable {
  let fileCount: Int
  private(set) var caseCount = 0
  private(set) var failures: [PolicyTestFailure] = []
  private var failedCount = 0

  init(fileCount: Int) { self.fileCount = fileCount }

  mutating func add(_ failures: [PolicyTestFailure]) {
    caseCount += 1
    failedCount += failures.isEmpty ? 0 : 1
    self.failures += failures
  }

  /// 0 where every case came out as stated, 4 where a policy could not be used, else 1.
  public var exitCode: Int32 {
    let isUnusable = failures.contains {
      if case .policyUnusable = $0.difference { true } else { false }
    }
    return isUnusable ? 4 : failures.isEmpty ? 0 : 1
  }

  /// One line per difference with its file and line, and a closing line.
  public func lines(in language: Language) -> [String] {
    failures.map { $0.words(in: language) } + [closing(language)]
  }

  private func closing(_ language: Language) -> String {
    let passed = caseCount - failedCount
    return language == .simplifiedChinese
      ? "政策测试：\(fileCount) 个文件，\(caseCount) 个用例，通过 \(passed) 个，未通过 \(failedCount) 个。"
      : "Policy tests: \(fileCount) files, \(caseCount) cases, \(passed) passed, "
        + "\(failedCount) failed."
  }
}

/// A difference between what a case expects and what came out.
struct PolicyTestFailure: Sendable {
  let file: String
  let line: Int
  let name: String
  let difference: Difference

  enum Difference: Sendable {
    /// What the file calls it, what it expects, and what was found.
    case value(String, expected: String, found: String)
    /// No finding about the case bears the code.
    case findingMissing(FindingCode)
    /// The case should have stopped for want of a usable policy.
    case policyUsable
    case policyUnusable(RunFailure)
    /// The rows were read as no application.
    case notRead
  }

  func words(in language: Language) -> String {
    let isChinese = language == .simplifiedChinese
    let told =
      switch difference {
      case .value(let key, let expected, let found):
        isChinese
          ? "\(key) 应为 \(expected)，实为 \(found)"
          : "\(key): expected \(expected), found \(found)"
      case .findingMissing(let code):
        isChinese ? "应有问题 \(code.rawValue)，但没有" : "no finding bears \(code.rawValue)"
      case .policyUsable:
        isChinese ? "政策应不可用，但可以使用" : "the policy should be unusable, but it was used"
      case .policyUnusable(let failure):
        (isChinese ? "政策不可用：" : "the policy is unusable: ") + failure.words(in: language)
      case .notRead:
        isChinese
          ? "没有读出申报。请检查 household 下各列的名称"
          : "no application was read; check the headers below household"
      }
    let sentence = isChinese ? "「\(name)」" : "“\(name)”"
    return "\(readablePath(file)):\(line): \(sentence) \(told)"
  }
}

extension PolicyTestCase {
  func failure(_ line: Int, _ difference: PolicyTestFailure.Difference) -> PolicyTestFailure {
    PolicyTestFailure(file: file, line: line, name: name, difference: difference)
  }
}
