"""The rows of a standard's requirement tables: what each cell is for, at which level, going on from page to page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from interchange.documents.document_pages import Document, DocumentPage, DocumentTable, PrintedLine, TableCell
from interchange.standards.official_text import depth, leading_code, plain
from interchange.standards.skill.skill_standard import LEVELS, Place, Remark

_LEVEL = re.compile(r"初级|中级|高级")
_HEADING_LONGEST = 60
# By how many points a caption may touch its table.
_TOUCH = 2.0
# Below the header of a merged column: what its two halves hold.
_HALVES = {"编号", "编码", "代码", "序号", "名称", "内容", "描述", "要求", ""}


class ColumnUse(Enum):
    """What a column holds."""

    AREA = "area"
    TASK = "task"
    REQUIREMENT = "requirement"
    CODE = "code"
    NUMBER = "number"
    OTHER = "other"


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
    """A row below the header. ``continues``: it is the first of a table that goes on from the page before."""

    level: str
    area: RowCell
    task: RowCell
    requirement: RowCell
    codes: tuple[str, ...]
    continues: bool


class RequirementRows:
    """Walks a document, and gives the rows of its requirement tables."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.not_read: list[Remark] = []
        self._level = ""
        self._columns: tuple[ColumnUse, ...] = ()
        # Whether a heading was met since the last table: what follows is no continuation.
        self._fresh = True

    def rows(self) -> Iterator[RequirementRow]:
        """Give the rows in the order of the document."""
        for page, block in self.document.blocks():
            if isinstance(block, PrintedLine):
                self._heading(block.text)
                if _is_at_a_table(block, page):
                    self.not_read.append(Remark("text-outside-cells", block.text, Place(page.number, block.box)))
            else:
                yield from self._table(page.number, block)

    def _heading(self, text: str) -> None:
        level = level_of(text)
        if level:
            self._fresh = self._fresh or level != self._level
            self._level = level

    def _table(self, page: int, table: DocumentTable) -> Iterator[RequirementRow]:
        start, has_header = self._header(table)
        is_alike = not self._fresh and table.column_count == len(self._columns)
        if not self._columns or not (has_header or is_alike or _has_requirements(table)):
            place = Place(page, table.box, table.number)
            self.not_read.append(Remark("table-of-another-kind", _first_text(table), place))
            return
        continues = not self._fresh
        for row in range(start, table.row_count):
            if title := _title(table, row):
                self._heading(title)
                continue
            # Two tables that nothing parts are one to the reader of lines.
            if _is_header(_columns(table, row)):
                continue
            yield self._row(page, table, row, continues=continues)
            continues = False
        self._fresh = False

    def _header(self, table: DocumentTable) -> tuple[int, bool]:
        """Find the header; remember what its columns are. Gives the first row below it."""
        for row in range(min(table.row_count, 3)):
            columns = _columns(table, row)
            if _is_header(columns):
                self._columns = columns
                below = row + 1
                while below < table.row_count and _is_half(table, below):
                    below += 1
                for title in filter(None, (_title(table, above) for above in range(row))):
                    self._heading(title)
                return below, True
            if not _title(table, row):
                break
        if len(self._columns) != table.column_count and self._columns and _has_requirements(table):
            self._columns = _by_depth(table)
        return 0, False

    def _row(self, page: int, table: DocumentTable, row: int, *, continues: bool) -> RequirementRow:
        covering = [each for each in table.cells if each.row <= row < each.row + each.rows]

        def of(column: ColumnUse) -> RowCell:
            cells = tuple(each for each in covering if self._column(each) is column)
            box = next((each.box for each in cells if each.lines), cells[0].box if cells else None)
            begins = any(each.row == row for each in cells)
            return RowCell(cells, Place(page, box, table.number, row + 1), begins)

        codes = [plain(each.text).strip() for each in covering if self._column(each) is ColumnUse.CODE]
        cells = (of(ColumnUse.AREA), of(ColumnUse.TASK), of(ColumnUse.REQUIREMENT))
        return RequirementRow(self._level, *cells, tuple(codes), continues)

    def _column(self, cell: TableCell) -> ColumnUse:
        return self._columns[cell.column] if cell.column < len(self._columns) else ColumnUse.OTHER


def _is_at_a_table(line: PrintedLine, page: DocumentPage) -> bool:
    """Whether a line that is in no cell stands at the height of a table: across its lines, or next to it."""
    boxes = [each.box for each in page.blocks if isinstance(each, DocumentTable) and each.box]
    box = line.box
    return box is not None and any(min(box.bottom, each.bottom) - max(box.top, each.top) > _TOUCH for each in boxes)


def level_of(heading: str) -> str:
    """Give the level that a heading names, if it names exactly one; running text names several, or is long."""
    text = plain(heading)
    found = set(_LEVEL.findall(text))
    if len(found) == 1 and len(text) <= _HEADING_LONGEST and not text.rstrip().endswith(("。", "；", "，")):
        return LEVELS[found.pop()]
    return ""


def _columns(table: DocumentTable, row: int) -> tuple[ColumnUse, ...]:
    columns = [ColumnUse.OTHER] * table.column_count
    for cell in table.cells:
        if cell.row <= row < cell.row + cell.rows:
            for index in range(cell.column, min(cell.column + cell.columns, table.column_count)):
                columns[index] = _meaning(cell.text)
    return tuple(columns)


def _is_header(columns: tuple[ColumnUse, ...]) -> bool:
    return {ColumnUse.AREA, ColumnUse.TASK} <= set(columns)


def _meaning(header: str) -> ColumnUse:
    text = re.sub(r"\s", "", header)
    if len(text) > 16 or leading_code(text)[0]:
        return ColumnUse.OTHER
    for word, column in (
        ("领域", ColumnUse.AREA),
        ("任务", ColumnUse.TASK),
        ("要求", ColumnUse.REQUIREMENT),
        ("技能", ColumnUse.REQUIREMENT),
        ("序号", ColumnUse.NUMBER),
        ("编", ColumnUse.CODE),
        ("代码", ColumnUse.CODE),
    ):
        if word in text:
            return column
    return ColumnUse.OTHER


def _is_half(table: DocumentTable, row: int) -> bool:
    texts = {re.sub(r"\s", "", each.text) for each in table.cells if each.row == row}
    return texts <= _HALVES and texts != {""}


def _title(table: DocumentTable, row: int) -> str:
    """Give the text of a row that is one cell over all columns."""
    cells = [each for each in table.cells if each.row <= row < each.row + each.rows]
    whole = len(cells) == 1 and cells[0].columns == table.column_count
    return cells[0].text if whole else ""


def _has_requirements(table: DocumentTable) -> bool:
    return any(depth(leading_code(each.text)[0]) == 3 for each in table.cells)


def _by_depth(table: DocumentTable) -> tuple[ColumnUse, ...]:
    """Say what columns are by their codes, where a table goes on without header and with other columns."""
    meanings = {1: ColumnUse.AREA, 2: ColumnUse.TASK, 3: ColumnUse.REQUIREMENT}
    columns = [ColumnUse.OTHER] * table.column_count
    for cell in table.cells:
        columns[cell.column] = meanings.get(depth(leading_code(cell.text)[0]), columns[cell.column])
    if ColumnUse.REQUIREMENT in columns:
        before = columns.index(ColumnUse.REQUIREMENT)
        for index, column in zip(range(before - 1, -1, -1), (ColumnUse.TASK, ColumnUse.AREA), strict=False):
            columns[index] = column
    return tuple(columns)


def _first_text(table: DocumentTable) -> str:
    return next((each.text for each in table.cells if each.lines), "")
