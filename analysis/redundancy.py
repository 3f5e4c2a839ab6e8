"""Which courses carry the same requirements, and which could go. Pure.

``Carried`` gives for every course the requirements that count as carried by it; a course may carry none.
"""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import combinations

CourseId = str
RequirementId = str
Carried = Mapping[CourseId, AbstractSet[RequirementId]]


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two courses, and how much of what they carry is the same."""

    a: CourseId
    b: CourseId
    shared: frozenset[RequirementId]
    only_a: frozenset[RequirementId]
    only_b: frozenset[RequirementId]

    @property
    def jaccard(self) -> float:
        """Shared requirements in proportion to all that either carries."""
        return len(self.shared) / (len(self.shared) + len(self.only_a) + len(self.only_b))


def carriers(carried: Carried) -> dict[RequirementId, list[CourseId]]:
    """Give the courses of every requirement that at least one carries, in the order of the courses."""
    found: dict[RequirementId, list[CourseId]] = {}
    for course, requirements in carried.items():
        for each in requirements:
            found.setdefault(each, []).append(course)
    return found


def carried_alone(carried: Carried) -> dict[CourseId, set[RequirementId]]:
    """Give for every course what no other course carries: what would be lost without it."""
    alone: dict[CourseId, set[RequirementId]] = {course: set() for course in carried}
    for requirement, courses in carriers(carried).items():
        if len(courses) == 1:
            alone[courses[0]].add(requirement)
    return alone


def removable_together(carried: Carried) -> list[CourseId]:
    """Choose courses that can all go without losing a requirement, beginning with those that carry least.

    No further course could go as well; a larger choice may exist. Courses that carry nothing are not considered:
    nothing is known of them.
    """
    counts = {requirement: len(courses) for requirement, courses in carriers(carried).items()}
    places = {course: place for place, course in enumerate(carried)}
    chosen = []
    for course in sorted(filter(carried.__getitem__, carried), key=lambda each: (len(carried[each]), places[each])):
        if all(counts[each] > 1 for each in carried[course]):
            chosen.append(course)
            for each in carried[course]:
                counts[each] -= 1
    return sorted(chosen, key=places.__getitem__)


def overlaps(carried: Carried, least: float) -> list[Overlap]:
    """Give the pairs that share a requirement and have at least this Jaccard index, highest first."""
    found = [each for each in _pairs(carried) if each.shared and each.jaccard >= least]
    return sorted(found, key=lambda each: (-each.jaccard, -len(each.shared)))


def _pairs(carried: Carried) -> Iterator[Overlap]:
    for a, b in combinations(carried, 2):
        left, right = carried[a], carried[b]
        yield Overlap(a, b, frozenset(left & right), frozenset(left - right), frozenset(right - left))
