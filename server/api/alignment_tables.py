"""``/tables/alignments.xlsx`` and ``.csv``: the table of alignments (对接表) for a designer's spreadsheet.

``subject`` and ``target`` are those of the question ``alignmentTable``; ``language`` is that of the titles, by default
as ``Accept-Language`` has it.
"""

from collections.abc import Mapping
from typing import Any

from starlette.datastructures import QueryParams

from graph.errors import Language
from interchange.alignments.alignment_csv import write_alignment_csv
from resolvers.questions.coverage.alignment_table import ALIGNMENT_TABLE, ROWS_LARGEST
from resolvers.questions.records import RecordField
from server.api.table_file import TableFiles, chosen_language, refuse_other_language, refuse_unknown, wants_mark

_FIELDS = " ".join(
    f"{each.name} {{ {' '.join(one.name for one in each.record.fields)} }}"
    for each in ALIGNMENT_TABLE.fields
    if isinstance(each, RecordField)
)
DOCUMENT = f"""query AlignmentTable($subject: ID, $target: ID, $first: Int!) {{
  alignmentTable(subject: $subject, target: $target, first: $first) {{ total {_FIELDS} }}
}}"""
OPERATION, QUESTION = "AlignmentTable", "alignmentTable"


def read_variables(given: QueryParams) -> dict[str, Any]:
    """Read the query string. Raises: BadArgumentError."""
    refuse_unknown(given, ("subject", "target", "language", "bom"))
    wants_mark(given)
    refuse_other_language(given)
    return {"subject": given.get("subject"), "target": given.get("target"), "first": ROWS_LARGEST}


def _as_workbook(table: Mapping[str, Any], given: QueryParams, language: Language) -> bytes:
    from interchange.alignments.alignment_workbook import write_alignment_workbook  # noqa: PLC0415  # half a second

    return write_alignment_workbook(table, chosen_language(given, language))


def _as_csv(table: Mapping[str, Any], given: QueryParams, language: Language) -> bytes:
    return write_alignment_csv(table, chosen_language(given, language), for_excel=wants_mark(given))


ALIGNMENT_FILES = TableFiles(
    name="alignments",
    document=DOCUMENT,
    operation=OPERATION,
    question=QUESTION,
    rows_largest=ROWS_LARGEST,
    read_variables=read_variables,
    writers={"xlsx": _as_workbook, "csv": _as_csv},
)
