"""Cells of plans in all their forms: each is read, or is a problem and never a value."""

import pytest

from analysis.training_plans.training_plan import Interval
from tests.interchange.documents.made_workbooks import SheetOf, workbook
from tests.interchange.training_plans.made_plans import (
    EXPECTED,
    HEAD,
    core,
    doubts,
    flat_rows,
    plan_of,
)


def test_summer_terms_and_ten_semesters():
    labels = ["一", "二", "暑假", "三", "四", "暑假", "五", "六", "七", "八", "九", "十"]
    rows = [
        *HEAD,
        ["课程名称", "学分", "学时", *labels],
        ["社会实践", 2, 52, None, None, "1w", None, None, "1W"],
        ["岗位实习", 24, 600, *[None] * 10, "12周", "12周"],
    ]
    practice, placement = plan_of(workbook(SheetOf("表", rows))).lines

    assert (practice.semesters, practice.summer_terms, practice.weeks, practice.duration_weeks) == (
        (),
        (2, 4),
        {"2S": 100, "4S": 100},
        200,
    )
    assert (placement.semesters, placement.weeks, placement.duration_weeks) == ((9, 10), {"9": 1200, "10": 1200}, 2400)


def test_weeks_of_teaching_and_of_others_are_told_apart_and_said():
    rows = [
        *HEAD,
        ["课程名称", "学分", "学时", "周学时安排", None],
        [None, None, None, "一", "二"],
        [None, None, None, "14+2", "16+2"],
        ["甲", 2, 28, 2, None],
    ]
    plan = plan_of(workbook(SheetOf("表", rows, ("A2:A4", "B2:B4", "C2:C4", "D2:E2"))))

    assert plan.lines[0].weeks == {"1": 1400}
    assert [(each.rule, each.subject, each.taken) for each in plan.guesses] == [
        ("weeks-in-parts", "周学时安排/一/14+2", "14"),
        ("weeks-in-parts", "周学时安排/二/16+2", "16"),
        ("weeks-by-headings", "14、16", "课堂教学周数"),
    ]


def test_hours_of_terms_are_known_by_their_sums():
    rows = [*HEAD, ["课程名称", "学分", "学时", "1", "2"], ["甲", 4, 64, 32, 32], ["乙", 2, 32, None, 32]]
    plan = plan_of(workbook(SheetOf("表", rows)))

    assert [each.semester_hours for each in plan.lines] == [{"1": 32, "2": 32}, {"2": 32}]
    assert [each.weekly_hours for each in plan.lines] == [{}, {}]
    assert [(each.rule, each.taken) for each in plan.guesses] == [("figures-of-terms-by-sums", "HOURS")]


def test_cells_of_terms_in_all_their_forms():
    rows = [
        *HEAD,
        ["课程名称", "学分", "学时", "一（14周）", "二（18周）", "三"],
        ["甲", "（1）", "(16)", "☆", "讲座", None],
        ["乙", 3, 48, "2+1", "（2/16W）", None],
        ["丙", 2, 36, "4/期", "2×16", "√"],
        ["丁", 2, 36, "二节", None, None],
    ]
    plan = plan_of(workbook(SheetOf("表", rows)))
    first, second, third, fourth = plan.lines

    assert (first.is_counted, first.credits, first.semesters, first.remark) == (False, 100, (1, 2), "☆；讲座")
    assert (second.weekly_hours, second.weeks, second.alternatives, second.remark) == (
        {"1": 300},
        {"1": 1400},
        (2,),
        "2+1",
    )
    assert (third.weekly_hours, third.weeks, third.semesters, third.remark) == (
        {"2": 200},
        {"2": 1600},
        (1, 2, 3),
        "4/期",
    )
    assert (fourth.semesters, fourth.weekly_hours) == ((1,), {})
    assert [(each.rule, each.subject, each.place.row, each.place.column) for each in plan.problems] == [
        ("value-not-read", "二节", 6, 4)
    ]


def test_examinations_as_semesters_in_two_columns_and_by_words():
    rows = [
        *HEAD,
        ["课程名称", "学分", "学时", "考核方式", None],
        [None, None, None, "考试", "考查"],
        ["甲", 2, 32, "1、2", "3"],
        ["乙", 2, 32, None, "√"],
        ["丙", 1, 16, "*限选", None],
    ]
    plan = plan_of(workbook(SheetOf("表", rows, ("A2:A3", "B2:B3", "C2:C3", "D2:E2"))))

    assert [(each.assessment, each.semesters, each.remark) for each in plan.lines] == [
        ({"1": "EXAM", "2": "EXAM", "3": "CHECK"}, (1, 2, 3), None),
        ({"*": "CHECK"}, (), None),
        ({"*": "EXAM"}, (), "限选"),
    ]
    guesses = ["semesters-by-examination", "words-next-to-a-tick", "nature-from-a-remark"]
    assert [each.rule for each in plan.guesses] == [*guesses, "nature-not-stated", "semester-not-stated"]


def test_other_columns_prerequisites_departments_remarks_and_english_names():
    rows = [
        *HEAD,
        ["课程代码", "课程名称", "学分", "学时", "先修课程", "开课单位", "备注", "周学时", "思政点"],
        ["00012", "数据库\nDatabase Systems", 3, 48, "网页基础、程序设计", "信息学院", "机房", 4, "有"],
    ]
    plan = plan_of(workbook(SheetOf("表", rows)))
    (line,) = plan.lines

    assert (line.code, line.name, line.english_name, line.prerequisites) == (
        "00012",
        "数据库",
        "Database Systems",
        ("网页基础", "程序设计"),
    )
    assert (line.department, line.remark, line.weekly_hours) == ("信息学院", "机房", {"*": 400})
    assert [(each.rule, each.subject) for each in plan.not_read] == [("column-not-known", "思政点")]


@pytest.mark.parametrize(
    ("column", "value", "rule"),
    [
        (4, "三", "value-not-read"),
        (5, "约60", "value-not-read"),
        (5, "=VLOOKUP(A1,B1:B2,1)", "value-not-read"),
        (6, "15.5", "value-not-read"),
        (6, 20, "hours-do-not-add-up"),
        (8, "2026-03-12", "value-not-read"),
        (8, "春季", "value-not-read"),
        (3, "专题", "nature-not-known"),
    ],
)
def test_a_cell_in_no_known_form_is_a_problem_and_never_a_value(column, value, rule):
    rows = flat_rows()
    rows[2][column] = value
    plan = plan_of(workbook(SheetOf("课程", rows)))

    assert [(each.rule, each.place.row) for each in plan.problems] == [(rule, 3)]
    assert core(plan)[1:] == EXPECTED[1:]


def test_one_cell_over_several_terms_is_said():
    rows = [
        *HEAD,
        ["课程名称", "学分", "学时", "一", "二", "三"],
        ["甲", 1, 24, 8, None, None],
        ["乙", 2, 32, "2/16W", None, None],
    ]
    lecture, course = plan_of(workbook(SheetOf("表", rows, ("D3:F3",)))).lines
    plan = plan_of(workbook(SheetOf("表", rows, ("D3:F3",))))

    assert (lecture.semesters, lecture.weekly_hours, course.semesters) == ((1, 2, 3), {"1": 800}, (1,))
    assert [(each.rule, each.taken) for each in plan.guesses if each.rule.startswith("one-cell")] == [
        ("one-cell-over-several-terms", "2"),
        ("one-cell-over-several-terms", "3"),
    ]


def test_rows_of_shares_and_counts_are_no_courses():
    rows = [*flat_rows(), ["学时比例", None, None, None, "100%"], [None, "考试门数", None, None, 3]]
    plan = plan_of(workbook(SheetOf("课程", rows)))

    assert (core(plan), [(each.rule, each.subject) for each in plan.not_read]) == (
        EXPECTED,
        [("row-not-read", "学时比例 100%"), ("row-not-read", "考试门数 3")],
    )


def test_a_course_whose_name_has_the_word_of_a_total_is_one_where_it_has_a_code():
    rows = [*HEAD, ["课程代码", "课程名称", "学分", "总学时"], ["B0101", "成本合计实务", 2, 32], [None, "合计", 2, 32]]
    plan = plan_of(workbook(SheetOf("表", rows)))

    assert ([each.name for each in plan.lines], [each.label for each in plan.totals]) == (["成本合计实务"], ["合计"])


def test_credits_and_hours_in_one_column_and_hours_with_their_weeks():
    rows = [*HEAD, ["课程名称", "学分/学时", "考核", "周数"], ["甲", "3/48", "考试", None], ["乙", "3-48", "考查", 2]]
    both = plan_of(workbook(SheetOf("表", rows)))
    hours = [*HEAD, ["课程名称", "学时/学分", "考核"], ["甲", "48/3", "考试"]]
    swapped = plan_of(workbook(SheetOf("表", hours)))
    weeks = [*HEAD, ["课程名称", "学分", "总学时"], ["甲", 10, "260（10周）"], ["乙", 2, "2周/52"]]
    together = plan_of(workbook(SheetOf("表", weeks)))

    assert [(each.credits, each.hours) for each in both.lines] == [(300, 48), (None, None)]
    assert [(each.rule, each.subject) for each in both.problems] == [("value-not-read", "3-48")]
    assert [(each.credits, each.hours) for each in swapped.lines] == [(300, 48)]
    assert [(each.hours, each.duration_weeks) for each in together.lines] == [(260, 1000), (52, 200)]


def test_a_word_under_hours_that_is_not_known_is_not_all_hours():
    rows = [
        *HEAD,
        ["课程名称", "学分", "学时", None, None, None],
        [None, None, "线上", "总", "理", "实"],
        ["甲", 2, 8, 32, 20, 12],
    ]
    plan = plan_of(workbook(SheetOf("表", rows, ("A2:A3", "B2:B3", "C2:F2"))))

    assert [(each.hours, each.theory_hours, each.practice_hours) for each in plan.lines] == [(32, 20, 12)]
    assert plan.problems == ()
    assert [(each.rule, each.subject) for each in plan.not_read] == [("column-not-known", "学时线上")]


def test_totals_by_nature_are_compared_with_lines_of_that_nature():
    rows = [
        *flat_rows(),
        [None, "必修课合计", None, None, 14.5, 236],
        [None, "选修课合计", None, None, 1, 16],
        [None, "总学分", None, None, 15.5, 252],
    ]
    plan = plan_of(workbook(SheetOf("课程", rows)))

    assert (doubts(plan), [(each.label, each.ours["hours"]) for each in plan.totals]) == (
        ([], []),
        [("必修课合计", Interval(236, 236)), ("选修课合计", Interval(16, 16)), ("总学分", Interval(252, 252))],
    )


def test_several_numbers_in_one_cell_are_not_put_together():
    rows = [*HEAD, ["课程名称", "学分", "总学时", "一", "二"], ["甲\n乙", "4\n3", "64\n48", "2\n4", "2/\n16W"]]
    (line,) = plan_of(workbook(SheetOf("表", rows))).lines
    plan = plan_of(workbook(SheetOf("表", rows)))

    assert (line.credits, line.hours, line.weekly_hours, line.semesters) == (None, None, {"2": 200}, (1, 2))
    assert [(each.rule, each.subject) for each in plan.problems][:3] == [
        ("several-values-in-one-cell", "64 48"),
        ("several-values-in-one-cell", "4 3"),
        ("several-values-in-one-cell", "24"),
    ]


def test_fewer_hours_than_credits_are_asked():
    rows = [*HEAD, ["课程名称", "学分", "总学时"], ["甲", 32, 2]]

    assert [(each.rule, each.subject) for each in plan_of(workbook(SheetOf("表", rows))).problems] == [
        ("hours-below-credits", "2 < 32")
    ]


def test_sixteen_times_four_is_said_to_be_read_as_weeks_and_weekly_hours():
    rows = [*HEAD, ["课程名称", "学分", "学时", "学期", "周学时"], ["甲", 4, 64, 1, "16×4"], ["乙", 4, 64, 1, "4×16"]]
    plan = plan_of(workbook(SheetOf("表", rows)))

    assert [(each.weekly_hours, each.weeks) for each in plan.lines] == [({"*": 400}, {"1": 1600})] * 2
    assert [(each.rule, each.taken) for each in plan.guesses] == [("weeks-before-weekly-hours", "16周×4")]


def weeks_of_practice(above, *courses):
    heading = ["实践教学环节", "周数", "学分", "学时", above, None, None]
    rows = [*HEAD, heading, [None, None, None, None, "一", "二", "三"], *courses]
    return plan_of(workbook(SheetOf("表", rows, ("A2:A3", "B2:B3", "C2:C3", "D2:D3", "E2:G2"))))


def test_figures_under_a_heading_of_weeks_that_make_the_weeks_of_each_course_are_weeks():
    courses = (["入学教育", 1, 1, 24, 1, None, None], ["跟岗实习", 6, 6, 144, None, 2, 4])

    plan = weeks_of_practice("各学期周数安排", *courses, ["合计", 7, 7, 168, 1, 2, 4])

    assert [each.weekly_hours for each in plan.lines] == [{}, {}]
    assert [(each.semesters, each.duration_weeks) for each in plan.lines] == [((1,), 100), ((2, 3), 600)]
    assert [each.weeks for each in plan.lines] == [{"1": 100}, {"2": 200, "3": 400}]
    assert (plan.guesses, plan.problems) == ((), ())


@pytest.mark.parametrize(("above", "weeks"), [("各学期周数安排", 5), ("各学期安排", 6)])
def test_figures_that_the_heading_or_the_weeks_do_not_make_weeks_are_weekly_hours_and_said(above, weeks):
    plan = weeks_of_practice(above, ["入学教育", 1, 1, 24, 1, None, None], ["跟岗实习", weeks, 6, 144, None, 2, 4])

    assert plan.lines[1].weekly_hours == {"2": 200, "3": 400}
    assert ("figures-of-terms-by-sums", "WEEKLY") in {(each.rule, each.taken) for each in plan.guesses}
