"""Standards set by a program that flows paragraphs and tables over pages, as office programs do."""

import io

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

from tests.interchange.documents.made_documents import FONT
from tests.interchange.standards.made_standards import CONTENT, numbered

A4, LANDSCAPE = (595, 842), (842, 595)
_BODY = ParagraphStyle("body", fontName=FONT, fontSize=10.5, leading=18, firstLineIndent=21, wordWrap="CJK")
_HEADING = ParagraphStyle("heading", fontName=FONT, fontSize=14, leading=26, wordWrap="CJK")
_CELL = ParagraphStyle("cell", fontName=FONT, fontSize=10, leading=14, wordWrap="CJK")


def heading(*texts):
    return [Paragraph(each, _HEADING) for each in texts]


def body(*texts):
    return [Paragraph(each, _BODY) for each in texts]


def grid(rows, widths, spans=(), *, header_repeats=True, rows_are_cut=False):
    """A table; `spans` are merged cells, each from (column, row) to (column, row)."""
    return [
        Table(
            [[Paragraph(each, _CELL) if each else "" for each in row] for row in rows],
            colWidths=widths,
            repeatRows=int(header_repeats),
            splitInRow=int(rows_are_cut),
            style=[
                ("GRID", (0, 0), (-1, -1), 0.5, "black"),
                ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
                *(("SPAN", *each) for each in spans),
            ],
        )
    ]


def flowing_pdf(*parts, size=A4, head=""):
    written = io.BytesIO()

    def page(canvas, _):
        canvas.setFont(FONT, 9)
        canvas.drawCentredString(size[0] / 2, 30, str(canvas.getPageNumber()))
        canvas.drawCentredString(size[0] / 2, size[1] - 35, head)

    template = SimpleDocTemplate(
        written, pagesize=size, leftMargin=70, rightMargin=70, topMargin=60, bottomMargin=60, invariant=1
    )
    template.build([each for part in parts for each in part], onFirstPage=page, onLaterPages=page)
    return written.getvalue()


def rows_of_a_level(areas, first_column=0):
    """Rows of areas, tasks and requirements, and the merged cells of their names below a header."""
    rows, starts = [], {}
    for number, (area, area_name, task, task_name, code, text) in enumerate(numbered(areas), 1):
        names = [
            "" if key in starts else name
            for key, name in ((area, f"{area}.{area_name}"), (task, f"{task} {task_name}"))
        ]
        rows.append([*names, f"{code} {text}"])
        for key in (area, task):
            starts[key] = (starts.get(key, (number, 0))[0], number)
    spans = [
        ((first_column + ("." in key), first), (first_column + ("." in key), last))
        for key, (first, last) in starts.items()
    ]
    return rows, spans


def long_content(times=2):
    """The content of the made-up standards, with enough requirements in each task to go over pages."""
    return {
        level: {
            area: {
                task: [f"{text}（{number}）" for number in range(1, times + 1) for text in texts]
                for task, texts in tasks.items()
            }
            for area, tasks in areas.items()
        }
        for level, areas in CONTENT.items()
    }
