"""Which releases of the seeds are in the graph: one for each layer, which is the content of one folder."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.query.statement import Run, Statement, Writer

# Compared, for Neo4j refuses the whole statement where another kind of value stands in place of a condition.
_MATCH_CURRENT = "MATCH (r:Release) WHERE r.isCurrent = true"
_READ_CURRENT = Statement(
    f"{_MATCH_CURRENT} RETURN r.name, r.sha256, r.layer, r.folder, r.counts ORDER BY r.loadedAt, r.name"
)
_COUNT_LOADINGS = "MATCH (r:Release {sha256: $sha256}) RETURN count(r)"


@dataclass(frozen=True, slots=True)
class CurrentRelease:
    """A release that the graph holds now. ``sha256`` is that of its seed files; ``counts`` are lines: `Major 1455`."""

    name: str
    sha256: str
    layer: str
    # Where its files were when it was loaded, on the machine that loaded it.
    folder: str | None = None
    counts: Sequence[str] = ()


async def current_releases(run: Run) -> list[CurrentRelease]:
    """Give the releases in the graph, those loaded first before the others; none: nothing was loaded yet."""
    rows = await run(_READ_CURRENT)
    return [
        CurrentRelease(name, sha256, layer, folder, tuple(counts or ())) for name, sha256, layer, folder, counts in rows
    ]


def names_of(releases: Sequence[CurrentRelease]) -> str:
    """Name these releases in one text."""
    return ", ".join(each.name for each in releases)


async def record_releases(writer: Writer, ended: Sequence[str], begun: Sequence[Mapping[str, Any]]) -> list[str]:
    """End the releases of these names and begin others; give the names of those. Earlier ones stay as history.

    Each loading is a release of its own, so one whose content was loaded before gets the next number behind its name.
    """
    text = f"{_MATCH_CURRENT} AND r.name IN $names SET r.isCurrent = false"
    await writer.run(Statement(text, {"names": list(ended)}))
    names = []
    for each in begun:
        ((earlier,),) = await writer.run(Statement(_COUNT_LOADINGS, {"sha256": each["sha256"]}))
        names.append(f"{each['name']}-{earlier + 1}" if earlier else str(each["name"]))
        values = {**each, "id": f"Release:{names[-1]}", "name": names[-1], "isCurrent": True}
        await writer.run(Statement("CREATE (r:Release) SET r = $values", {"values": values}))
    return names
