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
# A number in words in front of a caption: 附表一 药学专业课程.
_NUMBER_IN_WORDS = re.compile(r"^(?:续?(?:附?表|附[件录])|第)?[一二三四五六七八九十]{1,3}[章部分\s]*$")
# What a table between those of single majors is called that is of several.
_OF_ALL = re.compile(r"公共|公选|通识|平台|专业群|群内|共同|共享|各专业|全校|全院")
_NONE: frozenset[str] = frozenset()


class MajorOfGroup(NamedTuple):
    """A major of a group: its name and code, and what its row in the table of the group says more, as label:text."""

    name: str
    code: str
    facts: tuple[str, ...]
    place: PlanPlace


class _Owned(NamedTuple):
    """A block with the majors whose part of the document it stands in; none: it is of all, null: not known whose."""

    page: DocumentPage
    block: PrintedLine | DocumentTable
    owners: frozenset[str] | None
    # The caption of that part, and the majors that the line right above names.
    caption: str
    named_above: frozenset[str] | None


def majors_of_group(document: Document) -> tuple[MajorOfGroup, ...]:
    """Give the majors of the first table that lists several with codes, where the tables of courses say whose they are.

    Each major has tables of its own; a table whose majors are not known leaves the document in one piece.
    """
    tables = (Grid(page, each) for page, each in document.blocks() if isinstance(each, DocumentTable))
    majors = next(filter(None, map(_listed, tables)), ())
    names = [each.name for each in majors]
    found = [each for each in _with_owners(document, names) if majors and _has_courses(each)]
    owners = [None if each.owners is None or _is_unplaced(each) else each.owners for each in found]
    own = [at for at, each in enumerate(owners) if each]
    if None in owners or {name for each in owners if each for name in each} != {*names}:
        return ()
    between = zip(found[own[0] : own[-1]], owners[own[0] : own[-1]], strict=True) if own else ()
    return () if any(not owner and not _says_of_all(each) for each, owner in between) else majors


def document_of_major(document: Document, majors: Sequence[MajorOfGroup], major: MajorOfGroup) -> Document:
    """Give a document without the tables, notes and rows that are of other majors of the group."""
    others = {each.name for each in majors} - {major.name}
    kept: dict[int, list[PrintedLine | DocumentTable]] = {page.number: [] for page in document.pages}
    for each in _with_owners(document, [each.name for each in majors]):
        if not each.owners or major.name in each.owners:
            block = each.block
            kept[each.page.number].append(
                _without_rows_of(each.page, block, others) if isinstance(block, DocumentTable) else block
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


def _with_owners(document: Document, names: Sequence[str]) -> Iterator[_Owned]:
    """Give each block with the majors that the caption above it names; none where it is of all."""
    owners: frozenset[str] | None = _NONE
    caption, sheet, last = "", "", ""
    for page, block in document.blocks():
        if page.sheet != sheet:
            sheet, last = page.sheet, ""
            owners, caption = _owners(sheet, names), sheet
        if isinstance(block, PrintedLine):
            last = fold(block.text)
            if _ANOTHER_PART.match(last):
                owners = _owners(last, names) if len(last) <= _CAPTION_LARGEST else _NONE
                caption = last
        yield _Owned(page, block, owners, caption, _owners(last, names) if len(last) <= _CAPTION_LARGEST else _NONE)
        last = last if isinstance(block, PrintedLine) else ""


def _has_courses(each: _Owned) -> bool:
    return isinstance(each.block, DocumentTable) and bool(course_header(Grid(each.page, each.block))[0])


def _is_unplaced(each: _Owned) -> bool:
    """Whether the line right above a table names other majors than the part of the document that it stands in."""
    return each.named_above not in {_NONE, each.owners}


def _says_of_all(each: _Owned) -> bool:
    """Whether a table says of itself, or of each of its rows, that it is of several majors."""
    is_of_rows = isinstance(each.block, DocumentTable) and _suits_column(Grid(each.page, each.block)) is not None
    return is_of_rows or bool(_OF_ALL.search(each.caption))


def _owners(text: str, names: Sequence[str]) -> frozenset[str] | None:
    """Give the majors that a caption is about: 药学专业课程, 专业课程(药学); none where it is of all or of the group.

    Null where it names a major otherwise: whether 中药学课程 or 药学基础 is of that major alone is not known.
    """
    if not names:
        return _NONE
    shown = fold(text)
    name = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    one = rf"(?:{name})(?:专业(?!群))?(?!(?:专业)?群)"
    runs = [*re.finditer(rf"{one}(?:\s*[、,和与及/]\s*{one})*", shown)]
    named = {frozenset(re.findall(name, each[0])) for each in runs}
    if len(named) != 1:
        return None if named else _NONE
    majors = named.pop()
    if majors == {*names}:
        return _NONE
    return majors if any(_is_owner(shown, each) for each in runs) else None


def _is_owner(shown: str, run: re.Match[str]) -> bool:
    """Whether the words around the names of majors make them those of a table."""
    before, behind = shown[: run.start()], shown[run.end() :]
    is_whole = not before and not behind
    is_in_brackets = before.endswith("(") and behind == ")"
    is_first = run[0].endswith("专业") and not re.search(r"[\u4e00-\u9fff]$", _NUMBER_IN_WORDS.sub("", before))
    return is_whole or is_in_brackets or is_first


def _without_rows_of(page: DocumentPage, table: DocumentTable, others: set[str]) -> DocumentTable:
    """Leave out the rows that say in a column 适用专业 that they are for another major alone."""
    grid = Grid(page, table)
    heading = _suits_column(grid)
    if heading is None:
        return table
    row, column = heading
    left = {at for at in range(row + 1, grid.row_count) if _is_of(grid.text(at, column), others)}
    return table._replace(cells=tuple(each for each in table.cells if each.row not in left or each.rows > 1))


def _suits_column(grid: Grid) -> tuple[int, int] | None:
    """Give the row and column of the heading 适用专业, if a table has one."""
    cells = (each for row in range(min(grid.row_count, _HEADING_ROWS)) for each in grid.own_cells(row))
    return next(
        ((each.row, each.column) for each in cells if _SUITS_LABEL.fullmatch(bare(grid.text_of(each)))),
        None,
    )


def _is_of(text: str, others: set[str]) -> bool:
    parts = {re.sub(r"专业$", "", each) for each in re.split(r"[、,，/和及与]", bare(text)) if each}
    return bare(text) in others or (bool(parts) and parts <= others)
