import Casework
public import Reporting
import Screening

extension RunFailure {
  /// What is wrong, where, and what to do.
  public func words(in language: Language) -> String {
    language == .simplifiedChinese ? chinese : english
  }

  private var chinese: String {
    switch self {
    case .yaml(let file, let line, let problem):
      "\(readablePath(file)) 第\(line)行：\(problem.chinese)"
    case .policyFile(let failure): failure.chinese
    case .unreadable(let file, let reason):
      "无法读取 \(readablePath(file))（\(reason.chinese)）。请检查路径和权限。"
    case .unusable(let file, let problem):
      "\(readablePath(file)) 不能使用：\(problem.words(in: .simplifiedChinese))"
    case .nothingUsable(let input, let reason, let found):
      told(found, .simplifiedChinese) + "\(readablePath(input))：\(reason.chinese)"
    case .policy(let file, let gap): "\(gap.where(in: file))：\(gap.chinese)"
    case .unwritable(let path, let reason):
      "\(readablePath(path)) 不能写入（\(reason.chinese)）。请更换 --output 或修改权限；没有发布任何结果。"
    case .registry(let error): error.chinese
    case .rowsUnbalanced(let read, let classified):
      "内部错误：读入 \(read) 行，归类 \(classified) 行，数目不等；没有发布任何结果。请把输入文件交给开发人员。"
    case .books(let error): error.chinese
    case .problemsRose(let rise): rise.chinese
    case .outcomesShifted(let shift): shift.chinese
    case .explanation(let gap): gap.words(in: .simplifiedChinese)
    }
  }

  private var english: String {
    switch self {
    case .yaml(let file, let line, let problem):
      "\(readablePath(file)) line \(line): \(problem.english)"
    case .policyFile(let failure): failure.english
    case .unreadable(let file, let reason):
      "\(readablePath(file)) cannot be read (\(reason.english)). Check the path and its rights."
    case .unusable(let file, let problem):
      "\(readablePath(file)) cannot be used: \(problem.words(in: .english))"
    case .nothingUsable(let input, let reason, let found):
      told(found, .english) + "\(readablePath(input)): \(reason.english)"
    case .policy(let file, let gap): "\(gap.where(in: file)): \(gap.english)"
    case .unwritable(let path, let reason):
      "\(readablePath(path)) cannot be written (\(reason.english)). Choose another --output or "
        + "change its rights; nothing was published."
    case .registry(let error): error.english
    case .rowsUnbalanced(let read, let classified):
      "Internal error: \(read) rows were read but \(classified) classified; nothing was published. "
        + "Please hand the input to the developers."
    case .books(let error): error.english
    case .problemsRose(let rise): rise.english
    case .outcomesShifted(let shift): shift.english
    case .explanation(let gap): gap.words(in: .english)
    }
  }

  private func told(_ found: [ToldFinding], _ language: Language) -> String {
    found.map { $0.line(in: language) + "\n" }.joined()
  }
}

extension RunFailure.YAMLProblem {
  fileprivate var chinese: String {
    switch self {
    case .syntax(let reason): "YAML 格式有误（\(reason)）。请改正后重试。"
    case .notMapping: "这里应为“键: 值”的形式。"
    case .duplicateKey(let key): "「\(key)」重复出现。请只保留一处。"
    case .unknownKey(let key, let nearest): "不认识「\(key)」，最接近的是「\(nearest)」。请改正后重试。"
    case .missingKey(let key): "缺少必需的键「\(key)」。请补上后重试。"
    case .wrongValue(let key, let expected): "「\(key)」的值不对，应为\(expected.chinese)。"
    case .undated(let name):
      "「\(name)」没有生效日期。请在所在的段写 from: 2015-01-01（以及 source、citation），或写成 values: {2015-01-01: …}。"
    case .overlappingDates(let name, let day):
      "「\(name)」在 \(day) 有两个值。请让每个日期只有一个值生效（检查生效日期和 until）。"
    case .circularExtends(let files):
      "extends 首尾相接（\((files + files.prefix(1)).joined(separator: " → "))）。请去掉其中一处。"
    case .missingBase(let path, let reason):
      "extends 所指的 \(readablePath(path)) 无法读取（\(reason.chinese)）。请改正路径。"
    case .listedTwice(let name, let other):
      "「\(name)」与「\(other)」是同一项，列了两次。请只保留一处。"
    }
  }

  fileprivate var english: String {
    switch self {
    case .syntax(let reason): "this is not valid YAML (\(reason)). Correct it and run again."
    case .notMapping: "a mapping of keys to values is expected here."
    case .duplicateKey(let key): "“\(key)” stands here twice. Keep one of them."
    case .unknownKey(let key, let nearest):
      "“\(key)” is not known; the nearest known one is “\(nearest)”. Correct it and run again."
    case .missingKey(let key): "the key “\(key)” is missing. Add it and run again."
    case .wrongValue(let key, let expected): "the value of “\(key)” must be \(expected.english)."
    case .undated(let name):
      "“\(name)” has no day from which it is in force. Give its section from: 2015-01-01 (with "
        + "source and citation), or write values: {2015-01-01: …}."
    case .overlappingDates(let name, let day):
      "“\(name)” has two values on \(day). Keep one for each day (look at its days and until)."
    case .circularExtends(let files):
      "extends leads in a circle (\((files + files.prefix(1)).joined(separator: " → "))). Remove one."
    case .missingBase(let path, let reason):
      "the file that this one extends, \(readablePath(path)), cannot be read (\(reason.english)). "
        + "Correct the path."
    case .listedTwice(let name, let other):
      "“\(name)” and “\(other)” are the same and stand here twice. Keep one of them."
    }
  }
}

extension RunFailure.ExpectedValue {
  fileprivate var chinese: String {
    switch self {
    case .text: "文字"
    case .wholeNumber: "整数"
    case .positiveNumber: "大于零的整数"
    case .percentage: " 0 到 100 的整数"
    case .flag: " true 或 false"
    case .list: "列表"
    case .listOfTexts: "文字的列表"
    case .comparator: " \"<\" 或 \"<=\""
    case .factor: "最多三位小数的数，如 \"1.5\""
    case .amount: "最多两位小数的元，如 \"1380\""
    case .wage: "大于零的元，如 \"1380\""
    case .date: "日期，如 2015-07-01"
    case .window: " 1、2、3、4、6 或 12（能整除一年的月数，其他计算期不支持）"
    case .datedValues: "“生效日期: 值”，如 {2015-01-01: \"12\"}"
    case .dayAfter(let day): "不早于 \(day) 的日期"
    case .roundName: "由字母、数字、“-”和“_”组成的名称，如 2015"
    case .yearOnce: "只列一次的年份"
    case .ratesOfYear(let year): " \(year)年1月1日起执行的一条和当年以后的各条，每个日期一条"
    case .sameWage(let wage): "其他年份对同一天所列的 \(wage) 元"
    }
  }

  fileprivate var english: String {
    switch self {
    case .text: "text"
    case .wholeNumber: "a whole number"
    case .positiveNumber: "a whole number above zero"
    case .percentage: "a whole number from 0 to 100"
    case .flag: "true or false"
    case .list: "a list"
    case .listOfTexts: "a list of texts"
    case .comparator: "\"<\" or \"<=\""
    case .factor: "a number with at most three decimals, such as \"1.5\""
    case .amount: "yuan with at most two decimals, such as \"1380\""
    case .wage: "yuan above zero, such as \"1380\""
    case .date: "a date such as 2015-07-01"
    case .window: "1, 2, 3, 4, 6 or 12 (months that divide a year; no other window is supported)"
    case .datedValues: "values by their first day, such as {2015-01-01: \"12\"}"
    case .dayAfter(let day): "a day not before \(day)"
    case .roundName: "a name of letters, digits, “-” and “_”, such as 2015"
    case .yearOnce: "a year that is listed once"
    case .ratesOfYear(let year):
      "the rate in force on 1 January \(year) and later ones of that year, one for each day"
    case .sameWage(let wage): "\(wage) yuan, which another year lists for the same day"
    }
  }
}

extension RunFailure.UnusableProblem {
  fileprivate func words(in language: Language) -> String {
    let isChinese = language == .simplifiedChinese
    return switch self {
    case .notUTF8: isChinese ? "不是 UTF-8 文本。" : "it is no text in UTF-8."
    case .shortKey: isChinese ? "密钥应至少 32 个字符。" : "a key of at least 32 characters is expected."
    case .noDate: isChinese ? "应为日期，如 2015-12-31。" : "a date such as 2015-12-31 is expected."
    case .emptyRound:
      isChinese
        ? "往期目录里没有表格文件，无法核对重复。请改正 earlierRounds。"
        : "this earlier round holds no sheets to find duplicates in. Correct earlierRounds."
    case .manifest:
      isChinese
        ? "不是本程序写出的运行记录。请移走该目录后重试。"
        : "it is no record of a run. Move its folder away and run again."
    case .formDefinedTwice(let form):
      isChinese ? "表 \(form) 已在另一个文件中定义。" : "the form \(form) is defined by another file too."
    case .templateFormat:
      isChinese
        ? "文件名应以 .xlsx 结尾，单张表也可用 .csv；多张表（all）只能用 .xlsx。"
        : "end its name in .xlsx, or .csv for a single form; all forms need .xlsx."
    case .noSuchForm(let near):
      isChinese ? "没有这种表，最接近的是「\(near)」。" : "there is no such form; the nearest is “\(near)”."
    case .template(let reason): isChinese ? "模板有误（\(reason)）。" : "the template fails (\(reason))."
    case .found(let finding): finding.line(in: language)
    }
  }
}

extension RunFailure.NothingReason {
  fileprivate var chinese: String {
    switch self {
    case .noFolder: "输入目录不存在或不是目录。请检查 --input。"
    case .noFiles: "输入目录里没有可读的表格文件。请把各单位的申报表放进去再运行。"
    case .noRoster: "没有找到单位名册（含“单位代码”“单位名称”的表）。请把名册放进输入目录，或在流程文件中用 roster 指定。"
    case .noApplications: "没有任何可用的申报。请按上列问题改正后重试；没有发布任何结果。"
    }
  }

  fileprivate var english: String {
    switch self {
    case .noFolder: "the input folder does not exist or is no folder. Check --input."
    case .noFiles: "the input folder holds no readable sheets. Put the units' files into it."
    case .noRoster:
      "no unit roster was found (a sheet with 单位代码 and 单位名称). Put it into the input folder or "
        + "name it in the pipeline file (roster)."
    case .noApplications:
      "no application is usable. Correct what is listed above and run again; nothing was published."
    }
  }
}

extension PolicyGap {
  /// The file that the gap is in, and its line where the sentence does not name it.
  fileprivate func `where`(in file: String) -> String {
    switch self {
    case .yearMissing: readablePath(file)
    case .yearUnconfirmed(_, _, let own, _), .noRate(_, _, let own, _):
      readablePath(own.isEmpty ? file : own)
    case .notInForce(_, _, _, let place), .unconfirmed(_, let place):
      readablePath(place.file.isEmpty ? file : place.file)
    }
  }

  fileprivate var chinese: String {
    switch self {
    case .yearMissing(let year, let base):
      "没有 \(year) 年的\(base.chinese)。请在 \(base.rawValue).years 下增加一段：year: \(year)、tier、confirmedBy、"
        + "rates（from、yuanPerMonth、document），对照正式通知核对后填写 confirmedBy。"
    case .notInForce(let name, let day, let from, let place):
      "第\(place.line)行的「\(name)」在 \(day) 没有生效的值"
        + (from.map { "（自 \($0) 起才有）" } ?? "") + "。请按当时执行的文件补上生效日期和值。"
    case .unconfirmed(let name, let place):
      "第\(place.line)行的「\(name)」尚未填写或确认。请对照正式文件填写，并在 confirmedBy 写明核对人。"
    case .yearUnconfirmed(let year, let line, _, let base):
      "第\(line)行起的 \(year) 年\(base.chinese)尚未确认。请对照正式通知核对该年的 tier 和 rates，"
        + "并在 confirmedBy 填写核对人。"
    case .noRate(let date, let line, _, let base):
      "第\(line)行起的年份没有在 \(date) 生效的\(base.chinese)。请在 rates 中补上当时生效的一条。"
    }
  }

  fileprivate var english: String {
    switch self {
    case .yearMissing(let year, let base):
      "there is no \(base.english) for \(year). Add an entry below \(base.rawValue).years with year: "
        + "\(year), tier, confirmedBy and rates (from, yuanPerMonth, document), checked against "
        + "the official notice."
    case .notInForce(let name, let day, let from, let place):
      "“\(name)” (line \(place.line)) has no value in force on \(day)"
        + (from.map { ", only from \($0) on" } ?? "")
        + ". Add the day and the value of the document that was in force."
    case .unconfirmed(let name, let place):
      "“\(name)” (line \(place.line)) is not filled in or not confirmed. Check it against the "
        + "official document, fill it in, and say in confirmedBy who did."
    case .yearUnconfirmed(let year, let line, _, let base):
      "the \(base.english) of \(year) (from line \(line)) is not confirmed. Check its tier and rates "
        + "against the official notice and fill in confirmedBy."
    case .noRate(let date, let line, _, _):
      "the year from line \(line) has no rate in force on \(date). Add the one that was."
    }
  }
}

extension PolicyEdition.LineBase {
  fileprivate var chinese: String { self == .minimumWage ? "最低工资" : "低保标准" }

  fileprivate var english: String {
    self == .minimumWage ? "minimum wage" : "low-income guarantee standard"
  }
}
