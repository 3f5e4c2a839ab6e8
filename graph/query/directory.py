"""The directory of the graph in this process: ids, names and codes of every node, in order.

It answers what the graph server is slow at: which ids make a page in the default order (the embedded engine sorts a
whole label for it), how many nodes a type has, which names and codes look like a text. It follows the graph's revision:
see ``graph.connection.directory_keeper``. Reading it is a look-up; making it is one statement for each node type.
"""

import bisect
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from rapidfuzz import fuzz, process

from graph.model.core import Search
from graph.query.text_index import PINYIN_KIND, STEPS, Match, SearchText, TextIndex, Words, fold

# One entry of the directory as read from the graph: id, texts with their kinds (first the best), pinyin.
DirectoryEntry = tuple[str, tuple[tuple[Search, str], ...], str]


@dataclass(frozen=True, slots=True)
class Hit:
    """A node that a text was found in. ``score`` lies between 0 and 1; 1 is the whole code or name."""

    id: str
    node_type: str
    score: float
    matched_as: str
    matched_text: str


class Near(NamedTuple):
    """A code or name that looks like a text, and the id of a node that has it: of several the latest edition."""

    shown: str
    id: str


class TypeDirectory:
    """The nodes of one type."""

    def __init__(self, node_type: str, entries: Iterable[DirectoryEntry]) -> None:
        rows = sorted(entries)
        self.node_type = node_type
        self.ids = [each[0] for each in rows]
        self._texts = [
            SearchText(row, kind.value, shown, (fold(shown),), 0)
            for row, (_, texts, _) in enumerate(rows)
            for kind, shown in texts
            if shown
        ]
        pinyin = [_pinyin_of(row, entry) for row, entry in enumerate(rows) if entry[2]]
        self._index = TextIndex([replace(each, place=place) for place, each in enumerate([*self._texts, *pinyin])])

    @cached_property
    def _codes(self) -> dict[int, str]:
        return self._choices([place for place, each in enumerate(self._texts) if each.kind == Search.CODE])

    @cached_property
    def _names(self) -> dict[int, str]:
        return self._choices([place for place, each in enumerate(self._texts) if each.kind != Search.CODE])

    def _choices(self, places: Sequence[int]) -> dict[int, str]:
        """Give texts to compare by their places, each once: that of the latest edition, whose id is the greatest."""
        last = {self._texts[place].shown: place for place in places}
        return {place: self._texts[place].parts[0] for place in sorted(last.values())}

    def page(self, after: str | None, limit: int) -> list[str]:
        """Give the ids that follow ``after`` in the order of ids, at most ``limit``."""
        start = bisect.bisect_right(self.ids, after) if after is not None else 0
        return self.ids[start : start + limit]

    def has(self, node_id: str) -> bool:
        """Whether there is a node of this id."""
        place = bisect.bisect_left(self.ids, node_id)
        return place < len(self.ids) and self.ids[place] == node_id

    def ids_between(self, before: str, after: str) -> list[str]:
        """Give the ids that begin and end with these texts, with one part of a key between."""
        found: list[str] = []
        for node_id in islice(self.ids, bisect.bisect_left(self.ids, before), None):
            if not node_id.startswith(before):
                break
            if node_id.endswith(after) and ":" not in node_id[len(before) : len(node_id) - len(after)]:
                found.append(node_id)
        return found

    def near(self, text: str, limit: int = 5) -> list[Near]:
        """Give codes, else names, that look like ``text``, nearest first; width, case and spaces do not count."""
        for choices in (self._codes, self._names):
            found = process.extract(fold(text), choices, scorer=fuzz.ratio, score_cutoff=60, limit=limit)
            if found:
                return [Near(self._texts[place].shown, self.ids[self._texts[place].row]) for _, _, place in found]
        return []

    def matches(self, words: Words, step: int, limit: int) -> Iterator[Match]:
        """Give the texts of nodes that hold all words: what one step of a search finds."""
        return self._index.matches(words, step, limit)


def _pinyin_of(row: int, entry: DirectoryEntry) -> SearchText:
    """Give the pinyin of a node, shown as the first of its texts that is no code."""
    _, texts, pinyin = entry
    shown = next((text for kind, text in texts if kind is not Search.CODE), "")
    return SearchText(row, PINYIN_KIND, shown, tuple(pinyin.split(" ")), 0)


class Directory:
    """All nodes of the graph at one revision."""

    def __init__(self, revision: int, types: Mapping[str, TypeDirectory]) -> None:
        self.revision = revision
        self.types = types

    def has(self, node_id: str) -> bool:
        """Whether there is a node of this id."""
        found = self.types.get(node_id.partition(":")[0])
        return found is not None and found.has(node_id)

    def count(self, node_type: str) -> int:
        """Give how many nodes a type has."""
        held = self.types.get(node_type)
        return len(held.ids) if held else 0

    def search(self, text: str, node_types: Sequence[str], limit: int) -> list[Hit]:
        """Give the best hits of a text, best first; equal scores by length of the text, type, and later edition.

        Words are separated by spaces, and all must occur in the same text of a node. An empty text finds nothing.
        """
        words = Words.of(text)
        if not words.whole:
            return []
        best: dict[tuple[int, int], Match] = {}
        types = [self.types[name] for name in node_types if name in self.types]
        for step, floor in enumerate(STEPS):
            for rank, held in enumerate(types):
                for match in held.matches(words, step, limit):
                    _keep(best, (rank, match.row), match)
            if sum(each.score > floor for each in best.values()) >= limit:
                break
        found = [(rank, types[rank].ids[row], match) for (rank, row), match in best.items()]
        # Ids begin with the edition or the year, so among equals the greater id is the later one.
        found.sort(key=lambda each: each[1], reverse=True)
        found.sort(key=lambda each: (-each[2].score, len(each[2].shown), each[0]))
        return [
            Hit(node_id, types[rank].node_type, match.score, match.kind, match.shown)
            for rank, node_id, match in found[:limit]
        ]


def _keep(best: dict[tuple[int, int], Match], node: tuple[int, int], match: Match) -> None:
    """Keep the better match of a node; of two alike that of its first text."""
    held = best.get(node)
    if held is None or (-match.score, match.place) < (-held.score, held.place):
        best[node] = match


EMPTY_DIRECTORY = Directory(-1, {})
