"""``peerComparison``: what colleges' plans for a major have, beside its teaching standard.

Published plans are fragments. So a plan without lines is compared with nothing (null, not 0), hours and credits are
added up only where lines state them, and what a plan covers is null until somebody has decided on one of its lines.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from analysis.comparison import Course, SameName, by_name, known, shares, sum_of_known
from graph.errors import NotFoundError
from graph.model.alignments import is_covering
from graph.model.codes import CERTIFICATE_LEVEL
from graph.model.core import BASIS, CodeList, Property, Scalar
from graph.model.sides import STANDARD_SIDE, TRAINING_PLAN_SIDE
from graph.query.plan import Bind, Inputs, ProjectNode, Root
from resolvers.questions.declared_field import DeclaredField, QuestionStatement, call, type_of_id
from resolvers.questions.records import FIRST, NodeField, RecordField, RecordType
from resolvers.questions.shared.evidence import (
    codes_given,
    each_alignment,
    in_force,
    in_standard_order,
    least_strength,
    roles_given,
    sources_of,
)
from resolvers.questions.shared.evidence_arguments import AS_OF, MIN_STRENGTH, ROLES
from resolvers.request.arguments import page_size, plain
from resolvers.request.declarations import Argument
from resolvers.request.field_meanings import PAGE_LARGEST
from resolvers.request.selection import Collector, FieldRequest
from resolvers.request.variables import bind

# Enough for every plan that is published of a major today; bounds what one question reads.
PLANS_LARGEST = 200

PLACE = CodeList(
    "CoursePlace",
    "Where a course of this name stands.",
    {
        "COMMON": "In the teaching standard and in at least one published plan.",
        "ONLY_STANDARD": "In the teaching standard only; the published lines of plans do not show it.",
        "ONLY_PLAN": "In plans only.",
    },
)


def _count(name: str, description: str) -> Property:
    return Property(name=name, type=Scalar.INT, description=description, required=True)


def _known(name: str, description: str, kind: Scalar = Scalar.INT) -> Property:
    return Property(name=name, type=kind, description=description)


_TOTALS = (
    _count("lines", "Published lines."),
    _known("hours", "Hours of the lines that state them. Null: none does."),
    _count("linesWithHours", "Lines that state hours."),
    _known("credits", "Credits of the lines that state them. Null: none does.", Scalar.FLOAT),
    _count("linesWithCredits", "Lines that state credits."),
    _known(
        "covered",
        "Requirements the lines or their outcomes cover. Null: nobody has decided on an alignment of any of them; that "
        "an outcome does not match says nothing of its line.",
    ),
)

MODULE = RecordType(
    name="PeerModule",
    description="The lines of a plan that belong to one kind of course.",
    fields=(
        Property(name="moduleText", description="Module as the college writes it. Null: not stated."),
        *_TOTALS,
    ),
)

PLAN = RecordType(
    name="PeerPlan",
    description="A college's plan beside the teaching standard.",
    fields=(
        NodeField(name="trainingPlan", description="The plan.", kinds=("TrainingPlan",)),
        NodeField(
            name="colleges",
            description="Its college. Empty: not matched to a college of 2026.",
            kinds=("College",),
            is_list=True,
        ),
        *_TOTALS,
        _known("inCommon", "Course names that plan and standard share. Null: no line, or no standard, is known."),
        _known("onlyInPlan", "Course names that only the plan has. Null as `inCommon`."),
        _known(
            "onlyInStandard",
            "Course names of the standard that the published lines do not show; not proof that the college has no such "
            "course. Null as `inCommon`.",
        ),
        RecordField(name="byModule", description="The same by kind of course, in the order of names.", record=MODULE),
    ),
)

_LINES = NodeField(name="lines", description="The lines of plans.", kinds=("PlanCourse",), is_list=True)

COURSE = RecordType(
    name="PeerCourse",
    description="The courses of one name. Spaces, punctuation, width, case and a final 学 do not count.",
    fields=(
        Property(name="name", description="The name as the standard writes it, else as the first plan.", required=True),
        Property(name="place", type=PLACE, description="Where it stands.", required=True),
        NodeField(name="standardCourses", description="The courses of the standard.", kinds=("Course",), is_list=True),
        _LINES,
        _count("plans", "Plans that have it."),
        _count("colleges", "Colleges that have it."),
        _known("hoursLeast", "Least hours that a line states. Null: none does."),
        _known("hoursMost", "Most hours that a line states. Null: none does."),
    ),
)

TIE = RecordType(
    name="PeerTie",
    description="A statement of a plan that it prepares for a certificate.",
    fields=(
        NodeField(name="trainingPlan", description="The plan.", kinds=("TrainingPlan",)),
        NodeField(
            name="lines",
            description="The line that is tied. Empty: the plan as a whole names the certificate.",
            kinds=("PlanCourse",),
            is_list=True,
        ),
        Property(name="certificateLevel", type=CERTIFICATE_LEVEL, description="Level named. Null: none."),
        Property(name="kind", description="Kind of tie as the college writes it. Null: the plan as a whole names it."),
        Property(name="basis", type=BASIS, description="On what the tie rests.", required=True),
        NodeField(name="sources", description="Sources of the tie.", kinds=("Source",), is_list=True),
    ),
)

CERTIFICATE = RecordType(
    name="PeerCertificate",
    description="A certificate that plans of the major prepare for.",
    fields=(
        NodeField(name="certificate", description="The certificate.", kinds=("Certificate",)),
        _count("plans", "Plans that name it or tie a line to it."),
        _count("colleges", "Colleges of these plans."),
        RecordField(name="ties", description="What the plans state, in the order of plans.", record=TIE),
    ),
)

CARRIER = RecordType(
    name="PeerCarrier",
    description="A course that covers a requirement.",
    fields=(
        NodeField(name="course", description="The course, or the line of a plan.", kinds=("Course", "PlanCourse")),
        Property(
            name="module",
            description=(
                "Kind of course: a code of CourseModule in a standard, the college's own words in a plan. "
                "Null: not known."
            ),
        ),
        NodeField(
            name="alignment",
            description="The alignment it rests on, of the course or of its outcome.",
            kinds=("Alignment",),
        ),
    ),
)

REQUIREMENT = RecordType(
    name="PeerRequirement",
    description="A requirement that the standard or a plan covers.",
    fields=(
        NodeField(name="requirement", description="The requirement.", kinds=("SkillRequirement",)),
        Property(
            name="inStandard",
            type=Scalar.BOOLEAN,
            description="Whether a course of the teaching standard covers it.",
            required=True,
        ),
        _count("plans", "Plans with a line that covers it."),
        _count("colleges", "Colleges with such a line."),
        RecordField(name="carriers", description="Who covers it, by which kind of course.", record=CARRIER),
    ),
)

COMPARISON = RecordType(
    name="PeerComparison",
    description="The published plans of a major beside its teaching standard.",
    fields=(
        _count("standards", "Teaching standards of the major. 0: none in the graph, so nothing to compare with."),
        _count("standardCourses", "Courses of these standards."),
        _count("plans", "Plans of the major in the graph, the ones with no published line included."),
        _count("plansWithLines", f"Plans with published lines, of the first {PLANS_LARGEST}."),
        _count("colleges", f"Colleges of the first {PLANS_LARGEST} plans."),
        RecordField(name="byPlan", description="The plans in the order of their ids.", record=PLAN, size=FIRST),
        RecordField(
            name="courses",
            description="Courses by name: the standard's in its order, then the plans'.",
            record=COURSE,
            size=FIRST,
        ),
        RecordField(
            name="certificates",
            description="Certificates, those first that most colleges name.",
            record=CERTIFICATE,
            size=FIRST,
        ),
        RecordField(
            name="requirements",
            description="Requirements covered, those first that most colleges cover, then those of the standard.",
            record=REQUIREMENT,
            size=FIRST,
        ),
    ),
)


# ---- the query plan


def _plan(collector: Collector, request: FieldRequest) -> Root:
    given = request.arguments
    type_of_id(request, "major", ("Major",))
    major = bind("major", given["major"])
    binds = (
        major,
        bind("places", codes_given(request, "places", PLACE), plain),
        bind("roles", roles_given(request), plain),
        bind("minStrength", given["minStrength"], least_strength),
        bind("asOf", given.get("asOf")),
        page_size(given),
    )
    by_label = {each.label: each for each in binds}
    declared = QuestionStatement("peerComparison", _write, fold=lambda raw, inputs: _fold(raw, by_label, inputs))

    def missing(inputs: Inputs) -> NotFoundError:
        return NotFoundError("Major", major.read(inputs))

    return call(collector, request, COMPARISON, binds, declared, is_list=False, missing=missing)


# ---- the statement


def _write(parameters: Mapping[str, str], project: ProjectNode) -> str:
    major = f"(:Major {{id: {parameters['major']}}})"
    standard = f"MATCH {major}<-[:STANDARD_OF]-(s:TeachingStandard)-[:HAS_COURSE]->(c:Course)"
    plans = f"MATCH {major}<-[:PLAN_FOR]-(p:TrainingPlan) WITH p ORDER BY p.id LIMIT {PLANS_LARGEST}"
    lines = f"{plans} MATCH (p)-[:HAS_PLAN_COURSE]->(c:PlanCourse)"
    said = (
        f"MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement) WHERE a.status = 'ACCEPTED' "
        f"AND {in_force('a', parameters['asOf'])} {_said_row(project)}"
    )
    tied = f"{lines} MATCH (c)-[t:LINKED_TO_CERTIFICATE]->(k:Certificate)"
    named = f"{plans} MATCH (p)-[t:PLAN_NAMES_CERTIFICATE]->(k:Certificate)"
    parts = (
        f"EXISTS {{ MATCH {major} }}",
        f"COUNT {{ MATCH {major}<-[:STANDARD_OF]-(:TeachingStandard) }}",
        f"COLLECT {{ {standard} {_course_row(project)} ORDER BY s.id, c.sequence, c.id }}",
        f"COUNT {{ MATCH {major}<-[:PLAN_FOR]-(:TrainingPlan) }}",
        f"COLLECT {{ {plans} {_plan_row(project)} ORDER BY p.id }}",
        f"COLLECT {{ {lines} {_line_row(project)} ORDER BY p.id, c.id }}",
        f"COLLECT {{ {tied} {_tie_row('c.id', 't.kind', project)} }}",
        f"COLLECT {{ {named} {_tie_row('null', 'null', project)} }}",
        f"COLLECT {{ {standard} {each_alignment(STANDARD_SIDE, 'c')} {said} }}",
        f"COLLECT {{ {lines} {each_alignment(TRAINING_PLAN_SIDE, 'c')} {said} }}",
    )
    return "RETURN [" + ",\n".join(parts) + "]"


def _course_row(project: ProjectNode) -> str:
    nodes = f"{project('standardCourses', 'c', 'Course')}, {project('course', 'c', 'Course')}"
    return f"RETURN [c.id, c.name, c.module, {nodes}]"


def _plan_row(project: ProjectNode) -> str:
    college = project("colleges", "g", "College")
    colleges = f"COLLECT {{ MATCH (p)<-[:HAS_PLAN]-(g:College) RETURN {college} ORDER BY g.id }}"
    return f"RETURN [p.id, p.collegeName, {project('trainingPlan', 'p', 'TrainingPlan')}, {colleges}]"


def _line_row(project: ProjectNode) -> str:
    nodes = f"{project('lines', 'c', 'PlanCourse')}, {project('course', 'c', 'PlanCourse')}"
    return f"RETURN [p.id, c.id, c.name, c.moduleText, c.hours, c.credits, {nodes}]"


def _tie_row(line: str, kind: str, project: ProjectNode) -> str:
    certificate = project("certificate", "k", "Certificate")
    return (
        f"RETURN [p.id, {line}, k.id, t.certificateLevel, {kind}, t.basis, {sources_of('t', project)}, {certificate}] "
        f"ORDER BY k.id, p.id, {'c.id, ' if line == 'c.id' else ''}t.certificateLevel"
    )


def _said_row(project: ProjectNode) -> str:
    nodes = f"{project('alignment', 'a', 'Alignment')}, {project('requirement', 'r', 'SkillRequirement')}"
    return f"RETURN [c.id, r.id, a.kind, a.role, a.strength, {nodes}] ORDER BY {in_standard_order('r')}, a.id"


# ---- what it comes to


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a plan."""

    plan: str
    id: str
    name: str
    module: str | None
    hours: int | None
    credits: float | None
    node: Any
    as_course: Any


@dataclass(frozen=True, slots=True)
class _Read:
    """What was read, by id."""

    college_of: Mapping[str, str]
    plan_nodes: Mapping[str, Any]
    lines: Mapping[str, _Line]
    # What each line or course covers, and the lines somebody has decided on.
    covers: Mapping[str, set[str]]
    judged: set[str]

    def colleges(self, plans: Iterable[str]) -> int:
        """Count the colleges of some plans."""
        return len({self.college_of[each] for each in plans})


def _fold(raw: Any, binds: Mapping[str, Bind], inputs: Inputs) -> Any:
    """Turn what was read into a record of ``COMPARISON``; None: there is no such major."""
    found, standards, courses, plan_count, plans, lines, line_ties, plan_ties, said, said_of_lines = raw
    if not found:
        return None
    request = {label: each.read(inputs) for label, each in binds.items()}
    rows = {each[1]: _Line(*each) for each in lines}
    covers: dict[str, set[str]] = {}
    counted = [each for each in (*said, *said_of_lines) if _counts(each, request)]
    for course, requirement, *_ in counted:
        covers.setdefault(course, set()).add(requirement)
    read = _Read(
        {key: college for key, college, *_ in plans},
        {key: node for key, _, node, _ in plans},
        rows,
        covers,
        {each[0] for each in said_of_lines},
    )
    names = by_name(
        [*(Course(each[0], each[1]) for each in courses), *(Course(x.id, x.name, x.plan) for x in rows.values())]
    )
    first = request["first"]
    shown = [each for each in (_course(same, read, courses) for same in names) if each[1] in request["places"]]
    return [
        standards,
        len(courses),
        plan_count,
        len({each.plan for each in rows.values()}),
        read.colleges(read.college_of),
        [_plan_record(each, read, names, has_standard=bool(courses)) for each in plans[:first]],
        shown[:first],
        _certificates([*line_ties, *plan_ties], read)[:first],
        _requirements(counted, read, courses)[:first],
    ]


def _counts(row: Any, request: Mapping[str, Any]) -> bool:
    _, _, kind, role, strength, *_ = row
    return is_covering(kind, role, "ACCEPTED") and role in request["roles"] and strength >= request["minStrength"]


def _totals(lines: list[_Line], read: _Read) -> list[Any]:
    """Give the values of ``_TOTALS``."""
    hours, points = [each.hours for each in lines], [each.credits for each in lines]
    covered = set().union(*(read.covers.get(each.id, set()) for each in lines))
    is_judged = any(each.id in read.judged for each in lines)
    return [
        len(lines),
        sum_of_known(hours),
        len(known(hours)),
        sum_of_known(points),
        len(known(points)),
        len(covered) if is_judged else None,
    ]


def _plan_record(plan: Any, read: _Read, names: list[SameName], *, has_standard: bool) -> list[Any]:
    key, _, node, colleges = plan
    lines = [each for each in read.lines.values() if each.plan == key]
    compared = shares(names, key) if lines and has_standard else None
    modules = sorted({each.module for each in lines}, key=lambda each: (each is None, each or ""))
    by_module = [[module, *_totals([each for each in lines if each.module == module], read)] for module in modules]
    counts = [compared.common, compared.only_plan, compared.only_standard] if compared else [None, None, None]
    return [node, colleges, *_totals(lines, read), *counts, by_module]


def _course(same: SameName, read: _Read, courses: Any) -> list[Any]:
    nodes = {key: node for key, _, _, node, _ in courses}
    lines = [read.lines[each.id] for each in same.in_plans]
    place = "ONLY_PLAN" if not same.in_standard else "COMMON" if lines else "ONLY_STANDARD"
    hours = known(each.hours for each in lines)
    plans = {each.plan for each in lines}
    return [
        same.name,
        place,
        [nodes[each.id] for each in same.in_standard],
        [each.node for each in lines],
        len(plans),
        read.colleges(plans),
        min(hours, default=None),
        max(hours, default=None),
    ]


def _certificates(ties: list[Any], read: _Read) -> list[Any]:
    found: dict[str, list[Any]] = {}
    for each in sorted(ties, key=lambda tie: (tie[2], tie[0])):
        found.setdefault(each[2], []).append(each)
    rows = []
    for of_one in found.values():
        plans = {plan for plan, *_ in of_one}
        shown = [
            [read.plan_nodes[plan], [read.lines[line].node] if line else [], level, kind, basis, sources]
            for plan, line, _, level, kind, basis, sources, _ in of_one
        ]
        rows.append([of_one[0][-1], len(plans), read.colleges(plans), shown])
    return sorted(rows, key=lambda row: (-row[2], -row[1]))


def _requirements(counted: list[Any], read: _Read, courses: Any) -> list[Any]:
    of_standard = {key: (node, module) for key, _, module, _, node in courses}
    found: dict[str, list[Any]] = {}
    for each in counted:
        found.setdefault(each[1], []).append(each)
    rows = []
    for said in found.values():
        plans = {read.lines[each[0]].plan for each in said if each[0] in read.lines}
        in_standard = any(each[0] in of_standard for each in said)
        carriers = [[*_carrier(each[0], read, of_standard), each[5]] for each in said]
        rows.append([said[0][6], in_standard, len(plans), read.colleges(plans), carriers])
    return sorted(rows, key=lambda row: -row[3])


def _carrier(course: str, read: _Read, of_standard: Mapping[str, tuple[Any, str | None]]) -> tuple[Any, str | None]:
    line = read.lines.get(course)
    return of_standard[course] if line is None else (line.as_course, line.module)


PEER_COMPARISON = DeclaredField(
    name="peerComparison",
    description=(
        "What colleges' published plans for a major have beside its teaching standard: courses in common by name, "
        "hours and credits where stated, the certificates they prepare for, and who covers which requirement by which "
        "kind of course. Plans are published in fragments: where none is known the lists are empty and `plans` is 0. "
        "Not found: null, and NOT_FOUND."
    ),
    arguments=(
        Argument(name="major", annotation="ID", description="Id of a Major."),
        Argument(
            name="places",
            annotation="list[CoursePlace] | None",
            description="Show only courses of these places; the counts stay whole. By default all.",
            default=None,
        ),
        MIN_STRENGTH,
        ROLES,
        AS_OF,
        Argument(
            name="first",
            annotation="Int",
            description=f"Plans, courses, certificates and requirements to give: 1 to {PAGE_LARGEST} of each.",
            default=PAGE_LARGEST,
        ),
    ),
    record=COMPARISON,
    is_list=False,
    plan=_plan,
    codes=(PLACE,),
)
