"""The bound of the peak by whole parts: never above the best schedule, and what proves the best of a large plan."""

import random

import pytest

from analysis.training_plans.improvement.semester_schedule import (
    ScheduledCourse,
    ScheduleProblem,
    Semester,
    objective_values,
)
from solvers.models import schedule_model
from solvers.models.whole_parts import least_peak
from solvers.tasks import SolverLimits
from tests.solvers.test_semester_scheduling import best_of_all, many_courses, random_problem


@pytest.mark.slow
def test_the_bound_is_never_above_the_best_schedule():
    chance = random.Random(31)
    reached = 0
    for _ in range(400):
        problem = random_problem(chance)._replace(order=("PEAK",))
        best = best_of_all(problem)
        if best is not None:
            peak, least = objective_values(problem, *best)["PEAK"], least_peak(problem)
            assert least <= peak, problem
            reached += least == peak

    # It is no bound for show.
    assert reached > 20


@pytest.mark.slow
def test_parts_that_fill_no_semester_prove_the_peak_of_a_large_plan():
    problem = many_courses()
    found = schedule_model.solve(problem, SolverLimits(seconds=600.0))

    # By their sum 14 hours a week are enough: seven semesters of 252 hours. They hold 105 parts of 16 hours, of 107.
    assert sum(sum(each.hours) for each in problem.courses) == 1744 <= 7 * 252
    assert least_peak(problem) == 15
    assert [(each.objective, each.value) for each in found.stages] == [
        ("PEAK", 15),
        ("MOVES", 4),
        ("SPREAD", 3),
        ("APART", 0),
        ("DISTANCE", 8),
    ]
    assert all(each.is_proven for each in found.stages)
    assert found.is_unique


def test_courses_that_may_lie_where_no_one_teaches_are_left_out_of_the_bound():
    semesters = (Semester(1, 1000), Semester(2, 0))
    anywhere = ScheduledCourse("a", (64,), (1, 2))

    assert least_peak(ScheduleProblem(semesters, (anywhere,))) == 0
    assert least_peak(ScheduleProblem(semesters, (anywhere._replace(begins=(1,)),))) == 7
    assert least_peak(ScheduleProblem((), ())) == 0
