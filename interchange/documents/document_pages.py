"""A document as its reader gives it, whatever it was: pages with lines and tables in reading order, and their boxes."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from interchange.documents.document_kinds import DocumentKind

# Stands for a character that the document does not name.
UNREADABLE = "\ufffd"


class Box(NamedTuple):
    """A rectangle on a page in points, from the upper left corner."""

    left: float
    top: float
    right: float
    bottom: float


class PrintedLine(NamedTuple):
    """A line as it is printed. Where the document has no fixed pages (DOCX), a paragraph without a box."""

    text: str
    box: Box | None


class TableCell(NamedTuple):
    """A cell: its place in the grid, how many rows and columns it spans, what is printed in it."""

    row: int
    column: int
    rows: int
    columns: int
    lines: tuple[PrintedLine, ...]
    box: Box | None

    @property
    def text(self) -> str:
        """The lines of the cell without their breaks, for a look at what it is."""
        return "".join(each.text for each in self.lines)


class DocumentTable(NamedTuple):
    """A table as a grid; ``number`` counts the tables of the document from 1.

    Rows and columns that the document hides are in it and named, and so are cells (row, column) whose text it strikes
    out, or whose value its reader calculated from a formula.
    """

    number: int
    cells: tuple[TableCell, ...]
    row_count: int
    column_count: int
    box: Box | None
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()
    struck: tuple[tuple[int, int], ...] = ()
    calculated: tuple[tuple[int, int], ...] = ()
    # Whether it was parted from others that stand next to it in one table.
    is_side: bool = False


class DocumentPage(NamedTuple):
    """A page: lines outside tables, and tables, in reading order. DOCX is one page, each sheet of a workbook is one.

    ``pictures`` are those large enough to hold words; what they show is not read. A DOCX gives no boxes of them.
    """

    number: int
    blocks: tuple[PrintedLine | DocumentTable, ...]
    sheet: str = ""
    is_hidden: bool = False
    pictures: tuple[Box | None, ...] = ()


class Document(NamedTuple):
    """All pages of a document."""

    kind: DocumentKind
    pages: tuple[DocumentPage, ...]

    def blocks(self) -> Iterator[tuple[DocumentPage, PrintedLine | DocumentTable]]:
        """Give every block with its page."""
        for page in self.pages:
            for block in page.blocks:
                yield page, block

    def texts(self) -> Iterator[str]:
        """Give the text of every line, outside tables and in them."""
        for _, block in self.blocks():
            if isinstance(block, DocumentTable):
                yield from (line.text for cell in block.cells for line in cell.lines)
            else:
                yield block.text


# ---- between the process that reads and the one that asked, as JSON


def document_from(value: Any) -> Document:
    """Make the document again from what JSON keeps of it: tuples are arrays there."""
    kind, pages = value
    return Document(
        DocumentKind(kind),
        tuple(
            DocumentPage(number, _blocks(blocks), sheet, hidden, tuple(map(_box, pictures)))
            for number, blocks, sheet, hidden, pictures in pages
        ),
    )


def _blocks(values: list[Any]) -> tuple[PrintedLine | DocumentTable, ...]:
    return tuple(_line(each) if len(each) == len(PrintedLine._fields) else _table(each) for each in values)


def _table(value: list[Any]) -> DocumentTable:
    number, parts, rows, columns, box, hidden_rows, hidden_columns, struck, calculated, is_side = value
    return DocumentTable(
        number,
        tuple(_cell(each) for each in parts),
        rows,
        columns,
        _box(box),
        tuple(hidden_rows),
        tuple(hidden_columns),
        tuple((row, column) for row, column in struck),
        tuple((row, column) for row, column in calculated),
        is_side,
    )


def _cell(value: list[Any]) -> TableCell:
    row, column, rows, columns, lines, box = value
    return TableCell(row, column, rows, columns, tuple(_line(each) for each in lines), _box(box))


def _line(value: list[Any]) -> PrintedLine:
    return PrintedLine(value[0], _box(value[1]))


def _box(value: list[float] | None) -> Box | None:
    return value and Box(*value)  # type: ignore[return-value]  # None stays None
