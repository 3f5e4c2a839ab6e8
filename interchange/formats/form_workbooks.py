"""Workbooks (XLSX) to print and submit: sheets of laid-out cells with borders, merged where a cell covers several."""

import io
import unicodedata
from collections.abc import Mapping, Sequence
from itertools import accumulate, pairwise

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from interchange.formats.laid_out_tables import FormCell, FormTable, cell_text
from interchange.formats.workbooks import set_text

_LINE = Side(style="thin", color="808080")
_BORDER = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
# A font of Chinese texts by name: else each program takes another one, and widths differ.
_FONT, _LABEL_FONT = Font(name="宋体", size=11), Font(name="宋体", size=11, bold=True)
_LABEL = PatternFill("solid", fgColor="DDE6F0")
_CENTRE = Alignment(horizontal="center", vertical="center", wrap_text=True)
_LEFT = Alignment(vertical="center", wrap_text=True)
# A text of more characters begins at the left.
_SHORT = 8
_A4 = 9
# In points. Heights are written, as not every program finds the height of texts that go on in further lines.
_LINE_HEIGHT, _HEIGHT_LARGEST = 15.0, 409.0
# Widths of characters in the unit of a column's width, rather too large than too small.
_WIDE, _NARROW, _PADDING = 2.15, 1.15, 1.0


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
        sheet.row_dimensions[row].height = _height(table, cells)


def _height(table: FormTable, cells: Mapping[int, FormCell]) -> float:
    """Give the height of the longest text; one over several rows has the room of all of them."""
    lines = [
        _lines(each, sum(table.widths[place : place + each.columns])) for place, each in cells.items() if each.rows == 1
    ]
    return min(_LINE_HEIGHT * max(lines, default=1), _HEIGHT_LARGEST)


def _lines(form: FormCell, width: float) -> int:
    """Count the lines of a text in a cell of this width."""
    room = max(width - _PADDING, _WIDE)
    return sum(_lines_of(each, room) for each in str(form.value if form.value is not None else "").split("\n"))


def _lines_of(text: str, room: float) -> int:
    """Count the lines of a text without breaks: a line ends where the next character has no room."""
    widths = [_WIDE if unicodedata.east_asian_width(each) in "WFA" else _NARROW for each in text]
    used = list(accumulate(widths, lambda line, width: line + width if line + width <= room else width))
    breaks = [after <= before for before, after in pairwise(used)]
    return 1 + breaks.count(True)


def _set(sheet: Worksheet, row: int, column: int, form: FormCell) -> None:
    cell = sheet.cell(row, column)
    if isinstance(form.value, str):
        set_text(cell, cell_text(form.value))
    else:
        cell.value = form.value
    is_long = isinstance(form.value, str) and len(form.value) > _SHORT and not form.is_label
    cell.alignment = _LEFT if is_long else _CENTRE
    cell.font = _LABEL_FONT if form.is_label else _FONT
    if form.is_label:
        cell.fill = _LABEL
    if form.rows > 1 or form.columns > 1:
        sheet.merge_cells(
            start_row=row, start_column=column, end_row=row + form.rows - 1, end_column=column + form.columns - 1
        )
