"""Pinyin of Chinese names, so that they can be found by typing Latin letters.

The library knows phrases of general Chinese, and reads 装调 and 公差 wrong. ``readings.csv`` says how characters and
phrases of our field are read: a character alone gives its usual reading, a phrase overrides it, the longest from the
left counts. Where two readings are in use, both are there, and a name is found by each.
"""

import csv
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import islice, product

from graph.model.core import NodeType
from graph.query.folding import words_of
from seeds import seed_files
from seeds.seed_files import SeedRow

# The syllables of one character, the usual one first.
_Syllables = tuple[str, ...]
# A long text with many characters of two readings would otherwise have thousands.
_READINGS_OF_A_TEXT = 8
# How ü is typed; the library writes v.
_U_UMLAUT = ("v", "u", "yu", "ue")


def pinyin_of(node_type: NodeType, values: SeedRow) -> str:
    """Give the pinyin of every searched Chinese text: in full, then the initials, separated by spaces.

    软件技术 gives ``ruanjianjishu rjjs``; Latin letters and digits in a name are kept in both. A text with two readings
    gives both, and one with ü each way to type it.
    """
    parts: list[str] = []
    for each in node_type.searched:
        value = values[each.name]
        for text in value if isinstance(value, list) else [value]:
            parts.extend(spellings(text) if text else ())
    return " ".join(dict.fromkeys(parts))


# Courses of many standards share their names: the cache saves most of the work.
@lru_cache(maxsize=20_000)
def spellings(text: str) -> tuple[str, ...]:
    """Give all ways to type a text by pinyin or initials, those of its first reading first; none for Latin text."""
    words = words_of(text)
    normal = "".join(words)
    if normal.isascii():
        return ()
    # Each word alone: 师 before a bracket and 长期 within it are no 师长.
    syllables = [each for word in words for each in _syllables(word)]
    found: list[str] = []
    for reading in islice(product(*syllables), _READINGS_OF_A_TEXT):
        initials = "".join(
            syllable[:1] if _is_chinese(each) else syllable for each, syllable in zip(normal, reading, strict=True)
        )
        found += [*_typed(reading, normal), initials]
    return tuple(dict.fromkeys(filter(None, found)))


def read_tables() -> None:
    """Read the tables of the library, which takes an eighth of a second, before the first name needs them."""
    spellings("名")


def _syllables(text: str) -> list[_Syllables]:
    """Give the readings of each character; of one that is not Chinese itself, if it is a letter or a digit."""
    import pypinyin  # noqa: PLC0415  # an eighth of a second of each command, of which few write names

    # With a list, each character is a piece of its own; the library declares texts only.
    usual = pypinyin.lazy_pinyin(text, errors=list)  # type: ignore[arg-type]
    syllables: list[_Syllables] = [(_letters(each),) for each in usual]
    place = 0
    while place < len(text):
        phrase = _phrase_at(text, place)
        syllables[place : place + len(phrase)] = phrase
        place += len(phrase) or 1
    return syllables


def _phrase_at(text: str, place: int) -> list[_Syllables]:
    """Give the syllables of the longest phrase of the table that begins here; none: there is none."""
    for phrase, syllables in _phrases().get(text[place], ()):
        if text.startswith(phrase, place):
            return syllables
    return []


@cache
def _phrases() -> dict[str, list[tuple[str, list[_Syllables]]]]:
    """Give the table by the first character of its phrases, the longest first."""
    by_first: dict[str, list[tuple[str, list[_Syllables]]]] = {}
    with seed_files.READINGS.open(encoding="utf-8", newline="") as lines:
        for row in sorted(csv.DictReader(lines), key=lambda each: -len(each["text"])):
            phrase = row["text"], _by_character(row["readings"].split("|"))
            by_first.setdefault(row["text"][0], []).append(phrase)
    return by_first


def _by_character(readings: Iterable[str]) -> list[_Syllables]:
    """Give for each character of a phrase its different syllables."""
    columns = zip(*(each.split() for each in readings), strict=True)
    return [tuple(dict.fromkeys(column)) for column in columns]


def _typed(reading: tuple[str, ...], text: str) -> Iterator[str]:
    """Give the full pinyin of a reading, each way to type its ü."""
    has_umlaut = [_is_chinese(each) and "v" in syllable for each, syllable in zip(text, reading, strict=True)]
    for typed in _U_UMLAUT if any(has_umlaut) else ("v",):
        yield "".join(
            syllable.replace("v", typed).replace("uee", "ue") if special else syllable
            for syllable, special in zip(reading, has_umlaut, strict=True)
        )


def _is_chinese(character: str) -> bool:
    return not character.isascii() and character.isalnum()


def _letters(piece: str) -> str:
    return "".join(each for each in piece if each.isalnum())
