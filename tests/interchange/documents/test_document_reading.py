"""Documents become pages with lines and tables; what cannot be read is an error of ours, also when the reader dies."""

import contextlib
import logging
import re
import sys
import time
import zlib

import pytest

from interchange.documents import reading_here
from interchange.documents.document_errors import DocumentError
from interchange.documents.document_kinds import DocumentKind
from interchange.documents.document_pages import (
    Box,
    Document,
    DocumentPage,
    DocumentTable,
    PrintedLine,
    TableCell,
)
from interchange.documents.document_reading import STANDARD_KINDS, read_document, read_values
from interchange.documents.reading_here import read_values_here
from tests.interchange.documents.made_documents import cell, docx, paragraph, pdf, table, text_at


def ruled(canvas, lefts, tops):
    """Draw the lines of a table at these places, from the bottom of the page."""
    for left in lefts:
        canvas.line(left, tops[0], left, tops[-1])
    for top in tops:
        canvas.line(lefts[0], top, lefts[-1], top)


def a_table(canvas):
    canvas.drawString(50, 760, "标题")
    ruled(canvas, [50, 150, 300], [740, 720, 700])
    for left, bottom, text in [(55, 726, "工作领域"), (155, 726, "要求"), (55, 706, "甲"), (155, 706, "乙 丙")]:
        canvas.drawString(left, bottom, text)


def open_at_its_sides(canvas):
    canvas.line(150, 740, 150, 700)
    for top in (740, 720, 700):
        canvas.line(50, top, 300, top)
    for left, bottom, text in [(55, 726, "工作领域"), (155, 726, "要求"), (55, 706, "甲"), (155, 706, "乙")]:
        canvas.drawString(left, bottom, text)


def texts(document):
    return [
        [(each.row, each.column, each.rows, each.columns, each.text) for each in block.cells]
        if isinstance(block, DocumentTable)
        else block.text
        for _, block in document.blocks()
    ]


def latin(canvas):
    """Text that an encrypted file of reportlab keeps readable: it leaves the names of Chinese fonts as they were."""
    canvas.setFont("Helvetica", 10)
    canvas.drawString(50, 700, "Text")


def bomb_in_a_page():
    """A page whose content unpacks to 128 MB of blanks."""
    packer = zlib.compressobj()
    content = b"".join(packer.compress(b" " * (1 << 24)) for _ in range(8)) + packer.flush()
    head = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    page = b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>endobj\n"
    stream = b"4 0 obj<</Length %d/Filter/FlateDecode>>stream\n%b\nendstream endobj\n" % (len(content), content)
    return head + page + stream + b"trailer<</Root 1 0 R>>\n%%EOF"


def test_a_pdf_becomes_lines_and_tables_with_their_boxes():
    document = read_document(pdf(a_table, text_at(50, 700, "第二页")))

    assert document == Document(
        DocumentKind.PDF,
        (
            DocumentPage(
                1,
                (
                    PrintedLine("标题", Box(50, 74.7, 70, 84.7)),
                    DocumentTable(
                        1,
                        (
                            TableCell(
                                0,
                                0,
                                1,
                                1,
                                (PrintedLine("工作领域", Box(55, 108.7, 95, 118.7)),),
                                Box(50, 102, 150, 122),
                            ),
                            TableCell(
                                0, 1, 1, 1, (PrintedLine("要求", Box(155, 108.7, 175, 118.7)),), Box(150, 102, 300, 122)
                            ),
                            TableCell(
                                1, 0, 1, 1, (PrintedLine("甲", Box(55, 128.7, 65, 138.7)),), Box(50, 122, 150, 142)
                            ),
                            TableCell(
                                1,
                                1,
                                1,
                                1,
                                (PrintedLine("乙 丙", Box(155, 128.7, 177.1, 138.7)),),
                                Box(150, 122, 300, 142),
                            ),
                        ),
                        2,
                        2,
                        Box(50, 102, 300, 142),
                    ),
                ),
            ),
            DocumentPage(2, (PrintedLine("第二页", Box(50, 134.7, 80, 144.7)),)),
        ),
    )


def test_a_table_without_side_lines_keeps_its_outer_columns():
    assert texts(read_document(pdf(open_at_its_sides))) == [
        [(0, 0, 1, 1, "工作领域"), (0, 1, 1, 1, "要求"), (1, 0, 1, 1, "甲"), (1, 1, 1, 1, "乙")]
    ]


def test_a_docx_becomes_paragraphs_and_a_grid_with_spans():
    data = docx(
        paragraph("标题"),
        table(
            [cell("工作领域", span=2), cell("要求")],
            [cell("1", merge="restart"), cell("甲"), cell("1.1 丙", "丁")],
            [cell(merge="continue"), cell("乙"), "<w:tc><w:p><w:ins><w:r><w:t>新</w:t></w:r></w:ins></w:p></w:tc>"],
        ),
        "<w:p><w:del><w:r><w:delText>旧</w:delText><w:t>旧</w:t></w:r></w:del><w:r><w:t>留</w:t></w:r></w:p>",
    )

    assert texts(read_document(data)) == [
        "标题",
        [
            (0, 0, 1, 2, "工作领域"),
            (0, 2, 1, 1, "要求"),
            (1, 0, 2, 1, "1"),
            (1, 1, 1, 1, "甲"),
            (1, 2, 1, 1, "1.1 丙丁"),
            (2, 1, 1, 1, "乙"),
            (2, 2, 1, 1, "新"),
        ],
        "留",
    ]


def test_text_that_word_hides_from_print_is_not_read():
    hidden = "<w:r><w:rPr><w:vanish{0}/></w:rPr><w:t>{1}</w:t></w:r>"
    runs = hidden.format("", "（待核）") + hidden.format(' w:val="0"', "卡片")
    data = docx(f"<w:p><w:r><w:t>能填写</w:t></w:r>{runs}</w:p>")

    assert texts(read_document(data)) == ["能填写卡片"]


def test_an_owner_password_alone_does_not_lock_a_document():
    from reportlab.lib.pdfencrypt import StandardEncryption

    data = pdf(latin, encrypt=StandardEncryption("", ownerPassword="owner", canCopy=0))

    assert texts(read_document(data)) == ["Text"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("data", "code"),
    [
        (pdf(text_at(50, 700, "文字"), encrypt="secret"), "DOCUMENT_ENCRYPTED"),
        (pdf(lambda canvas: canvas.rect(50, 50, 100, 100)), "DOCUMENT_WITHOUT_TEXT"),
        (pdf(text_at(50, 700, "文字"))[:300], "DOCUMENT_DAMAGED"),
        (b"%PDF-1.7\n", "DOCUMENT_DAMAGED"),
        (docx(), "DOCUMENT_WITHOUT_TEXT"),
        (docx("<w:p>" * 101 + "</w:p>" * 101), "DOCUMENT_TOO_LARGE"),
        (docx(table([cell("a", span=64)])), "DOCUMENT_TOO_LARGE"),
        (b"<html><table>", "DOCUMENT_KIND"),
    ],
)
def test_what_cannot_be_read_says_why(data, code):
    with pytest.raises(DocumentError) as refusal:
        read_document(data)

    assert refusal.value.code == code


@pytest.mark.slow
def test_a_bomb_in_a_page_is_not_unpacked():
    with pytest.raises(DocumentError) as refusal:
        read_document(bomb_in_a_page())

    assert refusal.value.code == "DOCUMENT_TOO_LARGE"


@pytest.mark.slow
def test_a_damaged_page_is_named_and_none_of_the_document_is_given():
    """A byte in the compressed text of the second page; pdfminer alone would give that page without text."""
    data = bytearray(pdf(text_at(50, 700, "第一页"), text_at(50, 700, "第二页")))
    start = [each.end() for each in re.finditer(rb"stream\r?\n", data) if data[each.start() - 3 :][:3] != b"end"][1]
    data[start + 12] ^= 0x55

    with pytest.raises(DocumentError) as refusal:
        read_document(bytes(data))

    assert (refusal.value.code, refusal.value.details["page"]) == ("DOCUMENT_DAMAGED", 2)


def test_the_death_of_the_reader_is_an_answer(monkeypatch):
    """A stand-in for Python that ends as one that the system stops."""
    monkeypatch.setattr(sys, "executable", "/bin/false")

    with pytest.raises(DocumentError) as refusal:
        read_document(pdf(text_at(50, 700, "文字")))

    assert refusal.value.code == "DOCUMENT_READER"


def test_a_reader_that_takes_too_long_is_stopped():
    with pytest.raises(DocumentError) as refusal:
        read_document(pdf(text_at(50, 700, "文字")), seconds=0.01)

    assert (refusal.value.code, refusal.value.message("zh")) == (
        "DOCUMENT_READER",
        "读取文档超过 0.01 秒，已停止。请用原程序重新保存，或拆分。",
    )


def test_a_reader_in_this_process_is_stopped_too_and_no_library_takes_that_for_a_damaged_file(monkeypatch):
    def never(_kind, _data):
        while True:
            with contextlib.suppress(Exception):
                time.monotonic()

    monkeypatch.setattr(reading_here, "read_as", never)
    with pytest.raises(DocumentError) as refusal:
        read_values_here(docx(paragraph("文字")), 0.01, STANDARD_KINDS)

    assert refusal.value.code == "DOCUMENT_READER"
    assert "0.01" in refusal.value.message("en")


def test_both_ways_of_reading_give_the_same():
    data = pdf(a_table, text_at(50, 700, "第二页"))

    assert read_values_here(data, 60, STANDARD_KINDS) == read_values(data, 60, STANDARD_KINDS)
    # It was silent while it read, and logs again.
    assert logging.getLogger("oneplusx").isEnabledFor(logging.ERROR)


def turned(canvas, left, bottom, text, degrees):
    canvas.saveState()
    canvas.translate(left, bottom)
    canvas.rotate(degrees)
    canvas.drawString(0, 0, text)
    canvas.restoreState()


def test_words_that_stand_upright_in_a_cell_are_read_in_their_direction():
    def draw(canvas):
        ruled(canvas, (100, 200, 300), (500, 600, 700))
        turned(canvas, 140, 610, "课程", 90)
        turned(canvas, 160, 610, "类别 A", 90)
        turned(canvas, 260, 690, "学分", -90)
        turned(canvas, 240, 690, "小计", -90)
        canvas.drawString(110, 550, "公共课")

    (page,) = read_document(pdf(draw)).pages
    (grid,) = (each for each in page.blocks if isinstance(each, DocumentTable))

    assert [each.text for each in grid.cells] == ["课程类别 A", "学分小计", "公共课", ""]


def test_an_upright_mark_over_several_cells_or_over_words_stays_out_of_them():
    def draw(canvas):
        ruled(canvas, (100, 200, 300), (500, 600, 700))
        turned(canvas, 150, 590, "仅供查阅", 90)
        canvas.drawString(210, 650, "学分")
        turned(canvas, 280, 610, "样本", 90)

    (page,) = read_document(pdf(draw)).pages
    (grid,) = (each for each in page.blocks if isinstance(each, DocumentTable))
    lines = [each.text for each in page.blocks if isinstance(each, PrintedLine)]

    assert [each.text for each in grid.cells] == ["", "学分", "", ""]
    assert {*"".join(lines).replace(" ", "")} == {*"仅供查阅样本"}
