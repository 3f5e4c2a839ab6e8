"""How the figures of measures are written: the unit of a measured value, and a bound as text."""

from analysis.training_plans.compliance.plan_rule import Bound, PlanRule

_HUNDREDTHS = 100
SHARES = frozenset({"HOURS_SHARE", "PRACTICE_SHARE", "SHARE_BEFORE"})
_IN_HUNDREDTHS = SHARES | {
    "CREDITS",
    "WEEKLY_HOURS",
    "WEEKS",
    "HOURS_OR_WEEKS",
    "WEEKS_OF_YEAR",
    "HOURS_PER_CREDIT",
}


def unit_of(rule: PlanRule) -> int:
    """Give what one credit, per cent, hour or week is in the measured value of a rule."""
    return _HUNDREDTHS if rule.measure in _IN_HUNDREDTHS else 1


def fraction(bound: Bound | None) -> str | None:
    """Write a bound exactly."""
    if bound is None:
        return None
    return str(bound.numerator) if bound.denominator == 1 else f"{bound.numerator}/{bound.denominator}"
