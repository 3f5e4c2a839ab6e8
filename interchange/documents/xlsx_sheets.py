"""Read a workbook with openpyxl. Runs only in the process of its own (``reader_process``)."""

import datetime as dt
import io
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from interchange.documents.document_errors import Damage, DocumentDamagedError
from interchange.documents.sheet_cells import CellValue


def read_sheets(data: bytes) -> list[dict[str, Any]]:
    """Read every sheet, the hidden ones too: their names, and their rows without the empty ones at the end."""
    try:
        workbook = openpyxl.load_workbook(io.BytesIO(data), data_only=True, keep_links=False)
        return [{"name": each.title, "rows": _rows(each)} for each in workbook.worksheets]
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001  # a file with some bytes changed makes openpyxl raise whatever it stumbles over
        raise DocumentDamagedError(Damage.STRUCTURE) from None


def _rows(sheet: Worksheet) -> list[list[CellValue]]:
    rows = [[_plain(each) for each in row] for row in sheet.iter_rows(values_only=True)]
    for merged in sheet.merged_cells.ranges:
        value = rows[merged.min_row - 1][merged.min_col - 1]
        for row in rows[merged.min_row - 1 : merged.max_row]:
            row[merged.min_col - 1 : merged.max_col] = [value] * (merged.max_col - merged.min_col + 1)
    while rows and not any(each not in (None, "") for each in rows[-1]):
        rows.pop()
    return rows


def _plain(value: Any) -> CellValue:
    if isinstance(value, dt.datetime | dt.date | dt.time):
        return value.isoformat()
    return value if isinstance(value, str | int | float | bool) else None if value is None else str(value)
