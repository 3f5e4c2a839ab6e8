"""A CSV file as one page: its encoding and delimiter by what stands in it. By the standard library."""

import csv
import io
from collections.abc import Iterator
from itertools import count

from interchange.documents.document_errors import (
    Damage,
    DocumentDamagedError,
    DocumentKindError,
    DocumentTooLargeError,
    DocumentWithoutTextError,
)
from interchange.documents.document_kinds import (
    COLUMNS,
    COLUMNS_LARGEST,
    CSV_DELIMITERS,
    CSV_ENCODINGS,
    ROWS,
    ROWS_LARGEST,
    UTF_16_MARKS,
    DocumentKind,
)
from interchange.documents.document_pages import Document
from interchange.documents.workbooks.sheet_cells import SheetCells, Span, sheet_page
from interchange.formats.csv_tables import original_text

# Titles above a heading may have no delimiter at all.
_HEAD_LINES = 20


def read_csv(data: bytes) -> Document:
    """Read all rows as one table. A row with a text in its first column alone is a title or note over all columns."""
    sheet = SheetCells("")
    rows = list(csv_rows(decoded(data)))
    width = max(map(len, rows), default=0)
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            sheet.add(at, column, text or "")
        if width > 1 and row and row[0] and not any(row[1:]):
            sheet.merges.append(Span(at, 0, at, width - 1))
    if not sheet.texts:
        raise DocumentWithoutTextError(1)
    return Document(DocumentKind.CSV, (sheet_page(sheet, 1, count(1)),))


def decoded(data: bytes) -> str:
    """Decode text. Raises: DocumentKindError for bytes that are none."""
    encodings = ("utf-16",) if data.startswith(UTF_16_MARKS) else CSV_ENCODINGS
    for each in encodings:
        try:
            text = data.decode(each)
        except UnicodeDecodeError:
            continue
        if text.strip() and "\0" not in text:
            return text
    raise DocumentKindError.no_table("?")


def csv_rows(text: str) -> Iterator[list[str | None]]:
    """Give the rows of a table. Raises: DocumentTooLargeError, DocumentDamagedError."""
    head = "".join(text.splitlines(keepends=True)[:_HEAD_LINES])
    delimiter = max(CSV_DELIMITERS, key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for number, row in enumerate(reader, 1):
            if number > ROWS_LARGEST:
                raise DocumentTooLargeError(ROWS, number, ROWS_LARGEST)
            if len(row) > COLUMNS_LARGEST:
                raise DocumentTooLargeError(COLUMNS, len(row), COLUMNS_LARGEST)
            yield [original_text(each) or None for each in row]
    except csv.Error:
        raise DocumentDamagedError(Damage.TABLE) from None
