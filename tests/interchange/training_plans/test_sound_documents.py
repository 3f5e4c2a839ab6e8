"""Sound documents of the kinds that colleges publish raise no problem and begin no other plan."""

import pytest

from tests.interchange.training_plans.made_plans import plans_of, word

TITLE = "网页技术专业人才培养方案"
HEADING = ["课程类别", "课程性质", "课程名称", "学分", "总学时", "开课学期"]
COMMON = [
    ["公共基础课", "必修", "大学英语", 4, 64, 1],
    ["公共基础课", "必修", "体育", 2, 32, 1],
]
CHOSEN = [["公共基础课", "限选", each, 2, 32, 2] for each in ("音乐", "美术", "书法")]
SPECIAL = [["专业课", "必修", "网页开发", 6, 96, 3], *(["专业课", "选修", each, 3, 48, 4] for each in ("动画", "数据"))]


def remarks(plans, kind, rule):
    return [each for plan in plans for each in getattr(plan, kind) if each.rule == rule]


@pytest.mark.parametrize("choice", ["公共基础课（限选2门）", "公共基础课（任选2门）"])
def test_a_total_of_the_electives_of_a_module_is_compared_with_them_alone(choice):
    overview = [["课程类别", "学分", "学时"], ["公共基础课（必修）", 6, 96], [choice, 4, 64], ["专业课（必修）", 6, 96]]
    plans = plans_of(word(TITLE, [HEADING, *COMMON, *CHOSEN, *SPECIAL], "注：公共基础限选课3选2。", overview))

    assert remarks(plans, "problems", "sum-differs") == []


@pytest.mark.parametrize("heading", ["最低学分要求", "学分要求", "最低修读学分"])
def test_bounds_in_a_table_of_totals_are_no_sums(heading):
    overview = [
        ["课程类别", heading, "学时"],
        ["公共基础课", "≥6", 96],
        ["专业课", "不少于6学分", 192],
        ["合计", "≥12", 288],
    ]
    plans = plans_of(word(TITLE, [HEADING, *COMMON, *SPECIAL], overview))

    assert remarks(plans, "problems", "value-not-read") == []
    assert remarks(plans, "not_read", "column-not-known")


def test_a_module_that_states_its_own_split_says_nothing_more_of_its_choices():
    module = "公共基础课（14学分，其中思政课程4学分）"
    heading = [*HEADING, "备注"]
    courses = [
        [module, "必修", "思想道德", 4, 64, 1, ""],
        [module, "必修", "大学英语", 8, 128, 1, ""],
        [module, "限选", "音乐", 2, 32, 1, "二选一"],
        [module, "限选", "美术", 2, 32, 1, "二选一"],
    ]

    assert remarks(plans_of(word(TITLE, [heading, *courses])), "guesses", "choice-says-more") == []


@pytest.mark.parametrize("title", ["附表2 公共基础课及专业课教学进程表", "表1 公共课与专业课教学计划表"])
def test_a_table_of_several_modules_begins_no_other_plan(title):
    plans = plans_of(word(TITLE, "表1 公共基础课教学进程表", [HEADING, *COMMON], title, [HEADING, *SPECIAL]))

    assert [(each.head.major_name, len(each.lines)) for each in plans] == [("网页技术", 5)]


@pytest.mark.parametrize("cover", ["网页技术专业 202409", "网页技术202406"])
def test_year_and_month_on_a_cover_are_no_code(cover):
    (plan,) = plans_of(word(TITLE, cover, [HEADING, *COMMON]))

    assert plan.head.major_code is None


def test_titles_with_a_grade_that_do_not_say_major_begin_two_plans():
    first, second = "2024级网页技术课程教学计划表", "2024级数据标注课程教学计划表"
    plans = plans_of(word(first, [HEADING, *COMMON], second, [HEADING, *SPECIAL]))

    assert [each.head.major_name for each in plans] == ["网页技术", "数据标注"]


def test_a_pool_whose_list_is_elsewhere_is_not_another_table_of_the_same_sum():
    pool = ["公共选修", "任选", "公共选修课（见选修课目录）", 4, 64, None]
    other = [["专业拓展课", "必修", "甲", 2, 32, 1], ["专业拓展课", "必修", "乙", 2, 32, 2]]
    (plan,) = plans_of(word(TITLE, "表1 教学进程表", [HEADING, *COMMON, pool], "表2 专业拓展课程", [HEADING, *other]))

    assert [each.is_counted for each in plan.lines if "选修课目录" in each.name] == [True]


def test_lines_that_stand_for_a_table_of_their_module_are_left_out():
    pool = ["公共选修", "任选", "公共选修课（见表3）", 2, 32, None]
    listed = [["公共选修", "任选", each, 1, 16, 1] for each in ("素描", "合唱")]
    (plan,) = plans_of(
        word(TITLE, "表1 教学进程表", [HEADING, *COMMON, pool], "表3 公共选修课一览表", [HEADING, *listed])
    )

    assert [each.is_counted for each in plan.lines if "表3" in each.name] == [False]
