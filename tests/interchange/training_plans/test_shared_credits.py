"""Several of some with one cell of credits: it is that of what is chosen, wherever the choice is stated."""

import pytest

from analysis.training_plans.intervals import credits_of, hours_of, interval
from analysis.training_plans.training_plan import Interval
from tests.interchange.training_plans.made_plans import rules, sheet_plan

HEADING = ["课程类别", "课程性质", "课程名称", "学分", "总学时"]
REQUIRED = ["公共基础课程", "必修", "军事理论", 2, 36]
NAMES = ("甲课程", "乙课程", "丙课程")


def plan_of_three(note, *, module="专业拓展课程", shared=4, hours=(32, 32, 32), merges=("D4:D6",)):
    figures = zip(NAMES, (shared, None, None), hours, strict=True)
    rows = [[module, "选修", *each] for each in figures]
    return sheet_plan(HEADING, REQUIRED, *rows, *([[note]] if note else []), merges=merges)


def taken(plan, of=credits_of):
    return interval(plan.lines[1:], plan.groups, of)


@pytest.mark.parametrize(
    ("note", "module"),
    [
        ("注：专业拓展课程三选二。", "专业拓展课程"),
        ("注：甲课程、乙课程、丙课程三选二", "专业拓展课程"),
        ("注：专业拓展课程中三门任选两门", "专业拓展课程"),
        ("注：专业拓展课程三选二，每门2学分。", "专业拓展课程"),
        ("注：专业拓展课程三选二，每门课程2学分。", "专业拓展课程"),
        ("注：专业拓展课程三选二，每门课程均为两学分。", "专业拓展课程"),
        ("注：专业拓展课程三选二，各门课程为2学分。", "专业拓展课程"),
        ("注：专业拓展课程三选二，每门课程考核一次。", "专业拓展课程"),
        (None, "专业拓展课程（三选二）"),
    ],
)
def test_credits_of_one_cell_are_parted_among_what_is_chosen(note, module):
    plan = plan_of_three(note, module=module)

    assert [each.credits for each in plan.lines] == [200, 200, 200, 200]
    assert (taken(plan), taken(plan, hours_of)) == (Interval(400, 400), Interval(64, 64))
    assert [(each.kind, each.choose) for each in plan.groups] == [("CHOOSE_ONE", 2)]
    assert [(each.subject, each.taken) for each in plan.guesses if each.rule == "one-cell-for-what-is-chosen"] == [
        ("甲课程、乙课程、丙课程", "2")
    ]
    assert "credits-of-the-line-above" not in rules(plan.guesses)
    assert plan.problems == ()


def test_of_one_that_is_chosen_each_has_all_credits():
    plan = plan_of_three("注：甲课程、乙课程、丙课程三选一")

    assert [each.credits for each in plan.lines[1:]] == [400] * 3
    assert taken(plan) == Interval(400, 400)


@pytest.mark.parametrize("each", ["每门4学分", "每门课程4学分", "每门课程均为四学分", "均为4学分"])
def test_where_each_course_is_said_to_have_the_credits_of_the_cell_nothing_is_parted(each):
    plan = plan_of_three(f"注：专业拓展课程三选二，{each}。")

    assert taken(plan) == Interval(800, 800)


def test_credits_that_leave_no_equal_parts_are_of_no_course_for_certain():
    plan = plan_of_three("注：专业拓展课程三选二。", shared=2.25)

    assert [each.credits for each in plan.lines[1:]] == [225, None, None]
    assert ("line-without-figures", "乙课程、丙课程") in [(each.rule, each.subject) for each in plan.problems]


@pytest.mark.parametrize("note", [None, "注：拓展课程由学生选修"])
def test_without_a_choice_the_first_course_has_the_credits_and_it_is_said(note):
    plan = plan_of_three(note)

    assert [each.credits for each in plan.lines[1:]] == [400, 0, 0]
    assert [each.subject for each in plan.guesses if each.rule == "credits-of-the-line-above"] == ["乙课程", "丙课程"]


@pytest.mark.parametrize(
    "note",
    [
        "注：专业拓展课程三选二。",
        "注：甲课程、乙课程、丙课程三选二",
        "注：甲课程、乙课程、丙课程三门任选两门",
        "注：甲课程、乙课程、丙课程三门课程中选两门学习，每门课程2学分",
        "注：甲课程、乙课程、丙课程三选二（共4学分）",
    ],
)
def test_a_note_makes_several_of_what_one_cell_of_all_figures_made_alternatives(note):
    plan = plan_of_three(note, hours=(64, None, None), merges=("D4:D6", "E4:E6"))

    assert [(each.credits, each.hours) for each in plan.lines[1:]] == [(200, 32)] * 3
    assert [(each.kind, each.choose, each.options) for each in plan.groups] == [("CHOOSE_ONE", 2, NAMES)]
    assert (taken(plan), taken(plan, hours_of)) == (Interval(400, 400), Interval(64, 64))
    assert "one-cell-for-several-courses" not in rules(plan.guesses)
    assert plan.problems == ()


@pytest.mark.parametrize("note", [None, "注：甲课程、乙课程、丙课程三选一"])
def test_alternatives_stay_where_nothing_says_that_several_are_taken(note):
    plan = plan_of_three(note, hours=(64, None, None), merges=("D4:D6", "E4:E6"))

    assert [each.kind for each in plan.groups] == ["ALTERNATIVES"]
    assert taken(plan) == Interval(400, 400)
    assert plan.problems == ()


@pytest.mark.parametrize(
    "said",
    [
        "三门课程中选两门安排线上教学",
        "中选两门作为校企合作开发课程",
        "三选二采用项目式教学",
        "三门课程任选两门组织调研",
        "三门课程中任选两门，安排线上教学",
    ],
)
def test_what_is_done_with_some_of_the_courses_changes_no_alternatives_and_is_said(said):
    plan = plan_of_three(f"注：甲课程、乙课程、丙课程{said}。", hours=(64, None, None), merges=("D4:D6", "E4:E6"))

    assert (plan.lines[1].credits, plan.lines[1].hours, taken(plan)) == (400, 64, Interval(400, 400))
    assert [each.kind for each in plan.groups] == ["ALTERNATIVES"]
    assert "quota-of-a-note-not-read" in rules(plan.problems)


def test_what_is_done_with_some_of_the_courses_parts_no_credits():
    plan = plan_of_three("注：甲课程、乙课程、丙课程三门课程中选两门安排线上教学。")

    assert ([each.credits for each in plan.lines[1:]], plan.groups) == ([400, 0, 0], ())
    assert "quota-of-a-note-not-read" in rules(plan.problems)
