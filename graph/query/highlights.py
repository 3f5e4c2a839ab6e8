"""Which characters of a text that was found are what was typed, so that a list of hits can show them."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from graph.query.folding import searchable
from graph.query.text_index import Words

# A hit is a line of text; more marks than these show nothing.
HIGHLIGHTS_LARGEST = 10
# What follows the first letter of a syllable: one that begins with a vowel, and any other. ü is typed in four ways.
_AFTER_VOWEL = "(?:ng?|i|o|u|r)?"
_AFTER_CONSONANT = "(?:h?(?:[iuvy]?a(?:ng?|i|o)?|[iuvy]{0,2}[oe](?:ng?|i|u|r)?|[iuvy]{1,2}(?:ng?|i)?|ng?))?"


class Highlight(NamedTuple):
    """The characters from ``start``, counted from 0, up to ``end``."""

    start: int
    end: int


def highlights(shown: str, words: Words, spellings: Sequence[str]) -> list[Highlight]:
    """Give the places of the words in a text as it is shown; ``spellings`` are the pinyin of its node."""
    folded = [(place, each) for place, character in enumerate(shown) for each in searchable(character)]
    text = "".join(each for _, each in folded)
    found: set[int] = set()
    for word in {*words.words, *words.pieces}:
        at = text.find(word)
        found.update(range(at, at + len(word)) if at >= 0 else _spelled(word, text, spellings))
    return list(_runs(sorted({folded[each][0] for each in found})))[:HIGHLIGHTS_LARGEST]


def _spelled(word: str, text: str, spellings: Sequence[str]) -> list[int]:
    """Give the places of the characters of which the word is the pinyin or the initials; none: the two do not match."""
    letters = [place for place, each in enumerate(text) if each.isalnum()]
    initials = [each for each in spellings if len(each) == len(letters)]
    for spelling in spellings:
        if (at := spelling.find(word)) >= 0:
            for bounds in filter(None, (_syllables(spelling, each) for each in initials)):
                return [
                    place
                    for place, (begin, end) in zip(letters, bounds, strict=True)
                    if begin < at + len(word) and end > at
                ]
    return []


def _syllables(spelling: str, initials: str) -> list[tuple[int, int]]:
    """Give where each syllable begins and ends, by their first letters; none: these are not its initials."""
    if spelling == initials:
        return [(place, place + 1) for place in range(len(initials))]
    pattern = "".join(f"({each}{_AFTER_VOWEL if each in 'aeo' else _AFTER_CONSONANT})" for each in initials)
    found = re.fullmatch(pattern, spelling)
    return [found.span(group) for group in range(1, len(initials) + 1)] if found else []


def _runs(places: Sequence[int]) -> Iterator[Highlight]:
    """Join places that follow each other."""
    start = 0
    for index, place in enumerate(places):
        if index + 1 == len(places) or places[index + 1] != place + 1:
            yield Highlight(places[start], place + 1)
            start = index + 1
