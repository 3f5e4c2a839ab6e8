"""Courses of a teaching standard: lists in the text for every module, a table with contents for the core."""

import re
from collections.abc import Iterator

from interchange.documents.document_pages import Document, DocumentTable, TableCell
from interchange.standards.official_text import Joint, ends_a_text, plain, tidy
from interchange.standards.repeated_header import Header, header_cells, is_header_again, with_header_apart
from interchange.standards.skill.skill_standard import Place, Remark
from interchange.standards.teaching.nameless_rows import TEXTS, CourseTexts, begins_the_next
from interchange.standards.teaching.teaching_standard import TeachingCourse

_MODULES = {"基础": "FOUNDATION", "核心": "CORE", "拓展": "EXTENSION"}
_LIST = re.compile(
    r"(?:专业|(?<![\u4e00-\u9fff])(?=拓展))(基础|核心|拓展)课程?(?:\s|[）)])*(?:(?:一般|通常)?(?:开设|设置)[^。：:]{0,12}[。，,])?"
    r"(?:主要|应)?包括(?:了)?(?:但不限于)?[:：]?([^。]+?)(?:等)?(?:领域)?(?:的)?(?:课程|内容)*。"
)
# What follows the list in its sentence: how schools may choose.
_OF_THE_LIST = re.compile(r"等(?:领域)?的?(?:课程|内容)?$|…+$")
_AFTER_A_LIST = re.compile(r"等(?:领域)?的?(?:课程|内容)?[，,；].*$")
_MARK = re.compile(r"[、，；](?![^（(]*[）)])")
# A label within a list: whose courses follow, where schools choose a direction.
_DIRECTION = re.compile(r"(?:^|[；;])\s*(?:[①-⑳]|[（(]?\d{1,2}[)）.、])?[^、，；;。：:]{2,24}(?:方向|模块)[:：]")
# The end of a heading of one kind of courses, whether a list or a table stands below it.
_KIND = re.compile(
    r"(公共基础|公共|专业基础|专业技能|核心|方向|拓展|选修|限选)(?:[（(][^）)]*[)）])?"
    r"课程?(?:主要|教学|内容|设置|一览|要求|[与和及表])*$"
)
_CORE_KINDS = {"核心", "专业技能"}
_NOTE = re.compile(r"\s*(?:备\s*)?注\s*\d?\s*[:：]")
_NUMBER = re.compile(r"[（(]?\d{1,2}[)）.．、]?")
_GOES_ON = re.compile(r"[（(]续[)）]$")
_HEADER_WITHIN = 3
# What the columns of the table are called. The first pattern that fits a header tells what its column holds.
_COLUMNS = {
    "number": re.compile("^序号|^编号"),
    "tasks": re.compile("典型工作任务|工作任务"),
    "content": re.compile("教学内容|内容与要求|内容和要求|课程内容|主要内容"),
    "name": re.compile("课程"),
}


class TeachingCourses:
    """Collects courses; a row that names none is the rest of the one above."""

    def __init__(self, document: Document, text: str) -> None:
        self.guesses: list[Remark] = []
        self.problems: list[Remark] = []
        self.not_read: list[Remark] = []
        # The numbers of the tables that were read here.
        self.tables: set[int] = set()
        self._joint = Joint("\n".join(document.texts()))
        self._core: list[TeachingCourse] = []
        self._columns: dict[str, int] = {}
        self._width = self._last_row = 0
        self._header: Header = ()
        # Rows at the end of a page that name no course: the next page says whose they are.
        self._ahead: list[tuple[CourseTexts, Place]] = []
        # Whether the last heading is of core courses, where a table stands for each kind.
        self._is_core = True
        for page, block in document.blocks():
            if isinstance(block, DocumentTable):
                self._table(page.number, block)
            elif kind := _kind_of(block.text):
                self._is_core = kind in _CORE_KINDS
        self._give_ahead_to_the_last()
        listed = list(_listed(text))
        self._compare([each.name for each in listed if each.module == "CORE"])
        in_table = {each.name for each in self._core}
        alone = [each for each in listed if each.name not in in_table]
        order = list(_MODULES.values())
        self.courses = tuple(sorted([*self._core, *alone], key=lambda each: order.index(each.module)))
        self._report_nameless()

    def _compare(self, listed: list[str]) -> None:
        """Report where the list of core courses and their table differ."""
        if not listed or not self._core:
            return
        in_table = {each.name: each.places[0] for each in self._core if each.name}
        for name in sorted({*listed} ^ {*in_table}):
            self.problems.append(Remark("core-course-in-one-place-only", name, in_table.get(name)))

    def _table(self, page: int, printed: DocumentTable) -> None:
        table = with_header_apart(printed, self._header)
        start = self._read_header(table)
        if not start and (self._is_of_another_kind(table) or not self._core or table.column_count != self._width):
            return
        self.tables.add(table.number)
        begins, self._last_row = True, table.row_count - 1
        for row in range(start, table.row_count):
            cells = [each for each in table.cells if each.row == row]
            is_title = len(cells) == 1 and cells[0].columns == table.column_count > 1
            if is_title or is_header_again(table, row, self._header):
                if is_title and _NOTE.match(cells[0].text):
                    place = Place(page, cells[0].box, table.number, row + 1)
                    self.not_read.append(Remark("text-between-tables", tidy(cells[0].text), place))
                continue
            self._row(page, table.number, row, cells, begins=begins)
            begins = False

    def _is_of_another_kind(self, table: DocumentTable) -> bool:
        """Whether a table that has a header of its own is that of courses with no content in the graph."""
        return not self._is_core and {"name", "content"} <= _columns(table, 0).keys()

    def _read_header(self, table: DocumentTable) -> int:
        """Find the header; remember which column is which. Gives the first row below it, 0 where there is none."""
        for row in range(min(table.row_count, _HEADER_WITHIN)):
            columns = _columns(table, row)
            if {"name", "content"} <= columns.keys() and (self._is_core or "tasks" in columns):
                self._columns, self._width = columns, table.column_count
                self._header = header_cells(table, row, row + 1)
                return row + 1
        return 0

    def _row(self, page: int, table: int, row: int, cells: list[TableCell], *, begins: bool) -> None:
        texts = {each.column: self._joint.lines(each.lines, each.box) for each in cells}
        found = {use: texts.get(column, "") for use, column in self._columns.items()}
        box = next((each.box for each in cells if each.column == self._columns["name"]), None)
        place = Place(page, box, table, row + 1)
        is_last = row == self._last_row
        if self._is_new(found, begins=begins):
            self._begin(found, place, begins=begins)
        elif box and is_last and (not begins or self._ahead) and not found["name"].strip():
            self._ahead.append((found, place))
        else:
            self._give_ahead_to_the_last()
            self._continue(found, place, begins=begins)

    def _begin(self, found: CourseTexts, place: Place, *, begins: bool) -> None:
        """Begin a course; at the beginning of a page with what stood before its end, where it belongs to it."""
        above = self._core[-1].content if self._core else "。"
        if not (begins and self._ahead and begins_the_next(self._ahead[0][0], found, above)):
            self._give_ahead_to_the_last()
        upper, self._ahead = self._ahead, []
        name, tasks, content = (tidy(found.get(each, "")) for each in ("name", *TEXTS))
        for row, _ in reversed(upper):
            tasks, content = (
                tidy(self._joint.two(row.get(each, ""), so_far, full=None))
                for each, so_far in zip(TEXTS, (tasks, content), strict=True)
            )
        places = (*(at for _, at in upper), place)
        self._core.append(TeachingCourse("CORE", name, tasks, content, places))
        if upper:
            self.guesses.append(Remark("name-on-the-next-page", name, place))

    def _give_ahead_to_the_last(self) -> None:
        """Give what waited for a name, and found none, to the course above it."""
        waited, self._ahead = self._ahead, []
        for found, place in waited:
            self._continue(found, place, begins=False)

    def _report_nameless(self) -> None:
        """Report the courses of which only the number is printed, or not even that."""
        for number, each in enumerate(self.courses, start=1):
            if not each.name:
                self.problems.append(Remark("name-missing", f"{each.module}:{number}", each.places[0]))

    def _is_new(self, found: CourseTexts, *, begins: bool) -> bool:
        """Whether a row is of a course of its own. Only at the beginning of a page may a name go on."""
        name, last = _bare(found["name"]), self._core[-1] if self._core else None
        is_numbered = bool(_NUMBER.fullmatch(plain(found.get("number", "")).strip()))
        if not name:
            # The lower part of its row, on the next page, has the name.
            return is_numbered and not begins
        if last is None or (name != last.name and not begins):
            return True
        if name == last.name or (begins and not last.name):
            return False
        return is_numbered if "number" in found else ends_a_text(last.content)

    def _continue(self, found: CourseTexts, place: Place, *, begins: bool) -> None:
        if not self._core:
            name, tasks, content = (tidy(found.get(each, "")) for each in ("name", *TEXTS))
            self._core.append(TeachingCourse("CORE", name, tasks, content, (place,)))
            return
        last = self._core[-1]
        name = "" if _bare(found["name"]) == last.name else found["name"]
        joined = [
            tidy(self._joint.two(before, after, full=None))
            for before, after in (
                (last.name, name),
                (last.tasks, found.get("tasks", "")),
                (last.content, found["content"]),
            )
        ]
        if joined == [last.name, last.tasks, last.content]:
            return
        self._core[-1] = TeachingCourse("CORE", joined[0], joined[1], joined[2], (*last.places, place))
        rule = "course-continues-on-the-next-page" if begins else "row-without-label"
        self.guesses.append(Remark(rule, joined[0], place))


def _kind_of(line: str) -> str:
    """Give the kind of courses that a heading names, or the beginning of a sentence that lists them."""
    found = _KIND.search(re.split(r"包括|[:：。，]", tidy(line))[0])
    return found[1] if found else ""


def _bare(name: str) -> str:
    return _GOES_ON.sub("", tidy(name))


def _columns(table: DocumentTable, row: int) -> dict[str, int]:
    found: dict[str, int] = {}
    for cell in table.cells:
        if cell.row <= row < cell.row + cell.rows:
            header = tidy(cell.text)
            use = next((use for use, pattern in _COLUMNS.items() if pattern.search(header)), "")
            if use:
                found.setdefault(use, cell.column)
    return found


def without_lists(text: str) -> str:
    """Give a text without the lists of courses that are read from it."""
    return _LIST.sub("", text)


def _listed(text: str) -> Iterator[TeachingCourse]:
    for match in _LIST.finditer(text):
        parts = [_OF_THE_LIST.sub("", _AFTER_A_LIST.sub("", each)) for each in _DIRECTION.split(match[2])]
        for name in filter(None, (tidy(name) for part in parts for name in _MARK.split(part))):
            yield TeachingCourse(_MODULES[match[1]], name, "", "", ())
