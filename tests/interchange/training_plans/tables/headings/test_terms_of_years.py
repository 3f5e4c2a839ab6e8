"""Headings that name semesters within their years, by the calendar, or with what their columns have."""

import pytest

from tests.interchange.training_plans.made_plans import sheet_plan

HEADS = [
    ("大一上", "大一下", "大二上"),
    ("第一学年上学期", "第一学年下学期", "第二学年上学期"),
    ("一上", "一下", "二上"),
    ("1上", "1下", "2上"),
    ("一年级上", "一年级下", "二年级上"),
    ("大一（上）", "大一（下）", "大二（上）"),
    ("第1学年秋", "第1学年春", "第2学年秋"),
    ("一年级第一学期", "一年级第二学期", "二年级第一学期"),
    ("第一学年/1", "第一学年/2", "第二学年/3"),
    ("第一学期周学时", "第二学期周学时", "第三学期周学时"),
    ("2024秋", "2025春", "2025秋"),
    ("2024-2025-1", "2024-2025-2", "2025-2026-1"),
    ("2024-2025学年第一学期", "2024-2025学年第二学期", "2025-2026学年第一学期"),
]


@pytest.mark.parametrize("heads", HEADS, ids=lambda heads: heads[0])
def test_headings_name_semesters_within_their_years(heads):
    plan = sheet_plan(
        ["课程名称", "学分", "总学时", *heads],
        ["甲", 2, 32, 2, None, None],
        ["乙", 4, 64, None, 2, 2],
    )

    assert [(each.name, each.semesters, each.weekly_hours) for each in plan.lines] == [
        ("甲", (1,), {"1": 200}),
        ("乙", (2, 3), {"2": 200, "3": 200}),
    ]
    assert [each.rule for each in (*plan.problems, *plan.not_read)] == []


@pytest.mark.parametrize(
    ("heads", "weeks"),
    [
        (("第一学期\n16.75周", "第二学期\n17.5周"), {"1": 1_675, "2": 1_750}),
        (("1(16.75周)", "2(17.5周)"), {"1": 1_675, "2": 1_750}),
        (("第1学期16.75周", "第2学期17.5周"), {"1": 1_675, "2": 1_750}),
        (("一上(16.75周)", "一下17.5周"), {"1": 1_675, "2": 1_750}),
        (("1.1(16.75周)", "1.2(17.5周)"), {"1": 1_675, "2": 1_750}),
        # What has more decimals than weeks can have is no number of weeks.
        (("第一学期\n16.755", "第二学期\n17.5.1"), {}),
    ],
)
def test_weeks_of_headings_have_up_to_two_decimals(heads, weeks):
    plan = sheet_plan(["课程名称", "学分", "总学时", *heads], ["甲", 8, 137, 4, 4], ["乙", 4, 70, None, 4])

    assert plan.lines[0].semesters == (1, 2)
    assert plan.lines[0].weeks == weeks


def test_weeks_stand_below_or_behind_the_semester_of_a_year():
    for heads in (("一上\n16", "一下\n18", "二上\n/"), ("一上(16周)", "一下(18周)", "二上")):
        plan = sheet_plan(
            ["课程名称", "学分", "总学时", *heads], ["甲", 4, 68, 2, 2, None], ["乙", 2, 32, None, None, 2]
        )

        assert [(each.semesters, each.weeks) for each in plan.lines] == [((1, 2), {"1": 1_600, "2": 1_800}), ((3,), {})]
        assert plan.problems == ()
