"""Several certificates in one plan: every best trade-off between hours that are added and requirements taught."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from analysis.training_plans.improvement.certificate_embedding import (
    EmbeddingProblem,
    HourRule,
    OfferedElective,
    PlanEdits,
    broken_edits,
    embedding_values,
    unserved_by,
)
from analysis.training_plans.improvement.plan_embedding import PlanEmbedding, WantedRequirement
from analysis.training_plans.improvement.proof import SolvedStage, rule_label

# Each point may take seconds; what is beyond is named as cut.
POINTS_MOST = 60
_BUDGET = "BUDGET"


class PortfolioProblem(NamedTuple):
    """What is to be taught, by which lines and electives, and how many hours may be added at most."""

    embedding: EmbeddingProblem
    hours_most: int


class PortfolioPoint(NamedTuple):
    """The least edits that leave these requirements open: fewer stay open only where more hours are added."""

    extra_hours: int
    unserved: tuple[str, ...]
    edits: PlanEdits
    stages: tuple[SolvedStage, ...]
    is_unique: bool


class PortfolioRest(NamedTuple):
    """What is proven of the hours whose points are not: with at most these, at least that many requirements stay open.

    ``unserved_found``: how many stay open by the best edits that were found for these hours, or by none.
    ``is_cut``: these points were not sought, because there are as many as an answer may have.
    """

    hours_most: int
    unserved_least: int
    unserved_found: int
    is_cut: bool = False

    @property
    def stages(self) -> tuple[SolvedStage, ...]:
        """What is between the bounds as stages, of which one at least is not proven."""
        return (
            SolvedStage("UNSERVED", self.unserved_found, self.unserved_least),
            SolvedStage("EXTRA_HOURS", self.hours_most, 0),
        )


class CertificatePortfolio(NamedTuple):
    """The points, those of fewest hours first, and the rest, where those of fewer hours are not here."""

    points: tuple[PortfolioPoint, ...] = ()
    rest: PortfolioRest | None = None

    @property
    def is_complete(self) -> bool:
        """Whether these are all points."""
        return self.rest is None

    @property
    def stages(self) -> tuple[SolvedStage, ...]:
        """The stages of all points, and of the rest where it was sought."""
        of_rest = self.rest.stages if self.rest and not self.rest.is_cut else ()
        return (*(stage for each in self.points for stage in each.stages), *of_rest)

    @property
    def has_unique_edits(self) -> bool:
        """Whether the edits of each point are the only answer for it."""
        return all(each.is_unique for each in self.points)

    @property
    def is_unique(self) -> bool:
        """Whether the whole answer is the only one; where it is cut, it is so at the same point each time."""
        return (self.rest is None or self.rest.is_cut) and self.has_unique_edits


def within(problem: EmbeddingProblem, hours: int) -> EmbeddingProblem:
    """Give the problem with at most this many hours added."""
    others = [each for each in problem.rules if each.code != _BUDGET]
    return problem._replace(rules=(*others, HourRule(_BUDGET, {"EXTRA": 1}, hours)))


def hours_allowed(problem: EmbeddingProblem, most: int) -> int:
    """Give how many hours may be added: at most this many, and no more than all edits together add."""
    lines = [each for each in problem.lines if not each.is_locked]
    steps = problem.sizes.step * problem.sizes.steps_most * len(lines)
    return min(most, steps + sum(each.hours for each in problem.electives))


def joint_problem(stated: Sequence[PlanEmbedding]) -> EmbeddingProblem:
    """Make one problem of several certificates in the same plan; an elective may teach requirements of all."""
    electives: dict[str, OfferedElective] = {}
    for each in (elective for one in stated for elective in one.problem.electives):
        known = electives.get(each.key)
        both = {*(known.requirements if known else ()), *each.requirements}
        electives[each.key] = each._replace(requirements=tuple(sorted(both)))
    requirements = {each.key: each for one in stated for each in one.problem.requirements}
    return stated[0].problem._replace(
        requirements=tuple(requirements.values()), electives=tuple(electives[key] for key in sorted(electives))
    )


class CoveredLevel(NamedTuple):
    """How many requirements of a level are taught, of how many."""

    level: str
    covered: int
    requirements: int

    @property
    def is_whole(self) -> bool:
        """Whether nothing of it stays open."""
        return self.covered == self.requirements


def covered_levels(levels: Mapping[str, Iterable[WantedRequirement]], unserved: Iterable[str]) -> list[CoveredLevel]:
    """Count by level what is taught where these requirements stay open."""
    still_open = set(unserved)
    keys = {level: [each.key for each in wanted] for level, wanted in levels.items()}
    return [CoveredLevel(level, sum(key not in still_open for key in own), len(own)) for level, own in keys.items()]


def broken_portfolio(problem: EmbeddingProblem, hours_most: int, portfolio: CertificatePortfolio) -> list[str]:
    """Name what is wrong with an answer: rules that edits break, values that they do not have, points out of order."""
    broken = []
    for point in portfolio.points:
        own = within(problem, min(hours_most, point.extra_hours))
        broken += [rule_label(each) for each in broken_edits(own, point.edits)]
        if not broken:
            values = embedding_values(own, point.edits)
            broken += [each.objective for each in point.stages if values[each.objective] > each.value]
            if (unserved_by(own, point.edits), values["EXTRA_HOURS"]) != (point.unserved, point.extra_hours):
                broken.append("UNSERVED")
    for one, other in zip(portfolio.points, portfolio.points[1:], strict=False):
        if one.extra_hours >= other.extra_hours or len(one.unserved) <= len(other.unserved):
            broken.append("FRONT")
    if portfolio.rest and any(each.extra_hours <= portfolio.rest.hours_most for each in portfolio.points):
        broken.append("FRONT")
    return broken
