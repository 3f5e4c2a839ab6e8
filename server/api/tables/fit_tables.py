"""``/tables/fit`` (``.xlsx``, ``.csv``, ``.json``): how the courses of a subject carry the requirements of a target.

``subject``, ``courses`` (repeated), ``target``, ``level`` and ``states`` are those of the question ``coverage``;
``language`` is that of the titles, by default as ``Accept-Language`` has it.
"""

from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import Any

import orjson
from starlette.datastructures import QueryParams

from graph.errors import Language
from interchange.alignments.fit_table import fit_values, write_fit_csv
from resolvers.identify import Request
from resolvers.questions.coverage.coverage_records import COUNTS
from resolvers.questions.shared.record_pages import AFTER
from server.api.tables.table_file import (
    TableFiles,
    chosen_language,
    codes_in,
    refuse_other_language,
    refuse_unknown,
    wants_mark,
)

ROWS_LARGEST = 10_000
# With its evidence and sources each requirement costs 100 of the 50,000 that an operation may.
PAGE_LARGEST = 480
_COUNTED = ("total", *(each.name for each in COUNTS))
_EVIDENCE = (
    "course { id displayName }"
    " alignment { id kind role strength rationale reviewer decidedOn basis sources { id title } }"
)
_DOCUMENT = f"""query FitTable(
  $subject: ID, $courses: [ID!], $target: ID!, $level: CertificateLevelCode, $states: [CoverageState!], $first: Int!,
  $after: String
) {{
  coverage(
    subject: $subject, courses: $courses, target: $target, level: $level, states: $states, first: $first, after: $after
  ) {{
    {" ".join(_COUNTED)}
    items {{
      state requirement {{ id level code text task {{ code name workArea {{ code name }} }} }}
      proofs {{ {_EVIDENCE} }} suggestions {{ course {{ displayName }} }}
    }}
    pageInfo {{ hasNextPage endCursor }}
  }}
}}"""


def read_request(given: QueryParams) -> Request:
    """Read the query string. Raises: BadArgumentError."""
    refuse_unknown(given, ("subject", "courses", "target", "level", "states", "language", "bom"))
    wants_mark(given)
    refuse_other_language(given)
    chosen: dict[str, Any] = {name: given[name] for name in ("subject", "target", "level") if name in given}
    if "courses" in given:
        chosen["courses"] = given.getlist("courses")
    if "states" in given:
        chosen["states"] = codes_in(given, "states")
    return Request(_DOCUMENT, {**chosen, "first": PAGE_LARGEST}, "FitTable")


def next_page(pages: Sequence[Mapping[str, Any]]) -> Mapping[str, Any] | None:
    """Ask for what follows; for all again where the graph was changed meanwhile, so that totals and rows agree."""
    first, last = pages[0], pages[-1]
    if any(first[name] != last[name] for name in _COUNTED):
        return {AFTER: None}
    return {AFTER: last["pageInfo"]["endCursor"]} if last["pageInfo"]["hasNextPage"] else None


def joined(pages: Sequence[Mapping[str, Any]]) -> Mapping[str, Any]:
    """Give the table of all pages."""
    return {**pages[0], "items": [item for each in pages for item in each["items"]]}


def _as_workbook(table: Mapping[str, Any], given: QueryParams, language: Language) -> bytes:
    from interchange.alignments.fit_workbook import write_fit_workbook  # noqa: PLC0415  # half a second

    courses = "; ".join(given.getlist("courses"))
    subject = "\n".join(filter(None, [given.get("subject"), courses]))
    return write_fit_workbook(table, subject, given["target"], chosen_language(given, language), given.get("level"))


def _as_csv(table: Mapping[str, Any], given: QueryParams, language: Language) -> bytes:
    return write_fit_csv(table, chosen_language(given, language), for_excel=wants_mark(given))


def _as_json(table: Mapping[str, Any], _given: QueryParams, _: Language) -> bytes:
    return orjson.dumps(fit_values(table, [each.name for each in COUNTS]))


FIT_FILES = TableFiles(
    name="fit",
    rows_largest=ROWS_LARGEST,
    read_request=read_request,
    table_of=itemgetter("coverage"),
    writers={"xlsx": _as_workbook, "csv": _as_csv, "json": _as_json},
    shows_request=True,
    next_page=next_page,
    joined=joined,
)
