"""Tables as files: each asks its questions by a fixed document, so that planner, limits and errors are the API's.

A ``TableFiles`` says how the query string becomes the request, and how the answer is written.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any
from urllib.parse import urlencode

import orjson
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request as HttpRequest
from starlette.responses import Response
from starlette.routing import Route

from graph.counted import ROWS
from graph.errors import OperationTooLargeError
from resolvers.identify import Request
from server.api.graphql_endpoint import GraphQLEndpoint
from server.api.tables.alignment_tables import ALIGNMENT_FILES
from server.api.tables.coverage_tables import COVERAGE_FILES
from server.api.tables.file_answer import answer_with_pages, file_reply
from server.api.tables.fit_tables import FIT_FILES
from server.api.tables.question_tables import QUESTION_FILES
from server.api.tables.table_file import MEDIA_TYPES, TableFiles
from server.http.response import Caller, Reply

TABLES = (COVERAGE_FILES, ALIGNMENT_FILES, FIT_FILES, *QUESTION_FILES)
# Proxies take headers of 8,192 bytes in all.
LINK_LARGEST = 6_000


class Tables:
    """The routes of tables; ``endpoint`` gives what answers operations, once there is one."""

    def __init__(self, endpoint: Callable[[], GraphQLEndpoint]) -> None:
        self._endpoint = endpoint

    def routes(self) -> list[Route]:
        """Give the routes."""
        return [
            Route(f"/tables/{each.name}.{ending}", partial(self._table, table=each, ending=ending))
            for each in TABLES
            for ending in each.writers
        ]

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
            # A large workbook takes seconds to write.
            body = await run_in_threadpool(table.writers[ending], answer, http.query_params, caller.language)
            asked = _link(table.read_request(http.query_params))
            name = table.file_name(http.query_params) if table.file_name else table.name
            return file_reply(body, f"{name}.{ending}", MEDIA_TYPES[ending], **asked)

        return await answer_with_pages(http, self._endpoint(), read, next_page, write)


def _link(request: Request) -> dict[str, str]:
    """Say by which request the API gives the same as JSON, where that is not too long for a header."""
    asked = {"query": request.query, "variables": orjson.dumps(request.variables).decode()}
    address = f"/graphql?{urlencode(asked)}"
    return {"link": f'<{address}>; rel="alternate"; type="application/json"'} if len(address) <= LINK_LARGEST else {}
