"""Courses of a standard and of plans side by side, joined by name; and sums over what is only partly known. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from analysis.text import normalised

# A shorter name may need its 学 to mean anything, such as 化学 or 大学.
LENGTH_WITH_SUFFIX = 3


@dataclass(frozen=True, slots=True)
class NamedCourse:
    """A course with its id and name. ``plan``: the plan it is a line of; None: it is of the standard."""

    id: str
    name: str
    plan: str | None = None


@dataclass(slots=True)
class SameName:
    """All courses whose comparable names are equal; ``name`` is the first of them as it is written."""

    name: str
    in_standard: list[NamedCourse] = field(default_factory=list)
    in_plans: list[NamedCourse] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Shares:
    """How many names a plan has in common with the standard, and how many only one of them has."""

    common: int
    only_plan: int
    only_standard: int


def comparable(name: str) -> str:
    """Give the form in which names of courses are compared: 护理管理 and 护理管理学 are one."""
    form = normalised(name)
    return form.removesuffix("学") if len(form) > LENGTH_WITH_SUFFIX else form


def by_name(courses: Iterable[NamedCourse]) -> list[SameName]:
    """Bring courses of the same name together, in the order in which each name occurs first."""
    found: dict[str, SameName] = {}
    for each in courses:
        same = found.setdefault(comparable(each.name), SameName(each.name))
        (same.in_standard if each.plan is None else same.in_plans).append(each)
    return list(found.values())


def shares(names: Iterable[SameName], plan: str) -> Shares:
    """Compare one plan with the standard."""
    common = only_plan = only_standard = 0
    for each in names:
        is_here = any(course.plan == plan for course in each.in_plans)
        common += is_here and bool(each.in_standard)
        only_plan += is_here and not each.in_standard
        only_standard += bool(each.in_standard) and not is_here
    return Shares(common, only_plan, only_standard)


def known(values: Iterable[float | None]) -> list[float]:
    """Keep the values that are known."""
    return [each for each in values if each is not None]


def sum_of_known(values: Sequence[float | None]) -> float | None:
    """Add up what is known; None: nothing is."""
    found = known(values)
    return sum(found) if found else None
