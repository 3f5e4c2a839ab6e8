"""Totals that stand where the reader had not seen them: of a year, at the top, over two tables; and wrong ones."""

import pytest

from tests.interchange.documents.made_workbooks import SheetOf, workbook
from tests.interchange.training_plans.made_plans import HEAD, doubts, plan_of, sheet_plan, word

TITLE = ("示例职业技术学院", "网页技术专业人才培养方案（2025级）", "专业代码：990001")
HEADING = ["学期", "课程名称", "课程性质", "学分", "总学时"]


def totals_of(plan):
    """Each total with the numbers of the lines that it was compared with, and what differs."""
    differing = [each.subject for each in plan.problems if each.rule in {"sum-differs", "subtotal-asks-for-a-choice"}]
    return [(each.label, each.lines) for each in plan.totals], differing


def by_terms(*year):
    rows = [
        ["第1学期", "网页基础", "必修", 4, 64],
        ["第1学期", "大学英语", "必修", 2, 32],
        ["本学期小计", None, None, 6, 96],
        ["第2学期", "网页开发", "必修", 6, 96],
        ["第2学期", "数据标注", "必修", 3, 48],
        ["本学期小计", None, None, 9, 144],
        ["第一学年合计", None, None, *year],
    ]
    return sheet_plan(HEADING, *rows, ["第3学期", "岗位实习", "必修", 10, 240])


def test_the_total_of_a_year_is_that_of_both_semesters():
    assert totals_of(by_terms(15, 240)) == (
        [("本学期小计", (1, 2)), ("本学期小计", (3, 4)), ("第一学年合计", (1, 2, 3, 4))],
        [],
    )


def test_a_wrong_total_of_a_year_is_said_of_the_figure_that_differs():
    assert totals_of(by_terms(15, 244))[1] == ["第一学年合计 学时 244 ≠ 240"]


def platforms(*, total=(15, 240), common=(6, 96)):
    return sheet_plan(
        ["课程平台", "课程名称", "学分", "总学时"],
        ["总计", None, *total],
        ["公共基础平台合计", None, *common],
        ["专业平台合计", None, 9, 144],
        ["公共基础平台", "大学英语", 2, 32],
        ["公共基础平台", "军事理论", 4, 64],
        ["专业平台", "网页开发", 6, 96],
        ["专业平台", "数据标注", 3, 48],
        merges=("A3:B3", "A4:B4", "A5:B5"),
    )


def test_totals_at_the_top_name_what_they_are_of():
    assert totals_of(platforms()) == (
        [("总计", (1, 2, 3, 4)), ("公共基础平台合计", (1, 2)), ("专业平台合计", (3, 4))],
        [],
    )


def test_wrong_totals_at_the_top_are_said():
    assert totals_of(platforms(total=(15, 244), common=(7, 96)))[1] == [
        "总计 学时 244 ≠ 240",
        "公共基础平台合计 学分 7 ≠ 6",
    ]


def test_a_grand_total_above_the_second_table_is_of_both():
    first = [HEADING, ["1", "大学英语", "必修", 2, 32], ["公共课合计", None, None, 2, 32]]
    second = [
        ["课程名称", "学分", "总学时"],
        ["全部课程总计", 11, 176],
        ["网页开发", 6, 96],
        ["数据标注", 3, 48],
    ]
    plan = plan_of(word(*TITLE, "表1 公共课程", first, "表2 专业课程", second))

    assert totals_of(plan) == ([("公共课合计", (1,)), ("全部课程总计", (1, 2, 3))], [])


@pytest.mark.parametrize(("label", "differing"), [("合计", 0), ("总计", 2)])
def test_a_total_of_a_sheet_is_of_its_courses_where_the_sheet_before_has_none(label, differing):
    first = [["课程名称", "学分", "总学时"], ["网页开发", 6, 96], ["小计", 6, 96]]
    pool = [["课程名称", "学分", "总学时"], ["网页欣赏", 2, 32], ["影视欣赏", 2, 32]]
    practice = [["课程名称", "学分", "总学时"], ["技能训练", 2, 48], ["岗位实习", 10, 240], [label, 12, 288]]
    sheets = (SheetOf("信息", HEAD), SheetOf("必修", first), SheetOf("选修", pool), SheetOf("实践", practice))
    plan = plan_of(workbook(*sheets))

    # One of all courses is never that of the last sheet alone.
    assert len(totals_of(plan)[1]) == differing


@pytest.mark.parametrize("name", ["美术鉴赏", "合唱"])
def test_a_choice_of_courses_that_the_label_of_their_total_names(name):
    rows = [
        ["1", "大学英语", "必修", 2, 32],
        ["2", "音乐鉴赏", "限选", 1, 16],
        ["3", "美术鉴赏", "限选", 1, 16],
        [f"公共课合计（“音乐鉴赏”“{name}”二选一）", None, None, 3, 48],
    ]
    plan = sheet_plan(HEADING, *rows)

    groups = [(each.kind, each.options) for each in plan.groups]
    if name == "美术鉴赏":
        assert (groups, totals_of(plan)[1]) == ([("CHOOSE_ONE", ("音乐鉴赏", "美术鉴赏"))], [])
    else:
        # A course that the plan does not have: nothing is chosen by it.
        assert not groups
        assert totals_of(plan)[1]


def test_a_total_of_no_line_is_compared_with_nothing():
    rows = [["第一学年合计", None, None, 8, 128], [None, "网页基础", "必修", 4, 64], [None, "网页开发", "必修", 4, 64]]
    plan = sheet_plan(HEADING, *rows)

    assert totals_of(plan) == ([("第一学年合计", ())], [])
    assert plan.totals[0].ours == {}
    assert ("totals-of-no-lines", "第一学年合计") in doubts(plan)[0]


PRACTICE = ["二、实践"], HEADING, [None, "岗位实习", "必修", 10, 240], ["合计", None, None, 10, 240]


@pytest.mark.parametrize(
    ("required", "of_which", "differing"),
    [
        ((6, 96), (1, 2), []),
        # Of the whole plan.
        ((16, 336), (1, 2, 4), []),
        ((7, 96), (1, 2), ["其中:必修 学分 7 ≠ 6"]),
    ],
)
def test_a_part_above_all_courses_is_of_its_own_table_or_of_the_plan(required, of_which, differing):
    courses = [[None, "网页基础", "必修", 4, 64], [None, "大学英语", "必修", 2, 32], [None, "数据标注", "选修", 3, 48]]
    parts = [["其中：必修", None, None, *required], ["其中：选修", None, None, 3, 48]]
    plan = sheet_plan(HEADING, *parts, *courses, ["合计", None, None, 9, 144], [], *PRACTICE)
    totals, found = totals_of(plan)

    assert (totals[:2], found) == ([("其中:必修", of_which), ("其中:选修", (3,))], differing)


@pytest.mark.parametrize(
    ("required", "of_which", "differing"),
    [((6, 96), (1, 2), []), ((16, 336), (1, 2, 4), []), ((7, 97), (1, 2), ["学分 7 ≠ 6", "学时 97 ≠ 96"])],
)
def test_a_part_above_the_courses_of_a_table_of_its_own(required, of_which, differing):
    courses = [[None, "网页基础", "必修", 4, 64], [None, "大学英语", "必修", 2, 32], [None, "数据标注", "选修", 3, 48]]
    table = [HEADING, ["其中：必修", None, None, *required], *courses]
    practice = [HEADING, [None, "岗位实习", "必修", 10, 240]]
    totals, found = totals_of(plan_of(word(*TITLE, table, "表2 其他", practice)))

    assert (totals, found) == ([("其中:必修", of_which)], [f"其中:必修 {each}" for each in differing])


SUMMARY = [[None, "学分", "总学时"], ["第一学年", 15, 240], ["第二学年", 10, 240], ["总计", 25, 480]]


def with_summary(summary):
    rows = [
        ["第1学期", "网页基础", "必修", 9, 144],
        ["第2学期", "网页开发", "必修", 6, 96],
        ["第3学期", "岗位实习", "必修", 10, 240],
    ]
    return plan_of(word(*TITLE, [HEADING, *rows], "表3 学时学分汇总", summary))


def test_totals_by_year_below_a_heading_that_names_figures_alone():
    plan = with_summary(SUMMARY)

    assert totals_of(plan) == ([("第一学年", (1, 2)), ("第二学年", (3,)), ("总计", (1, 2, 3))], [])
    assert not plan.not_read


def test_wrong_totals_by_year_are_said():
    wrong = [*SUMMARY[:2], ["第二学年", 10, 204], ["总计", 25, 444]]

    assert totals_of(with_summary(wrong))[1] == ["第二学年 学时 204 ≠ 240", "总计 学时 444 ≠ 480"]


def test_a_table_of_figures_without_a_total_is_no_table_of_totals():
    plan = with_summary([[None, "学分", "总学时"], ["技能大赛", 4, 64], ["退役复学", 2, 32]])

    assert totals_of(plan) == ([], [])
    assert [each.rule for each in plan.not_read] == ["table-of-another-kind"]


LISTED = [
    ["课程类别", "课程性质", "课程名称", "学分", "总学时"],
    ["专业核心课", "必修", "网页开发", 6, 96],
    ["专业方向课（前端方向）", "限选", "网页动画", 3, 48],
    ["专业方向课（后端方向）", "限选", "网页数据", 3, 48],
    ["专业选修课", "任选", "网页欣赏", 2, 32],
]


@pytest.mark.parametrize(("stated", "differing"), [((6, 3, 2), []), ((7, 4, 2), ["专业核心课", "专业方向课(二选一)"])])
@pytest.mark.parametrize("heading", ["最低要求学分", "应修学分", "学分要求"])
def test_credits_that_are_asked_for_are_those_of_a_table_of_totals(heading, stated, differing):
    core, direction, elective = stated
    overview = [
        ["序号", "课程类别", heading, "学时", "学分比例"],
        [1, "专业核心课", core, 96, "55%"],
        [2, "专业方向课（二选一）", direction, 48, "27%"],
        [3, "专业选修课", elective, 32, "18%"],
    ]
    plan = plan_of(word("网页技术专业人才培养方案", overview, LISTED))

    assert [each.stated["credits"] for each in plan.totals] == [each * 100 for each in stated]
    assert plan.not_read == ()
    assert [each.subject.split()[0] for each in plan.problems if each.rule == "sum-differs"] == differing


def test_the_credits_of_electives_that_are_asked_for_are_none_of_the_whole():
    overview = [["课程类别", "选修学分要求", "学时"], ["专业核心课", 2, 96], ["专业选修课", 2, 32]]
    plan = plan_of(word("网页技术专业人才培养方案", overview, LISTED))

    assert [dict(each.stated) for each in plan.totals] == [{"hours": 96}, {"hours": 32}]
    assert [(each.rule, each.subject) for each in plan.not_read] == [("column-not-known", "选修学分要求")]
