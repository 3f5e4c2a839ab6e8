"""Tables as files: each asks its questions by a fixed document, so that planner, limits and errors are the API's.

A ``TableFiles`` says how the query string becomes the request, and how the answer is written.
"""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any
from urllib.parse import urlencode

import orjson
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request as HttpRequest
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from graph.counted import ROWS
from graph.errors import OperationTooLargeError, UserError
from resolvers.identify import Request
from server.api.graphql_endpoint import GraphQLEndpoint
from server.api.tables.alignment_tables import ALIGNMENT_FILES
from server.api.tables.coverage_tables import COVERAGE_FILES
from server.api.tables.file_answer import answer_with_pages, file_reply, kept_reply, tag_headers
from server.api.tables.fit_tables import FIT_FILES
from server.api.tables.question_tables import QUESTION_FILES
from server.api.tables.table_file import MEDIA_TYPES, TableFiles
from server.http.response import VARY, Caller, Reply
from server.http.shown_errors import as_graphql, language_of, show_errors

TABLES = (COVERAGE_FILES, ALIGNMENT_FILES, FIT_FILES, *QUESTION_FILES)
# Proxies take headers of 8,192 bytes in all.
LINK_LARGEST = 6_000
# Of a name that there is not this many characters are repeated.
NAME_SHOWN_LARGEST = 80


class TableNotFoundError(UserError):
    """No table has this name."""

    code = "NOT_FOUND"

    def __init__(self, name: str, files: Sequence[str]) -> None:
        shown = name[:NAME_SHOWN_LARGEST]
        super().__init__(
            f"There is no table `{shown}`. There are: {', '.join(files)}.",
            f"没有表格 `{shown}`。可用的有：{'、'.join(files)}。",
            tables=list(files),
        )


class Tables:
    """The routes of tables; ``endpoint`` gives what answers operations, once there is one.

    ``others``: the files below ``/tables/`` that are not ours, for who asks for one that is not there.
    """

    def __init__(self, endpoint: Callable[[], GraphQLEndpoint], others: Sequence[str] = ()) -> None:
        self._endpoint = endpoint
        self._files = sorted([*others, *(f"{each.name}.{ending}" for each in TABLES for ending in each.writers)])

    def routes(self) -> list[Route]:
        """Give the routes."""
        return [
            Route(f"/tables/{each.name}.{ending}", partial(self._table, table=each, ending=ending))
            for each in TABLES
            for ending in each.writers
        ] + [Route("/tables/{name:path}", self._none)]

    async def _none(self, http: HttpRequest) -> Response:
        error = TableNotFoundError(http.path_params["name"], self._files)
        language = language_of(http.headers.get("accept-language", ""))
        shown = show_errors([as_graphql(error)], language)
        return JSONResponse({"errors": shown}, 404, headers={"vary": VARY[1].decode(), "cache-control": "no-store"})

    async def _table(self, http: HttpRequest, table: TableFiles, ending: str) -> Response:
        def read(token: str | None) -> Request:
            return replace(table.read_request(http.query_params), token=token)

        def next_page(pages: Sequence[Mapping[str, Any]]) -> Mapping[str, Any] | None:
            answers = [table.table_of(each) for each in pages]
            return table.next_page(answers) if table.size(answers[0]) <= table.rows_largest else None

        async def write(pages: Sequence[Mapping[str, Any]], caller: Caller) -> Reply:
            answer = table.joined([table.table_of(each) for each in pages])
            if table.size(answer) > table.rows_largest:
                raise OperationTooLargeError(table.size(answer), budget=table.rows_largest, counted=ROWS)
            tag = await run_in_threadpool(_tag, answer, http, ending, caller)
            if kept := kept_reply(tag, caller):
                return kept
            # A large workbook takes seconds to write.
            body = await run_in_threadpool(table.writers[ending], answer, http.query_params, caller.language)
            request = table.read_request(http.query_params)
            # A server of registered documents would refuse it.
            may_ask = self._endpoint().takes_text(request.query)
            if may_ask and table.shows_request and ending == "json":
                body = _with_request(body, request)
            asked = _link(request) if may_ask else {}
            name = table.file_name(http.query_params) if table.file_name else table.name
            return file_reply(body, f"{name}.{ending}", MEDIA_TYPES[ending], **tag_headers(tag), **asked)

        return await answer_with_pages(http, self._endpoint(), read, next_page, write)


def _tag(answer: Any, http: HttpRequest, ending: str, caller: Caller) -> str:
    """Tell files apart by what they are written from: the answer, and what the query string says of their form."""
    written_from = [answer, sorted(http.query_params.multi_items()), caller.language]
    return f'W/"{hashlib.sha256(orjson.dumps(written_from)).hexdigest()[:32]}-{ending}"'


def _with_request(body: bytes, request: Request) -> bytes:
    """Add to a JSON object the request that gives the same."""
    return b"%b,%b" % (body[:-1], orjson.dumps({"query": request.query, "variables": request.variables})[1:])


def _link(request: Request) -> dict[str, str]:
    """Say by which request the API gives the same as JSON, where that is not too long for a header."""
    asked = {"query": request.query, "variables": orjson.dumps(request.variables).decode()}
    address = f"/graphql?{urlencode(asked)}"
    return {"link": f'<{address}>; rel="alternate"; type="application/json"'} if len(address) <= LINK_LARGEST else {}
