"""What courses are to achieve: within the lines of a plan as they are kept, by themselves while these are edited."""

from collections.abc import Mapping
from typing import Any

from analysis.training_plans.plan_records import PlanValues

# The value of a line that holds its outcomes in their order, and that of an outcome by itself that names its line.
OUTCOMES, LINE = "outcomes", "line"


def outcomes_of_lines(lines: Mapping[str, PlanValues]) -> dict[str, dict[str, Any]]:
    """Give the outcomes of lines by their ids, each with its line; one that is new has none, and is left out."""
    found = [{**each, LINE: key} for key, line in lines.items() for each in line.get(OUTCOMES) or ()]
    return {each["id"]: each for each in found if each.get("id") is not None}


def with_outcomes(lines: Mapping[str, PlanValues], outcomes: Mapping[str, PlanValues]) -> dict[str, dict[str, Any]]:
    """Put outcomes back into their lines; a line without any has no such value."""
    of_line: dict[str, list[dict[str, Any]]] = {}
    for each in outcomes.values():
        of_line.setdefault(each[LINE], []).append({name: value for name, value in each.items() if name != LINE})
    return {
        key: {**_without_outcomes(line), **({OUTCOMES: of_line[key]} if key in of_line else {})}
        for key, line in lines.items()
    }


def code_of_outcome(line: str, number: int) -> str:
    """Give the code of an outcome of the line that has this id: that of the line, and a number."""
    return f"{line.partition(':')[2]}:{number}"


def number_of_outcome(outcome: PlanValues) -> int:
    """Give the number in the code of an outcome; 0: the code is another's."""
    number = str(outcome["code"]).rpartition(":")[2]
    return int(number) if number.isdecimal() else 0


def _without_outcomes(line: PlanValues) -> dict[str, Any]:
    return {name: value for name, value in line.items() if name != OUTCOMES}
