"""``coverageMatrix``: coverage of courses by tasks, or of majors by certificates, for a heat map.

Each cell is what ``coverage`` says of its row and column. The statement reads rows, columns and what is said once each.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeVar

from analysis.coverage import NO_COUNTS, Alignment, Evidence, Groups, Review, Tally, gather, tallies
from graph.errors import BadArgumentError
from graph.model.alignments import ALIGNMENT_KIND, ALIGNMENT_ROLE
from graph.model.core import Text
from graph.model.course_sides import STANDARD_SIDE, TRAINING_PLAN_SIDE, CourseSide
from resolvers.questions.argument_kinds import VALUES_LARGEST as LARGEST
from resolvers.questions.argument_kinds import NodesArgument
from resolvers.questions.coverage.levels import RequirementOfLevel, ids_by_level
from resolvers.questions.coverage.matrix_records import COVERAGE_MATRIX, MATRIX_COLUMN, MATRIX_ROW
from resolvers.questions.parts import Part, chain, distinct, listed, row, rows
from resolvers.questions.question import Analysis, KnownArguments, QuestionRequest, Values
from resolvers.questions.records import RecordRow
from resolvers.questions.shared.evidence import NEWEST_LEVEL, closed_by, counting, evidence_of, on_grounds, rank_of
from resolvers.questions.shared.evidence_arguments import EVIDENCE_OF_STATES, ONLY_LEVEL, alignment_row, rule_of
from resolvers.questions.shared.national import IS_CHECKED, major_in_force
from resolvers.questions.shared.needs import COURSES, NOT_KNOWN_REASON, REQUIREMENTS_OF_LEVEL


class _Group(NamedTuple):
    """A holder, and its courses that belong to a row."""

    holder: str
    courses: list[str]


class _Row(NamedTuple):
    id: str
    node: Any
    reason: str | None
    groups: list[_Group]


class _Column(NamedTuple):
    id: str
    node: Any
    reason: str | None
    requirements: list[RequirementOfLevel]

    @property
    def ids(self) -> list[str]:
        return [each.id for each in self.requirements]


class _Suits(NamedTuple):
    """A certificate and a major that it suits."""

    certificate: str
    major: str


class _Parts(NamedTuple):
    """Rows and columns, and the evidence, each tagged with the id of its row."""

    rows: list[_Row]
    columns: list[_Column]
    alignments: list[Alignment]
    reviews: list[Review]
    # None: the rows are no majors, or the columns no certificates.
    suits: frozenset[_Suits] | None


@dataclass(frozen=True, slots=True)
class _RowKind:
    """Rows ``n`` by the type of an id: how they are reached from ``id``, their order, and what has their courses."""

    type: str
    path: str
    order: str
    side: CourseSide
    # From a row to its courses ``c``, and from it to the holders ``h`` with their courses.
    courses: str
    groups: Part[list[_Group]]
    holders: str
    where: str = "true"


def _courses(side: CourseSide, order: str, path: str) -> _RowKind:
    holders = f"(n)<-[:{side.holds}]-(h:{side.holder})"
    return _RowKind(
        type=side.course,
        path=path,
        order=order,
        side=side,
        courses="WITH n, n AS c",
        groups=listed(holders, row(_Group, holder="h.id", courses="[n.id]")),
        holders=holders,
    )


def _majors(path: str, where: str = "true") -> _RowKind:
    holders = "(n)<-[:STANDARD_OF]-(h:TeachingStandard)"
    return _RowKind(
        type="Major",
        path=path,
        order="n.code",
        side=STANDARD_SIDE,
        courses="MATCH (n)<-[:STANDARD_OF]-(:TeachingStandard)-[:HAS_COURSE]->(c:Course)",
        groups=listed(holders, row(_Group, holder="h.id", courses="[(h)-[:HAS_COURSE]->(c:Course) | c.id]")),
        holders=holders,
        where=where,
    )


_ROWS = {
    "Course": _courses(STANDARD_SIDE, "n.sequence", "(n:Course {id: id})"),
    "TeachingStandard": _courses(STANDARD_SIDE, "n.sequence", "(:TeachingStandard {id: id})-[:HAS_COURSE]->(n:Course)"),
    "PlanCourse": _courses(TRAINING_PLAN_SIDE, "n.name", "(n:PlanCourse {id: id})"),
    "TrainingPlan": _courses(
        TRAINING_PLAN_SIDE, "n.name", "(:TrainingPlan {id: id})-[:HAS_PLAN_COURSE]->(n:PlanCourse)"
    ),
    "Major": _majors("(n:Major {id: id})"),
    "MajorClass": _majors("(:MajorClass {id: id})<-[:PART_OF_CLASS]-(n:Major)", major_in_force("n")),
}

# Columns ``n`` by the type that an id names: the path from ``id``.
_COLUMNS = {
    "WorkTask": "(n:WorkTask {id: id})",
    "WorkArea": "(:WorkArea {id: id})-[:HAS_TASK]->(n:WorkTask)",
    "StandardLevel": "(:StandardLevel {id: id})-[:HAS_WORK_AREA]->(:WorkArea)-[:HAS_TASK]->(n:WorkTask)",
    "CertificateLevel": (
        f"(:CertificateLevel {{id: id}})-[:SPECIFIED_BY]->{NEWEST_LEVEL}"
        "-[:HAS_WORK_AREA]->(:WorkArea)-[:HAS_TASK]->(n:WorkTask)"
    ),
    "SkillStandard": (
        "(:SkillStandard {id: id})-[:HAS_STANDARD_LEVEL]->(:StandardLevel)"
        "-[:HAS_WORK_AREA]->(:WorkArea)-[:HAS_TASK]->(n:WorkTask)"
    ),
    "Certificate": "(n:Certificate {id: id})",
}


class CoverageMatrix(Analysis[_Parts]):
    """A table of coverage, every cell of it."""

    name = "coverageMatrix"
    cost = 600
    description = Text(
        "Coverage of each row by each column, for a heat map: courses by work tasks or "
        f"certificates, or majors by certificates or work tasks; at most {LARGEST} of each. Each "
        "cell says what `coverage` says of its row and column, which gives its requirements; where that is unknown it "
        "has no counts, and `reason` of the row or column says why. The order is that of the ids. A row or column that "
        "is not there: null, and NOT_FOUND.",
        "各行对各列的覆盖，用于热力图：课程对工作任务或证书，或专业对证书或工作任务；行列各最多 "
        f"{LARGEST}。每格与 `coverage` 对该行该列的回答一致，其各条要求可用 `coverage` 查询；"
        "不可知时没有计数，原因见该行或该列的 `reason`。次序同所给的 id。行或列不存在：null，并给出 NOT_FOUND。",
    )
    arguments = (
        NodesArgument(
            name="rows",
            types=_ROWS,
            need=None,
            description=Text(
                "Ids of one type: Course, PlanCourse or Major; TeachingStandard or "
                "TrainingPlan: their courses; MajorClass: its majors in force. 1 to "
                f"{LARGEST}.",
                "同一类型的 id：Course、PlanCourse 或 Major；TeachingStandard 或 TrainingPlan "
                f"表示其课程；MajorClass 表示其现行专业。1 至 {LARGEST} 个。",
            ),
        ),
        NodesArgument(
            name="columns",
            annotation="list[ID] | None",
            types=_COLUMNS,
            need=None,
            description=Text(
                "Ids of one type: WorkTask or Certificate; StandardLevel, CertificateLevel, "
                f"SkillStandard or WorkArea: their work tasks. 1 to {LARGEST}. Left out where "
                "the rows are majors: the certificates with a requirement by requirement "
                "standard that suit one of them.",
                "同一类型的 id：WorkTask 或 Certificate；StandardLevel、CertificateLevel、"
                f"SkillStandard 或 WorkArea 表示其工作任务。1 至 {LARGEST} 个。"
                "行为专业而省略本参数时：适用于其中某个专业、且有逐条技能要求标准的证书。",
            ),
            default=None,
        ),
        ONLY_LEVEL,
        *EVIDENCE_OF_STATES,
    )
    record = COVERAGE_MATRIX
    codes = (NOT_KNOWN_REASON,)

    def check(self, arguments: KnownArguments) -> None:
        """Refuse courses without columns."""
        if not arguments.has("columns") and _ROWS[arguments.types["rows"]].type != "Major":
            raise BadArgumentError(
                "columns",
                "name them: only for majors is it known which certificates suit.",
                "请给出 columns：只有专业才有适用的证书。",
            )

    def read(self, request: QuestionRequest) -> Part[_Parts]:
        """Read rows and columns, and the evidence."""
        return _Statement(request).parts()

    def answer(self, parts: _Parts, values: Values) -> RecordRow:
        """Count each cell."""
        _refuse_more("rows", parts.rows)
        _refuse_more("columns", parts.columns)
        rule = rule_of(values)
        alignments, reviews = _by_tag(parts.alignments), _by_tag(parts.reviews)
        counted, suited = _Columns(parts.columns), _by_major(parts.suits or ())
        shown = []
        for each in parts.rows:
            groups = {group.holder: set(group.courses) for group in each.groups} or {"": {each.id}}
            evidence = gather(alignments.get(each.id, ()), reviews.get(each.id, ()), rule)
            suits = None if parts.suits is None else suited.get(each.id, set())
            cells = counted.cells(evidence, groups, suits, is_known=each.reason is None)
            shown.append(MATRIX_ROW.row(row=each.node, reason=each.reason, cells=cells))
        columns = [
            MATRIX_COLUMN.row(column=each.node, requirements=len(each.requirements) or None, reason=each.reason)
            for each in parts.columns
        ]
        return COVERAGE_MATRIX.row(columns=columns, rows=shown)


# ---- the statement


class _Statement:
    """Writes the statement of one request; no columns given: the certificates that suit."""

    def __init__(self, request: QuestionRequest) -> None:
        self._request = request
        self._rows = _ROWS[request.types["rows"]]
        self._column_type = request.types.get("columns")
        path, where = self._rows.path, self._rows.where
        self._start = f"UNWIND {request['rows']} AS id MATCH {path} WHERE {where} WITH DISTINCT n"
        self._placed = f"{_each_with_place(request['rows'])} MATCH {path} WHERE {where} WITH n, min(place) AS place"

    def parts(self) -> Part[_Parts]:
        return row(
            _Parts,
            rows=self._of_rows(),
            columns=self._of_columns(),
            alignments=self._alignments(),
            reviews=self._reviews(),
            suits=self._suits(),
        )

    def _is_of_level(self, variable: str) -> str:
        level = self._request["level"]
        return f"{level} IS NULL OR {variable}.level = {level}"

    def _of_rows(self) -> Part[list[_Row]]:
        node = self._request.project("row", "n", self._rows.type)
        reason = COURSES.lack(self._request, self._rows.type, "n.id")
        return rows(
            f"{self._placed} ORDER BY place, {self._rows.order}, n.id LIMIT {LARGEST + 1}",
            row(_Row, id="n.id", node=node, reason=reason, groups=self._rows.groups),
        )

    def _of_columns(self) -> Part[list[_Column]]:
        if self._column_type is None:
            suits = "MATCH (n)<-[u:SUITS]-(k:Certificate)-[:HAS_STANDARD]->(:SkillStandard)"
            found = f"{self._start} {suits} WHERE {IS_CHECKED} WITH DISTINCT k AS n, 0 AS place"
        else:
            ids = _each_with_place(self._request["columns"])
            found = f"{ids} MATCH {_COLUMNS[self._column_type]} WITH n, min(place) AS place"
        if self._column_type in (None, "Certificate"):
            standards = f"(n)-[:HAS_STANDARD]->(:SkillStandard)-[:HAS_STANDARD_LEVEL]->{NEWEST_LEVEL}"
            tasks = f"{standards}-[:HAS_WORK_AREA]->(:WorkArea)-[:HAS_TASK]->(:WorkTask)"
            return self._columns(found, "Certificate", "n.name", tasks)
        found += f" WHERE {self._is_of_level('n')} WITH n, place"
        order = f"n.standardCode, n.standardVersion, {rank_of('n.level')}, n.sequence"
        return self._columns(found, "WorkTask", order, "(n)")

    def _columns(self, found: str, kind: str, order: str, tasks: str) -> Part[list[_Column]]:
        path = f"{tasks}-[:HAS_REQUIREMENT]->(r:SkillRequirement)"
        columns = row(
            _Column,
            id="n.id",
            node=self._request.project("column", "n", kind),
            reason=REQUIREMENTS_OF_LEVEL.lack(self._request, kind, "n.id"),
            requirements=listed(
                f"{path} WHERE {self._is_of_level('r')}", row(RequirementOfLevel, id="r.id", level="r.level")
            ),
        )
        return rows(f"{found} ORDER BY place, {order}, n.id LIMIT {LARGEST + 1}", columns)

    def _suits(self) -> Part[frozenset[_Suits]] | None:
        if self._rows.type != "Major" or self._column_type not in (None, "Certificate"):
            return None
        level = self._request["level"]
        of_level = f"{level} IS NULL OR u.certificateLevel IS NULL OR u.certificateLevel = {level}"
        suits = f"MATCH (n)<-[u:SUITS]-(k:Certificate) WHERE {IS_CHECKED} AND ({of_level})"
        return distinct(f"{self._start} {suits}", row(_Suits, certificate="k.id", major="n.id"))

    def _alignments(self) -> Part[list[Alignment]]:
        counts = counting("a", self._request["asOf"])
        return chain(
            *(
                rows(
                    f"{self._start} {self._rows.courses} MATCH {path} WHERE {only} AND {counts} "
                    "MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)",
                    alignment_row(tag="n.id"),
                )
                for path, only in evidence_of(self._rows.side, "c")
            )
        )

    def _reviews(self) -> Part[list[Review]]:
        reviews = f"{self._rows.holders}<-[:{self._rows.side.reviews}]-(v:Review)"
        return rows(
            f"{self._start} MATCH {reviews}-[:CONCLUDES_ON]->(r:SkillRequirement) "
            f"WHERE {closed_by('v', self._request['asOf'])} AND {on_grounds('v', self._request['grounds'])}",
            row(Review, requirement="r.id", holder="h.id", tag="n.id"),
        )


def _each_with_place(ids: str) -> str:
    """Write what gives each id with its place in the list."""
    return f"UNWIND range(0, size({ids}) - 1) AS place WITH place, {ids}[place] AS id"


# ---- cells

E = TypeVar("E", Alignment, Review)


class _Columns:
    """Counts the cells of one row after another: by column, and by column and level where there are several levels."""

    def __init__(self, columns: Sequence[_Column]) -> None:
        self._columns = {each.id: each.ids for each in columns}
        self._levels = {
            (each.id, level): ids for each in columns for level, ids in ids_by_level(each.requirements).items()
        }

    def cells(
        self, evidence: Mapping[str, Evidence], groups: Groups, suits: Collection[str] | None, *, is_known: bool
    ) -> list[RecordRow]:
        """Give the cells of a row; each is a tuple in the order of its fields, since there are up to 10,000."""
        if not is_known:
            return [(*NO_COUNTS, None if suits is None else each in suits, None, [], [], []) for each in self._columns]
        levels: dict[str, list[RecordRow]] = {each: [] for each in self._columns}
        for (column, level), tally in tallies(evidence, groups, self._levels).items():
            levels[column].append((*tally.counts(), level))
        return [
            (
                *tally.counts(),
                None if suits is None else column in suits,
                tally.strength,
                *_codes(tally),
                levels[column],
            )
            for column, tally in tallies(evidence, groups, self._columns).items()
        ]


def _codes(tally: Tally) -> tuple[list[str], list[str]]:
    """Give kinds and roles, each in the order of its list."""
    kinds = [each for each in ALIGNMENT_KIND.codes if each in tally.kinds]
    return kinds, [each for each in ALIGNMENT_ROLE.codes if each in tally.roles]


def _by_tag(evidence: Iterable[E]) -> dict[str, list[E]]:
    """Gather evidence by the row it is about."""
    found: dict[str, list[E]] = {}
    for each in evidence:
        found.setdefault(each.tag, []).append(each)
    return found


def _by_major(suits: Iterable[_Suits]) -> dict[str, set[str]]:
    """Gather the certificates that suit each major."""
    found: dict[str, set[str]] = {}
    for each in suits:
        found.setdefault(each.major, set()).add(each.certificate)
    return found


def _refuse_more(name: str, found: Sequence[Any]) -> None:
    if len(found) > LARGEST:
        raise BadArgumentError(
            name, f"they make more than {LARGEST} of them; name fewer.", f"展开后超过 {LARGEST} 个，请减少。"
        )
