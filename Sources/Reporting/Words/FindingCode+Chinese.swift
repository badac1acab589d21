import Casework

extension FindingCode {
  /// The wording in Simplified Chinese: a table in the form of a switch, so that it is complete.
  var chineseText: FindingText {
    switch self {
    // files and sheets
    case .fileUnreadable:
      FindingText("文件无法读取[（{0}）]", "请检查文件能否打开、是否仍被其他程序占用，重新导出后再报送。")
    case .fileEmpty:
      FindingText("文件是空的，没有任何内容", "请重新导出文件；如本单位确无申报，无须报送空文件。")
    case .fileBinary:
      FindingText(
        "这不是表格文件[，看起来是{0}]；应为 XLSX、XLS、ODS、CSV 或 XML 表格",
        "请用填报软件打开原表，另存为 XLSX 或 CSV（UTF-8）后再报送。")
    case .fileWorkbookUnsupported:
      FindingText("不读取这种文件[（{0}）]", "请在 Excel 或 WPS 中打开，另存为 XLSX 后再报送；压缩包请先解压。")
    case .fileDocumentType:
      FindingText("XML 文件含有文档类型声明（DOCTYPE），为安全起见不予读取", "请从填报软件重新导出，不要手工修改 XML 文件。")
    case .fileMalformedXML:
      FindingText("XML 文件格式有误[，第{0}行][：{1}]", "请重新导出文件；不要用文本编辑器修改 XML 文件。")
    case .fileTruncatedXML:
      FindingText("XML 文件不完整，在结束之前中断[（第{0}行）]", "文件可能没有传完，请重新导出或重新复制。")
    case .fileUnknownXML:
      FindingText(
        "XML 文件的结构不认识[：{0}]；应为电子表格或按行记录的数据",
        "请另存为 XLSX、ODS 或 CSV 后再报送。")
    case .fileUnknownEncoding:
      FindingText("文字编码无法识别[：{0}]；应为 UTF-8 或 GB18030", "请另存为“CSV UTF-8”后再报送。")
    case .fileTooLarge:
      FindingText("文件过大[：{0}][，上限为{1}]", "请按表拆分为几个文件，并删除数据区以外的空白行列。")
    case .fileDamaged:
      FindingText("文件有损坏之处，已尽量读取[：{0}]", "请核对读出的内容；如有缺漏，请重新导出。")
    case .fileEncrypted:
      FindingText("工作簿设有密码，内容已加密", "请在“文件—信息—保护工作簿”中取消打开密码和工作簿保护，保存后再报送。")
    case .fileArchiveBroken:
      FindingText("工作簿已损坏，或没有传完整[（{0}）]", "请用 Excel 或 WPS 打开并修复，另存后再报送；或重新复制文件。")
    case .fileArchiveUnsafe:
      FindingText("工作簿的压缩结构不是表格软件写出来的[：{0}]，为安全起见不予读取", "请打开原表，另存为新的工作簿后再报送。")
    case .fileEncodingDoubtful:
      FindingText("文字可能有两种编码[：按 {0} 读取][，也可能是 {1}]", "请核对姓名等文字；如有乱码，请另存为 XLSX 或 CSV UTF-8。")
    case .sheetMisdecoded:
      FindingText(
        "表中文字在保存之前就已成乱码[，如“{0}”]：曾用错误的编码打开或转换",
        "请从原系统重新导出为 XLSX 或 CSV UTF-8；不要在本文件上补录。")
    case .sheetPartsHidden:
      FindingText("工作表[「{value}」]有隐藏的行列含有内容[，共{0}行][、{1}列]，仍已读取", "请取消隐藏；不属于本次申报的请删除。")
    case .sheetHidden:
      FindingText("工作表[「{value}」]处于隐藏状态，仍已读取", "如不属于本次申报，请删除该工作表。")
    case .sheetEmpty:
      FindingText("工作表[「{value}」]没有内容，已跳过", "无须处理。")
    case .sheetUnknownForm:
      FindingText("看不出这是哪一种表[，与「{0}」最接近]", "请使用下发的表样，保留原有表头文字。")
    case .sheetAmbiguousForm:
      FindingText("表头同时符合两种表[：「{0}」和「{1}」]", "请按表样补齐该表特有的列，或把两种表分开填报。")
    case .sheetNoHeader:
      FindingText("没有找到表头行", "请在数据上方保留表样中的表头。")
    case .sheetWordsOnly:
      FindingText("工作表[「{value}」]只有文字说明，没有表格，已跳过", "无须处理。")
    case .sheetRowsAbove:
      FindingText("表头上方的这一行像是数据，没有读取", "请把数据放在表头下方；一张工作表里有几个表的，每个表都要有表样中的表头。")
    // headers
    case .headerMissingColumn:
      FindingText("缺少必填列[「{0}」]", "请补上这一列并逐行填写。")
    case .headerUnknown:
      FindingText("表头[「{value}」]不在表样中，该列未读取[；最接近的是「{1}」]", "请[确认是否就是「{1}」，并]把表头改为表样中的文字；不需要的列可以删除。")
    case .headerNear:
      FindingText("表头[「{value}」]按相近文字匹配[为「{field}」]", "请确认；今后请使用表样中的表头文字。")
    case .headerRepeated:
      FindingText("表头[「{value}」]出现了两次，只读取前一列", "请删除重复的列，或改正其中一个表头。")
    // rows
    case .rowRejected:
      FindingText("这一行既没有姓名也没有身份证号码，无法认定是谁[（至少填写：{0}）]", "请补填姓名和身份证号码；如为多余的行，请删除。")
    case .totalWrong:
      FindingText("合计数与各行之和不符[：「{field}」][填写 {0}][，实际合计 {1}]", "请核对各行金额和合计数，改正有误的一处。")
    case .unitLineLate:
      FindingText("填报单位写在表的下方[：「{value}」]，已采用", "无须改正；今后请写在表的上方。")
    // cells
    case .cellRequired:
      FindingText("必填项[「{field}」]没有填写", "请按实际情况补填；确实没有的填“无”或 0。")
    case .mappingInvalid:
      FindingText("表头对照文件有误，没有采用[：{0}][；最接近的是「{1}」]", "请改正这一行；字段名见 docs/forms.md。")
    case .mappingContested:
      FindingText("表头对照文件把两列都对应到[「{field}」]，两列都没有采用[：「{0}」]", "请在对照文件里只保留其中一列。")
    case .ageConflict:
      FindingText("年龄与出生日期不符[，按出生日期应为{0}岁]", "请核对年龄、出生日期和身份证号码。")
    case .relationshipSexConflict:
      FindingText("关系[「{value}」]与性别不符", "请核对关系、性别和身份证号码。")
    case .relationshipAgeConflict:
      FindingText("按出生日期，此人不可能是申请人的[{0}]", "请核对关系和双方的出生日期、身份证号码。")
    case .categoryAgeUnlikely:
      FindingText("申报类别[「{value}」]与年龄[（{0}岁）]少见地不一致", "请核对申报类别和出生日期；属实的无须处理。")
    case .cellUnplaced:
      FindingText("这一格的内容没有对应的栏目，没有读取", "请在它左边或上方写明表样中的栏目名称；多余的内容请删除。")
    case .cellAnotherApplicant:
      FindingText("这里像是另一位申请人（同一栏目还有一个值），没有读取", "请每人单独填一张表，或者每人一行填成名册。")
    case .cellError:
      FindingText("单元格显示为错误值[「{value}」]，不是数据", "请改正公式，或直接填写数值。")
    case .moneyUnreadable:
      FindingText("[「{value}」]不是金额[（{0}）]，应如 12500.50", "请填写阿拉伯数字金额，注明单位（元或万元）。")
    case .moneyApproximate:
      FindingText("金额[「{value}」]是约数[，按 {0} 元计算]", "请填写准确金额。")
    case .moneyNegative:
      FindingText("[「{field}」的]金额为负数[（{value}）]，这一项通常不为负", "如为经营亏损请确认；否则请改正。")
    case .dateUnreadable:
      FindingText("[「{value}」]不是日期[（{0}）]，应如 2015-03-05", "请按“年-月-日”填写。")
    case .dateImpossible:
      FindingText("日历上没有这一天[：「{value}」]", "请核对月份和日数后改正。")
    case .dateAmbiguous:
      FindingText("日期[「{value}」]有不止一种读法[，按 {0} 读取][（{1}）]", "请按“年-月-日”写明，年份写四位。")
    case .dateImplausible:
      FindingText("日期[「{value}」]不合情理[，不应晚于 {0}]", "请核对年份。")
    case .countUnreadable:
      FindingText("[「{value}」]不是整数[（{0}）]，应如 4", "请只填写阿拉伯数字。")
    case .rateUnreadable:
      FindingText("[「{value}」]不是百分比[（{0}）]，应如 4.35%", "请填写百分比，例如 4.35%。")
    case .flagUnreadable:
      FindingText("[「{value}」]看不出是“是”还是“否”", "请填写“是”或“否”。")
    case .choiceUnknown:
      FindingText("[「{field}」]填写的内容[「{value}」]不在可选项中[，应为：{0}][；最接近的是「{1}」]", "请从可选项中选一项填写。")
    case .nameUnreadable:
      FindingText("[「{field}」中的]内容不像人名", "请填写身份证上的姓名；姓名中的间隔号用“·”。")
    case .nameMarked:
      FindingText("姓名中夹有空格，比对时已忽略", "无须处理；今后请勿用空格对齐姓名。")
    case .identityScientific:
      FindingText("号码被表格软件改成了科学计数法，后面的数字已丢失", "请先把该列设为“文本”格式，再重新录入 18 位号码。")
    case .identityLostDigits:
      FindingText("号码末三位被表格软件变成了 0", "请先把该列设为“文本”格式，再重新录入 18 位号码。")
    case .identityLength:
      FindingText("身份证号码的位数不对[：{0} 位]，应为 18 位（旧号 15 位）", "请对照身份证补正。")
    case .identityCharacter:
      FindingText("身份证号码中有不该出现的字符[（{0}）]，应为数字，末位可为 X", "请对照身份证改正，注意字母 O 与数字 0、字母 l 与数字 1。")
    case .identityCheck:
      FindingText("身份证号码的校验位不符，至少有一位录错", "请对照身份证逐位核对后改正。")
    case .identityDate:
      FindingText("身份证号码中的出生日期不存在", "请对照身份证核对第 7 至 14 位。")
    case .identityFifteen:
      FindingText("填写的是 15 位旧号码，已按 18 位比对", "无须处理；如有新证请改填 18 位号码。")
    case .identityBirthDateConflict:
      FindingText("出生日期与身份证号码中的日期不一致", "请对照身份证核对两处，改正有误的一处。")
    case .identitySexConflict:
      FindingText("性别[「{value}」]与身份证号码不一致", "请对照身份证核对两处，改正有误的一处。")
    case .identityCleaned:
      FindingText("号码中的空格、撇号或全角字符已去除", "无须处理。")
    // units
    case .unitUnknown:
      FindingText("单位名册中没有这个单位[：「{value}」][；最接近的是「{0}」]", "请改用名册中的单位全称；确为新单位的，请工委在名册中补登。")
    case .unitMissing:
      FindingText("看不出是哪个单位填报的", "请在表的上方写明“填报单位：××”，或填写「申报单位」列。")
    case .unitDisagreement:
      FindingText("单位有两种说法[：已采用「{value}」][，另一处为「{0}」]", "请改为一致；文件夹、表头和单元格应为同一单位。")
    case .unitRepeated:
      FindingText("单位名册中重复登记[「{value}」]", "请在名册中只保留一行。")
    case .unitWithoutName:
      FindingText("单位名册这一行不完整[，缺「{field}」]", "请补填单位代码和单位名称。")
    // applications put together
    case .keyMissing:
      FindingText("这一行没有写明属于哪一户", "请填写申报编号，或申请人的身份证号码或姓名。")
    case .keyUnmatched:
      FindingText("本单位的申报表中找不到这一户", "请核对申报编号、申请人身份证号码和姓名是否与申报表一致。")
    case .keyAmbiguous:
      FindingText("本单位不止一户与这一行相符", "请填写申报编号，或申请人的身份证号码，以便区分。")
    case .keyFilledDown:
      FindingText("这一行没有写明属于哪一户，按上一行的户计入", "请核对；今后请逐行填写申报编号或申请人。")
    case .keyContradicts:
      FindingText("这一行[的「{field}」]与所归入的申报不一致", "请核对这一行是否属于该户，改正有误的一处。")
    case .returnRowCorrected:
      FindingText("退改表中的这一行已替换原来的一行[（{0}）][；改动：{1}]", "无须处理；改动已列出供核对。")
    case .returnRowWithdrawn:
      FindingText("按退改表「删除」，原来的一行[（{0}）]不再计入", "如属误删，请把「退改处理」改回“改正”后再报送。")
    case .returnCorrectedTwice:
      FindingText("同一行有两份内容不同的退改[，另一份在 {0}]；采用后一份", "请只保留一份正确的退改表。")
    case .returnOriginalMissing:
      FindingText("这是退改表，但它所改正的原文件不在报送材料中；退改表只有有问题的行", "请把原文件一并报送，或报送改正后的完整文件。")
    case .returnMarkRepeated:
      FindingText("退改标记与另一行[（第 {0} 行）]相同，这一行按新增的一行读取", "如为复制行新增的内容，请清空该行的「退改标记」；如为重复，请删除。")
    case .fileRepeated:
      FindingText("内容与[「{0}」]完全相同的文件，只读取一份", "无须处理；可删除其中一份。")
    case .fileMostlyUnreadable:
      FindingText("文件大部分不能读取[：{1} 行中有 {0} 行读不出][（上限 {2}%）]，本单位暂不进入本次审查", "请检查编码、分隔符和表头，重新导出后整份重报。")
    case .filingSuperseded:
      FindingText("这份申报取代了先前的申报[（见 {0}）][，改动：{1}]", "无须处理；卷宗中列有前后差异。")
    case .filingRepeated:
      FindingText("申报编号[「{value}」]在本单位用了两次[，前一处在第 {0} 行]", "请为每份申报编不同的编号；如为更正，请在「更正」列填“是”。")
    case .memberRepeated:
      FindingText("同一人在一户中出现两次[，前一处在第 {0} 行]，只计一次", "请删除重复的一行。")
    case .memberPossiblyRepeated:
      FindingText("一户中有两人可能是同一人，两种情况都计算", "请核对身份证号码；如为同一人，请删除一行。")
    case .memberApplicantMissing:
      FindingText("家庭成员表中没有申请人本人", "请在家庭成员表中补上申请人一行，与申请人关系填“本人”。")
    case .memberApplicantApart:
      FindingText("申请人本人填为不共同生活", "请核对；申请人一般应计入共同生活人口。")
    case .memberLivingUnknown:
      FindingText("没有写明该成员是否共同生活，按计入与不计入两种情况计算", "请填写“是”或“否”。")
    case .itemRepeated:
      FindingText("同一笔记录填了两次[，前一处在第 {0} 行]，只计一次", "如确为两笔，请写明各自的日期或证明材料；否则删除一行。")
    case .itemMemberUnknown:
      FindingText("这一笔写的成员不在该户的家庭成员表中", "请核对姓名和身份证号码，或在家庭成员表中补登。")
    // income worksheet
    case .sizeConflict:
      FindingText("家庭人口不一致[：申报表填 {0} 人][，成员表列 {1} 人]", "请核对共同生活人口，改正有误的一处。")
    case .sizeUnknown:
      FindingText("家庭人口不明，人均收入只能估算上下限", "请填写家庭人口，或报送家庭成员表。")
    case .sizeImplausible:
      FindingText("家庭人口[（{0} 人）]不合情理", "请核对共同生活人口。")
    case .incomeAssumedZero:
      FindingText("[「{field}」]为空，按 0 计算", "如确有这项收入，请补填。")
    case .incomeUnknown:
      FindingText("[「{field}」]不明[，按 {0} 元估算]", "请补填金额；没有这项收入的填 0。")
    case .incomeSourcesConflict:
      FindingText("[「{field}」]在几处填写不一致[：{0} 元][与 {1} 元]，两个数都计入上下限", "请核对收入明细、家庭成员表和申报表，改为一致。")
    case .incomeTotalConflict:
      FindingText("收入合计与各项之和不符[：填写合计 {0} 元][，各项之和 {1} 元]", "请核对各项收入和合计数。")
    case .incomePerCapitaConflict:
      FindingText("填写的人均月收入与计算结果不符[：填写 {0} 元][，计算为 {1} 元]", "请核对全年收入、人口数和月均口径。")
    case .incomeScaleSuspected:
      FindingText("金额可能差一万倍[：按现在的单位是 {0} 元][，若为 {1} 元则较合理]；没有改动", "请核对该列的单位是“元”还是“万元”。")
    case .incomePeriodSuspected:
      FindingText("金额的月、年口径可能填错[：现在按每年 {0} 元计][，若为 {1} 元则较合理，或与其他数字相符]；没有改动", "请核对是月收入还是年收入。")
    case .incomePeriodUnknown:
      FindingText("看不出金额是按月还是按年填写，两种情况都计算[（{0} 元/年）]", "请在表头或单元格中写明“元/月”或“元/年”。")
    case .incomePeriodConflict:
      FindingText("金额的月、年口径前后矛盾，两种情况都计算[（{0} 元/年）]", "请核对是月收入还是年收入，改为一致。")
    case .incomeMonthsUnknown:
      FindingText("没有写明领取了几个月，按 1 至 12 个月估算", "请填写「月数」。")
    case .incomeMonthsImplausible:
      FindingText("月数不合情理，应在 1 至 12 之间[，按 {0} 元/年估算]", "请核对月数。")
    case .incomeNotIncome:
      FindingText("不属于收入，只列示、不计入", "无须处理。")
    case .expenditureReimbursedAboveBill:
      FindingText("报销金额大于发生金额[：报销 {0} 元][，发生 {1} 元]", "请核对票据和报销单。")
    case .expenditureReimbursementBlank:
      FindingText("报销金额为空[，实际负担按 {0} 元估算]", "请补填报销金额；没有报销的填 0。")
    case .expenditureAmountUnknown:
      FindingText("支出金额不明，无法扣除", "请补填发生金额。")
    case .expenditureNotDeducted:
      FindingText("这项支出不在政策扣除范围内，只列示、不扣除", "无须处理。")
    case .expenditureOutsideWindow:
      FindingText("支出日期不在计算期内，不扣除", "如日期有误，请改正。")
    case .expenditureUndated:
      FindingText("支出没有日期，按计算期内处理", "请补填支出日期。")
    case .memberByPolicy:
      FindingText("是否计入家庭成员按政策处理，与表中所填不同", "请核对就业状况、关系和是否共同生活。")
    case .incomeDisregarded:
      FindingText("按政策不计或部分不计的收入[：共 {0} 元][，计入 {1} 元]", "无须处理。")
    case .incomeImputed:
      FindingText("没有填写工资性收入，按政策以推定收入计算[：每年 {0} 元]", "如与实际不符，请填写工资性收入并附证明。")
    case .expenditureEvidenceMissing:
      FindingText("支出没有列明证明材料，政策要求提供[：涉及 {0} 元]", "请补填证明材料。")
    case .expenditureCapped:
      FindingText("支出按政策上限扣除[：上限 {0} 元][，实际负担 {1} 元]", "无须处理。")
    case .supportAmountUnknown:
      FindingText("资助金额不明，人均收入只能估算上下限", "请补填资助金额。")
    case .supportOutsideWindow:
      FindingText("资助日期不在计算期内，不计入", "如日期有误，请改正。")
    case .supportUndated:
      FindingText("资助没有日期，按计算期内处理", "请补填资助日期。")
    case .supportCountedOnce:
      FindingText("这笔资助与报销是同一笔[（见第 {0} 行）]，只计一次", "无须处理；如确为两笔，请分别注明证明材料。")
    case .supportPossiblyTwice:
      FindingText("这笔资助与报销可能是同一笔[（见第 {0} 行）]，两种情况都计算", "请在「证明材料」中写明各自的单据。")
    case .supportAlreadyIncome:
      FindingText("这笔资助已计入收入[（见第 {0} 行）]，不再重复计算", "无须处理。")
    // screening
    case .applicationDateMissing:
      FindingText("没有申报日期[，暂以 {0} 为准]", "请补填申报日期；计算期和认定标准都由它决定。")
    case .twoRatesDecide:
      FindingText("按两个时点的标准结论不同[：{0} 元/月][与 {1} 元/月]", "请领导小组按政策确定适用的标准。")
    case .previousHelpUnknown:
      FindingText("没有往期受助登记，也未填写上次受助时间，帮扶频度无法核对", "请补填「上次受助时间」，没有受助过的填“无”。")
    // duplicates
    case .duplicatePair:
      FindingText("可能与另一份申报重复[：{0}][，编号 {1}]，认定之前不能审批", "请工委核实后在重复认定表中填写“同一”或“不同”。")
    case .duplicateNoted:
      FindingText("与另一份申报有关联[：{0}][，编号 {1}]，仅作提示", "无须改正；审批时请留意。")
    case .verdictUnknownPair:
      FindingText("重复认定表中的编号[「{value}」]不在本期重复对之列", "请核对重复对编号。")
    // what people decide, recorded in the registry
    case .registryUnknownCase:
      FindingText("登记库中没有这个个案[：「{value}」]", "请核对个案编号；本期申报须先运行年度受理。")
    case .registryIllegalStep:
      FindingText("个案现在的状态不能做这一步[：{0}][，现为“{1}”]", "请核对先后次序，先补登缺少的前一步。")
    case .registryNotApproved:
      FindingText("个案未经批准，不能拨付[（现为“{0}”）]", "请先登记审批结果；审批未通过的不得拨付。")
    case .registryOverApproved:
      FindingText("拨付金额超过批准余额[：拨付 {0} 元][，尚可拨付 {1} 元]", "请核对金额；确需增加的，先登记新的审批结果。")
    case .registryNoticeMissing:
      FindingText("没有拟帮扶公示记录，不能批准", "请先登记“拟帮扶公示”的起止日期。")
    case .registryNoticeRunning:
      FindingText("公示尚未结束，不能审批[：公示至 {0}][，{1} 起方可审批]", "请在公示期满后审批，或核对公示日期。")
    case .registryPublicMoney:
      FindingText("财政资金不得进入帮扶资金", "请退回；帮扶资金只来自党员捐款、党费划拨、其他党内捐款和利息。")
    case .registryCaseClosed:
      FindingText("个案已经结束[（{0}）]，不能再登记", "请核对个案编号；有新困难的，先登记“跟进帮扶”。")
    case .registryObjectionOpen:
      FindingText("公示异议尚未处理[（{0} 收到）]，不能批准", "请先登记异议的处理情况和处理日期。")
    case .registryNotVerified:
      FindingText("没有再次核实记录，不能列入拟帮扶名单", "请先登记再次核实的日期和结论。")
    case .registryDuplicateOpen:
      FindingText("疑似重复尚未认定[（{0}）]，不能批准", "请先登记重复认定（同一或不同）。")
    case .registryCaseMerged:
      FindingText("个案已并入另一份申报[（{0}）]，不能单独办理", "请改用主个案的编号。")
    case .registryDateOrder:
      FindingText("日期先后不对[：{0}][ 早于{1}][（{2}）]", "请核对两处日期。")
    case .registryAmountWrong:
      FindingText("金额必须是准确数[：「{value}」]；收入和拨付须大于零", "请填写准确金额，不要写“约”“余”或范围。")
    case .registryVoucherUsed:
      FindingText("凭证号[「{value}」]已用于另一笔[（{0}）]", "请核对凭证号；同一凭证不能登记两笔不同的金额。")
    case .registryContradicts:
      FindingText("与已登记的内容不一致[（{0}）]", "登记过的内容不会被改写；请核对，确有变化的按规定登记新的一步。")
    case .registryValueMissing:
      FindingText("缺少必填内容[「{0}」]，这一行没有登记", "请补填后重新导入。")
    case .registryAgainstScreening:
      FindingText("批准与审查结果不一致[（审查结果：{0}）]，已登记", "请确认，并在文件中写明理由。")
    case .registryFundOverdrawn:
      FindingText("按已登记的收支，资金余额不足[：{0}][ 余额 {1} 元]", "请核对是否有捐款或划拨尚未登记。")
    case .registryVerifiedDiffers:
      FindingText("核实金额与申报不同[：申报 {0} 元][，核实 {1} 元]，已按核实金额重新审查", "两种结果见下一次复查的 verified.csv。")
    case .registryKnown:
      FindingText("这一行以前已经登记，没有重复登记", "无须处理。")
    }
  }
}
