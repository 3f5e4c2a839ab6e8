"""From the pages of a document to the training plans in it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from analysis.training_plans.training_plan import (
    PlanPlace,
    PlanReading,
    PlanRemark,
)
from interchange.documents.document_pages import Document, DocumentPage, DocumentTable, PrintedLine
from interchange.training_plans.plan_errors import CoursesAsColumnsError, TrainingPlanNotFoundError
from interchange.training_plans.plan_head import HeadText, NamedMajor, grade_of_compilation
from interchange.training_plans.plan_preamble import preamble
from interchange.training_plans.reading.cut_titles import with_whole_titles
from interchange.training_plans.reading.finished_plan import finished_plan
from interchange.training_plans.reading.plans_of_groups import MajorOfGroup, document_of_major, majors_of_group
from interchange.training_plans.reading.unfinished_plan import UnfinishedPlan, WholeDocument, course_header
from interchange.training_plans.tables.headings.column_choices import NO_CHOICES, ColumnChoices
from interchange.training_plans.tables.headings.plan_legends import (
    code_legend,
    core_marks,
    note_legend,
)
from interchange.training_plans.tables.plan_blocks import blocks_of
from interchange.training_plans.tables.plan_grid import Grid
from interchange.training_plans.tables.plan_words import fold
from interchange.training_plans.tables.table_kinds import (
    has_courses_as_columns,
)
from interchange.training_plans.tables.table_texts import (
    running_lines,
)
from interchange.training_plans.tables.tables_of_changes import without_tables_left_out
from interchange.training_plans.tables.turned_tables import grids_of


def read_training_plans(
    document: Document, majors: Sequence[NamedMajor] = (), choices: ColumnChoices = NO_CHOICES
) -> tuple[PlanReading, ...]:
    """Read all plans of a document; ``majors`` are those whose codes and names a plan is checked against."""
    document, left_out = without_tables_left_out(document)
    reader = _read(document, left_out, choices)
    drafts = _drafts([reader])
    if not drafts:
        raise CoursesAsColumnsError if reader.has_courses_as_columns else TrainingPlanNotFoundError
    # A document of several plans names each where it begins: a list of majors before them parts nothing more.
    group = majors_of_group(document) if len(drafts) == 1 else ()
    parts = [(document_of_major(document, group, each), each) for each in group]
    readers = [_read(part, left_out, choices, _Group(each, group)) for part, each in parts]
    return tuple(finished_plan(each, majors) for each in _drafts(readers) or drafts)


def _drafts(readers: Sequence["_DocumentReader"]) -> list[UnfinishedPlan]:
    return [each for reader in readers for each in reader.drafts if each.courses.lines]


class _Group(NamedTuple):
    """The major that a document is read for, and all of its group."""

    major: MajorOfGroup
    all: Sequence[MajorOfGroup]


def _read(
    document: Document, left_out: Mapping[int, PlanRemark | None], choices: ColumnChoices, group: _Group | None = None
) -> "_DocumentReader":
    texts = list(document.texts())
    reader = _DocumentReader(
        WholeDocument(note_legend(texts), core_marks(texts), running_lines(document), code_legend(texts))
    )
    if group:
        reader.begin_for(group)
    shown = _shows_courses(document)
    for page, block, lines in with_whole_titles(document.blocks()):
        if not isinstance(block, DocumentTable):
            reader.take_line(page, block, lines)
            continue
        for grid in _grids(page, block, choices) if block.cells or block.number not in left_out else ():
            if shown and page.is_hidden:
                reader.leave_out(grid)
            else:
                reader.take_table(grid)
        if block.number in left_out:
            reader.draft.leave_out(left_out[block.number])
    return reader


def _grids(page: DocumentPage, table: DocumentTable, choices: ColumnChoices) -> Iterator[Grid]:
    for each in blocks_of(page, table):
        yield from grids_of(page, each, choices)


def _shows_courses(document: Document) -> bool:
    """Whether a document with hidden sheets has courses on others."""
    pages = {page.number: page for page, _ in document.blocks()}
    if not any(each.is_hidden for each in pages.values()):
        return False
    tables = (each for each in document.blocks() if isinstance(each[1], DocumentTable) and not each[0].is_hidden)
    return any(course_header(Grid(page, table))[0] for page, table in tables if isinstance(table, DocumentTable))


class _DocumentReader:
    """Takes blocks in their order; another major begins another plan."""

    def __init__(self, whole: WholeDocument) -> None:
        self.whole = whole
        self.drafts = [UnfinishedPlan(whole)]
        self.line = 0
        self.has_courses_as_columns = False

    @property
    def draft(self) -> "UnfinishedPlan":
        return self.drafts[-1]

    def begin_for(self, group: _Group) -> None:
        """Begin the plan of one major of a group: the document names it, and what only others have is left out."""
        major, facts = group.major, self.draft.facts
        facts.values |= {"major_name": major.name, "major_code": major.code}
        facts.labelled.add("major_name")
        for each in major.facts:
            facts.take(HeadText(each, major.place))
        names = "、".join(each.name for each in group.all)
        facts.guesses.append(PlanRemark("plan-of-a-group", names, major.place, major.name))

    def take_line(self, page: DocumentPage, line: PrintedLine, lines: int) -> None:
        text, place = fold(line.text), PlanPlace(page.number, page.sheet, line=self.line + 1)
        self.line += lines
        self._maybe_begin([text])
        if lines > 1:
            self.draft.facts.guesses.append(PlanRemark("title-over-several-lines", text, place))
        self.draft.take_line(text, place)

    def take_table(self, grid: Grid) -> None:
        header, first = course_header(grid)
        if header:
            self._maybe_begin([each.text for each in preamble(grid, first).facts])
        elif has_courses_as_columns(grid):
            self.has_courses_as_columns = True
            self.draft.courses.remarks.problems.append(PlanRemark("courses-as-columns", "", grid.place(0)))
        self.draft.take_table(grid, header)

    def leave_out(self, grid: Grid) -> None:
        """Say that a hidden sheet was not read."""
        self.draft.courses.remarks.guesses.append(PlanRemark("hidden-sheet-left-out", grid.page.sheet, grid.place(0)))

    def _maybe_begin(self, texts: list[str]) -> None:
        if self.draft.courses.lines and any(self.draft.facts.differs(each) for each in texts):
            self.drafts.append(UnfinishedPlan(self.whole, self.draft.facts.values.get("college")))
            self.draft.facts.grade_of_all = grade_of_compilation(str(self.drafts[0].facts.values.get("title", "")))
