"""A table as rows and columns of texts, where a merged cell stands at each place it covers."""

from collections.abc import Iterator
from functools import cached_property

from analysis.training_plans.training_plan import PlanPlace
from interchange.documents.document_pages import DocumentPage, DocumentTable, TableCell
from interchange.training_plans.tables.headings.column_choices import NO_CHOICES, ColumnChoices
from interchange.training_plans.tables.lines.names_in_two_languages import EnglishColumns, english_columns, joined_lines
from interchange.training_plans.tables.plan_words import as_written, fold


class Grid:
    """A table of a page."""

    def __init__(self, page: DocumentPage, table: DocumentTable, choices: ColumnChoices = NO_CHOICES) -> None:
        self.choices = choices
        self.page = page
        self.table = table
        self.row_count = table.row_count
        self.column_count = table.column_count
        self._cells: dict[tuple[int, int], TableCell] = {}
        for cell in table.cells:
            for row in range(cell.row, cell.row + cell.rows):
                for column in range(cell.column, cell.column + cell.columns):
                    self._cells[row, column] = cell
        self.hidden_rows = frozenset(table.hidden_rows)
        self.struck = frozenset(table.struck)

    def cell(self, row: int, column: int | None) -> TableCell | None:
        """Give the cell that covers a place."""
        return None if column is None else self._cells.get((row, column))

    def text(self, row: int, column: int | None) -> str:
        """Give the text at a place, from the first cell of a merge wherever it reaches."""
        cell = self.cell(row, column)
        return self._texts[id(cell)] if cell else ""

    def lines(self, row: int, column: int) -> list[str]:
        """Give the lines of the cell at a place."""
        cell = self.cell(row, column)
        return [as_written(each.text) for each in cell.lines] if cell else []

    def written(self, row: int, column: int | None) -> str:
        """Give the text at a place with its characters as they are written."""
        cell = self.cell(row, column)
        return as_written(_joined(cell)) if cell else ""

    def written_of(self, cell: TableCell) -> str:
        """Give the text of a cell of this table with its characters as they are written."""
        return as_written(_joined(cell))

    def begins(self, row: int, column: int | None) -> bool:
        """Whether a cell begins in this row at this column, not above."""
        cell = self.cell(row, column)
        return cell is not None and cell.row == row

    def cells_begin(self, row: int, column: int) -> bool:
        """Whether a cell begins at this column, not left of it."""
        cell = self.cell(row, column)
        return cell is not None and cell.column == column

    def cover(self, row: int, column: int, cell: TableCell) -> None:
        """Let a cell, of this table or of the one before, reach over a place that shows nothing."""
        self._cells[row, column] = cell
        self._texts.setdefault(id(cell), fold(_joined(cell)))

    def row_cells(self, row: int) -> list[TableCell]:
        """Give the cells with text that cover a row, from left to right, each once."""
        cells: dict[int, TableCell] = {}
        for column in range(self.column_count):
            cell = self._cells.get((row, column))
            if cell and cell.text.strip():
                cells.setdefault(id(cell), cell)
        return list(cells.values())

    def own_cells(self, row: int) -> list[TableCell]:
        """Give the cells with text that begin in a row."""
        return [each for each in self.row_cells(row) if each.row == row]

    def text_of(self, cell: TableCell) -> str:
        """Give the text of a cell of this table."""
        return self._texts[id(cell)]

    def place(self, row: int, column: int | None = None) -> PlanPlace:
        """Say where a row or cell stands, counted from 1."""
        shown = None if column is None else column + 1
        return PlanPlace(self.page.number, self.page.sheet, self.table.number, row + 1, shown)

    def rows(self) -> Iterator[int]:
        """Count the rows."""
        return iter(range(self.row_count))

    @cached_property
    def _texts(self) -> dict[int, str]:
        return {id(each): fold(_joined(each)) for each in self.table.cells}

    @cached_property
    def english_columns(self) -> EnglishColumns:
        """Give the columns of names with their English form."""
        cells = self.table.cells
        return english_columns((each.column, [as_written(line.text) for line in each.lines]) for each in cells)


def _joined(cell: TableCell) -> str:
    return joined_lines(each.text for each in cell.lines)
