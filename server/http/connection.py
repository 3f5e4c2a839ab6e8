"""One connection as uvicorn serves it, within limits that uvicorn lacks: bytes, headers, requests in a row, and times.

A client may take so long for each of: its first byte, the request line with the headers, the body, and reading what was
answered. Bytes beyond ASCII in a request line, as in an address with Chinese in it, are percent-encoded, for the parser
takes none; most clients do so themselves.
"""

import asyncio
import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from http import HTTPStatus
from typing import Any

import httptools
import orjson
from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol, RequestResponseCycle

from server.http.open_connections import OpenConnections

# Request line and headers together.
HEAD_LARGEST_BYTES = 16 * 1024
HEADERS_LARGEST = 100
# A body as it comes, with the ends of its chunks and what may stand after them. What is taken of it is far less.
RAW_BODY_LARGEST_BYTES = 512 * 1024
# A document that is sent to an address below this path goes to a file as it comes; the address bounds its size.
UPLOADS = "/uploads/"
RAW_UPLOAD_LARGEST_BYTES = 40 << 20
# Who sends less of a document in the time limit does not send.
UPLOAD_LEAST_BYTES = 64 * 1024
# Requests that came before the first was answered.
PIPELINED_LARGEST = 32
# Who reads less in the time limit does not read.
READ_LEAST_BYTES = 10 * 1024

_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
_WORDS = {
    HTTPStatus.BAD_REQUEST: ("This is no HTTP request.", "这不是 HTTP 请求。"),
    HTTPStatus.REQUEST_TIMEOUT: ("The request did not come in time.", "请求未在时限内到达。"),
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: ("The body is too large.", "请求体过大。"),
    HTTPStatus.REQUEST_URI_TOO_LONG: (
        f"The request line may have {HEAD_LARGEST_BYTES} bytes.",
        f"请求行最多 {HEAD_LARGEST_BYTES} 字节。",
    ),
    HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE: (
        f"There may be {HEADERS_LARGEST} headers of {HEAD_LARGEST_BYTES} bytes in all.",
        f"请求头最多 {HEADERS_LARGEST} 个，共 {HEAD_LARGEST_BYTES} 字节。",
    ),
    HTTPStatus.SERVICE_UNAVAILABLE: (
        "All connections of this server are in use. Try again in a few seconds.",
        "本服务器的连接已用尽，请数秒后重试。",
    ),
}


@dataclass(frozen=True, slots=True)
class ConnectionLimits:
    """What the connections of a process share: how many there may be, and how long a client may take."""

    open: OpenConnections
    client_timeout_s: float


class _Expected(Enum):
    """What a connection waits for from its client."""

    FIRST_BYTE = auto()
    HEAD = auto()
    BODY = auto()
    NOTHING = auto()


class Connection(HttpToolsProtocol):
    """One connection. The limits come first, so that uvicorn can make it as it makes its own."""

    def __init__(self, limits: ConnectionLimits, **of_uvicorn: Any) -> None:
        super().__init__(**of_uvicorn)
        self._limits = limits
        self._is_over = self._is_evicted = False
        self._running: RequestResponseCycle | None = None
        # Called at the end, where several processes count their connections.
        self.on_lost: Callable[[], None] | None = None
        # What is expected, of which message; the timer runs for one such pair.
        self._expected, self._message = _Expected.FIRST_BYTE, 0
        self._timed: tuple[_Expected, int] | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._reading: asyncio.TimerHandle | None = None
        self._in_line = False
        self.url = b""
        # Bytes of this head or body so far, and how many heads and bodies have ended.
        self._raw = self._ended = 0
        self._is_upload, self._raw_seen = False, 0

    # ---- the connection itself

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn has it
        """Take a connection, if there is room for it."""
        has_room = self._limits.open.make_room()
        super().connection_made(transport)
        self._limits.open.entered(self)
        if has_room:
            self._set_timer()
        else:
            self._refuse(HTTPStatus.SERVICE_UNAVAILABLE)

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop the clocks."""
        for each in (self._timer, self._reading):
            if each:
                each.cancel()
        if not self._is_evicted:
            self._limits.open.left(self)
        if self.on_lost:
            self.on_lost()
        super().connection_lost(exc)

    def evict(self) -> None:
        """Make room for another connection."""
        self._is_evicted = True
        self._abort()

    # ---- what comes

    def data_received(self, data: bytes) -> None:
        """Parse what came, a head at most at a time, so that what is too large is never gathered."""
        self._unset_keepalive_if_required()
        data = self._with_ascii_line(data)
        while data and not self._is_over:
            most = self._raw_largest()
            room = most + 1 - self._raw
            part, data, ended = data[:room], data[room:], self._ended
            self._raw += len(part)
            self._feed(part)
            if self._ended != ended:
                self._raw = 0
            elif self._raw > most:
                self._refuse(self._too_large())
        if not self._is_over:
            self._set_timer()

    def _raw_largest(self) -> int:
        if self._expected is not _Expected.BODY:
            return HEAD_LARGEST_BYTES
        return RAW_UPLOAD_LARGEST_BYTES if self._is_upload else RAW_BODY_LARGEST_BYTES

    def _feed(self, data: bytes) -> None:
        try:
            self.parser.feed_data(data)
        except httptools.HttpParserUpgrade:
            pass  # there is nothing to upgrade to: the request is answered as any other
        except httptools.HttpParserError:
            if not self._is_over:
                self._refuse(HTTPStatus.BAD_REQUEST)

    def _with_ascii_line(self, data: bytes) -> bytes:
        """Percent-encode what is beyond ASCII in the request line, at the beginning of a message."""
        if self._expected in {_Expected.FIRST_BYTE, _Expected.NOTHING}:
            self._in_line = True
        if not self._in_line:
            return data
        end = data.find(b"\n")
        self._in_line = end < 0
        line = data[:end] if end >= 0 else data
        if line.isascii():
            return data
        return _BEYOND_ASCII.sub(lambda each: b"%%%02X" % each[0][0], line) + data[len(line) :]

    def _too_large(self) -> HTTPStatus:
        if self._expected is _Expected.BODY:
            return HTTPStatus.REQUEST_ENTITY_TOO_LARGE
        is_line = len(self.url) > HEAD_LARGEST_BYTES // 2
        return HTTPStatus.REQUEST_URI_TOO_LONG if is_line else HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE

    # ---- what the parser finds

    def on_message_begin(self) -> None:
        """Begin a request."""
        self._message += 1
        self._expected = _Expected.HEAD
        super().on_message_begin()
        if len(self.pipeline) >= PIPELINED_LARGEST:
            self._refuse(HTTPStatus.BAD_REQUEST)

    def on_header(self, name: bytes, value: bytes) -> None:
        """Take a header, or one that stands after a body in chunks."""
        super().on_header(name, value)
        if len(self.headers) > HEADERS_LARGEST:
            self._refuse(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE)

    def on_headers_complete(self) -> None:
        """Begin to answer, unless the head is too large: it came with the end of another message."""
        self._ended += 1
        if self._raw > HEAD_LARGEST_BYTES and self._head_size() > HEAD_LARGEST_BYTES:
            self._refuse(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE)
        if not self._is_over:
            self._expected = _Expected.BODY
            self._is_upload = self.parser.get_method() == b"PUT" and self.url.startswith(UPLOADS.encode())
            self._raw_seen = 0
            super().on_headers_complete()

    def _head_size(self) -> int:
        return len(self.url) + sum(len(name) + len(value) + len(": \r\n") for name, value in self.headers)

    def on_body(self, body: bytes) -> None:
        """Take a piece of the body."""
        if not self._is_over:
            super().on_body(body)

    def on_message_complete(self) -> None:
        """End a request."""
        self._ended += 1
        if not self._is_over:
            self._expected = _Expected.NOTHING
            self._limits.open.asked(self)
            super().on_message_complete()

    # ---- what goes

    def _start_asgi_task(self, cycle: RequestResponseCycle, app: Any) -> None:
        self._running = cycle
        super()._start_asgi_task(cycle, app)

    def on_response_complete(self) -> None:
        """Wait for the next request, and for the client to read this answer."""
        super().on_response_complete()
        if not self.pipeline and not self._is_over:
            self._limits.open.waits(self)
        self._watch_reading()

    def pause_writing(self) -> None:
        """Watch a client that reads more slowly than it is written to."""
        super().pause_writing()
        self._watch_reading()

    def timeout_keep_alive_handler(self) -> None:
        """Close a connection that is not used, though its client may not have read all."""
        super().timeout_keep_alive_handler()
        self._watch_reading()

    def _watch_reading(self) -> None:
        unread = self.transport.get_write_buffer_size()
        if unread and self._reading is None:
            self._reading = self.loop.call_later(self._limits.client_timeout_s, self._check_reading, unread)

    def _check_reading(self, unread_before: int) -> None:
        self._reading = None
        if unread_before - self.transport.get_write_buffer_size() < READ_LEAST_BYTES:
            self._abort()
        else:
            self._watch_reading()

    # ---- clocks, and what ends a connection

    def _set_timer(self) -> None:
        """Let the clock run for what is expected now; one that runs for it already goes on."""
        wanted = self._expected, self._message
        if wanted == self._timed:
            return
        self._timed = wanted
        if self._timer:
            self._timer.cancel()
            self._timer = None
        if self._expected is not _Expected.NOTHING:
            self._timer = self.loop.call_later(self._limits.client_timeout_s, self._expire)

    def _expire(self) -> None:
        if self._expected is _Expected.BODY and self._is_upload and self._raw - self._raw_seen >= UPLOAD_LEAST_BYTES:
            self._raw_seen = self._raw
            self._timer = self.loop.call_later(self._limits.client_timeout_s, self._expire)
        elif self._expected is _Expected.FIRST_BYTE:
            self._abort()
        else:
            self._refuse(HTTPStatus.REQUEST_TIMEOUT)

    def send_400_response(self, msg: str) -> None:  # noqa: ARG002  # uvicorn's text
        """Refuse in our words what uvicorn itself takes for no request."""
        self._refuse(HTTPStatus.BAD_REQUEST)

    def _refuse(self, status: HTTPStatus) -> None:
        """Say why nothing more is read, and close. Answers that are due to requests before come first."""
        self._is_over = True
        in_body = self._expected is _Expected.BODY
        if self.cycle and not in_body and not self.cycle.response_complete:
            self.cycle.keep_alive = False
        elif self.cycle and in_body and (self.pipeline or self.cycle.response_started):
            self._abort()
        else:
            self.transport.write(self._refusal(status))
            self.transport.close()
            self._disconnect()
            self._watch_reading()

    def _abort(self) -> None:
        self._is_over = True
        self._disconnect()
        self.transport.abort()

    def _disconnect(self) -> None:
        """Let what works on requests of this connection know that no one waits for it, and write no more."""
        for each in (self._running, self.cycle):
            if each:
                each.disconnected = True
                each.message_event.set()

    def _refusal(self, status: HTTPStatus) -> bytes:
        message = " / ".join(_WORDS[status])
        body = orjson.dumps({"errors": [{"message": message, "extensions": {"code": "BAD_REQUEST"}}]})
        headers = [
            *self.server_state.default_headers,
            (b"content-type", b"application/json; charset=utf-8"),
            (b"content-length", str(len(body)).encode()),
            (b"connection", b"close"),
            *([(b"retry-after", b"3")] if status is HTTPStatus.SERVICE_UNAVAILABLE else []),
        ]
        return STATUS_LINE[status] + b"".join(b"%b: %b\r\n" % each for each in headers) + b"\r\n" + body
