"""Plans as problems for the solver, checked: what a caller names must be there and must be able to move."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from analysis.training_plans.improvement.certificate_portfolio import PortfolioProblem, joint_problem
from analysis.training_plans.improvement.conversion_rules import (
    CreditRuleRow,
    conversion_rules,
    is_computed,
    rules_of_college,
)
from analysis.training_plans.improvement.plan_conversion import ConversionWishes, PlanConversion, plan_conversion
from analysis.training_plans.improvement.plan_embedding import (
    CourseEvidence,
    EmbeddingWishes,
    Grounds,
    PlanEmbedding,
    WantedRequirement,
    plan_embedding,
)
from analysis.training_plans.improvement.plan_schedule import PlanSchedule, ScheduleWishes, plan_schedule
from analysis.training_plans.training_plan import PlanReading
from graph.model.alignments import COVERING
from graph.model.codes import CERTIFICATE_LEVEL_CODE
from graph.model.source_phrases import CREDIT_BODIES
from resolvers.editing.alignments import LIVE
from resolvers.questions.shared.evidence_arguments import SUFFICIENT_STRENGTH
from resolvers.services.improvements.schedule_records import HELD_REASON
from server.plans.improvements.improvement_errors import (
    CourseBeginsError,
    CourseHeldError,
    CourseNotInPlanError,
    CreditRulesChoiceError,
    LevelNotInStandardError,
    NoCertificatesError,
)

LEVELS = tuple(CERTIFICATE_LEVEL_CODE.codes)


class WantedLevel(NamedTuple):
    """A level of a certificate, alone or with those below it."""

    certificate: str
    level: str
    include_lower: bool

    @property
    def levels(self) -> tuple[str, ...]:
        """Which levels are wanted."""
        return LEVELS[: LEVELS.index(self.level) + 1] if self.include_lower else (self.level,)


class StatedEmbedding(NamedTuple):
    """A certificate in a plan as a problem, with what is wanted."""

    stated: PlanEmbedding
    wanted: tuple[WantedRequirement, ...]


class StatedPortfolio(NamedTuple):
    """Several levels in a plan as a problem, with what each of them wants, by the name of the level."""

    problem: PortfolioProblem
    wanted: Mapping[str, tuple[WantedRequirement, ...]]
    grounds: Grounds


class StatedConversion(NamedTuple):
    """The conversion of a plan as a problem: whose rules, and which of them cannot be computed."""

    stated: PlanConversion
    body: str
    not_computed: tuple[str, ...]


def state_embedding(
    plan: PlanReading, wanted_level: WantedLevel, tables: Sequence[Mapping[str, Any]], wishes: EmbeddingWishes
) -> StatedEmbedding:
    """State how a plan comes to teach a level, by tables of alignments.

    Raises: LevelNotInStandardError, CourseNotInPlanError.
    """
    wanted = _wanted(tables, wanted_level)
    if not any(each.level == wanted_level.level for each in wanted):
        raise LevelNotInStandardError(wanted_level.certificate, wanted_level.level)
    stated = plan_embedding(plan, wanted, _evidence(tables, {each.key for each in wanted}), wishes)
    for name in stated.unknown:
        raise CourseNotInPlanError(name, [each.key for each in stated.problem.lines])
    return StatedEmbedding(stated, wanted)


def joint_portfolio(stated: Mapping[str, StatedEmbedding], hours_most: int) -> StatedPortfolio:
    """Put levels, each stated alone in the same plan, into one problem."""
    problem = joint_problem([each.stated for each in stated.values()])
    return StatedPortfolio(
        PortfolioProblem(problem, hours_most),
        {level: each.wanted for level, each in stated.items()},
        {key: lines for each in stated.values() for key, lines in each.stated.grounds.items()},
    )


def _wanted(tables: Sequence[Mapping[str, Any]], wanted_level: WantedLevel) -> tuple[WantedRequirement, ...]:
    wanted = {
        each["requirement"]: WantedRequirement(
            each["requirement"], each["level"], each["requirementCode"] or "", each["requirementText"] or ""
        )
        for table in tables
        for each in table["requirements"]
        if each["level"] in wanted_level.levels
    }
    return tuple(wanted.values())


def _evidence(tables: Sequence[Mapping[str, Any]], wanted: set[str]) -> tuple[CourseEvidence, ...]:
    """Give what covers wanted requirements, or would: what was accepted, or waits for review."""
    return tuple(
        CourseEvidence(
            each["courseName"],
            each["requirement"],
            round(100 * each["strength"]),
            each["status"] == "ACCEPTED" and each["strength"] >= SUFFICIENT_STRENGTH.default,
        )
        for table in tables
        for each in table["rows"]
        if each["requirement"] in wanted and each["courseName"]
        if each["status"] in LIVE and each["kind"] in COVERING
    )


def state_schedule(plan: PlanReading, wishes: ScheduleWishes) -> PlanSchedule:
    """State the schedule of a plan. Raises: CourseNotInPlanError, CourseHeldError, CourseBeginsError."""
    stated = plan_schedule(plan, wishes)
    wished = [*wishes.locked, *wishes.free, *wishes.begins, *(name for pair in wishes.prerequisites for name in pair)]
    for name in wished:
        # Names of the plan itself that no line has are only noted.
        if name in stated.unknown:
            raise CourseNotInPlanError(name, [each.key for each in stated.problem.courses])
    for name in stated.immovable:
        raise CourseHeldError(name, HELD_REASON.codes[stated.held[name]])
    for name in stated.impossible:
        raise CourseBeginsError(name, stated.weeks_from)
    return stated


def state_conversion(
    plan: PlanReading, rows: Sequence[CreditRuleRow], name: str | None, wishes: ConversionWishes
) -> StatedConversion:
    """State the conversion of a plan by the rules of its college, or of the one whose name has this text.

    Raises: CreditRulesChoiceError, NoCertificatesError.
    """
    own = _rules_of(rows, name, plan.head.college)
    rules, others = conversion_rules(own)
    stated = plan_conversion(plan, rules, wishes)
    if not stated.problem.certificates:
        raise NoCertificatesError
    return StatedConversion(stated, own[0].body, others)


def _is_called(name: str, body: str) -> bool:
    """Whether a name is in that of a college, as the data has it or in Chinese."""
    return name in body or name in (CREDIT_BODIES.label_of(body, "CHINESE") or "")


def _rules_of(rows: Sequence[CreditRuleRow], name: str | None, college: str | None) -> list[CreditRuleRow]:
    usable = sorted({each.body for each in rows if is_computed(each)})
    of_college = {each.body for each in rules_of_college(rows, college)}
    bodies = [each for each in usable if (_is_called(name, each) if name else each in of_college)]
    if len(bodies) != 1:
        raise CreditRulesChoiceError(name or college, bodies or usable)
    return [each for each in rows if each.body == bodies[0]]
