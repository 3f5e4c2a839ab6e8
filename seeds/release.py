"""Releases of the seeds: their name and counts, and the audit that lets none lose facts silently."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.errors import ReleaseError
from graph.model import MODEL
from graph.query.statement import Writer
from graph.upkeep.releases import CurrentRelease, record_releases
from seeds.checks.check import CheckReport
from seeds.difference import Difference, RowKey
from seeds.losses import LossReasons

# Enough to see what kind of thing is lost.
LOSSES_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Release:
    """What a loading of one layer puts into the graph. ``name``: the same files, the same name, wherever they are."""

    name: str
    sha256: str
    layer: str
    folder: Path
    counts: Mapping[str, int]

    def values(self) -> dict[str, Any]:
        """Give its properties in the graph, but for what the loading adds."""
        return {
            "name": self.name,
            "sha256": self.sha256,
            "layer": self.layer,
            "folder": str(self.folder.resolve()),
            "nodes": sum(count for name, count in self.counts.items() if name in MODEL.node_types),
            "links": sum(count for name, count in self.counts.items() if name in MODEL.relationships),
            "counts": [f"{name} {count}" for name, count in sorted(self.counts.items())],
        }


def releases_of(report: CheckReport) -> list[Release]:
    """Give the releases that these files make, one for each layer."""
    return [
        Release(each.sha256[:12], each.sha256, each.name, each.folder, report.counts_of(place))
        for place, each in enumerate(report.layers)
    ]


def audit(
    difference: Difference,
    attached: Mapping[str, list[RowKey]],
    left_out: Sequence[CurrentRelease],
    current: Sequence[CurrentRelease],
    *,
    reasons: LossReasons,
) -> str | None:
    """Refuse a load that would take anything out of the graph for no reason. Gives the reasons to record.

    ``attached`` are the links that editors made at nodes which would go: no list of the seeds speaks of them.
    ``left_out`` are the current releases whose layer is not loaded again.
    Raises: ReleaseError with everything that would be lost without a reason, by type, in ``details["losses"]``.
    """
    listed: dict[str, None] = {}
    losses: dict[str, list[RowKey]] = {}
    for name, keys in difference.removed.items():
        for key in keys:
            reason = reasons.listed.reason(name, key)
            if reason:
                listed[reason] = None
            else:
                losses.setdefault(name, []).append(key)
    losses |= {f"{name} (by editors)": keys for name, keys in attached.items()}
    if losses and not reasons.given:
        raise _refusal(losses, left_out, current)
    return "; ".join([*([reasons.given] if losses and reasons.given else []), *listed]) or None


def _refusal(
    losses: Mapping[str, list[RowKey]], left_out: Sequence[CurrentRelease], current: Sequence[CurrentRelease]
) -> ReleaseError:
    en = "".join(f"\n  {name}: {len(keys)}, such as {_examples(keys)}" for name, keys in losses.items())
    zh = "".join(f"\n  {name}：{len(keys)} 项，如 {_examples(keys)}" for name, keys in losses.items())
    way_en, way_zh = _way_out(left_out, current) if left_out else _WITHOUT_FOLDERS
    return ReleaseError(
        f"This release would lose what the graph has now; nothing was written.{en}\n{way_en}",
        f"本次发布会丢失图中现有的数据，未写入任何内容。{zh}\n{way_zh}",
        losses={name: len(keys) for name, keys in losses.items()},
    )


_WITHOUT_FOLDERS = (
    "Put it back into the seed files, list it in LOSSES.csv, or say why: `oneplusx load --allow-loss REASON`.",
    "请补回种子文件、在 LOSSES.csv 中列出，或说明丢失的理由后再加载：`oneplusx load --allow-loss 理由`。",
)


def _way_out(left_out: Sequence[CurrentRelease], current: Sequence[CurrentRelease]) -> tuple[str, str]:
    """Say how to keep layers that are in the graph and not among the folders given."""
    layers = ", ".join(f"{each.layer} ({each.folder or '?'})" for each in left_out)
    folders = ",".join(each.folder or f"…/{each.layer}" for each in current)
    en = (
        f"The graph also holds the seed folder {layers}. To keep it set ONEPLUSX_SEEDS_DIR={folders}; to start without "
        "loading set ONEPLUSX_LOAD_SEEDS=false; to lose it give a reason: `oneplusx load --allow-loss REASON`."
    )
    zh = (
        f"图中还有种子目录 {layers} 的数据。如需保留，请设置 ONEPLUSX_SEEDS_DIR={folders}；如需不载入而启动，"
        "请设置 ONEPLUSX_LOAD_SEEDS=false；如确要删除，请说明理由：`oneplusx load --allow-loss 理由`。"
    )
    return en, zh


def _examples(keys: list[RowKey]) -> str:
    return ", ".join(" -> ".join(each) for each in sorted(keys)[:LOSSES_SHOWN])


async def record(
    writer: Writer, ended: Sequence[CurrentRelease], begun: Sequence[Release], loss_reason: str | None
) -> list[str]:
    """End and begin releases; give the names of those begun."""
    now = dt.datetime.now(dt.UTC).isoformat(timespec="milliseconds")
    values = [{**each.values(), "loadedAt": now, "lossReason": loss_reason} for each in begun]
    return await record_releases(writer, [each.name for each in ended], values)
