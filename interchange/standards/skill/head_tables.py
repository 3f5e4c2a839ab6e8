"""Tables that list suitable majors or positions, where the document does not name them in its text."""

import re
from collections.abc import Sequence
from itertools import zip_longest

from interchange.documents.document_pages import Document, DocumentTable
from interchange.standards.official_text import plain, tidy
from interchange.standards.printed_lines import is_of_the_page, list_text, running_heads
from interchange.standards.skill.head_sections import TERMS, HeadSections
from interchange.standards.skill.skill_standard import SuitableMajor
from interchange.standards.skill.suitable_majors import SCHOOLS, is_note, majors, split_majors
from interchange.standards.skill.table_header import has_requirements
from interchange.standards.skill.terms import terms_in_table

_CODE = re.compile(r"\d{6}[A-Z]{0,2}")
_LABEL = re.compile(
    r"标准(?:代码|编号|版本)|版本号?[:：]?$|(?:发布|实施)(?:日期|时间)|(?:发布|制定|编制|起草|组织)单位"
)
_PAIR = 2
_SCHOOL_ALONE = re.compile(
    rf"(?:[（(]?[\d一二三四五][)）.、．]*)?({SCHOOLS}|[^，。；、:：]{{2,10}}(?:学校|院校|本科|专科))[：:]?"
)
# What a cell holds that is left open.
_NOTHING = re.compile(r"[-－—–─/／\s]*")
_WORD = re.compile(r"[\u4e00-\u9fff]")
_ENTRY = re.compile(r"[、，,；;/\s]+")
# A table may name each major twice, as an older and a newer edition of the catalogue do.
_EDITION = r"(?:(?:\d{4}年?)?(?:[原现新旧]版?)?的?)"
_IN_BRACKETS = r"(?:[（(][^（）()]{1,12}[)）])?"
# The first pattern that fits a header tells what its column holds.
_COLUMNS = {
    "code": re.compile(rf"{_EDITION}(?:专业)?(?:代码|编码){_IN_BRACKETS}"),
    "majors": re.compile(rf"{_EDITION}(?:适用|对应|院校)?{_EDITION}专业(?:名称)?{_IN_BRACKETS}"),
    "education": re.compile(r"(?:学历|办学|教育|培养|院校|学校|专业)(?:层次|类型|类别|类)|学校|院校"),
    "positions": re.compile(r"(?:职业|工作|就业|面向|对应|主要)*岗位(?:[（(]?群[)）]?)?(?:名称)?"),
    "level": re.compile(r"(?:职业技能|证书)?(?:等级|级别)"),
    "number": re.compile(r"序号|编号"),
}


class HeadTables:
    """Reads the tables all of whose columns are known, and those of terms, which their section makes known."""

    def __init__(self, document: Document, sections: HeadSections) -> None:
        self.majors: dict[SuitableMajor, None] = {}
        self.positions: dict[str, None] = {}
        # What the cover states in a table: a label and its text in each row.
        self.labelled: list[str] = []
        # The numbers of the tables that were read here.
        self.tables: set[int] = set()
        self.terms: list[str] = []
        self._columns: dict[int, str] = {}
        self._education = ""
        running, above = running_heads(document), ""
        for _, block in document.blocks():
            if isinstance(block, DocumentTable):
                if not (sections.is_of(TERMS, above) and self._takes_terms(block)):
                    self._table(block)
            elif not is_of_the_page(block.text, running):
                above = plain(block.text).strip()

    def _takes_terms(self, table: DocumentTable) -> bool:
        # Where no heading follows the terms, tables of requirements seem to be of their section.
        found = [] if has_requirements(table) else terms_in_table(table)
        self.terms += found
        self.tables |= {table.number} if found else set()
        return bool(found)

    def _table(self, table: DocumentTable) -> None:
        if lines := _labelled(table):
            self.labelled += lines
            self.tables.add(table.number)
            return
        columns = {each.column: _use(each.text) for each in table.cells if each.row == 0}
        uses = set(columns.values())
        if is_header := len(columns) == table.column_count and "" not in uses and bool(uses & {"majors", "positions"}):
            self._columns, self._education = columns, ""
        elif not self._columns or table.column_count != len(self._columns) or not self._goes_on(table):
            self._columns = {}
            return
        self.tables.add(table.number)
        for row in range(int(is_header), table.row_count):
            if band := _over_all_columns(table, row):
                self._band(band)
            else:
                self._row([(self._columns[at], tidy(text)) for at, text in sorted(_texts(table, row).items())])

    def _band(self, text: str) -> None:
        """Take a row over all columns: it lists majors, or names the schools of the rows below, or says neither."""
        if _CODE.search(text):
            self.majors |= dict.fromkeys(majors([text]))
        elif not is_note(text):
            school = _SCHOOL_ALONE.fullmatch(text)
            self._education = school[1] if school else ""

    def _goes_on(self, table: DocumentTable) -> bool:
        """Whether a table without header is the rest of the one above: codes stand in the column of codes."""
        at = next((at for at, use in self._columns.items() if use == "code"), None)
        return all(_CODE.fullmatch(tidy(each.text)) for each in table.cells if each.column == at) and at is not None

    def _row(self, texts: Sequence[tuple[str, str]]) -> None:
        education, names, codes, positions = (
            [text for of, text in texts if of == use] for use in ("education", "majors", "code", "positions")
        )
        # The end of a page cuts a cell that several majors share: what is left of it is empty.
        self._education = next(filter(None, education), self._education)
        for name, code in zip_longest(names, codes if len(codes) == len(names) else [], fillvalue=""):
            if code and _WORD.search(name):
                number = "" if _NOTHING.fullmatch(code) else code
                self.majors[SuitableMajor(self._education, number, name)] = None
            elif _WORD.search(name):
                self.majors |= dict.fromkeys(split_majors(self._education, name))
        self.positions |= dict.fromkeys(name for each in positions for name in _ENTRY.split(each) if name)


def _over_all_columns(table: DocumentTable, row: int) -> str:
    """Give the text of a row that is one cell, as one that says of which schools the rows below are."""
    cells = [each for each in table.cells if each.row == row]
    return tidy(cells[0].text) if len(cells) == 1 and cells[0].columns == table.column_count > 1 else ""


def _labelled(table: DocumentTable) -> list[str]:
    """Give the rows of a table as lines, if each is a label of the cover and its text."""
    rows = [[tidy(text) for _, text in sorted(_texts(table, row).items())] for row in range(table.row_count)]
    is_cover = all(len(row) == _PAIR for row in rows) and any(map(_LABEL.match, (row[0] for row in rows)))
    return [f"{label.rstrip('：:')}：{text}" for label, text in rows] if is_cover else []


def _use(header: str) -> str:
    text = tidy(header)
    return next((use for use, pattern in _COLUMNS.items() if pattern.fullmatch(text)), "")


def _texts(table: DocumentTable, row: int) -> dict[int, str]:
    """Give the texts of a row by column; a cell over several rows counts for each."""
    return {
        each.column: list_text([line.text for line in each.lines])
        for each in table.cells
        if each.row <= row < each.row + each.rows
    }
