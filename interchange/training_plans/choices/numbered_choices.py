"""Choices that a note states by the numbers of rows: 序号14、15、16三门课程限选2门."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from interchange.training_plans.tables.numerals import COUNT

_NUMBER = r"\d{1,3}"
_LIST = rf"{_NUMBER}(?:(?:[、,]|[-—–~至到]+|[和及与或]){_NUMBER})*"
# 第10~14门为专业拓展课, 任选三门: rows counted as courses are.
_NUMBERS = re.compile(
    rf"(?:第?序号|编号|行号)(?:为|是|:)?第?({_LIST})(?!\d)|第({_NUMBER}(?:[、,]|[-—–~至到]+){_LIST})门"
)
_SPAN = re.compile(rf"({_NUMBER})(?:[-—–~至到]+({_NUMBER}))?")
# How many courses there are to choose from, next to their numbers: 三门课程.
_OFFERED = re.compile(rf"(?:中?的|共|等|[这此])*({COUNT})门")


class NumberedChoice(NamedTuple):
    """The numbers of rows that a sentence names, and what it says of them; ``offered``: how many it says they are."""

    numbers: tuple[int, ...]
    said: str
    offered: str


def numbered_choice(sentence: str) -> NumberedChoice | None:
    """Read the numbers of rows that a sentence of a note is about; null where it names none, or several lists."""
    found = list(_NUMBERS.finditer(sentence))
    if len(found) != 1:
        return None
    said = sentence[found[0].end() :]
    offered = _OFFERED.match(said)
    return NumberedChoice(_numbers(found[0][1] or found[0][2]), said, offered[1] if offered else "")


def lines_of_numbers(numbers: tuple[int, ...], lines: Mapping[int, list[int]]) -> list[int]:
    """Give the lines of rows by their numbers; none where one has no line, or several tables have it."""
    found = [lines.get(each, []) for each in numbers]
    return sorted(each[0] for each in found) if found and all(len(each) == 1 for each in found) else []


def _numbers(text: str) -> tuple[int, ...]:
    spans = [(int(first), int(last or first)) for first, last in _SPAN.findall(text)]
    return tuple(dict.fromkeys(each for first, last in spans for each in range(first, last + 1)))
