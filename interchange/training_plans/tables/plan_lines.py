"""From a row of a course table to a course: each field by its column, each doubt among the guesses or problems."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from analysis.training_plans.training_plan import ANY_TERM, PlanLine, PlanRemark
from interchange.training_plans.tables.plan_columns import CourseHeading, PlanColumn
from interchange.training_plans.tables.plan_grid import Grid
from interchange.training_plans.tables.plan_meanings import Meaning
from interchange.training_plans.tables.plan_numbers import (
    SemesterCell,
    hundredths,
    is_empty,
    is_tick,
    semester_cell,
    semester_list,
    weeks_of,
    whole,
)
from interchange.training_plans.tables.plan_words import (
    COUNTED_OUT,
    assessment_of,
    bare,
    choice_of,
    is_loose_module,
    module_of,
    nature_of,
    nature_text_of,
)

M = Meaning
_MARKED = re.compile(r"(\d{1,4}(?:\.\d{1,2})?)\s*([*#※★▲△☆])")
# 260(10周) and 10周(260): hours with the weeks that they fill.
_HOURS_AND_WEEKS = re.compile(
    r"(\d{1,4})[(/](\d{1,2})(?:周|[wW])\)?|(\d{1,2})(?:周|[wW])[(/](\d{1,4})(?:学时|课时)?\)?"
)
_NAMES = re.compile(r"[、,，;；]")


class PlanRemarks(NamedTuple):
    """Where guesses and problems are gathered; ``once`` are rule and subject of those that are said once."""

    guesses: list[PlanRemark]
    problems: list[PlanRemark]
    once: set[tuple[str, str]]


class LineContext(NamedTuple):
    """What a line has from around its row: the modules that hold it, and what the figures of terms count."""

    path: tuple[str, ...]
    module_text: str | None
    term_unit: str
    is_weekly_sure: bool = True


class LineReader:
    """Reads one row."""

    def __init__(self, grid: Grid, header: CourseHeading, row: int, remarks: PlanRemarks) -> None:
        self.grid = grid
        self.header = header
        self.row = row
        self.remarks = remarks
        self.marks: list[str] = []
        self.is_counted = True

    def read(self, context: LineContext) -> PlanLine:
        """Read all columns."""
        name, english = self._name()
        fields: dict[str, Any] = {**self._figures(), **self._modules(context)}
        terms = self._terms(context.term_unit)
        assessment, examined = self._assessments()
        fields |= self._semesters(terms, examined)
        if fields["duration_weeks"] is None:
            fields["duration_weeks"] = terms.pop("duration")
        terms.pop("duration", None)
        line = PlanLine(
            self.grid.place(self.row, self.header.name_column),
            name,
            english,
            code=self._text(M.CODE),
            assessment={**assessment, **terms.pop("assessment")},
            prerequisites=tuple(filter(None, _NAMES.split(self._written(M.PREREQUISITES) or ""))),
            department=self._written(M.DEPARTMENT),
            path=context.path,
            **self._choice(),
            weekly_hours=terms["weekly_hours"],
            weeks=terms["weeks"],
            semester_hours=terms["semester_hours"],
            **fields,
        )
        self._read_whether_counted()
        line = line._replace(is_counted=self.is_counted, remark=self._remark())
        self._check(line)
        return line

    # ---- texts

    def _name(self) -> tuple[str, str]:
        """Split a name from its English form, which some colleges print on a line of its own."""
        lines = self.grid.lines(self.row, self.header.name_column)
        chinese = [each for each in lines if re.search(r"[\u4e00-\u9fff]", each)]
        english = [each for each in lines if each not in chinese]
        is_pair = bool(chinese) and all(re.fullmatch(r"[A-Za-z][\w\s,.&'()/:-]{3,}", each) for each in english)
        if english and is_pair:
            return "".join(chinese), " ".join(english)
        return self.grid.written(self.row, self.header.name_column), ""

    def _text(self, meaning: Meaning) -> str | None:
        text = self.grid.text(self.row, self.header.index_of(meaning))
        return None if is_empty(text) else text

    def _written(self, meaning: Meaning) -> str | None:
        text = self.grid.written(self.row, self.header.index_of(meaning))
        return None if is_empty(text) else text

    def _remark(self) -> str | None:
        texts = [self.grid.written(self.row, each.column) for each in self.header.of(M.REMARK)]
        shown = dict.fromkeys([*self.marks, *(each for each in texts if not is_empty(each))])
        return "；".join(shown) or None

    # ---- modules and natures

    def _modules(self, context: LineContext) -> dict[str, Any]:
        inner = [*reversed(context.path)]
        named = sorted((each for each in inner if module_of(each)), key=is_loose_module)
        module = module_of(named[0]) if named else None
        if module and is_loose_module(named[0]):
            self._guess_once("module-by-a-loose-word", named[0], module)
        if context.module_text and module is None:
            self._guess_once("module-not-known", context.module_text, "")
        nature_text = self._written(M.NATURE)
        by_module = next((nature for each in inner if (nature := nature_of(each))), None)
        if nature_text is None:
            nature_text = next((text for each in inner if (text := nature_text_of(each))), None)
            nature = by_module
        else:
            nature = nature_of(nature_text)
            self._check_nature(nature_text, nature, by_module)
        if module is None and nature_text and (module := module_of(nature_text)):
            self._guess_once("module-by-a-loose-word", nature_text, module)
        return {
            "module_text": context.module_text,
            "module": module,
            "nature_text": nature_text,
            "nature": nature,
        }

    def _check_nature(self, text: str, nature: str | None, by_module: str | None) -> None:
        if nature is None:
            self._problem("nature-not-known", text, M.NATURE)
        elif by_module and (nature == "REQUIRED") != (by_module == "REQUIRED"):
            self._problem("nature-differs-from-its-module", text, M.NATURE)

    def _choice(self) -> dict[str, Any]:
        text = self._written(M.CHOICE)
        if text is None:
            return {}
        choice = choice_of(text)
        if choice is None:
            self._problem("value-not-read", text, M.CHOICE)
            return {}
        return {"group": choice[0], "option": choice[1]}

    # ---- figures

    def _figures(self) -> dict[str, Any]:
        hours, weeks = self._hours_or_weeks(M.HOURS)
        theory, _ = self._hours_or_weeks(M.THEORY)
        practice, practice_weeks = self._hours_or_weeks(M.PRACTICE)
        if practice_weeks is not None:
            self._guess("weeks-in-a-column-of-hours", f"{practice_weeks}周", "")
        credits_stated = self._number(M.CREDITS, hundredths)
        for meaning, order in ((M.CREDITS_AND_HOURS, 1), (M.HOURS_AND_CREDITS, -1)):
            if pair := self._own_text(meaning):
                credits_stated, hours = self._credits_and_hours(pair, meaning, order)
        both = self._text(M.THEORY_AND_PRACTICE)
        if both:
            theory, practice, weeks = self._theory_and_practice(both, weeks)
            if hours is None and theory is not None and practice is not None:
                hours = theory + practice
        stated_weeks = self._number(M.WEEKS, lambda text: weeks_of(text) or whole(text))
        return {
            "credits": credits_stated,
            "hours": hours,
            "theory_hours": theory,
            "practice_hours": practice,
            "duration_weeks": stated_weeks if stated_weeks is not None else weeks or practice_weeks,
        }

    def _credits_and_hours(self, text: str, meaning: Meaning, order: int) -> tuple[int | None, int | None]:
        parts = re.split(r"[/、(]", bare(text).rstrip(")"))[::order]
        if len(parts) == 2 and hundredths(parts[0]) is not None and whole(parts[1]) is not None:
            return hundredths(parts[0]), whole(parts[1])
        self._problem("value-not-read", text, meaning)
        return None, None

    def _theory_and_practice(self, text: str, weeks: int | None) -> tuple[int | None, int | None, int | None]:
        parts = re.split(r"[/+]", bare(text))
        numbers = [whole(each) for each in parts]
        if len(parts) == 2 and None not in numbers:
            return numbers[0], numbers[1], weeks
        if weeks_of(text) is not None:
            return None, None, weeks_of(text)
        self._problem("value-not-read", text, M.THEORY_AND_PRACTICE)
        return None, None, weeks

    def _hours_or_weeks(self, meaning: Meaning) -> tuple[int | None, int | None]:
        text = self._own_text(meaning)
        if text is None:
            return None, None
        if weeks := weeks_of(text):
            return None, weeks
        if match := _HOURS_AND_WEEKS.fullmatch(bare(text)):
            return int(match[1] or match[4]), int(match[2] or match[3])
        return self._number(meaning, whole), None

    def _number(self, meaning: Meaning, read: Callable[[str], int | None]) -> int | None:
        text = self._own_text(meaning)
        if text is None:
            return None
        if match := COUNTED_OUT.match(bare(text)):
            text = match[1]
            # The brackets of practice within theory say nothing of the whole.
            if meaning in {M.CREDITS, M.HOURS} and read(text) is not None:
                self.is_counted = False
        if match := _MARKED.fullmatch(text):
            self.marks.append(match[2])
            text = match[1]
        value = 0 if text == "※" else read(text)
        if text == "※":
            self._guess("sign-for-zero", text, "0")
        elif value is None:
            self._problem("value-not-read", text, meaning)
        return value

    def _read_whether_counted(self) -> None:
        text = self._text(M.COUNTED)
        if text and re.fullmatch(r"否|不计入?|×|N", text):
            self.is_counted = False
        elif text and not re.fullmatch(r"是|计入|√|Y", text):
            self._problem("value-not-read", text, M.COUNTED)

    def _own_text(self, meaning: Meaning) -> str | None:
        """Give the text of a cell that begins in this row: one merged from above belongs to the line there."""
        column = self.header.index_of(meaning)
        if column is None or not self.grid.begins(self.row, column):
            return None
        if self._has_several_numbers(column):
            self._problem("several-values-in-one-cell", " ".join(self.grid.lines(self.row, column)), meaning)
            return None
        return self._text(meaning)

    def _has_several_numbers(self, column: int) -> bool:
        """Whether each line of a cell is a number of its own: put together they would be another number."""
        lines = self.grid.lines(self.row, column)
        return len(lines) > 1 and all(re.fullmatch(r"\d+(?:\.\d+)?", bare(each)) for each in lines)

    # ---- terms

    def _terms(self, unit: str) -> dict[str, Any]:
        found: dict[str, Any] = {
            "terms": [],
            "alternatives": [],
            "weekly_hours": {},
            "weeks": {},
            "semester_hours": {},
            "assessment": {},
            "duration": None,
        }
        for column in self.header.of(M.TERM):
            text = self.grid.text(self.row, column.column)
            if is_empty(text) or bare(text) == "0":
                continue
            cell = semester_cell(text)
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
            elif cell.is_alternative:
                found["alternatives"].append(column.term)
            else:
                self._take(found, column, cell, unit)
        self._weekly_alone(found)
        return found

    def _take(self, found: dict[str, Any], column: PlanColumn, cell: SemesterCell, unit: str) -> None:
        term = column.term
        found["terms"].append(term)
        if cell.mark and not (is_tick(cell.mark) and cell.number is None):
            self.marks.append(cell.mark)
        if cell.assessment:
            found["assessment"][term] = cell.assessment
        # A cell that is merged from above counts where it begins.
        if not self.grid.begins(self.row, column.column):
            return
        if cell.hours is not None:
            found["semester_hours"][term] = cell.hours
        if cell.number is not None:
            if unit == "HOURS":
                found["semester_hours"][term] = cell.number // 100
                return
            found["weekly_hours"][term] = cell.number
            weeks = cell.weeks or column.weeks
            if weeks:
                found["weeks"][term] = weeks
        elif cell.weeks:
            found["weeks"][term] = cell.weeks
            found["duration"] = (found["duration"] or 0) + cell.weeks

    def _goes_on(self, column: int) -> bool:
        cell = self.grid.cell(self.row, column)
        return cell is not None and cell.column < column

    def _weekly_alone(self, found: dict[str, Any]) -> None:
        """Read columns that state the semester with its weekly hours (1/5), or the weekly hours of all."""
        text = self._text(M.SEMESTER_AND_WEEKLY)
        if text:
            match = re.fullmatch(r"(\d{1,2})/(\d{1,2}(?:\.\d)?)", bare(text))
            if match:
                found["terms"].append(match[1])
                found["weekly_hours"][match[1]] = hundredths(match[2])
            else:
                self._problem("value-not-read", text, M.SEMESTER_AND_WEEKLY)
        weekly = self._number(M.WEEKLY, hundredths)
        if weekly is not None:
            found["weekly_hours"].setdefault(ANY_TERM, weekly)

    def _semesters(self, terms: dict[str, Any], examined: Iterable[int]) -> dict[str, Any]:
        seen = terms.pop("terms")
        columns = [int(each) for each in seen if each.isdigit()]
        summers = tuple(sorted(int(each.removesuffix("S")) for each in seen if not each.isdigit()))
        stated = self._text(M.SEMESTERS)
        listed = semester_list(stated) if stated else None
        if stated and listed is None:
            self._problem("value-not-read", stated, M.SEMESTERS)
        if listed and columns and set(listed) != set(columns):
            self._problem("semesters-differ", stated or "", M.SEMESTERS)
        semesters = tuple(sorted({*columns, *(listed or ())}))
        if not semesters and not summers and examined:
            semesters = tuple(sorted(examined))
            self._guess("semesters-by-examination", "、".join(map(str, semesters)), "")
        alternatives = tuple(int(each) for each in terms.pop("alternatives") if each.isdigit())
        return {"semesters": semesters, "summer_terms": summers, "alternatives": alternatives}

    # ---- assessments

    def _assessments(self) -> tuple[dict[str, str], set[int]]:
        kinds: dict[str, str] = {}
        semesters: set[int] = set()
        for meaning, kind in ((M.EXAMINED, "EXAM"), (M.CHECKED, "CHECK")):
            text = self._text(meaning)
            if text is None:
                continue
            listed = semester_list(text)
            if listed:
                kinds |= dict.fromkeys(map(str, listed), kind)
                semesters |= set(listed)
            else:
                kinds[ANY_TERM] = kind
                self._keep_rest(text)
        text = self._text(M.ASSESSMENT)
        if text:
            kind = assessment_of(text) or ""
            if kind:
                kinds[ANY_TERM] = kind
            else:
                self._problem("assessment-not-known", text, M.ASSESSMENT)
        return kinds, semesters

    def _keep_rest(self, text: str) -> None:
        """Keep what stands next to a tick: 限选 of *限选."""
        rest = re.sub(r"^(?:考试|考查)|[*√✓✔●○★▲△☆YyVv]", "", bare(text))
        if rest:
            self.marks.append(rest)
            self._guess("words-next-to-a-tick", rest, "")

    # ---- doubts

    def _check(self, line: PlanLine) -> None:
        parts = [line.theory_hours, line.practice_hours]
        if line.hours is not None and None not in parts and sum(each or 0 for each in parts) != line.hours:
            self._problem("hours-do-not-add-up", f"{parts[0]} + {parts[1]} ≠ {line.hours}", M.HOURS)
        if line.hours is not None and line.credits is not None and line.hours * 100 < line.credits:
            self._problem("hours-below-credits", f"{line.hours} < {line.credits / 100:g}", M.HOURS)
        if any(each is not None and line.hours is not None and each > line.hours for each in parts):
            self._problem("part-larger-than-whole", str(line.hours), M.HOURS)

    def _guess_once(self, rule: str, subject: str, taken: str) -> None:
        """PlanRemark on a module once: its text names the lines."""
        if (rule, subject) not in self.remarks.once:
            self.remarks.once.add((rule, subject))
            self._guess(rule, subject, taken)

    def _guess(self, rule: str, subject: str, taken: str) -> None:
        self.remarks.guesses.append(
            PlanRemark(rule, subject, self.grid.place(self.row, self.header.name_column), taken)
        )

    def _problem(self, rule: str, subject: str, meaning: Meaning) -> None:
        self._problem_at(rule, subject, self.header.index_of(meaning))

    def _problem_at(self, rule: str, subject: str, column: int | None) -> None:
        self.remarks.problems.append(PlanRemark(rule, subject, self.grid.place(self.row, column)))


# ---- what the figures of terms count


def term_unit(grid: Grid, header: CourseHeading, rows: Sequence[int]) -> tuple[str, bool]:
    """Tell whether figures under terms are weekly hours or hours of the term, and whether that is sure.

    The heading says it, or the sums do: hours of all terms make the hours of the course.
    """
    terms = header.of(M.TERM)
    heading = "".join(each.heading for each in terms[:1])
    hours = header.index_of(M.HOURS)
    matches = [_adds_up(grid, terms, row, hours) for row in rows]
    as_hours = sum(each == "HOURS" for each in matches)
    judged = sum(each is not None for each in matches)
    by_sum = "HOURS" if judged and as_hours * 2 > judged else "WEEKLY"
    if re.search(r"周(?:学时|课时|时)|每周", heading):
        return "WEEKLY", by_sum == "WEEKLY"
    if re.search(r"(?:学时|课时|时)(?:数)?(?:分配|分布|安排)", heading) and by_sum == "HOURS":
        return "HOURS", True
    return by_sum, False


def _adds_up(grid: Grid, terms: Sequence[PlanColumn], row: int, hours: int | None) -> str | None:
    total = whole(grid.text(row, hours))
    places = {each.column: grid.cell(row, each.column) for each in terms}
    cells = [semester_cell(grid.text_of(cell)) for at, cell in places.items() if cell and cell[:2] == (row, at)]
    numbers = [each.number for each in cells if each and each.number and not each.weeks and not each.is_alternative]
    if total is None or not total or not numbers:
        return None
    return "HOURS" if sum(numbers) == total * 100 else "WEEKLY"
