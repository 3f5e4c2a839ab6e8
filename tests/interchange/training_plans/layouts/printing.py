"""Prints one table with merged cells as each kind of document that colleges keep plans in."""

import csv
import io
from html import escape
from typing import NamedTuple

from tests.interchange.documents.made_documents import FONT, cell, docx, paragraph, pdf, table
from tests.interchange.documents.made_workbooks import SheetOf, old_workbook, workbook

# Of a page of a PDF, in points.
_PAGE = (1190, 842)
_ROW_HEIGHT, _MARGIN = 17, 20
# Of a row whose words are turned.
_TALL = 70


class Printed(NamedTuple):
    """Rows of values; areas of merged cells as (top, left, bottom, right) from 0, which show what their first has."""

    rows: list
    areas: list

    @property
    def width(self):
        return max(map(len, self.rows))


def printed(rows, areas=(), *, merged_columns=(), first=0):
    """A table where equal values that follow each other in ``merged_columns``, below the row ``first``, are one cell."""
    table_of = Printed([list(each) for each in rows], list(areas))
    covered = {row for top, left, bottom, right in areas if right > left for row in range(top, bottom + 1)}
    for column in merged_columns:
        begin = first
        for row in range(first + 1, len(rows) + 1):
            goes_on = row < len(rows) and column < len(rows[row]) and row not in covered and begin not in covered
            if goes_on and rows[row][column] == rows[begin][column]:
                continue
            if row - begin > 1:
                table_of.areas.append((begin, column, row - 1, column))
            begin = row
    return table_of


def as_xlsx(*sheets, hidden_columns=()):
    """A workbook; a sheet is its name and a table."""
    made = [
        SheetOf(name, each.rows, tuple(map(_reference, each.areas)), hidden_columns=hidden_columns)
        for name, each in sheets
    ]
    return workbook(*made)


def as_xls(name, table_of):
    """An old workbook."""
    areas = tuple((top, bottom, left, right) for top, left, bottom, right in table_of.areas)
    return old_workbook(name, table_of.rows, areas)


def as_docx(*parts):
    """A Word file of paragraphs and tables."""
    return docx(*(paragraph(each) if isinstance(each, str) else _word_table(each) for each in parts))


def as_csv(table_of, encoding="utf-8"):
    """A CSV file, which keeps of a merged cell what its first place shows."""
    written = io.StringIO()
    csv.writer(written).writerows(table_of.rows)
    return written.getvalue().encode(encoding)


def as_html(title, *tables):
    """A page such as record systems save under the name of a workbook, in the older encoding."""
    page = "".join(map(_html_table, tables))
    return f"<html><meta charset=gb2312><body><h3>{title}</h3>{page}</body></html>".encode("gb18030")


def as_pdf(title, table_of, *, rows_per_page=40, heading_rows=0, turned=0):
    """Pages of a PDF with ruled cells; the heading is repeated where ``heading_rows`` says how many rows it has.

    ``turned`` is by how many degrees the words of the heading are turned in their cells.
    """
    pages = []
    for begin in range(0, len(table_of.rows), rows_per_page):
        rows = range(begin, min(begin + rows_per_page, len(table_of.rows)))
        repeated = range(heading_rows) if begin else range(0)
        tall = range(heading_rows) if turned else range(0)
        pages.append(_ruled(title if not begin else "", table_of, [*repeated, *rows], tall, turned))
    return pdf(*pages, size=_PAGE)


def _reference(area):
    top, left, bottom, right = area
    return f"{_letter(left)}{top + 1}:{_letter(right)}{bottom + 1}"


def _letter(column):
    return chr(65 + column) if column < 26 else f"A{chr(39 + column)}"


def _covers(table_of):
    """The area that covers each place of a merged cell."""
    return {
        (row, column): area
        for area in table_of.areas
        for row in range(area[0], area[2] + 1)
        for column in range(area[1], area[3] + 1)
    }


def _value(table_of, row, column):
    value = table_of.rows[row][column] if column < len(table_of.rows[row]) else None
    return "" if value is None else str(value)


def _word_table(table_of):
    covers, rows = _covers(table_of), []
    for row in range(len(table_of.rows)):
        cells, column = [], 0
        while column < table_of.width:
            top, left, bottom, right = covers.get((row, column), (row, column, row, column))
            text = _value(table_of, top, left) if row == top else ""
            merge = None if top == bottom else "restart" if row == top else "continue"
            cells.append(cell(*text.split("\n"), span=right - left + 1, merge=merge))
            column = right + 1
        rows.append(cells)
    return table(*rows)


def _html_table(table_of):
    covers, rows = _covers(table_of), []
    for row in range(len(table_of.rows)):
        cells = []
        for column in range(table_of.width):
            top, left, bottom, right = covers.get((row, column), (row, column, row, column))
            if (top, left) == (row, column):
                text = escape(_value(table_of, row, column)).replace("\n", "<br>")
                cells.append(f"<td rowspan={bottom - top + 1} colspan={right - left + 1}>{text or '&nbsp;'}</td>")
        rows.append(f"<tr>{''.join(cells)}</tr>")
    return f"<table border=1>{''.join(rows)}</table>"


def _ruled(title, table_of, rows, tall=range(0), turned=0):
    widths = [_width(table_of, column) for column in range(table_of.width)]
    lefts = [_MARGIN + sum(widths[:column]) for column in range(table_of.width + 1)]
    heights = [_TALL if row in tall else _ROW_HEIGHT for row in rows]
    edges = [810 - sum(heights[:at]) for at in range(len(rows) + 1)]
    covers = _covers(table_of)

    def draw(canvas):
        canvas.setFont(FONT, 8)
        canvas.drawString(_MARGIN, 822, title)
        for at, row in enumerate(rows):
            for column in range(table_of.width):
                top, left, bottom, right = covers.get((row, column), (row, column, row, column))
                # What is merged over the end of a page begins anew on the next, without its text.
                is_first = row == top or (at == 0 and row > top)
                if not is_first or column != left:
                    continue
                upper, lower = edges[at], edges[at + sum(each <= bottom for each in rows[at:] if each >= row)]
                canvas.rect(lefts[left], lower, lefts[right + 1] - lefts[left], upper - lower)
                text = _value(table_of, top, left).replace("\n", "") if row == top else ""
                if row in tall and left == right:
                    _draw_turned(canvas, (lefts[left] + lefts[right + 1]) / 2, (upper + lower) / 2, text, turned)
                else:
                    canvas.drawString(lefts[left] + 2, (upper + lower) / 2 - 3, text)

    return draw


def _draw_turned(canvas, left, bottom, text, turned):
    canvas.saveState()
    canvas.translate(left, bottom)
    canvas.rotate(turned)
    canvas.drawCentredString(0, -3, text)
    canvas.restoreState()


def _width(table_of, column):
    """A column as wide as what stands in its single cells."""
    spread = {(top, left) for top, left, bottom, right in table_of.areas if right > left}
    longest = max(
        (len(_value(table_of, row, column)) for row in range(len(table_of.rows)) if (row, column) not in spread),
        default=1,
    )
    return 8 * longest + 8
