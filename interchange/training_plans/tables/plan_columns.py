"""From the rows of a heading to what each column means, and by which rule."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from analysis.training_plans.training_plan import ColumnReading
from interchange.training_plans.tables.headings.plan_labels import meaning_of, plain_label
from interchange.training_plans.tables.headings.plan_legends import heading_legend
from interchange.training_plans.tables.plan_grid import Grid
from interchange.training_plans.tables.plan_meanings import Meaning
from interchange.training_plans.tables.plan_numbers import (
    CHINESE,
    hundredths,
    is_empty,
    is_summer,
    is_tick,
    semester_number,
    semester_of_year,
    semester_weeks,
)
from interchange.training_plans.tables.plan_words import (
    LABEL_LARGEST,
    OTHER_WORD,
    TOTAL_WORD,
    bare,
    fold,
    module_of,
    nature_of,
)

# Rows that a heading may have: a title of the columns, years, semesters, weeks.
_ROWS_LARGEST = 6
# Above the row that names courses.
_ROWS_ABOVE = 3
_YEAR = re.compile(r"(?<!\d)第?([一二三四五1-5])学?年级?$|^大([一二三四])$|^(20\d{2})[-—–/~]20\d{2}学?年?度?$")
# A larger number of a year is one of the calendar.
_CALENDAR = 2_000
# More are no weeks of one term: they are the number of the semester next to its weeks, ⑤8.
_WEEKS_LARGEST = 30
# What a term is parted into: theory and practice, or its halves.
_HALF_OF_TERM = re.compile(r"[前后]\d{1,2}周")
_HALF = {"秋": 1, "上": 1, "春": 2, "下": 2}
_PAIRS = (
    ("考核", re.compile(r"考[试查察]课?(?:学期)?")),
    ("课程性质", re.compile(r"(?:必修|选修|限选|任选|限定选修|任意选修)课?")),
)
_WEEKS_ONLY = re.compile(r"\d{1,2}(?:[+/]\d{1,2})?(?:周|[wW])?$|^\d{1,2}学?周")


M = Meaning
FIGURES = frozenset(
    {M.CREDITS, M.CREDITS_AND_HOURS, M.HOURS_AND_CREDITS, M.HOURS, M.THEORY, M.PRACTICE, M.THEORY_AND_PRACTICE, M.WEEKS}
)
# What may stand in several columns: levels of modules, parts of practice, and one column for each term.
_SEVERAL = frozenset(
    {M.MODULE, M.GROUP, M.TERM, M.MODE, M.REMARK, M.NAME, M.COURSE_TYPE, M.SHARE, M.IGNORED, M.PRACTICE, M.NATURE_TICK}
)
_WHAT_IS_REQUIRED = re.compile(r"(?:选修|选课|修读|选读|选学)(?:要求|说明|规定)")
# A table that says what courses are about repeats those of the plan; it is none of its tables.
_DESCRIPTION = re.compile(r"内容|目标|教学要求|能力要求|描述|工作任务|简介|定位")
_BARE = frozenset({M.INDEX, M.CODE, M.NAME, M.MODULE, M.GROUP, M.CREDITS, M.HOURS})
# What a table of totals by module has, and how the names of modules end; those of courses of practice do not.
_OF_OVERVIEWS = FIGURES | {M.NAME, M.SHARE, M.REMARK, M.INDEX}
_MODULE_NAME = re.compile(r"(?:课程?|模块|平台|环节|领域|类|实践教学)(?:\(.*\))?$")
# What a heading says that stands above courses, whatever their names end with: 公共选修课 under 课程名称 is a line.
_OF_COURSES = re.compile(r"课程?名|课程$|科目")
# Headings of our own form, which mean one thing whatever stands below.
_ONE_USE = frozenset({"课程类别名称", "课程组名称", "课程性质(必修/限选/选修)"})
_COURSE_TYPES = re.compile(
    r"[ABC]类?|理论课?|实践课?|理论\+实践课?|(?:理实|教学做)一体化?课?|纯(?:理论|实践)课?|[ABC]\(.*\)"
)


class PlanColumn(NamedTuple):
    """A column of the heading: ``term`` and ``weeks`` for the column of a term."""

    column: int
    heading: str
    meaning: Meaning
    rule: str
    term: str = ""
    weeks: int | None = None
    # What the heading says of marks below it.
    legend: tuple[tuple[str, str], ...] = ()

    @property
    def is_of_each(self) -> bool:
        """Whether a figure that is merged over several courses is that of each: 每门学分."""
        return bool(re.match(r"每门|单门|各门", self.heading.rpartition("/")[2]))


class CourseHeading(NamedTuple):
    """The rows of a heading, and what the columns below them mean."""

    first: int
    last: int
    columns: tuple[PlanColumn, ...]
    unknown: tuple[tuple[int, str], ...]
    doubled: tuple[tuple[int, str], ...]

    def of(self, meaning: Meaning) -> list[PlanColumn]:
        """Give the columns of a meaning, from left to right."""
        return [each for each in self.columns if each.meaning is meaning]

    def index_of(self, meaning: Meaning) -> int | None:
        """Give the first column of a meaning."""
        return next((each.column for each in self.columns if each.meaning is meaning), None)

    def is_of_each(self, column: int | None) -> bool:
        """Whether what a cell of this column states holds for each course that it is merged over."""
        return any(each.column == column and each.is_of_each for each in self.columns)

    @property
    def name_column(self) -> int:
        """The column of the name: the last that the heading of names covers."""
        return self.of(Meaning.NAME)[-1].column

    def readings(self, grid: Grid) -> Iterator[ColumnReading]:
        """Say what each column was read as."""
        for each in self.columns:
            meaning = f"{each.meaning} {each.term}" if each.term else str(each.meaning)
            yield ColumnReading(grid.place(self.first, each.column), each.heading, meaning, each.rule)


def find_header(grid: Grid, row: int) -> CourseHeading | None:
    """Give the heading of courses that begins in this row, if one does."""
    cells = grid.own_cells(row)
    meanings = [meaning for each in cells if (meaning := meaning_of(plain_label(grid.text_of(each)), ""))]
    chosen = [each for cell in cells if (each := grid.choices.of(cell.column, plain_label(grid.text_of(cell))))]
    # What is chosen for a column holds for each of its rows: two words at least make a row a heading.
    if M.NAME not in {*meanings, *(each.meaning for each in chosen)} or len(meanings) < 2:
        return None
    if len(meanings) + len(chosen) < 3 or not _numbers_are_terms(grid, row):
        return None
    header = _header(grid, row)
    is_bare = {each.meaning for each in header.columns} <= _BARE
    if is_bare and any(_DESCRIPTION.search(heading) for _, heading in header.unknown):
        return None
    has_figures = any(each.meaning in FIGURES for each in header.columns)
    is_listing = {M.CODE, M.SEMESTERS, M.TERM} & {each.meaning for each in header.columns}
    if _lists_modules(grid, header):
        return None
    return header if header.of(M.NAME) and (has_figures or is_listing) else None


def find_schedule(grid: Grid, row: int) -> CourseHeading | None:
    """Give the heading of a table that says only when courses run: names and terms, and no figures of courses."""
    meanings = {meaning_of(plain_label(grid.text_of(each)), "") for each in grid.own_cells(row)}
    if M.NAME not in meanings or meanings & FIGURES:
        return None
    header = _header(grid, row)
    has_figures = any(each.meaning in FIGURES for each in header.columns)
    return header if len(header.of(M.TERM)) > 1 and not has_figures else None


def find_overview(grid: Grid, row: int) -> CourseHeading | None:
    """Give the heading of a table of totals by module that begins in this row: figures, and no names of courses."""
    meanings = {meaning_of(plain_label(grid.text_of(each)), "") for each in grid.own_cells(row)}
    if not meanings & {M.MODULE, M.NAME} or not meanings & FIGURES:
        return None
    header = _header(grid, row)
    if M.MODULE not in meanings and _lists_modules(grid, header):
        return header._replace(columns=tuple(_of_modules(each) for each in header.columns))
    return header if header.of(M.MODULE) and M.NAME not in meanings and not header.of(M.NAME) else None


def _of_modules(column: PlanColumn) -> PlanColumn:
    return column._replace(meaning=M.MODULE, rule="column-by-its-cells") if column.meaning is M.NAME else column


def _lists_modules(grid: Grid, header: CourseHeading) -> bool:
    """Whether what stands under 项目 are modules, and nothing next to them is of courses: figures and shares alone."""
    names = header.of(M.NAME)
    if len(names) != 1 or any(each.meaning not in _OF_OVERVIEWS for each in header.columns):
        return False
    if _OF_COURSES.search(bare(names[0].heading)):
        return False
    texts = [grid.text(row, names[0].column) for row in range(header.last + 1, grid.row_count)]
    shown = [bare(each) for each in texts if each and not _is_total(each)]
    return len(shown) > 1 and all(_MODULE_NAME.search(each) and (module_of(each) or nature_of(each)) for each in shown)


def overview_of(grid: Grid) -> CourseHeading | None:
    """Give the heading of a table of totals by module, if the table has one."""
    return next((header for row in range(min(grid.row_count, 12)) if (header := find_overview(grid, row))), None)


def has_courses_as_columns(grid: Grid) -> bool:
    """Whether the labels of courses stand below each other: a column names courses, credits and the like."""
    for column in range(min(grid.column_count, 3)):
        meanings = {meaning_of(plain_label(grid.text(row, column)), "") for row in grid.rows()}
        if M.NAME in meanings and len(meanings & (FIGURES | {M.SEMESTERS, M.NATURE, M.ASSESSMENT, M.CODE})) > 1:
            return True
    return False


def _header(grid: Grid, row: int) -> CourseHeading:
    first = min((each.row for each in grid.row_cells(row)), default=row)
    last = _last_row(grid, row)
    while row - first < _ROWS_ABOVE and first and _is_above_heading(grid, first - 1):
        first -= 1
    labels = {column: _labels(grid, first, last, column) for column in range(grid.column_count)}
    _name_pairs(labels)
    terms = _terms(labels)
    columns: list[PlanColumn] = []
    unknown: list[tuple[int, str]] = []
    doubled: list[tuple[int, str]] = []
    chosen = _chosen(grid, labels, terms)
    rows = _course_rows(grid, last)
    claimed = {each.meaning for each in chosen.values()} - _SEVERAL
    for index, texts in labels.items():
        if index in chosen:
            columns.append(chosen[index])
            continue
        column = terms.get(index) or _column(index, texts, partial(_values, grid, rows, index))
        if column and column.meaning in claimed:
            doubled.append((index, column.heading))
        elif column is None and not texts and _is_next_to_module(columns, index):
            # Without merged cells the heading of two columns of modules stands over the first.
            shown = [each for each in _values(grid, rows, index) if each]
            meaning = _by_values(M.MODULE, shown) or M.MODULE
            columns += [PlanColumn(index, "", meaning, "column-by-its-cells")] if shown else []
        elif column is None:
            unknown += [(index, "".join(texts))] if texts or any(_values(grid, rows, index)) else []
        elif column.meaning not in _SEVERAL and (
            before := [each for each in columns if each.meaning is column.meaning]
        ):
            if column.meaning is M.NATURE and (both := _with_what_is_required(before[0], column)):
                # 选修要求 next to 课程性质 says what is chosen, not the nature.
                columns[columns.index(before[0])] = both[0]
                columns.append(both[1])
            elif before[0].rule == "column-by-its-cells" and column.rule == "column-by-heading":
                # The cells of an inner category may all be natures; the column that says so in its heading decides.
                columns[columns.index(before[0])] = before[0]._replace(meaning=M.MODULE, rule="column-by-heading")
                columns.append(column)
            else:
                doubled.append((index, column.heading))
        else:
            columns.append(column)
    doubled += [(each.column, each.heading) for each in _parts_again(grid, last, columns)]
    left_out = {index for index, _ in doubled}
    kept = tuple(each for each in columns if each.column not in left_out)
    return CourseHeading(first, last, kept, tuple(unknown), tuple(doubled))


def _with_what_is_required(one: PlanColumn, other: PlanColumn) -> tuple[PlanColumn, PlanColumn] | None:
    """Take the one of two columns of natures whose heading asks what is required as that of the groups."""
    asks = [bool(_WHAT_IS_REQUIRED.fullmatch(each.heading.rpartition("/")[2])) for each in (one, other)]
    if asks.count(True) != 1:
        return None
    first, second = (
        each._replace(meaning=M.GROUP) if is_asking else each
        for each, is_asking in zip((one, other), asks, strict=True)
    )
    return first, second


def _is_next_to_module(columns: list[PlanColumn], index: int) -> bool:
    return bool(columns) and columns[-1].column == index - 1 and columns[-1].meaning is M.MODULE


def _name_pairs(labels: dict[int, list[str]]) -> None:
    """Put 考核 above 考试 and 考查, and 性质 above 必修 and 选修, where nothing stands above both or the second."""
    alone = {index: plain_label(texts[0]) for index, texts in labels.items() if len(texts) == 1}
    for above, pattern in _PAIRS:
        both = {index: label for index, label in alone.items() if pattern.fullmatch(label)}
        if len({label[:2] for label in both.values()}) > 1:
            labels.update({index: [above, label] for index, label in both.items()})
            continue
        for index, label in both.items():
            # Without merged cells what stands above both stands above the first.
            left = plain_label(labels.get(index - 1, [""])[-1]) if labels.get(index - 1) else ""
            if pattern.fullmatch(left) and left[:2] != label[:2]:
                labels[index] = [above, label]


def _parts_again(grid: Grid, last: int, columns: list[PlanColumn]) -> list[PlanColumn]:
    """Give the columns whose parts the first column of practice holds already: 实践, of which 实验 and 实训."""
    practice = [each for each in columns if each.meaning is M.PRACTICE]
    if len(practice) < 2:
        return []
    whole = [
        next((each.column for each in columns if each.meaning is meaning), None) for meaning in (M.HOURS, M.THEORY)
    ]
    judged = [
        _practice_of(grid, row, [each.column for each in practice], whole) for row in range(last + 1, grid.row_count)
    ]
    figures = [each for each in judged if any(each[0])]
    holds_all = sum(row[0] == sum(row[1:]) and wanted in {None, row[0]} for row, wanted in figures)
    return practice[1:] if holds_all * 2 > len(figures) else []


def _practice_of(grid: Grid, row: int, columns: list[int], whole: list[int | None]) -> tuple[list[int], int | None]:
    """Give the figures of practice in a row, and what hours without theory leave for them all."""
    hours, theory = (hundredths(grid.text(row, each)) for each in whole)
    wanted = None if hours is None or theory is None else hours - theory
    return [hundredths(grid.text(row, each)) or 0 for each in columns], wanted


def _chosen(grid: Grid, labels: Mapping[int, list[str]], terms: Mapping[int, PlanColumn]) -> dict[int, PlanColumn]:
    """Give the columns whose meaning a person chose."""
    columns: dict[int, PlanColumn] = {}
    for index, texts in labels.items():
        heading = "/".join(map(plain_label, texts))
        if choice := grid.choices.of(index, heading):
            weeks = terms[index].weeks if index in terms else None
            columns[index] = PlanColumn(index, heading, choice.meaning, choice.rule, choice.term, weeks)
    return columns


def _last_row(grid: Grid, row: int) -> int:
    cells = [each for each in grid.own_cells(row) if each.rows < _ROWS_LARGEST]
    last = max((each.row + each.rows - 1 for each in cells), default=row)
    while last + 1 < grid.row_count and last - row < _ROWS_LARGEST and _is_heading_row(grid, last + 1):
        last += 1
    return last


def _is_above_heading(grid: Grid, row: int) -> bool:
    """Whether the labels of a row stand over several columns, or are known: names may stand in the last row."""
    cells = grid.own_cells(row)
    known = [
        bool(meaning_of(label, "学时性质") or _is_term(label)) for label in map(plain_label, map(grid.text_of, cells))
    ]
    fits = all(is_known or each.columns > 1 for is_known, each in zip(known, cells, strict=True))
    return len(cells) > 1 and any(known) and fits and _numbers_are_terms(grid, row)


def _is_heading_row(grid: Grid, row: int) -> bool:
    """Whether all that begins in a row are labels, and several: a row of names and figures is not."""
    texts = [grid.text_of(each) for each in grid.own_cells(row)]
    if len(texts) < 2:
        return False
    labels = [plain_label(each) for each in texts]
    known = [bool(meaning_of(each, "学时性质") or _is_term(each) or _WEEKS_ONLY.match(bare(each))) for each in labels]
    words = [each for each in labels if not each.isdigit()]
    return all(known) and (bool(words) or len(texts) >= 4) and _numbers_are_terms(grid, row)


def _numbers_are_terms(grid: Grid, row: int) -> bool:
    """Whether the numbers of a row count semesters, or are the weeks of terms above them: those of a total are not."""
    cells = [each for each in grid.own_cells(row) if bare(grid.text_of(each)).isdigit()]
    numbers = [int(bare(grid.text_of(each))) for each in cells]
    if len(numbers) != 1 and all(after == before + 1 for before, after in pairwise(numbers)):
        return True
    above = [[plain_label(grid.text(at, each.column)) for at in range(max(row - 3, 0), row)] for each in cells]
    return all(any(map(_is_term, labels)) for labels in above)


def _labels(grid: Grid, first: int, last: int, column: int) -> list[str]:
    cells = {id(cell): cell for row in range(first, last + 1) if (cell := grid.cell(row, column))}
    return [text for cell in cells.values() if (text := grid.text_of(cell))]


def _column(index: int, texts: list[str], values: Callable[[], list[str]]) -> PlanColumn | None:
    """Read the labels of a column from the lowest up; where a word has several uses, its cells decide."""
    labels = [plain_label(each) for each in texts]
    heading = "/".join(labels)
    for depth in range(len(labels), 0, -1):
        meaning = meaning_of(labels[depth - 1], "".join(labels[: depth - 1]))
        if meaning is None:
            continue
        if depth < len(labels) and meaning in FIGURES and not _WEEKS_ONLY.match(labels[-1]):
            # What is below 学时 and not known, 线上 for one, is not all hours.
            return None
        if meaning is M.NATURE_TICK and not all(is_tick(bare(each)) for each in values() if not is_empty(each)):
            return None
        if meaning is M.ASSESSMENT:
            legend = tuple(heading_legend("".join(texts)).items())
            return PlanColumn(index, heading, meaning, "column-by-heading", legend=legend)
        has_uses = meaning in {M.MODULE, M.NATURE, M.COURSE_TYPE, M.GROUP} and labels[depth - 1] not in _ONE_USE
        by_values = _by_values(meaning, values()) if has_uses else None
        if by_values:
            return PlanColumn(index, heading, by_values, "column-by-its-cells")
        return PlanColumn(index, heading, meaning, "column-by-heading")
    return None


def _by_values(meaning: Meaning, values: list[str]) -> Meaning | None:
    shown = [bare(each) for each in values if each]
    if not shown:
        return None
    # Rows of totals and shares below courses have other things in a column.
    most = len(shown) * 4 // 5
    if sum(bool(_COURSE_TYPES.fullmatch(each)) for each in shown) > most:
        return M.COURSE_TYPE
    natures = [each for each in shown if nature_of(each) is not None and len(each) <= 6]
    if meaning is M.MODULE and len(natures) > most and all(len(each) <= 4 for each in natures):
        return M.NATURE
    modules = [each for each in shown if module_of(each) is not None]
    if meaning is M.NATURE and (not natures or (len(modules) > most and len(natures) < len(shown))):
        # 公共必修课 next to 专业核心课: the cells name modules, of which some say the nature as well.
        return M.MODULE
    return None


def _course_rows(grid: Grid, last: int) -> list[int]:
    """Give the rows below a heading without those of totals, shares and counts."""
    rows = range(last + 1, min(grid.row_count, last + 41))
    return [row for row in rows if not any(map(_is_total, map(grid.text_of, grid.own_cells(row))))]


def _is_total(text: str) -> bool:
    stripped = bare(text)
    return len(stripped) <= LABEL_LARGEST and bool(TOTAL_WORD.search(stripped) or OTHER_WORD.search(stripped))


def _values(grid: Grid, rows: list[int], column: int) -> list[str]:
    # What reaches over several columns is a total or a heading of its own.
    cells = [cell for row in rows if (cell := grid.cell(row, column)) and cell.columns == 1 and cell.row >= rows[0]]
    return [grid.text_of(each) for each in cells]


# ---- columns of terms


def _is_term(label: str) -> bool:
    names_semester = semester_number(label) or semester_of_year(label)
    return bool(names_semester or is_summer(label) or _YEAR.match(label) or label in _HALF)


class _Term(NamedTuple):
    semester: int | None
    year: int | None
    weeks: int | None
    # Whether the column is one of several of its term: 第1学期 over 理论 and 实践.
    is_part: bool = False


def _terms(labels: dict[int, list[str]]) -> dict[int, PlanColumn]:
    """Find the columns of terms: at least two in one heading, semesters that go up, or start anew in each year."""
    candidates = {index: term for index, texts in labels.items() if texts and (term := _term(texts))}
    semesters = [each for each in candidates.values() if each.semester]
    if len(semesters) < 2:
        return {}
    goes_up = all(
        (one.semester or 0) < (other.semester or 0) or (_are_parts(one, other)) for one, other in pairwise(semesters)
    )
    has_years = all(each.year for each in semesters)
    first_year = min((each.year for each in semesters if each.year and each.year > _CALENDAR), default=1)
    columns: dict[int, PlanColumn] = {}
    position = 0
    before = None
    for index, term in candidates.items():
        heading = "/".join(labels[index])
        if term.semester is None:
            columns[index] = PlanColumn(index, heading, M.TERM, "term-by-heading", f"{position}S", term.weeks)
            continue
        if goes_up:
            position, rule = term.semester, "term-by-heading"
        elif has_years:
            year = (term.year or 1) - (first_year - 1 if (term.year or 1) > _CALENDAR else 0)
            position, rule = (year - 1) * 2 + (term.semester - 1) % 2 + 1, "term-by-year"
        else:
            is_same = before is not None and _are_parts(before, term)
            position, rule = position if is_same else position + 1, "term-by-position"
        before = term
        rule = "weeks-in-parts" if term.weeks and re.search(r"\d\+\d", heading) else rule
        legend = tuple(heading_legend(heading).items())
        columns[index] = PlanColumn(index, heading, M.TERM, rule, str(position), term.weeks, legend)
    return columns


def _term(texts: list[str]) -> _Term | None:
    folded = [bare(each) for each in texts]
    year = next((_year(each) for each in folded if _YEAR.search(each)), None)
    own = [each for each in folded if not _YEAR.search(each)]
    for at, label in enumerate(own):
        if is_summer(label) and not meaning_of(plain_label(label), ""):
            return _Term(None, year, None)
        if in_year := semester_of_year(label):
            return _Term(in_year, None, semester_weeks(label) or _weeks_below("".join(own[at + 1 :])))
        semester = _HALF.get(re.sub(r"学?期?季?$", "", label)) or semester_number(label)
        last = meaning_of(plain_label(own[-1]), "") if at < len(own) - 1 else None
        if semester and (last is None or last in {M.THEORY, M.PRACTICE}):
            below = "".join(own[at + 1 :])
            is_part = bool(last or _HALF_OF_TERM.fullmatch(below))
            return _Term(semester, year, semester_weeks(label) or _weeks_below(below.lstrip("前后")), is_part)
    return None


def _year(label: str) -> int | None:
    match = _YEAR.search(label)
    text = (match[1] or match[2] or match[3]) if match else ""
    return CHINESE.get(text) or (int(text) if text.isdigit() else None)


def _weeks_below(text: str) -> int | None:
    match = re.match(r"(\d{1,2})(?!\d)(?:周|[wW])?", fold(text))
    return int(match[1]) if match and int(match[1]) <= _WEEKS_LARGEST else None


def _are_parts(one: _Term, other: _Term) -> bool:
    return one.is_part and other.is_part and (one.year, one.semester) == (other.year, other.semester)
