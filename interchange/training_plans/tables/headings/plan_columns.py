"""From the rows of a heading to what each column means, and by which rule."""

import re
from collections.abc import Callable, Mapping
from functools import partial

from interchange.training_plans.tables.headings.course_heading import (
    FIGURES,
    NATURE_OF_THE_FORM,
    CourseHeading,
    PlanColumn,
)
from interchange.training_plans.tables.headings.heading_rows import (
    WEEKS_ONLY,
    first_row,
    labels_of,
    last_row,
    name_pairs,
)
from interchange.training_plans.tables.headings.plan_labels import (
    NAME_ALONE,
    meaning_of,
    names_courses,
    plain_label,
)
from interchange.training_plans.tables.headings.plan_legends import heading_legend
from interchange.training_plans.tables.headings.plan_meanings import Meaning
from interchange.training_plans.tables.headings.quota_columns import with_quotas
from interchange.training_plans.tables.headings.term_columns import term_columns
from interchange.training_plans.tables.headings.year_columns import year_columns
from interchange.training_plans.tables.plan_grid import Grid
from interchange.training_plans.tables.plan_numbers import hundredths, is_empty, is_tick
from interchange.training_plans.tables.plan_words import (
    LABEL_LARGEST,
    OTHER_WORD,
    TOTAL_WORD,
    bare,
    choice_in_nature,
    module_of,
    nature_of,
)

M = Meaning
# What may stand in several columns: levels of modules, parts of practice, and one column for each term.
_SEVERAL = frozenset(
    {
        M.MODULE,
        M.GROUP,
        M.TERM,
        M.SCHOOL_YEAR,
        M.MODE,
        M.REMARK,
        M.NAME,
        M.COURSE_TYPE,
        M.SHARE,
        M.IGNORED,
        M.PRACTICE,
        M.NATURE_TICK,
    }
)
_WHAT_IS_REQUIRED = re.compile(r"(?:选修|选课|修读|选读|选学)(?:要求|说明|规定)")
# Headings of our own form, which mean one thing whatever stands below.
_ONE_USE = frozenset({"课程类别名称", "课程组名称", NATURE_OF_THE_FORM})
_NATURE_LARGEST = 6
# Next to courses of practice: 秋季学期第1~2周, 夏季小学期; and for which majors of a group a course is.
_KEPT_AS_WRITTEN = re.compile(r"安排时间|时间安排|实施时间|执行时间|(?:适用|面向)专业")
_LIKE_A_CODE = re.compile(r"[A-Za-z]{0,6}\d{3,12}[A-Za-z]{0,2}")
_ALL_OF_THEM = re.compile(r"合计|小计|总计|共计|总数|总")
_KIND_OF_ASSESSMENT = re.compile(r"考[试查察]课?|[试查察SKC]|[*★☆▲△●○]")
_COURSE_TYPES = re.compile(
    r"[ABC]类?|理论课?|实践课?|理论\+实践课?|(?:理实|教学做)(?:一体化?)?课?|[理实]|纯(?:理论|实践)课?|[ABC]\(.*\)"
)


def heading_from(grid: Grid, row: int) -> CourseHeading:
    first, last = first_row(grid, row), last_row(grid, row)
    labels = {column: labels_of(grid, first, last, column) for column in range(grid.column_count)}
    name_pairs(labels)
    rows = _course_rows(grid, last)
    terms = _term_columns(grid, labels, rows)
    columns: list[PlanColumn] = []
    unknown: list[tuple[int, str]] = []
    doubled: list[tuple[int, str]] = []
    chosen = _chosen(grid, labels, terms)
    chosen = _known_together(labels, partial(_values, grid, rows)) | chosen
    claimed = {each.meaning for each in chosen.values()} - _SEVERAL
    for index, texts in labels.items():
        if index in chosen:
            columns.append(chosen[index])
            continue
        column = terms.get(index) or _column(index, texts, partial(_values, grid, rows, index))
        if column and column.meaning in claimed:
            doubled.append((index, column.heading))
        elif column is None and not texts and _is_next_to_module(columns, index):
            # Without merged cells the heading of two columns of modules stands over the first.
            shown = [each for each in _values(grid, rows, index) if each]
            meaning = _by_values(M.MODULE, shown) or M.MODULE
            columns += [PlanColumn(index, "", meaning, "column-by-its-cells")] if shown else []
        elif column is None:
            unknown += [(index, "".join(texts))] if texts or any(_values(grid, rows, index)) else []
        elif column.meaning not in _SEVERAL and (
            before := [
                each for each in columns if each.meaning is column.meaning and not _are_other_parts(each, column)
            ]
        ):
            if column.meaning is M.NATURE and (both := _with_what_is_required(before[0], column)):
                # 选修要求 next to 课程性质 says what is chosen, not the nature.
                columns[columns.index(before[0])] = both[0]
                columns.append(both[1])
            elif before[0].rule == "column-by-its-cells" and column.rule == "column-by-heading":
                # The cells of an inner category may all be natures; the column that says so in its heading decides.
                columns[columns.index(before[0])] = before[0]._replace(meaning=M.MODULE, rule="column-by-heading")
                columns.append(column)
            elif column.meaning is M.ASSESSMENT:
                # 方式 next to 类型 says how an examination is held: 闭卷, 机考.
                columns[columns.index(before[0])], other = _as_kind_and_way(
                    before[0], column, partial(_values, grid, rows)
                )
                columns.append(other)
            elif any(grid.begins(row, index) and grid.cells_begin(row, index) for row in rows):
                doubled.append((index, column.heading))
        else:
            columns.append(column)
    unknown, found = _hours_by_their_parts(grid, rows, columns, unknown)
    columns, again = _next_to_the_whole(sorted([*columns, *found], key=lambda each: each.column))
    unknown += [(each.column, each.heading.replace("/", "")) for each in again]
    doubled += [(each.column, each.heading) for each in _parts_again(grid, last, columns)]
    columns, doubled = with_quotas([each for each in columns if each.column not in dict(doubled)], doubled)
    columns, unknown = with_quotas(columns, unknown)
    return CourseHeading(first, last, tuple(columns), tuple(unknown), tuple(doubled))


def _term_columns(grid: Grid, labels: dict[int, list[str]], rows: list[int]) -> dict[int, PlanColumn]:
    terms = term_columns(labels)
    return terms | year_columns(labels, terms, lambda index: any(_values(grid, rows, index)))


def _are_other_parts(one: PlanColumn, other: PlanColumn) -> bool:
    """Whether two columns have parts of credits or hours, 必修 and 选修 below 学分, or a part and them all."""
    is_one_kind = not (one.part and other.part) or bool(one.nature) == bool(other.nature)
    return one.part != other.part and is_one_kind


def _hours_by_their_parts(
    grid: Grid, rows: list[int], columns: list[PlanColumn], unknown: list[tuple[int, str]]
) -> tuple[list[tuple[int, str]], list[PlanColumn]]:
    """Take 合计 as all hours, where no other column has them and theory and practice make it in most rows."""
    parts = [each.column for each in columns if each.meaning in {M.THEORY, M.PRACTICE}]
    if len(parts) < 2 or any(each.meaning is M.HOURS for each in columns):
        return unknown, []
    for index, heading in unknown:
        if not _ALL_OF_THEM.fullmatch(heading):
            continue
        shown = [(hundredths(grid.text(row, index)), row) for row in rows if grid.begins(row, index)]
        judged = [
            total == sum(hundredths(grid.text(row, each)) or 0 for each in parts) for total, row in shown if total
        ]
        if judged and sum(judged) * 2 > len(judged):
            found = PlanColumn(index, heading, M.HOURS, "column-by-its-cells")
            return [each for each in unknown if each[0] != index], [found]
    return unknown, []


def _next_to_the_whole(columns: list[PlanColumn]) -> tuple[list[PlanColumn], list[PlanColumn]]:
    """Part columns from those whose figures another column has in all; of these a nature says that of the course."""
    meanings = [each.meaning for each in columns]
    wholes = {each.meaning for each in columns if not each.part}
    # One place alone has not all hours, and where theory and practice have them places say no more.
    has_places_only = meanings.count(M.HOURS) > 1 and M.THEORY not in meanings and M.PRACTICE not in meanings
    kept, left_out = [], []
    for each in columns:
        is_whole = each.meaning not in wholes and (each.nature or each.meaning is M.CREDITS or has_places_only)
        if not each.part or is_whole:
            kept.append(each)
        elif each.nature:
            kept.append(each._replace(meaning=M.NATURE_TICK))
        else:
            left_out.append(each)
    return kept, left_out


def _with_what_is_required(one: PlanColumn, other: PlanColumn) -> tuple[PlanColumn, PlanColumn] | None:
    """Take the one of two columns of natures whose heading asks what is required as that of the groups."""
    asks = [bool(_WHAT_IS_REQUIRED.fullmatch(each.heading.rpartition("/")[2])) for each in (one, other)]
    if asks.count(True) != 1:
        return None
    first, second = (
        each._replace(meaning=M.GROUP) if is_asking else each
        for each, is_asking in zip((one, other), asks, strict=True)
    )
    return first, second


def _as_kind_and_way(
    one: PlanColumn, other: PlanColumn, values: Callable[[int], list[str]]
) -> tuple[PlanColumn, PlanColumn]:
    """Take the one of two columns of assessments that names examinations and checks more often as their kind."""
    counts = [
        sum(bool(_KIND_OF_ASSESSMENT.fullmatch(bare(text))) for text in values(each.column)) for each in (one, other)
    ]
    way = one._replace(meaning=M.MODE, rule="column-by-its-cells")
    if counts[1] > counts[0]:
        return way, other
    return one, other._replace(meaning=M.MODE, rule="column-by-its-cells")


def _is_next_to_module(columns: list[PlanColumn], index: int) -> bool:
    return bool(columns) and columns[-1].column == index - 1 and columns[-1].meaning is M.MODULE


def _parts_again(grid: Grid, last: int, columns: list[PlanColumn]) -> list[PlanColumn]:
    """Give the columns whose parts the first column of practice holds already: 实践, of which 实验 and 实训."""
    practice = [each for each in columns if each.meaning is M.PRACTICE]
    if len(practice) < 2:
        return []
    whole = [
        next((each.column for each in columns if each.meaning is meaning), None) for meaning in (M.HOURS, M.THEORY)
    ]
    judged = [
        _practice_of(grid, row, [each.column for each in practice], whole) for row in range(last + 1, grid.row_count)
    ]
    figures = [each for each in judged if any(each[0])]
    holds_all = sum(row[0] == sum(row[1:]) and wanted in {None, row[0]} for row, wanted in figures)
    return practice[1:] if holds_all * 2 > len(figures) else []


def _practice_of(grid: Grid, row: int, columns: list[int], whole: list[int | None]) -> tuple[list[int], int | None]:
    """Give the figures of practice in a row, and what hours without theory leave for them all."""
    hours, theory = (hundredths(grid.text(row, each)) for each in whole)
    wanted = None if hours is None or theory is None else hours - theory
    return [hundredths(grid.text(row, each)) or 0 for each in columns], wanted


def _chosen(grid: Grid, labels: Mapping[int, list[str]], terms: Mapping[int, PlanColumn]) -> dict[int, PlanColumn]:
    """Give the columns whose meaning a person chose."""
    columns: dict[int, PlanColumn] = {}
    for index, texts in labels.items():
        heading = "/".join(map(plain_label, texts))
        if choice := grid.choices.of(index, heading):
            weeks = terms[index].weeks if index in terms else None
            columns[index] = PlanColumn(index, heading, choice.meaning, choice.rule, choice.term, weeks)
    return columns


def _known_together(labels: Mapping[int, list[str]], values: Callable[[int], list[str]]) -> dict[int, PlanColumn]:
    """Give the columns whose labels say what they are next to others: 名称 of courses, and 编号 next to 序号."""
    last = {index: plain_label(texts[-1]) for index, texts in labels.items() if texts}
    meanings = {index: meaning_of(each, "") for index, each in last.items()}
    found: dict[int, PlanColumn] = {}
    if M.NAME not in meanings.values() and names_courses([*last.values()]):
        found |= {
            at: PlanColumn(at, each, M.NAME, "column-by-heading") for at, each in last.items() if each == NAME_ALONE
        }
    found |= {
        at: PlanColumn(at, each, M.REMARK, "column-by-heading")
        for at, each in last.items()
        if _KEPT_AS_WRITTEN.fullmatch(each) and len(labels[at]) == 1
    }
    numbers = [at for at, each in last.items() if each == "编号"]
    if len(numbers) == 1 and [*meanings.values()].count(M.INDEX) == 2 and M.CODE not in meanings.values():
        shown = [bare(each) for each in values(numbers[0]) if each]
        if shown and all(map(_LIKE_A_CODE.fullmatch, shown)):
            found[numbers[0]] = PlanColumn(numbers[0], "编号", M.CODE, "column-by-its-cells")
    return found


def _column(index: int, texts: list[str], values: Callable[[], list[str]]) -> PlanColumn | None:
    """Read the labels of a column from the lowest up; where a word has several uses, its cells decide."""
    labels = [plain_label(each) for each in texts]
    if len(labels) > 1 and meaning_of(labels[-1], "") is M.WEEKS and meaning_of(labels[-2], "") is M.NAME:
        # The name of a row of weeks stands below 课程名称.
        labels = labels[:-1]
    heading = "/".join(labels)
    above = meaning_of(labels[-2], "") if len(labels) > 1 else None
    if above in {M.CREDITS, M.HOURS} and (part := PlanColumn(index, heading, above, "column-by-heading")).part:
        return part
    for depth in range(len(labels), 0, -1):
        meaning = meaning_of(labels[depth - 1], "".join(labels[: depth - 1]))
        if meaning is None:
            continue
        if depth < len(labels) and meaning in FIGURES and not WEEKS_ONLY.match(labels[-1]):
            # What is below 学时 and not known, 线上 for one, is not all hours.
            return None
        if meaning is M.NATURE_TICK and not all(is_tick(bare(each)) for each in values() if not is_empty(each)):
            return None
        if labels[depth - 1].endswith("分组") and not any(re.search("选|方向", each) for each in values()):
            # Groups of students in training, and no choice of courses.
            return None
        if meaning is M.ASSESSMENT:
            legend = tuple(heading_legend("".join(texts)).items())
            return PlanColumn(index, heading, meaning, "column-by-heading", legend=legend)
        has_uses = meaning in {M.MODULE, M.NATURE, M.COURSE_TYPE, M.GROUP} and labels[depth - 1] not in _ONE_USE
        by_values = _by_values(meaning, values()) if has_uses else None
        if by_values is M.MODULE and _WHAT_IS_REQUIRED.fullmatch(labels[depth - 1]):
            # 从6门中任选4门 next to the names of modules says what is chosen.
            by_values = M.GROUP if all(choice_in_nature(each) for each in values() if each) else by_values
        if by_values:
            return PlanColumn(index, heading, by_values, "column-by-its-cells")
        return PlanColumn(index, heading, meaning, "column-by-heading")
    return None


def _by_values(meaning: Meaning, values: list[str]) -> Meaning | None:
    shown = [bare(each) for each in values if each]
    if not shown:
        return None
    # Rows of totals and shares below courses have other things in a column.
    most = len(shown) * 4 // 5
    if sum(bool(_COURSE_TYPES.fullmatch(each)) for each in shown) > most:
        return M.COURSE_TYPE
    natures = [each for each in shown if nature_of(each) is not None and len(each) <= _NATURE_LARGEST]
    modules = [each for each in shown if module_of(each) is not None]
    if meaning is M.MODULE and len(natures) > most and all(len(each) <= 4 for each in natures):
        return None if len(modules) == len(shown) and len({*shown}) > 1 else M.NATURE
    if meaning is M.NATURE:
        # 任选(不少于4学分) is a nature, too.
        plain = [re.sub(r"\([^()]*\)$", "", each) for each in shown]
        natures = [each for each in plain if nature_of(each) is not None and len(each) <= _NATURE_LARGEST]
    if meaning is M.NATURE and (not natures or (len(modules) > most and len(natures) < len(shown))):
        # 公共必修课 next to 专业核心课: the cells name modules, of which some say the nature as well.
        return M.MODULE
    return None


def _course_rows(grid: Grid, last: int) -> list[int]:
    """Give the rows below a heading without those of totals, shares and counts."""
    rows = range(last + 1, min(grid.row_count, last + 41))
    return [row for row in rows if not any(map(is_total_label, map(grid.text_of, grid.own_cells(row))))]


def is_total_label(text: str) -> bool:
    stripped = bare(text)
    return len(stripped) <= LABEL_LARGEST and bool(TOTAL_WORD.search(stripped) or OTHER_WORD.search(stripped))


def _values(grid: Grid, rows: list[int], column: int) -> list[str]:
    # What reaches over several columns is a total or a heading of its own.
    cells = [cell for row in rows if (cell := grid.cell(row, column)) and cell.columns == 1 and cell.row >= rows[0]]
    return [grid.text_of(each) for each in cells]
