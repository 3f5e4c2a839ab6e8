"""A certificate in a plan as a problem: what its lines teach already, which lines could teach more, and the rules."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from analysis.text import normalised
from analysis.training_plans.compliance.course_names import base_name, fold
from analysis.training_plans.improvement.certificate_embedding import (
    EmbeddingLine,
    EmbeddingProblem,
    HourRule,
    OfferedElective,
    OpenRequirement,
)
from analysis.training_plans.improvement.plan_schedule import ScheduleWishes, is_block, plan_schedule
from analysis.training_plans.improvement.semester_schedule import SemesterLimits, hours_most, loads
from analysis.training_plans.intervals import hours_of, interval_within, practice_of
from analysis.training_plans.plan_lines import PlanNames, folded, keyed_lines
from analysis.training_plans.training_plan import PlanLine, PlanReading
from analysis.training_plans.versions.line_pairs import LIKENESS_LEAST, likeness, parts_of

# How near a line is to a requirement, of 100: by an alignment that waits for review at least this much, by one of the
# same task or area a part of its strength, by words that both share this much. Below the least there is no evidence.
AFFINITY_PROPOSED, SHARE_OF_TASK, SHARE_OF_AREA, AFFINITY_OF_WORDS, AFFINITY_LEAST = 50, 50, 30, 35, 25
_WORDS_SHARED = 2
# A name of fewer characters, such as 英语, stands in names of other courses too.
_HELD_LEAST = 3
# Words in names of courses that say nothing of their content.
_EMPTY_WORDS = frozenset({"技术", "应用", "开发", "设计", "与应", "术与", "系统", "管理", "基础", "实训", "综合"})


class WantedRequirement(NamedTuple):
    """A requirement of the certificate: its level and code say of which task and area it is."""

    key: str
    level: str
    code: str
    text: str


class CourseEvidence(NamedTuple):
    """What links a course of this name with a requirement. Strength in hundredths; ``covers``: accepted, and enough."""

    course: str
    requirement: str
    strength: int
    covers: bool


class EditGround(NamedTuple):
    """Why a line could teach a requirement, in hundredths. ``through``: what a course of its name covers, near it.

    ``kind``: TENTATIVE, SAME_TASK, SAME_AREA or WORDS.
    """

    affinity: int
    kind: str
    through: str | None = None


# By requirement and line, why the line could teach the requirement.
Grounds = Mapping[str, Mapping[str, EditGround]]


class EmbeddingWishes(NamedTuple):
    """What a caller allows: hours to add, and the hours of an elective made of a course that the plan lacks."""

    extra_hours_most: int = 64
    total_hours_most: int | None = None
    weekly_hours_most: int | None = None
    elective_hours: int = 32
    locked: tuple[str, ...] = ()


class PlanEmbedding(NamedTuple):
    """The problem of a plan. ``served``: the lines that teach a requirement already. ``unknown``: names of no line."""

    problem: EmbeddingProblem
    served: Mapping[str, tuple[str, ...]]
    held: tuple[str, ...]
    unknown: tuple[str, ...]
    grounds: Grounds


def plan_embedding(
    plan: PlanReading,
    wanted: Iterable[WantedRequirement],
    evidence: Iterable[CourseEvidence],
    wishes: EmbeddingWishes,
) -> PlanEmbedding:
    """State as a problem how a plan comes to teach the wanted requirements."""
    lines, names = keyed_lines(plan), PlanNames(keyed_lines(plan))
    wanted, evidence = tuple(wanted), tuple(evidence)
    by_line = _Evidence(wanted, evidence, lines, names)
    unknown_lines = {folded(each) for each in wishes.locked if not names.keys(each)}
    locked = {key for each in wishes.locked for key in names.keys(each)}
    own = {key: _line(key, each, is_locked=key in locked) for key, each in lines.items() if each.group is None}
    free = {key: lines[key] for key, each in own.items() if not each.is_locked}
    open_wanted = [each for each in wanted if each.key not in by_line.served]
    grounds = {each.key: by_line.grounds(each, free) for each in open_wanted}
    problem = EmbeddingProblem(
        (*own.values(), *_choices(plan)),
        tuple(
            OpenRequirement(key, {line: ground.affinity for line, ground in each.items()})
            for key, each in grounds.items()
        ),
        tuple(_electives(open_wanted, evidence, lines, wishes)),
        tuple(_rules(plan, wishes)),
    )
    return PlanEmbedding(
        problem,
        {key: tuple(sorted(each)) for key, each in sorted(by_line.served.items())},
        tuple(key for key, each in own.items() if each.is_locked),
        tuple(each for each in wishes.locked if folded(each) in unknown_lines),
        grounds,
    )


# ---- lines


def _line(key: str, line: PlanLine, *, is_locked: bool) -> EmbeddingLine:
    """Give a line. National common courses, whole weeks, and lines without hours or semester are not edited."""
    practice = practice_of(line)
    return EmbeddingLine(
        key,
        line.hours or 0,
        practice.least,
        line.module,
        line.nature not in (None, "REQUIRED"),
        min(line.semesters, default=1),
        is_locked or line.module == "COMMON" or is_block(line) or not line.hours or not line.semesters,
    )


def _choices(plan: PlanReading) -> Iterator[EmbeddingLine]:
    """Give what is chosen of groups as a line for each module that is not edited."""
    chosen = [each for each in plan.lines if each.is_counted and each.group is not None]
    for module in sorted({each.module or "" for each in chosen}):
        own = [each for each in chosen if (each.module or "") == module]
        hours, practice = (interval_within(plan, own, figure) for figure in (hours_of, practice_of))
        is_elective = all(each.nature not in (None, "REQUIRED") for each in own)
        yield EmbeddingLine(f"* {module}", hours.least, practice.least, module or None, is_elective, is_locked=True)


# ---- evidence


class _Evidence:
    """What joins lines and requirements: links of courses of the same name, of the same task and area, and words."""

    def __init__(
        self,
        wanted: Iterable[WantedRequirement],
        evidence: Iterable[CourseEvidence],
        lines: Mapping[str, PlanLine],
        names: PlanNames,
    ) -> None:
        by_key = {each.key: each for each in wanted}
        self.served: dict[str, set[str]] = defaultdict(set)
        self._proposed: dict[tuple[str, str], int] = {}
        # By task and by area, for each line: the strength and the requirement of its strongest cover.
        self._near: dict[tuple[str, ...], dict[str, tuple[int, str]]] = defaultdict(dict)
        courses = {each.course: [key for key in names.keys(each.course) if key in lines] for each in evidence}
        for each in evidence:
            requirement = by_key.get(each.requirement)
            for key in courses[each.course] if requirement else ():
                self._take(each, requirement, key)

    def _take(self, each: CourseEvidence, requirement: WantedRequirement | None, line: str) -> None:
        assert requirement
        if not each.covers:
            self._proposed[requirement.key, line] = max(each.strength, self._proposed.get((requirement.key, line), 0))
            return
        self.served[requirement.key].add(line)
        for place in (_task(requirement), _area(requirement)):
            near = self._near[place]
            # Of equal strength the first by its key: no order of rows decides.
            own = each.strength, requirement.key
            near[line] = min(own, near.get(line, own), key=lambda found: (-found[0], found[1]))

    def grounds(self, requirement: WantedRequirement, free: Mapping[str, PlanLine]) -> dict[str, EditGround]:
        """Give why each free line could teach a requirement, where that is evidence at all."""
        strongest = {
            key: max(self._grounds(requirement, key, line), key=lambda ground: ground.affinity, default=None)
            for key, line in free.items()
        }
        return {key: each for key, each in strongest.items() if each and each.affinity >= AFFINITY_LEAST}

    def _grounds(self, requirement: WantedRequirement, key: str, line: PlanLine) -> Iterator[EditGround]:
        proposed = self._proposed.get((requirement.key, key))
        if proposed is not None:
            yield EditGround(AFFINITY_PROPOSED + proposed * (100 - AFFINITY_PROPOSED) // 100, "TENTATIVE")
        for kind, place, share in (
            ("SAME_TASK", _task(requirement), SHARE_OF_TASK),
            ("SAME_AREA", _area(requirement), SHARE_OF_AREA),
        ):
            strength, through = self._near.get(place, {}).get(key, (0, None))
            if through:
                yield EditGround(strength * share // 100, kind, through)
        if len(_pairs(line.name) & _pairs(requirement.text)) >= _WORDS_SHARED:
            yield EditGround(AFFINITY_OF_WORDS, "WORDS")


def _task(requirement: WantedRequirement) -> tuple[str, ...]:
    return "task", requirement.level, requirement.code.rpartition(".")[0]


def _area(requirement: WantedRequirement) -> tuple[str, ...]:
    return "area", requirement.level, requirement.code.partition(".")[0]


def _pairs(text: str) -> set[str]:
    plain = normalised(text)
    return {plain[at : at + 2] for at in range(len(plain) - 1)} - _EMPTY_WORDS


# ---- electives and rules


def _electives(
    wanted: Iterable[WantedRequirement],
    evidence: Iterable[CourseEvidence],
    lines: Mapping[str, PlanLine],
    wishes: EmbeddingWishes,
) -> Iterator[OfferedElective]:
    """Offer each course that covers an open requirement and that the plan lacks, as an elective."""
    taught = {folded(each.name) for each in lines.values()}
    still_open = {each.key for each in wanted}
    found: dict[str, set[str]] = defaultdict(set)
    for each in evidence:
        if each.covers and each.requirement in still_open and folded(each.course) not in taught:
            found[each.course].add(each.requirement)
    # In the last semester but two: what a placement follows.
    last = max((max(each.semesters) for each in lines.values() if each.semesters), default=1)
    for name, requirements in sorted(found.items()):
        hours = wishes.elective_hours
        similar = tuple(key for key, line in lines.items() if _are_similar(name, line.name))
        yield OfferedElective(name, hours, hours // 2, max(1, last - 2), tuple(sorted(requirements)), similar)


def _are_similar(one: str, other: str) -> bool:
    """Whether two names may be of one course: one holds the other, or they share most of their characters."""
    shorter, longer = sorted((base_name(fold(one)), base_name(fold(other))), key=len)
    is_held = len(shorter) >= _HELD_LEAST and shorter in longer
    return is_held or likeness(parts_of(shorter), parts_of(longer)) >= LIKENESS_LEAST


def _rules(plan: PlanReading, wishes: EmbeddingWishes) -> Iterator[HourRule]:
    """Give the rules on hours: the caller's, and those of 教职成〔2019〕13号 by their codes in our data."""
    yield HourRule("BUDGET", {"EXTRA": 1}, wishes.extra_hours_most)
    yield HourRule("HV3:02", {"TOTAL": 1, "MODULE:COMMON": -4}, 0)
    yield HourRule("HV3:03", {"TOTAL": 1, "ELECTIVE": -10}, 0)
    yield HourRule("HV3:04", {"TOTAL": 1, "PRACTICE": -2}, 0)
    if wishes.total_hours_most is not None:
        yield HourRule("TOTAL_HOURS", {"TOTAL": 1}, wishes.total_hours_most)
    if wishes.weekly_hours_most is not None:
        yield from _weekly_rules(plan, wishes.weekly_hours_most)


def _weekly_rules(plan: PlanReading, weekly: int) -> Iterator[HourRule]:
    """Limit what edits add to each semester by what its weeks still hold."""
    problem = plan_schedule(plan, ScheduleWishes(limits=SemesterLimits(weekly_hours_most=weekly))).problem
    now = loads(problem, {each.key: each.begins_now or 1 for each in problem.courses})
    for semester in problem.semesters:
        most = hours_most(semester, problem.limits)
        if most is not None:
            room = max(0, most - now[semester.number])
            yield HourRule(f"WEEKLY_HOURS:{semester.number}", {f"SEMESTER:{semester.number}": 1}, room)
