"""What a solver has proven: the value of each objective in its turn, and the rules that cannot all hold."""

from collections.abc import Mapping
from typing import NamedTuple

# A rule of a problem: its kind, and the keys of what it speaks of.
RuleName = tuple[str, ...]


class SolvedStage(NamedTuple):
    """One objective, solved after those before it were fixed. ``bound`` is the best value that is not excluded."""

    objective: str
    value: int
    bound: int

    @property
    def is_proven(self) -> bool:
        """Whether no better value exists."""
        return self.value == self.bound


class RuleConflict(NamedTuple):
    """Rules that cannot all hold; without any one of them the others can.

    ``gives`` has, for a rule with a limit, the least by which it alone must give, all other rules of the problem kept.
    A rule that is missing there does not end the conflict alone: there is a second one.
    """

    rules: tuple[RuleName, ...]
    gives: Mapping[str, int]


def rule_label(rule: RuleName) -> str:
    """Write a rule as one text, the key of ``RuleConflict.gives``."""
    return ":".join(rule)
