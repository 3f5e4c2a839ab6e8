"""Remarks put together: where a column is the cause, it is named once, with the lines, and not once for each row."""

import re
from collections.abc import Iterable, Iterator, Sequence

from analysis.training_plans.training_plan import PlanLine, PlanPlace, PlanRemark

# What is said of fewer rows is said of each.
_ROWS_LEAST = 5
# The rules of a plan ask of each row whether it is struck out.
_OF_EACH_ROW = frozenset({"struck-out"})
# Of more subjects the first are shown.
_SUBJECTS_LARGEST = 3
# How many lines of how many, and their names, as a remark put together has taken them.
_TOGETHER = re.compile(r"\d+/\d+：(.*)", re.DOTALL)


def once_per_column(remarks: Iterable[PlanRemark], lines: Sequence[PlanLine]) -> Iterator[PlanRemark]:
    """Give remarks in their order; those of one rule on most rows of a column become one that names their lines."""
    found = list(remarks)
    names: dict[tuple[object, ...], str] = {each.place[:4]: each.name for each in lines}
    counts: dict[tuple[object, ...], int] = {}
    for each in lines:
        counts[each.place[:3]] = counts.get(each.place[:3], 0) + 1
    columns: dict[tuple[object, ...], list[PlanRemark]] = {}
    for remark in found:
        if remark.place and remark.place[:4] in names and remark.rule not in _OF_EACH_ROW:
            columns.setdefault(_column(remark), []).append(remark)
    large = {
        key: those for key, those in columns.items() if len(those) >= max(_ROWS_LEAST, (counts[key[1:4]] + 1) // 2)
    }
    done: set[tuple[object, ...]] = set()
    for remark in found:
        key = _column(remark)
        if key not in large:
            yield remark
        elif key not in done:
            done.add(key)
            yield _together(large[key], names, counts[key[1:4]])


def rows_of(remark: PlanRemark, lines: Iterable[PlanLine]) -> list[PlanPlace]:
    """Give the places of the rows that a remark is of: its own, or those of the lines that it puts together."""
    together = _TOGETHER.fullmatch(remark.taken)
    if remark.place is None or together is None:
        return [remark.place._replace(column=None)] if remark.place else []
    names = f"、{together[1]}、"
    own = [each for each in lines if each.place[:3] == remark.place[:3] and f"、{each.name}、" in names]
    return [each.place._replace(column=None) for each in own]


def _column(remark: PlanRemark) -> tuple[object, ...]:
    place = remark.place
    return (remark.rule, *place[:3], place.column) if place else ()


def _together(remarks: Sequence[PlanRemark], names: dict[tuple[object, ...], str], count: int) -> PlanRemark:
    subjects = list(dict.fromkeys(each.subject for each in remarks))
    shown = "、".join(subjects[:_SUBJECTS_LARGEST]) + ("、…" if len(subjects) > _SUBJECTS_LARGEST else "")
    rows = list(dict.fromkeys(each.place[:4] for each in remarks if each.place))
    first = remarks[0]
    return PlanRemark(first.rule, shown, first.place, f"{len(rows)}/{count}：{'、'.join(names[each] for each in rows)}")
