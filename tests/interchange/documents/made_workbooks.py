"""Workbooks that other programs write: openpyxl for XLSX, xlwt for XLS. We read them by code of our own and by xlrd."""

import io
import os
from typing import NamedTuple

import pytest

if not os.environ.get("CI"):
    pytest.importorskip("openpyxl", reason="this environment is older than the dependencies: make .venv/installed-dev")

import xlwt
from openpyxl import Workbook
from openpyxl.styles import Font


class SheetOf(NamedTuple):
    """A sheet: rows of values, merged areas as A1:B2, rows that are hidden, cells that are struck out."""

    name: str
    rows: list
    merges: tuple = ()
    hidden_rows: tuple = ()
    hidden_columns: tuple = ()
    struck: tuple = ()
    formats: tuple = ()
    state: str = "visible"


def workbook(*sheets):
    """An XLSX file."""
    book = Workbook()
    book.remove(book.active)
    for each in sheets:
        page = book.create_sheet(each.name)
        for row in each.rows:
            page.append(row)
        _dress(page, each)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _dress(page, sheet):
    for area in sheet.merges:
        page.merge_cells(area)
    for row in sheet.hidden_rows:
        page.row_dimensions[row].hidden = True
    for column in sheet.hidden_columns:
        page.column_dimensions[column].hidden = True
    for place in sheet.struck:
        page[place].font = Font(strike=True)
    for place, number_format in sheet.formats:
        page[place].number_format = number_format
    page.sheet_state = sheet.state


def old_workbook(name, rows, merges=(), hidden_rows=()):
    """An XLS file; a merge is (top, bottom, left, right) from 0 and shows what its first cell has."""
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet(name)
    covered = {
        (row, column)
        for top, bottom, left, right in merges
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
    }
    for at, row in enumerate(rows):
        for column, value in enumerate(row):
            if value is not None and (at, column) not in covered:
                sheet.write(at, column, value)
    for top, bottom, left, right in merges:
        sheet.write_merge(top, bottom, left, right, rows[top][left])
    for row in hidden_rows:
        sheet.row(row).hidden = True
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()
