"""A heading that says how many courses are chosen may say how many credits too."""

import pytest

from analysis.training_plans.intervals import taken
from analysis.training_plans.training_plan import Interval
from tests.interchange.documents.made_workbooks import SheetOf, workbook
from tests.interchange.training_plans.made_plans import HEAD, plan_of

HEADING = ["课程类别", "课程性质", "课程名称", "学分", "总学时"]


@pytest.mark.parametrize(
    ("heading", "found"),
    [
        ("限选课（每学期选修1门，至少4学分）", ("CHOOSE_CREDITS", None, 400)),
        ("选修课（选修2门，至少4学分）", ("CHOOSE_CREDITS", None, 400)),
        ("公共选修课（每学期任选1门，至少4学分）", ("CHOOSE_CREDITS", None, 400)),
        ("选修课（选修2门，每门至少2学分）", ("CHOOSE_ONE", 2, None)),
        ("选修课（四选二，至少4学分）", ("CHOOSE_ONE", 2, None)),
    ],
)
def test_credits_stated_next_to_a_number_of_courses_are_what_is_chosen(heading, found):
    rows = [[heading, "选修", name, 2, 32] for name in "甲乙丙丁"]
    plan = plan_of(workbook(SheetOf("表", [*HEAD, HEADING, *rows])))

    assert [(each.kind, each.choose, each.credits) for each in plan.groups] == [found]
    assert taken(plan, plan.lines)["credits"] == Interval(400, 400)


def parted(title, *rows):
    """Read a plan with courses below a title: name, credits, remark."""
    shown = [[name, "选修", size, size * 16, remark] for name, size, remark in rows]
    heading = ["课程名称", "课程性质", "学分", "总学时", "备注"]
    return plan_of(workbook(SheetOf("表", [*HEAD, heading, [title], *shown], ("A3:E3",))))


def groups(plan):
    return [
        (each.label, each.choose, each.credits, [line.name for line in plan.lines if line.group == each.number])
        for each in plan.groups
    ]


ARTS = (("甲", 2, "美育课程"), ("乙", 2, "美育课程"))
OTHERS = (("丙", 1, "四史"), ("丁", 1, "四史"), ("戊", 1, "四史"), ("己", 2, None), ("庚", 2, None))


def test_a_title_states_a_choice_of_each_kind_that_remarks_name():
    plan = parted("公共选修课（美育课程2选1；四史类任选1门；其余任选2学分）", *ARTS, *OTHERS)

    assert groups(plan) == [
        ("美育课程2选1", 1, None, ["甲", "乙"]),
        ("四史类任选1门", 1, None, ["丙", "丁", "戊"]),
        ("其余任选2学分", None, 200, ["己", "庚"]),
    ]
    assert taken(plan, plan.lines)["credits"] == Interval(500, 500)
    assert ([each.rule for each in plan.guesses], plan.problems) == (["choice-by-a-note"] * 3, ())


def test_a_title_states_a_choice_of_courses_that_it_names():
    plan = parted("公共选修课：甲、乙二选一；丙、丁、戊三选二。", *ARTS, *OTHERS[:3])

    assert groups(plan) == [("甲、乙二选一", 1, None, ["甲", "乙"]), ("丙、丁、戊三选二", 2, None, ["丙", "丁", "戊"])]


@pytest.mark.parametrize(
    "title",
    [
        "公共选修课（美育课程任选1门，四史教育任选1门）",
        "公共选修课（美育课程3选1；四史3选1；其余任选2学分）",
        "公共选修课（美育课程2选1；四史3选1）",
    ],
)
def test_several_choices_that_fit_no_lines_are_said_and_are_none_of_all(title):
    plan = parted(title, *ARTS, *OTHERS)

    assert (plan.groups, [each.subject for each in plan.problems]) == ((), [title])
