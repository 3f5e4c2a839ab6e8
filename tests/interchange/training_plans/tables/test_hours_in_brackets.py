"""Figures in brackets under the terms: hours of the terms where they make those of the course."""

import pytest

from tests.interchange.training_plans.made_plans import rules, sheet_plan

HEADING = ["课程名称", "学分", "总学时", "一", "二", "三"]


def test_figures_in_brackets_that_make_the_hours_are_those_of_the_terms():
    plan = sheet_plan(
        HEADING,
        ["形势与政策", 1, 24, "(8)", "(8)", "(8)"],
        ["军事理论", 2, 36, "（36）", None, None],
        ["大学英语", 4, 64, 4, None, None],
    )

    policy, theory, _ = plan.lines
    assert (policy.semesters, policy.semester_hours, policy.alternatives) == ((1, 2, 3), {"1": 8, "2": 8, "3": 8}, ())
    assert (theory.semesters, theory.semester_hours, theory.weekly_hours) == ((1,), {"1": 36}, {})
    assert [each.subject for each in plan.guesses if each.rule == "hours-of-terms-among-weekly-hours"] == [
        "(8)、(8)、(8)",
        "(36)",
    ]


def test_weekly_hours_in_brackets_stay_terms_to_choose_from():
    plan = sheet_plan(HEADING, ["普通话", 2, 32, None, "(2)", "(2)"], ["大学英语", 4, 64, 4, None, None])

    assert (plan.lines[0].semesters, plan.lines[0].alternatives, plan.lines[0].semester_hours) == ((), (2, 3), {})


def test_no_figures_in_brackets_are_no_hours_of_a_course_of_none():
    plan = sheet_plan(HEADING, ["入学教育", 1, 0, None, None, None], ["大学英语", 4, 64, 4, None, None])

    assert plan.lines[0].hours == 0
    assert "hours-of-terms-among-weekly-hours" not in rules(plan.guesses)


@pytest.mark.parametrize("cell", ["(4.5)", 4.5])
def test_half_hours_are_not_cut_to_whole_hours_of_the_terms(cell):
    plan = sheet_plan(HEADING, ["劳动教育", 0.5, 9, cell, cell, None], ["大学英语", 4, 64, 4, None, None])

    assert plan.lines[0].semester_hours == {}
    assert "hours-of-terms-do-not-add-up" not in rules(plan.problems)
    assert "hours-of-terms-among-weekly-hours" not in rules(plan.guesses)
