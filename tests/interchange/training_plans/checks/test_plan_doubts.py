"""What figures and names say against a reading, each on a made document."""

import pytest

from interchange.training_plans.checks.plan_doubts import hours_of_no_weeks
from interchange.training_plans.plan_report import message
from tests.interchange.documents.made_workbooks import SheetOf, workbook
from tests.interchange.training_plans.made_plans import HEAD, plan_of, rules, sheet_plan, word

HEADING = ["课程类别", "课程名称", "课程性质", "学分", "总学时"]


def remarks(plan, *wanted):
    return [(each.rule, each.subject, each.taken) for each in (*plan.guesses, *plan.problems) if each.rule in {*wanted}]


def lines(module="专业核心课程", count=5, nature="必修"):
    return [[module, f"{module[:3]}{at}", nature, 3 + at % 2, 48 + 16 * (at % 2)] for at in range(count)]


def test_a_line_with_the_figures_of_a_module_may_be_its_total():
    own = lines()
    total = ["专业拓展课程", "核心部分", None, sum(each[3] for each in own), sum(each[4] for each in own)]
    plan = sheet_plan(HEADING, *own, ["专业拓展课程", "甲", "选修", 2, 32], total)

    assert remarks(plan, "line-with-the-figures-of-a-module") == [
        ("line-with-the-figures-of-a-module", "核心部分", "专业核心课程")
    ]


@pytest.mark.parametrize(
    ("module", "name", "is_said"),
    [
        ("集中实践", "岗位实习", False),
        ("集中实践", "核心模块", True),
        ("专业核心课程", "学段一", True),
    ],
)
def test_a_course_with_the_round_figures_of_another_module_is_no_total(module, name, is_said):
    own = [["专业核心课程", f"核心{at}", "必修", 4, 64] for at in range(5)]
    others = [["公共课", f"公共{at}", "必修", 2, 36] for at in range(5)]
    plan = sheet_plan(HEADING, *others, [module, name, "必修", 20, 320], *own)

    said = [each[1] for each in remarks(plan, "line-with-the-figures-of-a-module")]
    assert (name in said) is is_said


def test_a_line_of_no_module_with_the_figures_of_one_may_be_its_total():
    own = [["专业核心课程", f"核心{at}", "必修", 4, 64] for at in range(5)]
    plan = plan_of(word(HEAD[0][0], [HEADING, *own], [["课程名称", "学分", "总学时"], ["学段一", 20, 320]]))

    assert [each[1:] for each in remarks(plan, "line-with-the-figures-of-a-module")] == [("学段一", "专业核心课程")]


def test_a_line_that_doubles_the_sum_of_its_module_may_be_its_total():
    own = lines()
    total = ["专业核心课程", "核心部分", None, sum(each[3] for each in own), sum(each[4] for each in own)]

    assert remarks(sheet_plan(HEADING, *own, total), "line-with-the-figures-of-a-module") == [
        ("line-with-the-figures-of-a-module", "核心部分", "专业核心课程")
    ]


def test_a_table_of_totals_under_a_heading_of_courses_is_doubted():
    totals = [
        ["课程名称", "学分", "总学时"],
        ["公共基础课程", 20, 320],
        ["专业核心课程", 30, 480],
        ["毕业环节", 8, 200],
    ]
    plan = plan_of(word(HEAD[0][0], [HEADING, *lines()], totals))

    assert remarks(plan, "lines-called-as-modules") == [
        ("lines-called-as-modules", "公共基础课程、专业核心课程、毕业环节", "")
    ]


@pytest.mark.parametrize(
    ("name", "is_pool"),
    [
        ("公共选修课", True),
        ("专业任选课1", True),
        ("全院选修课程", True),
        ("公共选修课（线上、线下）", True),
        ("公共任选课（网络通识课）", True),
        ("公共选修课（素描）", False),
        ("公共选修课（通识写作课）", False),
        ("选修课导论", False),
        ("素描", False),
    ],
)
def test_a_line_that_stands_for_courses_to_choose_is_said(name, is_pool):
    plan = sheet_plan(HEADING, ["公共课", name, "选修", 4, 64], ["公共课", "甲", "必修", 2, 32])

    assert ("lines-stand-for-pools" in rules(plan.guesses)) is is_pool


def test_a_course_that_stands_twice_with_the_same_figures_is_said():
    row = ["公共课", "甲", "必修", 2, 32]

    assert remarks(sheet_plan(HEADING, row, row), "line-twice") == [("line-twice", "甲", "")]
    assert remarks(sheet_plan(HEADING, row, [*row[:3], 3, 48]), "line-twice") == []


@pytest.mark.parametrize(("weekly", "hours", "is_odd"), [(4, 64, False), (2, 8, False), (4, 3, True), (2, 96, True)])
def test_weekly_hours_that_make_the_hours_in_no_number_of_weeks_are_said_once(weekly, hours, is_odd):
    heading = ["课程名称", "学分", "总学时", "开课学期", "周学时"]
    plan = sheet_plan(heading, ["甲", 2, hours, 1, weekly], ["乙", 2, 32, 1, 2], ["丙", 2, hours, 2, weekly])

    said = list(hours_of_no_weeks(plan.lines))
    assert [each.taken for each in said] == (["2/3"] if is_odd else [])
    assert all("甲" in each.subject and "丙" in each.subject for each in said)


# ---- totals


def test_a_total_below_its_electives_asks_for_a_choice_and_names_them():
    rows = [
        ["专业拓展课程", "甲", "必修", 4, 64],
        *(["专业拓展课程", each, "选修", 2, 32] for each in "乙丙丁"),
        ["小计", None, None, 8, 128],
    ]
    plan = sheet_plan(HEADING, *rows)

    assert remarks(plan, "subtotal-asks-for-a-choice") == [
        ("subtotal-asks-for-a-choice", "小计 学分 8 ≠ 10", "乙、丙、丁")
    ]


def test_a_total_below_required_courses_differs():
    plan = sheet_plan(HEADING, *lines(), ["小计", None, None, 4, None])

    assert [each.rule for each in plan.problems] == ["sum-differs"]


def test_totals_of_which_nothing_tells_the_courses_are_named_once():
    overview = [["课程类别", "学分", "学时"], ["素养提升板块", 4, 64], ["雅思板块", 2, 32], ["专业核心课程", 17, 272]]
    plan = plan_of(word(HEAD[0][0], [HEADING, *lines()], overview))

    assert remarks(plan, "totals-of-no-lines") == [("totals-of-no-lines", "素养提升板块、雅思板块", "2")]


TERMS = ["课程名称", "学分", "总学时", "周学时", None, None]


def terms_plan(*totals):
    rows = [["甲", 2, 32, 2, None, None], ["乙", 4, 64, None, 4, None]]
    return sheet_plan(
        TERMS, [None, None, None, "一", "二", "三"], *rows, *totals, merges=("A2:A3", "B2:B3", "C2:C3", "D2:F2")
    )


def test_weekly_hours_of_a_total_in_another_term_than_its_courses_are_said_once():
    good = terms_plan(["合计", 6, 96, 2, 4, None])
    moved = terms_plan(["合计", 6, 96, None, 2, 4])

    assert remarks(good, "sums-of-terms-differ") == []
    assert remarks(moved, "sums-of-terms-differ") == [
        ("sums-of-terms-differ", "合计 第2学期周学时 2 ≠ 4、第3学期周学时 4 ≠ 0", "")
    ]


# ---- choices, head


@pytest.mark.parametrize(("wanted", "is_said"), [(4, False), (5, True)])
def test_a_choice_that_names_courses_and_credits_that_do_not_fit_is_said(wanted, is_said):
    choice = f"每生选修2门，{wanted}学分"
    rows = [["专业拓展课程", choice, each, "选修", 2, 32] for each in "甲乙丙"]
    plan = sheet_plan(["课程类别", "选课说明", "课程名称", "课程性质", "学分", "总学时"], *rows, merges=("B3:B5",))

    assert [(each.kind, each.choose) for each in plan.groups] == [("CHOOSE_ONE", 2)]
    assert remarks(plan, "choice-of-other-credits") == (
        [("choice-of-other-credits", plan.groups[0].label, "4")] if is_said else []
    )


@pytest.mark.parametrize(
    ("words", "offered", "found"),
    [
        ("至少4学分", (3, 3, 3), ""),
        ("至少4学分", (2, 2, 3), ""),
        ("不低于7学分", (3, 3, 3), "6"),
        ("至少6学分", (2, 2, 3), "4–5"),
        ("共4学分", (2, 2, 3), ""),
        ("共6学分", (2, 2, 3), "4–5"),
        ("共3学分", (2, 2, 3), "4–5"),
        ("共4学分", (None, None, None), ""),
        ("共4学分", (2, 3, None), ""),
    ],
)
def test_a_choice_of_other_credits_is_said_only_where_no_courses_have_them(words, offered, found):
    module = f"拓展课（3选2，{words}）"
    rows = [[module, each, "选修", figure, 32] for each, figure in zip("甲乙丙", offered, strict=True)]

    said = remarks(sheet_plan(HEADING, *rows), "choice-of-other-credits")
    assert [each[2] for each in said] == ([found] if found else [])


def test_a_head_without_code_and_years_is_said():
    plan = plan_of(workbook(SheetOf("表", [["示例职业技术学院2025级网页技术专业教学进程表"], HEADING, *lines()])))

    lacking = [each for each in plan.problems if each.rule == "head-lacks"]
    assert [each.subject for each in lacking] == ["major_code", "duration_years"]
    assert [message(each, "zh") for each in lacking] == ["专业代码：文档未写明：请补充", "修业年限：文档未写明：请补充"]
    assert message(lacking[0], "en").startswith("code of the major: ")


def test_headings_of_semesters_above_courses_of_none_are_said_once():
    plan = sheet_plan([*HEADING, "学期分布（备用）"], *([*each, "见安排"] for each in lines()))

    assert "no-semesters" not in rules(sheet_plan(HEADING, *lines()).guesses)
    assert remarks(plan, "no-semesters") == [("no-semesters", "学期分布(备用)", "5")]


def test_a_line_called_as_a_module_with_the_sums_of_those_below_may_be_its_title():
    rows = [["公共课", 6, 96], ["甲", 4, 64], ["乙", 2, 32], ["公共选修课", 2, 32], ["丙", 2, 32]]
    plan = sheet_plan(["课程名称", "学分", "总学时"], *rows)

    assert remarks(plan, "line-with-the-figures-of-a-module") == [
        ("line-with-the-figures-of-a-module", "公共课", "甲、乙")
    ]
