"""From the rows of a heading to what each column means, and by which rule."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache, partial
from itertools import pairwise
from typing import NamedTuple

from analysis.training_plans.training_plan import ColumnReading
from interchange.training_plans.tables.plan_grid import Grid
from interchange.training_plans.tables.plan_meanings import Meaning
from interchange.training_plans.tables.plan_numbers import CHINESE, is_summer, semester_number, semester_weeks
from interchange.training_plans.tables.plan_words import bare, fold, nature_of

# Rows that a heading may have: a title of the columns, years, semesters, weeks.
_ROWS_LARGEST = 6
_YEAR = re.compile(r"第?([一二三四五1-5])学?年级?$|^大([一二三四])$")
_HALF = {"秋": 1, "上": 1, "春": 2, "下": 2}
_LEGEND = re.compile(r"\([^()]*[:：;；*][^()]*\)|\(\*?标注\)|\((?:个|门|周|节|学时|学分|小时|分|h)\)|[:：*]$")
_WEEKS_ONLY = re.compile(r"\d{1,2}(?:\+\d{1,2})?(?:周|[wW])?$|^\d{1,2}学?周")


M = Meaning
FIGURES = frozenset(
    {M.CREDITS, M.CREDITS_AND_HOURS, M.HOURS_AND_CREDITS, M.HOURS, M.THEORY, M.PRACTICE, M.THEORY_AND_PRACTICE, M.WEEKS}
)
# What may stand in several columns: levels of modules, and one column for each term.
_SEVERAL = frozenset({M.MODULE, M.GROUP, M.TERM, M.MODE, M.REMARK, M.NAME, M.COURSE_TYPE, M.SHARE, M.IGNORED})
_ASSESSING = r"考核|考试|考查|成绩"
# The last label of a column, then what must stand above it; the first that fits decides.
_LABELS: tuple[tuple[Meaning, str, str], ...] = (
    (M.CHOICE, r"选课组号", ""),
    (M.INDEX, r"序号?|编号|No\.?|项次", ""),
    (M.CODE, r"(?:课程)?(?:代码|编码|代号|号码)|课程(?:编?号)|课程国标代码", ""),
    (M.SEMESTER_AND_WEEKLY, r"(?:开课)?学期/周学时", ""),
    (M.THEORY_AND_PRACTICE, r"(?:理论|讲授|讲课).{0,4}[/+].{0,2}(?:实践|实训|实验).{0,4}", ""),
    (M.PREREQUISITES, r".*(?:先修|前置|前导|先导|预修).*", ""),
    (
        M.NAME,
        r"课程(?:名称?)?(?:及.*)?|科目(?:名称)?|课程\(?(?:项目|环节|模块)\)?名称|课程[/、或]?(?:教学)?环节(?:名称)?",
        "",
    ),
    (
        M.NAME,
        r"(?:集中性?)?(?:综合)?实践(?:教学)?(?:环节|项目|课程)(?:名称)?|(?:教学)?环节(?:名称)?|(?:实训|实习)?项目(?:名称)?",
        "",
    ),
    (M.CREDITS_AND_HOURS, r"学分[/、(]+(?:总?学时|课时)\)?", ""),
    (M.HOURS_AND_CREDITS, r"(?:总?学时|课时)[/、(]+学分\)?", ""),
    (M.THEORY, r"理", r"学时|课时"),
    (M.PRACTICE, r"实", r"学时|课时"),
    (M.COUNTED, r"是否计入(?:总?学[时分])*|计入总?学[时分](?:学[时分])?", ""),
    (M.SHARE, r".*(?:比例|占比|百分比|%).*", ""),
    (M.CREDITS, r"(?:总|计划|课程|应修|最低)?学分(?:数|值|小计)?", ""),
    (M.WEEKLY, r"(?:平均|参考)?(?:周(?:学时|课时)(?:数)?|每周学时)", ""),
    (M.WEEKS, r".*周数|实践周|教学周|周", ""),
    (M.THEORY, r"(?:其中)?:?(?:课内|线下)?(?:理论|讲授|讲课|课堂)(?:教学|讲授)?(?:总)?(?:学时|课时)?(?:数)?", ""),
    (
        M.PRACTICE,
        r"(?:其中)?:?(?:课内|线下)?(?:实践|实训|实验|上机|实操|实习|技能训练)(?:教学|训练|[/、]实[验训践])?(?:总)?(?:学时|课时)?(?:数)?",
        "",
    ),
    (M.HOURS, r"(?:教学|课程|计划)?(?:总)?(?:学时|课时|时数)(?:数|合计|总数|总计|小计)?", ""),
    (M.HOURS, r"总计|小计|合计|总数|共计|总", r"学时|课时|时数"),
    (
        M.SEMESTERS,
        r"(?:开课|开设|授课|建议|修读|学习|实施|上课|起止)?(?:学年)?学期(?:分布|安排)?|开课时间|学期安排",
        "",
    ),
    (M.EXAMINED, r"考试(?:课|学期)?", _ASSESSING),
    (M.CHECKED, r"考[查察](?:课|学期)?", _ASSESSING),
    (M.ASSESSMENT, r"考核.*|考试.*|考查.*|成绩评定.*", ""),
    (
        M.NATURE,
        r"(?:课程|修读|修习|选修)?(?:性质|属性)|课程性质\(必修/限选/选修\)|修读(?:类型|方式|要求|类别)|必修.?选修|选课(?:性质|类型)|选修类型|必/选",
        "",
    ),
    (M.GROUP, r"课程组(?:名称)?|选课组|组别|(?:专业)?方向(?:名称)?|子模块|模块名称|课程群|小类", ""),
    (
        M.MODULE,
        r"课程类别名称|(?:课程)?(?:类别|模块|平台|体系|结构|类型|分类|领域|类)|学习领域|课程性质及类别|教学模块|大类",
        "",
    ),
    (M.MODE, r".*(?:授课|上课|教学)(?:方式|形式|模式|场所|地点|场地)\d?", ""),
    (
        M.DEPARTMENT,
        r"(?:开课|承担|归属|授课|责任|所属|教学).{0,2}(?:部门|单位|院系|学院|系部|系|教研室)|原所属专业",
        "",
    ),
    (M.REMARK, r"备\s*注|说明|注", ""),
)
_COMPILED = tuple(
    (meaning, re.compile(label), re.compile(above) if above else None) for meaning, label, above in _LABELS
)
# A table that says what courses are about repeats those of the plan; it is none of its tables.
_DESCRIPTION = re.compile(r"内容|目标|教学要求|能力要求|描述|工作任务|简介|定位")
_BARE = frozenset({M.INDEX, M.CODE, M.NAME, M.MODULE, M.GROUP, M.CREDITS, M.HOURS})
# Headings of our own form, which mean one thing whatever stands below.
_ONE_USE = frozenset({"课程类别名称", "课程组名称", "课程性质(必修/限选/选修)"})
_COURSE_TYPES = re.compile(
    r"[ABC]类?|理论课?|实践课?|理论\+实践课?|(?:理实|教学做)一体化?课?|纯(?:理论|实践)课?|[ABC]\(.*\)"
)


class PlanColumn(NamedTuple):
    """A column of the heading: ``term`` and ``weeks`` for the column of a term."""

    column: int
    heading: str
    meaning: Meaning
    rule: str
    term: str = ""
    weeks: int | None = None


class CourseHeading(NamedTuple):
    """The rows of a heading, and what the columns below them mean."""

    first: int
    last: int
    columns: tuple[PlanColumn, ...]
    unknown: tuple[tuple[int, str], ...]
    doubled: tuple[tuple[int, str], ...]

    def of(self, meaning: Meaning) -> list[PlanColumn]:
        """Give the columns of a meaning, from left to right."""
        return [each for each in self.columns if each.meaning is meaning]

    def index_of(self, meaning: Meaning) -> int | None:
        """Give the first column of a meaning."""
        return next((each.column for each in self.columns if each.meaning is meaning), None)

    @property
    def name_column(self) -> int:
        """The column of the name: the last that the heading of names covers."""
        return self.of(Meaning.NAME)[-1].column

    def readings(self, grid: Grid) -> Iterator[ColumnReading]:
        """Say what each column was read as."""
        for each in self.columns:
            meaning = f"{each.meaning} {each.term}" if each.term else str(each.meaning)
            yield ColumnReading(grid.place(self.first, each.column), each.heading, meaning, each.rule)


def find_header(grid: Grid, row: int) -> CourseHeading | None:
    """Give the heading of courses that begins in this row, if one does."""
    cells = grid.own_cells(row)
    meanings = [meaning for each in cells if (meaning := _meaning(_label(grid.text_of(each)), ""))]
    chosen = [each for cell in cells if (each := grid.choices.of(cell.column, _label(grid.text_of(cell))))]
    # What is chosen for a column holds for each of its rows: two words at least make a row a heading.
    if M.NAME not in {*meanings, *(each.meaning for each in chosen)} or len(meanings) < 2:
        return None
    if len(meanings) + len(chosen) < 3:
        return None
    header = _header(grid, row)
    is_bare = {each.meaning for each in header.columns} <= _BARE
    if is_bare and any(_DESCRIPTION.search(heading) for _, heading in header.unknown):
        return None
    has_figures = any(each.meaning in FIGURES for each in header.columns)
    is_listing = {M.CODE, M.SEMESTERS, M.TERM} & {each.meaning for each in header.columns}
    return header if header.of(M.NAME) and (has_figures or is_listing) else None


def find_overview(grid: Grid, row: int) -> CourseHeading | None:
    """Give the heading of a table of totals by module that begins in this row: figures, and no names of courses."""
    meanings = {_meaning(_label(grid.text_of(each)), "") for each in grid.own_cells(row)}
    if M.MODULE not in meanings or M.NAME in meanings or not meanings & FIGURES:
        return None
    header = _header(grid, row)
    return header if header.of(M.MODULE) and not header.of(M.NAME) else None


def _header(grid: Grid, row: int) -> CourseHeading:
    first = min((each.row for each in grid.row_cells(row)), default=row)
    last = _last_row(grid, row)
    if first == row and row and _is_heading_row(grid, row - 1):
        first = row - 1
    labels = {column: _labels(grid, first, last, column) for column in range(grid.column_count)}
    terms = _terms(labels)
    columns: list[PlanColumn] = []
    unknown: list[tuple[int, str]] = []
    doubled: list[tuple[int, str]] = []
    chosen = _chosen(grid, labels, terms)
    claimed = {each.meaning for each in chosen.values()} - _SEVERAL
    for index, texts in labels.items():
        if index in chosen:
            columns.append(chosen[index])
            continue
        column = terms.get(index) or _column(index, texts, partial(_values, grid, last, index))
        if column and column.meaning in claimed:
            doubled.append((index, column.heading))
        elif column is None:
            unknown += [(index, "".join(texts))] if texts else []
        elif column.meaning not in _SEVERAL and (
            before := [each for each in columns if each.meaning is column.meaning]
        ):
            if before[0].rule == "column-by-its-cells" and column.rule == "column-by-heading":
                # The cells of an inner category may all be natures; the column that says so in its heading decides.
                columns[columns.index(before[0])] = before[0]._replace(meaning=M.MODULE, rule="column-by-heading")
                columns.append(column)
            else:
                doubled.append((index, column.heading))
        else:
            columns.append(column)
    return CourseHeading(first, last, tuple(columns), tuple(unknown), tuple(doubled))


def _chosen(grid: Grid, labels: Mapping[int, list[str]], terms: Mapping[int, PlanColumn]) -> dict[int, PlanColumn]:
    """Give the columns whose meaning a person chose."""
    columns: dict[int, PlanColumn] = {}
    for index, texts in labels.items():
        heading = "/".join(map(_label, texts))
        if choice := grid.choices.of(index, heading):
            weeks = terms[index].weeks if index in terms else None
            columns[index] = PlanColumn(index, heading, choice.meaning, choice.rule, choice.term, weeks)
    return columns


def _last_row(grid: Grid, row: int) -> int:
    cells = [each for each in grid.own_cells(row) if each.rows < _ROWS_LARGEST]
    last = max((each.row + each.rows - 1 for each in cells), default=row)
    while last + 1 < grid.row_count and last - row < _ROWS_LARGEST and _is_heading_row(grid, last + 1):
        last += 1
    return last


def _is_heading_row(grid: Grid, row: int) -> bool:
    """Whether all that begins in a row are labels, and several: a row of names and figures is not."""
    texts = [grid.text_of(each) for each in grid.own_cells(row)]
    if len(texts) < 2:
        return False
    labels = [_label(each) for each in texts]
    known = [bool(_meaning(each, "学时") or _is_term(each) or _WEEKS_ONLY.match(bare(each))) for each in labels]
    words = [each for each in labels if not each.isdigit()]
    return all(known) and (bool(words) or len(texts) >= 4)


def _labels(grid: Grid, first: int, last: int, column: int) -> list[str]:
    cells = {id(cell): cell for row in range(first, last + 1) if (cell := grid.cell(row, column))}
    return [text for cell in cells.values() if (text := grid.text_of(cell))]


def _label(text: str) -> str:
    stripped = bare(text)
    return _LEGEND.sub("", stripped) or stripped


@lru_cache(maxsize=2_048)
def _meaning(label: str, above: str) -> Meaning | None:
    for meaning, pattern, needed in _COMPILED:
        if pattern.fullmatch(label) and (needed is None or needed.search(above)):
            return meaning
    return None


def _column(index: int, texts: list[str], values: Callable[[], list[str]]) -> PlanColumn | None:
    """Read the labels of a column from the lowest up; where a word has several uses, its cells decide."""
    labels = [_label(each) for each in texts]
    heading = "/".join(labels)
    for depth in range(len(labels), 0, -1):
        meaning = _meaning(labels[depth - 1], "".join(labels[: depth - 1]))
        if meaning is None:
            continue
        if depth < len(labels) and meaning in FIGURES and not _WEEKS_ONLY.match(labels[-1]):
            # What is below 学时 and not known, 线上 for one, is not all hours.
            return None
        has_uses = meaning in {M.MODULE, M.NATURE, M.COURSE_TYPE, M.GROUP} and labels[depth - 1] not in _ONE_USE
        by_values = _by_values(meaning, values()) if has_uses else None
        if by_values:
            return PlanColumn(index, heading, by_values, "column-by-its-cells")
        return PlanColumn(index, heading, meaning, "column-by-heading")
    return None


def _by_values(meaning: Meaning, values: list[str]) -> Meaning | None:
    shown = {bare(each) for each in values if each}
    if not shown:
        return None
    if all(_COURSE_TYPES.fullmatch(each) for each in shown):
        return M.COURSE_TYPE
    natures = sum(nature_of(each) is not None and len(each) <= 6 for each in shown)
    if meaning is M.MODULE and natures == len(shown) and all(len(each) <= 4 for each in shown):
        return M.NATURE
    if meaning is M.NATURE and not natures:
        return M.MODULE
    return None


def _values(grid: Grid, last: int, column: int) -> list[str]:
    rows = range(last + 1, min(grid.row_count, last + 41))
    # What reaches over several columns is a total or a heading of its own.
    cells = [cell for row in rows if (cell := grid.cell(row, column)) and cell.columns == 1 and cell.row > last]
    return [grid.text_of(each) for each in cells]


# ---- columns of terms


def _is_term(label: str) -> bool:
    return bool(semester_number(label) or is_summer(label) or _YEAR.match(label) or label in _HALF)


class _Term(NamedTuple):
    semester: int | None
    year: int | None
    weeks: int | None


def _terms(labels: dict[int, list[str]]) -> dict[int, PlanColumn]:
    """Find the columns of terms: at least two in one heading, semesters that go up, or start anew in each year."""
    candidates = {index: term for index, texts in labels.items() if texts and (term := _term(texts))}
    semesters = [each for each in candidates.values() if each.semester]
    if len(semesters) < 2:
        return {}
    numbers = [each.semester or 0 for each in semesters]
    goes_up = all(before < after for before, after in pairwise(numbers))
    has_years = all(each.year for each in semesters)
    columns: dict[int, PlanColumn] = {}
    position = 0
    for index, term in candidates.items():
        heading = "/".join(labels[index])
        if term.semester is None:
            columns[index] = PlanColumn(index, heading, M.TERM, "term-by-heading", f"{position}S", term.weeks)
            continue
        if goes_up:
            position, rule = term.semester, "term-by-heading"
        elif has_years:
            position, rule = ((term.year or 1) - 1) * 2 + (term.semester - 1) % 2 + 1, "term-by-year"
        else:
            position, rule = position + 1, "term-by-position"
        rule = "weeks-in-parts" if term.weeks and re.search(r"\d\+\d", heading) else rule
        columns[index] = PlanColumn(index, heading, M.TERM, rule, str(position), term.weeks)
    return columns


def _term(texts: list[str]) -> _Term | None:
    folded = [bare(each) for each in texts]
    year = next((_year(each) for each in folded if _YEAR.search(each)), None)
    own = [each for each in folded if not _YEAR.search(each)]
    for at, label in enumerate(own):
        if is_summer(label) and not _meaning(_label(label), ""):
            return _Term(None, year, None)
        semester = _HALF.get(re.sub(r"学?期?季?$", "", label)) or semester_number(label)
        if semester and (at == len(own) - 1 or not _meaning(_label(own[-1]), "")):
            below = "".join(own[at + 1 :])
            return _Term(semester, year, semester_weeks(label) or _weeks_below(below))
    return None


def _year(label: str) -> int | None:
    match = _YEAR.search(label)
    text = (match[1] or match[2]) if match else ""
    return CHINESE.get(text) or (int(text) if text.isdigit() else None)


def _weeks_below(text: str) -> int | None:
    match = re.match(r"(\d{1,2})(?:周|[wW])?", fold(text))
    return int(match[1]) if match else None
