"""One HTTP request as ASGI gives it, read as far as this API needs.

Starlette's ``Request`` does more, and costs a kept answer more than finding it.
"""

import re
from collections.abc import Sequence
from ipaddress import AddressValueError, IPv6Address

from starlette.requests import ClientDisconnect
from starlette.types import Receive, Scope

# The headers read here that hold lists.
_LISTS = (b"accept", b"accept-encoding", b"if-none-match")


# Longer than any address; a proxy may name something else.
ADDRESS_LARGEST = 64
# Of an IPv6 address: what comes behind it a caller chooses by itself.
NETWORK_BITS = 64

_REQUEST_ID = re.compile(r"[A-Za-z0-9._:/+=-]{1,64}")


class BodyTooLargeError(Exception):
    """The body is larger than it may be."""


class Incoming:
    """Method, query string, headers and body. Of a header that is repeated, and is no list, the first counts."""

    __slots__ = ("_headers", "address", "method", "query_string", "receive")

    def __init__(self, scope: Scope, receive: Receive) -> None:
        self.method: str = scope["method"]
        self.query_string: bytes = scope["query_string"]
        self.address = caller_address(scope)
        self._headers: dict[bytes, bytes] = dict(reversed(scope["headers"]))
        if len(self._headers) < len(scope["headers"]):
            self._join(scope["headers"])
        self.receive = receive

    def _join(self, sent: Sequence[tuple[bytes, bytes]]) -> None:
        """Take a list that was sent in several lines as one (RFC 9110, 5.3)."""
        for wanted in _LISTS:
            lines = [value for name, value in sent if name == wanted]
            if lines:
                self._headers[wanted] = b", ".join(lines)

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


def caller_address(scope: Scope) -> str:
    """Give what counts as one caller: its address, or the network where that is one of IPv6; empty where none is known.

    Behind a proxy that uvicorn trusts it is the one that the proxy names.
    """
    client = scope.get("client")
    address: str = client[0][:ADDRESS_LARGEST] if client else ""
    if ":" not in address:
        return address
    try:
        found = IPv6Address(address)
    except AddressValueError:
        return address
    return str(found.ipv4_mapped or f"{int(found) >> NETWORK_BITS:x}::/{NETWORK_BITS}")


def request_id_of(header: str) -> str:
    """Give the id that a client gave its request, for its log and ours; nothing where it could not stand in a line."""
    return header if _REQUEST_ID.fullmatch(header) else ""
