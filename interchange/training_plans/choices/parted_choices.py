"""Headings that state several choices of their courses: 公共选修课（美育课程2选1；四史教育3选1；其余任选2学分）."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from analysis.training_plans.training_plan import PlanLine
from interchange.training_plans.tables.numerals import FIGURE, in_digits, number_of
from interchange.training_plans.tables.plan_numbers import hundredths
from interchange.training_plans.tables.plan_words import SOME_OF, bare

_PARTS = re.compile(r"[(:]([^():]+)\)?$")
_CREDITS = re.compile(rf"(?:任选|限选|选修?|修满|修读)(?:至少|不少于)?({FIGURE})个?学分$")
_REST = re.compile(r"其[余他]|剩余|另")
_CALLED = re.compile(r"(?:课程?|类|模块|教育|系列|组|中|的|应|须|需|任|限|[,、])+$")
_NAME_LEAST, _NAME_LARGEST = 2, 24


class PartedChoice(NamedTuple):
    """One of the choices, and the lines that it is about; ``choose``: how many of them, or this many hundredths."""

    text: str
    members: tuple[int, ...]
    choose: int
    credits: int


def parted_choices(text: str, members: Sequence[int], lines: Sequence[PlanLine]) -> list[PartedChoice]:
    """Read the choices of a heading whose remarks or names say which lines each is about; none where any is open."""
    parts = _parts(text)
    found = [_choice(part, [at for at in members if _is_named(part, lines[at])]) for part in parts]
    named = {at for each in found if each for at in each.members}
    rest = [at for at in members if at not in named]
    found = [_choice(part, rest) if _REST.match(part) else each for part, each in zip(parts, found, strict=True)]
    choices = [each for each in found if each and each.members]
    is_whole = sorted(at for each in choices for at in each.members) == sorted(members)
    return choices if len(choices) == len(parts) > 1 and is_whole else []


def states_several(text: str) -> bool:
    """Whether a heading states choices of courses that it names apart."""
    return sum(bool(_subject(each) and SOME_OF.search(each)) for each in _parts(text)) > 1


def _parts(text: str) -> list[str]:
    match = _PARTS.search(bare(text))
    shown = match[1].rstrip(";,。") if match else ""
    return shown.split(";" if ";" in shown else ",") if ";" in shown or "," in shown else []


def _subject(part: str) -> str:
    """Give the words before the number of a part, without those that say no more than that they are courses."""
    match = _CREDITS.search(part) or SOME_OF.search(part)
    return _called(part[: match.start()] if match else part)


def _called(text: str) -> str:
    """Give a short text without the words at its end that any group of courses has; empty where it is no name."""
    called = _CALLED.sub("", text) if len(text) <= _NAME_LARGEST else ""
    return called if len(called) >= _NAME_LEAST else ""


def _choice(part: str, members: Sequence[int]) -> PartedChoice | None:
    """Read one part; null where it states no choice, or that of another number of courses than are there."""
    if stated := _CREDITS.search(part):
        return PartedChoice(part, tuple(members), 0, hundredths(in_digits(stated[1])) or 0)
    match = SOME_OF.search(part)
    if match is None or (match[1] and number_of(match[1]) != len(members)):
        return None
    return PartedChoice(part, tuple(members), number_of(match[2] or match[3]) or 0, 0)


def _is_named(part: str, line: PlanLine) -> bool:
    """Whether the words before the number of a part are those of the remark of a line, or have its name."""
    if _REST.match(part):
        return False
    match = _CREDITS.search(part) or SOME_OF.search(part)
    words = part[: match.start()] if match else part
    is_remark = bool(_subject(part)) and _subject(part) == _called(bare(line.remark or ""))
    return is_remark or bare(line.name) in re.split(r"[、,和与及]", words)
