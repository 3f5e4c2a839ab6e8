"""How a plan comes to teach what a certificate requires: the problem of its least edits, the checks, and the answer."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from analysis.training_plans.improvement.proof import RuleConflict, RuleName, SolvedStage

# The objectives in their order, each least: requirements that no line teaches, hours added, lines and electives edited,
# and what the edits strain: 100 less the affinity of each.
EMBEDDING_OBJECTIVES = ("UNSERVED", "EXTRA_HOURS", "EDITED", "STRAIN")
AFFINITY_MOST = 100


class EmbeddingLine(NamedTuple):
    """A line of the plan; a locked one is not edited. ``semester``: where hours that are added to it are taught."""

    key: str
    hours: int
    practice_hours: int = 0
    module: str | None = None
    is_elective: bool = False
    semester: int = 1
    is_locked: bool = False


class OpenRequirement(NamedTuple):
    """A requirement that no line teaches yet, with how near each line is that could: 0 to 100."""

    key: str
    affinities: Mapping[str, int]


class OfferedElective(NamedTuple):
    """An elective that could be added, with the requirements that it would teach.

    ``similar``: lines whose names are so near that they may be the same course.
    """

    key: str
    hours: int
    practice_hours: int
    semester: int
    requirements: tuple[str, ...]
    similar: tuple[str, ...] = ()


class HourRule(NamedTuple):
    """A rule on hours: the weighted sum of measures is at most ``most``.

    Measures: TOTAL, EXTRA, PRACTICE, ELECTIVE, MODULE:x and SEMESTER:n. That a quarter is common is
    ``TOTAL - 4 x MODULE:COMMON <= 0``, in integers.
    """

    code: str
    weights: Mapping[str, int]
    most: int


class EditSizes(NamedTuple):
    """What edits cost: hours of one step, steps of a line at most, hours of one more requirement, and how many hours of
    a line hold one without being extended.
    """

    step: int = 8
    steps_most: int = 4
    a_requirement: int = 4
    holds_one: int = 16


class EmbeddingProblem(NamedTuple):
    """What is to be taught, by which lines and electives, and the rules that hold after it."""

    lines: tuple[EmbeddingLine, ...]
    requirements: tuple[OpenRequirement, ...]
    electives: tuple[OfferedElective, ...] = ()
    rules: tuple[HourRule, ...] = ()
    sizes: EditSizes = EditSizes()


class PlanEdits(NamedTuple):
    """Edits of a plan: lines that teach one more requirement, hours added to lines, and new electives."""

    outcomes: tuple[tuple[str, str], ...] = ()
    extended: Mapping[str, int] = {}
    electives: tuple[str, ...] = ()


class CertificateEmbedding(NamedTuple):
    """The least edits. ``unserved``: what stays open. ``unserved_without_rules``: how much would, if no rule held.

    ``conflicts``: the rules because of which more stays open than that; each is a least set, the next one without the
    rules of those before.
    """

    edits: PlanEdits = PlanEdits()
    unserved: tuple[str, ...] = ()
    stages: tuple[SolvedStage, ...] = ()
    is_unique: bool = False
    unserved_without_rules: int = 0
    conflicts: tuple[RuleConflict, ...] = ()


# ---- hours


def measures_of(problem: EmbeddingProblem, edits: PlanEdits) -> Counter[str]:
    """Give the hours of the plan after edits, by measure. Half of what is added to a line is practice."""
    hours: Counter[str] = Counter()
    for line in problem.lines:
        added = edits.extended.get(line.key, 0)
        _add(hours, line, line.hours + added, line.practice_hours + added // 2)
        hours["EXTRA"] += added
        hours[f"SEMESTER:{line.semester}"] += added
    for elective in problem.electives:
        if elective.key in edits.electives:
            _add(hours, EmbeddingLine("", 0, is_elective=True), elective.hours, elective.practice_hours)
            hours["EXTRA"] += elective.hours
            hours[f"SEMESTER:{elective.semester}"] += elective.hours
    return hours


def _add(hours: Counter[str], line: EmbeddingLine, total: int, practice: int) -> None:
    hours["TOTAL"] += total
    hours["PRACTICE"] += practice
    hours[f"MODULE:{line.module}"] += total
    hours["ELECTIVE"] += total if line.is_elective else 0


def rule_value(rule: HourRule, hours: Mapping[str, int]) -> int:
    """Give the weighted sum of a rule."""
    return sum(weight * hours.get(measure, 0) for measure, weight in rule.weights.items())


def limits_now(problem: EmbeddingProblem) -> dict[str, int]:
    """Give the limit of each rule: its own, or what the plan has now where it is broken already.

    So a rule that held must hold, and one that was broken may not get worse.
    """
    hours = measures_of(problem, PlanEdits())
    return {each.code: max(each.most, rule_value(each, hours)) for each in problem.rules}


def room_of(problem: EmbeddingProblem, line: EmbeddingLine) -> int:
    """Give how many more requirements a line teaches without being extended."""
    return line.hours // problem.sizes.holds_one


# ---- what edits are worth


def unserved_by(problem: EmbeddingProblem, edits: PlanEdits) -> tuple[str, ...]:
    """Name the requirements that stay open."""
    served = {requirement for requirement, _ in edits.outcomes}
    for each in problem.electives:
        if each.key in edits.electives:
            served.update(each.requirements)
    return tuple(sorted(each.key for each in problem.requirements if each.key not in served))


def reason_of(problem: EmbeddingProblem, requirement: str) -> str:
    """Say why a requirement stays open: nothing could serve it, or hours and rules do not let it be served."""
    has_line = any(each.affinities for each in problem.requirements if each.key == requirement)
    has_elective = any(requirement in each.requirements for each in problem.electives)
    return "RULES" if has_line or has_elective else "NO_EVIDENCE"


def embedding_values(problem: EmbeddingProblem, edits: PlanEdits) -> dict[str, int]:
    """Give each objective of edits."""
    affinities = {each.key: each.affinities for each in problem.requirements}
    edited = {line for _, line in edits.outcomes} | set(edits.extended)
    return {
        "UNSERVED": len(unserved_by(problem, edits)),
        "EXTRA_HOURS": measures_of(problem, edits)["EXTRA"],
        "EDITED": len(edited) + len(edits.electives),
        "STRAIN": sum(AFFINITY_MOST - affinities[requirement][line] for requirement, line in edits.outcomes),
    }


def broken_edits(problem: EmbeddingProblem, edits: PlanEdits) -> tuple[RuleName, ...]:
    """Name every rule that edits do not keep."""
    hours, limits = measures_of(problem, edits), limits_now(problem)
    broken = [("RULE", each.code) for each in problem.rules if rule_value(each, hours) > limits[each.code]]
    return (*_broken_outcomes(problem, edits), *_broken_lines(problem, edits), *broken)


def _broken_outcomes(problem: EmbeddingProblem, edits: PlanEdits) -> Iterator[RuleName]:
    affinities = {each.key: each.affinities for each in problem.requirements}
    for requirement, line in edits.outcomes:
        if line not in affinities.get(requirement, {}):
            yield "EVIDENCE", requirement, line


def _broken_lines(problem: EmbeddingProblem, edits: PlanEdits) -> Iterator[RuleName]:
    sizes = problem.sizes
    taught = Counter(line for _, line in edits.outcomes)
    for line in problem.lines:
        added = edits.extended.get(line.key, 0)
        if line.is_locked and (added or taught[line.key]):
            yield "LOCKED", line.key
        if added % sizes.step or added > sizes.step * sizes.steps_most or (added and not taught[line.key]):
            yield "STEPS", line.key
        if sizes.a_requirement * (taught[line.key] - room_of(problem, line)) > added:
            yield "ROOM", line.key
