"""What the figures under the terms count: weekly hours, hours of the term, or credits."""

import re
from collections.abc import Iterator, Mapping, Sequence

from analysis.training_plans.training_plan import PlanRemark
from interchange.training_plans.tables.headings.course_heading import CourseHeading, PlanColumn
from interchange.training_plans.tables.headings.plan_legends import CoreMarks
from interchange.training_plans.tables.headings.plan_meanings import Meaning
from interchange.training_plans.tables.lines.name_marks import marked_name, with_assessment
from interchange.training_plans.tables.plan_grid import Grid
from interchange.training_plans.tables.plan_numbers import is_tick, semester_cell, whole


def term_unit(grid: Grid, header: CourseHeading, rows: Sequence[int]) -> tuple[str, bool]:
    """Tell what figures under terms are, and whether that is sure.

    The heading says it, or the sums do: hours of all terms make the hours of the course. Credits only a heading names,
    for weekly hours of sixteen weeks are the same figures.
    """
    all_terms = [each for each in header.of(Meaning.TERM) if not (each.is_of_weeks or each.is_of_assessment)]
    terms = [each for each in all_terms if not each.is_of_credits] or all_terms
    # Next to weekly hours in columns of their own the others are hours of the term, and say nothing of these.
    terms = [each for each in terms if header.unit_of(each, "") == "WEEKLY"] or terms
    heading = "".join(each.heading for each in terms[:1])
    if re.search(r"学分(?:数)?(?:分配|分布|安排)?", heading) and not re.search(r"学时|课时", heading):
        return "CREDITS", True
    if _are_weeks(grid, header, terms, rows):
        return "WEEKS", True
    hours = header.index_of(Meaning.HOURS)
    matches = [_adds_up(grid, terms, row, header.shown_of(Meaning.HOURS, grid, row)) for row in rows]
    as_hours = sum(each == "HOURS" for each in matches)
    judged = sum(each is not None for each in matches)
    by_sum = "HOURS" if judged and as_hours * 2 > judged else "WEEKLY"
    if terms and all(each.is_of_hours for each in terms) and (hours is None or by_sum == "HOURS"):
        return "HOURS", hours is not None
    if re.search(r"周(?:学时|课时|时)|每周", heading):
        return "WEEKLY", by_sum == "WEEKLY"
    if re.search(r"(?:学时|课时|时)(?:数)?(?:分配|分布|安排)", heading) and by_sum == "HOURS":
        return "HOURS", True
    return by_sum, False


def _are_weeks(grid: Grid, header: CourseHeading, terms: Sequence[PlanColumn], rows: Sequence[int]) -> bool:
    """Whether figures under terms are weeks: 各学期周数安排 stands above, and they make the weeks of each course."""
    above = terms[0].heading.rpartition("/")[0] if terms else ""
    if "周" not in above or re.search(r"学时|课时|周时", above):
        return False
    matches = [_adds_up(grid, terms, row, header.index_of(Meaning.WEEKS)) for row in rows]
    return "HOURS" in matches and "WEEKLY" not in matches


def _adds_up(grid: Grid, terms: Sequence[PlanColumn], row: int, hours: int | None) -> str | None:
    total = whole(grid.text(row, hours))
    places = {each.column: grid.cell(row, each.column) for each in terms}
    cells = [semester_cell(grid.text_of(cell)) for at, cell in places.items() if cell and cell[:2] == (row, at)]
    numbers = [each.number for each in cells if each and each.number and not each.weeks and not each.is_alternative]
    if total is None or not total or not numbers:
        return None
    return "HOURS" if sum(numbers) == total * 100 else "WEEKLY"


def unexplained_marks(
    grid: Grid, header: CourseHeading, rows: Sequence[int], legend: Mapping[str, str]
) -> Iterator[PlanRemark]:
    """Report signs under terms that differ, where nothing says what each means and no column how courses end."""
    if _has_assessments(header):
        return
    explained = {**legend, **{mark: kind for each in header.of(Meaning.TERM) for mark, kind in each.legend}}
    cells = [semester_cell(grid.text(row, each.column)) for row in rows for each in header.of(Meaning.TERM)]
    marks = tuple(sorted({each.mark for each in cells if each and each.mark and is_tick(each.mark)}))
    if len(marks) > 1 and not explained.keys() & {*marks}:
        (first, *_) = header.of(Meaning.TERM)
        yield PlanRemark("marks-not-explained", "、".join(marks), grid.place(header.first, first.column))


def are_names_assessed(
    grid: Grid, header: CourseHeading, rows: Sequence[int], marks: CoreMarks, legend: Mapping[str, str]
) -> bool:
    """Whether signs next to names say how courses end: a note explains those of some, and no column says it."""
    if _has_assessments(header) or not legend:
        return False
    names = (marked_name(grid.written(row, header.name_column), marks) for row in rows)
    return any(with_assessment(each, legend)[1] for each in names)


def _has_assessments(header: CourseHeading) -> bool:
    return any(header.of(each) for each in (Meaning.ASSESSMENT, Meaning.EXAMINED, Meaning.CHECKED))
