"""Tables as CSV (RFC 4180) that a spreadsheet opens safely."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

CsvCell = str | int | float | None

# Spreadsheets run a text that begins so as a formula; some also take the wide forms of the signs.
_STARTS_OF_FORMULAS = tuple("=+-@\t\r\n＝＋－＠")
_ROWS_AT_ONCE = 500


def write_csv(columns: Sequence[str], rows: Iterable[Sequence[CsvCell]], *, for_excel: bool = False) -> Iterator[bytes]:
    """Write a header and rows in UTF-8, some rows at once. What is not known is an empty cell.

    ``for_excel`` puts the byte order mark before it, without which Excel takes Chinese text for another encoding.
    """
    if for_excel:
        yield b"\xef\xbb\xbf"
    written = io.StringIO(newline="")
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(columns)
    for count, row in enumerate(rows, 1):
        writer.writerow([_safe(each) for each in row])
        if count % _ROWS_AT_ONCE == 0:
            yield _taken(written)
    yield _taken(written)


def _safe(cell: CsvCell) -> CsvCell:
    """Put an apostrophe before a text that would be run as a formula; a spreadsheet shows it as text."""
    return f"'{cell}" if isinstance(cell, str) and _is_formula(cell) else cell


def original_text(cell: str) -> str:
    """Take away the apostrophe that ``write_csv`` put before a text."""
    return cell[1:] if cell.startswith("'") and _is_formula(cell) else cell


def _is_formula(text: str) -> bool:
    """Whether a text would be run, or could be taken for one that was kept from it."""
    return text.lstrip("'").startswith(_STARTS_OF_FORMULAS)


def _taken(written: io.StringIO) -> bytes:
    text = written.getvalue()
    written.seek(0)
    written.truncate()
    return text.encode()
