"""What an import wrote, kept with its change so that it can be undone: keys, values before, digests of values after."""

import base64
import hashlib
import zlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import orjson

from graph.model import MODEL
from graph.query.statement import Run, Statement
from graph.upkeep import bulk
from seeds.difference import RowKey

# An import writes some thousand rows; what is larger is not ours.
UNPACKED_LARGEST = 64_000_000
DIGEST_LENGTH = 12
# It follows from the versions that there are, and so is no edit.
_FOLLOWS = "replacedBy"


class WrittenRow(NamedTuple):
    """A node or link that an import wrote: its key, the digest of its values, and its values before.

    ``supports``: it only supports the standard, as a certificate does. ``before`` is null where it was made new.
    """

    type: str
    key: RowKey
    digest: str
    supports: bool
    before: dict[str, Any] | None = None


class AmendedNode(NamedTuple):
    """A node that stays the seeds' and of which an import changed some values."""

    type: str
    id: str
    before: dict[str, Any]
    after: dict[str, Any]


class ImportManifest(NamedTuple):
    """All that an import wrote."""

    rows: tuple[WrittenRow, ...]
    amended: tuple[AmendedNode, ...] = ()
    # The alignments that it suggested for the new version.
    carried: tuple[str, ...] = ()
    # The answer to its request, for when the same comes again: nodes and links written by type, and alignments
    # carried by what became of their requirement.
    writes: Mapping[str, int] = {}
    carried_counts: Mapping[str, int] = {}

    def pack(self) -> str:
        """Give it as one text: ids are long and alike, so that it becomes small."""
        return base64.b64encode(zlib.compress(orjson.dumps(self, default=list), level=9)).decode()

    @classmethod
    def unpack(cls, text: str) -> "ImportManifest":
        """Read it back."""
        data = zlib.decompressobj().decompress(base64.b64decode(text), UNPACKED_LARGEST)
        # The counts are not in what earlier releases wrote.
        rows, amended, carried, *counts = orjson.loads(data)
        return cls(
            tuple(WrittenRow(name, tuple(key), *rest) for name, key, *rest in rows),
            tuple(AmendedNode(*each) for each in amended),
            tuple(carried),
            *counts,
        )


def digest_of(values: Mapping[str, Any]) -> str:
    """Give the digest of stored values; what is not there and what is empty are the same."""
    there = {name: value for name, value in values.items() if value is not None and value != [] and name != _FOLLOWS}
    return hashlib.sha256(orjson.dumps(there, option=orjson.OPT_SORT_KEYS)).hexdigest()[:DIGEST_LENGTH]


async def read_values(run: Run, name: str, keys: Iterable[RowKey]) -> dict[RowKey, dict[str, Any]]:
    """Give the values of these nodes, or links, as far as they are there."""
    if name in MODEL.relationships:
        each = MODEL.relationships[name]
        ends = f"(a:{each.start} {{id: row.start}})-[l:{each.type}]->(b:{each.end} {{id: row.end}})"
        text = f"UNWIND $rows AS row MATCH {ends} RETURN a.id, b.id, properties(l)"
    else:
        text = f"UNWIND $rows AS row MATCH (n:{name} {{id: row.start}}) RETURN n.id, properties(n)"
    found: dict[RowKey, dict[str, Any]] = {}
    for batch in bulk.batches(keys):
        rows = [{"start": key[0], "end": key[-1]} for key in batch]
        found |= {tuple(row[:-1]): row[-1] for row in await run(Statement(text, {"rows": rows}))}
    return found


def by_type(rows: Sequence[WrittenRow]) -> dict[str, list[WrittenRow]]:
    """Part rows by their type."""
    parted: dict[str, list[WrittenRow]] = {}
    for each in rows:
        parted.setdefault(each.type, []).append(each)
    return parted
