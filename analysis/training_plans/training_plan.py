"""A training plan as it was read: its tree, where each line stands, and what was guessed or is wrong."""

from collections.abc import Mapping
from typing import NamedTuple

# A term is a semester, "3", or the summer term after one, "2S". The key of what a document ties to no term.
ANY_TERM = "*"


class PlanPlace(NamedTuple):
    """Where something stands; ``row`` and ``column`` count from 1 in a table or sheet, ``line`` outside tables."""

    page: int
    sheet: str = ""
    table: int | None = None
    row: int | None = None
    column: int | None = None
    line: int | None = None


class PlanRemark(NamedTuple):
    """A guess, a problem, or something not read: by which rule, where, on what, and what was taken for it.

    ``parts`` are what is put together where a column is the cause of several. ``is_settled``: a person corrected what
    a guess is about.
    """

    rule: str
    subject: str
    place: PlanPlace | None
    taken: str = ""
    parts: "tuple[PlanRemark, ...]" = ()
    is_settled: bool = False


class Interval(NamedTuple):
    """The least and the most that a student takes; ``most`` is null where a line leaves its figure out."""

    least: int
    most: int | None


class PlanLine(NamedTuple):
    """A course of a plan. Null or empty: the document does not say so.

    Credits, weekly hours and weeks are in hundredths.
    """

    place: PlanPlace
    name: str
    english_name: str = ""
    code: str | None = None
    module_text: str | None = None
    module: str | None = None
    nature_text: str | None = None
    nature: str | None = None
    credits: int | None = None
    hours: int | None = None
    theory_hours: int | None = None
    practice_hours: int | None = None
    duration_weeks: int | None = None
    semesters: tuple[int, ...] = ()
    summer_terms: tuple[int, ...] = ()
    alternatives: tuple[int, ...] = ()
    weekly_hours: Mapping[str, int] = {}
    weeks: Mapping[str, int] = {}
    semester_hours: Mapping[str, int] = {}
    assessment: Mapping[str, str] = {}
    is_counted: bool = True
    prerequisites: tuple[str, ...] = ()
    department: str | None = None
    remark: str | None = None
    # The modules and groups that hold the line, outermost first.
    path: tuple[str, ...] = ()
    # The number of the group of the plan that the line is a choice of, and of which of its options.
    group: int | None = None
    option: str | None = None
    # What the course is to achieve, in the words of its source.
    outcomes: tuple[str, ...] = ()


class ChoiceGroup(NamedTuple):
    """Lines of which not all are taken.

    CHOOSE_ONE: ``choose`` of the ``options``, each a list of lines. CHOOSE_CREDITS: lines of this many credits.
    ALTERNATIVES: one of the lines, which share the figures of one cell.
    """

    number: int
    kind: str
    label: str
    place: PlanPlace
    choose: int | None
    credits: int | None
    options: tuple[str, ...]


class StatedTotal(NamedTuple):
    """A total as the document states it, next to ours for the same lines; ``scope`` is null for the whole plan.

    ``lines`` are the numbers of those lines; none where nothing tells which they are.
    """

    place: PlanPlace
    label: str
    scope: str | None
    stated: Mapping[str, int]
    ours: Mapping[str, Interval]
    lines: tuple[int, ...] = ()


class TargetCertificate(NamedTuple):
    """A certificate that students are to take, and when they are examined."""

    place: PlanPlace
    name: str
    level_text: str | None
    level: str | None
    semesters: tuple[int, ...]
    issuer: str | None
    courses: tuple[str, ...]


class Outcome(NamedTuple):
    """What a graduate knows, does or is, as the section on outcomes lists it."""

    kind: str
    text: str
    place: PlanPlace


class WeekRow(NamedTuple):
    """A row of the week table: weeks of a semester by the heading of their column, in hundredths."""

    place: PlanPlace
    semester: int | None
    weeks: Mapping[str, int]


class Note(NamedTuple):
    """A note as it stands."""

    text: str
    place: PlanPlace


class PlanHead(NamedTuple):
    """What a plan says of itself. Null: it does not."""

    title: str = ""
    college: str | None = None
    major_name: str | None = None
    major_code: str | None = None
    grade: str | None = None
    education_level: str | None = None
    duration_years: int | None = None
    education_form: str | None = None
    hours_per_week: int | None = None
    # The college of the graph under which the plan is filed, where the document names another; our form states it.
    filed_college: str | None = None


class ColumnReading(NamedTuple):
    """What a column was read as: its heading, its meaning, and by which rule."""

    place: PlanPlace
    heading: str
    meaning: str
    rule: str


class PlanReading(NamedTuple):
    """One plan of a document."""

    head: PlanHead
    columns: tuple[ColumnReading, ...]
    lines: tuple[PlanLine, ...]
    groups: tuple[ChoiceGroup, ...]
    totals: tuple[StatedTotal, ...]
    certificates: tuple[TargetCertificate, ...]
    outcomes: tuple[Outcome, ...]
    weeks: tuple[WeekRow, ...]
    notes: tuple[Note, ...]
    sections: tuple[str, ...]
    guesses: tuple[PlanRemark, ...]
    problems: tuple[PlanRemark, ...]
    not_read: tuple[PlanRemark, ...]
