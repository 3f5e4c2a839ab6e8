"""Which problems of a plan its corrections settle, and which they make: judged by the rules of the reader."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from analysis.training_plans.training_plan import ANY_TERM, PlanLine, PlanPlace, PlanReading, PlanRemark, StatedTotal
from interchange.training_plans.checks.doubled_lines import doubled_codes
from interchange.training_plans.checks.gathered_remarks import each_apart, once_per_column
from interchange.training_plans.checks.line_places import LinePlaces
from interchange.training_plans.corrections.line_choices import CHOICE
from interchange.training_plans.figure_faults import figure_faults
from interchange.training_plans.plan_totals import differences_of, unchosen

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
    "choice-not-read": frozenset({CHOICE}),
    "choice-of-another-number": frozenset({CHOICE}),
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
_WITHOUT_FIGURES = "line-without-figures"
_OF_FIGURES = frozenset({"hours-do-not-add-up", "hours-below-credits", "part-larger-than-whole", _WITHOUT_FIGURES})
# Said at the first of several lines: leaving that one out says nothing of the others.
_OF_SEVERAL = frozenset({"choice-not-read", "choice-of-another-number"})
# Looked for anew among all lines.
_OF_ALL_LINES = frozenset({"code-doubled"})
_SUM_DIFFERS = "sum-differs"
_ASKS_FOR_A_CHOICE = "subtotal-asks-for-a-choice"
_OF_TOTALS = frozenset({_SUM_DIFFERS, _ASKS_FOR_A_CHOICE})


def problems_after(
    before: PlanReading, after: PlanReading, changed: Mapping[int, frozenset[str]], left_out: frozenset[int]
) -> tuple[PlanRemark, ...]:
    """Give the problems of a plan once its lines are corrected: those left, then those that corrections made."""
    places = LinePlaces(before.lines, before.columns)
    # What is said once of several rows is judged for each of them, and put together anew.
    read = list(each_apart(before.problems))
    settled = _Settled(places, changed, left_out)
    left = [each for each in read if not settled.holds(each)]
    said = {(each.rule, number): each.place for each in read for number in places.numbers_of(each.place)}
    found = [
        *_totals_after(left, before, after),
        *_figures_of(before, after, changed, said),
        *_terms_of(after, [each for each, fields in changed.items() if fields & (_TERMS | {"assessment"})]),
        *doubled_codes(after.lines),
    ]
    return tuple(once_per_column(found, after.lines, after.columns))


class _Settled:
    """Tells which problems are settled by what was corrected, or left out."""

    def __init__(self, places: LinePlaces, changed: Mapping[int, frozenset[str]], left_out: frozenset[int]) -> None:
        self._places = places
        self._changed = changed
        self._left_out = left_out

    def holds(self, each: PlanRemark) -> bool:
        """Whether a problem is settled for each line that it is of."""
        if each.rule in _OF_ALL_LINES:
            return True
        numbers = self._places.numbers_of(each.place)
        if each.place is None or not numbers or each.rule in _OF_TOTALS:
            return False
        fields = self._fields(each, each.place)
        return all(self._at(number, each.rule, fields) for number in numbers)

    def _at(self, number: int, rule: str, fields: frozenset[str]) -> bool:
        if number in self._left_out:
            return rule not in _OF_SEVERAL
        own = self._changed.get(number, frozenset())
        return bool(own) and (rule in _OF_FIGURES or bool(fields & own))

    def _fields(self, each: PlanRemark, place: PlanPlace) -> frozenset[str]:
        if each.rule in _OF_CELLS:
            return _OF_MEANING.get(self._places.meaning_of(place).partition(" ")[0], frozenset())
        return _OF_RULE.get(each.rule, frozenset())


def _figures_of(
    before: PlanReading, after: PlanReading, numbers: Iterable[int], said: Mapping[tuple[str, int], PlanPlace | None]
) -> Iterator[PlanRemark]:
    """Check the figures of lines anew; one that shares the figures of others has none of its own, as before."""
    for number in numbers:
        line, was = after.lines[number - 1], dict(figure_faults(before.lines[number - 1]))
        for rule, subject in figure_faults(line):
            if rule != _WITHOUT_FIGURES or rule not in was or (rule, number) in said:
                yield PlanRemark(rule, subject, said.get((rule, number)) or line.place)


def _terms_of(plan: PlanReading, numbers: Iterable[int]) -> Iterator[PlanRemark]:
    """Hold what a line has by term against its terms, and these against the years of the plan."""
    last = 2 * (plan.head.duration_years or 0)
    for line in (plan.lines[each - 1] for each in numbers):
        if last and (late := sorted(each for each in (*line.semesters, *line.summer_terms) if each > last)):
            yield PlanRemark("semesters-after-the-last", "、".join([line.name, *map(str, late)]), line.place, str(last))
        terms = {*map(str, (*line.semesters, *line.alternatives)), *(f"{each}S" for each in line.summer_terms)}
        shown = "、".join(sorted(terms))
        if others := _outside(line.weekly_hours, terms):
            yield PlanRemark("weekly-hours-in-other-semesters", f"{line.name} {others}", line.place, shown)
        if others := _outside(line.assessment, terms):
            yield PlanRemark("assessed-in-other-semesters", f"{line.name} {others}", line.place, shown)


def _outside(by_term: Mapping[str, object], terms: set[str]) -> str:
    return "、".join(sorted({*by_term} - {ANY_TERM} - terms)) if terms else ""


def _totals_after(left: Sequence[PlanRemark], before: PlanReading, after: PlanReading) -> Iterator[PlanRemark]:
    """Give the problems with those of totals that are counted anew as they are now."""
    counted = [pair for pair in zip(before.totals, after.totals, strict=True) if pair[0] != pair[1]]
    gone = {(_row(was.place), subject) for was, _ in counted for subject in differences_of(was).values()}
    places = {_row(each.place): each.place for each in left if each.rule in _OF_TOTALS and each.place}
    for each in left:
        if each.rule not in _OF_TOTALS or each.place is None or (_row(each.place), each.subject) not in gone:
            yield each
    for _, now in counted:
        for name, subject in differences_of(now).items():
            yield _difference(now, name, subject, after.lines)._replace(place=places.get(_row(now.place), now.place))


def _difference(total: StatedTotal, name: str, subject: str, lines: Sequence[PlanLine]) -> PlanRemark:
    """Say how a total differs, and which electives may be a choice that it counts."""
    own = [lines[each - 1] for each in total.lines]
    free = unchosen(total.stated[name], total.ours[name], own) if name == "credits" else ""
    return PlanRemark(_ASKS_FOR_A_CHOICE if free else _SUM_DIFFERS, subject, total.place, free)


def _row(place: PlanPlace) -> PlanPlace:
    return place._replace(column=None)
