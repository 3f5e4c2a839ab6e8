"""The modules, groups and headings that hold the rows of one table of courses."""

import re

from analysis.training_plans.training_plan import PlanPlace, PlanRemark
from interchange.documents.document_pages import TableCell
from interchange.training_plans.tables.gathered_courses import GatheredCourses
from interchange.training_plans.tables.headings.plan_meanings import Meaning
from interchange.training_plans.tables.numerals import number_of
from interchange.training_plans.tables.plan_grid import Grid
from interchange.training_plans.tables.plan_numbers import is_academic_title, is_empty, semester_of_title
from interchange.training_plans.tables.plan_rows import CourseRow
from interchange.training_plans.tables.plan_words import (
    NATURE_TITLE,
    SOME_OF,
    bare,
    choice_in_nature,
    direction_of,
    fold,
    is_loose_module,
    module_of,
    module_title,
    title_number,
    without_number,
)
from interchange.training_plans.tables.table_texts import is_cut_name, name_whole_module

# Of these one remark is enough for each module: its text names the lines.
_ONCE = {"module-from-the-row-above", "module-by-a-legend"}
_CHOICE = re.compile(r"选|方向")


class TableModules:
    """Follows the modules of one table from row to row."""

    def __init__(self, tables: GatheredCourses, grid: Grid, title: str) -> None:
        self.tables = tables
        self.grid = grid
        # The name of a sheet counts as module where it names one; headings below replace it.
        self.title = self.section = module_title(title)
        self.is_sectioned = False
        # Whether it goes on from the table before.
        self.is_rest = False
        # How the titles of modules are numbered, outermost first: those of one kind stand next to each other.
        self.numberings: list[str] = []
        # Of courses under the title of a term, where no column says it.
        self.term = semester_of_title(title, tables.entry_year)
        # A heading in the table ends with the module of the first line below it.
        self.heading = ""
        self.heading_modules: list[str] | None = None
        # Whether each row names its module anew: then an empty cell of a group says that there is none.
        self.repeats_modules = False
        # The cells left of that heading that reach below it: it ends with the first of them.
        self.holders: list[TableCell] = []
        self.carried: dict[int, str] = {}
        # The choice that the last cell of a nature names, and the modules that it stands in.
        self.choice: tuple[tuple[str, ...], str] = ((), "")
        # Cells at the top of a page with the modules whose rest they hold.
        self.halves: dict[int, str] = {}

    def go_on_in_modules(self, before: "TableModules", row: int) -> None:
        """Take the module, and the term, at the end of the table before; courses go on in this row."""
        self.section, self.is_sectioned, self.heading = before.section, before.is_sectioned, before.heading
        self.title = before.title
        self.term, self.heading_modules, self.carried = before.term, before.heading_modules, before.carried
        self.numberings = [*before.numberings]
        self.is_rest = True
        if self.section:
            self._guess("module-from-the-table-before", self.section, self.grid.place(row))

    def _path(self, row: CourseRow) -> tuple[tuple[str, ...], str | None]:
        """Give the modules and groups that hold a row, and the module as it is written."""
        modules = self._texts(row, Meaning.MODULE)
        if any(self.grid.cell(row.row, each.column) is not each for each in self.holders):
            self.heading, self.holders = "", []
        groups = self._texts(row, Meaning.GROUP) + self._texts(row, Meaning.NAME)
        names = modules or ([self.section] if self.section else [])
        if modules and self.section and all(module_of(each) is None or is_loose_module(each) for each in modules):
            names = [self.section, *modules]
        if modules and "方向" in self.heading and all(map(direction_of, modules)):
            # The heading is about all directions below it.
            names = [self.heading, *modules]
            return (*names, *groups), "/".join(names)
        if self.heading and modules:
            self.heading_modules = self.heading_modules or modules
            self.heading = self.heading if self.heading_modules == modules else ""
        path = [*names, *([self.heading] if self.heading else []), *groups]
        return tuple(path), "/".join(names) or None

    def _choice(self, row: CourseRow, path: tuple[str, ...]) -> str:
        """Give the choice that the cell of the nature names; a cell without text goes on with a direction above it."""
        column = row.header.index_of(Meaning.NATURE)
        text = self.grid.written(row.row, column) if column is not None else ""
        if text:
            choice = choice_in_nature(text)
            self.choice = (path, choice)
            return "" if choice in map(fold, path) else choice
        before, choice = self.choice
        if before != path or not direction_of(choice):
            return ""
        self._guess("module-from-the-row-above", choice, self.grid.place(row.row, column))
        return choice

    def _texts(self, row: CourseRow, meaning: Meaning) -> list[str]:
        columns = [each.column for each in row.header.of(meaning)]
        if meaning is Meaning.NAME:
            # The cell of the name may cover several columns; what stands left of it holds it.
            name = self.grid.cell(row.row, row.header.name_column)
            columns = [each for each in columns[:-1] if self.grid.cell(row.row, each) is not name]
        texts: list[str] = []
        seen: set[int] = set()
        for column in columns:
            cell = self.grid.cell(row.row, column)
            if cell is None or not self.grid.text_of(cell):
                is_in_none = meaning is Meaning.GROUP and (
                    self.repeats_modules or self._is_below_a_full_choice(row.row, column)
                )
                texts += [] if is_in_none else self._carry(row, column)
                continue
            if is_empty(self.grid.text_of(cell)):
                # A sign says that there is none: nothing goes on from above.
                self.carried = {at: kept for at, kept in self.carried.items() if at < column}
                continue
            if id(cell) in seen:
                continue
            seen.add(id(cell))
            text = self._explained(row, column, self.grid.written_of(cell))
            if self._is_cut(row, column, text):
                texts += self._carry(row, column)
                continue
            text = self._joined(row, column, text)
            if self.carried.get(column) != text:
                # What was carried in the columns right of it belonged to the module before.
                self.carried = {at: kept for at, kept in self.carried.items() if at < column}
            self.carried[column] = text
            texts.append(text)
        return texts

    def _is_below_a_full_choice(self, row: int, column: int) -> bool:
        """Whether the cell above, 二选一 over two rows, reaches over all courses of its choice: the next is in none."""
        above = (self.grid.cell(at, column) for at in range(row - 1, -1, -1))
        cell = next((each for each in above if each is not None and self.grid.text_of(each)), None)
        match = SOME_OF.search(bare(self.grid.text_of(cell))) if cell else None
        return cell is not None and match is not None and 1 < cell.rows == number_of(match[1] or "")

    def _explained(self, row: CourseRow, column: int, text: str) -> str:
        """Give the module that a note says letters stand for."""
        if module := self.tables.codes.modules.get(text, ""):
            self._guess("module-by-a-legend", text, self.grid.place(row.row, column), module)
        return module or text

    def _is_cut(self, row: CourseRow, column: int, text: str) -> bool:
        """Whether a single character at the top of a page is the rest of the vertical text on the page before."""
        return self.is_rest and row.row == row.header.last + 1 and len(text) == 1 and bool(self.carried.get(column))

    def _joined(self, row: CourseRow, column: int, text: str) -> str:
        """Join the halves of a module that the end of a page cut: 专业 there, and 核心课 here."""
        cell, before = self.grid.cell(row.row, column), self.carried.get(column, "")
        if id(cell) in self.halves:
            return self.halves[id(cell)]
        is_first = self.is_rest and row.row == row.header.last + 1
        if not (is_first and is_cut_name(before, text)):
            return text
        self.halves[id(cell)] = before + text
        self._guess("module-cut-by-a-page", before + text, self.grid.place(row.row, column))
        name_whole_module(self.tables.lines, before, before + text)
        return before + text

    def _carry(self, row: CourseRow, column: int) -> list[str]:
        """Take the module from the row above where only the first of its rows names it."""
        carried = self.carried.get(column)
        if not carried:
            return []
        self._guess("module-from-the-row-above", carried, self.grid.place(row.row, column))
        return [carried]

    def _is_sibling(self, row: CourseRow) -> bool:
        """Whether a title is numbered as the one before it: it opens a module, though nothing follows on its page."""
        return self.numberings[-1:] == [title_number(row.text)]

    def _keep_number(self, kind: str) -> None:
        """Follow how titles are numbered: a kind that is known ends those within it; a title without one ends all."""
        at = self.numberings.index(kind) if kind in self.numberings else len(self.numberings)
        self.numberings = [*self.numberings[:at], kind] if kind else []

    def _section(self, row: CourseRow) -> None:
        written = self.grid.written_of(row.cell) if row.cell else row.text
        kind = title_number(written)
        # One numbered as a title around the last one closes that as well.
        is_sibling = kind in self.numberings and not row.header.of(Meaning.MODULE)
        shown = module_title(written) or (without_number(written) if is_sibling else written).strip("【】[] ")
        term = semester_of_title(shown, self.tables.entry_year)
        if term or is_academic_title(shown):
            self.term = term
            return
        is_sibling = is_sibling or bool(NATURE_TITLE.fullmatch(shown) and NATURE_TITLE.fullmatch(self.section))
        is_module = module_of(shown) is not None and not re.match(r"[A-D]、", shown)
        has_modules = bool(row.header.of(Meaning.MODULE))
        held = [each for each in self.grid.row_cells(row.row) if row.cell and each.column < row.cell.column]
        self.holders = [each for each in held if each.row + each.rows > row.row + 1]
        if has_modules and ("选" in shown or (self.holders and direction_of(shown))):
            self.heading, self.heading_modules = shown, None
        elif is_sibling or (is_module and not ("方向" in shown and self.section)):
            self.section, self.heading, self.is_sectioned = shown, "", True
            self._keep_number(kind)
        elif _CHOICE.search(shown) or self.section:
            self.heading, self.heading_modules = shown, None
            if not _CHOICE.search(shown):
                self._guess("title-within-a-module", shown, self._place(row), self.section)
        else:
            self.section, self.is_sectioned = shown, True
            self._keep_number(kind)
        self.carried = {}

    # ---- places

    def _place(self, row: CourseRow) -> PlanPlace:
        return self.grid.place(row.row, row.cell.column if row.cell else None)

    def _guess(self, rule: str, subject: str, place: PlanPlace, taken: str = "") -> None:
        remark = PlanRemark(rule, subject, place, taken)
        once = self.tables.remarks.once
        if rule not in _ONCE or (rule, subject) not in once:
            once.add((rule, subject))
            self.tables.remarks.guesses.append(remark)
