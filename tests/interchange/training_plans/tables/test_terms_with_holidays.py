"""A term that has holidays or a short term in it, 第一学期（含暑假）, is that term, and the report says so."""

import pytest

from tests.interchange.documents.made_workbooks import SheetOf, workbook
from tests.interchange.training_plans.made_plans import HEAD, plan_of, rules, sheet_plan

HEADING = ["课程名称", "课程性质", "学分", "总学时"]
ROWS = [["程序设计", "必修", 8, 128, 4, 4], ["语文", "必修", 4, 64, 4, None], ["数学", "必修", 4, 64, None, 4]]


@pytest.mark.parametrize(
    ("label", "is_said"),
    [
        ("第一学期（含暑假）", True),
        ("第一学期（16周，含暑假）", True),
        ("第1学期含小学期", True),
        ("第一学期（包括暑期4周）", True),
        ("第一学期（不含暑假）", False),
        ("第一学期", False),
    ],
)
def test_a_column_of_a_term_with_holidays_is_that_term(label, is_said):
    plan = sheet_plan([*HEADING, label, "第二学期"], *ROWS)

    assert [(each.semesters, each.summer_terms) for each in plan.lines] == [((1, 2), ()), ((1,), ()), ((2,), ())]
    assert ("term-with-holidays" in rules(plan.guesses)) is is_said


@pytest.mark.parametrize("label", ["第一学年暑假", "第一学年小学期"])
def test_a_column_of_a_summer_term_stays_one(label):
    plan = sheet_plan([*HEADING, "第一学期", "第二学期", label], *[[*each, None] for each in ROWS[:2]], [*ROWS[2], 2])

    assert plan.lines[2].summer_terms == (2,)
    assert "term-with-holidays" not in rules(plan.guesses)


def test_a_cell_of_semesters_may_say_it_too():
    rows = [["程序设计", "必修", 8, 128, "1（含暑假）"], ["语文", "必修", 4, 64, "2"]]
    plan = sheet_plan([*HEADING, "开课学期"], *rows)

    assert [each.semesters for each in plan.lines] == [(1,), (2,)]
    assert [(each.subject, each.taken) for each in plan.guesses if each.rule == "term-with-holidays"] == [
        ("1(含暑假)", "1")
    ]


@pytest.mark.parametrize(
    "labels",
    [
        ["第一学期", "第二学期（含暑假）", "第三学期"],
        ["2025-2026学年第一学期", "2025-2026学年第二学期（含暑假）", "2026-2027学年第一学期"],
    ],
)
def test_a_row_of_weeks_of_a_term_with_holidays_is_that_term(labels):
    sheet = [["学期", "课堂教学", "考试", "合计"], *([each, 16, 1, 17] for each in labels), ["合计", 48, 3, 51]]
    courses = [*HEAD, [*HEADING, "开课学期"], ["语文", "必修", 4, 64, "1"]]
    plan = plan_of(workbook(SheetOf("课程", courses), SheetOf("周数", sheet)))

    assert [each.semester for each in plan.weeks] == [1, 2, 3, None]
    assert [(each.subject, each.taken) for each in plan.guesses if each.rule == "term-with-holidays"] == [
        (labels[1].replace("（", "(").replace("）", ")"), "2")
    ]
    assert "summer-weeks-not-kept" not in rules(plan.not_read)
