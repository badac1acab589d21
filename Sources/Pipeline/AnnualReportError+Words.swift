import Casework
import Reporting
import Statistics

extension AnnualReportError {
  var chinese: String {
    let figures = "登记合计 \(statistics) 元，账簿 \(books) 元"
    return switch code {
    case .books(let error): error.chinese
    case .measureMissing:
      "\(year)年 个案 \(caseID)：拨付 \(statistics) 元之日没有写明帮扶方式的审批。请补录审批结果；没有生成报告。"
    case .differs:
      "\(year)年 \(place(in: .simplifiedChinese))：\(figures)，两者应当相等。"
        + "请运行 bangfu registry verify；没有生成报告。"
    case .unbalanced:
      "\(year)年：上年结转＋收入－支出为 \(statistics) 元，账簿结存 \(books) 元，两者应当相等。"
        + "请运行 bangfu registry verify；没有生成报告。"
    }
  }

  var english: String {
    let figures = "the records come to \(statistics) yuan, the books to \(books)"
    return switch code {
    case .books(let error): error.english
    case .measureMissing:
      "\(year) case \(caseID): no approval with a measure on or before a payment of \(statistics) "
        + "yuan. Import the decision; no report was made."
    case .differs:
      "\(year) \(place(in: .english)): \(figures); they must be equal. "
        + "Run bangfu registry verify; no report was made."
    case .unbalanced:
      "\(year): opening + income − payments is \(statistics) yuan, the cash in the books \(books); "
        + "they must be equal. Run bangfu registry verify; no report was made."
    }
  }

  private func place(in language: Language) -> String {
    let isChinese = language == .simplifiedChinese
    let account: String? =
      switch self.account {
      case .cash: isChinese ? "资金结存" : "cash"
      case .income(let source, let year): "\(title(of: source, in: language)) \(year)"
      case .spending(let measure): title(of: measure, in: language)
      case .available: isChinese ? "可用资金" : "available"
      case .committed: isChinese ? "审批金额" : "commitments"
      case nil: nil
      }
    let unit = unitCode.isEmpty ? nil : (isChinese ? "单位 " : "unit ") + unitCode
    let named = caseID.isEmpty ? nil : (isChinese ? "个案 " : "case ") + caseID
    return [account, unit, named].compactMap(\.self).joined(separator: " ")
  }
}

extension BookError {
  fileprivate var chinese: String {
    let place = caseID.isEmpty ? "" : " 个案 \(caseID)"
    let reason =
      switch code {
      case .wrongAccounts: "账目与其种类不符"
      case .unlawfulSource: "不得使用的资金来源"
      case .caseMissing: "账目没有写明个案"
      case .overpaid: "拨付 \(found) 元，超过批准的 \(expected) 元"
      case .overreleased: "核销承诺 \(found) 元，超过批准的 \(expected) 元"
      case .notReleased: "拨付 \(expected) 元，只核销承诺 \(found) 元"
      case .unbalanced: "结存应为 \(expected) 元，实为 \(found) 元"
      case .sourcesDiffer: "各来源结余合计 \(found) 元，结存 \(expected) 元"
      }
    return "账簿 \(day)\(place)：\(reason)。请运行 bangfu registry verify；没有生成报告。"
  }

  fileprivate var english: String {
    let place = caseID.isEmpty ? "" : " case \(caseID)"
    let reason =
      switch code {
      case .wrongAccounts: "an entry's accounts are not those of its kind"
      case .unlawfulSource: "a source the fund may not take"
      case .caseMissing: "an entry names no case"
      case .overpaid: "\(found) yuan were paid, \(expected) approved"
      case .overreleased: "\(found) yuan were released, \(expected) committed"
      case .notReleased: "\(expected) yuan were paid, only \(found) released"
      case .unbalanced: "the cash should be \(expected) yuan and is \(found)"
      case .sourcesDiffer: "the sources sum to \(found) yuan, the cash is \(expected)"
      }
    return "Books on \(day)\(place): \(reason). Run bangfu registry verify; no report was made."
  }
}
