"""Which choice of a plan is which of another: the one that holds the same courses, or is called the same."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from analysis.training_plans.training_plan import ChoiceGroup, PlanReading
from analysis.training_plans.versions.line_pairs import LinePair


class GroupPair(NamedTuple):
    """A choice of each plan, by their numbers."""

    before: int
    after: int


def group_pairs(before: PlanReading, after: PlanReading, lines: Iterable[LinePair]) -> list[GroupPair]:
    """Pair the choices of two plans, each at most once, those that share most courses first."""
    shared = Counter(
        GroupPair(one, other)
        for each in lines
        if (one := before.lines[each.before].group) and (other := after.lines[each.after].group)
    )
    candidates = {**dict.fromkeys(_of_one_label(before.groups, after.groups), 0), **shared}

    def order(pair: GroupPair) -> tuple[int, ...]:
        labels = before.groups[pair.before - 1].label == after.groups[pair.after - 1].label
        return -candidates[pair], -labels, abs(pair.before - pair.after), pair.before + pair.after

    return _each_once(sorted(candidates, key=order))


def _of_one_label(before: Sequence[ChoiceGroup], after: Sequence[ChoiceGroup]) -> list[GroupPair]:
    return [
        GroupPair(one.number, other.number)
        for one in before
        for other in after
        if (one.kind, one.label) == (other.kind, other.label)
    ]


def _each_once(candidates: Iterable[GroupPair]) -> list[GroupPair]:
    taken: list[GroupPair] = []
    one, other = set[int](), set[int]()
    for pair in candidates:
        if pair.before not in one and pair.after not in other:
            one.add(pair.before)
            other.add(pair.after)
            taken.append(pair)
    return sorted(taken)
