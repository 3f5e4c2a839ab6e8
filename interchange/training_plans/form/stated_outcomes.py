"""Outcomes of courses (课程目标) as a table of the form states them, and the lines that they belong to."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from analysis.training_plans.training_plan import PlanLine, PlanPlace, PlanRemark
from interchange.training_plans.tables.plan_words import bare


class StatedOutcome(NamedTuple):
    """An outcome, with the number of the line from 1 and the name of the course as the table has them."""

    number: int | None
    name: str
    text: str
    place: PlanPlace


def rows_of_outcomes(lines: Sequence[PlanLine]) -> Iterator[tuple[int, str, str]]:
    """Give the rows of the table: one for each outcome."""
    for number, line in enumerate(lines, start=1):
        for text in line.outcomes:
            yield number, line.name, text


def lines_with_outcomes(
    lines: Sequence[PlanLine], stated: Sequence[StatedOutcome]
) -> tuple[list[PlanLine], list[PlanRemark]]:
    """Give the lines with the outcomes that are stated of them, and what belongs to no line that is known."""
    of_name: dict[str, list[int]] = {}
    for at, line in enumerate(lines):
        of_name.setdefault(bare(line.name), []).append(at)
    texts: dict[int, list[str]] = {}
    problems: list[PlanRemark] = []
    for each in stated:
        own = _line_of(each, of_name, len(lines))
        if own is None:
            subject = f"{each.name or each.number or ''}: {each.text}"
            problems.append(PlanRemark("outcome-of-no-line", subject, each.place))
        else:
            texts.setdefault(own, []).append(each.text)
    return [line._replace(outcomes=tuple(texts.get(at, ()))) for at, line in enumerate(lines)], problems


def _line_of(stated: StatedOutcome, of_name: dict[str, list[int]], count: int) -> int | None:
    """Give the line of this name; of several, and where no name is given, the number tells which it is."""
    numbered = stated.number - 1 if stated.number is not None and 0 < stated.number <= count else None
    if not stated.name:
        return numbered
    named = of_name.get(bare(stated.name), [])
    return named[0] if len(named) == 1 else numbered if numbered in named else None
