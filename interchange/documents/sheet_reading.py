"""From the bytes of a table file, XLSX or CSV, to its cells; a workbook is read in a process of its own."""

from interchange.documents.csv_pages import csv_rows, decoded
from interchange.documents.document_errors import DocumentKindError, TextWithoutTableError
from interchange.documents.document_kinds import DocumentKind, look
from interchange.documents.document_reading import SECONDS_ALLOWED, answer_of_process
from interchange.documents.reader_process import SHEETS
from interchange.documents.sheet_values import PlainSheet

CSV_SHEET = "CSV"


def read_sheets(data: bytes, seconds: float = SECONDS_ALLOWED) -> list[PlainSheet]:
    """Read a table file, or raise the ``DocumentError`` that says why it is not read."""
    try:
        kind = look(data)
    except TextWithoutTableError:
        # A table of one column is none by its bytes.
        kind = DocumentKind.CSV
    if kind is DocumentKind.CSV:
        return [PlainSheet(CSV_SHEET, list(csv_rows(decoded(data))))]
    if kind is not DocumentKind.XLSX:
        raise DocumentKindError.no_table(kind)
    sheets = answer_of_process(SHEETS, data, seconds)
    return [PlainSheet(each["name"], each["rows"]) for each in sheets]
