"""A bound of the peak by whole parts: what a semester holds of parts of one size is a whole number of them.

A semester of 252 hours holds 15 parts of 16 hours, and 12 hours are left. Courses have 16, 32 or 64 hours mostly, and
few have hours that fill such rests. The fractions of a search take the rests as used, and do not see it for minutes.
"""

from collections.abc import Iterator
from itertools import combinations
from math import gcd

from analysis.training_plans.improvement.semester_schedule import HUNDREDTHS, ScheduledCourse, ScheduleProblem, Semester

# Of more sizes the smallest are tried.
_SIZES_LARGEST = 60


def least_peak(problem: ScheduleProblem) -> int:
    """Give whole weekly hours below which no schedule has its peak."""
    taught = [each for each in problem.semesters if each.weeks]
    numbers = {each.number for each in taught}
    parts = [hours for course in problem.courses if _is_always_in(course, numbers) for hours in course.hours if hours]
    if not taught or not parts:
        return 0
    return max(_least_for(size, parts, taught) for size in _sizes(parts))


def _is_always_in(course: ScheduledCourse, semesters: set[int]) -> bool:
    """Whether all of a course lies in some semesters, wherever it begins."""
    return all(begin + at in semesters for begin in course.begins for at, hours in enumerate(course.hours) if hours)


def _sizes(parts: list[int]) -> list[int]:
    """Give sizes to count by: those of the parts, and what divides two of them."""
    sizes = sorted({*parts})[:_SIZES_LARGEST]
    return sorted({1, *sizes, *(gcd(*pair) for pair in combinations(sizes, 2))})


def _least_for(size: int, parts: list[int], semesters: list[Semester]) -> int:
    """Give the least peak with which the semesters hold as many parts of a size as the courses have."""
    wanted = sum(each // size for each in parts)
    least, most = 0, sum(parts) * HUNDREDTHS // min(each.weeks for each in semesters) + 1
    most += max(each.other_hours * HUNDREDTHS // each.weeks for each in semesters) + 1
    while least < most:
        peak = (least + most) // 2
        if sum(_held(peak, size, semesters)) >= wanted:
            most = peak
        else:
            least = peak + 1
    return least


def _held(peak: int, size: int, semesters: list[Semester]) -> Iterator[int]:
    """Count the parts of a size that each semester holds besides its other hours."""
    return (max(0, peak * each.weeks // HUNDREDTHS - each.other_hours) // size for each in semesters)
