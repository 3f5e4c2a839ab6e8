"""What one row has in columns of whole school years: in which of their semesters it runs stays open."""

import re
from typing import Any

from interchange.training_plans.tables.headings.course_heading import PlanColumn
from interchange.training_plans.tables.headings.plan_meanings import Meaning
from interchange.training_plans.tables.lines.plan_row_cells import RowCells
from interchange.training_plans.tables.plan_numbers import SemesterCell, is_empty, is_tick, semester_cell
from interchange.training_plans.tables.plan_words import bare

M = Meaning
# More weeks are those of both semesters of a year, in hundredths.
_WEEKS_OF_A_SEMESTER = 2_500
_WEEKS = re.compile(r"周(?!学时|课时|时数)")
_WEEKLY = re.compile(r"周(?:学时|课时|时数)")


class RowYears(RowCells):
    """The cells of school years of one row."""

    # The hours of all years, where cells state them; null: none does.
    hours_of_years: int | None = None

    def _of_years(self, found: dict[str, Any]) -> None:
        """Add what the columns of school years state."""
        numbers: list[int] = []
        for column in self.header.of(M.SCHOOL_YEAR):
            text = self.grid.text(self.row, column.column)
            if is_empty(text) or bare(text) == "0":
                continue
            cell = semester_cell(text)
            weeks = self._weeks_of_year(column, cell)
            self._semesters_of(found, column, weeks)
            if self._goes_on(column.column) or not self.grid.begins(self.row, column.column):
                continue
            if cell is None or (cell.mark and not is_tick(cell.mark)) or self._has_several_numbers(column.column):
                self._problem_at("value-not-read", text, column.column)
            elif weeks:
                found["duration"] = (found["duration"] or 0) + weeks
            elif (number := cell.number if cell.hours is None else cell.hours * 100) is not None:
                numbers.append(number)
        if numbers:
            self._numbers_of_years(numbers)

    def _weeks_of_year(self, column: PlanColumn, cell: SemesterCell | None) -> int | None:
        if cell is None or cell.hours is not None:
            return None
        is_of_weeks = bool(_WEEKS.search(bare(column.heading))) and cell.number is not None
        return cell.number if is_of_weeks else cell.weeks if cell.number is None else None

    def _semesters_of(self, found: dict[str, Any], column: PlanColumn, weeks: int | None) -> None:
        """Take both semesters of a year where the weeks need them; otherwise it runs in one of them, or in both."""
        both = [str(2 * int(column.term) - 1), str(2 * int(column.term))]
        self._guess_once("semesters-of-a-school-year", column.heading, "、".join(both))
        needs_both = weeks is not None and weeks > _WEEKS_OF_A_SEMESTER
        found["terms" if needs_both else "alternatives"] += both

    def _numbers_of_years(self, numbers: list[int]) -> None:
        """Take numbers as the hours of years, or as weekly hours where the heading says so."""
        headings = "".join(bare(each.heading) for each in self.header.of(M.SCHOOL_YEAR))
        stated, total = self._stated_hours(), sum(numbers)
        if _WEEKLY.search(headings):
            for column in self.header.of(M.SCHOOL_YEAR):
                text = self.grid.text(self.row, column.column)
                if not is_empty(text):
                    self._problem_at("weekly-hours-of-a-school-year", text, column.column)
        elif stated is None and total % 100:
            # Hours of a course are whole numbers, and half of one is never left out in silence.
            self._problem_at("value-not-read", f"{total / 100:g}", self.header.of(M.SCHOOL_YEAR)[0].column)
        elif stated is None:
            self.hours_of_years = total // 100
        elif stated != total:
            self._problem("hours-of-terms-do-not-add-up", f"{total / 100:g} ≠ {stated / 100:g}", M.HOURS)
