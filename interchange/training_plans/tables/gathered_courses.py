"""What the tables of courses of one plan have said so far."""

from collections.abc import Mapping

from analysis.training_plans.training_plan import ColumnReading, Note, PlanLine, PlanPlace, PlanRemark
from interchange.training_plans.checks.row_numbers import NumberedRow
from interchange.training_plans.choices.quotas_of_columns import StatedQuota
from interchange.training_plans.plan_totals import ScopeFinder, StatedFigures, refuse_more_totals
from interchange.training_plans.tables.headings.heading_weeks import HeadingWeeks
from interchange.training_plans.tables.headings.plan_legends import NO_CODE_LEGEND, NO_CORE_MARKS, CodeLegend, CoreMarks
from interchange.training_plans.tables.lines.plan_row_cells import PlanRemarks
from interchange.training_plans.tables.numerals import number_of
from interchange.training_plans.tables.plan_words import SOME_OF, bare


class GatheredCourses:
    """What the tables of courses of a plan have, in their order."""

    def __init__(
        self,
        legend: Mapping[str, str] | None = None,
        core_marks: CoreMarks = NO_CORE_MARKS,
        codes: CodeLegend = NO_CODE_LEGEND,
    ) -> None:
        self.legend = legend or {}
        self.core_marks = core_marks
        self.codes = codes
        self.entry_year: int | None = None
        # What a text says of the nature of all courses of the next table.
        self.nature_said = ""
        self.lines: list[PlanLine] = []
        # Those with weeks whose assessment a note on what has no mark leaves open.
        self.without_mark: list[int] = []
        self.shared: list[list[int]] = []
        self.shared_credits: list[list[int]] = []
        self.quotas: list[StatedQuota] = []
        self.totals: list[StatedFigures] = []
        self.overviews: list[StatedFigures] = []
        self.notes: list[Note] = []
        self.columns: list[ColumnReading] = []
        self.not_read: list[PlanRemark] = []
        self.remarks = PlanRemarks([], [], set())
        self.scopes = ScopeFinder()
        self.heading_weeks = HeadingWeeks()
        # The rows of lines with the numbers that the tables give them.
        self.numbers: list[NumberedRow] = []
        # The last table above a note, as page, sheet and number.
        self.above_notes: dict[PlanPlace, tuple[int, str, int | None]] = {}

    def add_total(self, total: StatedFigures, *, is_of_overview: bool = False) -> None:
        """Keep a total, or one of an overview, which is compared once all lines are there."""
        refuse_more_totals(len(self.totals) + len(self.overviews) + 1)
        (self.overviews if is_of_overview else self.totals).append(total)

    def choose_above(self, written: str, place: PlanPlace, first: int = 0) -> None:
        """Put the last lines, at most from ``first`` on, into the choice that a text below them states."""
        last, at = self.lines[-1], len(self.lines)
        while at > first and (self.lines[at - 1].path, self.lines[at - 1].nature) == (last.path, last.nature):
            at -= 1
        stated = SOME_OF.search(bare(written))
        offered = number_of(stated[1]) if stated and stated[1] else None
        at = max(at, len(self.lines) - (offered or len(self.lines)))
        if last.nature == "REQUIRED":
            self.remarks.problems.append(PlanRemark("choice-without-lines", written, place))
            return
        for each in range(at, len(self.lines)):
            self.lines[each] = self.lines[each]._replace(path=(*self.lines[each].path, written))
        names = "、".join(each.name for each in self.lines[at:])
        self.remarks.guesses.append(PlanRemark("choice-of-the-lines-above", written, place, names))
