"""The numbers of the rows next to the lines found: whichever row is lost, the numbers say so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.training_plans.training_plan import PlanPlace
from interchange.training_plans.checks.row_numbers import NumberedRow, number_remarks
from tests.interchange.training_plans.made_plans import sheet_plan

HEADING = ["序号", "课程名称", "课程性质", "学分", "总学时", "开课学期"]


def rows_of(numbers, table=1):
    return [NumberedRow(PlanPlace(1, "表", table, at), f"课{at}", each) for at, each in enumerate(numbers, 1)]


def said(numbers):
    return [each.rule for each in number_remarks(rows_of(numbers))]


@given(st.integers(3, 60), st.data())
def test_a_lost_row_leaves_a_gap_that_is_named(count, data):
    lost = data.draw(st.integers(2, count - 1))
    remarks = list(number_remarks(rows_of([each for each in range(1, count + 1) if each != lost])))

    assert [each.rule for each in remarks] == ["numbers-skip"]
    assert f"{lost - 1} " in remarks[0].subject


@given(st.integers(1, 60), st.integers(1, 60))
def test_numbers_that_go_on_or_begin_anew_say_nothing(first, second):
    assert said([*range(1, first + 1), *range(1, second + 1)]) == []


@pytest.mark.parametrize(
    ("numbers", "rules"),
    [
        ([1, 2, 2, 3], ["number-stands-twice"]),
        ([1, 2, 5, 3], ["numbers-skip", "number-stands-twice"]),
        ([2, 9, 4, 30, 7, 50, 11], ["numbers-in-no-order"]),
        ([1, 2, 3, 4, None, 5], ["lines-without-number"]),
        ([1, None, None, 2], []),
    ],
)
def test_what_numbers_say_of_rows(numbers, rules):
    assert said(numbers) == rules


def test_another_table_goes_on_or_begins_with_any_smaller_number():
    rows = [*rows_of([1, 2, 3]), *rows_of([2, 3], table=2)]
    assert list(number_remarks(rows)) == []
    assert [each.rule for each in number_remarks([*rows_of([1, 2]), *rows_of([4], table=2)])] == ["numbers-skip"]


def test_a_number_over_several_rows_is_one():
    plan = sheet_plan(
        HEADING,
        [1, "甲", "必修", 2, 32, 1],
        [None, "乙", "必修", 2, 32, 2],
        [2, "丙", "必修", 2, 32, 3],
        merges=("A3:A4",),
    )

    assert {each.rule for each in plan.guesses} == set()


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ((1, 2, 3, 4, 5, 6), []),
        ((1, 2, 1, 3, 4, 2), []),
        ((1, 2, None, 3, 4, None), []),
        ((1, 2, 3, 5, 6, 7), ["3 小计 → 5 网页"]),
        ((1, 2, 2, 4, 5, 3), ["2 英语 → 4 网页"]),
    ],
)
def test_rows_of_totals_may_have_numbers_of_courses_or_their_own(numbers, said):
    heading = ["课程模块", "序号", "课程名称", "课程性质", "学分", "总学时"]
    texts = (
        ("公共课", "思政", "必修", 3, 48),
        ("公共课", "英语", "必修", 3, 48),
        ("公共课", "小计", None, 6, 96),
        ("专业课", "网页", "必修", 3, 48),
        ("专业课", "数据库", "必修", 3, 48),
        ("专业课", "小计", None, 6, 96),
    )
    plan = sheet_plan(heading, *([row[0], number, *row[1:]] for number, row in zip(numbers, texts, strict=True)))

    assert len(plan.lines) == 4
    assert [each.subject for each in plan.guesses if each.rule == "numbers-skip"] == said


def test_a_total_that_is_read_as_a_course_has_no_number():
    rows = [[at, f"课{at}", "必修", 2, 32, 1] for at in range(1, 7)]
    plan = sheet_plan(HEADING, *rows, [None, "公共课部分", None, 12, 192, None])

    assert [
        (each.rule, each.subject, each.place.row) for each in plan.guesses if each.rule == "lines-without-number"
    ] == [("lines-without-number", "公共课部分", 9)]
