/// The fixed words of return sheets.
enum ReturnWord: String, CaseIterable {
  case title, receipt, leaveAlone, whatToDo, round, asOf, run
  case file, rows, accepted, toCorrect, toCheck, digest, total
  case message, whatToDoNow, field, cell, caseColumn, severity, source, code

  /// The word in the reader's language.
  func text(in language: Language) -> String {
    switch self {
    case .title: language.text("退改表", "Return sheet")
    case .receipt: language.text("回执", "receipt")
    case .leaveAlone:
      language.text(
        "本页由程序生成，无须填写；交回时保留、删除都可以。", "Made by the program; nothing to fill in here.")
    case .whatToDo:
      language.text(
        "怎样改正：在后面各页只列有问题的行，红色必须改正，黄色请核对；批注写明原因和办法。直接在原格改正；多余的行把“退改处理”选为“删除”，不要删行；"
          + "最后一列“退改标记”已隐藏，请勿改动。改好后存盘，与原文件一起交回，不必再交一份完整的表。",
        "How to correct: the next sheets hold only the rows with problems, red must be corrected, "
          + "amber checked; comments tell why and how. Correct the cells in place; set 退改处理 to "
          + "删除 for a row that should go; leave the hidden last column alone. Save, and hand in "
          + "this file beside the first.")
    case .round: language.text("期次", "Round")
    case .asOf: language.text("审查基准日", "As of")
    case .run: language.text("结果编号", "Run")
    case .file: language.text("文件", "File")
    case .rows: language.text("本单位行数", "Rows")
    case .accepted: language.text("没有问题", "Accepted")
    case .toCorrect: language.text("必须改正", "To correct")
    case .toCheck: language.text("请核对", "To check")
    case .digest: language.text("SHA-256", "SHA-256")
    case .total: language.text("合计", "Total")
    case .message: language.text("问题", "Problem")
    case .whatToDoNow: language.text("怎样改正", "What to do")
    case .field: language.text("栏目", "Field")
    case .cell: language.text("在本表的位置", "Cell here")
    case .caseColumn: language.text("个案", "Case")
    case .severity: language.text("级别", "Severity")
    case .source: language.text("在原文件的位置", "Cell in the file")
    case .code: language.text("代码", "Code")
    }
  }
}
