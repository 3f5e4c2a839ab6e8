"""``/tables/fit.xlsx`` and ``.csv``: how the courses of a subject carry the requirements of a target, one by one.

``subject``, ``target``, ``level`` and ``states`` are those of the question ``coverage``; ``language`` is that of the
titles, by default as ``Accept-Language`` has it.
"""

from collections.abc import Mapping
from typing import Any

from starlette.datastructures import QueryParams

from graph.errors import Language
from interchange.alignments.fit_table import write_fit_csv
from resolvers.questions.coverage.coverage_records import COUNTS
from server.api.table_file import (
    TableFiles,
    chosen_language,
    codes_in,
    refuse_other_language,
    refuse_unknown,
    wants_mark,
)

# With its evidence and sources each requirement costs 100 of the 50,000 that an operation may.
ROWS_LARGEST = 480
_EVIDENCE = (
    "course { displayName } alignment { kind role strength rationale reviewer decidedOn basis sources { title } }"
)
_DOCUMENT = f"""query FitTable(
  $subject: ID!, $target: ID!, $level: CertificateLevelCode, $states: [CoverageState!], $first: Int!
) {{
  coverage(subject: $subject, target: $target, level: $level, states: $states, first: $first) {{
    total: requirements {" ".join(each.name for each in COUNTS)}
    items {{
      state requirement {{ level code text task {{ code name workArea {{ code name }} }} }}
      proofs {{ {_EVIDENCE} }} suggestions {{ course {{ displayName }} }}
    }}
  }}
}}"""


def read_variables(given: QueryParams) -> dict[str, Any]:
    """Read the query string. Raises: BadArgumentError."""
    refuse_unknown(given, ("subject", "target", "level", "states", "language", "bom"))
    wants_mark(given)
    refuse_other_language(given)
    chosen: dict[str, Any] = {name: given[name] for name in ("subject", "target", "level") if name in given}
    if "states" in given:
        chosen["states"] = codes_in(given, "states")
    return {**chosen, "first": ROWS_LARGEST}


def _as_workbook(table: Mapping[str, Any], given: QueryParams, language: Language) -> bytes:
    from interchange.alignments.fit_workbook import write_fit_workbook  # noqa: PLC0415  # half a second

    return write_fit_workbook(table, given["subject"], given["target"], chosen_language(given, language))


def _as_csv(table: Mapping[str, Any], given: QueryParams, language: Language) -> bytes:
    return write_fit_csv(table, chosen_language(given, language), for_excel=wants_mark(given))


FIT_FILES = TableFiles(
    name="fit",
    document=_DOCUMENT,
    operation="FitTable",
    question="coverage",
    rows_largest=ROWS_LARGEST,
    read_variables=read_variables,
    writers={"xlsx": _as_workbook, "csv": _as_csv},
)
