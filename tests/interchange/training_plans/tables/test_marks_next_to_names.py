"""Marks next to names that say how courses end, where the weekly hours under the terms have none."""

import pytest

from tests.interchange.training_plans.made_plans import sheet_plan

HEADING = ["序号", "课程名称", "学分", "总学时", "第1学期周学时", "第2学期周学时"]


def plan_with_note(note, *names, second=None):
    rows = [[at, name, 2, 32, 2, second] for at, name in enumerate(names, 1)]
    return sheet_plan(HEADING, *rows, [note])


def assessed(plan):
    """The kinds of assessment of each line, whatever terms it is of."""
    return [(each.name, {*each.assessment.values()}, each.remark) for each in plan.lines]


@pytest.mark.parametrize("sign", ["▲", "△", "★", "※", "*", "●"])
@pytest.mark.parametrize(
    "note",
    [
        "注：标{}的为考试课，其余为考查课",
        "注：{}为考试课，其余为考查课",
        "注：带{}的为考试课，其余为考查课；W表示周。",
        "注：{}为考试课程，未标注的为考查课程",
        "注：标{0}者为考试，未标{0}者为考查。",
        "注：未标{}者为考查",
        "注：不带“{0}”号的课程为考查课，带“{0}”号的课程为考试课",
        "注：{}考试，其余考查。",
        "注：考试课标{}，其余为考查课。",
        "注：考试课用{}标注，考查课不标注。",
        "注：标{0}者期末组织考试，未标{0}者期末组织考查。",
        "注：{}表示考试，其他：考查。",
    ],
)
def test_marked_courses_are_examined_and_the_rest_checked(note, sign):
    plan = plan_with_note(note.format(sign), f"甲{sign}", "乙", f"丙{sign}")

    assert assessed(plan) == [("甲", {"EXAM"}, None), ("乙", {"CHECK"}, None), ("丙", {"EXAM"}, None)]
    assert ([each.rule for each in plan.guesses if "sign" in each.rule], plan.problems) == ([], ())


@pytest.mark.parametrize("note", ["注：考查课标△，考试课标▲。", "注：▲考试，△考查。", "注：△为考查课；▲为考试课"])
def test_courses_of_both_kinds_have_their_marks(note):
    plan = plan_with_note(note, "甲▲", "△乙", "丙")

    assert assessed(plan) == [("甲", {"EXAM"}, None), ("乙", {"CHECK"}, None), ("丙", set(), None)]


def test_marked_courses_are_checked_where_the_rest_is_examined():
    plan = plan_with_note("注：带△的为考查课，其余为考试课", "甲△", "乙")

    assert assessed(plan) == [("甲", {"CHECK"}, None), ("乙", {"EXAM"}, None)]


# ---- what these notes do not say


def test_marks_of_weekly_hours_are_those_of_their_terms():
    plan = plan_with_note("注：标▲的学期为考试，其余为考查", "甲", "乙", second="4▲")

    assert [each.assessment for each in plan.lines] == [{"1": "CHECK", "2": "EXAM"}] * 2


def test_a_mark_in_a_cell_of_an_assessment_explains_none_next_to_names():
    rows = [[1, "甲*", 2, 32, "*考试"], [2, "乙", 2, 32, "考查"]]
    plan = sheet_plan(["序号", "课程名称", "学分", "总学时", "考核方式"], *rows)

    assert ("甲*", {"EXAM"}, None) in assessed(plan)


def test_examinations_of_the_rest_that_are_held_elsewhere_are_no_kind():
    plan = plan_with_note("注：▲为考试课，其余考试安排在期末。", "甲▲", "乙")

    assert assessed(plan) == [("甲", {"EXAM"}, None), ("乙", set(), None)]


def test_a_star_that_a_note_explains_as_an_examination_marks_no_core_course():
    brief, usual = (
        plan_with_note("注：★考试，其余考查。", "甲★", "乙"),
        plan_with_note("注：课程均须考核。", "甲★", "乙"),
    )

    assert [[each.module for each in plan.lines] for plan in (brief, usual)] == [[None, None], ["CORE", None]]


def test_a_footnote_within_the_last_brackets_of_a_name_leaves_both_brackets():
    plan = sheet_plan(
        ["课程名称", "学分", "总学时", "学期"],
        ["美育（大学美育①）", 2, 32, 1],
        ["化学（无机）②", 2, 32, 1],
        ["毕业实习（①）", 2, 32, 2],
    )

    assert [(each.name, each.remark) for each in plan.lines] == [
        ("美育（大学美育）", "①"),
        ("化学（无机）", "②"),
        ("毕业实习", "①"),
    ]
