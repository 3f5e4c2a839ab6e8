"""Workbooks to submit: rows are as high as their texts, whatever program opens them."""

import io

import pytest
from openpyxl import load_workbook

from interchange.formats.form_workbooks import write_form_workbook
from interchange.formats.laid_out_tables import FormCell, FormTable


def heights(rows, widths):
    table = FormTable("表", tuple(rows), 0, tuple(widths))
    sheet = load_workbook(io.BytesIO(write_form_workbook([table]))).worksheets[0]
    return [sheet.row_dimensions[row].height for row in range(1, len(rows) + 1)]


@pytest.mark.parametrize(
    ("text", "height"),
    [
        (None, 15),
        (3.5, 15),
        ("甲乙丙丁", 15),
        ("甲乙丙丁戊", 30),
        ("3/16周考试", 30),
        ("abcdefg", 15),
        ("abcdefgh", 30),
        ("甲\n乙\n丙", 45),
        ("甲" * 500, 409),
    ],
)
def test_a_row_is_as_high_as_the_lines_of_its_text(text, height):
    assert heights([{0: FormCell(text)}], [10]) == [height]


def test_a_cell_over_several_columns_has_the_room_of_all_and_one_over_several_rows_raises_none():
    wide, high = FormCell("甲乙丙丁戊己庚辛", columns=2), FormCell("甲" * 30, rows=2)

    assert heights([{0: wide}, {0: high}, {}], [10, 10]) == [15, 15, 15]
