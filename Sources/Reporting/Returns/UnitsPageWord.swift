/// The fixed words of the page of the units and of a check's page, by the name a template calls them.
enum UnitsPageWord: String, CaseIterable {
  case unitsPageTitle, unitsReceived, unitsQuarantined, unitsSilent, whyAside, looseFiles
  case officeRows, officeLegend
  case returnSheet, nothingToReturn, returnsLegend, errorsToCorrect, warningsToCheck
  case checkTitle, checkLead, checkClean, checkField

  /// The word in the reader's language.
  func text(in language: Language) -> String {
    switch self {
    case .unitsPageTitle: language.text("各单位报送情况", "What the units handed in")
    case .unitsReceived: language.text("已报送", "Received")
    case .unitsQuarantined: language.text("有文件被搁置", "Set aside in part or whole")
    case .unitsSilent: language.text("未报送", "Silent")
    case .whyAside: language.text("原因和办法", "Why, and what to do")
    case .looseFiles:
      language.text("不属于任何单位文件夹的搁置文件", "Files set aside that lie in no unit’s folder")
    case .officeRows: language.text("未归属任何单位的行", "Rows that belong to no unit")
    case .officeLegend:
      language.text(
        "这些行没有写明单位，或者所写单位不在名册中，由主办方核对：填上申报单位后放回报送文件夹，"
          + "或者交给有关单位，再运行一次。",
        "These rows state no unit, or one that is not in the roster. The office that holds the round "
          + "looks at them: with 申报单位 filled in the file goes into the round’s folder, or to the "
          + "unit concerned, and the run is repeated.")
    case .returnSheet: language.text("退改表", "Return sheet")
    case .nothingToReturn: language.text("无须退改", "nothing to return")
    case .returnsLegend:
      language.text(
        "退改表只含本单位自己的行；退回单位改正后，与原文件一起放回该单位的文件夹，再运行一次。",
        "A return sheet holds the unit’s own rows only; once corrected it goes into the unit’s "
          + "folder beside the first files, and the run is repeated.")
    case .errorsToCorrect: language.text("必须改正", "To correct")
    case .warningsToCheck: language.text("请核对", "To check")
    case .checkTitle: language.text("报送前自查", "Check before submission")
    case .checkLead:
      language.text(
        "只检查填写是否完整、能否读取、前后是否一致；不作任何审查结论。",
        "Looks only at whether entries are complete, readable and consistent; it screens nobody.")
    case .checkClean: language.text("没有发现问题。", "Nothing was found.")
    case .checkField: language.text("栏目", "Field")
    }
  }
}
