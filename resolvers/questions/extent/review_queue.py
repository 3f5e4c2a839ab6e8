"""``reviewQueue``: what waits for somebody to decide or to look, what would move coverage most first."""

from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Any, NamedTuple

from graph.errors import BadCursorError
from graph.model.core import CodeList, Property, Scalar, Text
from graph.model.course_sides import ALIGNED_SUBJECTS, ALIGNED_TARGETS, EVIDENCE_PATHS, EvidencePath
from graph.query import cypher
from graph.upkeep.cover_links import KINDS
from resolvers.questions.argument_kinds import NodeArgument, first_rows
from resolvers.questions.parts import Part, chain, count, distinct, ids, row, rows, together
from resolvers.questions.question import Analysis, QuestionRequest, Values
from resolvers.questions.records import FIRST, NodeField, RecordRow, RecordType
from resolvers.questions.shared.evidence import (
    COURSE_TYPES,
    SUBJECTS,
    TARGETS,
    at,
    courses_of,
    found_nowhere,
    no_match,
    work_areas,
)
from resolvers.questions.shared.evidence_arguments import SUFFICIENT_STRENGTH
from resolvers.questions.shared.national import IN_FORCE, IS_CHECKED
from resolvers.questions.shared.needs import COURSES, REQUIREMENTS
from resolvers.questions.shared.record_pages import AFTER, after_row, connection_of, page_info
from resolvers.request.arguments import cursor_values, encode_cursor

REVIEW_WORK = CodeList(
    "ReviewWork",
    Text("What is to be done.", "要做的事。"),
    {
        "DECIDE": Text("A proposal waits: `decideAlignment`.", "有提议待决定：`decideAlignment`。"),
        "SEARCH": Text(
            "No one has proposed or looked: `proposeAlignment`, or `closeReview` where there is nothing.",
            "无人提出也无人查过：用 `proposeAlignment`；没有对应时用 `closeReview`。",
        ),
    },
)

REVIEW_ITEM = RecordType(
    name="ReviewItem",
    description=Text("Something open, and what it would move.", "一项待办，以及它会带来的变化。"),
    fields=(
        Property(name="work", type=REVIEW_WORK, description=Text("What is to be done.", "要做的事。"), required=True),
        Property(
            name="gain",
            type=Scalar.INT,
            description=Text(
                "DECIDE: requirements that acceptance would make COVERED for "
                "the programme (teaching standard or plan) of the course: 1, also where it is "
                "NOT_COVERED now; 0 where it is COVERED already, or the kind, role and strength do not cover. "
                "SEARCH: 1, if something is found.",
                "DECIDE：采纳后会使该课程的专业方案（专业教学标准或人才培养方案）"
                "变为 COVERED 的要求数：1，现为 NOT_COVERED 的也计入；"
                "已为 COVERED，或该类型、作用或强度不构成覆盖时为 0。SEARCH：若能找到则为 1。",
            ),
            required=True,
        ),
        Property(
            name="programmes",
            type=Scalar.INT,
            description=Text(
                "Majors in force that the requirement's certificate suits, by its own statement.",
                "该要求所属证书自身写明适用的现行专业数。",
            ),
            required=True,
        ),
        NodeField(
            name="alignment",
            description=Text("The proposal. Null: SEARCH.", "提议。null：SEARCH。"),
            kinds=("Alignment",),
            is_optional=True,
        ),
        NodeField(
            name="course",
            description=Text(
                "The course it speaks of, or of whose outcome. Null: SEARCH, or it speaks of a whole major.",
                "所涉及的课程，或其课程目标所属的课程。null：SEARCH，或涉及整个专业。",
            ),
            kinds=COURSE_TYPES,
            is_optional=True,
        ),
        NodeField(
            name="requirement",
            description=Text(
                "The requirement. Null: the proposal speaks of a task, a work area or a whole major.",
                "要求。null：提议涉及工作任务、工作领域或整个专业。",
            ),
            kinds=("SkillRequirement",),
            is_optional=True,
        ),
    ),
)


_ABOVE_AREA = "(w:WorkArea)<-[:HAS_WORK_AREA]-(l:StandardLevel)<-[:HAS_STANDARD_LEVEL]-(s:SkillStandard)"
_ABOVE_TASK = f"(t:WorkTask)<-[:HAS_TASK]-{_ABOVE_AREA}"
_ABOVE = f"(r)<-[:HAS_REQUIREMENT]-{_ABOVE_TASK}"
# From an alignment ``a`` up to the standard of what it is aligned to, by the type of that.
_STANDARD_OF = {
    "SkillRequirement": _ABOVE,
    "WorkTask": _ABOVE_TASK,
    "WorkArea": _ABOVE_AREA,
}
# What follows such a path where it leads to the target ``$id``.
_REACHED = {
    "WorkArea": " WHERE w.id = $id",
    "StandardLevel": " WHERE l.id = $id",
    "SkillStandard": " WHERE s.id = $id",
    "Certificate": "<-[:HAS_STANDARD]-(k:Certificate) WHERE k.id = $id AND l.replacedBy IS NULL",
    "CertificateLevel": " MATCH (l)<-[:SPECIFIED_BY]-(k:CertificateLevel) WHERE k.id = $id AND l.replacedBy IS NULL",
}
_SUITED = (
    f"<-[:HAS_STANDARD]-(:Certificate)-[u:SUITS]->(m:Major) WHERE {IS_CHECKED} AND {IN_FORCE} RETURN DISTINCT m.id"
)


class _Proposal(NamedTuple):
    """A proposal, and what acceptance would move."""

    gain: int
    programmes: int
    strength: float
    id: str
    alignment: Any
    course: Any
    requirement: Any

    @property
    def place(self) -> tuple[str, int, int, float, str]:
        """Say where it stands, for a cursor."""
        return "DECIDE", self.gain, self.programmes, self.strength, self.id

    @property
    def rank(self) -> tuple[int, int, float, str]:
        """Sort by what it would move, then by strength."""
        return -self.gain, -self.programmes, -self.strength, self.id


class _Requirement(NamedTuple):
    id: str
    programmes: int
    node: Any


class _Search(NamedTuple):
    """A requirement, and what holds courses and was searched for it in vain."""

    requirement: str
    holder: str


class _Open(NamedTuple):
    """What a subject and a target leave open."""

    requirements: list[_Requirement]
    # Those for which a course of the subject has a proposal or an accepted cover.
    proposed: list[str]
    holders: frozenset[str]
    searches: list[_Search]

    def without_answer(self) -> list[_Requirement]:
        """Give the requirements that no one has looked at, in the standard's order."""
        searched: dict[str, set[str]] = {}
        for each in self.searches:
            searched.setdefault(each.requirement, set()).add(each.holder)
        closed = {key for key, holders in searched.items() if holders.issuperset(self.holders)}
        answered = {*self.proposed, *closed}
        return [each for each in self.requirements if each.id not in answered]


class _Parts(NamedTuple):
    proposals: list[_Proposal]
    # None: not both are given.
    open: _Open | None
    # How many proposals there are, also those that are not read. None: no one asks.
    totals: list[int] | None

    def searches(self) -> list[_Requirement]:
        """Give the requirements to look for, in the standard's order."""
        return self.open.without_answer() if self.open else []


def _read_place(text: str) -> list[Any]:
    """Give what ranks the item of a cursor, and its id. Raises: BadCursorError."""
    match cursor_values(text, REVIEW_ITEM.name):
        case ["DECIDE" | "SEARCH", int(gain), int(programmes), int() | float() as strength, str(key)]:
            return [gain, programmes, strength, key]
        case _:
            raise BadCursorError


class _Waiting(Analysis[_Parts]):
    """What waits for somebody to decide or to look, whether it is given as a list or by pages."""

    cost = 1_000
    codes = (REVIEW_WORK,)

    def reads_whole(self, request: QuestionRequest) -> tuple[str, ...]:
        """Without a subject every proposal is ranked."""
        return () if request.has("subject") else ("Alignment",)

    def read(self, request: QuestionRequest) -> Part[_Parts]:
        """Read the proposals, and what subject and target leave open."""
        has_subject, has_target = request.has("subject"), request.has("target")
        paths = SUBJECTS[request.types["subject"]].side.evidence_paths if has_subject else EVIDENCE_PATHS
        proposals = [_proposals(each, request) for each in paths]
        matches = [_matches(each, request) for each in paths]
        for found, course in _of_no_requirement(paths, request):
            proposals.append(_without_gain(found, course, request))
            matches.append(found)
        return row(
            _Parts,
            proposals=chain(*proposals),
            open=_open(request) if has_subject and has_target else None,
            totals=together(*map(count, matches)) if "totalCount" in request.selected else None,
        )


class ReviewQueue(_Waiting):
    """The first items as a list."""

    name = "reviewQueue"
    description = Text(
        "Proposals that wait for a decision, those first that would move coverage and that most "
        "programmes need. With subject and target, the requirements follow that no one has looked "
        "at. Subject or target not found: null, and NOT_FOUND.",
        "待决定的提议，会改变覆盖且最多专业需要的在前。给出主体与目标时，其后列出无人查过的要求。"
        "主体或目标未找到：null，并给出 NOT_FOUND。",
    )
    arguments = (
        NodeArgument(
            name="subject",
            annotation="ID | None",
            types=SUBJECTS,
            need=COURSES,
            description=Text(
                "Only what concerns its courses, and of a Major also itself: a Course, TeachingStandard, Major, "
                "PlanCourse or TrainingPlan. By default all proposals there are.",
                "只列涉及其课程的待办，Major 还包括涉及其自身的：Course、TeachingStandard、Major、PlanCourse 或 "
                "TrainingPlan。默认列出全部提议。",
            ),
            default=None,
        ),
        NodeArgument(
            name="target",
            annotation="ID | None",
            types=TARGETS,
            need=REQUIREMENTS,
            description=Text(
                "Only its requirements, tasks and work areas: a StandardLevel, SkillStandard, Certificate, "
                "CertificateLevel or WorkArea.",
                "只列其要求、任务和领域：StandardLevel、SkillStandard、Certificate、CertificateLevel 或 WorkArea。",
            ),
            default=None,
        ),
        SUFFICIENT_STRENGTH,
        first_rows(Text("Items to give: 1 to 100.", "返回的条目数：1 至 100。")),
    )
    record = REVIEW_ITEM
    is_list = True

    def answer(self, parts: _Parts, values: Values) -> list[RecordRow]:
        """Put all proposals in one order, then what no one has looked at, and cut."""
        items = [*map(_decide, _in_order(parts.proposals)), *map(_search, parts.searches())]
        return items[: values[FIRST]]


class ReviewItems(_Waiting):
    """The same page by page."""

    name = "reviewItems"
    description = Text(
        "What waits for review, page by page: the items of `reviewQueue` in their order, and their number. A page "
        "begins behind the last item of the one before, also where that was decided meanwhile. Subject or target not "
        "found: null, and NOT_FOUND.",
        "分页列出待评审的内容：条目与次序同 `reviewQueue`，并给出总数。下一页从上一页最后一条之后开始，"
        "即使该条其间已作决定。主体或目标未找到：null，并给出 NOT_FOUND。",
    )
    arguments = (*ReviewQueue.arguments, after_row(_read_place))
    record = connection_of(REVIEW_ITEM, Text("A page of what waits for review.", "待评审内容的一页。"))

    def answer(self, parts: _Parts, values: Values) -> RecordRow:
        """Give what follows the cursor: the proposals that were read, then what no one has looked at."""
        first, after, searches = values[FIRST], values[AFTER], parts.searches()
        proposals, rest = _in_order(parts.proposals), _behind(after, searches)
        items = [*map(_decide, proposals), *map(_search, rest)]
        places = [*(each.place for each in proposals), *((*_SEARCHED, each.id) for each in rest)]
        return self.record.row(
            nodes=items[:first],
            totalCount=sum(parts.totals or ()) + len(searches),
            pageInfo=page_info(
                [encode_cursor(REVIEW_ITEM.name, each) for each in places[:first]],
                has_next=len(items) > first,
                has_previous=after is not None,
            ),
        )


# ---- the items

# The place of what no one has looked at, behind every proposal; the id of the requirement follows.
_SEARCHED = ("SEARCH", -1, 0, 0.0)


def _in_order(proposals: Sequence[_Proposal]) -> list[_Proposal]:
    return sorted(proposals, key=attrgetter("rank"))


def _decide(each: _Proposal) -> RecordRow:
    return REVIEW_ITEM.row(
        work="DECIDE",
        gain=each.gain,
        programmes=each.programmes,
        alignment=each.alignment,
        course=each.course,
        requirement=each.requirement,
    )


def _search(each: _Requirement) -> RecordRow:
    return REVIEW_ITEM.row(
        work="SEARCH", gain=1, programmes=each.programmes, alignment=None, course=None, requirement=each.node
    )


def _behind(after: Sequence[Any] | None, searches: list[_Requirement]) -> list[_Requirement]:
    """Give what follows a place; where its requirement is answered by now, all that are not."""
    ids, last = [each.id for each in searches], next(reversed(after or ()), None)
    return searches[ids.index(last) + 1 :] if last in ids else searches


# ---- the parts


def _matches(path: EvidencePath, request: QuestionRequest) -> str:
    """Write what matches the proposals ``a`` on courses ``c`` of a type."""
    side = path.side
    return f"""{_of_courses(path, request)} MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
WHERE a.status = 'SUGGESTED' {_inside(request, _ABOVE)}
MATCH (c)<-[:{side.holds}]-(p:{side.holder})"""


def _of_courses(path: EvidencePath, request: QuestionRequest) -> str:
    """Write what matches the alignments ``a`` on courses ``c`` of a type; without a subject those that wait."""
    if request.has("subject"):
        return f"{courses_of(request)}{path.to_alignment}(a:Alignment)"
    return f"{_WAITING} MATCH (a){path.to_course}(c:{path.side.course})"


_WAITING = "MATCH (a:Alignment {status: 'SUGGESTED'})"


def _inside(request: QuestionRequest, *paths: str) -> str:
    """Write, behind another condition, that one of the paths leads to the target; no target: nothing."""
    if not request.has("target"):
        return ""
    end = _REACHED[request.types["target"]].replace("$id", request["target"])
    return f"AND ({' OR '.join(cypher.exists(f'MATCH {each}{end}') for each in paths)})"


def _proposals(path: EvidencePath, request: QuestionRequest) -> Part[list[_Proposal]]:
    """Read the proposals on courses of a type, with what acceptance would move, the best first."""
    columns = row(
        _Proposal,
        gain="gain",
        programmes="programmes",
        strength="a.strength",
        id="a.id",
        alignment=request.project("alignment", "a", "Alignment"),
        course=request.project("course", "c", path.side.course),
        requirement=request.project("requirement", "r", "SkillRequirement"),
    )
    programmes = cypher.collect(f"MATCH {_ABOVE}{_SUITED}")
    sufficient = request[SUFFICIENT_STRENGTH.name]
    # In two steps: Neo4j takes five times as long to plan two subqueries in one step that an order follows.
    found = f"""{_matches(path, request)}
WITH a, c, r, p, size({programmes}) AS programmes
WITH a, c, r, programmes,
  CASE WHEN {_would_cover(path, sufficient)} THEN 1 ELSE 0 END AS gain{_behind_cursor(request)}"""
    return rows(found, columns, order=_ORDER, limit=_limit(request))


_ORDER = "gain DESC, programmes DESC, a.strength DESC, a.id"


def _behind_cursor(request: QuestionRequest) -> str:
    """Write that a proposal follows the place of the cursor, in the order of proposals."""
    if AFTER not in request.parameters:
        return ""
    at = request[AFTER]
    return (
        f"\nWHERE {at} IS NULL OR gain < {at}[0] OR (gain = {at}[0] AND (programmes < {at}[1] OR "
        f"(programmes = {at}[1] AND (a.strength < {at}[2] OR (a.strength = {at}[2] AND a.id > {at}[3])))))"
    )


def _limit(request: QuestionRequest) -> str:
    """Write how many are read: for a page one more, which tells whether there is a next page."""
    return f"{request[FIRST]} + 1" if AFTER in request.parameters else request[FIRST]


def _would_cover(path: EvidencePath, sufficient: str) -> str:
    """Write that ``a`` would cover ``r`` for the holder ``p``, and nothing does yet: also where a search was closed.

    What is accepted wins over a search that found nothing.
    """
    side = path.side
    holds = f"MATCH (r)<-[x:{side.covers}]-(:{side.course})<-[:{side.holds}]-(q)"
    covered = f"{holds} WHERE q.id = p.id AND x.strength >= {sufficient}"
    return f"a.kind IN {KINDS} AND a.role IS NOT NULL AND a.strength >= {sufficient} AND NOT {cypher.exists(covered)}"


def _of_no_requirement(paths: Sequence[EvidencePath], request: QuestionRequest) -> Iterator[tuple[str, str | None]]:
    """Write what matches the proposals of a whole major, task or work area, with the type of the course ``c``.

    They are evidence for no single requirement, and are among those of their subject and target all the same.
    """
    reached = {each: f"(a)-[:{ALIGNED_TARGETS[each]}]->{path}" for each, path in _STANDARD_OF.items()}
    wider = _inside(request, *(path for each, path in reached.items() if each != "SkillRequirement"))
    inside = _inside(request, *reached.values())
    no_requirement = f"NOT {cypher.exists('MATCH (a)-[:ALIGNED_TO]->(:SkillRequirement)')}"
    for path in paths:
        waits = f"WHERE a.status = 'SUGGESTED' AND {no_requirement} {wider}"
        yield f"{_of_courses(path, request)} {waits}", path.side.course
    of_major = ALIGNED_SUBJECTS["Major"]
    if not request.has("subject"):
        yield f"{_WAITING} WHERE {cypher.exists(f'MATCH (a)-[:{of_major}]->(:Major)')} {inside}", None
    elif request.types["subject"] == "Major":
        major = cypher.node_pattern("m:Major", id=request["subject"])
        yield f"MATCH {major}<-[:{of_major}]-(a:Alignment) WHERE a.status = 'SUGGESTED' {inside}", None


def _without_gain(found: str, course: str | None, request: QuestionRequest) -> Part[list[_Proposal]]:
    columns = row(
        _Proposal,
        gain="gain",
        programmes="programmes",
        strength="a.strength",
        id="a.id",
        alignment=request.project("alignment", "a", "Alignment"),
        course=request.project("course", "c", course) if course else "null",
        requirement="null",
    )
    kept = "a, c" if course else "a"
    found = f"{found} WITH {kept}, 0 AS gain, 0 AS programmes{_behind_cursor(request)}"
    return rows(found, columns, order=_ORDER, limit=_limit(request))


def _open(request: QuestionRequest) -> Part[_Open]:
    subject, courses = SUBJECTS[request.types["subject"]], courses_of(request)
    counts = f"a.status = 'SUGGESTED' OR (a.status = 'ACCEPTED' AND a.kind IN {KINDS} AND a.role IS NOT NULL)"
    proposed = f"(a:Alignment) MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement) WHERE {counts}"
    return row(
        _Open,
        requirements=_requirements(request),
        proposed=chain(
            *(ids(f"{courses}{each.to_alignment}{proposed}", "r.id") for each in subject.side.evidence_paths)
        ),
        holders=ids(f"MATCH {at(subject.holders, request['subject'])}", "h.id"),
        searches=_searches(request),
    )


def _requirements(request: QuestionRequest) -> Part[list[_Requirement]]:
    """Read the target's requirements in the standard's order."""
    areas = work_areas(request.types["target"], request["target"])
    programmes = cypher.collect(f"MATCH (l)<-[:HAS_STANDARD_LEVEL]-(:SkillStandard){_SUITED}")
    node = request.project("requirement", "r", "SkillRequirement")
    return rows(
        f"MATCH {areas} WITH l, w, size({programmes}) AS programmes "
        "MATCH (w)-[:HAS_TASK]->(t:WorkTask) MATCH (t)-[:HAS_REQUIREMENT]->(r:SkillRequirement)",
        row(_Requirement, id="r.id", programmes="programmes", node=node),
        order="l.rank, l.id, w.sequence, w.id, t.sequence, t.id, r.sequence, r.id",
    )


def _searches(request: QuestionRequest) -> Part[list[_Search]]:
    """Read requirements with the holders that were searched in vain: by a review, or course by course."""
    subject = SUBJECTS[request.types["subject"]]
    side = subject.side
    reviews = f"MATCH {at(subject.reviews, request['subject'])}-[:CONCLUDES_ON]->(r:SkillRequirement)"
    aligned = f"{courses_of(request)}<-[:{side.aligns}]-(n:Alignment)-[:ALIGNED_TO]->(r:SkillRequirement)"
    no_matches = f"{aligned} WHERE {no_match('n')}"
    nowhere = f"{no_matches} MATCH (c)<-[:{side.holds}]-(s)" if subject.is_held else found_nowhere(side, no_matches)
    return chain(
        distinct(reviews, row(_Search, requirement="r.id", holder="h.id")),
        distinct(nowhere, row(_Search, requirement="r.id", holder="s.id")),
    )
