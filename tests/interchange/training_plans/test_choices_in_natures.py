"""A nature with credits, 选修(4学分), next to courses of fewer credits states how many of them are chosen."""

import pytest

from tests.interchange.training_plans.made_plans import sheet_plan

HEADING = ["课程类别", "课程性质", "课程名称", "学分", "总学时"]
REQUIRED = ["公共基础课", "必修", "语文", 4, 64]
SAYS = {"choice-by-a-note", "quota-of-a-note-not-read"}


def read(*rows, merges=()):
    plan = sheet_plan(HEADING, REQUIRED, *rows, merges=merges)
    groups = [
        (each.kind, each.credits, [one.name for one in plan.lines if one.group == each.number]) for each in plan.groups
    ]
    said = [each.rule for each in (*plan.guesses, *plan.problems) if each.rule in SAYS]
    return plan, groups, said


@pytest.mark.parametrize(
    ("text", "word", "nature"),
    [
        ("选修(4学分)", "选修", "ELECTIVE"),
        ("限选（4 学分）", "限选", "RESTRICTED_ELECTIVE"),
        ("任选（共四学分）", "任选", "ELECTIVE"),
    ],
)
def test_a_nature_with_fewer_credits_than_its_courses_have_is_a_pool(text, word, nature):
    plan, groups, said = read(*(["专业拓展课", text, each, 2, 32] for each in "甲乙丙"))

    assert groups == [("CHOOSE_CREDITS", 400, ["甲", "乙", "丙"])]
    assert [(each.nature, each.nature_text) for each in plan.lines[1:]] == [(nature, word)] * 3
    assert said == ["choice-by-a-note"]


def test_a_merged_cell_of_a_nature_with_credits_is_one_pool():
    rows = [["专业拓展课", "选修(4学分)", "甲", 2, 32], *([None, None, each, 2, 32] for each in "乙丙")]
    _, groups, said = read(*rows, merges=["A4:A6", "B4:B6"])

    assert (groups, said) == ([("CHOOSE_CREDITS", 400, ["甲", "乙", "丙"])], ["choice-by-a-note"])


def test_each_module_has_its_own_pool():
    rows = [[module, "选修(4学分)", f"{module}{each}", 2, 32] for module in ("公选", "拓展") for each in "甲乙丙"]
    _, groups, _ = read(*rows)

    assert [names for _, _, names in groups] == [
        [f"{module}{each}" for each in "甲乙丙"] for module in ("公选", "拓展")
    ]


@pytest.mark.parametrize(
    "rows",
    [
        # Each course has as many itself, or all of them together have.
        [["专业拓展课", "选修(2学分)", each, 2, 32] for each in "甲乙丙"],
        [["专业拓展课", "选修(2学分)", "甲", 2, 32], ["专业拓展课", "选修(4学分)", "乙", 4, 64]],
        [["专业拓展课", "选修(4学分)", each, 2, 32] for each in "甲乙"],
        [["公共基础课", "必修(4学分)", each, 2, 32] for each in "甲乙丙"],
        [["专业拓展课", "选修", each, 2, 32] for each in "甲乙丙"],
    ],
)
def test_what_each_course_or_all_of_them_have_is_no_choice(rows):
    _, groups, said = read(*rows)

    assert (groups, said) == ([], [])


@pytest.mark.parametrize(
    "rows",
    [
        [["专业拓展课", "选修(4学分)", "甲", 2, 32]],
        [["专业拓展课", "选修(9学分)", each, 2, 32] for each in "甲乙丙"],
        [["专业拓展课", "选修(2学分)", each, number, 32] for each, number in (("甲", 2), ("乙", 2), ("丙", 1))],
        [["专业拓展课", "选修(4学分)", each, number, 32] for each, number in (("甲", 2), ("乙", None), ("丙", 4))],
    ],
)
def test_credits_that_fit_no_choice_of_the_courses_are_named(rows):
    _, groups, said = read(*rows)

    assert (groups, said) == ([], ["quota-of-a-note-not-read"])
