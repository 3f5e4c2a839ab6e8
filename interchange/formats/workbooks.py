"""Workbooks (XLSX) that a spreadsheet opens safely and a person fills in: text stays text, codes come from lists."""

import io
from collections.abc import Sequence
from typing import Literal

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from interchange.formats.csv_tables import CsvCell
from interchange.formats.sheets import Sheet, SheetColumn

_HEAD = PatternFill("solid", fgColor="DDE6F0")
_LOCKED = PatternFill("solid", fgColor="F2F2F2")
_TEXT, _GENERAL, _COMPUTED = "@", "General", "0.0###"
# Spreadsheets take no longer list of choices in a cell's rule.
CHOICES_LARGEST = 255


def write_workbook(sheets: Sequence[Sheet]) -> bytes:
    """Write a workbook. A text is a text, whatever it begins with: no cell of ours is a formula."""
    workbook = Workbook()
    for each, place in zip(sheets, range(len(sheets)), strict=True):
        _write(workbook.worksheets[0] if place == 0 else workbook.create_sheet(), each)
    written = io.BytesIO()
    workbook.save(written)
    return written.getvalue()


def _write(made: Worksheet, sheet: Sheet) -> None:
    made.title, made.freeze_panes = sheet.name, "A2"
    _set_up_page(made)
    for place, column in enumerate(sheet.columns, 1):
        head = made.cell(1, place)
        set_text(head, column.title)
        head.font, head.fill, head.alignment = Font(bold=True), _HEAD, Alignment(wrap_text=True, vertical="top")
        made.column_dimensions[get_column_letter(place)].width = column.width
    for number, row in enumerate([*sheet.rows, *([None] * len(sheet.columns) for _ in range(sheet.spare))], 2):
        for place, (column, value) in enumerate(zip(sheet.columns, row, strict=True), 1):
            _set(made.cell(number, place), column, value)
    last = 1 + len(sheet.rows) + sheet.spare
    made.auto_filter.ref = f"A1:{get_column_letter(len(sheet.columns))}{max(last, 1)}"
    for place, column in enumerate(sheet.columns, 1):
        _validate(made, column, f"{get_column_letter(place)}2:{get_column_letter(place)}{max(last, 2)}")


def _set_up_page(made: Worksheet) -> None:
    """Print across, as wide as the paper, with the heading on each page."""
    made.print_title_rows = "1:1"
    made.page_setup.orientation, made.page_setup.paperSize = "landscape", Worksheet.PAPERSIZE_A4
    made.page_setup.fitToHeight, made.sheet_properties.pageSetUpPr = 0, PageSetupProperties(fitToPage=True)


def _set(cell: Cell | MergedCell, column: SheetColumn, value: CsvCell) -> None:
    if isinstance(value, str):
        set_text(cell, value)
    else:
        cell.value = value
        cell.number_format = _number_format(column, value)
    if column.is_given and value is not None:
        cell.fill = _LOCKED
    if column.width > 30:
        cell.alignment = Alignment(wrap_text=True, vertical="top")


def _number_format(column: SheetColumn, value: CsvCell) -> str:
    """Show four decimals of what is computed, such as a bound of coverage; the cell keeps all of them."""
    if isinstance(value, float) and not column.bounds:
        return _COMPUTED
    return _GENERAL if column.bounds or value is not None else _TEXT


def set_text(cell: Cell | MergedCell, text: str) -> None:
    """Set a text; without its type openpyxl makes a formula of what begins with `=`, and Excel of what is edited."""
    cell.value = text
    cell.data_type = "s"
    cell.number_format = _TEXT
    cell.quotePrefix = True


def _validate(made: Worksheet, column: SheetColumn, cells: str) -> None:
    if column.choices:
        listed = ",".join(column.choices)
        if len(listed) > CHOICES_LARGEST:
            raise ValueError(f"{column.title}: its choices are {len(listed)} characters")
        rule = DataValidation(type="list", formula1=f'"{listed}"', allow_blank=True)
    elif column.bounds:
        least, most = column.bounds
        kind: Literal["whole", "decimal"] = "whole" if column.is_whole else "decimal"
        rule = DataValidation(type=kind, operator="between", formula1=f"{least:g}", formula2=f"{most:g}")
    else:
        return
    rule.error, rule.errorTitle, rule.showErrorMessage = column.note or None, column.title[:32], True
    made.add_data_validation(rule)
    rule.add(cells)
