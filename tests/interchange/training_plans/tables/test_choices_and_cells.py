"""What notes, remarks and cells say of a choice, of terms and of assessments, and what the end of a page cuts."""

import pytest

from tests.interchange.documents.made_documents import pdf
from tests.interchange.documents.made_workbooks import SheetOf, workbook
from tests.interchange.training_plans.made_plans import plan_of, ruled_page, rules, sheet_plan, word

PLAIN = ["课程类别", "课程性质", "课程名称", "学分", "总学时", "备注"]
TITLE = "示例职业技术学院网页技术专业（990001）2025级人才培养方案（三年制高职）"


def chosen(plan):
    return [(each.choose, each.options) for each in plan.groups]


def test_numbers_in_circles_that_a_note_explains():
    rows = [["专业拓展课", "选修", each, 2, 32, mark] for each, mark in zip("甲乙丙丁戊", "①①①②②", strict=True)]
    plan = sheet_plan(PLAIN, *rows, ["注：1．√为必修。2．专业拓展课：备注①为三选二，②为二选一。"], merges=("A8:F8",))

    assert chosen(plan) == [(2, ("甲", "乙", "丙")), (1, ("丁", "戊"))]
    assert (plan.problems, "choice-by-a-note" in rules(plan.guesses)) == ((), True)


def test_a_note_that_takes_all_courses_of_a_mark_offers_no_choice():
    rows = [["专业拓展课", "选修", each, 2, 32, "①"] for each in "甲乙"]
    plan = sheet_plan(PLAIN, *rows, ["注：备注①为二选二。"], merges=("A5:F5",))

    assert (chosen(plan), "choice-by-a-note" in rules(plan.guesses)) == ([], False)


def test_a_note_that_takes_all_courses_of_a_named_remark_offers_no_choice():
    rows = [["专业拓展课", "选修", each, 2, 32, "选修组1"] for each in "甲乙"]
    plan = sheet_plan(PLAIN, *rows, ["注：选修组1：二选二。"], merges=("A5:F5",))

    assert (chosen(plan), "choice-by-a-note" in rules(plan.guesses)) == ([], False)


def test_a_note_that_counts_other_courses_than_have_the_number_is_a_problem():
    rows = [["专业拓展课", "选修", each, 2, 32, "①"] for each in "甲乙丙"]
    plan = sheet_plan(PLAIN, *rows, ["注：①为四选二。"], merges=("A6:F6",))

    assert [(each.rule, each.taken) for each in plan.problems] == [("choice-of-another-number", "3")]


def test_a_remark_over_several_courses_names_the_module_that_is_chosen():
    rows = [["专业拓展课", "限选（模块二选一）", each, 2, 32] for each in "甲乙丙丁"]
    rows[0].append("模块一：网页")
    rows[2].append("模块二：动画")
    plan = sheet_plan(PLAIN, *rows, merges=("A3:A6", "B3:B6", "F3:F4", "F5:F6"))

    assert chosen(plan) == [(1, ("模块一：网页", "模块二：动画"))]
    assert [each.option for each in plan.lines] == ["模块一：网页"] * 2 + ["模块二：动画"] * 2
    assert plan.problems == ()


def test_one_course_of_a_choice_that_all_take():
    rows = [["专业拓展课（除必选外三选二）", "限选", each, 2, 32] for each in "甲乙丙丁"]
    rows[2].append("必选")
    plan = sheet_plan(PLAIN, *rows)

    assert chosen(plan) == [(2, ("甲", "乙", "丁"))]
    assert [(each.name, each.nature, each.group) for each in plan.lines][2] == ("丙", "REQUIRED", None)
    assert [each.subject for each in plan.guesses if each.rule == "required-within-a-choice"] == ["丙"]


def test_what_is_chosen_in_each_term_next_to_how_many_in_all():
    plan = sheet_plan(PLAIN, *(["专业拓展课（三选二，每学期选一门）", "选修", each, 2, 32] for each in "甲乙丙"))

    assert (chosen(plan), plan.problems) == ([(2, ("甲", "乙", "丙"))], ())


def test_a_cell_over_terms_that_says_which_they_are():
    heading = ["课程类别", "课程名称", "学分", "总学时", *"一二三四五六"]
    rows = [
        ["公共基础课", "甲", 4, 64, "第2～5学期开设"],
        ["公共基础课", "乙", 4, 64, "Ⅱ～Ⅲ学期"],
        ["公共基础课", "丙", 4, 64, None, None, "第2-4学期"],
        ["公共基础课", "丁", 2, 32, 2],
    ]
    plan = sheet_plan(heading, *rows, merges=("E3:J3", "E4:J4", "G5:J5"))

    assert [each.semesters for each in plan.lines[:2]] == [(2, 3, 4, 5), (2, 3)]
    # The cell does not stand below all that it names.
    assert [each.subject for each in plan.problems if each.rule == "value-not-read"] == ["第2-4学期"]


def test_assessments_in_the_order_of_the_semesters():
    heading = [*PLAIN[:5], "开课学期", "考核方式"]
    rows = [
        ["公共基础课", "必修", "甲", 4, 64, "1、2", "考试/考查"],
        ["公共基础课", "必修", "乙", 4, 64, "1-3", "考试/考查"],
    ]
    plan = sheet_plan(heading, *rows)

    assert [each.assessment for each in plan.lines] == [{"1": "EXAM", "2": "CHECK"}, {}]
    assert "assessments-in-turn" in rules(plan.guesses)
    assert [each.rule for each in plan.problems] == ["assessment-not-known"]


def test_words_among_codes_are_a_remark():
    heading = [*PLAIN[:3], "课程代码", *PLAIN[3:]]
    rows = [["公共基础课", "必修", "甲", "10001", 3, 48], ["公共基础课", "任选", "乙", "见选课通知", 2, 32, "线上"]]
    plan = sheet_plan(heading, *rows)

    assert [(each.code, each.remark) for each in plan.lines] == [("10001", None), (None, "见选课通知；线上")]
    assert "words-in-the-column-of-codes" in rules(plan.guesses)


def test_the_end_of_a_page_cuts_the_name_of_a_module_above_the_foot_of_the_page():
    foot = "示例职业技术学院教务处制"
    heading = ["课程模块", "性质", "课程名称", "课程代码", "学分", "总学时"]
    first = [heading, ["公共课", "必修", "甲", "10001", 3, 48], ["专业", "必修", "乙", "10002", 4, 64]]
    second = [heading, ["核心课", "必修", "丙", "10003", 4, 64], ["实践环节", "必修", "丁", "10004", 2, 48]]
    pages = []
    for rows in (first, second):

        def draw(canvas, rows=rows):
            ruled_page(rows, TITLE)(canvas)
            canvas.drawString(30, 40, foot)

        pages.append(draw)
    plan = plan_of(pdf(*pages))

    assert [(each.name, each.path, each.module) for each in plan.lines] == [
        ("甲", ("公共课",), "COMMON"),
        ("乙", ("专业核心课",), "CORE"),
        ("丙", ("专业核心课",), "CORE"),
        ("丁", ("实践环节",), "PRACTICE"),
    ]
    assert "module-cut-by-a-page" in rules(plan.guesses)


@pytest.mark.parametrize(("module", "is_half"), [("核心课", True), ("专业拓展课", False)])
def test_the_nature_goes_on_over_the_end_of_a_page_with_the_half_of_a_module_alone(module, is_half):
    heading = ["课程模块", "性质", "课程名称", "课程代码", "学分", "总学时"]
    first = [heading, ["公共课", "选修", "甲", "10001", 3, 48], ["专业", "必修", "乙", "10002", 4, 64]]
    second = [heading, [module, None, "丙", "10003", 4, 64], [None, None, "丁", "10004", 2, 48]]

    plan = plan_of(pdf(ruled_page(first, TITLE), ruled_page([*second, ["实践环节", "选修", "戊", "10005", 1, 24]])))

    assert [each.nature == "REQUIRED" for each in plan.lines] == [False, True, is_half, is_half, False]
    assert [each.path for each in plan.lines[2:4]] == [("专业核心课",) if is_half else ("专业拓展课",)] * 2


def test_a_cover_with_many_lines_names_the_major():
    cover = [["示例职业技术学院"], ["2025级专业人才培养方案"], *([name, value] for name, value in COVER)]
    courses = SheetOf("课程", [PLAIN[:5], ["公共基础课", "必修", "甲", 3, 48]])
    head = plan_of(workbook(SheetOf("封面", cover), courses)).head

    assert (head.major_name, head.major_code, head.duration_years) == ("网页技术", "990001", 3)


COVER = (
    ("专业名称", "网页技术"),
    ("专业代码", "990001"),
    ("所属专业大类", "电子与信息大类"),
    ("所属专业类", "计算机类"),
    ("学制", "全日制三年"),
    ("适用年级", "2025级"),
    ("专业带头人", "甲"),
    ("二级学院审核", "乙"),
)


def test_totals_of_a_sheet_and_of_each_kind_of_electives():
    sheet = [
        PLAIN[:5],
        ["专业基础课", "必修", "甲", 3, 48],
        ["专业拓展课", "限选", "乙", 2, 32],
        ["专业拓展课", "任选", "丙", 1, 16],
        ["实践环节", "必修", "丁", 4, 96],
        ["专业课合计", None, None, 10, 192],
    ]
    overview = [
        ["课程类别", "课程性质", "学分", "学时"],
        ["专业拓展课", "限选", 2, 32],
        ["专业拓展课", "任选", 1, 16],
        ["公共基础课程（含限选、任选）", None, 5, 80],
    ]
    common = [PLAIN[:5], ["公共必修课", "必修", "戊", 3, 48], ["公共限选课", "限选", "己", 2, 32]]
    plan = plan_of(word(TITLE, "表1", common, "表2", sheet, "表3", overview))

    assert plan.problems == ()
    assert [each.ours["credits"].least for each in plan.totals] == [1000, 200, 100, 500]


def test_one_name_over_several_rows_is_that_of_each():
    plan = sheet_plan(
        ["课程类别", "序号", "课程名称", "课程代码", "学分", "总学时", "开课学期"],
        ["公共必修课", 1, "甲", "A1", 3.5, 56, 1],
        [None, None, None, "A2", 2, 36, 2],
        [None, None, None, "A3", 2, 36, 3],
        [None, 2, "乙", "B1", 2, 32, 1],
        ["小计", None, None, None, 9.5, 160, None],
        merges=("A3:A6", "B3:B5", "C3:C5"),
    )

    assert [(each.name, each.code, each.credits, each.hours, each.semesters) for each in plan.lines] == [
        ("甲", "A1", 350, 56, (1,)),
        ("甲", "A2", 200, 36, (2,)),
        ("甲", "A3", 200, 36, (3,)),
        ("乙", "B1", 200, 32, (1,)),
    ]
    assert [each.rule for each in plan.guesses] == ["one-name-over-several-rows"] * 2
    assert plan.problems == ()
