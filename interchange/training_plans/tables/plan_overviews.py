"""Reads tables of totals by module."""

from interchange.training_plans.plan_totals import BETWEEN, StatedFigures, nature_of_total, read_figures
from interchange.training_plans.tables.headings.course_heading import CourseHeading
from interchange.training_plans.tables.headings.plan_meanings import Meaning
from interchange.training_plans.tables.plan_courses import CourseTables
from interchange.training_plans.tables.plan_grid import Grid
from interchange.training_plans.tables.plan_rows import CourseRow, RowKind
from interchange.training_plans.tables.plan_words import OTHER_WORD, bare
from interchange.training_plans.tables.table_kinds import find_header


def read_overview(tables: CourseTables, grid: Grid, header: CourseHeading) -> None:
    """Read a table of totals by module."""
    column = header.of(Meaning.MODULE)[0].column
    for row in range(header.last + 1, grid.row_count):
        if find_header(grid, row):
            break
        label = grid.text(row, column)
        cell = grid.cell(row, column)
        nature = nature_of_total(grid, header, row)
        if not label or cell is None or (cell.row != row and not nature) or OTHER_WORD.search(bare(label)):
            continue
        label = f"{label}{BETWEEN}{nature}" if nature else label
        stated, places, remarks = read_figures(grid, CourseRow(RowKind.TOTAL, row, header, label, cell), "")
        tables.remarks.problems.extend(remarks)
        if stated:
            tables.add_total(StatedFigures(grid.place(row, column), label, stated, places, ()), is_of_overview=True)
