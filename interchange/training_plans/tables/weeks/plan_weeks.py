"""The tables of weeks of one plan: their academic years are counted once all of them, and the head, are known."""

from typing import NamedTuple

from analysis.training_plans.training_plan import PlanRemark
from interchange.training_plans.tables.plan_grid import Grid
from interchange.training_plans.tables.weeks.week_table import WeekTable, read_weeks


class _Kept(NamedTuple):
    grid: Grid
    first: int
    table: WeekTable


class PlanWeeks:
    """Gathers the tables of weeks of a plan, which a page may cut."""

    def __init__(self) -> None:
        self.kept: list[_Kept] = []

    def take(self, grid: Grid, first: int = 0) -> WeekTable:
        """Keep the table of weeks at or below a row, and give it as it stands alone; empty where there is none."""
        table = read_weeks(grid, first)
        self.kept += [_Kept(grid, first, table)] if table.rows or table.not_read else []
        return table

    def read(self, entry_year: int | None, length: int | None) -> WeekTable:
        """Read the tables as one. Academic years are counted from that of entry, else from the first of all tables.

        Without the year of entry the first of them is the first of study only where they are as many as the plan is
        long: ``length`` in years. Otherwise a table by academic years is named as not read.
        """
        begun = entry_year or self._first_of_all_years(length)
        tables = [
            WeekTable(not_read=(_not_counted(each),))
            if begun is None and each.table.is_by_years and each.table.rows
            else read_weeks(each.grid, each.first, begun)
            for each in self.kept
        ]
        return WeekTable(
            tuple(row for each in tables for row in each.rows),
            tuple(remark for each in tables for remark in each.guesses),
            tuple(remark for each in tables for remark in each.problems),
            tuple(remark for each in tables for remark in each.not_read),
        )

    def _first_of_all_years(self, length: int | None) -> int | None:
        years = {year for each in self.kept for year in each.table.years}
        is_whole = bool(years) and len(years) == length == max(years) - min(years) + 1
        return min(years) if is_whole else None


def _not_counted(kept: _Kept) -> PlanRemark:
    """Name a table by its first row."""
    place = kept.table.rows[0].place
    shown = " ".join(map(kept.grid.text_of, kept.grid.row_cells((place.row or 1) - 1)))
    return PlanRemark("weeks-of-unknown-years", shown, place)
