"""The table of occupations (职业面向) of a teaching standard: labels, and what stands next to each."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from itertools import pairwise

from interchange.documents.document_pages import Document, DocumentTable, PrintedLine, TableCell
from interchange.standards.official_text import Joint, tidy
from interchange.standards.printed_lines import is_of_the_page, list_text, running_heads
from interchange.standards.skill.skill_standard import Place, Remark

# What the labels say; of two that fit, the first holds.
_FIELDS = {"行业": "industries", "职业类别": "occupations", "岗位": "positions", "证书": "certificates"}
# This many labels across a row are a header.
_LABELS_ACROSS = 3
# A line that ends with more room than this is not cut by the side of its cell.
_ROOM = 20.0
# Label and text, or one label over all rows before them.
_WIDTHS = {2, 3}
# What may stand next to labels in a header.
_BESIDE = re.compile(r"^序号$|方向$")
_MARK_AT_THE_END = re.compile(r"[、，,；;：:]\s*$")
_MARK_OUTSIDE = re.compile(r"[、，,；;](?![^（(]*[）)])")
_CODE_AT_THE_END = re.compile(r"[（(][\dA-Z-]+[)）]\s*$")
_OTHERS = ("专业大类", "专业类", "技能竞赛", "竞赛")


class Outlook:
    """Collects the rows; the end of a page may cut a label, or what stands next to it."""

    def __init__(self, document: Document, others: AbstractSet[int]) -> None:
        self.guesses: list[Remark] = []
        # The numbers of the tables that were read here.
        self.tables: set[int] = set()
        self._joint = Joint("\n".join(document.texts()))
        self._rows: list[tuple[str, str]] = []
        # The table that ended the page before: what begins the next one may go on from it.
        self._at_the_end = 0
        running = running_heads(document)
        for page in document.pages:
            blocks = [each for each in page.blocks if not _is_of_the_page(each, running)]
            for index, block in enumerate(blocks):
                if isinstance(block, DocumentTable) and block.number not in others:
                    self._table(page.number, block, goes_on=not index and self._at_the_end in self.tables)
            last = blocks[-1] if blocks else None
            self._at_the_end = last.number if isinstance(last, DocumentTable) else 0

    def text(self, field: str) -> str:
        """Give what stands next to the label of a field."""
        return next((tidy(text) for label, text in self._rows if _field(label) == field), "")

    def _table(self, page: int, table: DocumentTable, *, goes_on: bool) -> None:
        if _has_labels_across(table):
            self.tables.add(table.number)
            self._rows += self._columns(table)
            return
        rows = [self._row(table, row) for row in range(table.row_count)]
        if table.column_count not in _WIDTHS or not (goes_on or any(_is_label(label) for label, _ in rows)):
            return
        self.tables.add(table.number)
        for row, (label, text) in enumerate(rows):
            if self._is_rest(label, goes_on=goes_on and not row) and (row or goes_on):
                self._continue(label, text, Place(page, table.box, table.number, row + 1))
            else:
                self._rows.append((label, text))

    def _is_rest(self, label: str, *, goes_on: bool) -> bool:
        return not label or (goes_on and not (_is_label(label) and _is_label(self._rows[-1][0])))

    def _row(self, table: DocumentTable, row: int) -> tuple[str, str]:
        """Give label and text of a row: its last two columns; a column before them has one label over all rows."""
        texts = {
            each.column: self._text(each)
            for each in table.cells
            if each.row <= row < each.row + each.rows and each.columns < table.column_count
        }
        last = table.column_count - 1
        labels = [texts[each] for each in sorted(texts) if each < last and texts[each]]
        return tidy(labels[-1] if labels else ""), texts.get(last, "")

    def _columns(self, table: DocumentTable) -> Iterator[tuple[str, str]]:
        """Give label and text of each column, where the labels stand across."""
        for label in (each for each in table.cells if each.row == 0):
            below = [self._text(each) for each in table.cells if each.row and each.column == label.column]
            yield tidy(label.text), list_text(below)

    def _text(self, cell: TableCell) -> str:
        """Join the lines of a cell; where no mark parts them, and none fills its line, each is an entry of a list."""
        lines = [each.text for each in cell.lines]
        if cell.box is None and len(lines) > 1 and not any(_goes_on(each, after) for each, after in pairwise(lines)):
            return "；".join(lines)
        joined = self._joint.lines(cell.lines, cell.box)
        short = cell.box is None or all(each.box and each.box.right < cell.box.right - _ROOM for each in cell.lines)
        return list_text(lines) if short else joined

    def _continue(self, label: str, text: str, place: Place) -> None:
        if not label and not text:
            return
        before, so_far = self._rows[-1]
        self._rows[-1] = (before + label, self._joint.two(so_far, text, full=None))
        self.guesses.append(Remark("row-without-label", self._rows[-1][0], place))


def _goes_on(line: str, after: str) -> bool:
    """Whether the next line of a cell of a Word file belongs to the entry or to the list of this one."""
    has_marks = _MARK_OUTSIDE.search(line) and not _CODE_AT_THE_END.search(line)
    return bool(has_marks or _MARK_AT_THE_END.search(line) or after.startswith(("（", "(")))


def _field(label: str) -> str:
    return next((field for word, field in _FIELDS.items() if word in label), "")


def _has_labels_across(table: DocumentTable) -> bool:
    """Whether the first row is a header: many labels, or two and nothing but a number or a direction next to them."""
    texts = [tidy(each.text) for each in table.cells if each.row == 0]
    labels = sum(map(_is_label, texts))
    return labels >= _LABELS_ACROSS or (
        labels >= _LABELS_ACROSS - 1 < len(texts) and all(_is_label(each) or _BESIDE.search(each) for each in texts)
    )


def _is_label(label: str) -> bool:
    return bool(_field(label)) or any(each in label for each in _OTHERS)


def _is_of_the_page(block: PrintedLine | DocumentTable, running: AbstractSet[str]) -> bool:
    return isinstance(block, PrintedLine) and is_of_the_page(block.text, running)
