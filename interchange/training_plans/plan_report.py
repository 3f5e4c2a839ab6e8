"""The report on the plans of a document, before anything is written: the same file gives the same bytes."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol

from analysis.code_words import ASSESSMENTS, CHOICES, EDUCATION_LEVELS, MODULES, NATURES
from analysis.training_plans.stored_values import NOWHERE
from analysis.training_plans.training_plan import Interval, PlanLine, PlanPlace, PlanReading, PlanRemark
from graph.errors import Language
from interchange.documents.document_pages import Document
from interchange.standards.standard_report import as_json, file_as_values
from interchange.training_plans.module_tree import PlanModule, module_tree
from interchange.training_plans.plan_rules import RULES

FORM = "oneplusx.training-plan-report/1"


def write_plan_report(data: bytes, document: Document, plans: Sequence[PlanReading]) -> bytes:
    """Write the report as JSON. Credits, weekly hours and weeks are in hundredths, so that they are whole."""
    return as_json(
        {"report": FORM, "file": file_as_values(data, document), "plans": [plan_as_values(each) for each in plans]}
    )


def plan_as_values(plan: PlanReading) -> dict[str, Any]:
    """Give one plan."""
    return {
        "head": _fields(plan.head),
        "columns": [{**_placed(each), "says": _says(each.rule)} for each in plan.columns],
        "tree": _module(module_tree(plan)),
        "lines": [_line(number, each) for number, each in enumerate(plan.lines, 1)],
        "groups": [_placed(each) for each in plan.groups],
        "totals": [{**_placed(each), "ours": _intervals(each.ours)} for each in plan.totals],
        "certificates": [_placed(each) for each in plan.certificates],
        "outcomes": [_placed(each) for each in plan.outcomes],
        "weeks": [_placed(each) for each in plan.weeks],
        "notes": [_placed(each) for each in plan.notes],
        "sections": plan.sections,
        "guesses": _remarks(plan.guesses),
        "problems": _remarks(plan.problems),
        "notRead": _remarks(plan.not_read),
    }


# What was taken may be a code.
_TABLES = (EDUCATION_LEVELS, MODULES, NATURES, ASSESSMENTS, CHOICES)
# Of a head the remark names fields.
_HEAD = {
    "major_name": ("name of the major", "专业名称"),
    "major_code": ("code of the major", "专业代码"),
    "grade": ("grade", "年级"),
    "college": ("college", "院校"),
    "duration_years": ("years of study", "修业年限"),
}
_CHINESE = {code: words.chinese for table in _TABLES for code, words in table.items()}


def message(remark: PlanRemark, language: Language) -> str:
    """Give a remark in one line: where, on what, what the rule says, and what was taken."""
    en, zh = RULES[remark.rule]
    subject = _HEAD[remark.subject][language == "zh"] if remark.rule == "head-lacks" else remark.subject
    parts = [where(remark.place, language), subject, zh if language == "zh" else en]
    colon, arrow = ("：", " → ") if language == "zh" else (": ", " → ")
    taken = _CHINESE.get(remark.taken, remark.taken) if language == "zh" else remark.taken
    settled = ("（已更正）" if language == "zh" else " (corrected)") if remark.is_settled else ""
    return colon.join(filter(None, parts)) + (arrow + taken if taken else "") + settled


def where(place: PlanPlace | None, language: Language) -> str:
    """Name a place as the programs do: 教学进程!G38, or table 2, row 5."""
    if place is None or place == NOWHERE:
        return ""
    if place.sheet:
        return f"{place.sheet}!{column_letters(place.column or 1)}{place.row}"
    if place.table is None:
        return f"第 {place.line} 段" if language == "zh" else f"paragraph {place.line}"
    if language == "zh":
        return f"表 {place.table} 第 {place.row} 行"
    return f"table {place.table}, row {place.row}"


def column_letters(number: int) -> str:
    """Give the letters of a column: AB for 28."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


class _Fields(Protocol):
    """A value with named fields."""

    def _asdict(self) -> dict[str, Any]: ...


def _fields(value: _Fields) -> dict[str, Any]:
    """Give the fields by their names as JSON has them."""
    return {_camel(name): each for name, each in value._asdict().items()}


def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(each.capitalize() for each in rest)


def _placed(value: _Fields) -> dict[str, Any]:
    fields = _fields(value)
    return {**fields, **_place(fields["place"])}


def _place(place: PlanPlace) -> dict[str, Any]:
    return {"place": place._asdict(), "at": where(place, "en")}


def _line(number: int, line: PlanLine) -> dict[str, Any]:
    return {"number": number, **_placed(line)}


def _module(module: PlanModule) -> dict[str, Any]:
    return {
        **_fields(module),
        "taken": _intervals(module.taken),
        "parts": [_module(each) for each in module.parts],
    }


def _intervals(intervals: Mapping[str, Interval]) -> dict[str, list[int | None]]:
    return {name: [each.least, each.most] for name, each in intervals.items()}


def _remarks(remarks: Iterable[PlanRemark]) -> list[dict[str, Any]]:
    return [
        {
            "rule": each.rule,
            "subject": each.subject,
            "taken": each.taken,
            "en": RULES[each.rule][0],
            "zh": RULES[each.rule][1],
            **(_place(each.place) if each.place else {"place": None, "at": None}),
            # Only of a corrected plan: what was read stays as it is.
            **({"isSettled": True} if each.is_settled else {}),
        }
        for each in remarks
    ]


def _says(rule: str) -> dict[str, str]:
    return {"en": RULES[rule][0], "zh": RULES[rule][1]}
