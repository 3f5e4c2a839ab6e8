"""``alignmentTable``: alignments as the rows of a spreadsheet, with what may be named in new rows."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from graph.model import MODEL
from graph.model.alignments import ALIGNMENT_KIND, ALIGNMENT_ROLE, ALIGNMENT_STATUS
from graph.model.changes import AUDIT_LINKS
from graph.model.codes import CERTIFICATE_LEVEL_CODE
from graph.model.core import BASIS, CodeList, Property, Scalar, Text
from graph.model.course_sides import ALIGNED_SUBJECTS, ALIGNED_TARGETS, COURSE_SIDES
from graph.query import cypher
from resolvers.questions.argument_kinds import NodeArgument, first_rows
from resolvers.questions.parts import Part, chain, row, rows
from resolvers.questions.question import Analysis, QuestionRequest, Values
from resolvers.questions.records import FIRST, RecordField, RecordRow, RecordType, count_field
from resolvers.questions.shared.evidence import (
    NEWEST_LEVEL,
    REPLACED_LEVEL,
    SUBJECTS,
    TARGETS,
    at,
    courses_of,
    work_areas,
)
from resolvers.questions.shared.needs import COURSES, REQUIREMENTS

# What a spreadsheet may have that is read back: `interchange.documents.document_kinds.ROWS_LARGEST`, without its head.
ROWS_DEFAULT, ROWS_LARGEST = 1_000, 2_900


def _text(name: str, english: str, chinese: str, *, required: bool = False) -> Property:
    return Property(name=name, description=Text(english, chinese), required=required)


_SUBJECT_FIELDS = (
    _text("course", "Id of the course, outcome, line of a plan or major.", "课程、课程目标、方案课程或专业的 id。"),
    _text("courseName", "What it is called.", "其名称。"),
    _text(
        "standard",
        "Id of the teaching standard or plan of the course. Null: a major.",
        "课程所属专业教学标准或方案的 id。null：专业。",
    ),
    _text("standardName", "What that is called.", "其名称。"),
)
_TARGET_FIELDS = (
    _text("requirement", "Id of the requirement, task or work area.", "技能要求、工作任务或工作领域的 id。"),
    Property(name="level", type=CERTIFICATE_LEVEL_CODE, description=Text("Level of the certificate.", "证书等级。")),
    _text("requirementCode", "Its code in the standard.", "其在标准中的编号。"),
    _text("requirementText", "Its text or name.", "其文字或名称。"),
)
_OWN: Mapping[str, Scalar | CodeList] = {
    "kind": ALIGNMENT_KIND,
    "role": ALIGNMENT_ROLE,
    "strength": Scalar.FLOAT,
    "status": ALIGNMENT_STATUS,
    "basis": BASIS,
    "rationale": Scalar.STRING,
    "version": Scalar.INT,
    "author": Scalar.STRING,
    "reviewer": Scalar.STRING,
}
_ALIGNMENT = MODEL.node_types["Alignment"]

ALIGNMENT_ROW = RecordType(
    name="AlignmentRow",
    description=Text("One alignment as a row of a spreadsheet.", "一条对接，作为表格的一行。"),
    fields=(
        _text("alignment", "Id of the alignment.", "对接的 id。", required=True),
        *_SUBJECT_FIELDS,
        *_TARGET_FIELDS,
        *(
            Property(name=name, type=kind, description=_ALIGNMENT.by_name[name].description)
            for name, kind in _OWN.items()
        ),
        _text(
            "decisionReason",
            "Why it was accepted, rejected or withdrawn. Null: it waits, or no reason was given.",
            "采纳、不采纳或撤回的理由。null：待定，或未写理由。",
        ),
    ),
)
ALIGNMENT_TABLE_COURSE = RecordType(
    name="AlignmentTableCourse",
    description=Text("A course that a new row may name.", "新增行可以填写的课程。"),
    fields=_SUBJECT_FIELDS,
)
ALIGNMENT_TABLE_REQUIREMENT = RecordType(
    name="AlignmentTableRequirement",
    description=Text("A requirement that a new row may name.", "新增行可以填写的技能要求。"),
    fields=_TARGET_FIELDS,
)
ALIGNMENT_TABLE_LEVEL = RecordType(
    name="AlignmentTableLevel",
    description=Text(
        "A level of an earlier version of the standard, whose alignments are not in the table.",
        "标准早先版本的一个等级，其对接不在表中。",
    ),
    fields=(
        _text("standard", "Id of the SkillStandard.", "SkillStandard 的 id。", required=True),
        _text("version", "Its version.", "其版本。", required=True),
        Property(name="level", type=CERTIFICATE_LEVEL_CODE, description=Text("Level.", "等级。"), required=True),
        _text("replacedBy", "The version that counts instead.", "取代它的版本。", required=True),
        count_field("alignments", Text("Alignments with it, of every status.", "与其的对接数，含各种状态。")),
        count_field("accepted", Text("Accepted ones.", "其中已采纳的条数。")),
        count_field("rejected", Text("Rejected ones.", "其中不采纳的条数。")),
    ),
)
ALIGNMENT_TABLE = RecordType(
    name="AlignmentTable",
    description=Text(
        "Alignments for a spreadsheet, and what new rows may name.", "供表格使用的对接，以及新增行可填写的内容。"
    ),
    fields=(
        count_field(
            "total", Text("Alignments there are, more than `first` included.", "对接总数，含超出 `first` 的部分。")
        ),
        RecordField(
            name="rows",
            description=Text("Alignments by standard, course and requirement.", "对接，按标准、课程和要求排列。"),
            record=ALIGNMENT_ROW,
            size=FIRST,
        ),
        RecordField(
            name="courses",
            description=Text("The courses of `subject`. Empty: it is not given.", "`subject` 的课程。空：未给出。"),
            record=ALIGNMENT_TABLE_COURSE,
            size=FIRST,
        ),
        RecordField(
            name="requirements",
            description=Text(
                "The requirements of `target`. Empty: it is not given.", "`target` 的技能要求。空：未给出。"
            ),
            record=ALIGNMENT_TABLE_REQUIREMENT,
            size=FIRST,
        ),
        RecordField(
            name="earlier",
            description=Text(
                "Where `target` is a Certificate or CertificateLevel: the levels that a newer version replaces, with "
                "how many alignments of `subject` each has. Name the SkillStandard as `target` to have them.",
                "`target` 为 Certificate 或 CertificateLevel 时：已被新版本取代的等级，及 `subject` 与各等级的对接数。"
                "要列出这些对接，请以该 SkillStandard 为 `target`。",
            ),
            record=ALIGNMENT_TABLE_LEVEL,
            size=FIRST,
        ),
    ),
)


class _Row(NamedTuple):
    """A row as it is read; its fields are those of the record, in their order."""

    alignment: Any
    course: Any
    course_name: Any
    standard: Any
    standard_name: Any
    requirement: Any
    level: Any
    requirement_code: Any
    requirement_text: Any
    kind: Any
    role: Any
    strength: Any
    status: Any
    basis: Any
    rationale: Any
    version: Any
    author: Any
    reviewer: Any
    decision_reason: Any

    @property
    def rank(self) -> tuple[Any, ...]:
        """By standard, course and requirement as people count, then by id."""
        level = _LEVELS.index(self.level) if self.level in _LEVELS else len(_LEVELS)
        keys = (self.standard, self.course, self.requirement, self.alignment)
        standard, course, requirement, own = (_counted(each or "") for each in keys)
        return standard, course, level, requirement, own


class _Course(NamedTuple):
    """An entry of the list of courses, as of the record."""

    id: Any
    name: Any
    standard: Any
    standard_name: Any


class _Requirement(NamedTuple):
    """An entry of the list of requirements, as of the record."""

    id: Any
    level: Any
    code: Any
    text: Any


class _Level(NamedTuple):
    """A level of an earlier version; ``key`` as `_level` writes it."""

    key: str
    standard: str
    version: str
    level: str
    replaced_by: str


class _Count(NamedTuple):
    """How many alignments of a status there are with a level."""

    key: str
    status: str
    number: int


class _Parts(NamedTuple):
    total: int
    rows: list[_Row]
    courses: list[_Course]
    requirements: list[_Requirement]
    # Null: not asked for.
    earlier: list[_Level] | None
    counts: list[_Count] | None


_LEVELS = tuple(CERTIFICATE_LEVEL_CODE.codes)


def _counted(text: str) -> list[tuple[int, str]]:
    """Make a text comparable so that 2 comes before 17."""
    return [(int(each), "") if each.isdecimal() else (0, each) for each in re.split(r"(\d+)", text)]


class AlignmentTable(Analysis[_Parts]):
    """Alignments as the rows of a spreadsheet."""

    name = "alignmentTable"
    cost = 12_000
    description = Text(
        "Alignments of every status for a spreadsheet (对接表): one row each, with the codes and names of both sides. "
        "`/tables/alignments.xlsx` and `oneplusx export alignments` write it; `oneplusx import alignments` reads it.",
        "供表格使用的对接（对接表），含各种状态：每条一行，给出双方的编号与名称。"
        "`/tables/alignments.xlsx` 与 `oneplusx export alignments` 导出，`oneplusx import alignments` 导回。",
    )
    arguments = (
        NodeArgument(
            name="subject",
            annotation="ID | None",
            types=SUBJECTS,
            need=COURSES,
            description=Text(
                "Only its courses: a Course, TeachingStandard, Major, PlanCourse or TrainingPlan. By default all.",
                "只列其课程：Course、TeachingStandard、Major、PlanCourse 或 TrainingPlan。默认全部。",
            ),
            default=None,
        ),
        NodeArgument(
            name="target",
            annotation="ID | None",
            types=tuple(each for each in TARGETS if each != "WorkArea"),
            need=REQUIREMENTS,
            description=Text(
                "Only its requirements, tasks and areas: a StandardLevel, SkillStandard, Certificate or "
                "CertificateLevel. By default all.",
                "只列其技能要求、任务和领域：StandardLevel、SkillStandard、Certificate 或 CertificateLevel。默认全部。",
            ),
            default=None,
        ),
        first_rows(
            Text(
                f"Rows to give, the first by id: 1 to {ROWS_LARGEST}.",
                f"返回的行数（按 id 取前若干）：1 至 {ROWS_LARGEST}。",
            ),
            default=ROWS_DEFAULT,
            largest=ROWS_LARGEST,
        ),
    )
    record = ALIGNMENT_TABLE

    def reads_whole(self, request: QuestionRequest) -> tuple[str, ...]:
        """Without a subject every alignment is looked at."""
        return () if request.has("subject") else ("Alignment",)

    def read(self, request: QuestionRequest) -> Part[_Parts]:
        """Read the alignments, and the courses and requirements that may be named."""
        levels, within = _levels(request)
        found = [f"{levels}{start}{within}" for start in _starts(request)]
        return row(
            _Parts,
            total=_total(found),
            rows=chain(*(_rows(each, request) for each in found)),
            courses=_courses(request),
            requirements=_requirements(request),
            earlier=_earlier(request) if "earlier" in request.selected else None,
            counts=_counts(request) if "earlier" in request.selected else None,
        )

    def answer(self, parts: _Parts, values: Values) -> RecordRow:
        """Cut by id, as each part was, and put the rows in one order."""
        first = values[FIRST]
        kept = sorted(parts.rows, key=lambda each: str(each.alignment))[:first]
        return ALIGNMENT_TABLE.row(
            total=parts.total,
            rows=sorted(kept, key=lambda each: each.rank),
            courses=parts.courses[:first],
            requirements=parts.requirements[:first],
            earlier=[_earlier_row(each, parts.counts or ()) for each in (parts.earlier or [])[:first]],
        )


# ---- the parts


def _starts(request: QuestionRequest) -> Iterator[str]:
    """Write what finds the alignments ``a`` of the subject, each by one of them; without a subject there is one."""
    if not request.has("subject"):
        yield "MATCH (a:Alignment)"
        return
    kind = request.types["subject"]
    for path in SUBJECTS[kind].side.evidence_paths:
        yield f"{courses_of(request)}{path.to_alignment}(a:Alignment)"
    if kind == "Major":
        yield f"MATCH {cypher.node_pattern('m:Major', id=request['subject'])}<-[:ALIGNS_MAJOR]-(a:Alignment)"


def _levels(request: QuestionRequest) -> tuple[str, str]:
    """Write the levels of the target, once, and the condition that an alignment speaks of something in them."""
    if not request.has("target"):
        return "", ""
    levels = cypher.collect(f"MATCH {at(TARGETS[request.types['target']], request['target'])}", f"RETURN {_level('l')}")
    within = cypher.exists(f"MATCH (a)-[:{_types(ALIGNED_TARGETS)}]->(t) WHERE {_level('t')} IN levels")
    return f"WITH {levels} AS levels ", f" WHERE {within}"


def _level(node: str) -> str:
    """Write to which level of which standard a node belongs."""
    return f"{node}.standardCode + ' ' + {node}.standardVersion + ' ' + {node}.level"


def _types(links: Mapping[str, str]) -> str:
    return "|".join(links.values())


def _total(found: Iterable[str]) -> Part[int]:
    return Part(" + ".join(cypher.count(each, "RETURN a.id") for each in found), int)


_HOLDS, _OUTCOMES = (
    "|".join(each) for each in zip(*((side.holds, side.has_outcome) for side in COURSE_SIDES), strict=True)
)
_DECISION_REASON = (
    "CASE WHEN a.status <> 'SUGGESTED' THEN "
    + cypher.collect(
        f"MATCH (a)<-[:{AUDIT_LINKS['Alignment']}]-(decided:Change)",
        "WHERE decided.action IN ['ACCEPT', 'REJECT', 'WITHDRAW']",
        "RETURN decided.reason ORDER BY decided.at DESC, decided.id LIMIT 1",
    )
    + "[0] END"
)
_HOLDER_NAME = "coalesce(h.name, h.collegeName + ' ' + h.majorName)"


def _rows(found: str, request: QuestionRequest) -> Part[list[_Row]]:
    both = (
        f"{found} OPTIONAL MATCH (a)-[:{_types(ALIGNED_SUBJECTS)}]->(s) "
        f"OPTIONAL MATCH (a)-[:{_types(ALIGNED_TARGETS)}]->(t) OPTIONAL MATCH (s)<-[:{_OUTCOMES}]-(o) "
        f"WITH a, s, t, coalesce(o, s) AS c OPTIONAL MATCH (c)<-[:{_HOLDS}]-(h)"
    )
    columns = row(
        _Row,
        alignment="a.id",
        course="s.id",
        course_name="coalesce(s.name, s.text)",
        standard="h.id",
        standard_name=_HOLDER_NAME,
        requirement="t.id",
        level="t.level",
        requirement_code="t.code",
        requirement_text="coalesce(t.text, t.name)",
        **{name: f"a.{name}" for name in _OWN},
        decision_reason=_DECISION_REASON if "decisionReason" in request.selected else None,
    )
    return rows(both, columns, order="a.id", limit=request[FIRST])


def _courses(request: QuestionRequest) -> Part[list[_Course]]:
    if not request.has("subject"):
        return rows("UNWIND [] AS c", row(_Course, id="c", name="c", standard="c", standard_name="c"))
    columns = row(_Course, id="c.id", name="c.name", standard="h.id", standard_name=_HOLDER_NAME)
    held = f"{courses_of(request)} OPTIONAL MATCH (c)<-[:{_HOLDS}]-(h)"
    return rows(held, columns, order="h.id, c.sequence, c.id")


def _requirements(request: QuestionRequest) -> Part[list[_Requirement]]:
    if not request.has("target"):
        return rows("UNWIND [] AS r", row(_Requirement, id="r", level="r", code="r", text="r"))
    areas = work_areas(request.types["target"], request["target"])
    return rows(
        f"MATCH {areas} MATCH (w)-[:HAS_TASK]->(t:WorkTask) MATCH (t)-[:HAS_REQUIREMENT]->(r:SkillRequirement)",
        row(_Requirement, id="r.id", level="r.level", code="r.code", text="r.text"),
        order="l.rank, l.id, w.sequence, w.id, t.sequence, t.id, r.sequence, r.id",
    )


# ---- levels of earlier versions


def _replaced(request: QuestionRequest) -> str:
    """Write what finds the levels ``l`` of the target that newer versions replace; empty: it has none by itself."""
    path = TARGETS[request.types["target"]] if request.has("target") else ""
    return at(path.replace(NEWEST_LEVEL, REPLACED_LEVEL), request["target"]) if NEWEST_LEVEL in path else ""


def _earlier(request: QuestionRequest) -> Part[list[_Level]]:
    path = _replaced(request)
    if not path:
        return rows("UNWIND [] AS l", row(_Level, **dict.fromkeys(_Level._fields, "l")))
    columns = row(
        _Level,
        key=_level("l"),
        standard="s.id",
        version="l.standardVersion",
        level="l.level",
        replaced_by="l.replacedBy",
    )
    return rows(f"MATCH {path} MATCH (l)<-[:HAS_STANDARD_LEVEL]-(s:SkillStandard)", columns, order="l.rank, s.id")


def _counts(request: QuestionRequest) -> Part[list[_Count]]:
    """Count the alignments of the subject with each of them."""
    path = _replaced(request)
    if not path:
        return rows("UNWIND [] AS l", row(_Count, **dict.fromkeys(_Count._fields, "l")))
    levels = cypher.collect(f"MATCH {path}", f"RETURN {_level('l')}")
    counted = f"WITH {_level('t')} AS key, a.status AS status, count(DISTINCT a.id) AS number"
    return chain(
        *(
            rows(
                f"WITH {levels} AS levels {start} MATCH (a)-[:{_types(ALIGNED_TARGETS)}]->(t) "
                f"WHERE {_level('t')} IN levels {counted}",
                row(_Count, key="key", status="status", number="number"),
            )
            for start in _starts(request)
        )
    )


def _earlier_row(level: _Level, counts: Iterable[_Count]) -> RecordRow:
    of = [each for each in counts if each.key == level.key]
    numbers = {status: sum(each.number for each in of if each.status == status) for status in ("ACCEPTED", "REJECTED")}
    return ALIGNMENT_TABLE_LEVEL.row(
        standard=level.standard,
        version=level.version,
        level=level.level,
        replacedBy=level.replaced_by,
        alignments=sum(each.number for each in of),
        accepted=numbers["ACCEPTED"],
        rejected=numbers["REJECTED"],
    )
