"""The heading of a table of courses: its rows, and what the columns below them mean."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from analysis.training_plans.training_plan import ColumnReading
from interchange.training_plans.tables.headings.plan_meanings import Meaning
from interchange.training_plans.tables.plan_grid import Grid
from interchange.training_plans.tables.plan_numbers import is_empty
from interchange.training_plans.tables.plan_words import bare, nature_of

M = Meaning
# Headings that stand together in our own form alone.
NATURE_OF_THE_FORM = "课程性质(必修/限选/选修)"
_OF_THE_FORM = frozenset({"序号", NATURE_OF_THE_FORM, "总学时", "理论学时", "实践学时", "各学期周学时/一"})
_NATURE_LARGEST = 6
_PARTS = re.compile(r"(?:课内|课外|集中)?(?:理论|实践|实验|实训)(?:教学|部分|环节)?")
_PLACES = re.compile(
    r"(?:校内|校外|企业|学校|学校教学|企业教学|校企|线上|线下|网络|面授|课内|课外|基地)(?:教学|学时|课时|授课|部分)?"
)
_WEEKS = re.compile(r"(?:教学|上课|授课|开课)?周数?")
_WEEKLY = re.compile(r"(?:每周|周)(?:学时|课时|时)数?|(?:学时|课时)/周")
ENDING = re.compile(r"考核(?:方式|形式|方法|类型|性质)?|考试(?:方式|形式|类型|性质)")
FIGURES = frozenset(
    {M.CREDITS, M.CREDITS_AND_HOURS, M.HOURS_AND_CREDITS, M.HOURS, M.THEORY, M.PRACTICE, M.THEORY_AND_PRACTICE, M.WEEKS}
)


def is_part_of_credits(label: str) -> bool:
    """Whether a label below 学分 names a nature, or a part of the teaching, and no more."""
    return bool(_PARTS.fullmatch(label)) or (len(label) <= _NATURE_LARGEST and nature_of(label) is not None)


def is_part_of_hours(label: str) -> bool:
    """Whether a label below 学时 names a nature, or a place of the teaching: theory and practice do not."""
    is_nature = len(label) <= _NATURE_LARGEST and nature_of(label) is not None and not _PARTS.fullmatch(label)
    return is_nature or bool(_PLACES.fullmatch(label))


_PARTED = {M.CREDITS: is_part_of_credits, M.HOURS: is_part_of_hours}


class PlanColumn(NamedTuple):
    """A column of the heading: ``term`` and ``weeks``, in hundredths, for the column of a term."""

    column: int
    heading: str
    meaning: Meaning
    rule: str
    term: str = ""
    weeks: int | None = None
    # What the heading says of marks below it.
    legend: tuple[tuple[str, str], ...] = ()

    @property
    def is_of_weeks(self) -> bool:
        """Whether a column of a term has the weeks that stand next to weekly hours in a column of their own."""
        return self.meaning is M.TERM and bool(_WEEKS.fullmatch(self.heading.rpartition("/")[2]))

    @property
    def is_of_credits(self) -> bool:
        """Whether a column of a term has the credits that stand next to the hours of the term."""
        return self.meaning is M.TERM and self.heading.rpartition("/")[2] == "学分"

    @property
    def is_of_hours(self) -> bool:
        """Whether a column of a term has hours, and says so itself: 学时 below 第一学期."""
        return self.meaning is M.TERM and self.heading.rpartition("/")[2] in {"学时", "课时", "总学时", "时数"}

    @property
    def is_of_weekly_hours(self) -> bool:
        """Whether a column of a term says itself that it has weekly hours."""
        return self.meaning is M.TERM and bool(_WEEKLY.fullmatch(self.heading.rpartition("/")[2]))

    @property
    def is_of_assessment(self) -> bool:
        """Whether a column of a term says how courses end in it: 考核 below 第一学期."""
        return self.meaning is M.TERM and bool(ENDING.fullmatch(self.heading.rpartition("/")[2]))

    @property
    def is_of_each(self) -> bool:
        """Whether a figure that is merged over several courses is that of each: 每门学分."""
        return bool(re.match(r"每门|单门|各门", self.heading.rpartition("/")[2]))

    @property
    def part(self) -> str:
        """What a column has the credits or hours of, 必修 or 理论 below 学分; empty where it has those of all."""
        above, _, last = self.heading.rpartition("/")
        in_one = re.fullmatch(r"(.+)(?:学时|课时|学分)", last)
        # 必修学时 says in one label what 必修 below 学时 says.
        shown = in_one[1] if in_one else last if above else ""
        is_part = _PARTED.get(self.meaning)
        return shown if shown and is_part is not None and is_part(shown) else ""

    @property
    def nature(self) -> str:
        """The word of the nature whose credits or hours a column has; empty where it has those of all."""
        return self.part if nature_of(self.part) else ""


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

    def unit_of(self, column: PlanColumn, unit: str) -> str:
        """Give what figures of a term count: both units have columns of their own, or ``unit`` is that of all."""
        terms = self.of(M.TERM)
        if not (any(each.is_of_hours for each in terms) and any(each.is_of_weekly_hours for each in terms)):
            return unit
        return "HOURS" if column.is_of_hours else "WEEKLY" if column.is_of_weekly_hours else unit

    def index_of(self, meaning: Meaning) -> int | None:
        """Give the first column of a meaning."""
        return next((each.column for each in self.columns if each.meaning is meaning), None)

    def shown_of(self, meaning: Meaning, grid: Grid, row: int) -> int | None:
        """Give the first column of a meaning that shows something in a row; the first of all where none does."""
        columns = [each.column for each in self.of(meaning)]
        return next((each for each in columns if not is_empty(grid.text(row, each))), next(iter(columns), None))

    def is_of_each(self, column: int | None) -> bool:
        """Whether what a cell of this column states holds for each course that it is merged over."""
        return any(each.column == column and each.is_of_each for each in self.columns)

    @property
    def is_of_the_form(self) -> bool:
        """Whether the table is that of our own form, whose cells say what their headings say and no more."""
        return {bare(each.heading) for each in self.columns} >= _OF_THE_FORM

    @property
    def name_column(self) -> int:
        """The column of the name: the last that the heading of names covers."""
        return self.of(Meaning.NAME)[-1].column

    def readings(self, grid: Grid) -> Iterator[ColumnReading]:
        """Say what each column was read as."""
        for each in self.columns:
            meaning = f"{each.meaning} {each.term}" if each.term else str(each.meaning)
            yield ColumnReading(grid.place(self.first, each.column), each.heading, meaning, each.rule)
