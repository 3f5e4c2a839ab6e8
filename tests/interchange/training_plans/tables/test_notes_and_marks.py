"""What notes below a table say of its rows: which signs mark core courses, and how many courses are chosen."""

import pytest

from tests.interchange.training_plans.made_plans import sheet_plan

HEADING = ["序号", "课程名称", "学分", "总学时"]


def plan_with_notes(*notes, names=("甲", "乙", "丙", "丁"), numbers=range(1, 100)):
    rows = [[number, name, 2, 32] for number, name in zip(numbers, names, strict=False)]
    return sheet_plan(HEADING, *rows, *([each] for each in notes))


def names(plan):
    return [(each.name, each.module) for each in plan.lines]


@pytest.mark.parametrize("written", ["甲#", "甲（#）", "#甲", "甲＃"])
def test_a_note_explains_the_number_sign_as_the_mark_of_core_courses(written):
    plan = plan_with_notes("注：名称带“#”的为专业核心课程。", names=(written, "C#程序设计", "程序设计C#", "设计（C#）"))

    assert names(plan) == [("甲", "CORE"), ("C#程序设计", None), ("程序设计C#", None), ("设计（C#）", None)]
    assert "asterisk-after-a-name" not in {each.rule for each in plan.guesses}


@pytest.mark.parametrize("written", ["甲#", "甲（#）", "甲*"])
def test_a_sign_that_no_note_explains_stays_and_is_said(written):
    plan = plan_with_notes(names=(written, "程序设计C#"))

    assert [each.name for each in plan.lines] == [written, "程序设计C#"]
    assert [each.subject for each in plan.guesses if each.rule == "asterisk-after-a-name"] == [written]
