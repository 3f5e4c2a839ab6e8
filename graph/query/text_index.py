"""The texts of one node type, to be searched: names, codes, aliases and pinyin, ranked.

The texts of one kind stand in long strings, some hundred in each, shortest first, so that a search is a search of
Python in a few strings: half a millisecond for 25,000 names. Among texts of one kind that match alike the shorter one
is the better, so a search ends as soon as it has as many as were asked for: one letter, which stands in nearly all of
them, costs no more than a name.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from rapidfuzz import fuzz, process

from graph.model import MODEL
from graph.model.core import Search
from graph.query.folding import searchable, words_of

_RANK_OF_KIND = {Search.CODE: 0, Search.NAME: 1, Search.ALIAS: 2}
PINYIN_KIND = "pinyin"
NEAR_KIND = "near"
# Of 100; below it a code or name looks like another by accident.
NEAR_ENOUGH = 60

# What is known of one node: id, texts with their kinds (first the best), pinyin.
DirectoryEntry = tuple[str, tuple[tuple[Search, str], ...], str]


class DraftEntry(NamedTuple):
    """What is known of a node that the editors of one college read: the id of the college, and the rest."""

    college: str
    entry: DirectoryEntry


# The steps of a search. Whatever one of them finds has a higher score than all that the next ones can find, so those
# need not be made where there are enough hits; the first score is what separates a step from the next.
STEPS = (0.6, 0.4, 0.0)

# Texts that are looked through together. Of fewer there are many strings to look through, of more most hold any word.
CHUNK_SIZE = 256

# Pinyin has letters and digits only.
_SIGNS = re.compile(r"[^a-z0-9]+")
_PIECE = re.compile(r"[\x00-\x7f]+|[^\x00-\x7f]+")


class Words(NamedTuple):
    """What is searched for: words that must all occur in a text, and the same without spaces.

    ``pieces`` are the words cut where Chinese and Latin letters meet: 软件jishu is typed half in pinyin.
    """

    words: tuple[str, ...]
    whole: str
    pieces: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> "Words":
        """Read a text as words."""
        words = words_of(text)
        return cls(words, "".join(words), tuple(piece for word in words for piece in _PIECE.findall(word)))

    @property
    def is_latin(self) -> bool:
        """Whether all of it may be pinyin."""
        return self.whole.isascii()

    @property
    def is_mixed(self) -> bool:
        """Whether some of it may be pinyin, and the rest is Chinese."""
        return not self.is_latin and any(each.isascii() for each in self.pieces)

    @property
    def by_script(self) -> tuple[list[str], list[str]]:
        """Give the pieces that are Chinese, and the letters of those that may be pinyin."""
        chinese = [each for each in self.pieces if not each.isascii()]
        return chinese, [letters for each in self.pieces if each.isascii() and (letters := _SIGNS.sub("", each))]


class Match(NamedTuple):
    """A text that was found: its node, its score, what kind it is, the text as shown, and its place in the node."""

    id: str
    score: float
    kind: str
    shown: str
    place: int


@dataclass(frozen=True, slots=True)
class SearchText:
    """One text of a node: ``parts`` are what is compared, folded; all of it is one part but for pinyin."""

    id: str
    kind: str
    shown: str
    parts: tuple[str, ...]
    place: int

    @property
    def joined(self) -> str:
        """Its parts between spaces, so that the beginning of a part is known."""
        return f" {' '.join(self.parts)} "

    @property
    def size(self) -> int:
        """The characters of its longest part, of which a match covers a share."""
        return max(map(len, self.parts))


class Chunk(NamedTuple):
    """Some texts of a kind, with the forms that are compared, each alone and all of them in one."""

    texts: Sequence[SearchText]
    folded: Sequence[str]
    joined: str

    @classmethod
    def of(cls, texts: Sequence[SearchText]) -> "Chunk":
        """Join the texts."""
        folded = [each.joined for each in texts]
        return cls(texts, folded, "\n".join(folded))

    def holding(self, needles: Sequence[str]) -> Sequence[int]:
        """Give the places of the texts that hold all needles."""
        for each in needles:
            if each not in self.joined:
                return ()
        found: Sequence[int] = range(len(self.folded))
        for each in needles:
            found = [place for place in found if each in self.folded[place]]
        return found


class Block:
    """The texts of one kind, shortest first."""

    def __init__(self, texts: Iterable[SearchText]) -> None:
        ordered = sorted(texts, key=lambda each: each.size)
        starts = range(0, len(ordered), CHUNK_SIZE)
        self._chunks = [Chunk.of(ordered[start : start + CHUNK_SIZE]) for start in starts]

    def most(self, needles: Sequence[str]) -> int:
        """Give how many texts may hold all needles: as often as the rarest of them occurs."""
        return min(sum(chunk.joined.count(each) for chunk in self._chunks) for each in needles)

    def holding(self, needles: Sequence[str]) -> Iterator[tuple[SearchText, str]]:
        """Give every text that holds all needles, with its form that is compared."""
        for chunk in self._chunks:
            for place in chunk.holding(needles):
                yield chunk.texts[place], chunk.folded[place]


class TextIndex:
    """The texts of nodes of one type; the nodes come in the order of their ids."""

    def __init__(self, entries: Iterable[DirectoryEntry]) -> None:
        by_kind: dict[str, list[SearchText]] = {}
        self._by_node: dict[tuple[str, str], list[SearchText]] = {}
        for entry in entries:
            for each in _texts_of(entry):
                by_kind.setdefault(each.kind, []).append(each)
                self._by_node.setdefault((each.kind, each.id), []).append(each)
        self._texts = by_kind
        self._blocks = {kind: Block(of_kind) for kind, of_kind in by_kind.items()}

    @cached_property
    def _choices(self) -> tuple[Mapping[SearchText, str], ...]:
        """Codes, and names with aliases, in the order of ids, with the form that is compared."""
        names = (*self._texts.get(Search.NAME, ()), *self._texts.get(Search.ALIAS, ()))
        return _latest(self._texts.get(Search.CODE, ())), _latest(names)

    def near(self, text: str, limit: int) -> tuple[list[tuple[float, SearchText]], ...]:
        """Give the codes, and the names, that look like a text, nearest first, with a score of 0 to 100."""
        return tuple(_nearest(searchable(text), choices, limit) for choices in self._choices)

    @cached_property
    def _spelled(self) -> Mapping[SearchText, str]:
        return {each: each.parts[0] for each in self._texts.get(PINYIN_KIND, ())}

    def resembling(self, words: Words, limit: int) -> Iterator[Match]:
        """Give texts that look like what was typed, codes and names as well as pinyin."""
        for choices in (*self._choices, *((self._spelled,) if words.is_latin else ())):
            for likeness, text in _nearest(words.whole, choices, limit):
                yield Match(text.id, round(0.2 * likeness / 100, 4), NEAR_KIND, text.shown, text.place)

    def matches(self, words: Words, step: int, limit: int) -> Iterator[Match]:
        """Give what one of ``STEPS`` finds: of each kind the best, as many nodes as ``limit`` and their equals."""
        for kind, block in self._blocks.items():
            if kind == PINYIN_KIND:
                if words.is_latin:
                    yield from _best(_of_pinyin(block, words, step), words, limit)
            else:
                if step < len(STEPS) - 1:
                    yield from _best(_of_texts(block, Search(kind), words, step), words, limit)
                if words.is_mixed and step > 0:
                    yield from _best(self._of_both(kind, words, step), words, limit)

    def holders(self, words: Words) -> Iterator[str]:
        """Give the ids of the nodes of which a text holds all words: all that the steps of a search find."""
        for kind, block in self._blocks.items():
            if kind != PINYIN_KIND or words.is_latin:
                yield from (text.id for text, _ in block.holding(words.words))
            if kind != PINYIN_KIND and words.is_mixed:
                yield from (text.id for text, _ in self._both(kind, *words.by_script))

    def _of_both(self, kind: str, words: Words, step: int) -> Iterator[tuple[Match, int]]:
        """Give texts that hold what is Chinese, and of which the pinyin holds what is Latin."""
        chinese, latin = words.by_script
        share = sum(map(len, chinese))
        begin = f" {words.pieces[0]}"
        of_first = latin if begin.isascii() else chinese
        if step == 1:
            of_first.append(begin)
        for text, pinyin in self._both(kind, chinese, latin):
            if step == 1 or begin not in (pinyin if of_first is latin else text).joined:
                score = (0.5 if step == 1 else 0.3) - 0.1 * (1 - min(1.0, share / text.size))
                # Among matches that are alike, one of a text alone comes first.
                place = pinyin.place + text.place
                yield Match(text.id, round(score, 4), PINYIN_KIND, text.shown, place), text.size

    def _both(self, kind: str, chinese: Sequence[str], latin: Sequence[str]) -> Iterable[tuple[SearchText, SearchText]]:
        """Give each text and its pinyin that hold these, the shortest texts first; it begins with what is rarer."""
        block, pinyin = self._blocks[kind], self._blocks.get(PINYIN_KIND)
        if pinyin is None or not latin:
            return ()
        if pinyin.most(latin) < block.most(chinese):
            found = (
                (text, spelled)
                for spelled, _ in pinyin.holding(latin)
                for text in self._by_node.get((kind, spelled.id), ())
                if all(each in text.joined for each in chinese)
            )
            return sorted(found, key=lambda each: each[0].size)
        return (
            (text, spelled)
            for text, _ in block.holding(chinese)
            for spelled in self._by_node.get((PINYIN_KIND, text.id), ())
            if all(each in spelled.joined for each in latin)
        )


def _best(found: Iterator[tuple[Match, int]], words: Words, limit: int) -> Iterator[Match]:
    """Keep the best, of as many nodes as ``limit`` and those that are as good as the last of them.

    Scores fall with the length of the text, once it is longer than all words together.
    """
    nodes: set[str] = set()
    least = 0.0
    for match, size in found:
        if len(nodes) >= limit and size > len(words.whole) and match.score < least:
            return
        if len(nodes) < limit:
            nodes.add(match.id)
            least = match.score
        yield match


def _of_texts(block: Block, kind: Search, words: Words, step: int) -> Iterator[tuple[Match, int]]:
    """Give whole texts and those that begin with the first word, or with the second step those that hold it inside."""
    first = words.words[0]
    for text, folded in block.holding((f" {first}", *words.words) if step == 0 else words.words):
        begins = folded.startswith(first, 1)
        if begins == (step == 0):
            base = 1.0 if begins and folded[1:-1] == words.whole else 0.8 if begins else 0.6
            score = base - 0.05 * _RANK_OF_KIND[kind] - 0.1 * (1 - _share(words, text))
            yield Match(text.id, round(score, 4), kind.value, text.shown, text.place), text.size


def _of_pinyin(block: Block, words: Words, step: int) -> Iterator[tuple[Match, int]]:
    """Give nodes of which a part is the text, or begins with the first word, or holds it inside."""
    whole, begin = f" {words.whole} ", f" {words.words[0]}"
    needles, base = (((whole,), 0.7), ((begin, *words.words), 0.5), (words.words, 0.3))[step]
    for text, folded in block.holding(needles):
        before = (step > 0 and whole in folded) or (step > 1 and begin in folded)
        if not before:
            score = base - 0.1 * (1 - _share(words, text))
            yield Match(text.id, round(score, 4), PINYIN_KIND, text.shown, text.place), text.size


def _share(words: Words, text: SearchText) -> float:
    return min(1.0, len(words.whole) / text.size)


def _texts_of(entry: DirectoryEntry) -> Iterator[SearchText]:
    """Give the texts of a node, and its pinyin, which is shown as the first of its texts that is no code."""
    node_id, texts, pinyin = entry
    for place, (kind, shown) in enumerate(texts):
        if shown:
            yield SearchText(node_id, kind.value, shown, (searchable(shown),), place)
    if pinyin:
        shown = next((text for kind, text in texts if kind is not Search.CODE), "")
        yield SearchText(node_id, PINYIN_KIND, shown, tuple(pinyin.split(" ")), len(texts))


def _latest(texts: Iterable[SearchText]) -> Mapping[SearchText, str]:
    """Keep each text once: that of the latest edition."""
    last = {each.shown: each for each in sorted(texts, key=lambda each: (-edition_place(each.id), *_by_id(each)))}
    return {each: each.parts[0] for each in sorted(last.values(), key=_by_id)}


def edition_place(node_id: str) -> int:
    """Give the place of an id's edition, the newest first; of several without one the greater id is the later."""
    node_type = MODEL.node_types.get(node_id.partition(":")[0])
    return node_type.list_key(node_id)[0] if node_type else 0


def _by_id(text: SearchText) -> tuple[str, int]:
    return text.id, text.place


def _nearest(folded: str, choices: Mapping[SearchText, str], limit: int) -> list[tuple[float, SearchText]]:
    found = process.extract(folded, choices, scorer=fuzz.ratio, score_cutoff=NEAR_ENOUGH, limit=limit)
    return [(score, text) for _, score, text in found]
