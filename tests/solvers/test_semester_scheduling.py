"""Schedules of semesters against all schedules there are, on small problems."""

import itertools
import random

import pytest

from analysis.training_plans.improvement.proof import RuleConflict, SolvedStage, rule_label
from analysis.training_plans.improvement.semester_schedule import (
    OBJECTIVES,
    CapacityShortage,
    CertificateExamination,
    Prerequisite,
    ScheduledCourse,
    ScheduleProblem,
    Semester,
    SemesterLimits,
    broken_rules,
    hours_most,
    loads,
    objective_values,
)
from solvers.models import schedule_model
from solvers.models.schedule_start import even_start
from solvers.semester_scheduling import schedule_semesters
from solvers.solver_errors import SolverAnswerError
from solvers.tasks import SCHEDULE, SolverLimits


def random_problem(chance):
    semesters = tuple(
        Semester(each, chance.choice([1000, 1500, 1700]), chance.choice([0, 0, 16]))
        for each in range(1, chance.randint(3, 4) + 1)
    )
    last = len(semesters)
    courses = []
    for at in range(chance.randint(2, 5)):
        hours = tuple(chance.choice([8, 16, 30, 32, 48]) for _ in range(chance.choice([1, 1, 1, 2])))
        begins = [each for each in range(1, last - len(hours) + 2) if chance.random() < 0.85] or [1]
        courses.append(ScheduledCourse(f"c{at}", hours, tuple(begins), chance.choice([None, *begins])))
    keys = [each.key for each in courses]
    pairs = [(one, other) for one, other in itertools.permutations(keys, 2) if one < other and chance.random() < 0.2]
    examinations = [
        CertificateExamination(
            f"x{at}", tuple(sorted(chance.sample(range(1, last + 1), 2))), tuple(chance.sample(keys, 2))
        )
        for at in range(chance.choice([0, 1, 2]))
    ]
    limits = SemesterLimits(
        chance.choice([None, 4, 7]), chance.choice([0, 0, 1]), chance.choice([None, 2, 3]), chance.choice([0, 0, 1])
    )
    order = tuple(chance.sample(OBJECTIVES, chance.randint(1, 4)))
    return ScheduleProblem(
        semesters, tuple(courses), tuple(itertools.starmap(Prerequisite, pairs)), tuple(examinations), limits, order
    )


def all_schedules(problem):
    keys = [each.key for each in problem.courses]
    names = [each.key for each in problem.examinations]
    for begins in itertools.product(*(each.begins for each in problem.courses)):
        for sessions in itertools.product(*(each.semesters for each in problem.examinations)):
            yield dict(zip(keys, begins, strict=True)), dict(zip(names, sessions, strict=True))


def best_of_all(problem):
    """The best schedule, of those as good the first by the keys of courses and examinations; none where all break rules."""

    def worth(schedule):
        values = objective_values(problem, *schedule)
        return [values[each] for each in problem.order], [part[key] for part in schedule for key in sorted(part)]

    good = [each for each in all_schedules(problem) if not broken_rules(problem, *each)]
    return min(good, key=worth, default=None)


@pytest.mark.slow
async def test_300_random_problems_have_the_best_schedule_of_all(solver):
    chance = random.Random(19)
    differing, with_schedule = [], 0
    for number in range(300):
        problem = random_problem(chance)
        best = best_of_all(problem)
        answer = await schedule_semesters(solver, problem)
        with_schedule += best is not None
        found = (answer.begins, answer.examined) if answer.begins else None
        values = [each.value for each in answer.stages]
        wanted = [objective_values(problem, *best)[each] for each in problem.order] if best else []
        if (found, values) != (best, wanted) or answer.is_unique != (best is not None):
            differing.append((number, problem, best, answer))

    assert differing == []
    assert 100 < with_schedule < 290


@pytest.mark.slow
async def test_problems_of_equal_courses_have_the_best_schedule_of_all(solver):
    chance = random.Random(23)
    differing, with_equal = [], 0
    for number in range(60):
        problem = random_problem(chance)
        hours = problem.courses[0].hours
        begins = tuple(range(1, len(problem.semesters) - len(hours) + 2))
        courses = tuple(ScheduledCourse(f"c{at}", hours, begins, begins[-1]) for at in range(5))
        problem = problem._replace(courses=courses)
        best = best_of_all(problem)
        answer = await schedule_semesters(solver, problem)
        with_equal += best is not None and len(set(best[0].values())) > 1
        if ((answer.begins, answer.examined) if answer.begins else None) != best or answer.is_unique != (
            best is not None
        ):
            differing.append((number, problem, best, answer))

    assert differing == []
    assert with_equal > 10


def least_excess(problem, rules, every):
    """For each weekly limit of a conflict the least excess among schedules that break nothing else."""
    most = {str(each.number): hours_most(each, problem.limits) or 0 for each in problem.semesters}
    least = {}
    for rule in rules:
        only = [each for broken, each in every if broken == {rule}]
        if rule[0] == "WEEKLY_HOURS_MOST" and only:
            least[rule_label(rule)] = min(loads(problem, each[0])[int(rule[1])] - most[rule[1]] for each in only)
    return least


async def test_rules_in_conflict_are_a_least_set_and_give_what_ends_the_conflict(solver):
    """Every random conflict is broken by each schedule, and by none any more where one of its rules is left out."""
    chance = random.Random(4)
    conflicts = 0
    while conflicts < 40:
        problem = random_problem(chance)._replace(order=())
        answer = await schedule_semesters(solver, problem)
        if answer.conflict is None:
            continue
        conflicts += 1
        rules = set(answer.conflict.rules)
        every = [(set(broken_rules(problem, *each)), each) for each in all_schedules(problem)]
        broken = [all_broken & rules for all_broken, _ in every]
        assert all(broken)
        assert all({rule} in broken for rule in rules), answer.conflict
        assert answer.conflict.gives == least_excess(problem, rules, every), problem


async def test_the_answer_is_the_same_for_each_seed_and_order_of_rows(solver):
    chance = random.Random(7)
    courses = tuple(
        ScheduledCourse(f"c{at:02}", (chance.choice([32, 48, 64]),), (1, 2, 3, 4), chance.randint(1, 4))
        for at in range(14)
    )
    pairs = tuple(Prerequisite(f"c{at:02}", f"c{at + 7:02}") for at in range(7))
    problem = ScheduleProblem(tuple(Semester(each, 1600) for each in range(1, 5)), courses, pairs)
    answers = [await schedule_semesters(solver, problem, SolverLimits(seed=seed)) for seed in (0, 1, 12345)]
    turned = problem._replace(courses=courses[::-1], prerequisites=pairs[::-1])
    answers.append(await schedule_semesters(solver, turned))

    assert all(each.is_unique for each in answers)
    assert len({tuple(sorted(each.begins.items())) for each in answers}) == 1


async def test_a_shortage_needs_no_solver():
    problem = ScheduleProblem(
        (Semester(1, 1000),), (ScheduledCourse("A", (31,), (1,)),), limits=SemesterLimits(weekly_hours_most=3)
    )

    answer = await schedule_semesters(None, problem)

    assert answer.shortages == (CapacityShortage(1, 1, 31, 30),)


async def test_a_conflict_names_its_rules_and_what_the_limit_must_give(solver):
    """Each semester holds 100 hours: 180 in all, but of three courses of 60 only one fits in each."""
    courses = tuple(ScheduledCourse(key, (60,), (1, 2)) for key in "ABC")
    problem = ScheduleProblem(
        (Semester(1, 1000), Semester(2, 1000)), courses, limits=SemesterLimits(weekly_hours_most=10)
    )

    answer = await schedule_semesters(solver, problem)

    assert answer.conflict == RuleConflict(
        (("WEEKLY_HOURS_MOST", "1"), ("WEEKLY_HOURS_MOST", "2")),
        {"WEEKLY_HOURS_MOST:1": 20, "WEEKLY_HOURS_MOST:2": 20},
    )


async def test_an_answer_that_breaks_a_rule_is_not_shown():
    class Liar:
        async def solve(self, task, problem, limits, report):
            return task.answer.validate_python({"begins": {"A": 2}})

    problem = ScheduleProblem((Semester(1, 1000), Semester(2, 1000)), (ScheduledCourse("A", (8,), (1,)),))

    with pytest.raises(SolverAnswerError):
        await schedule_semesters(Liar(), problem)


def test_problem_and_answer_are_the_same_after_the_way_to_the_process_and_back():
    problem = random_problem(random.Random(2))

    assert SCHEDULE.problem.validate_python(SCHEDULE.problem.dump_python(problem, mode="json")) == problem


# Hours by semester, the semester of now, and how many courses are so: a bachelor's plan of 41 courses in seven semesters,
# each of which may begin in any. Most of its semesters are 18 weeks of nearly fourteen hours when it is even.
_MANY = """16+16 6 10 | 32 4 3 | 64 4 3 | 64 1 2 | 32 3 2 | 64 5 2 | 32 5 2 | 48 2 1 | 48 3 1 | 48 4 1 | 32 1 1 | 34 1 1 | 38 2 1
| 38 3 1 | 34 4 1 | 20 1 1 | 20 6 1 | 64 2 1 | 72 3 1 | 64 6 1 | 64 7 1 | 48 5 1 | 48 6 1 | 32 6 1"""


def many_courses():
    courses = []
    for each in _MANY.split("|"):
        hours, now, count = each.split()
        by_semester = tuple(map(int, hours.split("+")))
        begins = tuple(range(1, 9 - len(by_semester)))
        courses += [
            ScheduledCourse(f"{len(courses) + at:02}", by_semester, begins, int(now)) for at in range(int(count))
        ]
    return ScheduleProblem(tuple(Semester(each, 1800) for each in range(1, 8)), tuple(courses))


def test_what_was_found_until_the_time_ran_out_is_answered_with_what_is_proven_of_it():
    """The time of the solver itself, which is the same on every machine."""
    problem = many_courses()
    found = schedule_model.solve(problem, SolverLimits(seconds=600.0, deterministic=0.1))
    now = {each.key: each.begins_now for each in problem.courses}
    worth = objective_values(problem, found.begins, found.examined)

    assert broken_rules(problem, found.begins, found.examined) == ()
    assert [each.objective for each in found.stages] == list(problem.order)
    assert {each.objective: each.value for each in found.stages} == worth
    peak, moves, spread, *_ = found.stages
    # Now one semester has 21 hours a week.
    assert (objective_values(problem, now, {})["PEAK"], peak.bound, peak.value) == (21, 15, 15)
    assert (moves.is_proven, spread.is_proven, found.is_unique) == (True, False, False)


def test_a_course_that_must_move_moves_no_further_than_it_must():
    semesters = tuple(Semester(each, 1800) for each in range(1, 7))
    courses = tuple(ScheduledCourse(key, (36,), tuple(range(1, 7)), 5) for key in "AB")
    problem = ScheduleProblem(semesters, courses)
    found = schedule_model.solve(problem, SolverLimits())
    without = schedule_model.solve(problem._replace(order=("PEAK", "MOVES", "SPREAD", "APART")), SolverLimits())

    assert (found.begins, without.begins) == ({"A": 4, "B": 5}, {"A": 1, "B": 5})
    assert (found.stages[-1], found.is_unique) == (SolvedStage("DISTANCE", 1, 1), True)


def test_a_start_is_even_and_begins_each_course_where_it_may():
    problem = many_courses()
    begins = even_start(problem)

    assert all(begins[each.key] in each.begins for each in problem.courses)
    assert objective_values(problem, begins, {})["PEAK"] == 15
    assert even_start(problem._replace(courses=problem.courses[::-1])) == begins
