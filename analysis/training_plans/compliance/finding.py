"""What is said of a rule on a plan."""

from typing import NamedTuple

from analysis.training_plans.compliance.plan_rule import PlanRule


class MeasuredSpan(NamedTuple):
    """Least and most over all admissible choices; null: unbounded."""

    least: int | None
    most: int | None


class Undecided(NamedTuple):
    """What would decide a rule: its kind, and the numbers of the lines or groups that it concerns."""

    kind: str
    numbers: tuple[int, ...] = ()


class RuleVerdict(NamedTuple):
    """The verdict on one rule.

    ``measured`` is in the unit of the measure: hours, hundredths of credits, hundredths of a per cent of a share,
    courses, hundredths of weeks or of hours of a credit. ``measured_as`` says which of hours and weeks decided, both
    in hundredths. ``part`` and ``whole`` are the hours of a share. ``lines`` are the numbers of the lines counted,
    ``outside`` those that break the rule, ``left_out`` those that the rule itself does not judge. ``missing`` names the
    courses that a rule on several wants and no line has.
    """

    rule: PlanRule
    verdict: str
    reason: str
    measured: MeasuredSpan | None = None
    part: MeasuredSpan | None = None
    whole: MeasuredSpan | None = None
    lines: tuple[int, ...] = ()
    outside: tuple[int, ...] = ()
    undecided: tuple[Undecided, ...] = ()
    measured_as: str | None = None
    left_out: tuple[int, ...] = ()
    missing: tuple[str, ...] = ()


class MeasureOutcome(NamedTuple):
    """What a measure gives before the force of the rule counts: KEPT, BROKEN, REMARKED, OPEN or NO_SUCH_LINE."""

    state: str
    reason: str
    measured: MeasuredSpan | None = None
    part: MeasuredSpan | None = None
    whole: MeasuredSpan | None = None
    lines: tuple[int, ...] = ()
    outside: tuple[int, ...] = ()
    undecided: tuple[Undecided, ...] = ()
    measured_as: str | None = None
    left_out: tuple[int, ...] = ()
    missing: tuple[str, ...] = ()
