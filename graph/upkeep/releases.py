"""Which release of the seeds is in the graph."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graph.query.statement import Run, Statement, Writer

_MATCH_CURRENT = "MATCH (r:Release) WHERE r.isCurrent"
_READ_CURRENT = Statement(f"{_MATCH_CURRENT} RETURN r.name, r.sha256")
_SUPERSEDE = Statement(f"{_MATCH_CURRENT} SET r.isCurrent = false")


@dataclass(frozen=True, slots=True)
class CurrentRelease:
    """The release that the graph holds now; ``sha256`` is that of its seed files."""

    name: str
    sha256: str


async def current_release(run: Run) -> CurrentRelease | None:
    """Give the release in the graph; None: nothing was loaded yet."""
    rows = await run(_READ_CURRENT)
    return CurrentRelease(*rows[0]) if rows else None


async def record_release(writer: Writer, properties: Mapping[str, Any]) -> None:
    """Make this the current release; earlier ones stay as history."""
    await writer.run(_SUPERSEDE)
    values = {**properties, "isCurrent": True}
    await writer.run(Statement("MERGE (r:Release {id: $id}) SET r = $values", {"id": values["id"], "values": values}))
