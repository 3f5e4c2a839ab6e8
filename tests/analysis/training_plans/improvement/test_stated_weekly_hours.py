"""Courses are named whose weekly hours are stated otherwise than hours by weeks of teaching make."""

import pytest

from analysis.training_plans.improvement.stated_weekly_hours import unlike_weekly_hours
from tests.analysis.training_plans.improvement.test_plan_schedule import line, plan

WEEKS = {1: 1600, 2: 800}


@pytest.mark.parametrize(
    ("stated", "found"),
    [
        (line("网页", 56, weekly_hours={"1": 350}), []),
        (line("网页", 56, weekly_hours={"1": 400}), [("网页", 1, 4, 3.5)]),
        (line("网页", 56, weekly_hours={"*": 400}), [("网页", 1, 4, 3.5)]),
        # A plan that rounds is right.
        (line("网页", 50, weekly_hours={"1": 310}), []),
        # Half of odd hours stay halves.
        (line("网页", 65, (1, 2), weekly_hours={"1": 203, "2": 406}, semester_hours={"1": 1, "2": 1}), []),
        # Weeks of teaching that are not there, or hours that are not stated, say nothing.
        (line("网页", 56, (3,), weekly_hours={"3": 400}), []),
        (line("网页", None, weekly_hours={"1": 400}), []),
        (line("网页", None, weekly_hours={"1": 400}, weeks={"1": 800}), [("网页", 1, 4, 2)]),
        (line("网页", 56, weekly_hours={"1": 400}, is_counted=False), []),
        (line("网页", 56), []),
    ],
)
def test_only_what_differs_from_hours_by_weeks_is_named(stated, found):
    assert [*unlike_weekly_hours(plan(stated), WEEKS)] == found
