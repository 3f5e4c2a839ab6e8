"""Where a graph is and who we are there: what the driver needs to connect."""

from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from graph.errors import OneplusxError


def _no_trouble() -> OneplusxError | None:
    return None


# Where Bolt is spoken, unless an address says otherwise.
BOLT_PORT = 7687
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

    @property
    def is_here(self) -> bool:
        """Whether the server is on this machine, and shares its processors."""
        return urlsplit(self.uri).hostname in _HERE
