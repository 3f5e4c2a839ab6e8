"""Tables sketched as text, as a college prints them, and next to them what must be read of each line."""

import re

from tests.interchange.training_plans.layouts.courses import EMPTY, FIELDS
from tests.interchange.training_plans.layouts.printing import Printed

_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_ASSESSMENTS = {"E": "EXAM", "C": "CHECK"}
_BY_SEMESTER = {"weekly_hours": 100, "weeks": 100, "semester_hours": 1}
_COUNTS = {"hours", "theory_hours", "practice_hours"}


def sketch(text):
    """Rows of a table: ``|`` parts cells, ``<`` goes on from the left, ``^`` from above, ``/n`` breaks a line."""
    rows = [[each.strip() for each in line.split("|")] for line in text.strip().splitlines()]
    areas = [area for area in (_area(rows, *place) for place in _places(rows)) if area[:2] != area[2:]]
    return Printed([[_value(each) for each in row] for row in rows], areas)


def _places(rows):
    return [(top, left) for top, row in enumerate(rows) for left, each in enumerate(row) if each not in {"<", "^"}]


def _area(rows, top, left):
    right, bottom = left, top
    while right + 1 < len(rows[top]) and rows[top][right + 1] == "<":
        right += 1
    while bottom + 1 < len(rows) and left < len(rows[bottom + 1]) and rows[bottom + 1][left] == "^":
        bottom += 1
    return top, left, bottom, right


def _value(text):
    if text in {"", "<", "^"}:
        return None
    if _NUMBER.fullmatch(text) and not text.startswith("0"):
        return float(text) if "." in text else int(text)
    return text.replace("/n", "\n")


def reading(text):
    """What must be read of each line: the first row names the fields, ``"`` repeats what stands above."""
    heading, *rows = ([each.strip() for each in line.split("|")] for line in text.strip().splitlines())
    above: list[str] = []
    wanted = []
    for row in rows:
        above = [above[at] if each == '"' else each for at, each in enumerate(row)]
        shown = {name: _read(name, each) for name, each in zip(heading, above, strict=True) if each}
        wanted.append({**dict.fromkeys(FIELDS), **EMPTY, **shown})
    return wanted


def _read(name, text):
    if name in {"credits", "duration_weeks"}:
        return round(float(text) * 100)
    if name in _COUNTS:
        return int(text)
    if name == "semesters":
        return tuple(map(int, text.split()))
    if name in _BY_SEMESTER:
        return {at: round(float(each) * _BY_SEMESTER[name]) for at, each in (part.split(":") for part in text.split())}
    if name == "assessment":
        return {each[:-1]: _ASSESSMENTS[each[-1]] for each in text.split()}
    return _group(text) if name == "group" else text.replace("/n", "\n")


def _group(text):
    kind, amount = text.split()
    return kind, int(amount)
