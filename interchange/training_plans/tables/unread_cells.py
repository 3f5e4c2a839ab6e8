"""What of a table of courses no field, total, note or remark holds: each cell and row of it is named."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from analysis.training_plans.training_plan import PlanRemark
from interchange.documents.document_pages import TableCell
from interchange.training_plans.tables.headings.course_heading import CourseHeading
from interchange.training_plans.tables.headings.plan_meanings import Meaning
from interchange.training_plans.tables.plan_grid import Grid
from interchange.training_plans.tables.plan_numbers import hundredths
from interchange.training_plans.tables.plan_rows import CourseRow, RowKind
from interchange.training_plans.tables.plan_words import is_calculated

M = Meaning
# Figures of a cell over several rows count with the first of them.
_COUNTED_ONCE = (
    M.HOURS,
    M.THEORY,
    M.PRACTICE,
    M.WEEKS,
    M.CREDITS_AND_HOURS,
    M.HOURS_AND_CREDITS,
    M.THEORY_AND_PRACTICE,
)
_TEXTS_LARGEST = 3
# Above courses a row of fewer numbers states facts of the plan.
_NUMBERS_LEAST = 2
_SUBJECT_LARGEST = 60


def unread_cells(grid: Grid, rows: Sequence[CourseRow]) -> Iterator[PlanRemark]:
    """Name the columns with cells that stand right of all headings, or over which nothing stands, once for each."""
    found: dict[int, list[TableCell]] = {}
    for row in rows:
        if row.kind is RowKind.COURSE:
            known = _known_columns(row.header)
            for cell in grid.own_cells(row.row):
                if known.isdisjoint(range(cell.column, cell.column + cell.columns)):
                    found.setdefault(cell.column, []).append(cell)
    for column, cells in found.items():
        texts = list(dict.fromkeys(map(grid.text_of, cells)))
        shown = "、".join(texts[:_TEXTS_LARGEST]) + ("、…" if len(texts) > _TEXTS_LARGEST else "")
        yield PlanRemark("cell-not-read", shown[:_SUBJECT_LARGEST], grid.place(cells[0].row, column))


def _known_columns(header: CourseHeading) -> set[int]:
    return {*(each.column for each in header.columns), *(at for at, _ in (*header.unknown, *header.doubled))}


def figures_over_several_rows(grid: Grid, rows: Sequence[CourseRow], shared: Collection[int]) -> Iterator[PlanRemark]:
    """Name the cells of figures over several courses that count with the first.

    ``shared`` are the cells of credits, by their identity, that make the courses alternatives: their figures are one.
    """
    seen: set[int] = set()
    for row in rows:
        column = row.header.shown_of(M.CREDITS, grid, row.row)
        if row.kind is not RowKind.COURSE or id(grid.cell(row.row, column)) in shared:
            continue
        for column in _counted_once(row.header):
            cell = grid.cell(row.row, column)
            if cell and cell.row < row.row and id(cell) not in seen and hundredths(grid.text_of(cell)):
                seen.add(id(cell))
                yield PlanRemark("figure-of-the-line-above", grid.text_of(cell), grid.place(row.row, column))


def _counted_once(header: CourseHeading) -> Iterator[int]:
    for each in header.columns:
        if (each.meaning in _COUNTED_ONCE or each.meaning is M.TERM) and not each.is_of_each:
            yield each.column


def rows_left_out(grid: Grid, first: int, rows: Sequence[CourseRow], again: Iterable[CourseHeading]) -> list[int]:
    """Give the rows from ``first`` on with numbers that are neither a heading nor read as rows of courses."""
    read = {each.row for each in rows}
    for header in again:
        read |= {*range(header.first, header.last + 1)}
    return [row for row in range(first, grid.row_count) if row not in read and has_numbers(grid, row)]


def has_numbers(grid: Grid, row: int) -> bool:
    """Whether a row has words and a number of its own, which the form did not calculate."""
    texts = [grid.text_of(each) for each in grid.own_cells(row)]
    if any(map(is_calculated, texts)):
        return False
    return any(hundredths(each) is not None for each in texts) and any(
        re.search(r"[\u4e00-\u9fff]{2}", each) for each in texts
    )


def looks_like_a_course(grid: Grid, row: int) -> bool:
    """Whether a row above the heading looks like one of a course: words, and several numbers of their own."""
    numbers = [each for each in grid.own_cells(row) if hundredths(grid.text_of(each)) is not None]
    return len(numbers) >= _NUMBERS_LEAST and has_numbers(grid, row)


def rows_not_read(grid: Grid, rows: Sequence[int]) -> Iterator[PlanRemark]:
    """Name rows that were not read, those that follow each other together."""
    blocks: list[list[int]] = []
    for row in rows:
        if blocks and blocks[-1][-1] == row - 1:
            blocks[-1].append(row)
        else:
            blocks.append([row])
    for block in blocks:
        first = " ".join(map(grid.text_of, grid.own_cells(block[0])))
        yield PlanRemark("rows-not-read", first[:_SUBJECT_LARGEST], grid.place(block[0]), str(len(block)))
