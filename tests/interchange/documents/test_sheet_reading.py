"""Table files that are damaged, hostile or of another kind end in an error of ours."""

import io
import random

import openpyxl
import pytest

from interchange.documents.document_errors import DocumentError
from interchange.documents.sheet_reading import read_sheets
from interchange.documents.sheet_values import column_letters
from tests.interchange.documents.made_documents import docx, paragraph, xlsx


def workbook(*rows) -> bytes:
    made = openpyxl.Workbook()
    for each in rows:
        made.active.append(each)
    written = io.BytesIO()
    made.save(written)
    return written.getvalue()


def test_a_workbook_is_read_with_its_numbers_dates_and_empty_cells():
    (sheet,) = read_sheets(workbook(["名称", 1, 0.5, None, True], [], ["=1+1"]))

    # A formula that no spreadsheet has worked out is calculated where that is a matter of sums.
    assert (sheet.name, sheet.rows) == (
        "Sheet",
        [["名称", "1", "0.5", None, "1"], [None] * 5, ["2", None, None, None, None]],
    )


def test_a_table_of_one_column_may_end_as_texts_of_dos_do():
    (sheet,) = read_sheets(b"name\na\n\x1a")

    assert sheet.rows[:2] == [["name"], ["a"]]


def test_a_merge_has_its_value_in_every_cell_and_reaches_no_further_than_the_cells():
    book = openpyxl.Workbook()
    for each in (["课程", "要求"], ["A", "1"], [None, "2"]):
        book.active.append(each)
    book.active.merge_cells("A2:A3000")
    written = io.BytesIO()
    book.save(written)

    (sheet,) = read_sheets(written.getvalue())

    assert sheet.rows == [["课程", "要求"], ["A", "1"], ["A", "2"]]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (docx(paragraph("x")), "DOCUMENT_KIND"),
        (b"%PDF-1.7", "DOCUMENT_KIND"),
        (b"", "DOCUMENT_KIND"),
        (b"\x00\x01\x02", "DOCUMENT_KIND"),
        (b'a,b\n"c,d', "DOCUMENT_DAMAGED"),
        (b"a\n" * 3001, "DOCUMENT_TOO_LARGE"),
        (b"," * 201, "DOCUMENT_TOO_LARGE"),
        (xlsx('<sheetData><row r="1048576"/></sheetData>'), "DOCUMENT_TOO_LARGE"),
    ],
)
def test_what_is_no_table_is_refused_with_a_code(data, code):
    with pytest.raises(DocumentError) as caught:
        read_sheets(data)
    assert caught.value.code == code


def test_altered_workbooks_are_read_or_refused():
    """Bytes are changed at random; each file is read, or an error of ours says why not."""
    data, dice = workbook(*([f"课程 {n}", n] for n in range(30))), random.Random(7)
    refused = 0
    for _ in range(12):
        altered = bytearray(data)
        for _ in range(4):
            altered[dice.randrange(len(altered))] = dice.randrange(256)
        try:
            read_sheets(bytes(altered))
        except DocumentError:
            refused += 1
    assert refused > 3


def test_columns_have_the_letters_of_a_spreadsheet():
    assert [column_letters(each) for each in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
