"""Write our template for a skill level standard: empty, or filled with what was read, to be corrected."""

from collections.abc import Iterator, Sequence

from interchange.formats.sheets import Sheet, SheetColumn
from interchange.formats.workbooks import write_workbook
from interchange.standards.skill.skill_standard import LEVELS, LevelTree, SkillStandardReading, StandardHead
from interchange.standards.template import template_columns as of

# Rows that are laid out as text below the last, so that a spreadsheet makes no number of a code such as 1.10.
SPARE_ROWS = 300
_NAMES = {code: name for name, code in LEVELS.items()}
_CHOICES = {of.LEVEL: tuple(LEVELS)}


def write_template(reading: SkillStandardReading | None = None) -> bytes:
    """Write the workbook; ``reading`` fills it."""
    rows: dict[str, list[Sequence[str]]] = {
        of.HEAD_SHEET: list(_head(reading.head if reading else None)),
        of.MAJORS_SHEET: list(reading.head.majors) if reading else [],
        of.POSITIONS_SHEET: [[each] for each in (reading.head.positions if reading else ())],
        of.TREE_SHEET: [row for each in (reading.levels if reading else ()) for row in _rows(each)],
    }
    return write_workbook(
        [
            Sheet(
                name=name,
                columns=[
                    SheetColumn(title=title, width=width, choices=_CHOICES.get(title, ()))
                    for title, width in columns.items()
                ],
                rows=rows[name],
                spare=0 if name == of.HEAD_SHEET else SPARE_ROWS,
            )
            for name, columns in of.COLUMNS.items()
        ]
    )


def _head(head: StandardHead | None) -> Iterator[Sequence[str]]:
    """Give what is stated, each with a note on what to write there."""
    values: dict[str, str] = {}
    if head:
        includes = {True: of.YES, False: of.NO, None: ""}[head.higher_levels_include]
        stated = (head.title, head.code, head.version, str(head.year or ""), head.publisher, head.date)
        values = dict(zip(of.HEAD_ROWS, (*stated, head.scope, head.terms, includes), strict=True))
    for name, note in of.HEAD_ROWS.items():
        yield [name, values.get(name, ""), note]


def _rows(tree: LevelTree) -> Iterator[Sequence[str]]:
    for area in tree.areas:
        for task in area.tasks:
            for each in task.requirements:
                yield [_NAMES[tree.level], area.code, area.name, task.code, task.name, each.code, each.text]
