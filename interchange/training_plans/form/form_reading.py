"""Reads the tables of the form that are not of courses, by their exact headings, so that nothing in them is a guess."""

import re
from collections.abc import Callable, Mapping

from analysis.training_plans.training_plan import ChoiceGroup, Note, Outcome, PlanPlace, PlanRemark
from interchange.training_plans.form import form_tables as form
from interchange.training_plans.form.stated_outcomes import StatedOutcome
from interchange.training_plans.plan_totals import StatedFigures, refuse_more_totals
from interchange.training_plans.tables.plan_grid import Grid
from interchange.training_plans.tables.plan_numbers import CHINESE, hundredths, whole
from interchange.training_plans.tables.plan_words import bare, choice_of

_TERM_FIGURE = re.compile(r"第(\d{1,2}S?)学期(学分|学时|周学时)")
_RANGE = re.compile(r"(\d{1,4})(?:-(\d{1,4}))?")


class FormReading:
    """What the tables of the form say, and what in them is not read."""

    def __init__(self) -> None:
        self.head: dict[str, str | int] | None = None
        self.groups: list[ChoiceGroup] | None = None
        self.totals: list[StatedFigures] = []
        self.notes: list[Note] = []
        self.outcomes: list[Outcome] = []
        self.line_outcomes: list[StatedOutcome] = []
        self.sections: list[str] = []
        self.problems: list[PlanRemark] = []

    def take(self, grid: Grid) -> bool:
        """Read a table whose heading is one of the form's; whether it was."""
        labels = tuple(bare(grid.text_of(each)) for each in grid.own_cells(0))
        readers: Mapping[tuple[str, ...], Callable[[Grid, int], None]] = {
            form.HEAD: self._head,
            form.GROUPS: self._group,
            form.NOTES: self._note,
            form.OUTCOMES: self._outcome,
            form.COURSE_OUTCOMES: self._line_outcome,
            form.SECTIONS: self._section,
        }
        read = self._total if labels[: len(form.TOTALS)] == form.TOTALS else readers.get(labels)
        if read is None:
            return False
        if read == self._head:
            self.head = self.head or {}
        if read == self._group:
            self.groups = self.groups or []
        for row in range(1, grid.row_count):
            if grid.own_cells(row):
                read(grid, row)
        return True

    # ---- head

    def _head(self, grid: Grid, row: int) -> None:
        name = form.HEAD_LABELS.get(bare(grid.text(row, 0)))
        text = grid.written(row, 1)
        if name is None or not text or self.head is None:
            return
        value = _head_value(name, text)
        if value is None:
            self._problem(text, grid, row, 1)
        else:
            self.head[name] = value

    # ---- choices and totals

    def _group(self, grid: Grid, row: int) -> None:
        number = choice_of(grid.text(row, 0))
        if grid.text(row, 0) in ("无", form.NOT_STATED) or self.groups is None:
            return
        kind = _key(form.KINDS, grid.text(row, 1))
        if number is None or kind is None:
            self._problem(grid.text(row, 0 if number is None else 1), grid, row, 0 if number is None else 1)
            return
        choose = self._number(grid, row, 3, whole)
        wanted = self._number(grid, row, 4, hundredths)
        place = grid.place(row, 0)
        self.groups.append(ChoiceGroup(number[0], kind, grid.written(row, 2), place, choose, wanted, ()))

    def _total(self, grid: Grid, row: int) -> None:
        stated: dict[str, int] = {}
        places: dict[str, PlanPlace] = {}
        for column in range(len(form.TOTALS), grid.column_count):
            name = _figure_name(bare(grid.text(0, column)))
            read = whole if name in {"hours", "theoryHours", "practiceHours"} else hundredths
            value = self._number(grid, row, column, read) if name else None
            if name and value is not None:
                stated[name], places[name] = value, grid.place(row, column)
        indexes = self._indexes(grid, row)
        scope = grid.written(row, 1) or None
        scopes = ((scope, indexes),) if indexes else ()
        refuse_more_totals(len(self.totals) + 1)
        self.totals.append(
            StatedFigures(grid.place(row, 0), grid.written(row, 0), stated, places, scopes, is_own_block=False)
        )

    def _indexes(self, grid: Grid, row: int) -> tuple[int, ...]:
        text = bare(grid.text(row, 2))
        indexes: list[int] = []
        for part in text.split("、") if text else ():
            match = _RANGE.fullmatch(part)
            first, last = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
            # Ranges go up, so that a short text makes no long list.
            if not (indexes[-1] + 1 if indexes else 0) < first <= last:
                self._problem(text, grid, row, 2)
                return ()
            indexes += range(first - 1, last)
        return tuple(indexes)

    def _number(self, grid: Grid, row: int, column: int, read: Callable[[str], int | None]) -> int | None:
        text = grid.text(row, column)
        value = read(text)
        if text and value is None:
            self._problem(text, grid, row, column)
        return value

    # ---- texts

    def _note(self, grid: Grid, row: int) -> None:
        self.notes.append(Note(grid.written(row, 0), grid.place(row, 0)))

    def _outcome(self, grid: Grid, row: int) -> None:
        kind = grid.text(row, 0)
        self.outcomes.append(Outcome(_key(form.OUTCOME_KINDS, kind) or kind, grid.written(row, 1), grid.place(row, 0)))

    def _line_outcome(self, grid: Grid, row: int) -> None:
        text = grid.written(row, 2)
        if text:
            number = self._number(grid, row, 0, whole)
            self.line_outcomes.append(StatedOutcome(number, grid.written(row, 1), text, grid.place(row, 2)))

    def _section(self, grid: Grid, row: int) -> None:
        self.sections.append(grid.written(row, 0))

    def _problem(self, text: str, grid: Grid, row: int, column: int) -> None:
        self.problems.append(PlanRemark("value-not-read", text, grid.place(row, column)))


def _key(words: Mapping[str, str], text: str) -> str | None:
    return next((key for key, word in words.items() if bare(word) == bare(text)), None)


def _figure_name(heading: str) -> str | None:
    if match := _TERM_FIGURE.fullmatch(heading):
        return f"{_key(form.TERM_FIGURES, match[2])}.{match[1]}"
    return _key({**form.FIGURES, **form.OTHER_FIGURES}, heading)


def _head_value(name: str, text: str) -> str | int | None:
    """Read a value of the head; null where it is no such value."""
    if name == "education_level":
        return next((code for code, word in form.LEVELS.items() if word in text), None) or _level(text)
    if name == "duration_years":
        match = re.fullmatch(r"([一二三四五]|[1-9])年?制?", bare(text))
        return (CHINESE.get(match[1]) or int(match[1])) if match else None
    if name == "hours_per_week":
        return whole(text)
    if name == "major_code":
        return text if re.fullmatch(r"\d{6}[A-Z]?", text) else None
    if name == "grade" and re.fullmatch(r"20\d{2}", text):
        return f"{text}级"
    return text


def _level(text: str) -> str | None:
    """Read a level that is written otherwise than the form writes it."""
    words = {"BACHELOR": "本科", "ASSOCIATE": "高职|专科|大专", "SECONDARY": "中专|技工"}
    return next((code for code, pattern in words.items() if re.search(pattern, text)), None)
