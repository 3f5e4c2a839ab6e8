"""Tables that lie on their side: a column for each course, its fields below each other, in blocks of a semester.

Each block is read as a table that stands upright. Its places are those of the document.
"""

from collections.abc import Iterator
from itertools import pairwise

from analysis.training_plans.training_plan import PlanPlace
from interchange.documents.document_pages import DocumentPage, DocumentTable, TableCell
from interchange.training_plans.tables.headings.column_choices import ColumnChoices
from interchange.training_plans.tables.headings.plan_labels import is_name_label, meaning_of, plain_label
from interchange.training_plans.tables.plan_grid import Grid
from interchange.training_plans.tables.table_kinds import find_header, has_courses_as_columns

# Labels stand in one of the first columns, right of what holds the courses of a block.
_LABEL_COLUMNS = 3
_COURSES_LEAST = 2


class TurnedGrid(Grid):
    """A block whose rows and columns are exchanged; ``top`` and ``left`` say where it begins in the document."""

    def __init__(self, page: DocumentPage, table: DocumentTable, choices: ColumnChoices, top: int, left: int) -> None:
        super().__init__(page, table, choices)
        self.top, self.left = top, left

    def place(self, row: int, column: int | None = None) -> PlanPlace:
        """Say where a row or cell stands in the document: a row of a course is a column there."""
        shown = self.top if column is None else self.top + column
        return PlanPlace(self.page.number, self.page.sheet, self.table.number, shown + 1, self.left + row + 1)


def grids_of(page: DocumentPage, table: DocumentTable, choices: ColumnChoices) -> Iterator[Grid]:
    """Give a table as it is read: upright, and in blocks where each of its columns is a course."""
    grid = Grid(page, table, choices)
    is_upright = any(find_header(grid, row) for row in grid.rows())
    turned = [] if is_upright or not has_courses_as_columns(grid) else list(_turned(grid))
    if sum(each.row_count - _heading_row(each) - 1 for each in turned) < _COURSES_LEAST:
        yield grid
        return
    first, last = turned[0].top, turned[-1].top + turned[-1].column_count
    yield from _rest(grid, 0, first)
    yield from turned
    yield from _rest(grid, last, grid.row_count)


def _heading_row(grid: Grid) -> int:
    return next(row for row in grid.rows() if find_header(grid, row))


def _turned(grid: Grid) -> Iterator[TurnedGrid]:
    """Turn each block that makes a table of courses; none where one does not."""
    column, starts = _label_column(grid)
    blocks = list(pairwise([*starts, _end(grid, column, starts[-1])])) if starts else []
    made = [_turn(grid, column, *each) for each in blocks]
    if all(any(find_header(each, row) for row in each.rows()) for each in made):
        yield from made


def _label_column(grid: Grid) -> tuple[int, list[int]]:
    """Give the column of labels, and the rows that name courses; none where labels stand right of a name too."""
    for column in range(min(grid.column_count, _LABEL_COLUMNS)):
        starts = [row for row in grid.rows() if grid.begins(row, column) and is_name_label(grid.text(row, column))]
        texts = [grid.text(row, at) for row in starts for at in range(column + 1, grid.column_count)]
        if starts and not any(meaning_of(plain_label(each), "") for each in texts if each):
            return column, starts
    return 0, []


def _end(grid: Grid, column: int, start: int) -> int:
    """Give the row below the last block, which ends above a text over the whole width."""
    for row in range(start + 1, grid.row_count):
        cell = grid.cell(row, column)
        if cell is None or cell.columns > 1 or not grid.text_of(cell):
            return row
    return grid.row_count


def _turn(grid: Grid, column: int, start: int, end: int) -> TurnedGrid:
    """Exchange rows and columns of a block; what stands left of its labels is its title."""
    left = column - 1 if column and grid.text(start, column - 1) else column
    width = grid.column_count - left
    found = (grid.cell(row, left + at) for row in range(start, end) for at in range(width))
    cells = {id(each): _exchanged(each, start, end, left) for each in found if each and each.column >= left}
    table = DocumentTable(grid.table.number, tuple(cells.values()), width, end - start, grid.table.box)
    return TurnedGrid(grid.page, table, grid.choices, start, left)


def _exchanged(cell: TableCell, start: int, end: int, left: int) -> TableCell:
    """Give a cell of a block with its rows as columns, as far as it lies in the block."""
    first, last = max(cell.row, start), min(cell.row + cell.rows, end)
    return TableCell(cell.column - left, first - start, cell.columns, last - first, cell.lines, cell.box)


def _rest(grid: Grid, first: int, last: int) -> Iterator[Grid]:
    """Give the rows above or below the blocks, where they say anything."""
    cells = tuple(each._replace(row=each.row - first) for each in grid.table.cells if first <= each.row < last)
    if any(each.text.strip() for each in cells):
        table = grid.table._replace(cells=cells, row_count=last - first)
        yield _Below(grid.page, table, grid.choices, first)


class _Below(Grid):
    """Rows of a table from the row ``first`` on."""

    def __init__(self, page: DocumentPage, table: DocumentTable, choices: ColumnChoices, first: int) -> None:
        super().__init__(page, table, choices)
        self.first = first

    def place(self, row: int, column: int | None = None) -> PlanPlace:
        """Say where a row or cell stands in the document."""
        return super().place(self.first + row, column)
