"""Tables that list suitable majors or positions, where the document does not name them in its text."""

import re
from collections.abc import Mapping

from interchange.documents.document_pages import Document, DocumentTable
from interchange.standards.official_text import tidy
from interchange.standards.printed_lines import list_text
from interchange.standards.skill.skill_standard import SuitableMajor
from interchange.standards.skill.suitable_majors import split_majors

_CODE = re.compile(r"\d{6}[A-Z]{0,2}")
_LABEL = re.compile(
    r"标准(?:代码|编号|版本)|版本号?[:：]?$|(?:发布|实施)(?:日期|时间)|(?:发布|制定|编制|起草|组织)单位"
)
_PAIR = 2
_ENTRY = re.compile(r"[、，,；;/\s]+")
# The first pattern that fits a header tells what its column holds.
_COLUMNS = {
    "code": re.compile(r"(?:专业)?(?:代码|编码)"),
    "majors": re.compile(r"(?:适用|对应|院校)?专业(?:名称)?"),
    "education": re.compile(r"(?:学历|办学|教育|培养|院校|学校|专业)(?:层次|类型|类别|类)|学校|院校"),
    "positions": re.compile(r"(?:职业|工作|就业|面向|对应|主要)*岗位(?:[（(]?群[)）]?)?(?:名称)?"),
    "level": re.compile(r"(?:职业技能|证书)?(?:等级|级别)"),
    "number": re.compile(r"序号|编号"),
}


class HeadTables:
    """Reads the tables all of whose columns are known."""

    def __init__(self, document: Document) -> None:
        self.majors: dict[SuitableMajor, None] = {}
        self.positions: dict[str, None] = {}
        # What the cover states in a table: a label and its text in each row.
        self.labelled: list[str] = []
        # The numbers of the tables that were read here.
        self.tables: set[int] = set()
        self._columns: dict[int, str] = {}
        for _, block in document.blocks():
            if isinstance(block, DocumentTable):
                self._table(block)

    def _table(self, table: DocumentTable) -> None:
        if lines := _labelled(table):
            self.labelled += lines
            self.tables.add(table.number)
            return
        columns = {each.column: _use(each.text) for each in table.cells if each.row == 0}
        uses = set(columns.values())
        if is_header := len(columns) == table.column_count and "" not in uses and bool(uses & {"majors", "positions"}):
            self._columns = columns
        elif not self._columns or table.column_count != len(self._columns) or not self._goes_on(table):
            self._columns = {}
            return
        self.tables.add(table.number)
        for row in range(int(is_header), table.row_count):
            self._row({self._columns[at]: text for at, text in _texts(table, row).items()})

    def _goes_on(self, table: DocumentTable) -> bool:
        """Whether a table without header is the rest of the one above: codes stand in the column of codes."""
        at = next((at for at, use in self._columns.items() if use == "code"), None)
        return all(_CODE.fullmatch(tidy(each.text)) for each in table.cells if each.column == at) and at is not None

    def _row(self, texts: Mapping[str, str]) -> None:
        education, name, code = (tidy(texts.get(use, "")) for use in ("education", "majors", "code"))
        if code and name:
            self.majors[SuitableMajor(education, code, name)] = None
        else:
            self.majors |= dict.fromkeys(split_majors(education, name))
        self.positions |= dict.fromkeys(filter(None, _ENTRY.split(tidy(texts.get("positions", "")))))


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
