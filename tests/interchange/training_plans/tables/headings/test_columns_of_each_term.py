"""Terms with columns of their own for weekly hours, hours, credits and assessment; and short terms of a year."""

import pytest

from interchange.training_plans.tables.headings.plan_legends import note_legend
from tests.interchange.training_plans.made_plans import plan_of, rules, sheet_plan, word

TITLE = ("示例职业技术学院", "网页技术专业人才培养方案（2025级）", "专业代码：990001")
COURSES = [["课程名称", "学分", "总学时"], ["网页基础", 4, 64]]
MERGES = ("A2:A3", "B2:B3", "C2:F2", "G2:J2")
PARTS = ["周学时", "学时", "学分", "考核"]


def read(plan, *fields):
    return [(each.name, *(getattr(each, field) for field in fields)) for each in plan.lines]


def of_terms(*rows, parts=PARTS):
    heading = [["课程名称", "性质", "第一学期", None, None, None, "第二学期", None, None, None]]
    return sheet_plan(*heading, [None, None, *parts, *parts], *rows, merges=MERGES)


def test_weekly_hours_hours_credits_and_assessment_of_each_term_have_columns():
    plan = of_terms(
        ["甲", "必修", 4, 72, 4, "试", 2, 36, 2, "查"],
        ["乙", "必修", None, None, None, None, 2, 36, 2, "考试"],
        ["实训", "必修", "2周", 60, 2, "查", None, None, None, None],
        ["学期合计", None, 4, 132, 6, None, 4, 70, 4, None],
    )

    assert read(plan, "credits", "hours", "weekly_hours", "semester_hours", "assessment") == [
        ("甲", 600, 108, {"1": 400, "2": 200}, {"1": 72, "2": 36}, {"1": "EXAM", "2": "CHECK"}),
        ("乙", 200, 36, {"2": 200}, {"2": 36}, {"2": "EXAM"}),
        ("实训", 200, 60, {}, {"1": 60}, {"1": "CHECK"}),
    ]
    assert [each.duration_weeks for each in plan.lines] == [None, None, 200]
    # The hours of the second term are 72; those of the first, and the weekly hours, are right.
    assert [each.subject for each in plan.problems if each.rule == "sum-differs"] == ["学期合计 第2学期学时 70 ≠ 72"]
    assert "column-by-its-cells" not in rules(plan.guesses)


def test_an_assessment_of_a_term_that_no_one_explains_is_said():
    plan = of_terms(["甲", "必修", 4, 72, 4, "⊙", None, None, None, None])

    assert read(plan, "semesters", "assessment") == [("甲", (1,), {})]
    assert [(each.subject, each.place.column) for each in plan.problems] == [("⊙", 6)]


def test_theory_and_practice_of_a_term_still_make_its_hours():
    plan = sheet_plan(
        ["课程名称", "学分", "总学时", "第一学期", None, "第二学期", None],
        [None, None, None, "理论学时", "实践学时", "理论学时", "实践学时"],
        ["甲", 4, 72, 40, 32, None, None],
        ["乙", 2, 36, None, None, 20, 16],
        merges=("A2:A3", "B2:B3", "C2:C3", "D2:E2", "F2:G2"),
    )

    assert read(plan, "semester_hours", "weekly_hours") == [("甲", {"1": 72}, {}), ("乙", {"2": 36}, {})]


def test_one_column_of_assessments_for_all_terms_is_none_of_a_term():
    plan = sheet_plan(
        ["课程名称", "总学时", "考核方式", "周学时", None],
        [None, None, None, "一", "二"],
        ["甲", 72, "考试", 4, None],
        merges=("A2:A3", "B2:B3", "C2:C3", "D2:E2"),
    )

    assert read(plan, "weekly_hours", "assessment") == [("甲", {"1": 400}, {"*": "EXAM"})]


@pytest.mark.parametrize("names", [("夏Ⅰ", "夏Ⅱ"), ("夏1", "夏2"), ("夏一", "夏二")])
def test_short_terms_with_their_numbers_are_those_after_the_years(names):
    plan = sheet_plan(
        ["课程名称", "学分", "总学时", "1", "2", names[0], "3", "4", names[1]],
        ["甲", 2, 36, 2, None, None, None, None, None],
        ["实习", 2, 48, None, None, "2周", None, None, None],
        ["实训", 4, 96, None, None, None, None, None, "4周"],
    )

    assert read(plan, "semesters", "summer_terms", "duration_weeks") == [
        ("甲", (1,), (), None),
        ("实习", (), (2,), 200),
        ("实训", (), (4,), 400),
    ]
    assert plan.problems == ()


def test_a_column_called_summer_next_to_words_is_no_term():
    plan = sheet_plan(
        ["课程名称", "学分", "总学时", "1", "2", "夏令营"], ["甲", 2, 36, 2, None, "参加"], ["乙", 2, 36, None, 2, None]
    )

    assert all(each.summer_terms == () for each in plan.lines)
    assert [each.subject for each in (*plan.problems, *plan.not_read) if each.rule == "column-not-known"] == ["夏令营"]


def weeks_of(*rows):
    return plan_of(word(*TITLE, COURSES, [["学期", "课堂教学", "考试", "机动"], *rows]))


def test_weeks_go_on_below_a_short_term_and_below_a_row_of_no_known_term():
    plan = weeks_of(
        ["1", 16, 1, 1], ["2", 16, 1, 1], ["夏1", 2, 0, 0], ["3", 15, 1, 1], ["实践周", 3, 0, 0], ["4", 14, 1, 1]
    )

    assert [each.semester for each in plan.weeks] == [1, 2, 3, 4]
    assert [(each.rule, each.subject) for each in plan.not_read] == [
        ("summer-weeks-not-kept", "夏1 2 0 0"),
        ("row-not-read", "实践周 3 0 0"),
    ]


def test_a_table_below_that_of_weeks_ends_it():
    plan = weeks_of(["1", 16, 1, 1], ["2", 16, 1, 1], ["项目", "甲", "乙", "丙"], ["1", 3, 4, 5])

    assert [each.semester for each in plan.weeks] == [1, 2]


@pytest.mark.parametrize("of_term", ["该学期为", "本学期", ""])
def test_a_mark_says_how_a_course_ends_in_its_term(of_term):
    assert note_legend([f"注：“▲”表示{of_term}考试课，未标注的为考查课"]) == {"▲": "EXAM", "": "CHECK"}


def test_a_mark_of_another_meaning_in_a_term_says_nothing_of_its_end():
    assert note_legend(["注：“▲”表示该学期为实习，考试在期末"]) == {}
