"""A certificate in a plan against all edits there are, on small plans."""

import itertools
import random
from collections import Counter

import pytest

from analysis.training_plans.improvement.certificate_embedding import (
    EMBEDDING_OBJECTIVES,
    EditSizes,
    EmbeddingLine,
    EmbeddingProblem,
    HourRule,
    OfferedElective,
    OpenRequirement,
    PlanEdits,
    broken_edits,
    embedding_values,
    limits_now,
    measures_of,
    rule_value,
    unserved_by,
)
from solvers.certificate_embeddings import embed_certificate
from solvers.solver_errors import SolverAnswerError
from solvers.tasks import SolverLimits

SIZES = EditSizes(steps_most=2)


def random_problem(chance, lines=(1, 2, 2, 3), requirements=(1, 2, 3), electives=(0, 1, 2)):
    made = tuple(
        EmbeddingLine(
            f"l{at:02}",
            hours := chance.choice([8, 16, 32]),
            chance.choice([0, hours // 2, hours]),
            chance.choice(["COMMON", "CORE"]),
            chance.random() < 0.3,
            chance.choice([1, 2]),
            chance.random() < 0.15,
        )
        for at in range(chance.choice(lines))
    )
    wanted = tuple(
        OpenRequirement(
            f"r{at:02}", {each.key: chance.choice([25, 50, 75, 100]) for each in made if chance.random() < 0.6}
        )
        for at in range(chance.choice(requirements))
    )
    offered = tuple(
        OfferedElective(
            f"e{at}",
            chance.choice([16, 24]),
            8,
            chance.choice([1, 2]),
            tuple(each.key for each in wanted if chance.random() < 0.5),
        )
        for at in range(chance.choice(electives))
    )
    total = sum(each.hours for each in made)
    rules = (
        HourRule("budget", {"EXTRA": 1}, chance.choice([0, 8, 16, 24, 48])),
        HourRule("total", {"TOTAL": 1}, total + chance.choice([-8, 8, 24, 100])),
        HourRule("common", {"TOTAL": 1, "MODULE:COMMON": -4}, 0),
        HourRule("practice", {"TOTAL": 1, "PRACTICE": -2}, 0),
        HourRule("elective", {"TOTAL": 1, "ELECTIVE": -10}, 0),
        HourRule("second", {"SEMESTER:2": 1}, chance.choice([8, 16])),
    )
    return EmbeddingProblem(made, wanted, offered, tuple(each for each in rules if chance.random() < 0.6), SIZES)


def all_edits(problem):
    """Every choice of at most one line a requirement, of steps of each line, and of electives, rules or no rules."""
    free = [each.key for each in problem.lines if not each.is_locked]
    options = [[None, *sorted(each.affinities)] for each in problem.requirements]
    for choice in itertools.product(*options):
        outcomes = tuple((each.key, line) for each, line in zip(problem.requirements, choice, strict=True) if line)
        for steps in itertools.product(range(SIZES.steps_most + 1), repeat=len(free)):
            extended = {key: 8 * count for key, count in zip(free, steps, strict=True) if count}
            for taken in itertools.product((False, True), repeat=len(problem.electives)):
                keys = tuple(each.key for each, is_taken in zip(problem.electives, taken, strict=True) if is_taken)
                edits = PlanEdits(outcomes, extended, keys)
                broken = broken_edits(problem, edits)
                if all(each[0] == "RULE" for each in broken):
                    yield edits, {each[1] for each in broken}


def worth(problem, edits):
    """The objectives, then the decisions in the order of their keys."""
    pairs = [(each.key, line) in edits.outcomes for each in problem.requirements for line in sorted(each.affinities)]
    steps = [
        edits.extended.get(each.key, 0) >= 8 * (at + 1) for each in problem.lines for at in range(SIZES.steps_most)
    ]
    values = embedding_values(problem, edits)
    return [values[each] for each in EMBEDDING_OBJECTIVES], [
        *pairs,
        *(each.key in edits.electives for each in problem.electives),
        *steps,
    ]


@pytest.mark.slow
async def test_300_random_plans_get_the_least_edits_of_all_and_the_rules_that_forbid_more(solver):
    chance = random.Random(1)
    differing, edited, conflicts = [], 0, 0
    for number in range(300):
        problem = random_problem(chance)
        every = list(all_edits(problem))
        best = min((each for each, broken in every if not broken), key=lambda each: worth(problem, each))
        least = min(len(unserved_by(problem, each)) for each, _ in every)
        answer = await embed_certificate(solver, problem)
        edited += bool(answer.edits.outcomes or answer.edits.electives)
        conflicts += bool(answer.conflicts)
        is_same = (answer.edits, [each.value for each in answer.stages]) == (best, worth(problem, best)[0])
        is_open = len(answer.unserved) > least
        if not (is_same and answer.is_unique and is_open == bool(answer.conflicts)):
            differing.append((number, problem, best, answer))
        if is_open:
            assert answer.unserved_without_rules == least
            check_conflict(problem, answer, [pair for pair in every if len(unserved_by(problem, pair[0])) <= least])

    assert differing == []
    assert (edited > 150, conflicts > 60) == (True, True)


def check_conflict(problem, answer, serving):
    """Of edits that serve all there is to serve, each breaks a rule of the conflict, and some break no other of it."""
    conflict = answer.conflicts[0]
    rules = {each[1] for each in conflict.rules}
    assert all(broken & rules for _, broken in serving)
    assert all(any(broken & rules == {rule} for _, broken in serving) for rule in rules)
    limits = limits_now(problem)
    gives = {}
    for rule in problem.rules:
        alone = [rule_value(rule, measures_of(problem, edits)) for edits, broken in serving if broken == {rule.code}]
        if rule.code in rules and alone:
            gives[f"RULE:{rule.code}"] = min(alone) - limits[rule.code]
    assert conflict.gives == gives


async def test_the_answer_is_the_same_for_each_seed_and_order_of_rows(solver):
    chance = random.Random(3)
    problem = random_problem(chance, lines=(12,), requirements=(20,), electives=(3,))._replace(sizes=EditSizes())
    turned = problem._replace(
        lines=problem.lines[::-1],
        requirements=tuple(
            each._replace(affinities=dict(reversed(each.affinities.items()))) for each in problem.requirements[::-1]
        ),
        electives=problem.electives[::-1],
    )
    answers = [await embed_certificate(solver, problem, SolverLimits(seed=seed)) for seed in (0, 1, 12345)]

    assert answers[0].is_unique
    assert [*answers[1:], await embed_certificate(solver, turned)] == [answers[0]] * 3


def test_a_rule_that_is_broken_before_may_not_get_worse():
    problem = EmbeddingProblem(
        (EmbeddingLine("a", 100, 20, "CORE"),),
        (OpenRequirement("r", {"a": 50}),),
        rules=(HourRule("total", {"TOTAL": 1}, 90), HourRule("practice", {"TOTAL": 1, "PRACTICE": -2}, 0)),
    )

    assert limits_now(problem) == {"total": 100, "practice": 60}
    assert broken_edits(problem, PlanEdits((("r", "a"),))) == ()
    assert broken_edits(problem, PlanEdits((("r", "a"),), {"a": 8})) == (("RULE", "total"),)


def test_hours_after_edits_are_counted_by_module_nature_and_semester():
    problem = EmbeddingProblem(
        (EmbeddingLine("a", 32, 16, "CORE", semester=2), EmbeddingLine("b", 16, 0, "COMMON", is_elective=True)),
        (),
        (OfferedElective("e", 24, 10, 4, ()),),
    )

    assert measures_of(problem, PlanEdits((), {"a": 8}, ("e",))) == Counter(
        {
            "TOTAL": 80,
            "PRACTICE": 30,
            "ELECTIVE": 40,
            "EXTRA": 32,
            "MODULE:CORE": 40,
            "MODULE:COMMON": 16,
            "MODULE:None": 24,
            "SEMESTER:2": 8,
            "SEMESTER:4": 24,
            "SEMESTER:1": 0,
        }
    )


@pytest.mark.parametrize(
    ("edits", "broken"),
    [
        (PlanEdits((("r", "b"),)), (("EVIDENCE", "r", "b"),)),
        (PlanEdits((("r", "locked"),)), (("LOCKED", "locked"),)),
        (PlanEdits((), {"a": 8}), (("STEPS", "a"),)),
        (PlanEdits((("r", "a"),), {"a": 40}), (("STEPS", "a"),)),
        (PlanEdits((("r", "a"), ("s", "a"))), (("ROOM", "a"),)),
        (PlanEdits((("r", "a"), ("s", "a")), {"a": 8}), ()),
    ],
)
def test_edits_that_are_not_possible_are_named(edits, broken):
    lines = (EmbeddingLine("a", 16), EmbeddingLine("b", 16), EmbeddingLine("locked", 64, is_locked=True))
    wanted = (OpenRequirement("r", {"a": 50, "locked": 90}), OpenRequirement("s", {"a": 50}))

    assert broken_edits(EmbeddingProblem(lines, wanted), edits) == broken


async def test_an_answer_that_breaks_a_rule_is_not_shown():
    class Liar:
        async def solve(self, task, problem, limits, report):
            return task.answer.validate_python({"edits": {"outcomes": [("r", "b")]}, "unserved": []})

    problem = EmbeddingProblem((EmbeddingLine("a", 16),), (OpenRequirement("r", {"a": 50}),))

    with pytest.raises(SolverAnswerError):
        await embed_certificate(Liar(), problem)
