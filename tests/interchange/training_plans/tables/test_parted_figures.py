"""Credits and hours that stand in several columns: by terms, by nature, or by the place of the teaching."""

import pytest

from tests.interchange.training_plans.made_plans import rules, sheet_plan


def read(plan, *fields):
    return [(each.name, *(getattr(each, field) for field in fields)) for each in plan.lines]


# ---- hours and credits of each term


def test_hours_and_credits_have_a_column_each_in_each_term():
    plan = sheet_plan(
        ["课程名称", "学分", "总学时", "第一学期", None, "第二学期", None],
        [None, None, None, "学时", "学分", "学时", "学分"],
        ["甲", 2, 32, 32, 2, None, None],
        ["乙", 4, 64, 32, 2, 32, 2],
        ["丙", 4, 64, None, None, 64, 3],
        ["小计", 10, 160, 64, 4, 96, 5],
        merges=("A2:A3", "B2:B3", "C2:C3", "D2:E2", "F2:G2"),
    )

    assert read(plan, "credits", "hours", "semesters", "semester_hours") == [
        ("甲", 200, 32, (1,), {"1": 32}),
        ("乙", 400, 64, (1, 2), {"1": 32, "2": 32}),
        ("丙", 400, 64, (2,), {"2": 64}),
    ]
    assert [(each.rule, each.subject) for each in plan.guesses if "credits" in each.rule] == [
        ("credits-of-terms-differ", "3 ≠ 4")
    ]
    assert plan.totals[0].stated["termCredits.2"] == 500
    assert plan.problems == ()


def test_credits_and_hours_of_terms_are_added_where_no_column_has_them_all():
    for rows, merges in (
        (
            [["课程名称", "第一学期", None, "第二学期", None], [None, "学时", "学分", "学时", "学分"]],
            ("A2:A3", "B2:C2", "D2:E2"),
        ),
        ([["课程名称", "第一学期学时", "第一学期学分", "第二学期学时", "第二学期学分"]], ()),
    ):
        plan = sheet_plan(*rows, ["甲", 32, 2, None, None], ["乙", 32, 2, 48, 3], merges=merges)

        assert read(plan, "credits", "hours", "semesters") == [("甲", 200, 32, (1,)), ("乙", 500, 80, (1, 2))]
        assert {"credits-of-terms", "hours-of-terms"} <= rules(plan.guesses)
        assert plan.problems == ()


# ---- by nature and by place

BY_PLACE = (
    ["课程名称", "学分", "学时", None, "周学时", "开课学期"],
    [None, None, "校内", "企业", None, None],
)
OVER_TWO_ROWS = ("A2:A3", "B2:B3", "C2:D2", "E2:E3", "F2:F3")


def test_weekly_hours_and_weeks_are_held_against_the_hours_of_all_columns():
    plan = sheet_plan(
        *BY_PLACE,
        ["甲", 4, 48, 16, "4*16", 1],
        ["乙", 2, None, 32, "2*16", 1],
        ["丙", 4, 64, 16, "4*16", 1],
        merges=OVER_TWO_ROWS,
    )

    assert read(plan, "hours") == [("甲", 64), ("乙", 32), ("丙", 80)]
    assert [each.subject for each in plan.guesses if each.rule == "weekly-hours-and-weeks-differ"] == ["64 ≠ 80"]


def test_whether_a_pair_is_weekly_hours_in_turn_is_judged_by_the_hours_of_all_columns():
    plan = sheet_plan(
        ["课程名称", "学分", "学时", None, "周学时", "第一学期", "第二学期"],
        [None, None, "校内", "企业", None, None, None],
        ["甲", 2, 16, 16, "4/8", "√", "√"],
        ["乙", 6, 8, 88, "4/2", "√", "√"],
        merges=(*OVER_TWO_ROWS, "G2:G3"),
    )

    assert read(plan, "hours", "weekly_hours") == [("甲", 32, {"*": 400}), ("乙", 96, {"1": 400, "2": 200})]


def test_credits_over_two_courses_are_of_the_first_where_each_has_hours_in_some_column():
    plan = sheet_plan(
        *BY_PLACE,
        ["甲", 4, None, 32, None, 1],
        ["乙", None, None, 32, None, 1],
        merges=(*OVER_TWO_ROWS, "B4:B5"),
    )

    assert read(plan, "credits", "hours") == [("甲", 400, 32), ("乙", 0, 32)]


def test_hours_of_each_nature_say_the_nature_of_a_course():
    for rows, merges in (
        ([["课程名称", "学分", "学时", None], [None, None, "必修", "选修"]], ("A2:A3", "B2:B3", "C2:D2")),
        ([["课程名称", "学分", "必修学时", "选修学时"]], ()),
    ):
        plan = sheet_plan(*rows, ["甲", 2, 32, None], ["乙", 4, None, 64], ["合计", 6, 32, 64], merges=merges)

        assert read(plan, "hours", "nature") == [("甲", 32, "REQUIRED"), ("乙", 64, "ELECTIVE")]
        assert plan.totals[0].stated["hours"] == 96
        assert plan.problems == ()


def test_next_to_a_column_of_all_hours_those_of_a_nature_say_only_that_nature():
    plan = sheet_plan(
        ["课程名称", "学分", "学时", None, None],
        [None, None, "必修", "选修", "合计"],
        ["甲", 2, 32, None, 32],
        ["乙", 4, None, 64, 64],
        merges=("A2:A3", "B2:B3", "C2:E2"),
    )

    assert read(plan, "hours", "nature") == [("甲", 32, "REQUIRED"), ("乙", 64, "ELECTIVE")]
    assert plan.problems == ()


def test_hours_at_each_place_make_the_hours_of_a_course():
    for rows, merges in (
        ([["课程名称", "学分", "学时", None], [None, None, "校内", "企业"]], ("A2:A3", "B2:B3", "C2:D2")),
        ([["课程名称", "学分", "校内学时", "企业学时"]], ()),
    ):
        plan = sheet_plan(*rows, ["甲", 2, 32, None], ["乙", 4, 24, 40], merges=merges)

        assert read(plan, "hours") == [("甲", 32), ("乙", 64)]
        assert plan.problems == ()


def test_hours_at_places_next_to_all_hours_are_named_and_not_added():
    plan = sheet_plan(
        ["课程名称", "学分", "总学时", "校内学时", "企业学时"], ["甲", 2, 32, 32, None], ["乙", 4, 64, 24, 40]
    )

    assert read(plan, "hours") == [("甲", 32), ("乙", 64)]
    assert [(each.rule, each.subject) for each in plan.not_read] == [
        ("column-not-known", "校内学时"),
        ("column-not-known", "企业学时"),
    ]


def test_hours_at_one_place_next_to_theory_and_practice_are_not_the_hours():
    plan = sheet_plan(
        ["课程名称", "学分", "学时", None, None],
        [None, None, "理论", "实践", "线上"],
        ["甲", 2, 16, 16, 8],
        merges=("A2:A3", "B2:B3", "C2:E2"),
    )

    assert read(plan, "hours", "theory_hours", "practice_hours") == [("甲", None, 16, 16)]
    assert [(each.rule, each.subject) for each in plan.problems if "column" in each.rule] == [
        ("column-not-known", "学时线上")
    ]


# ---- what a remark alone says


def test_a_remark_alone_says_the_semesters_the_weeks_or_the_credits():
    plan = sheet_plan(
        ["课程名称", "学分", "总学时", "备注"],
        ["甲", 2, 32, "第3学期开设"],
        ["乙", 1, 112, "2周"],
        ["丙", None, 32, "3学分"],
        ["丁", 2, 32, "大二下"],
        ["戊", 2, 32, "第2-4学期开设，讲座"],
        ["己", 2, 32, "专家授课"],
    )

    assert read(plan, "semesters", "duration_weeks", "credits") == [
        ("甲", (3,), None, 200),
        ("乙", (), 200, 100),
        ("丙", (), None, 300),
        ("丁", (4,), None, 200),
        ("戊", (2, 3, 4), None, 200),
        ("己", (), None, 200),
    ]
    said = [(each.rule, each.subject) for each in plan.guesses if each.rule.endswith("a-remark")]
    assert said == [
        ("semesters-from-a-remark", "第3学期开设"),
        ("weeks-from-a-remark", "2周"),
        ("credits-from-a-remark", "3学分"),
        ("semesters-from-a-remark", "大二下"),
        ("semesters-from-a-remark", "第2-4学期开设"),
    ]
    assert "己" in next(each.taken for each in plan.guesses if each.rule == "semester-not-stated")
    assert [each.remark for each in plan.lines][:2] == ["第3学期开设", "2周"]


@pytest.mark.parametrize(
    ("remark", "weeks", "by_term"),
    [
        ("24周（6周+18周）", 2400, {"5": 600, "6": 1800}),
        ("24周（6周、18周）", 2400, {"5": 600, "6": 1800}),
        ("24周（6周+12周+6周）", 2400, {}),
        ("24周（6周+16周）", None, {}),
        ("24周（含6周）", None, {}),
    ],
)
def test_weeks_with_their_parts_in_a_remark(remark, weeks, by_term):
    plan = sheet_plan(["课程名称", "学分", "总学时", "学期", "备注"], ["岗位实习", 24, 624, "5、6", remark])

    assert (plan.lines[0].duration_weeks, dict(plan.lines[0].weeks)) == (weeks, by_term)
    assert ("weeks-from-a-remark" in rules(plan.guesses)) is (weeks is not None)


def test_a_column_counts_more_than_what_a_remark_says():
    plan = sheet_plan(["课程名称", "学分", "总学时", "学期", "备注"], ["甲", 2, 32, 1, "第3学期开设"])

    assert read(plan, "semesters") == [("甲", (1,))]


def test_a_cell_over_both_columns_of_hours_counts_once():
    plan = sheet_plan(
        ["课程名称", "学分", "学时", None, "开课学期"],
        [None, None, "校内", "企业", None],
        ["网页基础", 2, 16, 16, 1],
        ["网页开发", 2, 32, None, 1],
        ["合计", 4, 64, None, None],
        merges=("A2:A3", "B2:B3", "C2:D2", "E2:E3", "C5:D5", "C6:D6"),
    )

    assert [each.hours for each in plan.lines] == [32, 32]
    assert [dict(each.stated) for each in plan.totals] == [{"credits": 400, "hours": 64}]
    assert "sum-differs" not in rules(plan.problems)
