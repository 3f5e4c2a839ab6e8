"""Whether a table without a heading of courses is the rest of the one before: what stands in its columns tells."""

import re
from collections.abc import Iterable
from functools import cached_property

from interchange.training_plans.tables.certificate_tables import has_own_heading
from interchange.training_plans.tables.headings.course_heading import FIGURES, CourseHeading
from interchange.training_plans.tables.headings.plan_meanings import Meaning
from interchange.training_plans.tables.plan_grid import Grid
from interchange.training_plans.tables.plan_numbers import is_empty, is_tick
from interchange.training_plans.tables.plan_rows import RowKind, table_rows
from interchange.training_plans.tables.plan_words import assessment_of, bare, nature_of

M = Meaning
# In these columns each form has cells of one kind; names, modules and remarks are any text.
_JUDGED = FIGURES | {M.TERM, M.SEMESTERS, M.NATURE, M.ASSESSMENT, M.WEEKLY}
_NUMBER = re.compile(r"[(（]?[\d一二三四五六七八九十①-⑩√✓✔●○▲△☑■*★◆※第+]")
_CAPTION = re.compile(r"续表|\(续\)")
_NATURE_LARGEST = _ASSESSMENT_LARGEST = 8
# These stand in the headings of any table.
_OF_ANY = {"序号", "备注", "说明", "名称"}
_LABELS_LEAST = 3


def as_rest(header: CourseHeading) -> CourseHeading:
    """Give a heading for a table that has none: all of its rows stand below."""
    return header._replace(first=0, last=-1)


class CoursesAbove:
    """A table of courses with its heading, which later tables without one may go on with.

    ``is_last``: no other table stands between it and the next. ``first``: the table with the heading of a rest.
    """

    def __init__(self, grid: Grid, header: CourseHeading, first: "CoursesAbove | None" = None) -> None:
        self.grid, self.header, self.is_last = grid, header, True
        self.first = first or self

    def with_rest(self, grid: Grid) -> "CoursesAbove":
        """Give a rest of this table: what stands there in other words tells nothing of later ones."""
        return CoursesAbove(grid, as_rest(self.header), self.first)

    @cached_property
    def kinds(self) -> dict[int, set[str]]:
        """What stands in each column: read once, however many tables are held against it."""
        return _kinds(self.grid, self.header)

    @cached_property
    def numbers(self) -> list[int]:
        """The numbers that its rows have in their column."""
        return _numbers(self.grid, self.header)

    def goes_on_in(self, grid: Grid, caption: str) -> bool:
        """Whether a table is the rest of this one.

        It has as many columns, courses with figures, no heading of its own, and in its columns what stood there. Where
        its caption calls it the rest, or its numbers go on, other words may stand in them.
        """
        if grid.column_count != self.grid.column_count or has_own_heading(grid):
            return False
        figures = [self.header.index_of(M.CREDITS), self.header.index_of(M.HOURS)]
        has_figures = any(re.match(r"\d", grid.text(row, each)) for row in grid.rows() for each in figures)
        if not has_figures or _begins_with_labels(grid, self.header):
            return False
        kinds = _kinds(grid, as_rest(self.header))
        is_called_so = self.is_last and bool(_CAPTION.search(bare(caption)))
        is_said = is_called_so or self._is_numbered_on(grid)
        return bool(kinds) and (is_said or _is_alike(kinds, self.first.kinds, self.header))

    def _is_numbered_on(self, grid: Grid) -> bool:
        numbers = _numbers(grid, as_rest(self.header))
        return bool(numbers and self.numbers) and numbers[0] == self.numbers[-1] + 1


def _begins_with_labels(grid: Grid, header: CourseHeading) -> bool:
    """Whether the first row has the labels of another table: no figure, and none of the labels of this heading."""
    cells = grid.own_cells(0)
    texts = [bare(grid.text_of(each)) for each in cells]
    known = {part for each in header.columns for part in bare(each.heading).split("/")} - _OF_ANY
    above = {each.column for each in header.columns if each.meaning in _JUDGED}
    over = [each for each, text in zip(cells, texts, strict=True) if each.column in above and _kind(text) == "text"]
    return len(cells) >= _LABELS_LEAST and len(over) > 1 and known.isdisjoint(texts) and not any(map(_has_digit, texts))


def _has_digit(text: str) -> bool:
    return bool(re.search(r"\d", text))


def _is_alike(now: dict[int, set[str]], before: dict[int, set[str]], header: CourseHeading) -> bool:
    """Whether at most one column has cells of other kinds only; all terms count as one."""
    differing: set[int | M] = set()
    for each in header.columns:
        kinds, known = now[each.column], before.get(each.column, set())
        if each.meaning in _JUDGED and kinds and known and kinds.isdisjoint(known):
            differing.add(M.TERM if each.meaning is M.TERM else each.column)
    return len(differing) < 2


def _numbers(grid: Grid, header: CourseHeading) -> list[int]:
    column = header.index_of(M.INDEX)
    texts = [bare(grid.text(row, column)) for row in range(header.last + 1, grid.row_count)]
    return [int(each) for each in texts if column is not None and re.fullmatch(r"\d{1,3}", each)]


def _kinds(grid: Grid, header: CourseHeading) -> dict[int, set[str]]:
    """Give the kinds of cells in each column of the courses below a heading; nothing where there are none."""
    rows = [each.row for each in table_rows(grid, header) if each.kind is RowKind.COURSE]
    return {each.column: _kinds_in(grid, rows, each.column) for each in header.columns} if rows else {}


def _kinds_in(grid: Grid, rows: Iterable[int], column: int) -> set[str]:
    texts = (grid.text(row, column) for row in rows)
    return {_kind(bare(each)) for each in texts if not is_empty(each)}


def _kind(text: str) -> str:
    if len(text) <= _NATURE_LARGEST and nature_of(text):
        return "nature"
    if len(text) <= _ASSESSMENT_LARGEST and assessment_of(text):
        return "assessment"
    return "number" if _NUMBER.match(text) or is_tick(text) else "text"
