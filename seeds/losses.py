"""What a release takes out of the seeds on purpose: ``LOSSES.csv`` next to the sets, each row with its reason.

A load may lose what the file lists, and the links of a node that it lists. Everything else needs ``--allow-loss``.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from graph.model import MODEL
from graph.regular_files import open_table
from seeds.checks.problems import Problem, problem
from seeds.difference import RowKey
from seeds.seed_files import LOSSES, Table

COLUMNS = ("type", "start", "end", "reason")


@dataclass(frozen=True, slots=True)
class Losses:
    """Reasons by what was taken out: nodes by id, links by type and both ends."""

    nodes: Mapping[str, str] = field(default_factory=dict)
    links: Mapping[tuple[str, str, str], str] = field(default_factory=dict)

    def reason(self, type_name: str, key: RowKey) -> str | None:
        """Give the reason for which this may go; None: none is stated."""
        if type_name in MODEL.node_types:
            return self.nodes.get(key[0])
        start, end = key[:2]
        return self.links.get((type_name, start, end)) or self.nodes.get(start) or self.nodes.get(end)


@dataclass(frozen=True, slots=True)
class LossReasons:
    """Why something may go: what the seeds list, and what the caller says of everything else."""

    listed: Losses
    allow_loss: str | None

    @property
    def given(self) -> str | None:
        """The reason of the caller; None: none, or a blank one."""
        return (self.allow_loss or "").strip() or None


def read_losses(*folders: Path) -> Losses:
    """Read the losses of good seed files; without the file there are none."""
    rows = [row for folder in folders for _, row in _rows(folder)]
    return Losses(
        {row["start"]: row["reason"] for row in rows if row["type"] in MODEL.node_types},
        {(row["type"], row["start"], row["end"]): row["reason"] for row in rows if row["type"] in MODEL.relationships},
    )


def loss_problems(directory: Path, tables: Sequence[Table]) -> Iterator[Problem]:
    """Find what is wrong with the file of losses of a folder."""
    there = _there(tables)
    for line, row in _rows(directory):
        if set(row) != set(COLUMNS):
            yield problem("losses-columns", LOSSES, 1, columns=",".join(COLUMNS))
            return
        if row["type"] not in MODEL.node_types and row["type"] not in MODEL.relationships:
            yield problem("type-unknown", LOSSES, line, "type", row["type"], near="")
        if not row["reason"]:
            yield problem("required", LOSSES, line, "reason")
        if (row["type"], row["start"], row["end"]) in there:
            yield problem("loss-there", LOSSES, line, "start", row["start"])


def _there(tables: Iterable[Table]) -> set[tuple[str, str, str]]:
    found = set()
    for table in tables:
        for row in table.rows:
            start, end = (row["id"], "") if "id" in row else (row["start"], row["end"])
            found.add((table.file.type_name, start, end))
    return found


def _rows(directory: Path) -> Iterator[tuple[int, dict[str, str]]]:
    path = directory / LOSSES
    if not path.is_file():
        return
    with open_table(path) as opened:
        reader = csv.DictReader(opened, restval="")
        for row in reader:
            yield reader.line_num, {name or "": value for name, value in row.items()}
