"""The numbers that a table gives its rows, next to the lines that were found: what they skip or say twice is named."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from analysis.training_plans.training_plan import PlanLine, PlanPlace, PlanRemark

# Of more jumps in one table the numbers are in no order, which is said once.
_JUMPS_LARGEST = 5
# A table in which fewer rows have a number is not numbered by courses.
_NUMBERED_LEAST = 5


class NumberedRow(NamedTuple):
    """The row of a line, or of a total that is numbered as lines are.

    It has its number, none where the cell shows no number, and whether the cell began above.
    """

    place: PlanPlace
    name: str
    number: int | None
    is_shared: bool = False

    @property
    def table(self) -> tuple[int, str, int | None]:
        """The table that it stands in."""
        return self.place.page, self.place.sheet, self.place.table

    def follows(self, other: "NumberedRow") -> bool:
        """Whether it has the next number of the same table."""
        return self.number is not None and self.number - 1 == other.number and self.table == other.table


def number_remarks(rows: Sequence[NumberedRow]) -> Iterator[PlanRemark]:
    """Say where numbers skip or stand twice, and which lines have none among lines that have one."""
    numbered = [each for each in rows if each.number is not None and not each.is_shared]
    jumps = [(one, other) for one, other in pairwise(numbered) if _is_jump(one, other)]
    for table in dict.fromkeys(each.table for each in rows):
        yield from _of_jumps([pair for pair in jumps if pair[1].table == table])
        yield from _without_number([each for each in rows if each.table == table])


def lines_by_number(rows: Sequence[NumberedRow], lines: Sequence[PlanLine]) -> dict[int, list[int]]:
    """Give the lines of rows by their numbers: tables may each begin with the first."""
    at = {each.place: index for index, each in enumerate(lines)}
    found: dict[int, list[int]] = {}
    for row in rows:
        if row.number is not None and row.place in at:
            found.setdefault(row.number, []).append(at[row.place])
    return found


def _is_jump(one: NumberedRow, other: NumberedRow) -> bool:
    """Whether a number is neither the next nor a first; another table may begin with any that is not larger."""
    before, after = one.number or 0, other.number or 0
    if after in {before + 1, 1}:
        return False
    return after > before or one.table == other.table


def _of_jumps(jumps: Sequence[tuple[NumberedRow, NumberedRow]]) -> Iterator[PlanRemark]:
    if len(jumps) > _JUMPS_LARGEST:
        shown = "、".join(f"{one.number}→{other.number}" for one, other in jumps[:_JUMPS_LARGEST])
        yield PlanRemark("numbers-in-no-order", f"{shown}、…", jumps[0][1].place, str(len(jumps)))
        return
    for one, other in jumps:
        rule = "numbers-skip" if (other.number or 0) > (one.number or 0) else "number-stands-twice"
        yield PlanRemark(rule, f"{one.number} {one.name} → {other.number} {other.name}", other.place)


def _without_number(rows: Sequence[NumberedRow]) -> Iterator[PlanRemark]:
    """Name the lines without number where four of five have one: a total or a module may be among them."""
    silent = [each for each in rows if each.number is None]
    if silent and len(rows) - len(silent) >= max(_NUMBERED_LEAST, len(silent) * 4):
        yield PlanRemark("lines-without-number", "、".join(each.name for each in silent), silent[0].place)
