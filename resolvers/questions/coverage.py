"""``coverage``: how far courses carry the skill requirements of a certificate, with proof.

The statement reads the target's requirements and what is said of the subjects' courses, once each. ``_fold`` decides
the state of every requirement and counts; it is plain Python, so both engines count alike.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from graph.errors import BadArgumentError, BadPageSizeError, NotFoundError
from graph.model.alignments import ROLE, is_covering
from graph.model.core import CodeList, Property, Scalar
from graph.plan import Bind, Declared, Inputs, ProjectNode, Root
from resolvers.arguments import plain
from resolvers.declaring import Argument, DeclaredField, call, type_of_id
from resolvers.questions.subjects import (
    AS_OF,
    MIN_STRENGTH,
    ROLES,
    SUBJECTS,
    TARGETS,
    codes_given,
    in_force,
    least_strength,
)
from resolvers.records import NodeField, RecordField, RecordType
from resolvers.selection import Asked, Collector
from resolvers.variables import bind

SUBJECTS_LARGEST = 100
ITEMS_DEFAULT, ITEMS_LARGEST = 200, 500

STATE = CodeList(
    "CoverageState",
    "Whether a requirement is carried by the courses asked about.",
    {
        "COVERED": "An accepted alignment of a covering kind, of a role asked for, and of enough strength.",
        "NOT_COVERED": "Somebody looked and found none: a closed review, or an accepted NO_MATCH of every course.",
        "UNKNOWN": "Nobody has decided. Suggestions do not count.",
    },
)

_COUNTS = (
    Property(name="requirements", type=Scalar.INT, description="Skill requirements in all.", required=True),
    Property(name="covered", type=Scalar.INT, description="Requirements COVERED: the lower bound.", required=True),
    Property(name="notCovered", type=Scalar.INT, description="Requirements NOT_COVERED: gaps.", required=True),
    Property(name="unknown", type=Scalar.INT, description="Requirements UNKNOWN.", required=True),
    Property(
        name="suggested",
        type=Scalar.INT,
        description="Requirements UNKNOWN for which a suggestion waits for a decision.",
        required=True,
    ),
    Property(name="lower", type=Scalar.FLOAT, description="covered / requirements, 0 to 1. Null: no requirements."),
    Property(
        name="upper",
        type=Scalar.FLOAT,
        description="(covered + unknown) / requirements, 0 to 1. Null: no requirements.",
    ),
)

AREA = RecordType(
    name="WorkAreaCoverage",
    description="Coverage of one work area.",
    fields=(*_COUNTS, NodeField(name="workArea", description="The work area.", kinds=("WorkArea",))),
)

TASK = RecordType(
    name="WorkTaskCoverage",
    description="Coverage of one work task.",
    fields=(*_COUNTS, NodeField(name="workTask", description="The work task.", kinds=("WorkTask",))),
)

PROOF = RecordType(
    name="CoverageProof",
    description="One alignment on which a state rests: who said what of which course.",
    fields=(
        NodeField(name="course", description="The course, or the line of a plan.", kinds=("Course", "PlanCourse")),
        NodeField(
            name="alignment",
            description="The alignment: kind, role, strength, reviewer, day, rationale, sources.",
            kinds=("Alignment",),
        ),
    ),
)

ITEM = RecordType(
    name="CoverageItem",
    description="One requirement with its state and proof.",
    fields=(
        NodeField(name="requirement", description="The requirement.", kinds=("SkillRequirement",)),
        Property(name="state", type=STATE, description="Whether it is carried.", required=True),
        RecordField(name="proofs", description="COVERED: the alignments that carry it. Else empty.", record=PROOF),
        RecordField(
            name="suggestions", description="Alignments proposed and not decided yet; they count nothing.", record=PROOF
        ),
        NodeField(name="reviews", description="Closed reviews of the subjects on it.", kinds=("Review",), is_list=True),
    ),
)

COVERAGE = RecordType(
    name="Coverage",
    description="How far the subjects carry the requirements of the target: between `lower` and `upper`.",
    fields=(
        *_COUNTS,
        RecordField(name="byWorkArea", description="The same by work area, in the standard's order.", record=AREA),
        RecordField(name="byTask", description="The same by work task, in the standard's order.", record=TASK),
        RecordField(name="items", description="The requirements, in the standard's order.", record=ITEM),
    ),
)


# ---- planning


def _plan(collector: Collector, asked: Asked) -> Root:
    subject = type_of_id(asked.arguments["subject"], SUBJECTS)
    target = type_of_id(asked.arguments["target"], TARGETS)
    given = bind("subject", asked.arguments["subject"])
    courses = bind("courses", asked.arguments.get("courses"), _some_courses)
    binds = (
        given,
        bind("target", asked.arguments["target"]),
        courses,
        bind("level", asked.arguments.get("level"), plain),
        bind("roles", codes_given(asked, "roles", ROLE), plain),
        bind("minStrength", asked.arguments["minStrength"], least_strength),
        bind("asOf", asked.arguments.get("asOf")),
        bind("states", codes_given(asked, "states", STATE), plain),
        bind("first", asked.arguments["first"], _items),
    )
    by_label = {each.label: each for each in binds}
    declared = Declared("coverage", _writer(subject, target), fold=lambda raw, inputs: _fold(raw, by_label, inputs))
    missing = _missing(subject, target, by_label)
    return call(collector, asked, COVERAGE, binds, declared, is_list=False, missing=missing)


def _missing(subject: str, target: str, binds: Mapping[str, Bind]) -> Callable[[Inputs], NotFoundError]:
    def error(inputs: Inputs) -> NotFoundError:
        keys = f"{binds['subject'].read(inputs)} / {binds['target'].read(inputs)}"
        return NotFoundError(f"{subject} / {target}", keys)

    return error


def _some_courses(value: Any) -> Any:
    if value is not None and not 1 <= len(value) <= SUBJECTS_LARGEST:
        raise BadArgumentError(
            "courses", f"give 1 to {SUBJECTS_LARGEST} ids.", f"请给出 1 到 {SUBJECTS_LARGEST} 个 id。"
        )
    return value


def _items(value: Any) -> int:
    if not isinstance(value, int) or not 1 <= value <= ITEMS_LARGEST:
        raise BadPageSizeError(value, largest=ITEMS_LARGEST)
    return value


# ---- the statement


def _writer(subject: str, target: str) -> Callable[[Mapping[str, str], ProjectNode], str]:
    def write(parameters: Mapping[str, str], project: ProjectNode) -> str:
        found = (
            f"EXISTS {{ MATCH (:{subject} {{id: {parameters['subject']}}}) }} "
            f"AND EXISTS {{ MATCH (:{target} {{id: {parameters['target']}}}) }}"
        )
        parts = (
            found,
            _courses(subject, parameters),
            _standard(target, parameters, project),
            _said(subject, parameters, project),
            _concluded(subject, parameters, project),
        )
        return "RETURN [" + ",\n".join(parts) + "]"

    return write


def _courses(subject: str, parameters: Mapping[str, str]) -> str:
    return (
        f"COLLECT {{ UNWIND [{parameters['subject']}] AS id MATCH {SUBJECTS[subject].courses} "
        f"WHERE {_chosen(parameters)} RETURN DISTINCT c.id }}"
    )


def _chosen(parameters: Mapping[str, str]) -> str:
    return f"({parameters['courses']} IS NULL OR c.id IN {parameters['courses']})"


def _standard(target: str, parameters: Mapping[str, str], project: ProjectNode) -> str:
    """Write the work areas, their tasks, and the tasks' requirements, nested."""
    levels = TARGETS[target].format(id=parameters["target"])
    areas = levels if target == "WorkArea" else f"{levels} MATCH (l)-[:HAS_WORK_AREA]->(w:WorkArea)"
    requirements = (
        "COLLECT { MATCH (t)-[:HAS_REQUIREMENT]->(r:SkillRequirement) "
        f"RETURN [r.id, {project('requirement', 'r', 'SkillRequirement')}] ORDER BY r.sequence, r.id }}"
    )
    tasks = (
        "COLLECT { MATCH (w)-[:HAS_TASK]->(t:WorkTask) "
        f"RETURN [{project('workTask', 't', 'WorkTask')}, {requirements}] ORDER BY t.sequence, t.id }}"
    )
    return (
        f"COLLECT {{ MATCH {areas} WHERE {parameters['level']} IS NULL OR l.level = {parameters['level']} "
        f"RETURN [{project('workArea', 'w', 'WorkArea')}, {tasks}] ORDER BY l.rank, l.id, w.sequence, w.id }}"
    )


def _said(subject: str, parameters: Mapping[str, str], project: ProjectNode) -> str:
    """Write what is said of the courses: requirement, course, status, kind, role, strength, and the nodes."""
    reached = SUBJECTS[subject]
    nodes = f"{project('course', 'c', reached.course_type)}, {project('alignment', 'a', 'Alignment')}"
    return (
        f"COLLECT {{ UNWIND [{parameters['subject']}] AS id MATCH {reached.courses}"
        f"<-[:{reached.aligns}]-(a:Alignment)-[:ALIGNED_TO]->(r:SkillRequirement) "
        f"WHERE {_chosen(parameters)} AND a.status IN ['ACCEPTED', 'SUGGESTED'] "
        f"AND {in_force('a', parameters['asOf'])} "
        f"RETURN [r.id, c.id, a.status, a.kind, a.role, a.strength, {nodes}] ORDER BY r.id, a.id }}"
    )


def _concluded(subject: str, parameters: Mapping[str, str], project: ProjectNode) -> str:
    return (
        f"COLLECT {{ UNWIND [{parameters['subject']}] AS id MATCH {SUBJECTS[subject].reviews}"
        f"-[:CONCLUDES_ON]->(r:SkillRequirement) "
        f"RETURN [r.id, {project('reviews', 'v', 'Review')}] ORDER BY r.id, v.id }}"
    )


# ---- states and counts


@dataclass(slots=True)
class _Tally:
    """Counts the states of requirements."""

    covered: int = 0
    not_covered: int = 0
    unknown: int = 0
    suggested: int = 0

    def add(self, state: str, *, is_suggested: bool) -> None:
        """Count one requirement."""
        self.covered += state == "COVERED"
        self.not_covered += state == "NOT_COVERED"
        self.unknown += state == "UNKNOWN"
        self.suggested += state == "UNKNOWN" and is_suggested

    def values(self) -> list[Any]:
        """Give the values of ``_COUNTS``."""
        total = self.covered + self.not_covered + self.unknown
        bounds = [self.covered / total, (self.covered + self.unknown) / total] if total else [None, None]
        return [total, self.covered, self.not_covered, self.unknown, self.suggested, *bounds]


@dataclass(slots=True)
class _Evidence:
    """What is said of one requirement."""

    proofs: list[Any]
    suggestions: list[Any]
    reviews: list[Any]
    without: set[str]

    def state(self, courses: set[str]) -> str:
        """Decide: an accepted cover wins, then the end of a search."""
        if self.proofs:
            return "COVERED"
        return "NOT_COVERED" if self.reviews or (courses and self.without >= courses) else "UNKNOWN"


def _fold(raw: Any, binds: Mapping[str, Bind], inputs: Inputs) -> Any:
    """Turn what was read into a record of ``COVERAGE``; None: subject or target is not there."""
    found, courses, areas, said, concluded = raw
    if not found:
        return None
    evidence = _evidence(said, concluded, set(binds["roles"].read(inputs)), binds["minStrength"].read(inputs))
    whole, of_areas, of_tasks, items = _Tally(), [], [], []
    for area, tasks in areas:
        of_area = _Tally()
        for task, requirements in tasks:
            of_task = _Tally()
            for key, requirement in requirements:
                about = evidence.get(key) or _Evidence([], [], [], set())
                state = about.state(set(courses))
                for tally in (whole, of_area, of_task):
                    tally.add(state, is_suggested=bool(about.suggestions))
                items.append([requirement, state, about.proofs, about.suggestions, about.reviews])
            of_tasks.append([*of_task.values(), task])
        of_areas.append([*of_area.values(), area])
    states, first = binds["states"].read(inputs), binds["first"].read(inputs)
    shown = [each for each in items if each[1] in states][:first]
    return [*whole.values(), of_areas, of_tasks, shown]


def _evidence(said: Any, concluded: Any, roles: set[str], least: float) -> dict[str, _Evidence]:
    found: dict[str, _Evidence] = {}
    for key, course, status, kind, role, strength, *nodes in said:
        about = found.setdefault(key, _Evidence([], [], [], set()))
        if status == "SUGGESTED":
            about.suggestions.append(nodes)
        elif kind == "NO_MATCH":
            about.without.add(course)
        elif is_covering(kind, role, status) and role in roles and strength >= least:
            about.proofs.append(nodes)
    for key, review in concluded:
        found.setdefault(key, _Evidence([], [], [], set())).reviews.append(review)
    return found


COVERAGE_FIELD = DeclaredField(
    name="coverage",
    description=(
        "How far a subject's courses carry the skill requirements of a target. What nobody has decided is UNKNOWN: "
        "the true coverage lies between `lower` and `upper`. Not found: null, and NOT_FOUND."
    ),
    arguments=(
        Argument(
            name="subject",
            annotation="ID",
            description="A Course, TeachingStandard, Major (by its standards), PlanCourse or TrainingPlan.",
        ),
        Argument(
            name="target",
            annotation="ID",
            description=(
                "A StandardLevel, SkillStandard, Certificate (all its standards), CertificateLevel or WorkArea."
            ),
        ),
        Argument(
            name="courses",
            annotation="list[ID] | None",
            description=f"Count only these courses of the subject, at most {SUBJECTS_LARGEST}. By default all.",
            default=None,
        ),
        Argument(name="level", annotation="CertificateLevelCode | None", description="Only this level.", default=None),
        MIN_STRENGTH,
        ROLES,
        AS_OF,
        Argument(
            name="states",
            annotation="list[CoverageState] | None",
            description="Show only items in these states; the counts stay whole. By default all.",
            default=None,
        ),
        Argument(
            name="first", annotation="Int", description=f"Items to show: 1 to {ITEMS_LARGEST}.", default=ITEMS_DEFAULT
        ),
    ),
    record=COVERAGE,
    is_list=False,
    plan=_plan,
    codes=(STATE,),
)
