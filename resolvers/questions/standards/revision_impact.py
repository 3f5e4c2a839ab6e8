"""``revisionImpact``: what a new version of a skill standard changes, and what rests on the version before.

The statement reads both versions and what is joined to the earlier one; ``analysis.versions`` compares the texts.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import attrgetter
from typing import Any, NamedTuple

from analysis.versions import LEAST_SIMILARITY, PlacedLine, VersionChange, compare_versions
from graph.errors import BadArgumentError
from graph.model.core import Text
from graph.model.course_sides import ALIGNED_SUBJECTS, EVIDENCE_PATHS
from graph.model.drafts import visible
from graph.query import cypher
from resolvers.questions.argument_kinds import NodeArgument, ValueArgument, first_rows, share
from resolvers.questions.parts import Part, chain, row, rows
from resolvers.questions.question import Analysis, KnownArguments, QuestionRequest, Values
from resolvers.questions.records import RecordRow, RecordType
from resolvers.questions.shared.national import is_real
from resolvers.questions.shared.needs import LINES
from resolvers.questions.shared.standard_texts import (
    LINES_LIMIT,
    ROWS_DEFAULT,
    ROWS_LARGEST,
    require_comparable,
    tasks_path,
)
from resolvers.questions.standards.revision_records import (
    CARRIED_ALIGNMENT,
    REVISION_IMPACT,
    TOUCHED_COURSE,
    TOUCHED_PLAN,
)
from resolvers.questions.standards.version_diff import CHANGE_COUNTS, VERSION_CHANGE_KIND

_VERSIONS = ("SkillStandard", "StandardLevel")
# Which count of a course or plan a change goes to.
_COUNTS = {
    "UNCHANGED": "kept",
    "MOVED": "kept",
    "REWORDED": "changed",
    "REWRITTEN": "changed",
    "SPLIT": "changed",
    "MERGED": "changed",
    "REMOVED": "lost",
}
# From a version to its certificate ``k``.
_CERTIFICATES = {
    "SkillStandard": "(:SkillStandard {id: id})<-[:HAS_STANDARD]-(k:Certificate)",
    "StandardLevel": (
        "(:StandardLevel {id: id})<-[:HAS_STANDARD_LEVEL]-(:SkillStandard)<-[:HAS_STANDARD]-(k:Certificate)"
    ),
}
_PLANS_OF_COURSES = "(c)<-[:HAS_PLAN_COURSE]-(p:TrainingPlan)"


class _Requirement(NamedTuple):
    id: str
    level: str
    code: str
    text: str
    node: Any


class _Aligned(NamedTuple):
    """An alignment with a requirement, and the course that it is evidence of; none: it speaks of a whole major."""

    requirement: str
    id: str
    course: str | None
    alignment: Any
    course_node: Any
    # Of a line of a plan.
    plan: str | None


class _CreditRule(NamedTuple):
    id: str
    node: Any


class _Plan(NamedTuple):
    id: str
    names_certificate: bool
    college: str | None
    node: Any
    college_node: Any
    # Of its college.
    credit_rules: list[_CreditRule]


class _Parts(NamedTuple):
    earlier: list[_Requirement]
    later: list[_Requirement]
    aligned: list[_Aligned]
    plans: list[_Plan]
    rules: list[Any]


class RevisionImpact(Analysis[_Parts]):
    """Two versions of a skill standard, and what rests on the earlier one."""

    name = "revisionImpact"
    cost = 2_500
    description = Text(
        "What a new version of a skill standard changes: its requirements as `versionDiff` compares them, the courses, "
        "training plans, colleges and rules that rest on the earlier version, and where its alignments would go. "
        "It only reads; `oneplusx import standard --carry-from` suggests the alignments for the later version.",
        "技能标准新版本带来的变化：按 `versionDiff` 比较技能要求，列出依据旧版本的课程、人才培养方案、院校与规则，"
        "以及各条对接的去向。本查询只读；用 `oneplusx import standard --carry-from` 可将对接作为建议沿用到新版本。",
    )
    arguments = (
        NodeArgument(
            name="from",
            types=_VERSIONS,
            need=LINES,
            description=Text("The earlier SkillStandard or StandardLevel.", "较早的 SkillStandard 或 StandardLevel。"),
        ),
        NodeArgument(
            name="to",
            types=_VERSIONS,
            need=LINES,
            description=Text("The later one, of the same type.", "较晚的一个，类型相同。"),
        ),
        ValueArgument(
            name="minSimilarity",
            annotation="Float",
            description=Text(
                "From which likeness of texts on it counts as REWORDED, 0.5 to 1.",
                "文字相似度达到多少视为 REWORDED，0.5 至 1。",
            ),
            default=LEAST_SIMILARITY,
            check=share(least=0.5),
        ),
        first_rows(
            Text(f"Rows to show of each list: 1 to {ROWS_LARGEST}.", f"每个列表显示的行数：1 至 {ROWS_LARGEST}。"),
            default=ROWS_DEFAULT,
            largest=ROWS_LARGEST,
        ),
    )
    record = REVISION_IMPACT
    codes = (VERSION_CHANGE_KIND,)

    def check(self, arguments: KnownArguments) -> None:
        """Refuse to compare a whole standard with one level."""
        if arguments.types["from"] != arguments.types["to"]:
            raise BadArgumentError(
                "to", "give two standards, or two levels of standards.", "请给出两个标准，或两个标准等级。"
            )

    def read(self, request: QuestionRequest) -> Part[_Parts]:
        """Read both versions, and what is joined to the earlier one."""
        return row(
            _Parts,
            earlier=_requirements(request, "from", "requirement"),
            later=_requirements(request, "to", "suggestedFor"),
            aligned=_aligned(request),
            plans=_plans(request),
            rules=_rules(request),
        )

    def answer(self, parts: _Parts, values: Values) -> RecordRow:
        """Compare the versions, and follow each alignment. Raises: BadArgumentError for a side that is too long."""
        require_comparable("from", parts.earlier)
        require_comparable("to", parts.later)
        earlier, later = ([_placed(each) for each in side] for side in (parts.earlier, parts.later))
        changes = compare_versions(earlier, later, values["minSimilarity"])
        kinds = [each.kind for each in changes]
        of = {parts.earlier[place].id: each for each in changes for place in each.earlier}
        order = {each.id: place for place, each in enumerate(parts.earlier)}
        aligned = sorted(parts.aligned, key=lambda each: (order[each.requirement], each.course or "", each.id))
        plans = _touched(parts.plans, aligned)
        shown, first = {each.id for each in plans}, values["first"]
        colleges = {each.college: each.college_node for each in plans if each.college}
        credit_rules = {each.id: each.node for plan in plans for each in plan.credit_rules}
        return REVISION_IMPACT.row(
            **{name: kinds.count(code) for name, code in CHANGE_COUNTS.items()},
            carriedAlignments=[_carried(each, parts, of[each.requirement], order) for each in aligned[:first]],
            alignments=len(aligned),
            courses=_courses(aligned, of)[:first],
            trainingPlans=_plan_records(plans, [each for each in aligned if each.plan in shown], of)[:first],
            colleges=[colleges[each] for each in sorted(colleges)][:first],
            creditRules=[credit_rules[each] for each in sorted(credit_rules)][:first],
            rules=parts.rules[:first],
        )


# ---- the parts


def _requirements(request: QuestionRequest, side: str, field: str) -> Part[list[_Requirement]]:
    node = request.project(field, "r", "SkillRequirement")
    return rows(
        f"MATCH {tasks_path(request, side)}-[:HAS_REQUIREMENT]->(r:SkillRequirement)",
        row(_Requirement, id="r.id", level="r.level", code="r.code", text="r.text", node=node),
        order="l.rank, l.id, r.sequence, r.id",
        limit=LINES_LIMIT,
    )


def _aligned(request: QuestionRequest) -> Part[list[_Aligned]]:
    """Read the live alignments with the earlier version, over all paths to a course, and of majors."""
    requirements = f"MATCH {tasks_path(request, 'from')}-[:HAS_REQUIREMENT]->(r:SkillRequirement)<-[:ALIGNED_TO]-"
    live = "(a:Alignment) WHERE a.status IN ['ACCEPTED', 'SUGGESTED'] AND a.kind <> 'NO_MATCH'"
    found = []
    for path in EVIDENCE_PATHS:
        course = path.side.course
        of_plan = path.side.holder == "TrainingPlan"
        plan = f"{cypher.collect(f'MATCH {_PLANS_OF_COURSES}', 'RETURN p.id')}[0]" if of_plan else "null"
        columns = row(
            _Aligned,
            requirement="r.id",
            id="a.id",
            course="c.id",
            alignment=request.project("alignment", "a", "Alignment"),
            course_node=request.project("course", "c", course),
            plan=plan,
        )
        found.append(rows(f"{requirements}{live} MATCH (a){path.to_course}(c:{course})", columns))
    of_major = row(
        _Aligned,
        requirement="r.id",
        id="a.id",
        course="null",
        alignment=request.project("alignment", "a", "Alignment"),
        course_node="null",
        plan="null",
    )
    found.append(rows(f"{requirements}{live} MATCH (a)-[:{ALIGNED_SUBJECTS['Major']}]->(:Major)", of_major))
    return chain(*found)


def _plans(request: QuestionRequest) -> Part[list[_Plan]]:
    """Read the plans that name the certificate, and those of lines with alignments with the earlier version."""
    certificate = _at_certificate(request)
    requirements = f"MATCH {tasks_path(request, 'from')}-[:HAS_REQUIREMENT]->(r:SkillRequirement)<-[:ALIGNED_TO]-"
    named = (
        f"MATCH {certificate}<-[:PLAN_NAMES_CERTIFICATE]-(p:TrainingPlan) WHERE {visible('p')}",
        f"MATCH {certificate}<-[:LINKED_TO_CERTIFICATE]-(c:PlanCourse) WHERE {visible('c')} MATCH {_PLANS_OF_COURSES}",
    )
    by_alignment = [
        f"{requirements}(a:Alignment) MATCH (a){path.to_course}(c:PlanCourse) MATCH {_PLANS_OF_COURSES}"
        for path in EVIDENCE_PATHS
        if path.side.course == "PlanCourse"
    ]
    return chain(
        *(_plan_rows(request, each, is_named=True) for each in named),
        *(_plan_rows(request, each, is_named=False) for each in by_alignment),
    )


def _plan_rows(request: QuestionRequest, match: str, *, is_named: bool) -> Part[list[_Plan]]:
    credit_rule = row(_CreditRule, id="u.id", node=request.project("creditRules", "u", "CreditRule"))
    columns = row(
        _Plan,
        id="p.id",
        names_certificate="true" if is_named else "false",
        college="g.id",
        node=request.project("trainingPlan", "p", "TrainingPlan"),
        credit_rules=rows("MATCH (g)<-[:CREDIT_RULE_OF]-(u:CreditRule)", credit_rule),
        college_node=f"CASE WHEN g IS NOT NULL THEN {request.project('colleges', 'g', 'College')} END",
    )
    found = f"{match} WITH DISTINCT p WHERE {is_real('p')} OPTIONAL MATCH (p)<-[:HAS_PLAN]-(g:College)"
    return rows(found, columns, order="p.id")


def _rules(request: QuestionRequest) -> Part[list[Any]]:
    node = request.project("rules", "u", "Rule")
    return rows(
        f"MATCH {_at_certificate(request)}<-[:RULES_ON_CERTIFICATE]-(u:Rule) WITH DISTINCT u",
        Part(node, lambda value: value),
        order="u.id",
    )


def _at_certificate(request: QuestionRequest) -> str:
    return _CERTIFICATES[request.types["from"]].replace("{id: id}", f"{{id: {request['from']}}}")


# ---- the records


def _placed(each: _Requirement) -> PlacedLine:
    return PlacedLine(each.text, f"{each.level} {each.code}")


def _carried(each: _Aligned, parts: _Parts, change: VersionChange, order: Mapping[str, int]) -> RecordRow:
    return CARRIED_ALIGNMENT.row(
        alignment=each.alignment,
        course=each.course_node,
        change=change.kind,
        similarity=change.similarity,
        requirement=parts.earlier[order[each.requirement]].node,
        suggestedFor=[parts.later[place].node for place in change.later],
    )


def _touched(plans: Sequence[_Plan], aligned: Sequence[_Aligned]) -> list[_Plan]:
    """Give each plan once: named, or with a live alignment."""
    with_alignments = {each.plan for each in aligned}
    found: dict[str, _Plan] = {}
    for each in plans:
        if each.names_certificate or each.id in with_alignments:
            found.setdefault(each.id, each)
    return list(found.values())


def _tally(
    aligned: Iterable[_Aligned], of: Mapping[str, VersionChange], key: Callable[[_Aligned], str | None]
) -> dict[str | None, Counter[str]]:
    """Count alignments by key and by what became of their requirement."""
    counts: dict[str | None, Counter[str]] = defaultdict(Counter)
    for each in aligned:
        counts[key(each)][_COUNTS[of[each.requirement].kind]] += 1
    return counts


def _courses(aligned: Sequence[_Aligned], of: Mapping[str, VersionChange]) -> list[RecordRow]:
    counts = _tally(aligned, of, attrgetter("course"))
    nodes = {each.course: each.course_node for each in aligned if each.course}
    ranked = sorted(nodes, key=lambda key: _rank(counts[key], key))
    return [_counted(TOUCHED_COURSE, counts[key], course=nodes[key]) for key in ranked]


def _plan_records(
    plans: Sequence[_Plan], aligned: Sequence[_Aligned], of: Mapping[str, VersionChange]
) -> list[RecordRow]:
    counts = _tally(aligned, of, attrgetter("plan"))
    ranked = sorted(plans, key=lambda each: _rank(counts.get(each.id, Counter()), each.id))
    return [
        _counted(
            TOUCHED_PLAN,
            counts.get(each.id, Counter()),
            trainingPlan=each.node,
            namesCertificate=each.names_certificate,
        )
        for each in ranked
    ]


def _rank(counts: Counter[str], key: str) -> tuple[int, int, int, str]:
    return -counts["lost"], -counts["changed"], -counts["kept"], key


def _counted(kind: RecordType, counts: Counter[str], **values: Any) -> RecordRow:
    return kind.row(**values, **{name: counts[name] for name in ("kept", "changed", "lost")})
