"""The directory of the graph in this process: ids, names and codes of every node, in order.

It answers what the graph server is slow at: which ids make a page in the default order (the embedded engine sorts a
whole label for it), how many nodes a type has, which names and codes look like a text. It follows the graph's revision:
see ``graph.connection.directory_keeper``. Reading it is a look-up; making it is one statement for each node type.
"""

import bisect
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from rapidfuzz import fuzz, process

from graph.model.core import Search

# One entry of the directory as read from the graph: id, texts with their kinds (first the best), pinyin.
Entry = tuple[str, tuple[tuple[Search, str], ...], str]

_RANK_OF_KIND = {Search.CODE: 0, Search.NAME: 1, Search.ALIAS: 2}


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


def fold(text: str) -> str:
    """Make a text comparable: full-width forms, case and spaces do not count."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


@dataclass(frozen=True, slots=True)
class _Text:
    kind: Search
    shown: str
    row: int


class TypeDirectory:
    """The nodes of one type."""

    def __init__(self, node_type: str, entries: Iterable[Entry]) -> None:
        rows = sorted(entries)
        self.node_type = node_type
        self.ids = [each[0] for each in rows]
        self._texts = [
            _Text(kind, shown, row) for row, (_, texts, _) in enumerate(rows) for kind, shown in texts if shown
        ]
        # Beside the texts, so that the search is a plain walk over strings: 25,000 take 2 ms.
        self._folded = [fold(each.shown) for each in self._texts]
        self._pinyin = [each[2] for each in rows]
        self._first_name = [next((text for kind, text in each[1] if kind is not Search.CODE), "") for each in rows]

    @cached_property
    def _codes(self) -> dict[int, str]:
        return self._choices([place for place, each in enumerate(self._texts) if each.kind is Search.CODE])

    @cached_property
    def _names(self) -> dict[int, str]:
        return self._choices([place for place, each in enumerate(self._texts) if each.kind is not Search.CODE])

    def _choices(self, places: Sequence[int]) -> dict[int, str]:
        """Give texts to compare by their places, each once: that of the latest edition, whose id is the greatest."""
        last = {self._texts[place].shown: place for place in places}
        return {place: self._folded[place] for place in sorted(last.values())}

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

    def search(self, words: Sequence[str]) -> Iterable[tuple[float, int, Hit]]:
        """Give every node with a text, or a pinyin, that holds all words: score, length of the text, hit."""
        best: dict[int, tuple[float, int, Hit]] = {}
        for place in _holding(self._folded, words):
            text = self._texts[place]
            self._keep(best, _score(words, self._folded[place], text.kind), text.row, text.kind.value, text.shown)
        if all(word.isascii() for word in words):
            for row in _holding(self._pinyin, words):
                self._keep(best, _pinyin_score(words, self._pinyin[row]), row, "pinyin", self._first_name[row])
        return best.values()

    def _keep(self, best: dict[int, tuple[float, int, Hit]], score: float, row: int, kind: str, shown: str) -> None:
        held = best.get(row)
        if held is None or held[0] < score:
            best[row] = (score, len(shown), Hit(self.ids[row], self.node_type, score, kind, shown))


def _holding(texts: Sequence[str], words: Sequence[str]) -> list[int]:
    """Give the places of the texts in which all words occur."""
    first, rest = words[0], words[1:]
    found = [place for place, text in enumerate(texts) if first in text]
    return [place for place in found if all(word in texts[place] for word in rest)] if rest else found


def _score(words: Sequence[str], text: str, kind: Search) -> float:
    """Rank a match: whole, then beginning, then inside; code, name, alias; the larger share of the text first."""
    whole = "".join(words)
    base = 1.0 if text == whole else 0.8 if text.startswith(words[0]) else 0.6
    share = min(1.0, len(whole) / len(text))
    return round(base - 0.05 * _RANK_OF_KIND[kind] - 0.1 * (1 - share), 4)


def _pinyin_score(words: Sequence[str], pinyin: str) -> float:
    whole = "".join(words)
    parts = pinyin.split(" ")
    base = 0.7 if whole in parts else 0.5 if any(part.startswith(words[0]) for part in parts) else 0.3
    return round(base - 0.1 * (1 - min(1.0, len(whole) / max(map(len, parts)))), 4)


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
        words = [fold(word) for word in unicodedata.normalize("NFKC", text).split()]
        if not words:
            return []
        found = [each for name in node_types if name in self.types for each in self.types[name].search(words)]
        rank = {name: place for place, name in enumerate(node_types)}
        # Ids begin with the edition or the year, so among equals the greater id is the later one.
        found.sort(key=lambda each: each[2].id, reverse=True)
        found.sort(key=lambda each: (-each[0], each[1], rank[each[2].node_type]))
        return [hit for _, _, hit in found[:limit]]


EMPTY_DIRECTORY = Directory(-1, {})
