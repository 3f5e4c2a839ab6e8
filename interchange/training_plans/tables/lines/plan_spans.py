"""Texts that stand for several rows without a merged cell: in the middle of them, or at the end of a page before."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from analysis.training_plans.training_plan import PlanRemark
from interchange.documents.document_pages import TableCell
from interchange.training_plans.tables.headings.plan_meanings import Meaning
from interchange.training_plans.tables.plan_grid import Grid
from interchange.training_plans.tables.plan_rows import CourseRow, RowKind
from interchange.training_plans.tables.table_texts import is_cut_name

# Of more rows and texts the ends are not searched for.
_TEXTS_LARGEST = 8


class Spread(NamedTuple):
    """What was read for rows that show nothing, and where that is not clear."""

    guesses: list[PlanRemark]
    problems: list[PlanRemark]


def spread_texts(
    grid: Grid,
    rows: Sequence[CourseRow],
    nature_before: TableCell | None = None,
    modules_before: Mapping[int, str] | None = None,
) -> Spread:
    """Let modules and natures in the middle of their rows, and the nature before a page, reach over those rows.

    ``modules_before``: the modules at the end of the page before, by their columns.
    """
    spread = Spread([], [])
    blocks = list(_blocks(rows))
    if nature_before and blocks:
        _go_on(grid, blocks[0], nature_before, modules_before or {})
    headers = dict.fromkeys(each.header for each in rows)
    for header in headers:
        of_header = [block for block in blocks if block[0].header is header]
        for meaning in (Meaning.MODULE, Meaning.NATURE):
            for column in header.of(meaning):
                _spread_column(grid, of_header, column.column, spread)
        for block in of_header:
            spread.guesses.extend(_carried(grid, block))
    return spread


def last_nature(grid: Grid, rows: Sequence[CourseRow]) -> TableCell | None:
    """Give the cell of the nature of the last row, where that is a course."""
    if not rows or rows[-1].kind is not RowKind.COURSE:
        return None
    return _shown(grid, rows[-1].row, rows[-1].header.index_of(Meaning.NATURE))


def repeats_modules(grid: Grid, rows: Sequence[CourseRow]) -> bool:
    """Whether each course has a cell of its own that names its module, the same again below the same, as exports do."""
    courses = [each for each in rows if each.kind is RowKind.COURSE]
    for column in dict.fromkeys(each.column for row in courses for each in row.header.of(Meaning.MODULE)):
        texts = [grid.text(row.row, column) if grid.begins(row.row, column) else "" for row in courses]
        if all(texts) and any(one == other for one, other in pairwise(texts)):
            return True
    return False


def _blocks(rows: Sequence[CourseRow]) -> Iterator[list[CourseRow]]:
    """Give the courses that follow each other: a total or a title ends them."""
    block: list[CourseRow] = []
    for row in rows:
        if row.kind in {RowKind.COURSE, RowKind.NAMELESS} and (not block or block[0].header is row.header):
            block.append(row)
        elif block:
            yield block
            block = [row] if row.kind is RowKind.COURSE else []
    if block:
        yield block


def _carried(grid: Grid, block: Sequence[CourseRow]) -> Iterator[PlanRemark]:
    """Let natures and semesters go on below the first of their rows, where files without merged cells show no more.

    A nature goes on where the module does so as well; a semester where its column stands left of the names, and so
    does a nature where no column has modules.
    """
    header = block[0].header
    modules = [each.column for each in header.of(Meaning.MODULE)]
    before = (each for meaning in (Meaning.SEMESTERS, Meaning.YEAR) for each in header.of(meaning))
    columns = [each.column for each in before if each.column < header.name_column]
    columns += [each.column for each in header.of(Meaning.NATURE) if modules or each.column < header.name_column]
    for column in columns:
        above: TableCell | None = None
        for row in block:
            is_nature = column == header.index_of(Meaning.NATURE)
            has_module = is_nature and any(_shown(grid, row.row, each) for each in modules)
            cell = _shown(grid, row.row, column)
            if cell is None and above and not has_module:
                grid.cover(row.row, column, above)
                yield PlanRemark("text-from-the-row-above", grid.text_of(above), grid.place(row.row, column))
            else:
                above = cell


def _shown(grid: Grid, row: int, column: int | None) -> TableCell | None:
    """Give the cell at a place, where it shows a text."""
    cell = grid.cell(row, column)
    return cell if cell and grid.text_of(cell) else None


def _go_on(grid: Grid, block: Sequence[CourseRow], before: TableCell, modules_before: Mapping[int, str]) -> None:
    """Let the nature at the end of a page reach over the first rows of the next that show neither module nor nature.

    A module whose name the end of the page cut is the one before: 专业 there, and 核心课 here.
    """
    halves = [
        cell
        for column, text in modules_before.items()
        if (cell := _shown(grid, block[0].row, column)) and is_cut_name(text, grid.text_of(cell))
    ]
    for row in block:
        nature = row.header.index_of(Meaning.NATURE)
        modules = [each.column for each in row.header.of(Meaning.MODULE)]
        shown = (_shown(grid, row.row, each) for each in [nature, *modules])
        if nature is None or not modules or any(each and each not in halves for each in shown):
            return
        grid.cover(row.row, nature, before)


def _spread_column(grid: Grid, blocks: Sequence[Sequence[CourseRow]], column: int, spread: Spread) -> None:
    """Spread the texts of a column whose blocks begin with rows that show none; a merged cell reaches by itself."""
    texts = [(block, [_shown(grid, row.row, column) for row in block]) for block in blocks]
    single = [(block, shown) for block, shown in texts if not any(cell and cell.rows > 1 for cell in shown)]
    if not any(shown[0] is None and any(shown) for _, shown in single):
        return
    for block, shown in single:
        marks = [(at, cell) for at, cell in enumerate(shown) if cell]
        if not marks or len(marks) == len(block):
            continue
        ends = [len(block) - 1] if len(marks) == 1 else _ends([at for at, _ in marks], len(block))
        if ends is None:
            names = "、".join(grid.text_of(cell) for _, cell in marks)
            spread.problems.append(PlanRemark("text-in-the-middle-is-unsure", names, grid.place(block[0].row, column)))
            continue
        first = 0
        for (_, cell), end in zip(marks, ends, strict=True):
            spread.guesses.append(_cover(grid, block[first : end + 1], column, cell))
            first = end + 1


def _cover(grid: Grid, rows: Sequence[CourseRow], column: int, cell: TableCell) -> PlanRemark:
    """Let a cell reach over rows, and say which courses those are."""
    for row in rows:
        grid.cover(row.row, column, cell)
    names = "、".join(grid.text(row.row, row.header.name_column) for row in rows)
    return PlanRemark("text-in-the-middle-of-its-rows", grid.text_of(cell), grid.place(rows[0].row, column), names)


def _ends(places: Sequence[int], count: int) -> list[int] | None:
    """Give the last row of each text, where each stands in the middle of its rows and that leaves one way only."""
    if len(places) > _TEXTS_LARGEST:
        return None
    found = list(_ways(places, 0, count))
    exact = [ends for ends, offsets in found if not offsets]
    ways = exact or [ends for ends, _ in found]
    return ways[0] if len(ways) == 1 else None


def _ways(places: Sequence[int], first: int, count: int) -> Iterator[tuple[list[int], int]]:
    """Give the ends of all texts, with how often a text stands half a row off the middle."""
    place, *rest = places
    for offset in (0, -1, 1):
        end = 2 * place - first + offset
        is_within = place <= end < (rest[0] if rest else count)
        if not is_within or (not rest and end != count - 1):
            continue
        if not rest:
            yield [end], abs(offset)
            continue
        for ends, offsets in _ways(rest, end + 1, count):
            yield [end, *ends], abs(offset) + offsets
