"""Plans of a document as a person corrected them in their report, line by line, before they are written."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from analysis.training_plans.derived_values import line_after
from analysis.training_plans.plan_records import PlanValues, plan_of, records_of
from analysis.training_plans.recounted_totals import recounted
from analysis.training_plans.training_plan import PlanLine, PlanReading, PlanRemark, StatedTotal
from interchange.standards.corrections.correction import Correction, Corrections, ReadItem
from interchange.standards.corrections.correction_errors import CorrectionError
from interchange.training_plans.checks.choice_doubts import choices_beyond_their_courses
from interchange.training_plans.corrections.dropped_links import drop_links
from interchange.training_plans.corrections.line_choices import (
    CHOICE,
    StatedChoices,
    stated_choices,
    with_choices,
    without_empty_groups,
)
from interchange.training_plans.corrections.line_values import FIELDS, REQUIRED, text_of, value_of
from interchange.training_plans.corrections.removable_lines import require_can_be_left_out, require_keeps_its_choice
from interchange.training_plans.corrections.settled_guesses import guesses_after
from interchange.training_plans.corrections.settled_problems import problems_after


class CorrectedPlan(NamedTuple):
    """A plan as it was corrected.

    ``lines`` are the numbers of lines of which a value was corrected, or that name no more what is left out. Lines
    ``left_out`` do not count, and are not written; nor is a group that all its lines have left. ``record`` is what was
    read and what it became, for the audit trail. ``read_lines`` and ``read_problems`` are those before.
    """

    reading: PlanReading
    lines: frozenset[int] = frozenset()
    left_out: frozenset[int] = frozenset()
    record: tuple[dict[str, Any], ...] = ()
    read_problems: tuple[PlanRemark, ...] = ()
    read_lines: tuple[PlanLine, ...] = ()


def correct_plans(plans: Sequence[PlanReading], given: Iterable[Correction]) -> tuple[CorrectedPlan, ...]:
    """Correct the lines of the plans of a document; ``1:12:credits`` are those of line 12 of its first plan.

    Raises: CorrectionError naming the correction that does not fit.
    """
    corrections = Corrections(given)
    if not corrections:
        return tuple(CorrectedPlan(each, read_problems=each.problems, read_lines=each.lines) for each in plans)
    corrected = tuple(_corrected(plan, f"{number}", corrections) for number, plan in enumerate(plans, 1))
    corrections.require_taken()
    return corrected


def without_left_out(corrected: CorrectedPlan) -> tuple[PlanReading, frozenset[int]]:
    """Give the plan without the lines that are left out, and the numbers that corrected lines have in it."""
    plan, gone = corrected.reading, corrected.left_out
    kept = [number for number in range(1, len(plan.lines) + 1) if number not in gone]
    places = {number: place for place, number in enumerate(kept, 1)}
    lines = tuple(plan.lines[number - 1] for number in kept)
    totals = tuple(
        each._replace(lines=tuple(places[number] for number in each.lines if number in places)) for each in plan.totals
    )
    written = without_empty_groups(plan._replace(lines=lines, totals=totals), corrected.read_lines)
    return written, frozenset(places[each] for each in corrected.lines - gone)


def _corrected(plan: PlanReading, key: str, corrections: Corrections) -> CorrectedPlan:
    before = len(corrections.record)
    records = records_of(plan)
    changed: dict[int, frozenset[str]] = {}
    left_out: set[int] = set()
    values = list(records.lines)
    choices = stated_choices(plan, key, corrections)
    for number, line in enumerate(records.lines, 1):
        item = f"{key}:{number}"
        if corrections.of(item, ReadItem(text=line["name"]), ("removes",)).removes:
            require_can_be_left_out(item, plan, _as_stated(plan.lines[number - 1], number, choices))
            left_out.add(number)
            values[number - 1] = {**line, "isCounted": False}
        elif given := _given(item, line, corrections):
            require_keeps_its_choice(item, _as_stated(plan.lines[number - 1], number, choices), given)
            changed[number] = frozenset(given)
            values[number - 1] = line_after(line, given)
    if len(left_out) == len(records.lines):
        raise CorrectionError.no_line_left(key)
    read = plan_of(records._replace(lines=values)).lines
    touched = {*changed, *left_out}
    lines = tuple(read[at] if at + 1 in touched else line for at, line in enumerate(plan.lines))
    for number in choices.lines:
        changed[number] = changed.get(number, frozenset()) | {CHOICE}
    after = _recounted(plan, with_choices(plan._replace(lines=lines), choices))
    gone = frozenset(left_out)
    problems = problems_after(plan, after, changed, gone)
    problems += (*choices_beyond_their_courses(after, _touched(plan, choices)),)
    dropped = drop_links(after, gone)
    reading = dropped.plan._replace(problems=(*problems, *dropped.problems), guesses=guesses_after(plan, changed, gone))
    record = tuple(corrections.record[before:])
    return CorrectedPlan(reading, frozenset(changed) | dropped.lines, gone, record, plan.problems, plan.lines)


def _touched(plan: PlanReading, choices: StatedChoices) -> set[int]:
    """Give the numbers of the groups that lines joined or left, or in which they have another direction."""
    left = {plan.lines[number - 1].group for number in choices.lines}
    return {each for each in (*left, *choices.of_lines.values()) if each}


def _as_stated(line: PlanLine, number: int, choices: StatedChoices) -> PlanLine:
    """Give a line in the group that a person puts it in."""
    return line._replace(group=choices.of_lines.get(number, line.group))


def _given(item: str, line: PlanValues, corrections: Corrections) -> dict[str, Any]:
    """Give the corrected values of a line; null where one is cleared. What is as it was read is no correction."""
    given: dict[str, Any] = {}
    for name in FIELDS:
        own = f"{item}:{name}"
        correction = corrections.of(own, ReadItem(text=text_of(name, line)), ("text", "removes"))
        if correction.is_empty:
            continue
        value = _value(f"{own} {line['name']}", name, correction)
        if (line_after(line, {name: value})[name] or None) == (line.get(name) or None):
            corrections.record.pop()
        else:
            given[name] = value
    return given


def _value(item: str, name: str, correction: Correction) -> Any:
    if not correction.removes:
        return value_of(item, name, correction.text)
    if correction.text:
        raise CorrectionError.unfit(
            item, correction.text, "give a text, or remove, not both.", "文字与删除只能给出其一。"
        )
    if name in REQUIRED:
        raise CorrectionError.unfit(item, "", "a line has this value.", "课程行须有此项。")
    return [] if FIELDS[name].many else None


def _recounted(before: PlanReading, after: PlanReading) -> PlanReading:
    """Count the totals anew that corrected lines belong to; the others stay as they were compared."""
    pairs = zip(before.totals, recounted(before).totals, recounted(after).totals, strict=True)
    return after._replace(totals=tuple(_total(*each) for each in pairs))


def _total(read: StatedTotal, before: StatedTotal, after: StatedTotal) -> StatedTotal:
    return read if before.ours == after.ours else after
