"""The rows of a standard's requirement tables: what each cell is for, at which level, going on from page to page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from interchange.documents.document_pages import Document, DocumentPage, DocumentTable, PrintedLine, TableCell
from interchange.standards.official_text import depth, leading_code, plain
from interchange.standards.printed_lines import is_at_a_table, is_of_the_page, pictures, running_heads
from interchange.standards.repeated_header import HeaderLines, header_lines, with_header_apart
from interchange.standards.skill.skill_standard import LEVELS, Place, Remark

REQUIREMENT_DEPTH = 3
_LEVEL = re.compile(r"初级|中级|高级")
_HEADING_LONGEST = 60
_HEADER_LONGEST = 16
# A header stands in one of this many rows; titles may stand above it.
_HEADER_WITHIN = 3
_NOTE = re.compile(r"注\s*\d*\s*[:：]")
_CAPTION = re.compile(r"续\s*表|表\s*[A-Z]?[\d一二三四五六七八九十]+|[（(]?续[)）]?$")
_NOT_CHINESE = re.compile(r"[^\u4e00-\u9fff]")
# Below the header of a merged column: what its two halves hold.
_HALF = re.compile(r"(?:编号|编码|代码|序号|名称|内容|描述|要求|.{0,4}(?:知识|技能|素养|素质).{0,2})?")


class ColumnUse(Enum):
    """What a column holds."""

    AREA = "area"
    TASK = "task"
    REQUIREMENT = "requirement"
    # What stands next to the skills: knowledge, attitudes.
    KNOWLEDGE = "knowledge"
    LEVEL = "level"
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
    knowledge: RowCell
    codes: tuple[str, ...]
    continues: bool


class RequirementRows:
    """Walks a document, and gives the rows of its requirement tables."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.not_read: list[Remark] = list(pictures(document))
        self._running = running_heads(document)
        self._level = ""
        self._columns: tuple[ColumnUse, ...] = ()
        self._header_lines: HeaderLines = {}
        # Whether a heading was met since the last table: what follows is no continuation.
        self._fresh = True
        # Lines since the last table; a table that follows shows that they stand among the tables.
        self._between: list[Remark] = []

    def rows(self) -> Iterator[RequirementRow]:
        """Give the rows in the order of the document."""
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
        if is_at_a_table(line, page):
            self.not_read.append(Remark("text-outside-cells", line.text, place))
        elif _is_header(tuple(_meaning(each) for each in line.text.split())):
            self.not_read.append(Remark("table-without-lines", line.text, place))
        elif self._columns and not is_heading and not _is_caption(line.text):
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
        table = with_header_apart(printed, self._header_lines)
        start, has_header = (0, False) if _is_without_requirements(table) else self._header(page, table)
        is_alike = not self._fresh and table.column_count == len(self._columns)
        is_read = has_header or is_alike or _has_requirements(table)
        if not self._columns or not is_read or _is_without_requirements(table):
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
            if _is_header_row(table, row):
                continue
            yield self._row(page, table, row, continues=continues)
            continues = False
        self._fresh = False

    def _title_row(self, page: int, table: DocumentTable, row: int, title: str) -> bool:
        """Take the level of a row over all columns; whether it names one. A note is reported as not read."""
        is_heading = self._heading(title)
        if not is_heading and not _is_caption(title):
            box = next((each.box for each in table.cells if each.row == row), None)
            self.not_read.append(Remark("text-between-tables", title, Place(page, box, table.number, row + 1)))
        return is_heading

    def _header(self, page: int, table: DocumentTable) -> tuple[int, bool]:
        """Find the header; remember what its columns are. Gives the first row below it."""
        for row in range(min(table.row_count, _HEADER_WITHIN)):
            if _is_header_row(table, row):
                columns = _columns(table, row)
                below = row + 1
                while below < table.row_count and _is_below_header(table, below):
                    columns = _refined(columns, _columns(table, below))
                    below += 1
                self._columns, self._header_lines = columns, header_lines(table, row)
                for above in range(row):
                    self._title_row(page, table, above, _title(table, above))
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

        for each in of(ColumnUse.LEVEL).cells:
            self._heading(each.text)
        codes = [plain(each.text).strip() for each in covering if self._is_code(each)]
        cells = (of(ColumnUse.AREA), of(ColumnUse.TASK), of(ColumnUse.REQUIREMENT), of(ColumnUse.KNOWLEDGE))
        return RequirementRow(self._level, *cells, tuple(codes), continues)

    def _is_code(self, cell: TableCell) -> bool:
        """Whether a cell is one of codes: by the header of its column, or a whole code under another header."""
        if self._column(cell) in {ColumnUse.NUMBER, ColumnUse.OTHER}:
            code, rest = leading_code(cell.text)
            return depth(code) == REQUIREMENT_DEPTH and not rest.strip()
        return self._column(cell) is ColumnUse.CODE

    def _column(self, cell: TableCell) -> ColumnUse:
        return self._columns[cell.column] if cell.column < len(self._columns) else ColumnUse.OTHER


def level_of(heading: str) -> str:
    """Give the level that a heading names, if it names exactly one; running text names several, or is long."""
    text = re.sub(r"\s", "", plain(heading))
    found = set(_LEVEL.findall(text))
    is_sentence = text.endswith(("。", "；", "，")) or _NOTE.match(text)
    if len(found) == 1 and len(text) <= _HEADING_LONGEST and not is_sentence:
        return LEVELS[found.pop()]
    return ""


def _is_caption(text: str) -> bool:
    return bool(_CAPTION.match(plain(text)))


def _columns(table: DocumentTable, row: int) -> tuple[ColumnUse, ...]:
    columns = [ColumnUse.OTHER] * table.column_count
    for cell in table.cells:
        if cell.row <= row < cell.row + cell.rows:
            for index in range(cell.column, min(cell.column + cell.columns, table.column_count)):
                columns[index] = _meaning(cell.text)
    return tuple(columns)


def _is_header(columns: tuple[ColumnUse, ...]) -> bool:
    return {ColumnUse.AREA, ColumnUse.TASK} <= set(columns)


def _is_header_row(table: DocumentTable, row: int) -> bool:
    """Whether a row names the columns; a name may have the same words, but then a code stands in its row."""
    cells = [each for each in table.cells if each.row <= row < each.row + each.rows]
    return _is_header(_columns(table, row)) and all(depth(leading_code(each.text)[0]) <= 1 for each in cells)


def _is_without_requirements(table: DocumentTable) -> bool:
    """Whether a table says something else of areas and tasks, such as their weights: no column is of requirements."""
    headers = (
        set(_columns(table, row)) for row in range(min(table.row_count, _HEADER_WITHIN)) if _is_header_row(table, row)
    )
    columns = next(headers, {ColumnUse.REQUIREMENT})
    return ColumnUse.REQUIREMENT not in columns and not _has_requirements(table)


def _meaning(header: str) -> ColumnUse:
    if leading_code(header)[0]:
        return ColumnUse.OTHER
    # A header in two languages is read by its Chinese words.
    text = _NOT_CHINESE.sub("", header)
    if len(text) > _HEADER_LONGEST:
        return ColumnUse.OTHER
    if re.search("知识|素养|素质", text) and "技能" not in text:
        return ColumnUse.KNOWLEDGE
    for words, column in (
        ("领域|职业功能", ColumnUse.AREA),
        ("任务|工作内容", ColumnUse.TASK),
        ("要求", ColumnUse.REQUIREMENT),
        ("等级|级别", ColumnUse.LEVEL),
        ("技能", ColumnUse.REQUIREMENT),
        ("序号", ColumnUse.NUMBER),
        ("编|代码", ColumnUse.CODE),
    ):
        if re.search(words, text):
            return column
    return ColumnUse.OTHER


def _is_below_header(table: DocumentTable, row: int) -> bool:
    """Whether a row names the halves of a merged column."""
    texts = {re.sub(r"\s", "", each.text) for each in table.cells if each.row == row}
    return all(map(_HALF.fullmatch, texts)) and texts not in (set(), {""})


def _refined(columns: tuple[ColumnUse, ...], below: tuple[ColumnUse, ...]) -> tuple[ColumnUse, ...]:
    """Give the columns with what the row below says of the halves of the column of requirements."""
    halves = {ColumnUse.KNOWLEDGE, ColumnUse.REQUIREMENT}
    return tuple(
        lower if upper in {ColumnUse.REQUIREMENT, ColumnUse.OTHER} and lower in halves else upper
        for upper, lower in zip(columns, below, strict=True)
    )


def _title(table: DocumentTable, row: int) -> str:
    """Give the text of a row that is one cell over all columns."""
    cells = [each for each in table.cells if each.row <= row < each.row + each.rows]
    whole = len(cells) == 1 and cells[0].columns == table.column_count
    return cells[0].text if whole else ""


def _has_requirements(table: DocumentTable) -> bool:
    return any(depth(leading_code(each.text)[0]) == REQUIREMENT_DEPTH for each in table.cells)


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
