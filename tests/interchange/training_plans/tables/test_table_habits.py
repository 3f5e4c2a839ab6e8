"""What colleges write around and in their tables, and what a reader makes of it: read surely, or said."""

import pytest

from interchange.training_plans.tables.plan_numbers import SemesterCell, semester_cell, short_term, term_of_title
from interchange.training_plans.tables.plan_words import choice_in_nature, direction_of
from tests.interchange.documents.made_documents import pdf
from tests.interchange.documents.made_workbooks import SheetOf, workbook
from tests.interchange.training_plans.made_plans import HEAD, plan_of, plans_of, ruled_page, rules, sheet_plan, word

PLAIN = ["课程类别", "课程性质", "课程名称", "学分", "总学时"]
TITLE = "示例职业技术学院网页技术专业（990001）2025级人才培养方案（三年制高职）"


def read(plan, *fields):
    return [(each.name, *(getattr(each, field) for field in fields)) for each in plan.lines]


# ---- what is chosen


@pytest.mark.parametrize(
    ("heading", "choice"),
    [("选修要求", "选4学分"), ("选课要求", "任选4学分"), ("选修说明", "至少选修4学分")],
)
def test_what_is_required_stands_next_to_the_nature(heading, choice):
    plan = sheet_plan(
        ["课程类别", "课程性质", heading, "课程名称", "学分", "总学时"],
        ["公共基础课", "必修", None, "甲", 3, 48],
        ["公共基础课", "限选", "二选一", "乙", 2, 32],
        ["公共基础课", "限选", "二选一", "丙", 2, 32],
        *(["公共基础课", "任选", choice, each, 2, 32] for each in "丁戊己"),
        merges=("C4:C5", "C6:C8"),
    )

    assert [(each.kind, each.choose or each.credits) for each in plan.groups] == [
        ("CHOOSE_ONE", 1),
        ("CHOOSE_CREDITS", 400),
    ]
    assert read(plan, "nature", "group") == [
        ("甲", "REQUIRED", None),
        ("乙", "RESTRICTED_ELECTIVE", 1),
        ("丙", "RESTRICTED_ELECTIVE", 1),
        ("丁", "ELECTIVE", 2),
        ("戊", "ELECTIVE", 2),
        ("己", "ELECTIVE", 2),
    ]
    assert plan.problems == ()


def test_figures_of_each_course_stand_once_for_all_to_choose_from():
    plan = sheet_plan(
        ["课程类别", "性质", "课程名称", "每门学分", "每门学时", "选修要求", "应修学分"],
        *([None, "限选", each, 1.5, 24, "三选二", 3] for each in "甲乙丙"),
        merges=("D3:D5", "E3:E5", "F3:F5", "G3:G5"),
    )

    assert read(plan, "credits", "hours") == [("甲", 150, 24), ("乙", 150, 24), ("丙", 150, 24)]
    assert [(each.kind, each.choose, each.label) for each in plan.groups] == [("CHOOSE_ONE", 2, "三选二")]


@pytest.mark.parametrize("remark", ["两个方向任选其一修读", "任选一个方向", "两个方向中任选一个"])
def test_a_remark_on_directions_is_about_the_directions(remark):
    rows = [
        *(["专业方向课", "方向甲", each, 2, 32, remark] for each in ("甲一", "甲二", "甲三")),
        *(["专业方向课", "方向乙", each, 2, 32, remark] for each in ("乙一", "乙二", "乙三")),
    ]
    plan = sheet_plan(["课程类别", None, "课程名称", "学分", "总学时", "备注"], *rows, merges=("A2:B2", "A3:A8"))

    assert [(each.kind, each.choose, each.options) for each in plan.groups] == [("CHOOSE_ONE", 1, ("方向甲", "方向乙"))]


def test_a_title_over_the_directions_holds_them_all():
    plan = sheet_plan(
        PLAIN,
        ["二、专业拓展课：以下两个方向任选一个方向修读"],
        ["甲方向", "限选", "甲一", 2, 32],
        ["甲方向", "限选", "甲二", 2, 32],
        ["乙方向", "限选", "乙一", 2, 32],
        ["三、专业任选课（三选二）"],
        *([None, "任选", each, 1, 16] for each in ("丙", "丁", "戊")),
        merges=("A3:E3", "A4:A5", "A7:E7"),
    )

    assert [(each.choose, each.options) for each in plan.groups] == [(1, ("甲方向", "乙方向")), (2, ("丙", "丁", "戊"))]
    assert [each.module for each in plan.lines[:3]] == ["EXTENSION"] * 3


def test_modules_that_are_named_by_letters_are_chosen_among():
    rows = [
        *(["专业拓展课程", "A模块：研学（限选）", each, 2, 32] for each in ("甲", "乙")),
        *(["专业拓展课程", "B模块：民宿（限选）", each, 2, 32] for each in ("丙", "丁")),
    ]
    plan = sheet_plan(PLAIN, *rows, ["小计（A、B模块任选其一）", None, None, 4, 64], merges=("B3:B4", "B5:B6"))

    assert [(each.choose, len(each.options)) for each in plan.groups] == [(1, 2)]
    assert {each.nature for each in plan.lines} == {"RESTRICTED_ELECTIVE"}
    assert (plan.problems, "one-of-the-directions" in rules(plan.guesses)) == ((), True)
    assert [direction_of(each) for each in ("专业群任选模块1", "模块A", "ERP模块任选")] == ["", "", ""]


def test_credits_of_each_term_are_not_those_of_the_whole():
    heading = [*PLAIN, "备注"]
    alone = sheet_plan(heading, ["公共基础课", "任选", "公共任选课", 4, 64, "每学期选修1学分"])
    several = sheet_plan(heading, *(["公共基础课", "任选", each, 2, 32, "每类至少选修1学分"] for each in "甲乙丙"))

    assert (alone.groups, alone.problems) == ((), ())
    assert (several.groups, rules(several.problems)) == ((), {"quota-of-a-note-not-read"})


def test_credits_in_a_cell_of_natures_are_a_choice():
    texts = ("选8学分", "任选6.5学分", "任选十二学分", "二选一", "任选10学分", "必修", "限选")

    assert [choice_in_nature(each) for each in texts] == [*texts[:5], "", ""]


def placeholder(offered, stated=4):
    listing = [
        ["序号", "课程名称", "学分", "学时", "开课学期"],
        *([at, each, 2, 32, 2] for at, each in enumerate(offered, 1)),
    ]
    return plan_of(
        word(
            TITLE,
            "表1 教学进程表",
            [
                [*PLAIN, "开课学期"],
                ["公共基础课", "必修", "甲", 3, 48, 1],
                ["公共基础课", "公选", "公共选修课（从表2中任选4学分）", 4, 64, 2],
                ["小计", None, None, 7, 112, None],
            ],
            f"表2 公共选修课程一览表（任选{stated}学分）",
            listing,
        )
    )


def test_a_line_that_stands_for_another_table_does_not_count_again():
    plan = placeholder("乙丙丁戊")

    assert read(plan, "is_counted", "group")[:2] == [
        ("甲", True, None),
        ("公共选修课（从表2中任选4学分）", False, None),
    ]
    assert [(each.kind, each.credits) for each in plan.groups] == [("CHOOSE_CREDITS", 400)]
    assert ("line-stands-for-a-table" in rules(plan.guesses), plan.problems) == (True, ())


def listed_apart(*stated, name="公共选修课（见“选修课清单”）"):
    lines = [["公共基础课", "公选", name, each, 16 * each, term, "至少2学分"] for term, each in enumerate(stated, 2)]
    heading = ["课程模块", "最低修读学分", "课程名称", "学分", "学时", "开课学期"]
    rows = [["公共选修课", "不少于4学分", each, 2, 32, 2] for each in "乙丙丁戊"]
    listing = [heading, rows[0], *([each[0], None, *each[2:]] for each in rows[1:])]
    main = [[*PLAIN, "开课学期", "备注"], ["公共基础课", "必修", "甲", 3, 48, 1, None], *lines]
    head = [["示例职业技术学院网页技术专业（990001）2025级教学进程表"]]
    return plan_of(workbook(SheetOf("进程", [*head, *main]), SheetOf("选修课清单", listing, ["A2:A5", "B2:B5"])))


def test_lines_of_several_semesters_may_stand_for_one_choice_of_another_sheet():
    plan = listed_apart(2, 2)

    assert [each.is_counted for each in plan.lines[:3]] == [True, False, False]
    assert [(each.kind, each.credits) for each in plan.groups] == [("CHOOSE_CREDITS", 400)]


def test_lines_that_make_other_credits_than_the_choice_are_a_problem():
    plan = listed_apart(2, 1)

    assert [each.is_counted for each in plan.lines[:3]] == [True, True, True]
    assert "line-of-a-table-not-found" in rules(plan.problems)


def test_a_name_that_speaks_of_seeing_stands_for_no_table():
    plan = listed_apart(2, 2, name="见习与岗位认知")

    assert [each.is_counted for each in plan.lines[:3]] == [True, True, True]
    assert "line-of-a-table-not-found" not in rules(plan.problems)


def test_a_line_that_stands_for_a_table_of_another_number_is_a_problem():
    assert "line-of-a-table-not-found" in rules(placeholder("乙丙丁戊", stated=6).problems)


# ---- terms


def test_a_title_with_its_number_and_remarks_names_the_term():
    titles = (
        "表1  第一学期课程安排（课堂教学16周，军训2周）",
        "三、第二学年第1学期课程",
        "（第三学期）",
        "一、二学期",
        "表2 选修课程",
    )

    assert [term_of_title(each) for each in titles] == ["1", "3", "3", "", ""]


def test_tables_of_semesters_with_ticks_and_a_text_on_their_nature():
    heading = ["课程模块", "课程名称", "学分", "总学时", "周学时×周数", "考试", "考查", "先修课程及说明"]
    plan = plan_of(
        word(
            TITLE,
            "各学期课程见表1至表2（均为必修课），选修课程见表3。",
            "表1  第一学期课程安排（课堂教学16周）",
            [
                heading,
                ["公共基础课", "甲", 3, 48, "3×16", "√", None, None],
                ["公共基础课", "形势", 0.25, 8, "2×4", None, "√", "专题讲座"],
            ],
            "表2  第二学期课程安排（课堂教学18周）",
            [
                heading,
                ["专业核心课", "乙", 4, 72, "4×18", "√", None, "先修：甲、丙"],
                ["公共基础课", "形势", 0.25, 8, "2×4", None, "√", "专题讲座"],
            ],
            "表3 选修课程",
            [["课程类别", "课程名称", "学分", "总学时", "开课学期"], ["公共选修课", "丁", 1, 16, "二"]],
        )
    )

    assert read(plan, "semesters", "nature", "weeks", "prerequisites", "is_counted") == [
        ("甲", (1,), "REQUIRED", {"1": 1600}, (), True),
        ("形势", (1,), "REQUIRED", {"1": 400}, (), True),
        ("乙", (2,), "REQUIRED", {"2": 1800}, ("甲", "丙"), True),
        ("形势", (2,), "REQUIRED", {"2": 400}, (), True),
        ("丁", (2,), "ELECTIVE", {}, (), True),
    ]
    assert [plan.lines[at].assessment for at in (0, 1)] == [{"*": "EXAM"}, {"*": "CHECK"}]
    assert (plan.lines[1].remark, "nature-by-a-text" in rules(plan.guesses)) == ("专题讲座", True)


def test_short_terms_have_columns_and_are_named_in_lists():
    plan = sheet_plan(
        ["课程名称", "学分", "总学时", "开课学期", "考核", None, "各学期学分分配", None, None, None, None, None],
        [None, None, None, None, "考试", "考查", "一", "二", "短1", "三", "四", "短2"],
        ["甲", 3, 48, "1", "1", None, 3, None, None, None, None, None],
        ["认识实习", 1, 24, "短1", None, "短1", None, None, 1, None, None, None],
        ["社会实践", 1, 24, "短2", None, "短2", None, None, None, None, None, 1],
        merges=("E2:F2", "G2:L2", "A2:A3", "B2:B3", "C2:C3", "D2:D3"),
    )

    assert read(plan, "semesters", "summer_terms", "assessment") == [
        ("甲", (1,), (), {"1": "EXAM"}),
        ("认识实习", (), (2,), {"2S": "CHECK"}),
        ("社会实践", (), (4,), {"4S": "CHECK"}),
    ]
    assert plan.problems == ()
    assert [short_term(each) for each in ("短1", "短学期二", "1", "短", "")] == ["2S", "4S", "", "", ""]


def test_weekly_hours_of_one_semester_after_the_other():
    heading = ["课程名称", "学分", "总学时", "开课学期", "周学时"]
    plan = sheet_plan(heading, ["甲", 5, 80, "3、4", "3,2"], ["乙", 2, 32, "1", "2"], ["丙", 1, 16, "1", "线上"])
    odd = sheet_plan(heading, ["甲", 5, 80, "3", "3,2"])

    assert [each.weekly_hours for each in plan.lines] == [{"3": 300, "4": 200}, {"*": 200}, {}]
    assert (plan.lines[2].remark, plan.problems) == ("线上", ())
    assert rules(odd.problems) == {"value-not-read"}


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("0.5+1.5", SemesterCell(number=200, mark="0.5+1.5")),
        ("2(1-8)", SemesterCell(number=200, weeks=800, mark="2(1-8)")),
        ("2（第9-16周）", SemesterCell(number=200, weeks=800, mark="2(第9-16周)")),
        ("讲座", SemesterCell(mark="讲座")),
        ("网络", SemesterCell(mark="网络")),
        ("2(8-1)", None),
        ("周末", None),
    ],
)
def test_cells_of_terms_as_colleges_write_them(text, cell):
    assert semester_cell(text) == cell


def test_a_star_behind_weekly_hours_is_an_examination_and_nothing_a_check():
    rows = [
        ["课程名称", "学分", "总学时", "一", "二", "三"],
        ["甲", 3, 48, "2+1★", None, None],
        ["乙", 2, 32, None, "1+1", None],
    ]
    practice = [["实践项目", "学分", "总学时", "一", "二", "三"], ["实训", 2, 48, None, None, "2周"]]
    note = "数字后标“★”者该学期末组织考试，未标者为考查。"
    plan = plan_of(word(TITLE, note, "表1 课程", rows, "表2 集中实践", practice))

    assert read(plan, "weekly_hours", "assessment") == [
        ("甲", {"1": 300}, {"1": "EXAM"}),
        ("乙", {"2": 200}, {"2": "CHECK"}),
        ("实训", {}, {}),
    ]


def test_what_unmarked_figures_mean_is_no_matter_where_a_column_says_it():
    rows = [
        ["课程名称", "学分", "总学时", "考核方式", "一", "二"],
        ["甲", 3, 48, "考试", 3, None],
        ["乙", 2, 32, "考查", None, 2],
    ]
    plan = plan_of(word(TITLE, "带★为考试，未标者为考查。", rows))

    assert [each.assessment for each in plan.lines] == [{"*": "EXAM"}, {"*": "CHECK"}]


# ---- totals


def test_shares_and_parts_of_a_total_are_no_courses():
    plan = sheet_plan(
        PLAIN,
        ["公共基础课", "必修", "甲", 3, 48],
        ["公共基础课", "限选", "乙", 2, 32],
        ["公共基础课", "任选", "丙", 1, 16],
        ["总计", None, None, 6, 96],
        ["其中：选修课（限选、任选）", None, None, 3, 48],
        ["其中：公共基础课", None, None, 6, 96],
        ["占总学时比例（%）", None, None, None, 100],
    )

    assert [each.name for each in plan.lines] == ["甲", "乙", "丙"]
    assert [(each.label, each.lines) for each in plan.totals] == [
        ("总计", (1, 2, 3)),
        ("其中:选修课(限选、任选)", (2, 3)),
        ("其中:公共基础课", (1, 2, 3)),
    ]
    assert plan.problems == ()


def overview(nature):
    return plan_of(
        word(
            TITLE,
            "表1 课程",
            [
                PLAIN,
                ["公共基础课", "必修", "甲", 3, 48],
                ["公共基础课", "任选", "乙", 2, 32],
                ["专业核心课", nature, "丙", 4, 64],
                ["专业核心课", "必修", "丁", 4, 64],
            ],
            "表2 学时学分分配表",
            [
                ["课程类别", "课程性质", "学分", "学时"],
                ["公共基础课", "必修", 3, 48],
                ["公共基础课", "选修", 2, 32],
                ["专业核心课", "必修", 9, 64],
            ],
        )
    )


def test_an_overview_by_module_and_nature_is_compared_with_the_lines_of_both():
    plan = overview("必修")

    assert [(each.label, each.lines) for each in plan.totals] == [
        ("公共基础课：必修", (1,)),
        ("公共基础课：选修", (2,)),
        ("专业核心课：必修", (3, 4)),
    ]
    assert [each.subject for each in plan.problems] == ["专业核心课：必修 学分 9 ≠ 8", "专业核心课：必修 学时 64 ≠ 128"]


def test_a_line_of_unknown_nature_leaves_the_overview_open():
    plan = overview(None)

    assert [each.lines for each in plan.totals] == [(1,), (2,), ()]
    assert rules(plan.problems) == set()
    assert [each.taken for each in plan.guesses if each.rule == "nature-not-stated"] == ["丙"]


# ---- sheets, pages and heads


def test_a_hidden_sheet_next_to_courses_is_left_out_and_said():
    rows = [*HEAD, PLAIN, ["公共基础课", "必修", "甲", 3, 48]]
    old = SheetOf("2021旧版", [PLAIN, ["公共基础课", "必修", "停开的课", 2, 32]], state="hidden")
    plan = plan_of(workbook(SheetOf("表", rows), old))

    assert [each.name for each in plan.lines] == ["甲"]
    assert [(each.rule, each.subject) for each in plan.guesses if "hidden" in each.rule] == [
        ("hidden-sheet-left-out", "2021旧版")
    ]


def test_a_cover_and_a_guide_state_the_head():
    courses = SheetOf("表1公共基础课", [["表1 公共基础课程教学进程表"], PLAIN, ["公共基础课", "必修", "甲", 3, 48]])
    more = SheetOf("表2专业核心课", [["表2 专业核心课程教学进程表"], PLAIN, ["专业核心课", "必修", "乙", 3, 48]])
    cover = [[None]] * 5 + [["示例职业技术学院"], [None], ["人才培养方案"]] + [[None]] * 6
    cover += [["专业名称：网页技术"], ["专业代码：990001"], ["适用年级：2025级"], ["修业年限：三年"]]
    guide = [
        ["示例职业技术学院"],
        ["2025级网页技术专业人才培养方案"],
        ["专业名称：网页技术  专业代码：990001  基本学制：三年"],
    ]

    for name, rows in (("封面", cover), ("填表说明", guide)):
        (plan,) = plans_of(workbook(SheetOf(name, rows), courses, more))
        head = plan.head
        assert (head.college, head.major_name, head.major_code) == ("示例职业技术学院", "网页技术", "990001")
        assert (head.grade, head.duration_years, len(plan.lines)) == ("2025级", 3, 2)


@pytest.mark.parametrize(
    ("lines", "major", "code", "years"),
    [
        (
            ["2025级网页技术专业人才培养方案", "网页技术（990001）", "三年，实行弹性学制，最长不超过五年。"],
            "网页技术",
            "990001",
            3,
        ),
        (
            ["中高职贯通五年制（3+2）网页技术专业人才培养方案", "高职段专业：网页技术（990001）"],
            "网页技术",
            "990001",
            5,
        ),
        (["网页技术专业人才培养方案", "基本修业年限3年，实行弹性学制，最长不超过5年。"], "网页技术", None, 3),
        (["网页技术专业人才培养方案", "修业年限：最低3年，最长6年"], "网页技术", None, 3),
    ],
)
def test_heads_as_documents_write_them(lines, major, code, years):
    plan = plan_of(word(*lines, [PLAIN, ["公共基础课", "必修", "甲", 3, 48]]))

    assert (plan.head.major_name, plan.head.major_code, plan.head.duration_years) == (major, code, years)


def test_a_heading_that_a_page_spoils_is_that_of_the_page_before():
    heading = ["课程类别", "性质", "课程名称", "课程代码", "学分", "总学时", "备注"]
    first = [heading, ["公共课", "必修", "甲", "10001", 3, 48, None], ["专业核心", "必修", "乙", "10002", 4, 64, None]]
    spoilt = ["心课程类别", "性质", "课程名称", "课程代码", "学分", "总学时", "备注"]
    second = [spoilt, ["课", "必修", "丙", "10003", 4, 64, None], ["实践环节", "必修", "丁", "10004", 2, 48, None]]
    title = "示例职业技术学院2025级人才培养方案"
    plan = plan_of(pdf(ruled_page(first, title), ruled_page(second, title)))

    assert [(each.name, each.path) for each in plan.lines] == [
        ("甲", ("公共课",)),
        ("乙", ("专业核心",)),
        ("丙", ("专业核心",)),
        ("丁", ("实践环节",)),
    ]
    assert {"heading-of-the-page-before", "module-from-the-row-above"} <= rules(plan.guesses)


def test_the_title_of_a_table_says_the_nature_of_its_courses():
    table = [["类别", "课程名称", "学分", "总学时"], ["专业基础课", "甲", 3, 48]]
    plan = plan_of(word(TITLE, "表4-2  专业课程（必修）", table))

    assert read(plan, "nature") == [("甲", "REQUIRED")]
    assert "nature-by-a-title" in rules(plan.guesses)


def test_a_heading_that_differs_on_another_sheet_is_no_spoilt_one():
    rows = [["公共基础课", "必修", "甲", 3, 48, "线上"]]
    sheets = [SheetOf(name, [*HEAD, [*PLAIN, last], *rows]) for name, last in (("一", "备注"), ("二", "地点"))]
    plan = plan_of(workbook(*sheets))

    assert [each.remark for each in plan.lines] == ["线上", None]
    assert [(each.rule, each.subject) for each in plan.not_read] == [("column-not-known", "地点")]


def test_a_title_that_stands_on_each_page_names_the_module_on_the_first():
    heading = ["课程名称", "课程代码", "学分", "总学时"]
    pages = [[heading, [name, f"1000{at}", 3, 48]] for at, name in enumerate("甲乙")]
    plan = plan_of(pdf(*(ruled_page(each, "专业核心课程设置表（必修）") for each in pages)))

    assert read(plan, "module", "nature") == [("甲", "CORE", "REQUIRED"), ("乙", "CORE", "REQUIRED")]


def test_a_remark_names_the_courses_that_come_before():
    plan = sheet_plan(
        [*PLAIN, "备注"],
        ["专业核心课", "必修", "甲", 3, 48, "先修：乙、《丙》；资格考试科目"],
        ["专业核心课", "必修", "丁", 3, 48, "校外"],
    )

    assert [(each.prerequisites, each.remark) for each in plan.lines] == [
        (("乙", "丙"), "先修：乙、《丙》；资格考试科目"),
        ((), "校外"),
    ]
