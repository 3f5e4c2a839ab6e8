"""Walks the tables of courses of one plan, row by row, and keeps what each row is."""

import re
from itertools import zip_longest

from analysis.training_plans.training_plan import Note, PlanLine, PlanPlace, PlanRemark
from interchange.documents.document_errors import DocumentTooLargeError
from interchange.documents.document_pages import TableCell
from interchange.training_plans.checks.row_numbers import NumberedRow
from interchange.training_plans.choices.quotas_of_columns import quota_of_cell
from interchange.training_plans.plan_totals import (
    StatedFigures,
    is_of_which,
    read_figures,
    read_figures_below,
)
from interchange.training_plans.tables.gathered_courses import GatheredCourses
from interchange.training_plans.tables.headings.course_heading import CourseHeading
from interchange.training_plans.tables.headings.plan_meanings import Meaning
from interchange.training_plans.tables.lines.line_context import LineContext
from interchange.training_plans.tables.lines.plan_lines import LineReader
from interchange.training_plans.tables.lines.plan_semesters import counts_in_years
from interchange.training_plans.tables.lines.plan_spans import last_nature, repeats_modules, spread_texts
from interchange.training_plans.tables.lines.plan_term_units import are_names_assessed, term_unit, unexplained_marks
from interchange.training_plans.tables.plan_grid import Grid
from interchange.training_plans.tables.plan_numbers import is_empty
from interchange.training_plans.tables.plan_rows import CourseRow, RowKind, closes_a_choice, table_rows
from interchange.training_plans.tables.plan_words import GRAND_WORD, bare, title_number
from interchange.training_plans.tables.table_modules import TableModules
from interchange.training_plans.tables.table_texts import unread_columns
from interchange.training_plans.tables.unread_cells import figures_over_several_rows, rows_left_out, unread_cells

# What a heading was read by, where that is said.
_GUESSED = {
    "column-by-its-cells",
    "term-by-position",
    "term-by-year",
    "term-with-holidays",
    "weeks-in-parts",
    "heading-of-the-page-before",
}
# A plan has a hundred lines, and a document has some plans; a Word file has no bound of rows of its own.
LINES_LARGEST = 3_000
LINES = ("courses in one plan", "门课程（单个方案）")


class CourseTables(GatheredCourses):
    """Reads the tables of courses of a plan, in their order."""

    last: "_Table | None" = None

    def read(self, grid: Grid, header: CourseHeading, title: str, *, is_appendix: bool, is_rest: bool = False) -> None:
        """Read a table of courses; ``title`` is the name of its sheet, or the line above it.

        ``is_rest``: nothing parts it from the table before, whose last module goes on where both have one heading.
        """
        table = _Table(self, grid, title, is_appendix=is_appendix)
        if self.last is not None and self.last.is_part_of_the_same(table):
            # No total of this side, or of the table below the sides, is of the courses of the side before.
            self.scopes.begin_side()
        if is_rest and self.last is not None:
            table.go_on(self.last, header)
        table.read(header)
        self.last = table


class _Table(TableModules):
    """One table."""

    def __init__(self, tables: CourseTables, grid: Grid, title: str, *, is_appendix: bool) -> None:
        super().__init__(tables, grid, title)
        self.is_appendix = is_appendix
        # Lines with one cell of figures, and those with hours of their own and one cell of credits.
        self.by_cell: dict[int, list[int]] = {}
        self.by_credits: dict[int, list[int]] = {}
        self.units: dict[int, tuple[str, bool]] = {}
        # Headings whose column of semesters names them as 1.1 to 3.2.
        self.in_years: set[int] = set()
        # Headings below which signs next to names say how courses end.
        self.by_names: set[int] = set()
        self.headings: list[str] = []
        # The first line since the last title or total.
        self.first = self.block = len(tables.lines)
        # The cell of the nature at the end of the table that this one goes on from, and at the end of this one.
        self.nature_before: TableCell | None = None
        self.nature_after: TableCell | None = None
        # Headings of modules with the sums of what is below them: how they are numbered, and the line after them.
        self.bands: list[tuple[str, int, StatedFigures]] = []
        # Rows with numbers below the courses that are none of these.
        self.left_out: list[int] = []

    def is_part_of_the_same(self, other: "_Table") -> bool:
        """Whether both are sides of one table."""
        return self.grid.page is other.grid.page and self.grid.table.number == other.grid.table.number

    def go_on(self, before: "_Table", header: CourseHeading) -> None:
        """Take the module, and the term, at the end of the table before."""
        self.headings = [each.heading for each in header.columns]
        if self.section or self.term or before.headings != self.headings:
            return
        self.nature_before = before.nature_after
        self.go_on_in_modules(before, header.last + 1)

    def read(self, header: CourseHeading) -> None:
        """Read all rows."""
        self.headings = [each.heading for each in header.columns]
        rows = list(table_rows(self.grid, header))
        self.repeats_modules = repeats_modules(self.grid, rows)
        spread = spread_texts(self.grid, rows, self.nature_before, self.carried)
        self.tables.remarks.guesses.extend(spread.guesses)
        self.tables.remarks.problems.extend(spread.problems)
        for each in dict.fromkeys([header, *(row.header for row in rows)]):
            self._heading_of(each, [row.row for row in rows if row.header is each and row.kind is RowKind.COURSE])
        for row, after in zip_longest(rows, rows[1:]):
            self._take(row, after)
        self._close_bands(None)
        self.nature_after = last_nature(self.grid, rows)
        self.tables.shared += [each for each in self.by_cell.values() if len(each) > 1]
        self.tables.shared_credits += self.by_credits.values()
        self._say_what_is_not_read(rows, header)

    def _say_what_is_not_read(self, rows: list[CourseRow], header: CourseHeading) -> None:
        """Name the cells and rows that no line, total, note or remark has."""
        remarks = self.tables.remarks
        self.tables.not_read += unread_cells(self.grid, rows)
        remarks.guesses.extend(figures_over_several_rows(self.grid, rows, self.by_cell.keys()))
        headings = dict.fromkeys([header, *(row.header for row in rows)])
        self.left_out = rows_left_out(self.grid, header.last + 1, rows, headings)

    def _heading_of(self, header: CourseHeading, rows: list[int]) -> None:
        unit, is_sure = term_unit(self.grid, header, rows)
        self.units[header.first] = (unit, is_sure)
        if counts_in_years(self.grid.text(row, header.index_of(Meaning.SEMESTERS)) for row in rows):
            self.in_years.add(header.first)
        if are_names_assessed(self.grid, header, rows, self.tables.core_marks, self.tables.legend):
            self.by_names.add(header.first)
        terms = header.of(Meaning.TERM)
        has_figures = any(re.search(r"\d", self.grid.text(row, each.column)) for row in rows for each in terms)
        if terms and not is_sure and has_figures:
            place = self.grid.place(header.first, terms[0].column)
            self.tables.remarks.guesses.append(PlanRemark("figures-of-terms-by-sums", terms[0].heading, place, unit))
        self.tables.remarks.problems.extend(unexplained_marks(self.grid, header, rows, self.tables.legend))
        self.tables.columns += header.readings(self.grid)
        self.tables.heading_weeks.take(self.grid, header)
        for column in header.columns:
            if column.rule in _GUESSED:
                place = self.grid.place(header.first, column.column)
                taken = (
                    f"{(column.weeks or 0) / 100:g}"
                    if column.rule == "weeks-in-parts"
                    else f"{column.meaning} {column.term}"
                )
                self.tables.remarks.guesses.append(PlanRemark(column.rule, column.heading, place, taken.strip()))
        practice = header.of(Meaning.PRACTICE)
        if len(practice) > 1:
            place = self.grid.place(header.first, practice[0].column)
            headings = "、".join(each.heading for each in practice)
            self.tables.remarks.guesses.append(PlanRemark("practice-in-parts", headings, place))
        hidden = [each for each in header.columns if each.column in self.grid.table.hidden_columns]
        for column in hidden:
            place = self.grid.place(header.first, column.column)
            self.tables.remarks.guesses.append(PlanRemark("hidden-column", column.heading, place, str(column.meaning)))
        self._unknown_columns(header)

    def _unknown_columns(self, header: CourseHeading) -> None:
        for remark, is_field in unread_columns(self.grid, header):
            (self.tables.remarks.problems if is_field else self.tables.not_read).append(remark)

    def _take(self, row: CourseRow, after: CourseRow | None) -> None:
        match row.kind:
            case RowKind.NAMELESS | RowKind.UNKNOWN if self._is_below_total(row):
                # Its figures were read with the words above them.
                pass
            case RowKind.COURSE | RowKind.NAMELESS:
                self._course(row)
            case RowKind.HEADING if not self._is_sibling(row) and closes_a_choice(
                self.grid, row, after, has_lines=self.block < len(self.tables.lines)
            ):
                self._close_choice(row)
            case RowKind.HEADING:
                self._section(row)
                self._close_bands(row)
                self.block = len(self.tables.lines)
            case RowKind.BAND:
                self._section(row)
                self._open_band(row)
                self.block = len(self.tables.lines)
            case RowKind.TOTAL:
                self._total(row)
                self._number(row, self._place(row), bare(row.text))
                self.block = len(self.tables.lines)
            case RowKind.NOTE:
                self.tables.notes.append(
                    Note(self.grid.written_of(row.cell) if row.cell else row.text, self._place(row))
                )
            case RowKind.CONTINUED:
                self._continue(row)
            case RowKind.UNKNOWN:
                self.tables.not_read.append(PlanRemark("row-not-read", row.text, self._place(row)))

    # ---- courses

    def _course(self, row: CourseRow) -> None:
        path, module_text = self._path(row)
        unit, _ = self.units[row.header.first]
        choice = self._choice(row, path)
        context = LineContext(
            path,
            module_text,
            unit,
            self.tables.legend,
            self.tables.entry_year,
            choice,
            row.header.first in self.in_years,
            self.tables.core_marks,
            self.title,
            self.tables.nature_said,
            self.tables.codes,
            row.header.first in self.by_names,
        )
        reader = LineReader(self.grid, row.header, row.row, self.tables.remarks, context)
        line = reader.read()
        place = self.grid.place(row.row, row.header.name_column)
        if reader.product:
            self.tables.heading_weeks.add(*reader.product, place)
        if row.kind is RowKind.NAMELESS:
            line = line._replace(name=path[-1] if path else "")
            self._guess("name-from-module", line.name, place)
        elif row.cell and row.cell.row < row.row:
            self._guess("one-name-over-several-rows", line.name, place)
        line = self._marks(self._in_term(line, reader.weeks), row)
        if line.credits is line.hours is line.duration_weeks is None and not (line.group or self._shares(row)):
            self.tables.remarks.problems.append(PlanRemark("line-without-figures", line.name, place))
        index = len(self.tables.lines)
        if index >= LINES_LARGEST:
            raise DocumentTooLargeError(LINES, index + 1, LINES_LARGEST)
        self.tables.lines.append(line)
        self.tables.without_mark += [index] if reader.has_weeks_without_mark and not line.assessment else []
        self._number(row, line.place, line.name)
        self.tables.scopes.add(index)
        self._keep_shared(row, index)
        self._keep_quota(row, index)

    def _number(self, row: CourseRow, place: PlanPlace, name: str) -> None:
        """Keep the number that the table gives a row; that of a total only where it goes on from the row before."""
        column = row.header.index_of(Meaning.INDEX)
        if column is not None:
            text = bare(self.grid.text(row.row, column))
            number = int(text) if re.fullmatch(r"\d{1,4}", text) else None
            is_shared = number is not None and not self.grid.begins(row.row, column)
            numbered = NumberedRow(place, name, number, is_shared)
            if row.kind is not RowKind.TOTAL or (self.tables.numbers and numbered.follows(self.tables.numbers[-1])):
                self.tables.numbers.append(numbered)

    def _in_term(self, line: PlanLine, weeks: int | None) -> PlanLine:
        """Give a line the term of its title where it names none itself."""
        if not self.term or line.semesters or line.summer_terms:
            return line
        self._guess("semester-from-a-title", line.name, line.place, self.term)
        if self.term.endswith("S"):
            return line._replace(summer_terms=(int(self.term.removesuffix("S")),))
        line = line._replace(semesters=(int(self.term),))
        return line._replace(weeks={self.term: weeks}) if weeks else line

    def _marks(self, line: PlanLine, row: CourseRow) -> PlanLine:
        """Say what is hidden, struck out or calculated; what is struck out does not count."""
        where = self.grid.place(row.row, row.header.name_column)
        if row.row in self.grid.hidden_rows:
            self._guess("hidden-row", line.name, where)
        if self.is_appendix:
            line = line._replace(is_counted=False)
            self._guess("appendix-offers-courses", line.name, where)
        struck = {column for at, column in self.grid.struck if at == row.row}
        name = self.grid.cell(row.row, row.header.name_column)
        if struck & {row.header.name_column, name.column if name else None}:
            self._guess("struck-out", line.name, where)
            return line._replace(is_counted=False)
        for column in sorted(struck):
            self.tables.remarks.problems.append(
                PlanRemark("struck-out-figure", self.grid.text(row.row, column), self.grid.place(row.row, column))
            )
        calculated = [column for at, column in self.grid.table.calculated if at == row.row]
        if calculated:
            texts = "、".join(self.grid.text(row.row, each) for each in calculated)
            self._guess("calculated-from-formula", line.name, where, texts)
        return line

    def _figure_cell(self, row: CourseRow, meaning: Meaning) -> int | None:
        """Give the cell of a figure that reaches over several rows of courses."""
        column = row.header.shown_of(meaning, self.grid, row.row)
        cell = None if row.header.is_of_each(column) else self.grid.cell(row.row, column)
        return id(cell) if cell and cell.rows > 1 and cell.text.strip() else None

    def _shares(self, row: CourseRow) -> bool:
        return bool(self._figure_cell(row, Meaning.CREDITS) or self._figure_cell(row, Meaning.HOURS))

    def _keep_shared(self, row: CourseRow, index: int) -> None:
        cell = self._figure_cell(row, Meaning.CREDITS)
        hours = row.header.shown_of(Meaning.HOURS, self.grid, row.row)
        has_own_hours = self.grid.cell(row.row, hours) is not None and not self._figure_cell(row, Meaning.HOURS)
        if cell is None:
            return
        if has_own_hours:
            self.by_credits.setdefault(cell, []).append(index)
            if not self.grid.begins(row.row, row.header.shown_of(Meaning.CREDITS, self.grid, row.row)):
                self.tables.lines[index] = self.tables.lines[index]._replace(credits=0)
            return
        self.by_cell.setdefault(cell, []).append(index)

    def _keep_quota(self, row: CourseRow, index: int) -> None:
        """Keep the quota that a cell states of its rows; without merged cells, of the electives alike below it too.

        Rows alike that repeat it have it once; a cell over several rows is a quota of its own.
        """
        column = row.header.index_of(Meaning.QUOTA)
        cell = self.grid.cell(row.row, column)
        if column is None or cell is None:
            return
        place, text = self.grid.place(cell.row, column), bare(self.grid.text_of(cell))
        last = self.tables.quotas[-1] if self.tables.quotas else None
        if last and last.place == place:
            last.members.append(index)
            return
        heading = next(each.heading for each in row.header.columns if each.column == column)
        label = f"{heading.rpartition('/')[2]}：{text}"
        goes_on = last is not None and last.members[-1] == index - 1 and self._is_alike(index)
        is_repeated = last is not None and last.label == label and not (last.is_over_rows or cell.rows > 1)
        if last and goes_on and (is_repeated or (is_empty(text) and self._is_elective(index))):
            last.members.append(index)
            last.own.extend([] if is_empty(text) else [index])
        elif not is_empty(text):
            self.tables.quotas.append(quota_of_cell(label, text, place, index, is_over_rows=cell.rows > 1))

    def _is_alike(self, index: int) -> bool:
        """Whether a line is of the nature and in the module of the line above it."""
        above, line = self.tables.lines[index - 1 : index + 1]
        return line.nature is not None and (above.path, above.nature) == (line.path, line.nature)

    def _is_elective(self, index: int) -> bool:
        return self.tables.lines[index].nature != "REQUIRED"

    def _continue(self, row: CourseRow) -> None:
        """Add the rest of a name that the end of a page cuts."""
        if not self.tables.lines:
            self.tables.not_read.append(PlanRemark("row-not-read", row.text, self._place(row)))
            return
        line = self.tables.lines[-1]
        self.tables.lines[-1] = line._replace(name=line.name + row.text)
        self._guess("row-continues-on-the-next-page", line.name + row.text, self._place(row))

    def _close_choice(self, row: CourseRow) -> None:
        """Put the lines above into the choice that a row below them states."""
        written = self.grid.written_of(row.cell) if row.cell else row.text
        self.tables.choose_above(written, self._place(row), self.block)

    # ---- totals

    def _total(self, row: CourseRow) -> None:
        stated, places, problems = read_figures(self.grid, row, self.units[row.header.first][0])
        below, places_below = read_figures_below(self.grid, row)
        self.tables.remarks.problems.extend(problems)
        path = self._total_path(row)
        label = bare(row.text)
        scopes = self.tables.scopes.scopes(
            label, path, self.tables.lines, stated, is_sectioned=self.is_sectioned or bool(self.section)
        )
        if scopes and "小计" not in label and not is_of_which(label):
            # 专业课合计 may be of all courses of its sheet or table.
            lines = self.tables.lines
            here = tuple(at for at, line in enumerate(lines) if line.place[:3] == self._place(row)[:3])
            if len(here) == len(lines) or not GRAND_WORD.search(label):
                scopes = (*scopes, (self.title or None, here))
            if self.grid.table.is_side:
                scopes = (*scopes, (self.title or None, tuple(range(self.first, len(lines)))))
        if self.grid.table.is_side and self.first == len(self.tables.lines):
            # A side without courses has nothing to sum: no other lines are meant, and 0 is right.
            scopes = ()
            if not any(stated.values()):
                return
        own = not GRAND_WORD.search(label)
        figures, where = {**stated, **below}, {**places, **places_below}
        self.tables.add_total(StatedFigures(self._place(row), label, figures, where, scopes, own, path))

    def _open_band(self, row: CourseRow) -> None:
        """Keep the sums that stand in the heading of a module until its last course is known."""
        self._close_bands(row)
        stated, places, problems = read_figures(self.grid, row, self.units[row.header.first][0])
        self.tables.remarks.problems.extend(problems)
        figures = StatedFigures(self._place(row), bare(row.text), stated, places, ())
        self.bands.append((title_number(row.text), len(self.tables.lines), figures))

    def _close_bands(self, row: CourseRow | None) -> None:
        """Give each heading with sums its lines, where a heading of its own kind, or of one around it, follows."""
        kinds = [kind for kind, _, _ in self.bands]
        kind = title_number(row.text) if row else ""
        kept = 0 if row is None else kinds.index(kind) if kind in kinds else len(kinds)
        for _, first, figures in reversed(self.bands[kept:]):
            lines = tuple(range(first, len(self.tables.lines)))
            scopes = ((figures.label, lines),) if lines else ()
            self.tables.add_total(figures._replace(scopes=scopes))
        del self.bands[kept:]

    def _total_path(self, row: CourseRow) -> tuple[str, ...]:
        cells = [
            cell
            for column in row.header.of(Meaning.MODULE)
            if (cell := self.grid.cell(row.row, column.column))
            and cell is not row.cell
            and (cell.row < row.row or cell.rows > 1)
        ]
        return tuple(dict.fromkeys(self.grid.written_of(each) for each in cells if self.grid.text_of(each)))

    def _is_below_total(self, row: CourseRow) -> bool:
        """Whether the row holds only the figures below the words of a total."""
        cells = self.grid.row_cells(row.row)
        return any(cell.row < row.row and re.search(r"总计|合计", self.grid.text_of(cell)) for cell in cells)
