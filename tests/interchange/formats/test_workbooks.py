"""Workbooks that a spreadsheet opens safely."""

import io

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from graph.model.texts import unfit_character
from interchange.formats.sheets import Sheet, SheetColumn
from interchange.formats.workbooks import write_workbook

TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20).filter(
    lambda text: not unfit_character(text)
)


def sheet_of(written: bytes) -> Worksheet:
    return openpyxl.load_workbook(io.BytesIO(written)).worksheets[0]


def test_a_text_is_never_a_formula():
    rows = [["=1+1"], ["@SUM(A1)"], ["+x"], ["＝A1"], ["1.10"], [None]]
    sheet = sheet_of(write_workbook([Sheet(name="x", columns=[SheetColumn(title="=title")], rows=rows)]))

    assert [[each.value for each in row] for row in sheet.iter_rows()] == [["=title"], *rows]
    cells = [each for row in sheet.iter_rows() for each in row if each.value is not None]
    assert {(each.data_type, each.number_format, each.quotePrefix) for each in cells} == {("s", "@", True)}


def test_the_header_is_frozen_and_codes_are_chosen():
    columns = [
        SheetColumn(title="kind", choices=("EXACT", "MAJOR"), note="a kind"),
        SheetColumn(title="strength", width=8, bounds=(0, 1)),
    ]
    sheet = sheet_of(write_workbook([Sheet(name="x", columns=columns, rows=[["EXACT", 0.5]], spare=3)]))

    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:B5")
    assert [sheet.column_dimensions[each].width for each in "AB"] == [16, 8]
    rules = [
        (str(each.sqref), each.type, each.formula1, each.formula2) for each in sheet.data_validations.dataValidation
    ]
    assert rules == [("A2:A5", "list", '"EXACT,MAJOR"', None), ("B2:B5", "decimal", "0", "1")]
    # What is added below is text, too: a code such as 1.10 stays what it is.
    assert {sheet.cell(5, 1).number_format, sheet.cell(5, 2).number_format} == {"@", "General"}


def test_it_is_printed_across_with_its_heading_and_computed_numbers_are_short():
    columns = [SheetColumn(title="bound"), SheetColumn(title="strength", bounds=(0, 1)), SheetColumn(title="count")]
    sheet = sheet_of(write_workbook([Sheet(name="x", columns=columns, rows=[[0.0546762589928058, 0.4, 6]])]))

    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight, sheet.print_title_rows) == (
        "landscape",
        0,
        "$1:$1",
    )
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert [(each.value, each.number_format) for each in sheet[2]] == [
        (0.0546762589928058, "0.0###"),
        (0.4, "General"),
        (6, "General"),
    ]


def test_too_many_choices_are_refused():
    columns = [SheetColumn(title="kind", choices=tuple("ABCDEFGH" * 5 for _ in range(9)))]
    with pytest.raises(ValueError, match="kind"):
        write_workbook([Sheet(name="x", columns=columns, rows=[])])


# openpyxl writes sixteen digits of a number.
@pytest.mark.slow
@given(st.lists(st.tuples(TEXT, st.none() | st.floats(0, 1).map(lambda value: round(value, 12))), max_size=5))
def test_what_was_written_is_read_again(rows):
    columns = [SheetColumn(title="a"), SheetColumn(title="b", bounds=(0, 1))]
    sheet = sheet_of(write_workbook([Sheet(name="x", columns=columns, rows=rows)]))

    assert [tuple(each.value for each in row) for row in sheet.iter_rows(min_row=2)] == rows
