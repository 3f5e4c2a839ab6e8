"""The model of several certificates in a plan: solved for ever fewer hours, until fewer hours cost no requirement.

All points of the front come before the choice among the edits of each, which takes most of the time.
"""

import time

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
from solvers.models.embedding_model import EmbeddingModel
from solvers.models.stages import StagedModel
from solvers.tasks import OutOfTimeError, ReportStage, SolverLimits, unreported

# What makes a point one of the front; the others choose among its edits.
_OF_THE_FRONT, _AMONG_EDITS = EMBEDDING_OBJECTIVES[:2], EMBEDDING_OBJECTIVES[2:]


def solve(problem: PortfolioProblem, limits: SolverLimits, report: ReportStage = unreported) -> CertificatePortfolio:
    """Find all points, those of most hours first: the most that can be taught, then with the least hours for it.

    Raises: OutOfTimeError where nothing at all was found.
    """
    ends = time.monotonic() + limits.seconds
    front: list[_Point] = []
    # No edits at all leave everything open.
    every = len(problem.embedding.requirements)
    rest = PortfolioRest(hours_allowed(problem.embedding, problem.hours_most), 0, every)
    while rest.hours_most >= 0 and len(front) < POINTS_MOST:
        point = _Point(problem, rest, limits._replace(seconds=ends - time.monotonic()), report)
        if not point.is_proven():
            rest = point.bounds(is_first=not front)
            break
        front.append(point)
        rest = PortfolioRest(point.extra_hours - 1, point.unserved + 1, every)
    return CertificatePortfolio(tuple(each.chosen() for each in reversed(front)), None if rest.hours_most < 0 else rest)


class _Point:
    """The point of most requirements within the hours that are left; fewer hours leave more open."""

    def __init__(
        self, problem: PortfolioProblem, rest: PortfolioRest, limits: SolverLimits, report: ReportStage
    ) -> None:
        self._rest = rest
        self._model = EmbeddingModel(within(problem.embedding, rest.hours_most))
        self._objectives = self._model.objectives()
        self._model.model.add(self._objectives["UNSERVED"] >= rest.unserved_least)
        self._staged = StagedModel(self._model.model, self._model.decisions, limits, report)

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

    def chosen(self) -> PortfolioPoint:
        """Choose among the edits of the point, as far as time allows."""
        edits, is_unique = self._model.answer(self._staged.values), False
        try:
            for each in _AMONG_EDITS:
                self._staged.minimize(each, self._objectives[each])
                edits = self._model.answer(self._staged.values)
            is_unique = self._staged.make_unique()
            edits = self._model.answer(self._staged.values)
        except OutOfTimeError:
            pass
        return PortfolioPoint(self.extra_hours, edits[1], edits[0], tuple(self._staged.stages), is_unique)
