"""Tables of weeks by semester: their rows, and where the sums that they state are not those of their rows."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from analysis.training_plans.training_plan import PlanRemark, WeekRow
from interchange.training_plans.tables.headings.term_columns import semester_of_the_calendar
from interchange.training_plans.tables.plan_grid import Grid
from interchange.training_plans.tables.plan_numbers import (
    has_holidays,
    hundredths,
    is_summer,
    semester_number,
    semester_of_year,
    without_holidays,
    year_of,
)
from interchange.training_plans.tables.plan_words import bare

_WEEK_HEADING = re.compile(
    r"教学周|课堂教学|理论教学|考试|考核|入学教育|军训|军事|实习|机动|复习|毕业|小计|合计|总周数"
)
_ONE_KIND = re.compile(r"(?:课堂)?教学周(?:数)?")
_SEMESTER_HEADING = re.compile(
    r"(?:学年)?[/、]?学期|(?:教学)?(?:周数|项目|环节|内容)[/、]?学期|学期[/、](?:周数|项目|环节|内容)"
)
_YEAR_HEADING = re.compile(r"学年度?")
_ACADEMIC_YEAR = re.compile(r"(20\d{2})[-—–/~]20\d{2}(?:学年度?)?")
_SEMESTERS_OF_A_YEAR = 2
_BY_YEAR = "weeks-by-academic-year"
# No programme goes on longer.
_YEARS_LARGEST = 6
_TOTAL = re.compile(r"合计|总计|小计|共计")
# Its words where it is that of all kinds of weeks: 第一学年小计, 总计(周). 学时合计 and 其中:实践周合计 are others.
_OF_ALL_WEEKS = re.compile(
    r"(?:合计|总计|小计|共计|教学|周数|时间|学年度?|学期|学程|全程"
    r"|[第一二三四五六七八九十两0-9\-—–~至到、./年各全总周春秋季上下:() ])+"
)
_TOTAL_OF_A_ROW = re.compile(r"(?:总?周数)?(?:合计|总计|小计|共计)(?:周数)?|总周数")


class WeekTable(NamedTuple):
    """A table of weeks, and what is said of it. A row without semester is a total."""

    rows: tuple[WeekRow, ...] = ()
    guesses: tuple[PlanRemark, ...] = ()
    problems: tuple[PlanRemark, ...] = ()
    # Summer terms: weeks are kept by semester.
    not_read: tuple[PlanRemark, ...] = ()
    # The calendar years in which its academic years began, and whether its semesters are counted within these alone.
    years: frozenset[int] = frozenset()
    is_by_years: bool = False


def weeks_begin(grid: Grid, row: int) -> bool:
    """Whether the heading of a table of weeks by semester begins in this row."""
    return bool(_kinds(grid, row))


def read_weeks(grid: Grid, first: int = 0, begun: int | None = None) -> WeekTable:
    """Read a table of weeks by semester at or below a row; empty where no heading names kinds of weeks.

    ``begun``: the calendar year in which the first semester of the plan began, where it is known.
    """
    for heading in range(first, grid.row_count):
        kinds, column = _kinds(grid, heading), _semester_column(grid, heading)
        if kinds and column is not None:
            return _Reader(grid, _Semesters(grid, heading, column, begun), kinds).read(heading + 1)
    return WeekTable()


class _Semesters:
    """Tells which semester a row is of. One may be counted within its year: 第二学年 with 秋, 2026-2027 with 1."""

    def __init__(self, grid: Grid, heading: int, column: int, begun: int | None = None) -> None:
        self.grid = grid
        self.column = column
        columns = range(grid.column_count)
        self.years = next((at for at in columns if _YEAR_HEADING.fullmatch(bare(grid.text(heading, at)))), None)
        dated = filter(None, map(self.dated, range(heading + 1, grid.row_count)))
        own = min((year for year, _ in dated), default=None)
        # A table of years before the plan began, or long after, is of another plan: its first year is taken.
        is_later = own is not None and begun is not None and 0 <= own - begun < _YEARS_LARGEST
        self.begun = begun if is_later else own
        self.is_of_other_years = own is not None and begun is not None and not is_later
        self.is_by_years = own is not None and not any(map(self._goes_on, range(heading + 1, grid.row_count)))

    def label(self, row: int) -> str:
        """Give what stands for the semester, and for its year."""
        texts = dict.fromkeys(self.grid.text(row, each) for each in (self.years, self.column))
        return " ".join(filter(None, texts))

    def dated(self, row: int) -> tuple[int, int] | None:
        """Give the calendar year in which the academic year of a row began, and which of its semesters it is."""
        own = without_holidays(self.grid.text(row, self.column))
        year = bare(self.grid.text(row, self.years))
        return semester_of_the_calendar(own) or (semester_of_the_calendar(f"{year}{own}") if year else None)

    def year(self, row: int) -> int | None:
        """Give the calendar year in which the academic year of a row began, whatever its semester is called."""
        dated, match = self.dated(row), _ACADEMIC_YEAR.fullmatch(bare(self.grid.text(row, self.years)))
        return dated[0] if dated else int(match[1]) if match else None

    def _goes_on(self, row: int) -> bool:
        """Whether a semester is counted on from those of the year before: 2026-2027 with 3."""
        number = semester_number(self.grid.text(row, self.column)) or 0
        return number > _SEMESTERS_OF_A_YEAR and self.dated(row) is None and self.year(row) is not None

    def of(self, row: int) -> int | None:
        """Give the semester of a row."""
        label = self.grid.text(row, self.column)
        if is_summer(label):
            return None
        if dated := self.dated(row):
            return (dated[0] - (self.begun or dated[0])) * 2 + dated[1]
        number = semester_number(label)
        year = year_of(self.grid.text(row, self.years)) if self.years is not None else 0
        if number is None:
            return semester_of_year(f"{year}学年{without_holidays(label)}") if year else None
        return (year - 1) * 2 + number if number <= 2 < year * 2 else number


class _Reader:
    """Reads the rows of one table."""

    def __init__(self, grid: Grid, semesters: _Semesters, kinds: Mapping[int, str]) -> None:
        self.grid = grid
        self.semesters = semesters
        self.kinds = kinds
        self.rows: list[WeekRow] = []
        self.guesses: list[PlanRemark] = []
        self.problems: list[PlanRemark] = []
        self.not_read: list[PlanRemark] = []
        # The weeks of all rows, of the semesters alone, and of the rows since the last sum.
        self.added: list[Mapping[str, int]] = []
        self.of_semesters: list[Mapping[str, int]] = []
        self.since: list[Mapping[str, int]] = []
        self.years: set[int] = set()

    def read(self, first: int) -> WeekTable:
        """Read from a row on, as far as the table goes."""
        for row in range(first, self.grid.row_count):
            label, semester = self.semesters.label(row), self.semesters.of(row)
            is_summer_term = semester is None and is_summer(label)
            is_sum = semester is None and not is_summer_term and bool(_TOTAL.search(bare(label)))
            is_total = is_sum and bool(_OF_ALL_WEEKS.fullmatch(bare(label)))
            if is_sum and not is_total:
                self._not_read(row, "row-not-read")
                continue
            if semester is None and not is_total and not is_summer_term:
                if self._goes_on_below(row):
                    self._not_read(row, "row-not-read")
                elif self.rows and self.grid.text(row, self.semesters.column):
                    # Another table follows.
                    break
                continue
            self._take(row, semester, is_summer_term=is_summer_term)
        self.problems += _sums_of_rows(self.rows)
        remarks = (tuple(self.guesses), tuple(self.problems), tuple(self.not_read))
        return WeekTable(tuple(self.rows), *remarks, frozenset(self.years), self.semesters.is_by_years)

    def _goes_on_below(self, row: int) -> bool:
        """Whether the next semester stands below a row that names none: another table would begin with its own."""
        last = self.rows[-1].semester if self.rows else None
        is_inside = last is not None and row + 1 < self.grid.row_count and bool(self.semesters.label(row))
        return is_inside and self.semesters.of(row + 1) == (last or 0) + 1

    def _not_read(self, row: int, rule: str) -> None:
        shown = " ".join(map(self.grid.text_of, self.grid.row_cells(row)))
        self.not_read.append(PlanRemark(rule, shown, self.grid.place(row)))

    def _take(self, row: int, semester: int | None, *, is_summer_term: bool) -> None:
        begun = {at: name for at, name in self.kinds.items() if self.grid.begins(row, at)}
        values = {name: hundredths(self.grid.text(row, at)) for at, name in begun.items()}
        weeks = {name: value for name, value in values.items() if value is not None}
        place = self.grid.place(row, self.semesters.column)
        if is_summer_term:
            self._not_read(row, "summer-weeks-not-kept")
        else:
            self.rows.append(WeekRow(place, semester, weeks))
        if semester is None and not is_summer_term:
            self.problems += self._sums(self.rows[-1], self.semesters.label(row))
            self.since = []
            return
        self.added.append(weeks)
        self.since.append(weeks)
        if (year := self.semesters.year(row)) is not None:
            self.years.add(year)
        self.of_semesters += [] if is_summer_term else [weeks]
        label = self.semesters.label(row)
        if semester and has_holidays(label):
            self.guesses.append(PlanRemark("term-with-holidays", label, place, str(semester)))
        dated = self.semesters.dated(row)
        is_guess = dated is not None and (dated[1] != semester or self.semesters.is_of_other_years)
        if semester and is_guess and all(each.rule != _BY_YEAR for each in self.guesses):
            # 2026-2027 with 1 is the third semester of a plan that begins in 2025.
            self.guesses.append(PlanRemark(_BY_YEAR, label, place, str(semester)))

    def _sums(self, total: WeekRow, label: str) -> Iterator[PlanRemark]:
        """Compare a row of sums with the rows above, with or without summer terms, or since the sum before."""
        for name, stated in total.weeks.items():
            ours = [sum(each.get(name, 0) for each in rows) for rows in (self.added, self.of_semesters, self.since)]
            if stated not in ours:
                shown = " ".join(dict.fromkeys([label, name]))
                subject = f"{shown} {stated / 100:g} ≠ {ours[0] / 100:g}"
                yield PlanRemark("week-sum-differs", subject, total.place)


def _sums_of_rows(rows: Sequence[WeekRow]) -> Iterator[PlanRemark]:
    """Compare the sums that a column states, where most rows make theirs of all other columns."""
    names = dict.fromkeys(name for each in rows for name in each.weeks)
    totals = [each for each in names if _TOTAL_OF_A_ROW.fullmatch(each)]
    if len(totals) != 1:
        return
    (total,) = totals
    judged = [(each, sum(each.weeks.values()) - each.weeks[total]) for each in rows if total in each.weeks]
    wrong = [(each, ours) for each, ours in judged if ours != each.weeks[total]]
    if 2 * len(wrong) >= len(judged):
        return
    for each, ours in wrong:
        name = "" if each.semester is None else f"第{each.semester}学期 "
        subject = f"{name}{total} {each.weeks[total] / 100:g} ≠ {ours / 100:g}"
        yield PlanRemark("week-sum-differs", subject, each.place)


def _kinds(grid: Grid, heading: int) -> dict[int, str]:
    """Give the kinds of weeks by their columns; none where the row is no heading of such a table."""
    column = _semester_column(grid, heading)
    if column is None:
        return {}
    semesters = _Semesters(grid, heading, column)
    rows = range(heading + 1, min(grid.row_count, heading + 5))
    first = next((row for row in rows if semesters.of(row)), None)
    if first is None:
        return {}
    labels = {at: _heading(grid, heading, first, at) for at in range(grid.column_count) if at != column}
    kinds = {at: text for at, text in labels.items() if text and not re.search(r"^学年|学时|^备注", text)}
    of_weeks = sum(bool(_WEEK_HEADING.search(each)) for each in kinds.values())
    is_one = len(kinds) == 1 and all(map(_ONE_KIND.fullmatch, kinds.values()))
    return kinds if of_weeks >= 2 or is_one else {}


def _semester_column(grid: Grid, row: int) -> int | None:
    cells = {cell.column: bare(grid.text_of(cell)) for cell in grid.own_cells(row)}
    return next((at for at, text in cells.items() if _SEMESTER_HEADING.fullmatch(text)), None)


def _heading(grid: Grid, first: int, last: int, column: int) -> str:
    cells = {id(cell): cell for row in range(first, last) if (cell := grid.cell(row, column))}
    return "/".join(bare(grid.text_of(each)) for each in cells.values())
