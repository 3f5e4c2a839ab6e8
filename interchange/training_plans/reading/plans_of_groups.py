"""One document of a group of majors (专业群): what all have in common, and the tables that one major alone has.

It is read once for each major, without what is named after another one.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from analysis.training_plans.training_plan import PlanPlace
from interchange.documents.document_pages import Document, DocumentPage, DocumentTable, PrintedLine
from interchange.training_plans.reading.unfinished_plan import course_header
from interchange.training_plans.tables.plan_grid import Grid
from interchange.training_plans.tables.plan_words import bare, fold

_NAME_LABEL = re.compile(r"(?:群内|组群|包含|所含|组成)?(?:各)?专业(?:名称)?")
_CODE_LABEL = re.compile(r"(?:专业)?代码")
_SUITS_LABEL = re.compile(r"(?:适用|面向|所属|修读|对应)?专业")
_HEADING_ROWS = 3
# What begins another part of the document, whose tables are of all majors again.
_ANOTHER_PART = re.compile(
    r"^(?:续?(?:附?表|附[件录])\s*[\d一二三四五六七八九十]|第?[一二三四五六七八九十]{1,3}[、.．章部]|[(（][一二三四五六七八九十][)）])"
)
_CAPTION_LARGEST = 60


class MajorOfGroup(NamedTuple):
    """A major of a group: its name and code, and what its row in the table of the group says more, as label:text."""

    name: str
    code: str
    facts: tuple[str, ...]
    place: PlanPlace


def majors_of_group(document: Document) -> tuple[MajorOfGroup, ...]:
    """Give the majors of the first table that lists several with codes, where tables of courses are of one each."""
    tables = (Grid(page, each) for page, each in document.blocks() if isinstance(each, DocumentTable))
    majors = next(filter(None, map(_listed, tables)), ())
    names = [each.name for each in majors]
    owned = {
        owner
        for page, block, owner in _with_owners(document, names)
        if owner and isinstance(block, DocumentTable) and course_header(Grid(page, block))[0]
    }
    return majors if len(owned) > 1 else ()


def document_of_major(document: Document, majors: Sequence[MajorOfGroup], major: MajorOfGroup) -> Document:
    """Give a document without the tables, notes and rows that are of another major of the group."""
    others = {each.name for each in majors} - {major.name}
    kept: dict[int, list[PrintedLine | DocumentTable]] = {page.number: [] for page in document.pages}
    for page, block, owner in _with_owners(document, [each.name for each in majors]):
        if owner not in others:
            kept[page.number].append(
                _without_rows_of(page, block, others) if isinstance(block, DocumentTable) else block
            )
    return document._replace(pages=tuple(each._replace(blocks=tuple(kept[each.number])) for each in document.pages))


def _listed(grid: Grid) -> tuple[MajorOfGroup, ...]:
    """Give the majors that a table lists below 专业名称 and 专业代码, where they are several."""
    for row in range(min(grid.row_count, _HEADING_ROWS)):
        labels = {each.column: bare(grid.text_of(each)) for each in grid.own_cells(row)}
        name = next((at for at, text in labels.items() if _NAME_LABEL.fullmatch(text)), None)
        code = next((at for at, text in labels.items() if _CODE_LABEL.fullmatch(text)), None)
        if name is None or code is None:
            continue
        found = [_major(grid, each, labels, name, code) for each in range(row + 1, grid.row_count)]
        majors = tuple(each for each in found if each.name and re.fullmatch(r"\d{6}[A-Z]?", each.code))
        return majors if len({each.name for each in majors}) == len(majors) > 1 else ()
    return ()


def _major(grid: Grid, row: int, labels: dict[int, str], name: int, code: int) -> MajorOfGroup:
    facts = (f"{label}:{grid.text(row, at)}" for at, label in labels.items() if at not in {name, code})
    plain = re.sub(r"专业$", "", bare(grid.text(row, name)))
    return MajorOfGroup(plain, bare(grid.text(row, code)), tuple(facts), grid.place(row, name))


def _with_owners(
    document: Document, names: Sequence[str]
) -> Iterator[tuple[DocumentPage, PrintedLine | DocumentTable, str]]:
    """Give each block with the one major that the caption above it names; empty where it is of all."""
    owner, sheet = "", ""
    for page, block in document.blocks():
        if page.sheet != sheet:
            sheet, owner = page.sheet, _owner(page.sheet, names)
        if isinstance(block, PrintedLine):
            text = fold(block.text)
            named = _owner(text, names) if len(text) <= _CAPTION_LARGEST else ""
            if named and _ANOTHER_PART.match(text):
                owner = named
            elif _ANOTHER_PART.match(text):
                owner = ""
        yield page, block, owner


def _owner(text: str, names: Sequence[str]) -> str:
    """Give the one major that a caption is about: 药学专业课程, 专业课程(药学); 药学专业群 is the group."""
    shown = fold(text)
    found = [
        each
        for each in names
        if re.search(rf"(?:^|[^\u4e00-\u9fff]){re.escape(each)}专业(?!群)|\({re.escape(each)}(?:专业)?\)$", shown)
        or shown == each
    ]
    return found[0] if len(found) == 1 else ""


def _without_rows_of(page: DocumentPage, table: DocumentTable, others: set[str]) -> DocumentTable:
    """Leave out the rows that say in a column 适用专业 that they are for another major alone."""
    grid = Grid(page, table)
    for row in range(min(grid.row_count, _HEADING_ROWS)):
        column = next(
            (each.column for each in grid.own_cells(row) if _SUITS_LABEL.fullmatch(bare(grid.text_of(each)))), None
        )
        if column is not None:
            left = {at for at in range(row + 1, grid.row_count) if _is_of(grid.text(at, column), others)}
            return table._replace(cells=tuple(each for each in table.cells if each.row not in left or each.rows > 1))
    return table


def _is_of(text: str, others: set[str]) -> bool:
    parts = {re.sub(r"专业$", "", each) for each in re.split(r"[、,，/和及与]", bare(text)) if each}
    return bare(text) in others or (bool(parts) and parts <= others)
