"""The front of several certificates in a plan against all edits there are, on small plans."""

import contextlib
import random
import sys

import pytest

from analysis.training_plans.improvement.certificate_embedding import (
    EditSizes,
    EmbeddingProblem,
    OpenRequirement,
    embedding_values,
)
from analysis.training_plans.improvement.certificate_portfolio import (
    CertificatePortfolio,
    CoveredLevel,
    PortfolioProblem,
    PortfolioRest,
    broken_portfolio,
    covered_levels,
    hours_allowed,
    joint_problem,
    within,
)
from analysis.training_plans.improvement.plan_embedding import PlanEmbedding, WantedRequirement
from solvers.certificate_portfolios import certificate_portfolio
from solvers.models import portfolio_model, stages
from solvers.solver_errors import SolverTimeError
from solvers.solver_process import SolverProcess
from solvers.tasks import SolverLimits
from tests.solvers.test_certificate_embeddings import all_edits, random_problem, worth


def front_by_hand(problem):
    """Try all edits that keep the rules; keep what nothing is as good as, and of equals the first by its keys."""
    every = [each for each, broken in all_edits(problem) if not broken]
    trades = {}
    for edits in every:
        values = embedding_values(problem, edits)
        key = values["EXTRA_HOURS"], values["UNSERVED"]
        if key not in trades or worth(problem, edits) < worth(problem, trades[key]):
            trades[key] = edits
    best = [
        key for key in trades if not any(other != key and other[0] <= key[0] and other[1] <= key[1] for other in trades)
    ]
    return [(*key, trades[key]) for key in sorted(best)]


@pytest.mark.slow
async def test_300_random_plans_get_exactly_the_front_of_all_edits(solver):
    chance = random.Random(7)
    differing, longest = [], 0
    for number in range(300):
        most = chance.choice([0, 8, 24, 48])
        problem = within(random_problem(chance), most)
        wanted = front_by_hand(problem)
        found = await certificate_portfolio(solver, PortfolioProblem(problem, most))
        points = [(each.extra_hours, len(each.unserved), each.edits) for each in found.points]
        longest = max(longest, len(points))
        if points != wanted or not (found.is_complete and found.is_unique):
            differing.append((number, problem, wanted, found))

    assert differing == []
    assert longest >= 4


async def test_the_budget_is_that_of_the_portfolio_whatever_the_problem_says(solver):
    chance = random.Random(3)
    for _ in range(20):
        problem = random_problem(chance)
        found = await certificate_portfolio(solver, PortfolioProblem(within(problem, 0), 48))
        assert found == await certificate_portfolio(solver, PortfolioProblem(problem, 48))


async def test_a_front_that_cannot_be_begun_in_time_is_an_error(solver):
    problem = random_problem(random.Random(1), lines=(3,), requirements=(3,))

    with pytest.raises(SolverTimeError):
        await certificate_portfolio(solver, PortfolioProblem(problem, 48), SolverLimits(deterministic=0.0))


WORKER = """import sys
from solvers import worker
from solvers.models import stages
stages.SEARCH_LONGEST = stages.PROOF_LONGEST = {longest}
worker.main()
"""


def large_problem(chance):
    return random_problem(chance, lines=(12,), requirements=(30,), electives=(4,))._replace(sizes=EditSizes(), rules=())


@pytest.mark.slow
async def test_the_answer_is_the_same_by_one_search_as_part_by_part(solver):
    problem = PortfolioProblem(large_problem(random.Random(4)), 48)
    found = await certificate_portfolio(solver, problem)
    async with SolverProcess((sys.executable, "-c", WORKER.format(longest=0.0))) as other:
        by_parts = await certificate_portfolio(other, problem)

    assert found.is_unique
    assert len(found.points) > 3
    assert by_parts == found


@pytest.mark.slow
async def test_what_is_not_proven_in_time_has_its_bounds(solver):
    problem = PortfolioProblem(large_problem(random.Random(4)), 48)
    whole = await certificate_portfolio(solver, problem)
    least = {each.extra_hours: len(each.unserved) for each in whole.points}
    begun = []
    for deterministic in (0.0005, 0.001, 0.002, 0.004, 0.008, 0.016):
        with contextlib.suppress(SolverTimeError):
            begun.append(await certificate_portfolio(solver, problem, SolverLimits(deterministic=deterministic)))
    short = [each for each in begun if each.rest]

    assert short
    for each in short:
        best = min(count for hours, count in least.items() if hours <= each.rest.hours_most)
        assert each.rest.unserved_least <= best <= each.rest.unserved_found
        assert (each.is_complete, each.is_unique) == (False, False)
        assert not all(stage.is_proven for stage in each.stages)
        assert {point.extra_hours: len(point.unserved) for point in each.points}.items() <= least.items()


class Clock:
    """A clock for a model, which a test moves on."""

    now = 0.0

    def monotonic(self):
        return self.now


def front_used_up(monkeypatch, problem, points, seconds):
    """Solve; these seconds pass once this many points are proven."""
    clock, limits = Clock(), SolverLimits(seconds=60.0)
    proven = []
    for module in (portfolio_model, stages):
        monkeypatch.setattr(module, "time", clock)

    def report(stage):
        proven.append(stage.objective)
        if stage.objective == "EXTRA_HOURS" and proven.count("EXTRA_HOURS") == points:
            clock.now += seconds

    return portfolio_model.solve(problem, limits, report)


async def test_edits_are_least_where_the_front_uses_up_its_share(solver, monkeypatch):
    problem = PortfolioProblem(large_problem(random.Random(4)), 48)
    whole = await certificate_portfolio(solver, problem)
    found = front_used_up(monkeypatch, problem, points=2, seconds=31.0)

    assert len(whole.points) > 2
    assert found.points == whole.points[-2:]
    assert (found.has_unique_edits, found.is_unique) == (True, False)
    assert (found.rest.hours_most, found.rest.is_cut) == (found.points[0].extra_hours - 1, False)


def test_the_first_point_may_take_all_the_time_and_its_edits_are_named_not_the_least(monkeypatch):
    problem = PortfolioProblem(large_problem(random.Random(4)), 48)
    found = front_used_up(monkeypatch, problem, points=1, seconds=60.0)

    assert [[stage.objective for stage in each.stages] for each in found.points] == [["UNSERVED", "EXTRA_HOURS"]]
    assert broken_portfolio(problem.embedding, 48, found) == []
    assert (found.has_unique_edits, found.is_complete) == (False, False)


@pytest.mark.slow
async def test_points_beyond_the_most_are_cut_whatever_the_time_and_are_those_of_the_hours_left(solver, monkeypatch):
    problem = PortfolioProblem(large_problem(random.Random(4)), 48)
    whole = await certificate_portfolio(solver, problem)
    monkeypatch.setattr(portfolio_model, "POINTS_MOST", 2)
    cut = portfolio_model.solve(problem, SolverLimits())

    assert cut.points == whole.points[-2:]
    assert (cut.rest.is_cut, cut.is_complete, cut.is_unique) == (True, False, True)
    assert all(stage.is_proven for stage in cut.stages)
    assert broken_portfolio(problem.embedding, 48, cut) == []
    left = await certificate_portfolio(solver, PortfolioProblem(problem.embedding, cut.rest.hours_most))
    assert left.points == whole.points[:-2]
    monkeypatch.setattr(portfolio_model, "POINTS_MOST", len(whole.points))
    assert portfolio_model.solve(problem, SolverLimits()) == whole


async def test_a_wrong_answer_is_named(solver):
    chance = random.Random(11)
    front = CertificatePortfolio()
    problem = random_problem(chance)
    while len(front.points) < 2:
        problem = random_problem(chance)
        front = await certificate_portfolio(solver, PortfolioProblem(problem, 48))
    first, last = front.points[0], front.points[-1]

    assert broken_portfolio(problem, 48, front) == []
    assert "FRONT" in broken_portfolio(problem, 48, CertificatePortfolio((last, first)))
    assert broken_portfolio(problem, 48, CertificatePortfolio((first._replace(edits=last.edits),)))
    assert broken_portfolio(problem, 0, CertificatePortfolio((last,)))
    assert broken_portfolio(problem, 48, front._replace(rest=PortfolioRest(first.extra_hours, 0, 9))) == ["FRONT"]


def test_no_more_hours_are_allowed_than_edits_can_add():
    problem = random_problem(random.Random(5), lines=(2,), electives=(0,))
    free = [each for each in problem.lines if not each.is_locked]

    assert (hours_allowed(problem, 8), hours_allowed(problem, 10_000)) == (min(8, 16 * len(free)), 16 * len(free))


def test_problems_of_several_certificates_are_one_and_an_elective_teaches_for_all():
    chance = random.Random(2)
    one = random_problem(chance, lines=(2,), requirements=(2,), electives=(1,))
    other = one._replace(
        requirements=(OpenRequirement("x", {"l00": 50}),),
        electives=(one.electives[0]._replace(requirements=("x",)),),
    )
    joint = joint_problem([PlanEmbedding(each, {}, (), (), {}) for each in (one, other)])

    assert isinstance(joint, EmbeddingProblem)
    assert [each.key for each in joint.requirements] == ["r00", "r01", "x"]
    assert [each.requirements for each in joint.electives] == [(*one.electives[0].requirements, "x")]
    assert (joint.lines, joint.rules) == (one.lines, one.rules)


def test_a_level_is_whole_where_nothing_of_it_stays_open():
    wanted = {each: [WantedRequirement(f"{each}{at}", each, "1", "") for at in range(2)] for each in "AB"}
    found = covered_levels(wanted, ["A1"])

    assert found == [CoveredLevel("A", 1, 2), CoveredLevel("B", 2, 2)]
    assert [each.is_whole for each in found] == [False, True]
