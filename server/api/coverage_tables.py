"""``/tables/coverage.csv`` and ``.json``: the table that ``coverageCube`` gives, for a spreadsheet or a program.

The query string holds the arguments of ``coverageCube`` and the keys of its ``filter`` by their names. They become the
variables of one fixed document, so that planner, statement, limits and errors are those of the API.
"""

import re
from collections.abc import Callable, Mapping
from functools import partial
from math import isfinite
from typing import Any

import orjson
from starlette.datastructures import QueryParams
from starlette.requests import ClientDisconnect
from starlette.requests import Request as HttpRequest
from starlette.responses import Response
from starlette.routing import Route

from graph.errors import BadArgumentError, OperationTooLargeError, UserError
from interchange.formats.csv_tables import write_csv
from resolvers.identify import Request
from resolvers.questions.coverage.coverage_cube import FILTER, ROWS_LARGEST
from resolvers.questions.coverage.cube_records import CUBE_ROW
from resolvers.questions.shared.evidence_arguments import SUFFICIENT_STRENGTH
from resolvers.trace import Trace
from server.api.graphql_endpoint import GraphQLEndpoint
from server.api.graphql_request import RESPONSE_TYPE, bearer_of
from server.api.response_cache import CachedAnswer
from server.http.request import request_id_of
from server.http.response import VARY, Caller, Reply, json_reply
from server.http.shown_errors import as_graphql, language_of, show_errors

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


class Tables:
    """The routes of tables; ``endpoint`` gives what answers operations, once there is one."""

    def __init__(self, endpoint: Callable[[], GraphQLEndpoint]) -> None:
        self._endpoint = endpoint

    def routes(self) -> list[Route]:
        """Give the routes."""
        return [
            Route("/tables/coverage.csv", partial(self._table, show=_as_csv)),
            Route("/tables/coverage.json", partial(self._table, show=_as_json)),
        ]

    async def _table(self, http: HttpRequest, show: Callable[[Mapping[str, Any], QueryParams], Response]) -> Response:
        caller = Caller(
            RESPONSE_TYPE,
            language=language_of(http.headers.get("accept-language", "")),
            request_id=request_id_of(http.headers.get("x-request-id", "")),
        )

        token = bearer_of(http.headers.get("authorization", ""))

        async def write(found: CachedAnswer, _: Trace, __: Caller) -> Reply:
            if found.answer and found.answer.errors:
                errors = show_errors(found.answer.errors, caller.language, caller.request_id)
                return await json_reply({"errors": errors}, caller, 400)
            table = orjson.loads(orjson.dumps(found.data))["coverageCube"]
            if table["total"] > ROWS_LARGEST:
                raise OperationTooLargeError(table["total"], budget=ROWS_LARGEST)
            shown = show(table, http.query_params)
            return Reply(shown.status_code, shown.raw_headers, bytes(shown.body))

        try:
            request = Request(_DOCUMENT, read_variables(http.query_params), "CoverageTable", token=token)
        except UserError as error:
            body = {"errors": show_errors([as_graphql(error)], caller.language, caller.request_id)}
            return _response(await json_reply(body, caller, 400))
        try:
            endpoint = self._endpoint()
            return _response(await endpoint.answer(request, caller, write, http.receive, endpoint.limit()))
        except ClientDisconnect:
            return Response()  # no one is there to read it


def _response(reply: Reply) -> Response:
    made = Response(reply.body, reply.status)
    made.raw_headers = reply.headers
    return made


def _as_csv(table: Mapping[str, Any], given: QueryParams) -> Response:
    names = [each["name"] for each in table["columns"]]
    rows = ([row[name] for name in names] for row in table["rows"])
    written = b"".join(write_csv(names, rows, for_excel=given.get("bom") == "true"))
    return Response(written, headers=_as_file("csv"), media_type="text/csv; charset=utf-8; header=present")


def _as_json(table: Mapping[str, Any], _: QueryParams) -> Response:
    names = [each["name"] for each in table["columns"]]
    rows = [{name: row[name] for name in names} for row in table["rows"]]
    written = orjson.dumps({"columns": table["columns"], "rows": rows})
    return Response(written, headers=_as_file("json"), media_type="application/json; charset=utf-8")


def _as_file(ending: str) -> dict[str, str]:
    return {
        "content-disposition": f'attachment; filename="coverage.{ending}"',
        "cache-control": "no-store",
        "vary": VARY[1].decode(),
    }


def read_variables(given: QueryParams) -> dict[str, Any]:
    """Read the query string: lists by repeating a name, codes also with commas. Raises: BadArgumentError."""
    filters = {each.name: each.annotation for each in FILTER.fields}
    for name in given:
        if name not in filters and name not in _OWN:
            known = ", ".join((*_OWN, *filters))
            raise BadArgumentError(name, f"is no parameter; there are {known}.", f"不是参数；可用参数：{known}。")
    if given.get("bom", "true") not in {"true", "false"}:
        raise BadArgumentError("bom", "true or false.", "须为 true 或 false。")
    chosen: dict[str, Any] = {"through": given.get("through", "TEACHING_STANDARD"), "first": ROWS_LARGEST}
    chosen["dimensions"] = _codes(given, "dimensions")
    if "measures" in given:
        chosen["measures"] = _codes(given, "measures")
    name = SUFFICIENT_STRENGTH.name
    chosen[name] = _value(given, name, SUFFICIENT_STRENGTH.annotation) if name in given else SUFFICIENT_STRENGTH.default
    chosen["filter"] = {name: _value(given, name, filters[name]) for name in filters if name in given}
    return chosen


def _codes(given: QueryParams, name: str) -> list[str]:
    return [code.strip() for each in given.getlist(name) for code in each.split(",") if code.strip()]


def _value(given: QueryParams, name: str, annotation: str) -> Any:
    """Read a key of the filter as its annotation wants it."""
    inner = annotation.removesuffix(" | None").removeprefix("list[").removesuffix("]")
    values = given.getlist(name) if inner in {"String", "ID"} else _codes(given, name)
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
