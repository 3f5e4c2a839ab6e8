"""Where a graph is and who we are there: what the driver needs to connect."""

from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from graph.errors import OneplusxError
from graph.setting_errors import GraphAddressError


def _no_trouble() -> OneplusxError | None:
    return None


def _has_room(_rows: int) -> None:
    pass


# Where Bolt is spoken, unless an address says otherwise.
BOLT_PORT = 7687
_SCHEMES = frozenset(f"{name}{tls}" for name in ("bolt", "neo4j") for tls in ("", "+s", "+ssc"))
_HERE = frozenset({"127.0.0.1", "localhost", "::1"})


@dataclass(frozen=True, slots=True)
class GraphAddress:
    """One graph database at the other end of Bolt. The password never shows in a ``repr``."""

    uri: str
    user: str
    password: str = field(repr=False)
    database: str = "neo4j"
    # Why the server there may fail, as far as this machine can tell.
    trouble: Callable[[], OneplusxError | None] = field(default=_no_trouble, repr=False, compare=False)
    # Raises where the disk there lacks the room to write this many nodes and links, as far as this machine can tell.
    require_room_for: Callable[[int], None] = field(default=_has_room, repr=False, compare=False)
    # Whether the server there let us in under this name before the address was given out.
    is_proven: bool = field(default=False, compare=False)

    @property
    def is_here(self) -> bool:
        """Whether the server is on this machine, and shares its processors."""
        return urlsplit(self.uri).hostname in _HERE

    def check(self) -> None:
        """Refuse what the driver does not know, or would take for this machine. Raises: GraphAddressError."""
        scheme = self.uri.partition("://")[0]
        if scheme not in _SCHEMES:
            raise GraphAddressError(self.uri, f"`{scheme}` is not Bolt.", f"`{scheme}` 不是 Bolt 协议。")
        try:
            parts = urlsplit(self.uri)
            is_whole = bool(parts.hostname) and parts.port != 0
        except ValueError as error:
            raise GraphAddressError(self.uri, f"{error}.", "主机或端口的写法有误。") from error
        if not is_whole:
            raise GraphAddressError(self.uri, "it names no host or no port.", "缺少主机或端口。")
