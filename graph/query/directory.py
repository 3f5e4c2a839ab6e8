"""The directory of the graph in this process: ids, names and codes of every node, in order.

It answers what the graph server is slow at: which ids make a page in the default order (the embedded engine sorts a
whole label for it), how many nodes a type has, which names and codes look like a text. It follows the graph's revision:
see ``graph.connection.directory_keeper``. Reading it is a look-up; making it is one statement for each node type.
"""

import bisect
import copy
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import NamedTuple

from graph.model import MODEL
from graph.model.core import DRAFT_OF, NodeType, Search
from graph.model.slugs import number_of, slug_number
from graph.query.sorted_ids import SortedIds
from graph.query.text_index import STEPS, DirectoryEntry, DraftEntry, Match, TextIndex, Words, edition_place

# Changes that lie above the indexed texts of a type. Each is looked at by every search, and every further one indexes
# them again, in 5 us each.
CHANGES_LARGEST = 300

# A match, after the rank of its type, which decides between matches that are alike.
_RankedMatch = tuple[int, Match]


class LastWrite(NamedTuple):
    """The last write that a directory holds: its number, and its tag (``graph.query.change_log``)."""

    number: int
    tag: str


NO_WRITE = LastWrite(0, "")


@dataclass(frozen=True, slots=True)
class Hit:
    """A node that a text was found in. ``score`` lies between 0 and 1; 1 is the whole code or name."""

    id: str
    node_type: str
    score: float
    matched_as: str
    matched_text: str


class TypeCount(NamedTuple):
    """How many nodes of a type were found."""

    node_type: str
    total: int


class Near(NamedTuple):
    """A code or name that looks like a text, and the id of a node that has it: of several the latest edition."""

    shown: str
    id: str


class TypeDirectory:
    """The nodes of one type.

    What was changed since the texts were indexed lies above them, in an index of its own. ``merged`` makes one of both.
    """

    def __init__(self, node_type: str, entries: Iterable[DirectoryEntry]) -> None:
        rows = sorted(entries)
        self.node_type = node_type
        self.ids = SortedIds(each[0] for each in rows)
        self._listed = _by_edition(node_type, self.ids)
        self._entries = {each[0]: each for each in rows if _has_texts(each)}
        self._index = TextIndex(rows)
        self._above: Mapping[str, DirectoryEntry | None] = {}
        self._index_above = TextIndex(())

        # Ids by the numbers of their slugs, made when one is first looked up; those of nodes that have gone stay.
        self._by_slug: dict[int, str] | None = None

    def changed(self, changes: Mapping[str, DirectoryEntry | None]) -> "TypeDirectory":
        """Give the directory after these changes; itself, where it holds all of them already."""
        new = {node_id: entry for node_id, entry in changes.items() if entry != self.entry(node_id)}
        if not new:
            return self
        above = {
            **self._above,
            **{node_id: entry for node_id, entry in new.items() if self._is_of_texts(node_id, entry)},
        }
        index = TextIndex(sorted(filter(None, above.values()))) if above != self._above else self._index_above
        found = copy.copy(self)
        ids = self.ids.changed(new)
        listed = _by_edition(self.node_type, ids)
        if self._by_slug is not None:
            _add_slugs(self._by_slug, new)
        vars(found).update(ids=ids, _listed=listed, _above=above, _index_above=index)
        return found

    @property
    def is_worn(self) -> bool:
        """Whether so much was changed that it is time to index anew."""
        return len(self._above) > CHANGES_LARGEST

    def merged(self) -> "TypeDirectory":
        """Give the same nodes, indexed anew: some tenths of a second for a large type."""
        return TypeDirectory(self.node_type, filter(None, map(self.entry, self.ids)))

    def entry(self, node_id: str) -> DirectoryEntry | None:
        """Give what is held of a node. None: it is not there."""
        if not self.has(node_id):
            return None
        return self._above.get(node_id) or self._entries.get(node_id) or (node_id, (), "")

    def _is_of_texts(self, node_id: str, entry: DirectoryEntry | None) -> bool:
        is_held = node_id in self._entries or node_id in self._above
        return is_held or (entry is not None and _has_texts(entry))

    def page(self, after: str | None, limit: int) -> list[str]:
        """Give the ids that follow ``after`` in the order of lists, at most ``limit``."""
        if self._listed is None:
            start = self.ids.place(after) + (after in self.ids) if after is not None else 0
            return list(islice(self.ids.since(start), limit))
        list_key = MODEL.node_types[self.node_type].list_key
        start = bisect.bisect_right(self._listed, list_key(after), key=list_key) if after is not None else 0
        return self._listed[start : start + limit]

    def has(self, node_id: str) -> bool:
        """Whether there is a node of this id."""
        return node_id in self.ids

    def id_of_slug(self, number: int) -> str | None:
        """Give the id with this number in its slug. None: none has it."""
        if self._by_slug is None:
            by_slug: dict[int, str] = {}
            _add_slugs(by_slug, self.ids)
            self._by_slug = by_slug
        found = self._by_slug.get(number)
        return found if found is not None and self.has(found) else None

    def count_below(self, prefix: str) -> int:
        """Give how many ids begin with these parts of a key and have more."""
        # After the colon, which parts the key, comes the semicolon.
        return self.ids.place(f"{prefix};") - self.ids.place(f"{prefix}:")

    def ids_between(self, before: str, after: str) -> list[str]:
        """Give the ids that begin and end with these texts, with one part of a key between."""
        found: list[str] = []
        for node_id in self.ids.since(self.ids.place(before)):
            if not node_id.startswith(before):
                break
            if node_id.endswith(after) and ":" not in node_id[len(before) : len(node_id) - len(after)]:
                found.append(node_id)
        return found

    def near(self, text: str, limit: int = 5) -> list[Near]:
        """Give codes, else names, that look like ``text``, nearest first; width, case and spaces do not count."""
        indexed, above = self._index.near(text, limit + len(self._above)), self._index_above.near(text, limit)
        for of_indexed, of_above in zip(indexed, above, strict=True):
            found = [*(each for each in of_indexed if each[1].id not in self._above), *of_above]
            if found:
                found.sort(key=lambda each: -each[0])
                return [Near(each.shown, each.id) for _, each in found[:limit]]
        return []

    def matches(self, words: Words, step: int, limit: int) -> Iterator[Match]:
        """Give the texts of nodes that hold all words: what one step of a search finds."""
        yield from self._not_above(self._index.matches(words, step, limit + len(self._above)))
        yield from self._index_above.matches(words, step, limit)

    def resembling(self, words: Words, limit: int) -> Iterator[Match]:
        """Give the texts of nodes that look like what was typed."""
        yield from self._not_above(self._index.resembling(words, limit + len(self._above)))
        yield from self._index_above.resembling(words, limit)

    def count(self, words: Words, most: int) -> int:
        """Give how many nodes have a text with all words, counted up to ``most``."""
        indexed = (each for each in self._index.holders(words) if each not in self._above)
        found: set[str] = set()
        for node_id in chain(indexed, self._index_above.holders(words)):
            found.add(node_id)
            if len(found) == most:
                break
        return len(found)

    def _not_above(self, matches: Iterator[Match]) -> Iterator[Match]:
        return (each for each in matches if each.id not in self._above)


def _add_slugs(by_slug: dict[int, str], node_ids: Iterable[str]) -> None:
    for each in node_ids:
        by_slug.setdefault(slug_number(each), each)


def _has_texts(entry: DirectoryEntry) -> bool:
    return bool(entry[1] or entry[2])


def _by_edition(node_type: str, ids: SortedIds) -> list[str] | None:
    """Sort ids by edition, where the type has editions; None: they are in order as they are."""
    model = MODEL.node_types[node_type]
    return sorted(ids, key=model.list_key) if model.editions else None


def entry_of(node_type: NodeType, values: Mapping[str, object]) -> DirectoryEntry | DraftEntry:
    """Give what the directory holds of a node with these values."""
    college = values.get(DRAFT_OF.name)
    return DraftEntry(str(college), _public_entry(node_type, values)) if college else _public_entry(node_type, values)


def _public_entry(node_type: NodeType, values: Mapping[str, object]) -> DirectoryEntry:
    pinyin = values.get("pinyin")
    texts = (
        (prop.search, text) for prop in node_type.searched for text in _texts(values.get(prop.name)) if prop.search
    )
    return str(values["id"]), tuple(texts), pinyin if isinstance(pinyin, str) else ""


def _texts(value: object) -> Iterator[str]:
    """Give what can be searched, without values that are no text: one bad value must not stop all reading."""
    for each in value if isinstance(value, list) else [value]:
        if each and isinstance(each, str):
            yield each


# Entries of drafts by id, by the id of the college.
Drafts = Mapping[str, Mapping[str, DirectoryEntry]]
NO_DRAFTS: Drafts = {}


def _drafts_after(drafts: Drafts, changes: Mapping[str, DirectoryEntry | DraftEntry | None]) -> Drafts:
    """Give the drafts after these changes: what is published, or gone, is a draft no longer."""
    found = {
        college: kept
        for college, own in drafts.items()
        if (kept := {node_id: each for node_id, each in own.items() if node_id not in changes})
    }
    for node_id, each in changes.items():
        if isinstance(each, DraftEntry):
            found.setdefault(each.college, {})[node_id] = each.entry
    return found


class Directory:
    """All nodes of the graph at one revision, up to its ``last_write``; ``drafts``, by college, are not among them."""

    def __init__(
        self,
        revision: int,
        types: Mapping[str, TypeDirectory],
        last_write: LastWrite = NO_WRITE,
        drafts: Drafts = NO_DRAFTS,
    ) -> None:
        self.revision = revision
        self.types = types
        self.last_write = last_write
        self.drafts = drafts
        self._seen: dict[str, Directory] = {}

    def seen_by(self, reader: str) -> "Directory":
        """Give the directory with the drafts of a college, as its editors see it; an empty id: as everybody does."""
        own = self.drafts.get(reader)
        if not own:
            return self
        if reader not in self._seen:
            self._seen[reader] = Directory(self.revision, self._with(own), self.last_write)
        return self._seen[reader]

    def changed(
        self, revision: int, last_write: LastWrite, changes: Mapping[str, DirectoryEntry | DraftEntry | None]
    ) -> "Directory":
        """Give the directory after these changes; a type that they leave as it is is the same object."""
        public = {node_id: None if isinstance(each, DraftEntry) else each for node_id, each in changes.items()}
        return Directory(revision, self._with(public), last_write, _drafts_after(self.drafts, changes))

    def _with(self, changes: Mapping[str, DirectoryEntry | None]) -> Mapping[str, TypeDirectory]:
        by_type: dict[str, dict[str, DirectoryEntry | None]] = {}
        for node_id, entry in changes.items():
            by_type.setdefault(_type_of(node_id), {})[node_id] = entry
        new = {name: self.types[name].changed(each) for name, each in by_type.items() if name in self.types}
        return {**self.types, **new}

    @property
    def is_worn(self) -> bool:
        """Whether a type is to be indexed anew."""
        return any(each.is_worn for each in self.types.values())

    def merged(self) -> "Directory":
        """Give the same directory, the types indexed anew of which much was changed."""
        merged = {name: each.merged() for name, each in self.types.items() if each.is_worn}
        return Directory(self.revision, {**self.types, **merged}, self.last_write, self.drafts)

    def is_same(self, other: "Directory", type_names: Iterable[str]) -> bool:
        """Whether another directory holds the same of these types, and the same drafts."""
        return self.drafts == other.drafts and all(self.types.get(each) is other.types.get(each) for each in type_names)

    def has(self, node_id: str) -> bool:
        """Whether there is a node of this id."""
        found = self.types.get(_type_of(node_id))
        return found is not None and found.has(node_id)

    def id_of_slug(self, node_type: str, slug: str) -> str | None:
        """Give the id of the node of this type that has a slug. None: there is none."""
        found, number = self.types.get(node_type), number_of(slug)
        return found.id_of_slug(number) if found is not None and number is not None else None

    def code_of(self, node_id: str) -> str | None:
        """Give the first code of a node. None: it has none."""
        _, texts, _ = self._entry(node_id)
        return next((text for kind, text in texts if kind is Search.CODE), None)

    def spellings_of(self, node_id: str) -> Sequence[str]:
        """Give the pinyin of a node, in full and initials."""
        _, _, pinyin = self._entry(node_id)
        return pinyin.split()

    def _entry(self, node_id: str) -> DirectoryEntry:
        held = self.types.get(_type_of(node_id))
        return (held and held.entry(node_id)) or (node_id, (), "")

    def count(self, node_type: str) -> int:
        """Give how many nodes a type has."""
        held = self.types.get(node_type)
        return len(held.ids) if held else 0

    def search(self, text: str, node_types: Sequence[str], limit: int, per_type: int | None = None) -> list[Hit]:
        """Give the best hits of a text, best first; equal scores by length of the text, type, and later edition.

        Words are separated by spaces, and all must occur in the same text of a node. Where none has them, what looks
        like the text is given. An empty text finds nothing. ``per_type``: of each type only this many.
        """
        words = Words.of(text)
        if not words.whole:
            return []
        types = [(rank, self.types[name]) for rank, name in enumerate(node_types) if name in self.types]
        groups = [types] if per_type is None else [[each] for each in types]
        best = [each for group in groups for each in _best(words, group, per_type or limit)]
        found = _ranked(best or _resembling(words, types, limit), limit)
        return [Hit(each.id, _type_of(each.id), each.score, each.kind, each.shown) for _, each in found]

    def counts(self, text: str, node_types: Sequence[str], most: int) -> list[TypeCount]:
        """Give how many nodes of each type have a text with all words, counted up to ``most``; the most first."""
        words = Words.of(text)
        types = [self.types[name] for name in node_types if name in self.types] if words.whole else []
        found = [TypeCount(each.node_type, each.count(words, most)) for each in types]
        return sorted((each for each in found if each.total), key=lambda each: -each.total)


def _best(words: Words, types: Sequence[tuple[int, TypeDirectory]], limit: int) -> list[_RankedMatch]:
    """Give the best matches in types of these ranks, each node once."""
    best: dict[str, _RankedMatch] = {}
    for step, floor in enumerate(STEPS):
        for rank, held in types:
            for match in held.matches(words, step, limit):
                _keep(best, rank, match)
        if sum(match.score > floor for _, match in best.values()) >= limit:
            break
    return _ranked(best.values(), limit)


def _resembling(words: Words, types: Sequence[tuple[int, TypeDirectory]], limit: int) -> list[_RankedMatch]:
    best: dict[str, _RankedMatch] = {}
    for rank, held in types:
        for match in held.resembling(words, limit):
            _keep(best, rank, match)
    return list(best.values())


def _ranked(matches: Iterable[_RankedMatch], limit: int) -> list[_RankedMatch]:
    # Where no editions are declared, ids begin with the year, so among equals the greater id is the later one.
    found = sorted(matches, key=lambda each: each[1].id, reverse=True)
    found.sort(key=lambda each: (-each[1].score, len(each[1].shown), each[0], edition_place(each[1].id)))
    return found[:limit]


def _type_of(node_id: str) -> str:
    return node_id.partition(":")[0]


def _keep(best: dict[str, _RankedMatch], rank: int, match: Match) -> None:
    """Keep the better match of a node; of two alike that of its first text."""
    _, held = best.get(match.id, (rank, None))
    if held is None or (-match.score, match.place) < (-held.score, held.place):
        best[match.id] = rank, match


EMPTY_DIRECTORY = Directory(-1, {})
