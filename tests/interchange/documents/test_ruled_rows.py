"""Tables of PDFs whose rows alone are ruled."""

import pytest

from interchange.documents.document_pages import DocumentTable
from tests.interchange.documents.made_documents import FONT, pdf, read_here

LEFTS = (40, 90, 250, 300, 350, 400)
RIGHT = 450
HEADING = ("代码", "课程名称", "学分", "学时", None, "备注")
ROWS = [
    ("101", "思想道德", "3", "48", "40", "甲"),
    ("102", "一门名称很长很长很长很长的课程", "2", "32", None, None),
    ("103", "英语", "4", "64", "60", None),
    ("104", "体育", "1", "16", "2", "乙"),
]


def page(rows=ROWS, label=None, sides=(40, RIGHT)):
    """Draws a heading of two rows with a rule over two of its columns, and a rule below each row."""

    def draw(canvas):
        canvas.setFont(FONT, 8)
        canvas.line(sides[0], 780, sides[1], 780)
        canvas.line(LEFTS[3], 766, LEFTS[5], 766)
        for left, text in zip(LEFTS, HEADING, strict=True):
            if text:
                canvas.drawString(left + 2 if text != "学时" else 340, 769 if text == "学时" else 762, text)
        canvas.drawString(LEFTS[3] + 2, 755, "总计")
        canvas.drawString(LEFTS[4] + 2, 755, "理论")
        canvas.line(sides[0], 750, sides[1], 750)
        for at, row in enumerate(rows):
            for left, text in zip(LEFTS, row, strict=True):
                canvas.drawString(left + 2, 738 - at * 16, text or "")
            canvas.line(sides[0], 734 - at * 16, sides[1], 734 - at * 16)
        if label:
            bottom = 734 - len(rows) * 16
            canvas.drawString(44, bottom + 4, label)
            canvas.drawString(LEFTS[2] + 2, bottom + 4, "10")
            canvas.line(sides[0], bottom, sides[1], bottom)

    return pdf(draw)


def tables(data):
    return [block for _, block in read_here(data).blocks() if isinstance(block, DocumentTable)]


def shown(table, row):
    return {each.column: each.text for each in table.cells if each.row == row and each.text}


def test_columns_are_found_by_the_words_below_each_other():
    (table,) = tables(page())

    assert table.column_count == 6
    assert [shown(table, at) for at in (2, 3)] == [
        dict(enumerate(ROWS[0])),
        {0: "102", 1: "一门名称很长很长很长很长的课程", 2: "2", 3: "32"},
    ]


def test_a_rule_over_some_columns_makes_two_rows_of_the_heading():
    (table,) = tables(page())
    heading = {each.text: (each.row, each.rows, each.column, each.columns) for each in table.cells if each.row < 2}

    assert heading["课程名称"] == (0, 2, 1, 1)
    assert heading["学时"] == (0, 1, 3, 2)
    assert (heading["总计"], heading["理论"]) == ((1, 1, 3, 1), (1, 1, 4, 1))


def test_a_label_across_columns_stays_whole():
    (table,) = tables(page(label="公共课程的全部学分小计"))

    assert shown(table, 6) == {0: "公共课程的全部学分小计", 2: "10"}


@pytest.mark.parametrize("rows", [ROWS[:1], []])
def test_few_rules_make_no_table(rows):
    assert tables(page(rows)) == []
