"""Which problems of a plan its corrections settle, and which they make: judged by the rules of the reader."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from analysis.training_plans.training_plan import PlanLine, PlanPlace, PlanReading, PlanRemark
from interchange.training_plans.checks.gathered_remarks import rows_of
from interchange.training_plans.figure_faults import figure_faults
from interchange.training_plans.plan_totals import differences_of

_TERMS = frozenset({"terms", "weeklyHours"})
_HOURS = frozenset({"hours", "theoryHours", "practiceHours"})
# The fields of a line that a problem of a rule is about.
_OF_RULE: Mapping[str, frozenset[str]] = {
    "nature-not-known": frozenset({"courseNature"}),
    "several-natures": frozenset({"courseNature"}),
    "nature-differs-from-its-module": frozenset({"courseNature", "module"}),
    "assessment-not-known": frozenset({"assessment"}),
    "semesters-differ": _TERMS,
    "terms-differ-in-another-table": _TERMS,
    "several-weekly-hours-in-one-term": frozenset({"weeklyHours"}),
    "hours-of-terms-do-not-add-up": frozenset({"hours", "weeklyHours"}),
    "line-in-two-tables": frozenset({"isCounted"}),
    "line-twice": frozenset({"isCounted"}),
    "code-doubled": frozenset({"courseCode"}),
}
# The fields of a line that a column of a meaning states.
_OF_MEANING: Mapping[str, frozenset[str]] = {
    "NAME": frozenset({"name"}),
    "CODE": frozenset({"courseCode"}),
    "MODULE": frozenset({"module"}),
    "NATURE": frozenset({"courseNature"}),
    "NATURE_TICK": frozenset({"courseNature"}),
    "CREDITS": frozenset({"credits"}),
    "CREDITS_AND_HOURS": frozenset({"credits", "hours"}),
    "HOURS_AND_CREDITS": frozenset({"credits", "hours"}),
    "HOURS": frozenset({"hours"}),
    "THEORY": frozenset({"theoryHours"}),
    "PRACTICE": frozenset({"practiceHours"}),
    "THEORY_AND_PRACTICE": _HOURS,
    "WEEKS": frozenset({"durationWeeks"}),
    "WEEKLY": frozenset({"weeklyHours"}),
    "SEMESTERS": _TERMS,
    "SEMESTER_AND_WEEKLY": _TERMS,
    "TERM": _TERMS,
    "ASSESSMENT": frozenset({"assessment"}),
    "EXAMINED": frozenset({"assessment"}),
    "CHECKED": frozenset({"assessment"}),
    "COUNTED": frozenset({"isCounted"}),
}
_OF_CELLS = frozenset({"value-not-read", "several-values-in-one-cell", "struck-out-figure"})
# Figures of a line are checked anew once any value of it is corrected.
_OF_FIGURES = frozenset(
    {"hours-do-not-add-up", "hours-below-credits", "part-larger-than-whole", "line-without-figures"}
)
_SUM_DIFFERS = "sum-differs"
_OF_TOTALS = frozenset({_SUM_DIFFERS, "subtotal-asks-for-a-choice"})


class _Row(NamedTuple):
    """What was corrected in a row of the document; ``is_left_out``: no line of it is written."""

    fields: frozenset[str]
    is_left_out: bool


def problems_after(
    before: PlanReading, after: PlanReading, changed: Mapping[int, frozenset[str]], left_out: frozenset[int]
) -> tuple[PlanRemark, ...]:
    """Give the problems of a plan once its lines are corrected: those left, then those that corrections made."""
    rows = _rows(before, changed, left_out)
    columns = {(each.place.sheet, each.place.table, each.place.column): each.meaning for each in before.columns}
    # What is said once of several rows is settled once each of them is.
    left = [
        each
        for each in before.problems
        if not all(
            _is_settled(each, rows.get(place) if place else None, columns)
            for place in rows_of(each, before.lines) or (None,)
        )
    ]
    lines = [after.lines[number - 1] for number in changed]
    return (*_totals_after(left, before, after), *_figures_of(lines))


def _rows(plan: PlanReading, changed: Mapping[int, frozenset[str]], left_out: frozenset[int]) -> dict[PlanPlace, _Row]:
    rows: dict[PlanPlace, _Row] = {}
    for number in (*changed, *left_out):
        place = _row(plan.lines[number - 1].place)
        fields = changed.get(number, frozenset()) | (rows[place].fields if place in rows else frozenset())
        rows[place] = _Row(fields, number in left_out)
    return rows


def _row(place: PlanPlace) -> PlanPlace:
    return place._replace(column=None)


def _is_settled(each: PlanRemark, row: _Row | None, columns: Mapping[tuple[str, int | None, int | None], str]) -> bool:
    if row is None or each.place is None or each.rule in _OF_TOTALS:
        return False
    if row.is_left_out or each.rule in _OF_FIGURES:
        return True
    fields = _OF_RULE.get(each.rule, frozenset())
    if each.rule in _OF_CELLS:
        meaning = columns.get((each.place.sheet, each.place.table, each.place.column), "")
        fields = _OF_MEANING.get(meaning.partition(" ")[0], frozenset())
    return bool(fields & row.fields)


def _figures_of(lines: list[PlanLine]) -> Iterator[PlanRemark]:
    for line in lines:
        for rule, subject in figure_faults(line):
            yield PlanRemark(rule, subject, line.place)


def _totals_after(left: list[PlanRemark], before: PlanReading, after: PlanReading) -> Iterator[PlanRemark]:
    """Give the problems with those of totals that are counted anew as they are now."""
    counted = [pair for pair in zip(before.totals, after.totals, strict=True) if pair[0] != pair[1]]
    gone = {(_row(was.place), subject) for was, _ in counted for subject in differences_of(was).values()}
    places = {_row(each.place): each.place for each in left if each.rule in _OF_TOTALS and each.place}
    for each in left:
        if each.rule not in _OF_TOTALS or each.place is None or (_row(each.place), each.subject) not in gone:
            yield each
    for _, now in counted:
        for subject in differences_of(now).values():
            yield PlanRemark(_SUM_DIFFERS, subject, places.get(_row(now.place), now.place))
