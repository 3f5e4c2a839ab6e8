"""Workbooks as pages: values as they are shown, merges, what is hidden or struck out, formulas, and hostile files."""

import io
import time
import zipfile
from datetime import date

import pytest

from interchange.documents.document_errors import DocumentDamagedError, DocumentTooLargeError, DocumentWithoutTextError
from interchange.documents.document_kinds import DocumentKind
from interchange.documents.document_reading import read_document
from tests.interchange.documents.made_documents import cell, docx, package, read_here, struck, table
from tests.interchange.documents.made_workbooks import SheetOf, old_workbook, workbook

KINDS = tuple(DocumentKind)


def cells_of(document, page=0):
    (found,) = document.pages[page].blocks
    return {(each.row, each.column): [line.text for line in each.lines] for each in found.cells}


def parts_of(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {each: archive.read(each) for each in archive.namelist()}


def repacked(data, **changes):
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts_of(data).items():
            archive.writestr(name, changes.get(name.rpartition("/")[2].replace(".", "_"), content))
    return written.getvalue()


def test_values_stand_as_the_sheet_shows_them():
    rows = [["00012", 12, 3.5, 0.1 + 0.2, "  课程\n名称 ", True], [date(2026, 1, 2), None, "=1"]]
    read = read_here(workbook(SheetOf("表 1", rows, formats=(("B1", "00000"), ("A2", "yyyy-mm-dd")))))

    assert (read.kind, read.pages[0].sheet, read.pages[0].number) == (DocumentKind.XLSX, "表 1", 1)
    assert cells_of(read) == {
        (0, 0): ["00012"],
        (0, 1): ["00012"],
        (0, 2): ["3.5"],
        (0, 3): ["0.3"],
        (0, 4): ["课程", "名称"],
        (0, 5): ["1"],
        (1, 0): ["2026-01-02"],
        (1, 2): ["1"],
    }


def test_merges_hidden_rows_and_struck_out_cells_are_named():
    sheet = SheetOf("表", [["类", "名"], [None, "甲"], [None, "乙"]], ("A1:A3",), (2,), ("B",), ("B3",), state="hidden")
    read = read_here(workbook(sheet, SheetOf("空", [])))
    (found,) = read.pages[0].blocks

    assert found.cells[0][:4] == (0, 0, 3, 1)
    assert (found.hidden_rows, found.hidden_columns, found.struck) == ((1,), (1,), ((2, 1),))
    assert [(each.is_hidden, len(each.blocks)) for each in read.pages] == [(True, 1), (False, 0)]


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("=A1*16", "48"),
        ("=SUM(A1:B2)", "12"),
        ("=SUM(A1,B2)-(A1+1)/2", "8"),
        ("=另表!A1/3", "0.333333"),
        ("='另表'!$A$1+A1", "4"),
        ("=-A1+10%", "=-A1+10%"),
        ("=VLOOKUP(A1,B1:B2,1)", "=VLOOKUP(A1,B1:B2,1)"),
        ("=C1+1", "=C1+1"),
        ("=A1/D9", "=A1/D9"),
        ("=无!A1", "=无!A1"),
    ],
)
def test_a_formula_without_a_stored_value_is_calculated_or_shown(formula, value):
    read = read_here(workbook(SheetOf("表", [[3, 2, formula], ["文字", 7]]), SheetOf("另表", [[1]])))
    (found,) = read.pages[0].blocks

    assert cells_of(read)[0, 2] == [value]
    assert found.calculated == (() if value == formula else ((0, 2),))


def test_an_old_workbook_is_read_alike():
    rows = [["类", "名", 3.0], ["类", "甲 ", 2.5], [None, "乙", "1,2"]]
    read = read_here(old_workbook("表1", rows, merges=((0, 1, 0, 0),), hidden_rows=(2,)))
    (found,) = read.pages[0].blocks

    assert (read.kind, read.pages[0].sheet, found.hidden_rows) == (DocumentKind.XLS, "表1", (2,))
    assert (found.cells[0].rows, cells_of(read)) == (
        2,
        {
            (0, 0): ["类"],
            (0, 1): ["名"],
            (0, 2): ["3"],
            (1, 1): ["甲"],
            (1, 2): ["2.5"],
            (2, 1): ["乙"],
            (2, 2): ["1,2"],
        },
    )


@pytest.mark.parametrize("encoding", ["gbk", "utf-8", "utf-16"])
def test_html_under_the_name_of_a_workbook_is_read_in_its_encoding(encoding):
    charset = "gb2312" if encoding == "gbk" else encoding
    page = (
        f"<html><head><meta charset={charset}><style>td{{}}</style></head><body><h1>方案</h1>"
        "<table><tr><th rowspan=2>类<th colspan=2>学时<tr style='display:none'><td>理论<br>（课内）</td><td><s>实践</s></td></tr>"
        "</table>完</body></html>"
    )
    read = read_here(page.encode(encoding))
    title, found, end = read.pages[0].blocks

    assert (title.text, end.text) == ("方案", "完")
    assert [(each.row, each.column, each.rows, each.columns, each.text) for each in found.cells] == [
        (0, 0, 2, 1, "类"),
        (0, 1, 1, 2, "学时"),
        (1, 1, 1, 1, "理论（课内）"),
        (1, 2, 1, 1, "实践"),
    ]
    assert (found.hidden_rows, found.struck) == ((1,), ((1, 2),))


def test_a_struck_out_cell_of_a_word_file_is_named():
    struck_cell = f"<w:tc>{struck('旧课程')}</w:tc>"
    (found,) = read_here(docx(table([cell("新课程"), struck_cell]))).pages[0].blocks

    assert found.struck == ((0, 1),)


def test_all_kinds_come_through_the_process_of_the_reader():
    data = workbook(SheetOf("表", [["甲", "=1+1"]], struck=("A1",), hidden_rows=(1,)))

    assert read_document(data, kinds=KINDS) == read_here(data)


# ---- hostile files


FAR = '<worksheet><sheetData><row r="1"><c r="{}" t="str"><v>x</v></c></row></sheetData></worksheet>'


def test_a_far_cell_is_refused_before_any_reader():
    data = repacked(workbook(SheetOf("表", [["甲"]])), sheet1_xml=FAR.format("XFD1"))
    began = time.process_time()
    with pytest.raises(DocumentTooLargeError, match="16384 columns"):
        read_document(data, kinds=KINDS)

    assert time.process_time() - began < 0.05


def test_a_sheet_under_another_name_cannot_pass_by_the_look():
    data = workbook(SheetOf("表", [["甲"]]))
    parts = parts_of(data)
    parts["xl/other.xml"] = FAR.format("XFD1").encode()
    parts["xl/_rels/workbook.xml.rels"] = parts["xl/_rels/workbook.xml.rels"].replace(
        b"worksheets/sheet1.xml", b"other.xml"
    )
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)

    with pytest.raises(DocumentTooLargeError, match="16384 columns"):
        read_here(written.getvalue())


def test_a_merge_over_the_whole_sheet_reaches_no_further_than_the_cells():
    merged = (
        '<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>x</v></c></row></sheetData>'
        '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>'
    )
    (found,) = read_here(repacked(workbook(SheetOf("表", [["甲"]])), sheet1_xml=merged)).pages[0].blocks

    assert (found.row_count, found.column_count, found.cells[0].rows, found.cells[0].columns) == (1, 1, 1, 1)


def test_merges_that_lie_over_each_other_are_refused():
    merges = "".join(f'<mergeCell ref="A{row}:GR2000"/>' for row in range(1, 2001))
    sheet = f"{rows_of_cells(2000)}<mergeCells>{merges}</mergeCells></worksheet>"
    data = repacked(workbook(SheetOf("表", [["甲"]])), sheet1_xml=sheet)

    with pytest.raises(DocumentTooLargeError, match="places under merged cells"):
        read_here(data)


def rows_of_cells(count):
    rows = "".join(f'<row r="{row}"><c r="A{row}" t="str"><v>x</v></c></row>' for row in range(1, count))
    last = f'<row r="{count}"><c r="A{count}" t="str"><v>x</v></c><c r="GR{count}" t="str"><v>x</v></c></row>'
    return f"<worksheet><sheetData>{rows}{last}</sheetData>"


def test_formulas_that_refer_to_each_other_or_to_too_much_stay_as_they_are():
    deep = [[f"=A{row + 1}+1"] for row in range(1, 200)]
    read = cells_of(read_here(workbook(SheetOf("表", [["=A200+1"], *deep, ["=SUM(A1:CV2000)"]]))))

    assert {text[0][0] for text in read.values()} == {"="}


def test_shared_strings_that_are_missing_are_damage():
    with pytest.raises(DocumentDamagedError):
        read_here(repacked(workbook(SheetOf("表", [["甲"]])), sheet1_xml=FAR.replace('"str"', '"s"').format("A1")))


def test_a_workbook_without_text_is_named():
    with pytest.raises(DocumentWithoutTextError):
        read_here(workbook(SheetOf("表", [])))


def test_html_that_spans_thousands_of_columns_is_refused():
    with pytest.raises(DocumentTooLargeError):
        read_here(b"<html><table><tr><td colspan=30000>x</table>")
    with pytest.raises(DocumentTooLargeError):
        read_here(b"<html><table>" + b"<tr><td>x" * 3001)


def test_a_workbook_without_its_sheets_is_damaged():
    with pytest.raises(DocumentDamagedError):
        read_here(package(xl__workbook_xml='<workbook><sheets><sheet name="a" r:id="r"/></sheets></workbook>'))
