"""What the terms of one row make together: their hours and weeks next to the hours that the course has."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from analysis.training_plans.training_plan import ANY_TERM
from interchange.training_plans.tables.headings.plan_meanings import Meaning
from interchange.training_plans.tables.lines.plan_semesters import products_in_turn, weeks_in_turn
from interchange.training_plans.tables.lines.row_years import RowYears
from interchange.training_plans.tables.plan_numbers import span_of_weeks, taught_in
from interchange.training_plans.tables.plan_words import bare

M = Meaning
_FROM_WEEK_TO_WEEK = re.compile(r"第?(\d{1,2}[-—~至]\d{1,2})周")
# Hours in hundredths from which a course leaves no room for others in its weeks.
WHOLE_WEEK = 2_000


class TaughtHours(RowYears):
    """The hours that the terms of one row make."""

    # Weekly hours times the weeks of the headings, in hundredths, and the hours of the line.
    product: tuple[int, int] | None = None

    def _check_terms(self, found: dict[str, Any], hours: int | None) -> None:
        """Read weekly hours that make the hours of the course as hours of the terms: 形势与政策 has 8 in each.

        Where all cells are hours of the terms, those of a row must make its hours.
        """
        weekly, by_term = found["weekly_hours"], found["semester_hours"]
        if not hours or found["duration"] or found["alternatives"] or ANY_TERM in weekly:
            return
        self._weeks_of_a_remark(found, hours)
        are_hours = are_whole_hours(weekly.values()) and sum(weekly.values()) == hours * 100
        if weekly and not by_term and not found["has_weeks"] and are_hours:
            found["semester_hours"] = by_term = {term: each // 100 for term, each in weekly.items()}
            self._guess("hours-of-terms-among-weekly-hours", "、".join(map(str, by_term.values())), "")
            found["weekly_hours"], found["weeks"] = {}, {}
        elif found["has_weeks"] and self._taught(found) != hours * 100:
            self._guess("weekly-hours-and-weeks-differ", f"{self._taught(found) / 100:g} ≠ {hours}", "")
        elif self._has_heading_weeks(found):
            self.product = (self._taught(found), hours)
        elif by_term and {*found["terms"]} == by_term.keys() >= weekly.keys() and sum(by_term.values()) != hours:
            self._problem("hours-of-terms-do-not-add-up", f"{sum(by_term.values())} ≠ {hours}", M.HOURS)

    def _has_weeks_in_turn(self, found: dict[str, Any], terms: Sequence[str], shown: str) -> bool:
        """Read whole weeks, or weekly hours times weeks, of as many semesters as a cell lists: 4周+10周, 3×16；2×16."""
        weeks, products = weeks_in_turn(shown), products_in_turn(shown)
        is_whole = len(terms) == len(weeks or products)
        if weeks and (is_whole or "+" in shown):
            found["duration"] = sum(weeks)
            found["weeks"] |= dict(zip(terms, weeks, strict=True)) if is_whole else {}
        elif products and is_whole:
            found["weekly_hours"] |= dict(zip(terms, [each.weekly for each in products], strict=True))
            found["weeks"] |= dict(zip(terms, [each.weeks for each in products], strict=True))
            found["has_weeks"] = True
        elif weeks or products:
            self._problem("value-not-read", shown, M.WEEKLY)
        return bool(weeks or products)

    def _weeks_of_a_remark(self, found: dict[str, Any], hours: int) -> None:
        """Take the weeks that a remark says, 第3~14周, where they and not those of the heading make the hours."""
        weekly: dict[str, int] = found["weekly_hours"]
        match = _FROM_WEEK_TO_WEEK.search(bare(self._text(M.REMARK) or ""))
        weeks = span_of_weeks(match[1]) if match else None
        if match is None or not weeks or found["has_weeks"] or len(weekly) != 1:
            return
        if taught_in(sum(weekly.values()), weeks) == hours * 100 != self._taught(found):
            found["weeks"], found["has_weeks"] = dict.fromkeys(weekly, weeks), True
            self._guess("weeks-from-a-remark", match[0], f"{weeks / 100:g}")

    def _has_heading_weeks(self, found: dict[str, Any]) -> bool:
        """Whether headings alone say for how many weeks all weekly hours of the line are taught."""
        weekly, by_term = found["weekly_hours"], found["semester_hours"]
        is_whole = {*found["terms"]} == {*weekly, *by_term} and weekly.keys() <= found["weeks"].keys()
        return bool(weekly) and is_whole and not found["has_weeks"]

    def _move_teaching_weeks(self, fields: dict[str, Any], found: dict[str, Any]) -> None:
        """Keep weeks next to weekly hours as those of the semesters, but where a course fills its weeks."""
        weekly, weeks = found["weekly_hours"].get(ANY_TERM), fields["duration_weeks"]
        if not weekly or not weeks or not fields["semesters"] or weekly >= WHOLE_WEEK:
            return
        if found["weeks"].keys() - {ANY_TERM}:
            # The terms say their own: these are the weeks of the course.
            return
        product = taught_in(weekly, weeks)
        if (fields["hours"] or 0) * 100 not in {product, product * len(fields["semesters"])}:
            if span_of_weeks(self._text(M.WEEKS) or "") is None or not fields["hours"]:
                return
            # From the fifth week to the seventeenth: these are weeks of the semester, whatever they make.
            self._guess("weekly-hours-and-weeks-differ", f"{product / 100:g} ≠ {fields['hours']}", "")
        fields["duration_weeks"] = None
        found["weeks"] = dict.fromkeys(map(str, fields["semesters"]), weeks)

    def _taught(self, found: dict[str, Any]) -> int:
        """Count the hours of all terms, in hundredths; a term whose hours stand next to its weekly hours has those."""
        weekly: dict[str, int] = found["weekly_hours"]
        by_term: dict[str, int] = found["semester_hours"]
        weeks: dict[str, int] = found["weeks"]
        taught = (taught_in(each, weeks.get(term, 0)) for term, each in weekly.items() if term not in by_term)
        return sum(taught) + sum(by_term.values()) * 100


def are_whole_hours(numbers: Iterable[int]) -> bool:
    """Whether figures may be hours of terms, which a plan has as whole numbers: 4.5 would lose its half."""
    return not any(each % 100 for each in numbers)
