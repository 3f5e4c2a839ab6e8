"""A DOCX as one page, by the standard library. Runs in the reader's process only."""

import io
import zipfile
from collections.abc import Iterator
from itertools import count
from xml.etree.ElementTree import Element, TreeBuilder  # what it builds, expat has parsed without document types
from xml.parsers import expat

from interchange.documents.document_errors import (
    Damage,
    DocumentDamagedError,
    DocumentTooLargeError,
    DocumentWithoutTextError,
)
from interchange.documents.document_kinds import DocumentKind, naming_damage, parse_part
from interchange.documents.document_pages import Document, DocumentPage, DocumentTable, PrintedLine, TableCell

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# Deleted text that Word keeps for the author, and the second form of a drawing for programs of before 2010.
_LEFT_OUT = {f"{_W}del", f"{_W}moveFrom", "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
_MAIN = "word/document.xml"
# Word itself takes no more columns; nothing nests deeper that a person wrote.
COLUMNS_LARGEST = 63
DEPTH_LARGEST = 100
COLUMNS_OF_A_TABLE = ("columns in one table", "列（单个表格）")
DEPTH = ("levels of nesting", "层嵌套")


def read_docx(data: bytes) -> Document:
    """Read the paragraphs and tables of the body in their order."""
    with naming_damage(Damage.COMPRESSION):
        root = _parse(data)
    body = root.find(f"{_W}body")
    if body is None:
        raise DocumentDamagedError(Damage.NO_BODY)
    blocks = tuple(_blocks(body, count(1)))
    if not blocks:
        raise DocumentWithoutTextError(1)
    return Document(DocumentKind.DOCX, (DocumentPage(1, blocks),))


def _parse(data: bytes) -> Element:
    tree = _Tree()
    parser = expat.ParserCreate(namespace_separator="}")
    parser.StartElementHandler, parser.EndElementHandler = tree.start, tree.end
    parser.CharacterDataHandler = tree.builder.data
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parse_part(package, package.getinfo(_MAIN), parser)
    return tree.builder.close()


class _Tree:
    """Builds elements with the names that ElementTree uses, and bounds how deep they nest."""

    def __init__(self) -> None:
        self.builder = TreeBuilder()
        self.depth = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > DEPTH_LARGEST:
            raise DocumentTooLargeError(DEPTH, self.depth, DEPTH_LARGEST)
        self.builder.start(_name(tag), {_name(name): value for name, value in attributes.items()})

    def end(self, tag: str) -> None:
        self.depth -= 1
        self.builder.end(_name(tag))


def _name(tag: str) -> str:
    return f"{{{tag}" if "}" in tag else tag


def _blocks(parent: Element, numbers: Iterator[int]) -> Iterator[PrintedLine | DocumentTable]:
    """Give lines and tables, also those inside a content control."""
    for child in parent:
        if child.tag == f"{_W}p":
            yield from _paragraph(child)
        elif child.tag == f"{_W}tbl":
            yield from _table(child, next(numbers))
        elif child.tag not in _LEFT_OUT:
            yield from _blocks(child, numbers)


def _paragraph(paragraph: Element) -> Iterator[PrintedLine]:
    for each in "".join(_texts(paragraph)).split("\n"):
        if text := each.strip():
            yield PrintedLine(text, None)


def _texts(element: Element) -> Iterator[str]:
    for child in element:
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag == f"{_W}tab":
            yield " "
        elif child.tag in {f"{_W}br", f"{_W}cr"}:
            yield "\n"
        elif child.tag not in _LEFT_OUT:
            yield from _texts(child)


# ---- tables


def _table(table: Element, number: int) -> Iterator[DocumentTable]:
    rows = [list(_cells(row)) for row in _children(table, "tr")]
    columns = max((column + width for row in rows for column, width, _ in row), default=0)
    if columns > COLUMNS_LARGEST:
        raise DocumentTooLargeError(COLUMNS_OF_A_TABLE, columns, COLUMNS_LARGEST)
    if columns:
        struck = tuple(
            (index, column) for index, row in enumerate(rows) for column, _, cell in row if _is_struck_out(cell)
        )
        yield DocumentTable(number, tuple(_grid(rows)), len(rows), columns, None, struck=struck)


def _is_struck_out(cell: Element) -> bool:
    """Whether all text of a cell is struck out."""
    runs = [each for each in cell.iter(f"{_W}r") if "".join(_texts(each)).strip()]
    marks = [each.find(f"{_W}rPr/{_W}strike") for each in runs]
    return bool(runs) and all(each is not None and each.get(f"{_W}val") not in {"0", "false"} for each in marks)


def _children(parent: Element, name: str) -> Iterator[Element]:
    """Give children of this name; content controls and tracked insertions around them do not count."""
    for child in parent:
        if child.tag == f"{_W}{name}":
            yield child
        elif child.tag in {f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml"}:
            yield from _children(child, name)


def _cells(row: Element) -> Iterator[tuple[int, int, Element]]:
    column = _number(row, "trPr", "gridBefore", 0)
    for cell in _children(row, "tc"):
        width = max(_number(cell, "tcPr", "gridSpan", 1), 1)
        yield column, width, cell
        column += width


def _number(element: Element, properties: str, name: str, default: int) -> int:
    found = element.find(f"{_W}{properties}/{_W}{name}")
    value = "" if found is None else found.get(f"{_W}val", "")
    return int(value) if value.isascii() and value.isdigit() and len(value) < 4 else default


def _grid(rows: list[list[tuple[int, int, Element]]]) -> Iterator[TableCell]:
    """Give the cells that begin somewhere; one that goes on from above only makes the one above longer."""
    merges = [{(column, width): _goes_on(cell) for column, width, cell in row} for row in rows]
    for index, row in enumerate(rows):
        for column, width, cell in row:
            if index and merges[index][column, width] and (column, width) in merges[index - 1]:
                continue
            height = 1
            while index + height < len(rows) and merges[index + height].get((column, width)):
                height += 1
            yield TableCell(index, column, height, width, tuple(_cell_lines(cell)), None)


def _goes_on(cell: Element) -> bool:
    merge = cell.find(f"{_W}tcPr/{_W}vMerge")
    return merge is not None and merge.get(f"{_W}val", "continue") == "continue"


def _cell_lines(parent: Element) -> Iterator[PrintedLine]:
    """Give the lines of a cell; a table within a cell gives those of its cells."""
    for child in parent:
        if child.tag == f"{_W}p":
            yield from _paragraph(child)
        elif child.tag not in _LEFT_OUT:
            yield from _cell_lines(child)
