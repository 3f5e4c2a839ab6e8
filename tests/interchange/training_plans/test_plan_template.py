"""The form: another program opens it, its validations are there, and what is filled in is read back without a guess."""

import io
from typing import Any

import pytest
from openpyxl import load_workbook

from interchange.training_plans.plan_template import COURSE_SHEET, HEAD_LABELS, write_plan, write_template
from tests.interchange.training_plans.made_plans import doubts, plan_of

ROWS: list[Any] = [
    [1, "00012", "军事理论", "公共基础课程", "必修", 2, 36, 36, 0, None, "1", "考查", "否"],
    [
        2,
        "B1",
        "网页开发",
        "专业核心课程",
        "必修",
        3.5,
        56,
        28,
        28,
        None,
        "1-2",
        "考试",
        "是",
        "网页基础、程序设计",
        "机房",
    ],
    ["专业选修课（至少选修2学分）"],
    [3, "C1", "甲", "专业拓展课程", "选修", 2, 32, 16, 16, None, "3", "考查"],
    [4, "C2", "乙", "专业拓展课程", "选修", 2, 32, 16, 16, None, "3", "考查"],
    [5, "D1", "岗位实习", "实践性教学环节", "必修", 18, None, None, None, 18, "6", "考查"],
]
CERTIFICATES = [[1, "网页开发", "中级", "3,4", "示例公司", "网页开发"]]


def test_another_program_opens_the_form_and_sees_the_validations():
    sheet = load_workbook(io.BytesIO(write_template()))[COURSE_SHEET]
    lists = {str(each.sqref): each.formula1 for each in sheet.data_validations.dataValidation if each.type == "list"}

    assert [sheet.cell(1, column).value for column in (1, 3, 6)] == ["序号", "课程名称", "学分"]
    assert lists == {
        "D2:D201": '"公共基础课程,专业基础课程,专业核心课程,专业拓展课程,实践性教学环节"',
        "E2:E201": '"必修,限选,选修"',
        "L2:L201": '"考试,考查"',
        "M2:M201": '"是,否"',
    }
    assert (sheet["B2"].number_format, sheet.freeze_panes) == ("@", "A2")


def test_what_is_filled_in_is_read_back_without_a_guess():
    plan = plan_of(write_plan(HEAD_LABELS, ROWS, CERTIFICATES))
    first, second, *_, last = plan.lines

    assert (doubts(plan), [each.rule for each in plan.not_read]) == (([], []), ["guide-sheet"])
    assert (first.code, first.is_counted, first.credits, first.hours) == ("00012", False, 200, 36)
    assert (second.credits, second.semesters, second.prerequisites) == (350, (1, 2), ("网页基础", "程序设计"))
    assert (second.is_counted, second.remark) == (True, "机房")
    assert (last.name, last.duration_weeks, last.semesters, last.hours) == ("岗位实习", 1800, (6,), None)
    assert [(each.kind, each.credits) for each in plan.groups] == [("CHOOSE_CREDITS", 200)]
    assert [(each.name, each.level, each.semesters) for each in plan.certificates] == [
        ("网页开发", "INTERMEDIATE", (3, 4))
    ]
    assert (plan.notes, plan.head._asdict()) == (
        (),
        {
            "title": "",
            "college": "示例职业技术学院",
            "major_name": "软件技术",
            "major_code": "510203",
            "grade": "2026级",
            "education_level": "ASSOCIATE",
            "duration_years": 3,
            "education_form": None,
            "hours_per_week": None,
            "filed_college": None,
        },
    )


def test_the_form_takes_half_weeks_and_whole_hours():
    sheet = load_workbook(io.BytesIO(write_template()))[COURSE_SHEET]
    rules = {str(each.sqref): each for each in sheet.data_validations.dataValidation if each.type != "list"}

    shown = [(cells[0], each.type, each.formula1, each.formula2) for cells, each in rules.items()]
    whole = [(column, "whole", "0", "2000") for column in "GHI"]
    assert shown == [("F", "decimal", "0", "60"), *whole, ("J", "decimal", "0", "60")]


def test_numbers_are_read_back_as_colleges_write_them():
    """Half weeks, blanks around and between, digits in full width, and rows left out."""
    rows = [
        [
            " １ ",
            "０００１２",
            " 军事 理论 ",
            "公共基础课程",
            "必修",
            "２",
            "３６",
            " 36",
            "０",
            None,
            "１",
            "考查",
            "是",
        ],
        [2, "B1", "网页开发", "专业核心课程 ", "必修", "３．５", "５６", "28 ", "28", "", "１－２", "考试", None],
        [None] * 13,
        ["专业选修课（至少选修２学分）"],
        [3, "C1", "甲", "专业拓展课程", "选修", 2, 32, 16, 16, None, "３", "考查"],
        [4, "C2", "乙", "专业拓展课程", "选修", 2, 32, 16, 16, None, "3", "考查"],
        [5, "D1", "认识实习", "实践性教学环节", "必修", 0.5, None, None, None, 0.5, "6", "考查"],
        [6, "D2", "社会实践", "实践性教学环节", "必修", "１", "", "", "", "１．５", "４", "考查"],
        [7, "D3", "岗位实习", "实践性教学环节", "必修", 18, None, None, None, "18", "6、５", "考查"],
    ]
    plan = plan_of(write_plan(HEAD_LABELS, rows, [["１", "网页开发", "中级", "３，４", "示例公司", "网页开发"]]))

    assert doubts(plan) == ([], [])
    assert [(each.code, each.credits, each.hours, each.duration_weeks, each.semesters) for each in plan.lines] == [
        ("00012", 200, 36, None, (1,)),
        ("B1", 350, 56, None, (1, 2)),
        ("C1", 200, 32, None, (3,)),
        ("C2", 200, 32, None, (3,)),
        ("D1", 50, None, 50, (6,)),
        ("D2", 100, None, 150, (4,)),
        ("D3", 1800, None, 1800, (5, 6)),
    ]
    assert [(each.kind, each.credits) for each in plan.groups] == [("CHOOSE_CREDITS", 200)]
    assert [each.semesters for each in plan.certificates] == [(3, 4)]


def test_outcomes_are_read_by_the_name_of_their_course_and_by_the_number_where_several_have_it():
    rows = [*ROWS, [6, "C3", "甲", "专业拓展课程", "选修", 1, 16, 16, 0, None, "4", "考查"]]
    outcomes = [
        [None, "网页开发", "能编写网页"],
        [99, "岗位实习", "能独立上岗"],
        [3, "甲", "能用甲"],
        [6, "甲", "能精通甲"],
        [1, None, "守纪律"],
    ]
    plan = plan_of(write_plan(HEAD_LABELS, rows, CERTIFICATES, outcomes))
    assert [(each.name, each.outcomes) for each in plan.lines] == [
        ("军事理论", ("守纪律",)),
        ("网页开发", ("能编写网页",)),
        ("甲", ("能用甲",)),
        ("乙", ()),
        ("岗位实习", ("能独立上岗",)),
        ("甲", ("能精通甲",)),
    ]
    assert doubts(plan) == ([], [])


@pytest.mark.parametrize(
    "row", [[None, "甲", "能"], [2, "甲", "能"], [1, "丙", "能"], [None, None, "能"], [0, None, "能"]]
)
def test_an_outcome_of_no_line_is_a_problem_at_its_place(row):
    rows = [*ROWS, [6, "C3", "甲", "专业拓展课程", "选修", 1, 16, 16, 0, None, "4", "考查"]]
    plan = plan_of(write_plan(HEAD_LABELS, rows, CERTIFICATES, [[2, "网页开发", "能编写网页"], row]))
    assert [each.outcomes for each in plan.lines if each.outcomes] == [("能编写网页",)]
    (problem,) = plan.problems
    assert (problem.rule, problem.place.sheet, problem.place.row) == ("outcome-of-no-line", "课程目标", 3)


def test_a_number_that_is_none_is_a_problem_and_the_name_still_tells_the_course():
    plan = plan_of(write_plan(HEAD_LABELS, ROWS, CERTIFICATES, [["第二", "网页开发", "能编写网页"]]))
    assert [each.rule for each in plan.problems] == ["value-not-read"]
    assert plan.lines[1].outcomes == ("能编写网页",)
