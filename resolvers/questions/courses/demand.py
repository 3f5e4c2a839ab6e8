"""``demandForCourse``: who asks for what a course teaches: requirements, certificates, programmes, colleges.

What is asked is known in two ways that are never added up: alignments of the course or of its outcomes with
requirements, and the ties that colleges themselves state between a course of this name and a certificate.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.errors import NotFoundError
from graph.model.alignments import is_covering
from graph.model.codes import CERTIFICATE_LEVEL
from graph.model.core import BASIS, Property, Scalar
from graph.model.sides import COURSE_SIDES, SIDE_OF_COURSE
from graph.query.plan import Bind, Inputs, ProjectNode, Root
from resolvers.questions.declared_field import DeclaredField, QuestionStatement, call, type_of_id
from resolvers.questions.records import FIRST, NodeField, RecordField, RecordType
from resolvers.questions.shared.evidence import (
    each_alignment,
    in_force,
    in_standard_order,
    least_strength,
    roles_given,
    sources_of,
)
from resolvers.questions.shared.evidence_arguments import AS_OF, MIN_STRENGTH, ROLES
from resolvers.questions.shared.national import IN_FORCE
from resolvers.request.arguments import page_size, plain
from resolvers.request.declarations import Argument
from resolvers.request.field_meanings import PAGE_DEFAULT
from resolvers.request.selection import Collector, FieldRequest
from resolvers.request.variables import bind

_KINDS = ("Course", "PlanCourse")


def _count(name: str, description: str) -> Property:
    return Property(name=name, type=Scalar.INT, description=description, required=True)


_COVERED = _count(
    "covered", "Requirements that the course covers by an accepted alignment, its own or one of its outcomes'."
)
_SUGGESTED = _count("suggested", "Requirements not covered for which a suggestion waits for a decision.")

LEVEL = RecordType(
    name="LevelDemand",
    description="What one level of a standard asks of a course.",
    fields=(
        NodeField(name="standardLevel", description="The level of the standard.", kinds=("StandardLevel",)),
        _COVERED,
        _SUGGESTED,
    ),
)

TIE = RecordType(
    name="CourseTie",
    description="A college's statement that a course of this name prepares for a certificate.",
    fields=(
        NodeField(name="planCourse", description="The line of the college's plan.", kinds=("PlanCourse",)),
        Property(name="collegeName", description="College as the source names it.", required=True),
        NodeField(
            name="colleges",
            description="The college. Empty: not matched to a college of 2026.",
            kinds=("College",),
            is_list=True,
        ),
        Property(name="certificateLevel", type=CERTIFICATE_LEVEL, description="Level named. Null: none."),
        Property(name="kind", description="Kind of tie as the college writes it, such as 1+X.", required=True),
        Property(name="basis", type=BASIS, description="On what the tie rests.", required=True),
        NodeField(name="sources", description="Sources of the tie.", kinds=("Source",), is_list=True),
    ),
)

CERTIFICATE = RecordType(
    name="CertificateDemand",
    description="What one certificate asks of a course, and who needs the certificate.",
    fields=(
        NodeField(name="certificate", description="The certificate.", kinds=("Certificate",)),
        _count("programmes", "Majors in force that the certificate suits, by its own statement."),
        _count("colleges", "Colleges that tie a course of this name to it."),
        Property(
            name="requirements",
            type=Scalar.INT,
            description="Requirements of all levels of its standards. Null: no standard of it is in the graph.",
        ),
        _COVERED,
        _SUGGESTED,
        RecordField(name="levels", description="Levels with a covered or suggested requirement.", record=LEVEL),
        RecordField(name="ties", description="What colleges state.", record=TIE),
    ),
)

REQUIREMENT = RecordType(
    name="DemandedRequirement",
    description="A requirement that the course covers, or may cover.",
    fields=(
        NodeField(name="requirement", description="The requirement.", kinds=("SkillRequirement",)),
        Property(
            name="isCovered",
            type=Scalar.BOOLEAN,
            description="Whether an accepted alignment covers it. False: suggested only.",
            required=True,
        ),
        NodeField(
            name="alignments",
            description="The accepted alignments that cover it, or else the suggestions.",
            kinds=("Alignment",),
            is_list=True,
        ),
    ),
)

SAME_NAME = RecordType(
    name="SameNamedCourse",
    description="A course of the same name elsewhere.",
    fields=(
        NodeField(name="course", description="The course, or the line of a plan.", kinds=_KINDS),
        NodeField(
            name="programme",
            description="The teaching standard, or the plan, that has it.",
            kinds=("TeachingStandard", "TrainingPlan"),
        ),
    ),
)

DEMAND = RecordType(
    name="CourseDemand",
    description="Who asks for what a course teaches.",
    fields=(
        _COVERED,
        _SUGGESTED,
        _count(
            "certificates", "Certificates that ask for a covered or suggested requirement, or to which colleges tie it."
        ),
        _count("programmes", "Majors in force that at least one of these certificates suits."),
        _count("colleges", "Colleges that tie a course of this name to a certificate."),
        _count("sameNameStandards", "Other courses of exactly this name in teaching standards."),
        _count("sameNamePlans", "Other lines of exactly this name in colleges' plans."),
        RecordField(
            name="byCertificate",
            description="Certificates, ranked by programmes, then by covered, suggested, colleges and name.",
            record=CERTIFICATE,
            size=20,
        ),
        RecordField(
            name="requirements",
            description="Covered ones first, each in the standard's order.",
            record=REQUIREMENT,
            size=FIRST,
        ),
        RecordField(
            name="sameName",
            description="Courses of exactly this name elsewhere: standards, then plans.",
            record=SAME_NAME,
            size=FIRST,
        ),
    ),
)

_ASKED_BY = (
    "(r)<-[:HAS_REQUIREMENT]-(:WorkTask)<-[:HAS_TASK]-(:WorkArea)<-[:HAS_WORK_AREA]-(l:StandardLevel)"
    "<-[:HAS_STANDARD_LEVEL]-(:SkillStandard)<-[:HAS_STANDARD]-(k:Certificate)"
)


# ---- the query plan


def _plan(collector: Collector, request: FieldRequest) -> Root:
    given = request.arguments
    kind = type_of_id(request, "course", _KINDS)
    course = bind("course", given["course"])
    binds = (
        course,
        bind("roles", roles_given(request), plain),
        bind("minStrength", given["minStrength"], least_strength),
        bind("asOf", given.get("asOf")),
        page_size(given),
    )
    by_label = {each.label: each for each in binds}
    declared = QuestionStatement(
        "demandForCourse", _writer(kind), fold=lambda raw, inputs: _fold(raw, by_label, inputs)
    )

    def missing(inputs: Inputs) -> NotFoundError:
        return NotFoundError(kind, course.read(inputs))

    return call(collector, request, DEMAND, binds, declared, is_list=False, missing=missing)


# ---- the statement


def _writer(kind: str) -> Callable[[Mapping[str, str], ProjectNode], str]:
    def write(parameters: Mapping[str, str], project: ProjectNode) -> str:
        course = f"UNWIND [{parameters['course']}] AS id MATCH (c:{kind} {{id: id}})"
        alignments = each_alignment(SIDE_OF_COURSE[kind], "c")
        aligned = f"{course} {alignments} MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)"
        tied = f"{course} MATCH (p:PlanCourse {{name: c.name}})-[t:LINKED_TO_CERTIFICATE]->(k:Certificate)"
        said = (
            f"WHERE a.status IN ['ACCEPTED', 'SUGGESTED'] AND a.kind <> 'NO_MATCH' "
            f"AND {in_force('a', parameters['asOf'])}"
        )
        parts = (
            f"EXISTS {{ MATCH (:{kind} {{id: {parameters['course']}}}) }}",
            f"COLLECT {{ {aligned} {said} {_said(project)} }}",
            f"COLLECT {{ {tied} {_tied(project)} }}",
            f"COLLECT {{ {aligned} {said} MATCH {_ASKED_BY} WITH DISTINCT k {_certificate(project)} }}",
            f"COLLECT {{ {tied} WITH DISTINCT k {_certificate(project)} }}",
            *_same_name(course, parameters, project),
        )
        return "RETURN [" + ",\n".join(parts) + "]"

    return write


def _said(project: ProjectNode) -> str:
    """Write what is said: requirement, level, certificate, status, kind, role, strength, and the nodes."""
    return (
        f"MATCH {_ASKED_BY} RETURN [r.id, l.id, k.id, a.status, a.kind, a.role, a.strength, "
        f"{project('requirement', 'r', 'SkillRequirement')}, {project('alignments', 'a', 'Alignment')}, "
        f"{project('standardLevel', 'l', 'StandardLevel')}] ORDER BY k.id, {in_standard_order('r')}, a.id"
    )


def _tied(project: ProjectNode) -> str:
    college = (
        "COLLECT { MATCH (p)<-[:HAS_PLAN_COURSE]-(:TrainingPlan)<-[:HAS_PLAN]-(g:College) "
        f"RETURN {project('colleges', 'g', 'College')} ORDER BY g.id }}"
    )
    return (
        f"RETURN [k.id, {project('planCourse', 'p', 'PlanCourse')}, p.collegeName, {college}, t.certificateLevel, "
        f"t.kind, t.basis, {sources_of('t', project)}] ORDER BY p.id, k.id, t.certificateLevel, t.kind"
    )


def _certificate(project: ProjectNode) -> str:
    """Write a certificate: id, name, the majors in force that it suits, its requirements, and the node."""
    programmes = f"COLLECT {{ MATCH (k)-[:SUITS]->(m:Major) WHERE {IN_FORCE} RETURN DISTINCT m.id }}"
    levels = "(k)-[:HAS_STANDARD]->(:SkillStandard)-[:HAS_STANDARD_LEVEL]->(e:StandardLevel)"
    request = f"COLLECT {{ MATCH {levels} RETURN e.requirementCount }}"
    return f"RETURN [k.id, k.name, {programmes}, {request}, {project('certificate', 'k', 'Certificate')}] ORDER BY k.id"


def _same_name(course: str, parameters: Mapping[str, str], project: ProjectNode) -> tuple[str, ...]:
    """Write the courses of the same name in standards and in plans: how many, and the first of them."""
    parts = []
    for side in COURSE_SIDES:
        found = f"{course} MATCH (o:{side.course} {{name: c.name}})<-[:{side.holds}]-(h:{side.holder}) WHERE o.id <> id"
        row = f"[{project('course', 'o', side.course)}, {project('programme', 'h', side.holder)}]"
        parts.append(f"COUNT {{ {found} RETURN o }}")
        parts.append(f"COLLECT {{ {found} RETURN {row} ORDER BY o.id LIMIT {parameters['first']} }}")
    return tuple(parts)


# ---- what it comes to


@dataclass(slots=True)
class _Requirement:
    """What is said of one requirement."""

    level: str
    certificate: str
    node: Any
    proofs: list[Any] = field(default_factory=list)
    suggestions: list[Any] = field(default_factory=list)


def _fold(raw: Any, binds: Mapping[str, Bind], inputs: Inputs) -> Any:
    """Turn what was read into a record of ``DEMAND``; None: there is no such course."""
    found, said, tied, aligned_certificates, tied_certificates, standards, in_standards, plans, in_plans = raw
    if not found:
        return None
    read = {label: each.read(inputs) for label, each in binds.items()}
    requirements, levels = _requirements(said, read)
    asking = {each.certificate for each in requirements} | {key for key, *_ in tied}
    known = {each[0]: each for each in (*aligned_certificates, *tied_certificates) if each[0] in asking}
    certificates = [_certificate_row(each, requirements, levels, tied) for each in known.values()]
    ranked = sorted(certificates, key=lambda each: (-each[1], -each[4], -each[5], -each[2], each[0]))
    items = [each for is_covered in (True, False) for each in requirements if bool(each.proofs) is is_covered]
    covered = sum(bool(each.proofs) for each in requirements)
    return [
        covered,
        len(requirements) - covered,
        len(known),
        len({major for _, _, majors, *_ in known.values() for major in majors}),
        len({row[2] for row in tied}),
        standards,
        plans,
        [[known_node, *row] for _, *row, known_node in ranked],
        [[each.node, bool(each.proofs), each.proofs or each.suggestions] for each in items[: read["first"]]],
        [*in_standards, *in_plans][: read["first"]],
    ]


def _requirements(said: Any, read: Mapping[str, Any]) -> tuple[list[_Requirement], dict[str, Any]]:
    """Give the requirements covered or suggested in the order read, and the levels they belong to."""
    found: dict[tuple[str, str], _Requirement] = {}
    levels: dict[str, Any] = {}
    for key, level, certificate, status, kind, role, strength, node, alignment, level_node in said:
        # A suggestion counts as one where it would cover if it were accepted.
        if not (is_covering(kind, role, "ACCEPTED") and role in read["roles"] and strength >= read["minStrength"]):
            continue
        levels[level] = level_node
        about = found.setdefault((certificate, key), _Requirement(level, certificate, node))
        (about.suggestions if status == "SUGGESTED" else about.proofs).append(alignment)
    return list(found.values()), levels


def _certificate_row(known: Any, requirements: list[_Requirement], levels: Mapping[str, Any], tied: Any) -> list[Any]:
    """Make a row of ``CERTIFICATE``, with its name before and its node behind."""
    key, name, programmes, request, node = known
    ties = [tie for certificate, *tie in tied if certificate == key]
    own = [each for each in requirements if each.certificate == key]
    by_level = [
        [levels[level], *_counts([each for each in own if each.level == level])]
        for level in dict.fromkeys(each.level for each in own)
    ]
    colleges = len({college for _, college, *_ in ties})
    return [name, len(programmes), colleges, sum(request) if request else None, *_counts(own), by_level, ties, node]


def _counts(requirements: list[_Requirement]) -> tuple[int, int]:
    covered = sum(bool(each.proofs) for each in requirements)
    return covered, len(requirements) - covered


DEMAND_FOR_COURSE = DeclaredField(
    name="demandForCourse",
    description=(
        "Who asks for what a course teaches: the requirements it covers or may cover, their certificates, how many "
        "programmes those suit, which colleges tie a course of this name to a certificate, and where else a course has "
        "this name. What is said of an outcome of the course is said of the course. Not found: null, and NOT_FOUND."
    ),
    arguments=(
        Argument(name="course", annotation="ID", description="A Course of a teaching standard, or a PlanCourse."),
        MIN_STRENGTH,
        ROLES,
        AS_OF,
        Argument(
            name="first",
            annotation="Int",
            description="Requirements, and courses of the same name, to give: 1 to 100 of each. The counts stay whole.",
            default=PAGE_DEFAULT,
        ),
    ),
    record=DEMAND,
    is_list=False,
    plan=_plan,
)
