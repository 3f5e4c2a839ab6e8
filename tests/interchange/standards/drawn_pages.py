"""Pages drawn item by item: lines, pictures, and tables whose rows, merged cells and ruling lines each test chooses."""

from itertools import pairwise

from PIL import Image
from reportlab.lib.utils import ImageReader

from tests.interchange.documents.made_documents import FONT

LEADING, PADDING, LEFT = 14, 4, 60
HEADER = ("工作领域", "工作任务", "职业技能要求")
WIDTHS = (90, 110, 240)


def drawn(*items, size=(595, 842), foot="", turned=0):
    """A page; each item draws itself below the one before. `turned`: by how many degrees the page is shown turned."""

    def draw(canvas):
        if turned:
            canvas.setPageRotation(turned)
            canvas.translate(size[1], 0)
            canvas.rotate(90)
        canvas.drawCentredString(size[0] / 2, 30, foot)
        top = size[1] - 50
        for item in items:
            top = item(canvas, top)

    return draw


def text(*lines, size=10):
    def draw(canvas, top):
        canvas.setFont(FONT, size)
        for number, line in enumerate(lines, 1):
            canvas.drawString(LEFT, top - number * LEADING, line)
        canvas.setFont(FONT, 10)
        return top - len(lines) * LEADING - 8

    return draw


def picture(width=200, height=16):
    def draw(canvas, top):
        canvas.drawImage(ImageReader(Image.new("RGB", (20, 4))), LEFT, top - height, width, height)
        return top - height - 8

    return draw


def ruled(*rows, widths=WIDTHS, top=True, bottom=True, sides=True, upright=True):
    """A table. A row is texts, one for each column, with `\\n` between lines; None goes on from the cell above.

    A row that is one text stands over all columns.
    """

    def draw(canvas, start):
        y = start
        lefts = [LEFT + sum(widths[:index]) for index in range(len(widths) + 1)]
        if top:
            canvas.line(lefts[0], y, lefts[-1], y)
        for index, row in enumerate(rows):
            is_last = index == len(rows) - 1
            after = None if is_last else rows[index + 1]
            texts = [row] if isinstance(row, str) else row
            height = max(len((each or "").split("\n")) for each in texts) * LEADING + 2 * PADDING
            for left, each in zip(lefts, texts, strict=False):
                for number, line in enumerate((each or "").split("\n"), 1):
                    canvas.drawString(left + PADDING, y - PADDING - number * LEADING + 4, line)
            y -= height
            edges = lefts if not isinstance(row, str) else [lefts[0], lefts[-1]]
            for edge in (edges if sides else edges[1:-1]) if upright else ():
                canvas.line(edge, y + height, edge, y)
            for column, (left, right) in enumerate(pairwise(lefts)):
                goes_on = not is_last and not isinstance(after, str) and after[column] is None
                if bottom if is_last else not goes_on:
                    canvas.line(left, y, right, y)
        return y - 10

    return draw
