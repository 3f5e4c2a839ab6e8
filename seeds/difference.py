"""What a load has to do: the seeds as they should be against what the graph holds. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

import orjson

from graph.model import MODEL
from graph.model.alignments import ALIGNMENT
from graph.model.core import NodeType
from graph.model.course_sides import COVER_LINKS
from seeds.pinyin import pinyin_of
from seeds.seed_files import SeedRow, Table

# The internal property of every seeded node and link: a digest of its values. What has none was made by an editor.
HASH = "seedHash"
# In its place where an editor confirmed an import of the official document: no load changes or removes that.
IMPORTED_HASH = "imported"

# The id of a node, or both ids of a link and what tells it apart.
RowKey = tuple[str, ...]
SeedValues = Mapping[str, Mapping[RowKey, SeedRow]]
StoredHashes = Mapping[str, Mapping[RowKey, str | None]]


@dataclass(slots=True)
class TypeChanges:
    """What to do for one node type or relationship type."""

    created: list[RowKey] = field(default_factory=list)
    changed: list[RowKey] = field(default_factory=list)
    removed: list[RowKey] = field(default_factory=list)
    unchanged: int = 0

    def __bool__(self) -> bool:
        """Whether there is anything to do."""
        return bool(self.created or self.changed or self.removed)


@dataclass(frozen=True, slots=True)
class Difference:
    """What to do for every type that the seeds or the graph have."""

    changes: Mapping[str, TypeChanges]

    def __bool__(self) -> bool:
        """Whether there is anything to do."""
        return any(self.changes.values())

    @property
    def removed(self) -> Mapping[str, list[RowKey]]:
        """What would go, by type."""
        return {name: each.removed for name, each in self.changes.items() if each.removed}

    def total(self, of: str) -> int:
        """Add up ``created``, ``changed`` or ``removed`` over all types."""
        return sum(len(getattr(each, of)) for each in self.changes.values())

    @property
    def unchanged(self) -> int:
        """How many nodes and links stay as they are."""
        return sum(each.unchanged for each in self.changes.values())


def seed_values(tables: tuple[Table, ...]) -> dict[str, dict[RowKey, SeedRow]]:
    """Give the stored properties of every node and link of good tables, ``seedHash`` included."""
    found: dict[str, dict[RowKey, SeedRow]] = {}
    for table in tables:
        rows = found.setdefault(table.file.type_name, {})
        for key, values in _stored(table):
            rows[key] = {**values, HASH: _digest(values)}
    return found


def _stored(table: Table) -> Iterator[tuple[RowKey, SeedRow]]:
    of = table.file.of
    for row in table.rows:
        if isinstance(of, NodeType):
            yield (row["id"],), {**row, **({"pinyin": pinyin_of(of, row)} if of.searched else {})}
        else:
            own = {name: value for name, value in row.items() if name not in ("start", "end")}
            yield (row["start"], row["end"], *(row[name] for name in of.told_apart_by)), own


def _digest(values: SeedRow) -> str:
    return sha256(orjson.dumps(values, option=orjson.OPT_SORT_KEYS)).hexdigest()[:16]


def compare(want: SeedValues, found: StoredHashes) -> Difference:
    """Tell for every type what is new, what differs, and which seeded things the seeds no longer have.

    What the seeds have and an editor has made counts as changed: the seeds take it over. An alignment that an editor
    has decided on stays as the editor left it, and so does the cover link derived from it; so does what was imported.
    """
    want = _without_decided(want, found)
    names = [*MODEL.node_types, *MODEL.relationships]
    return Difference({name: _change(want.get(name, {}), found.get(name, {})) for name in names})


def _without_decided(want: SeedValues, found: StoredHashes) -> SeedValues:
    decided = {key for key, seeded in found.get(ALIGNMENT.name, {}).items() if seeded is None}
    if not decided:
        return want
    covers = {
        name: {key: values for key, values in want.get(name, {}).items() if (values["alignmentId"],) not in decided}
        for name in COVER_LINKS
    }
    kept = {key: values for key, values in want.get(ALIGNMENT.name, {}).items() if key not in decided}
    return {**want, **covers, ALIGNMENT.name: kept}


def _change(want: Mapping[RowKey, SeedRow], found: Mapping[RowKey, str | None]) -> TypeChanges:
    change = TypeChanges()
    for key, values in want.items():
        if key not in found:
            change.created.append(key)
        elif found[key] not in (values[HASH], IMPORTED_HASH):
            change.changed.append(key)
        else:
            change.unchanged += 1
    change.removed = [key for key, seeded in found.items() if seeded not in (None, IMPORTED_HASH) and key not in want]
    return change
