"""Corrections as a file: a table with a row for each item of the report, to be filled in, or a JSON list."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import orjson

from graph.errors import Language
from interchange.documents.sheet_reading import read_sheets
from interchange.formats.csv_tables import write_csv
from interchange.standards.corrections.correction import CORRECTIONS_LARGEST, Correction
from interchange.standards.corrections.correction_errors import CorrectionError, CorrectionsFileError
from interchange.standards.corrections.report_items import ReportItem, report_items
from interchange.standards.skill.skill_standard import Remark
from interchange.standards.standard_document import StandardReading
from interchange.standards.standard_report import RULES, place_text

# By the field of a correction; the columns that say what was read come between the first and the others.
_ITEM = {"item": ("item", "条目")}
_READ = {
    "place": ("where", "位置"),
    "remark": ("remark", "提示"),
    "readLevel": ("read level", "所读等级"),
    "readCode": ("read code", "所读编号"),
    "read": ("read text", "所读文字"),
}
_OWN = {
    "level": ("level", "等级"),
    "code": ("code", "编号"),
    "text": ("text", "文字"),
    "remove": ("remove", "删除"),
    "asPrinted": ("as printed", "与文件一致"),
}
# The sha256 of the report that a correction was made to.
REPORT = "report"
COLUMNS = {**_ITEM, **_READ, **_OWN, REPORT: ("report", "报告")}
_FIELDS = {title: field for field, titles in COLUMNS.items() for title in titles}
_TRUE = frozenset({"是", "yes", "y", "true", "1", "x", "√"})
_FALSE = frozenset({"", "否", "no", "n", "false", "0"})
_TEXTS = ("item", "level", "code", "text", "read")
_FLAGS = ("remove", "asPrinted")


def write_corrections(reading: StandardReading, report: bytes, language: Language) -> bytes:
    """Write the table of what was read, with empty columns for what it becomes; each row names the report."""
    titles = [titles[language == "zh"] for titles in COLUMNS.values()]
    remarks = (*reading.problems, *reading.guesses)
    own = _digest(report)
    rows = [[*_row(each, remarks, language), own] for each in report_items(reading)]
    return b"".join(write_csv(titles, rows, for_excel=True))


def _row(each: ReportItem, remarks: Sequence[Remark], language: Language) -> list[str]:
    where = place_text(each.places[0] if each.places else None, language)
    on_it = [RULES[one.rule][language == "zh"] for one in remarks if one.place and one.place in each.places]
    return [each.item, where, "; ".join(dict.fromkeys(on_it)), *each.read, *[""] * len(_OWN)]


def read_corrections(data: bytes, report: bytes) -> list[Correction]:
    """Read a file of corrections to a report: CSV, XLSX or JSON. What names no report is taken for this one.

    Raises: DocumentError, CorrectionError, also for a correction that says it was made to another report.
    """
    own = _digest(report)
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"["):
        return [_of_json(each, own) for each in _list_in(data)]
    sheet = read_sheets(data)[0]
    if not sheet.rows:
        raise CorrectionsFileError
    titles = [_FIELDS.get((each or "").strip(), "") for each in sheet.rows[0]]
    if not {"item", "text"} <= set(titles):
        raise CorrectionsFileError
    return list(_of_rows(titles, sheet.rows[1:], own))


def _of_rows(titles: Sequence[str], rows: Sequence[Sequence[str | None]], own: str) -> Iterator[Correction]:
    for row in rows:
        values = {field: (cell or "").strip() for field, cell in zip(titles, row, strict=False) if field}
        flags = {name: _flag(values.get("item", ""), values.get(name, "")) for name in _FLAGS}
        correction = _correction(values, flags)
        if not correction.is_empty:
            _require_own(values, own)
            yield correction


def _digest(report: bytes) -> str:
    return hashlib.sha256(report).hexdigest()


def _require_own(values: Mapping[str, str], own: str) -> None:
    """Raise: CorrectionError for a correction that says it was made to another report."""
    named = values.get(REPORT, "")
    if named.lower() not in ("", own):
        raise CorrectionError.of_another_report(values.get("item", ""), named, own)


def _flag(item: str, text: str) -> bool:
    if text.casefold() not in _TRUE | _FALSE:
        raise CorrectionError.unfit(item, text, "write yes or leave it empty.", "请填写“是”或留空。")
    return text.casefold() in _TRUE


def _list_in(data: bytes) -> list[Any]:
    try:
        values = orjson.loads(data)
    except orjson.JSONDecodeError:
        raise CorrectionsFileError from None
    if len(values) > CORRECTIONS_LARGEST:
        raise CorrectionError.too_many(len(values), CORRECTIONS_LARGEST)
    return list(values)


def _of_json(value: Any, own: str) -> Correction:
    if not isinstance(value, dict) or set(value) - {*_TEXTS, *_FLAGS, REPORT}:
        raise CorrectionsFileError
    texts = {name: value.get(name) or "" for name in (*_TEXTS, REPORT)}
    flags = {name: value.get(name) or False for name in _FLAGS}
    if not all(isinstance(each, str) for each in texts.values()) or any(
        each not in (True, False) for each in flags.values()
    ):
        raise CorrectionsFileError
    _require_own(texts, own)
    return _correction(texts, flags)


def correction_of(value: Mapping[str, Any]) -> Correction:
    """Give the correction in the input of the API."""
    return _correction(
        {name: value.get(name) or "" for name in _TEXTS}, {name: bool(value.get(name)) for name in _FLAGS}
    )


def _correction(texts: Mapping[str, str], flags: Mapping[str, bool]) -> Correction:
    own = {name: texts.get(name, "") for name in _TEXTS}
    return Correction(**own, removes=flags["remove"], as_printed=flags["asPrinted"])
