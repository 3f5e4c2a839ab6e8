"""Cells over several courses: one of figures is that of each where one is taken, and remarks name directions."""

import re

import pytest

from analysis.training_plans.intervals import credits_of, hours_of, interval
from analysis.training_plans.training_plan import Interval
from tests.interchange.training_plans.made_plans import doubts, sheet_plan

HEADING = ["课程类别", "性质", "课程名称", "学分", "总学时", "实践学时", "1(16周)", "2(16周)", "考核", "备注"]
PAIR = [
    ["任选课程", "任选", "管理入门", 3, 48, 12, None, 3, "考查", "二选一"],
    [None, None, "营销入门"],
    ["任选课程", "任选", "速写", 2, 32, 32, 2, None, "考查", None],
]
MERGED = tuple(f"{column}3:{column}4" for column in "ABDEFGHIJ")


def of_each(plan):
    return [(each.name, each.credits, each.hours, each.practice_hours, dict(each.weekly_hours)) for each in plan.lines]


def test_each_course_of_a_choice_has_the_figures_of_the_cell():
    plan = sheet_plan(HEADING, *PAIR, merges=MERGED)

    assert of_each(plan) == [
        ("管理入门", 300, 48, 12, {"2": 300}),
        ("营销入门", 300, 48, 12, {"2": 300}),
        ("速写", 200, 32, 32, {"1": 200}),
    ]
    assert [each.semesters for each in plan.lines] == [(2,), (2,), (1,)]
    assert [(each.kind, each.choose, each.options) for each in plan.groups] == [
        ("CHOOSE_ONE", 1, ("管理入门", "营销入门"))
    ]
    said = [(each.rule, each.subject) for each in plan.guesses]
    assert ("one-cell-for-several-courses", "管理入门、营销入门") in said
    assert plan.problems == ()


def test_figures_of_several_that_are_taken_count_once():
    rows = [[*PAIR[0][:-1], "三选二"], PAIR[1], [None, None, "理财入门"], PAIR[2]]

    plan = sheet_plan(HEADING, *rows, merges=tuple(each.replace("4", "5") for each in MERGED))

    assert of_each(plan) == [
        *((name, 150, 24, 6, {"2": 150}) for name in ("管理入门", "营销入门", "理财入门")),
        ("速写", 200, 32, 32, {"1": 200}),
    ]
    assert [(each.choose, len(each.options)) for each in plan.groups] == [(2, 3)]
    taken = interval(plan.lines[:3], plan.groups, credits_of)
    assert (taken, interval(plan.lines[:3], plan.groups, hours_of)) == (Interval(300, 300), Interval(48, 48))
    assert ("one-cell-for-what-is-chosen", "管理入门、营销入门、理财入门") in doubts(plan)[0]


@pytest.mark.parametrize("said", ["选2门，每门3学分", "三选二，各3学分"])
def test_figures_that_are_said_to_be_of_each_are_not_parted(said):
    rows = [[*PAIR[0][:-1], said], PAIR[1], [None, None, "理财入门"], PAIR[2]]

    plan = sheet_plan(HEADING, *rows, merges=tuple(each.replace("4", "5") for each in MERGED))

    assert of_each(plan)[:3] == [(name, 300, 48, 12, {"2": 300}) for name in ("管理入门", "营销入门", "理财入门")]
    assert interval(plan.lines[:3], plan.groups, credits_of) == Interval(600, 600)


def test_figures_that_leave_no_equal_parts_are_of_no_course_for_certain():
    rows = [[*PAIR[0][:-1], "三选二"], PAIR[1], [None, None, "理财入门"]]
    rows[0][HEADING.index("总学时")] = 47

    plan = sheet_plan(HEADING, *rows, merges=tuple(each.replace("4", "5") for each in MERGED))

    assert [each.credits for each in plan.lines] == [300, None, None]
    assert ("line-without-figures", "营销入门、理财入门") in doubts(plan)[1]


DIRECTIONS = ["课程类别", "课程名称", "总学时", "理论学时", "实践学时", "开课学期", "考核方式", "备注", None]


@pytest.mark.parametrize(
    ("one", "other", "choice"),
    [
        ("热菜方向", "面点方向", "两个方向任选一个"),
        ("热菜制作组", "面点制作组", "以下两组任选一组"),
        ("热菜模块", "面点模块", "两个模块任选其一"),
    ],
)
def test_a_remark_names_the_direction_and_another_says_that_one_is_taken(one, other, choice):
    rows = [
        ["专业核心课", "原料知识", 36, 36, 0, 1, "考试"],
        ["专业方向课", "风味菜", 108, 20, 88, 3, "考试", one, choice],
        [None, "创新菜", 54, 14, 40, 4, "考查"],
        [None, "风味点心", 108, 20, 88, 3, "考试", other],
        [None, "裱花", 54, 14, 40, 4, "考查"],
        ["小计", None, 198, 70, 128],
    ]
    merges = ("H2:I2", "H3:I3", "A4:A7", "H4:H5", "H6:H7", "I4:I7", "A8:B8")

    plan = sheet_plan(DIRECTIONS, *rows, merges=merges)

    assert [(each.name, each.option) for each in plan.lines] == [
        ("原料知识", None),
        ("风味菜", one),
        ("创新菜", one),
        ("风味点心", other),
        ("裱花", other),
    ]
    assert [(each.kind, each.choose, each.options) for each in plan.groups] == [("CHOOSE_ONE", 1, (one, other))]
    assert ({each.remark for each in plan.lines[1:]}, plan.problems) == ({choice}, ())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("热菜方向（两个方向任选一个）", "面点方向（两个方向任选一个）"),
        ("热菜方向，二选一", "面点方向，二选一"),
        ("热菜组（任选一组）", "面点组（任选一组）"),
        ("热菜方向", "面点方向"),
    ],
)
@pytest.mark.parametrize("is_merged", [True, False])
def test_a_remark_names_the_direction_and_may_say_itself_that_one_is_taken(one, other, is_merged):
    again = (None, None) if is_merged else (one, other)
    rows = [
        ["专业核心课", "原料知识", 36, 36, 0, 1, "考试"],
        ["专业方向课", "风味菜", 108, 20, 88, 3, "考试", one],
        [None, "创新菜", 54, 14, 40, 4, "考查", again[0]],
        [None, "风味点心", 108, 20, 88, 3, "考试", other],
        [None, "裱花", 54, 14, 40, 4, "考查", again[1]],
        ["合计", None, 198, 70, 128],
    ]
    merges = ("A4:A7", "H4:H5", "H6:H7") if is_merged else ("A4:A7",)

    plan = sheet_plan(DIRECTIONS[:-1], *rows, merges=merges)

    names = [re.split("[（，]", each)[0] for each in (one, other)]
    assert [each.option for each in plan.lines] == [None, names[0], names[0], names[1], names[1]]
    assert [(each.kind, each.choose, each.options) for each in plan.groups] == [("CHOOSE_ONE", 1, tuple(names))]
    assert plan.problems == ()


@pytest.mark.parametrize("remark", ["面向各方向", "本专业方向", "任选一个方向", "热菜方向"])
def test_a_remark_that_names_no_two_directions_makes_no_choice_of_them(remark):
    rows = [["专业课", name, 54, 14, 40, 4, "考查", remark] for name in ("风味菜", "创新菜")]

    plan = sheet_plan(DIRECTIONS[:-1], *rows, merges=("A3:A4", "H3:H4"))

    assert all(each.option in {None, each.name} for each in plan.lines)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("对接数据分析岗位方向", "对接前端开发岗位方向"),
        ("支撑人工智能方向", "支撑大数据方向"),
        ("数据分析方向", "软件开发方向"),
    ],
)
def test_remarks_on_core_courses_make_no_choice_among_them(one, other):
    rows = [["专业核心课", f"课程{at}", 54, 14, 40, 4, "考查", one if at < 2 else other] for at in range(4)]

    plan = sheet_plan(DIRECTIONS[:-1], *rows)

    assert (plan.groups, {each.path for each in plan.lines}) == ((), {("专业核心课",)})
    assert [each.remark for each in plan.lines] == [one, one, other, other]
