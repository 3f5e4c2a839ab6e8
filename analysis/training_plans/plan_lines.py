"""The lines of a plan by keys that people read: the name of the course, with a number where it stands twice."""

import re
from collections import Counter
from collections.abc import Mapping

from analysis.training_plans.training_plan import PlanLine, PlanReading


def keyed_lines(plan: PlanReading) -> dict[str, PlanLine]:
    """Give the lines that count by their keys."""
    seen: Counter[str] = Counter()
    keyed = {}
    for line in plan.lines:
        if line.is_counted:
            seen[line.name] += 1
            keyed[line.name if seen[line.name] == 1 else f"{line.name} #{seen[line.name]}"] = line
    return keyed


def folded(name: str) -> str:
    """Give a name as it is compared: without spaces, quotation marks and case."""
    return re.sub(r"[\s《》“”\"]", "", name).casefold()


def names_of(key: str, line: PlanLine) -> tuple[str, ...]:
    """Give the names of a line, folded, the narrowest first: of lines of one name the first alone is ``#1``."""
    narrow = f"{key} #1" if key == line.name else key
    return folded(narrow), folded(line.name)


class PlanNames:
    """Finds lines by the name of their course, and remembers names that no line has."""

    def __init__(self, lines: Mapping[str, PlanLine]) -> None:
        self.unknown: list[str] = []
        self._keys: dict[str, list[str]] = {}
        for key, line in lines.items():
            for name in names_of(key, line):
                self._keys.setdefault(name, []).append(key)

    def keys(self, name: str) -> list[str]:
        """Give the keys of all lines of this name, or the line of this key."""
        found = self._keys.get(folded(name), [])
        if not found:
            self.unknown.append(name)
        return found
