"""What one cell says of several semesters: weekly hours or weeks in turn, and weeks with those of each semester."""

import pytest

from tests.interchange.training_plans.made_plans import plan_of, rules, sheet_plan, word

PLAIN = ["课程名称", "学分", "总学时", "周学时", "起止周", "开课学期"]
TERMS = ["课程名称", "学分", "总学时", "一", "二", "三", "四", "五", "六"]


def last_of(plan):
    return plan.lines[-1]


@pytest.mark.parametrize(
    ("hours", "weekly", "semesters", "found"),
    [
        (160, "4/4/2", "1-3", {"1": 400, "2": 400, "3": 200}),
        (96, "2/4", "4、5", {"4": 200, "5": 400}),
        # Four a week for eight weeks make the hours in both semesters: no turn.
        (64, "4/8", "4、5", {"4": 400, "5": 400}),
    ],
)
def test_weekly_hours_of_semesters_that_a_cell_states(hours, weekly, semesters, found):
    plan = sheet_plan(PLAIN, ["甲", 2, 32, 2, "1-16", "1"], ["乙", 6, hours, weekly, "1-16", semesters])

    assert dict(last_of(plan).weekly_hours) == found or set(last_of(plan).weekly_hours.values()) == {400}
    assert ("weekly-hours-in-turn" in rules(plan.guesses)) == (weekly != "4/8")


def test_as_many_weekly_hours_as_semesters_are_needed():
    plan = sheet_plan(PLAIN, ["甲", 2, 32, 2, "1-16", "1"], ["乙", 10, 160, "4/4/2", "1-16", "1-2"])

    assert dict(last_of(plan).weekly_hours) == {}
    assert "value-not-read" in rules(plan.problems)


def test_whole_weeks_in_turn_are_no_weekly_hours():
    plan = sheet_plan(PLAIN, ["甲", 2, 32, 2, "1-16", "1"], ["岗位实习", 14, 280, "4周+10周", None, "7、8"])

    assert (last_of(plan).duration_weeks, dict(last_of(plan).weeks)) == (1400, {"7": 400, "8": 1000})
    assert dict(last_of(plan).weekly_hours) == {}


PRODUCTS = ["课程名称", "学分", "总学时", "周学时×周数", "开课学期"]


@pytest.mark.parametrize(
    ("cell", "semesters", "weekly", "weeks", "duration"),
    [
        ("3×16；2×16", "2、3", {"2": 300, "3": 200}, {"2": 1600, "3": 1600}, None),
        ("3*16、2*16", "2-3", {"2": 300, "3": 200}, {"2": 1600, "3": 1600}, None),
        ("20周；14周", "5、6", {}, {"5": 2000, "6": 1400}, 3400),
    ],
)
def test_weekly_hours_and_weeks_of_each_semester_in_turn(cell, semesters, weekly, weeks, duration):
    plan = sheet_plan(PRODUCTS, ["甲", 4, 64, "4×16", "1"], ["乙", 5, 80, cell, semesters])

    read = last_of(plan)
    assert (dict(read.weekly_hours), dict(read.weeks), read.duration_weeks) == (weekly, weeks, duration)
    assert "value-not-read" not in rules(plan.problems)
    assert "weekly-hours-and-weeks-differ" not in rules(plan.guesses)


def test_weekly_hours_and_weeks_in_turn_that_make_other_hours_are_said():
    plan = sheet_plan(PRODUCTS, ["甲", 4, 64, "4×16", "1"], ["乙", 5, 90, "3×16；2×16", "2、3"])

    assert "weekly-hours-and-weeks-differ" in rules(plan.guesses)


@pytest.mark.parametrize("cell", ["3×16；2×16", "20周；14周", "3×16；2周"])
def test_more_parts_than_semesters_or_parts_of_two_kinds_are_not_read(cell):
    plan = sheet_plan(PRODUCTS, ["甲", 4, 64, "4×16", "1"], ["乙", 5, 80, cell, "2"])

    read = last_of(plan)
    assert (dict(read.weekly_hours), dict(read.weeks), read.duration_weeks) == ({}, {}, None)
    assert "value-not-read" in rules(plan.problems)


@pytest.mark.parametrize(
    ("cell", "semesters", "summers", "is_read"),
    [
        ("8（暑期）", (), (8,), True),
        ("第2学期暑假", (), (2,), True),
        ("7（暑期）", (), (), False),
        ("8（暑期培训）", (), (), False),
        ("8（含暑期）", (8,), (), True),
    ],
)
def test_the_holidays_after_a_year_are_its_summer_term(cell, semesters, summers, is_read):
    head = ["课程名称", "学分", "学时", "周数", "学期"]
    plan = sheet_plan(head, ["军训", 2, 48, 2, "1"], ["暑期运输实践", 4, 112, 4, cell])

    assert (last_of(plan).semesters, last_of(plan).summer_terms) == (semesters, summers)
    assert ("value-not-read" in rules(plan.problems)) is not is_read


def test_weekly_hours_through_the_weeks_of_each_semester_leave_nothing_to_doubt():
    plan = sheet_plan(
        PLAIN, ["体育", 4, 128, 2, "1-16", "1-4"], ["甲", 2, 32, 2, "1-16", "1"], ["乙", 2, 40, 2, "1-16", "1-2"]
    )

    assert [each.subject for each in plan.guesses if each.rule == "weekly-hours-and-weeks-differ"] == ["32 ≠ 40"]


@pytest.mark.parametrize(
    ("text", "weeks"),
    [
        ("24周（第五学期8周、第六学期16周）", {"5": 800, "6": 1600}),
        ("24（5学期8周，6学期16周）", {"5": 800, "6": 1600}),
    ],
)
def test_weeks_with_those_of_each_semester(text, weeks):
    below_terms = sheet_plan(
        TERMS, ["甲", 4, 64, 4], ["岗位实习", 24, 576, None, None, None, None, text, None], merges=["H4:I4"]
    )
    in_a_column = sheet_plan(["课程名称", "学分", "学时", "周数", "学期"], ["岗位实习", 24, 576, text, "5、6"])

    for plan in (below_terms, in_a_column):
        assert (last_of(plan).duration_weeks, dict(last_of(plan).weeks)) == (2400, weeks)
        assert last_of(plan).semesters == (5, 6)
        assert "value-not-read" not in rules(plan.problems)


@pytest.mark.parametrize(
    ("semester", "semesters", "weeks", "problems"),
    [
        (None, (5, 6), {"5": 800, "6": 1600}, []),
        ("5", (5,), {}, ["value-not-read"]),
    ],
)
def test_weeks_of_each_semester_say_the_semesters_where_no_other_cell_does(semester, semesters, weeks, problems):
    head = ["课程名称", "学分", "学时", "周数", "学期"]
    row = ["岗位实习", 24, 576, "24周（第五学期8周、第六学期16周）", semester]
    plan = sheet_plan(head, ["军训", 2, 48, "2周", "1"], row)

    read = last_of(plan)
    assert (read.duration_weeks, read.semesters, dict(read.weeks)) == (2400, semesters, weeks)
    assert [each.rule for each in plan.problems if each.rule == "value-not-read"] == problems


def test_weeks_that_do_not_make_their_sum_are_not_read():
    text = "24周（第五学期8周、第六学期18周）"
    plan = sheet_plan(["课程名称", "学分", "学时", "周数", "学期"], ["岗位实习", 24, 576, text, "5、6"])

    assert (last_of(plan).duration_weeks, dict(last_of(plan).weeks)) == (None, {})
    assert "value-not-read" in rules(plan.problems)


def test_hours_of_a_term_without_a_mark_end_as_the_note_says():
    rows = [
        TERMS[:5],
        ["甲", 4, 64, "4*", None],
        ["形势与政策", 1, 16, "8学时", "8学时"],
        ["军训", 2, 48, "2周", None],
    ]
    plan = plan_of(word("网页技术专业教学进程表", rows, "注：周学时后带“*”的学期为考试，其余为考查。"))

    ends = {each.name: dict(each.assessment) for each in plan.lines}
    assert ends == {"甲": {"1": "EXAM"}, "形势与政策": {"1": "CHECK", "2": "CHECK"}, "军训": {}}
    assert [each.subject for each in plan.guesses if each.rule == "weeks-without-a-mark"] == ["军训"]
