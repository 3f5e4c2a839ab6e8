"""``demandForCourse``: who asks for what a course teaches: requirements, certificates, programmes, colleges.

What is asked is known in two ways that are never added up: alignments of the course or of its outcomes with
requirements, and the ties that colleges themselves state between a course of this name and a certificate.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from analysis.coverage import Alignment, CoverRule
from graph.model import MODEL
from graph.model.core import Text
from graph.model.course_sides import SIDE_OF_COURSE, STANDARD_SIDE, TRAINING_PLAN_SIDE, CourseSide
from graph.model.drafts import visible
from graph.query import cypher
from resolvers.questions.argument_kinds import NodeArgument, first_rows
from resolvers.questions.courses.demand_records import (
    CERTIFICATE_DEMAND,
    COURSE_DEMAND,
    COURSE_TIE,
    DEMANDED_REQUIREMENT,
    LEVEL_DEMAND,
    SAME_NAMED_COURSE,
)
from resolvers.questions.parts import Part, chain, count, record, row, rows
from resolvers.questions.question import Analysis, QuestionRequest, Values
from resolvers.questions.records import RecordRow
from resolvers.questions.shared.evidence import (
    COURSE_TYPES,
    NEWEST_LEVEL,
    each_alignment,
    in_force,
    in_standard_order,
    sources_of,
)
from resolvers.questions.shared.evidence_arguments import EVIDENCE, alignment_row, rule_of
from resolvers.questions.shared.national import IN_FORCE, IS_CHECKED, is_real

_ASKED_BY = (
    f"(r)<-[:HAS_REQUIREMENT]-(:WorkTask)<-[:HAS_TASK]-(:WorkArea)<-[:HAS_WORK_AREA]-{NEWEST_LEVEL}"
    "<-[:HAS_STANDARD_LEVEL]-(:SkillStandard)<-[:HAS_STANDARD]-(k:Certificate)"
)


class _Origin(NamedTuple):
    """Who asks for a requirement, with its nodes: the level of a standard of a certificate."""

    level: str
    certificate: str
    requirement_node: Any
    alignment_node: Any
    level_node: Any


class _Tie(NamedTuple):
    """A college's statement, as it is shown."""

    certificate: str
    college: str
    shown: RecordRow


class _Certificate(NamedTuple):
    """A certificate, the majors in force that it suits, and the numbers of requirements of its levels."""

    id: str
    name: str
    majors: list[str]
    requirements: list[int]
    node: Any


class _Parts(NamedTuple):
    alignments: list[Alignment]
    ties: list[_Tie]
    certificates: list[_Certificate]
    standard_courses: int
    in_standards: list[RecordRow]
    plan_courses: int
    in_plans: list[RecordRow]


class DemandForCourse(Analysis[_Parts]):
    """Who asks for what a course teaches."""

    name = "demandForCourse"
    cost = 300
    description = Text(
        "Who asks for what a course teaches: the requirements it covers or may cover, their "
        "certificates, how many programmes those suit, which colleges tie a course of this name "
        "to a certificate, and where else a course has this name. What is said of an outcome of "
        "the course is said of the course. Not found: null, and NOT_FOUND.",
        "谁需要该课程所教的内容：它覆盖或可能覆盖的要求、相应的证书、适用的专业数、"
        "哪些院校把该名称的课程与某证书对应，以及该名称还出现在哪里。"
        "对课程目标的判断视为对课程的判断。未找到：null，并给出 NOT_FOUND。",
    )
    arguments = (
        NodeArgument(
            name="course",
            types=COURSE_TYPES,
            need=None,
            description=Text(
                "A Course of a teaching standard, or a PlanCourse.", "专业教学标准的 Course，或 PlanCourse。"
            ),
        ),
        *EVIDENCE,
        first_rows(
            Text(
                "Requirements, and courses of the same name, to give: 1 to 100 of each. The counts stay whole.",
                "返回的要求数与同名课程数：各 1 至 100。计数不变。",
            )
        ),
    )
    record = COURSE_DEMAND

    def read(self, request: QuestionRequest) -> Part[_Parts]:
        """Read alignments, ties and their certificates, and the courses of the same name."""
        kind = request.types["course"]
        course = f"MATCH {cypher.node_pattern(f'c:{kind}', id=request['course'])}"
        aligned = _aligned(course, request)
        tied = (
            f"{course} MATCH (p:PlanCourse {{name: c.name}})-[t:LINKED_TO_CERTIFICATE]->(k:Certificate) "
            f"WHERE {visible('p')}"
        )
        of_standards, of_plans = (_same_name(course, each) for each in (STANDARD_SIDE, TRAINING_PLAN_SIDE))
        return row(
            _Parts,
            alignments=_alignments(aligned, request),
            ties=_ties(tied, request),
            certificates=chain(_certificates(aligned, request), _certificates(tied, request)),
            standard_courses=count(f"{of_standards} RETURN o"),
            in_standards=_first_of(of_standards, STANDARD_SIDE, request),
            plan_courses=count(f"{of_plans} RETURN o"),
            in_plans=_first_of(of_plans, TRAINING_PLAN_SIDE, request),
        )

    def answer(self, parts: _Parts, values: Values) -> RecordRow:
        """Count by certificate and in all."""
        requirements = _requirements(parts.alignments, rule_of(values))
        asking = {each.certificate for each in requirements} | {each.certificate for each in parts.ties}
        certificates = {each.id: each for each in parts.certificates if each.id in asking}
        demands = [_Demand.of(each, requirements, parts.ties) for each in certificates.values()]
        items = sorted(requirements, key=lambda each: not each.proofs)
        counts = _Counts.of(requirements)
        return COURSE_DEMAND.row(
            covered=counts.covered,
            suggested=counts.suggested,
            certificates=len(certificates),
            programmes=len({major for each in certificates.values() for major in each.majors}),
            colleges=len({each.college for each in parts.ties}),
            sameNameStandards=parts.standard_courses,
            sameNamePlans=parts.plan_courses,
            byCertificate=[each.record() for each in sorted(demands, key=lambda each: each.rank)],
            requirements=[_requirement_record(each) for each in items[: values["first"]]],
            sameName=[*parts.in_standards, *parts.in_plans][: values["first"]],
        )


# ---- the parts


def _aligned(course: str, request: QuestionRequest) -> str:
    """Write what finds the alignments ``a`` of the course, their requirements ``r``, and who asks for these."""
    alignments = each_alignment(SIDE_OF_COURSE[request.types["course"]], "c")
    return (
        f"{course} {alignments} MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement) "
        f"WHERE a.status IN ['ACCEPTED', 'SUGGESTED'] AND a.kind <> 'NO_MATCH' AND {in_force('a', request['asOf'])} "
        f"MATCH {_ASKED_BY}"
    )


def _alignments(aligned: str, request: QuestionRequest) -> Part[list[Alignment]]:
    origin = row(
        _Origin,
        level="l.id",
        certificate="k.id",
        requirement_node=request.project("requirement", "r", "SkillRequirement"),
        alignment_node=request.project("alignments", "a", "Alignment"),
        level_node=request.project("standardLevel", "l", "StandardLevel"),
    )
    return rows(aligned, alignment_row(tag=origin), order=f"k.id, {in_standard_order('r')}, a.id")


def _ties(tied: str, request: QuestionRequest) -> Part[list[_Tie]]:
    colleges = cypher.collect(
        "MATCH (p)<-[:HAS_PLAN_COURSE]-(:TrainingPlan)<-[:HAS_PLAN]-(g:College)",
        f"RETURN {request.project('colleges', 'g', 'College')} ORDER BY g.id",
    )
    shown = record(
        COURSE_TIE,
        planCourse=request.project("planCourse", "p", "PlanCourse"),
        collegeName="p.collegeName",
        colleges=colleges,
        certificateLevel="t.certificateLevel",
        kind="t.kind",
        basis="t.basis",
        sources=sources_of("t", request.project),
    )
    columns = row(_Tie, certificate="k.id", college="p.collegeName", shown=shown)
    return rows(tied, columns, order="p.id, k.id, t.certificateLevel, t.kind")


def _certificates(found: str, request: QuestionRequest) -> Part[list[_Certificate]]:
    levels = f"MATCH (k)-[:HAS_STANDARD]->(:SkillStandard)-[:HAS_STANDARD_LEVEL]->{NEWEST_LEVEL}"
    columns = row(
        _Certificate,
        id="k.id",
        name="k.name",
        majors=cypher.collect(f"MATCH (k)-[u:SUITS]->(m:Major) WHERE {IS_CHECKED} AND {IN_FORCE} RETURN DISTINCT m.id"),
        requirements=cypher.collect(f"{levels} RETURN l.requirementCount"),
        node=request.project("certificate", "k", "Certificate"),
    )
    return rows(f"{found} WITH DISTINCT k", columns, order="k.id")


def _same_name(course: str, side: CourseSide) -> str:
    """Write what finds the other courses ``o`` of the same name on a side, with what holds them."""
    other = f"(o:{side.course} {{name: c.name}})<-[:{side.holds}]-(h:{side.holder})"
    shown = f" AND {visible('o')}" if MODEL.node_types[side.course].has_drafts else ""
    return f"{course} MATCH {other} WHERE o.id <> c.id AND {is_real('o')}{shown}"


def _first_of(found: str, side: CourseSide, request: QuestionRequest) -> Part[list[RecordRow]]:
    columns = record(
        SAME_NAMED_COURSE,
        course=request.project("course", "o", side.course),
        programme=request.project("programme", "h", side.holder),
    )
    return rows(found, columns, order="o.id", limit=request["first"])


# ---- the records


@dataclass(slots=True)
class _Requirement:
    """The alignments of one requirement, of which one certificate asks it."""

    origin: _Origin
    proofs: list[Any] = field(default_factory=list)
    suggestions: list[Any] = field(default_factory=list)

    @property
    def certificate(self) -> str:
        """The certificate that asks for it."""
        return self.origin.certificate


def _requirements(alignments: Iterable[Alignment], rule: CoverRule) -> list[_Requirement]:
    """Give the requirements covered or suggested, by certificate, in the order in which they were read."""
    found: dict[tuple[str, str], _Requirement] = {}
    for each in alignments:
        # A suggestion counts as one where it would cover if it were accepted.
        if rule.covers(each):
            about = found.setdefault((each.tag.certificate, each.requirement), _Requirement(each.tag))
            (about.suggestions if each.status == "SUGGESTED" else about.proofs).append(each.tag.alignment_node)
    return list(found.values())


class _Counts(NamedTuple):
    """How many requirements are covered, and how many of the others are suggested."""

    covered: int
    suggested: int

    @classmethod
    def of(cls, requirements: Sequence[_Requirement]) -> "_Counts":
        covered = sum(bool(each.proofs) for each in requirements)
        return cls(covered, len(requirements) - covered)


@dataclass(frozen=True, slots=True)
class _Demand:
    """What one certificate asks of the course."""

    certificate: _Certificate
    requirements: list[_Requirement]
    ties: list[_Tie]
    counts: _Counts

    @classmethod
    def of(cls, certificate: _Certificate, requirements: Iterable[_Requirement], ties: Iterable[_Tie]) -> "_Demand":
        own = [each for each in requirements if each.certificate == certificate.id]
        return cls(certificate, own, [each for each in ties if each.certificate == certificate.id], _Counts.of(own))

    @property
    def colleges(self) -> int:
        """Colleges that tie a course of this name to it."""
        return len({each.college for each in self.ties})

    @property
    def rank(self) -> tuple[int, int, int, int, str]:
        """Sort by programmes, then by covered, suggested, colleges and name."""
        counts = self.counts
        return -len(self.certificate.majors), -counts.covered, -counts.suggested, -self.colleges, self.certificate.name

    def record(self) -> RecordRow:
        levels = {each.origin.level: each.origin.level_node for each in self.requirements}
        return CERTIFICATE_DEMAND.row(
            certificate=self.certificate.node,
            programmes=len(self.certificate.majors),
            colleges=self.colleges,
            requirements=sum(self.certificate.requirements) if self.certificate.requirements else None,
            covered=self.counts.covered,
            suggested=self.counts.suggested,
            levels=[self._level_record(level, node) for level, node in levels.items()],
            ties=[each.shown for each in self.ties],
        )

    def _level_record(self, level: str, node: Any) -> RecordRow:
        counts = _Counts.of([each for each in self.requirements if each.origin.level == level])
        return LEVEL_DEMAND.row(standardLevel=node, **counts._asdict())


def _requirement_record(each: _Requirement) -> RecordRow:
    return DEMANDED_REQUIREMENT.row(
        requirement=each.origin.requirement_node,
        isCovered=bool(each.proofs),
        alignments=each.proofs or each.suggestions,
    )
