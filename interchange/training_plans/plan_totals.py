"""Totals that a document states, next to ours for the same lines: a check of the document, and of our reading."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from analysis.training_plans.intervals import WEEKS, figure_named, figures, interval_within
from analysis.training_plans.training_plan import Interval, PlanLine, PlanPlace, PlanRemark, StatedTotal
from interchange.documents.document_errors import DocumentTooLargeError
from interchange.training_plans.choices.choice_groups import common_path
from interchange.training_plans.plan_choices import Choices
from interchange.training_plans.tables.headings.course_heading import CourseHeading
from interchange.training_plans.tables.headings.plan_meanings import Meaning
from interchange.training_plans.tables.plan_grid import Grid
from interchange.training_plans.tables.plan_numbers import CHINESE, hundredths, in_parts, is_empty, weeks_of, whole
from interchange.training_plans.tables.plan_rows import CourseRow
from interchange.training_plans.tables.plan_words import GRAND_WORD, SOME_OF, bare, module_of, nature_of

M = Meaning
_WORDS = {"credits": "学分", "hours": "学时", "theoryHours": "理论学时", "practiceHours": "实践学时", WEEKS: "周数"}
_ELECTIVES = {"ELECTIVE", "RESTRICTED_ELECTIVE"}
# A plan has some ten or twenty totals; each is compared with all lines.
TOTALS_LARGEST = 200
_TOTALS = ("totals in one plan", "项合计（单个方案）")
# Of more courses no one choice is meant.
_FREE_LARGEST = 20
# Between two letters of a label the name of a module has no more others.
_BETWEEN_LARGEST = 4
# Between the module and the nature in the label of a row of an overview.
BETWEEN = "："
_YEAR_OF_TOTAL = re.compile(r"第?([一二三四五1-5])学年(?:合计|小计|总计|共计)?")
# What a column of theory and practice together is called while it is read.
_PARTS = "parts"


def _credits(text: str) -> int | None:
    """Read credits, also with the parts that make them: 26（22+4）."""
    parts = in_parts(text)
    return parts.whole if parts else hundredths(text)


def _hours(text: str) -> int | None:
    """Read hours, also with the parts that make them: 414（354+60）."""
    parts = in_parts(text)
    return _whole_hours(parts.whole) if parts else whole(text)


def _whole_hours(number: int) -> int | None:
    """Give hours in hundredths as hours; null where they are no whole number, so that nothing of them is cut."""
    return None if number % 100 else number // 100


def _weeks(text: str) -> int | None:
    """Read weeks, in hundredths: 28, 28周."""
    return weeks_of(text) or hundredths(text)


def _of_parts(text: str) -> dict[str, int | None]:
    """Read theory and practice, with or without their sum: 414（354+60）, 354+60."""
    if parts := in_parts(text):
        names = ("hours", "theoryHours", "practiceHours")
        return dict(zip(names, map(_whole_hours, parts), strict=True))
    numbers = [whole(each) for each in re.split(r"[/+]", bare(text))]
    if len(numbers) == 1 and numbers[0] is not None:
        return {"hours": numbers[0]}
    return dict(zip(("theoryHours", "practiceHours"), numbers, strict=True)) if len(numbers) == 2 else {}


_READ: tuple[tuple[Meaning, str, Callable[[str], int | None]], ...] = (
    (M.CREDITS, "credits", _credits),
    (M.HOURS, "hours", _hours),
    (M.THEORY, "theoryHours", _hours),
    (M.PRACTICE, "practiceHours", _hours),
    (M.WEEKS, WEEKS, _weeks),
)


_FIGURES_IN_WORDS = re.compile(r"(\d{1,3}(?:\.\d{1,2})?)学分[,、;/](\d{1,4})(?:学时|课时)")


class StatedFigures(NamedTuple):
    """A row of totals as it stands: its figures and their places, and the lines that it may be about, best first."""

    place: PlanPlace
    label: str
    stated: Mapping[str, int]
    places: Mapping[str, PlanPlace]
    scopes: tuple[tuple[str | None, tuple[int, ...]], ...]
    # Whether the scope is certain: one total of several lines, not a guess among areas.
    is_own_block: bool = True
    # The modules that the row stands in.
    path: tuple[str, ...] = ()


def refuse_more_totals(count: int) -> None:
    """Refuse a document that has more totals in one plan than are compared."""
    if count > TOTALS_LARGEST:
        raise DocumentTooLargeError(_TOTALS, count, TOTALS_LARGEST)


def read_figures(
    grid: Grid, row: CourseRow, term_unit: str
) -> tuple[dict[str, int], dict[str, PlanPlace], list[PlanRemark]]:
    """Read the figures of a row of totals, under the heading of its table."""
    stated: dict[str, int] = {}
    places: dict[str, PlanPlace] = {}
    remarks: list[PlanRemark] = []
    seen = {id(row.cell)}
    counted: set[tuple[str, int]] = set()
    for name, column, read in _columns(row.header, row.text, term_unit):
        cell = grid.cell(row.row, column)
        if cell is None or id(cell) in seen or (name, id(cell)) in counted or cell.row != row.row:
            continue
        # One cell over the credits or hours of each nature has the sum of both.
        counted.add((name, id(cell)))
        seen |= {id(cell)} if name == "credits" else set()
        text = grid.text(row.row, column)
        values = _of_parts(text) if name == _PARTS else {name: read(text)}
        for each, value in values.items():
            if value is not None:
                # Of practice in parts the sum counts.
                stated[each] = stated.get(each, 0) + value
                places.setdefault(each, grid.place(row.row, column))
        if None not in values.values() and values:
            continue
        if not is_empty(text) and re.search(r"\d", text) and not name.startswith("term"):
            remarks.append(PlanRemark("value-not-read", text, grid.place(row.row, column)))
    return *_in_words(grid, row, stated, places), remarks


def _in_words(
    grid: Grid, row: CourseRow, stated: dict[str, int], places: dict[str, PlanPlace]
) -> tuple[dict[str, int], dict[str, PlanPlace]]:
    """Read 56学分,1032学时 in one cell, where the row has no other figures."""
    for cell in () if stated else grid.own_cells(row.row):
        match = _FIGURES_IN_WORDS.fullmatch(bare(grid.text_of(cell)))
        if match and cell is not row.cell:
            found = {"credits": hundredths(match[1]), "hours": int(match[2])}
            stated |= {name: value for name, value in found.items() if value is not None}
            places |= dict.fromkeys(stated, grid.place(row.row, cell.column))
    return stated, places


def _columns(
    header: CourseHeading, label: str, term_unit: str
) -> Iterator[tuple[str, int, Callable[[str], int | None]]]:
    for meaning, name, read in _READ:
        for column in header.of(meaning):
            yield name, column.column, read
    for column in header.of(M.THEORY_AND_PRACTICE):
        yield _PARTS, column.column, whole
    # A row of credits has the credits of each term under the terms.
    is_credits = "学分" in label and not re.search(r"学时|课时", label)
    unit = (
        "termCredits"
        if is_credits or term_unit == "CREDITS"
        else "termHours"
        if term_unit == "HOURS"
        else "termWeeklyHours"
    )
    terms = [each for each in header.of(M.TERM) if not each.is_of_assessment]
    has_hours_too = any(not each.is_of_credits for each in terms)
    for each in (each for each in terms if not (each.is_of_weeks or term_unit == "WEEKS")):
        of_term = {"HOURS": "termHours", "WEEKLY": "termWeeklyHours"}.get(header.unit_of(each, ""), unit)
        own = "termCredits" if each.is_of_credits and has_hours_too else of_term
        yield f"{own}.{each.term}", each.column, hundredths


def read_figures_below(grid: Grid, row: CourseRow) -> tuple[dict[str, int], dict[str, PlanPlace]]:
    """Read figures that stand under words in the row of a total: 理论课 and 实践课 with a figure below each."""
    stated: dict[str, int] = {}
    places: dict[str, PlanPlace] = {}
    if row.cell is None or row.cell.rows < 2:
        return stated, places
    for cell in grid.own_cells(row.row):
        text = bare(grid.text_of(cell))
        name = "theoryHours" if "理论" in text else "practiceHours" if "实践" in text else ""
        value = whole(grid.text(row.row + 1, cell.column))
        if name and value is not None and cell is not row.cell:
            stated[name], places[name] = value, grid.place(row.row + 1, cell.column)
    return stated, places


def nature_of_total(grid: Grid, header: CourseHeading, row: int) -> str:
    """Give the nature that a row of totals is about, where the module has a row for each."""
    column = header.index_of(M.NATURE)
    return grid.text(row, column) if grid.begins(row, column) and nature_of(grid.text(row, column)) else ""


# ---- comparing


def compare(rows: Sequence[StatedFigures], choices: Choices) -> tuple[list[StatedTotal], list[PlanRemark]]:
    """Put our figures next to those stated; a subtotal of electives may first show how many are chosen."""
    for each in rows:
        if each.is_own_block and each.scopes:
            choices.add_by_label(each.label, each.place, each.scopes[0][1])
        stated = each.stated.get("credits")
        if stated and each.is_own_block and each.scopes and len(each.scopes[0][1]) > 1:
            choices.add_by_subtotal(each.scopes[0][1], stated, each.scopes[0][0] or each.label, each.place)
    rows = [_with_what_is_stood_for(each, choices) for each in rows]
    totals: list[StatedTotal] = []
    problems: list[PlanRemark] = []
    for each in (_with_whole(_with_lines_below(row, choices.lines), rows, choices.lines) for row in rows):
        scope, lines, ours = _best(each, choices)
        numbers = tuple(at + 1 for at in lines)
        totals.append(StatedTotal(each.place, each.label, scope, each.stated, ours, numbers))
        for name, subject in differences_of(totals[-1]).items():
            missing = unchosen(each.stated[name], ours[name], [choices.lines[at] for at in lines])
            rule = "subtotal-asks-for-a-choice" if name == "credits" and missing else "sum-differs"
            problems.append(PlanRemark(rule, subject, each.places[name], missing if name == "credits" else ""))
    return totals, problems


def differences_of(total: StatedTotal) -> dict[str, str]:
    """Give what to say of each figure of a total that is not ours."""
    return {
        name: f"{total.label} {_word(name)} {_shown(name, value)} ≠ {_shown_interval(name, total.ours[name])}"
        for name, value in total.stated.items()
        if name in total.ours and not _is_within(value, total.ours[name])
    }


def unchosen(stated: int, ours: Interval, lines: Sequence[PlanLine]) -> str:
    """Name the electives that are in no choice, where a total of credits leaves some of them out."""
    free = [each for each in lines if each.group is None and each.is_counted and each.nature in _ELECTIVES]
    rest = ours.least - sum(each.credits or 0 for each in free)
    fits = stated < ours.least and stated >= rest
    return "、".join(each.name for each in free) if fits and 1 < len(free) < _FREE_LARGEST else ""


def _with_what_is_stood_for(each: StatedFigures, choices: Choices) -> StatedFigures:
    """Sum the courses that a line stands for in its place."""
    scopes = tuple(
        (name, tuple(sorted({*indexes, *(at for index in indexes for at in choices.stood_for.get(index, ()))})))
        for name, indexes in each.scopes
    )
    return each._replace(scopes=scopes)


def _with_lines_below(each: StatedFigures, lines: Sequence[PlanLine]) -> StatedFigures:
    """Add the whole module that a total stands in, for it may stand above the lines that it sums."""
    in_path = tuple(at for at, line in enumerate(lines) if each.path and line.path[: len(each.path)] == each.path)
    if not in_path or any(scope == in_path for _, scope in each.scopes):
        return each
    # What it is about otherwise lies in other modules.
    scopes = [scope for scope in each.scopes if set(scope[1]) & set(in_path)]
    return each._replace(scopes=(*scopes, ("/".join(each.path), in_path)))


def _with_whole(each: StatedFigures, rows: Sequence[StatedFigures], lines: Sequence[PlanLine]) -> StatedFigures:
    """Add what a total may be about besides the lines above it: it may stand above its own."""
    label = bare(each.label)
    if not each.scopes and is_of_which(label) and not each.path:
        return each._replace(scopes=tuple((each.label, part) for part in _parts_below(each, rows, lines) if part))
    if not each.scopes or "小计" in label:
        return each
    further: list[tuple[str | None, tuple[int, ...]]] = []
    if of_year := _scope_of_year(label, lines):
        further.append((label, of_year))
    elif is_of_which(label) or not any(scope for _, scope in each.scopes):
        named = re.sub(r"^其中:?|\(.*\)$|合计|总计", "", label)
        further += [(label, scope_by_name(named, lines)), (label, _of_kind(named, lines))]
    if not is_of_which(label):
        first = each.scopes[0][1]
        own = tuple(at for at in first if lines[at].place[:3] == each.place[:3])
        # The table before may have no total; one of all is never that of the last table alone.
        is_of_table = (len(first) < len(lines) and "总" not in label) or label.startswith("学年")
        further += [(each.scopes[0][0], own)] if is_of_table else []
        further += [(None, tuple(range(len(lines))))] if GRAND_WORD.search(label) else []
        # At the top of a later table it sums what is below it there.
        below = tuple(at for at, line in enumerate(lines) if first and line.place[:3] == each.place[:3])
        further += [(each.label, below)] if below and (lines[below[0]].place.row or 0) > (each.place.row or 0) else []
    scopes = [scope for scope in (*each.scopes, *further) if scope[1]]
    return each._replace(scopes=tuple(dict.fromkeys(scopes)) or each.scopes)


def _parts_below(
    each: StatedFigures, rows: Sequence[StatedFigures], lines: Sequence[PlanLine]
) -> Iterator[tuple[int, ...]]:
    """Give what a total of a part above all lines may be about: its table, the plan, or what the next total sums."""
    own = [at for at, line in enumerate(lines) if line.place[:3] == each.place[:3]]
    totals = [row.place.row or 0 for row in rows if row.place[:3] == each.place[:3] and not is_of_which(row.label)]
    end = min((row for row in totals if row > (each.place.row or 0)), default=None)
    block = [at for at in own if end is None or (lines[at].place.row or 0) < end]
    for indexes in (own, range(len(lines)), block):
        yield tuple(indexes[at] for at in scope_of_which(each.label, [lines[at] for at in indexes]))


def _of_kind(name: str, lines: Sequence[PlanLine]) -> tuple[int, ...]:
    """Give the lines of the kind of module that a name tells, whatever their modules are called: 公共课."""
    module = module_of(name)
    return tuple(at for at, line in enumerate(lines) if module and line.module == module)


def _scope_of_year(label: str, lines: Sequence[PlanLine]) -> tuple[int, ...]:
    """Give the lines of the year that a label names, which run in no other; a summer term is in the year before it."""
    match = _YEAR_OF_TOTAL.fullmatch(label)
    if match is None:
        return ()
    last = 2 * (CHINESE.get(match[1]) or int(match[1]))
    terms = [{*line.semesters, *line.summer_terms} for line in lines]
    return tuple(at for at, each in enumerate(terms) if each and each <= {last - 1, last})


def _best(each: StatedFigures, choices: Choices) -> tuple[str | None, tuple[int, ...], dict[str, Interval]]:
    """Take the first set of lines whose figures are those stated, else that of which most are.

    A total of no line is compared with nothing: what its lines have is unknown, and not 0.
    """
    best: tuple[str | None, tuple[int, ...], dict[str, Interval]] = (None, (), {})
    most = -2
    for scope, indexes in each.scopes:
        ours = _ours(each, [choices.lines[at] for at in indexes], choices) if indexes else {}
        fitting = sum(_is_within(each.stated[name], value) for name, value in ours.items()) if indexes else -1
        if ours and fitting == len(ours):
            return scope, indexes, ours
        if fitting > most:
            best, most = (scope, indexes, ours), fitting
    return best


def _ours(each: StatedFigures, lines: list[PlanLine], choices: Choices) -> dict[str, Interval]:
    named = {name: figure_named(name) for name in (*(name for name, _ in figures()), *each.stated)}
    return {name: interval_within(choices, lines, of) for name, of in named.items() if of and name in each.stated}


def _is_within(value: int, ours: Interval) -> bool:
    return ours.least <= value and (ours.most is None or value <= ours.most)


def _word(name: str) -> str:
    """Name a figure in the language of the documents."""
    unit, _, term = name.partition(".")
    return f"第{term}学期学时" if term else _WORDS[unit]


def _shown(name: str, value: int) -> str:
    return f"{value / 100:g}" if name in {"credits", WEEKS} or "." in name else str(value)


def _shown_interval(name: str, ours: Interval) -> str:
    least = _shown(name, ours.least)
    if ours.most == ours.least:
        return least
    return f"{least} … {'?' if ours.most is None else _shown(name, ours.most)}"


# ---- which lines a total is about

_WITH_OTHERS = re.compile(r"\([^()]*含[^()]*选[^()]*\)$|\(含[^()]*\)$")


class ScopeFinder:
    """Follows the lines of a plan, and tells which of them a total is about."""

    def __init__(self) -> None:
        self.since: list[int] = []
        self.before: tuple[tuple[str | None, tuple[int, ...]], ...] = ()
        self.figures: set[str] = set()

    def add(self, index: int) -> None:
        """Count a line that was read."""
        self.since.append(index)

    def begin_side(self) -> None:
        """Begin a table that stands next to the one before: no total of it sums what was read there."""
        self.since, self.before, self.figures = [], (), set()

    def scopes(
        self,
        label: str,
        path: tuple[str, ...],
        lines: Sequence[PlanLine],
        figures_stated: Iterable[str] = (),
        *,
        is_sectioned: bool,
    ) -> tuple[tuple[str | None, tuple[int, ...]], ...]:
        """Give the sets of lines that a total may be about, the likeliest first."""
        since = tuple(self.since)
        self.since = []
        # A second row of one figure sums more than the row above it; one of other figures completes that row.
        is_larger = not since and not self.figures.isdisjoint(figures_stated)
        self.figures = {*figures_stated} if since or is_larger else self.figures | {*figures_stated}
        if is_of_which(label):
            part = scope_of_which(label, lines)
            return ((label, part),) if part else ()
        named = scope_by_words(label, lines)
        by_words = [(label, named)] if named else []
        everything = (None, tuple(range(len(lines))))
        if not since and self.before and not path and not GRAND_WORD.search(bare(label)):
            self.before = self._around(lines) if is_larger and not by_words else self.before
            # A second sum may be of all that stands above it, in several parts of the table.
            rest = [everything] if is_larger and "合计" in bare(label) else []
            return (*by_words, *self.before, *rest)
        in_path = tuple(at for at, line in enumerate(lines) if path and line.path[: len(path)] == path)
        block = [("/".join(_common(lines, since)) or None, since)] if since else []
        area = [("/".join(path), in_path)] if in_path else []
        if "小计" in bare(label):
            found = [*block, *area, *by_words, everything]
            if not since and self.before and in_path and set(self.before[0][1]) <= set(in_path):
                inside = tuple(at for at in named if at in in_path)
                found = [(label, inside)] if inside and is_larger else []
                found += area if is_larger else [*self.before[:1], *area]
        elif area:
            found = [*area, *by_words, *block]
        else:
            found = [*block, *by_words, everything] if is_sectioned else [everything, *by_words, *block]
        self.before = tuple(found)
        return self.before

    def _around(self, lines: Sequence[PlanLine]) -> tuple[tuple[str | None, tuple[int, ...]], ...]:
        """Give the module around the lines of the total before, where it has more lines than those."""
        before = self.before[0][1]
        module = _common(lines, before)[:1]
        around = tuple(at for at, line in enumerate(lines) if module and line.path[:1] == module)
        return (("/".join(module), around),) if set(before) < set(around) else self.before


def _common(lines: Sequence[PlanLine], indexes: Sequence[int]) -> tuple[str, ...]:
    return common_path([lines[each].path for each in indexes])


def scope_by_words(label: str, lines: Sequence[PlanLine]) -> tuple[int, ...]:
    """Give the lines of modules whose names have the words of a label: 专业任选模块学分合计, 专业群任选模块1."""
    words = re.sub(r"分?学期|学时|课时|学分|小计|合计|总计|共计", "", bare(label)).strip("()")
    if re.fullmatch(r"(?:必修|选修|限选|任选|公选)课?(?:程)?", words):
        return tuple(at for at, line in enumerate(lines) if line.nature == nature_of(words))
    if len(words) < 3:
        return ()
    names = {each for line in lines for each in line.path}
    named = {each for each in names if _has_words(bare(each), words)}
    return tuple(at for at, line in enumerate(lines) if not named.isdisjoint(line.path))


def _has_words(name: str, words: str) -> bool:
    """Whether a name begins with a word and has each letter of it in order, with at most four others between two."""
    ends = {0} if name[:1] == words[:1] else set()
    for each in words[1:]:
        ends = {
            at for end in ends for at in range(end + 1, min(end + 2 + _BETWEEN_LARGEST, len(name))) if name[at] == each
        }
    return bool(ends)


def is_of_which(label: str) -> bool:
    """Whether a row says what part of the total above it is: 其中：选修课."""
    return bare(label).startswith("其中")


def scope_of_which(label: str, lines: Sequence[PlanLine]) -> tuple[int, ...]:
    """Give the lines that a part of a total is about; none where the nature of some line is not known."""
    words = re.sub(r"^其中:?|\(.*\)$", "", bare(label))
    if re.fullmatch(r"必修课?(?:程)?|选修课?(?:程)?", words):
        return of_nature(words, range(len(lines)), lines)
    return scope_by_name(words, lines)


def of_nature(words: str, indexes: Iterable[int], lines: Sequence[PlanLine]) -> tuple[int, ...]:
    """Give the lines that are required, or those that are not; none where the nature of some line is not known.

    限选 and 任选 name one kind of electives each; 限选/任选 names both.
    """
    indexes = tuple(indexes)
    if any(lines[at].nature is None for at in indexes):
        return ()
    if ("限" in words) != ("任" in words):
        return tuple(at for at in indexes if lines[at].nature == nature_of(words))
    is_required = nature_of(words) == "REQUIRED"
    return tuple(at for at in indexes if (lines[at].nature == "REQUIRED") == is_required)


def scope_of_overview(label: str, lines: Sequence[PlanLine]) -> tuple[int, ...]:
    """Give the lines that a row of an overview is about: a module, or what is required or chosen in it."""
    if of_year := _scope_of_year(bare(label), lines):
        return of_year
    module, _, nature = label.partition(BETWEEN)
    named = scope_by_name(module, lines)
    return of_nature(nature, named, lines) if nature else named


def scope_by_name(label: str, lines: Sequence[PlanLine]) -> tuple[int, ...]:
    """Give the lines that a row of an overview names: by the text of their module, else by module and nature."""
    named = tuple(at for at, line in enumerate(lines) if any(bare(label) == bare(each) for each in line.path))
    whole = SOME_OF.sub("", bare(label))
    if not named and (named := scope_by_words(whole, lines)) and whole != bare(label):
        # 公共基础课（限选2门） is of the electives of a module, 专业方向课（二选一） of a module as a whole.
        named = tuple(at for at in named if lines[at].nature != "REQUIRED") or named
    if named:
        return named
    if (plain := _WITH_OTHERS.sub("", bare(label))) != bare(label):
        # 公共基础课程（含限选、任选）: the whole kind of module.
        module = module_of(plain)
        return tuple(at for at, line in enumerate(lines) if module and line.module == module)
    module, nature = module_of(label), nature_of(label)
    return tuple(
        at
        for at, line in enumerate(lines)
        if module and line.module == module and (nature is None or line.nature == nature)
    )
