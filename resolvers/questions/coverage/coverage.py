"""``coverage``: how far courses carry the skill requirements of a certificate, with proof.

The statement reads the target's requirements and what is said of the subject's courses, once each. ``_fold`` lets
``analysis.coverage`` decide the state of every requirement and count; both engines count alike.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from analysis.coverage import Alignment, Evidence, Groups, Review, Rule, Tally, gather, grouped
from graph.errors import BadArgumentError, BadPageSizeError, NotFoundError
from graph.model import MODEL
from graph.model.alignments import COVERING
from graph.model.codes import CERTIFICATE_LEVEL
from graph.query.plan import Bind, Inputs, ProjectNode, Root
from resolvers.questions.coverage.coverage_records import COVERAGE, STATE
from resolvers.questions.declared_field import DeclaredField, QuestionStatement, call, type_of_id, type_of_ids
from resolvers.questions.shared.evidence import (
    COURSE_TYPES,
    SUBJECTS,
    TARGETS,
    at,
    closed_by,
    codes_given,
    evidence_of,
    in_force,
    least_strength,
    roles_given,
)
from resolvers.questions.shared.evidence_arguments import AS_OF, MIN_STRENGTH, ROLES
from resolvers.request.arguments import plain
from resolvers.request.declarations import Argument
from resolvers.request.selection import Collector, FieldRequest
from resolvers.request.variables import bind

SUBJECTS_LARGEST = 100
ITEMS_DEFAULT, ITEMS_LARGEST = 200, 500
Parameters = Mapping[str, str]

# Parts of a level come with their work area ``w``.
_TARGETS = {
    **TARGETS,
    "WorkTask": "(:WorkTask {id: id})<-[:HAS_TASK]-(w:WorkArea)<-[:HAS_WORK_AREA]-(l:StandardLevel)",
}
_PARTS = ("WorkArea", "WorkTask")

# ---- the query plan


def _plan(collector: Collector, request: FieldRequest) -> Root:
    subject, target = _subject_of(request), type_of_id(request, "target", _TARGETS)
    binds = (
        bind("subject", request.arguments.get("subject")),
        bind("target", request.arguments["target"]),
        bind("courses", request.arguments.get("courses"), some_courses),
        bind("level", request.arguments.get("level"), plain),
        bind("roles", roles_given(request), plain),
        bind("minStrength", request.arguments["minStrength"], least_strength),
        bind("asOf", request.arguments.get("asOf")),
        bind("states", codes_given(request, "states", STATE), plain),
        bind("first", request.arguments["first"], _items),
    )
    by_label = {each.label: each for each in binds}
    statement = _Statement(subject, target, is_set=request.arguments.get("subject") is None)
    write = statement.write_inferring if request.arguments["inferLevels"] else statement.write
    declared = QuestionStatement("coverage", write, fold=lambda raw, inputs: _fold(raw, by_label, inputs))
    missing = _missing(subject, target, by_label)
    return call(collector, request, COVERAGE, binds, declared, is_list=False, missing=missing)


def _subject_of(request: FieldRequest) -> str:
    """Give the type of the subject: of the one named, else of the courses, which are then the subject."""
    subject, courses = request.arguments.get("subject"), request.arguments.get("courses")
    if subject is not None:
        return type_of_id(request, "subject", SUBJECTS)
    if courses is None:
        raise BadArgumentError(
            "subject", "name a subject, or the courses that are it.", "请给出 subject，或给出作为对象的 courses。"
        )
    return type_of_ids(request, "courses", COURSE_TYPES)


def _missing(subject: str, target: str, binds: Mapping[str, Bind]) -> Callable[[Inputs], NotFoundError]:
    def error(inputs: Inputs) -> NotFoundError:
        given = binds["subject"].read(inputs) or ", ".join(binds["courses"].read(inputs))
        return NotFoundError(f"{subject} / {target}", f"{given} / {binds['target'].read(inputs)}")

    return error


def some_courses(value: Any) -> Any:
    """Refuse a set of courses that is empty or too large."""
    if value is not None and not 1 <= len(value) <= SUBJECTS_LARGEST:
        raise BadArgumentError(
            "courses", f"give 1 to {SUBJECTS_LARGEST} ids.", f"请给出 1 到 {SUBJECTS_LARGEST} 个 id。"
        )
    return value if value is None else list(dict.fromkeys(value))


def _items(value: Any) -> int:
    if not isinstance(value, int) or not 1 <= value <= ITEMS_LARGEST:
        raise BadPageSizeError(value, largest=ITEMS_LARGEST)
    return value


# ---- the statement

# From the levels ``l`` of the target: these (above 0), and those below that the standard says they include (above the
# rank of the lowest that does). Two MATCHes, so that a level may be reached over the link it came by.
_INFERRING = (
    "MATCH (l)<-[:HAS_STANDARD_LEVEL]-(s:SkillStandard) MATCH (s)-[:HAS_STANDARD_LEVEL]->(b:StandardLevel) "
    "WHERE b.id = l.id OR (s.higherLevelsInclude AND b.rank < l.rank) "
    "WITH b, min(CASE WHEN b.id = l.id THEN 0 ELSE l.rank END) AS above"
)


class _Statement:
    """Writes the statement for a type of subject and of target. ``is_set``: the courses given are the subject."""

    def __init__(self, subject: str, target: str, *, is_set: bool) -> None:
        self._subject, self._reach = subject, SUBJECTS[subject]
        self._target = target
        self._is_set = is_set

    def write(self, parameters: Parameters, project: ProjectNode) -> str:
        carried = "w, l" if self._target in _PARTS else "l"
        return self._written(parameters, project, f"WITH {carried} AS b, 0 AS above")

    def write_inferring(self, parameters: Parameters, project: ProjectNode) -> str:
        """Add the lower levels that the standard says the target's levels include."""
        if self._target in _PARTS:
            return self.write(parameters, project)
        return self._written(parameters, project, _INFERRING)

    def _written(self, parameters: Parameters, project: ProjectNode, levels: str) -> str:
        parts = (
            self._found(parameters),
            self._holders(parameters),
            self._courses(parameters),
            self._standard(parameters, project, levels),
            self._said(parameters, project),
            self._concluded(parameters, project),
        )
        return "RETURN [" + ",\n".join(parts) + "]"

    def _ids(self, parameters: Parameters) -> str:
        return f"UNWIND {parameters['courses'] if self._is_set else '[' + parameters['subject'] + ']'} AS id"

    def _chosen(self, parameters: Parameters) -> str:
        courses = parameters["courses"]
        return "true" if self._is_set else f"({courses} IS NULL OR c.id IN {courses})"

    def _found(self, parameters: Parameters) -> str:
        subject = f"EXISTS {{ MATCH (:{self._subject} {{id: {parameters['subject']}}}) }}"
        if self._is_set:
            count = f"COUNT {{ {self._ids(parameters)} MATCH (:{self._subject} {{id: id}}) }}"
            subject = f"{count} = size({parameters['courses']})"
        return f"{subject} AND EXISTS {{ MATCH (:{self._target} {{id: {parameters['target']}}}) }}"

    def _holders(self, parameters: Parameters) -> str:
        if self._reach.is_held:
            return "[]"
        return f"COLLECT {{ {self._ids(parameters)} MATCH {self._reach.holders} RETURN DISTINCT h.id }}"

    def _courses(self, parameters: Parameters) -> str:
        side = self._reach.side
        hours = "c.hours" if "hours" in MODEL.node_types[side.course].by_name else "null"
        holders = f"[(c)<-[:{side.holds}]-(h:{side.holder}) | h.id]"
        return (
            f"COLLECT {{ {self._ids(parameters)} MATCH {self._reach.courses} WHERE {self._chosen(parameters)} "
            f"WITH DISTINCT c RETURN [c.id, {hours}, {holders}] }}"
        )

    def _standard(self, parameters: Parameters, project: ProjectNode, levels: str) -> str:
        """Write the work areas, their tasks, and the tasks' requirements, nested."""
        target = parameters["target"]
        start = at(_TARGETS[self._target], target)
        only_level = f"{parameters['level']} IS NULL OR l.level = {parameters['level']}"
        areas = "" if self._target in _PARTS else "MATCH (b)-[:HAS_WORK_AREA]->(w:WorkArea) "
        only_task = f"WHERE t.id = {target} " if self._target == "WorkTask" else ""
        requirements = (
            "COLLECT { MATCH (t)-[:HAS_REQUIREMENT]->(r:SkillRequirement) "
            f"RETURN [r.id, {project('requirement', 'r', 'SkillRequirement')}] ORDER BY r.sequence, r.id }}"
        )
        tasks = (
            f"COLLECT {{ MATCH (w)-[:HAS_TASK]->(t:WorkTask) {only_task}"
            f"RETURN [{project('workTask', 't', 'WorkTask')}, {requirements}] ORDER BY t.sequence, t.id }}"
        )
        return (
            f"COLLECT {{ MATCH {start} WHERE {only_level} {levels} {areas}"
            f"RETURN [above, {project('workArea', 'w', 'WorkArea')}, {tasks}] "
            "ORDER BY b.rank, b.id, w.sequence, w.id }"
        )

    def _said(self, parameters: Parameters, project: ProjectNode) -> str:
        """Write what is said of the courses: requirement, course, status, kind, role, strength, and the nodes."""
        side = self._reach.side
        nodes = f"{project('course', 'c', side.course)}, {project('alignment', 'a', 'Alignment')}"
        start = f"{self._ids(parameters)} MATCH {self._reach.courses} WHERE {self._chosen(parameters)}"
        return " + ".join(
            f"COLLECT {{ {start} MATCH {path} WHERE {only} AND {counting('a', parameters['asOf'])} "
            f"MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement) "
            f"RETURN [r.id, c.id, a.status, a.kind, a.role, a.strength, [{nodes}]] ORDER BY r.id, a.id }}"
            for path, only in evidence_of(side, "c")
        )

    def _concluded(self, parameters: Parameters, project: ProjectNode) -> str:
        side = self._reach.side
        return (
            f"COLLECT {{ {self._ids(parameters)} MATCH {self._reach.holders}"
            f"<-[:{side.reviews}]-(v:Review)-[:CONCLUDES_ON]->(r:SkillRequirement) "
            f"WHERE {closed_by('v', parameters['asOf'])} WITH DISTINCT h, v, r "
            f"RETURN [r.id, h.id, {project('reviews', 'v', 'Review')}] ORDER BY r.id, v.id }}"
        )


def counting(alignment: str, day: str) -> str:
    """Write that an alignment may count: accepted or suggested, and in force on the day, if one is given."""
    return f"{alignment}.status IN ['ACCEPTED', 'SUGGESTED'] AND {in_force(alignment, day)}"


# ---- states and counts


def _fold(raw: Any, binds: Mapping[str, Bind], inputs: Inputs) -> Any:
    """Turn what was read into a record of ``COVERAGE``; None: subject or target is not there."""
    found, holders, courses, areas, said, concluded = raw
    if not found:
        return None
    rule = Rule(COVERING, set(binds["roles"].read(inputs)), binds["minStrength"].read(inputs))
    groups = grouped([(course, held_by) for course, _, held_by in courses], holders)
    if binds["subject"].read(inputs) is not None and binds["courses"].read(inputs) is not None:
        # A holder none of whose courses was chosen has no say, unless that is so of all.
        groups = {holder: each for holder, each in groups.items() if each} or groups
    evidence = gather((Alignment(*each) for each in said), (Review(*each) for each in concluded), rule)
    counted = _Counted(evidence, groups, {course: hours for course, hours, _ in courses})
    for rank, area, tasks in areas:
        counted.add_area(_LEVEL_OF_RANK.get(rank), area, tasks)
    return counted.record(set(binds["states"].read(inputs)), binds["first"].read(inputs))


_LEVEL_OF_RANK = dict(enumerate(CERTIFICATE_LEVEL.codes, 1))
_NOTHING_SAID = Evidence()


class _Counted:
    """Counts requirement by requirement, and gathers the records of areas, tasks and items."""

    def __init__(self, evidence: Mapping[str, Evidence], groups: Groups, hours: Mapping[str, int | None]) -> None:
        self._evidence, self._groups, self._hours = evidence, groups, hours
        self._whole = Tally()
        self._inferred = 0
        self._areas: list[Any] = []
        self._tasks: list[Any] = []
        self._items: list[Any] = []

    def add_area(self, inferred_from: str | None, area: Any, tasks: Any) -> None:
        of_area = Tally()
        for task, requirements in tasks:
            of_task = Tally()
            for key, requirement in requirements:
                about = self._evidence.get(key, _NOTHING_SAID)
                state = about.state(self._groups)
                for tally in (self._whole, of_area, of_task):
                    tally.add(state, about)
                self._inferred += inferred_from is not None
                self._items.append([requirement, state, inferred_from, *_shown(about)])
            self._tasks.append([*self._values(of_task), task])
        self._areas.append([*self._values(of_area), area])

    def record(self, states: set[str], first: int) -> list[Any]:
        """Give a record of ``COVERAGE`` with the first items in these states."""
        shown = [each for each in self._items if each[1] in states][:first]
        return [*self._values(self._whole), self._inferred, self._areas, self._tasks, shown]

    def _values(self, tally: Tally) -> list[Any]:
        return [*tally.counts(), tally.hours(self._hours)]


def _shown(about: Evidence) -> Iterator[list[Any]]:
    for some in (about.proofs, about.suggestions, about.no_matches, about.reviews):
        yield [each.tag for each in some]


COVERAGE_FIELD = DeclaredField(
    name="coverage",
    description=(
        "How far a subject's courses carry the skill requirements of a target. What nobody has decided is UNKNOWN: "
        "the true coverage lies between `lower` and `upper`. Not found: null, and NOT_FOUND."
    ),
    arguments=(
        Argument(
            name="subject",
            annotation="ID | None",
            description=(
                "A Course, TeachingStandard, Major (by its standards), PlanCourse or TrainingPlan. Left out: the "
                "`courses` are the subject."
            ),
            default=None,
        ),
        Argument(
            name="target",
            annotation="ID",
            description=(
                "A StandardLevel, SkillStandard, Certificate (all its standards), CertificateLevel, WorkArea or "
                "WorkTask."
            ),
        ),
        Argument(
            name="courses",
            annotation="list[ID] | None",
            description=(
                f"Count only these courses of the subject; without a subject, these courses together: all Course or "
                f"all PlanCourse, 1 to {SUBJECTS_LARGEST}. By default all of the subject."
            ),
            default=None,
        ),
        Argument(name="level", annotation="CertificateLevelCode | None", description="Only this level.", default=None),
        Argument(
            name="inferLevels",
            annotation="Boolean",
            description=(
                "Count to a level also the requirements of the lower levels of its standard, where the standard states "
                "that higher levels include them (`SkillStandard.higherLevelsInclude`). An inference: each such item "
                "says `inferredFrom`. It widens what is asked for; a course that covers a higher requirement is never "
                "taken to cover a lower one. No effect on a WorkArea or WorkTask."
            ),
            default=False,
        ),
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
