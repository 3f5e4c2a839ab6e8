"""Two sets of counts side by side. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CountChange:
    """One name with its count before and after; ``before`` None: there is nothing to compare with."""

    name: str
    before: int | None
    after: int

    @property
    def difference(self) -> int | None:
        """How many more there are; None: not compared."""
        return None if self.before is None else self.after - self.before

    @property
    def fell(self) -> bool | None:
        """Whether there are fewer than before; None: not compared."""
        return None if self.difference is None else self.difference < 0


def compare_counts(
    before: Mapping[str, int] | None, after: Mapping[str, int], order: Sequence[str]
) -> list[CountChange]:
    """Compare by name, in this order, other names after it; a name that one side lacks counts 0 there."""
    names = {*(before or ()), *after}
    listed = [each for each in order if each in names]
    return [
        CountChange(name, None if before is None else before.get(name, 0), after.get(name, 0))
        for name in (*listed, *sorted(names - set(listed)))
    ]
