"""A sentence next to a table states the totals of the whole plan: they are compared as a row of totals is."""

import pytest

from analysis.training_plans.training_plan import Interval
from tests.interchange.training_plans.made_plans import HEAD, plan_of, rules, sheet_plan, word

HEADING = ["课程类别", "课程性质", "课程名称", "学分", "总学时", "理论学时", "实践学时"]
ROWS = [["公共基础课程", "必修", "军事理论", 2, 36, 36, 0], ["专业核心课程", "必修", "网页开发", 6, 96, 40, 56]]
ALL = {"credits": 800, "hours": 132, "practiceHours": 56}


def both_ways(text):
    """The plan of a Word file and of a sheet with a sentence below the courses."""
    return plan_of(word(HEAD[0][0], [HEADING, *ROWS], text)), sheet_plan(HEADING, *ROWS, [text])


def stated(plan):
    return [(dict(each.stated), each.scope, each.lines) for each in plan.totals]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("总学分 8 学分，总学时 132 学时，其中实践 56 学时，占 42%。", ALL),
        ("本专业总学时为132学时，总学分为8学分，其中实践教学学时56学时。", ALL),
        ("注：1.课程总学时共计132，总学分8.0。", {"credits": 800, "hours": 132}),
        ("说明：本专业三年总学时132学时，其中理论教学76学时，占57.6%。", {"hours": 132, "theoryHours": 76}),
        ("总学分：8，总学时：132", {"credits": 800, "hours": 132}),
        ("总学分 8 学分，总学时 132 学时，其中实践 56 学时, 占 42%", ALL),
        ("本专业学制三年，总学分8，总学时132。", {"credits": 800, "hours": 132}),
        ("本专业共开设课程2门，总学时132学时。", {"hours": 132}),
        # What follows a module is of that alone.
        ("总学时132学时，其中公共基础课36学时，实践6学时。", {"hours": 132}),
    ],
)
def test_the_totals_of_a_sentence_are_compared_with_those_of_all_lines(text, figures):
    for plan in both_ways(text):
        assert stated(plan) == [(figures, None, (1, 2))]
        assert all(each.ours["hours"] == Interval(132, 132) for each in plan.totals)
        assert "sum-differs" not in rules(plan.problems)
        assert "row-not-read" not in rules(plan.not_read)


def test_a_figure_that_is_not_ours_is_named_at_its_sentence():
    for plan in both_ways("总学分 9 学分，总学时 132 学时。"):
        (problem,) = [each for each in plan.problems if each.rule == "sum-differs"]
        assert problem.subject.endswith("学分 9 ≠ 8")
        assert problem.place == plan.totals[0].place


@pytest.mark.parametrize(
    "text",
    [
        "总学时数不低于2500学时，实践教学占总学时的50%以上。",
        "三年制高职总学时一般为2600至2800学时，总学分140-150。",
        "公共基础课程总学时36学时，总学分2学分。",
        "学生须修满总学分146学分方可毕业。",
        "每学年教学时间40周，顶岗实习按每周26学时计算。",
        "实践性教学占总学时的53%。",
        "总学时" + "共计" * 120 + "甲",
        "公共基础课程共15门，总学时780学时，总学分42学分。",
        "岗位实习安排在第六学期，总学时480学时，总学分24学分。",
        "第一学年，总学时800学时。",
        "专业课程总学时96学时，总学分6学分。",
        "本课程总学时96学时，其中理论40学时，实践56学时。",
        "《网页开发》，总学时96学时。",
        "课程总学时96学时。",
    ],
)
def test_a_rule_and_what_a_part_has_are_no_totals_of_the_plan(text):
    for plan in both_ways(text):
        assert stated(plan) == []


def test_what_is_said_again_counts_once():
    plan = plan_of(word(HEAD[0][0], "总学分8学分。", [HEADING, *ROWS], "总学分8学分。"))

    assert stated(plan) == [({"credits": 800}, None, (1, 2))]
