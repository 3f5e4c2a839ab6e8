"""What the totals of a document say of its terms, and totals of which nothing tells the courses."""

from collections.abc import Callable, Iterator, Sequence

from analysis.training_plans.intervals import LinesAndGroups, exactly, interval_within
from analysis.training_plans.training_plan import ANY_TERM, Interval, PlanLine, PlanRemark, StatedTotal

_WORDS = {"termWeeklyHours": "周学时", "termCredits": "学分"}
_LABELS_LARGEST = 12


def totals_of_no_lines(totals: Sequence[StatedTotal]) -> Iterator[PlanRemark]:
    """Name the totals of which nothing tells the courses, once for each table: they were compared with nothing."""
    tables: dict[tuple[object, ...], list[StatedTotal]] = {}
    for each in totals:
        if each.stated and not each.lines:
            tables.setdefault(each.place[:3], []).append(each)
    for those in tables.values():
        labels = "、".join(each.label for each in those[:_LABELS_LARGEST])
        yield PlanRemark("totals-of-no-lines", labels, those[0].place, str(len(those)))


def term_sums_that_differ(totals: Sequence[StatedTotal], plan: LinesAndGroups) -> Iterator[PlanRemark]:
    """Say once for each total that fits otherwise in which terms its figures are not those of its lines."""
    for each in totals:
        lines = [plan.lines[number - 1] for number in each.lines]
        if not lines or not all(_is_within(each.stated[name], ours) for name, ours in each.ours.items()):
            continue
        differing = list(_differing(each, lines, plan))
        if differing:
            yield PlanRemark("sums-of-terms-differ", f"{each.label} {'、'.join(differing)}", each.place)


def _differing(total: StatedTotal, lines: Sequence[PlanLine], plan: LinesAndGroups) -> Iterator[str]:
    for name, value in total.stated.items():
        unit, _, term = name.partition(".")
        if unit not in _WORDS:
            continue
        ours = interval_within(plan, lines, _figure(unit, term))
        if not _is_within(value, ours):
            yield f"第{term}学期{_WORDS[unit]} {value / 100:g} ≠ {_shown(ours)}"


def _figure(unit: str, term: str) -> Callable[[PlanLine], Interval]:
    def of_line(line: PlanLine) -> Interval:
        terms = [*map(str, line.semesters), *(f"{each}S" for each in line.summer_terms)]
        if term not in terms:
            # A course that may run in this term may be counted in it.
            return Interval(0, None) if line.alternatives or not terms else Interval(0, 0)
        if unit == "termCredits":
            return exactly(line.credits) if len(terms) == 1 else Interval(0, line.credits)
        return exactly(line.weekly_hours.get(term, line.weekly_hours.get(ANY_TERM)))

    return of_line


def _is_within(value: int, ours: Interval) -> bool:
    return ours.least <= value and (ours.most is None or value <= ours.most)


def _shown(ours: Interval) -> str:
    most = "?" if ours.most is None else f"{ours.most / 100:g}"
    return f"{ours.least / 100:g}" if ours.most == ours.least else f"{ours.least / 100:g} … {most}"
