"""Tables as files: each is a question asked by one fixed document, so that planner, limits and errors are the API's.

A ``TableFiles`` says how the query string becomes the variables of its document, and how the answer is written.
"""

from collections.abc import Callable
from functools import partial

import orjson
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect
from starlette.requests import Request as HttpRequest
from starlette.responses import Response
from starlette.routing import Route

from graph.errors import OperationTooLargeError, UserError
from resolvers.identify import Request
from resolvers.trace import Trace
from server.api.alignment_tables import ALIGNMENT_FILES
from server.api.coverage_tables import COVERAGE_FILES
from server.api.fit_tables import FIT_FILES
from server.api.graphql_endpoint import GraphQLEndpoint
from server.api.graphql_request import RESPONSE_TYPE, bearer_of
from server.api.response_cache import CachedAnswer
from server.api.table_file import MEDIA_TYPES, TableFiles
from server.http.request import request_id_of
from server.http.response import VARY, Caller, Reply, json_reply
from server.http.shown_errors import as_graphql, language_of, show_errors

TABLES = (COVERAGE_FILES, ALIGNMENT_FILES, FIT_FILES)


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
            answer = orjson.loads(orjson.dumps(found.data))[table.question]
            if answer["total"] > table.rows_largest:
                raise OperationTooLargeError(answer["total"], budget=table.rows_largest)
            # A large workbook takes seconds to write.
            body = await run_in_threadpool(table.writers[ending], answer, http.query_params, caller.language)
            shown = Response(body, headers=_as_file(f"{table.name}.{ending}"), media_type=MEDIA_TYPES[ending])
            return Reply(shown.status_code, shown.raw_headers, bytes(shown.body))

        try:
            request = Request(table.document, table.read_variables(http.query_params), table.operation, token=token)
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


def _as_file(name: str) -> dict[str, str]:
    return {
        "content-disposition": f'attachment; filename="{name}"',
        "cache-control": "no-store",
        "vary": VARY[1].decode(),
    }
