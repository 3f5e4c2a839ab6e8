"""``coverage``: how far courses carry the skill requirements of a certificate, with proof.

The statement reads the target's requirements, and the alignments and reviews of the subject's courses, once each.
``analysis.coverage`` decides the state of every requirement and counts; both engines count alike.
"""

from collections.abc import Mapping
from operator import attrgetter
from typing import Any, NamedTuple

from analysis.coverage import Alignment, Evidence, Flow, Flows, Groups, Review, Tally, gather, grouped
from graph.errors import BadArgumentError
from graph.model import MODEL
from graph.model.codes import CERTIFICATE_LEVEL_CODE
from graph.model.core import Text
from graph.query.directory import Directory
from graph.query.plan import Bind, Inputs
from resolvers.questions.argument_kinds import (
    VALUES_LARGEST,
    ChoiceArgument,
    CodesArgument,
    NodeArgument,
    NodesArgument,
    first_rows,
)
from resolvers.questions.coverage.coverage_records import (
    COVERAGE,
    COVERAGE_FLOW,
    COVERAGE_ITEM,
    COVERAGE_PROOF,
    COVERAGE_STATE,
    LEVEL_COVERAGE,
    WORK_AREA_COVERAGE,
    WORK_TASK_COVERAGE,
    count_fields,
)
from resolvers.questions.parts import Part, chain, ids, record, row, rows
from resolvers.questions.question import Analysis, KnownArguments, QuestionRequest, Values
from resolvers.questions.records import FIRST, RecordRow
from resolvers.questions.shared.evidence import (
    COURSE_TYPES,
    SUBJECTS,
    Subject,
    at,
    closed_by,
    counting,
    evidence_of,
    on_grounds,
)
from resolvers.questions.shared.evidence_arguments import EVIDENCE_OF_STATES, ONLY_LEVEL, alignment_row, rule_of
from resolvers.questions.shared.needs import COURSES, REQUIREMENTS_OF_LEVEL, TARGETS_AND_PARTS, OneOf
from resolvers.questions.shared.record_pages import AFTER, after_key, page_of
from resolvers.questions.shared.standard_texts import ROWS_DEFAULT, ROWS_LARGEST

_PARTS_OF_LEVELS = ("WorkArea", "WorkTask", "SkillRequirement")
_LEVEL_OF_RANK = dict(enumerate(CERTIFICATE_LEVEL_CODE.codes, 1))


class _Course(NamedTuple):
    id: str
    hours: int | None
    holders: list[str]


class _Requirement(NamedTuple):
    id: str
    node: Any


class _Task(NamedTuple):
    node: Any
    requirements: list[_Requirement]


class _Area(NamedTuple):
    """A work area; ``above``: rank of the level that includes its level, 0 where the target names its level itself."""

    level: str
    above: int
    node: Any
    tasks: list[_Task]


class _Parts(NamedTuple):
    # What holds the courses. None: the subject is a course, and its holders are no part of it.
    holders: frozenset[str] | None
    courses: list[_Course]
    areas: list[_Area]
    alignments: list[Alignment]
    reviews: list[Review]


class Coverage(Analysis[_Parts]):
    """How far the courses of a subject carry the requirements of a target."""

    name = "coverage"
    cost = 400
    description = Text(
        "How far a subject's courses carry the skill requirements of a target. What no one has "
        "decided is UNKNOWN: the true coverage lies between `lower` and `upper`. Not found: null, "
        "and NOT_FOUND.",
        "主体的课程在多大程度上承担目标的技能要求。无人决定的为 UNKNOWN：真实覆盖介于 `lower` 与 "
        "`upper` 之间。未找到：null，并给出 NOT_FOUND。",
    )
    arguments = (
        NodeArgument(
            name="subject",
            annotation="ID | None",
            types=SUBJECTS,
            need=COURSES,
            description=Text(
                "A Course, TeachingStandard, Major (by its standards), PlanCourse or "
                "TrainingPlan. Left out: the `courses` are the subject.",
                "Course、TeachingStandard、Major（按其标准）、PlanCourse 或 TrainingPlan。省略时以 `courses` 为主体。",
            ),
            default=None,
        ),
        NodeArgument(
            name="target",
            types=TARGETS_AND_PARTS,
            need=REQUIREMENTS_OF_LEVEL,
            description=Text(
                "A StandardLevel, SkillStandard, Certificate (the newest version of each level), "
                "CertificateLevel, WorkArea, WorkTask or SkillRequirement.",
                "StandardLevel、SkillStandard、Certificate（各等级的最新版本）、CertificateLevel、"
                "WorkArea、WorkTask 或 SkillRequirement。",
            ),
        ),
        NodesArgument(
            name="courses",
            annotation="list[ID] | None",
            types=COURSE_TYPES,
            need=OneOf("subject"),
            description=Text(
                "Count only these courses of the subject; without a subject, these courses "
                f"together: all Course or all PlanCourse, 1 to {VALUES_LARGEST}. By default "
                "all of the subject.",
                "只计主体的这些课程；没有主体时以这些课程为整体：全部为 Course 或全部为 "
                f"PlanCourse，1 至 {VALUES_LARGEST} 门。默认为主体的全部课程。",
            ),
            default=None,
        ),
        ONLY_LEVEL,
        ChoiceArgument(
            name="inferLevels",
            annotation="Boolean",
            description=Text(
                "Count to a level also the requirements of the lower levels of its standard, "
                "where the standard states that higher levels include them "
                "(`SkillStandard.higherLevelsInclude`). An inference: each such item says "
                "`inferredFrom`. It widens what is asked for; a course that covers a higher "
                "requirement is never taken to cover a lower one. No effect on a WorkArea, "
                "WorkTask or SkillRequirement.",
                "某一等级也计入其标准中较低等级的要求，"
                "前提是标准写明高等级包含低等级（`SkillStandard.higherLevelsInclude`）。"
                "这是推断，每个此类条目以 `inferredFrom` 注明。它只扩大所问的范围；"
                "覆盖高等级要求的课程绝不视为覆盖低等级要求。对 WorkArea、WorkTask 与 SkillRequirement 无效。",
            ),
            default=False,
        ),
        *EVIDENCE_OF_STATES,
        CodesArgument(
            name="states",
            annotation="list[CoverageState] | None",
            description=Text(
                "Show only items in these states; the counts stay whole. By default all.",
                "只显示这些状态的条目；计数不变。默认全部。",
            ),
            default=None,
            codes=COVERAGE_STATE,
        ),
        first_rows(
            Text(f"Items to show: 1 to {ROWS_LARGEST}.", f"显示的条目数：1 至 {ROWS_LARGEST}。"),
            default=ROWS_DEFAULT,
            largest=ROWS_LARGEST,
        ),
        after_key(COVERAGE_ITEM.name),
    )
    record = COVERAGE
    codes = (COVERAGE_STATE,)

    def sizes(self, binds: Mapping[str, Bind]) -> Mapping[str, Bind]:
        """Count no more items than the standard of the target has requirements."""
        first, target = binds[FIRST], binds["target"]

        def items(inputs: Inputs) -> int:
            size: int = first.read(inputs)
            return min(size, _requirements_at(target.read(inputs), inputs.directory) or size)

        return {**binds, FIRST: Bind(FIRST, items)}

    def check(self, arguments: KnownArguments) -> None:
        """Refuse a request without a subject."""
        if not arguments.has("subject") and not arguments.has("courses"):
            raise BadArgumentError(
                "subject", "name a subject, or the courses that are it.", "请给出 subject，或给出作为对象的 courses。"
            )

    def read(self, request: QuestionRequest) -> Part[_Parts]:
        """Read both sides, and the evidence between them."""
        return _Statement(request).parts()

    def answer(self, parts: _Parts, values: Values) -> RecordRow:
        """Decide the state of every requirement, and count."""
        groups = grouped([(each.id, each.holders) for each in parts.courses], parts.holders or ())
        if values["subject"] is not None and values["courses"] is not None:
            # A holder none of whose courses was chosen has no say, unless that is so of all.
            groups = {holder: each for holder, each in groups.items() if each} or groups
        evidence = gather(parts.alignments, parts.reviews, rule_of(values))
        counted = _Counted(evidence, groups, {each.id: each.hours for each in parts.courses})
        for area in parts.areas:
            counted.add(area)
        return counted.record(values)


# ---- the statement

# From the levels ``l`` of the target: these (above 0), and those below that the standard says they include (above the
# rank of the lowest that does). Two MATCHes, so that a level may be reached over the link it came by.
_INFERRING = (
    "MATCH (l)<-[:HAS_STANDARD_LEVEL]-(s:SkillStandard){} "
    "WHERE b.id = l.id OR (s.higherLevelsInclude AND b.rank < l.rank) "
    "WITH b, min(CASE WHEN b.id = l.id THEN 0 ELSE l.rank END) AS above"
)
# The levels ``b`` below: of the same version, or of a certificate the newest version of each.
_OF_VERSION = " MATCH (s)-[:HAS_STANDARD_LEVEL]->(b:StandardLevel)"
_OF_CERTIFICATE = (
    "<-[:HAS_STANDARD]-(k:Certificate) MATCH (k)-[:HAS_STANDARD]->(:SkillStandard)-[:HAS_STANDARD_LEVEL]->"
    "(b:StandardLevel WHERE b.replacedBy IS NULL)"
)


class _Statement:
    """Writes the statement of one request."""

    def __init__(self, request: QuestionRequest) -> None:
        self._request = request
        self._is_set = not request.has("subject")
        self._reach: Subject = SUBJECTS[request.types["courses" if self._is_set else "subject"]]
        self._side = self._reach.side
        courses = request["courses"]
        chosen = "" if self._is_set else f" WHERE ({courses} IS NULL OR c.id IN {courses})"
        self._courses = f"{self._from_subject(self._reach.courses)}{chosen}"

    def _from_subject(self, path: str) -> str:
        """Write a path from the subject, or from each of the courses that are it."""
        if self._is_set:
            return f"UNWIND {self._request['courses']} AS id MATCH {path}"
        return f"MATCH {at(path, self._request['subject'])}"

    def parts(self) -> Part[_Parts]:
        return row(
            _Parts,
            holders=None if self._reach.is_held else ids(self._from_subject(self._reach.holders), "h.id"),
            courses=self._of_courses(),
            areas=self._areas(),
            alignments=self._alignments(),
            reviews=self._reviews(),
        )

    def _of_courses(self) -> Part[list[_Course]]:
        side = self._side
        hours = "c.hours" if "hours" in MODEL.node_types[side.course].by_name else "null"
        holders = f"[(c)<-[:{side.holds}]-(h:{side.holder}) | h.id]"
        return rows(f"{self._courses} WITH DISTINCT c", row(_Course, id="c.id", hours=hours, holders=holders))

    def _areas(self) -> Part[list[_Area]]:
        """Write the work areas, their tasks, and the tasks' requirements, nested."""
        request, target = self._request, self._request.types["target"]
        node = request.project("requirement", "r", "SkillRequirement")
        only = request["target"] if target in ("WorkTask", "SkillRequirement") else ""
        only_requirement = f" WHERE r.id = {only}" if target == "SkillRequirement" else ""
        requirements = rows(
            f"MATCH (t)-[:HAS_REQUIREMENT]->(r:SkillRequirement){only_requirement}",
            row(_Requirement, id="r.id", node=node),
            order="r.sequence, r.id",
        )
        only_task = {
            "WorkTask": f" WHERE t.id = {only}",
            "SkillRequirement": f"-[:HAS_REQUIREMENT]->(:SkillRequirement {{id: {only}}})",
        }.get(target, "")
        tasks = rows(
            f"MATCH (w)-[:HAS_TASK]->(t:WorkTask){only_task}",
            row(_Task, node=request.project("workTask", "t", "WorkTask"), requirements=requirements),
            order="t.sequence, t.id",
        )
        is_part = target in _PARTS_OF_LEVELS
        levels = f"WITH {'w, l' if is_part else 'l'} AS b, 0 AS above"
        if request.choice("inferLevels") and not is_part:
            of_certificate = target in ("Certificate", "CertificateLevel")
            levels = _INFERRING.format(_OF_CERTIFICATE if of_certificate else _OF_VERSION)
        areas = "" if is_part else " MATCH (b)-[:HAS_WORK_AREA]->(w:WorkArea)"
        only_level = f"{request['level']} IS NULL OR l.level = {request['level']}"
        return rows(
            f"MATCH {at(TARGETS_AND_PARTS[target], request['target'])} WHERE {only_level} {levels}{areas}",
            row(_Area, level="w.level", above="above", node=request.project("workArea", "w", "WorkArea"), tasks=tasks),
            order="b.rank, b.id, w.sequence, w.id",
        )

    def _alignments(self) -> Part[list[Alignment]]:
        """Write the alignments of the courses and of their outcomes."""
        request = self._request
        proof = record(
            COVERAGE_PROOF,
            course=request.project("course", "c", self._side.course),
            alignment=request.project("alignment", "a", "Alignment"),
        )
        return chain(
            *(
                rows(
                    f"{self._courses} MATCH {path} WHERE {only} AND {counting('a', request['asOf'])} "
                    "MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)",
                    alignment_row(tag=proof),
                    order="r.id, a.id",
                )
                for path, only in evidence_of(self._side, "c")
            )
        )

    def _reviews(self) -> Part[list[Review]]:
        node = self._request.project("reviews", "v", "Review")
        return rows(
            f"{self._from_subject(self._reach.reviews)}-[:CONCLUDES_ON]->(r:SkillRequirement) "
            f"WHERE {closed_by('v', self._request['asOf'])} AND {on_grounds('v', self._request['grounds'])} "
            "WITH DISTINCT h, v, r",
            row(Review, requirement="r.id", holder="h.id", tag=node),
            order="r.id, v.id",
        )


def _requirements_at(target: str, directory: Directory) -> int:
    """Give how many requirements a target has at most: those of its standard, or all where its id names none."""
    known = directory.types.get("SkillRequirement")
    kind = target.partition(":")[0]
    if known is None:
        return 0
    if kind in {"Certificate", "CertificateLevel"}:
        return len(known.ids)
    return known.count_below(":".join(("SkillRequirement", *target.split(":")[1:3])))


# ---- states and counts

_NO_EVIDENCE = Evidence()
_COURSE_OF_PROOF = COVERAGE_PROOF.by_name["course"]


class _Item(NamedTuple):
    """A requirement with its state and evidence."""

    id: str
    node: Any
    state: str
    inferred_from: str | None
    evidence: Evidence

    def record(self) -> RecordRow:
        evidence = self.evidence
        return COVERAGE_ITEM.row(
            requirement=self.node,
            state=self.state,
            inferredFrom=self.inferred_from,
            proofs=[each.tag for each in evidence.proofs],
            suggestions=[each.tag for each in evidence.suggestions],
            noMatches=[each.tag for each in evidence.no_matches],
            reviews=[each.tag for each in evidence.reviews],
        )


class _Counted:
    """Counts requirement by requirement, and gathers the records of areas and tasks, and the items."""

    def __init__(self, evidence: Mapping[str, Evidence], groups: Groups, hours: Mapping[str, int | None]) -> None:
        self._evidence, self._groups, self._hours = evidence, groups, hours
        self._whole = Tally()
        self._levels = {level: Tally() for level in CERTIFICATE_LEVEL_CODE.codes}
        self._flows: list[RecordRow] = []
        self._areas: list[RecordRow] = []
        self._tasks: list[RecordRow] = []
        self._items: list[_Item] = []

    def add(self, area: _Area) -> None:
        of_area, of_level = Tally(), self._levels.setdefault(area.level, Tally())
        inferred_from = _LEVEL_OF_RANK.get(area.above)
        for task in area.tasks:
            of_task, flows = Tally(), Flows()
            for each in task.requirements:
                evidence = self._evidence.get(each.id, _NO_EVIDENCE)
                state = evidence.state(self._groups)
                for tally in (self._whole, of_level, of_area, of_task):
                    tally.add(state, evidence)
                flows.add(state, evidence)
                self._items.append(_Item(each.id, each.node, state, inferred_from, evidence))
            self._flows += [_flow_row(each, task) for each in flows]
            self._tasks.append(WORK_TASK_COVERAGE.row(workTask=task.node, **self._counts(of_task)))
        self._areas.append(WORK_AREA_COVERAGE.row(workArea=area.node, **self._counts(of_area)))

    def record(self, values: Values) -> RecordRow:
        states = values["states"]
        page = page_of(
            self._items,
            attrgetter("id"),
            COVERAGE_ITEM.name,
            first=values[FIRST],
            after=values[AFTER],
            shown=lambda each: each.state in states,
        )
        return COVERAGE.row(
            inferred=sum(each.inferred_from is not None for each in self._items),
            byLevel=[self._level(level, tally) for level, tally in self._levels.items() if tally.counts().requirements],
            byWorkArea=self._areas,
            byTask=self._tasks,
            flows=self._flows,
            items=[each.record() for each in page.rows],
            total=sum(each.state in states for each in self._items),
            pageInfo=page.info,
            **self._counts(self._whole),
        )

    def _level(self, level: str, tally: Tally) -> RecordRow:
        return LEVEL_COVERAGE.row(level=level, **self._counts(tally))

    def _counts(self, tally: Tally) -> dict[str, Any]:
        return {**count_fields(tally.counts()), "hours": tally.hours(self._hours)}


def _flow_row(flow: Flow, task: _Task) -> RecordRow:
    return COVERAGE_FLOW.row(
        course=flow.course and flow.course[_COURSE_OF_PROOF],
        workTask=task.node,
        state=flow.state,
        requirements=flow.requirements,
        share=flow.share,
        strength=flow.strength,
    )
