"""``/tables/coverage.csv``, ``.json``, ``.xlsx``: the table that ``coverageCube`` gives, for people and programs.

The query string holds the arguments of ``coverageCube`` and the keys of its ``filter`` by their names. They become the
variables of one fixed document, so that planner, statement, limits and errors are those of the API. The workbook
has its titles in ``language``, by default as ``Accept-Language`` has it.
"""

from collections.abc import Mapping
from operator import itemgetter
from typing import Any

import orjson
from starlette.datastructures import QueryParams

from graph.errors import Language
from graph.model.core import Property
from interchange.formats.csv_tables import write_csv
from interchange.question_tables.coverage_table import coverage_workbook
from resolvers.identify import Request
from resolvers.questions.coverage.coverage_cube import CUBE_FILTER, ROWS_LARGEST
from resolvers.questions.coverage.cube_records import CUBE_ROW
from resolvers.questions.shared.evidence_arguments import SUFFICIENT_STRENGTH
from server.api.tables.query_values import read_value
from server.api.tables.table_file import (
    TableFiles,
    chosen_language,
    codes_in,
    refuse_other_language,
    refuse_unknown,
    wants_mark,
)

_VALUES = [each.name for each in CUBE_ROW.fields if isinstance(each, Property)]
_DOCUMENT = f"""query CoverageTable(
  $dimensions: [CubeDimension!]!, $measures: [CubeMeasure!], $filter: CubeFilter, $through: CubeProgramme!,
  $first: Int!, $sufficientStrength: Float!
) {{
  coverageCube(
    dimensions: $dimensions, measures: $measures, filter: $filter, through: $through, first: $first
    sufficientStrength: $sufficientStrength
  ) {{
    total columns {{ name kind type description }} rows {{ {" ".join(_VALUES)} }}
  }}
}}"""
_CODES = ("dimensions", "measures")
_OWN = (*_CODES, "through", "sufficientStrength", "bom", "language")


def _as_csv(table: Mapping[str, Any], given: QueryParams, _: Language) -> bytes:
    names = [each["name"] for each in table["columns"]]
    rows = ([row[name] for name in names] for row in table["rows"])
    return b"".join(write_csv(names, rows, for_excel=wants_mark(given)))


def _as_json(table: Mapping[str, Any], _: QueryParams, __: Language) -> bytes:
    names = [each["name"] for each in table["columns"]]
    rows = [{name: row[name] for name in names} for row in table["rows"]]
    return orjson.dumps({"columns": table["columns"], "rows": rows})


def _as_workbook(table: Mapping[str, Any], given: QueryParams, language: Language) -> bytes:
    return coverage_workbook(table, chosen_language(given, language))


def read_variables(given: QueryParams) -> dict[str, Any]:
    """Read the query string: lists by repeating a name, codes also with commas. Raises: BadArgumentError."""
    filters = {each.name: each.annotation for each in CUBE_FILTER.fields}
    refuse_unknown(given, (*_OWN, *filters))
    wants_mark(given)
    refuse_other_language(given)
    chosen: dict[str, Any] = {"through": given.get("through", "TEACHING_STANDARD"), "first": ROWS_LARGEST}
    chosen["dimensions"] = codes_in(given, "dimensions")
    if "measures" in given:
        chosen["measures"] = codes_in(given, "measures")
    name = SUFFICIENT_STRENGTH.name
    chosen[name] = (
        read_value(given, name, SUFFICIENT_STRENGTH.annotation) if name in given else SUFFICIENT_STRENGTH.default
    )
    chosen["filter"] = {name: read_value(given, name, filters[name]) for name in filters if name in given}
    return chosen


def _file_name(given: QueryParams) -> str:
    """By its dimensions, so that several tables of one page have names of their own."""
    return "-".join(["coverage", *(each.lower() for each in codes_in(given, "dimensions"))])


COVERAGE_FILES = TableFiles(
    name="coverage",
    rows_largest=ROWS_LARGEST,
    read_request=lambda given: Request(_DOCUMENT, read_variables(given), "CoverageTable"),
    table_of=itemgetter("coverageCube"),
    writers={"csv": _as_csv, "json": _as_json, "xlsx": _as_workbook},
    file_name=_file_name,
)
