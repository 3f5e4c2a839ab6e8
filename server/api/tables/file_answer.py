"""A file as the answer to a fixed document, so that planner, limits, rights and errors are those of the API."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import quote

import orjson
from starlette.requests import ClientDisconnect
from starlette.requests import Request as HttpRequest
from starlette.responses import Response

from graph.errors import UserError
from resolvers.identify import Request
from resolvers.questions.shared.record_pages import AFTER
from resolvers.trace import Trace
from server.api.graphql_endpoint import GraphQLEndpoint
from server.api.graphql_request import RESPONSE_TYPE, bearer_of
from server.api.response_cache import CachedAnswer
from server.api.tables.parameter_errors import of_parameter
from server.http.request import caller_address, request_id_of
from server.http.response import VARY, Caller, Reply, json_reply
from server.http.shown_errors import as_graphql, language_of, show_errors

# Makes the request of the token that was sent. Raises: UserError.
ReadRequest = Callable[[str | None], Request]
Data = Mapping[str, Any]
# Makes the reply of the data of the answer. Raises: OneplusxError.
WriteFile = Callable[[Data, Caller], Awaitable[Reply]]
# Makes the reply of the data of all pages. Raises: OneplusxError.
WriteFileOfPages = Callable[[Sequence[Data], Caller], Awaitable[Reply]]
# Gives the variables of the page to read after these; None: they are all. Without `after` it is the first again.
NextPage = Callable[[Sequence[Data]], Mapping[str, Any] | None]


async def answer_with_file(
    http: HttpRequest, endpoint: GraphQLEndpoint, read: ReadRequest, write: WriteFile
) -> Response:
    """Ask, and answer with the file that is written of what came, or with the errors as JSON."""

    async def write_one(pages: Sequence[Data], caller: Caller) -> Reply:
        return await write(pages[0], caller)

    return await answer_with_pages(http, endpoint, read, lambda _: None, write_one)


async def answer_with_pages(
    http: HttpRequest, endpoint: GraphQLEndpoint, read: ReadRequest, next_page: NextPage, write: WriteFileOfPages
) -> Response:
    """Ask for page after page, each an operation of its own, all within the time of one, and answer with the file."""
    caller = Caller(
        RESPONSE_TYPE,
        language=language_of(http.headers.get("accept-language", "")),
        if_none_match=http.headers.get("if-none-match", ""),
        request_id=request_id_of(http.headers.get("x-request-id", "")),
    )

    pages: list[Data] = []
    following: Mapping[str, Any] | None = None

    async def show(found: CachedAnswer, _: Trace, __: Caller) -> Reply:
        nonlocal following
        if found.answer and found.answer.errors:
            errors = show_errors(found.answer.errors, caller.language, caller.request_id)
            return await json_reply({"errors": errors}, caller, 400)
        if request.variables.get(AFTER) is None:
            pages.clear()  # the first page, also where it is read anew
        pages.append(orjson.loads(orjson.dumps(found.data)))
        following = next_page(pages)
        return _NOT_YET if following else await write(pages, caller)

    try:
        request = replace(read(bearer_of(http.headers.get("authorization", ""))), caller=caller_address(http.scope))
    except UserError as error:
        body = {"errors": show_errors([as_graphql(error)], caller.language, caller.request_id)}
        return _response(await json_reply(body, caller, 400))
    until = endpoint.limit()
    try:
        reply = await endpoint.answer(request, caller, show, http.receive, until, said=of_parameter)
        while following:
            request, following = replace(request, variables={**request.variables, **following}), None
            reply = await endpoint.answer(request, caller, show, http.receive, until, said=of_parameter)
        return _response(reply)
    except ClientDisconnect:
        return Response()  # no one is there to read it


# In place of the file while pages are missing; no one sees it.
_NOT_YET = Reply(200, [], b"")


# Of a file with a tag: it is asked for again, with the tag, each time.
_ASK_AGAIN = "private, no-cache"


def tag_headers(tag: str) -> dict[str, str]:
    """Give the headers of a file that the caller may keep under a tag."""
    return {"etag": tag, "cache-control": _ASK_AGAIN}


def kept_reply(tag: str, caller: Caller) -> Reply | None:
    """Give the reply to a caller that has the file of this tag; None: it has not."""
    if tag not in {each.strip() for each in caller.if_none_match.split(",")}:
        return None
    headers = [(name.encode(), value.encode()) for name, value in tag_headers(tag).items()]
    return Reply(304, [*headers, VARY], b"")


def file_reply(body: bytes, name: str, media_type: str, **headers: str) -> Reply:
    """Give a file to save under a name; by itself no one may keep it."""
    ascii_name = name if name.isascii() else f"{name.encode('ascii', 'ignore').decode() or 'file'}"
    disposition = f'attachment; filename="{ascii_name}"'
    if ascii_name != name:
        disposition += f"; filename*=UTF-8''{quote(name, safe='')}"
    own = {"content-disposition": disposition, "cache-control": "no-store", "vary": VARY[1].decode(), **headers}
    shown = Response(body, headers=own, media_type=media_type)
    return Reply(shown.status_code, shown.raw_headers, bytes(shown.body))


def _response(reply: Reply) -> Response:
    made = Response(reply.body, reply.status)
    made.raw_headers = reply.headers
    return made
