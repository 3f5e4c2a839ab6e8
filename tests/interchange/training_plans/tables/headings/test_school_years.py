"""Columns of whole school years: in which of its semesters a course runs stays open, and no figure is lost in silence."""

import pytest

from tests.interchange.training_plans.made_plans import rules, sheet_plan

HEAD = ["课程名称", "学分", "总学时"]
YEARS = ["第一学年", "第二学年", "第三学年"]
ROWS = [
    ["语文", 4, 64, 64, None, None],
    ["程序设计", 8, 128, 64, 64, None],
    ["岗位实习", 24, 480, None, None, "40周"],
]
OPEN = [
    ("语文", 64, (), (1, 2), None),
    ("程序设计", 128, (), (1, 2, 3, 4), None),
    ("岗位实习", 480, (5, 6), (), 4_000),
]


def lines(plan):
    return [(each.name, each.hours, each.semesters, each.alternatives, each.duration_weeks) for each in plan.lines]


@pytest.mark.parametrize(
    "years",
    [
        YEARS,
        ["大一", "大二", "大三"],
        ["一年级", "二年级", "三年级"],
        ["2025-2026学年", "2026-2027学年", "2027-2028学年"],
        ["第一学年\n学时", "第二学年\n学时", "第三学年\n学时"],
    ],
    ids=lambda years: years[0],
)
def test_hours_of_a_year_leave_its_semesters_open_and_forty_weeks_take_both(years):
    plan = sheet_plan([*HEAD, *years], *ROWS)

    assert lines(plan) == OPEN
    assert [(each.subject, each.taken) for each in plan.guesses if each.rule == "semesters-of-a-school-year"] == [
        (years[0].replace("\n", "/"), "1、2"),
        (years[1].replace("\n", "/"), "3、4"),
        (years[2].replace("\n", "/"), "5、6"),
    ]
    assert (plan.problems, plan.not_read) == ((), ())


def test_a_year_may_follow_the_semesters_that_have_columns():
    rows = [["语文", 4, 64, 4, None, None, None, None], ["岗位实习", 24, 480, None, None, None, None, "40周"]]
    plan = sheet_plan([*HEAD, "一", "二", "三", "四", "第三学年"], *rows)

    assert [(each.name, each.semesters, each.duration_weeks) for each in plan.lines] == [
        ("语文", (1,), None),
        ("岗位实习", (5, 6), 4_000),
    ]
    assert plan.not_read == ()


def test_weeks_below_a_year_are_those_of_the_course():
    rows = [["金工实习", 2, 48, "2", None, None], ["岗位实习", 24, 480, None, None, "40"]]
    plan = sheet_plan(
        [*HEAD, "各学年周数", None, None],
        [None, None, None, *YEARS],
        *rows,
        merges=["D2:F2", "A2:A3", "B2:B3", "C2:C3"],
    )

    assert [(each.alternatives, each.semesters, each.duration_weeks) for each in plan.lines] == [
        ((1, 2), (), 200),
        ((), (5, 6), 4_000),
    ]


def test_without_a_column_of_hours_those_of_the_years_are_taken_and_said():
    rows = [["程序设计", "必修", 8, 64, 64, None], ["语文", "必修", 4, 64, None, None]]
    plan = sheet_plan(["课程名称", "课程性质", "学分", *YEARS], *rows)

    assert [each.hours for each in plan.lines] == [128, 64]
    assert "hours-of-terms" in rules(plan.guesses)


def test_weekly_hours_of_a_year_and_hours_that_do_not_add_up_are_problems():
    weekly = sheet_plan(
        [*HEAD, "各学年周学时", None, None],
        [None, None, None, *YEARS],
        *ROWS[:2],
        merges=["D2:F2", "A2:A3", "B2:B3", "C2:C3"],
    )
    other = sheet_plan([*HEAD, *YEARS], ["语文", 4, 64, 60, None, None], ["程序设计", 8, 128, 64, 64, None])

    assert [each.weekly_hours for each in weekly.lines] == [{}, {}]
    assert rules(weekly.problems) == {"weekly-hours-of-a-school-year"}
    assert [(each.rule, each.subject) for each in other.problems] == [("hours-of-terms-do-not-add-up", "60 ≠ 64")]


def test_a_cell_that_is_no_figure_is_a_problem():
    plan = sheet_plan([*HEAD, *YEARS], ["语文", 4, 64, "若干", None, None], *ROWS[1:])

    assert [(each.rule, each.subject) for each in plan.problems] == [("value-not-read", "若干")]


@pytest.mark.parametrize(
    ("heads", "below"),
    [
        # Each year has two columns, of which the second has no heading of its own.
        (["第一学年", None, "第二学年", None], None),
        # A year of which a semester has a column already.
        (["一", "二", "三", "第二学年"], None),
        # Years that do not go up.
        (["第二学年", "第一学年"], None),
    ],
    ids=["two columns each", "a semester of the year", "in no order"],
)
def test_other_columns_of_years_are_named_as_not_known(heads, below):
    figures = [2] * len(heads)
    plan = sheet_plan([*HEAD, *heads], ["语文", 4, 64, *figures], ["程序设计", 8, 128, *figures])

    assert all(each.alternatives == () for each in plan.lines)
    assert "column-not-known" in rules(plan.not_read)


def test_more_weeks_in_a_semester_than_it_has_are_doubted():
    rows = [["语文", 4, 64, 2, 2], ["岗位实习", 24, 480, "40周", None], ["毕业设计", 8, 160, None, "8周"]]
    plan = sheet_plan([*HEAD, "五", "六"], *rows)

    assert [(each.subject, each.taken) for each in plan.guesses if each.rule == "weeks-beyond-a-term"] == [
        ("岗位实习 40周", "5")
    ]


@pytest.mark.parametrize("above", ["各学年学分分配", "各学年教学周及学时安排", "各学年周平均学时", "学时与周数"])
def test_figures_of_years_whose_unit_the_heading_leaves_open_are_of_no_known_column(above):
    merges = ("A2:A3", "B2:B3", "C2:C3", "D2:F2")
    plan = sheet_plan([*HEAD, above, None, None], [None, None, None, *YEARS], *ROWS[:2], merges=merges)

    assert [(each.alternatives, each.duration_weeks) for each in plan.lines] == [((), None)] * 2
    assert "column-not-known" in rules(plan.problems)
    assert "hours-of-terms-do-not-add-up" not in rules(plan.problems)


@pytest.mark.parametrize("above", ["各学年学时分配", "开设学年", "学年安排（学时）"])
def test_a_heading_above_the_years_may_name_their_hours(above):
    merges = ("A2:A3", "B2:B3", "C2:C3", "D2:F2")
    plan = sheet_plan([*HEAD, above, None, None], [None, None, None, *YEARS], *ROWS, merges=merges)

    assert lines(plan) == OPEN
