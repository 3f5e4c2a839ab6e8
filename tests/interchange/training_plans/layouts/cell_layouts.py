"""Layouts whose cells hold more than a figure: marks next to names, sums and products, letters next to hours."""

from typing import Any

from tests.interchange.training_plans.layouts.college_layouts import SEMESTERS, by_semester, in_parts, terms
from tests.interchange.training_plans.layouts.courses import COURSES, MODULES, NATURES, TITLE, WEEKS, expectation
from tests.interchange.training_plans.layouts.printing import as_docx, as_html, as_xls, as_xlsx, printed


def marks_next_to_names():
    """DOCX: a star before the name of a core course, explained below the table; footnotes with certificates."""
    rows: list[Any] = [["序号", "课程名称", "课程性质", "学分", "总学时", "其中", None, "学期", "考核\n方式"]]
    rows.append([*[None] * 5, "理论", "实践", None, None])
    areas = [(0, 5, 0, 6), *((0, at, 1, at) for at in (0, 1, 2, 3, 4, 7, 8))]
    for at, each in enumerate(COURSES, 1):
        semesters = "-".join(dict.fromkeys([str(each.semesters[0]), str(each.semesters[-1])]))
        kind = "●考试" if each.assessment == "EXAM" else "○考查"
        figures = [each.credits, each.hours, each.theory, each.practice]
        rows.append([at, each.mark + each.name, NATURES[each.nature], *figures, semesters, kind])
    notes = ("注：1.带★的为专业核心课程。", "2.1+X证书：Web前端开发（中级），第4学期考核。")
    shown = ("nature", "credits", "hours", "theory_hours", "practice_hours", "semesters", "assessment")
    wanted = [expectation(each, *shown, module="CORE" if each.mark else None, module_text=None) for each in COURSES]
    return as_docx(TITLE, printed(rows, areas), *notes), wanted


def letters_next_to_hours():
    """XLSX: S and C next to the weekly hours say how the semester ends; a note says what they mean."""
    rows: list[Any] = [[TITLE], ["模块", "课程", "学分数", "课时数", "学期（周学时）"]]
    rows.append([*[None] * 4, *(f"第{at}学期\n（16周）" for at in SEMESTERS)])
    areas = [(0, 0, 0, 9), (1, 4, 1, 9), *((1, at, 2, at) for at in range(4))]
    for each in COURSES:
        letter = "S" if each.assessment == "EXAM" else "C"
        cells = terms(each, lambda weekly, letter=letter: f"{weekly}{letter}")
        rows.append([MODULES[each.module], each.name, each.credits, each.hours, *cells])
    rows.append(["说明：表中S表示考试，C表示考查；实践环节以周计。"])
    areas.append((len(rows) - 1, 0, len(rows) - 1, 9))
    shown = ("credits", "hours", "duration_weeks", "semesters", "weekly_hours")
    wanted = []
    for each in COURSES:
        weeks = {str(at): each.terms[at] if each.is_in_weeks else WEEKS for at in each.terms}
        assessment = {} if each.is_in_weeks else by_semester(each)
        wanted.append(expectation(each, *shown, weeks=weeks, assessment=assessment))
    return as_xlsx(("进程", printed(rows, areas, merged_columns=(0,), first=3))), wanted


def sums_and_products():
    """XLS: credits as a product over semesters, hours as a sum of lectures and practice, weeks with a W."""
    rows: list[Any] = [[TITLE], ["课程类别", "课程名称", "课程性质", "学分", "学时", "周学时", "学期"]]
    wanted = []
    for each in COURSES:
        count = len(each.terms)
        points = f"{each.credits / count:g}×{count}" if count > 1 else f"{each.credits:g}学分"
        hours = f"{each.duration}W" if each.is_in_weeks else f"{each.theory}+{each.practice}"
        weekly = None if each.is_in_weeks else next(iter(each.terms.values()))
        semesters = f"第{'、'.join(map(str, each.semesters))}学期"
        rows.append([MODULES[each.module], each.name, NATURES[each.nature], points, hours, weekly, semesters])
        shown = ["nature", "credits", "semesters", "duration_weeks", *([] if each.is_in_weeks else ["hours"])]
        others = {"weekly_hours": {} if weekly is None else {"*": weekly * 100}}
        wanted.append(expectation(each, *shown, **others))
    return as_xls("表", printed(rows, [(0, 0, 0, 6)])), wanted


def forms_of_one_term():
    """HTML: weekly hours times weeks, hours of the term in words, weeks with a small w, hours in brackets."""
    rows: list[Any] = [["课程名称", "性质", "学分", "学时", "一", "二", "三", "四", "五", "六"]]
    wanted = []
    for at, each in enumerate(part for course in COURSES for part in in_parts(course)):
        (semester, weekly), *_ = each.terms.items()
        form = at % 3
        cell = (
            f"{weekly}w"
            if each.is_in_weeks
            else (f"{weekly}*{WEEKS}", f"{weekly}×{WEEKS}周", f"{each.hours}学时")[form]
        )
        cells = [cell if number == semester else None for number in SEMESTERS]
        rows.append([each.name, NATURES[each.nature][0], f"{each.credits:g}", each.hours, *cells])
        is_weekly = not each.is_in_weeks and form < 2
        others = {
            "weekly_hours": {str(semester): weekly * 100} if is_weekly else {},
            "weeks": {str(semester): weekly if each.is_in_weeks else WEEKS} if is_weekly or each.is_in_weeks else {},
            "semester_hours": {str(semester): each.hours} if form == 2 and not each.is_in_weeks else {},
        }
        nature = {"必": "REQUIRED", "选": "ELECTIVE", "限": "RESTRICTED_ELECTIVE"}[NATURES[each.nature][0]]
        fields = ("credits", "hours", "duration_weeks", "semesters")
        wanted.append(expectation(each, *fields, **others, nature=nature, module=None, module_text=None))
    return as_html(TITLE, printed(rows)), wanted


LAYOUTS = (marks_next_to_names, letters_next_to_hours, sums_and_products, forms_of_one_term)
