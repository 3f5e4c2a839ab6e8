"""``courseRedundancy``: what several courses of a subject carry at once, and which course could go without a loss.

The statement reads the courses and what is said of them and of their outcomes; analysis.redundancy counts. A course of
which nothing accepted is known is UNKNOWN: that nobody has looked is no reason to cut it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from analysis.redundancy import Overlap, carried_alone, carriers, overlaps, removable_together
from graph.errors import BadArgumentError, NotFoundError
from graph.model.alignments import is_covering
from graph.model.core import CodeList, Property, Scalar
from graph.query.plan import Bind, Inputs, ProjectNode, QuestionStatement, Root
from resolvers.questions.coverage.coverage_records import PROOF
from resolvers.questions.question import Argument, DeclaredField, call, type_of_id
from resolvers.questions.records import FIRST, NodeField, RecordField, RecordType
from resolvers.questions.shared.evidence import (
    AS_OF,
    MIN_STRENGTH,
    ROLES,
    SUBJECTS,
    TARGETS,
    each_alignment,
    in_force,
    in_standard_order,
    least_strength,
    roles_given,
)
from resolvers.request.arguments import page_size, plain
from resolvers.request.field_meanings import PAGE_DEFAULT
from resolvers.request.selection import Collector, FieldRequest
from resolvers.request.variables import bind

NEED = CodeList(
    "CourseNeed",
    "Whether requirements would be lost without a course.",
    {
        "NEEDED": "It carries at least one requirement that no other course of the subject carries.",
        "REDUNDANT": "All that it carries is carried by other courses too. It says so of this course alone.",
        "UNKNOWN": "No alignment that counts says that it carries anything. Nobody has shown that it could go.",
    },
)

_COURSES = ("Course", "PlanCourse")
_REQUIREMENT = ("SkillRequirement",)


def _count(name: str, description: str) -> Property:
    return Property(name=name, type=Scalar.INT, description=description, required=True)


def _requirements(name: str, description: str) -> NodeField:
    return NodeField(name=name, description=description, kinds=_REQUIREMENT, is_list=True)


CARRIED = RecordType(
    name="CarriedCourse",
    description="A course with what it carries, and what would be lost without it.",
    fields=(
        NodeField(name="course", description="The course, or the line of a plan.", kinds=_COURSES),
        Property(name="need", type=NEED, description="Whether something would be lost without it.", required=True),
        _count("carried", "Requirements it carries."),
        _count("alone", "Of them those that no other course of the subject carries."),
        _count(
            "suggested", "Requirements that a suggestion says it carries; nobody has decided, and they count nothing."
        ),
        _requirements("onlyHere", "The requirements that only this course carries, in the standard's order."),
    ),
)

SHARED = RecordType(
    name="SharedRequirement",
    description="A requirement that several courses carry.",
    fields=(
        NodeField(name="requirement", description="The requirement.", kinds=_REQUIREMENT),
        _count("courses", "Courses that carry it."),
        RecordField(name="carriers", description="Who carries it, with role and strength.", record=PROOF),
    ),
)

PAIR = RecordType(
    name="CoursePair",
    description="Two courses that carry nearly the same.",
    fields=(
        NodeField(name="a", description="The course that comes first in the subject.", kinds=_COURSES),
        NodeField(name="b", description="The other course.", kinds=_COURSES),
        Property(
            name="jaccard",
            type=Scalar.FLOAT,
            description="shared / (shared + onlyA + onlyB), 0 to 1.",
            required=True,
        ),
        _count("shared", "Requirements that both carry."),
        _count("onlyA", "Requirements that of the two only `a` carries."),
        _count("onlyB", "Requirements that of the two only `b` carries."),
        _requirements("inBoth", "Those that both carry."),
        _requirements("onlyInA", "Those that of the two only `a` carries."),
        _requirements("onlyInB", "Those that of the two only `b` carries."),
    ),
)

REDUNDANCY = RecordType(
    name="CourseRedundancy",
    description="What the courses of a subject carry more than once.",
    fields=(
        _count("courses", "Courses of the subject."),
        _count("needed", "Courses NEEDED."),
        _count("redundant", "Courses REDUNDANT, each taken alone."),
        _count("unknown", "Courses UNKNOWN."),
        _count("requirements", "Requirements that at least one course carries."),
        _count("carriedOnce", "Of them those that one course carries."),
        _count("carriedSeveralTimes", "Of them those that several courses carry."),
        RecordField(name="byCourse", description="Every course, in the subject's order.", record=CARRIED, size=50),
        NodeField(
            name="removableTogether",
            description=(
                "REDUNDANT courses that can all go at once without losing a carried requirement, chosen from those "
                "that carry least. No further course could go with them; a larger choice may exist."
            ),
            kinds=_COURSES,
            is_list=True,
            size=20,
        ),
        RecordField(
            name="shared",
            description="Requirements carried several times, most often carried first.",
            record=SHARED,
            size=FIRST,
        ),
        RecordField(
            name="pairs",
            description="Pairs that carry nearly the same, highest Jaccard first.",
            record=PAIR,
            size=FIRST,
        ),
    ),
)

_OF_COURSE = ("course", "a", "b", "removableTogether")
_OF_REQUIREMENT = ("requirement", "onlyHere", "inBoth", "onlyInA", "onlyInB")


# ---- the query plan


def _plan(collector: Collector, request: FieldRequest) -> Root:
    given, target = request.arguments, request.arguments.get("target")
    subject = type_of_id(request, "subject", SUBJECTS)
    target_type = None if target is None else type_of_id(request, "target", TARGETS)
    binds = (
        bind("subject", given["subject"]),
        bind("target", target),
        bind("level", given.get("level"), plain),
        bind("roles", roles_given(request), plain),
        bind("minStrength", given["minStrength"], least_strength),
        bind("asOf", given.get("asOf")),
        bind("minJaccard", given["minJaccard"], _jaccard),
        page_size(given),
    )
    by_label = {each.label: each for each in binds}
    declared = QuestionStatement(
        "courseRedundancy", _writer(subject, target_type), fold=lambda raw, inputs: _fold(raw, by_label, inputs)
    )
    return call(collector, request, REDUNDANCY, binds, declared, is_list=False, missing=_missing(subject, by_label))


def _jaccard(value: float) -> float:
    if not 0 <= value <= 1:
        raise BadArgumentError("minJaccard", "0 to 1.", "取值为 0 到 1。")
    return value


def _missing(subject: str, binds: Mapping[str, Bind]) -> Callable[[Inputs], NotFoundError]:
    def error(inputs: Inputs) -> NotFoundError:
        target = binds["target"].read(inputs)
        return NotFoundError(subject, binds["subject"].read(inputs) + (f" / {target}" if target else ""))

    return error


# ---- the statement


def _writer(subject: str, target: str | None) -> Callable[[Mapping[str, str], ProjectNode], str]:
    def write(parameters: Mapping[str, str], project: ProjectNode) -> str:
        found = f"EXISTS {{ MATCH (:{subject} {{id: {parameters['subject']}}}) }}"
        if target is not None:
            found += f" AND EXISTS {{ MATCH (:{target} {{id: {parameters['target']}}}) }}"
        parts = (
            found,
            _courses(subject, parameters, project),
            _said(subject, parameters, project),
            "null" if target is None else _wanted(target, parameters),
        )
        return "RETURN [" + ",\n".join(parts) + "]"

    return write


def _nodes(project: ProjectNode, names: tuple[str, ...], variable: str, kind: str) -> str:
    return ", ".join(project(name, variable, kind) for name in names)


def _courses(subject: str, parameters: Mapping[str, str], project: ProjectNode) -> str:
    reached = SUBJECTS[subject]
    order = "c.standardYear, c.majorCode, c.sequence, c.id" if reached.side.course == "Course" else "c.id"
    return (
        f"COLLECT {{ UNWIND [{parameters['subject']}] AS id MATCH {reached.courses} WITH DISTINCT c ORDER BY {order} "
        f"RETURN [c.id, {_nodes(project, _OF_COURSE, 'c', reached.side.course)}] }}"
    )


def _said(subject: str, parameters: Mapping[str, str], project: ProjectNode) -> str:
    """Write what is said of the courses: course, requirement, status, kind, role, strength, and the nodes."""
    reached, level = SUBJECTS[subject], parameters["level"]
    return (
        f"COLLECT {{ UNWIND [{parameters['subject']}] AS id MATCH {reached.courses} "
        f"{each_alignment(reached.side, 'c')} MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement) "
        f"WHERE a.status IN ['ACCEPTED', 'SUGGESTED'] AND ({level} IS NULL OR r.level = {level}) "
        f"AND {in_force('a', parameters['asOf'])} "
        f"RETURN [c.id, r.id, a.status, a.kind, a.role, a.strength, {project('alignment', 'a', 'Alignment')}, "
        f"{_nodes(project, _OF_REQUIREMENT, 'r', 'SkillRequirement')}] ORDER BY {in_standard_order('r')}, a.id }}"
    )


def _wanted(target: str, parameters: Mapping[str, str]) -> str:
    levels = TARGETS[target].format(id=parameters["target"])
    areas = levels if target == "WorkArea" else f"{levels} MATCH (l)-[:HAS_WORK_AREA]->(w:WorkArea)"
    return (
        f"COLLECT {{ MATCH {areas} MATCH (w)-[:HAS_TASK]->(:WorkTask)-[:HAS_REQUIREMENT]->(r) RETURN DISTINCT r.id }}"
    )


# ---- what it comes to


@dataclass(slots=True)
class _Known:
    """The nodes by id and record field, who carries what, and what is only suggested."""

    courses: Mapping[str, Mapping[str, Any]]
    requirements: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    carried: dict[str, set[str]] = field(default_factory=dict)
    suggested: dict[str, set[str]] = field(default_factory=dict)
    proofs: dict[str, list[Any]] = field(default_factory=dict)

    def of(self, name: str, requirements: set[str] | frozenset[str]) -> list[Any]:
        """Give the nodes of some requirements for a record field, in the order in which they were read."""
        return [nodes[name] for key, nodes in self.requirements.items() if key in requirements]


def _fold(raw: Any, binds: Mapping[str, Bind], inputs: Inputs) -> Any:
    """Turn what was read into a record of ``REDUNDANCY``; None: the subject or the target is not there."""
    found, courses, said, wanted = raw
    if not found:
        return None
    read = {label: each.read(inputs) for label, each in binds.items()}
    known = _known(courses, said, None if wanted is None else set(wanted), read)
    alone, by_requirement = carried_alone(known.carried), carriers(known.carried)
    by_course = [_of_course(course, known, alone[course]) for course in known.courses]
    needs = [each[1] for each in by_course]
    once = sum(len(each) == 1 for each in by_requirement.values())
    removable = [known.courses[each]["removableTogether"] for each in removable_together(known.carried)]
    several = _several(known, by_requirement)
    pairs = [_pair(each, known) for each in overlaps(known.carried, read["minJaccard"])]
    return [
        len(by_course),
        *(needs.count(each) for each in NEED.codes),
        len(by_requirement),
        once,
        len(by_requirement) - once,
        by_course,
        removable,
        several[: read["first"]],
        pairs[: read["first"]],
    ]


def _known(courses: Any, said: Any, wanted: set[str] | None, read: Mapping[str, Any]) -> _Known:
    known = _Known({key: dict(zip(_OF_COURSE, nodes, strict=True)) for key, *nodes in courses})
    known.carried = {each: set() for each in known.courses}
    known.suggested = {each: set() for each in known.courses}
    for course, key, status, kind, role, strength, alignment, *nodes in said:
        if wanted is not None and key not in wanted:
            continue
        known.requirements.setdefault(key, dict(zip(_OF_REQUIREMENT, nodes, strict=True)))
        # A suggestion counts as one where it would carry the requirement if it were accepted.
        if not (is_covering(kind, role, "ACCEPTED") and role in read["roles"] and strength >= read["minStrength"]):
            continue
        if status == "SUGGESTED":
            known.suggested[course].add(key)
        else:
            known.carried[course].add(key)
            known.proofs.setdefault(key, []).append([known.courses[course]["course"], alignment])
    return known


def _of_course(course: str, known: _Known, alone: set[str]) -> list[Any]:
    carried = known.carried[course]
    need = "UNKNOWN" if not carried else "NEEDED" if alone else "REDUNDANT"
    suggested = len(known.suggested[course] - carried)
    return [known.courses[course]["course"], need, len(carried), len(alone), suggested, known.of("onlyHere", alone)]


def _several(known: _Known, by_requirement: Mapping[str, list[str]]) -> list[Any]:
    shared = [(key, len(by_requirement.get(key, ()))) for key in known.requirements]
    ranked = sorted((each for each in shared if each[1] > 1), key=lambda each: -each[1])
    return [[known.requirements[key]["requirement"], count, known.proofs[key]] for key, count in ranked]


def _pair(pair: Overlap, known: _Known) -> list[Any]:
    return [
        known.courses[pair.a]["a"],
        known.courses[pair.b]["b"],
        pair.jaccard,
        len(pair.shared),
        len(pair.only_a),
        len(pair.only_b),
        known.of("inBoth", pair.shared),
        known.of("onlyInA", pair.only_a),
        known.of("onlyInB", pair.only_b),
    ]


COURSE_REDUNDANCY = DeclaredField(
    name="courseRedundancy",
    description=(
        "What several courses of a subject carry at once, and which course could go without losing a carried "
        "requirement. It rests on accepted alignments only, of the courses and of their outcomes; a course of which "
        "none is known is UNKNOWN, not redundant. Not found: null, and NOT_FOUND."
    ),
    arguments=(
        Argument(
            name="subject",
            annotation="ID",
            description="A TeachingStandard, Major (by its standards) or TrainingPlan; a Course or PlanCourse alone.",
        ),
        Argument(
            name="target",
            annotation="ID | None",
            description=(
                "Count only the requirements of this StandardLevel, SkillStandard, Certificate, CertificateLevel or "
                "WorkArea. By default all: what is redundant for one certificate may be needed for another."
            ),
            default=None,
        ),
        Argument(name="level", annotation="CertificateLevelCode | None", description="Only this level.", default=None),
        MIN_STRENGTH,
        ROLES,
        AS_OF,
        Argument(
            name="minJaccard",
            annotation="Float",
            description="Least Jaccard index of the pairs to give, 0 to 1. A pair shares at least one requirement.",
            default=0.5,
        ),
        Argument(
            name="first",
            annotation="Int",
            description="Shared requirements, and pairs, to give: 1 to 100 of each. The counts stay whole.",
            default=PAGE_DEFAULT,
        ),
    ),
    record=REDUNDANCY,
    is_list=False,
    plan=_plan,
    codes=(NEED,),
)
