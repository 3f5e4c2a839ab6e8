"""Read our template for a skill level standard back: the same tree, checked by the same rules as a printed one."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from interchange.documents.document_errors import TemplateError
from interchange.documents.document_pages import Document, DocumentPage, DocumentTable
from interchange.standards.official_text import plain, tidy
from interchange.standards.skill.skill_items import Name, RequirementDraft
from interchange.standards.skill.skill_standard import (
    LEVELS,
    Place,
    Remark,
    SkillStandardReading,
    StandardHead,
    SuitableMajor,
)
from interchange.standards.skill.skill_tree import SkillTree
from interchange.standards.template import template_columns as of

TITLE_END = "职业技能等级标准"
_VERSION = re.compile(r"(\d{1,2})(?:\.(\d{1,2}))?")
_YEAR = re.compile(r"\d{4}")


@dataclass(slots=True)
class TemplateRow:
    """A row of a sheet by the titles of its columns, and where it stands."""

    texts: Mapping[str, str]
    place: Place


@dataclass(slots=True)
class TemplateItems:
    """The requirements and names of the rows, as those of printed tables are collected."""

    items: list[RequirementDraft] = field(default_factory=list)
    names: dict[tuple[str, str], Name] = field(default_factory=dict)
    guesses: list[Remark] = field(default_factory=list)
    side_by_side: Sequence[str] = ()
    problems: list[Remark] = field(default_factory=list)

    def add(self, row: TemplateRow, level: str, area: str, task: str) -> None:
        """Add a row whose level is known; codes of area and task are those of the requirement where it has one."""
        code = _code(row.texts[of.REQUIREMENT_CODE])
        task = code.rpartition(".")[0] or task
        self._name(level, task.partition(".")[0] or area, row.texts[of.AREA], row.place)
        self._name(level, task, row.texts[of.TASK], row.place)
        self.items.append(RequirementDraft(level, code, task, row.texts[of.REQUIREMENT], [row.place]))

    def _name(self, level: str, code: str, text: str, place: Place) -> None:
        name = self.names.setdefault((level, code), Name())
        if not text:
            return
        if name.text and name.text != text:
            self.problems.append(Remark("name-differs", f"{code} {text}", place))
        name.text = name.text or text
        name.places.append(place)


def read_template(document: Document) -> SkillStandardReading:
    """Read the workbook. Raises: TemplateError where a sheet or column is missing."""
    head = {row.texts["项目"]: row.texts["内容"] for row in _rows(document, of.HEAD_SHEET)}
    items = _items(document)
    tree = SkillTree(items)
    levels = tree.levels()
    if not levels:
        raise TemplateError(of.TREE_SHEET, of.REQUIREMENT)
    majors = tuple(
        SuitableMajor(row.texts[of.EDUCATION], row.texts[of.MAJOR_CODE], row.texts[of.MAJOR])
        for row in _rows(document, of.MAJORS_SHEET)
    )
    positions = tuple(row.texts[of.POSITION] for row in _rows(document, of.POSITIONS_SHEET))
    problems = (*items.problems, *tree.problems)
    found = _head(head, majors, positions, tuple(each.level for each in levels))
    return SkillStandardReading(found, levels, tuple(tree.guesses), problems, ())


def _head(
    values: Mapping[str, str], majors: tuple[SuitableMajor, ...], positions: tuple[str, ...], levels: tuple[str, ...]
) -> StandardHead:
    title = values.get(of.TITLE, "")
    version = _VERSION.search(values.get(of.VERSION, ""))
    year = _YEAR.search(values.get(of.YEAR, ""))
    return StandardHead(
        title=title if not title or title.endswith(TITLE_END) else title + TITLE_END,
        code=values.get(of.CODE, ""),
        # A spreadsheet makes 1 of 1.0.
        version=f"{version[1]}.{version[2] or 0}" if version else "",
        year=int(year[0]) if year else None,
        publisher=values.get(of.PUBLISHER, ""),
        date=values.get(of.DATE, "")[: len("2021-12-01")],
        scope=values.get(of.SCOPE, ""),
        terms=values.get(of.TERMS, ""),
        majors=majors,
        positions=positions,
        levels=levels,
        higher_levels_include={of.YES: True, of.NO: False}.get(values.get(of.INCLUDES, "")),
    )


def _items(document: Document) -> TemplateItems:
    """Collect the rows; a level, area or task that a row leaves out is that of the row above."""
    found = TemplateItems()
    level = area = task = ""
    for row in _rows(document, of.TREE_SHEET):
        level = row.texts[of.LEVEL] or level
        area, task = _code(row.texts[of.AREA_CODE]) or area, _code(row.texts[of.TASK_CODE]) or task
        if level not in LEVELS:
            found.problems.append(Remark("level-unknown", level or row.texts[of.REQUIREMENT], row.place))
        elif row.texts[of.REQUIREMENT]:
            found.add(row, LEVELS[level], area, task)
    return found


def _code(text: str) -> str:
    return re.sub(r"\s", "", plain(text)).rstrip(".")


# ---- sheets


def _rows(document: Document, sheet: str) -> Iterator[TemplateRow]:
    """Give the rows below the header that hold anything. Raises: TemplateError."""
    page = next((each for each in document.pages if each.sheet == sheet), None)
    table = next((each for each in (page.blocks if page else ()) if isinstance(each, DocumentTable)), None)
    if page is None or table is None:
        raise TemplateError(sheet, "")
    grid = {(each.row, each.column): tidy(each.text) for each in table.cells}
    titles = {grid.get((0, column), ""): column for column in range(table.column_count)}
    for title in of.COLUMNS[sheet]:
        if title not in titles:
            raise TemplateError(sheet, title)
    yield from _filled(page, table, grid, titles)


def _filled(
    page: DocumentPage, table: DocumentTable, grid: Mapping[tuple[int, int], str], titles: Mapping[str, int]
) -> Iterator[TemplateRow]:
    for row in range(1, table.row_count):
        texts = {title: grid.get((row, column), "") for title, column in titles.items()}
        if any(texts.values()):
            yield TemplateRow(texts, Place(page.number, None, table.number, row + 1))
