"""Weeks that a line or a week table states, and what rules make of them."""

import pytest

from analysis.training_plans.compliance.finding import MeasuredSpan, Undecided
from analysis.training_plans.training_plan import WeekRow
from tests.analysis.training_plans.compliance.made_plans import PLACE, finding, line, rule


def test_a_course_of_weekly_lessons_is_judged_though_it_says_for_how_many_weeks():
    credit = rule("HOURS_PER_CREDIT", measureLeast="16", measureMost="18", force="AS_A_RULE")
    lessons = line("网页基础", hours=36, credits=300, duration_weeks=1800)
    weekly = line("网页开发", hours=64, credits=400, duration_weeks=400, weekly_hours={"1": 1600})
    practice = line("综合实训", hours=80, credits=400, duration_weeks=400)

    found = finding(credit, [lessons, weekly, practice])

    assert (found.verdict, found.lines, found.outside, found.left_out) == ("REMARK", (1, 2), (1,), (3,))


@pytest.mark.parametrize(
    ("teaching", "reserve", "wanted"),
    [
        (1900, 100, "PASS"),
        (1950, 100, "UNKNOWN"),
        (2000, 50, "UNKNOWN"),
        (2050, 0, "FAIL"),
        (2050, 50, "FAIL"),
        (1800, 100, "FAIL"),
    ],
)
def test_weeks_in_reserve_decide_nothing_where_they_make_too_many(teaching, reserve, wanted):
    """The clause arranges 40 weeks of activity a year, and does not say whether weeks in reserve are among them."""
    year = rule("WEEKS_OF_YEAR", measureLeast="40", measureMost="40")
    weeks = [WeekRow(PLACE, each, {"教学": teaching - 100, "考试": 100, "机动": reserve}) for each in range(1, 7)]

    found = finding(year, [], weeks=weeks)

    assert found.verdict == wanted
    assert found.measured == MeasuredSpan(2 * (teaching + reserve), 2 * (teaching + reserve))
    assert found.undecided == ((Undecided("RESERVE_WEEKS"),) if wanted == "UNKNOWN" else ())
