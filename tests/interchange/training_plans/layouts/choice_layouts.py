"""Layouts in which not all courses are taken: directions, electives with a quota, alternatives in one cell."""

from typing import Any

from tests.interchange.training_plans.layouts.courses import MODULES, NATURES, TITLE, expectation, of_module
from tests.interchange.training_plans.layouts.printing import as_docx, as_pdf, as_xlsx, printed

_HEADING = ["课程类别", "课程名称", "课程性质", "学分", "学时", "理论学时", "实践学时", "开课学期", "考核方式"]
_SHOWN = ("nature", "credits", "hours", "theory_hours", "practice_hours", "semesters", "assessment")
_DIRECTIONS = {
    "方向一：移动应用": ("安卓应用开发", "鸿蒙应用开发"),
    "方向二：数据分析": ("数据采集技术", "数据挖掘基础"),
}
_POOL = ("演讲与口才", "影视欣赏", "创新思维训练", "摄影基础")


def figures(course):
    semesters = "、".join(map(str, course.semesters))
    kind = "考试" if course.assessment == "EXAM" else "考查"
    return [NATURES[course.nature], course.credits, course.hours, course.theory, course.practice, semesters, kind]


def elective(name, points=2):
    """A course that is offered, with the figures of its group."""
    base = of_module("EXTENSION")[0]
    return base._replace(name=name, code="", credits=points, hours=points * 16, theory=points * 8)


def directions_as_rows():
    """XLSX: directions and a quota of electives are rows of their own, over the courses they hold."""
    rows: list[Any] = [[TITLE], _HEADING[1:]]
    areas = [(0, 0, 0, 7)]
    wanted = []

    def title(text):
        rows.append([text])
        areas.append((len(rows) - 1, 0, len(rows) - 1, 7))

    for module in ("COMMON", "CORE"):
        title(f"{'一二'[module == 'CORE']}、{MODULES[module]}")
        for each in of_module(module):
            rows.append([each.name, *figures(each)])
            wanted.append(expectation(each, *_SHOWN))
    title("三、专业拓展课")
    for direction, names in _DIRECTIONS.items():
        title(direction)
        for each in map(elective, names):
            rows.append([each.name, *figures(each)])
            wanted.append(expectation(each, *_SHOWN, group=("CHOOSE_ONE", 1)))
    title("四、公共选修课（任选4学分）")
    for each in map(elective, _POOL):
        rows.append([each.name, *figures(each)])
        others = {"module": "COMMON", "module_text": "公共选修课（任选4学分）", "group": ("CHOOSE_CREDITS", 400)}
        wanted.append(expectation(each, *_SHOWN, **others))
    return as_xlsx(("课程设置", printed(rows, areas))), wanted


def directions_in_a_column():
    """DOCX: categories in two columns that are merged, directions in the inner one, practice over both."""
    rows: list[Any] = [["课程类别", None, *_HEADING[1:]]]
    areas = [(0, 0, 0, 1)]
    wanted = []
    for module in ("COMMON", "FOUNDATION", "CORE", "PRACTICE"):
        for each in of_module(module):
            inner = None if module == "PRACTICE" else "必修课" if each.nature == "REQUIRED" else "限选课"
            text = MODULES[module] if inner is None else f"{MODULES[module]}/{inner}"
            rows.append([MODULES[module], inner or MODULES[module], each.name, *figures(each)])
            wanted.append(expectation(each, *_SHOWN, module_text=text))
        if module == "PRACTICE":
            areas.append((len(rows) - len(of_module(module)), 0, len(rows) - 1, 1))
    for direction, names in _DIRECTIONS.items():
        for each in map(elective, names):
            rows.append([MODULES["EXTENSION"], direction, each.name, *figures(each)])
            wanted.append(expectation(each, *_SHOWN, module_text=f"专业拓展课/{direction}", group=("CHOOSE_ONE", 1)))
    rows.append(["合计", None, None, None, 90])
    areas.append((len(rows) - 1, 0, len(rows) - 1, 3))
    return as_docx(TITLE, printed(rows, areas, merged_columns=(0, 1), first=1)), wanted


def alternatives_in_one_cell():
    """PDF: two courses share the cells of their figures; one of them is taken."""
    rows: list[Any] = [_HEADING]
    areas = []
    wanted = []
    for module in ("FOUNDATION", "CORE"):
        for each in of_module(module):
            rows.append([MODULES[module], each.name, *figures(each)])
            wanted.append(expectation(each, *_SHOWN))
    pair = [elective("外贸英语"), elective("商务日语")]
    first = len(rows)
    rows += [[MODULES["EXTENSION"], each.name, *figures(each)] for each in pair]
    # Only the first of them has figures of its own.
    wanted.append(expectation(pair[0], *_SHOWN, group=("ALTERNATIVES", 1)))
    shared = {"credits": None, "hours": None, "theory_hours": None, "practice_hours": None}
    wanted.append(expectation(pair[1], *_SHOWN, **shared, group=("ALTERNATIVES", 1)))
    areas = [(first, column, first + 1, column) for column in range(2, 9)]
    return as_pdf(TITLE, printed(rows, areas, merged_columns=(0,), first=1)), wanted


def quota_in_a_column():
    """XLSX: the group of electives and its quota stand in a column, the name of a placeholder says what it needs."""
    rows: list[Any] = [[TITLE], ["模块名称", *_HEADING[:6]]]
    wanted = []
    for each in of_module("CORE"):
        rows.append([None, MODULES["CORE"], each.name, *figures(each)[:4]])
        wanted.append(expectation(each, "nature", "credits", "hours", "theory_hours"))
    for each in map(elective, _POOL):
        rows.append(["素质选修（至少选修4学分）", "公共选修课", each.name, *figures(each)[:4]])
        wanted.append(
            expectation(
                each,
                *("nature", "credits", "hours", "theory_hours"),
                module="COMMON",
                module_text="公共选修课",
                group=("CHOOSE_CREDITS", 400),
            )
        )
    return as_xlsx(("Sheet1", printed(rows, [(0, 0, 0, 6)], merged_columns=(0, 1), first=2))), wanted


LAYOUTS = (directions_as_rows, directions_in_a_column, alternatives_in_one_cell, quota_in_a_column)
