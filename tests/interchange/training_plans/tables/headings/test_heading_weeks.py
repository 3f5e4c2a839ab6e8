"""Weeks in the headings of terms: the week table they stand for, and hours that are not made of them."""

import pytest

from interchange.training_plans.form.plan_export import export_workbook
from tests.interchange.documents.made_workbooks import SheetOf, workbook
from tests.interchange.training_plans.made_plans import HEAD, plan_of

MERGES = ("A2:A4", "B2:B4", "C2:C4", "D2:F2")


def sheet(rows, weeks=("15周", "16周", "0周"), name="表"):
    heading = [
        ["课程名称", "学分", "学时", "周学时安排", None, None],
        [None, None, None, "一", "二", "三"],
        [None, None, None, *weeks],
    ]
    return SheetOf(name, [*HEAD, *heading, *rows], MERGES)


ROWS = [["甲", 2, 30, 2, None, None], ["乙", 4, 64, None, 4, None], ["丙", 6, 110, 4, 3, None]]


def guesses(plan):
    return [(each.rule, each.subject, each.taken) for each in plan.guesses]


def week_table(plan):
    return [(each.semester, dict(each.weeks)) for each in plan.weeks]


def test_the_weeks_of_headings_are_the_week_table_and_hours_that_differ_are_reported():
    plan = plan_of(workbook(sheet(ROWS)))

    assert [each.weeks for each in plan.lines] == [{"1": 1500}, {"2": 1600}, {"1": 1500, "2": 1600}]
    assert week_table(plan) == [(1, {"课堂教学周数": 1500}), (2, {"课堂教学周数": 1600}), (3, {"课堂教学周数": 0})]
    assert guesses(plan) == [
        ("weekly-hours-and-weeks-differ", "108 ≠ 110", ""),
        ("weeks-by-headings", "15、16、0", "课堂教学周数"),
    ]
    assert (plan.guesses[0].place.row, plan.guesses[0].place.column, plan.problems) == (7, 1, ())


def test_weeks_that_most_hours_are_not_made_of_may_hold_more_than_classes():
    plan = plan_of(workbook(sheet(ROWS, ("18周", "18周", "18周"))))

    assert week_table(plan) == [(each, {"教学周数": 1800}) for each in (1, 2, 3)]
    assert guesses(plan) == [
        ("hours-of-other-weeks-than-headings", "36 ≠ 30、…", "3/3"),
        ("weeks-by-headings", "18、18、18", "教学周数"),
    ]


def test_headings_without_the_weeks_of_a_semester_are_no_week_table():
    plan = plan_of(workbook(sheet(ROWS, ("15周", None, "12周"))))

    assert (plan.weeks, guesses(plan)) == ((), [])


def test_a_table_of_weeks_counts_more_than_headings():
    weeks = [["学期", "教学周", "考试周"], ["一", 14, 1], ["二", 15, 1]]
    plan = plan_of(workbook(sheet(ROWS[:2]), SheetOf("周数", weeks)))

    assert (week_table(plan)[0], guesses(plan)) == ((1, {"教学周": 1400, "考试周": 100}), [])


def test_headings_that_state_other_weeks_for_a_semester_are_a_problem():
    plan = plan_of(workbook(sheet(ROWS[:2]), sheet([["丁", 2, 28, 2, None, None]], ("14周", "16周", "0周"), "续表")))

    assert [(each.rule, each.subject) for each in plan.problems] == [
        ("weeks-of-headings-differ", "周学时安排/一/14周: 15 ≠ 14")
    ]


@pytest.mark.parametrize("wanted", [15, 14])
def test_hours_of_a_term_among_weekly_hours_are_not_taken_for_a_product(wanted):
    plan = plan_of(workbook(sheet([["讲座", 1, 8, 4, 4, None], ["甲", 2, wanted * 2, 2, None, None]])))

    assert (plan.lines[0].semester_hours, plan.lines[0].weekly_hours) == ({"1": 4, "2": 4}, {})
    assert ("weekly-hours-and-weeks-differ" in {rule for rule, _, _ in guesses(plan)}) is False


def test_an_export_with_the_weeks_of_headings_is_read_back():
    plan = plan_of(workbook(sheet(ROWS)))
    again = plan_of(export_workbook(plan).data)

    assert (week_table(again), [each.weeks for each in again.lines]) == (
        week_table(plan),
        [each.weeks for each in plan.lines],
    )
