"""The terms of one row: weekly hours, weeks and hours by term, and the semesters that it states."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from analysis.training_plans.training_plan import ANY_TERM
from interchange.training_plans.tables.headings.course_heading import CourseHeading, PlanColumn
from interchange.training_plans.tables.headings.plan_legends import UNMARKED, UNMARKED_WEEKS
from interchange.training_plans.tables.headings.plan_meanings import Meaning
from interchange.training_plans.tables.lines.cells_over_terms import EACH_TERM, said_of_terms, terms_said
from interchange.training_plans.tables.lines.line_context import LineContext
from interchange.training_plans.tables.lines.plan_row_cells import PlanRemarks
from interchange.training_plans.tables.lines.plan_semesters import (
    stated_semesters,
    summer_after,
    weeks_in_brackets,
    weeks_of_each,
)
from interchange.training_plans.tables.lines.taught_hours import WHOLE_WEEK, TaughtHours, are_whole_hours
from interchange.training_plans.tables.plan_grid import Grid
from interchange.training_plans.tables.plan_numbers import (
    SEMESTERS_LARGEST,
    SemesterCell,
    WeeklyAndWeeks,
    calculated,
    either_semester,
    hundredths,
    is_empty,
    is_tick,
    is_untimed,
    last_weeks,
    range_of_date,
    semester_cell,
    short_term,
    taught_in,
    weekly_and_weeks,
    weekly_in_parts,
    weeks_of,
)
from interchange.training_plans.tables.plan_words import COUNTED_OUT, FOOTNOTES, assessment_of, bare

M = Meaning
_MARKED = re.compile(rf"(\d{{1,4}}(?:\.\d{{1,2}})?)\s*([*#※★▲△☆]|[{FOOTNOTES}]+)")
# The heading of a column of weeks times weekly hours, in this order: 周数×周学时.
_WEEKS_BEFORE = re.compile(r"周数?[×*xX]周?(?:学时|课时|时数)")
# One half of a term: 前8周.
_HALF_OF_TERM = re.compile(r"[前后]\d{1,2}周$")
# One cell over the semesters of fewer courses may be theirs.
_ROWS_OF_NO_COURSE = 3
# 4/2: hours and weeks, or hours of two semesters.
_PAIR = re.compile(r"\d(?:\.\d)?/\d(?:\.\d)?")
# 4/4/2 are more than two.
_LIST = re.compile(r"\d{1,2}(?:\.\d)?(?:(?:[,、;]\d{1,2}(?:\.\d)?)+|(?:/\d{1,2}(?:\.\d)?){2,})")
# Letters next to weekly hours, where no note says what they mean: 4S, 2C.
_LETTERS = {"S": "EXAM", "K": "EXAM", "C": "CHECK"}


class RowTerms(TaughtHours):
    """The cells of terms of one row."""

    def __init__(self, grid: Grid, header: CourseHeading, row: int, remarks: PlanRemarks, context: LineContext) -> None:
        super().__init__(grid, header, row, remarks)
        self.context = context
        self.marks: list[str] = []
        self.is_counted = True
        # Those that the cell of weekly hours states for whatever semesters the course has.
        self.weeks: int | None = None
        self.assessments_in_turn: list[str] = []
        # By the sign next to the name, and by that or by having none.
        self.kind_by_mark = self.assessment_by_name = ""
        # Whether it has weeks of which a note on what has no mark does not say whether it means them.
        self.has_weeks_without_mark = False
        self.code_in_name = ""
        # The direction that a remark names next to another that says that one is taken.
        self.part_in_remark = ""
        # Weekly hours of one semester after the other.
        self.weekly_in_turn: list[int] = []

    def _terms(self) -> dict[str, Any]:
        found: dict[str, Any] = {
            "terms": [],
            "alternatives": [],
            "weekly_hours": {},
            "weeks": {},
            "semester_hours": {},
            "assessment": {},
            "duration": None,
            "credits": 0,
            # Whether a cell says itself how many weeks its hours are taught.
            "has_weeks": False,
        }
        in_brackets: dict[str, int | None] = {}
        for column in self.header.of(M.TERM):
            text = self.grid.text(self.row, column.column)
            if is_empty(text) or bare(text) == "0":
                continue
            if self._is_of_no_course(column.column, text):
                continue
            cell = semester_cell(text)
            if self._goes_on(column.column) and self._is_of_the_same_term(column):
                # One cell over all parts of a term is that of the term.
                continue
            if column.is_of_assessment:
                self._assessment_of_term(found, column, text)
                continue
            if self._says_of_terms(found, column, text) or self._is_credits_of_term(found, column, cell):
                continue
            if self._goes_on(column.column):
                # One cell over several terms: its figure is that of the first, which may be meant otherwise.
                found["terms"].append(column.term)
                self._guess("one-cell-over-several-terms", text, column.term)
            elif self._has_several_numbers(column.column):
                found["terms"].append(column.term)
                self._problem_at("several-values-in-one-cell", text, column.column)
            elif cell is None:
                found["terms"].append(column.term)
                self._problem_at("value-not-read", text, column.column)
            elif column.is_of_weeks and (weeks := cell.weeks or cell.number or 0):
                found["terms"].append(column.term)
                found["weeks"][column.term] = weeks
                found["has_weeks"] = True
            elif cell.is_alternative:
                found["alternatives"].append(column.term)
                in_brackets[column.term] = cell.number
            else:
                self._take(found, column, cell)
        self._whole_hours(found)
        self._hours_of_each_term(found)
        self._hours_in_brackets(found, in_brackets)
        self._of_years(found)
        self._weeks_alone(found)
        self._weekly_alone(found)
        return found

    def _whole_hours(self, found: dict[str, Any]) -> None:
        """Give the hours of terms, so far in hundredths, as whole numbers; of others none is cut, and each is named."""
        hours: dict[str, int] = found["semester_hours"]
        for column in self.header.of(M.TERM):
            if hours.get(column.term, 0) % 100:
                self._problem_at("value-not-read", f"{hours.pop(column.term) / 100:g}", column.column)
        found["semester_hours"] = {term: each // 100 for term, each in hours.items()}

    def _hours_in_brackets(self, found: dict[str, Any], in_brackets: Mapping[str, int | None]) -> None:
        """Read figures in brackets that make the hours of the course as those of its terms: (8) in four terms of 32."""
        numbers = [each or 0 for each in in_brackets.values()]
        are_hours = are_whole_hours(numbers) and sum(numbers) == self._stated_hours()
        if numbers and all(numbers) and not found["terms"] and are_hours:
            found["semester_hours"] = {term: (each or 0) // 100 for term, each in in_brackets.items()}
            found["terms"], found["alternatives"] = [*in_brackets], []
            self._guess("hours-of-terms-among-weekly-hours", "、".join(f"({each / 100:g})" for each in numbers), "")

    def _weeks_alone(self, found: dict[str, Any]) -> None:
        """Take weeks in columns of their own as those of the course, where it fills them or has no weekly hours."""
        columns = {each.term for each in self.header.of(M.TERM) if each.is_of_weeks}
        taught = {term for term, weekly in found["weekly_hours"].items() if weekly < WHOLE_WEEK}
        alone = [weeks for term, weeks in found["weeks"].items() if term in columns - taught]
        if alone and not taught:
            found["duration"] = (found["duration"] or 0) + sum(alone)

    def _is_of_no_course(self, column: int, text: str) -> bool:
        """Whether one cell covers the semesters of several courses, and so says nothing of any: 毕业实习（40周）."""
        cell = self.grid.cell(self.row, column)
        is_large = cell is not None and cell.rows >= _ROWS_OF_NO_COURSE and cell.columns > 1
        if is_large and semester_cell(text) is None and not terms_said(text):
            self._guess_once("cell-over-courses-and-terms", text, "")
            return True
        return False

    def _says_of_terms(self, found: dict[str, Any], column: PlanColumn, text: str) -> bool:
        """Read a cell over several terms that says what each has, 每学期8学时, or which they are: 第2~5学期开设."""
        covered = [each for each in self.header.of(M.TERM) if self._is_one_cell(each.column, column.column)]
        if len(covered) < 2:
            return False
        shown = said_of_terms(text, {one.term for one in covered})
        if shown and column.term in shown.terms:
            found["terms"].append(column.term)
            if shown.hours is not None:
                found["semester_hours"][column.term] = shown.hours * 100
            if column.term in shown.weeks:
                weeks = shown.weeks[column.term]
                self._whole_weeks(found, column.term, weeks)
                if assessment := self._marked_assessment(SemesterCell(weeks=weeks), column):
                    found["assessment"][column.term] = assessment
        if shown:
            self.marks += [text] if shown.rest and not self._goes_on(column.column) else []
            return True
        if "学分" in text and semester_cell(text) is None:
            # 修满4学分 over the terms in which it may be done.
            found["terms"].append(column.term)
            if not self._goes_on(column.column):
                self.marks.append(text)
            self._guess("one-cell-over-several-terms", text, column.term)
            return True
        return False

    def _assessment_of_term(self, found: dict[str, Any], column: PlanColumn, text: str) -> None:
        """Read how the course ends in a term that has a column for it: 试, 考查, or a mark that is explained."""
        legend = {**self.context.legend, **dict(column.legend)}
        kind = legend.get(bare(text)) or assessment_of(text)
        found["terms"].append(column.term)
        if kind:
            found["assessment"][column.term] = kind
        else:
            self._problem_at("assessment-not-known", text, column.column)

    def _is_credits_of_term(self, found: dict[str, Any], column: PlanColumn, cell: SemesterCell | None) -> bool:
        """Add the credits that stand next to the hours of a term; a column of them alone counts as any other."""
        has_hours_too = any(not (each.is_of_credits or each.is_of_assessment) for each in self.header.of(M.TERM))
        if not (column.is_of_credits and has_hours_too and cell and cell.number is not None):
            return False
        found["terms"].append(column.term)
        found["credits"] += cell.number
        return True

    def _credits_of_terms(self, found: dict[str, Any], stated: int | None) -> int | None:
        """Give the credits of a line: those of its terms, where no column has them all; another sum is said."""
        added = found.pop("credits")
        if added and stated is None:
            self._guess("credits-of-terms", f"{added / 100:g}", "")
        elif added and added != stated:
            self._guess("credits-of-terms-differ", f"{added / 100:g} ≠ {(stated or 0) / 100:g}", "")
        return added if added and stated is None else stated

    def _hours_of_terms(self, found: dict[str, Any], stated: int | None) -> int | None:
        """Give the hours of a line: those of its terms, where no column has them all and each of the terms has some."""
        if stated is None and self.hours_of_years is not None and not self.header.of(M.HOURS):
            self._guess("hours-of-terms", str(self.hours_of_years), str(self.hours_of_years))
            return self.hours_of_years
        by_term: dict[str, int] = found["semester_hours"]
        is_whole = bool(by_term) and by_term.keys() == {*found["terms"]} >= found["weekly_hours"].keys()
        units = {self.header.unit_of(each, self.context.term_unit) for each in self.header.of(M.TERM)}
        if stated is not None or self.header.of(M.HOURS) or "HOURS" not in units or not is_whole:
            return stated
        self._guess("hours-of-terms", "、".join(map(str, by_term.values())), str(sum(by_term.values())))
        return sum(by_term.values())

    def _take(self, found: dict[str, Any], column: PlanColumn, cell: SemesterCell) -> None:
        term = column.term
        found["terms"].append(term)
        assessment = cell.assessment or self._marked_assessment(cell, column)
        if cell.mark and not assessment and not (is_tick(cell.mark) and cell.number is None):
            self.marks.append(cell.mark)
        if assessment:
            found["assessment"][term] = assessment
        # A cell that is merged from above counts where it begins.
        if not self.grid.begins(self.row, column.column):
            return
        if cell.practice:
            self._practice_of_term(found, cell.practice)
        if cell.hours is not None:
            found["semester_hours"][term] = cell.hours * 100
        unit = self.header.unit_of(column, self.context.term_unit)
        if cell.number is not None:
            if unit == "HOURS":
                # Theory and practice of a term may have a column each.
                found["semester_hours"][term] = found["semester_hours"].get(term, 0) + cell.number
            if unit == "WEEKS":
                self._whole_weeks(found, term, cell.number)
            if unit != "WEEKLY":
                return
            self._weekly(found, column, cell)
        elif cell.weeks:
            self._whole_weeks(found, term, cell.weeks)

    def _whole_weeks(self, found: dict[str, Any], term: str, weeks: int) -> None:
        found["weeks"][term] = weeks
        found["duration"] = (found["duration"] or 0) + weeks

    def _is_of_the_same_term(self, column: PlanColumn) -> bool:
        return any(
            each.term == column.term and each.column < column.column and self._is_one_cell(each.column, column.column)
            for each in self.header.of(M.TERM)
        )

    def _is_one_cell(self, one: int, other: int) -> bool:
        return self.grid.cell(self.row, one) is self.grid.cell(self.row, other)

    def _practice_of_term(self, found: dict[str, Any], text: str) -> None:
        """Add weeks of practice next to weekly hours to those of the course."""
        weeks = weeks_of(text) or 0
        found["duration"] = (found["duration"] or 0) + weeks
        self._guess("weeks-next-to-weekly-hours", text, f"{weeks / 100:g}")

    def _weekly(self, found: dict[str, Any], column: PlanColumn, cell: SemesterCell) -> None:
        """Take weekly hours; of both halves of a term the weeks add up, and of theory and practice the hours."""
        term, number, weeks = column.term, cell.number or 0, cell.weeks or column.weeks
        before = found["weekly_hours"].get(term)
        is_half = bool(_HALF_OF_TERM.search(column.heading))
        if before is not None and is_half and before != number:
            self._problem_at("several-weekly-hours-in-one-term", f"{before / 100:g}, {number / 100:g}", column.column)
            return
        found["weekly_hours"][term] = number if before is None or is_half else before + number
        found["has_weeks"] |= cell.weeks is not None
        if weeks:
            found["weeks"][term] = weeks + (found["weeks"].get(term, 0) if before is not None and is_half else 0)

    def _marked_assessment(self, cell: SemesterCell, column: PlanColumn) -> str | None:
        """Read what a mark says of the assessment, or what a note says of figures without one."""
        legend, mark = {**self.context.legend, **dict(column.legend)}, cell.mark or UNMARKED
        said = (legend.get(mark) if mark else None) or _LETTERS.get(mark)
        has_figure = cell.number is not None or (cell.hours is not None and cell.weeks is None)
        if said or (not has_figure and cell.weeks is None and not is_untimed(mark)) or is_tick(mark):
            return said
        if self.kind_by_mark or any(self.header.of(each) for each in (M.ASSESSMENT, M.EXAMINED, M.CHECKED)):
            return None
        is_weeks = not has_figure and not is_untimed(mark)
        self.has_weeks_without_mark |= is_weeks and UNMARKED in legend and UNMARKED_WEEKS not in legend
        return legend.get(UNMARKED_WEEKS if is_weeks else UNMARKED)

    def _weekly_alone(self, found: dict[str, Any]) -> None:
        """Read columns that state the semester with its weekly hours (1/5), or the weekly hours of all."""
        self._semester_with_weekly(found)
        shown = self._text(M.WEEKLY) or ""
        heading = "".join(each.heading for each in self.header.of(M.WEEKLY))
        both = weekly_and_weeks(shown, are_weeks_first=bool(_WEEKS_BEFORE.search(heading)))
        if self._are_in_turn(found, shown, both):
            return
        if both:
            self._check_product(both)
            found["weekly_hours"].setdefault(ANY_TERM, both.weekly)
            found["weeks"].setdefault(ANY_TERM, both.weeks)
            if both.is_guess:
                self._guess("weeks-before-weekly-hours", shown, f"{both.weeks / 100:g}周×{both.weekly / 100:g}")
        elif (weeks := weeks_of(shown) or last_weeks(shown)) is not None:
            found["duration"] = weeks
        elif re.fullmatch(r"\+\d{1,2}", bare(shown)):
            # So record systems print whole weeks of practice.
            found["duration"] = int(bare(shown)) * 100
            self._guess("weeks-in-a-column-of-hours", shown, f"{int(bare(shown))}周")
        elif (parts := weekly_in_parts(shown)) is not None:
            found["weekly_hours"].setdefault(ANY_TERM, parts)
            self._guess("sum-or-product-in-a-cell", shown, f"{parts / 100:g}")
        elif is_untimed(shown):
            self.marks.append(shown)
            self._hours_of_a_remark(found)
        elif (weekly := self._number(M.WEEKLY, hundredths)) is not None:
            found["weekly_hours"].setdefault(ANY_TERM, weekly)

    def _semester_with_weekly(self, found: dict[str, Any]) -> None:
        text = self._text(M.SEMESTER_AND_WEEKLY)
        if text and (match := re.fullmatch(r"(\d{1,2})/(\d{1,2}(?:\.\d)?)", bare(text))):
            found["terms"].append(match[1])
            found["weekly_hours"][match[1]] = hundredths(match[2])
        elif text:
            self._problem("value-not-read", text, M.SEMESTER_AND_WEEKLY)

    def _are_in_turn(self, found: dict[str, Any], shown: str, both: WeeklyAndWeeks | None) -> bool:
        """Read what each semester has in its turn: weekly hours as 3,2 or 4/4/2, or weeks as 4周+10周."""
        terms = self._terms_known(found)
        if self._has_weeks_in_turn(found, terms, shown):
            return True
        is_list = _LIST.fullmatch(bare(shown)) and both is None
        if not is_list and not (both and self._is_in_turn(shown, both, found)):
            return False
        self.weekly_in_turn = [hundredths(each) or 0 for each in re.split(r"[,、;/]", bare(shown))]
        if "/" in shown:
            self._guess("weekly-hours-in-turn", shown, "、".join(terms))
        return True

    def _terms_known(self, found: dict[str, Any]) -> list[str]:
        """Give the terms that columns show, or those that a cell states where no column shows any."""
        year, stated = self._text(M.YEAR) or "", self._text(M.SEMESTERS) or ""
        listed = stated_semesters(stated, year, self.context.entry_year, in_years=self.context.in_years)
        return [*dict.fromkeys(found["terms"])] or [str(each) for each in (listed.semesters if listed else ())]

    def _is_in_turn(self, shown: str, both: WeeklyAndWeeks, found: dict[str, Any]) -> bool:
        """Whether 4/2 are the weekly hours of two semesters: hours and weeks would not make its hours."""
        hours = self._stated_hours()
        is_pair = bool(_PAIR.fullmatch(bare(shown))) and len(self._terms_known(found)) == 2
        return (
            is_pair
            and hours is not None
            and hours not in {taught_in(both.weekly, both.weeks) * each for each in (1, 2)}
        )

    def _check_product(self, both: WeeklyAndWeeks) -> None:
        """Say where weekly hours and weeks make the hours of the course in no number of semesters."""
        hours, product = self._stated_hours(), taught_in(both.weekly, both.weeks)
        if hours and product and (hours % product or hours // product > SEMESTERS_LARGEST):
            self._guess("weekly-hours-and-weeks-differ", f"{product / 100:g} ≠ {hours / 100:g}", "")

    def _hours_of_a_remark(self, found: dict[str, Any]) -> None:
        """Read what a remark says of lectures without weekly hours: 每学期8学时."""
        match = EACH_TERM.search(bare(self._text(M.REMARK) or ""))
        terms = [*dict.fromkeys(found["terms"])]
        if match and terms and not found["semester_hours"]:
            found["semester_hours"] = dict.fromkeys(terms, int(match[1]))
            self._guess("hours-of-terms-in-a-remark", match[0], "、".join(terms))

    def _hours_of_each_term(self, found: dict[str, Any]) -> None:
        """Read 每学期8学时 of a remark next to signs under the terms, where that makes the hours of the course."""
        match = EACH_TERM.search(bare(self._text(M.REMARK) or ""))
        terms = {*found["terms"]}
        if match and not found["weekly_hours"] and int(match[1]) * len(terms) * 100 == self._stated_hours():
            self._hours_of_a_remark(found)

    def _semesters(self, terms: dict[str, Any], examined: Iterable[int]) -> dict[str, Any]:
        seen = terms.pop("terms")
        columns = [int(each) for each in seen if each.isdigit()]
        stated = self._text(M.SEMESTERS)
        if stated and (summer := short_term(stated) or summer_after(stated)):
            seen, stated = [*seen, summer], None
        elif stated and (either := either_semester(stated)):
            terms["alternatives"] += map(str, either)
            stated = None
        summers = tuple(sorted({int(each.removesuffix("S")) for each in seen if not each.isdigit()}))
        if stated and (of_each := weeks_in_brackets(stated)):
            terms["weeks"] |= {str(term): weeks for term, weeks in of_each.items()}
            terms["duration"] = terms["duration"] or sum(of_each.values())
            stated = "、".join(map(str, of_each))
        stated = self._typed(stated) if stated else None
        listed = self._semester_list(stated) if stated else None
        shared = weeks_of_each(self._text(M.WEEKS) or "")
        if shared and not columns and not self._text(M.SEMESTERS):
            listed = tuple(sorted(shared))
        if shared.keys() == {*columns, *(listed or ())}:
            terms["weeks"] |= {str(term): weeks for term, weeks in shared.items()}
        elif shared:
            self._problem("value-not-read", self._text(M.WEEKS) or "", M.WEEKS)
        if stated and listed is None:
            self._problem("value-not-read", stated, M.SEMESTERS)
        if listed and columns and set(listed) != set(columns):
            self._problem("semesters-differ", stated or "", M.SEMESTERS)
        semesters = tuple(sorted({*columns, *(listed or ())}))
        if others := sorted({*examined} - {*semesters}) if semesters else []:
            self._guess("assessed-in-other-semesters", "、".join(map(str, others)), "、".join(map(str, semesters)))
        self._in_turn(terms, semesters)
        if (weeks := terms["weeks"].pop(ANY_TERM, None)) is not None:
            terms["weeks"] = dict.fromkeys(map(str, semesters), weeks)
            self.weeks = weeks
        if not semesters and not summers and examined:
            semesters = tuple(sorted(examined))
            self._guess("semesters-by-examination", "、".join(map(str, semesters)), "")
        alternatives = tuple(int(each) for each in terms.pop("alternatives") if each.isdigit())
        return {"semesters": semesters, "summer_terms": summers, "alternatives": alternatives}

    def _typed(self, text: str) -> str:
        """Give the range that was typed where a spreadsheet made a date of it."""
        typed = range_of_date(text)
        if typed:
            self._guess("date-read-as-semesters", text, typed)
        return typed or text

    def _in_turn(self, terms: dict[str, Any], semesters: Sequence[int]) -> None:
        """Give each semester its weekly hours, where the cell lists as many as there are."""
        if not self.weekly_in_turn:
            return
        if len(semesters) != len(self.weekly_in_turn):
            self._problem("value-not-read", self._text(M.WEEKLY) or "", M.WEEKLY)
            return
        terms["weekly_hours"] |= dict(zip(map(str, semesters), self.weekly_in_turn, strict=True))

    def _semester_list(self, text: str) -> tuple[int, ...] | None:
        year = self._text(M.YEAR) or ""
        stated = stated_semesters(text, year, self.context.entry_year, in_years=self.context.in_years)
        if stated is None:
            return None
        if stated.rule:
            self._guess_once(stated.rule, f"{year} {text}".strip(), "、".join(map(str, stated.semesters)))
        return stated.semesters

    # ---- numbers

    def _number(self, meaning: Meaning, read: Callable[[str], int | None]) -> int | None:
        return self._number_of(self._own_text(meaning), self.header.index_of(meaning), meaning, read)

    def _number_of(
        self, text: str | None, column: int | None, meaning: Meaning, read: Callable[[str], int | None]
    ) -> int | None:
        if text is None:
            return None
        if match := COUNTED_OUT.match(bare(text)):
            text = match[1]
            # The brackets of practice within theory say nothing of the whole.
            if meaning in {M.CREDITS, M.HOURS} and read(text) is not None:
                if self.is_counted:
                    self._guess("figure-in-brackets", f"({text})", "")
                self.is_counted = False
        if match := _MARKED.fullmatch(text):
            self.marks.append(match[2])
            text = match[1]
        value = 0 if text == "※" else read(text)
        if value is None and (value := calculated(text, read)) is not None:
            self._guess(
                "sum-or-product-in-a-cell", text, f"{value / 100:g}" if meaning in {M.CREDITS, M.WEEKS} else str(value)
            )
        if text == "※":
            self._guess("sign-for-zero", text, "0")
        elif value is None:
            self._problem_at("value-not-read", text, column)
        return value
