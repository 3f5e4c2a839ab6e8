"""Semesters side by side on a sheet, what names the modules of both, and another table below them."""

from typing import Any

import pytest

from tests.interchange.documents.made_workbooks import SheetOf, workbook
from tests.interchange.training_plans.made_plans import HEAD, plan_of, rules, sheet_plan

SIDE = ["编号", "课程名称", "学分", "总学时", "周学时"]
TOP = [
    ["平台", "秋季学期（第3学期，16周）", None, None, None, None, "春季学期（第4学期，16周）"],
    [None, *(f"课程{each}" if each == "编号" else each for each in SIDE * 2)],
]
ROWS = [
    ["通识教育", "T01", "甲", 3, 48, 3, "T02", "乙", 2, 32, 2],
    [None, "T03", "丙", 2, 32, 2],
    ["专业核心", None, None, None, None, None, "Z01", "丁", 4, 64, 4],
    ["专业拓展", "Z02", "戊", 2, 32, 2],
    ["小计", "合计", None, 7, 112, None, "合计", None, 6, 96],
]
BELOW = [
    ["集中实践环节"],
    ["序号", "编号", "名称", None, None, "学分", "周数", "学时", "安排时间"],
    [1, "S0101", "认识实习", None, None, 1, 1, 24, "夏季小学期"],
    [2, "S0102", "写生", None, None, 2, 2, 48, "秋季学期第1～2周"],
]


def read_sides():
    rows = [["第二学年教学进程表"], *TOP, *ROWS, *BELOW]
    merges = ["A1:K1", "A2:A3", "B2:F2", "G2:K2", "A4:A5", "A9:K9", "C10:E10", "C11:E11", "C12:E12"]
    return plan_of(workbook(SheetOf("表", HEAD), SheetOf("第二学年", rows, merges)))


def test_each_side_has_its_semester_and_the_modules_left_of_all_sides():
    plan = read_sides()

    assert [(each.name, each.path, each.semesters) for each in plan.lines[:5]] == [
        ("甲", ("通识教育",), (3,)),
        ("丙", ("通识教育",), (3,)),
        ("戊", ("专业拓展",), (3,)),
        ("乙", ("通识教育",), (4,)),
        ("丁", ("专业核心",), (4,)),
    ]
    assert [(each.label, each.stated["credits"]) for each in plan.totals if each.stated.get("hours")] == [
        ("小计", 700),
        ("小计", 600),
    ]


def test_another_table_of_courses_stands_below_both_sides():
    plan = read_sides()

    assert [
        (each.name, each.code, each.path, each.credits, each.hours, each.duration_weeks, each.remark)
        for each in plan.lines[5:]
    ] == [
        ("认识实习", "S0101", ("集中实践环节",), 100, 24, 100, "夏季小学期"),
        ("写生", "S0102", ("集中实践环节",), 200, 48, 200, "秋季学期第1～2周"),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        [["序号", "名称", "级别", "学分", "学时"], [1, "示例技能大赛", "国赛", 4, 64]],
        [["序号", "名称", "学分", "周数", "备注"], [1, "暑期社会实践", 1, 2, "自愿"]],
        [["序号", "名称", "学分", "学时", "设备"], [1, "钳工实训室", 2, 32, "台虎钳"]],
        [["代码", "名称", "等级", "学分", "学时"], ["990001", "示例职业技能", "中级", 4, 64]],
        [["证书名称", "等级", "名称", "学分", "学时"], ["示例证书", "中级", "甲", 4, 64]],
    ],
)
def test_what_is_worth_credits_is_no_course_for_its_name_alone(rows):
    courses = ["序号", "课程名称", "学分", "总学时", "学期", "性质"], [1, "甲", 2, 32, 1, "必修"]
    plan = plan_of(workbook(SheetOf("课程", [*HEAD, *courses]), SheetOf("其他", rows)))

    assert [each.name for each in plan.lines] == ["甲"]
    assert rules(plan.not_read) & {"table-of-another-kind", "only-certificates-read"}


def test_names_alone_are_courses_only_next_to_credits_with_hours_or_weeks():
    courses = ["序号", "课程名称", "学分", "总学时", "学期"], [1, "甲", 2, 32, 1]
    books = ["序号", "编号", "名称", "数量"], [1, "B0001", "示例教材", 40]
    modules = ["名称", "学分", "学时"], ["公共基础课程", 2, 32], ["专业核心课程", 0, 0], ["总计", 2, 32]
    plan = plan_of(workbook(SheetOf("课程", [*HEAD, *courses]), SheetOf("教材", [*books]), SheetOf("分配", [*modules])))

    assert [each.name for each in plan.lines] == ["甲"]
    assert "table-of-another-kind" in rules(plan.not_read)


def test_numbers_next_to_numbers_of_rows_are_codes_only_where_all_look_like_codes():
    rows = ["序号", "编号", "名称", "学分", "学时"], [1, "S0101", "甲", 2, 32], [2, "另定", "乙", 2, 32]

    assert [each.code for each in sheet_plan(*rows[:2]).lines] == ["S0101"]
    assert [each.code for each in sheet_plan(*rows).lines] == [None, None]


def test_a_struck_out_name_may_cover_several_columns():
    rows = [*HEAD, ["课程名称", None, "学分", "总学时"], ["甲", None, 2, 32], ["乙", None, 2, 32]]
    data = workbook(SheetOf("表", rows, ["A2:B2", "A3:B3", "A4:B4"], struck=["A3", "C4"]))
    plan = plan_of(data)

    assert [(each.name, each.is_counted) for each in plan.lines] == [("甲", False), ("乙", True)]
    assert [each.subject for each in plan.problems if each.rule == "struck-out-figure"] == ["2"]


def test_another_heading_on_one_side_ends_the_other_side_nowhere():
    heading = ["课程代码", "课程名称", "学分", "总学时"]
    rows = [[*heading, *heading], ["A1", "甲", 2, 32, "B1", "丁", 2, 32], [*heading, "B2", "戊", 2, 32]]
    rows += [["A2", "乙", 2, 32, "B3", "己", 2, 32], [None, None, None, None, "B4", "庚", 2, 32]]

    assert [each.name for each in sheet_plan(*rows).lines] == ["甲", "乙", "丁", "戊", "己", "庚"]


NO_CODES = ["课程名称", "课程性质", "学分", "总学时"]
TWO_SIDES: list[list[Any]] = [
    ["秋季学期（第1学期，16周）", None, None, None, "春季学期（第2学期，16周）"],
    NO_CODES * 2,
]
COURSES: list[list[Any]] = [["甲", "必修", 2, 32, "乙", "必修", 3, 48], ["丙", "必修", 4, 64, "丁", "必修", 1, 16]]


def totals_of_sides(*rows):
    plan = sheet_plan(*TWO_SIDES, *COURSES, *rows, merges=["A2:D2", "E2:H2"])
    assert [each.name for each in plan.lines[:4]] == ["甲", "丙", "乙", "丁"]
    differing = [each.subject for each in plan.problems if each.rule == "sum-differs"]
    return [(each.label, each.lines) for each in plan.totals], differing


@pytest.mark.parametrize(
    ("row", "totals"),
    [
        (["小计", None, 6, 96, "小计", None, 4, 64], [("小计", (1, 2)), ("小计", (3, 4))]),
        # Only the courses of spring have one, or one label stands for both sides.
        ([None, None, None, None, "小计", None, 4, 64], [("小计", (3, 4))]),
        (["小计", None, 6, 96, None, None, 4, 64], [("小计", (1, 2)), ("小计", (3, 4))]),
        (["合计", None, 6, 96, "合计", None, 4, 64], [("合计", (1, 2)), ("合计", (3, 4))]),
        # One of all courses stays one of all.
        ([None, None, None, None, "合计", None, 10, 160], [("合计", (1, 2, 3, 4))]),
    ],
)
def test_a_total_of_one_side_sums_the_courses_of_that_side(row, totals):
    assert totals_of_sides(row) == (totals, [])


@pytest.mark.parametrize("label", ["小计", "合计"])
def test_a_total_of_one_side_that_its_courses_do_not_make_is_a_problem(label):
    _, differing = totals_of_sides([None, None, None, None, label, None, 5, 64])

    assert len(differing) == 1
    assert differing[0].startswith(f"{label} 学分 5 ≠ ")


def test_totals_of_sides_with_the_modules_left_of_both():
    heading: list[list[Any]] = [["平台", *TWO_SIDES[0]], [None, *NO_CODES * 2]]
    rows = [
        ["通识", *COURSES[0]],
        [None, *COURSES[1]],
        ["小计", None, None, 6, 96, None, None, 4, 64],
        ["专业", "戊", "必修", 2, 32, "己", "必修", 3, 48],
        ["合计", None, None, 8, 128, None, None, 7, 112],
    ]
    data = workbook(SheetOf("课程", HEAD), SheetOf("一", [*heading, *rows], ["A1:A2", "B1:E1", "F1:I1", "A3:A4"]))
    plan = plan_of(data)

    assert [each.lines for each in plan.totals] == [(1, 2), (1, 2, 3), (4, 5), (4, 5, 6)]
    assert "sum-differs" not in rules(plan.problems)


@pytest.mark.parametrize(("figures", "is_named"), [((0, 0), False), ((4, 64), True)])
def test_a_total_of_a_side_without_courses_is_that_of_no_others(figures, is_named):
    rows = [each[:4] for each in COURSES]
    total = ["合计", None, 6, 96, "小计", None, *figures]
    plan = sheet_plan(*TWO_SIDES, *rows, total, merges=["A2:D2", "E2:H2"])

    assert "sum-differs" not in rules(plan.problems)
    assert ("totals-of-no-lines" in rules(plan.guesses)) is is_named
