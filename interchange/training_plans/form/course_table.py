"""The table of courses (课程设置与教学进程表): a column for each field that the plan has, subtotals by module."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import count, groupby
from typing import NamedTuple

from analysis.code_words import ASSESSMENTS, MODULES, NATURES
from analysis.training_plans.intervals import figure_or_text, taken
from analysis.training_plans.training_plan import ANY_TERM, PlanLine, PlanReading
from interchange.formats.csv_tables import CsvCell
from interchange.formats.laid_out_tables import FormCell, FormTable
from interchange.training_plans.form.form_tables import NOTHING, of_hundredths
from interchange.training_plans.tables.plan_numbers import NUMERALS
from interchange.training_plans.tables.plan_words import CALCULATED, module_of_path, nature_of

COURSE_TABLE = "课程设置与教学进程表"
_NATURES = {code: words.chinese for code, words in NATURES.items()}
_ASSESSMENTS = {code: words.chinese for code, words in ASSESSMENTS.items()}
_NO_MODULE = "未归类"
_SEMESTERS_LEAST = 2
_UNITS = {"credits": 100, "hours": 1, "theoryHours": 1, "practiceHours": 1}
# What `3/16周考试` needs in one line.
_TERM_WIDTH = 12
LineValue = Callable[[PlanLine], CsvCell]


class CourseColumn(NamedTuple):
    """A column: its heading, what stands above that, and what it shows of a line; ``figure`` names what is totalled."""

    heading: str
    value: LineValue
    width: int = 8
    above: str = ""
    figure: str = ""


def course_table(plan: PlanReading) -> FormTable:
    """Put the lines in their order into a table, with what is taken of each module below its last line."""
    columns = _columns(plan)
    rows = [*_heading(columns), *_rows(plan, columns)]
    return FormTable(COURSE_TABLE, tuple(rows), 2, tuple(each.width for each in columns))


def module_depth(line: PlanLine) -> int:
    """Give how many names of the path are the module; the others are groups within it."""
    depths = range(1, len(line.path) + 1)
    return next((each for each in depths if "/".join(line.path[:each]) == line.module_text), 0)


# ---- columns


def _columns(plan: PlanReading) -> list[CourseColumn]:
    numbers = count(1)
    return [
        CourseColumn("序号", lambda _: next(numbers), 6),
        *_path_columns(plan.lines),
        *_used(plan, CourseColumn("课程代码", lambda line: line.code, 12)),
        CourseColumn("课程名称", _name, 28),
        CourseColumn("课程性质（必修/限选/选修）", _nature, 16),
        *_used(plan, CourseColumn("选课组号", _choice, 14)),
        CourseColumn("学分", lambda line: of_hundredths(line.credits), figure="credits"),
        CourseColumn("总学时", lambda line: line.hours, figure="hours"),
        CourseColumn("理论学时", lambda line: line.theory_hours, figure="theoryHours"),
        CourseColumn("实践学时", lambda line: line.practice_hours, figure="practiceHours"),
        *_used(plan, CourseColumn("周数", lambda line: of_hundredths(line.duration_weeks))),
        *_used(plan, CourseColumn("考核方式", lambda line: _ASSESSMENTS.get(line.assessment.get(ANY_TERM, "")))),
        *_used(plan, CourseColumn("考试学期", _assessed_elsewhere("EXAM"), above="考核学期")),
        *_used(plan, CourseColumn("考查学期", _assessed_elsewhere("CHECK"), above="考核学期")),
        *_term_columns(plan.lines),
        *_used(plan, CourseColumn("平均周学时", lambda line: of_hundredths(line.weekly_hours.get(ANY_TERM)))),
        *_used(plan, CourseColumn("开课部门", lambda line: line.department, 16)),
        *_used(plan, CourseColumn("先修课程", lambda line: "、".join(line.prerequisites), 20)),
        *_used(plan, CourseColumn("按规则归类", _rule_module, 16)),
        *_used(plan, CourseColumn("是否计入", lambda line: None if line.is_counted else "否")),
        *_used(plan, CourseColumn("备注", lambda line: line.remark, 24)),
    ]


def _used(plan: PlanReading, column: CourseColumn) -> Iterator[CourseColumn]:
    """Give a column that at least one line fills."""
    if any(column.value(each) not in {None, ""} for each in plan.lines):
        yield column


def _path_columns(lines: Sequence[PlanLine]) -> Iterator[CourseColumn]:
    modules = max((module_depth(each) for each in lines), default=0)
    groups = max((len(each.path) - module_depth(each) for each in lines), default=0)
    for at in range(modules):
        yield CourseColumn("课程类别名称", _path_value(at, in_group=False), 16)
    for at in range(groups):
        yield CourseColumn("课程组名称", _path_value(at, in_group=True), 16)


def _path_value(at: int, *, in_group: bool) -> LineValue:
    def value(line: PlanLine) -> str:
        depth = module_depth(line)
        names = line.path[depth:] if in_group else line.path[:depth]
        return names[at] if at < len(names) else NOTHING

    return value


def _name(line: PlanLine) -> str:
    return f"{line.name}\n{line.english_name}" if line.english_name else line.name


def _nature(line: PlanLine) -> str | None:
    """Give the nature as it was written; one whose word would be read otherwise follows from the module."""
    text = line.nature_text or _NATURES.get(line.nature or "")
    return text if text and nature_of(text) == line.nature else None


def _rule_module(line: PlanLine) -> str | None:
    """Give the module by which rules count a course, where the headings over it tell another or none."""
    if module_of_path(line.path) == line.module:
        return None
    return MODULES[line.module].chinese if line.module else _NO_MODULE


def _choice(line: PlanLine) -> str | None:
    if line.group is None:
        return None
    return f"第{line.group}组" + (f"：{line.option}" if line.option else "")


# ---- terms


def _assessed_elsewhere(kind: str) -> LineValue:
    """Give the semesters of an assessment in which the course does not run: the others stand with their term."""

    def value(line: PlanLine) -> str:
        terms = [each for each, its_kind in line.assessment.items() if its_kind == kind and each.isdigit()]
        return "、".join(sorted((each for each in terms if int(each) not in line.semesters), key=int))

    return value


def _term_columns(lines: Sequence[PlanLine]) -> Iterator[CourseColumn]:
    summers = {number for each in lines for number in each.summer_terms}
    semesters = {number for each in lines for number in (*each.semesters, *each.alternatives)}
    for number in range(max({_SEMESTERS_LEAST, *summers, *semesters}) + 1):
        if number:
            yield CourseColumn(NUMERALS[number - 1], _term_value(str(number)), _TERM_WIDTH, "各学期周学时")
        if number in summers:
            yield CourseColumn("暑期", _term_value(f"{number}S"), _TERM_WIDTH, "各学期周学时")


def _term_value(term: str) -> LineValue:
    def value(line: PlanLine) -> str | int | float | None:
        if term.endswith("S"):
            runs = int(term.removesuffix("S")) in line.summer_terms
        else:
            runs = int(term) in line.semesters
            if not runs and int(term) in line.alternatives:
                return "（√）"
        return _term_cell(line, term) if runs else None

    return value


def _term_cell(line: PlanLine, term: str) -> CsvCell:
    """Show weekly hours, weeks, hours of the whole term and the assessment of a term, each as far as it is known."""
    weekly, weeks, hours = line.weekly_hours.get(term), line.weeks.get(term), line.semester_hours.get(term)
    assessment = _ASSESSMENTS.get(line.assessment.get(term, ""), "")
    # A bare zero means that the course does not run.
    figure = "" if weekly is None else str(of_hundredths(weekly)) if weekly else "0.0"
    if weeks is not None:
        figure = f"{figure}/{weeks / 100:g}周" if figure else f"{weeks / 100:g}周"
    if hours is not None:
        figure += f"共{hours}学时"
    if figure and weeks is hours is None and weekly and not assessment:
        return of_hundredths(weekly)
    return (figure or "√") + assessment


# ---- rows


def _heading(columns: Sequence[CourseColumn]) -> Iterator[dict[int, FormCell]]:
    upper = {at: FormCell(each.heading, rows=2, is_label=True) for at, each in enumerate(columns) if not each.above}
    for above, group in groupby(range(len(columns)), key=lambda at: columns[at].above):
        places = list(group)
        if above:
            upper[places[0]] = FormCell(above, columns=len(places), is_label=True)
    yield dict(sorted(upper.items()))
    yield {at: FormCell(each.heading, is_label=True) for at, each in enumerate(columns) if each.above}


def _rows(plan: PlanReading, columns: Sequence[CourseColumn]) -> Iterator[dict[int, FormCell]]:
    modules: dict[str, list[int]] = {}
    for index, line in enumerate(plan.lines):
        modules.setdefault(line.path[0] if line.path else "", []).append(index)
    begin = 0
    for name, indexes in sorted(modules.items(), key=lambda each: each[1][-1]):
        end = indexes[-1] + 1
        yield from _block(plan.lines[begin:end], columns)
        yield _total(f"{name} 小计".strip(), plan, [plan.lines[each] for each in indexes], columns)
        begin = end
    yield _total("总计", plan, plan.lines, columns)


def _block(lines: Sequence[PlanLine], columns: Sequence[CourseColumn]) -> list[dict[int, FormCell]]:
    """Give the rows of lines between two subtotals; modules that stay the same are one cell."""
    rows = [
        {at: FormCell(value) for at, each in enumerate(columns) if (value := each.value(line)) is not None}
        for line in lines
    ]
    names = [at for at, each in enumerate(columns) if each.heading in {"课程类别名称", "课程组名称"}]
    for at in reversed(names):
        first = 0
        for index in range(1, len(rows) + 1):
            if index < len(rows) and all(rows[index][each] == rows[first][each] for each in names if each <= at):
                continue
            if index - first > 1:
                rows[first][at] = rows[first][at]._replace(rows=index - first)
                for each in rows[first + 1 : index]:
                    del each[at]
            first = index
    return rows


def _total(
    label: str, plan: PlanReading, lines: Iterable[PlanLine], columns: Sequence[CourseColumn]
) -> dict[int, FormCell]:
    figures = taken(plan, tuple(lines))
    first = next(at for at, each in enumerate(columns) if each.figure)
    row = {0: FormCell(label + CALCULATED, columns=first, is_label=True)}
    for at, each in enumerate(columns):
        if each.figure:
            row[at] = FormCell(figure_or_text(figures[each.figure], _UNITS[each.figure]), is_label=True)
    return row
