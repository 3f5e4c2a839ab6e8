"""Modules to choose from that the column of natures names, and choices that headings, remarks and totals state."""

from typing import Any

import pytest

from tests.interchange.training_plans.made_plans import rules, sheet_plan

HEADING: list[Any] = ["课程类别", "课程性质", "课程名称", "学分", "总学时", "1(16周)", "2(16周)", "考核", "备注"]
ROWS: list[list[Any]] = [
    ["专业核心课", "必修", "电路", 4, 64, 4, None, "考试"],
    ["专业拓展课", "储能模块（限选）", "储能入门", 2, 32, 2, None, "考查", "两个模块任选其一"],
    [None, None, "储能运维", 3, 48, None, 3, "考查"],
    [None, "光伏模块（限选）", "光伏入门", 2, 32, 2, None, "考查"],
    [None, None, "光伏运维", 3, 48, None, 3, "考查"],
    ["合计", None, None, 9, 144],
]
MERGES = ("A4:A7", "B4:B5", "B6:B7", "I4:I7", "A8:C8")


def test_one_of_the_modules_that_the_column_of_natures_names_is_taken():
    plan = sheet_plan(HEADING, *ROWS, merges=MERGES)

    names = ("储能模块", "光伏模块")
    assert [(each.kind, each.choose, each.options) for each in plan.groups] == [("CHOOSE_ONE", 1, names)]
    assert [each.option for each in plan.lines] == [None, names[0], names[0], names[1], names[1]]
    assert {each.nature for each in plan.lines[1:]} == {"RESTRICTED_ELECTIVE"}
    assert plan.problems == ()


def test_natures_that_name_no_module_are_no_parts_of_a_choice():
    rows = [[*each] for each in ROWS]
    rows[1][1], rows[3][1] = "限选", "任选"

    plan = sheet_plan(HEADING, *rows, merges=MERGES)

    assert {"限选", "任选"}.isdisjoint(option for each in plan.groups for option in each.options)


@pytest.mark.parametrize("heading", ["备注（对接证书等）", "备注说明（证书）", "备注"])
def test_what_brackets_behind_the_heading_of_remarks_say_does_not_hide_them(heading):
    rows = [
        ["专业拓展课", "限选", "储能入门", 2, 32, 2, None, "考查", "二选一"],
        ["专业拓展课", "限选", "光伏入门", 2, 32, 2, None, "考查", "二选一"],
        ["专业核心课", "必修", "电路", 4, 64, None, 4, "考试", "电工证"],
        ["合计", None, None, 6, 96],
    ]

    plan = sheet_plan([*HEADING[:-1], heading], *rows)

    assert [each.remark for each in plan.lines] == ["二选一", "二选一", "电工证"]
    assert [(each.choose, each.options) for each in plan.groups] == [(1, ("储能入门", "光伏入门"))]
    assert (plan.problems, "column-not-known" in rules(plan.not_read)) == ((), False)


LABEL_ROWS: list[list[Any]] = [
    ["专业核心课", "必修", "电路", 4, 64, 4, None, "考试"],
    ["专业拓展课", "限选", "电工", 2, 32, 2, None, "考查"],
    ["专业拓展课", "任选", "储能入门", 2, 32, 2, None, "考查"],
    ["专业拓展课", "任选", "光伏入门", 2, 32, 2, None, "考查"],
    ["专业拓展课", "任选", "风电入门", 2, 32, None, 2, "考查"],
]


@pytest.mark.parametrize("label", ["小计（任选课至少选修4学分）", "小计（任选课应修满4学分）"])
def test_the_label_of_a_total_says_how_many_credits_of_its_electives_are_chosen(label):
    plan = sheet_plan(HEADING, *LABEL_ROWS, [label, None, None, 10, 160], merges=("A8:C8",))

    assert [(each.kind, each.credits) for each in plan.groups] == [("CHOOSE_CREDITS", 400)]
    assert [each.name for each in plan.lines if each.group] == ["储能入门", "光伏入门", "风电入门"]
    assert plan.problems == ()
    assert ("choice-by-a-note", "4学分：储能入门、光伏入门、风电入门") in {
        (each.rule, each.taken) for each in plan.guesses
    }


@pytest.mark.parametrize("label", ["小计（含选修6学分）", "小计（任选课共6学分）", "小计（任选课至少选修6学分）"])
def test_a_label_that_asks_for_all_of_them_is_no_choice(label):
    plan = sheet_plan(HEADING, *LABEL_ROWS, [label, None, None, 12, 192], merges=("A8:C8",))

    assert (plan.groups, plan.problems) == ((), ())
