"""A column of groups next to that of modules, and one of certificates."""

import pytest

from tests.interchange.training_plans.made_plans import rules, sheet_plan

GROUPS = ["课程模块", "分组", "课程名称", "学分", "总学时"]


def test_a_column_of_groups_parts_a_module():
    plan = sheet_plan(
        GROUPS,
        ["公共选修课程", "二选一", "甲", 2, 32],
        [None, None, "乙", 2, 32],
        [None, None, "丙", 2, 32],
        merges=["A3:A5", "B3:B4"],
    )

    (group,) = plan.groups
    assert [(each.name, each.group) for each in plan.lines] == [
        ("甲", group.number),
        ("乙", group.number),
        ("丙", None),
    ]
    assert plan.problems == ()


def test_a_group_that_reaches_over_fewer_courses_than_it_offers_goes_on():
    plan = sheet_plan(
        GROUPS,
        ["公共选修课程", "三选一", "甲", 2, 32],
        [None, None, "乙", 2, 32],
        [None, None, "丙", 2, 32],
        merges=["A3:A5", "B3:B4"],
    )

    assert {each.group for each in plan.lines} == {plan.groups[0].number}
    assert "module-from-the-row-above" in rules(plan.guesses)


@pytest.mark.parametrize("heading", ["对应证书", "考取证书", "对应职业技能等级证书"])
def test_a_column_of_certificates_is_a_remark(heading):
    plan = sheet_plan(["课程名称", "学分", "总学时", heading], ["甲", 2, 32, "网页设计（中级）"], ["乙", 2, 32, None])

    assert plan.lines[0].remark == "网页设计（中级）"
    assert "column-not-known" not in rules(plan.not_read)


def test_a_column_of_weeks_for_certificates_is_no_remark():
    plan = sheet_plan(["课程名称", "学分", "总学时", "考证安排"], ["甲", 2, 32, "第4学期"])

    assert "column-not-known" in rules(plan.not_read)
