"""The weeks that the headings of terms state, and whether they are those of which the hours of courses are made."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from analysis.training_plans.training_plan import PlanLine, PlanPlace, PlanRemark, WeekRow
from interchange.training_plans.tables.headings.course_heading import CourseHeading
from interchange.training_plans.tables.headings.plan_meanings import Meaning
from interchange.training_plans.tables.plan_grid import Grid

# Weeks of which the hours are made are those of classes; others may hold whole weeks of practice and examination.
CLASSES, TEACHING = "课堂教学周数", "教学周数"


class _Product(NamedTuple):
    """Weekly hours times the weeks of the headings, in hundredths, next to the hours that the line states."""

    taught: int
    hours: int
    place: PlanPlace

    @property
    def shown(self) -> str:
        return f"{self.taught / 100:g} ≠ {self.hours}"


class HeadingWeeks:
    """What the headings of a plan say of weeks, and how the hours of its lines fit."""

    def __init__(self) -> None:
        self.weeks: dict[int, tuple[PlanPlace, int]] = {}
        self.products: list[_Product] = []
        self.problems: list[PlanRemark] = []

    def take(self, grid: Grid, header: CourseHeading) -> None:
        """Take the weeks of a heading; another that states others for a semester is a problem."""
        for each in header.of(Meaning.TERM):
            if each.weeks is None or not each.term.isdigit():
                continue
            place = grid.place(header.first, each.column)
            _, weeks = self.weeks.setdefault(int(each.term), (place, each.weeks))
            if weeks != each.weeks:
                subject = f"{each.heading}: {weeks / 100:g} ≠ {each.weeks / 100:g}"
                self.problems.append(PlanRemark("weeks-of-headings-differ", subject, place))

    def add(self, taught: int, hours: int, place: PlanPlace) -> None:
        """Add a line whose weekly hours are taught for the weeks of the headings."""
        self.products.append(_Product(taught, hours, place))

    def guesses(self) -> Iterator[PlanRemark]:
        """Report the lines whose hours are not the product; of most lines of a plan, once for all."""
        differing = [each for each in self.products if each.taught != each.hours * 100]
        if not self._fit():
            subject = f"{differing[0].shown}、…"
            share = f"{len(differing)}/{len(self.products)}"
            yield PlanRemark("hours-of-other-weeks-than-headings", subject, differing[0].place, share)
            return
        for each in differing:
            yield PlanRemark("weekly-hours-and-weeks-differ", each.shown, each.place)

    def rows(self, lines: Sequence[PlanLine]) -> tuple[tuple[WeekRow, ...], list[PlanRemark]]:
        """Give the week table of the headings, where they state the weeks of all semesters with weekly hours."""
        taught = {int(term) for each in lines for term in each.weekly_hours if term.isdigit()}
        if not self.weeks or not taught <= self.weeks.keys():
            return (), []
        name = CLASSES if self.products and self._fit() else TEACHING
        table = tuple(
            WeekRow(place, semester, {name: weeks}) for semester, (place, weeks) in sorted(self.weeks.items())
        )
        shown = "、".join(f"{weeks / 100:g}" for _, (_, weeks) in sorted(self.weeks.items()))
        return table, [PlanRemark("weeks-by-headings", shown, table[0].place, name)]

    def _fit(self) -> bool:
        return sum(each.taught == each.hours * 100 for each in self.products) * 2 >= len(self.products)
