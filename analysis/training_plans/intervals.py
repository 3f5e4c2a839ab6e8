"""What a student takes of the lines of a plan: the least and the most of a figure, with what is chosen of groups.

Which choices there are is said once, in ``compliance.choices``: rules and totals count the same.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol

from analysis.training_plans.compliance.choices import choices_of, span
from analysis.training_plans.training_plan import ChoiceGroup, Interval, PlanLine, PlanReading

_Figure = Callable[[PlanLine], Interval]
_NOTHING = Interval(0, 0)
# A figure that tables of practice total, and that says nothing of a whole plan.
WEEKS = "weeks"
# From this many hours a week on, a line leaves no room for others in its weeks.
_HOURS_OF_WHOLE_WEEKS = 16


class LinesAndGroups(Protocol):
    """A plan, or what is being read of one."""

    @property
    def lines(self) -> Sequence[PlanLine]:
        """All lines."""

    @property
    def groups(self) -> Sequence[ChoiceGroup]:
        """The groups, by their numbers."""


def interval(lines: Iterable[PlanLine], groups: Sequence[ChoiceGroup], figure: _Figure) -> Interval:
    """Add a figure over lines, with what must be chosen of each group, which has these lines and no others."""
    own = [*lines]
    return _interval(own, groups, _figures(own, groups, figure))


def interval_within(plan: LinesAndGroups, lines: Iterable[PlanLine], figure: _Figure) -> Interval:
    """Add a figure over some lines of a plan. What is chosen of a group may be its lines elsewhere in the plan."""
    own = {id(each): each for each in lines}
    touched = {each.group for each in own.values() if each.group is not None}
    # Lines of other groups add nothing: a plan of many totals is not gone through for each of them.
    around = [each for each in plan.lines if id(each) in own or each.group in touched] if touched else [*own.values()]
    found = _figures(around, plan.groups, figure)
    within = [value if id(line) in own else _NOTHING for line, value in zip(around, found, strict=True)]
    return _interval(around, plan.groups, within)


def _figures(lines: Sequence[PlanLine], groups: Sequence[ChoiceGroup], figure: _Figure) -> list[Interval]:
    """Give the figure of each line that counts; alternatives share the cell of the first."""
    shared: dict[int, Interval] = {}
    found = []
    for line in lines:
        value = figure(line) if line.is_counted else _NOTHING
        if line.is_counted and line.group is not None and groups[line.group - 1].kind == "ALTERNATIVES":
            value = shared.setdefault(line.group, value)
        found.append(value)
    return found


def _interval(lines: Sequence[PlanLine], groups: Sequence[ChoiceGroup], values: Sequence[Interval]) -> Interval:
    choices = choices_of(lines, groups, is_whole=True)
    found = span(choices, [each.least for each in values], [each.most for each in values])
    return Interval(found.least or 0, found.most)


# ---- figures of a line


def exactly(value: int | None) -> Interval:
    """Give a figure that a line states, or all that it may be where it states none."""
    return Interval(0, None) if value is None else Interval(value, value)


def credits_of(line: PlanLine) -> Interval:
    """Give the credits of a line."""
    return exactly(line.credits)


def hours_of(line: PlanLine) -> Interval:
    """Give the hours of a line; of one given in weeks they are open."""
    return exactly(line.hours)


def theory_of(line: PlanLine) -> Interval:
    """Give the hours of theory: as stated, or what practice leaves of all."""
    return _part(line.theory_hours, line.practice_hours, line.hours)


def practice_of(line: PlanLine) -> Interval:
    """Give the hours of practice: as stated, or what theory leaves of all."""
    return _part(line.practice_hours, line.theory_hours, line.hours)


def fills_its_weeks(line: PlanLine) -> bool:
    """Whether a line that states weeks takes them whole: many plans say of each course for how many it is taught."""
    if line.duration_weeks is None or line.weekly_hours:
        return False
    return line.hours is None or line.hours * 100 >= line.duration_weeks * _HOURS_OF_WHOLE_WEEKS


def weeks_of(line: PlanLine) -> Interval:
    """Give the weeks that a line fills, in hundredths; of one that is taught next to others in them they are open."""
    return exactly(line.duration_weeks if fills_its_weeks(line) else None)


def _part(own: int | None, other: int | None, whole: int | None) -> Interval:
    if own is not None:
        return Interval(own, own)
    if whole is not None and other is not None and other <= whole:
        return Interval(whole - other, whole - other)
    return Interval(0, whole)


def figures() -> Iterator[tuple[str, _Figure]]:
    """Give the figures that plans total, by the names of their fields."""
    yield "credits", credits_of
    yield "hours", hours_of
    yield "theoryHours", theory_of
    yield "practiceHours", practice_of


def figure_named(name: str) -> _Figure | None:
    """Give what a total of this name adds: one of ``figures``, weeks, or the hours of a term as in ``termHours.3``."""
    if name == WEEKS:
        return weeks_of
    unit, _, term = name.partition(".")
    if unit != "termHours":
        return dict(figures()).get(name)

    def of_term(line: PlanLine) -> Interval:
        return exactly(line.semester_hours.get(term, 0) * 100)

    return of_term


def taken(plan: PlanReading, lines: tuple[PlanLine, ...]) -> dict[str, Interval]:
    """Give the least and the most that a student takes of these lines of a plan."""
    return {name: interval_within(plan, lines, figure) for name, figure in figures()}


def figure_or_text(figure: Interval, unit: int = 1) -> int | float | str:
    """Give a figure that is exact as a number, with which a table can calculate, and any other as its text."""
    if figure.most != figure.least:
        return interval_text(figure, unit)
    return figure.least // unit if figure.least % unit == 0 else figure.least / unit


def interval_text(figure: Interval, unit: int = 1) -> str:
    """Show an interval in units of its figure: 20, 20–24, or 20–? where the most is not known."""
    least = f"{figure.least / unit:.12g}"
    if figure.most == figure.least:
        return least
    return f"{least}–{'?' if figure.most is None else f'{figure.most / unit:.12g}'}"
