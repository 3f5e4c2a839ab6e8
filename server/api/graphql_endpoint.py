"""GraphQL over HTTP, as the specification of that name says.

POST with JSON, or GET for queries. ``application/graphql-response+json`` is answered with the status that tells what
happened; ``application/json`` with 200 wherever the request was well formed. Nothing is read beyond the body limit.
"""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import orjson
from graphql import GraphQLError
from starlette.datastructures import QueryParams
from starlette.requests import ClientDisconnect
from starlette.types import Receive, Scope, Send

from graph.connection.bookmarks import from_token
from graph.errors import BadBookmarkError, OneplusxError, OutcomeUnknownError, StatementTimeoutError, UserError
from resolvers.operation import Answer, Operations, Request, Trace, describe
from resolvers.request.documents import RefusedError
from resolvers.rights import rights_of
from server.api.kept_answers import AnswerKey
from server.api.response_cache import CachedAnswer, ResponseCache
from server.api.trusted_documents import Trusted, document_text
from server.http.client_gone import WhileConnected
from server.http.encodings import weighed
from server.http.request import BodyTooLargeError, Incoming, request_id_of
from server.http.response import Caller, Reply, json_reply
from server.http.shown_errors import TooManyRequestsError, as_graphql, language_of, show_errors, status_of

if TYPE_CHECKING:
    from server.api.metrics import Metrics  # its library is imported only where metrics are on

BODY_LARGEST_BYTES = 64 * 1024
# What was read of a header is remembered; no client names more types or codings than fit in here.
HEADER_LARGEST = 1_024
RESPONSE_TYPE = "application/graphql-response+json"
JSON_TYPE = "application/json"


class BadRequestError(Exception):
    """The HTTP request is no GraphQL request."""

    def __init__(self, status: int, message: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.headers = headers or {}


@dataclass(frozen=True, slots=True)
class Rules:
    """What this endpoint allows. ``show_trace``: add `extensions.oneplusx`. ``trusted``: only these documents run."""

    in_flight: int
    timeout_s: float
    show_trace: bool = False
    trusted: Trusted | None = None


# Makes a reply of what was found.
Show = Callable[[CachedAnswer, Trace, Caller], Awaitable[Reply]]


class GraphQLEndpoint:
    """The ASGI application behind ``/graphql``."""

    def __init__(
        self, operations: Operations, rules: Rules, cache: ResponseCache, metrics: "Metrics | None" = None
    ) -> None:
        self._operations = operations
        self._rules = rules
        self._cache = cache
        self._metrics = metrics
        self._working = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one HTTP request."""
        http = Incoming(scope, receive)
        try:
            reply = await self._respond(http)
        except ClientDisconnect:
            return
        request_id = request_id_of(http.header(b"x-request-id"))
        await (reply.with_header(b"x-request-id", request_id.encode()) if request_id else reply).send(send)

    async def _respond(self, http: Incoming) -> Reply:
        try:
            caller = caller_of(http)
        except BadRequestError as error:
            return await _refusal(error, Caller(JSON_TYPE))
        try:
            request = await read_request(http, caller, self._rules.trusted)
        except BadRequestError as error:
            if self._metrics:
                self._metrics.malformed()
            return await _refusal(error, caller)
        except UserError as error:
            if self._metrics:
                self._metrics.failed(Trace(), error)
            return await _failed(error, caller)
        return await self.answer(request, caller, self._shown, http.receive)

    async def answer(self, request: Request, caller: Caller, show: Show, receive: Receive) -> Reply:
        """Run an operation within the limits and show what it gave; an error is shown as this endpoint shows it.

        Raises: ClientDisconnect when the client goes before a query is answered.
        """
        trace = Trace()
        try:
            self._take_place()
            try:
                async with asyncio.timeout(self._rules.timeout_s):
                    found = await self._found(request, caller, trace, receive)
                    reply = await show(found, trace, caller)
            finally:
                self._leave_place()
        except Exception as error:  # the edge: whatever it is, the client gets a masked answer
            told = _in_time(error, trace)
            if self._metrics:
                self._metrics.failed(trace, told)
            if isinstance(told, ClientDisconnect):
                raise
            return await _failed(told, caller)
        if self._metrics:
            self._metrics.answered(found.answer or Answer(None, [], trace), found.source)
        return reply

    async def _found(self, request: Request, caller: Caller, trace: Trace, receive: Receive) -> CachedAnswer:
        identified = self._operations.identify(request, trace, may_write=caller.may_write)

        def work() -> Awaitable[Answer]:
            return self._operations.execute(identified, request, trace)

        # What a bookmark asks for may be newer than what any revision read here would tell.
        may_keep = identified.is_planned and not request.bookmarks
        key = AnswerKey(identified.digest, rights_of(request.token)) if may_keep else None
        # A change that was begun is made, whoever has gone: only then is it known what became of it.
        with WhileConnected(receive) if identified.prepared else contextlib.nullcontext():
            found = await self._cache.answer(key, work)
        trace.tier = found.tier
        return found

    async def _shown(self, found: CachedAnswer, trace: Trace, caller: Caller) -> Reply:
        kept = found.kept
        if kept is None or self._rules.show_trace:
            return await self._written(found, trace, caller)
        return kept.not_modified(caller) or kept.reply(caller) or await self._cache.make_reply(kept, caller)

    async def _written(self, found: CachedAnswer, trace: Trace, caller: Caller) -> Reply:
        """Write an answer that is for this request alone."""
        body: dict[str, object] = {}
        if found.answer and found.answer.errors:
            body["errors"] = show_errors(found.answer.errors, caller.language, caller.request_id)
        body["data"] = found.data
        if self._rules.show_trace:
            body["extensions"] = {"oneplusx": {"cache": found.source, **describe(trace)}}
        return await json_reply(body, caller, 200)

    def _take_place(self) -> None:
        """Take a place among the requests in flight, or refuse at once: a queue would only hide the load."""
        if self._working >= self._rules.in_flight:
            raise TooManyRequestsError
        self._working += 1
        if self._metrics:
            self._metrics.in_flight.inc()

    def _leave_place(self) -> None:
        self._working -= 1
        if self._metrics:
            self._metrics.in_flight.dec()


# ---- reading the request


def caller_of(http: Incoming) -> Caller:
    """Read who asks and how the reply is to be written. Raises BadRequestError 406."""
    return Caller(
        media_type=negotiate(http.header(b"accept")[:HEADER_LARGEST]),
        accept_encoding=http.header(b"accept-encoding")[:HEADER_LARGEST],
        language=language_of(http.header(b"accept-language")),
        token=_bearer(http.header(b"authorization")),
        may_write=http.method == "POST",
        # A condition on GET only: what a POST asks is no resource that the client could have (RFC 9110, 13.1.2).
        if_none_match=http.header(b"if-none-match") if http.method == "GET" else "",
        request_id=request_id_of(http.header(b"x-request-id")),
    )


@lru_cache(maxsize=256)
def negotiate(accept: str) -> str:
    """Choose the media type of the answer from ``Accept``; nothing said: JSON. Raises BadRequestError 406."""
    if not accept:
        return JSON_TYPE
    said = {name: (quality, -place) for place, (name, quality) in reversed(list(enumerate(weighed(accept))))}
    wanted = {each: _wish_for(each, said) for each in (JSON_TYPE, RESPONSE_TYPE)}
    best = max(wanted, key=lambda each: wanted[each])
    if wanted[best][0] > 0:
        return best
    raise BadRequestError(406, f"Accept {RESPONSE_TYPE} or {JSON_TYPE}. / 请接受 {RESPONSE_TYPE} 或 {JSON_TYPE}。")


def _wish_for(media_type: str, said: Mapping[str, tuple[float, int]]) -> tuple[float, int]:
    """Give the weight of a type and how early it was said; the closest range counts (RFC 9110, 12.5.1)."""
    ranges = (media_type, "application/*", "*/*")
    return next((said[each] for each in ranges if each in said), (0.0, 0))


async def read_request(http: Incoming, caller: Caller, trusted: Trusted | None = None) -> Request:
    """Read the GraphQL request out of an HTTP request.

    Raises: BadRequestError with the status that fits; UserError when only ``trusted`` documents run and this is none.
    """
    return _from_json(await _given(http), caller, trusted)


async def _given(http: Incoming) -> Any:
    if http.method == "GET":
        return _from_query_string(http)
    if http.method != "POST":
        raise BadRequestError(
            405, "Use POST, or GET for queries. / 请使用 POST；查询也可用 GET。", {"allow": "GET, POST"}
        )
    _check_content_type(http.header(b"content-type")[:HEADER_LARGEST])
    return _decoded(await _body(http))


@lru_cache(maxsize=256)
def _check_content_type(content_type: str) -> None:
    name, *parameters = (each.strip().lower() for each in content_type.split(";"))
    if name != JSON_TYPE:
        raise BadRequestError(415, f"Send the request as {JSON_TYPE}. / 请以 {JSON_TYPE} 发送请求。")
    if any(each.startswith("charset=") and each.strip('"')[8:].strip('"') != "utf-8" for each in parameters):
        raise BadRequestError(415, "Send UTF-8. / 请使用 UTF-8。")


async def _body(http: Incoming) -> bytes:
    try:
        return await http.body(BODY_LARGEST_BYTES)
    except BodyTooLargeError as error:
        raise BadRequestError(
            413,
            f"The body may have {BODY_LARGEST_BYTES} bytes. / 请求体最多 {BODY_LARGEST_BYTES} 字节。",
            {"connection": "close"},  # what still comes is not read
        ) from error


def _decoded(body: bytes | str) -> Any:
    try:
        return orjson.loads(body)
    except orjson.JSONDecodeError as error:
        raise BadRequestError(400, f"The body is not JSON: {error} / 请求体不是 JSON。") from error


def _from_query_string(http: Incoming) -> dict[str, Any]:
    if len(http.query_string) > BODY_LARGEST_BYTES:
        raise BadRequestError(414, "The address is too long. / 地址过长。")
    given: dict[str, Any] = dict(QueryParams(http.query_string))
    for name in ("variables", "extensions"):
        if given.get(name):
            given[name] = _decoded(given[name])
        else:
            given.pop(name, None)
    return given


def _from_json(given: Any, caller: Caller, trusted: Trusted | None) -> Request:
    if not isinstance(given, dict):
        raise BadRequestError(400, "The request must be one JSON object. / 请求须为一个 JSON 对象。")
    query = given.get("query")
    if query is not None and not isinstance(query, str):
        raise BadRequestError(400, "`query` must be a text. / `query` 须为文本。")
    name = given.get("operationName")
    if name is not None and not isinstance(name, str):
        raise BadRequestError(400, "`operationName` must be a text. / `operationName` 须为文本。")
    for key in ("variables", "extensions"):
        if given.get(key) is not None and not isinstance(given[key], dict):
            raise BadRequestError(400, f"`{key}` must be an object. / `{key}` 须为对象。")
    extensions = given.get("extensions") or {}
    text = document_text(query or "", given.get("documentId"), extensions.get("persistedQuery"), trusted)
    if not text:
        raise BadRequestError(400, "`query` must be given, or `documentId`. / 须提供 `query` 或 `documentId`。")
    bookmarks = _bookmarks(extensions)
    return Request(text, given.get("variables") or {}, name or None, bookmarks, caller.token, caller.language)


def _bookmarks(extensions: Mapping[str, Any]) -> tuple[str, ...]:
    given = extensions.get("bookmark")
    if given is None:
        return ()
    if not isinstance(given, str):
        raise BadRequestError(400, "`extensions.bookmark` must be a text. / `extensions.bookmark` 须为文本。")
    try:
        return from_token(given)
    except BadBookmarkError as error:
        raise BadRequestError(400, f"{error.en} / {error.zh}") from error


def _bearer(authorization: str) -> str | None:
    scheme, _, token = authorization.partition(" ")
    return token.strip() or None if scheme.lower() == "bearer" else None


# ---- writing the response


async def _refusal(error: BadRequestError, caller: Caller) -> Reply:
    shown = {"errors": [{"message": str(error), "extensions": {"code": "BAD_REQUEST"}}]}
    return await json_reply(shown, caller, error.status, error.headers)


async def _refused(causes: list[GraphQLError], caller: Caller) -> Reply:
    """Answer a request of which nothing was executed: without `data`."""
    body = {"errors": show_errors(causes, caller.language, caller.request_id)}
    if any((each.extensions or {}).get("code") == "MUTATION_BY_GET" for each in causes):
        return await json_reply(body, caller, 405, {"allow": "POST"})
    return await json_reply(body, caller, 400 if caller.media_type == RESPONSE_TYPE else 200)


def _in_time(error: Exception, trace: Trace) -> Exception:
    """Tell what a request was that did not end in time: a query was stopped, a change may have been made."""
    if not isinstance(error, TimeoutError):
        return error
    return OutcomeUnknownError() if trace.kind == "mutation" else StatementTimeoutError()


async def _failed(error: Exception, caller: Caller) -> Reply:
    if isinstance(error, RefusedError):
        return await _refused(error.errors, caller)
    body = {"errors": show_errors([as_graphql(error)], caller.language, caller.request_id)}
    tells = caller.media_type == RESPONSE_TYPE
    status = status_of(error)
    if status is not None:
        return await json_reply(body, caller, status, {"retry-after": "3"})
    if isinstance(error, UserError):
        return await json_reply(body, caller, 400 if tells else 200)
    is_ours = isinstance(error, OneplusxError)
    return await json_reply(body, caller, (504 if tells else 200) if is_ours else 500)
