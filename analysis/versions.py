"""What became of every line between two versions of a text: kept, moved, reworded, split, merged, removed, added."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import Indel

from analysis.pairing import Line, best_first, same_texts

# Above it stand few pairs of different requirements within one level of 510084 (those that differ in one name).
LEAST_SIMILARITY = 0.75
# From here on a text at the same place is its successor, though much of it is other words. Measured on
# tests/analysis/rewordings.csv: 28 of 30 rewordings are found, and none of 870 pairs of different requirements. At 0.5
# it would be 13. Of 106 neighbours in 510084, whose abridged texts are short and alike, 29 reach it (23 reach 0.5).
LEAST_AT_PLACE = 0.4


@dataclass(frozen=True)
class PlacedLine(Line):
    """A line and where it stands, such as its level and code. None: not known, and so never called moved."""

    place: str | None = None


@dataclass(frozen=True, slots=True)
class VersionChange:
    """What became of lines: their places in the earlier and in the later version, and how alike they read.

    ``similarity``: twice the longest common subsequence over both lengths, 0 to 1. None: nothing to compare.
    """

    kind: str
    earlier: tuple[int, ...]
    later: tuple[int, ...]
    similarity: float | None = None


def compare_versions(earlier: Sequence[PlacedLine], later: Sequence[PlacedLine], least: float) -> list[VersionChange]:
    """Give each line of both versions in exactly one change: in the order of the earlier, then what is new.

    Looked for in this order: the same text, at the same place if there is one; a line whose components are exactly
    those of several lines on the other side together; texts alike at least to ``least``, the most alike first; texts
    at the same place that are alike at least to ``LEAST_AT_PLACE``.
    """
    found = list(_same(earlier, later))
    for search in (_split, _merged, _reworded, _rewritten):
        rest = _rest(found, len(earlier), len(later))
        found += search(earlier, later, *rest, least)
    lost, new = _rest(found, len(earlier), len(later))
    found += [VersionChange("REMOVED", (each,), ()) for each in lost]
    found.sort(key=lambda each: each.earlier)
    return found + [VersionChange("ADDED", (), (each,)) for each in new]


def _rest(found: Sequence[VersionChange], earlier: int, later: int) -> tuple[list[int], list[int]]:
    """Give the places on both sides that no change speaks of yet."""
    taken = {each for change in found for each in change.earlier}, {each for change in found for each in change.later}
    return [each for each in range(earlier) if each not in taken[0]], [
        each for each in range(later) if each not in taken[1]
    ]


def _same(earlier: Sequence[PlacedLine], later: Sequence[PlacedLine]) -> Iterator[VersionChange]:
    """Pair the same texts, those at the same place first: a text that stands twice must not seem to have moved."""
    at = {(each.normal, each.place): place for place, each in reversed(list(enumerate(later)))}
    fixed: dict[int, int] = {}
    for place, each in enumerate(earlier):
        if each.normal and (other := at.pop((each.normal, each.place), None)) is not None:
            fixed[place] = other
    ones = [each for each in range(len(earlier)) if each not in fixed]
    others = [each for each in range(len(later)) if each not in set(fixed.values())]
    rest = same_texts([earlier[each] for each in ones], [later[each] for each in others])
    for one, other in [*fixed.items(), *((ones[one], others[other]) for one, other in rest)]:
        is_moved = earlier[one].place != later[other].place and None not in (earlier[one].place, later[other].place)
        yield VersionChange("MOVED" if is_moved else "UNCHANGED", (one,), (other,), 1.0)


def _split(
    earlier: Sequence[Line], later: Sequence[Line], ones: Sequence[int], others: Sequence[int], _: float
) -> Iterator[VersionChange]:
    for one, parts in _made_of(earlier, later, ones, others):
        yield VersionChange("SPLIT", (one,), parts)


def _merged(
    earlier: Sequence[Line], later: Sequence[Line], ones: Sequence[int], others: Sequence[int], _: float
) -> Iterator[VersionChange]:
    for other, parts in _made_of(later, earlier, others, ones):
        yield VersionChange("MERGED", parts, (other,))


def _made_of(
    wholes: Sequence[Line], parts: Sequence[Line], ones: Sequence[int], others: Sequence[int]
) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Give the lines whose components are those of two or more lines of the other side, each with only some of them."""
    free = list(others)
    for one in ones:
        whole = wholes[one].parts
        inside = tuple(each for each in free if parts[each].parts and parts[each].parts < whole)
        if len(inside) > 1 and frozenset[str]().union(*(parts[each].parts for each in inside)) == whole:
            free = [each for each in free if each not in inside]
            yield one, inside


def _reworded(
    earlier: Sequence[Line], later: Sequence[Line], ones: Sequence[int], others: Sequence[int], least: float
) -> Iterator[VersionChange]:
    choices = {each: later[each].normal for each in others if later[each].normal}
    alike = (
        (one, other, score)
        for one in ones
        if earlier[one].normal
        for _, score, other in process.extract_iter(
            earlier[one].normal, choices, scorer=Indel.normalized_similarity, score_cutoff=least
        )
    )
    taken: tuple[set[int], set[int]] = set(), set()
    for one, other, score in best_first(alike):
        if one not in taken[0] and other not in taken[1]:
            taken[0].add(one)
            taken[1].add(other)
            yield VersionChange("REWORDED", (one,), (other,), score)


def _rewritten(
    earlier: Sequence[PlacedLine], later: Sequence[PlacedLine], ones: Sequence[int], others: Sequence[int], _: float
) -> Iterator[VersionChange]:
    """Pair what stands at the same place, where no other line of its side does: courses share that of their module."""
    at = {later[each].place: each for each in others if later[each].normal}
    places = [Counter(each.place for each in side) for side in (earlier, later)]
    for one in ones:
        place = earlier[one].place
        if place not in at or place is None or any(count[place] > 1 for count in places):
            continue
        score = Indel.normalized_similarity(earlier[one].normal, later[at[place]].normal)
        if score >= LEAST_AT_PLACE:
            yield VersionChange("REWRITTEN", (one,), (at[place],), score)
