"""``/tables/coverage.csv`` and ``.json``: the table that ``coverageCube`` gives, for a spreadsheet or a program.

The query string holds the arguments of ``coverageCube`` and the keys of its ``filter`` by their names. They become the
variables of one fixed document, so that planner, statement, limits and errors are those of the API.
"""

import re
from collections.abc import Mapping
from math import isfinite
from typing import Any

import orjson
from starlette.datastructures import QueryParams

from graph.errors import BadArgumentError, Language
from interchange.formats.csv_tables import write_csv
from resolvers.questions.coverage.coverage_cube import FILTER, ROWS_LARGEST
from resolvers.questions.coverage.cube_records import CUBE_ROW
from resolvers.questions.shared.evidence_arguments import SUFFICIENT_STRENGTH
from server.api.table_file import TableFiles, codes_in, refuse_unknown, wants_mark

_DOCUMENT = f"""query CoverageTable(
  $dimensions: [CubeDimension!]!, $measures: [CubeMeasure!], $filter: CubeFilter, $through: CubeProgramme!,
  $first: Int!, $sufficientStrength: Float!
) {{
  coverageCube(
    dimensions: $dimensions, measures: $measures, filter: $filter, through: $through, first: $first
    sufficientStrength: $sufficientStrength
  ) {{
    total columns {{ name kind type description }} rows {{ {" ".join(each.name for each in CUBE_ROW.fields)} }}
  }}
}}"""
INT_LARGEST = 2**31 - 1
# Of a value that is refused this many characters are repeated.
CELL_SHOWN_LARGEST = 40
_NUMBERS = {
    "Int": re.compile(r"-?(0|[1-9][0-9]*)"),
    "Float": re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?"),
}
_CODES = ("dimensions", "measures")
_OWN = (*_CODES, "through", "sufficientStrength", "bom")


def _as_csv(table: Mapping[str, Any], given: QueryParams, _: Language) -> bytes:
    names = [each["name"] for each in table["columns"]]
    rows = ([row[name] for name in names] for row in table["rows"])
    return b"".join(write_csv(names, rows, for_excel=wants_mark(given)))


def _as_json(table: Mapping[str, Any], _: QueryParams, __: Language) -> bytes:
    names = [each["name"] for each in table["columns"]]
    rows = [{name: row[name] for name in names} for row in table["rows"]]
    return orjson.dumps({"columns": table["columns"], "rows": rows})


def read_variables(given: QueryParams) -> dict[str, Any]:
    """Read the query string: lists by repeating a name, codes also with commas. Raises: BadArgumentError."""
    filters = {each.name: each.annotation for each in FILTER.fields}
    refuse_unknown(given, (*_OWN, *filters))
    wants_mark(given)
    chosen: dict[str, Any] = {"through": given.get("through", "TEACHING_STANDARD"), "first": ROWS_LARGEST}
    chosen["dimensions"] = codes_in(given, "dimensions")
    if "measures" in given:
        chosen["measures"] = codes_in(given, "measures")
    name = SUFFICIENT_STRENGTH.name
    chosen[name] = _value(given, name, SUFFICIENT_STRENGTH.annotation) if name in given else SUFFICIENT_STRENGTH.default
    chosen["filter"] = {name: _value(given, name, filters[name]) for name in filters if name in given}
    return chosen


def _value(given: QueryParams, name: str, annotation: str) -> Any:
    """Read a key of the filter as its annotation wants it."""
    inner = annotation.removesuffix(" | None").removeprefix("list[").removesuffix("]")
    values = given.getlist(name) if inner in {"String", "ID"} else codes_in(given, name)
    found = [_number(name, each, inner) if inner in {"Int", "Float"} else each for each in values]
    return found if annotation.startswith("list[") else found[0] if len(found) == 1 else found


def _number(name: str, text: str, kind: str) -> float:
    """Read a number as JSON writes it, since variables are JSON. Python takes more: `1_0`, ` 1`, `１`, `nan`."""
    shown = text[:CELL_SHOWN_LARGEST]
    if not _NUMBERS[kind].fullmatch(text):
        raise BadArgumentError(name, f"{shown!r} is no number.", f"{shown!r} 不是数字。")
    # As GraphQL has them: Int of 32 bits, no infinity. Python reads no integer of 4,301 digits, but any float.
    number = float(text)
    if not (abs(number) <= INT_LARGEST if kind == "Int" else isfinite(number)):
        raise BadArgumentError(name, f"{shown!r} is too large.", f"{shown!r} 过大。")
    return int(text) if kind == "Int" else number


COVERAGE_FILES = TableFiles(
    name="coverage",
    document=_DOCUMENT,
    operation="CoverageTable",
    question="coverageCube",
    rows_largest=ROWS_LARGEST,
    read_variables=read_variables,
    writers={"csv": _as_csv, "json": _as_json},
)
