"""Replies as they leave: status, headers and body as ASGI wants them, and to whom they go."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

import orjson
from starlette.types import Send

from graph.errors import Language
from server.http.encodings import Coding, coding_for, encoded

Headers = list[tuple[bytes, bytes]]

# The form of an answer, and the language of its errors, follow these, so a cache must too.
VARY = (b"vary", b"accept, accept-encoding, accept-language")
NOT_KEPT = (b"cache-control", b"no-store")


class Caller(NamedTuple):
    """What a request says of who sent it and of the reply that is wanted."""

    media_type: str
    accept_encoding: str = ""
    language: Language = "en"
    token: str | None = None
    may_write: bool = False
    if_none_match: str = ""
    request_id: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """One HTTP response, ready to send."""

    status: int
    headers: Headers
    body: bytes

    def with_header(self, name: bytes, value: bytes) -> "Reply":
        """Give the same reply with one header more."""
        return Reply(self.status, [*self.headers, (name, value)], self.body)

    def without_body(self) -> "Reply":
        """Give the reply to HEAD: its headers are those of the reply to GET."""
        return Reply(self.status, self.headers, b"")

    async def send(self, send: Send) -> None:
        """Send it."""
        await send({"type": "http.response.start", "status": self.status, "headers": self.headers})
        await send({"type": "http.response.body", "body": self.body})


async def json_reply(
    body: Mapping[str, object], caller: Caller, status: int, headers: Mapping[str, str] | None = None
) -> Reply:
    """Write a reply that no one may keep."""
    written = orjson.dumps(body)
    coding = coding_for(caller.accept_encoding, len(written))
    coded = await encoded(written, coding)
    more = [(name.encode(), value.encode()) for name, value in (headers or {}).items()]
    return Reply(status, [*content_headers(caller.media_type, coding, coded), NOT_KEPT, *more], coded)


def content_headers(media_type: str, coding: Coding, body: bytes) -> Headers:
    """Give the headers that describe a body."""
    given = [
        (b"content-type", f"{media_type}; charset=utf-8".encode()),
        (b"content-length", str(len(body)).encode()),
        VARY,
    ]
    return given if coding is Coding.IDENTITY else [*given, (b"content-encoding", coding.encode())]
