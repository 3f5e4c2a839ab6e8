"""A DOCX as one page, by the standard library. Runs in the reader's process only."""

import io
import zipfile
from collections.abc import Iterator
from itertools import count
from xml.etree.ElementTree import Element  # what expat has parsed without document types

from interchange.documents.document_errors import (
    Damage,
    DocumentDamagedError,
    DocumentTooLargeError,
    DocumentWithoutTextError,
)
from interchange.documents.document_kinds import DocumentKind, naming_damage
from interchange.documents.document_pages import (
    UNREADABLE,
    Document,
    DocumentPage,
    DocumentTable,
    PrintedLine,
    TableCell,
)
from interchange.documents.word.docx_numbering import DocxNumbering
from interchange.documents.word.docx_tree import W, children, number, parse_tree, value

_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"
_PICTURE_OF_VML = "{urn:schemas-microsoft-com:vml}imagedata"
_MAIN = "word/document.xml"
# Deleted text that Word keeps for the author, the second form of a drawing for programs of before 2010, and how a
# character is said.
_LEFT_OUT = {
    f"{W}del",
    f"{W}moveFrom",
    f"{W}rt",
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}
_BOX = f"{W}txbxContent"
_CHARACTERS = {
    f"{W}tab": " ",
    f"{W}ptab": " ",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
    # A character by its number in a font of symbols.
    f"{W}sym": UNREADABLE,
}
# Word itself takes no more columns.
COLUMNS_LARGEST = 63
COLUMNS_OF_A_TABLE = ("columns in one table", "列（单个表格）")


def read_docx(data: bytes) -> Document:
    """Read the paragraphs and tables of the body in their order."""
    with naming_damage(Damage.COMPRESSION), zipfile.ZipFile(io.BytesIO(data)) as package:
        root, numbering = parse_tree(package, _MAIN), DocxNumbering(package)
    body = root.find(f"{W}body")
    if body is None:
        raise DocumentDamagedError(Damage.NO_BODY)
    blocks = tuple(_Body(numbering).blocks(body))
    if not blocks:
        raise DocumentWithoutTextError(1)
    pictures = [each for each in _kept(body) if each.tag in {_PICTURE, _PICTURE_OF_VML}]
    return Document(DocumentKind.DOCX, (DocumentPage(1, blocks, pictures=(None,) * len(pictures)),))


def _kept(element: Element) -> Iterator[Element]:
    """Give the elements below one that stand in the document as it is now."""
    for child in element:
        if child.tag not in _LEFT_OUT:
            yield child
            yield from _kept(child)


class _Body:
    """Walks the body once, from its beginning: numbers are counted on the way."""

    def __init__(self, numbering: DocxNumbering) -> None:
        self.numbering = numbering
        self.tables = count(1)

    def blocks(self, parent: Element) -> Iterator[PrintedLine | DocumentTable]:
        """Give lines and tables, also those inside a content control."""
        for child in parent:
            if child.tag == f"{W}p":
                yield from self._paragraph(child)
                for box in _boxes(child):
                    yield from self.blocks(box)
            elif child.tag == f"{W}tbl":
                yield from self._table(child)
            elif child.tag not in _LEFT_OUT:
                yield from self.blocks(child)

    def _paragraph(self, paragraph: Element) -> Iterator[PrintedLine]:
        text = self.numbering.number(paragraph) + "".join(_texts(paragraph))
        for each in text.split("\n"):
            if line := each.strip():
                yield PrintedLine(line, None)

    def _table(self, table: Element) -> Iterator[PrintedLine | DocumentTable]:
        rows = [list(_cells(row)) for row in children(table, "tr") if row.find(f"{W}trPr/{W}del") is None]
        columns = max((column + width for row in rows for column, width, _ in row), default=0)
        if columns > COLUMNS_LARGEST:
            raise DocumentTooLargeError(COLUMNS_OF_A_TABLE, columns, COLUMNS_LARGEST)
        if all(len(row) == 1 for row in rows) and any(_has_table(cell) for row in rows for *_, cell in row):
            # It only frames what is in it.
            for *_, cell in (row[0] for row in rows):
                yield from self.blocks(cell)
        elif columns:
            struck = tuple(
                (index, column) for index, row in enumerate(rows) for column, _, cell in row if _is_struck_out(cell)
            )
            found = next(self.tables)
            yield DocumentTable(found, tuple(self._grid(rows)), len(rows), columns, None, struck=struck)

    def _grid(self, rows: list[list[tuple[int, int, Element]]]) -> Iterator[TableCell]:
        """Give the cells that begin somewhere; one that goes on from above only makes the one above longer."""
        merges = [{(column, width): _goes_on(cell) for column, width, cell in row} for row in rows]
        for index, row in enumerate(rows):
            for column, width, cell in row:
                if index and merges[index][column, width] and (column, width) in merges[index - 1]:
                    continue
                height = 1
                while index + height < len(rows) and merges[index + height].get((column, width)):
                    height += 1
                yield TableCell(index, column, height, width, tuple(self._cell_lines(cell)), None)

    def _cell_lines(self, parent: Element) -> Iterator[PrintedLine]:
        """Give the lines of a cell; a table or text box within a cell gives those in it."""
        for child in parent:
            if child.tag == f"{W}p":
                yield from self._paragraph(child)
                for box in _boxes(child):
                    yield from self._cell_lines(box)
            elif child.tag not in _LEFT_OUT:
                yield from self._cell_lines(child)


def _texts(element: Element) -> Iterator[str]:
    for child in element:
        if child.tag in {f"{W}t", f"{_MATH}t"}:
            yield child.text or ""
        elif child.tag in _CHARACTERS:
            yield _CHARACTERS[child.tag]
        elif child.tag not in _LEFT_OUT and child.tag != _BOX and not _is_marked(child, "vanish"):
            yield from _texts(child)


def _boxes(element: Element) -> Iterator[Element]:
    """Give the text boxes that hang on a paragraph."""
    for child in element:
        if child.tag == _BOX:
            yield child
        elif child.tag not in _LEFT_OUT:
            yield from _boxes(child)


# ---- tables


def _has_table(cell: Element) -> bool:
    return any(each.tag == f"{W}tbl" for each in _kept(cell))


def _is_struck_out(cell: Element) -> bool:
    """Whether all text of a cell is struck out."""
    runs = [each for each in cell.iter(f"{W}r") if "".join(_texts(each)).strip()]
    return bool(runs) and all(_is_marked(each, "strike") for each in runs)


def _is_marked(run: Element, name: str) -> bool:
    """Whether a run is formatted so, such as struck out or hidden from print."""
    mark = run.find(f"{W}rPr/{W}{name}")
    return mark is not None and mark.get(f"{W}val") not in {"0", "false"}


def _cells(row: Element) -> Iterator[tuple[int, int, Element]]:
    column = number(row, "trPr/gridBefore", 0)
    for cell in children(row, "tc"):
        width = max(number(cell, "tcPr/gridSpan", 1), 1)
        yield column, width, cell
        column += width


def _goes_on(cell: Element) -> bool:
    return cell.find(f"{W}tcPr/{W}vMerge") is not None and value(cell, "tcPr/vMerge", "continue") == "continue"
