"""A GraphQL request read out of an HTTP request: POST with JSON, or GET and HEAD for queries (GraphQL over HTTP).

Nothing is read beyond the body limit.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import orjson
from starlette.datastructures import QueryParams

from graph.connection.bookmarks import from_token
from graph.errors import BadBookmarkError
from resolvers.identify import Request
from server.api.trusted_documents import Trusted, document_text
from server.http.encodings import weighed
from server.http.request import BodyTooLargeError, Incoming, request_id_of
from server.http.response import Caller
from server.http.shown_errors import language_of

BODY_LARGEST_BYTES = 64 * 1024
# What was read of a header is remembered; no client names more types, codings or languages than fit in here.
HEADER_LARGEST = 1_024
RESPONSE_TYPE = "application/graphql-response+json"
JSON_TYPE = "application/json"
READING = frozenset({"GET", "HEAD"})
# Also as some clients write it.
UTF8 = frozenset({"utf-8", "utf8"})


class BadRequestError(Exception):
    """The HTTP request is no GraphQL request."""

    def __init__(self, status: int, message: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.headers = headers or {}


def caller_of(http: Incoming) -> Caller:
    """Read who asks and how the reply is to be written. Raises BadRequestError 406."""
    return Caller(
        media_type=negotiate(http.header(b"accept")[:HEADER_LARGEST]),
        accept_encoding=http.header(b"accept-encoding")[:HEADER_LARGEST],
        language=language_of(http.header(b"accept-language")[:HEADER_LARGEST]),
        token=bearer_of(http.header(b"authorization")),
        may_write=http.method == "POST",
        # Not on POST: what it asks is no resource that the client could have (RFC 9110, 13.1.2).
        if_none_match=http.header(b"if-none-match") if http.method in READING else "",
        request_id=request_id_of(http.header(b"x-request-id")),
        address=http.address,
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
    if http.method in READING:
        return _from_query_string(http)
    if http.method != "POST":
        raise BadRequestError(
            405, "Use POST, or GET for queries. / 请使用 POST；查询也可用 GET。", {"allow": "GET, HEAD, POST"}
        )
    _check_content_type(http.header(b"content-type")[:HEADER_LARGEST])
    if http.header(b"content-encoding").strip().lower() not in {"", "identity"}:
        raise BadRequestError(
            415, "Send the body without a content coding. / 请求体不得使用内容编码。", {"accept-encoding": "identity"}
        )
    return _decoded(await _body(http))


@lru_cache(maxsize=256)
def _check_content_type(content_type: str) -> None:
    name, *parameters = (each.strip().lower() for each in content_type.split(";"))
    if name != JSON_TYPE:
        raise BadRequestError(415, f"Send the request as {JSON_TYPE}. / 请以 {JSON_TYPE} 发送请求。")
    charsets = [each.removeprefix("charset=").strip('"') for each in parameters if each.startswith("charset=")]
    if not UTF8.issuperset(charsets):
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
    text = document_text(query or "", _document_id(given), extensions.get("persistedQuery"), trusted)
    if not text:
        raise BadRequestError(400, "`query` must be given, or `documentId`. / 须提供 `query` 或 `documentId`。")
    bookmarks = _bookmarks(extensions)
    return Request(
        text,
        given.get("variables") or {},
        name or None,
        bookmarks,
        caller.token,
        caller.language,
        caller=caller.address,
    )


def _document_id(given: Mapping[str, Any]) -> Any:
    """Give the id of a document: as the appendix on persisted documents names it, or as Relay's examples do."""
    return given.get("documentId", given.get("doc_id"))


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


def bearer_of(authorization: str) -> str | None:
    """Give the bearer token of a request; none where another scheme, or nothing, is sent."""
    scheme, _, token = authorization.partition(" ")
    return token.strip() if scheme.lower() == "bearer" else None
