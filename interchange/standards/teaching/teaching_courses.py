"""Courses of a teaching standard: lists in the text for every module, a table with contents for the core."""

import re
from collections.abc import Iterator

from interchange.documents.document_pages import Document, DocumentTable, TableCell
from interchange.standards.official_text import Joint, plain, tidy
from interchange.standards.skill.skill_standard import Place, Remark
from interchange.standards.teaching.teaching_standard import TeachingCourse

_MODULES = {"基础": "FOUNDATION", "核心": "CORE", "拓展": "EXTENSION"}
_LIST = re.compile(
    r"专业(基础|核心|拓展)课程?(?:\s|[）)])*(?:主要)?包括[:：]?([^。]+?)(?:等)?(?:领域)?(?:的)?(?:课程|内容)*。"
)
_NUMBER = re.compile(r"^\d{1,2}$")


class TeachingCourses:
    """Collects courses; a row without number that begins a page is the rest of the one above."""

    def __init__(self, document: Document, text: str) -> None:
        self.guesses: list[Remark] = []
        self.problems: list[Remark] = []
        self.not_read: list[Remark] = []
        self._joint = Joint("\n".join(document.texts()))
        self._core: list[TeachingCourse] = []
        self._columns = 0
        for page, block in document.blocks():
            if isinstance(block, DocumentTable):
                self._table(page.number, block)
        listed = list(_listed(text))
        self._compare([each.name for each in listed if each.module == "CORE"])
        in_table = {each.name for each in self._core}
        alone = [each for each in listed if each.name not in in_table]
        order = list(_MODULES.values())
        self.courses = tuple(sorted([*self._core, *alone], key=lambda each: order.index(each.module)))

    def _compare(self, listed: list[str]) -> None:
        """Report where the list of core courses and their table differ."""
        if not listed or not self._core:
            return
        in_table = {each.name: each.places[0] for each in self._core}
        for name in sorted({*listed} ^ {*in_table}):
            self.problems.append(Remark("core-course-in-one-place-only", name, in_table.get(name)))

    def _table(self, page: int, table: DocumentTable) -> None:
        is_header = any("主要教学内容" in tidy(each.text) for each in table.cells if each.row == 0)
        if is_header:
            self._columns = table.column_count
        elif not self._core or table.column_count != self._columns:
            return
        for row in range(1 if is_header else 0, table.row_count):
            cells = [each for each in table.cells if each.row == row]
            self._row(page, table.number, row, cells, begins=row == (1 if is_header else 0))

    def _row(self, page: int, table: int, row: int, cells: list[TableCell], *, begins: bool) -> None:
        texts = {each.column: self._joint.lines(each.lines, each.box) for each in cells}
        number, name, tasks, content = (texts.get(column, "") for column in range(4))
        place = Place(page, next((each.box for each in cells if each.column == 1), None), table, row + 1)
        if begins and self._core and not _NUMBER.match(plain(number).strip()) and self._columns >= 4:
            self._continue(name, tasks, content, place)
        elif name:
            self._core.append(TeachingCourse("CORE", tidy(name), tidy(tasks), tidy(content), (place,)))

    def _continue(self, name: str, tasks: str, content: str, place: Place) -> None:
        last = self._core[-1]
        joined = [
            tidy(self._joint.two(before, after, full=None))
            for before, after in ((last.name, name), (last.tasks, tasks), (last.content, content))
        ]
        self._core[-1] = TeachingCourse("CORE", joined[0], joined[1], joined[2], (*last.places, place))
        self.guesses.append(Remark("course-continues-on-the-next-page", joined[0], place))


def _listed(text: str) -> Iterator[TeachingCourse]:
    for match in _LIST.finditer(text):
        for name in re.split(r"[、，；]", match[2]):
            if name := tidy(name):
                yield TeachingCourse(_MODULES[match[1]], name, "", "", ())
