"""The columns of terms in a heading: which semester each is, and how many weeks it has."""

import re
from itertools import pairwise
from typing import NamedTuple

from interchange.training_plans.tables.headings.course_heading import ENDING, PlanColumn
from interchange.training_plans.tables.headings.plan_labels import meaning_of, plain_label
from interchange.training_plans.tables.headings.plan_legends import heading_legend
from interchange.training_plans.tables.headings.plan_meanings import Meaning
from interchange.training_plans.tables.plan_numbers import (
    CHINESE,
    has_holidays,
    hundredths,
    is_summer,
    semester_number,
    semester_of_year,
    semester_weeks,
)
from interchange.training_plans.tables.plan_words import bare, fold

M = Meaning
_YEAR = re.compile(r"(?<!\d)第?([一二三四五1-5])学?年级?$|^大([一二三四])$|^(20\d{2})[-—–/~]20\d{2}学?年?度?$")
# A larger number of a year is one of the calendar.
_CALENDAR = 2_000
# More are no weeks of one term: they are the number of the semester next to its weeks, ⑤8. In hundredths.
_WEEKS_LARGEST = 3_000
# What a term is parted into: theory and practice, hours and credits, or its halves.
_PARTS_OF_TERM = frozenset({M.THEORY, M.PRACTICE, M.WEEKLY, M.WEEKS, M.HOURS, M.CREDITS})
_HALF_OF_TERM = re.compile(r"[前后]\d{1,2}周")
# 2024-2025-1, 2024-2025学年第二学期; 2024秋, 2025年春季学期: of the academic year that began the year before.
_ACADEMIC = re.compile(r"(20\d{2})[-—–/~]20\d{2}(?:学年度?)?[-—–/]?第?([12一二上下秋春])季?(?:学?期)?")
_SEASON = re.compile(r"(20\d{2})年?([秋春])(?:季?学?期)?")
_HALF = {"秋": 1, "上": 1, "春": 2, "下": 2}


def is_term(label: str) -> bool:
    names_semester = semester_number(label) or semester_of_year(label) or _of_the_calendar(label)
    return bool(names_semester or is_summer(label) or _YEAR.match(label) or label in _HALF)


class _Term(NamedTuple):
    semester: int | None
    year: int | None
    weeks: int | None
    # Whether the column is one of several of its term: 第1学期 over 理论 and 实践.
    is_part: bool = False


def term_columns(labels: dict[int, list[str]]) -> dict[int, PlanColumn]:
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
        heading = "/".join(map(plain_label, labels[index])) if term.is_part else "/".join(labels[index])
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
        rule = "term-with-holidays" if any(map(has_holidays, labels[index])) else rule
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
        if dated := _of_the_calendar(label):
            return dated
        in_year = semester_of_year(label)
        semester = in_year or _HALF.get(re.sub(r"学?期?季?$", "", label)) or semester_number(label)
        last = meaning_of(plain_label(own[-1]), "") if at < len(own) - 1 else None
        below = "".join(own[at + 1 :])
        if semester and (last is None or last in _PARTS_OF_TERM or ENDING.fullmatch(below)):
            is_part = bool(last or _HALF_OF_TERM.fullmatch(below))
            weeks = semester_weeks(label) or _weeks_below(below.lstrip("前后"))
            return _Term(semester, None if in_year else year, weeks, is_part)
    return None


def _of_the_calendar(label: str) -> _Term | None:
    dated = semester_of_the_calendar(label)
    return _Term(dated[1], dated[0], None) if dated else None


def semester_of_the_calendar(label: str) -> tuple[int, int] | None:
    """Read a semester that is named by its academic year or by its season: the year in which that began, and 1 or 2."""
    if match := _ACADEMIC.fullmatch(label):
        return int(match[1]), _HALF.get(match[2]) or CHINESE.get(match[2]) or int(match[2])
    if match := _SEASON.fullmatch(label):
        half = _HALF[match[2]]
        return int(match[1]) - (half - 1), half
    return None


def _year(label: str) -> int | None:
    match = _YEAR.search(label)
    text = (match[1] or match[2] or match[3]) if match else ""
    return CHINESE.get(text) or (int(text) if text.isdigit() else None)


def _weeks_below(text: str) -> int | None:
    match = re.match(r"(\d{1,2}(?:\.\d{1,2})?)(?![\d.])(?:周|[wW])?", fold(text))
    weeks = hundredths(match[1]) if match else None
    return weeks if weeks is not None and weeks <= _WEEKS_LARGEST else None


def _are_parts(one: _Term, other: _Term) -> bool:
    return one.is_part and other.is_part and (one.year, one.semester) == (other.year, other.semester)
