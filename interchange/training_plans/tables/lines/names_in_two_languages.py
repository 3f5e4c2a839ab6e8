"""The name of a course where Latin words stand on lines of their own: a part of the name, or its English form."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import dropwhile
from typing import NamedTuple

from interchange.training_plans.tables.lines.name_marks import is_code

PART_OF_THE_NAME = "latin-line-in-the-name"
ENGLISH_NAME = "latin-line-as-english-name"
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_LATIN = re.compile(r"[A-Za-z][\w\s,.&'()/:-]{3,}")
# （一） behind 大学英语 and College English goes on with the Chinese name.
_BRACKET = re.compile(r"[(（]")
# Introduction to Computer Science: such words stand in no name of a tool.
_ENGLISH_WORDS = re.compile(r"\b(?:of|and|for|in|to|the|with|on)\b")
# MySQL, AutoCAD, HTML5: names of tools, not words.
_OF_A_TOOL = re.compile(r"[a-z][A-Z]|\d")
_SUM = re.compile(r"[小合总]\s*计")


class NameOfCell(NamedTuple):
    """A name, its English form, and the rule of the guess that parted them; empty where there is none."""

    name: str
    english: str = ""
    guess: str = ""


class EnglishColumns(NamedTuple):
    """The columns whose names have their English form above or below them."""

    above: frozenset[int]
    below: frozenset[int]


class _Parts(NamedTuple):
    """The Latin lines above a Chinese name and below it; the name itself may hold others."""

    above: list[str]
    name: list[str]
    below: list[str]


def name_of_cell(lines: Sequence[str], *, above_is_english: bool, below_is_english: bool) -> NameOfCell | None:
    """Tell the lines of a name apart; None where no line has Latin words alone.

    An English name stands below the Chinese one. Words above it are its beginning (Python 程序设计), unless the column
    has English names there.
    """
    parts = _parts(lines)
    if parts is None:
        return None
    if codes := [each for each in (*parts.above, *parts.below) if is_code(each)]:
        others = [each for each in lines if each != codes[0]]
        read = name_of_cell(others, above_is_english=above_is_english, below_is_english=below_is_english)
        read = read or NameOfCell(joined_lines(others))
        return read._replace(name=f"{codes[0]} {read.name}")
    is_above, is_sure = _is_english_above(parts.above, is_usual=above_is_english)
    is_below, is_sure_below = _is_english_below(parts.below, is_usual=below_is_english)
    english = [*(parts.above if is_above else ()), *(parts.below if is_below else ())]
    name = [*(() if is_above else parts.above), *parts.name, *(() if is_below else parts.below)]
    is_sure = is_sure and is_sure_below and len(_words(_latin(parts.name))) < 2
    guess = "" if is_sure else ENGLISH_NAME if english else PART_OF_THE_NAME
    return NameOfCell(joined_lines(name), " ".join(english), guess)


def english_columns(cells: Iterable[tuple[int, Sequence[str]]]) -> EnglishColumns:
    """Find the columns whose names have English forms: phrases with a third of them, or words below most of them.

    Words above a name are more often its beginning: English forms stand above nearly all names.
    """
    above, below = defaultdict[int, list[list[str]]](list), defaultdict[int, list[list[str]]](list)
    for column, lines in cells:
        if any(map(_CHINESE.search, lines)) and not _SUM.match("".join(lines)):
            parts = _parts([each for each in lines if not is_code(each)])
            above[column].append(_words(parts.above) if parts else [])
            below[column].append(_words(parts.below) if parts else [])
    return EnglishColumns(
        frozenset(each for each, words in above.items() if _has_phrases(words) and _has_words(words, 0.9)),
        frozenset(each for each, words in below.items() if _has_phrases(words) or _has_words(words, 0.75)),
    )


def joined_lines(lines: Iterable[str]) -> str:
    """Put lines together: with a blank between words of Latin letters, else without."""
    text = ""
    for line in lines:
        is_word = text[-1:].isascii() and text[-1:].isalnum() and line[:1].isascii() and line[:1].isalpha()
        text += f" {line}" if is_word else line
    return text


def _has_phrases(words: Sequence[Sequence[str]]) -> bool:
    count = sum(len(each) > 1 for each in words)
    return count > 1 and count * 3 >= len(words)


def _has_words(words: Sequence[Sequence[str]], part: float) -> bool:
    """Whether that part of the names from the first with words on have them; a name of a tool is no word."""
    since_first = [*dropwhile(lambda each: not each, words)]
    count = sum(bool(each) and not any(map(_OF_A_TOOL.search, each)) for each in since_first)
    return count > 1 and count >= len(since_first) * part


def _parts(lines: Sequence[str]) -> _Parts | None:
    chinese = [index for index, each in enumerate(lines) if _CHINESE.search(each)]
    latin = _latin(lines)
    if not chinese or not latin or not all(map(_LATIN.fullmatch, latin)):
        return None
    first = chinese[0]
    last = max(each for each in chinese if each == first or not _BRACKET.match(lines[each]))
    tail = lines[last + 1 :]
    name = [*lines[first : last + 1], *(each for each in tail if _CHINESE.search(each))]
    return _Parts(list(lines[:first]), name, _latin(tail))


def _latin(lines: Iterable[str]) -> list[str]:
    return [each for each in lines if not _CHINESE.search(each)]


def _words(lines: Iterable[str]) -> list[str]:
    return " ".join(lines).split()


def _is_english_above(lines: Sequence[str], *, is_usual: bool) -> tuple[bool, bool]:
    """Tell whether Latin lines above a name are its English form, and whether that is sure."""
    if lines and is_usual:
        return True, True
    words = _words(lines)
    return len(words) > 2 and bool(_ENGLISH_WORDS.search(" ".join(words))), len(words) < 2


def _is_english_below(lines: Sequence[str], *, is_usual: bool) -> tuple[bool, bool]:
    """Tell whether Latin lines below a name are its English form, and whether that is sure."""
    words = _words(lines)
    if is_usual and not (len(words) == 1 and _OF_A_TOOL.search(words[0])):
        return bool(words), True
    return len(words) > 1, not words
