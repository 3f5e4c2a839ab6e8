"""GraphQL over HTTP, as the specification of that name says.

``application/graphql-response+json`` is answered with the status that says what happened; ``application/json`` with 200
wherever the request was well formed.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from graphql import GraphQLError
from starlette.requests import ClientDisconnect
from starlette.types import Receive, Scope, Send

from graph.database_errors import OutcomeUnknownError, StatementTimeoutError
from graph.errors import OneplusxError, UserError
from graph.fair_shares import SharedPlaces
from resolvers.identify import Request
from resolvers.operation import Answer, Operations
from resolvers.request.documents import RefusedError
from resolvers.rights import rights_of
from resolvers.trace import Trace, describe
from server.api.graphql_request import (
    JSON_TYPE,
    READING,
    RESPONSE_TYPE,
    BadRequestError,
    caller_of,
    read_request,
)
from server.api.kept_answers import AnswerKey
from server.api.known_tokens import KnownTokens
from server.api.response_cache import CachedAnswer, ResponseCache
from server.api.trusted_documents import Trusted, digest_of
from server.data_watch import DataWatch
from server.http.client_gone import WhileConnected
from server.http.request import Incoming, request_id_of
from server.http.response import Caller, Reply, json_reply
from server.http.shown_errors import TooManyRequestsError, as_graphql, show_errors, status_of

if TYPE_CHECKING:
    from server.api.metrics import Metrics  # its library is imported only where metrics are on


@dataclass(frozen=True, slots=True)
class Rules:
    """What this endpoint allows. ``show_trace``: add `extensions.oneplusx`. ``trusted``: only these documents run."""

    in_flight: int
    timeout_s: float
    show_trace: bool = False
    trusted: Trusted | None = None


# Makes a reply of what was found.
Show = Callable[[CachedAnswer, Trace, Caller], Awaitable[Reply]]
# Says an error in the words of the request.
Said = Callable[[GraphQLError], GraphQLError]


def _as_it_is(error: GraphQLError) -> GraphQLError:
    return error


class GraphQLEndpoint:
    """The ASGI application behind ``/graphql``."""

    def __init__(
        self,
        operations: Operations,
        rules: Rules,
        cache: ResponseCache,
        tokens: KnownTokens,
        *,
        data: DataWatch,
        metrics: "Metrics | None" = None,
    ) -> None:
        self._operations = operations
        self._rules = rules
        self._cache = cache
        self._tokens = tokens
        self._data = data
        self._metrics = metrics
        self._places = SharedPlaces(rules.in_flight)

    def takes_text(self, text: str) -> bool:
        """Whether a caller may send this text: where documents are registered, only theirs."""
        trusted = self._rules.trusted
        return trusted is None or digest_of(text) in trusted

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one HTTP request."""
        http = Incoming(scope, receive)
        try:
            reply = await self._respond(http)
        except ClientDisconnect:
            return
        request_id = request_id_of(http.header(b"x-request-id"))
        if request_id:
            reply = reply.with_header(b"x-request-id", request_id.encode())
        await (reply.without_body() if http.method == "HEAD" else reply).send(send)

    async def _respond(self, http: Incoming) -> Reply:
        until = self.limit()
        try:
            caller = caller_of(http)
        except BadRequestError as error:
            return await _refusal(error, Caller(JSON_TYPE))
        try:
            request = await self._read(http, caller, until)
        except BadRequestError as error:
            if self._metrics:
                self._metrics.malformed()
            return await _refusal(error, caller)
        except UserError as error:
            if self._metrics:
                self._metrics.failed(Trace(), error)
            return await _failed(error, caller)
        return await self.answer(request, caller, self._shown, http.receive, until)

    def limit(self) -> float:
        """Give the time, by the loop's clock, until which a request that comes now must be answered."""
        return asyncio.get_running_loop().time() + self._rules.timeout_s

    async def _read(self, http: Incoming, caller: Caller, until: float) -> Request:
        """Read the request. Its body is part of what must be done in time."""
        if http.method in READING:
            return await read_request(http, caller, self._rules.trusted)
        try:
            async with asyncio.timeout_at(until):
                return await read_request(http, caller, self._rules.trusted)
        except TimeoutError as error:
            raise BadRequestError(
                408, "The body did not come in time. / 请求体未在时限内到达。", {"connection": "close"}
            ) from error

    async def answer(
        self, request: Request, caller: Caller, show: Show, receive: Receive, until: float, *, said: Said = _as_it_is
    ) -> Reply:
        """Run an operation within the limits and show what it gave; an error is shown as this endpoint shows it.

        ``said``: how a fault of the request is said, where the caller sent no GraphQL.
        Raises: ClientDisconnect when the client goes before a query is answered.
        """
        trace = Trace()
        try:
            self._take_place(request.caller)
            try:
                async with asyncio.timeout_at(until + self._rules.timeout_s * (self._operations.patience - 1)):
                    if not self._data.is_sound:
                        await self._data.require_sound()
                    found = await self._found(request, caller, trace, receive)
                    reply = await show(found, trace, caller)
            finally:
                self._leave_place(request.caller)
        except Exception as error:  # noqa: BLE001  # the edge: whatever it is, the client gets a masked answer
            return await self._not_answered(error, trace, caller, said)
        if self._metrics:
            self._metrics.answered(found.answer or Answer(None, [], trace), found.source)
        return reply

    async def _not_answered(self, error: Exception, trace: Trace, caller: Caller, said: Said) -> Reply:
        """Count what ended a request, and answer with it. Raises: it, where no one waits any more."""
        told = _in_time(error, trace)
        if self._metrics:
            self._metrics.failed(trace, told)
        if isinstance(told, ClientDisconnect):
            raise told
        return await _failed(told, caller, said)

    async def _found(self, request: Request, caller: Caller, trace: Trace, receive: Receive) -> CachedAnswer:
        with WhileConnected(receive) as connected:
            identifier = self._operations.identifier
            identified = await identifier.recognise(request, trace, may_write=caller.may_write, begin=connected.look)
            if identified.is_timeless:
                await connected.look()
            if identified.prepared is None:
                # A change that was begun is made, even if the client has gone: only then is it known what became of it.
                connected.stop()
            elif request.token is not None:
                request = replace(request, rights=rights_of(await self._tokens.require(request.token)))

            def work() -> Awaitable[Answer]:
                return self._operations.execute(identified, request, trace)

            # What a bookmark asks for may be newer than what any revision read here would tell.
            may_keep = identified.is_timeless or (identified.is_planned and not request.bookmarks)
            key = AnswerKey(identified.digest, request.rights, identified.is_timeless) if may_keep else None
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

    def _take_place(self, caller: str) -> None:
        """Take a place among the requests in flight, or refuse at once: a queue would only hide the load."""
        if not self._places.take(caller):
            raise TooManyRequestsError
        if self._metrics:
            self._metrics.in_flight.inc()

    def _leave_place(self, caller: str) -> None:
        self._places.leave(caller)
        if self._metrics:
            self._metrics.in_flight.dec()


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


async def _failed(error: Exception, caller: Caller, said: Said = _as_it_is) -> Reply:
    if isinstance(error, RefusedError):
        return await _refused([said(each) for each in error.errors], caller)
    body = {"errors": show_errors([as_graphql(error)], caller.language, caller.request_id)}
    tells = caller.media_type == RESPONSE_TYPE
    status = status_of(error)
    if status is not None:
        return await json_reply(body, caller, *status)
    if isinstance(error, UserError):
        return await json_reply(body, caller, 400 if tells else 200)
    is_ours = isinstance(error, OneplusxError)
    return await json_reply(body, caller, (504 if tells else 200) if is_ours else 500)
