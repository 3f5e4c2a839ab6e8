"""The rows of a standard's requirement tables: what each cell is for, at which level, going on from page to page."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from interchange.documents.document_pages import Document, DocumentPage, DocumentTable, PrintedLine, TableCell
from interchange.standards.official_text import depth, leading_code, plain
from interchange.standards.printed_lines import is_at_a_table, is_caption, is_of_the_page, pictures, running_heads
from interchange.standards.repeated_header import Header, header_cells, is_header_again, with_header_apart
from interchange.standards.skill.skill_standard import LEVELS, Place, Remark
from interchange.standards.skill.table_header import (
    HEADER_WITHIN,
    REQUIREMENT_DEPTH,
    ColumnUse,
    TableHeader,
    area_in,
    columns_by_depth,
    columns_without_areas,
    has_requirements,
    header_at,
    is_area_line,
    is_header_row,
    is_without_requirements,
    level_of,
    meaning,
    whole_level,
)

_ORDER = {level: rank for rank, level in enumerate(LEVELS.values())}


@dataclass(frozen=True, slots=True)
class RowCell:
    """What one row has of a column: the cells that cover the row, left to right, which of them begin in it."""

    cells: tuple[TableCell, ...]
    place: Place
    begins: bool

    @property
    def lines(self) -> tuple[PrintedLine, ...]:
        """The lines of all cells."""
        return tuple(line for cell in self.cells for line in cell.lines)


@dataclass(frozen=True, slots=True)
class RequirementRow:
    """A row below the header. ``continues``: it is the first of a table that goes on from the page before.

    Where levels stand side by side, a printed row is a row of each level. ``by_column`` says so, ``task_beside`` is the
    task by the codes of the other levels, and ``levels`` are all those that the requirement is printed for at once.
    """

    level: str
    area: RowCell
    task: RowCell
    requirement: RowCell
    knowledge: RowCell
    codes: tuple[str, ...]
    continues: bool
    by_column: bool = False
    task_beside: str = ""
    levels: tuple[str, ...] = ()


class RequirementRows:
    """Walks a document, and gives the rows of its requirement tables."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.not_read: list[Remark] = list(pictures(document))
        self._running = running_heads(document)
        self._level = ""
        self._columns = TableHeader()
        self._header: Header = ()
        # The work area that a row over all columns, or a line above the table, names where no column does.
        self._area: RowCell | None = None
        # Whether a heading was met since the last table: what follows is no continuation.
        self._fresh = True
        # Lines since the last table; a table that follows shows that they stand among the tables.
        self._between: list[Remark] = []

    def rows(self) -> Iterator[RequirementRow]:
        """Give the rows in the order of the document; of levels side by side, all of the lowest first."""
        for by_column, rows in groupby(self._printed_rows(), key=lambda each: each.by_column):
            run = list(rows)
            yield from sorted(run, key=lambda each: _ORDER[each.level]) if by_column else run

    def _printed_rows(self) -> Iterator[RequirementRow]:
        for page, block in self.document.blocks():
            if isinstance(block, PrintedLine):
                self._line(page, block)
            else:
                yield from self._table(page.number, block)

    def _line(self, page: DocumentPage, line: PrintedLine) -> None:
        place = Place(page.number, line.box)
        if is_of_the_page(line.text, self._running) and not level_of(line.text):
            return
        is_heading = self._heading(line.text)
        if not is_heading and is_area_line(plain(line.text)):
            cell = TableCell(-len(line.text), -page.number, 1, 1, (line,), line.box)
            self._area = RowCell((cell,), place, begins=True)
        elif is_at_a_table(line, page):
            self.not_read.append(Remark("text-outside-cells", line.text, place))
        elif {ColumnUse.AREA, ColumnUse.TASK} <= {meaning(each) for each in line.text.split()}:
            self.not_read.append(Remark("table-without-lines", line.text, place))
        elif self._columns.columns and not is_heading and not is_caption(line.text):
            remark = Remark("text-between-tables", line.text, place)
            found = self.not_read if depth(leading_code(line.text)[0]) == REQUIREMENT_DEPTH else self._between
            found.append(remark)

    def _heading(self, text: str) -> bool:
        """Take the level that a heading names; whether it names one."""
        level = level_of(text)
        if level:
            self._fresh = self._fresh or level != self._level
            self._level = level
        return bool(level)

    def _table(self, page: int, printed: DocumentTable) -> Iterator[RequirementRow]:
        table = with_header_apart(printed, self._header)
        goes_on = self._goes_on_without_areas(table)
        is_bare = not goes_on and is_without_requirements(table)
        start, has_header = (0, False) if goes_on or is_bare else self._read_header(page, table)
        is_alike = not self._fresh and table.column_count == len(self._columns.columns)
        is_read = has_header or is_alike or has_requirements(table)
        if not self._columns.columns or not is_read or is_bare:
            place = Place(page, table.box, table.number)
            self.not_read.append(Remark("table-of-another-kind", _first_text(table), place))
            return
        self.not_read += self._between
        self._between.clear()
        continues = not self._fresh
        for row in range(start, table.row_count):
            if title := _title(table, row):
                continues = not self._title_row(page, table, row, title) and continues
                continue
            # Two tables that nothing parts are one to the reader of lines.
            if is_header_row(table, row) and self._is_header_again(table, row):
                continue
            yield from self._rows_at(page, table, row, continues=continues)
            continues = False
        self._fresh = False

    def _goes_on_without_areas(self, table: DocumentTable) -> bool:
        """Whether a table of tasks and requirements goes on: names in its first row may have the words of a header."""
        columns = self._columns.columns
        is_alike = columns_without_areas(columns) and table.column_count == len(columns)
        is_parted = self._fresh or self._between or is_header_again(table, 0, self._header)
        return is_alike and not is_parted

    def _title_row(self, page: int, table: DocumentTable, row: int, title: str) -> bool:
        """Take the level or area of a row over all columns; whether it names one. A note is reported as not read."""
        if self._heading(title):
            return True
        cell = next(each for each in table.cells if each.row <= row < each.row + each.rows)
        place = Place(page, cell.box, table.number, row + 1)
        if columns_without_areas(self._columns.columns) and area_in(plain(title)):
            self._area = RowCell((cell,), place, begins=True)
            return True
        if not is_caption(title):
            self.not_read.append(Remark("text-between-tables", title, place))
        return False

    def _read_header(self, page: int, table: DocumentTable) -> tuple[int, bool]:
        """Find the header; remember what its columns are. Gives the first row below it."""
        for row in range(min(table.row_count, HEADER_WITHIN)):
            if is_header_row(table, row):
                self._columns = header_at(table, row)
                self._header = header_cells(table, row, self._columns.below)
                named = [self._title_row(page, table, above, _title(table, above)) for above in range(row)]
                self._fresh = self._fresh or any(named)
                return self._columns.below, True
            if not _title(table, row):
                break
        known = self._columns.columns
        if known and len(known) != table.column_count and has_requirements(table):
            self._columns = TableHeader(columns_by_depth(table))
        return 0, False

    def _is_header_again(self, table: DocumentTable, row: int) -> bool:
        """Whether a row that names columns is the header: names of tasks and requirements may have its words."""
        return ColumnUse.AREA in self._columns.columns or is_header_again(table, row, self._header)

    def _rows_at(self, page: int, table: DocumentTable, row: int, *, continues: bool) -> Iterator[RequirementRow]:
        """Give what is printed in a row; where levels stand side by side, for each of them."""
        covering = [each for each in table.cells if each.row <= row < each.row + each.rows]
        whole = self._row(Place(page, None, table.number, row + 1), covering, row, continues=continues)
        levels = self._columns.levels_side_by_side()
        if not levels:
            yield whole
        task = next((code for code, _ in map(leading_code, _texts(whole)) if depth(code) == REQUIREMENT_DEPTH), "")
        for level in levels:
            cells = [each for each in covering if level in (self._columns.levels_of(each) or (level,))]
            of_level = self._row(Place(page, None, table.number, row + 1), cells, row, continues=continues)
            printed_for = (self._columns.levels_of(each) for each in of_level.requirement.cells if each.lines)
            yield replace(
                of_level,
                level=level,
                by_column=True,
                task_beside=task.rpartition(".")[0],
                levels=max(printed_for, key=len, default=()),
            )

    def _row(self, at: Place, covering: list[TableCell], row: int, *, continues: bool) -> RequirementRow:
        def of(column: ColumnUse) -> RowCell:
            cells = tuple(each for each in covering if self._columns.use(each) is column)
            box = next((each.box for each in cells if each.lines), cells[0].box if cells else None)
            begins = any(each.row == row for each in cells)
            return RowCell(cells, at._replace(box=box), begins)

        for each in of(ColumnUse.LEVEL).cells:
            self._heading(whole_level(each.text))
        codes = [plain(each.text).strip() for each in covering if self._is_code(each)]
        area = of(ColumnUse.AREA)
        if self._area and columns_without_areas(self._columns.columns):
            area = self._area
        cells = (area, of(ColumnUse.TASK), of(ColumnUse.REQUIREMENT), of(ColumnUse.KNOWLEDGE))
        return RequirementRow(self._level, *cells, tuple(codes), continues)

    def _is_code(self, cell: TableCell) -> bool:
        """Whether a cell is one of codes: by the header of its column, or a whole code under another header."""
        if self._columns.use(cell) in {ColumnUse.NUMBER, ColumnUse.OTHER}:
            code, rest = leading_code(cell.text)
            return depth(code) == REQUIREMENT_DEPTH and not rest.strip()
        return self._columns.use(cell) is ColumnUse.CODE


def _texts(row: RequirementRow) -> list[str]:
    """Give the texts in which a row may have codes of requirements."""
    return [*row.codes, *(line.text for line in row.requirement.lines if row.requirement.begins)]


def _title(table: DocumentTable, row: int) -> str:
    """Give the text of a row that is one cell over all columns."""
    cells = [each for each in table.cells if each.row <= row < each.row + each.rows]
    whole = len(cells) == 1 and cells[0].columns == table.column_count
    return cells[0].text if whole else ""


def _first_text(table: DocumentTable) -> str:
    return next((each.text for each in table.cells if each.lines), "")
