"""Layouts as offices hand them in, for scripts/make-layouts.py.

Labels and arrangements are those that public application, archive and approval tables use
(困难职工档案表, 低保审批表, 党内关怀申请表); the households are the invented ones of make-layouts.py.
"""


def office_layouts(m):
    """The layouts; `m` is the module make-layouts with its households and its Grid."""
    Grid, A, B, SPOUSE, CHILD, WIFE = m.Grid, m.A, m.B, m.SPOUSE, m.CHILD, m.WIFE
    FIRST, SECOND, FLAGS, HEAD, BORNE = m.FIRST, m.SECOND, m.FLAGS, m.HEAD, m.BORNE
    one = {"余一": m.FIGURES["余一"]}
    people = m.incomes("A-1")

    # 困难职工档案表: labels above values in three bands, most of them of no interest here, then the
    # members beside a name written downwards.
    archive = [
        ["困难党员档案表"],
        ["编号", "困难类别", "姓名﹡", "民族﹡", "性别﹡", "政治面貌﹡", "身份证号﹡", "出生日期﹡"],
        ["A-1", "疾病", "余一", "汉族", "男", "中共党员", A, "1965-03-15"],
        ["健康状况﹡", "工作状态", "住房类型", "建筑面积", "手机号码", "婚姻状况", "户口类型", "家庭住址"],
        ["重病", "在职", "自建房", "60平方米", "13900000001", "已婚", "非农业", "某县某镇"],
        ["申报类别", "家庭人口", "本人月平均收入", "家庭年度总收入", "家庭月人均收入", *FLAGS, "申报日期"],
        ["在职", "3", "2500", "36000", "1000", "是", "是", "2015.9.10"],
        [("家\n庭\n成\n员", 0, 3), "姓名", "关系", "性别", "身份证号", "健康状况", "月收入", "单位或学校"],
        ["", "余一", "本人", "男", A, "重病", "2500", "某局"],
        ["", "余二", "妻子", "女", SPOUSE, "健康", "500", "无"],
        ["", "余三", "儿子", "男", CHILD, "健康", "0", "某小学"],
        ["支部意见", ("同意。  2015年9月12日", 6, 0)],
    ]
    yield "office-archive-table", "xlsx", [Grid(*archive)], {"only": one}
    yield "office-archive-table-by-libreoffice", "ods", [Grid(*archive)], {"only": one}

    # The unit in a cell of its own, and counts with words around them.
    yield "office-units-in-own-cells", "xlsx", [Grid(
        ["困难党员帮扶申请表"],
        ["姓名", "余一", "", "身份证号码", (A, 2, 0)],
        ["申报编号", "A-1", "", "申报类别", "在职", "申报日期", "2015年9月10日"],
        ["家庭人口", "3", "人", "家庭年收入", "3.6", "万元", ""],
        ["致困原因", "疾病", "", FLAGS[0], "是", FLAGS[1], "是"],
        ["支部意见", ("同意", 5, 0)])], {"only": one}

    # A total above the rows it sums, as statistical tables have it, and parts of the list with titles.
    yield "office-total-first", "xlsx", [Grid(
        m.TITLE, m.LINE, [*HEAD, "家庭年收入"], ["合计", "", "", "", "5", "", "", "", "", "84000"],
        [*FIRST, "36000"], [*SECOND, "48000"], m.FOOT)], {}
    yield "office-parts-with-titles", "csv", [Grid(
        m.TITLE, m.LINE, ["序号", *HEAD, "家庭年收入"], ["一、在职党员（1人）"], ["1", *FIRST, "36000"],
        ["", "小计", "", "", "", "3", "", "", "", "", "36000"], ["（二）退休党员"],
        ["1", *SECOND, "48000"], ["", "小计", "", "", "", "2", "", "", "", "", "48000"],
        ["", "合计", "", "", "", "5", "", "", "", "", "84000"])], {}

    # Choices as columns of ticks below the field.
    top = [(h, 0, 1) for h in HEAD[:3]] + [("申报类别", 2, 0), "", ""]
    top += [("家庭人口", 0, 1), ("致困原因", 2, 0), "", ""] + [(h, 0, 1) for h in [*FLAGS, "申报日期", "家庭年收入"]]
    leaves = ["", "", "", "在职", "退休", "遗属", "", "疾病", "灾害", "突发事件", "", "", "", ""]
    ticks = [top, leaves, [*FIRST[:3], "√", "", "", "3", "√", "", "", *FIRST[6:], "36000"],
             [*SECOND[:3], "", "√", "", "2", "", "", "√", *SECOND[6:], "48000"]]
    yield "office-ticks-in-columns", "xlsx", [Grid(*ticks)], {}

    # A list of members by 户主, a householder's row for each applicant, incomes by the month.
    yield "office-householder-list", "csv", [
        Grid(*m.LIST),
        Grid(["户主姓名", "家庭成员姓名", "与户主关系", "公民身份号码", "月收入（元）", "就业情况"],
             ["余一", "余一", "户主", A, "2500", "在岗"], ["余一", "余二", "妻", SPOUSE, "500", "务农"],
             ["余一", "余三", "长子", CHILD, "", "在校学生"], ["扎西", "扎西", "户主", B, "3000", "离退休"],
             ["扎西", "卓玛", "配偶", WIFE, "1000", "退休"])], {}

    # Members as columns, what is asked of them as rows.
    yield "office-members-as-columns", "xlsx", [Grid(
        ["困难党员帮扶申请表"],
        ["姓名", "余一", "身份证号码", A], ["申报编号", "A-1", "申报类别", "在职"],
        ["家庭人口", "3", "致困原因", "疾病"], [FLAGS[0], "是", FLAGS[1], "是"],
        ["申报日期", "2015-09-10", "家庭年收入", "3.6万元"],
        ["家庭成员", "成员1", "成员2", "成员3"], ["成员姓名", *[p[0] for p in people]],
        ["与申请人关系", *[p[2] for p in people]], ["成员身份证号码", *[p[1] for p in people]],
        ["年收入", *[str(p[3]) for p in people]])], {"only": one}

    # Applicants as columns, fields as rows.
    yield "office-applicants-as-columns", "xlsx", [Grid(
        ["困难党员情况一览表"],
        *[[h, FIRST[i], SECOND[i]] for i, h in enumerate(HEAD)],
        ["家庭年收入", "36000", "48000"])], {"only": one, "errors": ["cell.another-applicant"] * 2}

    # A date over several cells, its words printed.
    yield "office-date-in-cells", "xlsx", [Grid(
        ["困难党员帮扶申请表", "", "", "", "", "", ""],
        ["姓名", "余一", "身份证号码", (A, 3, 0), "", "", ""],
        ["申报编号", "A-1", "家庭人口", "3人", "", "", ""],
        ["申报日期", "2015", "年", "9", "月", "10", "日"],
        ["申报类别", "在职", "致困原因", "疾病", "家庭年收入", "叁万陆仟元整", ""],
        [FLAGS[0], "是", FLAGS[1], "是", "", "", ""])], {"only": one}

    # Expenditure as columns of the list, which no form of a list asks for.
    yield "office-expenditure-in-form-rows", "xlsx", [Grid(
        *m.form(FIRST, "A-1"), ["家庭支出情况", "支出类别", "支出金额（元）", "报销金额（元）", "备注"],
        ["", "医疗费", "20000", "8000", "住院"], ["", "合计", "20000", "8000", ""],
        *m.procedure())], {"only": one, "borne": BORNE}

    # Two people's forms side by side on one sheet.
    left, right = m.above(FIRST, "A-1")[:7], m.above(SECOND, "A-2")[:7]
    both = [l + [""] * (4 - len(l)) + r for l, r in zip(left, right)]
    yield "office-forms-side-by-side", "xlsx", [Grid(*both, ["家庭年收入", "36000"])], {
        "only": one, "errors": ["cell.another-applicant"]}

    # Numbers and money in full width, capital, with currency signs, thousands and words.
    yield "office-figures-of-all-kinds", "csv", [Grid(
        [*HEAD, *m.COMPONENTS], [*FIRST[:4], "３人", *FIRST[5:], "￥30,000.00元", "陆仟元整", "零", "-"],
        [*SECOND[:4], "2口人", *SECOND[5:], "0.00", "1.2万", "无", "每月3000元"])], {}

    # A second line of the same household's row for what found no room in the first.
    yield "office-stars-and-notes-in-headers", "xlsx", [Grid(
        ["附件2", "", "", "", "", "", "", "", "", ""], ["困难党员帮扶申报汇总表（2015年度）"], m.LINE,
        ["*编号", "*姓名①", "*身份证号（18位）", "*人员类别", "*家庭人口（含本人）", "*主要致困原因（限选一项）",
         "*是否享受国家相关普惠政策", "*是否接受各类捐助", "*申报日期（年/月/日）", "*家庭年度总收入（元）"],
        [*FIRST[:8], "2015/9/10", "36000"], [*SECOND[:8], "2015/9/11", "48000"],
        ["注：①与身份证一致。"])], {}
    yield from more_office_layouts(m)


def more_office_layouts(m):
    """Forms of several blocks, scales in names of blocks, remarks in cells."""
    Grid, A, B, SPOUSE, CHILD = m.Grid, m.A, m.B, m.SPOUSE, m.CHILD
    FIRST, SECOND, FLAGS, HEAD = m.FIRST, m.SECOND, m.FLAGS, m.HEAD
    one = {"余一": m.FIGURES["余一"]}

    # A block of labels for each member below the applicant's, as in the electronic archive.
    def block(number, name, kin, ident, month):
        return [[(f"家庭成员信息{number}", 0, 1), "*姓名", name, "*关系", kin, "*身份证号", ident],
                ["", "*月收入", month, "*健康状况", "健康", "*人员身份", "其他"]]
    yield "office-block-per-member", "xlsx", [Grid(
        ["困难党员档案"],
        ["编号", "A-1", "姓名", "余一", "身份证号", A, ""],
        ["申报类别", "在职", "家庭人口", "3", "致困原因", "疾病", ""],
        [FLAGS[0], "是", FLAGS[1], "是", "申报日期", "2015-09-10", ""],
        ["家庭年度总收入", "36000", "本人月平均收入", "2500", "", "", ""],
        *block(1, "余二", "配偶", SPOUSE, "500"), *block(2, "余三", "子女", CHILD, "0"))], {"only": one}

    # The scale stands in the name of the block beside the components.
    yield "office-scale-in-block-name", "xlsx", [Grid(
        ["困难党员帮扶申请表"],
        ["编号", "A-1", "姓名", "余一", "身份证号", A],
        ["申报类别", "在职", "家庭人口", "3人", "致困原因", "疾病"],
        [FLAGS[0], "是", FLAGS[1], "是", "申报日期", "2015-09-10"],
        [("家庭年收入（万元）", 0, 1), "工资性收入", "3", "经营净收入", "0.6", ""],
        ["", "财产净收入", "0", "转移净收入", "0", ""],
        ["支部意见", ("同意", 4, 0)])], {"only": one}

    # A remark and the month's income under headers with remarks of their own.
    yield "office-remarks-in-headers", "csv", [Grid(
        [*HEAD[:4], "家庭人口（含本人）", *HEAD[5:], "工资性收入（税后，元/月）", "转移净收入（养老金等，元/月）"],
        [*FIRST[:4], "3人", *FIRST[5:], "3000", "0"],
        [*SECOND[:4], "2口人", *SECOND[5:], "0", "4000元"])], {}

    # Ditto marks, and a closing line that counts.
    yield "office-ditto-marks", "csv", [Grid(
        ["申报单位", *HEAD, "家庭年收入"], [m.UNIT, *FIRST, "36000"], ["〃", *SECOND, "48000"],
        ["以上共2户5人。"])], {"only": one, "errors": ["unit.not-in-roster"]}

    # The list on one sheet, what it means on the next, a cover before both.
    yield "office-cover-and-code-sheet", "xlsx", [
        Grid(["困难党员帮扶申报材料"], [m.UNIT], ["2015年9月"], title="封面"),
        Grid([*HEAD, "家庭年收入"], [*FIRST, "36000"], [*SECOND, "48000"], title="汇总表"),
        Grid(["代码", "名称"], ["1", "在职"], ["2", "退休"], ["3", "遗属"], title="代码表")], {}

    # Members and their months side by side under the applicant's name, merged over both header rows.
    top = [("申报编号", 0, 1), ("申请人", 0, 1), ("家庭成员", 2, 0), "", "", ("月收入（元）", 1, 0), ""]
    leaves = ["", "", "姓名", "与申请人关系", "身份证号码", "工资性收入", "转移净收入"]
    rows = [["A-1", "余一", "余一", "本人", A, "2500", "0"], ["", "", "余二", "配偶", SPOUSE, "500", "0"],
            ["", "", "余三", "子女", CHILD, "0", "0"], ["A-2", "扎西", "扎西", "本人", B, "0", "3000"],
            ["", "", "卓玛", "配偶", m.WIFE, "0", "1000"]]
    yield "office-members-under-two-groups", "xlsx", [Grid(*m.LIST, title="表一"),
                                                      Grid(top, leaves, *rows, title="表二")], {}
