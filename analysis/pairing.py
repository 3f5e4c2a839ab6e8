"""Pair the texts of two sides: first those that read the same, then those that share the most components."""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from analysis.text import components, normalised


@dataclass(frozen=True)
class Line:
    """A text as it is compared."""

    text: str

    @cached_property
    def normal(self) -> str:
        """Its normalised form; empty: it cannot be compared."""
        return normalised(self.text)

    @cached_property
    def parts(self) -> frozenset[str]:
        """Its components."""
        return components(self.text)


@dataclass(frozen=True, slots=True)
class Pair:
    """The places of two lines that belong together, and what they share. ``None``: nothing on that side does."""

    left: int | None
    right: int | None
    is_same: bool
    shared: frozenset[str]
    jaccard: float


def jaccard(one: Collection[Hashable], other: Collection[Hashable]) -> float | None:
    """Give how much of two sets is in both, 0 to 1. None: both are empty."""
    whole = set(one) | set(other)
    return len(set(one) & set(other)) / len(whole) if whole else None


def pair_lines(left: Sequence[Line], right: Sequence[Line], least: float) -> list[Pair]:
    """Pair each line at most once, and give every line: pairs and single lines of the left in order, then the right's.

    ``least``: the least Jaccard index of the components at which lines of different text are paired. The pairs are
    made greedily, best first, so that no two lines would both rather have each other.
    """
    found = {one: Pair(one, other, *_both(left[one], right[other])) for one, other in same_texts(left, right)}
    taken = {each.right for each in found.values()}
    for one, other, _ in best_first(_candidates(left, right, least)):
        if one not in found and other not in taken:
            found[one] = Pair(one, other, *_both(left[one], right[other]))
            taken.add(other)
    none: frozenset[str] = frozenset()
    alone = (Pair(None, other, is_same=False, shared=none, jaccard=0.0) for other in range(len(right)))
    return [
        *(found.get(one) or Pair(one, None, is_same=False, shared=none, jaccard=0.0) for one in range(len(left))),
        *(each for each in alone if each.right not in taken),
    ]


def same_texts(left: Sequence[Line], right: Sequence[Line]) -> list[tuple[int, int]]:
    """Pair lines that read the same: the first with the first, the second with the second."""
    places: dict[str, list[int]] = defaultdict(list)
    for place in reversed(range(len(right))):
        places[right[place].normal].append(place)
    return [
        (place, places[each.normal].pop()) for place, each in enumerate(left) if each.normal and places[each.normal]
    ]


def best_first(scored: Iterable[tuple[int, int, float]]) -> list[tuple[int, int, float]]:
    """Order candidates (left, right, score): highest score first, then by place."""
    return sorted(scored, key=lambda each: (-each[2], each[0], each[1]))


def _both(one: Line, other: Line) -> tuple[bool, frozenset[str], float]:
    is_same = bool(one.normal) and one.normal == other.normal
    return is_same, one.parts & other.parts, 1.0 if is_same else jaccard(one.parts, other.parts) or 0.0


def _candidates(left: Sequence[Line], right: Sequence[Line], least: float) -> Iterator[tuple[int, int, float]]:
    """Give the lines that share a component, with their Jaccard index; through an index, not by all products."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, each in enumerate(right):
        for part in each.parts:
            places[part].append(place)
    for one, line in enumerate(left):
        for other in {place for part in line.parts for place in places.get(part, ())}:
            score = jaccard(line.parts, right[other].parts) or 0.0
            if score >= least:
                yield one, other, score
