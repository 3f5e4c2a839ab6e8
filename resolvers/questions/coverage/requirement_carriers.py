"""``requirementCarriers``: which courses of any programme carry each requirement of a standard, and how many there are.

It counts the links by which coverage is read, and so what has been accepted: a requirement that nothing carries here
may be unknown as well as a gap.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from graph.model import MODEL
from graph.model.core import Property, Scalar, Text
from graph.model.course_sides import COURSE_SIDES, CourseSide
from graph.model.drafts import published
from resolvers.questions.argument_kinds import NodeArgument, first_rows
from resolvers.questions.parts import Part, row, rows, together
from resolvers.questions.question import Analysis, QuestionRequest, Values
from resolvers.questions.records import FIRST, NodeField, RecordRow, RecordType, count_field
from resolvers.questions.shared.evidence import COURSE_TYPES, TARGETS, in_force
from resolvers.questions.shared.evidence_arguments import AS_OF, MIN_STRENGTH, ONLY_LEVEL, ROLES
from resolvers.questions.shared.national import is_real
from resolvers.questions.shared.needs import REQUIREMENTS_OF_LEVEL
from resolvers.questions.shared.record_pages import AFTER, after_key, connection_of, page_of
from resolvers.questions.shared.standard_texts import ROWS_DEFAULT, ROWS_LARGEST, tasks_path

CARRIERS_LARGEST = 20
REQUIREMENT_CARRIERS = RecordType(
    name="RequirementCarriers",
    description=Text("A requirement, and what carries it anywhere.", "一条要求，以及所有承担它的课程。"),
    fields=(
        NodeField(name="requirement", description=Text("The requirement.", "技能要求。"), kinds=("SkillRequirement",)),
        count_field("courses", Text("Courses of teaching standards that carry it.", "承担它的教学标准课程数。")),
        count_field("programmes", Text("Teaching standards with such a course.", "有此类课程的专业教学标准数。")),
        count_field("planCourses", Text("Lines of training plans that carry it.", "承担它的方案课程数。")),
        count_field("trainingPlans", Text("Training plans with such a line.", "有此类课程的人才培养方案数。")),
        Property(
            name="strength",
            type=Scalar.FLOAT,
            description=Text(
                "The strongest of them, 0 to 1. Null: there is none.", "其中最大的强度，0 至 1。null：没有。"
            ),
        ),
        NodeField(
            name="carriers",
            description=Text(
                f"The courses and lines of plans, the strongest first: of each of both {CARRIERS_LARGEST} at most.",
                f"这些课程与方案课程，强者在前，两类各最多 {CARRIERS_LARGEST} 门。",
            ),
            kinds=COURSE_TYPES,
            is_list=True,
            size=2 * CARRIERS_LARGEST,
        ),
    ),
)


class _Link(NamedTuple):
    """A course that carries the requirement, and what holds it."""

    course: str
    holder: str
    strength: float
    node: Any


class _Carried(NamedTuple):
    """What carries a requirement on one side: how many, and the strongest of them."""

    courses: int
    holders: int
    strongest: list[_Link]

    @classmethod
    def of(cls, links: Sequence[_Link]) -> "_Carried":
        """Count courses and holders, each once."""
        by_course: dict[str, _Link] = {}
        for each in sorted(links, key=lambda link: (-link.strength, link.course)):
            by_course.setdefault(each.course, each)
        return cls(len(by_course), len({each.holder for each in links}), [*by_course.values()][:CARRIERS_LARGEST])


class _Requirement(NamedTuple):
    id: str
    node: Any
    links: list[list[_Link]]

    def record(self) -> RecordRow:
        standards, plans = (_Carried.of(each) for each in self.links)
        strongest = [*standards.strongest, *plans.strongest]
        return REQUIREMENT_CARRIERS.row(
            requirement=self.node,
            courses=standards.courses,
            programmes=standards.holders,
            planCourses=plans.courses,
            trainingPlans=plans.holders,
            strength=max((each.strength for each in strongest), default=None),
            carriers=[each.node for each in strongest],
        )


class _Parts(NamedTuple):
    requirements: list[_Requirement]


class RequirementCarriers(Analysis[_Parts]):
    """Which courses of any programme carry each requirement."""

    name = "requirementCarriers"
    cost = 400
    description = Text(
        "Which courses carry each requirement of a standard, over all programmes, with their number. Only accepted "
        "alignments count, and none that is made up. Where nothing carries a requirement it may be unknown: see "
        "`coverage` of one programme. Not found: null, and NOT_FOUND.",
        "汇总全部专业方案：标准的每条要求由哪些课程承担、共多少门。只计已采纳的对接，虚构的不计。"
        "没有课程承担也可能只是未知：参见单个专业方案的 `coverage`。未找到：null，并给出 NOT_FOUND。",
    )
    arguments = (
        NodeArgument(
            name="target",
            types=TARGETS,
            need=REQUIREMENTS_OF_LEVEL,
            description=Text(
                "A StandardLevel, SkillStandard, Certificate (the newest version of each level), CertificateLevel or "
                "WorkArea.",
                "StandardLevel、SkillStandard、Certificate（各等级的最新版本）、CertificateLevel 或 WorkArea。",
            ),
        ),
        ONLY_LEVEL,
        MIN_STRENGTH,
        ROLES,
        AS_OF,
        first_rows(
            Text(f"Requirements to give: 1 to {ROWS_LARGEST}.", f"返回的要求数：1 至 {ROWS_LARGEST}。"),
            default=ROWS_DEFAULT,
            largest=ROWS_LARGEST,
        ),
        after_key(REQUIREMENT_CARRIERS.name),
    )
    record = connection_of(
        REQUIREMENT_CARRIERS, Text("Requirements in the standard's order.", "各条要求，按标准次序。")
    )

    def read(self, request: QuestionRequest) -> Part[_Parts]:
        """Read the requirements, each with what carries it."""
        level = request["level"]
        node = request.project("requirement", "r", "SkillRequirement")
        links = together(*(_links(side, request) for side in COURSE_SIDES))
        requirements = rows(
            f"MATCH {tasks_path(request, 'target')}-[:HAS_REQUIREMENT]->(r:SkillRequirement) "
            f"WHERE {level} IS NULL OR l.level = {level}",
            row(_Requirement, id="r.id", node=node, links=links),
            order="l.rank, l.id, w.sequence, w.id, t.sequence, t.id, r.sequence, r.id",
        )
        return row(_Parts, requirements=requirements)

    def answer(self, parts: _Parts, values: Values) -> RecordRow:
        """Cut a page."""
        page = page_of(
            parts.requirements,
            lambda each: each.id,
            REQUIREMENT_CARRIERS.name,
            first=values[FIRST],
            after=values[AFTER],
        )
        nodes = [each.record() for each in page.rows]
        return self.record.row(nodes=nodes, totalCount=len(parts.requirements), pageInfo=page.info)


def _links(side: CourseSide, request: QuestionRequest) -> Part[list[_Link]]:
    """Write which courses of one side carry the requirement ``r``, and what holds them."""
    public = f" AND {published('h')}" if MODEL.node_types[side.holder].has_drafts else ""
    match = (
        f"MATCH (r)<-[x:{side.covers}]-(c:{side.course})<-[:{side.holds}]-(h:{side.holder}) "
        f"WHERE {is_real('x')} AND x.strength >= {request['minStrength']} AND x.role IN {request['roles']} "
        f"AND {in_force('x', request['asOf'])}{public}"
    )
    node = request.project("carriers", "c", side.course) if "carriers" in request.selected else "null"
    return rows(match, row(_Link, course="c.id", holder="h.id", strength="x.strength", node=node))
