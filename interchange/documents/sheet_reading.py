"""From the bytes of a table file, XLSX or CSV, to its cells; a workbook is read in a process of its own."""

import csv
import io
from collections.abc import Iterator

from interchange.documents.document_errors import (
    Damage,
    DocumentDamagedError,
    DocumentKindError,
    DocumentTooLargeError,
)
from interchange.documents.document_kinds import COLUMNS, COLUMNS_LARGEST, ROWS, ROWS_LARGEST, DocumentKind, look
from interchange.documents.document_reading import SECONDS_ALLOWED, answer_of_process
from interchange.documents.reader_process import SHEETS
from interchange.documents.sheet_cells import PlainSheet
from interchange.formats.csv_tables import original_text

# How spreadsheets save text, tried in this order. WPS and Excel in China save CSV in GB 18030.
_ENCODINGS = ("utf-8-sig", "gb18030")
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_DELIMITERS = ",\t;"
CSV_SHEET = "CSV"


def read_sheets(data: bytes, seconds: float = SECONDS_ALLOWED) -> list[PlainSheet]:
    """Read a table file, or raise the ``DocumentError`` that says why it is not read."""
    try:
        kind = look(data)
    except DocumentKindError:
        return [PlainSheet(CSV_SHEET, list(_csv_rows(_decoded(data))))]
    if kind is not DocumentKind.XLSX:
        raise DocumentKindError.no_table(kind)
    sheets = answer_of_process(SHEETS, data, seconds)
    return [PlainSheet(each["name"], each["rows"]) for each in sheets]


def _decoded(data: bytes) -> str:
    """Decode text. Raises: DocumentKindError for bytes that are none."""
    encodings = ("utf-16",) if data.startswith(_UTF16_MARKS) else _ENCODINGS
    for each in encodings:
        try:
            text = data.decode(each)
        except UnicodeDecodeError:
            continue
        if text.strip() and "\0" not in text:
            return text
    raise DocumentKindError.no_table("?")


def _csv_rows(text: str) -> Iterator[list[str | None]]:
    head = text.split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=head.count)
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
