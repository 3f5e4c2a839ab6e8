"""An HTML document as one page; record systems save it under the name of a workbook. By the standard library."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import count

from interchange.documents.document_errors import DocumentTooLargeError, DocumentWithoutTextError
from interchange.documents.document_kinds import COLUMNS, COLUMNS_LARGEST, ROWS, ROWS_LARGEST, DocumentKind
from interchange.documents.document_pages import Document, DocumentPage, DocumentTable, PrintedLine, TableCell

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_HEAD = 4096
# What declares the older names is written in the newest of the family.
_GB = {"gb2312", "gbk", "gb_2312-80", "gb18030", "cp936"}
_UNREAD = {"style", "script", "title"}
_BLANKS = re.compile(r"[ \t\r\n\xa0\u200b]+")
_STRIKES = {"s", "strike", "del"}
_BLOCKS = {"p", "div", "h1", "h2", "h3", "h4", "li", "br", "table", "caption"}


def read_html(data: bytes) -> Document:
    """Read the lines and tables of the body in their order."""
    parser = _Parser()
    parser.feed(_decoded(data))
    parser.close()
    parser.end_line()
    if not parser.blocks:
        raise DocumentWithoutTextError(1)
    return Document(DocumentKind.HTML, (DocumentPage(1, tuple(parser.blocks)),))


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    match = _CHARSET.search(data[:_HEAD])
    name = match[1].decode("ascii").lower() if match else ""
    if name in _GB:
        return data.decode("gb18030", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030", "replace")


@dataclass
class _Cell:
    rows: int
    columns: int
    lines: list[str] = field(default_factory=lambda: [""])
    is_struck_out: bool = False


@dataclass
class _Table:
    rows: list[list[_Cell]] = field(default_factory=list)
    hidden: set[int] = field(default_factory=set)


class _Parser(HTMLParser):
    """Builds blocks; a cell or row that is not closed ends where the next begins, as browsers do it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[PrintedLine | DocumentTable] = []
        self.numbers = count(1)
        self.line = ""
        self.unread = 0
        self.strikes = 0
        # A table in a cell of another: its text counts as that of the outer cell.
        self.depth = 0
        self.table = _Table()
        self.cell: _Cell | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNREAD:
            self.unread += 1
        elif tag in _STRIKES:
            self.strikes += 1
        elif tag == "table":
            self._begin_table()
        elif self.depth == 1 and tag in {"tr", "td", "th"}:
            self._begin(tag, dict(attrs))
        elif tag in _BLOCKS:
            self._break()

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNREAD:
            self.unread = max(self.unread - 1, 0)
        elif tag in _STRIKES:
            self.strikes = max(self.strikes - 1, 0)
        elif tag == "table" and self.depth:
            self.depth -= 1
            if not self.depth:
                self._end_table()
        elif self.depth == 1 and tag in {"tr", "td", "th"}:
            self.cell = None
        elif tag in _BLOCKS:
            self._break()

    def handle_data(self, data: str) -> None:
        if self.unread:
            return
        if not self.depth:
            self.line += data
        elif self.cell:
            text = _BLANKS.sub(" ", data)
            self.cell.lines[-1] += text
            self.cell.is_struck_out |= bool(self.strikes and text.strip())

    def close(self) -> None:
        """End a table that is left open."""
        super().close()
        if self.depth:
            self.depth = 0
            self._end_table()

    def end_line(self) -> None:
        """Keep the line outside tables that ends here."""
        text = _BLANKS.sub(" ", self.line).strip()
        if text:
            self.blocks.append(PrintedLine(text, None))
        self.line = ""

    def _break(self) -> None:
        if self.cell:
            self.cell.lines.append("")
        elif not self.depth:
            self.end_line()

    def _begin_table(self) -> None:
        self._break()
        self.depth += 1
        if self.depth == 1:
            self.table, self.cell = _Table(), None

    def _begin(self, tag: str, attributes: dict[str, str | None]) -> None:
        rows = self.table.rows
        if tag == "tr" or not rows:
            rows.append([])
            if len(rows) > ROWS_LARGEST:
                raise DocumentTooLargeError(ROWS, len(rows), ROWS_LARGEST)
            if re.search(r"display\s*:\s*none", attributes.get("style") or ""):
                self.table.hidden.add(len(rows) - 1)
        if tag == "tr":
            self.cell = None
            return
        self.cell = _Cell(_span(attributes.get("rowspan")), _span(attributes.get("colspan")))
        rows[-1].append(self.cell)
        if len(rows[-1]) > COLUMNS_LARGEST:
            raise DocumentTooLargeError(COLUMNS, len(rows[-1]), COLUMNS_LARGEST)

    def _end_table(self) -> None:
        self.cell = None
        cells = list(_grid(self.table.rows))
        if not cells:
            return
        row_count = max(row for row, _, _ in cells) + 1
        column_count = max(column + cell.columns for _, column, cell in cells)
        if column_count > COLUMNS_LARGEST:
            raise DocumentTooLargeError(COLUMNS, column_count, COLUMNS_LARGEST)
        struck = tuple((row, column) for row, column, cell in cells if cell.is_struck_out)
        placed = tuple(_table_cell(row, column, cell, row_count) for row, column, cell in cells)
        hidden = tuple(sorted(self.table.hidden))
        self.blocks.append(
            DocumentTable(next(self.numbers), placed, row_count, column_count, None, hidden, struck=struck)
        )


def _span(value: str | None) -> int:
    number = int(value) if value and value.isascii() and value.isdigit() and len(value) < 6 else 1
    return min(max(number, 1), ROWS_LARGEST)


def _grid(rows: list[list[_Cell]]) -> Iterator[tuple[int, int, _Cell]]:
    """Give each cell its column: those that reach down from above take theirs first."""
    taken: dict[int, int] = {}
    for row, cells in enumerate(rows):
        column = 0
        for cell in cells:
            while taken.get(column, 0) > row:
                column += 1
            if column + cell.columns > COLUMNS_LARGEST:
                raise DocumentTooLargeError(COLUMNS, column + cell.columns, COLUMNS_LARGEST)
            taken.update(dict.fromkeys(range(column, column + cell.columns), row + cell.rows))
            yield row, column, cell
            column += cell.columns


def _table_cell(row: int, column: int, cell: _Cell, row_count: int) -> TableCell:
    lines = tuple(PrintedLine(each.strip(), None) for each in cell.lines if each.strip())
    return TableCell(row, column, min(cell.rows, row_count - row), cell.columns, lines, None)
