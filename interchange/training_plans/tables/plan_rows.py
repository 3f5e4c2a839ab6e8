"""What each row of a table of courses is: a course, a heading of a module, a total, a note."""

import re
from collections.abc import Callable, Iterator, Sequence
from enum import Enum, auto
from itertools import takewhile
from operator import eq, ge
from typing import NamedTuple

from interchange.documents.document_pages import TableCell
from interchange.training_plans.tables.headings.course_heading import FIGURES, CourseHeading
from interchange.training_plans.tables.headings.plan_meanings import Meaning
from interchange.training_plans.tables.numerals import COUNT, NUMERAL
from interchange.training_plans.tables.plan_grid import Grid
from interchange.training_plans.tables.plan_numbers import hundredths, is_academic_title, term_of_title
from interchange.training_plans.tables.plan_words import (
    LABEL_LARGEST,
    NATURE_TITLE,
    NOTE_START,
    NUMBERED_NOTE,
    OTHER_WORD,
    SOME_OF,
    TOTAL_WORD,
    bare,
    is_calculated,
    module_of,
    module_title,
    nature_of,
    title_number,
)
from interchange.training_plans.tables.table_kinds import find_header, find_overview
from interchange.training_plans.tables.weeks.week_table import weeks_begin

_CHOICE = re.compile(rf"{COUNT}选{COUNT}|任?选修?(?:\d+(?:\.\d+)?|{NUMERAL})学分|方向|模块|类$")
# How many, or how many credits, of the courses next to it are chosen.
CHOSEN = re.compile(rf"{SOME_OF.pattern}|[选修].{{0,6}}(?:\d(?:\.\d+)?|{NUMERAL})个?学分")
# How the name of a module ends.
_NATURE_ALONE = re.compile(r"(?:必修|选修|限选|任选|公选|限定选修|任意选修)课?(?:程)?")
_MODULE_END = re.compile(r"课程?$|环节$|模块$|类$|领域$|\)$")
_HEADING_LARGEST = 40
_OF_ROWS_LARGEST = 40
# What else a student may choose: 以上证书任选一项.
_OTHER_CHOICES = re.compile(r"证书|企业|单位|方式|形式|题目|作业|考核")
# No module has more rows: those further below say nothing of its heading.
_BELOW_LARGEST = 150
# (四)专业方向课(限选,三选一,应修6学分,96学时): a numbered title that says more of its courses in brackets.
_TITLE_WITH_FIGURES = re.compile(
    r"(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\))[^()。]{2,20}\([^()。]*学分[^()。]*\)$"
)


class RowKind(Enum):
    """What a row is."""

    COURSE = auto()
    NAMELESS = auto()
    CONTINUED = auto()
    HEADING = auto()
    TOTAL = auto()
    # The heading of a module that has the sums of the courses below it.
    BAND = auto()
    NOTE = auto()
    UNKNOWN = auto()


class CourseRow(NamedTuple):
    """A row with the heading it stands under; ``text`` is that of a heading, total or note."""

    kind: RowKind
    row: int
    header: CourseHeading
    text: str = ""
    cell: TableCell | None = None


def table_rows(grid: Grid, header: CourseHeading) -> Iterator[CourseRow]:
    """Give the rows below a heading; the heading may be repeated, and another may follow."""
    rows = list(_rows_below(grid, header))
    before: CourseRow | None = None
    for at, row in enumerate(rows):
        is_band = row.kind is not RowKind.BAND or _holds_rows(grid, row, rows[at + 1 : at + 1 + _BELOW_LARGEST])
        before = row if is_band else _of_no_rows(grid, row, before)
        yield before


def _of_no_rows(grid: Grid, row: CourseRow, before: CourseRow | None) -> CourseRow:
    """Tell what the title of no rows is: another part of the total right above it, or a course."""
    if _is_the_other_part(before, row):
        return row._replace(kind=RowKind.TOTAL, text=f"其中:{row.text}")
    return _with_figures(grid, row.header, row.row, grid.own_cells(row.row))


def _is_the_other_part(before: CourseRow | None, row: CourseRow) -> bool:
    """Whether a row that names no more than a nature goes on with a total right above it: 其中:必修, 选修."""
    is_below = before is not None and before.kind is RowKind.TOTAL and before.row == row.row - 1
    return (
        before is not None
        and is_below
        and bare(before.text).startswith("其中")
        and bool(_NATURE_ALONE.fullmatch(bare(row.text)))
    )


def _rows_below(grid: Grid, header: CourseHeading) -> Iterator[CourseRow]:
    row = header.last + 1
    is_elsewhere = is_in_notes = False
    while row < grid.row_count:
        is_elsewhere = is_elsewhere or is_another_table(grid, row)
        again = find_header(grid, row)
        if again:
            header, row, is_elsewhere = again, again.last + 1, False
            continue
        cells = grid.own_cells(row)
        if cells and not is_elsewhere and not any(is_calculated(grid.text_of(each)) for each in cells):
            found = _classified(grid, header, row, cells)
            if is_in_notes and len(cells) == 1 and _is_further_note(found.text):
                found = found._replace(kind=RowKind.NOTE)
            is_in_notes = found.kind is RowKind.NOTE
            yield found
        row += 1


def _is_further_note(text: str) -> bool:
    """Whether a numbered text below a note goes on with it: it ends as a sentence, or names no module."""
    return bool(NUMBERED_NOTE.match(text)) and (text.endswith(("。", ";")) or not module_title(text))


def is_another_table(grid: Grid, row: int) -> bool:
    """Whether a table of totals by module or of weeks begins in this row, below courses."""
    return find_overview(grid, row) is not None or weeks_begin(grid, row)


def _classified(grid: Grid, header: CourseHeading, row: int, cells: list[TableCell]) -> CourseRow:
    total = _label_cell(grid, header, cells, OTHER_WORD)
    if total:
        return CourseRow(RowKind.UNKNOWN, row, header, " ".join(grid.text_of(each) for each in cells), total)
    total = _label_cell(grid, header, cells, TOTAL_WORD)
    if total and not _is_a_name(grid, header, row, total):
        return CourseRow(RowKind.TOTAL, row, header, grid.text_of(total), total)
    alone = _alone(grid, header, row, cells)
    if alone:
        return alone
    if (band := _band(grid, header, cells)) and _has_figures(grid, header, row):
        return CourseRow(RowKind.BAND, row, header, grid.text_of(band), band)
    return _with_figures(grid, header, row, cells)


def _with_figures(grid: Grid, header: CourseHeading, row: int, cells: list[TableCell]) -> CourseRow:
    """Tell whether a row is a course, or has figures without a name."""
    name = grid.cell(row, header.name_column)
    has_place = name is not None and name.column >= min(each.column for each in header.of(Meaning.NAME))
    # A label that begins left of the names has figures where it is a course; without, it is a row of another kind.
    if name and name.row == row and grid.text_of(name) and (has_place or _has_figures(grid, header, row)):
        return CourseRow(RowKind.COURSE, row, header, cell=name)
    if _has_figures(grid, header, row):
        kind, cell = (RowKind.COURSE, name) if _is_name_above(grid, header, name) else (RowKind.NAMELESS, cells[0])
        return CourseRow(kind, row, header, cell=cell)
    return CourseRow(RowKind.UNKNOWN, row, header, " ".join(grid.text_of(each) for each in cells), cells[0])


def _is_name_above(grid: Grid, header: CourseHeading, name: TableCell | None) -> bool:
    """Whether the cell of the name began above, and below the heading: one name over several rows."""
    return (
        name is not None and name.row > header.last and name.column == header.name_column and bool(grid.text_of(name))
    )


def _band(grid: Grid, header: CourseHeading, cells: list[TableCell]) -> TableCell | None:
    """Give the cell that names a module over all columns left of the figures, where nothing but figures follows it."""
    first, *rest = cells
    number, name = header.index_of(Meaning.INDEX), header.name_column
    reach = range(first.column, first.column + first.columns)
    left = name - 1 if number is None else number
    if len(reach) < 2 or name not in reach or left not in reach:
        return None
    text = grid.text_of(first)
    is_module = module_of(text) is not None or nature_of(text) is not None
    is_figures = all(hundredths(grid.text_of(each)) is not None for each in rest)
    return first if is_figures and (is_module or bool(title_number(text))) else None


def _holds_rows(grid: Grid, band: CourseRow, after: Sequence[CourseRow]) -> bool:
    """Whether a row is the heading of those after it: the name of a course, too, may stand in two columns.

    A title with a number has a course below it, or ends as modules do; any other has the sums of courses, of several
    where it does not end so. A choice has courses of more than it says.
    """
    kind, text = title_number(band.text), bare(band.text)
    is_called_so = bool(_MODULE_END.search(re.sub(r"\([^()]*\)$", "", text)))
    is_module = module_of(text) is not None or nature_of(text) is not None
    if kind and (is_module or not kind.startswith("d")):
        below = takewhile(lambda each: title_number(each.text) != kind, after)
        return is_called_so or any(each.kind is RowKind.COURSE for each in below)
    if grid.text(band.row, band.header.index_of(Meaning.SEMESTERS)):
        return False
    if SOME_OF.search(text):
        return _makes_sums(grid, band, list(takewhile(lambda each: not _names_module(grid, each), after)), 2, ge)
    return _makes_sums(grid, band, after, 1 if is_called_so else 2, eq)


def _names_module(grid: Grid, row: CourseRow) -> bool:
    """Whether a course names its module itself."""
    columns = (each.column for each in row.header.of(Meaning.MODULE))
    return row.kind is RowKind.COURSE and any(
        grid.begins(row.row, each) and grid.text(row.row, each) for each in columns
    )


def _makes_sums(
    grid: Grid, band: CourseRow, after: Sequence[CourseRow], least: int, fits: Callable[[int, int], bool]
) -> bool:
    """Whether ``least`` courses or more, up to a later title or total or to the end, have the figures of a row."""
    stated, sums, courses = _figures(grid, band), (0, 0), 0
    for at, row in enumerate(after, 1):
        if row.kind is RowKind.COURSE:
            own = _figures(grid, row)
            sums, courses = (sums[0] + own[0], sums[1] + own[1]), courses + 1
        is_end = at == len(after) or after[at].kind in {RowKind.BAND, RowKind.HEADING, RowKind.TOTAL}
        figures = [pair for pair in zip(sums, stated, strict=True) if pair[1]]
        if is_end and courses >= least and all(fits(*pair) for pair in figures):
            return True
        if is_end and any(ours > theirs for ours, theirs in figures):
            return False
    return False


def _figures(grid: Grid, row: CourseRow) -> tuple[int, int]:
    """Give the credits and the hours of a row; zero where it has none of its own."""
    columns = (row.header.index_of(each) for each in (Meaning.CREDITS, Meaning.HOURS))
    own = [hundredths(grid.text(row.row, each)) if grid.begins(row.row, each) else 0 for each in columns]
    return own[0] or 0, own[1] or 0


def closes_a_choice(grid: Grid, row: CourseRow, after: CourseRow | None, *, has_lines: bool) -> bool:
    """Whether a row such as 至少选修4学分 is about the lines above it: what follows is no course of the same cells."""
    if not has_lines or not CHOSEN.search(bare(row.text)):
        return False
    if re.search(r"以上|上述", row.text) or after is None or after.kind in {RowKind.TOTAL, RowKind.NOTE}:
        return True
    if after.kind is RowKind.HEADING:
        return module_of(row.text) is None
    around = [
        (column.column, cell)
        for meaning in (Meaning.MODULE, Meaning.GROUP, Meaning.NATURE)
        for column in row.header.of(meaning)
        if (cell := grid.cell(row.row, column.column)) and cell.row < row.row and cell is not row.cell
    ]
    return any(grid.cell(after.row, column) is not cell for column, cell in around)


def _label_cell(grid: Grid, header: CourseHeading, cells: list[TableCell], words: re.Pattern[str]) -> TableCell | None:
    """Give the cell that names a total or the like: left of the figures, and short; a course with a code is none."""
    code = grid.cell(cells[0].row, header.index_of(Meaning.CODE))
    if code in cells and re.fullmatch(r"[A-Za-z0-9-]{3,20}", grid.text_of(code)):
        return None
    figures = min((each.column for each in header.columns if each.meaning in FIGURES | {Meaning.TERM}), default=99)
    limit = max(figures, header.name_column + 1)
    for cell in cells:
        text = bare(grid.text_of(cell))
        if cell.column < limit and len(text) <= LABEL_LARGEST and words.search(text):
            return cell
    return None


def _is_a_name(grid: Grid, header: CourseHeading, row: int, total: TableCell) -> bool:
    """Whether a label that only ends as totals do, 向量之和, is a course: its row has a number or a semester."""
    text = bare(grid.text_of(total))
    word = TOTAL_WORD.search(text)
    if word is None or word[0] not in {"之和", "总和"} or re.search(r"学分|学时|课时", text):
        return False
    columns = (header.index_of(each) for each in (Meaning.INDEX, Meaning.CODE, Meaning.SEMESTERS))
    own = [grid.cell(row, each) for each in columns]
    return any(each and each is not total and re.search(r"\d", grid.text_of(each)) for each in own)


def _alone(grid: Grid, header: CourseHeading, row: int, cells: list[TableCell]) -> CourseRow | None:
    """Tell what a row with one text is: a note, the heading of a module, or a course without figures."""
    cells = _without_modules(grid, header, cells)
    if len(cells) > 1:
        return None
    cell = cells[0]
    text = grid.text_of(cell)
    is_wide = _is_wide(grid, header, cell)
    if (
        NOTE_START.match(grid.written_of(cell))
        or NOTE_START.match(text)
        or (
            is_wide
            and (
                NUMBERED_NOTE.match(text)
                or (len(text) > _HEADING_LARGEST and not _TITLE_WITH_FIGURES.match(bare(text)))
            )
        )
    ):
        return CourseRow(RowKind.NOTE, row, header, text, cell)
    if text.endswith("。") and cell.column != header.name_column:
        # No name ends as a sentence does.
        return CourseRow(RowKind.NOTE, row, header, text, cell)
    if is_wide or _is_heading(text) or term_of_title(text) or is_academic_title(text) or is_of_rows_above(text):
        return CourseRow(RowKind.HEADING, row, header, text, cell)
    if cell.column == header.name_column:
        kind = RowKind.CONTINUED if row == 0 else RowKind.COURSE
        return CourseRow(kind, row, header, text, cell)
    # A merged module cell that begins in a row of its own, above its courses.
    if len(text) > _HEADING_LARGEST:
        return CourseRow(RowKind.NOTE, row, header, text, cell)
    return None


def _without_modules(grid: Grid, header: CourseHeading, cells: list[TableCell]) -> list[TableCell]:
    """Leave out what begins in the row of a title over the names and reaches below it: modules, a remark on all."""
    titles = [each for each in cells if _is_wide(grid, header, each) and each.column <= header.name_column]
    return titles if len(titles) == 1 and all(each.rows > 1 for each in cells if each not in titles) else cells


def _is_wide(grid: Grid, header: CourseHeading, cell: TableCell) -> bool:
    """Whether a cell reaches over half of the columns, or over the name and its figures."""
    figures = [header.index_of(each) for each in (Meaning.CREDITS, Meaning.HOURS)]
    reach = range(cell.column, cell.column + cell.columns)
    return cell.columns > max(2, grid.column_count // 2) or (
        header.name_column in reach and any(each in reach for each in figures)
    )


def is_of_rows_above(text: str) -> bool:
    """Whether a short text says how many are chosen of the courses above it: 以上两门任选一门."""
    shown = bare(text)
    is_short = len(shown) <= _OF_ROWS_LARGEST and bool(re.match(r"\(?(?:注:)?(?:以上|上述|上列)", shown))
    return is_short and bool(CHOSEN.search(shown)) and not _OTHER_CHOICES.search(shown)


def is_of_courses_above(text: str) -> bool:
    """Whether a text below a table names courses, or parts of them, and says how many are chosen."""
    return is_of_rows_above(text) and bool(re.search(r"课|门|方向|模块|组", bare(text)))


def _is_heading(text: str) -> bool:
    stripped = bare(text)
    return (
        bool(re.match(r"[【\[]|[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)|[A-D]、", stripped))
        or (bool(module_of(stripped)) and bool(_MODULE_END.search(stripped)))
        or bool(NATURE_TITLE.fullmatch(stripped))
        or (bool(_CHOICE.search(stripped)) and bool(nature_of(stripped) or "选" in stripped))
    )


def _has_figures(grid: Grid, header: CourseHeading, row: int) -> bool:
    return any(
        hundredths(grid.text(row, each.column)) is not None and grid.begins(row, each.column)
        for each in header.columns
        if each.meaning in {Meaning.CREDITS, Meaning.HOURS}
    )
