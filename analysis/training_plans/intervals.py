"""What a student takes of the lines of a plan: the least and the most of a figure, with what is chosen of groups."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from analysis.training_plans.training_plan import ChoiceGroup, Interval, PlanLine, PlanReading

# Sets of lines that are tried for the hours of a number of credits; beyond, the bounds are wide instead of exact.
_SUMS_LARGEST = 4_000


def interval(
    lines: Iterable[PlanLine], groups: Sequence[ChoiceGroup], figure: Callable[[PlanLine], Interval]
) -> Interval:
    """Add a figure over lines, with what must be chosen of each group."""
    fixed: list[Interval] = []
    chosen: dict[int, list[PlanLine]] = {}
    for line in lines:
        if not line.is_counted:
            continue
        if line.group is None:
            fixed.append(figure(line))
        else:
            chosen.setdefault(line.group, []).append(line)
    fixed += [_of_group(groups[number - 1], members, figure) for number, members in sorted(chosen.items())]
    return _sum(fixed)


def _sum(intervals: Iterable[Interval]) -> Interval:
    least, most = 0, 0
    is_open = False
    for each in intervals:
        least += each.least
        is_open |= each.most is None
        most += each.most or 0
    return Interval(least, None if is_open else most)


def _of_group(group: ChoiceGroup, members: list[PlanLine], figure: Callable[[PlanLine], Interval]) -> Interval:
    if group.kind == "ALTERNATIVES":
        # The cell of figures is that of the first line.
        return figure(members[0])
    if group.kind == "CHOOSE_CREDITS":
        return _of_credits(group.credits or 0, members, figure)
    options: dict[str | None, list[Interval]] = {}
    for each in members:
        options.setdefault(each.option, []).append(figure(each))
    sums = [_sum(each) for each in options.values()]
    # Of one option alone nothing is left to choose.
    count = min(group.choose or 1, len(sums))
    least = sum(sorted(each.least for each in sums)[:count])
    if any(each.most is None for each in sums):
        return Interval(least, None)
    return Interval(least, sum(sorted((each.most or 0 for each in sums), reverse=True)[:count]))


def _of_credits(wanted: int, members: list[PlanLine], figure: Callable[[PlanLine], Interval]) -> Interval:
    """Give the least and most of a figure over all sets of lines with exactly the wanted credits."""
    best: dict[int, Interval] = {0: Interval(0, 0)}
    for line in members:
        for before, total in sorted(best.items(), reverse=True):
            taken = before + (line.credits or 0)
            if taken <= wanted and line.credits:
                best[taken] = _wider(best.get(taken), _sum([total, figure(line)]))
        if len(best) > _SUMS_LARGEST:
            return Interval(0, _sum(figure(each) for each in members).most)
    return best.get(wanted) or Interval(0, _sum(figure(each) for each in members).most)


def _wider(one: Interval | None, other: Interval) -> Interval:
    if one is None:
        return other
    is_open = one.most is None or other.most is None
    return Interval(min(one.least, other.least), None if is_open else max(one.most or 0, other.most or 0))


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


def _part(own: int | None, other: int | None, whole: int | None) -> Interval:
    if own is not None:
        return Interval(own, own)
    if whole is not None and other is not None and other <= whole:
        return Interval(whole - other, whole - other)
    return Interval(0, whole)


def figures() -> Iterator[tuple[str, Callable[[PlanLine], Interval]]]:
    """Give the figures that plans total, by the names of their fields."""
    yield "credits", credits_of
    yield "hours", hours_of
    yield "theoryHours", theory_of
    yield "practiceHours", practice_of


def taken(plan: PlanReading, lines: tuple[PlanLine, ...]) -> dict[str, Interval]:
    """Give the least and the most that a student takes of these lines."""
    return {name: interval(lines, plan.groups, figure) for name, figure in figures()}


def interval_text(figure: Interval, unit: int = 1) -> str:
    """Show an interval in units of its figure: 20, 20–24, or 20–? where the most is not known."""
    least = f"{figure.least / unit:.12g}"
    if figure.most == figure.least:
        return least
    return f"{least}–{'?' if figure.most is None else f'{figure.most / unit:.12g}'}"
