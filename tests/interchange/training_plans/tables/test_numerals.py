"""Numbers in Chinese characters, wherever a document says how many are chosen."""

import pytest

from interchange.training_plans.choices.plan_quotas import quotas_of
from interchange.training_plans.tables.numerals import number_of
from tests.interchange.documents.made_workbooks import SheetOf, workbook
from tests.interchange.training_plans.made_plans import HEAD, plan_of

HEADING = ["课程类别", "课程性质", "课程名称", "学分", "总学时"]
NUMERALS = [
    "一",
    "二",
    "三",
    "四",
    "五",
    "六",
    "七",
    "八",
    "九",
    "十",
    "十一",
    "十二",
    "十三",
    "十四",
    "十五",
    "十六",
    "十七",
    "十八",
    "十九",
    "二十",
    "二十一",
    "二十二",
]


def plan_with(title, count, credits_of_each=2):
    """A plan whose one module has this title over this many courses."""
    courses = [[None, "选修", f"课程{each}", credits_of_each, 32] for each in NUMERALS[:count]]
    return plan_of(workbook(SheetOf("表", [*HEAD, HEADING, [title], *courses], ("A3:E3",))))


def test_each_number_to_ninety_nine():
    assert [number_of(each) for each in NUMERALS] == list(range(1, 23))
    texts = ("两", "三十", "九十九", "12", "7", "十十", "一二", "0", "", "百")
    assert [number_of(each) for each in texts] == [2, 30, 99, 12, 7, None, None, None, None, None]


@pytest.mark.parametrize(
    ("title", "count", "choose"),
    [
        ("专业选修课（十二选一）", 12, 1),
        ("专业选修课（十二选三）", 12, 3),
        ("专业选修课（十选二）", 10, 2),
        ("专业选修课（二十选十）", 20, 10),
        ("专业选修课（二十一选十二）", 21, 12),
        ("专业选修课（12选3）", 12, 3),
        ("专业选修课（任选十一门）", 15, 11),
    ],
)
def test_some_of_more_than_ten(title, count, choose):
    plan = plan_with(title, count)

    assert [(each.kind, each.choose, len(each.options)) for each in plan.groups] == [("CHOOSE_ONE", choose, count)]
    assert [each.rule for each in plan.problems if each.rule == "choice-of-another-number"] == []


@pytest.mark.parametrize(
    ("title", "stated"),
    [
        ("专业选修课（选八学分）", 800),
        ("专业选修课（至少选修十二学分）", 1200),
        ("专业选修课（须修满二十个学分）", 2000),
        ("专业选修课（最低十学分）", 1000),
    ],
)
def test_credits_in_characters_are_those_to_choose(title, stated):
    plan = plan_with(title, 12)

    assert [(each.kind, each.credits) for each in plan.groups] == [("CHOOSE_CREDITS", stated)]


def test_a_row_below_courses_states_credits_in_characters():
    courses = [["专业拓展课", "选修", f"课程{each}", 2, 32] for each in NUMERALS[:8]]
    rows = [*HEAD, HEADING, *courses, ["以上课程任选十学分"]]
    plan = plan_of(workbook(SheetOf("表", rows, ("A11:E11",))))

    assert [(each.kind, each.credits) for each in plan.groups] == [("CHOOSE_CREDITS", 1000)]


def test_a_remark_and_a_note_state_credits_in_characters():
    rows = [["专业拓展课", "选修", f"课程{each}", 2, 32, "至少选修六学分"] for each in NUMERALS[:8]]
    plan = plan_of(workbook(SheetOf("表", [*HEAD, [*HEADING, "备注"], *rows])))

    assert [(each.kind, each.credits) for each in plan.groups] == [("CHOOSE_CREDITS", 600)]
    assert [each.credits for each in quotas_of("公共选修课至少选修十二门，共十二学分")] == [1200]


def test_a_number_beyond_those_that_are_there_is_a_problem():
    assert "choice-of-another-number" in {each.rule for each in plan_with("专业选修课（十二选一）", 2).problems}
