"""A column of groups next to that of modules, and one of certificates."""

import pytest

from tests.interchange.training_plans.made_plans import plan_of, rules, sheet_plan, word

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


@pytest.mark.parametrize(
    ("title", "table"),
    [
        ("课证融通", [["课程名称", "对应证书", "学分"], ["甲", "示例电工（中级）", 3], ["乙", "示例网页（中级）", 2]]),
        ("学分认定", [["课程名称", "学分", "可考证书名称"], ["甲", 4, "示例电工（中级）"]]),
        ("实训分组", [["分组", "课程名称", "学时"], ["第1组", "甲", 30], ["第2组", "甲", 30]]),
    ],
)
def test_a_table_of_certificates_or_groups_of_courses_makes_no_courses(title, table):
    heading = ["课程类别", "课程性质", "课程名称", "学分", "学时"]
    courses = [heading, *(["专业核心课", "必修", each, 4, 64] for each in "甲乙")]

    for parts in ([courses, title, table], [title, table, courses]):
        plan = plan_of(word("网页技术专业人才培养方案", *parts))
        assert [(each.name, each.hours) for each in plan.lines] == [("甲", 64), ("乙", 64)]
        assert {"table-of-another-kind", "only-certificates-read"} & rules(plan.not_read)


@pytest.mark.parametrize("groups", [("2", "2", "4"), ("第1组", "第2组", "第1组")])
def test_groups_of_students_are_no_choice_and_are_named(groups):
    plan = sheet_plan(GROUPS, *(["专业课", group, name, 3, 48] for group, name in zip(groups, "甲乙丙", strict=True)))

    assert (plan.groups, [each.group for each in plan.lines]) == ((), [None] * 3)
    assert [each.subject for each in plan.not_read if each.rule == "column-not-known"] == ["分组"]
