"""Reads tables of totals by module."""

from interchange.documents.document_pages import TableCell
from interchange.training_plans.plan_totals import BETWEEN, StatedFigures, nature_of_total, read_figures
from interchange.training_plans.tables.headings.course_heading import CourseHeading
from interchange.training_plans.tables.headings.plan_meanings import Meaning
from interchange.training_plans.tables.plan_courses import CourseTables
from interchange.training_plans.tables.plan_grid import Grid
from interchange.training_plans.tables.plan_rows import CourseRow, RowKind
from interchange.training_plans.tables.plan_words import OTHER_WORD, bare, module_of, nature_of
from interchange.training_plans.tables.table_kinds import find_header
from interchange.training_plans.tables.table_texts import unread_columns


def read_overview(tables: CourseTables, grid: Grid, header: CourseHeading) -> None:
    """Read a table of totals by module; what its other columns say is named as not read."""
    for remark, _ in unread_columns(grid, header):
        tables.not_read.append(remark)
    for row in range(header.last + 1, grid.row_count):
        if find_header(grid, row):
            break
        cell, label = _label(grid, header, row)
        if not label or cell is None or OTHER_WORD.search(bare(label)):
            continue
        stated, places, remarks = read_figures(grid, CourseRow(RowKind.TOTAL, row, header, label, cell), "")
        tables.remarks.problems.extend(remarks)
        if stated:
            place = grid.place(row, cell.column)
            tables.add_total(StatedFigures(place, label, stated, places, ()), is_of_overview=True)


def _label(grid: Grid, header: CourseHeading, row: int) -> tuple[TableCell | None, str]:
    """Give the cell that names what a row sums, and its name: a module, a part of it, or what is required in it."""
    columns = header.of(Meaning.MODULE)
    cells = [cell for each in columns if (cell := grid.cell(row, each.column)) and grid.text_of(cell)]
    cells = list({id(each): each for each in cells}.values())
    if not cells:
        return None, ""
    (first, *_), last = cells, cells[-1]
    if last is not first and nature_of(grid.text_of(last)) and module_of(grid.text_of(last)) is None:
        return last, f"{grid.text_of(first)}{BETWEEN}{grid.text_of(last)}"
    if last is not first and last.row == row:
        return last, grid.text_of(last)
    nature = nature_of_total(grid, header, row)
    if first.row != row and not nature:
        return None, ""
    label = grid.text_of(first)
    return first, f"{label}{BETWEEN}{nature}" if nature else label
