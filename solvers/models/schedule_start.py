"""A schedule to begin with: even weekly hours by moving single courses and exchanging pairs, whatever the rules say.

The solver repairs what it breaks. From it the peak of a plan of forty courses is near its bound at once; from the
schedule as it is now the solver may find no better one in a minute.
"""

from collections.abc import Iterator, Mapping
from functools import partial
from itertools import combinations

from analysis.training_plans.improvement.semester_schedule import ScheduledCourse, ScheduleProblem

# Each round looks at all moves and exchanges; a plan of a hundred courses is even after a few.
ROUNDS_LARGEST = 20
# Of more courses the pairs are too many.
EXCHANGED_LARGEST = 120


def even_start(problem: ScheduleProblem) -> dict[str, int]:
    """Give a semester in which each course may begin, with weekly hours as even as exchanges make them."""
    places = _Places(problem)
    for _ in range(ROUNDS_LARGEST):
        if not sum([places.settle(each) for each in places.changes()]):
            break
    return places.begins


class _Places:
    """Where courses are, and how uneven that is: the sum of squares of weekly hours, weighed by weeks."""

    def __init__(self, problem: ScheduleProblem) -> None:
        self._courses = {each.key: each for each in sorted(problem.courses)}
        self._weeks = {each.number: max(each.weeks, 1) for each in problem.semesters}
        self._hours = {each.number: each.other_hours for each in problem.semesters}
        self.begins: dict[str, int] = {}
        for each in sorted(self._courses.values(), key=lambda course: (-sum(course.hours), course.key)):
            self.begins[each.key] = min(sorted(each.begins), key=partial(self._fullest, each))
            self._put(each, self.begins[each.key], 1)

    def changes(self) -> Iterator[Mapping[str, int]]:
        """Give each move of one course, and each exchange of two, as the courses with their new semesters."""
        for key, course in self._courses.items():
            yield from ({key: begin} for begin in sorted(course.begins))
        if len(self._courses) <= EXCHANGED_LARGEST:
            for one, other in combinations(self._courses, 2):
                first, second = self.begins[one], self.begins[other]
                if second in self._courses[one].begins and first in self._courses[other].begins:
                    yield {one: second, other: first}

    def settle(self, change: Mapping[str, int]) -> bool:
        """Make a change, and keep it where all is more even then."""
        before, old = self._unevenness(), {key: self.begins[key] for key in change}
        self._move(change)
        if self._unevenness() < before - 1e-9:
            return True
        self._move(old)
        return False

    def _move(self, change: Mapping[str, int]) -> None:
        for key, begin in change.items():
            self._put(self._courses[key], self.begins[key], -1)
            self._put(self._courses[key], begin, 1)
            self.begins[key] = begin

    def _put(self, course: ScheduledCourse, begin: int, sign: int) -> None:
        for semester, hours in enumerate(course.hours, begin):
            if semester in self._hours:
                self._hours[semester] += sign * hours

    def _fullest(self, course: ScheduledCourse, begin: int) -> float:
        known = [(each, hours) for each, hours in enumerate(course.hours, begin) if each in self._hours]
        return max(((self._hours[each] + hours) / self._weeks[each] for each, hours in known), default=0.0)

    def _unevenness(self) -> float:
        return sum(hours * hours / self._weeks[each] for each, hours in self._hours.items())
