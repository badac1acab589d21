public import Reporting
public import Screening

/// What stops a run: the world is not as it must be.
///
/// Bad data never does.
public indirect enum RunFailure: Error, Sendable, Equatable {
  /// A YAML file is not as it must be.
  case yaml(file: String, line: Int, problem: YAMLProblem)
  /// The policy file is not as it must be.
  case policyFile(RunFailure)
  /// A file the definition names cannot be read.
  case unreadable(file: String, reason: String)
  /// A file the definition names is damaged.
  case unusable(file: String, problem: String)
  /// Nothing in the input is usable.
  case nothingUsable(input: String, reason: NothingReason)
  /// The policy has no confirmed line for a date.
  case policy(file: String, gap: PolicyGap)
  /// The output folder cannot be written.
  case unwritable(path: String, reason: String)
  /// Rows were lost; a fault of the program, reported rather than published.
  case rowsUnbalanced(read: Int, classified: Int)

  /// What is wrong in a YAML file.
  public enum YAMLProblem: Sendable, Equatable {
    case syntax(String)
    case notMapping
    case unknownKey(String, nearest: String)
    case missingKey(String)
    case wrongValue(String, expected: String)
  }

  /// Why nothing is usable.
  public enum NothingReason: Sendable, Equatable {
    case noFolder, noFiles, noRoster, noApplications
  }
}

extension RunFailure {
  /// The exit code of the contract, section 5.
  public var exitCode: Int32 {
    switch self {
    case .yaml, .unreadable, .unusable: 2
    case .policyFile: 4
    case .nothingUsable: 3
    case .policy: 4
    case .unwritable: 6
    case .rowsUnbalanced: 70
    }
  }

  /// What is wrong, where, and what to do.
  public func words(in language: Language) -> String {
    language == .simplifiedChinese ? chinese : english
  }

  private var chinese: String {
    switch self {
    case .yaml(let file, let line, let problem): "\(file) 第\(line)行：\(problem.chinese)"
    case .policyFile(let failure): failure.chinese
    case .unreadable(let file, let reason): "无法读取 \(file)（\(reason)）。请检查路径和权限。"
    case .unusable(let file, let problem): "\(file) 不能使用：\(problem)。"
    case .nothingUsable(let input, let reason): "\(input)：\(reason.chinese)"
    case .policy(let file, let gap): "\(file)：\(gap.chinese)"
    case .unwritable(let path, let reason):
      "输出目录 \(path) 不能写入（\(reason)）。请更换 --output 或修改权限；没有发布任何结果。"
    case .rowsUnbalanced(let read, let classified):
      "内部错误：读入 \(read) 行，归类 \(classified) 行，数目不等；没有发布任何结果。请把输入文件交给开发人员。"
    }
  }

  private var english: String {
    switch self {
    case .yaml(let file, let line, let problem): "\(file) line \(line): \(problem.english)"
    case .policyFile(let failure): failure.english
    case .unreadable(let file, let reason):
      "\(file) cannot be read (\(reason)). Check the path and the access rights."
    case .unusable(let file, let problem): "\(file) cannot be used: \(problem)."
    case .nothingUsable(let input, let reason): "\(input): \(reason.english)"
    case .policy(let file, let gap): "\(file): \(gap.english)"
    case .unwritable(let path, let reason):
      "The output folder \(path) cannot be written (\(reason)). Choose another --output or change "
        + "its rights; nothing was published."
    case .rowsUnbalanced(let read, let classified):
      "Internal error: \(read) rows were read but \(classified) classified; nothing was published. "
        + "Please hand the input to the developers."
    }
  }
}

extension RunFailure.YAMLProblem {
  fileprivate var chinese: String {
    switch self {
    case .syntax(let reason): "YAML 格式有误（\(reason)）。"
    case .notMapping: "这里应为“键: 值”的形式。"
    case .unknownKey(let key, let nearest): "不认识「\(key)」，最接近的是「\(nearest)」。请改正后重试。"
    case .missingKey(let key): "缺少必需的键「\(key)」。"
    case .wrongValue(let key, let expected): "「\(key)」的值不对，应为 \(expected)。"
    }
  }

  fileprivate var english: String {
    switch self {
    case .syntax(let reason): "this is not valid YAML (\(reason))."
    case .notMapping: "a mapping of keys to values is expected here."
    case .unknownKey(let key, let nearest):
      "“\(key)” is not known; the nearest known one is “\(nearest)”. Correct it and run again."
    case .missingKey(let key): "the key “\(key)” is missing."
    case .wrongValue(let key, let expected): "the value of “\(key)” must be \(expected)."
    }
  }
}

extension RunFailure.NothingReason {
  fileprivate var chinese: String {
    switch self {
    case .noFolder: "输入目录不存在或不是目录。请检查 --input。"
    case .noFiles: "输入目录里没有可读的表格文件。请把各单位的申报表放进去再运行。"
    case .noRoster: "没有找到单位名册（含“单位代码”“单位名称”的表）。请把名册放进输入目录，或在流程文件中用 roster 指定。"
    case .noApplications: "没有任何可用的申报。问题见上；没有发布任何结果。"
    }
  }

  fileprivate var english: String {
    switch self {
    case .noFolder: "the input folder does not exist or is no folder. Check --input."
    case .noFiles: "the input folder holds no readable sheets. Put the units' files into it."
    case .noRoster:
      "no unit roster was found (a sheet with 单位代码 and 单位名称). Put it into the input folder or "
        + "name it in the pipeline file (roster)."
    case .noApplications: "no application is usable; see the problems above. Nothing was published."
    }
  }
}

extension PolicyGap {
  fileprivate var chinese: String {
    switch self {
    case .yearMissing(let year):
      "没有 \(year) 年的最低工资。请在 minimumWage.years 下增加一段：year: \(year)、tier、confirmedBy、rates（from、yuanPerMonth、document），对照正式通知核对后填写 confirmedBy。"
    case .yearUnconfirmed(let year, let line):
      "第\(line)行起的 \(year) 年最低工资尚未确认。请对照正式通知核对该年的 tier 和 rates，并在 confirmedBy 填写核对人。"
    case .noRate(let date, let line):
      "第\(line)行起的年份没有在 \(date) 生效的最低工资。请在 rates 中补上当时生效的一条。"
    }
  }

  fileprivate var english: String {
    switch self {
    case .yearMissing(let year):
      "there is no minimum wage for \(year). Add an entry below minimumWage.years with year: "
        + "\(year), tier, confirmedBy and rates (from, yuanPerMonth, document), checked against "
        + "the official notice."
    case .yearUnconfirmed(let year, let line):
      "the minimum wage of \(year) (from line \(line)) is not confirmed. Check its tier and rates "
        + "against the official notice and fill in confirmedBy."
    case .noRate(let date, let line):
      "the year from line \(line) has no rate in force on \(date). Add the one that was."
    }
  }
}
