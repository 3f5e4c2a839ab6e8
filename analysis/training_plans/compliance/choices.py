"""The least and the most of a figure over all admissible choices of a plan's groups.

A figure is a range for each line. Its bounds may be negative or unbounded, so a share is one figure too:
``4 * common - all``.
"""

from collections.abc import Sequence
from typing import NamedTuple

from analysis.training_plans.compliance.finding import MeasuredSpan
from analysis.training_plans.training_plan import ChoiceGroup, PlanLine

# Sums of credits that are tried in one group; beyond, any of its lines may be taken.
_SUMS_LARGEST = 4_000
# A bound of each line; null: without end.
Bounds = Sequence[int | None]
# What missing lines may add to a sum.
ANYTHING = MeasuredSpan(0, None)


class Choice(NamedTuple):
    """Lines of which not all are taken: ``take`` of the options, or options of exactly these credits."""

    group: int
    options: tuple[tuple[int, ...], ...]
    take: int | None
    # The credits wanted, -1 where any may be taken, and those of each option.
    wanted: int
    credits: tuple[int, ...]


class AdmissibleChoices(NamedTuple):
    """The lines that all take, by index, and the choices. Of a plan that is not whole, lines are missing."""

    fixed: tuple[int, ...]
    choices: tuple[Choice, ...]
    is_whole: bool


def choices_of(lines: Sequence[PlanLine], groups: Sequence[ChoiceGroup], *, is_whole: bool) -> AdmissibleChoices:
    """Sort the lines of a plan; what does not count belongs to no choice."""
    fixed: list[int] = []
    members: dict[int, list[int]] = {}
    for index, line in enumerate(lines):
        if line.group is None or not line.is_counted:
            fixed.append(index)
        else:
            members.setdefault(line.group, []).append(index)
    choices = (_choice(groups[number - 1], indexes, lines) for number, indexes in sorted(members.items()))
    return AdmissibleChoices(tuple(fixed), tuple(choices), is_whole)


def _choice(group: ChoiceGroup, members: Sequence[int], lines: Sequence[PlanLine]) -> Choice:
    single = tuple((index,) for index in members)
    if group.kind == "ALTERNATIVES":
        return Choice(group.number, single, 1, 0, ())
    if group.kind == "CHOOSE_CREDITS":
        stated = [lines[index].credits for index in members]
        wanted = -1 if None in stated else group.credits or -1
        return Choice(group.number, single, None, wanted, tuple(each or 0 for each in stated))
    options: dict[str | int, list[int]] = {}
    for index in members:
        # A line that names no option is one by itself.
        options.setdefault(lines[index].option or index, []).append(index)
    # Of one option alone nothing is left to choose.
    take = min(group.choose or 1, len(options))
    return Choice(group.number, tuple(map(tuple, options.values())), take, 0, ())


def span(choices: AdmissibleChoices, lows: Bounds, highs: Bounds, rest: MeasuredSpan = ANYTHING) -> MeasuredSpan:
    """Give the bounds of the sum of a figure; ``rest`` is what the missing lines of a plan may add."""
    return MeasuredSpan(least(choices, lows, rest.least), most(choices, highs, rest.most))


def least(choices: AdmissibleChoices, lows: Bounds, rest: int | None) -> int | None:
    """Give the lower bound of the sum."""
    found = most(choices, _negated(lows), None if rest is None else -rest)
    return None if found is None else -found


def _negated(bounds: Bounds) -> list[int | None]:
    return [None if each is None else -each for each in bounds]


def most(choices: AdmissibleChoices, bounds: Bounds, rest: int | None) -> int | None:
    """Give the upper bound of the sum."""
    parts = [bounds[index] for index in choices.fixed]
    parts += [_most_of(each, bounds) for each in choices.choices]
    if not choices.is_whole:
        parts.append(rest)
    return _sum(parts)


def _sum(parts: Sequence[int | None]) -> int | None:
    total = 0
    for each in parts:
        if each is None:
            return None
        total += each
    return total


def _most_of(choice: Choice, bounds: Bounds) -> int | None:
    sums = [_sum([bounds[index] for index in option]) for option in choice.options]
    if choice.take is None:
        return _most_by_credits(choice, sums)
    known = sorted((each for each in sums if each is not None), reverse=True)
    # One without end may be among those taken.
    return sum(known[: choice.take]) if len(known) == len(sums) else None


def _most_by_credits(choice: Choice, values: Bounds) -> int | None:
    """Give the most of lines with exactly the wanted credits; where none have them, of any lines."""
    best: dict[int, int | None] = {0: 0}
    for credits_of_line, value in zip(choice.credits, values, strict=True):
        for before, total in sorted(best.items(), reverse=True):
            after = before + credits_of_line
            if after <= choice.wanted:
                more = None if total is None or value is None else total + value
                best[after] = _larger(best[after], more) if after in best else more
        if len(best) > _SUMS_LARGEST:
            return _any_of(values)
    return best[choice.wanted] if choice.wanted in best else _any_of(values)


def _any_of(values: Bounds) -> int | None:
    return None if any(each is None for each in values) else sum(max(each or 0, 0) for each in values)


def _larger(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else max(one, other)
