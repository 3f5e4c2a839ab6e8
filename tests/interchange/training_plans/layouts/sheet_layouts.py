"""Layouts of more than one table: ten semesters, practice below lectures, rows of counts, names over two lines."""

from typing import Any

from tests.interchange.training_plans.layouts.college_layouts import NUMERALS, by_semester, number, sums, terms
from tests.interchange.training_plans.layouts.courses import COURSES, MODULES, NATURES, TITLE, expectation, of_module
from tests.interchange.training_plans.layouts.printing import as_docx, as_pdf, as_xlsx, printed

_TEN = "一二三四五六七八九十"
_TAUGHT = ("COMMON", "FOUNDATION", "CORE", "EXTENSION")


def ten_semesters():
    """XLSX: five years of two semesters, each with its weeks; totals of each kind in their words."""
    years = [cell for each in "一二三四五" for cell in (f"第{each}学年", None)]
    rows: list[Any] = [
        ["示范幼儿师范学校学前教育专业五年制教学计划表"],
        ["课程类别", "序号", "课程名称", "考核", "总学分", "教学课时", None, None, *years],
        [*[None] * 5, "总课时", "讲授", "实训", *_TEN],
        [*[None] * 8, *["18周"] * 10],
    ]
    areas = [(0, 0, 0, 17), (1, 5, 1, 7), *((1, at, 3, at) for at in range(5)), *((2, at, 3, at) for at in (5, 6, 7))]
    areas += [(1, at, 1, at + 1) for at in range(8, 18, 2)]
    wanted = []
    for module in _TAUGHT:
        for at, each in enumerate(of_module(module), 1):
            later = each._replace(terms={semester + 4: weekly for semester, weekly in each.terms.items()})
            cells = [later.terms.get(semester) for semester in range(1, 11)]
            kind = "试" if each.assessment == "EXAM" else "查"
            figures = [each.credits, each.hours, each.theory, each.practice]
            rows.append([MODULES[module], at, each.name, kind, *figures, *cells])
            shown = ("credits", "hours", "theory_hours", "practice_hours", "semesters", "weekly_hours", "assessment")
            wanted.append(expectation(later, *shown, weeks={str(semester): 18 for semester in later.terms}))
        rows.append([f"{MODULES[module]}合计", None, None, None, *sums(of_module(module))])
        areas.append((len(rows) - 1, 0, len(rows) - 1, 3))
    return as_xlsx(("五年制", printed(rows, areas, merged_columns=(0,), first=4))), wanted


def practice_below_lectures():
    """XLSX: below the courses a second table, of practice in weeks; then the counts of the semesters."""
    rows: list[Any] = [
        [TITLE],
        ["课程类别", "课程名称", "课程代码", "学分", "学时", *(f"{each}学期" for each in NUMERALS)],
    ]
    wanted = []
    for module in _TAUGHT:
        for each in of_module(module):
            rows.append([MODULES[module], each.name, each.code, each.credits, each.hours, *terms(each, number)])
            wanted.append(expectation(each, "code", "credits", "hours", "semesters", "weekly_hours"))
    rows.append(["课内周学时", None, None, None, None, 21, 20, 12, 18, 6, None])
    rows.append(["考试门数", None, None, None, None, 3, 3, 1, 2, None, None])
    rows.append(["周学时合计", None, None, None, None, 21, 20, 12, 18, 6, None])
    areas = [(0, 0, 0, 10), *((at, 0, at, 4) for at in range(len(rows) - 3, len(rows)))]
    rows.append([])
    rows.append(["集中实践环节安排"])
    areas.append((len(rows) - 1, 0, len(rows) - 1, 10))
    rows.append(["序号", "实训项目名称", "代码", "学分", "周数", "开设学期", "地点"])
    for at, each in enumerate(of_module("PRACTICE"), 1):
        semesters = ",".join(map(str, each.semesters))
        rows.append([at, each.name, each.code, each.credits, each.duration, semesters, "校内"])
        shown = ("code", "credits", "duration_weeks", "semesters")
        wanted.append(expectation(each, *shown, module_text="集中实践环节安排"))
    return as_xlsx(("安排表", printed(rows, areas, merged_columns=(0,), first=2))), wanted


def titles_over_pages():
    """PDF: modules as rows, no heading on later pages, names over two lines, counts of the semesters below."""
    heading = ["编号", "课程名称", "性质", "学分", "课时", "理论", "实践", "学期", "考试学期", "考查学期"]
    rows: list[Any] = [heading]
    areas = []
    wanted = []
    for module, title in MODULES.items():
        rows.append([f"{title}程"])
        areas.append((len(rows) - 1, 0, len(rows) - 1, 9))
        for at, each in enumerate(of_module(module), 1):
            semesters = ",".join(map(str, each.semesters))
            kinds = [semesters, None] if each.assessment == "EXAM" else [None, semesters]
            figures = [each.credits, each.hours, each.theory, each.practice]
            rows.append([at, each.name, NATURES[each.nature], *figures, semesters, *kinds])
            shown = ("nature", "credits", "hours", "theory_hours", "practice_hours", "semesters")
            wanted.append(expectation(each, *shown, assessment=by_semester(each), module_text=f"{title}程"))
    return as_pdf(TITLE, printed(rows, areas), rows_per_page=11), wanted


def counts_below_each_module():
    """DOCX: shares, counts and sums in many words below each module, and a heading that is spread by blanks."""
    heading = ["类 别", "课 程 名 称", "课 程 性 质", "学 分", "总 学 时", "实 践 学 时", "开 课 学 期", "备 注"]
    rows: list[Any] = [heading]
    wanted = []
    areas = []
    for module, title in MODULES.items():
        courses = of_module(module)
        for each in courses:
            semesters = "至".join(dict.fromkeys([NUMERALS[each.semesters[0] - 1], NUMERALS[each.semesters[-1] - 1]]))
            figures = [each.credits, each.hours, each.practice]
            remark = "◆核心课" if each.mark else None
            rows.append([title, each.name, NATURES[each.nature], *figures, semesters, remark])
            shown = ("nature", "credits", "hours", "practice_hours", "semesters")
            wanted.append(expectation(each, *shown, remark=remark))
        total = sums(courses)
        rows.append([title, "学分学时小计", None, total[0], total[1], total[3]])
        rows.append([title, "占总学时百分比", None, None, "21.5%", None])
        areas += [(len(rows) - 2, 1, len(rows) - 2, 2), (len(rows) - 1, 1, len(rows) - 1, 2)]
    total = sums(COURSES)
    rows.append(["毕业总学分（总学时）", None, None, total[0], total[1], total[3]])
    areas.append((len(rows) - 1, 0, len(rows) - 1, 2))
    return as_docx(TITLE, printed(rows, areas, merged_columns=(0,), first=1), "注：◆为核心课程。"), wanted


LAYOUTS = (ten_semesters, practice_below_lectures, titles_over_pages, counts_below_each_module)
