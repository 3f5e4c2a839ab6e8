"""Remarks put together: where a column is the cause, it is named once, with the lines, and not once for each row."""

from collections.abc import Iterable, Iterator, Sequence

from analysis.training_plans.training_plan import ColumnReading, PlanLine, PlanRemark
from interchange.training_plans.checks.line_places import LinePlaces

# What is said of fewer rows is said of each.
_ROWS_LEAST = 5
# The rules of a plan ask of each row whether it is struck out.
_OF_EACH_ROW = frozenset({"struck-out"})
# Of more subjects the first are shown.
_SUBJECTS_LARGEST = 3


def once_per_column(
    remarks: Iterable[PlanRemark], lines: Sequence[PlanLine], columns: Iterable[ColumnReading] = ()
) -> Iterator[PlanRemark]:
    """Give remarks in their order; those of one rule on most rows of a column become one that names their lines."""
    found = list(remarks)
    places = LinePlaces(lines, columns)
    counts: dict[tuple[object, ...], int] = {}
    for each in lines:
        counts[each.place[:3]] = counts.get(each.place[:3], 0) + 1
    by_column: dict[tuple[object, ...], list[PlanRemark]] = {}
    for remark in found:
        if remark.rule not in _OF_EACH_ROW and places.numbers_of(remark.place):
            by_column.setdefault(_column(remark), []).append(remark)
    large = {
        key: those for key, those in by_column.items() if len(those) >= max(_ROWS_LEAST, (counts[key[1:4]] + 1) // 2)
    }
    done: set[tuple[object, ...]] = set()
    for remark in found:
        key = _column(remark)
        if key not in large:
            yield remark
        elif key not in done:
            done.add(key)
            yield _together(
                large[key], [lines[each - 1].name for each in _numbers(large[key], places)], counts[key[1:4]]
            )


def each_apart(remarks: Iterable[PlanRemark]) -> Iterator[PlanRemark]:
    """Give remarks as they were before they were put together."""
    for each in remarks:
        yield from each.parts or (each,)


def _numbers(remarks: Iterable[PlanRemark], places: LinePlaces) -> list[int]:
    return list(dict.fromkeys(number for each in remarks for number in places.numbers_of(each.place)[:1]))


def _column(remark: PlanRemark) -> tuple[object, ...]:
    place = remark.place
    return (remark.rule, *place[:3], place.column, remark.is_settled) if place else ()


def _together(remarks: Sequence[PlanRemark], names: Sequence[str], count: int) -> PlanRemark:
    subjects = list(dict.fromkeys(each.subject for each in remarks))
    shown = "、".join(subjects[:_SUBJECTS_LARGEST]) + ("、…" if len(subjects) > _SUBJECTS_LARGEST else "")
    first = remarks[0]
    taken = f"{len(names)}/{count}：{'、'.join(names)}"
    return PlanRemark(first.rule, shown, first.place, taken, tuple(remarks), first.is_settled)
