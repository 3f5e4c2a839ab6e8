"""The cells of a workbook (XLSX) as they are, where no pages are made of them. Runs in the reader's process only."""

from typing import Any

from interchange.documents.document_errors import DocumentTooLargeError
from interchange.documents.workbooks.sheet_cells import COVERED, COVERED_LARGEST, SheetCells
from interchange.documents.workbooks.xlsx_pages import sheets_of


def read_sheets(data: bytes) -> list[dict[str, Any]]:
    """Read every sheet, the hidden ones too: their names, and their rows without the empty ones at the end."""
    return [{"name": each.name, "rows": _rows(each)} for each in sheets_of(data)]


def _rows(sheet: SheetCells) -> list[list[str | None]]:
    if not sheet.texts:
        return []
    height = max(row for row, _ in sheet.texts) + 1
    width = max(column for _, column in sheet.texts) + 1
    rows = [[sheet.texts.get((row, column)) for column in range(width)] for row in range(height)]
    covered = 0
    for span in sheet.merges:
        # A merge can reach to the end of the sheet: only what other cells share counts.
        bottom, right = min(span.bottom + 1, height), min(span.right + 1, width)
        covered += max(bottom - span.top, 0) * max(right - span.left, 0)
        if covered > COVERED_LARGEST:
            raise DocumentTooLargeError(COVERED, covered, COVERED_LARGEST)
        value = sheet.texts.get((span.top, span.left))
        for row in rows[span.top : bottom]:
            row[span.left : right] = [value] * max(right - span.left, 0)
    return rows
