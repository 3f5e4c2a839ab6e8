"""Requirements with their state and their evidence, as tables: the columns, and the rows of an answer of `coverage`."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from analysis.code_words import (
    ALIGNMENT_KINDS,
    ALIGNMENT_ROLES,
    BASES,
    CERTIFICATE_LEVELS,
    COVERAGE_STATES,
    CodeWords,
)
from graph.errors import Language
from graph.model.core import Text
from interchange.alignments.table_columns import in_language, reason_in
from interchange.formats.csv_tables import CsvCell, write_csv

# An answer as `coverage` gives it: counts, and `items`.
Fit = Mapping[str, Any]
FitRow = Mapping[str, Any]

WORDS: Mapping[str, CodeWords] = {
    **COVERAGE_STATES,
    **CERTIFICATE_LEVELS,
    **ALIGNMENT_KINDS,
    **ALIGNMENT_ROLES,
    **BASES,
}


@dataclass(frozen=True, slots=True)
class FitColumn:
    """A column: its title, and what it shows of an item, or of an item and one of its proofs.

    ``name`` is what a program calls it, and ``value`` what it reads there; None: what is shown.
    """

    name: str
    title: Text
    cell: Callable[[FitRow, Language], CsvCell]
    width: int = 14
    value: Callable[[FitRow], Any] | None = None


def _word(code: str, language: Language) -> str:
    return in_language(WORDS[code], language)


def _courses(item: FitRow, _: Language) -> str:
    return "; ".join(f"{each['course']['displayName']} {each['alignment']['strength']:g}" for each in item["proofs"])


def _area(item: FitRow, name: str) -> CsvCell:
    return str(item["requirement"]["task"]["workArea"][name])


def _course_values(item: FitRow) -> list[dict[str, Any]]:
    return [_course_value(each["course"], each["alignment"]) for each in item["proofs"]]


def _course_value(course: Mapping[str, Any], alignment: Mapping[str, Any]) -> dict[str, Any]:
    ids = {"courseId": course["id"], "alignmentId": alignment["id"]}
    return {**ids, "course": course["displayName"], "strength": alignment["strength"]}


_LEVEL = FitColumn(
    "level",
    Text("Level", "等级"),
    lambda item, language: _word(item["requirement"]["level"], language),
    10,
    lambda item: item["requirement"]["level"],
)
_CODE = FitColumn("code", Text("Code", "要求代码"), lambda item, _: item["requirement"]["code"], 10)
_TEXT = FitColumn("requirement", Text("Requirement", "技能要求"), lambda item, _: item["requirement"]["text"], 50)
COLUMNS = (
    _LEVEL,
    FitColumn("areaCode", Text("Area code", "领域代码"), lambda item, _: _area(item, "code"), 9),
    FitColumn("area", Text("Work area", "工作领域"), lambda item, _: _area(item, "name"), 20),
    FitColumn("taskCode", Text("Task code", "任务代码"), lambda item, _: item["requirement"]["task"]["code"], 9),
    FitColumn("task", Text("Work task", "工作任务"), lambda item, _: item["requirement"]["task"]["name"], 24),
    _CODE,
    _TEXT,
    FitColumn(
        "state",
        Text("State", "状态"),
        lambda item, language: _word(item["state"], language),
        value=lambda item: item["state"],
    ),
    FitColumn(
        "courses", Text("Carried by, with strength (0 to 1)", "承担课程及强度（0 至 1）"), _courses, 40, _course_values
    ),
    FitColumn(
        "suggestions",
        Text("Waiting suggestions (number)", "待定建议（条）"),
        lambda item, _: len(item["suggestions"]),
        10,
    ),
)


def _said(name: str) -> Callable[[FitRow, Language], CsvCell]:
    return lambda proof, _: proof["alignment"][name]


def _coded(name: str, title: Text) -> FitColumn:
    """Show a code of an alignment in words; it may have none."""

    def word(proof: FitRow, language: Language) -> CsvCell:
        code = proof["alignment"][name]
        return code and _word(code, language)

    return FitColumn(name, title, word, value=lambda proof: proof["alignment"][name])


def _reason(proof: FitRow, language: Language) -> CsvCell:
    return reason_in(proof["alignment"]["rationale"], language)


def _sources(proof: FitRow, name: str = "title") -> list[str]:
    return [each[name] for each in proof["alignment"]["sources"]]


PROOF_COLUMNS = (
    _LEVEL,
    _CODE,
    _TEXT,
    FitColumn("course", Text("Course", "课程"), lambda proof, _: proof["course"]["displayName"], 24),
    _coded("kind", Text("Kind", "对接类型")),
    _coded("role", Text("Role", "对接作用")),
    FitColumn("strength", Text("Strength (0 to 1)", "强度（0 至 1）"), _said("strength"), 8),
    FitColumn("rationale", Text("Reason", "理由"), _reason, 44, lambda proof: proof["alignment"]["rationale"]),
    _coded("basis", Text("Basis", "依据")),
    FitColumn("reviewer", Text("Reviewer", "决定人"), _said("reviewer")),
    FitColumn("decidedOn", Text("Decided on", "决定日期"), _said("decidedOn"), 12),
    FitColumn("sources", Text("Sources", "来源"), lambda proof, _: "; ".join(_sources(proof)), 40, _sources),
)

# Names and codes are those of several nodes: a program needs the ids.
_REQUIREMENT_ID = FitColumn(
    "requirementId", Text("Requirement id", "技能要求标识"), lambda row, _: row["requirement"]["id"]
)
VALUE_COLUMNS = (_REQUIREMENT_ID, *COLUMNS)
PROOF_VALUE_COLUMNS = (
    _REQUIREMENT_ID,
    FitColumn("courseId", Text("Course id", "课程标识"), lambda proof, _: proof["course"]["id"]),
    FitColumn("alignmentId", Text("Alignment id", "对接标识"), _said("id")),
    *PROOF_COLUMNS,
    FitColumn(
        "sourceIds",
        Text("Source ids", "来源标识"),
        lambda proof, _: "; ".join(_sources(proof, "id")),
        value=lambda proof: _sources(proof, "id"),
    ),
)


def proof_rows(fit: Fit) -> list[FitRow]:
    """Give the proofs, each with its requirement."""
    return [{**proof, "requirement": item["requirement"]} for item in fit["items"] for proof in item["proofs"]]


def write_fit_csv(fit: Fit, language: Language, *, for_excel: bool) -> bytes:
    """Write the requirements as CSV."""
    titles = [in_language(each.title, language) for each in COLUMNS]
    rows = ([each.cell(item, language) for each in COLUMNS] for item in fit["items"])
    return b"".join(write_csv(titles, rows, for_excel=for_excel))


def is_empty_bound(fit: Fit, name: str) -> bool:
    """Whether this total is a bound where no one has looked at anything: 0 and 1 would say nothing."""
    return name in {"lower", "upper"} and fit["unknown"] == fit["requirements"]


# ---- for programs: codes instead of words, and lists as lists


def fit_values(fit: Fit, counted: Sequence[str]) -> dict[str, Any]:
    """Give the requirements, their evidence, and the totals by these names.

    The totals are of all requirements, also where only some states are listed.
    """
    totals = {name: None if is_empty_bound(fit, name) else fit[name] for name in counted}
    evidence = _table(PROOF_VALUE_COLUMNS, proof_rows(fit))
    return {**_table(VALUE_COLUMNS, fit["items"]), "evidence": evidence, "totals": totals}


def _table(columns: Sequence[FitColumn], rows: Sequence[FitRow]) -> Mapping[str, Any]:
    described = [{"name": each.name, "en": each.title.english, "zh": each.title.chinese} for each in columns]
    return {"columns": described, "rows": [{each.name: _value(each, row) for each in columns} for row in rows]}


def _value(column: FitColumn, row: FitRow) -> Any:
    return column.value(row) if column.value else column.cell(row, "en")
