"""The model of several certificates in a plan: solved for ever fewer hours, until fewer hours cost no requirement."""

import time

from analysis.training_plans.improvement.certificate_embedding import EMBEDDING_OBJECTIVES
from analysis.training_plans.improvement.certificate_portfolio import (
    POINTS_MOST,
    CertificatePortfolio,
    PortfolioPoint,
    PortfolioProblem,
    hours_allowed,
    within,
)
from solvers.models.embedding_model import EmbeddingModel
from solvers.models.stages import StagedModel
from solvers.tasks import OutOfTimeError, ReportStage, SolverLimits, unreported

# What makes a point one of the front; the others choose among its edits.
_OF_THE_FRONT = EMBEDDING_OBJECTIVES[:2]


def solve(problem: PortfolioProblem, limits: SolverLimits, report: ReportStage = unreported) -> CertificatePortfolio:
    """Find all points, those of most hours first: the most that can be taught, then with the least hours for it.

    Raises: OutOfTimeError where not even one is proven.
    """
    ends = time.monotonic() + limits.seconds
    most = hours_allowed(problem.embedding, problem.hours_most)
    points: list[PortfolioPoint] = []
    while most >= 0 and len(points) < POINTS_MOST:
        left = limits._replace(seconds=ends - time.monotonic())
        try:
            points.append(_point(problem, most, left, report))
        except OutOfTimeError:
            if not points:
                raise
            break
        most = points[-1].extra_hours - 1
    return CertificatePortfolio(tuple(reversed(points)), is_complete=most < 0)


def _point(problem: PortfolioProblem, most: int, limits: SolverLimits, report: ReportStage) -> PortfolioPoint:
    """Find the point of at most these hours. Raises: OutOfTimeError where it is not proven to be on the front."""
    model = EmbeddingModel(within(problem.embedding, most))
    staged = StagedModel(model.model, model.decisions, limits, report)
    objectives = model.objectives()
    for each in _OF_THE_FRONT:
        staged.minimize(each, objectives[each])
    if not staged.is_proven:
        raise OutOfTimeError
    edits = model.answer(staged.values)
    is_unique = False
    try:
        for each in EMBEDDING_OBJECTIVES[len(_OF_THE_FRONT) :]:
            staged.minimize(each, objectives[each])
            edits = model.answer(staged.values)
        is_unique = staged.make_unique()
        edits = model.answer(staged.values)
    except OutOfTimeError:
        pass
    hours = staged.stages[1].value
    return PortfolioPoint(hours, edits[1], edits[0], tuple(staged.stages), is_unique)
