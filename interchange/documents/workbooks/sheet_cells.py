"""A sheet as a table: its cells and merges, whatever kind of workbook they come from."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from interchange.documents.document_errors import DocumentTooLargeError
from interchange.documents.document_kinds import COLUMNS_LARGEST, ROWS_LARGEST
from interchange.documents.document_pages import DocumentPage, DocumentTable, PrintedLine, TableCell

# Serial numbers of days count from here in files of Excel for Windows; earlier ones have an error of one day.
_DAY_NONE = date(1899, 12, 30)
_FIRST_RIGHT_DAY, _LAST_DAY = 61, 2_958_465
_ONLY_ZEROS = re.compile(r"0{2,12}")
_QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\ufeff]|_x000[dD]_")


# Merges that lie over each other cover places again and again; those of a person do not.
COVERED_LARGEST = ROWS_LARGEST * COLUMNS_LARGEST
COVERED = ("places under merged cells", "个合并单元格所占位置")
_At = tuple[int, int]


class Span(NamedTuple):
    """A merged area, from its first row and column to its last, from 0."""

    top: int
    left: int
    bottom: int
    right: int


class SheetCells:
    """What a reader takes from a sheet; places are rows and columns from 0."""

    def __init__(self, name: str, *, is_hidden: bool = False) -> None:
        self.name = name
        self.is_hidden = is_hidden
        self.texts: dict[_At, str] = {}
        self.struck: set[_At] = set()
        self.merges: list[Span] = []
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()
        # Formulas without a stored value, and which of them were calculated here.
        self.formulas: dict[_At, str] = {}
        self.calculated: set[_At] = set()
        # Cells that are numbers: a sum leaves texts out that look like one.
        self.numbers: set[_At] = set()

    def add(self, row: int, column: int, text: str, *, is_struck_out: bool = False) -> None:
        """Keep a cell that shows something."""
        shown = _UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()
        if shown:
            self.texts[row, column] = shown
            if is_struck_out:
                self.struck.add((row, column))


def number_text(value: str, number_format: str) -> str:
    """Give a number as the sheet shows it, where its format changes what it says: leading zeros and dates."""
    try:
        number = float(value)
    except ValueError:
        return value
    form = number_format.split(";", maxsplit=1)[0]
    if _ONLY_ZEROS.fullmatch(form) and number.is_integer():
        return str(int(number)).zfill(len(form))
    if _FIRST_RIGHT_DAY <= number <= _LAST_DAY and re.search(r"[ymdYMD]", _QUOTED.sub("", form)):
        return (_DAY_NONE + timedelta(days=int(number))).isoformat()
    # As Excel shows it: sums of tenths have no tail of zeros and a one.
    return f"{number:.12g}"


def sheet_page(sheet: SheetCells, number: int, tables: Iterator[int]) -> DocumentPage:
    """Make the page of a sheet; an empty one has no table."""
    blocks = (_table(sheet, next(tables)),) if sheet.texts else ()
    return DocumentPage(number, blocks, sheet.name, sheet.is_hidden)


def _table(sheet: SheetCells, number: int) -> DocumentTable:
    last_row = max(row for row, _ in sheet.texts)
    last_column = max(column for _, column in sheet.texts)
    spans = {(each.top, each.left): each for each in sheet.merges}
    cells = []
    # A merge can reach to the end of the sheet: only what other cells share counts.
    for (row, column), text in sorted(sheet.texts.items()):
        span = spans.get((row, column), Span(row, column, row, column))
        height = min(span.bottom, last_row) - row + 1
        width = min(span.right, last_column) - column + 1
        lines = tuple(PrintedLine(each.strip(), None) for each in text.split("\n") if each.strip())
        cells.append(TableCell(row, column, height, width, lines, None))
    covered = sum(each.rows * each.columns for each in cells)
    if covered > COVERED_LARGEST:
        raise DocumentTooLargeError(COVERED, covered, COVERED_LARGEST)
    return DocumentTable(
        number,
        tuple(cells),
        last_row + 1,
        last_column + 1,
        None,
        tuple(sorted(each for each in sheet.hidden_rows if each <= last_row)),
        tuple(sorted(each for each in sheet.hidden_columns if each <= last_column)),
        tuple(sorted(sheet.struck)),
        tuple(sorted(sheet.calculated)),
    )
