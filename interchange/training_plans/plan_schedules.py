"""Tables that say only when courses run: joined to the courses, whose credits and hours stand in another table."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from analysis.training_plans.training_plan import ColumnReading, PlanLine, PlanPlace, PlanRemark
from interchange.training_plans.tables.headings.course_heading import CourseHeading
from interchange.training_plans.tables.plan_courses import CourseTables
from interchange.training_plans.tables.plan_grid import Grid
from interchange.training_plans.tables.plan_numbers import taught_in
from interchange.training_plans.tables.plan_words import bare
from interchange.training_plans.tables.table_kinds import find_schedule

# A table of terms has no figures of courses.
_OF_ANOTHER_TABLE = "line-without-figures"
_UNIT = "figures-of-terms-by-sums"


class Schedule(NamedTuple):
    """The courses of a table of terms, with the terms alone."""

    place: PlanPlace
    lines: tuple[PlanLine, ...]
    columns: tuple[ColumnReading, ...]

    def join(self, courses: CourseTables) -> None:
        """Give the courses of the other tables their terms; what has no course there is a problem."""
        found = _courses_of(self.lines, courses.lines)
        joined = 0
        for at, line in enumerate(self.lines):
            if at not in found:
                courses.remarks.problems.append(PlanRemark("terms-of-no-course", line.name, line.place))
                continue
            course = courses.lines[found[at]]
            if course.semesters or course.summer_terms:
                courses.remarks.problems.extend(_differing(course, line))
                continue
            joined += 1
            courses.lines[found[at]] = course = _with_terms(course, line)
            courses.remarks.guesses.extend(_doubts(course, line))
        if joined:
            courses.remarks.guesses.append(PlanRemark("terms-from-another-table", str(joined), self.place))


def read_schedule(grid: Grid, courses: CourseTables) -> Schedule | None:
    """Read a table of terms, where half of its names or more are those of courses that were read."""
    header = next((found for row in grid.rows() if (found := find_schedule(grid, row))), None)
    if header is None:
        return None
    own = CourseTables(courses.legend, courses.core_marks)
    own.entry_year = courses.entry_year
    own.read(grid, header, "", is_appendix=False)
    known = {bare(each.name) for each in courses.lines}
    if sum(bare(each.name) in known for each in own.lines) * 2 < len(own.lines):
        return None
    courses.remarks.problems.extend(each for each in own.remarks.problems if each.rule != _OF_ANOTHER_TABLE)
    courses.remarks.guesses.extend(each for each in own.remarks.guesses if each.rule != _UNIT)
    courses.not_read += own.not_read
    return Schedule(_place(grid, header), tuple(own.lines), tuple(own.columns))


def _place(grid: Grid, header: CourseHeading) -> PlanPlace:
    return grid.place(header.first, header.name_column)


def _courses_of(lines: Sequence[PlanLine], courses: Sequence[PlanLine]) -> dict[int, int]:
    """Find the course of each line by its name; one between two that are found is the one between those courses."""
    places: dict[str, list[int]] = {}
    for index, course in enumerate(courses):
        places.setdefault(bare(course.name), []).append(index)
    found = {at: those.pop(0) for at, line in enumerate(lines) if (those := places.get(bare(line.name)))}
    for before, after in pairwise(sorted(found)):
        if after - before == 2 and found[after] - found[before] == 2:
            found[before + 1] = found[before] + 1
    return found


def _with_terms(course: PlanLine, line: PlanLine) -> PlanLine:
    weeks = course.duration_weeks
    return course._replace(
        semesters=line.semesters,
        summer_terms=line.summer_terms,
        alternatives=line.alternatives,
        weekly_hours=line.weekly_hours,
        weeks=line.weeks,
        semester_hours=line.semester_hours,
        assessment={**course.assessment, **line.assessment},
        duration_weeks=line.duration_weeks if weeks is None else weeks,
    )


def _differing(course: PlanLine, line: PlanLine) -> Iterator[PlanRemark]:
    if (course.semesters, course.summer_terms) != (line.semesters, line.summer_terms):
        stated = "、".join(map(str, [*line.semesters, *line.summer_terms]))
        yield PlanRemark("terms-differ-in-another-table", f"{line.name}: {stated}", line.place)


def _doubts(course: PlanLine, line: PlanLine) -> Iterator[PlanRemark]:
    if bare(course.name) != bare(line.name):
        yield PlanRemark("named-otherwise-in-another-table", line.name, line.place, course.name)
    weekly, weeks = course.weekly_hours, course.weeks
    if course.hours is None or not weekly or not weekly.keys() <= weeks.keys() or line.duration_weeks:
        return
    taught = (
        sum(taught_in(each, weeks[term]) for term, each in weekly.items()) + sum(line.semester_hours.values()) * 100
    )
    if taught != course.hours * 100:
        product = f"{course.name}: {taught / 100:g} ≠ {course.hours}"
        yield PlanRemark("weekly-hours-and-weeks-differ", product, line.place)
