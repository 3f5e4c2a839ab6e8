"""What the seeds hold of what is known to exist: the counts of ``knownExtent``, made from the files without a graph."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from graph.model import MODEL
from graph.model.extents import EXTENTS, Extent, Linked
from seeds.seed_files import SeedRow, find_files, read_table


class KnownExtentRow(NamedTuple):
    """How many of something are here, and the figure that says how many exist, with its sources. None: none says."""

    extent: Extent
    gathered: int
    statistic: SeedRow | None
    sources: list[SeedRow]


class _Rows:
    """The rows of a folder by type, each file read when it is needed."""

    def __init__(self, folder: Path) -> None:
        self._files, _ = find_files(folder)
        self._read: dict[str, list[SeedRow]] = {}

    def of(self, type_name: str) -> list[SeedRow]:
        if type_name not in self._read:
            tables = [read_table(each) for each in self._files if each.type_name == type_name]
            self._read[type_name] = [row for table in tables for row in table.rows]
        return self._read[type_name]


def known_extent(folder: Path) -> list[KnownExtentRow]:
    """Count what a folder of seeds holds."""
    rows = _Rows(folder)
    statistics = {row["code"]: row for row in rows.of("Statistic")}
    sources = {row["id"]: row for row in rows.of("Source")}
    found = []
    for extent in EXTENTS:
        statistic = statistics.get(extent.statistic)
        cited = [sources[each] for each in statistic["sourceIds"]] if statistic else []
        found.append(KnownExtentRow(extent, _gathered(extent, rows), statistic, cited))
    return found


def _gathered(extent: Extent, rows: _Rows) -> int:
    counted = {row["id"] for row in rows.of(extent.node_type) if _has(row, extent.where)}
    return len(counted & _linked(extent.linked, rows) if extent.linked else counted)


def _linked(linked: Linked, rows: _Rows) -> set[str]:
    """Give the ids of what has such a link."""
    declared = MODEL.relationships[linked.relationship]
    here, there = ("start", "end") if linked.is_forward else ("end", "start")
    others = {
        row["id"] for row in rows.of(declared.end if linked.is_forward else declared.start) if _has(row, linked.where)
    }
    if linked.linked:
        others &= _linked(linked.linked, rows)
    return {row[here] for row in rows.of(linked.relationship) if row[there] in others}


def _has(row: SeedRow, values: Mapping[str, str]) -> bool:
    return all(row[key] == value for key, value in values.items())
