"""One plan while its document is read: what each line and table outside and of courses adds to it."""

import re
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from analysis.training_plans.training_plan import (
    Note,
    PlanPlace,
    PlanRemark,
    TargetCertificate,
)
from interchange.training_plans.form.form_reading import FormReading
from interchange.training_plans.plan_head import Facts, HeadText
from interchange.training_plans.plan_preamble import Sections, is_note, preamble
from interchange.training_plans.plan_schedules import Schedule, read_schedule
from interchange.training_plans.reading.course_descriptions import CourseDescriptions
from interchange.training_plans.reading.rests_of_tables import CoursesAbove, as_rest
from interchange.training_plans.reading.shares_in_sentences import StatedShare
from interchange.training_plans.tables.certificate_tables import (
    certificate_heading,
    other_columns,
    read_certificates,
    rest_of_certificates,
)
from interchange.training_plans.tables.headings.course_heading import CourseHeading
from interchange.training_plans.tables.headings.plan_legends import (
    CodeLegend,
    CoreMarks,
    legend_in_title,
    without_legend,
)
from interchange.training_plans.tables.plan_courses import CourseTables
from interchange.training_plans.tables.plan_grid import Grid
from interchange.training_plans.tables.plan_numbers import term_of_title
from interchange.training_plans.tables.plan_overviews import read_overview
from interchange.training_plans.tables.plan_rows import is_of_courses_above
from interchange.training_plans.tables.plan_words import NOTE_START, NUMBERED_NOTE, bare, module_title
from interchange.training_plans.tables.table_kinds import (
    find_header,
    find_overview,
    overview_of,
)
from interchange.training_plans.tables.table_texts import (
    as_on_the_page_before,
    is_running,
    is_title,
    natures_of_tables,
    number_of_table,
)
from interchange.training_plans.tables.unread_cells import looks_like_a_course, rows_not_read
from interchange.training_plans.tables.weeks.plan_weeks import PlanWeeks

_APPENDIX = re.compile(r"^附[表件录].*(?:任选|选修|限选|模块|课程库|课程池)")
_GUIDE = re.compile(r"^(?:填写|填表|使用)(?:说明|须知|指南)$")
# Between two parts of one table: nothing, the number of a page, 续表.
_REST = re.compile(r"|续表.{0,20}|[-—\s]*第?\s*\d{1,3}\s*页?[-—\s]*(?:[/共,，]?\s*共?\s*\d{1,3}\s*页?)?")
_CAPTION_LARGEST, _MODULE_TITLE_LARGEST = 60, 24
# A sheet of its own may hold the head.
_HEAD_ROWS = 12
# A cover has few texts in many rows.
_COVER_ROWS, _COVER_TEXTS = 60, 40


class WholeDocument(NamedTuple):
    """What the whole document says: of marks, and which lines stand on each of its pages."""

    legend: Mapping[str, str]
    marks: CoreMarks
    running: Mapping[str, int]
    codes: CodeLegend


class UnfinishedPlan:
    """One plan while it is read."""

    def __init__(self, whole: WholeDocument, college: str | int | None = None) -> None:
        self.running = whole.running
        self.natures: dict[int, str] = {}
        self.facts = Facts()
        if college:
            # Plans that follow each other in one document are of one college.
            self.facts.values["college"] = college
        self.courses = CourseTables(whole.legend, whole.marks, whole.codes)
        self.sections = Sections()
        self.certificates: list[TargetCertificate] = []
        self.weeks = PlanWeeks()
        # What sentences state of parts of the whole, once the lines are read.
        self.shares: list[StatedShare] = []
        self.not_read: list[PlanRemark] = []
        # Tables of the terms of courses that stand in other tables.
        self.schedules: list[Schedule] = []
        # The last table of courses, and the same with its heading as long as another may go on with it.
        self.last: Grid | None = None
        self.above: CoursesAbove | None = None
        self.caption = ""
        # What titles since the last table say of the marks and units of the next one.
        self.legends: list[Note] = []
        # A line below a table that also stands on later pages, and its page: the next block tells what it is.
        self.foot: tuple[str, int] | None = None
        # All lines outside tables.
        self.prose: list[HeadText] = []
        # What stands in a table of one column, as a frame around sentences.
        self.framed: list[HeadText] = []
        self.descriptions = CourseDescriptions()
        self.is_in_appendices = False
        self.form = FormReading()
        # Numbered lines right below a note are notes too.
        self.is_in_notes = False
        # Whether nothing but what stands on each page parts the next line from a table of courses.
        self.is_right_below = False

    def take_line(self, text: str, place: PlanPlace) -> None:
        self.is_in_notes = bool(NOTE_START.match(text) or (self.is_in_notes and NUMBERED_NOTE.match(text)))
        if self.is_in_notes:
            self.courses.notes.append(Note(text, place))
            if self.last is not None:
                self.courses.above_notes[place] = self.last.place(0)[:3]
        self.facts.take(HeadText(text, place))
        self.sections.take(text, place)
        self.descriptions.take(text, place)
        self.natures |= natures_of_tables(text)
        is_below_table = self.last is not None and self.last.page.number == place.page and not place.sheet
        page = place.page + 1 if is_below_table else place.page
        # Below a table even the first of the lines that stand on each page is the foot of its page, unless a table
        # follows on the same page.
        title = without_legend(text)
        if len(title) <= _CAPTION_LARGEST and not is_running(text, page, self.running):
            self.caption, self.foot = title, None
        elif is_below_table and not is_running(text, place.page, self.running):
            self.foot = title, place.page
        if self.courses.lines and (self.is_right_below or self.is_in_notes) and is_of_courses_above(text):
            self.courses.choose_above(text, place)
        self.is_right_below &= is_running(text, place.page, self.running)
        self._take_legend(text, place)
        if not self.is_in_notes:
            self.prose.append(HeadText(text, place))

    def take_table(self, grid: Grid, header: CourseHeading | None) -> None:
        if self.foot and self.foot[1] == grid.page.number:
            self.caption = self.foot[0]
        self.foot = None
        self.is_right_below = header is not None
        title = grid.page.sheet or self.caption
        self.is_in_notes = False
        legends, self.legends = self.legends, []
        if self.form.take(grid):
            self.caption = ""
            if self.form.head is not None:
                self.facts.take_form(self.form.head)
            return
        if grid.page.is_hidden:
            self.courses.remarks.guesses.append(PlanRemark("hidden-sheet", grid.page.sheet, grid.place(0)))
        if header:
            self.descriptions.end()
            self._say_legends(legends)
            self.sections.take_caption(self.caption, is_above_courses=True)
            self._preamble(grid, header.first)
            self.courses.entry_year = self.facts.entry_year()
            self._courses(grid, header, _title_above(grid, header.first) or title)
        elif _GUIDE.search(grid.page.sheet):
            self._facts_of_a_guide(grid)
            self.not_read.append(PlanRemark("guide-sheet", grid.page.sheet, grid.place(0)))
        elif self.above and self.above.goes_on_in(grid, title):
            self._continued(grid, self.above, title)
        else:
            self._other(grid)
            if self.above:
                self.above.is_last = False
        self.caption = ""

    def _take_legend(self, text: str, place: PlanPlace) -> None:
        if not self.is_in_notes and (legend := legend_in_title(text)):
            self.legends.append(Note(legend, place))

    def _say_legends(self, legends: Sequence[Note]) -> None:
        """Keep what a title says as a note; that of the rest of a table on the next page says it again."""
        known = {each.text for each in self.courses.notes}
        self.courses.notes += [each for each in legends if each.text not in known]

    def leave_out(self, remark: PlanRemark | None) -> None:
        """Pass a table that is not read; no later table is its rest, nor that of a table before it."""
        self.caption, self.foot, self.above, self.legends = "", None, None, []
        self.is_in_notes = self.is_right_below = False
        if remark is not None:
            self.not_read.append(remark)

    def _courses(self, grid: Grid, header: CourseHeading, title: str) -> None:
        is_next_page = self.last is not None and self.last.page.number < grid.page.number and not grid.page.sheet
        if self.above and is_next_page and self.above.grid.column_count == grid.column_count:
            header = as_on_the_page_before(header, self.above.header)
        self.courses.nature_said = self.natures.get(number_of_table(title) or 0, "")
        # Where the courses of all stand in appendices, none of these only offers them.
        self.is_in_appendices |= not self.courses.lines and (title.startswith("附") or _is_appendix(grid, header.first))
        is_appendix = bool(_APPENDIX.search(title) and self.courses.lines and not self.is_in_appendices)
        own = self._own_title(grid, header, title)
        self.courses.read(grid, header, own, is_appendix=is_appendix, is_rest=self._is_rest(grid))
        self.above, self.last, self.is_right_below = CoursesAbove(grid, header), grid, True
        self._below(grid, header)

    def _own_title(self, grid: Grid, header: CourseHeading, text: str) -> str:
        """Give the title of a table; a sentence above it is none, which is said where it names a module or nature."""
        if is_title(text):
            return text
        if module_title(text):
            place = grid.place(max(header.first, 0))
            self.courses.remarks.guesses.append(PlanRemark("sentence-above-courses", text, place))
        return ""

    def _is_rest(self, grid: Grid) -> bool:
        """Whether nothing but the end of a page parts a table from the one before."""
        return not grid.page.sheet and self.last is not None and bool(_REST.fullmatch(self.caption))

    def _below(self, grid: Grid, header: CourseHeading) -> None:
        """Read tables of weeks and of totals that stand below the courses of a sheet."""
        first = header.last + 1
        before = len(self.courses.overviews)
        overview = next((found for row in range(first, grid.row_count) if (found := find_overview(grid, row))), None)
        if overview:
            read_overview(self.courses, grid, overview)
        totals, weeks = self.courses.overviews[before:], self.weeks.take(grid, first)
        places = {*(each.place for each in totals), *(each.place for each in weeks.rows)}
        self._rows_not_read(grid, header, places, overview)

    def _rows_not_read(
        self, grid: Grid, header: CourseHeading, read: Collection[PlanPlace], overview: CourseHeading | None
    ) -> None:
        """Name the rows with numbers above and below courses that were read as nothing."""
        places = {each._replace(column=None) for each in read}
        headings = range(overview.first, overview.last + 1) if overview else range(0)
        below = self.courses.last.left_out if self.courses.last else []
        rest = [row for row in below if row not in headings and grid.place(row) not in places]
        above = [row for row in range(header.first) if looks_like_a_course(grid, row)]
        self.not_read += rows_not_read(grid, [*above, *rest])

    def _continued(self, grid: Grid, above: CoursesAbove, title: str) -> None:
        header = as_rest(above.header)
        self.courses.remarks.guesses.append(PlanRemark("heading-of-the-table-before", grid.text(0, 0), grid.place(0)))
        own = self._own_title(grid, header, title)
        self.courses.read(grid, header, own, is_appendix=False, is_rest=self._is_rest(grid))
        self.above, self.last = above.with_rest(grid), grid

    def _other(self, grid: Grid) -> None:
        certificates, weeks, overview = read_certificates(grid), self.weeks.take(grid), overview_of(grid)
        if overview:
            self._preamble(grid, overview.first)
            read_overview(self.courses, grid, overview)
        self.certificates += certificates
        self.not_read += rest_of_certificates(grid)
        has_head = is_cover = False
        if not overview and not weeks.rows:
            heading = certificate_heading(grid) if certificates else None
            is_cover = bool(grid.page.sheet) and _is_cover(grid)
            rows = min(_COVER_ROWS if is_cover else _HEAD_ROWS if grid.page.sheet else 3, grid.row_count)
            has_head = self._preamble(grid, rows if heading is None else heading)
        if certificates and (others := other_columns(grid)):
            self.not_read.append(PlanRemark("only-certificates-read", "、".join(others), grid.place(0)))
        schedule = None if certificates or overview else read_schedule(grid, self.courses)
        if schedule:
            self.schedules.append(schedule)
            self.courses.columns += schedule.columns
        if not (
            schedule
            or certificates
            or weeks.rows
            or overview
            or (has_head and (is_cover or grid.row_count <= _HEAD_ROWS))
        ):
            self.framed += _framed(grid)
            subject = " ".join(grid.text_of(each) for each in grid.row_cells(0))[:_CAPTION_LARGEST]
            self.not_read.append(PlanRemark("table-of-another-kind", subject, grid.place(0)))

    def _facts_of_a_guide(self, grid: Grid) -> None:
        """Take what a sheet of remarks on the others says of the plan, where it names the major with its code."""
        texts = preamble(grid, min(_HEAD_ROWS, grid.row_count)).facts
        if any(re.search(r"专业.{0,30}代码.{0,3}\d{6}(?!\d)", bare(each.text)) for each in texts):
            for each in texts:
                self.facts.take(each)

    def _preamble(self, grid: Grid, rows: int) -> bool:
        """Take facts and notes of the first rows; whether there were facts."""
        texts = preamble(grid, rows)
        for each in texts.facts:
            self.sections.take_caption(each.text, is_above_courses=True)
        are_facts = [self.facts.take(each) for each in texts.facts]
        for each, is_fact in zip(texts.facts, are_facts, strict=True):
            if not is_fact and grid.page.sheet and is_note(each.text):
                self.courses.notes.append(Note(each.text, each.place))
            elif legend := legend_in_title(each.text):
                self._say_legends([Note(legend, each.place)])
        self.courses.notes += [Note(each.text, each.place) for each in texts.notes]
        return any(are_facts)


def _framed(grid: Grid) -> list[HeadText]:
    """Give the texts of a table of one column; none where a row has several."""
    texts = [(row, grid.row_cells(row)) for row in grid.rows()]
    is_frame = all(len(cells) == 1 for _, cells in texts)
    return [HeadText(grid.text_of(cells[0]), grid.place(row)) for row, cells in texts] if is_frame else []


def _title_above(grid: Grid, first: int) -> str:
    """Give the one text in the row above a heading, where it names the module or semester of the courses below."""
    cells = grid.own_cells(first - 1) if first else []
    text = without_legend(grid.written_of(cells[0])) if len(cells) == 1 else ""
    is_title = len(text) <= _MODULE_TITLE_LARGEST and (module_title(text) or term_of_title(text))
    return text if is_title else ""


def _is_appendix(grid: Grid, first: int) -> bool:
    """Whether a text above the heading of a sheet calls the table an appendix: 附表1 公共课程教学进程表."""
    return any(re.match(r"附[表件录]", grid.text_of(each)) for row in range(first) for each in grid.own_cells(row))


def _is_cover(grid: Grid) -> bool:
    """Whether a sheet has few texts, each in a row of its own."""
    texts = [len(grid.own_cells(row)) for row in grid.rows()]
    return sum(texts) <= _COVER_TEXTS and max(texts, default=0) <= 2


def course_header(grid: Grid) -> tuple[CourseHeading | None, int]:
    """Give the first heading of courses in a table, and its first row."""
    for row in grid.rows():
        header = find_header(grid, row)
        if header:
            return header, header.first
    return None, 0
