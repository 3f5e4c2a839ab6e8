"""An old workbook (XLS) as one page per sheet, by xlrd. Runs in the reader's process only."""

import io
from collections.abc import Iterator
from itertools import count

import xlrd
from xlrd.book import Book
from xlrd.sheet import Cell
from xlrd.sheet import Sheet as XlsSheet

from interchange.documents.document_errors import (
    Damage,
    DocumentDamagedError,
    DocumentEncryptedError,
    DocumentError,
    DocumentTooLargeError,
    DocumentWithoutTextError,
)
from interchange.documents.document_kinds import COLUMNS, COLUMNS_LARGEST, ROWS, ROWS_LARGEST, DocumentKind
from interchange.documents.document_pages import Document, DocumentPage
from interchange.documents.workbooks.sheet_cells import SheetCells, Span, number_text, sheet_page


def read_xls(data: bytes) -> Document:
    """Read the values of all sheets."""
    try:
        book = xlrd.open_workbook(file_contents=data, formatting_info=True, logfile=io.StringIO())
        pages = tuple(_pages(book))
    except (DocumentError, MemoryError):
        raise
    except Exception as error:  # noqa: BLE001  # a damaged file makes the library raise anything
        raise _ours(error) from None
    if not any(page.blocks for page in pages):
        raise DocumentWithoutTextError(len(pages))
    return Document(DocumentKind.XLS, pages)


def _ours(error: Exception) -> DocumentError:
    return DocumentEncryptedError() if "encrypted" in str(error) else DocumentDamagedError(Damage.STRUCTURE)


def _pages(book: Book) -> Iterator[DocumentPage]:
    numbers = count(1)
    for index, sheet in enumerate(book.sheets(), 1):
        yield sheet_page(_sheet(book, sheet), index, numbers)


def _sheet(book: Book, given: XlsSheet) -> SheetCells:
    if given.nrows > ROWS_LARGEST:
        raise DocumentTooLargeError(ROWS, given.nrows, ROWS_LARGEST)
    if given.ncols > COLUMNS_LARGEST:
        raise DocumentTooLargeError(COLUMNS, given.ncols, COLUMNS_LARGEST)
    sheet = SheetCells(given.name, is_hidden=given.visibility != 0)
    for row in range(given.nrows):
        for column in range(given.row_len(row)):
            _add(book, sheet, given.cell(row, column), row, column)
    sheet.merges = [Span(top, left, below - 1, right - 1) for top, below, left, right in given.merged_cells]
    sheet.hidden_rows = {row for row, info in given.rowinfo_map.items() if info.hidden}
    sheet.hidden_columns = {column for column, info in given.colinfo_map.items() if info.hidden}
    return sheet


def _add(book: Book, sheet: SheetCells, cell: Cell, row: int, column: int) -> None:
    form = book.xf_list[cell.xf_index]
    if cell.ctype == xlrd.XL_CELL_ERROR:
        text = xlrd.error_text_from_code.get(cell.value, "#")
    elif cell.ctype in {xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE}:
        text = number_text(repr(cell.value), book.format_map[form.format_key].format_str)
    else:
        text = str(cell.value)
    sheet.add(row, column, text, is_struck_out=bool(book.font_list[form.font_index].struck_out))
