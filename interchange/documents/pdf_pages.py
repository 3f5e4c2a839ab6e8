"""Pages of a PDF by pdfplumber. Runs in the reader's process only (`interchange/documents/reader_process.py`)."""

import io
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, count, islice, pairwise
from typing import Any

from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdftypes import PDFStream, resolve1
from pdfplumber.page import Page
from pdfplumber.pdf import PDF
from pdfplumber.table import Table
from pdfplumber.utils.exceptions import PdfminerException
from pdfplumber.utils.text import extract_words

from interchange.documents.bounded_unpacking import bound_unpacking
from interchange.documents.document_errors import (
    Damage,
    DocumentDamagedError,
    DocumentEncryptedError,
    DocumentError,
    DocumentTooLargeError,
    DocumentWithoutTextError,
)
from interchange.documents.document_kinds import PAGES, PAGES_LARGEST, DocumentKind
from interchange.documents.document_pages import (
    UNREADABLE,
    Box,
    Document,
    DocumentPage,
    DocumentTable,
    PrintedLine,
    TableCell,
)
from interchange.documents.ruled_rows import uprights
from interchange.documents.stacked_text import stacked_columns

# Corners of cells that differ by less are the same grid line.
_SNAP = 3.0
# A page of a document has some thousands; drawings have hundreds of thousands, and tables are sought among them.
CHARACTERS_LARGEST = 20_000
EDGES_LARGEST = 5_000
# Two characters of the smallest print; what is smaller is a bullet.
PICTURE_LEAST = (14.0, 7.0)
PICTURES_LARGEST = 200
CHARACTERS = ("characters on one page", "个字符（单页）")
EDGES = ("ruling lines on one page", "条框线（单页）")
_NOT_TEXT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
# What pdfminer gives for a character that the font does not name.
_WITHOUT_NAME = re.compile(r"\(cid:\d+\)")


# Is called with the number of a page that was read, and how many there are.
PageRead = Callable[[int, int], None]


def read_pdf(data: bytes, page_read: PageRead = lambda _, __: None) -> Document:
    """Read all pages; a damaged one is named by its number."""
    bound_unpacking()
    try:
        with PDF.open(io.BytesIO(data)) as pdf:
            return _document(pdf, page_read)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001  # a damaged file makes its libraries raise anything
        raise _ours(error) from None


def _ours(error: Exception, page: int | None = None) -> DocumentError:
    """Give our error for what went wrong; pdfplumber puts errors of its library into one of its own."""
    cause = error.args[0] if isinstance(error, PdfminerException) and error.args else error
    if isinstance(cause, PDFPasswordIncorrect):
        return DocumentEncryptedError()
    if isinstance(cause, DocumentDamagedError) and page:
        return DocumentDamagedError(cause.damage, page)
    return cause if isinstance(cause, DocumentError) else DocumentDamagedError(Damage.STRUCTURE, page)


def _document(pdf: PDF, page_read: PageRead) -> Document:
    number = len(pdf.pages)
    if number > PAGES_LARGEST:
        raise DocumentTooLargeError(PAGES, number, PAGES_LARGEST)
    if not number or number != _stated_number(pdf):
        raise DocumentDamagedError(Damage.PAGES)
    numbers, pages = count(1), []
    for each in pdf.pages:
        pages.append(_page(each, numbers))
        page_read(len(pages), number)
    document = Document(DocumentKind.PDF, tuple(pages))
    if not any(set(each) - {UNREADABLE, " "} for each in document.texts()):
        raise DocumentWithoutTextError(number)
    return document


def _stated_number(pdf: PDF) -> Any:
    """Give the number of pages that the document states; pdfminer leaves out what it cannot find."""
    pages = resolve1(pdf.doc.catalog.get("Pages"))
    return resolve1(pages.get("Count")) if isinstance(pages, dict) else None


def _page(page: Page, table_numbers: Iterator[int]) -> DocumentPage:
    try:
        blocks, pictures = _blocks(page, table_numbers), tuple(_pictures(page))
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001  # a damaged page, too
        raise _ours(error, page.page_number) from None
    finally:
        # What pdfplumber keeps of a page would add up over all of them.
        page.close()
    return DocumentPage(page.page_number, blocks, pictures=pictures)


def _blocks(page: Page, table_numbers: Iterator[int]) -> tuple[PrintedLine | DocumentTable, ...]:
    _bound(page)
    if not _has_its_contents(page):
        raise DocumentDamagedError(Damage.CONTENTS)
    # Some writers print bold text twice, a little aside.
    printed = page.dedupe_chars().chars
    characters = [each for each in printed if not _is_aslant(each)]
    turned = _turned_runs(each for each in printed if _is_aslant(each))
    tables = [each for each in page.find_tables(_settings(page)) if _column_count(each) > 1]
    inside: set[int] = set()
    grids = []
    order = {id(each): at for at, each in enumerate(printed)}
    for table in tables:
        within = [each for each in characters if _is_in(each, table.bbox) and id(each) not in inside]
        runs = [each for each in turned if id(each[0]) not in inside]
        # What is printed across the lines of a table stays a line of the page, so that it is not lost.
        inside.update(id(each) for cell in table.cells for each in within if _is_in(each, cell))
        inside.update(id(each) for box in table.cells for run in _runs_in(runs, box, within) for each in run)
        stacked = _stacked(table, sorted([*within, *chain(*runs)], key=lambda each: order[id(each)]))
        taken = {id(each) for column in stacked for each in column}
        inside |= taken
        within = [each for each in within if id(each) not in taken]
        runs = [*stacked, *(run for run in runs if id(run[0]) not in taken)]
        grids.append(_grid(table, within, runs, next(table_numbers)))
    rest = [each for each in characters if id(each) not in inside]
    # A mark across the page would stand in the middle of the words of cells.
    aslant = [each for each in printed if _is_aslant(each) and id(each) not in inside]
    return tuple(sorted([*_lines(rest), *_line(aslant), *grids], key=_reading_order))


def _pictures(page: Page) -> Iterator[Box]:
    """Give the boxes of pictures in which a word may stand; a page may have thousands of small ones."""
    for each in islice(page.images, PICTURES_LARGEST):
        if each["width"] >= PICTURE_LEAST[0] and each["height"] >= PICTURE_LEAST[1]:
            yield _rounded((each["x0"], each["top"], each["x1"], each["bottom"]))


def _has_its_contents(page: Page) -> bool:
    """Whether all parts of the page are there; pdfminer takes those that are not as empty. A blank page has none."""
    contents = page.page_obj.attrs.get("Contents", [])
    parts = resolve1(contents)
    return all(isinstance(resolve1(each), PDFStream) for each in (parts if isinstance(parts, list) else [parts]))


def _bound(page: Page) -> None:
    if (characters := len(page.chars)) > CHARACTERS_LARGEST:
        raise DocumentTooLargeError(CHARACTERS, characters, CHARACTERS_LARGEST)
    if (edges := len(page.edges)) > EDGES_LARGEST:
        raise DocumentTooLargeError(EDGES, edges, EDGES_LARGEST)


def _settings(page: Page) -> dict[str, Any]:
    """Close tables at their sides and ends: many official ones are open left and right, or where a page ends."""
    upright = [each for each in page.edges if each["orientation"] == "v"]
    level = [each for each in page.edges if each["orientation"] == "h"]
    if level and not upright:
        words = extract_words([each for each in page.chars if not _is_aslant(each)])
        lines = [_ruling(each.x, each.top, each.x, each.bottom) for each in uprights(level, words)]
        return {"explicit_vertical_lines": lines} if lines else {}
    if not upright or not level:
        return {}
    top, bottom = min(each["top"] for each in upright), max(each["bottom"] for each in upright)
    within = [each for each in level if top - _SNAP <= each["top"] <= bottom + _SNAP]
    sides = [min((each["x0"] for each in within), default=None), max((each["x1"] for each in within), default=None)]
    missing = [x for x in sides if x is not None and all(abs(each["x0"] - x) > _SNAP for each in upright)]
    return {
        "explicit_vertical_lines": [_ruling(x, top, x, bottom) for x in missing],
        "explicit_horizontal_lines": list(_ends(upright, level, missing)),
    }


def _ends(upright: list[dict[str, Any]], level: list[dict[str, Any]], sides: list[float]) -> Iterator[dict[str, Any]]:
    """Give the level lines that are missing where the upright lines of a table begin and end, between each two."""
    for lines in _tables_of([each for each in upright if each["height"] > _SNAP]):
        for y in (min(each["top"] for each in lines), max(each["bottom"] for each in lines)):
            at_end = [each for each in level if abs(each["top"] - y) <= _SNAP]
            reaching = [each["x0"] for each in lines if each["top"] - _SNAP <= y <= each["bottom"] + _SNAP]
            for left, right in pairwise(_grid_lines([*reaching, *sides])):
                if not any(each["x0"] <= (left + right) / 2 <= each["x1"] for each in at_end):
                    yield _ruling(left, y, right, y)


def _tables_of(upright: list[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """Put upright lines together whose heights overlap or touch."""
    lines: list[dict[str, Any]] = []
    bottom = 0.0
    for each in sorted(upright, key=lambda line: line["top"]):
        if lines and each["top"] > bottom + _SNAP:
            yield lines
            lines = []
        bottom = max(bottom, each["bottom"]) if lines else each["bottom"]
        lines.append(each)
    if lines:
        yield lines


def _ruling(left: float, top: float, right: float, bottom: float) -> dict[str, Any]:
    return {
        "object_type": "line",
        "orientation": "v" if left == right else "h",
        "x0": left,
        "x1": right,
        "top": top,
        "bottom": bottom,
        "height": bottom - top,
        "width": right - left,
    }


# ---- tables


def _column_count(table: Table) -> int:
    return len(_grid_lines(cell[0] for cell in table.cells))


def _grid(
    table: Table, characters: list[dict[str, Any]], runs: list[list[dict[str, Any]]], number: int
) -> DocumentTable:
    lefts = _grid_lines(cell[0] for cell in table.cells)
    tops = _grid_lines(cell[1] for cell in table.cells)
    cells = sorted(
        (_cell(Box(*corners), lefts, tops, characters, runs) for corners in table.cells), key=lambda cell: cell[:2]
    )
    return DocumentTable(number, tuple(cells), len(tops), len(lefts), _rounded(table.bbox))


def _stacked(table: Table, characters: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Give the columns of text that run downwards in cells that are taller than wide."""
    tall = [box for box in table.cells if box[3] - box[1] > box[2] - box[0]]
    columns = (stacked_columns([each for each in characters if _is_in(each, box)]) for box in tall)
    return list(chain(*columns))


def _grid_lines(places: Iterable[float]) -> list[float]:
    lines: list[float] = []
    for place in sorted(places):
        if not lines or place - lines[-1] > _SNAP:
            lines.append(place)
    return lines


def _cell(
    box: Box,
    lefts: list[float],
    tops: list[float],
    characters: list[dict[str, Any]],
    runs: list[list[dict[str, Any]]],
) -> TableCell:
    columns = [index for index, left in enumerate(lefts) if box.left - _SNAP <= left < box.right - _SNAP]
    rows = [index for index, top in enumerate(tops) if box.top - _SNAP <= top < box.bottom - _SNAP]
    level = _lines([each for each in characters if _is_in(each, box)])
    lines = (*level, *map(_turned_line, _runs_in(runs, box, characters)))
    return TableCell(rows[0], columns[0], len(rows), len(columns), lines, _rounded(box))


def _is_aslant(character: dict[str, Any]) -> bool:
    """Whether the line that a character stands on climbs; italics stand on a level one."""
    along, up = character["matrix"][:2]
    return bool(abs(up) > abs(along) / 10)


def _runs_in(
    runs: list[list[dict[str, Any]]], box: Any, characters: list[dict[str, Any]]
) -> list[list[dict[str, Any]]]:
    """Give the turned words of a cell in their order: they stand in it whole, and nothing level does."""
    own = [run for run in runs if all(_is_in(each, box) for each in run)]
    if not own or any(_is_in(each, box) for each in characters):
        return []
    # Lines of words that climb follow each other to the right, of those that go down to the left.
    return sorted(own, key=lambda run: run[0]["x0"] * run[0]["matrix"][1])


def _is_in(character: dict[str, Any], box: Any) -> bool:
    left, top, right, bottom = box
    across = (character["x0"] + character["x1"]) / 2
    down = (character["top"] + character["bottom"]) / 2
    return bool(left <= across < right and top <= down < bottom)


# ---- lines


def _lines(characters: list[dict[str, Any]]) -> Iterator[PrintedLine]:
    """Put characters into lines: words whose middles stand at the same height."""
    words = sorted(extract_words(characters), key=lambda word: (word["top"], word["x0"]))
    line: list[dict[str, Any]] = []
    for word in words:
        if line and (word["top"] + word["bottom"]) / 2 > max(each["bottom"] for each in line[:1]):
            yield from _line(line)
            line = []
        line.append(word)
    yield from _line(line)


def _line(words: list[dict[str, Any]]) -> Iterator[PrintedLine]:
    ordered = sorted(words, key=lambda word: word["x0"])
    line = _printed_line(" ".join(each["text"] for each in ordered), ordered)
    if line.text:
        yield line


def _printed_line(text: str, parts: list[dict[str, Any]]) -> PrintedLine:
    corners = (
        min((each["x0"] for each in parts), default=0),
        min((each["top"] for each in parts), default=0),
        max((each["x1"] for each in parts), default=0),
        max((each["bottom"] for each in parts), default=0),
    )
    return PrintedLine(_NOT_TEXT.sub("", _WITHOUT_NAME.sub(UNREADABLE, text)).strip(), _rounded(corners))


def _turned_runs(aslant: Iterable[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Put characters that were turned by a right angle into lines, as they follow each other."""
    runs: list[list[dict[str, Any]]] = []
    for each in aslant:
        along, up = each["matrix"][:2]
        if abs(along) > abs(up) / 10:
            continue
        last = runs[-1][-1] if runs else None
        is_next = last is not None and abs(last["x0"] - each["x0"]) < _SNAP and last["matrix"][:2] == (along, up)
        # A blank or a wider space stays within a line, another cell does not.
        if is_next and last is not None and max(each["top"] - last["bottom"], last["top"] - each["bottom"]) < _SNAP:
            runs[-1].append(each)
        else:
            runs.append([each])
    return runs


def _turned_line(run: list[dict[str, Any]]) -> PrintedLine:
    return _printed_line("".join(each["text"] for each in run), run)


def _rounded(corners: Iterable[float]) -> Box:
    return Box(*(round(float(each), 1) for each in islice(corners, 4)))


def _reading_order(block: PrintedLine | DocumentTable) -> tuple[float, float]:
    assert block.box is not None
    return block.box.top, block.box.left
