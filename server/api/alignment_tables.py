"""``/tables/alignments.xlsx`` and ``.csv``: the table of alignments (对接表) for a designer's spreadsheet.

``subject`` and ``target`` are those of the question ``alignmentTable``; ``language`` is that of the titles, by default
as ``Accept-Language`` has it.
"""

from collections.abc import Mapping
from typing import Any

from starlette.datastructures import QueryParams

from graph.errors import BadArgumentError, Language
from interchange.alignments.alignment_csv import write_alignment_csv
from resolvers.questions.coverage.alignment_table import ALIGNMENT_TABLE, ROWS_LARGEST
from resolvers.questions.records import RecordField
from server.api.table_file import TableFile, refuse_unknown, wants_mark

_FIELDS = " ".join(
    f"{each.name} {{ {' '.join(one.name for one in each.record.fields)} }}"
    for each in ALIGNMENT_TABLE.fields
    if isinstance(each, RecordField)
)
DOCUMENT = f"""query AlignmentTable($subject: ID, $target: ID, $first: Int!) {{
  alignmentTable(subject: $subject, target: $target, first: $first) {{ total {_FIELDS} }}
}}"""
OPERATION, QUESTION = "AlignmentTable", "alignmentTable"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_LANGUAGES: Mapping[str, Language] = {"zh": "zh", "en": "en"}


def read_variables(given: QueryParams) -> dict[str, Any]:
    """Read the query string. Raises: BadArgumentError."""
    refuse_unknown(given, ("subject", "target", "language", "bom"))
    wants_mark(given)
    if given.get("language", "zh") not in _LANGUAGES:
        raise BadArgumentError("language", "zh or en.", "须为 zh 或 en。")
    return {"subject": given.get("subject"), "target": given.get("target"), "first": ROWS_LARGEST}


def _language(given: QueryParams, otherwise: Language) -> Language:
    return _LANGUAGES[given["language"]] if "language" in given else otherwise


def _as_workbook(table: Mapping[str, Any], given: QueryParams, language: Language) -> bytes:
    from interchange.alignments.alignment_workbook import write_alignment_workbook  # noqa: PLC0415  # half a second

    return write_alignment_workbook(table, _language(given, language))


def _as_csv(table: Mapping[str, Any], given: QueryParams, language: Language) -> bytes:
    return write_alignment_csv(table, _language(given, language), for_excel=wants_mark(given))


ALIGNMENT_TABLES = tuple(
    TableFile(
        file=f"alignments.{ending}",
        media_type=media_type,
        document=DOCUMENT,
        operation=OPERATION,
        question=QUESTION,
        rows_largest=ROWS_LARGEST,
        read_variables=read_variables,
        write=write,
    )
    for ending, media_type, write in (
        ("xlsx", XLSX, _as_workbook),
        ("csv", "text/csv; charset=utf-8; header=present", _as_csv),
    )
)
