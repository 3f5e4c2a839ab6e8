"""The model of several certificates in a plan: solved for ever fewer hours, until fewer hours cost no requirement.

All points of the front come before the choice among the edits of each, which takes most of the time; a share of the
seconds is kept for it.
"""

import time
from typing import NamedTuple

from analysis.training_plans.improvement.certificate_embedding import EMBEDDING_OBJECTIVES
from analysis.training_plans.improvement.certificate_portfolio import (
    POINTS_MOST,
    CertificatePortfolio,
    PortfolioPoint,
    PortfolioProblem,
    PortfolioRest,
    hours_allowed,
    within,
)
from analysis.training_plans.improvement.proof import SolvedStage
from solvers.models.embedding_model import EmbeddingModel
from solvers.models.stages import StagedModel
from solvers.tasks import OutOfTimeError, ReportStage, SolverLimits, unreported

# What makes a point one of the front; the others choose among its edits.
_OF_THE_FRONT, _AMONG_EDITS = EMBEDDING_OBJECTIVES[:2], EMBEDDING_OBJECTIVES[2:]

# Of the seconds, how many the points may take; the others choose among their edits.
_FRONT_SHARE = 0.5


def solve(problem: PortfolioProblem, limits: SolverLimits, report: ReportStage = unreported) -> CertificatePortfolio:
    """Find all points, those of most hours first: the most that can be taught, then with the least hours for it.

    Raises: OutOfTimeError where nothing at all was found.
    """
    ends = time.monotonic() + limits.seconds
    front, rest = _front(problem, limits, report)
    points = []
    for each in reversed(front):
        left = limits._replace(seconds=ends - time.monotonic())
        points.append(_with_least_edits(problem, each, left, report))
    return CertificatePortfolio(tuple(points), rest)


class _Proven(NamedTuple):
    """A point that is proven: within how many hours it was sought, its stages, and edits that reach it.

    Its model is made anew for its edits, so that one model at a time is in memory.
    """

    hours_most: int
    stages: tuple[SolvedStage, ...]
    values: list[int]


def _front(
    problem: PortfolioProblem, limits: SolverLimits, report: ReportStage
) -> tuple[list[_Proven], PortfolioRest | None]:
    """Find the points, and what is known of the hours whose points were not found or are too many."""
    begun = time.monotonic()
    front: list[_Proven] = []
    # No edits at all leave everything open.
    every = len(problem.embedding.requirements)
    rest = PortfolioRest(hours_allowed(problem.embedding, problem.hours_most), 0, every)
    while rest.hours_most >= 0:
        if len(front) == POINTS_MOST:
            return front, rest._replace(is_cut=True)
        # Without a first point there are no edits to choose among, so it may take all.
        share = limits.seconds * _FRONT_SHARE if front else limits.seconds
        point = _Point(problem, rest, limits._replace(seconds=begun + share - time.monotonic()), report)
        if not point.is_proven():
            return front, point.bounds(is_first=not front)
        front.append(point.proven())
        rest = PortfolioRest(point.extra_hours - 1, point.unserved + 1, every)
    return front, None


class _Point:
    """The point of most requirements within the hours that are left; fewer hours leave more open."""

    def __init__(
        self, problem: PortfolioProblem, rest: PortfolioRest, limits: SolverLimits, report: ReportStage
    ) -> None:
        self._rest = rest
        model = EmbeddingModel(within(problem.embedding, rest.hours_most))
        self._objectives = model.objectives()
        model.model.add(self._objectives["UNSERVED"] >= rest.unserved_least)
        self._staged = StagedModel(model.model, model.decisions, limits, report)

    @property
    def unserved(self) -> int:
        """How many requirements stay open."""
        return self._staged.stages[0].value

    @property
    def extra_hours(self) -> int:
        """The hours that it adds."""
        return self._staged.stages[1].value

    def is_proven(self) -> bool:
        """Find the point; whether it is proven to be on the front."""
        try:
            for each in _OF_THE_FRONT:
                self._staged.minimize(each, self._objectives[each])
        except OutOfTimeError:
            return False
        return self._staged.is_proven

    def bounds(self, *, is_first: bool) -> PortfolioRest:
        """Give what is known of a point that is not proven. Raises: OutOfTimeError: nothing of the first."""
        if not self._staged.stages:
            if is_first:
                raise OutOfTimeError
            return self._rest
        found = self._staged.stages[0]
        least = max(found.bound, self._rest.unserved_least)
        return PortfolioRest(self._rest.hours_most, least, found.value)

    def proven(self) -> _Proven:
        """Keep what its edits are sought by."""
        return _Proven(self._rest.hours_most, tuple(self._staged.stages), self._staged.values)


def _with_least_edits(
    problem: PortfolioProblem, point: _Proven, limits: SolverLimits, report: ReportStage
) -> PortfolioPoint:
    """Choose among the edits of a point, as far as time allows."""
    model = EmbeddingModel(within(problem.embedding, point.hours_most))
    objectives = model.objectives()
    for each in point.stages:
        model.model.add(objectives[each.objective] <= each.value)
    staged = StagedModel(model.model, model.decisions, limits, report)
    staged.stages, staged.values = list(point.stages), point.values
    edits, is_unique = model.answer(staged.values), False
    try:
        for objective in _AMONG_EDITS:
            staged.minimize(objective, objectives[objective])
            edits = model.answer(staged.values)
        is_unique = staged.make_unique()
        edits = model.answer(staged.values)
    except OutOfTimeError:
        pass
    return PortfolioPoint(point.stages[1].value, edits[1], edits[0], tuple(staged.stages), is_unique)
