"""``/tables/alignments.xlsx`` and ``.csv``: the table of alignments (对接表) for a designer's spreadsheet.

``subject`` and ``target`` are those of the question ``alignmentTable``. With ``suggestions`` the likeliest of
``suggestAlignments`` stand below the alignments, this many. ``language`` is that of the titles, by default as
``Accept-Language`` has it.
"""

import re
from collections.abc import Mapping
from typing import Any

from starlette.datastructures import QueryParams

from graph.errors import BadArgumentError, Language
from interchange.alignments.alignment_csv import write_alignment_csv
from interchange.alignments.suggested_rows import with_suggestions
from resolvers.identify import Request
from resolvers.questions.coverage.alignment_table import ALIGNMENT_TABLE, ROWS_LARGEST
from resolvers.questions.records import RecordField
from server.api.tables.table_file import TableFiles, chosen_language, refuse_other_language, refuse_unknown, wants_mark

SUGGESTIONS_LARGEST = 100
# As the page of reviews shows them: a person decides on each, so that less likely ones are shown too.
LEAST_PROBABILITY = 0.1
FILE_NAME_LARGEST = 80
_FIELDS = " ".join(
    f"{each.name} {{ {' '.join(one.name for one in each.record.fields)} }}"
    for each in ALIGNMENT_TABLE.fields
    if isinstance(each, RecordField)
)
_TABLE = f"alignmentTable(subject: $subject, target: $target, first: $first) {{ total {_FIELDS} }}"
_OPERATION = "AlignmentTable"
_DOCUMENT = f"query {_OPERATION}($subject: ID, $target: ID, $first: Int!) {{ {_TABLE} }}"
_WITH_SUGGESTIONS = f"""query {_OPERATION}(
  $subject: ID!, $target: ID!, $first: Int!, $suggestions: Int!, $least: Float!
) {{
  {_TABLE}
  suggestAlignments(subject: $subject, target: $target, first: $suggestions, minProbability: $least) {{
    suggestions {{ probability matched matchedText reason course {{ id }} requirement {{ id }} }}
  }}
}}"""


def table_request(subject: str | None, target: str | None, suggestions: int | None) -> Request:
    """Ask for the alignments, and for this many suggestions. Raises: BadArgumentError where they miss an end."""
    if suggestions is None:
        return Request(_DOCUMENT, {"subject": subject, "target": target, "first": ROWS_LARGEST}, _OPERATION)
    for name, value in (("subject", subject), ("target", target)):
        if not value:
            raise BadArgumentError(
                name,
                "give it: suggestions are for one programme and one certificate.",
                "请给出：建议针对一个专业与一个证书。",
            )
    # Together no more rows than are read back.
    variables = {
        "subject": subject,
        "target": target,
        "first": ROWS_LARGEST - suggestions,
        "suggestions": suggestions,
        "least": LEAST_PROBABILITY,
    }
    return Request(_WITH_SUGGESTIONS, variables, _OPERATION)


def table_of(data: Mapping[str, Any]) -> dict[str, Any]:
    """Take the table out of the answer, with the suggestions below its rows."""
    asked = data.get("suggestAlignments")
    table: dict[str, Any] = data["alignmentTable"]
    return with_suggestions(table, asked["suggestions"]) if asked else table


def read_request(given: QueryParams) -> Request:
    """Read the query string. Raises: BadArgumentError."""
    refuse_unknown(given, ("subject", "target", "suggestions", "language", "bom"))
    wants_mark(given)
    refuse_other_language(given)
    return table_request(given.get("subject"), given.get("target"), _suggestions(given))


def _suggestions(given: QueryParams) -> int | None:
    text = given.get("suggestions")
    if text is None:
        return None
    number = int(text) if text.isascii() and text.isdecimal() and len(text) <= len(str(SUGGESTIONS_LARGEST)) else 0
    if not 1 <= number <= SUGGESTIONS_LARGEST:
        raise BadArgumentError("suggestions", f"1 to {SUGGESTIONS_LARGEST}.", f"须为 1 至 {SUGGESTIONS_LARGEST}。")
    return number


def _as_workbook(table: Mapping[str, Any], given: QueryParams, language: Language) -> bytes:
    from interchange.alignments.alignment_workbook import write_alignment_workbook  # noqa: PLC0415  # half a second

    return write_alignment_workbook(table, chosen_language(given, language))


def _as_csv(table: Mapping[str, Any], given: QueryParams, language: Language) -> bytes:
    return write_alignment_csv(table, chosen_language(given, language), for_excel=wants_mark(given))


def _file_name(given: QueryParams) -> str:
    """Name the file by the programme and the certificate of the table, as far as they are given."""
    ends = [given.get(each, "").partition(":")[2] for each in ("subject", "target")]
    return re.sub(r"[^\w.]+", "-", "-".join(filter(None, ["alignments", *ends])))[:FILE_NAME_LARGEST]


ALIGNMENT_FILES = TableFiles(
    name="alignments",
    file_name=_file_name,
    rows_largest=ROWS_LARGEST,
    read_request=read_request,
    table_of=table_of,
    writers={"xlsx": _as_workbook, "csv": _as_csv},
)
