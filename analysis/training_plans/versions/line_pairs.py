"""Which line of a plan is which of another: by code, then by name, then by likeness, whichever plan is named first."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from enum import StrEnum
from itertools import pairwise, product
from typing import NamedTuple

from analysis.training_plans.compliance.course_names import with_present_name
from analysis.training_plans.training_plan import PlanLine

# In percent: names of two courses that share less are two courses.
LIKENESS_LEAST = 60
# Beyond, likeness is not tried: each line left would be compared with each.
_COMPARISONS_LARGEST = 250_000


class PairedBy(StrEnum):
    """What makes two lines one course."""

    CODE = "CODE"
    NAME = "NAME"
    LIKENESS = "LIKENESS"


class LinePair(NamedTuple):
    """Two lines, by their places from 0; ``likeness`` of their names in percent."""

    before: int
    after: int
    by: PairedBy
    likeness: int


def line_pairs(
    before: Sequence[PlanLine], after: Sequence[PlanLine], names: Mapping[str, str] | None = None
) -> list[LinePair]:
    """Pair the lines of two plans, each at most once; ``names`` gives present names of courses by former ones."""
    pairs: list[LinePair] = []
    sides = (_Side(before, names or {}), _Side(after, names or {}))
    for by, key in ((PairedBy.CODE, _Side.code), (PairedBy.NAME, _Side.name)):
        pairs += _taken(_candidates(sides, by, key), sides)
    pairs += _taken(_alike(sides), sides)
    return sorted(pairs)


def parts_of(name: str) -> Counter[str]:
    """Give the pairs of characters of a name, its ends as blanks."""
    return Counter(map("".join, pairwise(f" {name} ")))


def likeness(one: Counter[str], other: Counter[str]) -> int:
    """Give how many pairs of characters two names share, in percent of all."""
    return 200 * (one & other).total() // (one.total() + other.total())


class _Side:
    """The lines of one plan that have no pair yet."""

    def __init__(self, lines: Sequence[PlanLine], names: Mapping[str, str]) -> None:
        self.lines = lines
        self.names = [with_present_name(each.name, names) for each in lines]
        self.parts = [parts_of(each) for each in self.names]
        self.left = dict.fromkeys(range(len(lines)))

    def code(self, at: int) -> Hashable:
        """Give the code of a line."""
        return self.lines[at].code

    def name(self, at: int) -> Hashable:
        """Give the name of a line as it is compared."""
        return self.names[at]


def _candidates(
    sides: tuple[_Side, _Side], by: PairedBy, key: Callable[[_Side, int], Hashable]
) -> Iterable[tuple[LinePair, int]]:
    """Give all pairs with the same key."""
    before, after = sides
    places: dict[Hashable, list[int]] = {}
    for at in after.left:
        places.setdefault(key(after, at), []).append(at)
    for at in before.left:
        if value := key(before, at):
            yield from (_candidate(sides, by, at, other) for other in places.get(value, ()))


def _alike(sides: tuple[_Side, _Side]) -> Iterable[tuple[LinePair, int]]:
    before, after = sides
    if len(before.left) * len(after.left) > _COMPARISONS_LARGEST:
        return
    for at, other in product(before.left, after.left):
        pair = _candidate(sides, PairedBy.LIKENESS, at, other)
        if pair[0].likeness >= LIKENESS_LEAST:
            yield pair


def _candidate(sides: tuple[_Side, _Side], by: PairedBy, at: int, other: int) -> tuple[LinePair, int]:
    """Give a pair with how many more of its fields agree."""
    before, after = sides
    one, two = before.lines[at], after.lines[other]
    agreeing = sum(mine == yours for mine, yours in zip(one[1:], two[1:], strict=True))
    return LinePair(at, other, by, likeness(before.parts[at], after.parts[other])), agreeing


def _taken(candidates: Iterable[tuple[LinePair, int]], sides: tuple[_Side, _Side]) -> list[LinePair]:
    """Take the best pairs first. Where they are equal, lines at like places: no two of these share a line."""
    before, after = sides
    taken = []

    def order(each: tuple[LinePair, int]) -> tuple[int, ...]:
        pair, agreeing = each
        return -pair.likeness, -agreeing, abs(pair.before - pair.after), pair.before + pair.after

    for pair, _ in sorted(candidates, key=order):
        if pair.before in before.left and pair.after in after.left:
            del before.left[pair.before], after.left[pair.after]
            taken.append(pair)
    return taken
