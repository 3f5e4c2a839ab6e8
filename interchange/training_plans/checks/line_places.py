"""Which lines of a plan a place is of, also where courses stand side by side or a table lies on its side."""

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from analysis.training_plans.training_plan import ColumnReading, PlanLine, PlanPlace

_NAME = "NAME"
_Table: TypeAlias = tuple[int, str, int | None]


class LinePlaces:
    """Finds lines by place. Lines are numbered from 1.

    Courses side by side are kept apart by their columns. In a table on its side a line is a column, and they are kept
    apart by their rows.
    """

    def __init__(self, lines: Iterable[PlanLine], columns: Iterable[ColumnReading]) -> None:
        self._columns: dict[_Table, list[ColumnReading]] = {}
        for each in columns:
            self._columns.setdefault(each.place[:3], []).append(each)
        self._turned = frozenset(table for table, own in self._columns.items() if _lies_on_its_side(own))
        self._lines: dict[PlanPlace, list[tuple[int, int]]] = {}
        for number, line in enumerate(lines, 1):
            along, across = self._split(line.place)
            self._lines.setdefault(along, []).append((self._start(line.place, across or 0), number))

    def numbers_of(self, place: PlanPlace | None) -> tuple[int, ...]:
        """Give the numbers of the lines that a cell is of; more than one where one name makes several."""
        if place is None:
            return ()
        along, across = self._split(place)
        there = self._lines.get(along, [])
        starts = {start for start, _ in there}
        if len(starts) > 1:
            left = [each for each in starts if across is not None and each <= across]
            starts = {max(left)} if left else set()
        return tuple(number for start, number in there if start in starts)

    def meaning_of(self, place: PlanPlace) -> str:
        """Give the meaning of the column that a cell stands in; empty: it is not known."""
        across = self._split(place)[1]
        own = self._columns.get(place[:3], ())
        return next((each.meaning for each in reversed(own) if self._split(each.place)[1] == across), "")

    def _split(self, place: PlanPlace) -> tuple[PlanPlace, int | None]:
        """Give a place without where it is in its line, and that."""
        if place[:3] in self._turned:
            return place._replace(row=None), place.row
        return place._replace(column=None), place.column

    def _start(self, place: PlanPlace, name_at: int) -> int:
        """Give where a line begins: before its name stand such as its number and its code."""
        meanings = {self._split(each.place)[1] or 0: each.meaning for each in self._columns.get(place[:3], ())}
        first = min((at for at, meaning in meanings.items() if meaning == _NAME), default=name_at)
        before = {meaning for at, meaning in meanings.items() if at < first}
        start = name_at
        while meanings.get(start - 1) in before:
            start -= 1
        return start


def _lies_on_its_side(columns: Sequence[ColumnReading]) -> bool:
    """Whether what would be headings of columns stand below each other."""
    rows = {each.place.row for each in columns}
    return len(rows) > 1 and len(rows) == len(columns)
