"""The columns of the table of alignments (对接表), written once for both directions: export, and import again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from analysis.carried_rationales import rationale_in
from analysis.code_words import (
    ALIGNMENT_KINDS,
    ALIGNMENT_ROLES,
    ALIGNMENT_STATUSES,
    BASES,
    CERTIFICATE_LEVELS,
    CodeWords,
)
from graph.errors import Language
from graph.model.alignments import ALIGNMENT_KIND, ALIGNMENT_ROLE, ALIGNMENT_STATUS
from graph.model.core import CodeList, Text
from interchange.formats.csv_tables import CsvCell

SHEETS: Mapping[str, Text] = {
    "rows": Text("Alignments", "对接表"),
    "courses": Text("Courses", "课程"),
    "requirements": Text("Requirements", "技能要求"),
    "codes": Text("Codes", "代码"),
    "help": Text("How to fill", "填写说明"),
}
# A table as `alignmentTable` gives it: `rows`, `courses`, `requirements`.
AlignmentsTable = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableColumn:
    """A column: its field, its title, its width, and the codes that its cells take.

    ``is_given``: it is only shown; where it is filled in, it must say what the graph says. ``aliases`` are other titles
    under which people keep it.
    """

    field: str
    title: Text
    width: int = 16
    codes: CodeList | None = None
    is_given: bool = False
    aliases: tuple[str, ...] = ()


COLUMNS: tuple[TableColumn, ...] = (
    TableColumn(field="alignment", title=Text("Alignment id", "对接编号"), width=24, is_given=True),
    TableColumn(field="version", title=Text("Version", "版本"), width=8, is_given=True, aliases=("版本号",)),
    TableColumn(field="standard", title=Text("Standard id", "专业教学标准编号"), width=26, is_given=True),
    TableColumn(field="standardName", title=Text("Standard", "专业教学标准"), width=18, is_given=True),
    TableColumn(field="course", title=Text("Course id", "课程编号"), width=24, aliases=("课程代码",)),
    TableColumn(field="courseName", title=Text("Course", "课程名称"), width=24, is_given=True, aliases=("课程",)),
    TableColumn(field="requirement", title=Text("Requirement id", "技能要求编号"), width=40, aliases=("要求编号",)),
    TableColumn(field="level", title=Text("Level", "等级"), width=14, is_given=True),
    TableColumn(field="requirementCode", title=Text("Code", "要求代码"), width=10, is_given=True),
    TableColumn(field="requirementText", title=Text("Requirement", "技能要求"), width=44, is_given=True),
    TableColumn(field="kind", title=Text("Kind", "对接类型"), width=14, codes=ALIGNMENT_KIND, aliases=("类型",)),
    TableColumn(field="role", title=Text("Role", "对接作用"), width=12, codes=ALIGNMENT_ROLE, aliases=("作用",)),
    TableColumn(field="strength", title=Text("Strength", "强度"), width=8),
    TableColumn(field="status", title=Text("Status", "状态"), width=14, codes=ALIGNMENT_STATUS),
    TableColumn(field="rationale", title=Text("Reason", "理由"), width=44),
    TableColumn(field="changeReason", title=Text("Reason for the change", "变更理由"), width=30),
    TableColumn(field="basis", title=Text("Basis", "依据"), width=14, is_given=True),
    TableColumn(field="author", title=Text("Author", "提出人"), width=16, is_given=True),
    TableColumn(field="reviewer", title=Text("Reviewer", "决定人"), width=16, is_given=True, aliases=("评审人",)),
    TableColumn(field="decisionReason", title=Text("Reason of the decision", "决定理由"), width=30, is_given=True),
)
# Of a suggestion: before the columns in which a designer decides, and only where suggestions are exported.
SUGGESTION_COLUMNS: tuple[TableColumn, ...] = (
    TableColumn(
        field="probability",
        title=Text("Match rate by wording", "按文字估计的相符率"),
        width=12,
        is_given=True,
        aliases=("Probability", "概率"),
    ),
    TableColumn(field="ground", title=Text("Ground of the suggestion", "建议依据"), width=44, is_given=True),
)
ALL_COLUMNS = (*COLUMNS, *SUGGESTION_COLUMNS)
BY_FIELD: Mapping[str, TableColumn] = {each.field: each for each in ALL_COLUMNS}
# What people read in the place of codes, by field.
WORDS: Mapping[str, Mapping[str, CodeWords]] = {
    "level": CERTIFICATE_LEVELS,
    "kind": ALIGNMENT_KINDS,
    "role": ALIGNMENT_ROLES,
    "status": ALIGNMENT_STATUSES,
    "basis": BASES,
}
# Without one of each no row says anything; the others may be left out.
NEEDED = (("course", "courseName"), ("requirement", "requirementText"), ("kind",))


def columns_of(table: AlignmentsTable) -> tuple[TableColumn, ...]:
    """Give the columns of a table: with those of suggestions where one of its rows has them."""
    if not any("ground" in each for each in table["rows"]):
        return COLUMNS
    before = COLUMNS.index(BY_FIELD["kind"])
    return (*COLUMNS[:before], *SUGGESTION_COLUMNS, *COLUMNS[before:])


def in_language(text: Text | CodeWords, language: Language) -> str:
    """Give a text in one language."""
    return text.chinese if language == "zh" else text.english


def reason_in(reason: str | None, language: Language) -> str | None:
    """Give a reason in one language: what we say of a carried alignment has both, what a person wrote stays."""
    return reason and rationale_in(reason, "CHINESE" if language == "zh" else "ENGLISH")


def alignment_cells(table: AlignmentsTable, language: Language) -> list[list[CsvCell]]:
    """Give the cells of the rows of the table, with its own words in one language."""
    rows = [{**each, "rationale": reason_in(each.get("rationale"), language)} for each in table["rows"]]
    return cells(rows, [each.field for each in columns_of(table)], language)


def cells(rows: Sequence[Mapping[str, Any]], fields: Sequence[str], language: Language) -> list[list[CsvCell]]:
    """Give the cells of rows, one for each of these fields, codes in words."""
    return [[_shown(each, row.get(each), language) for each in fields] for row in rows]


def _shown(field: str, value: Any, language: Language) -> CsvCell:
    word = WORDS[field].get(value) if field in WORDS else None
    return in_language(word, language) if word else value
