"""``peerComparison``: what colleges' plans for a major have, compared with its teaching standard.

Published plans are fragments. So a plan without lines is compared with nothing (null, not 0), hours and credits are
added up only where lines state them, and what a plan covers is null until somebody has decided on one of its lines.
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

from analysis.comparison import NamedCourse, SameName, by_name, known, shares, sum_of_known
from analysis.coverage import Alignment
from graph.model.core import Text
from graph.model.course_sides import STANDARD_SIDE, TRAINING_PLAN_SIDE, CourseSide
from graph.model.drafts import visible
from graph.query import cypher
from resolvers.questions.argument_kinds import CodesArgument, NodeArgument, first_rows
from resolvers.questions.courses.peer_records import (
    COURSE_PLACE,
    PEER_CARRIER,
    PEER_CERTIFICATE,
    PEER_COMPARISON,
    PEER_COURSE,
    PEER_MODULE,
    PEER_PLAN,
    PEER_REQUIREMENT,
    PEER_TIE,
    PLANS_LARGEST,
)
from resolvers.questions.parts import Part, chain, count, row, rows
from resolvers.questions.question import Analysis, QuestionRequest, Values
from resolvers.questions.records import RecordRow
from resolvers.questions.shared.evidence import each_alignment, in_force, in_standard_order, not_replaced, sources_of
from resolvers.questions.shared.evidence_arguments import EVIDENCE, alignment_row, rule_of
from resolvers.questions.shared.national import is_real
from resolvers.questions.shared.needs import TRAINING_PLANS
from resolvers.request.field_meanings import PAGE_LARGEST


class _Course(NamedTuple):
    """A course of the standard; ``carrier`` is its node as a carrier shows it."""

    id: str
    name: str
    module: str | None
    node: Any
    carrier: Any


class _Line(NamedTuple):
    """A line of a training plan, alike."""

    plan: str
    id: str
    name: str
    module: str | None
    hours: int | None
    credits: float | None
    node: Any
    carrier: Any


class _Plan(NamedTuple):
    id: str
    college: str
    node: Any
    colleges: list[Any]


class _Tie(NamedTuple):
    """A statement of a training plan, or of a line of it, that it prepares for a certificate."""

    plan: str
    line: str | None
    certificate: str
    level: str | None
    kind: str | None
    basis: str
    sources: list[Any]
    node: Any


class _Nodes(NamedTuple):
    alignment: Any
    requirement: Any


class _Parts(NamedTuple):
    standards: int
    courses: list[_Course]
    plan_count: int
    plans: list[_Plan]
    lines: list[_Line]
    ties: list[_Tie]
    course_alignments: list[Alignment]
    line_alignments: list[Alignment]


class PeerComparison(Analysis[_Parts]):
    """The published training plans of a major next to its teaching standard."""

    name = "peerComparison"
    cost = 500
    description = Text(
        "Colleges' published plans for a major compared with its teaching standard: courses in "
        "common by name, and hours and credits where stated. Also the certificates they prepare "
        "for, and which kind of course covers which requirement of the newest version of its level. "
        "Plans are published in fragments: where the graph holds none, null, and NOT_KNOWN. "
        "Not found: null, and NOT_FOUND.",
        "各院校为某专业公开的方案与专业教学标准的对照：同名课程、写明的学时与学分、所对应的证书，"
        "以及由哪类课程覆盖各等级最新版本的哪些要求。公开的方案都是片段：图中没有方案时为 null，并给出 NOT_KNOWN。"
        "未找到：null，并给出 NOT_FOUND。",
    )
    arguments = (
        NodeArgument(
            name="major",
            types=("Major",),
            need=TRAINING_PLANS,
            description=Text("Id of a Major.", "一个 Major 的 id。"),
        ),
        CodesArgument(
            name="places",
            annotation="list[CoursePlace] | None",
            description=Text(
                "Show only courses of these places; the counts stay whole. By default all.",
                "只显示这些位置的课程；计数不变。默认全部。",
            ),
            default=None,
            codes=COURSE_PLACE,
        ),
        *EVIDENCE,
        first_rows(
            Text(
                f"Plans, courses, certificates and requirements to give: 1 to {PAGE_LARGEST} of each.",
                f"返回的方案、课程、证书与要求数：各 1 至 {PAGE_LARGEST}。",
            ),
            default=PAGE_LARGEST,
        ),
    )
    record = PEER_COMPARISON
    codes = (COURSE_PLACE,)

    def read(self, request: QuestionRequest) -> Part[_Parts]:
        """Read the standard's courses, the plans with their lines and ties, and the alignments of both."""
        major = cypher.node_pattern(":Major", id=request["major"])
        courses = f"MATCH {major}<-[:STANDARD_OF]-(s:TeachingStandard)-[:HAS_COURSE]->(c:Course)"
        of_major = f"MATCH {major}<-[:PLAN_FOR]-(p:TrainingPlan) WHERE {is_real('p')} AND {visible('p')}"
        plans = f"{of_major} WITH p ORDER BY p.id LIMIT {PLANS_LARGEST}"
        lines = f"{plans} MATCH (p)-[:HAS_PLAN_COURSE]->(c:PlanCourse)"
        return row(
            _Parts,
            standards=count(f"MATCH {major}<-[:STANDARD_OF]-(:TeachingStandard)"),
            courses=_courses(courses, request),
            plan_count=count(of_major),
            plans=_plans(plans, request),
            lines=_lines(lines, request),
            ties=chain(
                _ties(f"{lines} MATCH (c)-[t:LINKED_TO_CERTIFICATE]->(k:Certificate)", request, of_lines=True),
                _ties(f"{plans} MATCH (p)-[t:PLAN_NAMES_CERTIFICATE]->(k:Certificate)", request, of_lines=False),
            ),
            course_alignments=_alignments(courses, STANDARD_SIDE, request),
            line_alignments=_alignments(lines, TRAINING_PLAN_SIDE, request),
        )

    def answer(self, parts: _Parts, values: Values) -> RecordRow:
        """Compare courses by name, and count what is tied and covered."""
        peers, first = _Peers(parts, values), values["first"]
        names = by_name(
            [
                *(NamedCourse(each.id, each.name) for each in parts.courses),
                *(NamedCourse(each.id, each.name, each.plan) for each in parts.lines),
            ]
        )
        shown = [each for each in names if _place(each) in values["places"]]
        return PEER_COMPARISON.row(
            standards=parts.standards,
            standardCourses=len(parts.courses),
            plans=parts.plan_count,
            plansWithLines=len({each.plan for each in parts.lines}),
            colleges=len({each.college for each in parts.plans}),
            byPlan=[peers.plan(each, names) for each in parts.plans[:first]],
            courses=[peers.course(each) for each in shown[:first]],
            certificates=peers.certificates()[:first],
            requirements=peers.requirements()[:first],
        )


# ---- the parts


def _courses(found: str, request: QuestionRequest) -> Part[list[_Course]]:
    columns = row(
        _Course,
        id="c.id",
        name="c.name",
        module="c.module",
        node=request.project("standardCourses", "c", "Course"),
        carrier=request.project("course", "c", "Course"),
    )
    return rows(found, columns, order="s.id, c.sequence, c.id")


def _plans(found: str, request: QuestionRequest) -> Part[list[_Plan]]:
    college = request.project("colleges", "g", "College")
    colleges = cypher.collect("MATCH (p)<-[:HAS_PLAN]-(g:College)", f"RETURN {college} ORDER BY g.id")
    node = request.project("trainingPlan", "p", "TrainingPlan")
    return rows(found, row(_Plan, id="p.id", college="p.collegeName", node=node, colleges=colleges), order="p.id")


def _lines(found: str, request: QuestionRequest) -> Part[list[_Line]]:
    columns = row(
        _Line,
        plan="p.id",
        id="c.id",
        name="c.name",
        module="c.moduleText",
        hours="c.hours",
        credits="c.credits",
        node=request.project("lines", "c", "PlanCourse"),
        carrier=request.project("course", "c", "PlanCourse"),
    )
    return rows(found, columns, order="p.id, c.id")


def _ties(found: str, request: QuestionRequest, *, of_lines: bool) -> Part[list[_Tie]]:
    columns = row(
        _Tie,
        plan="p.id",
        line="c.id" if of_lines else "null",
        certificate="k.id",
        level="t.certificateLevel",
        kind="t.kind" if of_lines else "null",
        basis="t.basis",
        sources=sources_of("t", request.project),
        node=request.project("certificate", "k", "Certificate"),
    )
    return rows(found, columns, order=f"k.id, p.id, {'c.id, ' if of_lines else ''}t.certificateLevel")


def _alignments(found: str, side: CourseSide, request: QuestionRequest) -> Part[list[Alignment]]:
    nodes = row(
        _Nodes,
        alignment=request.project("alignment", "a", "Alignment"),
        requirement=request.project("requirement", "r", "SkillRequirement"),
    )
    return rows(
        f"{found} {each_alignment(side, 'c')} MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement) "
        f"WHERE a.status = 'ACCEPTED' AND {in_force('a', request['asOf'])} AND {not_replaced('r')}",
        alignment_row(tag=nodes),
        order=f"{in_standard_order('r')}, a.id",
    )


# ---- the records


def _place(same: SameName) -> str:
    return "ONLY_PLAN" if not same.in_standard else "COMMON" if same.in_plans else "ONLY_STANDARD"


class _Peers:
    """What was read, by id, and the alignments that count."""

    def __init__(self, parts: _Parts, values: Values) -> None:
        self._courses = {each.id: each for each in parts.courses}
        self._plans = {each.id: each for each in parts.plans}
        self._lines = {each.id: each for each in parts.lines}
        self._ties = parts.ties
        # The lines on which somebody has decided, whatever the decision counts.
        self._decided = {each.course for each in parts.line_alignments}
        rule = rule_of(values)
        alignments = (*parts.course_alignments, *parts.line_alignments)
        self._alignments = [each for each in alignments if rule.covers(each)]
        self._covers: dict[str, set[str]] = {}
        for each in self._alignments:
            self._covers.setdefault(each.course, set()).add(each.requirement)

    def _colleges(self, plans: Iterable[str]) -> int:
        return len({self._plans[each].college for each in plans})

    def _totals(self, lines: list[_Line]) -> dict[str, Any]:
        """Add up lines, by the fields of ``_TOTALS``."""
        hours, points = [each.hours for each in lines], [each.credits for each in lines]
        covered = set().union(*(self._covers.get(each.id, set()) for each in lines))
        is_decided = any(each.id in self._decided for each in lines)
        return {
            "lines": len(lines),
            "hours": sum_of_known(hours),
            "linesWithHours": len(known(hours)),
            "credits": sum_of_known(points),
            "linesWithCredits": len(known(points)),
            "covered": len(covered) if is_decided else None,
        }

    def plan(self, plan: _Plan, names: list[SameName]) -> RecordRow:
        lines = [each for each in self._lines.values() if each.plan == plan.id]
        compared = shares(names, plan.id) if lines and self._courses else None
        modules = sorted({each.module for each in lines}, key=lambda each: (each is None, each or ""))
        by_module = {module: [each for each in lines if each.module == module] for module in modules}
        return PEER_PLAN.row(
            trainingPlan=plan.node,
            colleges=plan.colleges,
            inCommon=compared and compared.common,
            onlyInPlan=compared and compared.only_plan,
            onlyInStandard=compared and compared.only_standard,
            byModule=[PEER_MODULE.row(moduleText=module, **self._totals(own)) for module, own in by_module.items()],
            **self._totals(lines),
        )

    def course(self, same: SameName) -> RecordRow:
        lines = [self._lines[each.id] for each in same.in_plans]
        hours = known(each.hours for each in lines)
        plans = {each.plan for each in lines}
        return PEER_COURSE.row(
            name=same.name,
            place=_place(same),
            standardCourses=[self._courses[each.id].node for each in same.in_standard],
            lines=[each.node for each in lines],
            plans=len(plans),
            colleges=self._colleges(plans),
            hoursLeast=min(hours, default=None),
            hoursMost=max(hours, default=None),
        )

    def certificates(self) -> list[RecordRow]:
        """Give the certificates, those first that most colleges name, then those of most plans."""
        found: dict[str, list[_Tie]] = {}
        for each in sorted(self._ties, key=lambda tie: (tie.certificate, tie.plan)):
            found.setdefault(each.certificate, []).append(each)
        plans = {key: {each.plan for each in ties} for key, ties in found.items()}
        ranked = sorted(found, key=lambda key: (-self._colleges(plans[key]), -len(plans[key])))
        return [
            PEER_CERTIFICATE.row(
                certificate=next(each.node for each in found[key]),
                plans=len(plans[key]),
                colleges=self._colleges(plans[key]),
                ties=[self._tie(each) for each in found[key]],
            )
            for key in ranked
        ]

    def _tie(self, each: _Tie) -> RecordRow:
        return PEER_TIE.row(
            trainingPlan=self._plans[each.plan].node,
            lines=[self._lines[each.line].node] if each.line else [],
            certificateLevel=each.level,
            kind=each.kind,
            basis=each.basis,
            sources=each.sources,
        )

    def requirements(self) -> list[RecordRow]:
        """Give the requirements covered, those first that most colleges cover, then those of the standard."""
        found: dict[str, list[Alignment]] = {}
        for each in self._alignments:
            found.setdefault(each.requirement, []).append(each)
        plans = {
            key: {self._lines[each.course].plan for each in alignments if each.course in self._lines}
            for key, alignments in found.items()
        }
        ranked = sorted(found, key=lambda key: -self._colleges(plans[key]))
        return [
            PEER_REQUIREMENT.row(
                requirement=next(each.tag.requirement for each in found[key]),
                inStandard=any(each.course in self._courses for each in found[key]),
                plans=len(plans[key]),
                colleges=self._colleges(plans[key]),
                carriers=[self._carrier(each) for each in found[key]],
            )
            for key in ranked
        ]

    def _carrier(self, each: Alignment) -> RecordRow:
        course = self._lines.get(each.course) or self._courses[each.course]
        return PEER_CARRIER.row(course=course.carrier, module=course.module, alignment=each.tag.alignment)
