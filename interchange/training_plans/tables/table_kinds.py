"""What a table is, by its heading: courses, the terms of courses, totals by module, or courses as columns."""

import re

from interchange.training_plans.tables.headings.course_heading import FIGURES, CourseHeading, PlanColumn
from interchange.training_plans.tables.headings.heading_rows import names_term, numbers_are_terms
from interchange.training_plans.tables.headings.plan_columns import heading_from, is_total_label
from interchange.training_plans.tables.headings.plan_labels import meaning_of, names_courses, plain_label
from interchange.training_plans.tables.headings.plan_meanings import Meaning
from interchange.training_plans.tables.headings.quota_columns import with_required_credits
from interchange.training_plans.tables.plan_grid import Grid
from interchange.training_plans.tables.plan_numbers import hundredths
from interchange.training_plans.tables.plan_words import bare, module_of, module_title, nature_of

M = Meaning
# A table that says what courses are about repeats those of the plan; it is none of its tables.
_DESCRIPTION = re.compile(r"内容|目标|教学要求|能力要求|描述|工作任务|简介|定位")
_BARE = frozenset({M.INDEX, M.CODE, M.NAME, M.MODULE, M.GROUP, M.CREDITS, M.HOURS})
# What a table of totals by module has, and how the names of modules end; those of courses of practice do not.
_OF_OVERVIEWS = FIGURES | {M.NAME, M.SHARE, M.REMARK, M.INDEX}
MODULE_NAME = re.compile(r"(?:课程?|模块|平台|环节|领域|类|实践教学)(?:\(.*\))?$")
# What a heading says that stands above courses, whatever their names end with: 公共选修课 under 课程名称 is a line.
_OF_COURSES = re.compile(r"课程?名|课程$|科目")
# 课程名称, 学分, 对应证书 say what a certificate counts for, and 分组, 课程名称, 学时 who is in which group: with a
# name and one figure they make no plan.
_OF_OTHER_TABLES = re.compile(r"(?:对应|考取|相应|可考).*证书(?:名称)?|(?:课程|选课|选修)?分组")


def find_header(grid: Grid, row: int) -> CourseHeading | None:
    """Give the heading of courses that begins in this row, if one does."""
    cells = grid.own_cells(row)
    labels = [plain_label(grid.text_of(each)) for each in cells]
    meanings = [
        meaning for each in labels if not _OF_OTHER_TABLES.fullmatch(bare(each)) and (meaning := meaning_of(each, ""))
    ]
    chosen = [each for cell in cells if (each := grid.choices.of(cell.column, plain_label(grid.text_of(cell))))]
    # What is chosen for a column holds for each of its rows: two words at least make a row a heading.
    are_names = names_courses(labels)
    if not (are_names or M.NAME in {each.meaning for each in chosen}) or not numbers_are_terms(grid, row):
        return None
    are_few = len(meanings) < 2 or len(meanings) + len(chosen) < 3
    if are_few and sum(names_term(grid.text_of(each)) for each in cells) < 2:
        return None
    header = heading_from(grid, row)
    says_of_terms = any(each.is_of_hours or each.is_of_credits for each in header.of(M.TERM))
    if are_few and not says_of_terms:
        return None
    is_bare = {each.meaning for each in header.columns} <= _BARE
    if is_bare and any(_DESCRIPTION.search(heading) for _, heading in header.unknown):
        return None
    has_figures = says_of_terms or any(each.meaning in FIGURES for each in header.columns)
    is_listing = {M.CODE, M.SEMESTERS, M.TERM} & {each.meaning for each in header.columns}
    if _lists_modules(grid, header):
        return None
    return header if header.of(M.NAME) and (has_figures or is_listing) else None


def find_schedule(grid: Grid, row: int) -> CourseHeading | None:
    """Give the heading of a table that says only when courses run: names and terms, and no figures of courses."""
    meanings = {meaning_of(plain_label(grid.text_of(each)), "") for each in grid.own_cells(row)}
    if M.NAME not in meanings or meanings & FIGURES:
        return None
    header = heading_from(grid, row)
    has_figures = any(each.meaning in FIGURES for each in header.columns)
    return header if len(header.of(M.TERM)) > 1 and not has_figures else None


def find_overview(grid: Grid, row: int) -> CourseHeading | None:
    """Give the heading of a table of totals by module that begins in this row: figures, and no names of courses."""
    meanings = {meaning_of(plain_label(grid.text_of(each)), "") for each in grid.own_cells(row)}
    if not meanings & {M.MODULE, M.NAME} or not meanings & FIGURES:
        return None
    header = heading_from(grid, row)
    columns, unknown = with_required_credits(header.columns, header.unknown)
    taken = {each.column for each in columns} - {each.column for each in header.columns}
    texts = (grid.text(each, at) for at in taken for each in range(header.last + 1, grid.row_count))
    # ≥6, 不少于6学分 are bounds, and no sums to compare.
    if all(hundredths(each) is not None or not re.search(r"\d", each) for each in texts):
        header = header._replace(columns=tuple(columns), unknown=tuple(unknown))
    if M.MODULE not in meanings and _lists_modules(grid, header):
        return header._replace(columns=tuple(_of_modules(each) for each in header.columns))
    return header if header.of(M.MODULE) and M.NAME not in meanings and not header.of(M.NAME) else None


def _of_modules(column: PlanColumn) -> PlanColumn:
    return column._replace(meaning=M.MODULE, rule="column-by-its-cells") if column.meaning is M.NAME else column


def _lists_modules(grid: Grid, header: CourseHeading) -> bool:
    """Whether what stands under 项目 are modules, and nothing next to them is of courses: figures and shares alone."""
    names = header.of(M.NAME)
    if len(names) != 1 or any(each.meaning not in _OF_OVERVIEWS for each in header.columns):
        return False
    if _OF_COURSES.search(bare(names[0].heading)):
        return False
    texts = [grid.text(row, names[0].column) for row in range(header.last + 1, grid.row_count)]
    shown = [bare(each) for each in texts if each and not is_total_label(each)]
    # 专业课程 may be a course of practice: that it is a module say others next to it, and those of practice do not.
    are_modules = any(module_of(each) not in {None, "PRACTICE"} or nature_of(each) for each in shown)
    return len(shown) > 1 and all(
        MODULE_NAME.search(each) and (module_of(each) or nature_of(each) or (are_modules and module_title(each)))
        for each in shown
    )


def overview_of(grid: Grid) -> CourseHeading | None:
    """Give the heading of a table of totals by module, if the table has one."""
    found = next((header for row in range(min(grid.row_count, 12)) if (header := find_overview(grid, row))), None)
    return found or _overview_without_label(grid)


def _overview_without_label(grid: Grid) -> CourseHeading | None:
    """Give the heading of a table of totals that has figures alone: nothing stands over what the rows are called."""
    meanings = [meaning_of(plain_label(grid.text_of(each)), "") for each in grid.own_cells(0)]
    labels = [grid.text(row, 0) for row in range(1, grid.row_count)]
    are_figures = sum(each in FIGURES for each in meanings) > 1 and {*meanings} <= FIGURES | {M.SHARE, M.REMARK}
    has_total = len(labels) > 1 and all(labels) and is_total_label(labels[-1])
    if grid.text(0, 0) or not are_figures or not has_total:
        return None
    header = heading_from(grid, 0)
    unknown = tuple(each for each in header.unknown if each[0] != 0)
    columns = (PlanColumn(0, "", M.MODULE, "column-by-its-cells"), *header.columns)
    return header._replace(columns=columns, unknown=unknown)


def has_courses_as_columns(grid: Grid) -> bool:
    """Whether the labels of courses stand below each other: a column names courses, credits and the like."""
    for column in range(min(grid.column_count, 3)):
        meanings = {meaning_of(plain_label(grid.text(row, column)), "") for row in grid.rows()}
        if M.NAME in meanings and len(meanings & (FIGURES | {M.SEMESTERS, M.NATURE, M.ASSESSMENT, M.CODE})) > 1:
            return True
    return False
