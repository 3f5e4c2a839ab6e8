"""Tables whose rows alone are ruled: where their columns must lie, by the words that stand below each other."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Any, NamedTuple

# Corners that differ by less are the same line.
_SNAP = 3.0
# Fewer rules are those of a heading or of a foot of the page.
_RULES_LEAST = 4
_COLUMNS_LEAST = 3
# A gap between rules that is this many times the usual one parts two tables.
_APART = 8
# In this many of ten rows words may cross the end of a column: long names, and labels of totals.
_CROSSED_OF_TEN = 3

Shape = dict[str, Any]


class Ruling(NamedTuple):
    """An upright line between two columns, from one rule to the next."""

    x: float
    top: float
    bottom: float


def uprights(level: Sequence[Shape], words: Sequence[Shape]) -> Iterator[Ruling]:
    """Give the upright lines that the tables of a page lack, band by band; none where no table is sure."""
    for rules in _tables(level):
        left, right = rules[0]["x0"], rules[0]["x1"]
        top, bottom = rules[0]["top"], rules[-1]["top"]
        inside = [each for each in words if left <= _middle(each) <= right and top <= _height(each) <= bottom]
        partial = [each for each in level if top < each["top"] < bottom and not _is_as_wide(each, rules[0])]
        places = _ends_of_columns(rules, partial, inside)
        if len(places) + 1 < _COLUMNS_LEAST:
            continue
        bands = list(pairwise(_distinct([*(each["top"] for each in rules), *(each["top"] for each in partial)])))
        for upper, lower in bands:
            yield Ruling(left, upper, lower)
            yield Ruling(right, upper, lower)
            across = [each for each in inside if upper <= _height(each) < lower]
            for x in places:
                is_below_title = _is_under_a_title(x, upper, rules, partial)
                if not is_below_title and not any(each["x0"] < x < each["x1"] for each in across):
                    yield Ruling(x, upper, lower)


def _tables(level: Sequence[Shape]) -> Iterator[list[Shape]]:
    """Put rules of one width together that follow each other."""
    rest = sorted(level, key=lambda each: (each["top"], each["x0"]))
    while rest:
        widest = max(rest, key=lambda each: each["x1"] - each["x0"])
        alike = [each for each in rest if _is_as_wide(each, widest)]
        rest = [each for each in rest if not _is_as_wide(each, widest)]
        for rules in _without_gaps(alike):
            if len(rules) >= _RULES_LEAST:
                inner = [each for each in rest if rules[0]["top"] < each["top"] < rules[-1]["top"]]
                rest = [each for each in rest if each not in inner]
                yield rules


def _without_gaps(rules: list[Shape]) -> Iterator[list[Shape]]:
    steps = [after["top"] - before["top"] for before, after in pairwise(rules)]
    usual = median([each for each in steps if each > _SNAP] or [0])
    begin = 0
    for at, step in enumerate(steps, 1):
        if step > usual * _APART:
            yield rules[begin:at]
            begin = at
    yield rules[begin:]


def _ends_of_columns(rules: list[Shape], partial: list[Shape], words: list[Shape]) -> list[float]:
    """Find where columns end: no word of the heading stands there, and few of the rows below."""
    second = next((each["top"] for each in rules if each["top"] > rules[0]["top"] + _SNAP), rules[0]["top"])
    heading = [each for each in words if _height(each) < second and not _is_title(each, partial)]
    body = [each for each in words if _height(each) >= second]
    bands = list(pairwise(_distinct(each["top"] for each in rules if each["top"] >= second - _SNAP)))
    spans = [[each for each in body if upper <= _height(each) < lower] for upper, lower in bands]
    columns = _joined(heading)
    places = []
    ends = [end for each in partial for end in (each["x0"], each["x1"])]
    for before, after in pairwise(columns):
        # A rule over some of the columns ends where a column does.
        if drawn := [end for end in ends if before[1] <= end <= after[0]]:
            places.append(drawn[0])
            continue
        candidates = [before[1] + step for step in range(1, max(int(after[0] - before[1]), 2))]
        crossed = [sum(any(e["x0"] <= x <= e["x1"] for e in row) for row in spans) for x in candidates]
        least = min(crossed)
        if least * 10 > len(spans) * _CROSSED_OF_TEN:
            return []
        fitting = [x for x, number in zip(candidates, crossed, strict=True) if number == least]
        places.append(_longest_run(fitting))
    return places


def _joined(words: list[Shape]) -> list[tuple[float, float]]:
    """Put words of a heading together that stand above each other."""
    spans: list[tuple[float, float]] = []
    for each in sorted(words, key=lambda word: word["x0"]):
        if spans and each["x0"] < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], each["x1"]))
        else:
            spans.append((each["x0"], each["x1"]))
    return spans


def _longest_run(places: list[float]) -> float:
    """Give the middle of the longest row of places next to each other."""
    runs = [[places[0]]]
    for before, after in pairwise(places):
        if after - before > 1.5:
            runs.append([])
        runs[-1].append(after)
    run = max(runs, key=len)
    return run[len(run) // 2]


def _is_title(word: Shape, partial: list[Shape]) -> bool:
    """Whether a word stands right above a rule over some of the columns."""
    return any(each["x0"] <= _middle(word) <= each["x1"] and _height(word) < each["top"] for each in partial)


def _is_under_a_title(x: float, upper: float, rules: list[Shape], partial: list[Shape]) -> bool:
    """Whether a rule over some of the columns lies below this band, and no whole one between."""
    return any(
        each["x0"] + _SNAP < x < each["x1"] - _SNAP
        and each["top"] > upper + _SNAP
        and not any(upper + _SNAP < rule["top"] < each["top"] - _SNAP for rule in rules)
        for each in partial
    )


def _distinct(places: Iterable[float]) -> list[float]:
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > _SNAP:
            found.append(place)
    return found


def _is_as_wide(one: Shape, other: Shape) -> bool:
    return bool(abs(one["x0"] - other["x0"]) <= _SNAP and abs(one["x1"] - other["x1"]) <= _SNAP)


def _middle(shape: Shape) -> float:
    return float(shape["x0"] + shape["x1"]) / 2


def _height(shape: Shape) -> float:
    return float(shape["top"] + shape["bottom"]) / 2
