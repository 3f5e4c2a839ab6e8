"""Text of a cell that runs downwards in columns, the right one first; digits in it are turned."""

from interchange.documents.document_pages import DocumentTable
from tests.interchange.documents.made_documents import FONT, pdf, read_here

SIZE = 10


def stack(canvas, left, top, text):
    """Print the characters of a text below each other; digits are turned."""
    for at, each in enumerate(text):
        bottom = top - (at + 1) * SIZE
        canvas.saveState()
        canvas.setFont(FONT, SIZE)
        if each.isascii():
            canvas.translate(left + 2, bottom + SIZE)
            canvas.rotate(-90)
            canvas.drawString(0, 0, each)
        else:
            canvas.drawString(left, bottom + 1, each)
        canvas.restoreState()


def document_of(draw):
    def page(canvas):
        canvas.rect(50, 600, 40, 120)
        canvas.rect(90, 600, 100, 120)
        canvas.drawString(95, 650, "课程")
        draw(canvas)

    return read_here(pdf(page))


def first_cell(document):
    (table,) = [each for page in document.pages for each in page.blocks if isinstance(each, DocumentTable)]
    return "".join(each.text for each in table.cells[0].lines)


def test_columns_that_run_downwards_are_read_from_the_right():
    def draw(canvas):
        stack(canvas, 72, 715, "素质选修（不")
        stack(canvas, 58, 715, "少于6学分）")

    document = document_of(draw)

    assert first_cell(document) == "素质选修（不少于6学分）"
    assert "6" not in list(document.texts())


def test_a_digit_in_one_column_stays_in_its_place():
    assert first_cell(document_of(lambda canvas: stack(canvas, 65, 715, "任选4学分"))) == "任选4学分"


def test_lines_of_two_characters_are_read_across():
    def draw(canvas):
        for at, each in enumerate(["公共", "基础", "课程"]):
            canvas.drawString(60, 700 - at * 12, each)

    assert first_cell(document_of(draw)) == "公共基础课程"


def test_columns_that_are_printed_from_the_left_are_lines():
    def draw(canvas):
        stack(canvas, 58, 715, "甲丙")
        stack(canvas, 72, 715, "乙丁")

    assert first_cell(document_of(draw)).replace(" ", "") == "甲乙丙丁"
