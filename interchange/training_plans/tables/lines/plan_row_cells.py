"""The cells of one row by the meanings of their columns, and what is said of them."""

import re
from typing import NamedTuple

from analysis.training_plans.training_plan import PlanRemark
from interchange.training_plans.tables.headings.course_heading import CourseHeading
from interchange.training_plans.tables.headings.plan_meanings import Meaning
from interchange.training_plans.tables.plan_grid import Grid
from interchange.training_plans.tables.plan_numbers import hundredths, is_empty
from interchange.training_plans.tables.plan_words import bare


class PlanRemarks(NamedTuple):
    """Where guesses and problems are gathered; ``once`` are rule and subject of those that are said once."""

    guesses: list[PlanRemark]
    problems: list[PlanRemark]
    once: set[tuple[str, str]]


class RowCells:
    """One row."""

    def __init__(self, grid: Grid, header: CourseHeading, row: int, remarks: PlanRemarks) -> None:
        self.grid = grid
        self.header = header
        self.row = row
        self.remarks = remarks

    def _text(self, meaning: Meaning) -> str | None:
        text = self.grid.text(self.row, self.header.index_of(meaning))
        return None if is_empty(text) else text

    def _written(self, meaning: Meaning) -> str | None:
        text = self.grid.written(self.row, self.header.index_of(meaning))
        return None if is_empty(text) else text

    def _own_text(self, meaning: Meaning) -> str | None:
        """Give the text of a cell that begins in this row: one merged from above belongs to the line there."""
        return self._own_text_at(self.header.index_of(meaning))

    def _own_text_at(self, column: int | None) -> str | None:
        if column is None or not (self.grid.begins(self.row, column) or self.header.is_of_each(column)):
            return None
        if self._has_several_numbers(column):
            self._problem_at("several-values-in-one-cell", " ".join(self.grid.lines(self.row, column)), column)
            return None
        text = self.grid.text(self.row, column)
        return None if is_empty(text) else text

    def _stated_hours(self) -> int | None:
        """Give the hours that all columns of hours state together, in hundredths; one cell over several counts once."""
        columns = [each.column for each in self.header.of(Meaning.HOURS)]
        cells = {id(self.grid.cell(self.row, each)): hundredths(self.grid.text(self.row, each)) for each in columns}
        stated = [each for each in cells.values() if each is not None]
        return sum(stated) if stated else None

    def _has_several_numbers(self, column: int) -> bool:
        """Whether each line of a cell is a number of its own: put together they would be another number."""
        lines = self.grid.lines(self.row, column)
        return len(lines) > 1 and all(re.fullmatch(r"\d+(?:\.\d+)?", bare(each)) for each in lines)

    def _goes_on(self, column: int) -> bool:
        cell = self.grid.cell(self.row, column)
        return cell is not None and cell.column < column

    def _guess_once(self, rule: str, subject: str, taken: str) -> None:
        """Remark on a module once: its text names the lines."""
        if (rule, subject) not in self.remarks.once:
            self.remarks.once.add((rule, subject))
            self._guess(rule, subject, taken)

    def _problem_once(self, rule: str, subject: str, meaning: Meaning) -> None:
        """Report what the cells of several lines say at the first of them."""
        if (rule, subject) not in self.remarks.once:
            self.remarks.once.add((rule, subject))
            self._problem(rule, subject, meaning)

    def _guess(self, rule: str, subject: str, taken: str) -> None:
        self.remarks.guesses.append(
            PlanRemark(rule, subject, self.grid.place(self.row, self.header.name_column), taken)
        )

    def _problem(self, rule: str, subject: str, meaning: Meaning) -> None:
        self._problem_at(rule, subject, self.header.index_of(meaning))

    def _problem_at(self, rule: str, subject: str, column: int | None) -> None:
        self.remarks.problems.append(PlanRemark(rule, subject, self.grid.place(self.row, column)))
