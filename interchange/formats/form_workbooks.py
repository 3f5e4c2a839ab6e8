"""Workbooks (XLSX) to print and submit: sheets of laid-out cells with borders, merged where a cell covers several."""

import io
from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from interchange.formats.laid_out_tables import FormCell, FormTable, cell_text
from interchange.formats.workbooks import set_text

_LINE = Side(style="thin", color="808080")
_BORDER = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_LABEL, _LABEL_FONT = PatternFill("solid", fgColor="DDE6F0"), Font(bold=True)
_CENTRE = Alignment(horizontal="center", vertical="center", wrap_text=True)
_LEFT = Alignment(vertical="center", wrap_text=True)
# A text of more characters begins at the left.
_SHORT = 8
_A4 = 9


def write_form_workbook(tables: Sequence[FormTable]) -> bytes:
    """Write a sheet for each table. A text is a text, whatever it begins with: no cell is a formula."""
    workbook = Workbook()
    for place, table in enumerate(tables):
        _write(workbook.worksheets[0] if place == 0 else workbook.create_sheet(), table)
    written = io.BytesIO()
    workbook.save(written)
    return written.getvalue()


def _write(sheet: Worksheet, table: FormTable) -> None:
    sheet.title = table.name
    sheet.freeze_panes = f"A{table.heading_rows + 1}"
    sheet.print_title_rows = f"1:{table.heading_rows}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", _A4
    sheet.page_setup.fitToHeight, sheet.sheet_properties.pageSetUpPr = 0, PageSetupProperties(fitToPage=True)
    for place, width in enumerate(table.widths, 1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    for row, cells in enumerate(table.rows, 1):
        for place in range(1, len(table.widths) + 1):
            sheet.cell(row, place).border = _BORDER
        for place, each in cells.items():
            _set(sheet, row, place + 1, each)


def _set(sheet: Worksheet, row: int, column: int, form: FormCell) -> None:
    cell = sheet.cell(row, column)
    if isinstance(form.value, str):
        set_text(cell, cell_text(form.value))
    else:
        cell.value = form.value
    is_long = isinstance(form.value, str) and len(form.value) > _SHORT and not form.is_label
    cell.alignment = _LEFT if is_long else _CENTRE
    if form.is_label:
        cell.fill, cell.font = _LABEL, _LABEL_FONT
    if form.rows > 1 or form.columns > 1:
        sheet.merge_cells(
            start_row=row, start_column=column, end_row=row + form.rows - 1, end_column=column + form.columns - 1
        )
