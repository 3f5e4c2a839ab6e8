"""What is chosen in a plan counts as an interval, however the choice is written."""

import itertools
import random

import pytest

from analysis.training_plans.intervals import credits_of, hours_of, interval, taken
from analysis.training_plans.training_plan import Interval, PlanLine, PlanPlace
from interchange.training_plans.plan_choices import Choices
from interchange.training_plans.plan_tree import module_tree
from tests.interchange.documents.made_workbooks import SheetOf, workbook
from tests.interchange.training_plans.made_plans import HEAD, plan_of

HEADING = ["课程类别", "课程性质", "课程名称", "学分", "总学时"]


def plan_with(*rows, merges=()):
    return plan_of(workbook(SheetOf("表", [*HEAD, HEADING, *rows], merges)))


def groups(plan):
    return [(each.kind, each.label, each.choose, each.credits, each.options) for each in plan.groups]


def sums(plan):
    return taken(plan, plan.lines)["credits"], taken(plan, plan.lines)["hours"]


def test_headings_that_say_one_of_two():
    plan = plan_with(
        ["专业拓展课程", "选修", "共同课", 1, 16],
        ["A、视觉方向（二选一）"],
        ["专业拓展课程", "选修", "甲", 2, 32],
        ["专业拓展课程", "选修", "乙", 2, 48],
        ["B、数据方向（二选一）"],
        ["专业拓展课程", "选修", "丙", 3, 64],
        merges=("A4:E4", "A7:E7"),
    )

    assert groups(plan) == [("CHOOSE_ONE", "A、视觉方向", 1, None, ("A、视觉方向", "B、数据方向"))]
    assert [(each.name, each.option) for each in plan.lines] == [
        ("共同课", None),
        ("甲", "A、视觉方向"),
        ("乙", "A、视觉方向"),
        ("丙", "B、数据方向"),
    ]
    assert (sums(plan), plan.guesses, plan.problems) == ((Interval(400, 500), Interval(80, 96)), (), ())


def test_one_heading_over_lines_of_which_some_are_chosen():
    plan = plan_with(
        ["专业选修课（三选二）"],
        [None, "选修", "甲", 2, 32],
        [None, "选修", "乙", 3, 48],
        [None, "选修", "丙", 4, 64],
        merges=("A3:E3",),
    )

    assert groups(plan) == [("CHOOSE_ONE", "专业选修课", 2, None, ("甲", "乙", "丙"))]
    assert sums(plan) == (Interval(500, 700), Interval(80, 112))


def test_a_number_of_credits_to_choose():
    plan = plan_with(
        ["公共选修课（至少选修4学分）", "选修", "甲", 1, 16],
        [None, "选修", "乙", 2, 36],
        [None, "选修", "丙", 2, 32],
        [None, "选修", "丁", 3, 48],
        merges=("A3:A6",),
    )

    assert groups(plan) == [("CHOOSE_CREDITS", "公共选修课（至少选修4学分）", None, 400, ())]
    assert sums(plan) == (Interval(400, 400), Interval(64, 68))


def test_directions_under_one_module_are_a_guess_that_is_said():
    plan = plan_of(
        workbook(
            SheetOf(
                "表",
                [
                    *HEAD,
                    ["课程类别", None, "课程名称", "学分", "总学时"],
                    ["专业方向课程", "视觉", "甲", 2, 32],
                    [None, "数据", "乙", 2, 32],
                    [None, None, "小计", 2, 32],
                ],
                ("A2:B2", "A3:A5"),
            )
        )
    )

    assert groups(plan) == [("CHOOSE_ONE", "专业方向课程", 1, None, ("视觉", "数据"))]
    assert [each.rule for each in plan.guesses] == ["module-by-a-loose-word", "one-of-the-directions"]
    assert (plan.totals[0].ours["hours"], plan.problems) == (Interval(32, 32), ())


def test_alternatives_that_share_a_cell_of_credits():
    plan = plan_with(
        ["公共基础课程", "必修", "高等数学A", 4, 64],
        ["公共基础课程", "必修", "高等数学B", None, None],
        ["公共基础课程", "必修", "体育", 2, 36],
        merges=("D3:D4", "E3:E4"),
    )

    assert groups(plan) == [("ALTERNATIVES", "高等数学A", 1, None, ("高等数学A", "高等数学B"))]
    assert [(each.rule, each.subject) for each in plan.guesses] == [
        ("one-cell-for-several-courses", "高等数学A、高等数学B")
    ]
    assert (sums(plan), plan.problems) == ((Interval(600, 600), Interval(100, 100)), ())


def test_credits_of_one_cell_with_hours_of_each_line_count_once():
    plan = plan_with(
        ["公共基础课程", "必修", "体育一", 4, 36], ["公共基础课程", "必修", "体育二", None, 36], merges=("D3:D4",)
    )

    assert (groups(plan), sums(plan)) == ([], (Interval(400, 400), Interval(72, 72)))
    assert [each.rule for each in plan.guesses] == ["credits-of-the-line-above"]


def test_a_subtotal_below_the_sum_of_electives_is_what_is_chosen():
    plan = plan_with(
        ["专业拓展课程", "选修", "甲", 2, 32],
        ["专业拓展课程", "选修", "乙", 2, 36],
        ["专业拓展课程", "选修", "丙", 2, 32],
        ["专业拓展课程", "小计", None, 4, 64],
        merges=("A3:A6",),
    )

    assert groups(plan) == [("CHOOSE_CREDITS", "专业拓展课程", None, 400, ())]
    assert [(each.rule, each.taken) for each in plan.guesses] == [("choice-by-subtotal", "4")]
    assert (sums(plan), plan.problems) == ((Interval(400, 400), Interval(64, 68)), ())


def test_the_tree_has_what_is_taken_of_each_module():
    plan = plan_with(["公共基础课程", "必修", "甲", 2, 32], ["专业核心课程", "必修", "乙", 3, None])
    tree = module_tree(plan)

    assert [(each.name, each.module, each.lines, each.taken["hours"]) for each in tree.parts] == [
        ("公共基础课程", "COMMON", (1,), Interval(32, 32)),
        ("专业核心课程", "CORE", (2,), Interval(0, None)),
    ]
    assert tree.taken["hours"] == Interval(32, None)


@pytest.mark.parametrize("seed", range(40))
def test_intervals_are_those_of_all_choices_tried_one_by_one(seed):
    chance = random.Random(seed)
    figures = [(chance.randint(1, 4) * 50, chance.randint(1, 9) * 4) for _ in range(chance.randint(3, 7))]
    lines = [
        PlanLine(PlanPlace(1), f"课{at}", nature="ELECTIVE", credits=points, hours=hours)
        for at, (points, hours) in enumerate(figures)
    ]
    stated = chance.randrange(max(points for points, _ in figures), sum(points for points, _ in figures), 10)
    choices = Choices(lines)
    assert choices.add_by_subtotal(range(len(lines)), stated, "选修", PlanPlace(1))
    sets = [
        chosen
        for size in range(len(figures) + 1)
        for chosen in itertools.combinations(figures, size)
        if sum(points for points, _ in chosen) == stated
    ]
    sums_of_hours = [sum(hours for _, hours in chosen) for chosen in sets]
    all_hours = sum(hours for _, hours in figures)
    expected = Interval(min(sums_of_hours), max(sums_of_hours)) if sets else Interval(0, all_hours)

    assert interval(choices.lines, choices.groups, hours_of) == expected
    if sets:
        assert interval(choices.lines, choices.groups, credits_of) == Interval(stated, stated)
