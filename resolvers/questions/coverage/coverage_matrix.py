"""``coverageMatrix``: coverage of courses by tasks, or of majors by certificates, for a heat map.

Each cell is what ``coverage`` says of its row and column. The statement reads rows, columns and what is said once each.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from analysis.coverage import Alignment, Review, Rule, gather, tallies
from graph.errors import BadArgumentError, NotFoundError
from graph.model.alignments import COVERING
from graph.model.core import Property, Scalar
from graph.model.sides import STANDARD_SIDE, TRAINING_PLAN_SIDE, CourseSide
from graph.query.plan import Bind, Inputs, ProjectNode, Root
from resolvers.questions.coverage.coverage import counting
from resolvers.questions.coverage.coverage_records import COUNTS
from resolvers.questions.declared_field import DeclaredField, QuestionStatement, call, type_of_ids
from resolvers.questions.records import NodeField, RecordField, RecordType
from resolvers.questions.shared.evidence import closed_by, evidence_of, least_strength, roles_given
from resolvers.questions.shared.evidence_arguments import AS_OF, MIN_STRENGTH, ROLES
from resolvers.questions.shared.national import major_in_force
from resolvers.request.arguments import plain
from resolvers.request.declarations import Argument
from resolvers.request.selection import Collector, FieldRequest
from resolvers.request.variables import bind

LARGEST = 100
Parameters = Mapping[str, str]

CELL = RecordType(name="MatrixCell", description="Coverage of one column by one row.", fields=COUNTS)
ROW = RecordType(
    name="MatrixRow",
    description="A row of the matrix.",
    fields=(
        NodeField(
            name="row", description="The course, line of a plan, or major.", kinds=("Course", "PlanCourse", "Major")
        ),
        RecordField(
            name="cells", description="One for each column, in the order of the columns.", record=CELL, size=LARGEST
        ),
    ),
)
COLUMN = RecordType(
    name="MatrixColumn",
    description="A column of the matrix.",
    fields=(
        NodeField(name="column", description="The work task or certificate.", kinds=("WorkTask", "Certificate")),
        Property(
            name="requirements",
            type=Scalar.INT,
            description="Skill requirements of the column. Null: none of it is in the graph.",
        ),
    ),
)
MATRIX = RecordType(
    name="CoverageMatrix",
    description="A table of coverage, every cell of it.",
    fields=(
        RecordField(name="columns", description="The columns in their order.", record=COLUMN, size=LARGEST),
        RecordField(name="rows", description="The rows in their order.", record=ROW, size=LARGEST),
    ),
)


@dataclass(frozen=True, slots=True)
class _Rows:
    """Rows ``n`` of a type that an id can name: how they are reached from ``id``, sorted, and who has their courses."""

    type: str
    path: str
    order: str
    side: CourseSide
    # From a row to its courses ``c``, and from it to the holders ``h`` with their courses.
    courses: str
    groups: str
    holders: str
    where: str = "true"


def _rows_of_courses(side: CourseSide, order: str, path: str) -> _Rows:
    return _Rows(
        type=side.course,
        path=path,
        order=order,
        side=side,
        courses="WITH n, n AS c",
        groups=f"[(n)<-[:{side.holds}]-(h:{side.holder}) | [h.id, [n.id]]]",
        holders=f"(n)<-[:{side.holds}]-(h:{side.holder})",
    )


def _rows_of_majors(path: str, where: str = "true") -> _Rows:
    return _Rows(
        type="Major",
        path=path,
        order="n.code",
        side=STANDARD_SIDE,
        courses="MATCH (n)<-[:STANDARD_OF]-(:TeachingStandard)-[:HAS_COURSE]->(c:Course)",
        groups="[(n)<-[:STANDARD_OF]-(h:TeachingStandard) | [h.id, [(h)-[:HAS_COURSE]->(c:Course) | c.id]]]",
        holders="(n)<-[:STANDARD_OF]-(h:TeachingStandard)",
        where=where,
    )


_ROWS = {
    "Course": _rows_of_courses(STANDARD_SIDE, "n.sequence", "(n:Course {id: id})"),
    "TeachingStandard": _rows_of_courses(
        STANDARD_SIDE, "n.sequence", "(:TeachingStandard {id: id})-[:HAS_COURSE]->(n:Course)"
    ),
    "PlanCourse": _rows_of_courses(TRAINING_PLAN_SIDE, "n.name", "(n:PlanCourse {id: id})"),
    "TrainingPlan": _rows_of_courses(
        TRAINING_PLAN_SIDE, "n.name", "(:TrainingPlan {id: id})-[:HAS_PLAN_COURSE]->(n:PlanCourse)"
    ),
    "Major": _rows_of_majors("(n:Major {id: id})"),
    "MajorClass": _rows_of_majors("(:MajorClass {id: id})<-[:PART_OF_CLASS]-(n:Major)", major_in_force("n")),
}

# Columns ``n`` by the type that an id names: the path from ``id``.
_COLUMNS = {
    "WorkTask": "(n:WorkTask {id: id})",
    "WorkArea": "(:WorkArea {id: id})-[:HAS_TASK]->(n:WorkTask)",
    "StandardLevel": "(:StandardLevel {id: id})-[:HAS_WORK_AREA]->(:WorkArea)-[:HAS_TASK]->(n:WorkTask)",
    "CertificateLevel": (
        "(:CertificateLevel {id: id})-[:SPECIFIED_BY]->(:StandardLevel)"
        "-[:HAS_WORK_AREA]->(:WorkArea)-[:HAS_TASK]->(n:WorkTask)"
    ),
    "SkillStandard": (
        "(:SkillStandard {id: id})-[:HAS_STANDARD_LEVEL]->(:StandardLevel)"
        "-[:HAS_WORK_AREA]->(:WorkArea)-[:HAS_TASK]->(n:WorkTask)"
    ),
    "Certificate": "(n:Certificate {id: id})",
}
_TASK_ORDER = "n.standardCode, n.standardVersion, {rank}, n.sequence"
_RANK = "CASE n.level WHEN 'ELEMENTARY' THEN 1 WHEN 'INTERMEDIATE' THEN 2 ELSE 3 END"


# ---- the query plan


def _plan(collector: Collector, request: FieldRequest) -> Root:
    rows = type_of_ids(request, "rows", _ROWS)
    given = request.arguments.get("columns")
    if given is None:
        _refuse_without_suits(rows)
    columns = None if given is None else type_of_ids(request, "columns", _COLUMNS)
    binds = (
        bind("rows", request.arguments["rows"], _ids_of("rows")),
        bind("columns", given, _ids_of("columns")),
        bind("level", request.arguments.get("level"), plain),
        bind("roles", roles_given(request), plain),
        bind("minStrength", request.arguments["minStrength"], least_strength),
        bind("asOf", request.arguments.get("asOf")),
    )
    by_label = {each.label: each for each in binds}
    statement = _Statement(rows, columns)
    declared = QuestionStatement(
        "coverageMatrix", statement.write, fold=lambda raw, inputs: _fold(raw, by_label, inputs)
    )
    return call(collector, request, MATRIX, binds, declared, is_list=False, missing=_missing(by_label))


def _refuse_without_suits(rows: str) -> None:
    if _ROWS[rows].type != "Major":
        raise BadArgumentError(
            "columns",
            "name them: only for majors is it known which certificates suit.",
            "请给出 columns：只有专业才有适用的证书。",
        )


def _ids_of(name: str) -> Callable[[Any], Any]:
    def some(value: Any) -> Any:
        if value is not None and not 1 <= len(value) <= LARGEST:
            raise BadArgumentError(name, f"give 1 to {LARGEST} ids.", f"请给出 1 到 {LARGEST} 个 id。")
        return value if value is None else list(dict.fromkeys(value))

    return some


def _missing(binds: Mapping[str, Bind]) -> Callable[[Inputs], NotFoundError]:
    def error(inputs: Inputs) -> NotFoundError:
        given = [*binds["rows"].read(inputs), *(binds["columns"].read(inputs) or ())]
        return NotFoundError("row or column", ", ".join(given))

    return error


# ---- the statement


class _Statement:
    """Writes the statement for a type of rows and of columns; no type of columns: the certificates that suit."""

    def __init__(self, rows: str, columns: str | None) -> None:
        self._row_type, self._rows = rows, _ROWS[rows]
        self._column_type = columns
        self._of_certificates = columns in (None, "Certificate")

    def write(self, parameters: Parameters, project: ProjectNode) -> str:
        parts = (
            self._found(parameters),
            self._of_rows(parameters, project),
            self._of_columns(parameters, project),
            self._said(parameters),
            self._concluded(parameters),
        )
        return "RETURN [" + ",\n".join(parts) + "]"

    def _found(self, parameters: Parameters) -> str:
        named = [(self._row_type, parameters["rows"])]
        if self._column_type is not None:
            named.append((self._column_type, parameters["columns"]))
        counts = (f"COUNT {{ UNWIND {ids} AS id MATCH (:{kind} {{id: id}}) }} = size({ids})" for kind, ids in named)
        return " AND ".join(counts)

    def _start(self, parameters: Parameters) -> str:
        return f"UNWIND {parameters['rows']} AS id MATCH {self._rows.path} WHERE {self._rows.where} WITH DISTINCT n"

    def _of_rows(self, parameters: Parameters, project: ProjectNode) -> str:
        return (
            f"COLLECT {{ {self._start(parameters)} ORDER BY {self._rows.order}, n.id LIMIT {LARGEST + 1} "
            f"RETURN [n.id, {project('row', 'n', self._rows.type)}, {self._rows.groups}] }}"
        )

    def _of_columns(self, parameters: Parameters, project: ProjectNode) -> str:
        only = f"WHERE {parameters['level']} IS NULL OR r.level = {parameters['level']}"
        if self._column_type is None:
            suits = "MATCH (n)<-[:SUITS]-(k:Certificate)-[:HAS_STANDARD]->(:SkillStandard)"
            found = f"{self._start(parameters)} {suits} WITH DISTINCT k AS n"
        else:
            found = f"UNWIND {parameters['columns']} AS id MATCH {_COLUMNS[self._column_type]} WITH DISTINCT n"
        if self._of_certificates:
            kind, order = "Certificate", "n.name"
            path = "(n)-[:HAS_STANDARD]->(:SkillStandard)-[:HAS_STANDARD_LEVEL]->(:StandardLevel)-[:HAS_WORK_AREA]->"
            path += "(:WorkArea)-[:HAS_TASK]->(:WorkTask)-[:HAS_REQUIREMENT]->(r:SkillRequirement)"
        else:
            kind, order = "WorkTask", _TASK_ORDER.format(rank=_RANK)
            path = "(n)-[:HAS_REQUIREMENT]->(r:SkillRequirement)"
            found += f" WHERE {parameters['level']} IS NULL OR n.level = {parameters['level']} WITH n"
        return (
            f"COLLECT {{ {found} ORDER BY {order}, n.id LIMIT {LARGEST + 1} "
            f"RETURN [n.id, {project('column', 'n', kind)}, [{path} {only} | r.id]] }}"
        )

    def _said(self, parameters: Parameters) -> str:
        rows = self._rows
        return " + ".join(
            f"COLLECT {{ {self._start(parameters)} {rows.courses} MATCH {path} "
            f"WHERE {only} AND {counting('a', parameters['asOf'])} MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement) "
            f"RETURN [n.id, r.id, c.id, a.status, a.kind, a.role, a.strength] }}"
            for path, only in evidence_of(rows.side, "c")
        )

    def _concluded(self, parameters: Parameters) -> str:
        return (
            f"COLLECT {{ {self._start(parameters)} MATCH {self._rows.holders}"
            f"<-[:{self._rows.side.reviews}]-(v:Review)-[:CONCLUDES_ON]->(r:SkillRequirement) "
            f"WHERE {closed_by('v', parameters['asOf'])} RETURN [n.id, r.id, h.id] }}"
        )


# ---- cells


def _fold(raw: Any, binds: Mapping[str, Bind], inputs: Inputs) -> Any:
    """Turn what was read into a record of ``MATRIX``; None: a row or column is not there."""
    found, rows, columns, said, closed = raw
    if not found:
        return None
    _refuse_more("rows", rows)
    _refuse_more("columns", columns)
    rule = Rule(COVERING, set(binds["roles"].read(inputs)), binds["minStrength"].read(inputs))
    of_row, reviewed = _by_row(said, Alignment), _by_row(closed, Review)
    requirements = {key: each for key, _, each in columns}
    shown = []
    for key, row, held in rows:
        groups = {holder: set(courses) for holder, courses in held} or {"": {key}}
        evidence = gather(of_row.get(key, ()), reviewed.get(key, ()), rule)
        found = tallies(evidence, groups, requirements)
        shown.append([row, [list(each.counts()) for each in found.values()]])
    return [[[column, len(each) or None] for _, column, each in columns], shown]


T = TypeVar("T")


def _by_row(rows: Any, made: Callable[..., T]) -> dict[str, list[T]]:
    """Gather what was read by the row it is about, which comes first in it."""
    found: dict[str, list[T]] = {}
    for key, *values in rows:
        found.setdefault(key, []).append(made(*values))
    return found


def _refuse_more(name: str, found: Any) -> None:
    if len(found) > LARGEST:
        raise BadArgumentError(
            name, f"they make more than {LARGEST} of them; name fewer.", f"展开后超过 {LARGEST} 个，请减少。"
        )


COVERAGE_MATRIX = DeclaredField(
    name="coverageMatrix",
    description=(
        "Coverage of each row by each column, for a heat map: courses by work tasks or certificates, or majors by "
        f"certificates or work tasks; at most {LARGEST} of each. Each cell says what `coverage` says of its row and "
        "column. A row or column that is not there: null, and NOT_FOUND."
    ),
    arguments=(
        Argument(
            name="rows",
            annotation="list[ID]",
            description=(
                "Ids of one type: Course, PlanCourse or Major; TeachingStandard or TrainingPlan: their courses; "
                f"MajorClass: its majors in force. 1 to {LARGEST}."
            ),
        ),
        Argument(
            name="columns",
            annotation="list[ID] | None",
            description=(
                "Ids of one type: WorkTask or Certificate; StandardLevel, CertificateLevel, SkillStandard or WorkArea: "
                f"their work tasks. 1 to {LARGEST}. Left out where the rows are majors: the certificates with a "
                "requirement by requirement standard that suit one of them."
            ),
            default=None,
        ),
        Argument(name="level", annotation="CertificateLevelCode | None", description="Only this level.", default=None),
        MIN_STRENGTH,
        ROLES,
        AS_OF,
    ),
    record=MATRIX,
    is_list=False,
    plan=_plan,
)
