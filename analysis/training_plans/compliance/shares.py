"""Shares of all hours. ``part / all >= n / d`` is ``d * part - n * all >= 0``: one figure, exact over all choices."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from analysis.percentages import HUNDREDTHS
from analysis.training_plans.compliance.bounds import NO_SUCH_LINE, OPEN, opposite, state_of
from analysis.training_plans.compliance.choices import AdmissibleChoices, least, most, span
from analysis.training_plans.compliance.finding import MeasuredSpan, MeasureOutcome, Undecided
from analysis.training_plans.compliance.plan_facts import PlanFacts, hours_of
from analysis.training_plans.compliance.plan_rule import PlanRule
from analysis.training_plans.compliance.scope import (
    IN,
    MAYBE,
    OUT,
    Scope,
    groups_chosen,
    missing_rest,
    numbers_of,
    scope_of,
)
from analysis.training_plans.compliance.sums import open_hours
from analysis.training_plans.training_plan import PlanLine

# All of a share in halves of a hundredth of a per cent, by which hundredths are rounded.
_WHOLE = 2 * HUNDREDTHS
_PERCENT = 100


class _Line(NamedTuple):
    """Hours of a line, null where open, and least and most of them that are part; ``most`` null: as many as all."""

    hours: int | None
    least: int
    most: int | None
    # Whether the part is all of the hours, however many they are.
    is_all: bool = False


def hours_share(rule: PlanRule, plan: PlanFacts, year: int) -> MeasureOutcome:
    """Judge which part of all hours the lines in scope have."""
    scope = scope_of(rule, plan, year)
    lines = [
        _inside(hours_of(line, plan.hours_per_week), inside)
        for line, inside in zip(plan.lines, scope.inside, strict=True)
    ]
    return _share(rule, plan, _counted(plan, lines), scope, ())


def practice_share(rule: PlanRule, plan: PlanFacts, year: int) -> MeasureOutcome:
    """Judge which part of all hours is practice."""
    scope = scope_of(rule, plan, year)
    lines = [_practice(line, hours_of(line, plan.hours_per_week)) for line in plan.lines]
    open_lines = [
        index
        for index, each in enumerate(lines)
        if plan.lines[index].is_counted and each.hours is not None and each.least != each.most
    ]
    why = (Undecided("PRACTICE", numbers_of(plan, open_lines)),) if open_lines else ()
    return _share(rule, plan, _counted(plan, lines), scope, why)


def share_before(rule: PlanRule, plan: PlanFacts, year: int) -> MeasureOutcome:
    """Judge which part of all hours comes before the first semester of the lines in scope."""
    named = scope_of(rule, plan, year)
    indexes = named.indexes()
    if not indexes:
        return MeasureOutcome(NO_SUCH_LINE, "NO_SUCH_LINE")
    semesters = [each for index in indexes for each in plan.lines[index].semesters]
    if not semesters:
        return MeasureOutcome(OPEN, "BOUNDS", undecided=(Undecided("SEMESTERS", numbers_of(plan, indexes)),))
    inside = [_before(line, min(semesters)) for line in plan.lines]
    lines = [_inside(hours_of(line, plan.hours_per_week), each) for line, each in zip(plan.lines, inside, strict=True)]
    doubt = [index for index, each in enumerate(inside) if each == MAYBE and plan.lines[index].is_counted]
    why = (Undecided("SEMESTERS", numbers_of(plan, doubt)),) if doubt else ()
    counted = tuple(each if line.is_counted else OUT for line, each in zip(plan.lines, inside, strict=True))
    return _share(rule, plan, _counted(plan, lines), Scope(counted, (), ()), why)


def _before(line: PlanLine, semester: int) -> int:
    if not line.semesters:
        return MAYBE
    if max(line.semesters) < semester:
        return IN
    return MAYBE if min(line.semesters) < semester else OUT


def _inside(hours: int | None, inside: int) -> _Line:
    if inside == OUT:
        return _Line(hours, 0, 0)
    if inside == IN:
        return _Line(hours, hours or 0, hours, is_all=True)
    return _Line(hours, 0, hours)


def _practice(line: PlanLine, hours: int | None) -> _Line:
    """Give what of a line is practice: all of a line of that module, else what it states or theory leaves."""
    stated = line.practice_hours
    if stated is None and hours is not None and line.theory_hours is not None and line.theory_hours <= hours:
        stated = hours - line.theory_hours
    if line.module == "PRACTICE":
        # More practice than hours is a slip of the table.
        return _Line(hours, hours or 0, hours, is_all=True)
    if stated is None:
        return _Line(hours, 0, hours)
    part = stated if hours is None else min(stated, hours)
    return _Line(hours, part, part if line.module else hours)


def _counted(plan: PlanFacts, lines: Sequence[_Line]) -> list[_Line]:
    nothing = _Line(0, 0, 0)
    return [each if line.is_counted else nothing for line, each in zip(plan.lines, lines, strict=True)]


def _share(
    rule: PlanRule, plan: PlanFacts, lines: Sequence[_Line], scope: Scope, why: tuple[Undecided, ...]
) -> MeasureOutcome:
    few = _few(plan.choices, lines)
    found = []
    if rule.least:
        found.append(few.margin(rule.least.denominator, rule.least.numerator))
    if rule.most:
        found.append(opposite(few.margin(rule.most.denominator, rule.most.numerator)))
    state = state_of(found)
    return MeasureOutcome(
        state,
        "BOUNDS",
        few.share(),
        few.part(),
        few.whole(),
        lines=numbers_of(plan, [index for index in scope.indexes() if plan.lines[index].is_counted]),
        undecided=_undecided(plan, scope, why) if state == OPEN else (),
    )


def _undecided(plan: PlanFacts, scope: Scope, why: tuple[Undecided, ...]) -> tuple[Undecided, ...]:
    counted = Scope(tuple(IN if line.is_counted else OUT for line in plan.lines), (), ())
    chosen = groups_chosen(plan, counted.indexes())
    return (*open_hours(plan, counted), *why, *scope.undecided, *chosen, *missing_rest(plan))


class _Few(NamedTuple):
    """Lines that differ by choice or are open; all others are one line, as a share is asked for many times."""

    choices: AdmissibleChoices
    lines: tuple[_Line, ...]

    def margin(self, factor: int, share: int) -> MeasuredSpan:
        """Give ``factor * part - share * all`` over all choices."""
        return MeasuredSpan(self._least(factor, share), self._most(factor, share))

    def _least(self, factor: int, share: int) -> int | None:
        return least(self.choices, [_least(each, factor, share) for each in self.lines], None)

    def _most(self, factor: int, share: int) -> int | None:
        return most(self.choices, [_most(each, factor, share) for each in self.lines], None)

    def part(self) -> MeasuredSpan:
        """Give the hours that are part."""
        return span(self.choices, [each.least for each in self.lines], [each.most for each in self.lines])

    def whole(self) -> MeasuredSpan:
        """Give all hours, of which an open line has at least its part."""
        lows = [each.least if each.hours is None else each.hours for each in self.lines]
        return span(self.choices, lows, [each.hours for each in self.lines])

    def share(self) -> MeasuredSpan | None:
        """Give the least and the most share in hundredths of a per cent, rounded as percentages are; null: no hours."""
        if self.whole().most == 0:
            return None
        return MeasuredSpan(
            _rounded(lambda share: self._least(_WHOLE, share), without_end=False),
            _rounded(lambda share: self._most(_WHOLE, share), without_end=True),
        )


def _few(choices: AdmissibleChoices, lines: Sequence[_Line]) -> _Few:
    """Join the lines that all take and that leave nothing open."""
    is_open = [each.hours is None or each.least != each.most for each in lines]
    joined = [lines[index] for index in choices.fixed if not is_open[index]]
    total, part = sum(each.hours or 0 for each in joined), sum(each.least for each in joined)
    kept = [index for index in choices.fixed if is_open[index]]
    kept += [index for each in choices.choices for option in each.options for index in option]
    at = {index: number for number, index in enumerate(kept, 1)}
    fixed = (0, *(at[index] for index in choices.fixed if is_open[index]))
    moved = tuple(
        each._replace(options=tuple(tuple(at[index] for index in option) for option in each.options))
        for each in choices.choices
    )
    return _Few(
        AdmissibleChoices(fixed, moved, choices.is_whole), (_Line(total, part, part), *(lines[index] for index in kept))
    )


def _most(line: _Line, factor: int, share: int) -> int | None:
    if line.hours is not None:
        return factor * (line.hours if line.most is None else line.most) - share * line.hours
    if line.most is None:
        return None if factor > share else 0
    # The fewest hours that hold the part.
    return (factor - share) * line.most


def _least(line: _Line, factor: int, share: int) -> int | None:
    if line.hours is not None:
        return factor * line.least - share * line.hours
    return 0 if line.is_all and factor >= share else None


def _is_kept(margin: int | None, *, without_end: bool = False) -> bool:
    return without_end if margin is None else margin >= 0


def _rounded(margin: Callable[[int], int | None], *, without_end: bool) -> int:
    """Round the share of a margin half up to hundredths of a per cent, as ``analysis.percentages`` does one share."""
    halves = _largest(margin, without_end=without_end)
    found = (halves + 1) // 2
    if found % _PERCENT:
        return found
    if halves < 2 * found:
        return found - 1
    return found + 1 if 2 * found < _WHOLE and (margin(2 * found) or 0) > 0 else found


def _largest(margin: Callable[[int], int | None], *, without_end: bool) -> int:
    """Give the largest share whose margin is 0 at least, as those of all smaller ones are; ``without_end``: or none.

    The margin falls in a few straight pieces. So the next share to ask for is where the line between the two ends meets
    0, and in turn the middle: that finds in five steps what halves find in fourteen.
    """
    low, high = 0, _WHOLE
    below, above = margin(low), margin(high)
    if _is_kept(above, without_end=without_end):
        return high
    if not _is_kept(below, without_end=without_end):
        return low
    is_halved = False
    while high - low > 1:
        share = (low + high) // 2
        if not is_halved and below is not None and above is not None:
            share = min(max(low + (high - low) * below // (below - above), low + 1), high - 1)
        is_halved = not is_halved
        found = margin(share)
        if _is_kept(found, without_end=without_end):
            low, below = share, found
        else:
            high, above = share, found
    return low
