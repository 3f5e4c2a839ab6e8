"""One HTTP request as ASGI gives it, read as far as this API needs.

Starlette's ``Request`` does more, and costs a kept answer more than finding it.
"""

from starlette.requests import ClientDisconnect
from starlette.types import Receive, Scope


class BodyTooLargeError(Exception):
    """The body is larger than it may be."""


class Incoming:
    """Method, query string, headers and body. Of a header that is repeated the first counts."""

    __slots__ = ("_headers", "method", "query_string", "receive")

    def __init__(self, scope: Scope, receive: Receive) -> None:
        self.method: str = scope["method"]
        self.query_string: bytes = scope["query_string"]
        self._headers: dict[bytes, bytes] = dict(reversed(scope["headers"]))
        self.receive = receive

    def header(self, name: bytes) -> str:
        """Give a header by its name in lower case; nothing where it is not sent."""
        return self._headers.get(name, b"").decode("latin-1")

    async def body(self, largest: int) -> bytes:
        """Read the body. Raises: BodyTooLargeError before more is read, ClientDisconnect when the client has gone."""
        read: bytes = b""
        while True:
            message = await self.receive()
            if message["type"] == "http.disconnect":
                raise ClientDisconnect
            read += message.get("body", b"")
            if len(read) > largest:
                raise BodyTooLargeError
            if not message.get("more_body", False):
                return read
