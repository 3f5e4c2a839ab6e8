"""Footnotes in cells, weeks apart from classes, odd words for totals, and titles that name a semester."""

import pytest

from tests.interchange.training_plans.made_plans import HEAD, plan_of, rules, sheet_plan, word

HEADING = ["课程名称", "学分", "总学时", "学期"]


def test_a_footnote_behind_a_figure_is_no_digit_of_it():
    plan = sheet_plan(
        HEADING, ["甲①", 2, "32②", 1], ["乙[1]", "2¹", "48³", 2], ["丙（注1）", 2, "32", 2], ["大学英语（1）", 2, 32, 1]
    )

    assert [(each.name, each.credits, each.hours, each.remark) for each in plan.lines] == [
        ("甲", 200, 32, "①；②"),
        ("乙", 200, 48, "[1]；³；¹"),
        ("丙", 200, 32, "（注1）"),
        ("大学英语（1）", 200, 32, None),
    ]
    assert [each.subject for each in plan.guesses if each.rule == "signs-next-to-a-name"] == [
        "甲①",
        "乙[1]",
        "丙（注1）",
    ]


def test_a_footnote_stands_behind_weekly_hours():
    plan = sheet_plan(["课程名称", "学分", "总学时", "一", "二"], ["甲", 4, 64, "4①", None], ["乙", 4, 64, None, "4²"])

    assert [(each.weekly_hours, each.remark) for each in plan.lines] == [({"1": 400}, "①"), ({"2": 400}, "²")]


def test_weeks_may_lie_apart_from_classes():
    plan = sheet_plan(
        ["课程名称", "学分", "总学时", "一", "二"],
        ["甲", 2, 48, None, "2周（分散）"],
        ["乙", 2, 48, "寒假2周", None],
        ["丙", 20, 480, None, "实习"],
        ["丁", 2, 32, 2, None],
    )

    assert [(each.semesters, each.duration_weeks, each.remark) for each in plan.lines] == [
        ((2,), 200, "2周(分散)"),
        ((1,), 200, "寒假2周"),
        ((2,), None, "实习"),
        ((1,), None, None),
    ]
    assert "value-not-read" not in rules(plan.problems)


def test_hours_that_a_term_alone_states_are_compared_with_those_of_the_course():
    plan = sheet_plan(
        ["课程名称", "学分", "总学时", "一", "二"], ["甲", 2, 32, "2学时", None], ["乙", 1, 16, "8学时", "8学时"]
    )

    assert [each.subject for each in plan.problems if each.rule == "hours-of-terms-do-not-add-up"] == ["2 ≠ 32"]


def test_a_course_with_a_number_or_a_semester_may_end_as_totals_do():
    plan = sheet_plan(
        ["序号", "课程名称", "学分", "总学时", "开课学期"],
        [1, "向量之和", 2, 32, 1],
        [2, "装配工艺总和", 3, 48, None],
        [None, "艺术的总和", 1, 16, "第2学期"],
        [None, "各门课程之和", 6, 96, None],
        ["以上总和", None, 6, 96, None],
    )

    assert [each.name for each in plan.lines] == ["向量之和", "装配工艺总和", "艺术的总和"]
    assert [each.label for each in plan.totals] == ["各门课程之和", "以上总和"]
    assert plan.problems == ()


def test_totals_have_odd_words():
    words = ("公共课学分学时之和", "本模块应修", "全部课程", "毕业要求学分", "Total")
    plan = sheet_plan(
        ["课程类别", "课程名称", "学分", "总学时"],
        ["公共基础课", "甲", 2, 32],
        ["公共基础课", "乙", 3, 48],
        *([each, None, 5, 80] for each in words),
        ["平均", None, 2.5, 40],
    )

    assert [each.name for each in plan.lines] == ["甲", "乙"]
    assert {each.label for each in plan.totals} == {*words}
    assert [each.rule for each in plan.not_read] == ["row-not-read"]


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        (("理论", "实践", "合计"), 32),
        (("讲授学时", "实训学时", "课内总学时"), 32),
        (("理论", "实践", "学时/周数"), 32),
    ],
)
def test_all_hours_have_a_heading_of_their_own(headings, expected):
    plan = sheet_plan(["课程名称", "学分", *headings, "第几学期"], ["甲", 2, 16, 16, 32, 1], ["乙", 2, 30, 2, 32, 2])

    assert [(each.hours, each.semesters) for each in plan.lines] == [(expected, (1,)), (expected, (2,))]
    assert plan.problems == ()


def test_hours_or_weeks_stand_in_one_column():
    plan = sheet_plan(
        ["课程名称", "学分", "学时/周数", "学期"], ["甲", 2, 32, 1], ["乙", 2, "2周", 2], ["丙", 20, "20周/480学时", 6]
    )

    assert [(each.hours, each.duration_weeks) for each in plan.lines] == [(32, None), (None, 200), (480, 2_000)]
    assert plan.problems == ()


def test_a_row_of_weeks_stands_below_the_heading():
    plan = sheet_plan(
        ["课程名称", "学分", "总学时", "一", "二", "三"],
        ["教学周数", None, None, 15, 18, 18],
        ["甲", 2, 30, 2, None, None],
        ["乙", 2, 36, None, 2, None],
    )

    assert [(each.name, each.weeks) for each in plan.lines] == [("甲", {"1": 1_500}), ("乙", {"2": 1_800})]


def test_captions_of_tables_name_semesters_and_no_major():
    plan = plan_of(
        word(
            HEAD[0][0],
            "表1 第一学年第一学期教学进程表",
            [["课程名称", "学分", "学时"], ["甲", 2, 32]],
            "表2 第一学年第二学期教学进程表",
            [["课程名称", "学分", "学时"], ["乙", 2, 32]],
            "2026-2027学年第1学期",
            [["课程名称", "学分", "学时"], ["丙", 2, 32]],
        )
    )

    assert plan.head.major_name == "网页技术"
    assert [(each.name, each.semesters) for each in plan.lines] == [("甲", (1,)), ("乙", (2,)), ("丙", (3,))]


def test_a_title_in_the_table_names_a_semester_by_its_academic_year():
    heading = ["课程名称", "学分", "学时"]
    first, second = ["2025-2026学年第1学期", "", ""], ["2025-2026学年第2学期", "", ""]
    rows = [heading, first, ["甲", 2, 32], second, ["乙", 2, 32]]
    plan = sheet_plan(*rows, merges=("A3:C3", "A5:C5"))
    without_year = plan_of(word("网页技术专业教学进程表", rows))

    assert [(each.name, each.semesters) for each in plan.lines] == [("甲", (1,)), ("乙", (2,))]
    assert [each.semesters for each in without_year.lines] == [(), ()]


def test_columns_have_names_that_few_colleges_give_them():
    plan = sheet_plan(
        ["课程（项目）", "所属模块", "修读性质", "学分数", "课内总学时", "开设学期", "学期周学时", "课程归属"],
        ["甲", "公共基础课", "必修", 2, 32, 1, 2, "信息系"],
    )

    (line,) = plan.lines
    assert (line.name, line.module, line.nature, line.credits, line.hours) == ("甲", "COMMON", "REQUIRED", 200, 32)
    assert (line.semesters, line.weekly_hours, line.department) == ((1,), {"*": 200}, "信息系")
    assert plan.problems == plan.not_read == ()


def test_the_number_of_a_week_next_to_whole_weeks_is_no_number_of_weeks():
    plan = sheet_plan(
        ["课程名称", "学分", "周学时", "总学时", "学期", "起止周"],
        ["认识实习", 1, "+1", 26, 1, "19"],
        ["军事技能", 2, "+2", 112, 1, "01-02"],
        ["写生", 2, None, 48, 2, "2"],
    )

    assert [each.duration_weeks for each in plan.lines] == [100, 200, 200]
