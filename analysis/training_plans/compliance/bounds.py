"""Compare intervals with the bounds of a rule, in integers."""

from collections.abc import Iterable

from analysis.training_plans.compliance.finding import MeasuredSpan
from analysis.training_plans.compliance.plan_rule import Bound

KEPT, BROKEN, OPEN, REMARKED, NO_SUCH_LINE = "KEPT", "BROKEN", "OPEN", "REMARKED", "NO_SUCH_LINE"


def state_of(margins: Iterable[MeasuredSpan]) -> str:
    """Judge by margins, which a rule wants to be 0 at least: BROKEN when one is below 0 for every choice."""
    spans = list(margins)
    if any(each.most is not None and each.most < 0 for each in spans):
        return BROKEN
    return KEPT if all(each.least is not None and each.least >= 0 for each in spans) else OPEN


def margins(measured: MeasuredSpan, least: Bound | None, most: Bound | None, unit: int = 1) -> list[MeasuredSpan]:
    """Give how far a value is inside its bounds; a bound is in ``unit`` of the value."""
    found = []
    if least:
        found.append(
            _linear(measured, least.denominator, -least.numerator * unit),
        )
    if most:
        upper = _linear(measured, most.denominator, -most.numerator * unit)
        found.append(opposite(upper))
    return found


def _linear(value: MeasuredSpan, factor: int, plus: int) -> MeasuredSpan:
    least = None if value.least is None else factor * value.least + plus
    return MeasuredSpan(least, None if value.most is None else factor * value.most + plus)


def opposite(value: MeasuredSpan) -> MeasuredSpan:
    """Give the span of the negated value."""
    return MeasuredSpan(None if value.most is None else -value.most, None if value.least is None else -value.least)


def worst(states: Iterable[str]) -> str:
    """Give the state of rules that must all be kept."""
    found = set(states)
    return next((each for each in (BROKEN, OPEN, REMARKED) if each in found), KEPT)
