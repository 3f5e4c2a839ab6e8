"""Releases of the seeds: their name and counts, and the audit that lets none lose facts silently."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from graph.errors import ReleaseError
from graph.query.statement import Writer
from graph.upkeep.releases import record_release
from seeds.check import CheckReport
from seeds.difference import Difference, RowKey

# Enough to see what kind of thing is lost.
LOSSES_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Release:
    """What a loading of the seeds put into the graph."""

    name: str
    sha256: str
    nodes: int
    links: int
    counts: tuple[str, ...]

    @property
    def id(self) -> str:
        """Its id in the graph."""
        return f"Release:{self.name}"


def release_of(report: CheckReport) -> Release:
    """Name the release that these files make: the same files, the same name, wherever they are loaded."""
    counts = tuple(f"{name} {count}" for name, count in sorted(report.counts.items()))
    return Release(report.sha256[:12], report.sha256, report.nodes, report.links, counts)


def audit(difference: Difference, attached: Mapping[str, list[RowKey]], *, allow_loss: str | None) -> str | None:
    """Refuse a load that would take anything out of the graph, unless a reason is given. Gives the reason to record.

    ``attached`` are the links that editors made at nodes which would go.
    Raises: ReleaseError with everything that would be lost, by type, in ``details["losses"]``.
    """
    losses = [*difference.removed.items(), *((f"{name} (by editors)", keys) for name, keys in attached.items())]
    if not losses:
        return None
    if allow_loss and allow_loss.strip():
        return allow_loss.strip()
    en = "".join(f"\n  {name}: {len(keys)}, such as {_examples(keys)}" for name, keys in losses)
    zh = "".join(f"\n  {name}：{len(keys)} 项，如 {_examples(keys)}" for name, keys in losses)
    raise ReleaseError(
        f"This release would lose what the graph has now; nothing was written.{en}\n"
        "Put it back into the seed files, or load with a reason for the loss.",
        f"本次发布会丢失图中现有的数据，未写入任何内容。{zh}\n请补回种子文件，或说明丢失的理由后再加载。",
        losses={name: len(keys) for name, keys in losses},
    )


def _examples(keys: list[RowKey]) -> str:
    return ", ".join(" -> ".join(each) for each in sorted(keys)[:LOSSES_SHOWN])


async def record(writer: Writer, release: Release, loss_reason: str | None) -> None:
    """Make this the current release; earlier ones stay as history."""
    values = {
        "id": release.id,
        "name": release.name,
        "loadedAt": dt.datetime.now(dt.UTC).isoformat(timespec="milliseconds"),
        "sha256": release.sha256,
        "nodes": release.nodes,
        "links": release.links,
        "counts": list(release.counts),
        "lossReason": loss_reason,
    }
    await record_release(writer, values)
