"""Credit conversion against all choices there are, on small problems."""

import itertools
import random

import pytest

from analysis.training_plans.improvement.credit_conversion import (
    ConversionProblem,
    ConversionRule,
    ConvertedCourse,
    ConvertibleCourse,
    HeldCertificate,
    broken_choice,
    credits_of_choice,
    filled_rules,
    refusals,
)
from solvers.credit_conversions import convert_credits
from solvers.solver_errors import SolverAnswerError, SolverProblemError

LEVELS = ("ELEMENTARY", "INTERMEDIATE", "ADVANCED")
BY_LEVEL = (
    ConversionRule("once", "COURSE_ONCE"),
    ConversionRule("eight", "CREDITS_MOST", most=800),
    ConversionRule("bank", "BANK_CREDITS"),
    ConversionRule("first", "COURSE_SCOPE", "ELEMENTARY", ("FOUNDATION",), is_required=True),
    ConversionRule("second", "COURSE_SCOPE", "INTERMEDIATE", ("CORE",), is_required=True),
    ConversionRule("third", "COURSE_SCOPE", "ADVANCED", ("FOUNDATION", "CORE"), is_required=True),
)
BY_COURSE = (
    ConversionRule("required", "COURSE_SCOPE", not_modules=("PRACTICE",), is_required=True),
    ConversionRule("one", "COURSES_MOST", most=1),
)


def random_problem(chance, certificates, courses, density=0.6):
    made = tuple(
        ConvertibleCourse(
            f"c{at:02}",
            chance.choice([100, 150, 200, 250, 300, 350, 400, 600, 900]),
            chance.choice(["FOUNDATION", "CORE", "CORE", "PRACTICE", None]),
            chance.choice(["REQUIRED", "REQUIRED", "REQUIRED", "ELECTIVE", None]),
        )
        for at in range(courses)
    )
    held = tuple(
        HeldCertificate(
            f"k{at:02}",
            chance.choice([*LEVELS, *LEVELS, None]),
            tuple(each.key for each in made if chance.random() < density),
            chance.choice([None, 350, 500, 650, 1000]),
        )
        for at in range(certificates)
    )
    return ConversionProblem(made, held, chance.choice([BY_LEVEL, BY_COURSE, (), BY_LEVEL[:2]]))


def all_choices(problem):
    """Every choice of allowed pairs in which no course stands twice and no certificate has too much."""
    allowed = [pair for pair, refused in refusals(problem).items() if not refused]
    courses = sorted({each.course for each in allowed})
    options = [[None, *(pair for pair in allowed if pair.course == course)] for course in courses]
    for choice in itertools.product(*options):
        pairs = tuple(sorted(each for each in choice if each))
        if not broken_choice(problem, pairs):
            yield pairs


@pytest.mark.slow
async def test_300_random_problems_have_the_most_credits_and_every_answer_that_is_as_good_in_order(solver):
    chance = random.Random(43)
    differing, converted = [], 0
    for number in range(300):
        problem = random_problem(chance, chance.randint(1, 3), chance.randint(1, 5))
        order = {pair: at for at, pair in enumerate(refusals(problem))}
        worth = {each: (-credits_of_choice(problem, each), -len(each)) for each in all_choices(problem)}
        best = min(worth.values())
        good = sorted(
            (each for each in worth if worth[each] == best), key=lambda each: sorted(order[pair] for pair in each)
        )
        answer = await convert_credits(solver, problem)
        converted += bool(answer.pairs)
        if [answer.pairs, *answer.alternatives] != good[:4] or [each.value for each in answer.stages] != [
            -best[0],
            -best[1],
        ]:
            differing.append((number, problem, good[:4], answer))

    assert differing == []
    assert converted > 100


async def test_every_pair_that_is_left_out_has_a_rule_to_cite(solver):
    chance = random.Random(5)
    without = []
    for _ in range(60):
        problem = random_problem(chance, 4, 8)
        answer = await convert_credits(solver, problem)
        for pair, refused in refusals(problem).items():
            if pair not in answer.pairs and not refused and not filled_rules(problem, answer.pairs, pair):
                without.append((problem, pair))

    assert without == []


async def test_the_answer_does_not_depend_on_the_order_of_rows(solver):
    problem = random_problem(random.Random(9), 6, 20)
    turned = problem._replace(courses=problem.courses[::-1], certificates=problem.certificates[::-1])

    assert await convert_credits(solver, problem) == await convert_credits(solver, turned)


async def test_more_certificates_than_are_solved_in_time_are_refused():
    certificates = tuple(HeldCertificate(f"k{at}", None, ()) for at in range(31))

    with pytest.raises(SolverProblemError):
        await convert_credits(None, ConversionProblem((), certificates, ()))


async def test_an_answer_that_breaks_a_rule_is_not_shown():
    class Liar:
        async def solve(self, task, problem, limits, report):
            return task.answer.validate_python({"pairs": [("k", "c")]})

    problem = ConversionProblem(
        (ConvertibleCourse("c", 900, "CORE", "REQUIRED"),), (HeldCertificate("k", "ADVANCED", ("c",)),), BY_LEVEL
    )

    with pytest.raises(SolverAnswerError):
        await convert_credits(Liar(), problem)


async def test_nothing_to_convert_is_an_answer(solver):
    answer = await convert_credits(solver, ConversionProblem((), (HeldCertificate("k", None, ()),), BY_LEVEL))

    assert (answer.pairs, answer.alternatives) == ((), ())


async def test_half_credits_count_in_full(solver):
    """3.5 and 4.5 fill eight; 3.5 and 5 do not fit."""
    courses = tuple(
        ConvertibleCourse(key, amount, "CORE", "REQUIRED") for key, amount in (("a", 350), ("b", 450), ("c", 500))
    )
    answer = await convert_credits(
        solver, ConversionProblem(courses, (HeldCertificate("k", "ADVANCED", ("a", "b", "c")),), BY_LEVEL)
    )

    assert answer.pairs == (ConvertedCourse("k", "a"), ConvertedCourse("k", "b"))
    assert [each.value for each in answer.stages] == [800, 2]
